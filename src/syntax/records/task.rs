//! Messages to send and checklists to tick.

use super::front::{cut, read_required};
use super::{ALIASES, ALLOW, REVIEWED, SOURCES, Upkeep, WAIVER, upkeep};
use crate::base::{FileId, Span};
use crate::diag::Diagnostic;
use crate::syntax::document::Document;
use crate::syntax::record::{Record, Shape, field};
use crate::syntax::toml::Reader;
use crate::syntax::{At, Text, markdown};

/// Where a message is sent.
pub const CHANNELS: [&str; 5] = ["email", "linkedin-note", "linkedin-message", "phone", "text"];
/// What a message is for.
pub const PURPOSES: [&str; 6] = ["request", "nudge", "confirm", "thank-you", "keep-in-touch", "reschedule"];
/// How sender and receiver know each other.
pub const RELATIONSHIPS: [&str; 4] = ["cold", "alum", "referral", "warm"];
/// When a checklist helps.
pub const MOMENTS: [&str; 3] = ["before", "during", "after"];

const NAMES: Shape = Shape::List(&Shape::Name);

/// The front matter of a message.
pub static MESSAGE: Record = Record {
    name: "message",
    doc: "A message to send, with [placeholders].",
    fields: &[
        field("title", Shape::Line, "What the message is called.").required(),
        field("channel", Shape::OneOf(&CHANNELS), "Where it is sent; sets its default length.").required(),
        field("purpose", Shape::OneOf(&PURPOSES), "What it is for.").required(),
        field("relationship", Shape::OneOf(&RELATIONSHIPS), "How sender and receiver know each other."),
        field("summary", Shape::Inline, "One sentence: when to use it."),
        field("subject", Shape::Line, "The subject line of an e-mail; may hold [placeholders]."),
        field("max_words", Shape::Number(1, 2_000), "The most words it may have."),
        field("max_chars", Shape::Number(1, 20_000), "The most characters it may have."),
        field("send", Shape::Line, "When to send it: \"24h after meeting\"."),
        field("field", Shape::Tables(&MESSAGE_FIELD), "What the sender fills in."),
        field("reviewed", Shape::Date, REVIEWED),
        field("sources", Shape::List(&Shape::Source), SOURCES),
        field("aliases", NAMES, ALIASES),
        field("allow", Shape::Tables(&WAIVER), ALLOW),
    ],
};

/// `[[field]]` of a message.
pub static MESSAGE_FIELD: Record = Record {
    name: "field",
    doc: "What the sender fills in.",
    fields: &[
        field("name", Shape::Line, "The words between the brackets.").required(),
        field("help", Shape::Line, "What to write there."),
        field("example", Shape::Line, "An example of it."),
        field("required", Shape::Flag, "Whether the message works without it; true when left out."),
        field("options", Shape::List(&Shape::Line), "Texts to choose from."),
    ],
};

/// The front matter of a checklist.
pub static CHECKLIST: Record = Record {
    name: "checklist",
    doc: "A task list.",
    fields: &[
        field("title", Shape::Line, "What the checklist is called.").required(),
        field("when", Shape::OneOf(&MOMENTS), "When it helps."),
        field("summary", Shape::Inline, "One sentence: what it is for."),
        field("reviewed", Shape::Date, REVIEWED),
        field("sources", Shape::List(&Shape::Source), SOURCES),
        field("aliases", NAMES, ALIASES),
        field("allow", Shape::Tables(&WAIVER), ALLOW),
    ],
};

/// What a message says.
#[derive(Clone, Hash, Debug)]
pub struct Message {
    /// Title.
    pub title: Option<Text>,
    /// One of [`CHANNELS`].
    pub channel: Option<At<&'static str>>,
    /// One of [`PURPOSES`].
    pub purpose: Option<At<&'static str>>,
    /// One of [`RELATIONSHIPS`].
    pub relationship: Option<At<&'static str>>,
    /// When to use it.
    pub summary: Option<Document>,
    /// Subject line.
    pub subject: Option<Text>,
    /// Most words.
    pub max_words: Option<At<u32>>,
    /// Most characters.
    pub max_chars: Option<At<u32>>,
    /// When to send it.
    pub send: Option<Text>,
    /// What the sender fills in.
    pub fields: Vec<MessageField>,
    /// Review, sources, former ids, waivers.
    pub upkeep: Upkeep,
    /// The message: plain text with [placeholders].
    pub body: Text,
}

/// What the sender fills in.
#[derive(Clone, Hash, Debug)]
pub struct MessageField {
    /// The words between the brackets.
    pub name: Text,
    /// What to write there.
    pub help: Option<Text>,
    /// An example.
    pub example: Option<Text>,
    /// Whether the message works without it.
    pub required: bool,
    /// Texts to choose from.
    pub options: Vec<Text>,
}

/// What a checklist says.
#[derive(Clone, Hash, Debug)]
pub struct Checklist {
    /// Title.
    pub title: Option<Text>,
    /// One of [`MOMENTS`].
    pub when: Option<At<&'static str>>,
    /// What it is for.
    pub summary: Option<Document>,
    /// Review, sources, former ids, waivers.
    pub upkeep: Upkeep,
    /// The tasks.
    pub body: Document,
}

/// Reads a message.
pub(in crate::syntax) fn parse_message(
    file: FileId,
    text: &str,
    problems: &mut Vec<Diagnostic>,
) -> (Message, bool) {
    let cut = cut(file, text, problems);
    markdown::check_invisible(&cut.body, problems);
    let body = cut.body;
    let message = |reader: &mut Reader<'_, '_>| Message {
        title: reader.line("title"),
        channel: reader.one_of("channel"),
        purpose: reader.one_of("purpose"),
        relationship: reader.one_of("relationship"),
        summary: reader.inline("summary"),
        subject: reader.line("subject"),
        max_words: reader.placed_number("max_words"),
        max_chars: reader.placed_number("max_chars"),
        send: reader.line("send"),
        fields: reader.tables("field", message_field).into_iter().flatten().collect(),
        upkeep: upkeep(reader),
        body,
    };
    read_required(cut.front, &MESSAGE, problems, message)
}

fn message_field(reader: &mut Reader<'_, '_>) -> Option<MessageField> {
    let name = reader.line("name");
    let (help, example) = (reader.line("help"), reader.line("example"));
    let (required, options) =
        (reader.flag("required").unwrap_or(true), reader.lines("options").unwrap_or_default());
    Some(MessageField { name: name?, help, example, required, options })
}

/// Reads a checklist.
pub(in crate::syntax) fn parse_checklist(
    file: FileId,
    text: &str,
    problems: &mut Vec<Diagnostic>,
) -> (Checklist, bool) {
    let cut = cut(file, text, problems);
    let body = markdown::blocks(&cut.body, problems);
    read_required(cut.front, &CHECKLIST, problems, |reader| Checklist {
        title: reader.line("title"),
        when: reader.one_of("when"),
        summary: reader.inline("summary"),
        upkeep: upkeep(reader),
        body,
    })
}

/// What a sender always fills in: these need no field.
pub const COMMON_PLACEHOLDERS: [&str; 3] = ["Your name", "Name", "School"];

/// `[words]` in a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Placeholder<'m> {
    /// The words.
    pub name: &'m str,
    /// The words with their brackets.
    pub span: Span,
    /// Whether an address in round brackets follows, as in a Markdown link.
    pub linked: bool,
}

/// A longer run of words between brackets is a remark, not a placeholder.
const LONGEST_PLACEHOLDER: usize = 80;

/// Every placeholder of a text: words between square brackets on one line.
pub fn placeholders(text: &Text) -> Vec<Placeholder<'_>> {
    let value = text.as_str();
    let mut found = Vec::new();
    let mut open = None;
    for (at, c) in value.char_indices() {
        match (c, open) {
            ('[', _) => open = Some(at),
            ('\n', _) => open = None,
            (']', Some(start)) => {
                open = None;
                let name = &value[start + 1..at];
                if !name.trim().is_empty() && name.len() <= LONGEST_PLACEHOLDER {
                    let linked = value[at + 1..].starts_with('(');
                    found.push(Placeholder { name, span: text.at(start..at + 1), linked });
                }
            }
            _ => {}
        }
    }
    found
}

impl Message {
    /// The placeholders of the subject and of the body, in order.
    pub fn placeholders(&self) -> Vec<Placeholder<'_>> {
        self.subject.iter().chain([&self.body]).flat_map(placeholders).collect()
    }
}
