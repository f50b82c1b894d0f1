//! How long questions and sample answers are.
//!
//! A question is asked aloud: 30 words are about what a listener keeps in mind, 300 characters what a card
//! holds. A sample of 220 words takes about two minutes to say.

use super::diags;
use crate::diag::Diagnostic;
use crate::syntax::document::Document;
use crate::syntax::records::bank::{Adapt, AdaptList, Bank};
use crate::syntax::records::question::Question;

/// The most characters of a question.
const QUESTION_CHARS: usize = 300;
/// The most words of a question.
const QUESTION_WORDS: usize = 30;
/// The most words of a sample answer.
const SAMPLE_WORDS: usize = 220;

pub(super) fn check(bank: &Bank, problems: &mut Vec<Diagnostic>) {
    bank.questions.iter().for_each(|said| asked(said, problems));
    bank.adapts.iter().for_each(|adapt| adapted(adapt, problems));
}

fn asked(said: &Question, problems: &mut Vec<Diagnostic>) {
    said.text.iter().for_each(|text| question(text, "question", problems));
    said.follow_ups.iter().flatten().for_each(|text| question(text, "follow-up", problems));
    // A wording that is in use may be long.
    said.also_asked_as.iter().flatten().for_each(|text| {
        characters(text, "wording", problems);
    });
    for sample in said.samples.iter().flatten() {
        let words = sample.text.words();
        if words > SAMPLE_WORDS {
            problems.push(diags::long_sample(sample.text.span(), words, SAMPLE_WORDS));
        }
    }
}

fn adapted(adapt: &Adapt, problems: &mut Vec<Diagnostic>) {
    adapt.text.iter().for_each(|text| question(text, "question", problems));
    let follow_ups = adapt.add.iter().filter(|(list, _)| *list == AdaptList::FollowUps);
    follow_ups.flat_map(|(_, entries)| entries).for_each(|text| question(text, "follow-up", problems));
}

fn question(text: &Document, what: &str, problems: &mut Vec<Diagnostic>) {
    let words = text.words();
    if !characters(text, what, problems) && words > QUESTION_WORDS {
        problems.push(diags::long_question(text.span(), what, words, QUESTION_WORDS));
    }
}

/// Whether it has too many characters; then its words need no second report.
fn characters(text: &Document, what: &str, problems: &mut Vec<Diagnostic>) -> bool {
    let count = text.plain().chars().count();
    if count > QUESTION_CHARS {
        problems.push(diags::question_too_long(text.span(), what, count, QUESTION_CHARS));
    }
    count > QUESTION_CHARS
}
