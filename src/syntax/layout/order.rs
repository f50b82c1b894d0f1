//! The order of keys and tables: that of their record; what it does not know follows in the author's order.

use std::collections::BTreeMap;

use super::cut::{Key, Sheet, Table};
use super::list::record_of;
use crate::syntax::record::{Record, Shape};

/// Where a name stands among those of its record, and its parts among those of the records in it.
pub(super) fn rank(path: &[Key<'_>], record: Option<&'static Record>) -> Vec<usize> {
    let mut ranks = Vec::new();
    let mut record = record;
    for key in path {
        let fields = record.map_or(&[][..], |record| record.fields);
        match fields.iter().position(|field| field.name == key.name) {
            Some(at) => {
                ranks.push(at);
                record = record_of(&fields[at].shape);
            }
            None => {
                ranks.push(usize::MAX);
                break;
            }
        }
    }
    ranks
}

/// The record of the table that a name leads to.
pub(super) fn record_at(path: &[Key<'_>], record: Option<&'static Record>) -> Option<&'static Record> {
    path.iter().try_fold(record?, |record, key| record_of(&record.field(&key.name)?.shape))
}

/// Puts keys and tables in order.
pub(super) fn sort(sheet: &mut Sheet<'_>, record: &'static Record) {
    let mut tables = std::mem::take(&mut sheet.tables).into_iter();
    // The file's own keys come first: TOML knows no other place for them.
    sheet.tables.extend(tables.next());
    sheet.tables.extend(arranged(tables.collect(), 0, Some(record)));
    for table in &mut sheet.tables {
        let path = table.header.as_ref().map_or(&[][..], |header| &header.path);
        let own = record_at(path, Some(record));
        table.entries.sort_by_key(|entry| rank(&entry.path, own));
    }
}

/// A table with the tables in it.
struct Unit<'t> {
    rank: usize,
    tables: Vec<Table<'t>>,
}

/// Tables whose names share the first `depth` parts, in order. A table takes those in it along.
fn arranged<'t>(tables: Vec<Table<'t>>, depth: usize, record: Option<&'static Record>) -> Vec<Table<'t>> {
    let mut units: Vec<Unit<'t>> = Vec::new();
    // The last unit of each name.
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    for table in tables {
        let name = table.names().nth(depth).unwrap_or_default();
        let starts = table.depth() == depth + 1 && table.header.as_ref().is_some_and(|header| header.several);
        match last.get(name) {
            Some(at) if !starts => units[*at].tables.push(table),
            _ => {
                last.insert(name.to_owned(), units.len());
                units.push(Unit { rank: place(name, depth, record), tables: vec![table] });
            }
        }
    }
    units.sort_by_key(|unit| unit.rank);
    units.into_iter().flat_map(|unit| in_order(unit.tables, depth, record)).collect()
}

/// One table of this depth, if it has a header, then the tables in it.
fn in_order<'t>(tables: Vec<Table<'t>>, depth: usize, record: Option<&'static Record>) -> Vec<Table<'t>> {
    let name = tables[0].names().nth(depth).unwrap_or_default();
    let inner = record.and_then(|record| record_of(&record.field(name)?.shape));
    let (mut own, within): (Vec<_>, Vec<_>) =
        tables.into_iter().partition(|table| table.depth() == depth + 1);
    if !within.is_empty() {
        own.extend(arranged(within, depth + 1, inner));
    }
    own
}

/// Questions, adaptations and picks keep the author's order among each other: it is the order on the page.
fn place(name: &str, depth: usize, record: Option<&'static Record>) -> usize {
    let fields = record.map_or(&[][..], |record| record.fields);
    let at = fields.iter().position(|field| field.name == name);
    at.filter(|at| depth > 0 || !matches!(fields[*at].shape, Shape::Tables(_))).unwrap_or(usize::MAX)
}
