//! The end of a draft: levels, ids and footnotes are settled, and the document is as small as it can be.

use super::super::headings::{self, Ids};
use super::super::limits::{self, Limit};
use super::{Draft, Reading};
use crate::syntax::document::{Document, Heading, Marked, Node, Tag};

impl Draft<'_> {
    /// The document.
    pub fn finish(mut self) -> Result<Document, Limit> {
        self.flush();
        let (span, inline) = (self.text.span(), matches!(self.reading, Reading::Inline { .. }));
        let mut ids = Ids::default();
        let headings = headings::settle(&self.rough, &mut ids, self.problems);
        let made = self.made;
        let (text, tasks) = self.outline.finish();
        let title = match headings.first() {
            Some(first) if made.titled => Some(Heading { level: 1, ..first.clone() }),
            _ => made.title,
        };
        let mut nodes = made.nodes;
        let body = nodes.len();
        let footnotes = self.notes.settle(&mut nodes, &mut ids, self.problems);
        if title.is_none() {
            let only = match nodes.as_slice() {
                [] => inline && text.is_empty(),
                [Node::Text(piece)] => inline && piece.range() == (0..text.len()),
                [Node::Open(Tag::Paragraph), Node::Text(piece), Node::Close(_)] => {
                    piece.range() == (0..text.len())
                }
                _ => false,
            };
            if only && inline {
                return Ok(Document::line(span, &text));
            } else if only {
                return Ok(Document::paragraph(span, &text));
            }
        }
        let marked = Marked {
            inline,
            text: text.into(),
            aside: made.aside.into(),
            nodes: nodes.into(),
            body,
            title,
            headings: headings.into(),
            links: made.links.into(),
            embeds: made.embeds.into(),
            formulas: made.formulas.into(),
            code: made.code.into(),
            tables: made.tables.into(),
            tasks: tasks.into(),
            footnotes: footnotes.into(),
            raw_html: made.raw_html.into(),
        };
        limits::weigh(&marked, self.source.len())?;
        Ok(Document::marked(span, marked))
    }
}
