//! What a mistake looks like: a value with a code, a place, a message and a way out.
//!
//! Diagnostics are collected, never thrown. Their words are made by named constructors in the `diags.rs`
//! of the layer that sees the mistake; how they are printed is the business of `report`.

pub mod codes;
mod fix;
mod levels;

use crate::base::{SourcePath, Span};

pub use codes::Code;
pub use fix::apply;
pub use levels::{Level, Levels};

/// How much a diagnostic weighs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// Advice; never fails anything.
    Hint,
    /// Fails a `--strict` run.
    Warning,
    /// The site is not built.
    Error,
}

/// What a diagnostic is about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Place {
    /// The project as a whole.
    Project,
    /// A file or folder, where there is no text to point at.
    File(SourcePath),
    /// Bytes of a text file.
    At(Span),
}

/// Another place that matters, with what it has to do with the problem.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Label {
    /// The bytes.
    pub span: Span,
    /// A few words: "first defined here".
    pub text: String,
}

/// A change that mends the problem and can be applied without asking.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Fix {
    /// What it does, as an order: "write `title`".
    pub title: String,
    /// Replacements in one or more files; they do not overlap.
    pub edits: Vec<Edit>,
}

/// One replacement.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Edit {
    /// The bytes that go.
    pub span: Span,
    /// The text that comes.
    pub text: String,
}

/// One problem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// Which kind of problem: what `greenroom explain` and `[checks]` call it.
    pub code: &'static Code,
    /// The code's severity, or what the site made of it.
    pub severity: Severity,
    /// What is wrong, lower case, no full stop, the thing in backticks.
    pub message: String,
    /// Where.
    pub place: Place,
    /// A few words under the caret; may be empty.
    pub caret: String,
    /// Other places that matter.
    pub labels: Vec<Label>,
    /// What to do, one sentence each.
    pub help: Vec<String>,
    /// A change that mends it.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A problem at bytes of a file.
    pub fn at(code: &'static Code, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, Place::At(span), message.into())
    }

    /// A problem with a file as a whole.
    pub fn file(code: &'static Code, path: &SourcePath, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, Place::File(path.clone()), message.into())
    }

    /// A problem of the project.
    pub fn project(code: &'static Code, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, Place::Project, message.into())
    }

    fn new(code: &'static Code, place: Place, message: String) -> Diagnostic {
        let (caret, labels, help) = (String::new(), Vec::new(), Vec::new());
        Diagnostic { code, severity: code.severity, message, place, caret, labels, help, fix: None }
    }

    /// With words under the caret.
    pub fn caret(mut self, text: impl Into<String>) -> Diagnostic {
        self.caret = text.into();
        self
    }

    /// With another place.
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// With a sentence that says what to do.
    pub fn help(mut self, text: impl Into<String>) -> Diagnostic {
        self.help.push(text.into());
        self
    }

    /// With a change that replaces `span` by `text` and mends the problem.
    pub fn fix(mut self, title: impl Into<String>, span: Span, text: impl Into<String>) -> Diagnostic {
        self.fix = Some(Fix { title: title.into(), edits: vec![Edit { span, text: text.into() }] });
        self
    }

    /// The bytes it points at, when it points at text.
    pub fn span(&self) -> Option<Span> {
        match self.place {
            Place::At(span) => Some(span),
            Place::Project | Place::File(_) => None,
        }
    }
}
