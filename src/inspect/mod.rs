//! What is wrong with the pages that a theme makes, as a browser reads them: `greenroom theme check`.
//!
//! In: a site. Out: diagnostics that name the template where it can be told. Every page is rendered, read and
//! forgotten again; only links to anchors wait until all pages are known. Of the theme's own files only their
//! addresses are looked at: contrast is checked when a site is built.

mod diags;
mod dom;
mod files;
mod head;
mod inline;
mod landmarks;
mod links;
mod loads;
mod names;
mod outline;
mod place;
pub mod torture;
mod weight;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::base::OutPath;
use crate::diag::{Code, Diagnostic};
use crate::site::Site;
use dom::Page;
use loads::Files;
use place::Templates;

pub use weight::{Excess, Measure};

/// Something wrong with a page.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Finding {
    code: &'static str,
    message: String,
    help: &'static str,
    /// What stands in the template when the template wrote it: how its place is found.
    written: Option<String>,
}

/// A page while it is looked at.
struct Sheet<'s> {
    /// Where it is published.
    path: &'s OutPath,
    /// What makes it.
    template: &'static str,
    /// Its HTML.
    html: &'s str,
    page: &'s Page,
}

/// What is kept of a page.
struct Read<'s> {
    path: &'s OutPath,
    template: &'static str,
    found: Vec<Finding>,
    ids: BTreeSet<String>,
    anchors: Vec<links::Anchor>,
}

/// Everything that is wrong with the pages of a site; `whose` says which site, when a reader could wonder.
pub fn pages(site: &Site, whose: &str) -> Vec<Diagnostic> {
    let outputs = site.outputs();
    let known: BTreeSet<&str> = outputs.iter().map(OutPath::as_str).collect();
    let base = site.library().site.base_path();
    let loads = Files::of(site, &outputs);
    let read = each(site, &outputs, |path, sheet| {
        let ids = sheet.page.elements.iter().filter_map(|element| element.get("id"));
        let (ids, template) = (ids.map(str::to_owned).collect(), sheet.template);
        // What authors put into `static/` is theirs; others link to it.
        if site.views(path).is_none() {
            return Read { path, template, found: Vec::new(), ids, anchors: Vec::new() };
        }
        let (mut found, anchors) = links::look(sheet, &known, base);
        for look in [head::look, inline::look, outline::look, landmarks::look, names::look] {
            found.extend(look(sheet));
        }
        found.extend(weight::findings(&weight::excesses(sheet, &loads, base)));
        Read { path, template, found, ids, anchors }
    });
    let templates = Templates::of(site);
    let mut said = report(read, &templates, whose);
    said.extend(files::look(site, &known, &templates));
    said
}

/// Everything that pages of a site have too much of, by page; what authors put into `static/` is theirs.
pub fn excesses(site: &Site) -> Vec<Excess> {
    let outputs = site.outputs();
    let (base, loads) = (site.library().site.base_path(), Files::of(site, &outputs));
    let over = each(site, &outputs, |path, sheet| match site.views(path) {
        Some(_) => weight::excesses(sheet, &loads, base),
        None => Vec::new(),
    });
    over.into_iter().flatten().collect()
}

/// Looks at every page.
fn each<'o, T: Send>(
    site: &Site,
    outputs: &'o [OutPath],
    look: impl Fn(&'o OutPath, &Sheet<'_>) -> T + Sync,
) -> Vec<T> {
    let read = |path: &'o OutPath| {
        let bytes = site.render(path)?.ok()?;
        let html = std::str::from_utf8(bytes.as_slice()).ok()?;
        let page = Page::read(html);
        Some(look(path, &Sheet { path, template: site.template(path), html, page: &page }))
    };
    outputs.par_iter().filter(|path| path.is_page()).filter_map(read).collect()
}

/// Each finding once, however many pages show it.
fn report(read: Vec<Read<'_>>, templates: &Templates, whose: &str) -> Vec<Diagnostic> {
    let ids: BTreeMap<&str, &BTreeSet<String>> =
        read.iter().map(|page| (page.path.as_str(), &page.ids)).collect();
    let mut seen: BTreeMap<Finding, Vec<(&OutPath, &'static str)>> = BTreeMap::new();
    for page in &read {
        let lost = page
            .anchors
            .iter()
            .filter(|anchor| ids.get(anchor.page.as_str()).is_some_and(|ids| !ids.contains(&anchor.id)));
        for finding in page.found.iter().cloned().chain(lost.map(links::lost)) {
            let on = seen.entry(finding).or_default();
            // Twice on one page is once.
            if on.last().is_none_or(|(last, _)| *last != page.path) {
                on.push((page.path, page.template));
            }
        }
    }
    seen.into_iter().map(|(finding, on)| diags::finding(&finding, &on, templates, whose)).collect()
}

fn code(name: &'static str) -> &'static Code {
    crate::diag::codes::find(name).expect("a finding has a code of the list")
}
