//! Texts in columns, for people: each column as wide as its widest text, and lines as wide as the screen.
//!
//! Widths are those of terminals: an ideograph takes two columns, a combining mark none (UAX 11). In go texts
//! that may come from strangers; what acts on a terminal is made visible here. Prints nothing.

use terminal_size::{Width, terminal_size_of};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::report::escape::visible;

/// What stands between two columns.
const GAP: usize = 2;

/// A column is not cut below this, so that a narrow screen still shows how a text begins.
const LEAST: usize = 12;

/// The last column gives way first, because it is a text; below this, others are left out for it.
const READABLE: usize = 24;

/// Columns that show what a text is about, for the last column.
const SHORTEST: usize = 40;

/// How wide the screen is; nothing when standard output is none, and then nothing is cut.
pub fn screen() -> Option<usize> {
    terminal_size_of(std::io::stdout()).map(|(Width(width), _)| usize::from(width))
}

/// Rows as lines without trailing spaces; columns that are empty in all rows are left out.
///
/// With a `limit`, all but the first give way until every line fits.
pub fn lines(rows: &[Vec<String>], limit: Option<usize>) -> Vec<String> {
    let rows = shown(rows);
    let mut widths = widths(&rows);
    if let Some(limit) = limit {
        narrow(&mut widths, limit);
    }
    rows.iter().map(|row| line(row, &widths)).collect()
}

/// Whether the last column has room for a few words.
pub fn room(rows: &[Vec<String>], limit: usize) -> bool {
    let widths = widths(&shown(rows));
    widths.split_last().is_none_or(|(last, before)| taken(before) + (*last).min(SHORTEST) <= limit)
}

/// What columns and the gaps behind them take.
fn taken(widths: &[usize]) -> usize {
    widths.iter().filter(|width| **width > 0).map(|width| width + GAP).sum()
}

/// Rows as lines in which only the last column is cut: what stands before it is to be copied or clicked.
pub fn open_ended(rows: &[Vec<String>], limit: usize) -> Vec<String> {
    let rows = shown(rows);
    let mut widths = widths(&rows);
    if let Some((last, before)) = widths.split_last_mut() {
        *last = (*last).min(limit.saturating_sub(taken(before)).max(LEAST));
    }
    rows.iter().map(|row| line(row, &widths)).collect()
}

/// A text in lines of at most `width` columns, broken between words; a longer word has a line of its own.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let word = visible(word);
            if !line.is_empty() && line.width() + 1 + word.width() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
        lines.push(line);
    }
    lines
}

fn shown(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| visible(cell).into_owned()).collect()).collect()
}

fn widths(rows: &[Vec<String>]) -> Vec<usize> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.width()).max();
    (0..count).map(|at| widest(at).unwrap_or(0)).collect()
}

/// Leaves out columns between the first and the last, from the right, until the last is readable, and cuts that.
///
/// The first is an id, to be copied into the next command: a part of one is of no use, so it is never cut.
fn narrow(widths: &mut [usize], limit: usize) {
    let Some((last, before)) = widths.split_last_mut() else { return };
    for at in (1..before.len()).rev() {
        if taken(before) + (*last).min(READABLE) > limit {
            before[at] = 0;
        }
    }
    *last = (*last).min(limit.saturating_sub(taken(before)).max(LEAST));
}

fn line(row: &[String], widths: &[usize]) -> String {
    let mut line = String::new();
    let mut owed = 0;
    for (cell, width) in row.iter().zip(widths).filter(|(_, width)| **width > 0) {
        let cell = cut(cell, *width);
        if !cell.is_empty() {
            line.extend(std::iter::repeat_n(' ', owed));
            line.push_str(&cell);
            owed = 0;
        }
        owed += *width - cell.width().min(*width) + GAP;
    }
    line
}

/// As much of the text as fits; `…` says that there is more.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut room = width.saturating_sub(1);
    for c in text.chars() {
        let wide = c.width().unwrap_or(0);
        if wide > room {
            break;
        }
        room -= wide;
        kept.push(c);
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn columns_line_up_in_any_script() {
        let rows = rows(&[&["面接", "", "x"], &["naïve", "", "y\u{1b}[2J"], &["e\u{301}", "", ""]]);
        assert_eq!(lines(&rows, None), ["面接   x", "naïve  y\\u{1b}[2J", "e\u{301}"]);
    }

    #[test]
    fn a_text_is_broken_between_words() {
        assert_eq!(
            wrapped("面接の 準備 a\u{1b}b\n\nlonger-than-it x", 11),
            ["面接の 準備", "a\\u{1b}b", "", "longer-than-it", "x"]
        );
    }

    #[test]
    fn the_text_gives_way() {
        let rows =
            rows(&[&["core/conflict", "Tell me about a time you disagreed."], &["a", "面接面接面接面接"]]);
        let cut = lines(&rows, Some(28));
        assert_eq!(cut, ["core/conflict  Tell me abou…", "a              面接面接面接…"]);
        assert!(cut.iter().all(|line| line.width() <= 28));
    }

    #[test]
    fn an_id_is_never_cut() {
        let rows = rows(&[&["core/conflict", "behavioral", "must", "Tell me about a time you disagreed."]]);
        assert_eq!(lines(&rows, Some(57))[0], "core/conflict  behavioral  must  Tell me about a time yo…");
        assert_eq!(lines(&rows, Some(56))[0], "core/conflict  behavioral  Tell me about a time you dis…");
        assert_eq!(lines(&rows, Some(40))[0], "core/conflict  Tell me about a time you…");
        assert_eq!(lines(&rows, Some(1))[0], "core/conflict  Tell me abo…", "a terminal breaks the line");
    }
}
