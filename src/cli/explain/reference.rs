//! The reference: what the code of a problem means and the way out, and which keys a record takes.
//!
//! Needs no project. Writes to whatever it is given; that the answer goes to the terminal and an unknown code
//! fails the command is decided by the caller.

use std::io::{self, Write};

use super::account::{Account, Entry};
use crate::base::near::nearest;
use crate::diag::{Code, codes};
use crate::report::escape::visible_start;
use crate::report::word;
use crate::syntax::record::{Field, Record};
use crate::syntax::records;

/// Explains the code or the record of this name; an unknown one gets the nearest name and the list.
///
/// A code may be given as reports show it: `error[unknown-key]`.
///
/// # Errors
///
/// Only what `out` returns.
pub fn explain(name: &str, out: &mut dyn Write) -> io::Result<()> {
    if let Some(code) = find(name) {
        return write_code(code, out);
    }
    if let Some(record) = record(name) {
        return write_record(record, out);
    }
    writeln!(out, "there is no code `{}`", visible_start(name, 80))?;
    if let Some(near) = nearest(inner(name), names()) {
        writeln!(out, "did you mean `{near}`?")?;
    }
    writeln!(out)?;
    list(out)
}

/// The code that a person means: its name, or the way a report shows it.
fn find(name: &str) -> Option<&'static Code> {
    codes::find(inner(name))
}

/// The record of this name.
fn record(name: &str) -> Option<&'static Record> {
    records::ALL.into_iter().find(|record| record.name == name.trim())
}

/// Whether a name is a code or a record.
pub fn knows(name: &str) -> bool {
    find(name).is_some() || record(name).is_some()
}

/// Every name that can be explained without a project.
pub fn names() -> impl Iterator<Item = &'static str> {
    codes::ALL.iter().map(|code| code.name).chain(records::ALL.iter().map(|record| record.name))
}

/// A code or a record as an account, for machines.
pub fn account(name: &str) -> Option<Account> {
    if let Some(code) = find(name) {
        return Some(Account {
            what: "code",
            name: code.name.to_owned(),
            title: Some(code.summary.to_owned()),
            notes: vec![code.explanation.trim_end().to_owned()],
            ..Account::default()
        });
    }
    let record = record(name)?;
    let field = |field: &Field| {
        let required = if field.required { ", required" } else { "" };
        Entry::new(field.name, format!("{}{required}", field.shape.words())).saying(field.doc)
    };
    Some(Account {
        what: "record",
        name: record.name.to_owned(),
        title: Some(record.doc.to_owned()),
        fields: record.fields.iter().map(field).collect(),
        ..Account::default()
    })
}

/// Lists every code by what is being done when it is found.
///
/// # Errors
///
/// Only what `out` returns.
pub fn list(out: &mut dyn Write) -> io::Result<()> {
    let width = codes::ALL.iter().map(|code| code.name.len()).max().unwrap_or(0);
    for code in codes::ALL {
        if let Some((_, title)) = GROUPS.iter().find(|(first, _)| *first == code.name) {
            let gap = if std::ptr::eq(*code, codes::ALL[0]) { "" } else { "\n" };
            writeln!(out, "{gap}{title}")?;
        }
        writeln!(out, "  {:width$}  {:7}  {}", code.name, word(code.severity), code.summary)?;
    }
    writeln!(out, "\nRecords and their keys")?;
    let width = records::ALL.iter().map(|record| record.name.len()).max().unwrap_or(0);
    for record in records::ALL {
        writeln!(out, "  {:width$}  {}", record.name, record.doc)?;
    }
    writeln!(
        out,
        "\n`greenroom explain NAME` says what a code means and what to do, or lists the keys of a record."
    )
}

/// The first code of each group of the list, and what the group is called in `diag::codes`.
const GROUPS: [(&str, &str); 8] = [
    ("not-utf8", "Reading files"),
    ("toml-syntax", "Reading TOML and front matter"),
    ("raw-html", "Reading Markdown"),
    ("duplicate-id", "Linking"),
    ("id-lost", "Identity"),
    ("question-too-long", "Checks"),
    ("unknown-theme", "Theme and output"),
    ("page-html", "Pages of a theme"),
];

fn write_code(code: &Code, out: &mut dyn Write) -> io::Result<()> {
    let adjustable = if code.adjustable {
        "a site can lower it under `[checks]`"
    } else {
        "it cannot be lowered or waived"
    };
    writeln!(out, "{}: {}", code.name, code.summary)?;
    writeln!(out, "{}; {adjustable}\n", word(code.severity))?;
    writeln!(out, "{}", code.explanation.trim_end())
}

fn write_record(record: &Record, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}: {}\n", record.name, record.doc)?;
    for field in record.fields {
        let required = if field.required { " (required)" } else { "" };
        writeln!(out, "{}{required}", field.name)?;
        writeln!(out, "    {}", field.doc)?;
        writeln!(out, "    Takes {}.", field.shape.words())?;
    }
    Ok(())
}

/// `unknown-key` of `error[unknown-key]`.
fn inner(name: &str) -> &str {
    let name = name.trim();
    name.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map_or(name, |(inner, _)| inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(name: &str) -> String {
        let mut out = Vec::new();
        explain(name, &mut out).expect("a Vec takes everything");
        String::from_utf8(out).expect("explanations are text")
    }

    #[test]
    fn a_code_is_explained_as_it_is_shown() {
        for name in ["missing-alt", " error[missing-alt] "] {
            let text = said(name);
            let head = "missing-alt: an image has no text alternative\n\
                        error; a site can lower it under `[checks]`\n\n";
            assert!(text.starts_with(head), "{text}");
        }
        assert!(said("toml-syntax").contains("it cannot be lowered"));
    }

    #[test]
    fn a_record_is_explained_with_all_its_keys() {
        for record in records::ALL {
            let text = said(record.name);
            assert!(record.fields.iter().all(|field| text.contains(field.doc)), "{text}");
        }
    }

    #[test]
    fn an_unknown_code_gets_the_nearest_and_the_list() {
        let text = said("mising-alt\u{1b}");
        assert!(!knows("mising-alt"));
        assert!(
            text.starts_with("there is no code `mising-alt\\u{1b}`\ndid you mean `missing-alt`?\n"),
            "{text}"
        );
        assert!(codes::ALL.iter().all(|code| text.contains(code.summary)));
    }

    #[test]
    fn the_groups_are_those_of_the_list_of_codes() {
        let source = include_str!("../../diag/codes.rs");
        let (_, listed) = source.split_once("\ncodes! {\n").expect("the list");
        let mut lines = listed.lines().map(str::trim).peekable();
        let mut groups = Vec::new();
        while let Some(line) = lines.next() {
            if let Some(title) = line.strip_prefix("// ") {
                let first = lines.peek().and_then(|code| code.split('"').nth(1)).expect("a code");
                groups.push((first, title));
            }
        }
        assert_eq!(groups, GROUPS);
    }
}
