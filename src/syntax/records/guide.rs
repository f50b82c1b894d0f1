//! A guide: prose with a little front matter, or only a title.

use super::front::{cut, read_optional};
use super::{ALIASES, ALLOW, REVIEWED, SOURCES, Upkeep, WAIVER, upkeep};
use crate::base::{FileId, Slug};
use crate::diag::{Diagnostic, codes};
use crate::syntax::document::Document;
use crate::syntax::record::{Record, Shape, field};
use crate::syntax::{At, Text, markdown};

/// The phases of an informational interview, then of a job interview, in order.
pub const PHASES: [&str; 12] = [
    "understand",
    "find",
    "reach-out",
    "prepare",
    "meet",
    "follow-up",
    "reflect",
    "types",
    "stories",
    "practise",
    "day-of",
    "after",
];

const NAMES: Shape = Shape::List(&Shape::Name);

/// The front matter of a guide.
pub static GUIDE: Record = Record {
    name: "guide",
    doc: "A guide: prose for students.",
    fields: &[
        field("title", Shape::Line, "What it is called; else the `# Title` of the text."),
        field("summary", Shape::Inline, "One or two sentences: what a reader takes from it."),
        field("phase", Shape::OneOf(&PHASES), "When in the process it helps."),
        field("audience", Shape::List(&Shape::Line), "For whom it is: \"first-year students\"."),
        field("roles", NAMES, "Roles whose pages show it."),
        field("industries", NAMES, "Industries whose pages show it."),
        field("order", Shape::Number(0, 100_000), "Its place among the guides of its phase; smallest first."),
        field("draft", Shape::Flag, "Shown only in previews."),
        field("reviewed", Shape::Date, REVIEWED),
        field("sources", Shape::List(&Shape::Source), SOURCES),
        field("aliases", NAMES, ALIASES),
        field("allow", Shape::Tables(&WAIVER), ALLOW),
    ],
};

/// What a guide says.
#[derive(Clone, Hash, Debug)]
pub struct Guide {
    /// Title.
    pub title: Option<Text>,
    /// Summary.
    pub summary: Option<Document>,
    /// One of [`PHASES`].
    pub phase: Option<At<&'static str>>,
    /// For whom.
    pub audience: Vec<Text>,
    /// Roles that show it.
    pub roles: Vec<At<Slug>>,
    /// Industries that show it.
    pub industries: Vec<At<Slug>>,
    /// Place among its phase.
    pub order: Option<At<u32>>,
    /// Shown only in previews.
    pub draft: Option<At<bool>>,
    /// Review, sources, former ids, waivers.
    pub upkeep: Upkeep,
    /// The text.
    pub body: Document,
}

/// Reads a guide.
pub(in crate::syntax) fn parse(file: FileId, text: &str, problems: &mut Vec<Diagnostic>) -> (Guide, bool) {
    let cut = cut(file, text, problems);
    let before = problems.len();
    let body = markdown::titled(&cut.body, problems);
    // A text over a limit is not read to its end, and so has no title.
    let unread = problems[before..].iter().any(|problem| *problem.code == codes::DOCUMENT_LIMIT);
    let (guide, broken) = read_optional(cut.front, &GUIDE, problems, |reader| Guide {
        title: reader.line("title"),
        summary: reader.inline("summary"),
        phase: reader.one_of("phase"),
        audience: reader.lines("audience").unwrap_or_default(),
        roles: reader.slugs("roles").unwrap_or_default(),
        industries: reader.slugs("industries").unwrap_or_default(),
        order: reader.placed_number("order"),
        draft: reader.placed_flag("draft"),
        upkeep: upkeep(reader),
        body,
    });
    if guide.title.is_none() && guide.body.title().is_none() && !broken && !unread {
        let head = crate::base::Span::head(file);
        let problem = Diagnostic::at(&codes::MISSING_KEY, head, "this guide has no title");
        problems.push(
            problem.help("start the text with `# Title`, or write `title = \"…\"` in its front matter"),
        );
    }
    (guide, broken)
}
