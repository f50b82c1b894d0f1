//! Lists of questions in pages: all of them, a facet's value, a bank.

use serde::Serialize;

use super::about::{about, one, scope_of_bank};
use super::items::{ItemView, LinkView, SourceView, link};
use super::page::{Head, PageView, page};
use super::sheet::{Material, Sheet};
use crate::base::OutPath;
use crate::model::{BankIx, PageRef, QuestionIx};
use crate::plan::{Facet, Listing, Routes, Stretch};
use crate::theme::{Gap, Html};

/// One page of a list of questions.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ListView {
    /// What the list is called.
    pub title: String,
    /// What it is about.
    pub summary: Option<Html>,
    /// Its questions on this page.
    pub items: Vec<ItemView>,
    /// Where this page stands among the list's pages.
    pub pages: PagesView,
    /// Lists by kind, competency, stage, level and topic; only on the first page of all questions.
    pub facets: Vec<FacetView>,
    /// The banks; only on the first page of all questions.
    pub banks: Vec<BankLinkView>,
    /// A bank's direction: `you-ask` or `you-answer`.
    pub direction: Option<&'static str>,
    /// Who keeps the bank.
    pub owner: Option<String>,
    /// Where the bank's questions come from.
    pub sources: Vec<SourceView>,
}

/// Where a page stands in a list.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PagesView {
    /// Which page this is, from 1.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// How many questions the whole list has.
    pub total: usize,
    /// The first question on this page, counted from 1; 0 when there is none.
    pub first: usize,
    /// The last question on this page.
    pub last: usize,
    /// The page before.
    pub previous: Option<String>,
    /// The page behind.
    pub next: Option<String>,
    /// Pages to jump to: the first, the last, and those around this one.
    pub jumps: Vec<JumpView>,
}

/// A page to jump to.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct JumpView {
    /// Its number.
    pub page: usize,
    /// Its address.
    pub url: String,
    /// Whether it is this page.
    pub current: bool,
    /// Whether pages are left out before it.
    pub gap: bool,
}

/// A facet and its values.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FacetView {
    /// `kind`, `competency`, `stage`, `level` or `topic`.
    pub id: &'static str,
    /// What it is called.
    pub title: String,
    /// Its values that have questions.
    pub values: Vec<ValueView>,
}

/// A value of a facet.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ValueView {
    /// What it is called.
    pub title: String,
    /// The list of its questions.
    pub url: String,
    /// How many questions it has.
    pub count: usize,
}

/// A bank in a list.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct BankLinkView {
    /// What it is called.
    pub title: String,
    /// Its page.
    pub url: String,
    /// `you-ask` or `you-answer`.
    pub direction: &'static str,
    /// Whom it is for: everyone, or a role or industry.
    pub audience: String,
    /// How many questions it has in lists.
    pub count: usize,
}

/// A page of all questions.
pub fn all(sheet: &Sheet<'_>, number: usize) -> (PageView, ListView) {
    let questions = &sheet.plan().questions;
    let first = Routes::section("questions");
    let description = &sheet.say("description-questions");
    let mut list = list(sheet, sheet.say("section-questions"), questions, &first, number);
    // What leads elsewhere stands once, where a reader begins.
    if number == 1 {
        list.facets = facets(sheet);
        list.banks = banks(sheet);
    }
    let shows = &shown(sheet, questions, number);
    (page(sheet, Head { description, shows, ..listed("questions", &list.title, number) }), list)
}

/// A page of a facet's value.
pub fn listing(sheet: &Sheet<'_>, listing: &Listing, number: usize) -> (PageView, ListView) {
    let library = sheet.library();
    let word = library.vocabulary.word(listing.facet.list(), listing.word);
    let mut list = list(sheet, called(sheet.material, listing), &listing.questions, &listing.path, number);
    // A word has no file of its own to resolve links against: the vocabulary's.
    let file = crate::base::SourcePath::new("content/vocabulary.toml");
    list.summary = word.help.as_ref().zip(file.as_ref()).map(|(help, file)| sheet.html(file, help));
    let description = &one(library, word.help.as_ref());
    let shows = &shown(sheet, &listing.questions, number);
    (page(sheet, Head { description, shows, ..listed("listing", &list.title, number) }), list)
}

/// What the list of a facet's value is called.
pub fn called(material: Material<'_>, listing: &Listing) -> String {
    let phrases = &material.theme.phrases;
    let facet = phrases.say(&format!("facet-{}", listing.facet.word()));
    let value = crate::plan::called::word(material.library, phrases, listing.facet.list(), listing.word);
    phrases.say_with("list-value", &[("facet", Gap::Text(&facet)), ("value", Gap::Text(&value))])
}

/// The first questions of a page of a list, as far as a description goes.
pub fn shown(sheet: &Sheet<'_>, questions: &[QuestionIx], number: usize) -> String {
    let range = Stretch::new(number, questions.len()).range();
    let mut out = String::new();
    for question in &questions[range] {
        out.push_str(&super::about::title(sheet.library(), PageRef::Question(*question)));
        out.push(' ');
        if out.len() > 2 * super::about::DESCRIPTION {
            break;
        }
    }
    out
}

/// A page of a bank.
pub fn bank(sheet: &Sheet<'_>, ix: BankIx, number: usize) -> (PageView, ListView) {
    let bank = &sheet.library()[ix];
    let listed_here: Vec<QuestionIx> =
        bank.questions.iter().copied().filter(|question| sheet.library().is_listed(*question)).collect();
    let first = sheet.plan().routes.page(PageRef::Bank(ix));
    let mut list = list(sheet, bank.title().to_owned(), &listed_here, first, number);
    list.summary = bank.said.summary.as_ref().map(|summary| sheet.html(&bank.path, summary));
    list.direction = Some(bank.direction.word());
    list.owner = bank.said.owner.as_ref().map(|owner| owner.as_str().to_owned());
    list.sources = SourceView::all(&bank.said.sources);
    let description = &about(sheet.library(), PageRef::Bank(ix));
    let (shows, source) = (&shown(sheet, &listed_here, number), Some(&bank.path));
    let under = scope_of_bank(sheet.material, ix);
    (page(sheet, Head { description, shows, source, under, ..listed("bank", &list.title, number) }), list)
}

fn listed<'h>(kind: &'static str, title: &'h str, number: usize) -> Head<'h> {
    Head { kind, title, section: Some("questions"), number, ..Head::default() }
}

fn list(
    sheet: &Sheet<'_>,
    title: String,
    questions: &[QuestionIx],
    first: &OutPath,
    number: usize,
) -> ListView {
    let stretch = Stretch::new(number, questions.len());
    ListView {
        title,
        summary: None,
        items: questions[stretch.range()]
            .iter()
            .map(|question| ItemView::of_question(sheet, *question))
            .collect(),
        pages: pages(sheet, stretch, first),
        facets: Vec::new(),
        banks: Vec::new(),
        direction: None,
        owner: None,
        sources: Vec::new(),
    }
}

/// Where a page stands among those of its list.
pub fn pages(sheet: &Sheet<'_>, stretch: Stretch, first: &OutPath) -> PagesView {
    let url = |number: usize| sheet.url(&Routes::numbered(first, number));
    let range = stretch.range();
    let near =
        |number: &usize| *number == 1 || *number == stretch.pages || number.abs_diff(stretch.page) <= 2;
    let mut jumps = Vec::new();
    let mut last = 0;
    for number in (1..=stretch.pages).filter(near) {
        jumps.push(JumpView {
            page: number,
            url: url(number),
            current: number == stretch.page,
            gap: number > last + 1,
        });
        last = number;
    }
    PagesView {
        page: stretch.page,
        pages: stretch.pages,
        total: stretch.total,
        first: if range.is_empty() { 0 } else { range.start + 1 },
        last: range.end,
        previous: (stretch.page > 1).then(|| url(stretch.page - 1)),
        next: (stretch.page < stretch.pages).then(|| url(stretch.page + 1)),
        jumps: if stretch.pages > 1 { jumps } else { Vec::new() },
    }
}

/// The facets and their values.
pub fn facets(sheet: &Sheet<'_>) -> Vec<FacetView> {
    let value = |listing: &Listing| ValueView {
        title: sheet.label(listing.facet.list(), listing.word),
        url: sheet.url(&listing.path),
        count: listing.questions.len(),
    };
    let facet = |facet: Facet| FacetView {
        id: facet.word(),
        title: title(sheet, facet),
        values: sheet.plan().listings.iter().filter(|listing| listing.facet == facet).map(value).collect(),
    };
    Facet::ALL.into_iter().map(facet).filter(|facet| !facet.values.is_empty()).collect()
}

/// The most banks that one page names: navigation is bounded whatever the size of the site.
const MAX_BANKS: usize = 60;

fn banks(sheet: &Sheet<'_>) -> Vec<BankLinkView> {
    let library = sheet.library();
    let view = |at: usize| {
        let ix = BankIx::new(at);
        let bank = &library[ix];
        let LinkView { title, url } = link(sheet, PageRef::Bank(ix));
        BankLinkView {
            title,
            url,
            direction: bank.direction.word(),
            audience: sheet.scope_title(bank.scope),
            count: bank.questions.iter().filter(|question| library.is_listed(**question)).count(),
        }
    };
    // The banks for everyone first: the others are also reached from their roles and industries.
    let mut order: Vec<usize> = (0..library.banks.len()).collect();
    order.sort_by(|a, b| {
        let key = |at: usize| (library.banks[at].scope, library.banks[at].title());
        key(*a).cmp(&key(*b))
    });
    order.into_iter().take(MAX_BANKS).map(view).collect()
}

fn title(sheet: &Sheet<'_>, facet: Facet) -> String {
    sheet.say(&format!("facet-{}", facet.word()))
}
