//! Themes: which templates and assets hold, and how a template becomes text.
//!
//! Owns the template engine and the words of themes. A template sees the values it is given and the phrases of
//! the site's language, and nothing else. Knows nothing of the library.

mod assets;
mod builtin;
mod chain;
mod colours;
pub mod copied;
mod diags;
mod load;
mod options;
mod read;
mod phrases;
mod report;
mod value;

pub use assets::Asset;
pub use builtin::{BUILT_IN_THEMES, add as add_built_in, files as built_in_files};
pub use colours::{Accent, Brand, Colours};
pub use load::{Request, Template, load, templates, wordings};
pub use options::{Setting, declared};
pub use phrases::{Gap, Phrases, Wording, Wordings, is_language_file};
pub use read::files;
pub use value::{Html, View};

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{FileId, SourcePath, Span};

/// The version of the template contract: what `theme.toml` calls `api`.
pub const API: u32 = 1;

/// The theme that every other builds on.
pub const BUILT_IN: &str = "default";

/// Loaded templates, assets and options.
#[derive(Debug)]
pub struct Theme {
    engine: tera::Tera,
    files: BTreeMap<String, (FileId, load::Origin)>,
    /// Its words in the site's language.
    pub phrases: Arc<Phrases>,
    /// Files that are copied, by the name templates use.
    pub assets: BTreeMap<String, Asset>,
    /// Every option with its value here.
    pub options: BTreeMap<String, Setting>,
    /// The accents that its style sheets take.
    pub colours: Colours,
}

/// A template that failed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Failure {
    /// What went wrong, in the engine's words.
    pub message: String,
    /// Where in the template, when the engine knows.
    pub span: Option<Span>,
}

impl Theme {
    /// The style sheet of the nearest theme that has one; the built-in theme has.
    pub fn style_sheet(&self) -> &SourcePath {
        &self.assets.get("style.css").expect("the built-in theme stands behind every theme").path
    }

    /// A script of the theme with the published names of those it imports; `None` for any other file.
    pub fn script(&self, path: &SourcePath, bytes: &[u8]) -> Option<Vec<u8>> {
        assets::linked(&self.assets, path, bytes)
    }

    /// Renders the template `name` with `variables`.
    pub fn render(&self, name: &str, variables: Vec<(&'static str, View)>) -> Result<String, Failure> {
        let mut context = tera::Context::new();
        for (key, view) in variables {
            context.insert_value(key, view.into_value());
        }
        self.engine.render(name, &context).map_err(|error| self.failure(&error))
    }

    /// Whether there is a template of this name.
    pub fn has(&self, name: &str) -> bool {
        self.engine.contains_template(name)
    }

    fn failure(&self, error: &tera::Error) -> Failure {
        match error.kind() {
            tera::ErrorKind::RenderingError(report) | tera::ErrorKind::SyntaxError(report) => Failure {
                message: report.message().to_owned(),
                span: self
                    .files
                    .get(report.filename())
                    .map(|(file, origin)| origin.span(*file, report.span().range.clone())),
            },
            other => Failure { message: other.to_string(), span: None },
        }
    }
}
