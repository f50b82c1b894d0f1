//! TOML to records: the only place that knows the TOML parser.
//!
//! Takes the text of a file or of a front matter, gives a [`Reader`] over its top table and every syntax
//! error it can; knows nothing of what the records are.

mod damage;
pub(super) mod diags;
mod reader;

use toml::de::DeTable;

use super::record::Record;
use crate::base::{FileId, Span};
use crate::diag::Diagnostic;

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
    (value, broken)
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
