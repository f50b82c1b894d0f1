//! TOML to records: the only place that knows the TOML parser.
//!
//! Takes the text of a file or of a front matter, gives a [`Reader`] over its top table and every syntax
//! error it can; knows nothing of what the records are.

mod damage;
pub(super) mod diags;
mod reader;

use toml::de::DeTable;

use super::layout::{moves, owners};
use super::record::Record;
use crate::base::{FileId, Span};
use crate::diag::{Diagnostic, codes};

pub use reader::{OptionValue, Reader, is_web_address};

/// Some TOML and where it stands: a whole file, or a front matter inside one.
#[derive(Clone, Copy, Debug)]
pub struct Input<'i> {
    /// The file.
    pub file: FileId,
    /// The TOML.
    pub text: &'i str,
    /// Where it starts in the file.
    pub base: usize,
}

impl Input<'_> {
    /// Bytes of the TOML as bytes of the file.
    pub(super) fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.file, self.base + range.start..self.base + range.end)
    }
}

/// The deepest nesting that is read; no record needs more than four.
const MAX_DEPTH: usize = 16;

/// Reads `input` as a `record`: `read` takes what it needs, then whatever it left is reported.
///
/// Also tells whether the text was broken: then keys may be missing that the author wrote.
pub fn read<T>(
    input: Input<'_>,
    record: &'static Record,
    problems: &mut Vec<Diagnostic>,
    read: impl FnOnce(&mut Reader<'_, '_>) -> T,
) -> (T, bool) {
    let (mut table, errors) = DeTable::parse_recoverable(input.text);
    let broken = !errors.is_empty();
    let first = problems.len();
    problems.extend(diags::syntax(&input, &errors));
    if depth_exceeds(table.get_ref(), MAX_DEPTH) {
        problems.push(diags::too_deep(&input, MAX_DEPTH));
    }
    damage::drop_damaged(table.get_mut(), input.text, &errors);
    let top = reader::Place { input, broken, parents: &[] };
    let whole = input.span(0..0);
    let mut reader = Reader::new(record, table.into_inner(), whole, &top, problems);
    let value = read(&mut reader);
    reader.finish();
    if !broken {
        offer_moves(&input, record, &mut problems[first..]);
        offer_owners(&input, record, &mut problems[first..]);
    }
    (value, broken)
}

/// The most keys of a file that are moved at once. A file with more has lost a header, not keys.
const MAX_MOVES: usize = 200;

/// Says of tables that lack the name of the table around them how to write it.
fn offer_owners(input: &Input<'_>, record: &'static Record, problems: &mut [Diagnostic]) {
    let unknown = |problem: &&mut Diagnostic| *problem.code == codes::UNKNOWN_KEY && problem.fix.is_none();
    for problem in problems.iter_mut().filter(unknown).take(MAX_OWNERS) {
        let Some(span) = problem.span() else { continue };
        let start = span.start as usize - input.base;
        if input.text[..start].trim_end().ends_with('[') {
            diags::with_owner(problem, &owners(input.text, record, start), input);
        }
    }
}

/// The most such tables that are looked for: a record has fewer keys that take tables.
const MAX_OWNERS: usize = 16;

/// Says of keys under the wrong table how to move them, where there is one place for each.
fn offer_moves(input: &Input<'_>, record: &'static Record, problems: &mut [Diagnostic]) {
    let misplaced = |problem: &&mut Diagnostic| *problem.code == codes::MISPLACED_KEY;
    let mut problems: Vec<&mut Diagnostic> = problems.iter_mut().filter(misplaced).take(MAX_MOVES).collect();
    if problems.is_empty() {
        return;
    }
    let start = |problem: &&mut Diagnostic| problem.span().map_or(0, |span| span.start as usize - input.base);
    let keys: Vec<usize> = problems.iter().map(start).collect();
    for (problem, step) in problems.iter_mut().zip(moves(input.text, record, &keys)) {
        step.iter().for_each(|step| diags::with_move(problem, step, input));
    }
}

/// `text` as a TOML string, quotes included.
pub fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// Whether tables and arrays nest more than `limit` deep. The parser itself stops at 80, so this cannot overflow.
fn depth_exceeds(table: &DeTable<'_>, limit: usize) -> bool {
    fn value(of: &toml::de::DeValue<'_>, left: usize) -> bool {
        let Some(left) = left.checked_sub(1) else { return true };
        match of {
            toml::de::DeValue::Array(items) => items.iter().any(|item| value(item.get_ref(), left)),
            toml::de::DeValue::Table(table) => table.values().any(|item| value(item.get_ref(), left)),
            _ => false,
        }
    }
    table.values().any(|item| value(item.get_ref(), limit))
}
