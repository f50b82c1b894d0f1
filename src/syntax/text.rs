//! A text an author wrote, and the way back from each of its bytes to the file.
//!
//! A TOML string with escapes is shorter than what stands in the file; Markdown in it is still
//! underlined at the right place.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use crate::base::{FileId, Span};

/// A text and where it came from. Hashes as the text alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Text {
    value: Box<str>,
    span: Span,
    pieces: Pieces,
}

/// Where the bytes of the value stand in the file.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Pieces {
    /// One run, as it is, from this offset.
    Run(u32),
    /// Runs: (offset in the value, offset in the file), ascending; between two starts the bytes go in step.
    Runs(Box<[(u32, u32)]>),
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}

impl Text {
    /// The bytes of a file from `start` on, as they are.
    pub fn verbatim(file: FileId, start: usize, value: &str) -> Text {
        let span = Span::new(file, start..start + value.len());
        Text { value: value.into(), span, pieces: Pieces::Run(span.start) }
    }

    /// The value of a TOML string; `literal` is what stands in the file at `span`, quotes included.
    pub fn toml(value: &str, literal: &str, span: Span) -> Text {
        let quotes = if literal.starts_with("\"\"\"") || literal.starts_with("'''") { 3 } else { 1 };
        let body = literal.get(quotes..literal.len().saturating_sub(quotes)).unwrap_or_default();
        let newline = if quotes == 1 {
            0
        } else if body.starts_with("\r\n") {
            2
        } else {
            usize::from(body.starts_with('\n'))
        };
        let start = span.start + (quotes + newline) as u32;
        let body = &body[newline..];
        let pieces = if body == value { Pieces::Run(start) } else { Pieces::Runs(runs(body, value, start)) };
        Text { value: value.into(), span, pieces }
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.value
    }

    /// All of it, as it stands in the file, quotes included.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Where `range` of the value stands in the file.
    pub fn at(&self, range: Range<usize>) -> Span {
        let (start, end) = (self.offset(range.start), self.offset(range.end));
        Span::new(self.span.file, start..end.max(start))
    }

    fn offset(&self, at: usize) -> usize {
        let (value, file) = match &self.pieces {
            Pieces::Run(start) => (0, *start),
            Pieces::Runs(runs) => {
                let next = runs.partition_point(|(value, _)| *value as usize <= at);
                runs.get(next.saturating_sub(1)).copied().unwrap_or((0, self.span.start))
            }
        };
        (file as usize + at.saturating_sub(value as usize)).min(self.span.end as usize)
    }
}

/// Walks the literal and its value together; a new run starts behind each escape.
fn runs(body: &str, value: &str, start: u32) -> Box<[(u32, u32)]> {
    let (body, value) = (body.as_bytes(), value.as_bytes());
    let mut runs = vec![(0, start)];
    let (mut read, mut made) = (0, 0);
    while read < body.len() && made < value.len() {
        if body[read] != b'\\' {
            // A carriage return before a newline is dropped by the reader.
            if body[read] == b'\r' && value[made] != b'\r' {
                read += 1;
                runs.push((made as u32, start + read as u32));
                continue;
            }
            read += 1;
            made += 1;
            continue;
        }
        let (escape, bytes) = escape(&body[read..]);
        read += escape;
        made += bytes;
        runs.push((made as u32, start + read as u32));
    }
    runs.into()
}

/// How many bytes an escape takes in the literal and in the value (TOML 1.1, "String").
fn escape(body: &[u8]) -> (usize, usize) {
    let hex = |digits: usize| {
        let text = body.get(2..2 + digits).and_then(|hex| std::str::from_utf8(hex).ok());
        let code = text.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
        (2 + digits, code.map_or(1, char::len_utf8))
    };
    match body.get(1) {
        Some(b'x') => hex(2),
        Some(b'u') => hex(4),
        Some(b'U') => hex(8),
        Some(b' ' | b'\t' | b'\r' | b'\n') => {
            let space = body[1..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            (1 + space, 0)
        }
        _ => (2, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;

    #[test]
    fn the_way_back_passes_escapes() {
        let file = FileId::of(&SourcePath::new("a.toml").expect("a path"));
        let literal = "\"\"\"\na \\u00e9 \\\n   b\\tc\"\"\"";
        let value = "a é b\tc";
        let text = Text::toml(value, literal, Span::new(file, 10..10 + literal.len()));
        for needle in ["a", "b", "c"] {
            let at = value.find(needle).expect("in the value");
            let span = text.at(at..at + 1);
            assert_eq!(&literal[span.start as usize - 10..span.end as usize - 10], needle);
        }
    }

    #[test]
    fn a_plain_string_is_one_run() {
        let file = FileId::of(&SourcePath::new("a.toml").expect("a path"));
        let text = Text::toml("word", "'word'", Span::new(file, 4..10));
        assert_eq!(text.at(1..3), Span::new(file, 6..8));
    }
}
