//! Characters nobody sees: they reorder text or hide in it, usually by way of the clipboard.
//!
//! Joiners and direction marks that Arabic, Persian, Indic scripts and emoji need are let pass where they
//! can matter; between two Latin letters they cannot.

use super::diags;
use crate::diag::Diagnostic;
use crate::syntax::Text;

/// Reports the first character that cannot be seen, and how many there are.
pub fn check(text: &Text, problems: &mut Vec<Diagnostic>) {
    let source = text.as_str();
    if source.is_ascii() {
        return;
    }
    let mut found = source.char_indices().filter(|(at, c)| is_invisible(source, *at, *c));
    if let Some((at, c)) = found.next() {
        let span = text.at(at..at + c.len_utf8());
        problems.push(diags::invisible(span, c, 1 + found.count()));
    }
}

/// What a reader would call the character.
pub fn name(c: char) -> &'static str {
    match c {
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => "a control that reorders text",
        '\u{200B}' => "a zero-width space",
        '\u{FEFF}' => "a byte order mark",
        '\u{E0000}'..='\u{E007F}' => "a hidden tag character",
        _ => "a zero-width character",
    }
}

fn is_invisible(text: &str, at: usize, c: char) -> bool {
    match c {
        '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' => true,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        // Flags of England, Scotland and Wales are a black flag and tag characters.
        '\u{E0000}'..='\u{E007F}' => !text.contains('\u{1F3F4}'),
        '\u{200C}'..='\u{200F}' | '\u{061C}' => {
            let before = text[..at].bytes().next_back();
            let after = text[at + c.len_utf8()..].bytes().next();
            before.is_some_and(|b| b.is_ascii_alphanumeric())
                && after.is_some_and(|b| b.is_ascii_alphanumeric())
        }
        _ => false,
    }
}
