//! Markdown as authors write it here: CommonMark with tables, footnotes, tasks, alerts, terms and formulas.
//!
//! In: a text and its place in a file. Out: a [`Document`] and what is wrong with the text. The owner of
//! pulldown-cmark. Does not look at other files: whether a link leads anywhere is for `model` to say.

mod diags;
mod draft;
mod embeds;
mod footnotes;
mod headings;
mod html;
mod invisible;
mod limits;
mod links;
mod outline;
mod plain;
mod run;

use pulldown_cmark::{Options, Parser};

use super::Text;
use super::document::Document;
use crate::diag::Diagnostic;

use draft::{Draft, Reading};
pub use invisible::check as check_invisible;
use limits::Limit;
pub use limits::output as html_bound;

/// Reads the body of a page, question or message.
///
/// A leading `# Title` stays a heading of the body; headings start at level 2.
pub fn blocks(text: &Text, problems: &mut Vec<Diagnostic>) -> Document {
    read(text, Reading::Blocks, problems)
}

/// Reads a body whose leading `# Title`, if it has one, is the title of the page and not part of the body.
pub fn titled(text: &Text, problems: &mut Vec<Diagnostic>) -> Document {
    read(text, Reading::Titled, problems)
}

/// Reads one line: emphasis, code, links and formulas; `1. `, `- ` and `# ` at its start are text.
pub fn inline(text: &Text, problems: &mut Vec<Diagnostic>) -> Document {
    check_invisible(text, problems);
    let source = text.as_str();
    let line = source.trim();
    if let Err(limit) = limits::length(source) {
        problems.push(diags::limit(text, &limit));
        return Document::line(text.span(), limits::clip(line));
    }
    if plain::is_line(line) {
        return Document::line(text.span(), line);
    }
    let lead = source.len() - source.trim_start().len();
    // A bracket before the line makes it a paragraph whatever it starts with, and lets emphasis open
    // behind it; `Draft` takes it away again. Line ends become spaces: same length, so places stay right.
    let mut parsed = String::with_capacity(line.len() + 1);
    parsed.push(draft::GUARD);
    parsed.extend(line.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }));
    let draft = Draft::new(text, &parsed, Reading::Inline { lead }, problems);
    match drive(draft, &parsed, LINE) {
        Ok(document) => document,
        Err(limit) => {
            problems.push(diags::limit(text, &limit));
            Document::line(text.span(), line)
        }
    }
}

/// What a line may hold.
const LINE: Options = Options::ENABLE_STRIKETHROUGH.union(Options::ENABLE_MATH);

/// What a body may hold.
///
/// Not: smart punctuation (authors' quotes stay as written), metadata blocks (front matter is read
/// before), wikilinks, heading attributes (they would eat the braces of `## Sets {1, 2}`; `{#id}` is ours).
const BODY: Options = LINE
    .union(Options::ENABLE_TABLES)
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST);

fn read(text: &Text, reading: Reading, problems: &mut Vec<Diagnostic>) -> Document {
    check_invisible(text, problems);
    let source = text.as_str();
    let read = match limits::length(source) {
        Ok(()) if plain::is_paragraph(source) => return Document::paragraph(text.span(), source.trim()),
        Ok(()) => drive(Draft::new(text, source, reading, problems), source, BODY),
        Err(limit) => Err(limit),
    };
    read.unwrap_or_else(|limit| {
        problems.push(diags::limit(text, &limit));
        Document::paragraph(text.span(), limits::clip(source).trim())
    })
}

fn drive(mut draft: Draft<'_>, source: &str, options: Options) -> Result<Document, Limit> {
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        draft.event(event, range)?;
    }
    draft.finish()
}

#[cfg(test)]
mod tests;
