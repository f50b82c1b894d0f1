//! A question and its guidance: the record most authors write most.

use super::{ALLOW, REVIEWED, SOURCES, SourceLink, WAIVER, Waiver, waiver};
use crate::base::{Date, Seconds, Slug, Span};
use crate::syntax::document::Document;
use crate::syntax::passages::question_texts;
use crate::syntax::record::{Record, Shape, Written, field};
use crate::syntax::toml::Reader;
use crate::syntax::{At, Text};

/// Words of `difficulty`, easiest first.
pub const DIFFICULTIES: [&str; 3] = ["warm-up", "core", "stretch"];
/// Words of `priority`, most urgent first.
pub const PRIORITIES: [&str; 3] = ["must", "should", "nice"];
/// Words of `status`.
pub const STATUSES: [&str; 3] = ["draft", "ready", "retired"];

const NAMES: Shape = Shape::List(&Shape::Name);
const INLINES: Shape = Shape::List(&Shape::Inline);
const QUESTIONS: Shape = Shape::List(&Shape::QuestionName);

/// `[[question]]` and `[defaults]`.
pub static QUESTION: Record = Record {
    name: "question",
    doc: "A question and its guidance.",
    fields: &[
        field("id", Shape::Id, "Its id in this bank: 3 to 48 characters, written once, never changed.")
            .required(),
        field("text", Shape::InlineLine, "The question as it is asked, on one line.").required(),
        field("also_asked_as", Shape::List(&Shape::InlineLine), "Other wordings students may meet."),
        field("kind", Shape::Name, "What kind of question it is: a word of the vocabulary."),
        field("topic", Shape::Name, "What it is about: a word of the vocabulary."),
        field("stages", NAMES, "When in the process it is asked: words of the vocabulary."),
        field("levels", NAMES, "For whom: words of the vocabulary."),
        field("competencies", NAMES, "What it lets the asker see: words of the vocabulary."),
        field("tags", NAMES, "Free words for authors and search."),
        field("roles", NAMES, "Narrows it to these roles."),
        field("industries", NAMES, "Narrows it to these industries."),
        field("difficulty", Shape::OneOf(&DIFFICULTIES), "How hard it is."),
        field("priority", Shape::OneOf(&PRIORITIES), "How much it matters; drives kits and order."),
        field("why", Shape::Inline, "What the asker wants to learn."),
        field("cover", INLINES, "You answer: what a good answer covers."),
        field("avoid", INLINES, "You answer: red flags in an answer."),
        field("listen_for", INLINES, "You ask: signals in their reply."),
        field("watch_for", INLINES, "You ask: warning signs in their reply."),
        field("follow_ups", INLINES, "What is asked next."),
        field("prompts", Shape::Table(&PROMPTS), "Cues for telling a story."),
        field("sample", Shape::Tables(&SAMPLE), "Answers to learn from, never scripts to learn by heart."),
        field("hints", INLINES, "Hints, revealed one at a time."),
        field("body", Shape::Markdown, "Scenario, code, table, image or formula."),
        field("choice", Shape::Tables(&CHOICE), "The choices of a multiple-choice question."),
        field("think", Shape::Duration, "Time to think before answering."),
        field("answer", Shape::Duration, "Time a good answer takes."),
        field("researchable", Shape::Flag, "Answerable by a search: look it up, do not ask it."),
        field("improper", Shape::Line, "Why an interviewer should not ask it: a category."),
        field("respond", INLINES, "Lawful ways to respond to an improper question."),
        field("sources", Shape::List(&Shape::Source), SOURCES),
        field("reviewed", Shape::Date, REVIEWED),
        field(
            "status",
            Shape::OneOf(&STATUSES),
            "`draft` shows only in previews; `retired` keeps its page with a note.",
        ),
        field("aliases", QUESTIONS, "Former ids; their addresses lead here."),
        field("replaced_by", Shape::QuestionName, "The question that took a retired one's place."),
        field("related", QUESTIONS, "Questions worth reading next."),
        field("allow", Shape::Tables(&WAIVER), ALLOW),
        field("notes", Shape::Text, "For authors only; never published."),
    ],
};

/// `prompts.situation` and its siblings (STAR: situation, task, action, result; CARL adds learning).
pub static PROMPTS: Record = Record {
    name: "prompts",
    doc: "Cues for telling a story.",
    fields: &[
        field("situation", Shape::Inline, "Where and when."),
        field("task", Shape::Inline, "What was to be done."),
        field("action", Shape::Inline, "What you did."),
        field("result", Shape::Inline, "What came of it."),
        field("learning", Shape::Inline, "What you took from it."),
    ],
};

/// `[[question.sample]]`.
pub static SAMPLE: Record = Record {
    name: "sample",
    doc: "An answer to learn from.",
    fields: &[
        field("label", Shape::Line, "What it is about: \"Group lab report\"."),
        field("level", Shape::Name, "Whose answer it could be: a word of the vocabulary."),
        field("text", Shape::Markdown, "The answer.").required(),
    ],
};

/// `[[question.choice]]`.
pub static CHOICE: Record = Record {
    name: "choice",
    doc: "One choice of a multiple-choice question.",
    fields: &[
        field("text", Shape::InlineLine, "The choice.").required(),
        field("correct", Shape::Flag, "Whether it is right; false when left out."),
        field("feedback", Shape::Inline, "What someone who chose it should hear."),
    ],
};

/// What an author wrote of a question; a default of the bank stands where the question itself is silent.
#[derive(Clone, Default, Hash, Debug)]
pub struct Question {
    /// Its id in the bank.
    pub id: Option<At<Slug>>,
    /// The question.
    pub text: Option<Document>,
    /// Other wordings.
    pub also_asked_as: Option<Vec<Document>>,
    /// Kind.
    pub kind: Option<At<Slug>>,
    /// Topic.
    pub topic: Option<At<Slug>>,
    /// Stages.
    pub stages: Option<Vec<At<Slug>>>,
    /// Levels.
    pub levels: Option<Vec<At<Slug>>>,
    /// Competencies.
    pub competencies: Option<Vec<At<Slug>>>,
    /// Free words.
    pub tags: Option<Vec<At<Slug>>>,
    /// Roles it is narrowed to.
    pub roles: Option<Vec<At<Slug>>>,
    /// Industries it is narrowed to.
    pub industries: Option<Vec<At<Slug>>>,
    /// One of [`DIFFICULTIES`].
    pub difficulty: Option<At<&'static str>>,
    /// One of [`PRIORITIES`].
    pub priority: Option<At<&'static str>>,
    /// What the asker wants to learn.
    pub why: Option<Document>,
    /// What a good answer covers.
    pub cover: Option<Vec<Document>>,
    /// Red flags in an answer.
    pub avoid: Option<Vec<Document>>,
    /// Signals in a reply.
    pub listen_for: Option<Vec<Document>>,
    /// Warning signs in a reply.
    pub watch_for: Option<Vec<Document>>,
    /// What is asked next.
    pub follow_ups: Option<Vec<Document>>,
    /// Cues for a story.
    pub prompts: Option<Prompts>,
    /// Sample answers.
    pub samples: Option<Vec<Sample>>,
    /// Hints.
    pub hints: Option<Vec<Document>>,
    /// Scenario.
    pub body: Option<Document>,
    /// Choices.
    pub choices: Option<Vec<Choice>>,
    /// Time to think.
    pub think: Option<At<Seconds>>,
    /// Time to answer.
    pub answer: Option<At<Seconds>>,
    /// Answerable by a search.
    pub researchable: Option<At<bool>>,
    /// Category of an improper question.
    pub improper: Option<Text>,
    /// Lawful ways to respond.
    pub respond: Option<Vec<Document>>,
    /// Sources.
    pub sources: Option<Vec<SourceLink>>,
    /// Last review.
    pub reviewed: Option<At<Date>>,
    /// One of [`STATUSES`].
    pub status: Option<At<&'static str>>,
    /// Former names.
    pub aliases: Option<Vec<Text>>,
    /// Successor.
    pub replaced_by: Option<Text>,
    /// Related questions.
    pub related: Option<Vec<Text>>,
    /// Waivers of its own; those of `[defaults]` are the bank's.
    pub allow: Option<Vec<Waiver>>,
    /// For authors only.
    pub notes: Option<Text>,
    /// The header of its table.
    pub header: Option<Span>,
    /// The keys it has, its own or from the defaults.
    pub written: Written,
    /// Whether a text of it has markup: most have none, and nothing in them leads anywhere.
    pub marked: bool,
}

impl Question {
    /// Whether nobody wrote this key: it is not even there in a form that cannot be read.
    pub fn lacks(&self, key: &str) -> bool {
        !self.written.has(&QUESTION, key)
    }
}

/// Cues for telling a story, by step.
#[derive(Clone, Default, Hash, Debug)]
pub struct Prompts {
    /// The steps the author wrote, in the order of the method: name and cue.
    pub steps: Vec<(&'static str, Document)>,
}

/// A sample answer.
#[derive(Clone, Hash, Debug)]
pub struct Sample {
    /// What it is about.
    pub label: Option<Text>,
    /// Whose it could be.
    pub level: Option<At<Slug>>,
    /// The answer.
    pub text: Document,
}

/// One choice.
#[derive(Clone, Hash, Debug)]
pub struct Choice {
    /// The choice.
    pub text: Document,
    /// Whether it is right.
    pub correct: bool,
    /// What someone who chose it should hear.
    pub feedback: Option<Document>,
}

/// Reads a `[[question]]`.
pub(super) fn question(reader: &mut Reader<'_, '_>) -> Question {
    let text = |reader: &mut Reader<'_, '_>| reader.inline_line("text");
    let written = reader.written();
    Question { id: reader.question_id("id"), text: text(reader), written, ..defaults(reader) }
}

/// Reads `[defaults]`: everything but what each question has for itself.
pub(super) fn defaults(reader: &mut Reader<'_, '_>) -> Question {
    let (header, written) = (Some(reader.header()), reader.written());
    let samples: Vec<Sample> = reader.tables("sample", sample).into_iter().flatten().collect();
    // One choice that cannot be read makes the others no longer what the author wrote.
    let choices: Option<Vec<Choice>> = reader.tables("choice", choice).into_iter().collect();
    let allow: Vec<Waiver> = reader.tables("allow", waiver).into_iter().flatten().collect();
    Question {
        id: None,
        text: None,
        also_asked_as: reader.inlines("also_asked_as"),
        kind: reader.slug("kind"),
        topic: reader.slug("topic"),
        stages: reader.slugs("stages"),
        levels: reader.slugs("levels"),
        competencies: reader.slugs("competencies"),
        tags: reader.slugs("tags"),
        roles: reader.slugs("roles"),
        industries: reader.slugs("industries"),
        difficulty: reader.one_of("difficulty"),
        priority: reader.one_of("priority"),
        why: reader.inline("why"),
        cover: reader.inlines("cover"),
        avoid: reader.inlines("avoid"),
        listen_for: reader.inlines("listen_for"),
        watch_for: reader.inlines("watch_for"),
        follow_ups: reader.inlines("follow_ups"),
        prompts: reader.table("prompts", prompts),
        samples: (!samples.is_empty()).then_some(samples),
        hints: reader.inlines("hints"),
        body: reader.blocks("body"),
        choices: choices.filter(|choices| !choices.is_empty()),
        think: reader.duration("think"),
        answer: reader.duration("answer"),
        researchable: reader.placed_flag("researchable"),
        improper: reader.line("improper"),
        respond: reader.inlines("respond"),
        sources: reader.sources("sources"),
        reviewed: reader.date("reviewed"),
        status: reader.one_of("status"),
        aliases: reader.question_names("aliases"),
        replaced_by: reader.line("replaced_by"),
        related: reader.question_names("related"),
        allow: (!allow.is_empty()).then_some(allow),
        notes: reader.text("notes"),
        header,
        written,
        marked: false,
    }
}

fn prompts(reader: &mut Reader<'_, '_>) -> Prompts {
    let names = ["situation", "task", "action", "result", "learning"];
    Prompts { steps: names.into_iter().filter_map(|name| Some((name, reader.inline(name)?))).collect() }
}

fn sample(reader: &mut Reader<'_, '_>) -> Option<Sample> {
    let (label, level, text) = (reader.line("label"), reader.slug("level"), reader.blocks("text"));
    Some(Sample { label, level, text: text? })
}

fn choice(reader: &mut Reader<'_, '_>) -> Option<Choice> {
    let (text, correct, feedback) =
        (reader.inline_line("text"), reader.flag("correct"), reader.inline("feedback"));
    Some(Choice { text: text?, correct: correct.unwrap_or(false), feedback })
}

/// Fills each field that `question` leaves open from `defaults`, waivers excepted; then nothing more is read of it.
#[expect(clippy::cognitive_complexity, reason = "the macro writes one line for each field")]
pub(super) fn fill(question: &mut Question, defaults: &Question) {
    question.written = question.written.and(defaults.written);
    macro_rules! fill {
        ($($field:ident)*) => { $(if question.$field.is_none() { question.$field.clone_from(&defaults.$field); })* };
    }
    fill!(also_asked_as kind topic stages levels competencies tags roles industries difficulty priority why cover
        avoid listen_for watch_for follow_ups prompts samples hints body choices think answer researchable improper
        respond sources reviewed status aliases replaced_by related notes);
    let mut texts = Vec::new();
    question_texts(question, &mut texts);
    question.marked = texts.into_iter().any(Document::is_marked);
}
