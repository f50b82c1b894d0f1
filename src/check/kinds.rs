//! The kind of a question, and fields on the wrong side: one bank has one direction.

use super::diags;
use crate::base::Span;
use crate::diag::Diagnostic;
use crate::model::{Bank, Direction, Library, List, Question};
use crate::syntax::document::Document;
use crate::syntax::records::question;

pub(super) fn check(library: &Library, bank: &Bank, problems: &mut Vec<Diagnostic>) {
    // Without a direction, which was reported, there is no wrong side.
    if bank.said.direction.is_none() {
        return;
    }
    for question in library.questions_of(bank) {
        kind(library, question, problems);
        sides(question, problems);
    }
}

fn kind(library: &Library, question: &Question, problems: &mut Vec<Diagnostic>) {
    let words = library.vocabulary.words(List::Kind);
    let fitting = || words.iter().filter(|word| word.direction == Some(question.direction));
    match (&question.said().kind, question.kind) {
        // In a broken file the kind may be there and unread.
        (None, _) if library.incomplete.file(&library[question.bank].path) => {}
        (None, _) if !question.said().lacks("kind") => {}
        (None, _) => problems.push(diags::no_kind(question.span, fitting().map(|word| word.id.as_str()))),
        // An unknown word was reported.
        (Some(_), None) => {}
        (Some(said), Some(kind)) => {
            let direction = library.vocabulary.word(List::Kind, kind).direction;
            if direction.is_some_and(|direction| direction != question.direction) {
                let fitting = fitting().map(|word| word.id.as_str());
                problems.push(diags::kind_of_other_side(said, question.direction, fitting));
            }
        }
    }
}

fn sides(question: &Question, problems: &mut Vec<Diagnostic>) {
    let said = question.said();
    let wrong = match question.direction {
        Direction::YouAsk => answering(said),
        Direction::YouAnswer => {
            vec![
                ("listen_for", Some("cover"), first(&said.listen_for)),
                ("watch_for", Some("avoid"), first(&said.watch_for)),
            ]
        }
    };
    for (field, instead, span) in wrong {
        let Some(span) = span else { continue };
        problems.push(match instead {
            Some(instead) => crate::model::diags::wrong_side(field, instead, question.direction, span),
            None => diags::only_answering(field, span),
        });
    }
}

/// Fields that only make sense when the student answers, what to write in their place, and where they stand.
fn answering(said: &question::Question) -> Vec<(&'static str, Option<&'static str>, Option<Span>)> {
    let prompt = said.prompts.as_ref().and_then(|prompts| prompts.steps.first());
    let sample = said.samples.iter().flatten().next();
    let choice = said.choices.iter().flatten().next();
    vec![
        ("cover", Some("listen_for"), first(&said.cover)),
        ("avoid", Some("watch_for"), first(&said.avoid)),
        ("prompts", None, prompt.map(|(_, cue)| cue.span())),
        ("sample", None, sample.map(|sample| sample.text.span())),
        ("choice", None, choice.map(|choice| choice.text.span())),
        ("improper", None, said.improper.as_ref().map(|text| text.span())),
        ("respond", None, first(&said.respond)),
        ("think", None, said.think.map(|think| think.span)),
    ]
}

fn first(list: &Option<Vec<Document>>) -> Option<Span> {
    list.iter().flatten().next().map(Document::span)
}
