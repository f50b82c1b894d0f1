//! Kits: picks by name, and rules that draw.
//!
//! A draw is seeded by the kit's id and each question's own id, so that adding a question to a bank changes
//! at most one place in a kit, and a build on another machine draws the same.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::ids::QuestionIx;
use super::link::Found;
use super::vocabulary::List;
use super::{Kit, Library, Priority, diags, questions};
use crate::base::{ContentHash, Slug};
use crate::diag::Diagnostic;
use crate::syntax::records::kit::{self, Pick};

/// The kits, sorted by id.
pub(super) fn link(
    library: &Library,
    found: &[Found<'_, Slug, kit::Kit>],
    problems: &mut Vec<Diagnostic>,
) -> Vec<Kit> {
    found.iter().map(|entry| kit(entry, picked(library, entry, problems))).collect()
}

/// A kit of these questions.
pub(super) fn kit(entry: &Found<'_, Slug, kit::Kit>, questions: Vec<QuestionIx>) -> Kit {
    Kit { id: entry.id.clone(), path: entry.file.path.clone(), said: Arc::clone(entry.said), questions }
}

fn picked(
    library: &Library,
    entry: &Found<'_, Slug, kit::Kit>,
    problems: &mut Vec<Diagnostic>,
) -> Vec<QuestionIx> {
    // Picks by name come first into the set, so that no rule draws what is named further down.
    let named: Vec<Option<QuestionIx>> = entry
        .said
        .picks
        .iter()
        .map(|pick| {
            let text = pick.question.as_ref()?;
            // A name without a bank can mean nothing in a kit.
            if !text.as_str().contains('/') {
                problems.push(diags::bad_question_name(text));
                return None;
            }
            let question = questions::find(library, text, &entry.id, problems)?;
            if !library.is_listed(question) {
                problems.push(diags::picked_unlisted(text, &library[question].name));
                return None;
            }
            Some(question)
        })
        .collect();
    let mut used: BTreeSet<QuestionIx> = named.iter().flatten().copied().collect();
    let mut shown = Vec::new();
    for (pick, named) in entry.said.picks.iter().zip(named) {
        if pick.question.is_none() {
            shown.extend(draw(library, &entry.id, pick, &mut used, problems));
        } else if let Some(question) = named
            && !shown.contains(&question)
        {
            shown.push(question);
        }
    }
    shown
}

fn draw(
    library: &Library,
    kit: &Slug,
    pick: &Pick,
    used: &mut BTreeSet<QuestionIx>,
    problems: &mut Vec<Diagnostic>,
) -> Vec<QuestionIx> {
    let words = &library.vocabulary;
    let before = problems.len();
    let topic = pick.topic.as_ref().map(|word| words.resolve(List::Topic, word, problems));
    let competency = pick.competency.as_ref().map(|word| words.resolve(List::Competency, word, problems));
    let kind = pick.kind.as_ref().map(|word| words.resolve(List::Kind, word, problems));
    let bank = pick.bank.as_ref().map(|id| {
        let at = Library::find(&library.banks, id.value.as_str(), |bank| &bank.id);
        if at.is_none() && !library.incomplete.bank(&id.value) {
            problems.push(diags::unknown_bank(library, id));
        }
        at
    });
    if pick.bank.is_none()
        && topic.is_none()
        && competency.is_none()
        && kind.is_none()
        && pick.priority.is_none()
    {
        problems.push(diags::pick_without_rule(pick.header));
    }
    if problems.len() > before {
        return Vec::new();
    }
    let fits = |question: &QuestionIx| {
        let question = &library[*question];
        bank.is_none_or(|bank| bank == Some(question.bank.at()))
            && topic.is_none_or(|topic| topic == question.topic)
            && kind.is_none_or(|kind| kind == question.kind)
            && competency.is_none_or(|word| word.is_some_and(|word| question.competencies.contains(&word)))
            && pick.priority.is_none_or(|word| Priority::from_word(word.value) == question.priority)
            && !question.said().researchable.is_some_and(|search| search.value)
    };
    // A bank's own questions are few; only a draw from no bank looks at all.
    let (own, all) = match bank.flatten() {
        Some(bank) => (Some(&library.banks[bank].questions), None),
        None => (None, Some(library.listed())),
    };
    let own = own.into_iter().flatten().copied().filter(|question| library.is_listed(*question));
    let mut drawn: Vec<QuestionIx> = own
        .chain(all.into_iter().flatten())
        .filter(|question| !used.contains(question))
        .filter(fits)
        .collect();
    let seed = |question: &QuestionIx| {
        let question = &library[*question];
        (question.priority, ContentHash::of(format!("{kit}\0{}", question.name).as_bytes()))
    };
    drawn.sort_by_cached_key(seed);
    let wanted = pick.count.unwrap_or(1) as usize;
    if drawn.len() < wanted && library.incomplete.has_all_banks() {
        problems.push(diags::empty_pick(pick.header, drawn.len(), wanted));
    }
    drawn.truncate(wanted);
    used.extend(drawn.iter().copied());
    drawn
}
