//! Published ids: none is lost, and none comes to mean something else.
//!
//! `greenroom.lock` lists the full id of every published question with its words and choices.

use std::collections::{BTreeSet, HashMap};

use super::diags;
use super::duplicates::folded;
use crate::base::Slug;
use crate::diag::Diagnostic;
use crate::model::{Bank, Library, Question, QuestionIx, QuestionName, Status};
use crate::syntax::Text;

pub(super) fn check(library: &Library, problems: &mut Vec<Diagnostic>) {
    if library.incomplete.lock() {
        return;
    }
    let entries = library.lock.as_deref().map_or(&[][..], |lock| &lock.questions);
    let mut locked = vec![false; library.questions.len()];
    let mut lost = Vec::new();
    for (id, words) in entries {
        let question = id.as_str().split_once('/').and_then(|(bank, id)| library.named(bank, id));
        if let Some(question) = question {
            locked[question.at()] = true;
        } else if let Some(name) = full_name(id) {
            lost.push((id, name, words));
        } else {
            problems.push(diags::not_a_full_id(id));
        }
    }
    problems.extend(report_lost(library, &lost));
    problems.extend(unlocked(library, &locked));
}

/// The questions of a bank whose ids named other ones.
pub(super) fn words(library: &Library, bank: &Bank, problems: &mut Vec<Diagnostic>) {
    let Some(lock) = library.lock.as_deref().filter(|_| !library.incomplete.lock()) else { return };
    for (id, question, words) in lock.of_bank(&bank.id) {
        if let Some(question) = library.named(bank.id.as_str(), question) {
            problems.extend(became_another(&library[question], id, words));
        }
    }
}

fn full_name(id: &Text) -> Option<QuestionName> {
    let (bank, question) = id.as_str().split_once('/')?;
    Some(QuestionName { bank: Slug::new(bank).ok()?, id: Slug::new(question).ok()? })
}

/// Ids that no question has, neither as its own nor as a former one. Searches nothing when there are none.
fn report_lost(library: &Library, lost: &[(&Text, QuestionName, &Vec<Box<str>>)]) -> Vec<Diagnostic> {
    if lost.is_empty() {
        return Vec::new();
    }
    let former: BTreeSet<&QuestionName> =
        library.questions.iter().flat_map(|question| &question.aliases).collect();
    let known: BTreeSet<&Slug> = library.banks.iter().map(|bank| &bank.id).collect();
    let mut by_words: HashMap<String, &Question> = HashMap::new();
    for question in library.questions.iter() {
        by_words.entry(folded(question.text())).or_insert(question);
    }
    let gone = lost.iter().filter(|(_, name, _)| {
        // The id at the top of a broken file may be what could not be read.
        let unread = library.incomplete.bank(&name.bank)
            || !library.incomplete.has_all_banks() && !known.contains(&name.bank);
        !former.contains(name) && !unread
    });
    gone.map(|(id, name, words)| {
        let moved = by_words.get(&folded(published(words))).map(|question| &question.name);
        diags::id_lost(id, name, published(words), moved)
    })
    .collect()
}

fn published(words: &[Box<str>]) -> &str {
    words.first().map_or("", |text| text)
}

/// The questions whose locked id named a wholly different question.
pub fn reused(library: &Library) -> Vec<QuestionIx> {
    let entries = library.lock.as_deref().map_or(&[][..], |lock| &lock.questions);
    let question = |(id, words): &(Text, Vec<Box<str>>)| {
        let ix = library.question(&full_name(id)?)?;
        became_another(&library[ix], id, words).map(|_| ix)
    };
    entries.iter().filter_map(question).collect()
}

fn became_another(question: &Question, id: &Text, words: &[Box<str>]) -> Option<Diagnostic> {
    let text = question.said().text.as_ref()?;
    (is_another(published(words), text.plain()) || has_other_choices(question, words))
        .then(|| diags::id_reused(text.span(), id, &question.name, words))
}

/// Whether none of the published choices is left.
fn has_other_choices(question: &Question, words: &[Box<str>]) -> bool {
    let before: BTreeSet<String> = words.iter().skip(1).map(|choice| folded(choice)).collect();
    let mut now = question.said().choices.iter().flatten().map(|choice| folded(choice.text.plain()));
    !before.is_empty() && !now.any(|choice| before.contains(&choice))
}

/// How much of their words two wordings of one question share, at least: a fifth of all the words of both
/// (Jaccard index). Rewordings keep their subject; two questions on one subject still share less.
const SHARED: (usize, usize) = (1, 5);

/// Whether two texts are wholly different questions.
fn is_another(before: &str, now: &str) -> bool {
    if before == now {
        return false;
    }
    let (before, now) = (folded(before), folded(now));
    if before == now {
        return false;
    }
    let (mut old, mut new) = (stems(&before), stems(&now));
    // Words like "why us?" have no content word at all.
    if old.is_empty() || new.is_empty() {
        (old, new) = (before.split(' ').collect(), now.split(' ').collect());
    }
    let (shared, all) = (old.intersection(&new).count(), old.union(&new).count());
    shared * SHARED.1 < all * SHARED.0
}

/// The first five letters of each content word: `disagree` and `disagreed` are one.
fn stems(folded: &str) -> BTreeSet<&str> {
    let content = folded.split(' ').filter(|word| !COMMON.contains(word));
    content.map(|word| word.char_indices().nth(5).map_or(word, |(end, _)| &word[..end])).collect()
}

/// Words that many questions share and that say nothing about which question it is.
const COMMON: [&str; 70] = [
    "a", "about", "an", "and", "any", "are", "as", "ask", "at", "be", "been", "by", "can", "could",
    "describe", "did", "do", "does", "for", "from", "give", "had", "has", "have", "how", "i", "if", "in",
    "is", "it", "me", "most", "my", "of", "on", "one", "or", "our", "please", "should", "so", "some", "tell",
    "that", "the", "their", "them", "there", "they", "this", "time", "to", "us", "was", "we", "were", "what",
    "when", "where", "which", "who", "whom", "why", "will", "with", "would", "you", "your", "yourself",
    "youve",
];

/// One hint for all questions that no one promised to keep yet.
fn unlocked(library: &Library, locked: &[bool]) -> Option<Diagnostic> {
    let open = library.questions.iter().enumerate().filter(|(at, _)| !locked[*at]);
    let published = open.filter(|(_, question)| question.status != Status::Draft);
    let named =
        |(at, question): &(usize, &Question)| library.question(&question.name) == Some(QuestionIx::new(*at));
    let count = published.filter(named).count();
    (count > 0).then(|| diags::id_unlocked(count, library.lock.is_some()))
}
