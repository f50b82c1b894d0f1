//! A document in the making: takes the parser's events one by one and writes nodes, text and records.
//!
//! What belongs to one kind of thing (addresses, embeds, headings, footnotes) is decided in its own file;
//! here is what happens when. Nothing recurses: depth is a counter.

use std::ops::Range;

mod captures;
mod finish;
mod tags;

use pulldown_cmark::Event;

use super::footnotes::{self, Notes};
use super::headings::Rough;
use super::limits::{self, Limit};
use super::outline::{Outline, shown};
use super::run::Run;
use super::{diags, embeds, html, links};
use crate::base::Span;
use crate::diag::Diagnostic;
use crate::syntax::Text;
use crate::syntax::document::{
    Align, Aside, CodeBlock, Destination, Embed, Formula, Heading, Link, Node, Piece, Table, Tag,
};

use captures::Capture;

/// Stands before a line so that nothing in it can begin a block.
pub const GUARD: char = '(';

/// What a text is read as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// A body.
    Blocks,
    /// A body whose leading `# Title` is taken out.
    Titled,
    /// One line, behind [`GUARD`]; so many bytes of the text were cut off before it.
    Inline { lead: usize },
}

/// The state between two events.
pub struct Draft<'a> {
    text: &'a Text,
    source: &'a str,
    reading: Reading,
    problems: &'a mut Vec<Diagnostic>,
    made: Made,
    run: Run,
    outline: Outline,
    capture: Option<Capture>,
    /// Open containers; `None` for one that has no node of its own.
    open: Vec<Option<Tag>>,
    /// How many of them count as nesting.
    depth: usize,
    /// How many nodes were made, footnotes included.
    count: usize,
    /// Open links: which, and where its text starts; `None` for one whose address was refused.
    open_links: Vec<Option<(usize, usize)>>,
    /// The heading being read: where its nodes and its text start.
    open_heading: (usize, usize),
    /// The columns of the table being read.
    columns: Vec<Align>,
    /// The number of the next cell of the row, and where the texts of its cells start and end.
    cell: (usize, Vec<usize>),
    /// The nodes of the body while a footnote is read, with the footnote's label and place.
    shelved: Vec<(String, Span, Vec<Node>)>,
    notes: Notes,
    rough: Vec<Rough>,
}

/// What is there so far.
#[derive(Default)]
struct Made {
    nodes: Vec<Node>,
    aside: String,
    title: Option<Heading>,
    /// The first block is a heading of level 1.
    titled: bool,
    links: Vec<Link>,
    embeds: Vec<Embed>,
    formulas: Vec<Formula>,
    code: Vec<CodeBlock>,
    tables: Vec<Table>,
    raw_html: Vec<Span>,
}

impl<'a> Draft<'a> {
    /// An empty draft; `source` is what is parsed: the text, or a guarded line of it.
    pub fn new(
        text: &'a Text,
        source: &'a str,
        reading: Reading,
        problems: &'a mut Vec<Diagnostic>,
    ) -> Draft<'a> {
        Draft {
            text,
            source,
            reading,
            problems,
            made: Made::default(),
            run: Run::default(),
            outline: Outline::default(),
            capture: None,
            open: Vec::new(),
            depth: 0,
            count: 0,
            open_links: Vec::new(),
            open_heading: (0, 0),
            columns: Vec::new(),
            cell: (0, Vec::new()),
            shelved: Vec::new(),
            notes: Notes::default(),
            rough: Vec::new(),
        }
    }

    /// Takes one event; `range` is its place in the parsed source.
    pub fn event(&mut self, event: Event<'_>, range: Range<usize>) -> Result<(), Limit> {
        // A node becomes four bytes of HTML or more.
        if self.count > limits::output(self.source.len()) / 4 {
            return Err(Limit::Output);
        }
        let Some(event) = self.captured(event) else { return Ok(()) };
        match event {
            Event::Text(text) => self.words(&text, range),
            Event::InlineMath(_) if self.is_money(&range) => {
                let text = self.source.get(range.clone()).unwrap_or_default();
                self.words(text, range);
            }
            other => {
                self.flush();
                self.node(other, range)?;
            }
        }
        Ok(())
    }

    fn node(&mut self, event: Event<'_>, range: Range<usize>) -> Result<(), Limit> {
        match event {
            Event::Start(tag) => self.start(tag, range)?,
            Event::End(tag) => self.end(tag, range),
            Event::Code(code) => {
                let piece = self.outline.write(&code);
                self.push(Node::Code(piece));
            }
            Event::InlineMath(formula) => self.formula(&formula, false, range),
            Event::DisplayMath(formula) => self.formula(&formula, true, range),
            Event::Html(tag) | Event::InlineHtml(tag) => self.tag(&tag, range),
            Event::FootnoteReference(label) => {
                let piece = self.outline.write(&format!("[{label}]"));
                // A link cannot stand in a link.
                if self.open_links.is_empty() {
                    let number = self.notes.number(&label);
                    self.push(Node::Note(number));
                } else {
                    self.push(Node::Text(piece));
                }
            }
            Event::SoftBreak => {
                self.outline.write(" ");
                self.push(Node::SoftBreak);
            }
            Event::HardBreak => self.hard_break(),
            Event::Rule => {
                self.outline.gap(2);
                self.push(Node::Rule);
            }
            Event::TaskListMarker(done) => self.task(done, range),
            // `event` keeps text to itself.
            Event::Text(_) => {}
        }
        Ok(())
    }

    fn push(&mut self, node: Node) {
        self.count += 1;
        self.made.nodes.push(node);
    }

    fn hard_break(&mut self) {
        self.outline.write("\n");
        self.push(Node::HardBreak);
    }

    // ---- places ----

    /// Where a byte of the parsed source stands in the text.
    fn value(&self, at: usize) -> usize {
        match self.reading {
            Reading::Inline { lead } => at.saturating_sub(GUARD.len_utf8()) + lead,
            Reading::Blocks | Reading::Titled => at,
        }
    }

    /// Where a range of the parsed source stands in the file, line ends at its end left out.
    fn place(&self, range: Range<usize>) -> Span {
        let text = self.source.get(range.clone()).unwrap_or_default();
        let end = range.start + text.trim_end().len();
        self.text.at(self.value(range.start)..self.value(end.max(range.start)))
    }

    // ---- text ----

    fn words(&mut self, text: &str, mut range: Range<usize>) {
        let mut text = text;
        if range.start == 0
            && let Reading::Inline { .. } = self.reading
        {
            text = text.strip_prefix(GUARD).unwrap_or(text);
            range.start = GUARD.len_utf8();
        }
        if !text.is_empty() {
            let piece = self.outline.write(text);
            self.run.push(piece.range().start, range.start);
        }
    }

    /// Ends a run of text: looks for what only the whole run shows, and writes its nodes.
    fn flush(&mut self) {
        let Some(start) = self.run.start() else { return };
        let end = self.outline.len();
        self.report_run(start..end);
        let mut from = start;
        if self.open_links.is_empty() {
            for bare in links::bare(self.outline.since(start)) {
                let (at, behind) = (start + bare.start, start + bare.end);
                let origin = self.run.origin(at)..self.run.origin(behind - 1) + 1;
                let written = self.source.get(origin.clone()).unwrap_or_default();
                // An escape in `http\://` is a wish to have no link.
                if !written.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http"))
                    || self.outline.since(at).get(..7) != written.get(..7)
                {
                    continue;
                }
                self.push_text(from..at);
                self.bare_link(at..behind, origin);
                from = behind;
            }
        }
        self.push_text(from..end);
        self.run.clear();
    }

    fn push_text(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            self.push(Node::Text(Piece::new(range)));
        }
    }

    fn bare_link(&mut self, range: Range<usize>, origin: Range<usize>) {
        let address: Box<str> = self.outline.since(range.start)[..range.len()].into();
        let index = self.made.links.len() as u32;
        self.made.links.push(Link {
            destination: address.clone(),
            kind: Destination::Web,
            image: false,
            label: address,
            title: "".into(),
            span: self.place(origin),
        });
        self.push(Node::Open(Tag::Link(index)));
        self.push(Node::Text(Piece::new(range)));
        self.push(Node::Close(Tag::Link(index)));
    }

    /// Reports footnotes that are not written and embeds within text.
    fn report_run(&mut self, range: Range<usize>) {
        let run = self.outline.since(range.start);
        if run.contains("[^") {
            for found in footnotes::missing(run) {
                let reference = &run[found.clone()];
                let at = self.run.origin(range.start + found.start);
                if self.is_written(at, "[^") {
                    let span = self.place(at..self.run.origin(range.start + found.end - 1) + 1);
                    self.problems.push(diags::missing_footnote(span, reference));
                }
            }
        }
        if let Some(found) = embeds::suspicious(run) {
            let at = self.run.origin(range.start + found.start);
            let end = self.run.origin(range.start + found.end - 1) + 1;
            if self.is_written(at, "{{") {
                let written = &run[found];
                let mistake = embeds::parse(written).err().unwrap_or(embeds::Mistake::Place);
                let span = self.place(at..end.max(at));
                self.problems.push(diags::unknown_embed(span, &mistake));
            }
        }
    }

    /// Whether the source has `mark` at this place, and no backslash takes its meaning away.
    fn is_written(&self, at: usize, mark: &str) -> bool {
        let Some((before, source)) = self.source.split_at_checked(at) else { return false };
        let escapes = before.bytes().rev().take_while(|byte| *byte == b'\\').count();
        source.starts_with(mark) && escapes % 2 == 0
    }

    /// Whether `$50k-$60k` is two sums: a formula does not end right before a digit (Pandoc's rule).
    fn is_money(&self, range: &Range<usize>) -> bool {
        self.source.as_bytes().get(range.end).is_some_and(u8::is_ascii_digit)
    }

    fn formula(&mut self, source: &str, display: bool, range: Range<usize>) {
        let mark = if display { 2 } else { 1 };
        let inner = range.start + mark..range.end.saturating_sub(mark);
        let place = self.text.at(self.value(inner.start)..self.value(inner.end));
        let in_step =
            (place.end - place.start) as usize == source.len() && self.source.get(inner) == Some(source);
        let piece = self.outline.write(source);
        let index = self.made.formulas.len() as u32;
        self.push(Node::Formula(index));
        let start = (in_step && piece.range().len() == source.len()).then_some(place.start);
        self.made.formulas.push(Formula { source: piece, display, span: self.place(range), start });
    }

    // ---- HTML ----

    fn tag(&mut self, tag: &str, range: Range<usize>) {
        if html::is_break(tag) {
            return self.hard_break();
        }
        let kept = html::without_comments(tag);
        if !kept.trim().is_empty() {
            let aside = self.aside(&kept);
            let span = self.place(range);
            self.made.raw_html.push(span);
            self.push(Node::Html(aside));
        }
    }

    fn aside(&mut self, html: &str) -> Aside {
        let start = self.made.aside.len();
        self.made.aside.push_str(&shown(html));
        Aside::new(start..self.made.aside.len())
    }
}
