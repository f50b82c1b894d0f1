//! What each kind of file says, as values with their places; nothing is looked up or decided.
//!
//! One file per record: its table of keys, its type, and how the one becomes the other.

pub mod bank;
pub mod contrast;
pub mod front;
pub mod guide;
pub mod kit;
pub mod lock;
pub mod place;
pub mod question;
pub mod site;
pub mod task;
pub mod theme;
pub mod vocabulary;

use super::record::{Record, Shape, field};
use super::{At, Text};
use crate::base::{Date, Slug};

/// Every record that authors write, each followed by the tables in it: the reference of all keys.
pub static ALL: [&Record; 32] = [
    &site::SITE,
    &site::OFFICE,
    &site::BRAND,
    &site::MARKDOWN,
    &site::REPOSITORY,
    &site::ACCESSIBILITY,
    &bank::BANK,
    &question::QUESTION,
    &question::PROMPTS,
    &question::SAMPLE,
    &question::CHOICE,
    &bank::ADAPT,
    &place::ROLE,
    &place::INDUSTRY,
    &place::JARGON,
    &place::TREND,
    &guide::GUIDE,
    &task::MESSAGE,
    &task::MESSAGE_FIELD,
    &task::CHECKLIST,
    &kit::KIT,
    &kit::PRINT,
    &kit::PICK,
    &vocabulary::VOCABULARY,
    &vocabulary::WORD,
    &vocabulary::KIND,
    &vocabulary::PERSONA,
    &SOURCE,
    &WAIVER,
    &theme::THEME,
    &theme::THEME_OPTION,
    &contrast::THEME_CONTRAST,
];

/// Where a statement comes from.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct SourceLink {
    /// A title to show instead of the address.
    pub title: Option<Text>,
    /// An `http` or `https` address.
    pub url: Text,
}

/// `{ title, url }` in a list of sources.
pub static SOURCE: Record = Record {
    name: "source",
    doc: "Where a statement comes from.",
    fields: &[
        field("title", Shape::Line, "What to show instead of the address."),
        field("url", Shape::Url, "The address.").required(),
    ],
};

/// A waiver: a check that does not apply here, and why.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Waiver {
    /// The code of the check.
    pub check: Text,
    /// The reason, for the next author.
    pub because: Option<Text>,
}

/// `{ check, because }` in `allow`.
pub static WAIVER: Record = Record {
    name: "allow",
    doc: "Waives a check here, with a reason.",
    fields: &[
        field("check", Shape::Line, "The code of the check, as reports print it.").required(),
        field("because", Shape::Line, "Why the check does not apply.").required(),
    ],
};

pub(super) fn waiver(reader: &mut super::toml::Reader<'_, '_>) -> Option<Waiver> {
    let (check, because) = (reader.line("check"), reader.line("because"));
    Some(Waiver { check: check?, because })
}

/// What most pages of prose share.
#[derive(Clone, Default, PartialEq, Eq, Hash, Debug)]
pub struct Upkeep {
    /// When someone last read it with care.
    pub reviewed: Option<At<Date>>,
    /// Where it comes from.
    pub sources: Vec<SourceLink>,
    /// Former ids.
    pub aliases: Vec<At<Slug>>,
    /// Waived checks.
    pub allow: Vec<Waiver>,
}

pub(super) const REVIEWED: &str = "When someone last read it with care; stale after `review_every`.";
pub(super) const SOURCES: &str = "Where it comes from: addresses, or tables with `title` and `url`.";
pub(super) const ALIASES: &str = "Former ids; their addresses lead here.";
pub(super) const ALLOW: &str = "Checks waived here, each with a reason.";

pub(super) fn upkeep(reader: &mut super::toml::Reader<'_, '_>) -> Upkeep {
    Upkeep {
        reviewed: reader.date("reviewed"),
        sources: reader.sources("sources").unwrap_or_default(),
        aliases: reader.slugs("aliases").unwrap_or_default(),
        allow: reader.tables("allow", waiver).into_iter().flatten().collect(),
    }
}
