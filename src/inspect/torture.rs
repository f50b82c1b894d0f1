//! Sites that a theme has to bear: one with the worst of everything, one with next to nothing.
//!
//! Built in memory with the project's own `templates/` and `themes/`. No author has to have written a page of
//! every kind, hostile words, text from right to left, a question with forty tags or a list of several pages.

use std::fmt::Write;

use include_dir::{Dir, include_dir};

use crate::base::SourcePath;
use crate::source::{Kind, Sources};

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/inspect/torture");

/// Enough for a list of several pages.
const MANY: usize = 120;

/// A site to try a theme on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Torture {
    /// Everything that authors can write, at its worst; drafts too.
    Full,
    /// A title and a bank without questions.
    Bare,
}

impl Torture {
    /// Both.
    pub const ALL: [Torture; 2] = [Torture::Full, Torture::Bare];

    /// What readers of a report call it.
    pub fn name(self) -> &'static str {
        match self {
            Torture::Full => " of the built-in test site",
            Torture::Bare => " of the built-in empty site",
        }
    }

    /// The site with a theme of `project`.
    pub fn sources(self, project: &Sources, theme: &str) -> Sources {
        let folder = match self {
            Torture::Full => "full",
            Torture::Bare => "bare",
        };
        let mut sources = Sources::default();
        for file in project.files().filter(|file| matches!(file.kind, Kind::Template(_) | Kind::Theme(..))) {
            sources.insert(file.path.clone(), file.bytes.clone());
        }
        let mut folders: Vec<&Dir<'static>> = FILES.get_dir(folder).into_iter().collect();
        while let Some(inside) = folders.pop() {
            folders.extend(inside.dirs());
            for file in inside.files() {
                let path = file.path().strip_prefix(folder).ok().and_then(|path| path.to_str());
                let Some(path) = path.and_then(|path| SourcePath::new(&path.replace('\\', "/"))) else {
                    continue;
                };
                let mut bytes = file.contents().to_vec();
                if path.as_str() == "site.toml" {
                    bytes.splice(0..0, format!("theme = \"{theme}\"\n").into_bytes());
                }
                sources.insert(path, bytes);
            }
        }
        if self == Torture::Full
            && let Some(path) = SourcePath::new("content/banks/many.toml")
        {
            sources.insert(path, many().into_bytes());
        }
        sources
    }
}

/// A bank whose list has several pages.
fn many() -> String {
    let mut text = "title = \"Many\"\ndirection = \"you-answer\"\n".to_owned();
    for at in 0..MANY {
        let _ = write!(
            text,
            "\n[[question]]\nid = \"q-{at:03}\"\nkind = \"behavioral\"\ncompetencies = [\"teamwork\"]\ntext = \"Question number {at}?\"\n"
        );
    }
    text
}
