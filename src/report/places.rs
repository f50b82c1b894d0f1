//! Where a diagnostic points, as people count: path, line and column.
//!
//! Lines and columns count from 1, columns in Unicode characters; a byte order mark at the head of a file
//! is no character of its first line, because no editor shows it as one.

use std::collections::BTreeMap;

use super::{Report, Texts};
use crate::base::span::floor_char_boundary;
use crate::base::{FileId, LineIndex, Position, Span};
use crate::diag::Place;

/// A path and, when the file has text, the part of it that is meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spot {
    /// From where the reader is: the report's root and the path in the project.
    pub path: String,
    /// The part of the text.
    pub region: Option<Region>,
}

/// A part of a text; the end is behind its last character.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Region {
    /// The first character.
    pub start: Position,
    /// Behind the last character.
    pub end: Position,
    /// The same as bytes of the file.
    pub bytes: (usize, usize),
}

impl Spot {
    /// `path:line:column`, or the path alone; not yet safe for a terminal.
    pub fn words(&self) -> String {
        match &self.region {
            Some(Region { start, .. }) => format!("{}:{}:{}", self.path, start.line, start.column),
            None => self.path.clone(),
        }
    }
}

/// The lines of every file that was asked about so far.
pub struct Places<'a> {
    texts: &'a dyn Texts,
    root: &'a str,
    lines: BTreeMap<FileId, LineIndex>,
}

impl<'a> Places<'a> {
    /// Nothing asked yet.
    pub fn of_report(report: &Report<'a>) -> Places<'a> {
        Places::new(report.texts, report.root)
    }

    /// The same for places that no report is about; `root` stands before each path, as in a report.
    pub fn new(texts: &'a dyn Texts, root: &'a str) -> Places<'a> {
        Places { texts, root, lines: BTreeMap::new() }
    }

    /// Where a diagnostic points; `None` for the project, and for a file that nobody knows.
    pub fn of(&mut self, place: &Place) -> Option<Spot> {
        match place {
            Place::Project => None,
            Place::File(path) => Some(Spot { path: format!("{}{path}", self.root), region: None }),
            Place::At(span) => self.at(*span),
        }
    }

    /// Where a span is; `None` when nobody knows its file.
    pub fn at(&mut self, span: Span) -> Option<Spot> {
        let path = format!("{}{}", self.root, self.texts.path(span.file)?);
        Some(Spot { path, region: self.region(span) })
    }

    /// The text of a file.
    pub fn text(&self, file: FileId) -> Option<&'a str> {
        self.texts.text(file)
    }

    fn region(&mut self, span: Span) -> Option<Region> {
        let text = self.texts.text(span.file)?;
        let index = self.lines.entry(span.file).or_insert_with(|| LineIndex::new(text));
        let mark = text.starts_with(BYTE_ORDER_MARK);
        let position = |offset: u32| {
            let mut position = index.position(text, settle(text, offset as usize));
            if mark && position.line == 1 && position.column > 1 {
                position.column -= 1;
            }
            position
        };
        let cut = |offset: u32| (offset as usize).min(text.len());
        let (start, end) = (position(span.start), position(span.end));
        Some(Region { start, end, bytes: (cut(span.start), cut(span.end)) })
    }
}

/// The last place at or before `offset` that a person can point at: not inside a character, and not between
/// the two halves of a Windows line break.
pub fn settle(text: &str, offset: usize) -> usize {
    let at = floor_char_boundary(text, offset);
    let halved = text[..at].ends_with('\r') && text[at..].starts_with('\n');
    if halved { at - 1 } else { at }
}

/// What some editors put before the first character of a UTF-8 file.
pub const BYTE_ORDER_MARK: char = '\u{feff}';
