//! Footnotes: definitions are taken out of the body, put in the order of use, and matched with references.

use std::collections::HashMap;

use super::diags;
use super::headings::{Ids, anchor};
use crate::base::Span;
use crate::diag::Diagnostic;
use crate::syntax::document::{Footnote, Node};

/// Every label of a document, whether referred to, defined or both.
#[derive(Default)]
pub struct Notes {
    notes: Vec<Note>,
    by_label: HashMap<String, u32>,
}

struct Note {
    label: String,
    written: Option<(Span, Vec<Node>)>,
}

impl Notes {
    /// The number of a label, in the order of first mention; labels are equal whatever their case.
    pub fn number(&mut self, label: &str) -> u32 {
        let next = self.notes.len() as u32;
        let number = *self.by_label.entry(label.to_lowercase()).or_insert(next);
        if number == next {
            self.notes.push(Note { label: label.to_owned(), written: None });
        }
        number
    }

    /// Keeps a definition; the first of two counts.
    pub fn write(&mut self, label: &str, span: Span, nodes: Vec<Node>, problems: &mut Vec<Diagnostic>) {
        let number = self.number(label);
        let note = &mut self.notes[number as usize];
        match &note.written {
            Some((first, _)) => problems.push(diags::footnote_twice(span, label, *first)),
            None => note.written = Some((span, nodes)),
        }
    }

    /// Appends the footnotes to `nodes`, numbers the references anew, and reports what is never used.
    pub fn settle(
        self,
        nodes: &mut Vec<Node>,
        ids: &mut Ids,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<Footnote> {
        if self.notes.is_empty() {
            return Vec::new();
        }
        let mut places = vec![u32::MAX; self.notes.len()];
        let mut settled = Vec::new();
        let order = first_uses(nodes, &self.notes);
        let mut notes = self.notes;
        for number in order {
            let Some((span, body)) = notes[number].written.take() else { continue };
            places[number] = settled.len() as u32;
            let label = anchor(&notes[number].label);
            let id = ids.unique(&format!("fn-{label}")).into();
            let start = nodes.len() as u32;
            nodes.extend(body);
            settled.push(Footnote { id, uses: 0, span, nodes: (start, nodes.len() as u32) });
        }
        for note in &notes {
            if let Some((span, _)) = &note.written {
                problems.push(diags::unused_footnote(*span, &note.label));
            }
        }
        for node in nodes {
            if let Node::Note(number) = node {
                *number = places.get(*number as usize).copied().unwrap_or(u32::MAX);
                if let Some(note) = settled.get_mut(*number as usize) {
                    note.uses += 1;
                }
            }
        }
        settled
    }
}

/// The numbers of the labels in the order of their first reference, those within footnotes behind the body's.
fn first_uses(nodes: &[Node], notes: &[Note]) -> Vec<usize> {
    let mut seen = vec![false; notes.len()];
    let mut order: Vec<usize> = Vec::new();
    let mut collect = |nodes: &[Node], order: &mut Vec<usize>| {
        for node in nodes {
            if let Node::Note(number) = node
                && !std::mem::replace(&mut seen[*number as usize], true)
            {
                order.push(*number as usize);
            }
        }
    };
    collect(nodes, &mut order);
    let mut read = 0;
    while let Some(number) = order.get(read).copied() {
        if let Some((_, body)) = &notes[number].written {
            collect(body, &mut order);
        }
        read += 1;
    }
    order
}

/// Where `[^label]` stands in running text: a reference to a footnote that is not written.
pub fn missing(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find("[^").map(|at| from + at) {
        from = at + 2;
        let label =
            text[from..].bytes().take(100).take_while(|b| !b.is_ascii_whitespace() && !b"[]^".contains(b));
        let end = from + label.count();
        if end > from && text[end..].starts_with(']') {
            found.push(at..end + 1);
            from = end + 1;
        }
    }
    found
}
