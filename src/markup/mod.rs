//! Documents as HTML: every element and attribute of a page that comes from Markdown is written here.
//!
//! In: a [`Document`] and options. Out: a [`Fragment`], with holes for what depends on the page that shows
//! it. Never sees Markdown or its parser, resolves no link, writes no inline style and no script.

mod diags;
pub mod escape;
mod fragment;
mod highlight;
mod html;
mod math;
mod notes;
mod plain;
mod tables;
mod words;

use crate::diag::Diagnostic;
use crate::syntax::Document;
use crate::syntax::markdown::html_bound;

pub use fragment::{Filling, Fragment};
pub use plain::plain;
pub use words::{ENGLISH, Words};

/// How a document is written.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// Whether HTML in the Markdown is HTML, for sites that trust their authors; else it is shown as text.
    pub raw_html: bool,
    /// Stands before every id, so that two documents on one page do not share any; often empty.
    pub ids: &'a str,
    /// The level of the document's top headings: 2 below a page's title, more below a section's.
    pub level: u8,
    /// What the list of footnotes is called when another on the page has the usual name.
    pub footnotes: Option<&'a str>,
    /// The few words that are not the author's.
    pub words: &'a Words,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Options { raw_html: false, ids: "", level: 2, footnotes: None, words: &ENGLISH }
    }
}

/// A document that is its own HTML: a line without markup and without characters that need escaping.
///
/// Most texts of a site are such lines, and a copy of each is all that a page needs.
pub fn verbatim(document: &Document) -> Option<&str> {
    document.simple().filter(|line| document.is_inline() && escape::is_plain(line))
}

/// Reports what [`render`] reports, in a fraction of its time: code is not coloured.
pub fn inspect(document: &Document, options: &Options<'_>, problems: &mut Vec<Diagnostic>) {
    let before = problems.len();
    let uncoloured = html::write(document, options, html::Finish::Uncoloured, problems);
    let code: usize = document.code_blocks().iter().map(|block| document.text(block.code).len()).sum();
    let most = uncoloured.len() + code * highlight::PER_BYTE;
    if !options.raw_html && most > html_bound(document.span().range().len()) {
        // Whether it is too much cannot be told from here.
        problems.truncate(before);
        render(document, options, problems);
    }
}

/// Writes a document: blocks, or a line without `<p>`.
///
/// Reports formulas that cannot be read (they are shown as their source) and unknown languages of code.
/// The result has at most eight times the bytes of the Markdown and 64 KiB, prefixes and filled holes apart:
/// over that, colours and formulas are left out and it is an error.
pub fn render(document: &Document, options: &Options<'_>, problems: &mut Vec<Diagnostic>) -> Fragment {
    if let Some(text) = document.simple() {
        return Fragment::of_text(text, document.is_inline());
    }
    let fragment = html::write(document, options, html::Finish::Rich, problems);
    let bound = html_bound(document.span().range().len());
    if options.raw_html || fragment.len() <= bound {
        return fragment;
    }
    problems.push(diags::too_much(document.span(), fragment.len()));
    html::write(document, options, html::Finish::Plain, problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{FileId, SourcePath};
    use crate::syntax::{Text, markdown};

    #[test]
    fn an_inspection_reports_what_writing_does() {
        let file = FileId::of(&SourcePath::new("a.md").expect("a path"));
        let code = format!("```json\n{}\n```\n", "[1,\n".repeat(3_000));
        for text in ["```klingon\nx\n```", "$$\\frac{1$$ and `x`", "```py\nx = 1\n```", code.as_str()] {
            let document = markdown::blocks(&Text::verbatim(file, 0, text), &mut Vec::new());
            let (mut inspected, mut written) = (Vec::new(), Vec::new());
            inspect(&document, &Options::default(), &mut inspected);
            render(&document, &Options::default(), &mut written);
            assert_eq!(inspected, written, "{text:.40}");
        }
    }
}
