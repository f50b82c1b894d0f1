//! Workflow commands, which GitHub shows beside the lines of a pull request.
//!
//! `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=CODE::MESSAGE`, escaped as the documented toolkit
//! does it. GitHub shows at most 10 errors, 10 warnings and 10 notices of a step and drops the others
//! without a word; so no more are written, and a notice says how many there are.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::Report;
use super::escape;
use super::overview::Sum;
use super::places::{Places, Spot};
use crate::diag::{Diagnostic, Severity};

/// The most annotations of one level that GitHub shows for one step.
const SHOWN: usize = 10;

/// Writes up to ten commands for each level, and a notice about the others.
pub fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut places = Places::of_report(report);
    for (severity, shown) in [
        (Severity::Error, SHOWN),
        (Severity::Warning, SHOWN),
        // The notice about the others needs a place too.
        (Severity::Hint, SHOWN - 1),
    ] {
        let these = report.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity);
        for diagnostic in these.take(shown) {
            write_command(diagnostic, &mut places, out)?;
        }
    }
    write_rest(report, out)
}

fn write_command(diagnostic: &Diagnostic, places: &mut Places<'_>, out: &mut dyn Write) -> io::Result<()> {
    let level = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "notice",
    };
    write!(out, "::{level} ")?;
    if let Some(Spot { path, region }) = places.of(&diagnostic.place) {
        write!(out, "file={},", property(&path))?;
        if let Some(region) = region {
            let (start, end) = (region.start, region.end);
            write!(out, "line={},endLine={},", start.line, end.line)?;
            // GitHub takes columns only for a part of one line.
            if start.line == end.line {
                write!(out, "col={},endColumn={},", start.column, end.column)?;
            }
        }
    }
    let help = diagnostic.help.iter().map(|help| format!("\nhelp: {help}"));
    let message: String = std::iter::once(diagnostic.message.clone()).chain(help).collect();
    writeln!(out, "title={}::{}", property(diagnostic.code.name), data(&message))
}

/// How many problems have no annotation, when there are any.
fn write_rest(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let sum = Sum::of(report.diagnostics);
    let left = sum.errors.saturating_sub(SHOWN)
        + sum.warnings.saturating_sub(SHOWN)
        + sum.hints.saturating_sub(SHOWN - 1);
    if left == 0 {
        return Ok(());
    }
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in report.diagnostics {
        *codes.entry(diagnostic.code.name).or_default() += 1;
    }
    let codes: Vec<String> = codes.iter().map(|(code, count)| format!("{count} × {code}")).collect();
    let message = format!(
        "{sum}; {left} of them have no annotation, because GitHub shows {SHOWN} of a kind\n{}",
        codes.join(", ")
    );
    writeln!(out, "::notice title=greenroom::{}", data(&message))
}

/// Text behind the second `::`: a percent sign and line breaks are escaped.
fn data(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '%' => safe.push_str("%25"),
            '\r' => safe.push_str("%0D"),
            '\n' => safe.push_str("%0A"),
            c => escape::push(&mut safe, c),
        }
    }
    safe
}

/// A value before the second `::`: a colon and a comma would end it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_cannot_end_itself() {
        assert_eq!(property("a,b:c%\n::error::x"), "a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ax");
        assert_eq!(data("50% of a\r\nb"), "50%25 of a%0D%0Ab");
        assert_eq!(data("\u{1b}[2J"), "\\u{1b}[2J");
    }
}
