//! Values: a list stands on one line when it fits, else one entry on each; everything else stays as it is.
//!
//! In: the text of one value. Out: the same value with other spaces, its comments beside the same entries.

use super::cut::Key;
use super::order;
use super::scan::Scan;
use crate::syntax::record::{Record, Shape};
use crate::syntax::records::SOURCE;

/// The most columns of a line with a list: what fits beside a preview, and on a printed page.
pub(super) const WIDTH: usize = 100;

/// What an entry of a list stands further in.
const STEP: usize = 2;

/// A value.
#[derive(Debug)]
pub(super) enum Value<'t> {
    /// As written.
    Plain(&'t str),
    List(Group<'t>),
    Table(Group<'t>),
}

/// What stands between brackets.
#[derive(Default, Debug)]
pub(super) struct Group<'t> {
    /// The comment behind the opening bracket.
    behind: Option<&'t str>,
    pub items: Vec<Item<'t>>,
    /// Comments before the closing bracket.
    below: Vec<&'t str>,
}

/// An entry of a list, or a key of an inline table.
#[derive(Debug)]
pub(super) struct Item<'t> {
    above: Vec<&'t str>,
    /// Empty in a list.
    pub path: Vec<Key<'t>>,
    value: Value<'t>,
    behind: Option<&'t str>,
}

/// Reads a value that parses.
pub(super) fn read<'t>(text: &'t str) -> Value<'t> {
    value(&mut Scan::new(text))
}

fn value<'t>(scan: &mut Scan<'t>) -> Value<'t> {
    match scan.peek() {
        Some('[') => Value::List(group(scan, ']')),
        Some('{') => Value::Table(group(scan, '}')),
        _ => Value::Plain(scan.value()),
    }
}

fn group<'t>(scan: &mut Scan<'t>, close: char) -> Group<'t> {
    let mut group = Group::default();
    let mut waiting: Vec<&'t str> = Vec::new();
    // Whether the line that the last entry or the bracket stands on is still going on.
    let mut same_line = true;
    scan.skip(if close == ']' { '[' } else { '{' });
    while let Some(c) = scan.peek() {
        match c {
            ' ' | '\t' => scan.spaces(),
            '\n' | '\r' => {
                scan.newline();
                same_line = false;
            }
            ',' => drop(scan.skip(',')),
            '#' => {
                let comment = scan.comment();
                let behind = group.items.last_mut().map_or(&mut group.behind, |item| &mut item.behind);
                if same_line && behind.is_none() {
                    *behind = Some(comment);
                } else {
                    waiting.push(comment);
                }
            }
            c if c == close => {
                scan.skip(close);
                break;
            }
            _ => {
                let before = scan.at();
                group.items.push(item(scan, close, std::mem::take(&mut waiting)));
                same_line = true;
                if scan.at() == before {
                    // No TOML: go on, whatever it is.
                    scan.skip(c);
                }
            }
        }
    }
    group.below = waiting;
    group
}

fn item<'t>(scan: &mut Scan<'t>, close: char, above: Vec<&'t str>) -> Item<'t> {
    let mut path = Vec::new();
    if close == '}' {
        path = scan.path('=');
        scan.skip('=');
        scan.spaces();
    }
    Item { above, path, value: value(scan), behind: None }
}

/// The records that the values of a key follow.
pub(super) fn record_of(shape: &Shape) -> Option<&'static Record> {
    match shape {
        Shape::Table(record) | Shape::Tables(record) => Some(record),
        Shape::List(Shape::Source) | Shape::Source => Some(&SOURCE),
        _ => None,
    }
}

impl Value<'_> {
    /// Puts the keys of inline tables in the order of their record.
    pub fn sort(&mut self, record: Option<&'static Record>) {
        match self {
            Value::Plain(_) => {}
            Value::List(group) => group.items.iter_mut().for_each(|item| item.value.sort(record)),
            Value::Table(group) => {
                group.items.sort_by_key(|item| order::rank(&item.path, record));
                for item in &mut group.items {
                    let inner = order::record_at(&item.path, record);
                    item.value.sort(inner);
                }
            }
        }
    }

    /// Writes the value behind what stands on the last line of `out`.
    pub fn write(&self, indent: usize, out: &mut String, newline: &str) {
        match self {
            Value::Plain(text) => out.push_str(text),
            Value::List(group) => match self.on_one_line() {
                // A comma may follow.
                Some(line) if column(out) + line.chars().count() + usize::from(indent > 0) <= WIDTH => {
                    out.push_str(&line);
                }
                _ => group.write_lines(('[', ']'), indent, out, newline),
            },
            Value::Table(group) if group.has_comments() => {
                group.write_lines(('{', '}'), indent, out, newline);
            }
            // Without comments it stays on a line, which older readers of TOML ask for.
            Value::Table(group) => {
                let mut before = "{ ";
                for item in &group.items {
                    out.push_str(before);
                    item.write(indent, out, newline);
                    before = ", ";
                }
                out.push_str(if group.items.is_empty() { "{}" } else { " }" });
            }
        }
    }

    /// The value on one line, if nothing in it asks for several.
    fn on_one_line(&self) -> Option<String> {
        let (group, [open, close]) = match self {
            Value::Plain(text) => return (!text.contains('\n')).then(|| (*text).to_owned()),
            Value::List(group) => (group, ["[", "]"]),
            Value::Table(group) if group.items.is_empty() => (group, ["{", "}"]),
            Value::Table(group) => (group, ["{ ", " }"]),
        };
        if group.has_comments() {
            return None;
        }
        let one = |item: &Item<'_>| Some(format!("{}{}", item.name(), item.value.on_one_line()?));
        let items: Option<Vec<String>> = group.items.iter().map(one).collect();
        Some(format!("{open}{}{close}", items?.join(", ")))
    }
}

impl Group<'_> {
    fn has_comments(&self) -> bool {
        let commented = |item: &Item<'_>| item.behind.is_some() || !item.above.is_empty();
        self.behind.is_some() || !self.below.is_empty() || self.items.iter().any(commented)
    }

    fn write_lines(&self, (open, close): (char, char), indent: usize, out: &mut String, newline: &str) {
        let margin = " ".repeat(indent + STEP);
        out.push(open);
        push_behind(out, self.behind);
        out.push_str(newline);
        for item in &self.items {
            for comment in &item.above {
                out.extend([&margin, *comment, newline]);
            }
            out.push_str(&margin);
            item.write(indent + STEP, out, newline);
            out.push(',');
            push_behind(out, item.behind);
            out.push_str(newline);
        }
        for comment in &self.below {
            out.extend([&margin, *comment, newline]);
        }
        out.push_str(&margin[STEP..]);
        out.push(close);
    }
}

impl Item<'_> {
    /// `key = `, or nothing in a list.
    fn name(&self) -> String {
        if self.path.is_empty() { String::new() } else { format!("{} = ", dotted(&self.path)) }
    }

    fn write(&self, indent: usize, out: &mut String, newline: &str) {
        out.push_str(&self.name());
        self.value.write(indent, out, newline);
    }
}

/// A name with dots between its parts.
pub(super) fn dotted(path: &[Key<'_>]) -> String {
    path.iter().map(|key| key.raw).collect::<Vec<_>>().join(".")
}

/// The comment behind something on its line.
pub(super) fn push_behind(out: &mut String, comment: Option<&str>) {
    if let Some(comment) = comment {
        out.extend([" ", comment]);
    }
}

/// How many characters the last line of `out` has.
fn column(out: &str) -> usize {
    out[out.rfind('\n').map_or(0, |at| at + 1)..].chars().count()
}
