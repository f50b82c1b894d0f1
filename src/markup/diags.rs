//! What is found only when a document becomes HTML.

use super::highlight;
use crate::base::Span;
use crate::base::near::nearest;
use crate::diag::{Diagnostic, codes};

/// A formula that cannot be read; `why` in the words of the converter.
pub fn formula(span: Span, why: &str) -> Diagnostic {
    Diagnostic::at(&codes::FORMULA, span, format!("this formula cannot be read: {why}"))
        .help("mend the LaTeX; for a dollar sign that begins no formula write `\\$`")
}

/// A code block in a language nobody knows.
pub fn unknown_language(span: Span, language: &str) -> Diagnostic {
    let shown: String = language.chars().filter(|c| !c.is_control()).take(40).collect();
    let found = Diagnostic::at(
        &codes::UNKNOWN_LANGUAGE,
        span,
        format!("the language `{shown}` is not known, the code stays without colours"),
    );
    match nearest(&shown, highlight::COMMON) {
        Some(near) => found.help(format!("did you mean `{near}`?")),
        None => found.help("write another name for it, or `text` for none"),
    }
}

/// A document whose colours and formulas would be too much.
pub fn too_much(span: Span, bytes: usize) -> Diagnostic {
    let message = format!("this text becomes {} KiB of HTML", bytes.div_ceil(1024));
    let head = Span { end: span.start, ..span };
    Diagnostic::at(&codes::DOCUMENT_LIMIT, head, message)
        .help("split it into several pages: it has too much code or too many formulas for one")
}
