//! What fits on a screen, and the sum: which diagnostics are shown one by one, and how many there are.
//!
//! Ten thousand problems are no help to anyone: behind the limit they are counted by code, each with the
//! place where it is first. When not all fit, errors come before warnings, and warnings before hints.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::escape::visible;
use super::places::Places;
use super::{Report, word};
use crate::diag::{Code, Diagnostic, Place, Severity};

/// A report for people, divided.
pub struct Overview<'a> {
    /// Those shown one by one, in the order of the report.
    pub shown: Vec<&'a Diagnostic>,
    rest: Vec<Rest<'a>>,
    sum: Sum<'a>,
}

/// Diagnostics of one code that are not shown.
struct Rest<'a> {
    first: &'a Diagnostic,
    place: Option<String>,
    count: usize,
}

impl<'a> Overview<'a> {
    /// Divides a report at its limit.
    pub fn of(report: &Report<'a>, places: &mut Places<'a>) -> Overview<'a> {
        let all = report.diagnostics;
        let limit = report.limit.unwrap_or(all.len());
        let mut order: Vec<usize> = (0..all.len()).collect();
        order.sort_by_key(|at| std::cmp::Reverse(all[*at].severity));
        let (shown, rest) = order.split_at_mut(limit.min(all.len()));
        shown.sort_unstable();
        Overview {
            shown: shown.iter().map(|at| &all[*at]).collect(),
            rest: count(rest.iter().map(|at| &all[*at]), places),
            sum: Sum::of(all),
        }
    }

    /// Writes what was left out, and the sum; nothing when there is nothing to report.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        if !self.rest.is_empty() {
            let more: usize = self.rest.iter().map(|rest| rest.count).sum();
            writeln!(out, "and {more} more:")?;
            let width = self.rest.iter().map(|rest| rest.count.to_string().len()).max().unwrap_or(0);
            for Rest { first, place, count } in &self.rest {
                let (severity, code) = (word(first.severity), first.code.name);
                let place = place.as_deref().map(|place| format!(", first at {}", visible(place)));
                writeln!(out, "  {count:>width$} × {severity}[{code}]{}", place.unwrap_or_default())?;
            }
            writeln!(out)?;
        }
        match self.sum.first {
            Some(code) => writeln!(out, "{}; `greenroom explain {}` says more", self.sum, code.name),
            None => Ok(()),
        }
    }
}

/// The diagnostics by severity and code, the weightiest first, then the most frequent.
fn count<'a>(rest: impl Iterator<Item = &'a Diagnostic>, places: &mut Places<'_>) -> Vec<Rest<'a>> {
    let mut kinds: BTreeMap<(Severity, &str), (&Diagnostic, usize)> = BTreeMap::new();
    for diagnostic in rest {
        kinds.entry((diagnostic.severity, diagnostic.code.name)).or_insert((diagnostic, 0)).1 += 1;
    }
    let place =
        |first: &Diagnostic, places: &mut Places<'_>| places.of(&first.place).map(|spot| spot.words());
    let mut counted: Vec<Rest<'_>> = kinds
        .into_values()
        .map(|(first, count)| Rest { place: place(first, places), first, count })
        .collect();
    counted.sort_by_key(|rest| std::cmp::Reverse((rest.first.severity, rest.count)));
    counted
}

/// How many of what in how many files.
pub struct Sum<'a> {
    /// Problems that stop the build.
    pub errors: usize,
    /// Problems that fail a strict run.
    pub warnings: usize,
    /// Advice.
    pub hints: usize,
    files: usize,
    /// The code of the first of the weightiest.
    first: Option<&'a Code>,
}

impl<'a> Sum<'a> {
    /// Counts.
    pub fn of(diagnostics: &'a [Diagnostic]) -> Sum<'a> {
        let count =
            |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        let weightiest = diagnostics.iter().map(|diagnostic| diagnostic.severity).max();
        let first = diagnostics.iter().find(|diagnostic| Some(diagnostic.severity) == weightiest);
        let files: BTreeSet<_> = diagnostics
            .iter()
            .filter_map(|diagnostic| match &diagnostic.place {
                Place::Project => None,
                Place::File(path) => Some(crate::base::FileId::of(path)),
                Place::At(span) => Some(span.file),
            })
            .collect();
        Sum {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            hints: count(Severity::Hint),
            files: files.len(),
            first: first.map(|diagnostic| diagnostic.code),
        }
    }
}

impl std::fmt::Display for Sum<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let counted = [(self.errors, "error"), (self.warnings, "warning"), (self.hints, "hint")];
        let parts: Vec<String> = counted
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| plural(*count, word))
            .collect();
        match parts.split_last() {
            None => out.write_str("nothing to report")?,
            Some((last, [])) => out.write_str(last)?,
            Some((last, others)) => write!(out, "{} and {last}", others.join(", "))?,
        }
        match self.files {
            0 => Ok(()),
            files => write!(out, " in {}", plural(files, "file")),
        }
    }
}

/// `1 file`, `2 files`.
pub fn plural(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}
