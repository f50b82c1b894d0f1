//! Questions: kinds, sides, lengths, what they lack, twins.

use crate::base::{Date, Seconds, Slug, Span};
use crate::diag::{Diagnostic, codes};
use crate::model::{Direction, Question, QuestionName};
use crate::syntax::record::list;
use crate::syntax::{At, Text};

/// A question without a kind.
pub fn no_kind<'w>(span: Span, kinds: impl Iterator<Item = &'w str>) -> Diagnostic {
    Diagnostic::at(&codes::NO_KIND, span, "this question has no `kind`")
        .help(format!("write `kind = \"…\"` in the question, or once under `[defaults]`: {}", list(kinds)))
}

/// A kind of the other direction.
pub fn kind_of_other_side<'w>(
    kind: &At<Slug>,
    direction: Direction,
    kinds: impl Iterator<Item = &'w str>,
) -> Diagnostic {
    let message = format!("`{}` is a kind for banks where {}", kind.value, who_else(direction));
    Diagnostic::at(&codes::WRONG_SIDE, kind.span, message).help(format!(
        "this bank has `direction = \"{}\"`: its kinds are {}",
        direction.word(),
        list(kinds)
    ))
}

/// A field for answering where the student asks, with nothing in its place.
pub fn only_answering(field: &str, span: Span) -> Diagnostic {
    let message = format!("`{field}` belongs to questions of the direction `you-answer`");
    Diagnostic::at(&codes::WRONG_SIDE, span, message)
        .help("here the student asks: remove it, or move the question to a bank of that direction")
}

/// Who asks in banks of the other direction.
fn who_else(direction: Direction) -> &'static str {
    match direction {
        Direction::YouAsk => "the student is asked",
        Direction::YouAnswer => "the student asks",
    }
}

/// More characters than a question may have.
pub fn question_too_long(span: Span, what: &str, count: usize, most: usize) -> Diagnostic {
    let message = format!("this {what} has {count} characters and may have {most}");
    Diagnostic::at(&codes::QUESTION_TOO_LONG, span, message)
        .help("ask one thing in one sentence, and put the situation into `body`")
}

/// More words than people keep in mind.
pub fn long_question(span: Span, what: &str, count: usize, most: usize) -> Diagnostic {
    let message = format!("this {what} has {count} words; more than {most} are hard to keep in mind");
    Diagnostic::at(&codes::LONG_QUESTION, span, message)
        .help("ask one thing, move the situation into `body`, and make second questions `follow_ups`")
}

/// A sample that is a script.
pub fn long_sample(span: Span, count: usize, most: usize) -> Diagnostic {
    let message = format!("this sample has {count} words; more than {most} are learned by heart");
    Diagnostic::at(&codes::LONG_SAMPLE, span, message)
        .help("cut it to what happened, what the person did and what came of it, or make it two samples")
}

/// A behavioral question that shows nothing.
pub fn no_competency(span: Span) -> Diagnostic {
    Diagnostic::at(&codes::NO_COMPETENCY, span, "this behavioral question names no competency")
        .help("say what a story about it shows: `competencies = [\"teamwork\"]`")
}

/// An improper question without a way out.
pub fn no_respond(span: Span) -> Diagnostic {
    Diagnostic::at(&codes::NO_RESPOND, span, "this improper question has no `respond`")
        .help("write two or three lawful ways to respond, from friendly to firm: `respond = [\"…\", \"…\"]`")
}

/// An improper question that does not say why it is.
pub fn no_category(span: Span) -> Diagnostic {
    Diagnostic::at(&codes::NO_RESPOND, span, "this improper question does not say why it is one")
        .help("name what it is about: `improper = \"age\"`, `\"family\"`, `\"religion\"`, …")
}

/// A time no one answers in.
pub fn answer_time(answer: &At<Seconds>, least: u32) -> Diagnostic {
    let message = format!("an answer of {} is not one people give", answer.value);
    let base = Diagnostic::at(&codes::ANSWER_TIME, answer.span, message);
    if answer.value.0 < least {
        return base.help("a number alone counts seconds; write minutes as `\"2 min\"`");
    }
    base.help("write a time from 15 seconds to 30 minutes")
}

/// A successor of a question that is still there.
pub fn replaced_not_retired(name: &Text) -> Diagnostic {
    let message = format!("this question is in use and yet replaced by `{}`", name.as_str());
    Diagnostic::at(&codes::BAD_VALUE, name.span(), message)
        .help("write `status = \"retired\"` too, or remove `replaced_by`; `related` names questions worth reading next")
}

/// A successor that is the question itself.
pub fn replaced_by_itself(name: &Text) -> Diagnostic {
    Diagnostic::at(&codes::BAD_VALUE, name.span(), "this question is replaced by itself")
        .help("name the question that took its place")
}

/// A question that names a draft.
pub fn mentioned_draft(text: &Text, name: &QuestionName) -> Diagnostic {
    Diagnostic::at(
        &codes::DRAFT_LINK,
        text.span(),
        format!("`{name}` is a draft: readers do not see it here"),
    )
    .help("finish the draft, or take it out here until then")
}

/// Two questions with the same words, each with the place of its words.
pub fn duplicate_question(
    (question, at): (&Question, Span),
    (first, first_at): (&Question, Span),
    narrower: bool,
) -> Diagnostic {
    let message = format!("`{}` asks the same as `{}`", question.name, first.name);
    let base = Diagnostic::at(&codes::DUPLICATE_QUESTION, at, message)
        .label(first_at, "the same words here; both stand on one page");
    if narrower {
        return base.help(format!(
            "keep the broader one, and say what differs here in an `[[adapt]]` with `question = \"{}\"`",
            first.name
        ));
    }
    base.help("remove one; if it was published, add its id to the `aliases` of the other")
}

/// A review that is too old.
pub fn stale(what: &str, reviewed: &At<Date>, months: u16) -> Diagnostic {
    let message = format!("this {what} was last reviewed on {}", reviewed.value);
    let every = if months == 1 { "1 month".to_owned() } else { format!("{months} months") };
    Diagnostic::at(&codes::STALE, reviewed.span, message)
        .help(format!("read it again, and set `reviewed` to that day; this site wants that every {every}"))
}

/// A review that has not happened.
pub fn reviewed_in_future(reviewed: &At<Date>) -> Diagnostic {
    let message = format!("the review of {} is in the future", reviewed.value);
    Diagnostic::at(&codes::STALE, reviewed.span, message).help("write the day on which someone last read it")
}
