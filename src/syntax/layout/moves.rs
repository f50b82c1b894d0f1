//! Keys that fell under the wrong table, and where to put them.
//!
//! In: a file that parses and the places of such keys. Out: which bytes to take out and where to put them
//! back; the rest of the file stays as it is.

use std::collections::BTreeSet;
use std::ops::Range;

use super::cut::{Entry, Line, Sheet, Table, cut};
use super::newline;
use super::order::record_at;
use crate::syntax::record::{Record, Shape};

/// A key to move.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Move {
    /// Its lines, with the comments right above it.
    pub from: Range<usize>,
    /// Where they belong.
    pub to: usize,
    /// What to write there.
    pub text: String,
    /// The header of the table it belongs to; none for the file itself.
    pub table: Option<String>,
}

/// The moves for keys that start at `keys`; none for a key that several tables around it know, that its
/// table has already, or that has more than one name.
pub fn moves(text: &str, record: &'static Record, keys: &[usize]) -> Vec<Option<Move>> {
    let sheet = cut(text);
    let mut taken = BTreeSet::new();
    let mut moves: Vec<Option<Move>> = keys
        .iter()
        .map(|key| {
            let (at, entry) = find(&sheet, *key)?;
            let home = home(&sheet, at, entry, record)?;
            taken.insert((home, name(entry)?)).then(|| one(text, &sheet, home, entry))
        })
        .collect();
    // Above a header that starts the file there is no key yet, and no blank line.
    let top =
        moves.iter_mut().flatten().filter(|step| step.table.is_none() && sheet.tables[0].entries.is_empty());
    if let Some(last) = top.last() {
        last.text.push_str(newline(text));
    }
    moves
}

/// The table and the entry whose key starts at `key`.
fn find<'s, 't>(sheet: &'s Sheet<'t>, key: usize) -> Option<(usize, &'s Entry<'t>)> {
    let entry = |table: &'s Table<'t>| {
        let next = table.entries.binary_search_by_key(&key, |entry| entry.key).ok()?;
        table.entries.get(next)
    };
    let at =
        sheet.tables.partition_point(|table| table.header.as_ref().is_none_or(|header| header.end <= key));
    let at = at.checked_sub(1)?;
    Some((at, entry(&sheet.tables[at])?))
}

/// The only name of a key that has no dots.
fn name<'s>(entry: &'s Entry<'_>) -> Option<&'s str> {
    match &entry.path[..] {
        [only] => Some(&only.name),
        _ => None,
    }
}

/// The one table around table `at` whose record has the key, when it has no such key yet.
fn home(sheet: &Sheet<'_>, at: usize, entry: &Entry<'_>, record: &'static Record) -> Option<usize> {
    let key = name(entry)?;
    let header = sheet.tables[at].header.as_ref()?;
    let knows = |depth: &usize| {
        record_at(&header.path[..*depth], Some(record)).is_some_and(|record| record.field(key).is_some())
    };
    if knows(&header.path.len()) {
        // It belongs here; something else is wrong with it.
        return None;
    }
    let mut depths = (0..header.path.len()).filter(knows);
    let (depth, None) = (depths.next()?, depths.next()) else { return None };
    let names: Vec<&str> = header.path[..depth].iter().map(|key| key.name.as_str()).collect();
    let under =
        |table: &Table<'_>| table.depth() >= depth && table.names().take(depth).eq(names.iter().copied());
    let home = sheet.tables[..at].iter().rposition(|table| table.depth() == depth && under(table))?;
    let own = sheet.tables[home].entries.iter().any(|entry| entry.path[0].name == key);
    let below = sheet.tables[home + 1..].iter().take_while(|table| depth == 0 || table.depth() > depth);
    let table = below.filter(|table| under(table)).any(|table| table.names().nth(depth) == Some(key));
    (!own && !table).then_some(home)
}

fn one(text: &str, sheet: &Sheet<'_>, home: usize, entry: &Entry<'_>) -> Move {
    let target = &sheet.tables[home];
    let to = match (target.entries.last(), &target.header) {
        (Some(last), _) => last.lines.end,
        (None, Some(header)) => header.end,
        (None, None) => head_end(sheet),
    };
    let mut moved = text[entry.lines.clone()].to_owned();
    if !moved.ends_with('\n') {
        moved.push_str(newline(text));
    }
    let name = |key: &super::cut::Key<'_>| key.raw.to_owned();
    let table = target.header.as_ref().map(|header| {
        let path = header.path.iter().map(name).collect::<Vec<_>>().join(".");
        if header.several { format!("[[{path}]]") } else { format!("[{path}]") }
    });
    Move { from: without_gap(text, entry.lines.clone()), to, text: moved, table }
}

/// Where the comments end that belong to the file.
fn head_end(sheet: &Sheet<'_>) -> usize {
    if sheet.head.contains(&Line::Blank) || !sheet.head.is_empty() { sheet.head_end } else { 0 }
}

/// The lines, with the blank ones above them when blank ones or nothing would follow them.
fn without_gap(text: &str, lines: Range<usize>) -> Range<usize> {
    let behind = text[lines.end..].split('\n').next().unwrap_or_default();
    if !behind.trim().is_empty() {
        return lines;
    }
    let kept = text[..lines.start].trim_end_matches([' ', '\t', '\r', '\n']).len();
    let start = text[kept..lines.start].find('\n').map_or(lines.start, |end| kept + end + 1);
    start..lines.end
}

/// Where the name of a table around it is missing in headers, and that name: those of all tables that are called
/// as the one whose name starts at `key`. Nothing, unless each stands below a table that knows it.
pub fn owners(text: &str, record: &'static Record, key: usize) -> Vec<(usize, String)> {
    let sheet = cut(text);
    let starts = |table: &&Table<'_>| table.header.as_ref().is_some_and(|header| header.start == key);
    let Some(name) = sheet.tables.iter().find(starts).and_then(|table| table.names().next()) else {
        return Vec::new();
    };
    let mut owner = None;
    let mut found = Vec::new();
    for table in &sheet.tables {
        let Some(header) = &table.header else { continue };
        let first = header.path[0].name.as_str();
        if first != name {
            let knows = |record: &Record| {
                let field = record.field(name);
                field.is_some_and(|field| matches!(field.shape, Shape::Table(_) | Shape::Tables(_)))
            };
            // A table no one knows may lack the same name.
            if let Some(inner) = record_at(&header.path[..1], Some(record)) {
                owner = knows(inner).then_some(header.path[0].raw);
            }
        } else if let Some(owner) = owner {
            found.push((header.start, owner.to_owned()));
        } else {
            return Vec::new();
        }
    }
    found
}
