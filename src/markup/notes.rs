//! Footnotes: references, the list at the end, and the way back from it.

use std::collections::HashSet;

use super::escape;
use super::html::Writer;
use crate::syntax::Document;
use crate::syntax::document::{Node, Tag};

/// What is known of footnotes and ids while a document is written.
#[derive(Default)]
pub(super) struct Notes {
    /// How many references to each were written.
    uses: Vec<u32>,
    /// The ids of the document; made when the first anchor asks for one.
    own: Option<HashSet<String>>,
}

impl Notes {
    pub(super) fn new(count: usize) -> Notes {
        Notes { uses: vec![0; count], own: None }
    }

    /// Whether an id is one of the document's own.
    pub(super) fn is_own(&mut self, document: &Document, id: &str) -> bool {
        let own = self.own.get_or_insert_with(|| {
            let headings = document.headings().iter().map(|heading| heading.id.to_string());
            headings.chain(document.footnotes().iter().map(|note| note.id.to_string())).collect()
        });
        own.contains(id)
    }
}

impl Writer<'_> {
    /// The small number in the text.
    pub(super) fn reference(&mut self, index: u32) {
        let document = self.document;
        let Some(note) = document.footnotes().get(index as usize) else { return };
        let Some(uses) = self.notes.uses.get_mut(index as usize) else { return };
        *uses += 1;
        let uses = *uses;
        let number = index + 1;
        self.out.push_str("<sup class=\"footnote-ref\"><a");
        self.id("href", "#", &note.id);
        self.id("id", "", &back(&note.id, uses));
        self.attribute("aria-label", &format!("{} {number}", self.options.words.footnote));
        self.out.push_str(&format!(">{number}</a></sup>"));
    }

    /// The list at the end.
    pub(super) fn footnotes(&mut self) {
        let document = self.document;
        if document.footnotes().is_empty() {
            return;
        }
        self.out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\"");
        self.attribute("aria-label", self.options.footnotes.unwrap_or(&self.options.words.footnotes));
        self.out.push_str("><ol>\n");
        for (index, note) in document.footnotes().iter().enumerate() {
            self.out.push_str("<li");
            self.id("id", "", &note.id);
            self.out.push('>');
            let nodes = document.footnote(note);
            // The way back stands behind the last words, not on a line of its own.
            if let Some((Node::Close(Tag::Paragraph), before)) = nodes.split_last() {
                self.nodes(before);
            } else {
                self.nodes(nodes);
                self.out.push_str("<p>");
            }
            for nth in 1..=note.uses {
                self.way_back(&note.id, index + 1, nth);
            }
            self.out.push_str("</p>\n</li>\n");
        }
        self.out.push_str("</ol></section>\n");
    }

    fn way_back(&mut self, id: &str, number: usize, nth: u32) {
        self.out.push_str(" <a class=\"footnote-back\"");
        self.id("href", "#", &back(id, nth));
        let words = &self.options.words.back_to_reference;
        let (label, shown) = match nth {
            1 => (format!("{words} {number}"), "↩".to_owned()),
            _ => (format!("{words} {number}-{nth}"), format!("↩{nth}")),
        };
        self.attribute("aria-label", &label);
        self.out.push('>');
        escape::text(&mut self.out, &shown);
        self.out.push_str("</a>");
    }
}

/// The id of the nth reference to a footnote.
fn back(id: &str, nth: u32) -> String {
    match nth {
        1 => format!("{id}-ref"),
        _ => format!("{id}-ref-{nth}"),
    }
}
