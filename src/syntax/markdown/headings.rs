//! Ids and levels of headings.
//!
//! Ids are GitHub's, so that anchors authors know from there work: lower case, spaces to hyphens,
//! punctuation dropped. Levels start at 2, below the title of the page.

use std::collections::{HashMap, HashSet};

use super::diags;
use crate::base::Span;
use crate::diag::Diagnostic;
use crate::syntax::document::Heading;

/// A heading as it is read: before levels and ids are settled.
pub struct Rough {
    /// As written, 1 to 6.
    pub level: u8,
    pub text: String,
    /// From `{#id}`, with its place.
    pub explicit: Option<(String, Span)>,
    pub span: Span,
}

/// The ids of a document, each once.
#[derive(Default)]
pub struct Ids {
    taken: HashSet<String>,
    /// The next number to try behind a text that was there before.
    next: HashMap<String, u32>,
}

impl Ids {
    /// `wanted` if it is free, else with the first number behind it that is.
    pub fn unique(&mut self, wanted: &str) -> String {
        if self.taken.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        let mut number = self.next.get(wanted).copied().unwrap_or(1);
        let id = loop {
            let id = format!("{wanted}-{number}");
            number += 1;
            if self.taken.insert(id.clone()) {
                break id;
            }
        };
        self.next.insert(wanted.to_owned(), number);
        id
    }
}

/// Gives each heading its level and id; explicit ids are kept, so they are given first.
pub fn settle(rough: &[Rough], ids: &mut Ids, problems: &mut Vec<Diagnostic>) -> Vec<Heading> {
    let mut first: HashMap<&str, Span> = HashMap::new();
    for (id, span) in rough.iter().filter_map(|heading| heading.explicit.as_ref()) {
        match first.get(id.as_str()) {
            Some(first) => problems.push(diags::duplicate_id(*span, id, *first)),
            None => {
                first.insert(id, *span);
                ids.taken.insert(id.clone());
            }
        }
    }
    let mut given: HashSet<&str> = HashSet::new();
    let down = u8::from(rough.iter().any(|heading| heading.level == 1));
    // The title of the page is above the first.
    let mut above: u8 = 1;
    let mut settled = Vec::with_capacity(rough.len());
    for heading in rough {
        let level = (heading.level + down).min(6);
        if level > above + 1 {
            let before = if settled.is_empty() { None } else { Some(above - down) };
            problems.push(diags::heading_order(heading.span, heading.level, before, above + 1 - down));
        }
        above = level;
        let id = match &heading.explicit {
            Some((id, _)) if given.insert(id) => id.clone(),
            Some((id, _)) => ids.unique(id),
            None => ids.unique(&anchor(&heading.text)),
        };
        let (text, span) = (heading.text.as_str().into(), heading.span);
        settled.push(Heading { level, id: id.into(), text, span });
    }
    settled
}

/// The anchor GitHub gives a heading of this text; `section` when nothing of it is left.
pub fn anchor(text: &str) -> String {
    let mut id = String::with_capacity(text.len());
    for c in text.trim().chars().flat_map(char::to_lowercase) {
        match c {
            '-' | '_' => id.push(c),
            c if c.is_whitespace() => id.push('-'),
            c if c.is_alphanumeric() || is_mark(c) => id.push(c),
            _ => {}
        }
    }
    // Every page's main part has the id `main`; footnotes have those that start with `fn-`.
    match id.as_str() {
        "" => "section".to_owned(),
        id if id == "main" || id.starts_with("fn-") => format!("section-{id}"),
        _ => id,
    }
}

/// Marks that are part of letters but not letters to `char`: accents, and the vowel killers of Indic scripts.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{900}'..='\u{963}' | '\u{966}'..='\u{DF3}' | '\u{E31}'..='\u{E4E}')
}

/// Finds `{#id}` at the end of a heading's text: where the text before it ends, and the id.
pub fn explicit(text: &str) -> Option<(usize, &str)> {
    let rest = text.strip_suffix('}')?;
    let at = rest.rfind("{#")?;
    let id = &rest[at + 2..];
    let fair = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
    let alone = text[..at].is_empty() || text[..at].ends_with(char::is_whitespace);
    (alone && !id.is_empty() && id.len() <= 100 && id.chars().all(fair))
        .then(|| (text[..at].trim_end().len(), id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_those_of_github() {
        for (text, id) in [
            ("Before the call", "before-the-call"),
            ("What’s next? (2 min)", "whats-next-2-min"),
            ("C++ & Rust", "c--rust"),
            ("Über_uns – Größe", "über_uns--größe"),
            ("???", "section"),
            ("自己紹介", "自己紹介"),
            ("fn-1", "section-fn-1"),
            ("Main", "section-main"),
        ] {
            assert_eq!(anchor(text), id);
        }
    }

    #[test]
    fn an_explicit_id_ends_the_heading() {
        assert_eq!(explicit("Before the call {#before}"), Some((15, "before")));
        assert_eq!(explicit("Sets {1, 2}"), None);
        assert_eq!(explicit("a{#b}"), None);
        assert_eq!(explicit("a {#b c}"), None);
    }

    #[test]
    fn equal_headings_are_numbered_past_those_that_are_there() {
        let mut ids = Ids::default();
        let given = ["a", "a-1", "a", "a"].map(|id| ids.unique(id));
        assert_eq!(given, ["a", "a-1", "a-2", "a-3"]);
    }
}
