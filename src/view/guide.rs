//! Guides: their index and the guide itself.

use serde::Serialize;

use super::about::about;
use super::items::{LinkView, SourceView, date, link};
use super::page::{Head, PageView, page};
use super::sheet::Sheet;
use super::structured;
use crate::model::{GuideIx, PageRef};
use crate::syntax::document::Heading;
use crate::theme::Html;

/// All guides, by phase.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GuidesView {
    /// The phases that have guides, in the order of the process; guides without one come last.
    pub phases: Vec<PhaseView>,
}

/// The guides of one phase.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PhaseView {
    /// Its id: `reach-out`; nothing for guides without a phase.
    pub id: Option<&'static str>,
    /// What it is called.
    pub title: String,
    /// Its guides, in reading order.
    pub guides: Vec<GuideRow>,
}

/// A guide as a row of a list.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GuideRow {
    /// Its title.
    pub title: String,
    /// Its page.
    pub url: String,
    /// What a reader takes from it.
    pub summary: Option<Html>,
    /// Minutes to read it.
    pub minutes: usize,
    /// Whether it is a draft: only in previews.
    pub draft: bool,
}

/// A guide.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct GuideView {
    /// Its title.
    pub title: String,
    /// What a reader takes from it.
    pub summary: Option<Html>,
    /// The text; its headings start at level 2.
    pub body: Html,
    /// Its headings of level 2 and 3, for a table of contents.
    pub contents: Vec<HeadingView>,
    /// Minutes to read it.
    pub minutes: usize,
    /// What its phase is called.
    pub phase: Option<String>,
    /// For whom it is.
    pub audience: Vec<String>,
    /// Roles it is about.
    pub roles: Vec<LinkView>,
    /// Industries it is about.
    pub industries: Vec<LinkView>,
    /// Where it comes from.
    pub sources: Vec<SourceView>,
    /// When it was last reviewed: `YYYY-MM-DD`.
    pub reviewed: Option<String>,
    /// Whether it is a draft: only in previews.
    pub draft: bool,
    /// The guide before it.
    pub previous: Option<LinkView>,
    /// The guide behind it.
    pub next: Option<LinkView>,
}

/// A heading of a text.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct HeadingView {
    /// 2 or 3.
    pub level: u8,
    /// Its words.
    pub title: String,
    /// Its anchor, with `#`.
    pub url: String,
}

/// The index of guides.
pub fn guides(sheet: &Sheet<'_>) -> (PageView, GuidesView) {
    let mut phases: Vec<PhaseView> = Vec::new();
    for ix in &sheet.plan().guides {
        let id = sheet.library()[*ix].said.phase.map(|phase| phase.value);
        if phases.last().is_none_or(|last| last.id != id) {
            phases.push(PhaseView { id, title: phase(sheet, id.unwrap_or("none")), guides: Vec::new() });
        }
        if let Some(last) = phases.last_mut() {
            last.guides.push(row(sheet, *ix));
        }
    }
    let (title, description) = (&sheet.say("section-guides"), &sheet.say("description-guides"));
    let head = Head { kind: "guides", title, description, section: Some("guides"), ..Head::default() };
    (page(sheet, head), GuidesView { phases })
}

/// A guide as a row.
pub fn row(sheet: &Sheet<'_>, ix: GuideIx) -> GuideRow {
    let guide = &sheet.library()[ix];
    let LinkView { title, url } = link(sheet, PageRef::Guide(ix));
    let summary = guide.said.summary.as_ref().map(|summary| sheet.html(&guide.path, summary));
    GuideRow { title, url, summary, minutes: minutes(guide.said.body.words()), draft: guide.is_draft() }
}

/// A guide.
pub fn guide(sheet: &Sheet<'_>, ix: GuideIx) -> (PageView, GuideView) {
    let library = sheet.library();
    let guide = &library[ix];
    let said = &guide.said;
    let order = &sheet.plan().guides;
    let at = order.iter().position(|own| *own == ix);
    let neighbour =
        |at: Option<usize>| at.and_then(|at| order.get(at)).map(|ix| link(sheet, PageRef::Guide(*ix)));
    let view = GuideView {
        title: guide.title().to_owned(),
        summary: said.summary.as_ref().map(|summary| sheet.html(&guide.path, summary)),
        body: sheet.html(&guide.path, &said.body),
        contents: contents(said.body.headings()),
        minutes: minutes(said.body.words()),
        phase: said.phase.map(|word| phase(sheet, word.value)),
        audience: said.audience.iter().map(|audience| audience.as_str().to_owned()).collect(),
        roles: guide.roles.iter().map(|role| link(sheet, PageRef::Role(*role))).collect(),
        industries: guide
            .industries
            .iter()
            .map(|industry| link(sheet, PageRef::Industry(*industry)))
            .collect(),
        sources: SourceView::all(&said.upkeep.sources),
        reviewed: said.upkeep.reviewed.map(|reviewed| date(reviewed.value)),
        draft: guide.is_draft(),
        previous: neighbour(at.and_then(|at| at.checked_sub(1))),
        next: neighbour(at.map(|at| at + 1)),
    };
    let description = &about(library, PageRef::Guide(ix));
    let (title, section, source) = (guide.title(), Some("guides"), Some(&guide.path));
    let thing = Some(structured::guide(sheet, ix, view.minutes));
    (page(sheet, Head { kind: "guide", title, description, section, source, thing, ..Head::default() }), view)
}

/// The headings of a text that a table of contents shows.
pub fn contents(headings: &[Heading]) -> Vec<HeadingView> {
    let shown = headings.iter().filter(|heading| (2..=3).contains(&heading.level));
    let view = |heading: &Heading| HeadingView {
        level: heading.level,
        title: heading.text.to_string(),
        url: format!("#{}", heading.id),
    };
    shown.map(view).collect()
}

/// Minutes to read `words`, at 238 a minute: the mean of 190 studies of silent reading of English
/// (Brysbaert 2019, Journal of Memory and Language 109).
fn minutes(words: usize) -> usize {
    words.div_ceil(238).max(1)
}

/// What a phase is called.
fn phase(sheet: &Sheet<'_>, word: &str) -> String {
    sheet.say(&format!("phase-{word}"))
}
