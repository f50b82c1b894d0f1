//! Where a template says a phrase: each `t(key="…")` in its tags.
//!
//! Reads the text alone: strings and comments are passed over, nothing is evaluated.

use std::ops::Range;

/// A call of `t`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Use<'t> {
    /// The key as written, or how it begins.
    pub key: Key<'t>,
    /// The bytes of the key; of the call when it has no fixed key.
    pub range: Range<usize>,
}

/// What is known of a key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Key<'t> {
    /// It is this.
    Whole(&'t str),
    /// It begins with this: `"phase-" ~ guide.phase`.
    Start(&'t str),
    /// Nothing: it is a variable.
    Unknown,
}

/// Every call in a template, in order.
pub(super) fn uses(text: &str) -> Vec<Use<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find('{').map(|at| from + at) {
        let inside = open + 2;
        from = match text.as_bytes().get(open + 1) {
            Some(b'#') => text[inside..].find("#}").map_or(text.len(), |at| inside + at + 2),
            Some(b'{' | b'%') => {
                let end = end_of_tag(text, inside);
                in_tag(text, inside..end, &mut found);
                end
            }
            _ => open + 1,
        };
    }
    found
}

/// Where the tag ends whose inside starts at `from`.
fn end_of_tag(text: &str, mut from: usize) -> usize {
    let mut open = 0_usize;
    while let Some(byte) = text.as_bytes().get(from) {
        match byte {
            b'"' | b'\'' | b'`' => from = end_of_string(text, from),
            b'{' => (open, from) = (open + 1, from + 1),
            b'}' if open > 0 => (open, from) = (open - 1, from + 1),
            b'}' => return from,
            b'%' if text[from..].starts_with("%}") => return from,
            _ => from += 1,
        }
    }
    text.len()
}

/// The place behind the string that starts at `at`.
fn end_of_string(text: &str, at: usize) -> usize {
    let quote = &text[at..=at];
    text[at + 1..].find(quote).map_or(text.len(), |end| at + end + 2)
}

fn in_tag<'t>(text: &'t str, tag: Range<usize>, found: &mut Vec<Use<'t>>) {
    let bytes = text.as_bytes();
    let mut at = tag.start;
    while at < tag.end {
        if matches!(bytes[at], b'"' | b'\'' | b'`') {
            at = end_of_string(text, at);
            continue;
        }
        let alone = !is_word(bytes[at - 1]) && bytes[at - 1] != b'.';
        let behind = at + 1 + blank(&text[(at + 1).min(tag.end)..tag.end]);
        if bytes[at] == b't' && alone && bytes.get(behind) == Some(&b'(') {
            found.push(call(text, at, behind + 1..tag.end));
        }
        at += 1;
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

fn blank(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// The call that starts at `start`, with its arguments in `inside`.
fn call(text: &str, start: usize, inside: Range<usize>) -> Use<'_> {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (inside.start, 0_usize);
    while at < inside.end {
        match bytes[at] {
            b'"' | b'\'' | b'`' => {
                at = end_of_string(text, at);
                continue;
            }
            b'(' | b'[' | b'{' => depth += 1,
            b')' if depth == 0 => break,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            b'k' if depth == 0 && !is_word(bytes[at - 1]) => {
                if let Some(found) = key(text, at, inside.end) {
                    return found;
                }
            }
            _ => {}
        }
        at += 1;
    }
    Use { key: Key::Unknown, range: start..at.min(text.len()) }
}

/// The argument `key="…"` at `at`, when it is one and has a fixed start.
fn key(text: &str, at: usize, end: usize) -> Option<Use<'_>> {
    let rest = &text[at..end];
    let value = rest.strip_prefix("key")?.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
    let (key, behind) = value[1..].split_once(quote)?;
    let start = end - value.len() + 1;
    let key_is = match behind.trim_start().chars().next() {
        Some(',' | ')') => Key::Whole(key),
        Some('~') => Key::Start(key),
        _ => return None,
    };
    Some(Use { key: key_is, range: start..start + key.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_found_with_what_is_known_of_their_keys() {
        let text = "t(key=\"text\") {{ t(key=\"a\") }}{# {{ t(key=\"no\") }} #}\
            {% if x == \"t(key='no')\" %}{{ <P title={t(n=f(key=\"no\"), key='b')} x={t(key=\"c-\" ~ x.y)}/> }}{% endif %}\
            {{ a.t(key=\"no\") ~ part(key=\"no\") ~ t ( key = \"d\" , n=1) }}{% set x = t(key=y) %}{{ t(key=\"e\" if x else \"f\") }}";
        let found: Vec<_> = uses(text).into_iter().map(|found| (found.key, &text[found.range])).collect();
        assert_eq!(
            found,
            [
                (Key::Whole("a"), "a"),
                (Key::Whole("b"), "b"),
                (Key::Start("c-"), "c-"),
                (Key::Whole("d"), "d"),
                (Key::Unknown, "t(key=y"),
                (Key::Unknown, "t(key=\"e\" if x else \"f\""),
            ]
        );
        for open in ["{{", "{{ t(", "{{ t(key=\"", "{% t(key=\"a\"", "{", "{#", "{{t"] {
            let _ = uses(open);
        }
    }
}
