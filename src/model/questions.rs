//! Questions: their names, their words, whom they are for and which others they mention.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::ids::{BankIx, QuestionIx, QuestionName};
use super::scope::{Lines, Scope};
use super::vocabulary::List;
use super::{Bank, Library, Priority, Question, Questions, Status, diags, places};
use crate::base::{FileId, Slug, Span};
use crate::diag::Diagnostic;
use crate::syntax::{At, Text, records};

/// The questions by the ids of their banks, then by their own. Looked up, never listed.
pub(super) type Names = HashMap<Slug, HashMap<Slug, QuestionIx>>;

/// Fills in the questions of a library whose banks, roles and industries are known.
pub(super) fn link(library: &mut Library, problems: &mut Vec<Diagnostic>) {
    let mut by_name = Names::with_capacity(library.banks.len());
    let mut spans = Vec::new();
    let mut banks = Vec::with_capacity(library.banks.len());
    for (at, bank) in library.banks.iter().enumerate() {
        let mut questions = Vec::with_capacity(bank.said.questions.len());
        let mut names = HashMap::with_capacity(bank.said.questions.len());
        for (place, said) in bank.said.questions.iter().enumerate() {
            let (id, span) = named(said, place, bank.file);
            let name = QuestionName { bank: bank.id.clone(), id };
            let ix = QuestionIx::new(spans.len());
            if let Some(id) = &said.id {
                match names.entry(name.id.clone()) {
                    Entry::Vacant(free) => drop(free.insert(ix)),
                    Entry::Occupied(first) => {
                        problems.push(diags::duplicate_id(&id.value, id.span, spans[first.get().at()]));
                    }
                }
            }
            spans.push(span);
            questions.push(describe(library, BankIx::new(at), name, place, span, problems));
        }
        by_name.insert(bank.id.clone(), names);
        banks.push(questions);
    }
    let mut numbers = (0..spans.len()).map(QuestionIx::new);
    for (bank, questions) in library.banks.iter_mut().zip(&banks) {
        bank.questions = numbers.by_ref().take(questions.len()).collect();
    }
    library.questions = Questions::new(banks);
    library.by_name = Arc::new(by_name);
    resolve_mentions(library, problems);
}

/// The questions of a bank as it says them now, when nothing but their words and places is new.
pub(super) fn said(bank: &Bank, questions: &Arc<[Question]>) -> Arc<[Question]> {
    if questions.first().is_none_or(|first| Arc::ptr_eq(&first.said, &bank.said)) {
        return Arc::clone(questions);
    }
    let said = |question: &Question| {
        let (_, span) = named(&bank.said.questions[question.place], question.place, bank.file);
        Question { said: Arc::clone(&bank.said), span, ..question.clone() }
    };
    questions.iter().map(said).collect()
}

/// The id of a question and its place. Without one, which is an error, the question still gets a name that
/// nothing can use, so that whatever else is wrong with it is found too.
fn named(said: &records::question::Question, place: usize, file: FileId) -> (Slug, Span) {
    if let Some(id) = &said.id {
        return (id.value.clone(), id.span);
    }
    let id = Slug::new(&format!("question-{}", place + 1)).expect("letters, a hyphen and digits");
    let span = said.text.as_ref().map(|text| text.span()).or(said.header);
    (id, span.unwrap_or(Span::head(file)))
}

fn describe(
    library: &Library,
    bank_ix: BankIx,
    name: QuestionName,
    place: usize,
    span: Span,
    problems: &mut Vec<Diagnostic>,
) -> Question {
    let bank = &library[bank_ix];
    let said = &bank.said.questions[place];
    let words = &library.vocabulary;
    let kind = said.kind.as_ref().and_then(|kind| words.resolve(List::Kind, kind, problems));
    let kind_word = kind.map(|kind| words.word(List::Kind, kind));
    let mut list = |list, ids: &Option<Vec<At<Slug>>>| {
        words.resolve_all(list, ids.as_deref().unwrap_or_default(), problems)
    };
    let (stages, levels) = (list(List::Stage, &said.stages), list(List::Level, &said.levels));
    let competencies = list(List::Competency, &said.competencies);
    Question {
        bank: bank_ix,
        name,
        said: Arc::clone(&bank.said),
        place,
        span,
        direction: bank.direction,
        scopes: scopes(library, bank.scope, said, problems),
        kind,
        topic: said.topic.as_ref().and_then(|topic| words.resolve(List::Topic, topic, problems)),
        stages,
        levels,
        competencies,
        priority: said.priority.map_or(Priority::Should, |priority| Priority::from_word(priority.value)),
        status: match said.status.map(|status| status.value) {
            Some("draft") => Status::Draft,
            Some("retired") => Status::Retired,
            _ => Status::Ready,
        },
        think: said.think.map(|think| think.value).or(kind_word.and_then(|kind| kind.think)),
        answer: said.answer.map(|answer| answer.value).or(kind_word.and_then(|kind| kind.answer)),
        aliases: Vec::new(),
        replaced_by: None,
        related: Vec::new(),
    }
}

/// The folder's scope, narrowed by `roles` and `industries`.
fn scopes(
    library: &Library,
    home: Scope,
    said: &records::question::Question,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Scope> {
    let lines = Lines::of(library);
    let mut scopes = vec![home];
    let roles = said.roles.as_deref().unwrap_or_default();
    let industries = said.industries.as_deref().unwrap_or_default();
    for (count, name) in roles.iter().enumerate() {
        if count == 0 {
            scopes.clear();
        }
        for role in places::role_names(std::slice::from_ref(name), &library.roles, problems) {
            let narrow = Scope { role: Some(role), ..home };
            if lines.contains(home, narrow) {
                scopes.push(narrow);
            } else {
                problems.push(diags::outside_folder(name, "role"));
            }
        }
    }
    if industries.is_empty() {
        return scopes;
    }
    let wide = std::mem::take(&mut scopes);
    for name in industries {
        for industry in places::industry_names(std::slice::from_ref(name), &library.industries, problems) {
            let narrow = Scope { industry: Some(industry), ..home };
            if lines.contains(home, narrow) {
                scopes.extend(wide.iter().map(|scope| Scope { industry: Some(industry), ..*scope }));
            } else {
                problems.push(diags::outside_folder(name, "industry"));
            }
        }
    }
    scopes
}

/// Finds the questions that others mention, and reserves their former names.
fn resolve_mentions(library: &mut Library, problems: &mut Vec<Diagnostic>) {
    let mut taken: BTreeMap<QuestionName, Span> = BTreeMap::new();
    let mut mentions = Vec::with_capacity(library.questions.len());
    for question in library.questions.iter() {
        let said = question.said();
        let bank = &library[question.bank].id;
        let mut find = |text: &Text| find(library, text, bank, problems);
        let related: Vec<QuestionIx> = said.related.iter().flatten().filter_map(&mut find).collect();
        let replaced_by = said.replaced_by.as_ref().and_then(&mut find);
        let mut aliases = Vec::new();
        for alias in said.aliases.iter().flatten() {
            let Some(name) = QuestionName::parse(alias.as_str(), bank) else {
                problems.push(diags::bad_question_name(alias));
                continue;
            };
            if let Some(other) = library.question(&name) {
                problems.push(diags::alias_conflict(
                    alias,
                    library[other].span,
                    "this question has the name",
                ));
            } else if let Some(first) = taken.get(&name) {
                problems.push(diags::alias_conflict(alias, *first, "taken here already"));
            } else {
                taken.insert(name.clone(), alias.span());
                aliases.push(name);
            }
        }
        mentions.push((related, replaced_by, aliases));
    }
    for (question, (related, replaced_by, aliases)) in library.questions.iter_mut().zip(mentions) {
        question.related = related;
        question.replaced_by = replaced_by;
        question.aliases = aliases;
    }
}

/// The question an author named; reported when there is none, unless its bank could not be read.
pub(super) fn find(
    library: &Library,
    text: &Text,
    bank: &Slug,
    problems: &mut Vec<Diagnostic>,
) -> Option<QuestionIx> {
    let (of, id) = text.as_str().split_once('/').unwrap_or((bank.as_str(), text.as_str()));
    let found = library.named(of, id);
    if found.is_some() {
        return found;
    }
    match QuestionName::parse(text.as_str(), bank) {
        None => problems.push(diags::bad_question_name(text)),
        Some(name) if library.incomplete.bank(&name.bank) => {}
        Some(name) => problems.push(diags::unknown_question(library, &name, text.span())),
    }
    None
}
