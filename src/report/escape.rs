//! Text of strangers, made safe and honest to show on a terminal.
//!
//! A title may hold an escape sequence that clears the screen, or a bidirectional control that turns a
//! line around. Each such character is shown by its number: `\u{1b}`. What is not for a terminal is not
//! changed here.

use std::borrow::Cow;
use std::fmt::Write;

/// The text on one line, with every character that has an effect instead of a shape written out.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        push(&mut shown, c);
    }
    Cow::Owned(shown)
}

/// At most `limit` characters of the text, made [`visible`]; `…` says that there is more.
pub fn visible_start(text: &str, limit: usize) -> Cow<'_, str> {
    match text.char_indices().nth(limit) {
        Some((end, _)) => Cow::Owned(format!("{}…", visible(&text[..end]))),
        None => visible(text),
    }
}

/// Adds one character to a line, written out when it has an effect instead of a shape.
pub fn push(line: &mut String, c: char) {
    match c {
        '\n' => line.push_str("\\n"),
        '\r' => line.push_str("\\r"),
        '\t' => line.push_str("\\t"),
        // Writing to a `String` cannot fail.
        c if acts(c) => drop(write!(line, "\\u{{{:x}}}", u32::from(c))),
        c => line.push(c),
    }
}

/// Whether a character has an effect instead of a shape, or no shape at all.
///
/// Controls (Unicode category Cc), bidirectional controls (UAX 9), line and paragraph separators,
/// characters of no width that hide in words, tags, and private use, which no font agrees on. The joiners
/// U+200C and U+200D pass: emoji and several scripts are written with them.
pub fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{2028}' | '\u{2029}'
            | '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'
            | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_shown_by_its_number() {
        assert_eq!(visible("a\u{1b}[2Jb\u{202e}c\u{9b}"), "a\\u{1b}[2Jb\\u{202e}c\\u{9b}");
        assert_eq!(visible("one\r\ntwo\t3"), "one\\r\\ntwo\\t3");
    }

    #[test]
    fn what_people_write_is_left_alone() {
        for text in ["naïve", "面接", "👩‍⚕️", "e\u{301}", "“curly”", "a\u{a0}b", "می‌خواهم"]
        {
            assert!(matches!(visible(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(visible_start("ééé", 2), "éé…");
        assert_eq!(visible_start("ééé", 3), "ééé");
    }
}
