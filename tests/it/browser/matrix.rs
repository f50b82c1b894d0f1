//! Every kind of page, narrow and wide, light and dark, with forced colours: what a machine can say of
//! accessibility (WCAG 2.2, by axe-core), of reflow, and of a page that is in order.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use greenroom::base::OutPath;
use greenroom::site::Site;
use serde_json::{Value, json};

use super::chromium::skipped;
use super::published::Published;
use super::{Browser, Page};

/// Widths and preferences that a page is looked at in: the narrowest that WCAG 1.4.10 asks for, and a desk.
const CELLS: [(u32, &[(&str, &str)]); 5] = [
    (320, &[("prefers-color-scheme", "light")]),
    (320, &[("prefers-color-scheme", "dark")]),
    (1280, &[("prefers-color-scheme", "light"), ("prefers-contrast", "more")]),
    (1280, &[("prefers-color-scheme", "dark")]),
    (1280, &[("prefers-color-scheme", "dark"), ("forced-colors", "active")]),
];

/// Nothing moves: a colour half way between two schemes is nobody's.
const STILL: [(&str, &str); 1] = [("prefers-reduced-motion", "reduce")];

/// Spacing that a reader may set without losing anything (WCAG 1.4.12).
pub(super) const SPACING: &str = "(() => { const sheet = new CSSStyleSheet(); \
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; \
    word-spacing: .16em !important } p { margin-block-end: 2em !important }'); \
    document.adoptedStyleSheets = [sheet]; return true; })()";

/// The text of axe-core; `None`, with a line on stderr, where the packages of `tests/node` are not installed.
pub(super) fn axe() -> Option<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node/node_modules/axe-core/axe.min.js");
    let text = fs::read_to_string(file).ok();
    if text.is_none() {
        skipped("no axe-core in tests/node");
    }
    text
}

/// The largest page that each template makes.
pub fn largest(site: &Site) -> BTreeMap<&'static str, OutPath> {
    let mut pages: BTreeMap<&str, (usize, OutPath)> = BTreeMap::new();
    for path in site.outputs().into_iter().filter(OutPath::is_page) {
        let template = site.template(&path);
        let size = site.render(&path).unwrap().unwrap().as_slice().len();
        let entry = pages.entry(template).or_insert((0, path.clone()));
        if size > entry.0 {
            *entry = (size, path);
        }
    }
    pages
        .into_iter()
        .filter(|(template, _)| *template != "redirect.html")
        .map(|(t, (_, path))| (t, path))
        .collect()
}

/// What axe says of a page as it is shown now: violations, and what it could not decide.
pub(super) const SAID: &str = "axe.run(document, { resultTypes: ['violations', 'incomplete'] })\
    .then(({ violations, incomplete }) => [...violations, ...incomplete]\
    .flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) => \
    `${id}: ${target.join(' ')}: ${[...any, ...all, ...none].map(({ message }) => message).join('; ')}`)))";

/// The list that [`SAID`] gives.
fn said(page: &Page) -> Vec<String> {
    let results = page.eval(SAID);
    let Value::Array(said) = results else { panic!("axe gives a list: {results}") };
    said.iter().map(|one| one.as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn every_kind_of_page_is_accessible_and_fits() {
    look(|page, url| page.goto(url));
}

#[test]
fn every_kind_of_page_is_accessible_and_fits_without_scripts() {
    look(|page, url| {
        // None of the site's scripts arrives; axe still runs.
        page.session.must("Network.setBlockedURLs", json!({ "urls": ["*.js"] }));
        page.forgive("ERR_BLOCKED_BY_CLIENT");
        page.goto(url);
    });
}

/// Looks at every kind of page in every cell, opened in this way.
fn look(open: impl Fn(&Page, &str)) {
    let (Some(browser), Some(axe)) = (Browser::get(), axe()) else { return };
    let published = Published::own();
    let mut wrong = Vec::new();
    for (template, path) in largest(published.site()) {
        let page = Page::new(&browser);
        open(&page, &published.url(&path));
        page.eval(&format!("{axe}; true"));
        if page.eval("document.querySelectorAll('h1').length") != 1 {
            wrong.push(format!("{template} ({path}): not one h1"));
        }
        for (width, preferences) in CELLS {
            page.size(width, 800);
            page.prefer("screen", &[preferences, &STILL].concat());
            let at = format!("{template} ({path}) at {width} {preferences:?}");
            wrong.extend(said(&page).into_iter().map(|said| format!("{at}: {said}")));
            if page.eval("document.documentElement.scrollWidth > innerWidth") == true {
                wrong.push(format!("{at}: scrolls sideways"));
            }
        }
        page.size(320, 800);
        page.eval(SPACING);
        if page.eval("document.documentElement.scrollWidth > innerWidth") == true {
            wrong.push(format!("{template} ({path}): scrolls sideways with wide spacing"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
