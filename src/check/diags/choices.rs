//! Multiple choice.

use crate::base::{Slug, Span};
use crate::diag::{Diagnostic, codes};

/// A choice question without choices.
pub fn no_choices(span: Span) -> Diagnostic {
    Diagnostic::at(&codes::CHOICE_ANSWERS, span, "this multiple-choice question has no choices")
        .help("add 2 to 10 of `[[question.choice]]` with `text` and `feedback`, the right one with `correct = true`")
}

/// A single choice.
pub fn one_choice(span: Span) -> Diagnostic {
    Diagnostic::at(&codes::CHOICE_ANSWERS, span, "this is the only choice of its question")
        .help("add a second `[[question.choice]]`: what a student might honestly believe")
}

/// More choices than people weigh.
pub fn many_choices(span: Span, count: usize, most: usize) -> Diagnostic {
    Diagnostic::at(
        &codes::CHOICE_ANSWERS,
        span,
        format!("this question has {count} choices and may have {most}"),
    )
    .help("keep the choices that students find hard to tell apart; three or four are plenty")
}

/// No right choice.
pub fn none_correct(span: Span) -> Diagnostic {
    Diagnostic::at(&codes::CHOICE_ANSWERS, span, "no choice of this question is right")
        .help("mark the right choice with `correct = true`")
}

/// No wrong choice.
pub fn all_correct(span: Span) -> Diagnostic {
    Diagnostic::at(&codes::CHOICE_ANSWERS, span, "every choice of this question is right")
        .help("take `correct = true` off the wrong ones, or add a wrong one")
}

/// Two choices that say the same.
pub fn equal_choices(span: Span, first: Span) -> Diagnostic {
    Diagnostic::at(&codes::CHOICE_ANSWERS, span, "this choice stands here twice")
        .label(first, "first here")
        .help("remove one, or say what makes them different")
}

/// Choices of a question that is no multiple-choice question.
pub fn choices_of_other_kind(span: Span, kind: &str) -> Diagnostic {
    let message = format!("a question of the kind `{kind}` has no choices");
    Diagnostic::at(&codes::CHOICE_ANSWERS, span, message)
        .help("write `kind = \"choice\"` in the question, or remove its choices")
}

/// A right choice one sees without reading.
pub fn longest_is_right(span: Span, question: &Slug) -> Diagnostic {
    let message = format!("the right choice of `{question}` is much longer than the others");
    Diagnostic::at(&codes::CHOICE_PATTERN, span, message)
        .help("shorten it, or give the wrong choices the same detail")
}

/// Right choices in one place, counted from 0.
pub fn same_position(span: Span, place: usize, count: usize) -> Diagnostic {
    let message = format!("in all {count} such questions of this bank choice {} is the right one", place + 1);
    Diagnostic::at(&codes::CHOICE_PATTERN, span, message)
        .help("move the right choices to different places: students see the pattern after three questions")
}
