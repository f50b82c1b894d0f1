//! One line for each problem: `path:line:col: error[code]: message`.
//!
//! The form that editors, `grep` and `sort` understand. A problem of a file as a whole has no line and
//! column, one of the project no path. Help and other places are left out: `human` has them.

use std::io::{self, Write};

use super::escape::{visible, visible_start};
use super::overview::Overview;
use super::places::Places;
use super::{Report, word};

/// The most characters of a message: some repeat what an author wrote.
const MESSAGE: usize = 600;

/// Writes the lines, then what was left out and the sum.
pub fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut places = Places::of_report(report);
    let overview = Overview::of(report, &mut places);
    for diagnostic in &overview.shown {
        let place = places.of(&diagnostic.place).map(|spot| format!("{}: ", visible(&spot.words())));
        let (severity, code) = (word(diagnostic.severity), diagnostic.code.name);
        let message = visible_start(&diagnostic.message, MESSAGE);
        writeln!(out, "{}{severity}[{code}]: {message}", place.unwrap_or_default())?;
    }
    overview.write(out)
}
