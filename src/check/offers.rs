//! Ids for questions that have none: what `greenroom fix` and `greenroom new` write, and nobody changes again.
//!
//! An id is made of the question's words. A question whose words were published gets back the id it was
//! published with; no other gets an id that anything in its bank has or had.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use crate::base::{Slug, Span};
use crate::diag::{Diagnostic, Edit, Fix, codes};
use crate::model::{Bank, Library};
use crate::source::Sources;
use crate::syntax::layout::newline;
use crate::syntax::records::question::Question;

/// How many characters the id of a question has, as its record says.
pub const LENGTHS: RangeInclusive<usize> = 3..=48;

/// How many words of a question its id keeps.
const WORDS: usize = 5;

/// Words that say nothing about which question it is.
const EMPTY: [&str; 58] = [
    "a", "about", "an", "and", "any", "are", "as", "at", "be", "can", "could", "describe", "did", "do",
    "does", "for", "from", "give", "had", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its",
    "me", "my", "of", "on", "or", "our", "share", "so", "tell", "than", "that", "the", "their", "there",
    "they", "this", "time", "to", "us", "was", "we", "were", "what", "when", "will", "with", "would", "you",
    "your",
];

/// Adds to each problem of a question without an id the change that writes one.
pub fn offer_ids(library: &Library, sources: &Sources, problems: &mut [Diagnostic]) {
    let mut lacking: BTreeMap<Span, &mut Diagnostic> = problems
        .iter_mut()
        .filter(|problem| *problem.code == codes::MISSING_KEY && problem.fix.is_none())
        .filter_map(|problem| Some((problem.span()?, problem)))
        .collect();
    if lacking.is_empty() {
        return;
    }
    for bank in &library.banks {
        let nameless = |question: &&Question| question.id.is_none() && question.lacks("id");
        let Some(text) = sources.get(&bank.path).and_then(|source| source.text().ok()) else { continue };
        let mut names: Option<Names<'_>> = None;
        for question in bank.said.questions.iter().filter(nameless) {
            let (Some(header), Some(words)) = (question.header, &question.text) else { continue };
            let Some(problem) = lacking.remove(&header) else { continue };
            let id = names.get_or_insert_with(|| Names::of(library, bank)).give(words.plain());
            let Some((at, line)) = place(text, header, &id) else { continue };
            let edits = vec![Edit { span: Span::new(bank.file, at..at), text: line }];
            problem.fix = Some(Fix { title: format!("write `id = \"{id}\"`"), edits });
        }
    }
}

/// The ids of a bank, those it had included.
struct Names<'l> {
    taken: BTreeSet<String>,
    /// Published ids that no question has now, by their words.
    free: BTreeMap<&'l str, &'l str>,
}

impl<'l> Names<'l> {
    fn of(library: &'l Library, bank: &Bank) -> Names<'l> {
        let own = bank.said.questions.iter().filter_map(|question| question.id.as_ref());
        let own: BTreeSet<&str> = own.map(|id| id.value.as_str()).collect();
        let mut used: BTreeSet<&str> = former(library, &bank.id).collect();
        used.extend(&own);
        let gone = |id: &str| !used.contains(id) && Slug::new(id).is_ok();
        let free = published(library, &bank.id).filter(|(id, _)| gone(id));
        let free = free.map(|(id, words)| (words, id)).collect();
        let taken = taken_ids(library, &bank.id).into_iter().chain(own.iter().map(|id| (*id).to_owned()));
        Names { taken: taken.collect(), free }
    }

    /// An id for a question with these words.
    fn give(&mut self, words: &str) -> String {
        if let Some(id) = self.free.remove(words) {
            return id.to_owned();
        }
        let id = free_id(&suggested_id(words).unwrap_or_else(|| "question".to_owned()), &self.taken);
        self.taken.insert(id.clone());
        id
    }
}

/// The ids that a question of this bank cannot have: others have them, lead from them to theirs, or were published
/// with them.
pub fn taken_ids(library: &Library, bank: &Slug) -> BTreeSet<String> {
    // One without an id goes by its number, which is nobody's id.
    let named = library.questions.iter().filter(|question| question.said().id.is_some());
    let names = named.map(|question| &question.name);
    let own = names.filter(|name| name.bank == *bank).map(|name| name.id.as_str());
    let all = own.chain(former(library, bank)).chain(published(library, bank).map(|(id, _)| id));
    all.map(str::to_owned).collect()
}

/// Former ids of questions that had them in this bank.
fn former<'l>(library: &'l Library, bank: &Slug) -> impl Iterator<Item = &'l str> {
    let names = library.questions.iter().flat_map(|question| &question.aliases);
    names.filter(move |name| name.bank == *bank).map(|name| name.id.as_str())
}

/// The ids of this bank that the lock has, with the words they were published with.
fn published<'l>(library: &'l Library, bank: &Slug) -> impl Iterator<Item = (&'l str, &'l str)> {
    let locked = library.lock.iter().flat_map(|lock| &lock.questions);
    locked.filter_map(move |(name, words)| {
        let (of, id) = name.as_str().split_once('/')?;
        (of == bank.as_str()).then(|| (id, words.first().map_or("", |words| &**words)))
    })
}

/// A short id for a question: its telling words, else its first ones; `None` when they have too few letters that an
/// id may have.
pub fn suggested_id(text: &str) -> Option<String> {
    let words = text.split_whitespace().filter_map(Slug::suggest);
    let words: Vec<String> =
        words.flat_map(|word| word.as_str().split('-').map(str::to_owned).collect::<Vec<_>>()).collect();
    let telling = words.iter().filter(|word| !EMPTY.contains(&word.as_str())).take(WORDS);
    [joined(telling), joined(words.iter())].into_iter().find(|id| LENGTHS.contains(&id.len()))
}

/// As many words as fit.
fn joined<'w>(words: impl Iterator<Item = &'w String>) -> String {
    let mut id = String::new();
    for word in words {
        if !id.is_empty() && id.len() + 1 + word.len() > *LENGTHS.end() {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(word);
    }
    id
}

/// The id, or the first of `id-2`, `id-3` … that is free and no longer than the id of a question may be.
pub fn free_id(id: &str, taken: &BTreeSet<String>) -> String {
    let numbered = (2..).map(|number: usize| {
        let end = format!("-{number}");
        format!("{}{end}", shortened(id, LENGTHS.end() - end.len()))
    });
    let mut ids = std::iter::once(id.to_owned()).chain(numbered);
    ids.find(|id| !taken.contains(id)).expect("there are more numbers than ids")
}

/// The whole words of an id that fit; a single long one is cut.
fn shortened(id: &str, most: usize) -> &str {
    if id.len() <= most {
        return id;
    }
    let cut = id[..most].rfind('-').unwrap_or(most);
    id[..cut].trim_end_matches('-')
}

/// Where the id goes: below the header of its table, or behind the brace of one in a list.
fn place(text: &str, header: Span, id: &str) -> Option<(usize, String)> {
    let (start, end) = (header.range().start, header.range().end);
    if text.get(start..)?.starts_with('{') {
        return Some((start + 1, format!(" id = \"{id}\",")));
    }
    let newline = newline(text);
    match text.get(end..)?.find('\n') {
        Some(line) => Some((end + line + 1, format!("id = \"{id}\"{newline}"))),
        None => Some((text.len(), format!("{newline}id = \"{id}\""))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_telling_words_of_a_question_are_its_id() {
        let id = |text: &str| suggested_id(text);
        let short = id("Tell me about a time you disagreed with a teammate.");
        assert_eq!(short.as_deref(), Some("disagreed-teammate"));
        assert_eq!(id("Why?").as_deref(), Some("why"));
        assert_eq!(id("What do you do?").as_deref(), Some("what-do-you-do"));
        assert_eq!(id("What’s “plan B”, really?").as_deref(), Some("whats-plan-b-really"));
        assert_eq!(id(&"x".repeat(90)).map(|id| id.len()), Some(48));
        assert_eq!([id("Up?"), id("面接?"), id("")], [None, None, None]);
    }

    #[test]
    fn no_id_is_given_twice() {
        let mut names = Names { taken: ["why".to_owned()].into(), free: [("Who?", "old")].into() };
        assert_eq!(
            ["Why?", "Why!", "Who?", "Who?"].map(|words| names.give(words)),
            ["why-2", "why-3", "old", "who"]
        );
        assert_eq!(free_id("abc-def", &["abc-def".to_owned()].into()), "abc-def-2");
        let long = "x".repeat(48);
        assert_eq!(free_id(&long, &[long.clone()].into()), format!("{}-2", "x".repeat(46)));
        assert_eq!(shortened("abc-def", 5), "abc");
    }
}
