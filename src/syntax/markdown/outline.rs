//! The plain text of a document as it grows: what is read aloud, searched and exported.
//!
//! Nodes point into it, so a document keeps its words once. Knows lists and tasks, for their marks.

use std::borrow::Cow;

use crate::base::Span;
use crate::syntax::document::{Piece, Task};

/// The plain text so far.
#[derive(Default)]
pub struct Outline {
    text: String,
    /// Behind the mark of an item no line end is needed.
    fresh: usize,
    /// Open lists: the number of the next item.
    lists: Vec<Option<u64>>,
    tasks: Vec<Task>,
    /// Open items: the task of the item, if it is one.
    items: Vec<Option<usize>>,
    /// The task whose text is being read, and where the text starts.
    reading: Option<(usize, usize)>,
}

impl Outline {
    /// Appends text.
    pub fn write(&mut self, text: &str) -> Piece {
        let start = self.text.len();
        self.text.push_str(&shown(text));
        Piece::new(start..self.text.len())
    }

    /// Makes sure that `lines` line ends come before what follows.
    pub fn gap(&mut self, lines: usize) {
        if self.text.len() == self.fresh {
            return;
        }
        let there = self.text.bytes().rev().take_while(|byte| *byte == b'\n').count();
        for _ in there..lines {
            self.text.push('\n');
        }
    }

    /// Makes what follows stand right here, whatever [`Outline::gap`] it asks for.
    pub fn freshen(&mut self) {
        self.fresh = self.text.len();
    }

    /// How long it is, in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// What was written from byte `start` on.
    pub fn since(&self, start: usize) -> &str {
        self.text.get(start..).unwrap_or_default()
    }

    /// Takes back what was written from byte `len` on.
    pub fn truncate(&mut self, len: usize) {
        self.text.truncate(len);
    }

    /// Begins a list that counts from `first`, or does not count.
    pub fn open_list(&mut self, first: Option<u64>) {
        self.end_task();
        self.gap(if self.lists.is_empty() { 2 } else { 1 });
        self.lists.push(first);
    }

    /// Ends the innermost list.
    pub fn close_list(&mut self) {
        self.lists.pop();
    }

    /// Begins an item of the innermost list.
    pub fn open_item(&mut self) {
        self.gap(1);
        for _ in 1..self.lists.len() {
            self.text.push_str("  ");
        }
        match self.lists.last_mut() {
            Some(Some(number)) => {
                self.text.push_str(&format!("{number}. "));
                *number = number.saturating_add(1);
            }
            _ => self.text.push_str("- "),
        }
        self.freshen();
        self.items.push(None);
    }

    /// Ends the innermost item.
    pub fn close_item(&mut self) {
        self.end_task();
        self.items.pop();
    }

    /// Makes the innermost item a task.
    pub fn task(&mut self, done: bool, span: Span) {
        let depth = self.items.iter().flatten().count();
        if let Some(item) = self.items.last_mut() {
            *item = Some(self.tasks.len());
            self.reading = Some((self.tasks.len(), self.text.len()));
            let depth = u8::try_from(depth).unwrap_or(u8::MAX);
            self.tasks.push(Task { text: "".into(), done, depth, span });
        }
    }

    /// Ends the text of the task being read, if there is one.
    pub fn end_task(&mut self) {
        if let Some((task, start)) = self.reading.take() {
            let text = self.since(start).trim().into();
            if let Some(task) = self.tasks.get_mut(task) {
                task.text = text;
            }
        }
    }

    /// The text and the tasks.
    pub fn finish(self) -> (String, Vec<Task>) {
        (self.text, self.tasks)
    }
}

/// A text with U+FFFD for its control characters other than tab and line end.
///
/// CommonMark (2.3) wants it for NUL; HTML allows none of them.
pub fn shown(text: &str) -> Cow<'_, str> {
    let bad = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if text.contains(bad) {
        Cow::Owned(text.chars().map(|c| if bad(c) { char::REPLACEMENT_CHARACTER } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}
