//! One JSON document, complete: `{"version":1,"diagnostics":[…],"summary":{…}}` and a line break.
//!
//! Lines and columns count from 1, columns in Unicode characters, ends are behind the last character;
//! `byte_start` and `byte_end` are offsets in the file. What a problem does not have is `null`. A key may be
//! added under the same version; one is renamed or removed only under the next.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter};

use super::escape::acts;
use super::overview::Sum;
use super::places::{Places, Spot};
use super::{Report, word};
use crate::diag::{Diagnostic, Fix};

/// Writes the document.
pub fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut places = Places::of_report(report);
    let sum = Sum::of(report.diagnostics);
    let document = Document {
        version: 1,
        diagnostics: report.diagnostics.iter().map(|one| Problem::of(one, &mut places)).collect(),
        summary: Summary { errors: sum.errors, warnings: sum.warnings, hints: sum.hints },
    };
    write_value(&document, out)
}

/// Writes a value as JSON on one line; characters that act on a terminal are written by their number.
pub fn write_value(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, Safe(CompactFormatter));
    value.serialize(&mut serializer)?;
    writeln!(out)
}

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    diagnostics: Vec<Problem<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    hints: usize,
}

#[derive(Serialize)]
struct Problem<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    location: Location,
    caret: Option<&'a str>,
    labels: Vec<Other<'a>>,
    help: &'a [String],
    fix: Option<Change<'a>>,
}

#[derive(Serialize)]
struct Other<'a> {
    message: &'a str,
    #[serde(flatten)]
    location: Location,
}

#[derive(Serialize)]
struct Change<'a> {
    title: &'a str,
    edits: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
struct Replacement<'a> {
    #[serde(flatten)]
    location: Location,
    text: &'a str,
}

#[derive(Serialize, Default)]
struct Location {
    path: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    byte_start: Option<usize>,
    byte_end: Option<usize>,
}

impl From<Option<Spot>> for Location {
    fn from(spot: Option<Spot>) -> Location {
        let Some(Spot { path, region }) = spot else { return Location::default() };
        let Some(region) = region else { return Location { path: Some(path), ..Location::default() } };
        Location {
            path: Some(path),
            line: Some(region.start.line),
            column: Some(region.start.column),
            end_line: Some(region.end.line),
            end_column: Some(region.end.column),
            byte_start: Some(region.bytes.0),
            byte_end: Some(region.bytes.1),
        }
    }
}

impl<'a> Problem<'a> {
    fn of(diagnostic: &'a Diagnostic, places: &mut Places<'_>) -> Problem<'a> {
        let labels = diagnostic.labels.iter();
        let labels =
            labels.map(|label| Other { message: &label.text, location: places.at(label.span).into() });
        let labels = labels.collect();
        Problem {
            code: diagnostic.code.name,
            severity: word(diagnostic.severity),
            message: &diagnostic.message,
            location: places.of(&diagnostic.place).into(),
            caret: Some(diagnostic.caret.as_str()).filter(|caret| !caret.is_empty()),
            labels,
            help: &diagnostic.help,
            fix: diagnostic.fix.as_ref().map(|fix| Change::of(fix, places)),
        }
    }
}

impl<'a> Change<'a> {
    fn of(fix: &'a Fix, places: &mut Places<'_>) -> Change<'a> {
        let edits = fix.edits.iter();
        let edits = edits.map(|edit| Replacement { location: places.at(edit.span).into(), text: &edit.text });
        Change { title: &fix.title, edits: edits.collect() }
    }
}

/// Writes `\u202e` where the text has that character: the same JSON, and nothing for a terminal to obey.
struct Safe(CompactFormatter);

impl Formatter for Safe {
    fn write_string_fragment<W: Write + ?Sized>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(acts) {
            self.0.write_string_fragment(writer, &rest[..at])?;
            let mut after = rest[at..].chars();
            let mut units = [0; 2];
            for unit in after.next().into_iter().flat_map(|c| c.encode_utf16(&mut units).to_vec()) {
                write!(writer, "\\u{unit:04x}")?;
            }
            rest = after.as_str();
        }
        self.0.write_string_fragment(writer, rest)
    }
}
