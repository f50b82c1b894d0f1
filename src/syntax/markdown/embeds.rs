//! `{{ question "bank/id" }}`: what is one, and what was meant to be one.

use std::ops::Range;

use crate::base::near::nearest;
use crate::syntax::document::EmbedKind;

/// An embed; the range is that of the id in the parsed line.
#[derive(PartialEq, Eq, Debug)]
pub struct Found {
    pub kind: EmbedKind,
    pub id: Range<usize>,
}

/// Why something in double braces is no embed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Mistake {
    /// The first word is no kind of embed.
    Kind(String),
    /// The id does not stand between straight double quotes.
    Quotes,
    /// Anything else: no closing braces, no id, something behind it.
    Shape,
    /// An embed in the midst of other text.
    Place,
}

/// Reads a trimmed line that starts with `{{`.
pub fn parse(line: &str) -> Result<Found, Mistake> {
    let inner = line.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}")).ok_or(Mistake::Shape)?;
    if inner.contains("}}") {
        return Err(Mistake::Shape);
    }
    let trimmed = inner.trim_start();
    let word = first_word(trimmed);
    let kind = EmbedKind::parse(word).ok_or_else(|| Mistake::Kind(word.to_owned()))?;
    let rest = trimmed[word.len()..].trim();
    if rest.is_empty() {
        return Err(Mistake::Shape);
    }
    let id = rest.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).ok_or(Mistake::Quotes)?;
    if id.trim().is_empty() || id.contains('"') {
        return Err(Mistake::Shape);
    }
    // `rest` lies in `line` and `id` in `rest`: the last quote but one opens it.
    let end = 2 + inner.trim_end().len() - 1;
    Ok(Found { kind, id: end - id.len()..end })
}

/// Where something that was meant as an embed stands in running text.
///
/// Double braces alone are no sign: an interview may be about templates. A known word behind them is, or
/// one near it with a quotation mark.
pub fn suspicious(text: &str) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(at) = text[from..].find("{{").map(|at| from + at) {
        let inner = text[at + 2..].trim_start();
        let word = first_word(inner);
        let rest = inner[word.len()..].trim_start();
        let quoted = rest.starts_with(['"', '\'', '“', '”', '„', '«', '‘']);
        let kind = EmbedKind::parse(word).is_some();
        if kind && (quoted || rest.starts_with("}}")) || quoted && nearest(word, EmbedKind::WORDS).is_some() {
            let end = text[at..].find("}}").map_or(text.len(), |end| at + end + 2);
            return Some(at..end);
        }
        from = at + 2;
    }
    None
}

/// At most 40 bytes: a longer word is none of ours.
fn first_word(text: &str) -> &str {
    let end = text.bytes().take(40).take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'-').count();
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn embeds_are_read_or_explained() {
        let line = "{{ question \"core/conflict\" }}";
        let found = parse(line).expect("an embed");
        assert_eq!((found.kind, &line[found.id]), (EmbedKind::Question, "core/conflict"));
        let tight = "{{kit \"a\"}}";
        assert_eq!(&tight[parse(tight).expect("an embed").id], "a");
        assert_eq!(parse("{{ qestion \"a\" }}"), Err(Mistake::Kind("qestion".into())));
        assert_eq!(parse("{{ kit “a” }}"), Err(Mistake::Quotes));
        assert_eq!(parse("{{ kit a }}"), Err(Mistake::Quotes));
        for shape in ["{{ kit }}", "{{ kit \"\" }}", "{{ kit \"a\"", "{{}} {{}}", "{{ kit \"a\" }} x"] {
            assert!(parse(shape).is_err(), "{shape}");
        }
    }

    #[test]
    fn templates_of_others_are_left_alone() {
        assert_eq!(suspicious("write {{ user.name }} or {{ kit }} here"), Some(25..34));
        assert_eq!(suspicious("see {{ kit \"a\" }}"), Some(4..17));
        assert_eq!(suspicious("see {{ messge “a” }}").map(|range| range.start), Some(4));
        assert_eq!(suspicious("a {{ b \"c\" }} {{"), None);
    }
}
