//! The pages that no author writes: what they lead to and what `site.toml` adds. Their words are the theme's.
//!
//! None of them grows with the site: each shows the first of everything, and where the rest is.

use serde::Serialize;

use super::items::{LinkView, date, link};
use super::list::{ValueView, facets};
use super::page::{Head, PageView, page};
use super::place::{PlaceRow, role_rows};
use super::sheet::Sheet;
use super::task::{MessageView, TaskRow, checklist_row, message};
use crate::model::{ChecklistIx, Direction, KitIx, MessageIx, PageRef};
use crate::plan::{Routes, Standing};
use crate::syntax::Text;

/// How to practice, and where to take questions from.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PracticeView {
    /// How many questions there are to ask.
    pub you_ask: usize,
    /// How many there are to answer.
    pub you_answer: usize,
    /// The first roles that have questions, by title.
    pub roles: Vec<PlaceRow>,
    /// The page of all roles, when there are more.
    pub all_roles: Option<String>,
    /// The first kits.
    pub kits: Vec<KitRow>,
    /// The page of all kits, when there are more.
    pub all_kits: Option<String>,
    /// Lists by kind.
    pub kinds: Vec<ValueView>,
}

/// A kit as a row of a list.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct KitRow {
    /// What it is called.
    pub title: String,
    /// Its page.
    pub url: String,
    /// For whom it is.
    pub for_whom: Option<String>,
    /// How long the conversation lasts.
    pub minutes: Option<u32>,
    /// How many questions it has.
    pub count: usize,
}

/// What to take along and keep.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PrepView {
    /// The first checklists.
    pub checklists: Vec<TaskRow>,
    /// The page of all checklists, when there are more.
    pub all_checklists: Option<String>,
}

/// Choosing questions for one conversation.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct BuilderView {
    /// How many questions there are to ask.
    pub you_ask: usize,
    /// The first kits.
    pub kits: Vec<KitRow>,
    /// The page of all kits, when there are more.
    pub all_kits: Option<String>,
    /// The first roles that have questions, by title.
    pub roles: Vec<PlaceRow>,
    /// The page of all roles, when there are more.
    pub all_roles: Option<String>,
}

/// The messages, whole.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OutreachView {
    /// By purpose, in the order one needs them.
    pub groups: Vec<PurposeView>,
    /// The page of all messages, when there are more.
    pub all_messages: Option<String>,
}

/// The messages of one purpose.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PurposeView {
    /// `request`, `nudge`, `confirm`, `reschedule`, `thank-you` or `keep-in-touch`.
    pub id: &'static str,
    /// What readers see.
    pub label: String,
    /// The first messages.
    pub messages: Vec<MessageView>,
}

/// The accessibility statement: what `[accessibility]` of `site.toml` says.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StatementView {
    /// What the pages are held to.
    pub standard: String,
    /// How far they meet it: `full`, `partial` or `none`; absent until someone has assessed them.
    pub conformance: Option<&'static str>,
    /// The day of the last test: `YYYY-MM-DD`.
    pub tested: Option<String>,
    /// How they were tested; lines are separated by line ends.
    pub tested_how: Option<String>,
    /// Known barriers.
    pub limits: Vec<String>,
    /// Where to report a barrier: an e-mail address.
    pub email: Option<String>,
}

/// How many roles, kits or checklists one page names.
const ROWS: usize = 24;
/// How many messages of one purpose are shown whole.
const MESSAGES: usize = 6;
/// What messages are for, in the order one needs them.
const PURPOSES: [&str; 6] = ["request", "nudge", "confirm", "reschedule", "thank-you", "keep-in-touch"];
/// What pages are held to where `site.toml` says nothing: what the built-in theme is made for.
const STANDARD: &str = "WCAG 2.2 AA";

/// The head of a standing page.
pub fn head(sheet: &Sheet<'_>, which: Standing) -> PageView {
    let kind = which.template().trim_end_matches(".html");
    let section = match which {
        Standing::Practice => Some("practice"),
        Standing::MyPrep | Standing::Kit | Standing::Outreach | Standing::Contacts => Some("my-prep"),
        Standing::Privacy | Standing::Accessibility => None,
    };
    let (title, description) = (
        &sheet.say(&format!("section-{}", which.word())),
        &sheet.say(&format!("description-{}", which.word())),
    );
    page(sheet, Head { kind, title, description, section, ..Head::default() })
}

/// How to practice.
pub fn practice(sheet: &Sheet<'_>) -> PracticeView {
    let (roles, all_roles) = roles(sheet);
    let (kits, all_kits) = kits(sheet);
    let kinds = facets(sheet).into_iter().find(|facet| facet.id == "kind");
    PracticeView {
        you_ask: count(sheet, Direction::YouAsk),
        you_answer: count(sheet, Direction::YouAnswer),
        roles,
        all_roles,
        kits,
        all_kits,
        kinds: kinds.map(|facet| facet.values).unwrap_or_default(),
    }
}

/// What to take along and keep.
pub fn prep(sheet: &Sheet<'_>) -> PrepView {
    let count = sheet.library().checklists.len();
    let first = (0..count.min(ROWS)).map(ChecklistIx::new);
    PrepView {
        checklists: first.map(|ix| checklist_row(sheet, ix)).collect(),
        all_checklists: (count > ROWS).then(|| sheet.url(&Routes::section("checklists"))),
    }
}

/// Choosing questions for one conversation.
pub fn builder(sheet: &Sheet<'_>) -> BuilderView {
    let (roles, all_roles) = roles(sheet);
    let (kits, all_kits) = kits(sheet);
    BuilderView { you_ask: count(sheet, Direction::YouAsk), kits, all_kits, roles, all_roles }
}

/// The messages, whole.
pub fn outreach(sheet: &Sheet<'_>) -> OutreachView {
    let library = sheet.library();
    let mut shown = 0;
    let mut group = |id: &'static str| {
        let of_it = (0..library.messages.len()).map(MessageIx::new);
        let of_it = of_it.filter(|ix| library[*ix].said.purpose.is_some_and(|purpose| purpose.value == id));
        let messages: Vec<MessageView> = of_it.take(MESSAGES).map(|ix| message(sheet, ix)).collect();
        shown += messages.len();
        let label = sheet.say(&format!("purpose-{id}"));
        (!messages.is_empty()).then_some(PurposeView { id, label, messages })
    };
    let groups = PURPOSES.into_iter().filter_map(&mut group).collect();
    let more = shown < library.messages.len();
    OutreachView { groups, all_messages: more.then(|| sheet.url(&Routes::section("messages"))) }
}

/// The accessibility statement.
pub fn statement(sheet: &Sheet<'_>) -> StatementView {
    let site = &sheet.library().site;
    let said = site.accessibility();
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.as_str().trim().to_owned());
    StatementView {
        standard: text(&said.standard).unwrap_or_else(|| STANDARD.to_owned()),
        conformance: said.conformance.map(|conformance| conformance.value),
        tested: said.tested.map(|tested| date(tested.value)),
        tested_how: text(&said.tested_how),
        limits: said.limits.iter().map(|limit| limit.as_str().to_owned()).collect(),
        email: text(&said.email).or_else(|| text(&site.office().email)),
    }
}

fn count(sheet: &Sheet<'_>, direction: Direction) -> usize {
    let library = sheet.library();
    sheet.plan().questions.iter().filter(|ix| library[**ix].direction == direction).count()
}

/// The first roles that have questions, and where all are.
fn roles(sheet: &Sheet<'_>) -> (Vec<PlaceRow>, Option<String>) {
    let mut rows = role_rows(sheet);
    rows.retain(|role| role.count > 0);
    let more = rows.len() > ROWS;
    rows.truncate(ROWS);
    (rows, more.then(|| sheet.url(&Routes::section("roles"))))
}

/// The first kits, and where all are.
fn kits(sheet: &Sheet<'_>) -> (Vec<KitRow>, Option<String>) {
    let library = sheet.library();
    let row = |ix: KitIx| {
        let kit = &library[ix];
        let LinkView { title, url } = link(sheet, PageRef::Kit(ix));
        KitRow {
            title,
            url,
            for_whom: kit.said.for_whom.as_ref().map(|text| text.as_str().to_owned()),
            minutes: kit.said.minutes.map(|minutes| minutes.value),
            count: kit.questions.len(),
        }
    };
    let rows = (0..library.kits.len().min(ROWS)).map(|at| row(KitIx::new(at))).collect();
    (rows, (library.kits.len() > ROWS).then(|| sheet.url(&Routes::section("kits"))))
}
