//! A question bank: one TOML file of questions with one direction.

use super::question::{QUESTION, Question, defaults, fill, question};
use super::{SOURCES, SourceLink, Waiver};
use crate::base::{Slug, Span};
use crate::diag::Diagnostic;
use crate::syntax::document::Document;
use crate::syntax::record::{Record, Shape, field};
use crate::syntax::toml::{Input, Reader, read};
use crate::syntax::{At, Text};

/// The two directions, as authors write them.
pub const DIRECTIONS: [&str; 2] = ["you-ask", "you-answer"];

const INLINES: Shape = Shape::List(&Shape::Inline);

/// A bank file.
pub static BANK: Record = Record {
    name: "bank",
    doc: "A question bank: the folder is its scope.",
    fields: &[
        field("id", Shape::Id, "Its id, when the file was renamed; else the file's name."),
        field("title", Shape::Line, "What the bank is called.").required(),
        field("direction", Shape::OneOf(&DIRECTIONS), "Who asks: the student, or the interviewer.")
            .required(),
        field("summary", Shape::Inline, "One or two sentences: what is in it."),
        field("owner", Shape::Line, "Who keeps it."),
        field("sources", Shape::List(&Shape::Source), SOURCES),
        field(
            "hide",
            Shape::List(&Shape::QuestionName),
            "Broader questions not shown in this scope and below.",
        ),
        field("defaults", Shape::Table(&QUESTION), "Fields every question has unless it says otherwise."),
        field("question", Shape::Tables(&QUESTION), "The questions."),
        field("adapt", Shape::Tables(&ADAPT), "Broader questions, worded or filled out for this scope."),
    ],
};

/// `[[adapt]]`.
pub static ADAPT: Record = Record {
    name: "adapt",
    doc: "A broader question, worded or filled out for this scope.",
    fields: &[
        field("question", Shape::QuestionName, "The broader question: `bank/question`.").required(),
        field("text", Shape::InlineLine, "Its wording here."),
        field("why", Shape::Inline, "What the asker wants to learn here."),
        field("cover_add", INLINES, "More that a good answer covers here."),
        field("avoid_add", INLINES, "More red flags here."),
        field("listen_for_add", INLINES, "More signals here."),
        field("watch_for_add", INLINES, "More warning signs here."),
        field("follow_ups_add", INLINES, "More that is asked next here."),
    ],
};

/// What a bank file says.
#[derive(Clone, Hash, Debug)]
pub struct Bank {
    /// An id of its own.
    pub id: Option<At<Slug>>,
    /// Title.
    pub title: Option<Text>,
    /// One of [`DIRECTIONS`].
    pub direction: Option<At<&'static str>>,
    /// What is in it.
    pub summary: Option<Document>,
    /// Who keeps it.
    pub owner: Option<Text>,
    /// Sources.
    pub sources: Vec<SourceLink>,
    /// Hidden broader questions.
    pub hide: Vec<Text>,
    /// Its questions, with the bank's defaults filled in.
    pub questions: Vec<Question>,
    /// Its adaptations.
    pub adapts: Vec<Adapt>,
    /// Waivers in `[defaults]`: they hold for the whole bank.
    pub allow: Vec<Waiver>,
    /// Whether a question has waivers of its own: few do.
    pub waives: bool,
    /// The header of `[defaults]`.
    pub defaults: Option<Span>,
}

/// One adaptation.
#[derive(Clone, Hash, Debug)]
pub struct Adapt {
    /// The broader question, as written.
    pub question: Text,
    /// Other wording.
    pub text: Option<Document>,
    /// Other reason.
    pub why: Option<Document>,
    /// Additions: the list of the question each belongs to, and the entries.
    pub add: Vec<(AdaptList, Vec<Document>)>,
    /// The header of its table.
    pub header: Span,
}

/// A list that an adaptation can add to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AdaptList {
    /// `cover`.
    Cover,
    /// `avoid`.
    Avoid,
    /// `listen_for`.
    ListenFor,
    /// `watch_for`.
    WatchFor,
    /// `follow_ups`.
    FollowUps,
}

/// Reads a bank file; also tells whether its TOML was broken.
pub(in crate::syntax) fn parse(input: Input<'_>, problems: &mut Vec<Diagnostic>) -> (Bank, bool) {
    read(input, &BANK, problems, |reader| {
        let defaults = reader.table("defaults", |reader| {
            reader.nothing_required();
            defaults(reader)
        });
        let defaults = defaults.unwrap_or_default();
        let mut questions = reader.tables("question", question);
        for question in &mut questions {
            fill(question, &defaults);
        }
        Bank {
            id: reader.slug("id"),
            title: reader.line("title"),
            direction: reader.one_of("direction"),
            summary: reader.inline("summary"),
            owner: reader.line("owner"),
            sources: reader.sources("sources").unwrap_or_default(),
            hide: reader.question_names("hide").unwrap_or_default(),
            waives: questions.iter().any(|question| question.allow.is_some()),
            questions,
            adapts: reader.tables("adapt", adapt).into_iter().flatten().collect(),
            allow: defaults.allow.unwrap_or_default(),
            defaults: defaults.header,
        }
    })
}

fn adapt(reader: &mut Reader<'_, '_>) -> Option<Adapt> {
    let header = reader.header();
    let lists = [
        (AdaptList::Cover, "cover_add"),
        (AdaptList::Avoid, "avoid_add"),
        (AdaptList::ListenFor, "listen_for_add"),
        (AdaptList::WatchFor, "watch_for_add"),
        (AdaptList::FollowUps, "follow_ups_add"),
    ];
    let add = lists.into_iter().filter_map(|(list, key)| Some((list, reader.inlines(key)?))).collect();
    let (question, text, why) = (reader.line("question"), reader.inline_line("text"), reader.inline("why"));
    Some(Adapt { question: question?, text, why, add, header })
}
