//! A list as a table, as JSON and as CSV.
//!
//! CSV is RFC 4180 with a header. A cell that a spreadsheet would run as a formula gets an apostrophe in front
//! (OWASP, "CSV Injection"), so that a question which starts with `=` stays a question.

use std::io::{self, Write};

use serde::Serialize;

use super::rows::{Listed, Row};
use crate::cli::columns;
use crate::report::write_value;

/// Writes columns for people; `screen` is the width that lines must fit.
pub fn table(listed: &Listed, screen: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    match listed {
        Listed::Questions(rows) => table_of(rows, screen, out),
        Listed::Banks(rows) => table_of(rows, screen, out),
        Listed::Guides(rows) => table_of(rows, screen, out),
        Listed::Roles(rows) | Listed::Industries(rows) => table_of(rows, screen, out),
        Listed::Messages(rows) | Listed::Checklists(rows) => table_of(rows, screen, out),
        Listed::Kits(rows) => table_of(rows, screen, out),
        Listed::Words(rows) => table_of(rows, screen, out),
    }
}

/// Writes `{"version":1,"questions":[…]}`.
pub fn json(listed: &Listed, out: &mut dyn Write) -> io::Result<()> {
    write_value(&Document { version: 1, listed }, out)
}

/// Writes a header and one record for each row.
pub fn csv(listed: &Listed, out: &mut dyn Write) -> io::Result<()> {
    match listed {
        Listed::Questions(rows) => csv_of(rows, out),
        Listed::Banks(rows) => csv_of(rows, out),
        Listed::Guides(rows) => csv_of(rows, out),
        Listed::Roles(rows) | Listed::Industries(rows) => csv_of(rows, out),
        Listed::Messages(rows) | Listed::Checklists(rows) => csv_of(rows, out),
        Listed::Kits(rows) => csv_of(rows, out),
        Listed::Words(rows) => csv_of(rows, out),
    }
}

#[derive(Serialize)]
struct Document<'l> {
    version: u32,
    #[serde(flatten)]
    listed: &'l Listed,
}

fn table_of<R: Row>(rows: &[R], screen: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let places: Vec<usize> =
        R::TABLE.iter().filter_map(|name| R::COLUMNS.iter().position(|column| column == name)).collect();
    let pick = |cells: Vec<String>| places.iter().map(|at| cells[*at].clone()).collect::<Vec<String>>();
    let mut cells: Vec<Vec<String>> = rows.iter().map(|row| pick(row.cells())).collect();
    let used = |at: usize| cells.iter().any(|row| !row[at].is_empty());
    // A column without a value needs no name.
    let name = |(at, name): (usize, &&str)| if used(at) { name.to_uppercase() } else { String::new() };
    let header: Vec<String> = R::TABLE.iter().enumerate().map(name).collect();
    cells.insert(0, header);
    for line in columns::lines(&cells, screen) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn csv_of<R: Row>(rows: &[R], out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(R::COLUMNS)?;
    for row in rows {
        writer.write_record(row.cells().iter().map(|cell| harmless(cell)))?;
    }
    writer.flush()
}

/// The cell with an apostrophe before anything that a spreadsheet takes for the start of a formula.
fn harmless(cell: &str) -> String {
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠') => format!("'{cell}"),
        _ => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@x", "\tx", "\r=x", "＝x"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        assert_eq!(harmless("a = b"), "a = b");
    }
}
