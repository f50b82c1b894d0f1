//! The page of a role and the page of an industry.

use super::front::{cut, read_required};
use super::{ALIASES, ALLOW, REVIEWED, SOURCES, Upkeep, WAIVER, upkeep};
use crate::base::{Date, FileId, Slug};
use crate::diag::Diagnostic;
use crate::syntax::document::Document;
use crate::syntax::record::{Record, Shape, field};
use crate::syntax::toml::Reader;
use crate::syntax::{At, Text, markdown};

const NAMES: Shape = Shape::List(&Shape::Name);
const LINES: Shape = Shape::List(&Shape::Line);

/// The front matter of `role.md`.
pub static ROLE: Record = Record {
    name: "role",
    doc: "The page of a role.",
    fields: &[
        field("title", Shape::Line, "What the role is called.").required(),
        field("also_called", LINES, "Other names of it."),
        field("family", Shape::Name, "The broader role whose questions it shares: the id of another role."),
        field("soc", Shape::Form(is_soc, "`29-1141` or `29-1141.00`"), "Its O*NET-SOC code."),
        field("industries", NAMES, "Industries it is found in; each gets a page of its own."),
        field("summary", Shape::Inline, "One or two sentences: what the work is."),
        field("competencies", NAMES, "What it asks for: words of the vocabulary."),
        field("majors", LINES, "Fields of study that lead to it."),
        field("talk_to", NAMES, "Whom to ask about it: personas of the vocabulary."),
        field("stages", NAMES, "How hiring usually goes: words of the vocabulary, in order."),
        field("reviewed", Shape::Date, REVIEWED),
        field("sources", Shape::List(&Shape::Source), SOURCES),
        field("aliases", NAMES, ALIASES),
        field("allow", Shape::Tables(&WAIVER), ALLOW),
    ],
};

/// The front matter of `industry.md`.
pub static INDUSTRY: Record = Record {
    name: "industry",
    doc: "The page of an industry.",
    fields: &[
        field("title", Shape::Line, "What the industry is called.").required(),
        field("naics", Shape::Form(is_naics, "`622` or `31-33`"), "Its NAICS code."),
        field(
            "parent",
            Shape::Name,
            "The broader industry whose questions it shares: the id of another industry.",
        ),
        field("summary", Shape::Inline, "One or two sentences: what the industry does."),
        field("associations", Shape::List(&Shape::Source), "Professional associations."),
        field("employers", LINES, "Kinds or names of employers."),
        field("jargon", Shape::Tables(&JARGON), "Words a newcomer should know."),
        field("trend", Shape::Tables(&TREND), "What is changing, with the date it was true."),
        field("reviewed", Shape::Date, REVIEWED),
        field("sources", Shape::List(&Shape::Source), SOURCES),
        field("aliases", NAMES, ALIASES),
        field("allow", Shape::Tables(&WAIVER), ALLOW),
    ],
};

/// `[[jargon]]`.
pub static JARGON: Record = Record {
    name: "jargon",
    doc: "A word of the industry.",
    fields: &[
        field("term", Shape::Line, "The word.").required(),
        field("meaning", Shape::Inline, "What it means, in plain words.").required(),
    ],
};

/// `[[trend]]`.
pub static TREND: Record = Record {
    name: "trend",
    doc: "Something that is changing.",
    fields: &[
        field("text", Shape::Inline, "What is changing.").required(),
        field("as_of", Shape::Date, "When this was true.").required(),
    ],
};

/// What `role.md` says.
#[derive(Clone, Hash, Debug)]
pub struct Role {
    /// Title.
    pub title: Option<Text>,
    /// Other names.
    pub also_called: Vec<Text>,
    /// Broader role.
    pub family: Option<At<Slug>>,
    /// O*NET-SOC code.
    pub soc: Option<Text>,
    /// Industries.
    pub industries: Vec<At<Slug>>,
    /// Summary.
    pub summary: Option<Document>,
    /// Competencies.
    pub competencies: Vec<At<Slug>>,
    /// Fields of study.
    pub majors: Vec<Text>,
    /// Personas.
    pub talk_to: Vec<At<Slug>>,
    /// The usual process.
    pub stages: Vec<At<Slug>>,
    /// Review, sources, former ids, waivers.
    pub upkeep: Upkeep,
    /// The text.
    pub body: Document,
}

/// What `industry.md` says.
#[derive(Clone, Hash, Debug)]
pub struct Industry {
    /// Title.
    pub title: Option<Text>,
    /// NAICS code.
    pub naics: Option<Text>,
    /// Broader industry.
    pub parent: Option<At<Slug>>,
    /// Summary.
    pub summary: Option<Document>,
    /// Associations.
    pub associations: Vec<super::SourceLink>,
    /// Employers.
    pub employers: Vec<Text>,
    /// Words and meanings.
    pub jargon: Vec<(Text, Document)>,
    /// Trends and their dates.
    pub trends: Vec<(Document, Option<At<Date>>)>,
    /// Review, sources, former ids, waivers.
    pub upkeep: Upkeep,
    /// The text.
    pub body: Document,
}

/// Reads a `role.md`.
pub(in crate::syntax) fn parse_role(
    file: FileId,
    text: &str,
    problems: &mut Vec<Diagnostic>,
) -> (Role, bool) {
    let cut = cut(file, text, problems);
    let body = markdown::blocks(&cut.body, problems);
    let role = |reader: &mut Reader<'_, '_>| Role {
        title: reader.line("title"),
        also_called: reader.lines("also_called").unwrap_or_default(),
        family: reader.slug("family"),
        soc: reader.form("soc"),
        industries: reader.slugs("industries").unwrap_or_default(),
        summary: reader.inline("summary"),
        competencies: reader.slugs("competencies").unwrap_or_default(),
        majors: reader.lines("majors").unwrap_or_default(),
        talk_to: reader.slugs("talk_to").unwrap_or_default(),
        stages: reader.slugs("stages").unwrap_or_default(),
        upkeep: upkeep(reader),
        body,
    };
    read_required(cut.front, &ROLE, problems, role)
}

/// Reads an `industry.md`.
pub(in crate::syntax) fn parse_industry(
    file: FileId,
    text: &str,
    problems: &mut Vec<Diagnostic>,
) -> (Industry, bool) {
    let cut = cut(file, text, problems);
    let body = markdown::blocks(&cut.body, problems);
    let industry = |reader: &mut Reader<'_, '_>| Industry {
        title: reader.line("title"),
        naics: reader.form("naics"),
        parent: reader.slug("parent"),
        summary: reader.inline("summary"),
        associations: reader.sources("associations").unwrap_or_default(),
        employers: reader.lines("employers").unwrap_or_default(),
        jargon: reader.tables("jargon", jargon).into_iter().flatten().collect(),
        trends: reader.tables("trend", trend).into_iter().flatten().collect(),
        upkeep: upkeep(reader),
        body,
    };
    read_required(cut.front, &INDUSTRY, problems, industry)
}

fn jargon(reader: &mut Reader<'_, '_>) -> Option<(Text, Document)> {
    let (term, meaning) = (reader.line("term"), reader.inline("meaning"));
    Some((term?, meaning?))
}

fn trend(reader: &mut Reader<'_, '_>) -> Option<(Document, Option<At<Date>>)> {
    let (text, as_of) = (reader.inline("text"), reader.date("as_of"));
    Some((text?, as_of))
}

/// `^\d{2}-\d{4}(\.\d{2})?$`, the form of O*NET-SOC codes.
fn is_soc(text: &str) -> bool {
    let digits = |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    let Some((major, rest)) = text.split_once('-') else { return false };
    let (minor, detail) = rest.split_once('.').map_or((rest, None), |(minor, detail)| (minor, Some(detail)));
    digits(major, 2) && digits(minor, 4) && detail.is_none_or(|detail| digits(detail, 2))
}

/// Two to six digits, or one of the sectors that span several codes (NAICS 2022).
fn is_naics(text: &str) -> bool {
    matches!(text, "31-33" | "44-45" | "48-49")
        || (2..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}
