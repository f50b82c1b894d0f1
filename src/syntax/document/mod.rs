//! What a Markdown text says: a flat list of nodes over one run of text, and records of what others ask about.
//!
//! Made by `syntax::markdown`, written as HTML by `markup`. A text without markup is only its string: a site
//! has hundreds of thousands of those. Holds no third-party type, resolves no link and knows no HTML.

mod nodes;
mod records;

use std::hash::{Hash, Hasher};

use crate::base::Span;

pub use nodes::{Alert, Align, Aside, Node, Piece, Tag};
pub use records::{CodeBlock, Destination, Embed, EmbedKind, Footnote, Formula, Heading, Link, Table, Task};

/// A parsed Markdown text.
///
/// Hashes as what other files may depend on: its headings, links and embeds. Its words are its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Document {
    span: Span,
    content: Content,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Content {
    /// One line, no markup.
    Line(Box<str>),
    /// One paragraph, no markup.
    Paragraph(Box<str>),
    /// Everything else.
    Marked(Box<Marked>),
}

/// A text with markup; its parts are reached through [`Document`].
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Marked {
    /// One line: no blocks.
    pub inline: bool,
    /// The plain text; the nodes point into it.
    pub text: Box<str>,
    /// Text that is not part of the plain text: raw HTML.
    pub aside: Box<str>,
    /// The body, then each footnote.
    pub nodes: Box<[Node]>,
    /// How many nodes the body has.
    pub body: usize,
    pub title: Option<Heading>,
    pub headings: Box<[Heading]>,
    pub links: Box<[Link]>,
    pub embeds: Box<[Embed]>,
    pub formulas: Box<[Formula]>,
    pub code: Box<[CodeBlock]>,
    pub tables: Box<[Table]>,
    pub tasks: Box<[Task]>,
    pub footnotes: Box<[Footnote]>,
    pub raw_html: Box<[Span]>,
}

impl Hash for Document {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // Nearly every text has no markup: one byte.
        state.write_u8(u8::from(self.is_marked()));
        if let Some(parts) = self.parts() {
            (&parts.title, &parts.headings, &parts.links, &parts.embeds).hash(state);
        }
    }
}

impl Document {
    pub(super) fn line(span: Span, text: &str) -> Document {
        Document { span, content: Content::Line(text.into()) }
    }

    pub(super) fn paragraph(span: Span, text: &str) -> Document {
        Document { span, content: Content::Paragraph(text.into()) }
    }

    pub(super) fn marked(span: Span, marked: Marked) -> Document {
        Document { span, content: Content::Marked(Box::new(marked)) }
    }

    /// The whole text in its file, the quotes of a TOML string included.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whether it is one line (made by `markdown::inline`): it becomes text, not paragraphs.
    pub fn is_inline(&self) -> bool {
        match &self.content {
            Content::Line(_) => true,
            Content::Paragraph(_) => false,
            Content::Marked(marked) => marked.inline,
        }
    }

    /// Whether there is markup in it.
    pub fn is_marked(&self) -> bool {
        self.parts().is_some()
    }

    /// The text when there is no markup in it: a line, or one paragraph.
    pub fn simple(&self) -> Option<&str> {
        match &self.content {
            Content::Line(text) | Content::Paragraph(text) => Some(text),
            Content::Marked(_) => None,
        }
    }

    /// The text without markup; blocks are separated by line ends, list items start with `- ` or a number.
    pub fn plain(&self) -> &str {
        match &self.content {
            Content::Line(text) | Content::Paragraph(text) => text,
            Content::Marked(marked) => &marked.text,
        }
    }

    /// How many words it has: runs between spaces with a letter or digit in them.
    pub fn words(&self) -> usize {
        let word = |word: &&str| word.chars().any(char::is_alphanumeric);
        self.plain().split_whitespace().filter(word).count()
    }

    /// Whether writing it takes far longer than reading it: there is code to colour or a formula to draw.
    pub fn takes_work(&self) -> bool {
        self.parts().is_some_and(|marked| !marked.code.is_empty() || !marked.formulas.is_empty())
    }

    /// Whether it says nothing: no text, image, embed or HTML.
    pub fn is_empty(&self) -> bool {
        let marked = self.parts();
        self.plain().trim().is_empty() && marked.is_none_or(|marked| marked.nodes.is_empty())
    }

    /// A leading `# Title`: the first block of the text.
    pub fn title(&self) -> Option<&Heading> {
        self.parts()?.title.as_ref()
    }

    /// The headings, in order; the title too unless it was taken out of the body.
    pub fn headings(&self) -> &[Heading] {
        self.parts().map_or(&[], |marked| &marked.headings)
    }

    /// The links and images, in order.
    pub fn links(&self) -> &[Link] {
        self.parts().map_or(&[], |marked| &marked.links)
    }

    /// The embeds, in order.
    pub fn embeds(&self) -> &[Embed] {
        self.parts().map_or(&[], |marked| &marked.embeds)
    }

    /// The formulas, in order.
    pub fn formulas(&self) -> &[Formula] {
        self.parts().map_or(&[], |marked| &marked.formulas)
    }

    /// The code blocks, in order.
    pub fn code_blocks(&self) -> &[CodeBlock] {
        self.parts().map_or(&[], |marked| &marked.code)
    }

    /// The tables, in order.
    pub fn tables(&self) -> &[Table] {
        self.parts().map_or(&[], |marked| &marked.tables)
    }

    /// The items of task lists, in order.
    pub fn tasks(&self) -> &[Task] {
        self.parts().map_or(&[], |marked| &marked.tasks)
    }

    /// The footnotes that are used, in the order of their first use.
    pub fn footnotes(&self) -> &[Footnote] {
        self.parts().map_or(&[], |marked| &marked.footnotes)
    }

    /// Where HTML stands, comments and `<br>` left out.
    pub fn raw_html(&self) -> &[Span] {
        self.parts().map_or(&[], |marked| &marked.raw_html)
    }

    /// The nodes of the body; none when the document is [`Document::simple`].
    pub fn nodes(&self) -> &[Node] {
        self.parts().map_or(&[], |marked| marked.nodes.get(..marked.body).unwrap_or_default())
    }

    /// The nodes of a footnote.
    pub fn footnote(&self, note: &Footnote) -> &[Node] {
        let range = note.nodes.0 as usize..note.nodes.1 as usize;
        self.parts().and_then(|marked| marked.nodes.get(range)).unwrap_or_default()
    }

    /// The text of a piece of this document; nothing for a piece of another one.
    pub fn text(&self, piece: Piece) -> &str {
        self.plain().get(piece.range()).unwrap_or_default()
    }

    /// The HTML of an aside of this document; nothing for one of another document.
    pub fn aside(&self, aside: Aside) -> &str {
        self.parts().and_then(|marked| marked.aside.get(aside.range())).unwrap_or_default()
    }

    fn parts(&self) -> Option<&Marked> {
        match &self.content {
            Content::Marked(marked) => Some(marked),
            Content::Line(_) | Content::Paragraph(_) => None,
        }
    }
}
