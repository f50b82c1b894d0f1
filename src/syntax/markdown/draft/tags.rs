//! What happens when a container opens and closes.

use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, HeadingLevel, LinkType, Tag as Start, TagEnd};

use super::super::headings::{self, Rough};
use super::super::limits::{Limit, MAX_COLUMNS, MAX_DEPTH};
use super::super::{diags, links};
use super::captures::{Capture, Image};
use super::{Draft, Reading};
use crate::syntax::document::{Alert, Align, Heading, Node, Piece, Table, Tag};

impl Draft<'_> {
    pub(super) fn start(&mut self, tag: Start<'_>, range: Range<usize>) -> Result<(), Limit> {
        let tag = match tag {
            Start::Paragraph if matches!(self.reading, Reading::Inline { .. }) => None,
            Start::Paragraph => {
                if self.embeds(&range) {
                    return Ok(());
                }
                self.block(2, Tag::Paragraph)
            }
            Start::Heading { level, .. } => self.open_heading(level, range.clone()),
            Start::BlockQuote(kind) => self.block(2, kind.map_or(Tag::Quote, |kind| Tag::Alert(alert(kind)))),
            Start::CodeBlock(kind) => {
                self.open_code(&kind, range);
                return Ok(());
            }
            Start::HtmlBlock => {
                self.open_html(range);
                return Ok(());
            }
            Start::List(first) => {
                self.outline.open_list(first);
                let number = |first: u64| Tag::Numbers(u32::try_from(first).unwrap_or(u32::MAX));
                Some(first.map_or(Tag::Bullets, number))
            }
            Start::Item => {
                self.outline.open_item();
                Some(Tag::Item)
            }
            Start::FootnoteDefinition(label) => {
                self.outline.gap(2);
                self.outline.write(&format!("[{label}] "));
                self.outline.freshen();
                let nodes = std::mem::take(&mut self.made.nodes);
                self.shelved.push((label.to_string(), self.place(range.clone()), nodes));
                None
            }
            Start::DefinitionList => self.block(2, Tag::Terms),
            Start::DefinitionListTitle => self.block(1, Tag::Term),
            Start::DefinitionListDefinition => self.block(1, Tag::Definition),
            Start::Table(columns) => return self.open_table(&columns, range),
            Start::TableHead => self.row(Tag::HeadRow),
            Start::TableRow => self.row(Tag::Row),
            Start::TableCell => self.open_cell(),
            Start::Emphasis => Some(Tag::Emphasis),
            Start::Strong => Some(Tag::Strong),
            Start::Strikethrough => Some(Tag::Strikethrough),
            Start::Link { link_type, dest_url, title, .. } => {
                self.open_link(link_type, &dest_url, &title, &range)
            }
            Start::Image { dest_url, title, .. } => {
                self.open_image(&dest_url, &title, range);
                return Ok(());
            }
            // Not among the options.
            Start::Superscript | Start::Subscript | Start::MetadataBlock(_) => None,
        };
        self.enter(tag, range.start)
    }

    pub(super) fn end(&mut self, end: TagEnd, range: Range<usize>) {
        let tag = self.open.pop().flatten();
        self.depth -= usize::from(tag.is_some_and(nests));
        match end {
            TagEnd::Heading(level) => return self.close_heading(level, tag, range),
            TagEnd::FootnoteDefinition => return self.close_footnote(),
            TagEnd::Paragraph => self.outline.end_task(),
            TagEnd::List(_) => self.outline.close_list(),
            TagEnd::Item => self.outline.close_item(),
            TagEnd::TableCell => self.close_cell(),
            TagEnd::TableHead => self.name_table(),
            TagEnd::Link => self.close_link(),
            _ => {}
        }
        if let Some(tag) = tag {
            self.push(Node::Close(tag));
        }
    }

    /// A block: ends a task's text, and starts behind `lines` line ends.
    fn block(&mut self, lines: usize, tag: Tag) -> Option<Tag> {
        self.outline.end_task();
        self.outline.gap(lines);
        Some(tag)
    }

    fn enter(&mut self, tag: Option<Tag>, at: usize) -> Result<(), Limit> {
        self.open.push(tag);
        if let Some(tag) = tag {
            self.depth += usize::from(nests(tag));
            if self.depth > MAX_DEPTH {
                return Err(Limit::Depth(self.value(at)));
            }
            self.push(Node::Open(tag));
        }
        Ok(())
    }

    /// Makes the innermost item, just opened, a task.
    pub(super) fn task(&mut self, done: bool, range: Range<usize>) {
        let item = self.open.iter_mut().flatten().rev().find(|tag| **tag == Tag::Item);
        let node = self.made.nodes.iter_mut().rev().take(2).find(|node| **node == Node::Open(Tag::Item));
        if let (Some(item), Some(node)) = (item, node) {
            *item = Tag::TaskItem;
            *node = Node::Open(Tag::TaskItem);
            self.push(Node::Task(done));
            let span = self.place(range);
            self.outline.task(done, span);
        }
    }

    // ---- headings ----

    fn open_heading(&mut self, level: HeadingLevel, range: Range<usize>) -> Option<Tag> {
        self.outline.end_task();
        self.outline.gap(2);
        self.open_heading = (self.made.nodes.len(), self.outline.len());
        let span = self.place(range);
        let index = self.rough.len() as u32;
        self.rough.push(Rough { level: level as u8, text: String::new(), explicit: None, span });
        Some(Tag::Heading(index))
    }

    fn close_heading(&mut self, level: HeadingLevel, tag: Option<Tag>, range: Range<usize>) {
        let (node, start) = self.open_heading;
        let explicit = self.explicit_id(&range);
        let Some(rough) = self.rough.last_mut() else { return };
        rough.text = self.outline.since(start).trim().to_owned();
        rough.explicit = explicit;
        let first =
            level == HeadingLevel::H1 && node == 0 && self.shelved.is_empty() && self.rough.len() == 1;
        if first && self.reading == Reading::Titled {
            self.take_title();
        } else if self.made.nodes.len() == node + 1 {
            // A heading without content is a stop for screen readers and nothing for others.
            self.rough.pop();
            self.made.nodes.pop();
        } else if let Some(tag) = tag {
            self.made.titled |= first;
            self.push(Node::Close(tag));
        }
    }

    fn take_title(&mut self) {
        let Some(rough) = self.rough.pop() else { return };
        let id = rough.explicit.map_or_else(|| headings::anchor(&rough.text), |(id, _)| id);
        let (text, span) = (rough.text.into(), rough.span);
        self.made.title = Some(Heading { level: 1, id: id.into(), text, span });
        self.outline.truncate(0);
        self.made.nodes.clear();
        self.made.links.clear();
        self.made.formulas.clear();
    }

    /// Takes `{#id}` off the heading being closed.
    fn explicit_id(&mut self, range: &Range<usize>) -> Option<(String, crate::base::Span)> {
        let Some(Node::Text(piece)) = self.made.nodes.last().copied() else { return None };
        let text = self.outline.since(piece.range().start);
        let (end, id) = headings::explicit(text)?;
        let mark = format!("{{#{id}}}");
        let at = range.start + self.source.get(range.clone())?.rfind(&mark)?;
        let id = id.to_owned();
        let end = piece.range().start + end;
        self.outline.truncate(end);
        self.made.nodes.pop();
        if end > piece.range().start {
            self.made.nodes.push(Node::Text(Piece::new(piece.range().start..end)));
        }
        Some((id, self.place(at..at + mark.len())))
    }

    fn close_footnote(&mut self) {
        if let Some((label, span, body)) = self.shelved.pop() {
            let nodes = std::mem::replace(&mut self.made.nodes, body);
            self.notes.write(&label, span, nodes, self.problems);
        }
    }

    // ---- tables ----

    fn open_table(&mut self, columns: &[Alignment], range: Range<usize>) -> Result<(), Limit> {
        if columns.len() > MAX_COLUMNS {
            return Err(Limit::Columns(self.value(range.start), columns.len()));
        }
        self.block(2, Tag::Row);
        self.columns = columns.iter().map(align).collect();
        let span = self.place(range.clone());
        let index = self.made.tables.len() as u32;
        self.made.tables.push(Table { columns: columns.len() as u8, label: "".into(), span });
        self.enter(Some(Tag::Table(index)), range.start)
    }

    fn row(&mut self, tag: Tag) -> Option<Tag> {
        self.cell = (0, Vec::new());
        self.block(1, tag)
    }

    fn open_cell(&mut self) -> Option<Tag> {
        if self.cell.0 > 0 {
            self.outline.write(" | ");
        }
        let align = self.columns.get(self.cell.0).copied().unwrap_or(Align::Natural);
        self.cell.0 += 1;
        self.cell.1.push(self.outline.len());
        Some(Tag::Cell(align))
    }

    fn close_cell(&mut self) {
        self.cell.1.push(self.outline.len());
    }

    fn name_table(&mut self) {
        let cell = |ends: &[usize]| match ends {
            [start, end] => self.outline.since(*start)[..end - start].trim(),
            _ => "",
        };
        let cells = self.cell.1.chunks(2).map(cell).filter(|cell| !cell.is_empty());
        let label = cells.collect::<Vec<_>>().join(", ");
        if let Some(table) = self.made.tables.last_mut() {
            table.label = label.into();
        }
    }

    // ---- links ----

    fn open_link(
        &mut self,
        kind: LinkType,
        destination: &str,
        title: &str,
        range: &Range<usize>,
    ) -> Option<Tag> {
        let span = self.destination_span(destination, range);
        let mut destination = links::clean(destination);
        if kind == LinkType::Email {
            destination.insert_str(0, "mailto:");
        }
        match self.link(&destination, title, false, span) {
            Ok(link) => {
                let index = self.made.links.len();
                self.open_links.push(Some((index, self.outline.len())));
                self.made.links.push(link);
                Some(Tag::Link(index as u32))
            }
            Err(why) => {
                self.problems.push(diags::unsafe_link(span, &destination, false, &why));
                self.open_links.push(None);
                None
            }
        }
    }

    fn close_link(&mut self) {
        if let Some((index, start)) = self.open_links.pop().flatten() {
            let label = self.outline.since(start).trim().into();
            if let Some(link) = self.made.links.get_mut(index) {
                link.label = label;
            }
        }
    }

    fn open_image(&mut self, destination: &str, title: &str, range: Range<usize>) {
        let span = self.destination_span(destination, &range);
        let destination = links::clean(destination);
        let link = self.link(&destination, title, true, span);
        let whole = self.place(range);
        let image = Image { link, destination, span, whole };
        self.capture = Some(Capture::Image { image, label: String::new(), within: 0 });
    }
}

/// Whether a container counts as a level of nesting; rows of a table and lists around items do not.
fn nests(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Quote
            | Tag::Alert(_)
            | Tag::Item
            | Tag::TaskItem
            | Tag::Definition
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
    )
}

fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

fn align(column: &Alignment) -> Align {
    match column {
        Alignment::None => Align::Natural,
        Alignment::Left => Align::Start,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::End,
    }
}
