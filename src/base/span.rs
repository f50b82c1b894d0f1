//! Places in source files: which file, which bytes, which line and column.
//!
//! A `FileId` is a pure function of the path, so a parse result that is kept between two builds
//! still points at the right file. Knows nothing of what is in a file.

use std::hash::{Hash, Hasher};

use super::path::SourcePath;

/// Names a source file; the same path has the same id in every build.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FileId(u64);

impl FileId {
    /// The id of the file at `path`.
    ///
    /// The first 64 bits of a BLAKE3 hash: two of a million files share an id with probability 3·10⁻⁸.
    pub fn of(path: &SourcePath) -> FileId {
        FileId(super::hash::ContentHash::of(path.as_str().as_bytes()).prefix())
    }
}

/// A range of bytes in one file; `start <= end`.
///
/// Hashes to nothing: the hash of a record is that of what it says, wherever it stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Span {
    /// The file the bytes are in.
    pub file: FileId,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl Hash for Span {
    fn hash<H: Hasher>(&self, _state: &mut H) {}
}

impl Span {
    /// The bytes `range` of `file`; offsets beyond 4 GiB are clamped (files are far smaller).
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Span {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (start, end) = (clamp(range.start), clamp(range.end));
        Span { file, start, end: end.max(start) }
    }

    /// The empty place at the head of `file`.
    pub fn head(file: FileId) -> Span {
        Span { file, start: 0, end: 0 }
    }

    /// The bytes as a range for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A place as people count it: both from 1; the column counts characters, not bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode scalar values, from 1.
    pub column: usize,
}

/// Finds line and column of a byte offset.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Reads `text` once and remembers where its lines start.
    pub fn new(text: &str) -> LineIndex {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        LineIndex { starts: std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect() }
    }

    /// Line and column of `offset` in `text` (the text the index was made of); past the end, the end.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let offset = floor_char_boundary(text, offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        Position { line, column: text[start..offset].chars().count() + 1 }
    }

    /// Where line `line` (from 1) starts, if there is such a line.
    pub fn line_start(&self, line: usize) -> Option<usize> {
        self.starts.get(line.checked_sub(1)?).copied()
    }
}

/// The last place at or before `offset` where `text` can be cut.
pub fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_counts_characters() {
        let text = "é = 1\nnaïve = 2";
        let index = LineIndex::new(text);
        assert_eq!(index.position(text, 3), Position { line: 1, column: 3 });
        assert_eq!(index.position(text, 7), Position { line: 2, column: 1 });
        assert_eq!(index.position(text, 9_999), Position { line: 2, column: 10 });
    }

    #[test]
    fn an_offset_inside_a_character_is_its_start() {
        let text = "é";
        assert_eq!(LineIndex::new(text).position(text, 1), Position { line: 1, column: 1 });
    }
}
