//! What a page costs those who load it: bytes as hosts send them, requests and elements.
//!
//! Counted as a first visit: the page with every style sheet, script and image that it asks for, compressed with gzip.

use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use rayon::prelude::*;

use super::{Finding, Sheet};
use crate::base::{OutPath, SourcePath};
use crate::site::Site;

/// The compressed size of everything that pages can load.
pub struct Sizes(BTreeMap<String, usize>);

impl Sizes {
    /// The sizes of a site's style sheets and scripts.
    pub fn of(site: &Site, outputs: &[OutPath]) -> Sizes {
        let code = |path: &&OutPath| path.as_str().ends_with(".css") || path.as_str().ends_with(".js");
        let size = |path: &OutPath| Some((path.to_string(), gzip(site.render(path)?.ok()?.as_slice())));
        Sizes(outputs.par_iter().filter(code).filter_map(size).collect())
    }
}

/// What a page of one kind may cost: sizes in bytes.
struct Budget {
    html: usize,
    styles: usize,
    scripts: usize,
    requests: usize,
    elements: usize,
}

/// A page to read fits in the first round trip, 14 KB; a list has fifty rows.
const READING: Budget =
    Budget { html: 14 << 10, styles: 8 << 10, scripts: 3 << 10, requests: 6, elements: 900 };
const LIST: Budget =
    Budget { html: 20 << 10, styles: 8 << 10, scripts: 10 << 10, requests: 9, elements: 1_500 };

/// What is over the budget.
pub fn look(sheet: &Sheet<'_>, sizes: &Sizes, base: &str) -> Vec<Finding> {
    let reading =
        ["question.html", "guide.html", "message.html", "checklist.html", "404.html", "redirect.html"];
    let (kind, budget) =
        if reading.contains(&sheet.template) { ("a page to read", READING) } else { ("a list", LIST) };
    let loaded = loaded(sheet, base);
    let sum = |end: &str| {
        loaded.iter().filter(|path| path.ends_with(end)).filter_map(|path| sizes.0.get(path)).sum()
    };
    let mut found = Vec::new();
    let mut over = |what: &str, has: usize, may: usize, unit: &str| {
        if has > may {
            let number = |count: usize| {
                if unit.is_empty() { count.to_string() } else { format!("{} KB of", count >> 10) }
            };
            found.push(Finding {
                code: "page-weight",
                message: format!("{kind} has more than {} {what}", number(may)),
                help: "many readers are on a phone and a slow network: leave out what few of them need",
                written: None,
            });
        }
    };
    over("HTML", gzip(sheet.html.as_bytes()), budget.html, "KB");
    over("style sheets", sum(".css"), budget.styles, "KB");
    over("scripts", sum(".js"), budget.scripts, "KB");
    over("requests", loaded.len() + 1, budget.requests, "");
    over("elements", sheet.page.elements.len(), budget.elements, "");
    found
}

/// The outputs that a page asks for; what a site's pictures cost is their author's choice.
fn loaded(sheet: &Sheet<'_>, base: &str) -> Vec<String> {
    let own = SourcePath::new(sheet.path.as_str());
    let mut all: Vec<String> = sheet
        .page
        .elements
        .iter()
        .filter_map(|element| match element.name.as_str() {
            "link" if matches!(element.value("rel"), "stylesheet" | "icon" | "modulepreload" | "preload") => {
                element.get("href")
            }
            "script" => element.get("src"),
            _ => None,
        })
        .filter_map(|address| match address.strip_prefix(base).filter(|_| address.starts_with('/')) {
            Some(rest) => Some(rest.to_owned()),
            None => own.as_ref()?.join(address).map(|path| path.to_string()),
        })
        .collect();
    all.sort();
    all.dedup();
    all
}

fn gzip(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("a vector takes all bytes").len()
}
