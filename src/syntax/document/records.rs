//! What others ask a document about: its headings, links, embeds, tasks and the rest, with their places.

use super::Piece;
use crate::base::Span;

/// A heading.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Heading {
    /// 2 to 6: a body starts at 2, below its page's title (a [`super::Document::title`] keeps 1).
    pub level: u8,
    /// Unique in the document: from `{#id}` or made of the text as GitHub does.
    pub id: Box<str>,
    /// Its text without markup.
    pub text: Box<str>,
    /// The whole heading.
    pub span: Span,
}

/// A link or image; those with an unsafe address are no links and are not here.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Link {
    /// As written, entities and escapes resolved; a mail address has its `mailto:`.
    pub destination: Box<str>,
    /// What kind of address that is.
    pub kind: Destination,
    /// Whether it is an image.
    pub image: bool,
    /// The text of the link, or the text alternative of the image.
    pub label: Box<str>,
    /// The title, often empty.
    pub title: Box<str>,
    /// Where the destination stands, or the whole link when it stands elsewhere.
    pub span: Span,
}

/// The kinds of address a link may have.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Destination {
    /// `http:` or `https:`.
    Web,
    /// `mailto:` or `tel:`.
    Contact,
    /// `#…`: a place in the same document.
    Anchor,
    /// A path, with or without an anchor; empty when the author left it out.
    Relative,
}

/// `{{ question "bank/id" }}` as a paragraph of its own.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Embed {
    /// What it names.
    pub kind: EmbedKind,
    /// The id as written; not empty, not otherwise checked.
    pub id: Box<str>,
    /// The whole embed.
    pub span: Span,
    /// The id between its quotes.
    pub id_span: Span,
}

/// What can be embedded.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum EmbedKind {
    /// A question of a bank.
    Question,
    /// A kit.
    Kit,
    /// A checklist.
    Checklist,
    /// A message.
    Message,
}

/// A formula between dollar signs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Formula {
    /// Its source without the dollar signs.
    pub source: Piece,
    /// `$$…$$`: on a line of its own.
    pub display: bool,
    /// The whole formula.
    pub span: Span,
    /// Where the source stands in the file, when it stands there byte for byte.
    pub start: Option<u32>,
}

/// A code block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CodeBlock {
    /// The first word behind the fence, often empty.
    pub language: Box<str>,
    /// The code.
    pub code: Piece,
    /// The whole block.
    pub span: Span,
    /// The language's name, or the block's first byte.
    pub language_span: Span,
}

/// A table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// How many columns it has, at most 64.
    pub columns: u8,
    /// The text of its head, cells separated by a comma and a space.
    pub label: Box<str>,
    /// The whole table.
    pub span: Span,
}

/// `- [ ] a thing to do`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Task {
    /// Its text without markup, without the tasks below it.
    pub text: Box<str>,
    /// `[x]`
    pub done: bool,
    /// How many tasks it stands below.
    pub depth: u8,
    /// The mark and the text.
    pub span: Span,
}

/// A footnote that is used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Footnote {
    /// Unique in the document among footnotes and headings: `fn-` and the label.
    pub id: Box<str>,
    /// How often it is referred to, at least once.
    pub uses: u32,
    /// The whole definition.
    pub span: Span,
    pub(in crate::syntax) nodes: (u32, u32),
}

impl EmbedKind {
    /// The words an author writes.
    pub const WORDS: [&'static str; 4] = ["question", "kit", "checklist", "message"];

    /// Reads one of [`EmbedKind::WORDS`].
    pub fn parse(word: &str) -> Option<EmbedKind> {
        match word {
            "question" => Some(EmbedKind::Question),
            "kit" => Some(EmbedKind::Kit),
            "checklist" => Some(EmbedKind::Checklist),
            "message" => Some(EmbedKind::Message),
            _ => None,
        }
    }
}
