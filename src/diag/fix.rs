//! Applies changes to a text.
//!
//! In: a text and the changes that were offered for it. Out: the new text, and which changes are in it. Two that
//! want the same bytes are not mixed: the later one waits until the text was looked at again.

use std::collections::{BTreeMap, BTreeSet};

use super::Fix;
use crate::base::FileId;

/// The text of `file` with the changes that could be made together, in the order they were given.
///
/// A change is made whole or not at all. One that would cross another, or that touches a second file or bytes
/// that are not there, is left out.
pub fn apply<'f>(text: &str, file: FileId, fixes: &[&'f Fix]) -> (String, Vec<&'f Fix>) {
    let mut space = Space::default();
    let mut made = Vec::new();
    let mut edits = Vec::new();
    for fix in fixes {
        let fits =
            fix.edits.iter().all(|edit| edit.span.file == file && text.get(edit.span.range()).is_some());
        if fits && space.reserve(fix) {
            made.push(*fix);
            edits.extend(&fix.edits);
        }
    }
    // Stable: insertions at one place keep their order, and stand before what is replaced there.
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut changed = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        changed.push_str(&text[at..edit.span.range().start]);
        changed.push_str(&edit.text);
        at = edit.span.range().end;
    }
    changed.push_str(&text[at..]);
    (changed, made)
}

/// The bytes that changes have taken.
#[derive(Default)]
struct Space {
    /// Ranges that are replaced: start and end.
    replaced: BTreeMap<u32, u32>,
    /// Places where something is put in.
    inserted: BTreeSet<u32>,
}

impl Space {
    /// Takes the bytes of a change, if all of them are free.
    fn reserve(&mut self, fix: &Fix) -> bool {
        let mut mine = Space::default();
        for edit in &fix.edits {
            let (start, end) = (edit.span.start, edit.span.end);
            if !self.is_free(start, end) || !mine.is_free(start, end) {
                return false;
            }
            if start == end {
                mine.inserted.insert(start);
            } else {
                mine.replaced.insert(start, end);
            }
        }
        self.replaced.append(&mut mine.replaced);
        self.inserted.append(&mut mine.inserted);
        true
    }

    fn is_free(&self, start: u32, end: u32) -> bool {
        // For an insertion, what starts before it; for a replacement, what starts before its end.
        let crosses = self.replaced.range(..end).next_back().is_some_and(|(_, stop)| *stop > start);
        let around = end > start && self.inserted.range(start + 1..end).next().is_some();
        !crosses && !around
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Edit, Fix};
    use super::*;
    use crate::base::{SourcePath, Span};

    fn file() -> FileId {
        FileId::of(&SourcePath::new("a.toml").expect("a fair path"))
    }

    fn fix(edits: &[(usize, usize, &str)]) -> Fix {
        let edit = |(start, end, text): &(usize, usize, &str)| Edit {
            span: Span::new(file(), *start..*end),
            text: (*text).to_owned(),
        };
        Fix { title: "x".into(), edits: edits.iter().map(edit).collect() }
    }

    fn applied(fixes: &[Fix]) -> (String, usize) {
        let fixes: Vec<&Fix> = fixes.iter().collect();
        let (text, made) = apply("0123456789", file(), &fixes);
        (text, made.len())
    }

    #[test]
    fn changes_that_do_not_meet_are_made_together() {
        assert_eq!(
            applied(&[fix(&[(8, 9, "x"), (1, 2, "")]), fix(&[(4, 4, "+")])]),
            ("023+4567x9".into(), 2)
        );
        assert_eq!(
            applied(&[fix(&[(3, 3, "a")]), fix(&[(3, 3, "b")]), fix(&[(3, 5, "c")])]).0,
            "012abc56789"
        );
        assert_eq!(applied(&[fix(&[(3, 5, "c")]), fix(&[(5, 5, "d")]), fix(&[(5, 6, "e")])]).0, "012cde6789");
    }

    #[test]
    fn changes_that_cross_wait() {
        let one = ("012c56789".to_owned(), 1);
        for second in [(3, 5, "x"), (4, 4, "x"), (4, 8, "x"), (1, 4, "x"), (0, 9, "x"), (4, 5, "x")] {
            assert_eq!(applied(&[fix(&[(3, 5, "c")]), fix(&[second])]), one, "{second:?}");
        }
        assert_eq!(applied(&[fix(&[(4, 4, "c")]), fix(&[(3, 5, "x")])]).0, "0123c456789");
        assert_eq!(applied(&[fix(&[(4, 6, "c"), (5, 7, "d")])]), ("0123456789".into(), 0));
        assert_eq!(applied(&[fix(&[(4, 60, "c")])]), ("0123456789".into(), 0));
    }
}
