//! The account of a word of the vocabulary: what it means, who has it, and its list.

use super::account::{Account, Entry, Spot};
use super::survey::Survey;
use crate::model::{List, PageRef, QuestionIx, RoleIx, WordIx};
use crate::plan::{Facet, Recipe};

/// Where a word is written; a built-in one is nowhere.
pub fn spot(survey: &Survey<'_>, list: List, word: WordIx) -> Option<Spot> {
    survey.library.vocabulary.word(list, word).span.and_then(|span| survey.spot(span))
}

/// Everything known about a word.
pub fn account(survey: &Survey<'_>, list: List, ix: WordIx) -> Account {
    let (library, plan) = (survey.library, survey.plan);
    let word = library.vocabulary.word(list, ix);
    let facet = Facet::ALL.into_iter().find(|facet| facet.list() == list);
    let listing = facet.and_then(|facet| plan.listing(facet, ix));
    let page = listing.and_then(|listing| {
        let at = plan.listings.iter().position(|own| own.path == listing.path)?;
        Some(survey.page(&listing.path, &Recipe::Listing(at, 1)))
    });
    let has = |at: &usize| library.questions[*at].words(list).contains(&ix);
    let questions = (0..library.questions.len()).filter(has);
    let mut account = Account {
        what: list.word(),
        name: format!("{}/{}", list.word(), word.id),
        title: Some(word.label.clone()),
        at: spot(survey, list, ix),
        page,
        named_by: questions.map(|at| survey.question(QuestionIx::new(at), "question")).collect(),
        ..Account::default()
    };
    account.named_by.extend(roles(survey, list, ix));
    if word.span.is_none() {
        account.notes.push("built in: `content/vocabulary.toml` does not replace this list".to_owned());
    }
    if let Some(help) = &word.help {
        account.fields.push(Entry::new("help", "").at(survey.spot(help.span())).saying(help.plain()));
    }
    let times = [("think", word.think), ("answer", word.answer)];
    let times = times.into_iter().filter_map(|(key, time)| Some((key, time?)));
    account.fields.extend(times.map(|(key, time)| Entry::new(key, "").saying(time.to_string())));
    account
}

fn roles(survey: &Survey<'_>, list: List, ix: WordIx) -> Vec<Entry> {
    let with = |at: &usize| {
        let role = &survey.library.roles[*at];
        match list {
            List::Competency => role.competencies.contains(&ix),
            List::Stage => role.stages.contains(&ix),
            List::Persona => role.talk_to.contains(&ix),
            _ => false,
        }
    };
    let roles = (0..survey.library.roles.len()).filter(with);
    roles.map(|at| survey.thing(PageRef::Role(RoleIx::new(at)), "role")).collect()
}
