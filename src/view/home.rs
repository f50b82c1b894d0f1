//! The home page, and the pages that lead elsewhere.

use serde::Serialize;

use super::guide::{GuideRow, row};
use super::items::{ItemView, LinkView, link};
use super::list::{FacetView, facets, shown};
use super::page::{Head, PageView, page};
use super::place::{PlaceRow, place_row};
use super::sheet::Sheet;
use super::structured;
use crate::model::{Direction, IndustryIx, Library, PageRef, Priority, QuestionIx, RoleIx, Scope};
use crate::plan::Plan;
use crate::theme::Gap;

/// The home page.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct HomeView {
    /// Roles to start with, by title.
    pub roles: Vec<PlaceRow>,
    /// Industries to start with, by title.
    pub industries: Vec<PlaceRow>,
    /// The first guides, in reading order.
    pub guides: Vec<GuideRow>,
    /// Questions to ask, most important first.
    pub you_ask: Vec<ItemView>,
    /// Questions to answer, most important first.
    pub you_answer: Vec<ItemView>,
    /// Lists by kind, competency, stage, level and topic.
    pub facets: Vec<FacetView>,
    /// The questions reviewed last.
    pub recent: Vec<RecentView>,
}

/// A question that was reviewed.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RecentView {
    /// The question.
    pub item: ItemView,
    /// When: `YYYY-MM-DD`.
    pub reviewed: String,
}

/// A former address.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RedirectView {
    /// Where it leads now.
    pub to: LinkView,
}

/// How much the home page shows of each: it does not grow with the site.
pub const PLACES: usize = 24;
/// The same for guides.
pub const GUIDES: usize = 6;
/// The same for questions, of each direction and of those reviewed last.
pub const QUESTIONS: usize = 5;

/// The home page.
pub fn home(sheet: &Sheet<'_>) -> (PageView, HomeView) {
    let library = sheet.library();
    let plan = sheet.plan();
    let by_title = |mut rows: Vec<PlaceRow>| {
        rows.sort_by(|a, b| a.title.cmp(&b.title));
        rows.truncate(PLACES);
        rows
    };
    let roles = (0..library.roles.len()).map(|at| place_row(sheet, Scope::role(RoleIx::new(at)))).collect();
    let industries = 0..library.industries.len();
    let industries = industries.map(|at| place_row(sheet, Scope::industry(IndustryIx::new(at)))).collect();
    let view = HomeView {
        roles: by_title(roles),
        industries: by_title(industries),
        guides: plan.guides.iter().take(GUIDES).map(|guide| row(sheet, *guide)).collect(),
        you_ask: first_of(sheet, Direction::YouAsk),
        you_answer: first_of(sheet, Direction::YouAnswer),
        facets: facets(sheet),
        recent: recent(sheet),
    };
    let head = Head {
        kind: "home",
        title: &library.site.title,
        description: &library.site.tagline,
        shows: &shown(sheet, &plan.questions, 1),
        thing: Some(structured::site(sheet)),
        ..Head::default()
    };
    (page(sheet, head), view)
}

/// The first questions for everyone of a direction that matter most.
fn first_of(sheet: &Sheet<'_>, direction: Direction) -> Vec<ItemView> {
    let questions = featured(sheet.library(), sheet.plan(), direction);
    questions.map(|ix| ItemView::of_question(sheet, ix)).collect()
}

/// The questions of a direction that the home page shows.
pub fn featured<'l>(
    library: &'l Library,
    plan: &'l Plan,
    direction: Direction,
) -> impl Iterator<Item = QuestionIx> + 'l {
    let wanted = move |ix: &QuestionIx| {
        let question = &library[*ix];
        question.direction == direction
            && question.scopes.contains(&Scope::EVERYONE)
            && question.priority == Priority::Must
    };
    plan.questions.iter().copied().filter(wanted).take(QUESTIONS)
}

fn recent(sheet: &Sheet<'_>) -> Vec<RecentView> {
    let view = |ix: QuestionIx| {
        let reviewed = sheet.library()[ix].said().reviewed?;
        Some(RecentView { item: ItemView::of_question(sheet, ix), reviewed: reviewed.value.to_string() })
    };
    sheet.plan().reviewed.iter().take(QUESTIONS).filter_map(|ix| view(*ix)).collect()
}

/// The page for addresses that lead nowhere.
pub fn not_found(sheet: &Sheet<'_>) -> PageView {
    let (title, description) = (&sheet.say("not-found"), &sheet.say("not-found-lead"));
    page(sheet, Head { kind: "404", title, description, ..Head::default() })
}

/// The page at a former address.
pub fn redirect(sheet: &Sheet<'_>, to: PageRef) -> (PageView, RedirectView) {
    let to_link = link(sheet, to);
    let title = sheet.say_with("page-title-moved", &[("title", Gap::Text(&to_link.title))]);
    // Its own address, which nothing else has: several may lead to one page.
    let under = Some(sheet.here.address().trim_end_matches('/').to_owned());
    let mut view = page(sheet, Head { kind: "redirect", title: &title, under, ..Head::default() });
    let base = sheet.library().site.base_url.as_ref();
    view.canonical = base.map(|base| format!("{base}{}", sheet.plan().routes.page(to).address()));
    (view, RedirectView { to: to_link })
}
