//! The steps through a document: what opens, closes and stands between.
//!
//! Small and without text of their own: they point into the document's text and records.

use std::ops::Range;

/// One step through a document: containers open and close around the others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Node {
    /// A container begins.
    Open(Tag),
    /// It ends; always the innermost open one.
    Close(Tag),
    /// Text.
    Text(Piece),
    /// Code within a line.
    Code(Piece),
    /// A code block, by its place in [`super::Document::code_blocks`].
    CodeBlock(u32),
    /// A formula, by its place in [`super::Document::formulas`].
    Formula(u32),
    /// An image, by its place in [`super::Document::links`].
    Image(u32),
    /// An embed, by its place in [`super::Document::embeds`].
    Embed(u32),
    /// A reference to a footnote, by its place in [`super::Document::footnotes`].
    Note(u32),
    /// An HTML tag within a line.
    Html(Aside),
    /// A block of HTML.
    HtmlBlock(Aside),
    /// The mark of a task: done or not.
    Task(bool),
    /// A line end that means a space.
    SoftBreak,
    /// A line end that is one.
    HardBreak,
    /// A thematic break.
    Rule,
}

/// A container.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tag {
    /// A paragraph.
    Paragraph,
    /// A heading, by its place in [`super::Document::headings`].
    Heading(u32),
    /// A quotation.
    Quote,
    /// `> [!TIP]`.
    Alert(Alert),
    /// A list without numbers.
    Bullets,
    /// A list that counts from a number.
    Numbers(u32),
    /// An item of either list.
    Item,
    /// An item that is a task: its [`Node::Task`] follows.
    TaskItem,
    /// A definition list.
    Terms,
    /// What is defined.
    Term,
    /// Its definition.
    Definition,
    /// A table, by its place in [`super::Document::tables`].
    Table(u32),
    /// The first row of a table.
    HeadRow,
    /// Another row.
    Row,
    /// A cell of either.
    Cell(Align),
    /// `*…*`
    Emphasis,
    /// `**…**`
    Strong,
    /// `~~…~~`
    Strikethrough,
    /// A link, by its place in [`super::Document::links`].
    Link(u32),
}

/// The five alerts of GitHub.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Alert {
    /// Worth knowing.
    Note,
    /// Makes things easier.
    Tip,
    /// Needed to succeed.
    Important,
    /// Needs attention.
    Warning,
    /// May do harm.
    Caution,
}

/// How a table's column is aligned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Align {
    /// As the page is.
    Natural,
    /// `:--`
    Start,
    /// `:-:`
    Center,
    /// `--:`
    End,
}

/// Bytes of the plain text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Piece {
    start: u32,
    end: u32,
}

/// Bytes that are not part of the plain text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Aside(Piece);

impl Piece {
    /// The bytes `range` of the plain text, which is far below 4 GiB.
    pub(in crate::syntax) fn new(range: Range<usize>) -> Piece {
        Piece { start: range.start as u32, end: range.end as u32 }
    }

    /// The bytes as a range of [`super::Document::plain`].
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl Aside {
    pub(in crate::syntax) fn new(range: Range<usize>) -> Aside {
        Aside(Piece::new(range))
    }

    pub(in crate::syntax) fn range(self) -> Range<usize> {
        self.0.range()
    }
}
