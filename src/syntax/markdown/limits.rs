//! How long, how deep and how wide a Markdown text may be, and how much HTML it may become.
//!
//! The bounds keep a text of a stranger from costing more than it weighs (SAFETY.md 10.1).

use crate::base::span::floor_char_boundary;
use crate::syntax::document::{Marked, Node, Piece, Tag};

/// The longest text, in bytes: a guide of 40,000 words.
pub const MAX_BYTES: usize = 256 * 1024;
/// The deepest nesting of quotes, items, definitions and emphasis.
pub const MAX_DEPTH: usize = 32;
/// The widest table: a short row is filled up with empty cells, so a wide head multiplies every row.
pub const MAX_COLUMNS: usize = 64;

/// Which bound a text breaks.
pub enum Limit {
    /// More than [`MAX_BYTES`]; how many it has.
    Bytes(usize),
    /// Deeper than [`MAX_DEPTH`], at this byte of the text.
    Depth(usize),
    /// A table wider than [`MAX_COLUMNS`], at this byte: how many columns it has.
    Columns(usize, usize),
    /// It would become more HTML than [`output`] allows.
    Output,
}

/// Whether the text is short enough to be read.
pub fn length(source: &str) -> Result<(), Limit> {
    if source.len() > MAX_BYTES { Err(Limit::Bytes(source.len())) } else { Ok(()) }
}

/// As much of a text as may be shown.
pub fn clip(source: &str) -> &str {
    &source[..floor_char_boundary(source, MAX_BYTES)]
}

/// The most HTML a text of `source` bytes may become.
pub fn output(source: usize) -> usize {
    8 * source + 64 * 1024
}

/// Whether the HTML of a document made of `source` bytes stays within [`output`].
pub fn weigh(marked: &Marked, source: usize) -> Result<(), Limit> {
    let bound = output(source);
    // Almost every document is far below it: the exact sum is needed only near the bound.
    if 6 * (marked.text.len() + marked.aside.len() + source) + 160 * marked.nodes.len() <= bound {
        return Ok(());
    }
    let notes = marked.footnotes.iter().map(|note| 200 + 24 * note.id.len()).sum::<usize>();
    let mut total = notes;
    for node in &marked.nodes {
        total += weight(node, marked);
        if total > bound {
            return Err(Limit::Output);
        }
    }
    Ok(())
}

/// An upper bound of the HTML of a node without colours and formulas; a container's has its closing tag.
fn weight(node: &Node, marked: &Marked) -> usize {
    let piece = |piece: Piece| marked.text.get(piece.range()).map_or(0, escaped);
    let link = |index: u32| {
        let link = marked.links.get(index as usize);
        link.map_or(0, |link| 6 * (link.destination.len() + link.title.len()))
    };
    match node {
        Node::Close(_) => 0,
        Node::Open(tag) => match tag {
            Tag::Heading(index) => {
                32 + marked.headings.get(*index as usize).map_or(0, |heading| 6 * heading.id.len())
            }
            Tag::Table(index) => {
                160 + marked.tables.get(*index as usize).map_or(0, |table| 6 * table.label.len())
            }
            Tag::Link(index) => 64 + link(*index),
            Tag::Alert(_) => 128,
            Tag::TaskItem => 96,
            Tag::HeadRow => 48,
            Tag::Cell(_) => 40,
            Tag::Quote | Tag::Numbers(_) => 32,
            _ => 17,
        },
        Node::Text(text) => piece(*text),
        Node::Code(text) => 13 + piece(*text),
        Node::CodeBlock(index) => {
            marked.code.get(*index as usize).map_or(0, |code| 80 + 6 * code.language.len() + piece(code.code))
        }
        Node::Formula(index) => {
            marked.formulas.get(*index as usize).map_or(0, |formula| 40 + piece(formula.source))
        }
        Node::Image(index) => {
            let label = marked.links.get(*index as usize).map_or(0, |link| 6 * link.label.len());
            64 + link(*index) + label
        }
        Node::Html(aside) | Node::HtmlBlock(aside) => 8 + marked.aside.get(aside.range()).map_or(0, escaped),
        Node::Note(index) => 160 + marked.footnotes.get(*index as usize).map_or(0, |note| 24 * note.id.len()),
        Node::Embed(_) | Node::Task(_) => 0,
        Node::SoftBreak | Node::HardBreak | Node::Rule => 5,
    }
}

fn escaped(text: &str) -> usize {
    text.len() + text.bytes().map(|byte| usize::from(matches!(byte, b'&' | b'<' | b'>')) * 4).sum::<usize>()
}
