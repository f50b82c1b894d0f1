//! What a syntax error spoils: the values on its line, as far as the parser could guess at them.
//!
//! A guess would be reported as if the author had written it. The rest of the file stays as it is.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue, Error};

/// Takes every value out of `table` that stands on a line with an error.
pub fn drop_damaged(table: &mut DeTable<'_>, text: &str, errors: &[Error]) {
    let spans = errors.iter().filter_map(Error::span);
    let mut lines: Vec<Range<usize>> = spans.map(|span| line_around(text, span.start)).collect();
    lines.sort_by_key(|line| line.start);
    lines.dedup();
    if !lines.is_empty() {
        clear_table(table, &lines);
    }
}

fn line_around(text: &str, at: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let at = at.min(bytes.len());
    let start = bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let length = bytes[at..].iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len() - at);
    start..at + length
}

/// Recurses as deep as the parser does, which stops at 80.
fn clear_table(table: &mut DeTable<'_>, lines: &[Range<usize>]) {
    let damaged: Vec<String> = table
        .iter_mut()
        .filter_map(|(key, value)| (!survives(value, lines)).then(|| key.get_ref().to_string()))
        .collect();
    for key in damaged {
        table.remove(key.as_str());
    }
}

/// Whether a value is whole, once what is damaged in it is gone. A table's place is its header.
fn survives(value: &mut Spanned<DeValue<'_>>, lines: &[Range<usize>]) -> bool {
    let hit = is_hit(value.span(), lines);
    match value.get_mut() {
        DeValue::Array(items) if !items.is_empty() && items.iter().all(|item| item.get_ref().is_table()) => {
            let kept = std::mem::replace(items, DeArray::new()).into_iter();
            *items = kept.filter_map(|mut item| survives(&mut item, lines).then_some(item)).collect();
            !items.is_empty()
        }
        DeValue::Table(table) if !hit => {
            clear_table(table, lines);
            true
        }
        _ => !hit,
    }
}

fn is_hit(span: Range<usize>, lines: &[Range<usize>]) -> bool {
    let next = lines.partition_point(|line| line.end < span.start);
    lines.get(next).is_some_and(|line| line.start <= span.end)
}
