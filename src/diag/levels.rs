//! What a site makes of each code: `[checks]` in `site.toml`.
//!
//! Only codes that leave the site readable can be lowered; a file that cannot be read is always an error.

use std::collections::BTreeMap;

use super::{Code, Diagnostic, Severity};

/// An author's word for a code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Level {
    /// Not reported.
    Allow,
    /// Reported; fails `--strict`.
    Warn,
    /// Stops the build.
    Deny,
}

impl Level {
    /// The three words, as written in `site.toml`.
    pub const WORDS: [&'static str; 3] = ["allow", "warn", "deny"];

    /// Reads one of [`Level::WORDS`].
    pub fn parse(word: &str) -> Option<Level> {
        match word {
            "allow" => Some(Level::Allow),
            "warn" => Some(Level::Warn),
            "deny" => Some(Level::Deny),
            _ => None,
        }
    }
}

/// The levels a site sets, by code name; a code that is not named keeps its own severity.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Levels(BTreeMap<&'static str, Level>);

impl Levels {
    /// Sets the level of `code`.
    pub fn set(&mut self, code: &'static Code, level: Level) {
        self.0.insert(code.name, level);
    }

    /// The diagnostic as this site weighs it; `None` when it allows the code.
    pub fn apply(&self, mut diagnostic: Diagnostic) -> Option<Diagnostic> {
        let code = diagnostic.code;
        match self.0.get(code.name).filter(|_| code.adjustable) {
            None => {}
            Some(Level::Allow) => return None,
            Some(Level::Warn) => diagnostic.severity = Severity::Warning,
            Some(Level::Deny) => diagnostic.severity = Severity::Error,
        }
        Some(diagnostic)
    }
}
