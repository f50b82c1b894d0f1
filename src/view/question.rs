//! The page of a question: the question, and a coach's note on it.

use serde::Serialize;

use super::about::{about, one, title};
use super::items::{Duration, LinkView, SourceView, WordView, date, link};
use super::page::{Head, PageView, page};
use super::sheet::{Part, Sheet};
use super::structured;
use crate::model::{Direction, Library, List, PageRef, Question, QuestionIx, Status};
use crate::syntax::document::Document;
use crate::syntax::passages::sample_prefix;
use crate::syntax::records::bank::{Adapt, AdaptList};
use crate::theme::{Gap, Html};

/// A question with all its guidance; an empty list means that the author said nothing.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct QuestionView {
    /// Its full id: `bank/question`.
    pub name: String,
    /// Its words.
    pub text: Html,
    /// `you-ask` or `you-answer`.
    pub direction: &'static str,
    /// The bank it stands in.
    pub bank: LinkView,
    /// Who keeps the bank.
    pub owner: Option<String>,
    /// Whom it is for: nothing when it is for everyone.
    pub audience: Vec<LinkView>,
    /// Its kind.
    pub kind: Option<WordView>,
    /// What it is about.
    pub topic: Option<WordView>,
    /// When in the process it is asked.
    pub stages: Vec<WordView>,
    /// For whom.
    pub levels: Vec<WordView>,
    /// What it lets the asker see.
    pub competencies: Vec<WordView>,
    /// Free words.
    pub tags: Vec<String>,
    /// `warm-up`, `core` or `stretch`.
    pub difficulty: Option<&'static str>,
    /// `must`, `should` or `nice`.
    pub priority: &'static str,
    /// Other wordings.
    pub also_asked_as: Vec<Html>,
    /// What the asker wants to learn.
    pub why: Option<Html>,
    /// Scenario, code, table or image.
    pub body: Option<Html>,
    /// The choices of a multiple-choice question.
    pub choices: Vec<ChoiceView>,
    /// You answer: what a good answer covers.
    pub cover: Vec<Html>,
    /// You answer: red flags.
    pub avoid: Vec<Html>,
    /// You ask: signals in their reply.
    pub listen_for: Vec<Html>,
    /// You ask: warning signs in their reply.
    pub watch_for: Vec<Html>,
    /// Cues for telling a story, in order.
    pub prompts: Vec<PromptView>,
    /// Hints, to be revealed one at a time.
    pub hints: Vec<Html>,
    /// Answers to learn from.
    pub samples: Vec<SampleView>,
    /// What is asked next.
    pub follow_ups: Vec<Html>,
    /// Why an interviewer should not ask it: a category.
    pub improper: Option<String>,
    /// Lawful ways to respond.
    pub respond: Vec<Html>,
    /// Whether a search answers it, so that it should be looked up and not asked.
    pub researchable: bool,
    /// Time to think.
    pub think: Option<Duration>,
    /// Time a good answer takes; when the student asks, time to leave for the reply.
    pub answer: Option<Duration>,
    /// How it is worded or filled out for roles and industries.
    pub adapted: Vec<AdaptedView>,
    /// Questions worth reading next.
    pub related: Vec<LinkView>,
    /// Where it comes from.
    pub sources: Vec<SourceView>,
    /// When it was last reviewed: `YYYY-MM-DD`.
    pub reviewed: Option<String>,
    /// Whether it is a draft: only in previews.
    pub draft: bool,
    /// Whether it is retired: kept for those who come from an old link.
    pub retired: bool,
    /// The question that took its place.
    pub replaced_by: Option<LinkView>,
    /// The question before it in its bank.
    pub previous: Option<LinkView>,
    /// The question behind it in its bank.
    pub next: Option<LinkView>,
}

/// One choice.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ChoiceView {
    /// The choice.
    pub text: Html,
    /// Whether it is right.
    pub correct: bool,
    /// What someone who chose it should hear.
    pub feedback: Option<Html>,
}

/// A cue.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PromptView {
    /// `situation`, `task`, `action`, `result` or `learning`.
    pub step: &'static str,
    /// The cue.
    pub cue: Html,
}

/// A sample answer.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SampleView {
    /// What it is about.
    pub label: Option<String>,
    /// Whose it could be.
    pub level: Option<String>,
    /// The answer.
    pub text: Html,
}

/// A question as one scope words it.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AdaptedView {
    /// Whose wording it is.
    pub place: LinkView,
    /// Its words there.
    pub text: Option<Html>,
    /// What the asker wants to learn there.
    pub why: Option<Html>,
    /// More that a good answer covers.
    pub cover: Vec<Html>,
    /// More red flags.
    pub avoid: Vec<Html>,
    /// More signals.
    pub listen_for: Vec<Html>,
    /// More warning signs.
    pub watch_for: Vec<Html>,
    /// More that is asked next.
    pub follow_ups: Vec<Html>,
}

/// The head of a question's page.
pub fn head(sheet: &Sheet<'_>, ix: QuestionIx) -> PageView {
    let library = sheet.library();
    let (title, description) =
        (&title(library, PageRef::Question(ix)), &about(library, PageRef::Question(ix)));
    let shows = &points(library, ix);
    let above = vec![link(sheet, PageRef::Bank(library[ix].bank))];
    let (section, source) = (Some("questions"), Some(sheet.file_of(ix)));
    let thing = Some(structured::question(sheet, ix));
    page(
        sheet,
        Head {
            kind: "question",
            title,
            description,
            shows,
            section,
            above,
            source,
            thing,
            ..Head::default()
        },
    )
}

/// What its page says beside the question: the first of its lists.
fn points(library: &Library, ix: QuestionIx) -> String {
    let said = library[ix].said();
    let lists = [&said.cover, &said.listen_for, &said.respond, &said.also_asked_as, &said.follow_ups];
    let first = lists.into_iter().flatten().find(|list| !list.is_empty());
    let points: Vec<_> = first.into_iter().flatten().map(|point| one(library, Some(point))).collect();
    points.join("; ")
}

/// A question.
pub fn question(sheet: &Sheet<'_>, ix: QuestionIx) -> QuestionView {
    let library = sheet.library();
    let question = &library[ix];
    let (said, bank, file) = (question.said(), &library[question.bank], sheet.file_of(ix));
    let list = |documents: &Option<Vec<Document>>| sheet.htmls(file, documents.as_deref());
    let one = |document: &Option<Document>| document.as_ref().map(|document| sheet.html(file, document));
    let (previous, next) = neighbours(sheet, ix);
    QuestionView {
        name: question.name.to_string(),
        text: one(&said.text).unwrap_or_else(|| Html::new("")),
        direction: question.direction.word(),
        bank: link(sheet, PageRef::Bank(question.bank)),
        owner: bank.said.owner.as_ref().map(|owner| owner.as_str().to_owned()),
        audience: audience(sheet, question),
        kind: question.kind.map(|kind| WordView::new(sheet, List::Kind, kind)),
        topic: question.topic.map(|topic| WordView::new(sheet, List::Topic, topic)),
        stages: WordView::all(sheet, List::Stage, &question.stages),
        levels: WordView::all(sheet, List::Level, &question.levels),
        competencies: WordView::all(sheet, List::Competency, &question.competencies),
        tags: said.tags.iter().flatten().map(|tag| tag.value.to_string()).collect(),
        difficulty: said.difficulty.map(|difficulty| difficulty.value),
        priority: question.priority.word(),
        also_asked_as: list(&said.also_asked_as),
        why: one(&said.why),
        body: one(&said.body),
        choices: choices(sheet, ix),
        cover: list(&said.cover),
        avoid: list(&said.avoid),
        listen_for: list(&said.listen_for),
        watch_for: list(&said.watch_for),
        prompts: prompts(sheet, ix),
        hints: list(&said.hints),
        samples: samples(sheet, ix),
        follow_ups: list(&said.follow_ups),
        improper: said.improper.as_ref().map(|category| category.as_str().to_owned()),
        respond: list(&said.respond),
        researchable: said.researchable.is_some_and(|search| search.value),
        think: question
            .think
            .filter(|_| question.direction == Direction::YouAnswer)
            .map(|think| Duration::new(sheet, think)),
        answer: question.answer.map(|answer| Duration::new(sheet, answer)),
        adapted: adapted(sheet, ix),
        related: published(sheet, &question.related),
        sources: SourceView::all(said.sources.as_deref().unwrap_or_default()),
        reviewed: said.reviewed.map(|reviewed| date(reviewed.value)),
        draft: question.status == Status::Draft,
        retired: question.status == Status::Retired,
        replaced_by: question.replaced_by.and_then(|ix| published(sheet, &[ix]).pop()),
        previous,
        next,
    }
}

fn published(sheet: &Sheet<'_>, questions: &[QuestionIx]) -> Vec<LinkView> {
    let has_page = |ix: &&QuestionIx| sheet.library().is_published(**ix);
    questions.iter().filter(has_page).map(|ix| link(sheet, PageRef::Question(*ix))).collect()
}

fn audience(sheet: &Sheet<'_>, question: &Question) -> Vec<LinkView> {
    let library = sheet.library();
    let place = |scope: &crate::model::Scope| {
        let page = library.page(*scope)?;
        Some(LinkView {
            title: sheet.scope_title(*scope),
            url: sheet.url(sheet.plan().routes.composed(page)),
        })
    };
    question.scopes.iter().filter_map(place).collect()
}

fn choices(sheet: &Sheet<'_>, ix: QuestionIx) -> Vec<ChoiceView> {
    let file = sheet.file_of(ix);
    let choices = sheet.library()[ix].said().choices.iter().flatten();
    choices
        .map(|choice| ChoiceView {
            text: sheet.html(file, &choice.text),
            correct: choice.correct,
            feedback: choice.feedback.as_ref().map(|feedback| sheet.html(file, feedback)),
        })
        .collect()
}

fn prompts(sheet: &Sheet<'_>, ix: QuestionIx) -> Vec<PromptView> {
    let steps = sheet.library()[ix].said().prompts.iter().flat_map(|prompts| &prompts.steps);
    steps.map(|(step, cue)| PromptView { step, cue: sheet.html(sheet.file_of(ix), cue) }).collect()
}

fn samples(sheet: &Sheet<'_>, ix: QuestionIx) -> Vec<SampleView> {
    let library = sheet.library();
    let sample = |(at, sample): (usize, &crate::syntax::records::question::Sample)| {
        let level =
            sample.level.as_ref().and_then(|level| library.vocabulary.find(List::Level, &level.value));
        let label = sample.label.as_ref().map(|label| label.as_str().to_owned());
        let title =
            label.clone().unwrap_or_else(|| sheet.say_with("question-sample", &[("n", Gap::Number(at + 1))]));
        let part = Part { ids: &sample_prefix(at), title: &title };
        SampleView {
            label,
            level: level.map(|level| sheet.label(List::Level, level)),
            text: sheet.passage(sheet.file_of(ix), &sample.text, part),
        }
    };
    library[ix].said().samples.iter().flatten().enumerate().map(sample).collect()
}

/// What each scope that adapts the question says.
fn adapted(sheet: &Sheet<'_>, ix: QuestionIx) -> Vec<AdaptedView> {
    let library = sheet.library();
    library
        .adapted(ix)
        .iter()
        .map(|(bank, place)| view_of(sheet, *bank, library.adapt((*bank, *place))))
        .collect()
}

fn view_of(sheet: &Sheet<'_>, bank: crate::model::BankIx, adapt: &Adapt) -> AdaptedView {
    let library = sheet.library();
    let (file, scope) = (&library[bank].path, library[bank].scope);
    let list = |wanted: AdaptList| -> Vec<Html> {
        let entries = adapt.add.iter().filter(|(list, _)| *list == wanted).flat_map(|(_, entries)| entries);
        entries.map(|entry| sheet.html(file, entry)).collect()
    };
    let url = library.page(scope).map(|page| sheet.url(sheet.plan().routes.composed(page)));
    AdaptedView {
        place: LinkView { title: sheet.scope_title(scope), url: url.unwrap_or_default() },
        text: adapt.text.as_ref().map(|text| sheet.html(file, text)),
        why: adapt.why.as_ref().map(|why| sheet.html(file, why)),
        cover: list(AdaptList::Cover),
        avoid: list(AdaptList::Avoid),
        listen_for: list(AdaptList::ListenFor),
        watch_for: list(AdaptList::WatchFor),
        follow_ups: list(AdaptList::FollowUps),
    }
}

fn neighbours(sheet: &Sheet<'_>, ix: QuestionIx) -> (Option<LinkView>, Option<LinkView>) {
    let library = sheet.library();
    let bank: &[QuestionIx] = &library[library[ix].bank].questions;
    let Some(at) = bank.iter().position(|own| *own == ix) else { return (None, None) };
    let listed = |ix: &&QuestionIx| library.is_listed(**ix);
    let to = |ix: &QuestionIx| link(sheet, PageRef::Question(*ix));
    (bank[..at].iter().rev().find(listed).map(to), bank[at + 1..].iter().find(listed).map(to))
}
