//! A kit: a coach's ready-made selection of questions.

use super::question::PRIORITIES;
use super::{ALIASES, ALLOW, REVIEWED, SOURCES, Upkeep, WAIVER, upkeep};
use crate::base::{Slug, Span};
use crate::diag::Diagnostic;
use crate::syntax::document::Document;
use crate::syntax::record::{Record, Shape, field};
use crate::syntax::toml::{Input, Reader, read};
use crate::syntax::{At, Text};

const NAMES: Shape = Shape::List(&Shape::Name);

/// A kit file.
pub static KIT: Record = Record {
    name: "kit",
    doc: "A ready-made selection of questions.",
    fields: &[
        field("title", Shape::Line, "What the kit is called.").required(),
        field("for", Shape::Line, "For whom it is."),
        field("minutes", Shape::Number(1, 480), "How long the conversation lasts."),
        field("intro", Shape::Markdown, "What to know before using it."),
        field("print", Shape::Table(&PRINT), "How it prints."),
        field("pick", Shape::Tables(&PICK), "What is in it, in order.").required(),
        field("reviewed", Shape::Date, REVIEWED),
        field("sources", Shape::List(&Shape::Source), SOURCES),
        field("aliases", NAMES, ALIASES),
        field("allow", Shape::Tables(&WAIVER), ALLOW),
    ],
};

/// `[print]` of a kit.
pub static PRINT: Record = Record {
    name: "print",
    doc: "How a kit prints.",
    fields: &[
        field("note_lines", Shape::Number(0, 40), "Lines to write on below each question."),
        field("answers", Shape::Flag, "Whether guidance is printed too."),
    ],
};

/// `[[pick]]` of a kit.
pub static PICK: Record = Record {
    name: "pick",
    doc: "One question, or a rule that draws some.",
    fields: &[
        field("question", Shape::QuestionName, "One question: `bank/question`."),
        field("bank", Shape::Name, "Draw from this bank."),
        field("topic", Shape::Name, "Draw questions of this topic."),
        field("competency", Shape::Name, "Draw questions of this competency."),
        field("kind", Shape::Name, "Draw questions of this kind."),
        field("priority", Shape::OneOf(&PRIORITIES), "Draw questions of this priority."),
        field("count", Shape::Number(1, 100), "How many to draw; one when left out."),
    ],
};

/// What a kit file says.
#[derive(Clone, Hash, Debug)]
pub struct Kit {
    /// Title.
    pub title: Option<Text>,
    /// For whom.
    pub for_whom: Option<Text>,
    /// Length of the conversation in minutes.
    pub minutes: Option<At<u32>>,
    /// What to know first.
    pub intro: Option<Document>,
    /// Lines to write on below each question.
    pub note_lines: Option<At<u32>>,
    /// Whether guidance prints.
    pub answers: Option<At<bool>>,
    /// Its picks.
    pub picks: Vec<Pick>,
    /// Review, sources, former ids, waivers.
    pub upkeep: Upkeep,
}

/// One pick.
#[derive(Clone, Hash, Debug)]
pub struct Pick {
    /// One question by name; then the rule is empty.
    pub question: Option<Text>,
    /// Bank to draw from.
    pub bank: Option<At<Slug>>,
    /// Topic to draw.
    pub topic: Option<At<Slug>>,
    /// Competency to draw.
    pub competency: Option<At<Slug>>,
    /// Kind to draw.
    pub kind: Option<At<Slug>>,
    /// Priority to draw.
    pub priority: Option<At<&'static str>>,
    /// How many.
    pub count: Option<u32>,
    /// The header of its table.
    pub header: Span,
}

/// Reads a kit file; also tells whether its TOML was broken.
pub(in crate::syntax) fn parse(input: Input<'_>, problems: &mut Vec<Diagnostic>) -> (Kit, bool) {
    read(input, &KIT, problems, |reader| {
        let print = reader
            .table("print", |reader| (reader.placed_number("note_lines"), reader.placed_flag("answers")));
        let (note_lines, answers) = print.unwrap_or_default();
        Kit {
            title: reader.line("title"),
            for_whom: reader.line("for"),
            minutes: reader.placed_number("minutes"),
            intro: reader.blocks("intro"),
            note_lines,
            answers,
            picks: reader.tables("pick", pick),
            upkeep: upkeep(reader),
        }
    })
}

fn pick(reader: &mut Reader<'_, '_>) -> Pick {
    Pick {
        question: reader.line("question"),
        bank: reader.slug("bank"),
        topic: reader.slug("topic"),
        competency: reader.slug("competency"),
        kind: reader.slug("kind"),
        priority: reader.one_of("priority"),
        count: reader.number("count"),
        header: reader.header(),
    }
}
