//! The built-in themes, inside the binary, so that one file works offline.

use include_dir::{Dir, include_dir};

use crate::base::SourcePath;
use crate::source::Sources;

static DEFAULT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");
static PLAIN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/plain");

/// The built-in themes that a site names when it wants them; every theme builds on the first.
pub const BUILT_IN_THEMES: [&str; 2] = [super::BUILT_IN, "plain"];

/// The files of the built-in themes with the paths they have in a project.
pub fn files() -> Vec<(SourcePath, &'static [u8])> {
    let mut files = Vec::new();
    for (name, theme) in BUILT_IN_THEMES.into_iter().zip([&DEFAULT, &PLAIN]) {
        let mut folders = vec![theme];
        while let Some(folder) = folders.pop() {
            folders.extend(folder.dirs());
            files.extend(folder.files().filter_map(|file| {
                let path = SourcePath::new(&format!("themes/{name}/{}", file.path().to_str()?))?;
                Some((path, file.contents()))
            }));
        }
    }
    files.sort_by(|(a, _), (b, _)| a.cmp(b));
    files
}

/// Adds the built-in themes to a project. A file that the project has at one's path comes before it; a whole theme
/// of the project called `plain` is the project's alone.
pub fn add(sources: &mut Sources) {
    let own_plain =
        SourcePath::new("themes/plain/theme.toml").is_some_and(|path| sources.get(&path).is_some());
    for (path, bytes) in files() {
        let theirs = own_plain && path.parts().nth(1) == Some("plain");
        if sources.get(&path).is_none() && !theirs {
            sources.insert(path, bytes);
        }
    }
}

/// Whether these are the bytes of a built-in theme's file of this name: themes that copy one have it too.
pub(super) fn is_own(path: &SourcePath, bytes: &[u8]) -> bool {
    let inner = path.as_str().splitn(3, '/').nth(2);
    let file = |theme: &Dir<'_>| Some(theme.get_file(inner?)?.contents() == bytes);
    [&DEFAULT, &PLAIN].into_iter().any(|theme| file(theme) == Some(true))
}

/// The built-in theme's English phrases.
pub(super) fn english() -> &'static str {
    let file = DEFAULT.get_file("languages/en.ftl").and_then(|file| file.contents_utf8());
    file.expect("the built-in theme is in English")
}
