//! The fields of every record, with the place of each value: what the author wrote, key by key.
//!
//! One table per record, in the order of the manual. Nothing is looked up.

use crate::base::{Date, Seconds, Slug, Span};
use crate::model::{Library, PageRef};
use crate::syntax::document::Document;
use crate::syntax::records::bank::{Adapt, AdaptList, Bank};
use crate::syntax::records::guide::Guide;
use crate::syntax::records::kit::Kit;
use crate::syntax::records::place::{Industry, Role};
use crate::syntax::records::question::{Choice, Prompts, Question, Sample};
use crate::syntax::records::task::{Checklist, Message, MessageField};
use crate::syntax::records::{SourceLink, Upkeep, Waiver};
use crate::syntax::{At, Text};

/// A value as text, and where it stands.
pub struct Value {
    /// What it says.
    pub text: String,
    /// Its place.
    pub span: Span,
}

/// A key of a record and its values.
pub type Field = (&'static str, Vec<Value>);

/// Something an author wrote.
trait Written {
    fn add(&self, values: &mut Vec<Value>);
}

fn push(values: &mut Vec<Value>, text: impl ToString, span: Span) {
    values.push(Value { text: text.to_string(), span });
}

impl Written for Text {
    fn add(&self, values: &mut Vec<Value>) {
        push(values, self.as_str(), self.span());
    }
}

impl Written for Document {
    fn add(&self, values: &mut Vec<Value>) {
        if !self.is_empty() {
            push(values, self.plain(), self.span());
        }
    }
}

macro_rules! plain {
    ($($type:ty)*) => {
        $(impl Written for At<$type> {
            fn add(&self, values: &mut Vec<Value>) {
                push(values, &self.value, self.span);
            }
        })*
    };
}

plain! { Slug &'static str Seconds Date u32 bool }

impl<T: Written> Written for Option<T> {
    fn add(&self, values: &mut Vec<Value>) {
        self.iter().for_each(|one| one.add(values));
    }
}

impl<T: Written> Written for Vec<T> {
    fn add(&self, values: &mut Vec<Value>) {
        self.iter().for_each(|one| one.add(values));
    }
}

impl Written for SourceLink {
    fn add(&self, values: &mut Vec<Value>) {
        let url = self.url.as_str();
        let text =
            self.title.as_ref().map_or_else(|| url.to_owned(), |title| format!("{}: {url}", title.as_str()));
        push(values, text, self.url.span());
    }
}

impl Written for Waiver {
    fn add(&self, values: &mut Vec<Value>) {
        let because = self.because.as_ref().map_or("", Text::as_str);
        push(values, format!("{}: {because}", self.check.as_str()), self.check.span());
    }
}

impl Written for Prompts {
    fn add(&self, values: &mut Vec<Value>) {
        let cues = self.steps.iter();
        cues.for_each(|(step, cue)| push(values, format!("{step}: {}", cue.plain()), cue.span()));
    }
}

impl Written for Sample {
    fn add(&self, values: &mut Vec<Value>) {
        let label = self.label.as_ref().map_or_else(String::new, |label| format!("{}: ", label.as_str()));
        push(values, format!("{label}{}", self.text.plain()), self.text.span());
    }
}

impl Written for Choice {
    fn add(&self, values: &mut Vec<Value>) {
        let right = if self.correct { " (correct)" } else { "" };
        push(values, format!("{}{right}", self.text.plain()), self.text.span());
    }
}

impl Written for MessageField {
    fn add(&self, values: &mut Vec<Value>) {
        self.name.add(values);
    }
}

/// A word of the industry or a trend: only its first part has to be known.
impl Written for (Text, Document) {
    fn add(&self, values: &mut Vec<Value>) {
        push(values, format!("{}: {}", self.0.as_str(), self.1.plain()), self.0.span());
    }
}

impl Written for (Document, Option<At<Date>>) {
    fn add(&self, values: &mut Vec<Value>) {
        self.0.add(values);
    }
}

fn written(table: &[(&'static str, &dyn Written)]) -> Vec<Field> {
    let field = |(key, value): &(&'static str, &dyn Written)| {
        let mut values = Vec::new();
        value.add(&mut values);
        (*key, values)
    };
    table.iter().map(field).filter(|(_, values)| !values.is_empty()).collect()
}

/// The fields of anything that has a page.
pub fn of(library: &Library, page: PageRef) -> Vec<Field> {
    match page {
        PageRef::Question(ix) => question(library[ix].said()),
        PageRef::Bank(ix) => bank(&library[ix].said),
        PageRef::Guide(ix) => guide(&library[ix].said),
        PageRef::Role(ix) => role(&library[ix].said),
        PageRef::Industry(ix) => industry(&library[ix].said),
        PageRef::Message(ix) => message(&library[ix].said),
        PageRef::Checklist(ix) => checklist(&library[ix].said),
        PageRef::Kit(ix) => kit(&library[ix].said),
    }
}

fn question(said: &Question) -> Vec<Field> {
    written(&[
        ("id", &said.id),
        ("text", &said.text),
        ("also_asked_as", &said.also_asked_as),
        ("kind", &said.kind),
        ("topic", &said.topic),
        ("stages", &said.stages),
        ("levels", &said.levels),
        ("competencies", &said.competencies),
        ("tags", &said.tags),
        ("roles", &said.roles),
        ("industries", &said.industries),
        ("difficulty", &said.difficulty),
        ("priority", &said.priority),
        ("why", &said.why),
        ("cover", &said.cover),
        ("avoid", &said.avoid),
        ("listen_for", &said.listen_for),
        ("watch_for", &said.watch_for),
        ("follow_ups", &said.follow_ups),
        ("prompts", &said.prompts),
        ("sample", &said.samples),
        ("hints", &said.hints),
        ("body", &said.body),
        ("choice", &said.choices),
        ("think", &said.think),
        ("answer", &said.answer),
        ("researchable", &said.researchable),
        ("improper", &said.improper),
        ("respond", &said.respond),
        ("sources", &said.sources),
        ("reviewed", &said.reviewed),
        ("status", &said.status),
        ("aliases", &said.aliases),
        ("replaced_by", &said.replaced_by),
        ("related", &said.related),
        ("allow", &said.allow),
        ("notes", &said.notes),
    ])
}

/// What an adaptation says: the key, and whether it takes the place of the question's or adds to it.
pub fn adapt(said: &Adapt) -> Vec<(&'static str, &'static str, Vec<Value>)> {
    let replaced = written(&[("text", &said.text), ("why", &said.why)]);
    let added = said.add.iter().flat_map(|(list, entries)| {
        let key = match list {
            AdaptList::Cover => "cover",
            AdaptList::Avoid => "avoid",
            AdaptList::ListenFor => "listen_for",
            AdaptList::WatchFor => "watch_for",
            AdaptList::FollowUps => "follow_ups",
        };
        written(&[(key, entries)])
    });
    let replaced = replaced.into_iter().map(|(key, values)| (key, "replaced", values));
    replaced.chain(added.map(|(key, values)| (key, "added", values))).collect()
}

fn bank(said: &Bank) -> Vec<Field> {
    written(&[
        ("id", &said.id),
        ("title", &said.title),
        ("direction", &said.direction),
        ("summary", &said.summary),
        ("owner", &said.owner),
        ("sources", &said.sources),
        ("hide", &said.hide),
        ("allow", &said.allow),
    ])
}

fn guide(said: &Guide) -> Vec<Field> {
    let own = written(&[
        ("title", &said.title),
        ("summary", &said.summary),
        ("phase", &said.phase),
        ("audience", &said.audience),
        ("roles", &said.roles),
        ("industries", &said.industries),
        ("order", &said.order),
        ("draft", &said.draft),
    ]);
    with(own, &said.upkeep, &said.body)
}

fn role(said: &Role) -> Vec<Field> {
    let own = written(&[
        ("title", &said.title),
        ("also_called", &said.also_called),
        ("family", &said.family),
        ("soc", &said.soc),
        ("industries", &said.industries),
        ("summary", &said.summary),
        ("competencies", &said.competencies),
        ("majors", &said.majors),
        ("talk_to", &said.talk_to),
        ("stages", &said.stages),
    ]);
    with(own, &said.upkeep, &said.body)
}

fn industry(said: &Industry) -> Vec<Field> {
    let own = written(&[
        ("title", &said.title),
        ("naics", &said.naics),
        ("parent", &said.parent),
        ("summary", &said.summary),
        ("associations", &said.associations),
        ("employers", &said.employers),
        ("jargon", &said.jargon),
        ("trend", &said.trends),
    ]);
    with(own, &said.upkeep, &said.body)
}

fn message(said: &Message) -> Vec<Field> {
    let own = written(&[
        ("title", &said.title),
        ("channel", &said.channel),
        ("purpose", &said.purpose),
        ("relationship", &said.relationship),
        ("summary", &said.summary),
        ("subject", &said.subject),
        ("max_words", &said.max_words),
        ("max_chars", &said.max_chars),
        ("send", &said.send),
        ("field", &said.fields),
    ]);
    with(own, &said.upkeep, &said.body)
}

fn checklist(said: &Checklist) -> Vec<Field> {
    let own = written(&[("title", &said.title), ("when", &said.when), ("summary", &said.summary)]);
    with(own, &said.upkeep, &said.body)
}

fn kit(said: &Kit) -> Vec<Field> {
    let own = written(&[
        ("title", &said.title),
        ("for", &said.for_whom),
        ("minutes", &said.minutes),
        ("intro", &said.intro),
        ("print.note_lines", &said.note_lines),
        ("print.answers", &said.answers),
    ]);
    with(own, &said.upkeep, &None::<Text>)
}

/// The fields that all pages of prose share, and the text itself.
fn with(own: Vec<Field>, upkeep: &Upkeep, body: &dyn Written) -> Vec<Field> {
    let shared = written(&[
        ("reviewed", &upkeep.reviewed),
        ("sources", &upkeep.sources),
        ("aliases", &upkeep.aliases),
        ("allow", &upkeep.allow),
        ("the text", body),
    ]);
    own.into_iter().chain(shared).collect()
}
