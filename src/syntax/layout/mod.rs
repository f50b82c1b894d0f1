//! The layout of TOML files: one canonical form, and changes that leave the rest of a file as it is.
//!
//! Text in, text out. Works on the text itself, so that every string, comment and number stays as its author
//! wrote it; what a file says is compared before and after. Knows the records, not what their values mean.

mod cut;
mod list;
mod moves;
mod order;
mod same;
mod scan;

use super::record::Record;
use cut::{Line, Sheet, Table, cut};

pub use moves::{Move, moves, owners};

/// Why a file was left as it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unlaid {
    /// It is not TOML.
    Unreadable,
    /// Its new layout would say something else, or lose a comment: a mistake of this program.
    Different,
}

/// The mark some editors put before a text; it stays.
const BOM: char = '\u{feff}';

/// The text of a file of this record in its canonical layout: keys and tables in the order of the record, one
/// blank line between tables, lists on one line when they fit. A file that has it is given back as it is.
///
/// # Errors
///
/// When the file cannot be read; also when the result would not say the same, which no file should show.
pub fn layout(text: &str, record: &'static Record) -> Result<String, Unlaid> {
    let (bom, toml) = match text.strip_prefix(BOM) {
        Some(toml) => (text.get(..BOM.len_utf8()).unwrap_or_default(), toml),
        None => ("", text),
    };
    let before = same::read(toml).ok_or(Unlaid::Unreadable)?;
    let mut sheet = cut(toml);
    order::sort(&mut sheet, record);
    let laid = written(&sheet, record, newline(toml));
    let after = same::read(&laid).ok_or(Unlaid::Different)?;
    if before == after { Ok(format!("{bom}{laid}")) } else { Err(Unlaid::Different) }
}

/// How most lines of a text end.
pub fn newline(text: &str) -> &'static str {
    let windows = text.matches("\r\n").count();
    if 2 * windows > text.matches('\n').count() { "\r\n" } else { "\n" }
}

fn written(sheet: &Sheet<'_>, record: &'static Record, newline: &str) -> String {
    let mut out = Page { text: String::new(), newline, empty_line: true };
    out.lines(&sheet.head);
    for table in &sheet.tables {
        write_table(table, record, &mut out);
    }
    out.lines(&sheet.tail);
    let end = out.text.trim_end_matches(['\r', '\n']).len();
    out.text.truncate(end);
    if end > 0 {
        out.text.push_str(newline);
    }
    out.text
}

fn write_table(table: &Table<'_>, record: &'static Record, out: &mut Page<'_>) {
    if let Some(header) = &table.header {
        out.blank();
        out.lines(&table.above);
        let name = list::dotted(&header.path);
        let line = if header.several { format!("[[{name}]]") } else { format!("[{name}]") };
        out.line(&line, header.behind);
    }
    let path = table.header.as_ref().map_or(&[][..], |header| &header.path);
    let own = order::record_at(path, Some(record));
    for entry in &table.entries {
        entry.above.iter().for_each(|comment| out.line(comment, None));
        let mut value = list::read(entry.value);
        value.sort(order::record_at(&entry.path, own));
        let mut line = format!("{} = ", list::dotted(&entry.path));
        value.write(0, &mut line, out.newline);
        out.line(&line, entry.behind);
    }
    out.lines(&table.below);
}

/// What was written so far.
struct Page<'n> {
    text: String,
    newline: &'n str,
    /// Whether the last line is empty, or there is none.
    empty_line: bool,
}

impl Page<'_> {
    fn line(&mut self, text: &str, behind: Option<&str>) {
        self.text.push_str(text);
        list::push_behind(&mut self.text, behind);
        self.text.push_str(self.newline);
        self.empty_line = false;
    }

    /// An empty line, unless there is one.
    fn blank(&mut self) {
        if !self.empty_line {
            self.text.push_str(self.newline);
            self.empty_line = true;
        }
    }

    fn lines(&mut self, lines: &[Line<'_>]) {
        for line in lines {
            match line {
                Line::Blank => self.blank(),
                Line::Comment(comment) => self.line(comment, None),
            }
        }
    }
}

#[cfg(test)]
mod tests;
