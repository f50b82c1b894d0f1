//! The words of a document as its page shows them: where HTML in it is text, the HTML too; where it is HTML, what
//! stands between its tags.
//!
//! A document knows its text without any HTML: whether that is shown is the site's choice.

use std::borrow::Cow;

use crate::syntax::document::{Document, Node};

/// The text of a document without markup.
pub fn plain(document: &Document, raw_html: bool) -> Cow<'_, str> {
    let text = document.plain();
    if document.raw_html().is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() * 2);
    let mut at = 0;
    for node in document.nodes() {
        let piece = match node {
            Node::Text(piece) | Node::Code(piece) => *piece,
            Node::CodeBlock(index) => document.code_blocks()[*index as usize].code,
            Node::Formula(index) => document.formulas()[*index as usize].source,
            Node::Html(aside) => {
                if !raw_html {
                    out.push_str(document.aside(*aside));
                }
                continue;
            }
            Node::HtmlBlock(aside) => {
                let html = document.aside(*aside);
                out.push('\n');
                out.push_str(&if raw_html { between_tags(html) } else { html.to_owned() });
                out.push('\n');
                continue;
            }
            _ => continue,
        };
        let end = piece.range().end.max(at);
        out.push_str(text.get(at..end).unwrap_or_default());
        at = end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    Cow::Owned(out)
}

/// Elements whose content is no words of the page.
const SILENT: [&str; 2] = ["script", "style"];

/// What HTML says between its tags.
fn between_tags(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((words, tag)) = rest.split_once('<') {
        out.push_str(words);
        out.push(' ');
        let silent = SILENT.iter().find(|name| {
            let own = tag.get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name));
            own && !tag[name.len()..].starts_with(|c: char| c.is_ascii_alphanumeric())
        });
        let tag = match silent.and_then(|name| tag.find(&format!("</{name}"))) {
            Some(end) => &tag[end + 2..],
            None => tag,
        };
        rest = tag.split_once('>').map_or("", |(_, behind)| behind);
    }
    out.push_str(rest);
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", " "), ("&amp;", "&")]
        .iter()
        .fold(out, |out, (name, c)| out.replace(name, c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{FileId, SourcePath};
    use crate::syntax::{Text, markdown};

    #[test]
    fn no_word_is_lost() {
        let file = FileId::of(&SourcePath::new("a.md").expect("a path"));
        let words = |text: &str, raw_html: bool| {
            let document = markdown::blocks(&Text::verbatim(file, 0, text), &mut Vec::new());
            plain(&document, raw_html).split_whitespace().collect::<Vec<_>>().join(" ")
        };
        for (text, as_text, as_html) in [
            ("Why <b>this</b> *job*?", "Why <b>this</b> job?", "Why this job?"),
            ("What is a Vec<T>?", "What is a Vec<T>?", "What is a Vec?"),
            ("<div>One &amp; two</div>\n\nThree", "<div>One &amp; two</div> Three", "One & two Three"),
            ("<style>\np { x }\n</style>\n\n`x` three", "<style> p { x } </style> x three", "x three"),
            ("No HTML", "No HTML", "No HTML"),
        ] {
            assert_eq!((words(text, false).as_str(), words(text, true).as_str()), (as_text, as_html));
        }
    }
}
