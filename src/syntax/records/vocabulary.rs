//! The vocabulary: the closed lists of words that questions, roles and guides are described with.

use crate::base::{Seconds, Slug};
use crate::diag::Diagnostic;
use crate::syntax::document::Document;
use crate::syntax::record::{Record, Shape, field};
use crate::syntax::records::bank::DIRECTIONS;
use crate::syntax::toml::{Input, Reader, read};
use crate::syntax::{At, Text};

const ID: &str = "Its id: what questions write.";
const LABEL: &str = "What readers see.";
const HELP: &str = "What it means, in one sentence.";

/// `content/vocabulary.toml`.
pub static VOCABULARY: Record = Record {
    name: "vocabulary",
    doc: "The closed lists of words; a list that is left out keeps its built-in words.",
    fields: &[
        field("competency", Shape::Tables(&WORD), "What a question lets the asker see."),
        field("topic", Shape::Tables(&WORD), "What a question is about."),
        field("kind", Shape::Tables(&KIND), "What kind of question it is."),
        field("level", Shape::Tables(&WORD), "For whom a question is."),
        field("stage", Shape::Tables(&WORD), "When in the process it is asked."),
        field("persona", Shape::Tables(&PERSONA), "Whom to talk to."),
    ],
};

/// A word of a list.
pub static WORD: Record = Record {
    name: "word",
    doc: "A word of a list.",
    fields: &[
        field("id", Shape::Id, ID).required(),
        field("label", Shape::Line, LABEL).required(),
        field("help", Shape::Inline, HELP),
    ],
};

/// A word of the list of kinds.
pub static KIND: Record = Record {
    name: "kind",
    doc: "A kind of question.",
    fields: &[
        field("id", Shape::Id, ID).required(),
        field("label", Shape::Line, LABEL).required(),
        field("help", Shape::Inline, HELP),
        field("direction", Shape::OneOf(&DIRECTIONS), "The direction it belongs to.").required(),
        field("think", Shape::Duration, "Time to think, unless a question says otherwise."),
        field("answer", Shape::Duration, "Time to answer, unless a question says otherwise."),
    ],
};

/// A word of the list of personas.
pub static PERSONA: Record = Record {
    name: "persona",
    doc: "Someone worth talking to.",
    fields: &[
        field("id", Shape::Id, ID).required(),
        field("label", Shape::Line, LABEL).required(),
        field("help", Shape::Inline, HELP),
        field("why", Shape::Inline, "What they can tell that others cannot."),
        field("where_to_find", Shape::Inline, "Where to find them."),
    ],
};

/// One word.
#[derive(Clone, Hash, Debug)]
pub struct Word {
    /// Its id.
    pub id: At<Slug>,
    /// What readers see.
    pub label: Text,
    /// What it means.
    pub help: Option<Document>,
    /// Kinds only: the direction it belongs to.
    pub direction: Option<&'static str>,
    /// Kinds only: time to think.
    pub think: Option<Seconds>,
    /// Kinds only: time to answer.
    pub answer: Option<Seconds>,
    /// Personas only: what they can tell.
    pub why: Option<Document>,
    /// Personas only: where to find them.
    pub where_to_find: Option<Document>,
}

/// What the vocabulary says: a list is `None` when the file leaves it out.
#[derive(Clone, Default, Hash, Debug)]
pub struct Vocabulary {
    /// Competencies.
    pub competencies: Option<Vec<Word>>,
    /// Topics.
    pub topics: Option<Vec<Word>>,
    /// Kinds.
    pub kinds: Option<Vec<Word>>,
    /// Levels.
    pub levels: Option<Vec<Word>>,
    /// Stages.
    pub stages: Option<Vec<Word>>,
    /// Personas.
    pub personas: Option<Vec<Word>>,
}

/// The words a site has unless its own file says otherwise.
pub const BUILT_IN: &str = include_str!("vocabulary.toml");

/// Reads a vocabulary; also tells whether its TOML was broken.
pub(in crate::syntax) fn parse(input: Input<'_>, problems: &mut Vec<Diagnostic>) -> (Vocabulary, bool) {
    read(input, &VOCABULARY, problems, |reader| Vocabulary {
        competencies: words(reader, "competency", word),
        topics: words(reader, "topic", word),
        kinds: words(reader, "kind", kind),
        levels: words(reader, "level", word),
        stages: words(reader, "stage", word),
        personas: words(reader, "persona", persona),
    })
}

fn words(
    reader: &mut Reader<'_, '_>,
    list: &'static str,
    read: fn(&mut Reader<'_, '_>) -> Option<Word>,
) -> Option<Vec<Word>> {
    let words: Vec<Word> = reader.tables(list, read).into_iter().flatten().collect();
    (!words.is_empty()).then_some(words)
}

fn word(reader: &mut Reader<'_, '_>) -> Option<Word> {
    let (id, label, help) = (reader.slug("id"), reader.line("label"), reader.inline("help"));
    let (id, label) = (id?, label?);
    Some(Word { id, label, help, direction: None, think: None, answer: None, why: None, where_to_find: None })
}

fn kind(reader: &mut Reader<'_, '_>) -> Option<Word> {
    let direction = reader.one_of("direction").map(|at| at.value);
    let (think, answer) = (reader.duration("think"), reader.duration("answer"));
    let word = word(reader)?;
    Some(Word { direction, think: think.map(|at| at.value), answer: answer.map(|at| at.value), ..word })
}

fn persona(reader: &mut Reader<'_, '_>) -> Option<Word> {
    let (why, where_to_find) = (reader.inline("why"), reader.inline("where_to_find"));
    let word = word(reader)?;
    Some(Word { why, where_to_find, ..word })
}
