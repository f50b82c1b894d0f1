//! The search page: the lists that lead everywhere without its script. What is found is the script's business.

use serde::Serialize;

use super::list::{FacetView, facets};
use super::page::{Head, PageView, page};
use super::sheet::Sheet;

/// The search page.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SearchView {
    /// Lists by kind, competency, stage, level and topic.
    pub facets: Vec<FacetView>,
}

/// The search page.
pub fn search(sheet: &Sheet<'_>) -> (PageView, SearchView) {
    let (title, description) = (sheet.say("search"), sheet.say("description-search"));
    let head = Head { kind: "search", title: &title, description: &description, ..Head::default() };
    (page(sheet, head), SearchView { facets: facets(sheet) })
}
