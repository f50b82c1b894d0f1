//! Prints diagnostics: the same list in the format that a person or a machine asks for.
//!
//! In go diagnostics, sorted, and the texts they point into; out goes text. Nothing is found, sorted or
//! weighed here, and nothing is read: colour, width and the limit are the caller's decision. Text that
//! authors wrote reaches a terminal only through [`escape`].

pub mod browser;
pub mod escape;
mod excerpt;
mod github;
mod human;
mod json;
mod overview;
mod places;
mod sarif;
mod short;

pub use json::write_value;
pub use overview::plural;
pub use places::{Places, Spot};

use std::io::{self, Write};

use crate::base::FileId;
use crate::diag::{Diagnostic, Severity};
use crate::source::Sources;

/// How a report looks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub enum Format {
    /// For people: the lines, with carets under what is wrong.
    #[default]
    Human,
    /// One line for each problem, as editors and `grep` like them.
    Short,
    /// One JSON document.
    Json,
    /// Workflow commands that GitHub shows beside the changed lines.
    Github,
    /// SARIF 2.1.0, for code scanning services.
    Sarif,
}

impl Format {
    /// The words of `--format`, with what they mean.
    pub const WORDS: [(&'static str, Format); 5] = [
        ("human", Format::Human),
        ("short", Format::Short),
        ("json", Format::Json),
        ("github", Format::Github),
        ("sarif", Format::Sarif),
    ];

    /// Reads one of [`Format::WORDS`].
    pub fn parse(word: &str) -> Option<Format> {
        Format::WORDS.iter().find(|(name, _)| *name == word).map(|(_, format)| *format)
    }
}

/// The files that diagnostics point into.
pub trait Texts {
    /// The path of a file, relative to the project.
    fn path(&self, file: FileId) -> Option<&str>;
    /// What stands in a file; `None` when that is not text.
    fn text(&self, file: FileId) -> Option<&str>;
}

impl Texts for Sources {
    fn path(&self, file: FileId) -> Option<&str> {
        self.file(file).map(|source| source.path.as_str())
    }

    fn text(&self, file: FileId) -> Option<&str> {
        self.file(file)?.text().ok()
    }
}

/// How many diagnostics a person is shown in full; the others are counted by code.
pub const LIMIT: usize = 50;

/// Columns of a terminal that does not tell.
pub const WIDTH: usize = 110;

/// What is reported, and how a person sees it.
pub struct Report<'a> {
    /// The problems, already sorted.
    pub diagnostics: &'a [Diagnostic],
    /// The files they point into.
    pub texts: &'a dyn Texts,
    /// What stands before each path: empty, or the way to the project with a slash at its end.
    ///
    /// GitHub and SARIF want paths from the top of the repository, a terminal wants them from where one is.
    pub root: &'a str,
    /// Whether escape sequences for colour may be written (human only).
    pub colour: bool,
    /// Columns of the terminal (human only); see [`WIDTH`].
    pub width: usize,
    /// How many problems are shown one by one (human and short), see [`LIMIT`]; `None` shows all.
    pub limit: Option<usize>,
}

/// Writes the report.
///
/// # Errors
///
/// Only what `out` returns.
pub fn write(format: Format, report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Human => human::write(report, out),
        Format::Short => short::write(report, out),
        Format::Json => json::write(report, out),
        Format::Github => github::write(report, out),
        Format::Sarif => sarif::write(report, out),
    }
}

/// What a severity is called in every format but SARIF.
pub fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}
