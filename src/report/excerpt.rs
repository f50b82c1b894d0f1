//! The lines of a file that are shown, ready for a terminal: nothing in them acts, none is too long.
//!
//! In go a text and ranges of its bytes; out come few lines and the same ranges in those lines. The
//! renderer behind this measures text as it finds it, so line breaks of Windows, tabs, a byte order mark,
//! control characters and lines of a megabyte are dealt with here, before it sees them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::escape;
use super::places::{BYTE_ORDER_MARK, settle};
use crate::base::span::floor_char_boundary;

/// Lines of a file and places in them.
#[derive(PartialEq, Eq, Debug)]
pub struct Excerpt {
    /// The lines.
    pub source: String,
    /// The number of the first one, from 1.
    pub first_line: usize,
    /// The given ranges, in `source`.
    pub spans: Vec<Range<usize>>,
    /// A line that has no range and is to be shown nevertheless.
    pub context: Option<Range<usize>>,
}

/// How many bytes around a place are kept of a long line; the renderer cuts it to the terminal.
pub const AROUND: usize = 130;
/// The same for a change, which the renderer does not cut.
pub const AROUND_CHANGE: usize = 35;
/// A line of so many times that is long.
const LONG: usize = 3;
/// A range over more line breaks than this is more than a screen.
const SCREEN: usize = 40;

/// The lines that hold `ranges`, from the first to the last; all of them, so the ranges had better be near.
pub fn excerpt(text: &str, ranges: &[Range<usize>], around: usize) -> Excerpt {
    let ranges: Vec<Range<usize>> = ranges.iter().map(|range| fit(text, range)).collect();
    let places: BTreeSet<usize> = ranges.iter().flat_map(|range| [range.start, range.end]).collect();
    let (from, to) = (places.first().copied().unwrap_or(0), places.last().copied().unwrap_or(0));
    let mut start = line_start(text, from);
    // A caret on the empty last line says little without the line before it.
    let alone = start == text.len() && start > 0;
    if alone {
        start = line_start(text, start - 1);
    }
    let mut lines = Lines { text, around, places, source: String::new(), found: BTreeMap::new() };
    let first_line = text[..start].bytes().filter(|byte| *byte == b'\n').count() + 1;
    let last = lines.copy(start, to);
    let context = alone.then(|| 0..lines.source.find('\n').unwrap_or(0));
    if lines.source[last..].is_empty() {
        // The renderer knows no line without a character at the end of a text.
        lines.source.push(' ');
    }
    let found = |at: usize| lines.found.get(&at).copied().unwrap_or(0);
    let spans = ranges.iter().map(|range| found(range.start)..found(range.end)).collect();
    Excerpt { spans, source: lines.source, first_line, context }
}

/// A replacement text as lines that can be shown.
pub fn replacement(text: &str) -> String {
    let line = |line: &str| {
        let mut shown = String::new();
        let end = floor_char_boundary(line, LONG * AROUND_CHANGE);
        line[..end].chars().for_each(|c| push(&mut shown, c));
        if end < line.len() {
            shown.push_str("...");
        }
        shown
    };
    let lines: Vec<String> =
        text.split('\n').map(|part| line(part.strip_suffix('\r').unwrap_or(part))).collect();
    lines.join("\n")
}

/// The range as it can be shown: inside the text, between characters, not behind a line break, and of
/// something with more lines than a screen only the first.
fn fit(text: &str, range: &Range<usize>) -> Range<usize> {
    let mut start = settle(text, range.start);
    if start == 0 && text.starts_with(BYTE_ORDER_MARK) {
        start = BYTE_ORDER_MARK.len_utf8();
    }
    let mut end = settle(text, range.end).max(start);
    while end > start && text[..end].ends_with('\n') {
        end -= 1;
        if end > start && text[..end].ends_with('\r') {
            end -= 1;
        }
    }
    if let Some((first, _)) =
        text[start..end].match_indices('\n').nth(SCREEN).and(text[start..end].split_once('\n'))
    {
        end = start + first.len();
    }
    start..settle(text, end)
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |before| before + 1)
}

/// The lines while they are copied.
struct Lines<'a> {
    text: &'a str,
    around: usize,
    /// The bytes of the file that have to be found again.
    places: BTreeSet<usize>,
    source: String,
    /// Where they are in `source`.
    found: BTreeMap<usize, usize>,
}

impl Lines<'_> {
    /// Copies the lines from `start` to the one that holds `to`; tells where in the copy the last one starts.
    fn copy(&mut self, mut start: usize, to: usize) -> usize {
        let text = self.text;
        loop {
            let copied = self.source.len();
            let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
            let line = text[start..end].strip_suffix('\r').filter(|_| end < text.len());
            let line = start..line.map_or(end, |line| start + line.len());
            self.line(line);
            if end >= to || end == text.len() {
                return copied;
            }
            self.source.push('\n');
            start = end + 1;
        }
    }

    /// Copies one line, or what is around the places in a long one.
    fn line(&mut self, line: Range<usize>) {
        let mut done = line.start;
        for part in self.parts(&line) {
            if part.start > done {
                self.source.push_str("...");
            }
            for (at, c) in self.text[part.clone()].char_indices() {
                self.find(part.start + at);
                if !(c == BYTE_ORDER_MARK && part.start + at == 0) {
                    push(&mut self.source, c);
                }
            }
            self.find(part.end);
            done = part.end;
        }
        if done < line.end {
            self.source.push_str("...");
        }
    }

    fn find(&mut self, at: usize) {
        if self.places.contains(&at) {
            self.found.insert(at, self.source.len());
        }
    }

    /// The parts of a line that are kept, in order and apart.
    fn parts(&self, line: &Range<usize>) -> Vec<Range<usize>> {
        if line.len() <= LONG * self.around {
            return vec![line.clone()];
        }
        let cut = |at: usize| floor_char_boundary(self.text, at);
        let mut parts: Vec<Range<usize>> = Vec::new();
        for place in self.places.range(line.start..=line.end) {
            let start = cut(place.saturating_sub(self.around)).max(line.start);
            let end = cut(place + self.around).clamp(*place, line.end);
            match parts.last_mut() {
                Some(last) if start <= last.end => last.end = end,
                _ => parts.push(start..end),
            }
        }
        if parts.is_empty() {
            parts.push(line.start..cut(line.start + 2 * self.around));
        }
        parts
    }
}

/// Adds a character as it is shown in a line of source: a tab as four blanks.
fn push(line: &mut String, c: char) {
    match c {
        '\t' => line.push_str("    "),
        c => escape::push(line, c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, range: Range<usize>) -> (String, String) {
        let made = excerpt(text, std::slice::from_ref(&range), AROUND);
        (made.source[made.spans[0].clone()].to_owned(), made.source)
    }

    #[test]
    fn ranges_follow_what_is_rewritten() {
        let text = "\u{feff}a\t\u{1b}b = 'ü'\r\nnext\r\n";
        let at = text.find('b').expect("it is there");
        assert_eq!(marked(text, at..at + 1), ("b".into(), "a    \\u{1b}b = 'ü'".into()));
        assert_eq!(marked(text, 0..4), ("a".into(), "a    \\u{1b}b = 'ü'".into()));
        let line = text.find("next").expect("it is there");
        assert_eq!(marked(text, line - 1..line + 1), ("\nn".into(), "a    \\u{1b}b = 'ü'\nnext".into()));
    }

    #[test]
    fn a_long_line_keeps_what_is_around_the_place() {
        let text = format!("{}X{}", "é".repeat(400_000), "b".repeat(400_000));
        let at = text.find('X').expect("it is there");
        let (mark, source) = marked(&text, at..at + 1);
        assert_eq!(mark, "X");
        assert!(source.len() < 2 * AROUND + 20, "{}", source.len());
        assert!(source.starts_with("...é") && source.ends_with("b..."));
    }

    #[test]
    fn the_empty_last_line_comes_with_the_one_before() {
        let made = excerpt("one\ntwo\n", std::slice::from_ref(&(8..8)), AROUND);
        assert_eq!((made.source.as_str(), made.first_line), ("two\n ", 2));
        assert_eq!((made.spans[0].clone(), made.context), (4..4, Some(0..3)));
    }

    #[test]
    fn a_range_of_many_lines_is_cut_to_its_first() {
        let text = "line\n".repeat(100_000);
        let made = excerpt(&text, std::slice::from_ref(&(5..text.len())), AROUND);
        assert_eq!((made.source.as_str(), made.first_line), ("line", 2));
    }
}
