//! What a question needs to be of use: competencies, ways to respond, a time one can keep.

use super::diags;
use crate::diag::Diagnostic;
use crate::model::{Bank, Direction, Library, List, Question, QuestionName, Status};

/// The shortest and the longest time for an answer, in seconds: a clear slip of the unit lies outside.
const ANSWER: std::ops::RangeInclusive<u32> = 15..=30 * 60;

pub(super) fn check(library: &Library, bank: &Bank, problems: &mut Vec<Diagnostic>) {
    for question in library.questions_of(bank) {
        // In a broken file what seems to lack may be there and unread.
        if !library.incomplete.file(&bank.path) {
            lacks(library, question, problems);
        }
        answer_time(question, problems);
        succession(library, question, problems);
        if question.status != Status::Draft {
            mentions(library, question, problems);
        }
    }
}

fn lacks(library: &Library, question: &Question, problems: &mut Vec<Diagnostic>) {
    let said = question.said();
    let kind = question.kind.map(|kind| library.vocabulary.word(List::Kind, kind).id.as_str());
    match kind {
        // On the other side these kinds are wrong whatever else is there.
        _ if question.direction == Direction::YouAsk => {}
        Some("behavioral") if said.lacks("competencies") || is_empty(&said.competencies) => {
            problems.push(diags::no_competency(question.span));
        }
        Some("improper") => {
            if said.lacks("respond") || is_empty(&said.respond) {
                problems.push(diags::no_respond(question.span));
            }
            if said.lacks("improper") {
                problems.push(diags::no_category(question.span));
            }
        }
        _ => {}
    }
}

/// A list that is there and has nothing in it.
fn is_empty<T>(list: &Option<Vec<T>>) -> bool {
    list.as_ref().is_some_and(Vec::is_empty)
}

fn answer_time(question: &Question, problems: &mut Vec<Diagnostic>) {
    if let Some(answer) = question.said().answer
        && !ANSWER.contains(&answer.value.0)
    {
        problems.push(diags::answer_time(&answer, *ANSWER.start()));
    }
}

/// `replaced_by` belongs to retired questions and names another one.
fn succession(library: &Library, question: &Question, problems: &mut Vec<Diagnostic>) {
    let (Some(said), Some(successor)) = (&question.said().replaced_by, question.replaced_by) else { return };
    if library[successor].name == question.name {
        problems.push(diags::replaced_by_itself(said));
    } else if question.status == Status::Ready {
        problems.push(diags::replaced_not_retired(said));
    }
}

/// Related questions and successors that readers do not see yet.
fn mentions(library: &Library, question: &Question, problems: &mut Vec<Diagnostic>) {
    if question.related.iter().chain(&question.replaced_by).all(|other| library.is_published(*other)) {
        return;
    }
    let said = question.said();
    for text in said.related.iter().flatten().chain(&said.replaced_by) {
        let name = QuestionName::parse(text.as_str(), &question.name.bank);
        let found = name.and_then(|name| library.question(&name));
        if let Some(other) = found.filter(|other| !library.is_published(*other)) {
            problems.push(diags::mentioned_draft(text, &library[other].name));
        }
    }
}
