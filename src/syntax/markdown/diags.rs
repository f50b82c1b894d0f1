//! What can be wrong with a Markdown text.

use super::embeds::Mistake;
use super::invisible;
use super::limits::{Limit, MAX_BYTES, MAX_COLUMNS, MAX_DEPTH};
use super::links::Refused;
use crate::base::Span;
use crate::base::near::nearest;
use crate::diag::{Diagnostic, codes};
use crate::syntax::Text;
use crate::syntax::document::EmbedKind;

/// A text over one of the bounds.
pub fn limit(text: &Text, limit: &Limit) -> Diagnostic {
    let at = |start: usize| text.at(start..(start + 1).min(text.as_str().len()));
    let (span, message, help) = match limit {
        Limit::Bytes(size) => (
            text.at(0..0),
            format!("this text has {} KiB and may have {}", size.div_ceil(1024), MAX_BYTES / 1024),
            "split it into several pages",
        ),
        Limit::Depth(start) => (
            at(*start),
            format!("quotes, lists and emphasis are nested more than {MAX_DEPTH} deep"),
            "use fewer levels",
        ),
        Limit::Columns(start, columns) => (
            at(*start),
            format!("this table has {columns} columns and may have {MAX_COLUMNS}"),
            "split the table, or turn its rows into a list",
        ),
        Limit::Output => (
            text.at(0..0),
            "this text would become a page many times its size".to_owned(),
            "remove empty headings, items and table rows",
        ),
    };
    Diagnostic::at(&codes::DOCUMENT_LIMIT, span, message).help(help)
}

/// An address that is not on the list.
pub fn unsafe_link(span: Span, destination: &str, image: bool, why: &Refused) -> Diagnostic {
    let shown = shorten(destination);
    let what = if image { "an image" } else { "a link" };
    let message = match why {
        Refused::Scheme(scheme) => format!("{what} may not use `{}:`", shorten(scheme)),
        Refused::Host => format!("`{shown}` leaves the scheme of the address open"),
        Refused::RemoteImage => format!("the image `{shown}` is not a file of this site"),
    };
    let help = match why {
        Refused::Scheme(_) if image => {
            "put the file beside the page and name it: `![what it shows](chart.png)`"
        }
        Refused::Scheme(_) => "use `https:`, `http:`, `mailto:`, `tel:`, a file of this site or `#heading`",
        Refused::Host => "write `https:` before it",
        Refused::RemoteImage => "put the file beside the page: pages load nothing from other sites",
    };
    Diagnostic::at(&codes::UNSAFE_LINK, span, message).help(help)
}

/// An image without words.
pub fn missing_alt(span: Span, destination: &str) -> Diagnostic {
    let message = format!("the image `{}` has no text alternative", shorten(destination));
    Diagnostic::at(&codes::MISSING_ALT, span, message)
        .help("say between the square brackets what the image shows: `![what it shows](chart.png)`")
}

/// `{#id}` twice.
pub fn duplicate_id(span: Span, id: &str, first: Span) -> Diagnostic {
    Diagnostic::at(&codes::DUPLICATE_ID, span, format!("the heading id `{id}` is used twice"))
        .label(first, "first used here")
        .help("give one of the headings another id")
}

/// A heading that is too deep for its place; levels as the author wrote them.
pub fn heading_order(span: Span, level: u8, before: Option<u8>, wanted: u8) -> Diagnostic {
    let message = match before {
        None => format!("the first heading has level {level}"),
        Some(before) => format!("a heading of level {level} follows one of level {before}"),
    };
    Diagnostic::at(&codes::HEADING_ORDER, span, message)
        .help(format!("write `{}`: screen readers use the levels as an outline", "#".repeat(wanted.into())))
}

/// Something in double braces that is no embed.
pub fn unknown_embed(span: Span, mistake: &Mistake) -> Diagnostic {
    const FORM: &str = "write `{{ question \"bank/id\" }}` in a paragraph of its own";
    let (message, help) = match mistake {
        Mistake::Kind(word) if word.is_empty() => ("this embed names nothing".to_owned(), FORM.to_owned()),
        Mistake::Kind(word) => {
            let known = EmbedKind::WORDS.map(|word| format!("`{word}`")).join(", ");
            let help = match nearest(word, EmbedKind::WORDS) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("what can be embedded: {known}; set other braces in backticks"),
            };
            (format!("`{word}` cannot be embedded"), help)
        }
        Mistake::Quotes => ("the id of an embed needs straight double quotes".to_owned(), FORM.to_owned()),
        Mistake::Shape => ("this embed cannot be read".to_owned(), FORM.to_owned()),
        Mistake::Place => {
            let help = "give it a paragraph of its own, with an empty line before and behind it";
            ("an embed stands within other text".to_owned(), help.to_owned())
        }
    };
    Diagnostic::at(&codes::UNKNOWN_EMBED, span, message).help(help)
}

/// `[^label]` without a definition.
pub fn missing_footnote(span: Span, reference: &str) -> Diagnostic {
    let message = format!("the footnote `{reference}` is not written");
    Diagnostic::at(&codes::MISSING_FOOTNOTE, span, message)
        .help(format!("write it on a line of its own: `{reference}: …`; or set this in backticks"))
}

/// A definition that nothing refers to.
pub fn unused_footnote(span: Span, label: &str) -> Diagnostic {
    Diagnostic::at(&codes::MISSING_FOOTNOTE, span, format!("the footnote `[^{label}]` is never used"))
        .help(format!("put `[^{label}]` where it belongs, or remove the footnote"))
}

/// Two definitions of one label.
pub fn footnote_twice(span: Span, label: &str, first: Span) -> Diagnostic {
    Diagnostic::at(&codes::DUPLICATE_ID, span, format!("the footnote `[^{label}]` is written twice"))
        .label(first, "first written here")
        .help("give one of them another label")
}

/// Characters nobody sees.
pub fn invisible(span: Span, first: char, count: usize) -> Diagnostic {
    let name = invisible::name(first);
    let message = match count {
        1 => format!("this text holds {name} (U+{:04X})", u32::from(first)),
        _ => format!(
            "this text holds {count} invisible characters; the first is {name} (U+{:04X})",
            u32::from(first)
        ),
    };
    Diagnostic::at(&codes::INVISIBLE_CHARACTER, span, message)
        .help("delete it: put the cursor behind it and press backspace once, or type the words anew")
}

/// As much of an author's text as a message can show.
fn shorten(text: &str) -> String {
    let mut shown: String = text.chars().filter(|c| !c.is_control()).take(60).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
