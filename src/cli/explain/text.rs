//! An answer as text: a head, then one block of columns for each part that says something.

use std::io::{self, Write};

use super::account::{Account, Answer, Entry, Spot};
use crate::cli::columns;
use crate::report::escape::{visible, visible_start};
use crate::report::plural;

/// Columns of the text: more than a line that is read, less than most screens.
const WIDTH: usize = 100;

/// Writes an answer to the question about `name`.
pub fn write(name: &str, answer: &Answer, out: &mut dyn Write) -> io::Result<()> {
    match answer {
        Answer::Account(account) => write_account(account, out),
        Answer::Meanings(meanings) => {
            writeln!(out, "`{}` means several things; ask about one of them:\n", visible_start(name, 80))?;
            block(meanings, out)
        }
        Answer::NoLine { file, lines } => {
            let (file, lines) = (visible(file), plural(*lines, "line"));
            writeln!(out, "there is no such line: `{file}` has {lines}")
        }
        Answer::Unknown(near) => {
            writeln!(out, "nothing here is called `{}`", visible_start(name, 80))?;
            if let Some(near) = near {
                writeln!(out, "did you mean `{}`?", visible_start(near, 80))?;
            }
            writeln!(
                out,
                "\nAsk about the code of a problem, a record such as `question`, an id, a file (`FILE:LINE` too)\n\
                 or the address of a page; `greenroom explain` lists codes and records, `greenroom list` ids."
            )
        }
    }
}

/// Says what else in the project has the name of a code or a record.
pub fn write_also(also: &[Entry], out: &mut dyn Write) -> io::Result<()> {
    if also.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nThis project has something of that name too; ask for it as")?;
    block(also, out)
}

fn write_account(account: &Account, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{} {}", account.what, visible(&account.name))?;
    block(&head(account), out)?;
    for note in &account.notes {
        indented(columns::wrapped(note, WIDTH - 2), "  ", out)?;
    }
    let parts = [
        ("Where each field comes from", &account.fields),
        ("What it shows, in order", &account.shows),
        ("Adapted, hidden, narrowed", &account.changes),
        ("Pages and files that show it", &account.shown_on),
        ("What names it", &account.named_by),
        ("Problems", &account.problems),
    ];
    for (title, entries) in parts.into_iter().filter(|(_, entries)| !entries.is_empty()) {
        writeln!(out, "\n{title}")?;
        block(entries, out)?;
    }
    Ok(())
}

/// What stands under the name: title, file, address and template.
fn head(account: &Account) -> Vec<Entry> {
    let mut head = Vec::new();
    let mut line = |name: &str, text: String| head.push(Entry::new(name, text));
    if let Some(title) = &account.title {
        line("title", title.clone());
    }
    if let Some(at) = &account.at {
        line("written", place(at));
    }
    if let Some(page) = &account.page {
        line("output", page.path.clone());
        if let Some(url) = &page.url {
            line("address", url.clone());
        }
        if let Some(template) = page.template {
            line("template", template.to_owned());
        }
        for (at, file) in page.files.iter().enumerate() {
            line("", if at == 0 { format!("{file} (used)") } else { format!("{file} (behind it)") });
        }
    }
    head
}

/// Entries as columns; when paths leave no room for what is said, each file stands once above its entries.
fn block(entries: &[Entry], out: &mut dyn Write) -> io::Result<()> {
    let rows = rows(entries, place);
    let says = rows.iter().any(|row| !row[3].is_empty());
    if !says {
        // The reason is the last column where nothing is said.
        let rows: Vec<Vec<String>> = rows.into_iter().map(|row| row[..3].to_vec()).collect();
        return indented(columns::lines(&rows, None), "  ", out);
    }
    if columns::room(&rows, WIDTH - 2) {
        return indented(columns::open_ended(&rows, WIDTH - 2), "  ", out);
    }
    let file = |entry: &Entry| entry.at.as_ref().map(|at| at.file.clone());
    let mut last = None;
    // All at once, so that the columns of all files line up.
    let lines = columns::open_ended(&self::rows(entries, line_of), WIDTH - 4);
    for (entry, line) in entries.iter().zip(lines) {
        let file = file(entry);
        if file.is_some() && file != last {
            writeln!(out, "  {}", visible(file.as_deref().unwrap_or_default()))?;
            last = file;
        }
        writeln!(out, "    {line}")?;
    }
    Ok(())
}

fn rows(entries: &[Entry], place: fn(&Spot) -> String) -> Vec<Vec<String>> {
    let mut rows = Vec::with_capacity(entries.len());
    let mut last = "";
    for Entry { name, at, why, text } in entries {
        // The values of one field stand under its first.
        let shown = if *name == last { "" } else { name.as_str() };
        last = name;
        let at = at.as_ref().map(place).unwrap_or_default();
        rows.push(vec![shown.to_owned(), at, one_line(why), one_line(text)]);
    }
    rows
}

fn indented(lines: Vec<String>, indent: &str, out: &mut dyn Write) -> io::Result<()> {
    lines.iter().try_for_each(|line| writeln!(out, "{indent}{line}"))
}

/// `:34`, where the file stands above.
fn line_of(at: &Spot) -> String {
    at.line.map_or_else(String::new, |line| format!(":{line}"))
}

fn place(at: &Spot) -> String {
    match at.line {
        Some(line) => format!("{}:{line}", at.file),
        None => at.file.clone(),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
