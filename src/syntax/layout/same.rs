//! What a TOML file says, to compare two forms of it: its values, and its comments.
//!
//! Reads with a parser of its own, so that a mistake of the cutter cannot hide here.

use std::collections::BTreeMap;

use toml_edit::{Document, Item, Table, TableLike, Value};

/// All a file says, places and spaces aside.
#[derive(PartialEq, Debug)]
pub(super) struct Meaning {
    values: Node,
    /// Sorted: where they stand is the business of the layout.
    comments: Vec<String>,
}

#[derive(PartialEq, Debug)]
enum Node {
    /// A value that is no group, as its kind and what it means.
    One(&'static str, String),
    List(Vec<Node>),
    /// A table, by key; the flag tells one written in braces.
    Table(bool, BTreeMap<String, Node>),
}

/// What a text says; `None` when it is not TOML.
pub(super) fn read(text: &str) -> Option<Meaning> {
    let document = Document::parse(text).ok()?;
    let mut comments = comments(text);
    comments.sort_unstable();
    Some(Meaning { values: table(document.as_table()), comments })
}

fn table(table: &Table) -> Node {
    keys(false, table)
}

fn keys(braces: bool, table: &dyn TableLike) -> Node {
    Node::Table(braces, table.iter().map(|(key, item)| (key.to_owned(), node(item))).collect())
}

fn node(item: &Item) -> Node {
    match item {
        Item::None => Node::List(Vec::new()),
        Item::Value(one) => value(one),
        Item::Table(inner) => table(inner),
        Item::ArrayOfTables(tables) => Node::List(tables.iter().map(table).collect()),
    }
}

fn value(of: &Value) -> Node {
    match of {
        Value::String(text) => Node::One("text", text.value().clone()),
        Value::Integer(number) => Node::One("integer", number.value().to_string()),
        Value::Float(number) => Node::One("float", format!("{:?}", number.value())),
        Value::Boolean(flag) => Node::One("flag", flag.value().to_string()),
        Value::Datetime(when) => Node::One("date", when.value().to_string()),
        Value::Array(items) => Node::List(items.iter().map(value).collect()),
        Value::InlineTable(inner) => keys(true, inner),
    }
}

/// The comments of a text that parses, in order, without the spaces at their ends.
fn comments(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['#', '"', '\'']) {
        rest = &rest[at..];
        if rest.starts_with('#') {
            let end = rest.find('\n').unwrap_or(rest.len());
            found.push(rest[..end].trim_end().to_owned());
            rest = &rest[end..];
        } else {
            rest = &rest[string(rest)..];
        }
    }
    found
}

/// How long the string is that `text` starts with.
fn string(text: &str) -> usize {
    let (quote, escapes) = (&text[..1], text.starts_with('"'));
    let long = quote.repeat(3);
    let close = if text.starts_with(&long) { long.as_str() } else { quote };
    let mut at = close.len();
    while at < text.len() {
        if text[at..].starts_with(close) {
            let more =
                text[at + close.len()..].bytes().take_while(|byte| text.as_bytes()[0] == *byte).count();
            return at + close.len() + if close.len() == 3 { more.min(2) } else { 0 };
        }
        let mut rest = text[at..].chars();
        let step = rest.next().map_or(1, char::len_utf8);
        at += step;
        if escapes && text[at - step..].starts_with('\\') {
            at += rest.next().map_or(0, char::len_utf8);
        }
    }
    text.len()
}
