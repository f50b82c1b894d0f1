//! Multiple choice: choices that can be answered, and that do not give the answer away.

use std::collections::HashMap;

use super::diags;
use crate::diag::Diagnostic;
use crate::model::{Bank, Library, List, Question};
use crate::syntax::document::Document;
use crate::syntax::records::question::Choice;

/// The most choices a reader can weigh.
const MOST: usize = 10;

/// How many questions of a bank make a position a pattern: with five questions of four choices, one bank
/// in 256 has it by chance.
const PATTERN: usize = 5;

pub(super) fn check(library: &Library, bank: &Bank, problems: &mut Vec<Diagnostic>) {
    for question in library.questions_of(bank) {
        let choices = question.said().choices.as_deref().unwrap_or_default();
        let kind = question.kind.map(|kind| library.vocabulary.word(List::Kind, kind).id.as_str());
        match kind {
            Some("choice") if library.incomplete.file(&bank.path) => {}
            Some("choice") if choices.is_empty() && !question.said().lacks("choice") => {}
            Some("choice") => {
                answers(question, choices, problems);
                longest(question, choices, problems);
            }
            // On the other side choices are wrong whatever the kind; that is another rule's.
            Some(other)
                if !choices.is_empty() && question.direction == crate::model::Direction::YouAnswer =>
            {
                problems.push(diags::choices_of_other_kind(choices[0].text.span(), other));
            }
            _ => {}
        }
    }
    position(library, bank, problems);
}

fn answers(question: &Question, choices: &[Choice], problems: &mut Vec<Diagnostic>) {
    let correct = choices.iter().filter(|choice| choice.correct).count();
    match choices.len() {
        0 => problems.push(diags::no_choices(question.span)),
        1 => problems.push(diags::one_choice(choices[0].text.span())),
        count if count > MOST => problems.push(diags::many_choices(question.span, count, MOST)),
        _ => {}
    }
    match correct {
        0 if !choices.is_empty() => problems.push(diags::none_correct(question.span)),
        count if count == choices.len() && count > 1 => problems.push(diags::all_correct(question.span)),
        _ => {}
    }
    let mut seen: HashMap<String, &Document> = HashMap::new();
    for Choice { text, .. } in choices {
        match seen.get(&text.plain().to_lowercase()) {
            Some(first) => problems.push(diags::equal_choices(text.span(), first.span())),
            None => drop(seen.insert(text.plain().to_lowercase(), text)),
        }
    }
}

/// The one right choice, when there are enough others to compare it with.
fn only_correct(choices: &[Choice]) -> Option<usize> {
    let mut correct = choices.iter().enumerate().filter(|(_, choice)| choice.correct).map(|(at, _)| at);
    match (choices.len(), correct.next(), correct.next()) {
        (3.., Some(only), None) => Some(only),
        _ => None,
    }
}

/// The only right choice is half as long again as each other one, and 20 characters longer: less than
/// that is chance, and short choices differ easily.
fn longest(question: &Question, choices: &[Choice], problems: &mut Vec<Diagnostic>) {
    let Some(only) = only_correct(choices) else { return };
    let length = |choice: &Choice| choice.text.plain().chars().count();
    let right = length(&choices[only]);
    let others = choices.iter().filter(|choice| !choice.correct).map(length).max().unwrap_or(0);
    if right * 2 >= others * 3 && right >= others + 20 {
        problems.push(diags::longest_is_right(choices[only].text.span(), &question.name.id));
    }
}

/// In every question of the bank the right choice stands at the same place.
fn position(library: &Library, bank: &Bank, problems: &mut Vec<Diagnostic>) {
    let right = bank.questions.iter().filter_map(|question| {
        let question = &library[*question];
        Some((question, only_correct(question.said().choices.as_deref()?)?))
    });
    let right: Vec<(&Question, usize)> = right.collect();
    let Some((first, place)) = right.first() else { return };
    if right.len() >= PATTERN && right.iter().all(|(_, other)| other == place) {
        problems.push(diags::same_position(first.span, *place, right.len()));
    }
}
