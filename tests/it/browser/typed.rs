//! What visitors type stays in their browser: the server hears of no word of it, with a script and without.

use std::time::Instant;

use serde_json::json;

use super::cdp::DEADLINE;
use super::published::Published;
use super::searched::{files, sources};
use super::{Browser, Page};

/// What is typed: words that no address of the site has.
const TYPED: [&str; 3] = ["waiting", "falls", "xyzzy"];

/// Pages whose header has a search box; the last is the one for what is not there.
const PAGES: [&str; 3] = ["", "guides/stories/", "no/such/page"];

fn served() -> Published {
    Published::of(sources(&files(&["One more".to_owned()])))
}

/// Types into the box with this name, instead of what was there, as a keyboard does.
fn types(page: &Page, name: &str, text: &str) {
    page.find("searchbox", name).click();
    page.find("searchbox", name).of("(box) => box.select()");
    text.chars().for_each(|c| page.press(&c.to_string()));
}

/// Waits until the search page shows its results for these words.
fn finds(page: &Page, text: &str, count: &str) {
    page.wait(&format!(
        "location.hash === '#q={text}' && document.querySelector('[data-search] [role=status]').textContent === {count:?}"
    ));
}

/// Waits for what a page without a script shows: no timer runs there, but the browser tells what is loaded.
fn shown(page: &Page, role: &str, name: &str) {
    let until = Instant::now() + DEADLINE;
    while !page.has(role, name) {
        assert!(page.listen(until), "no {role} `{name}`");
    }
}

/// That the search page was asked for, and nothing with a typed word or a query of words.
fn heard_nothing(served: &Published) {
    let asked = served.asked();
    assert!(asked.iter().any(|target| target.starts_with("/repo/search/index.html")), "{asked:#?}");
    let told = |target: &&String| target.contains("q=") || TYPED.iter().any(|word| target.contains(word));
    assert_eq!(asked.iter().find(told), None, "{asked:#?}");
}

#[test]
fn the_server_hears_of_nothing_typed() {
    let Some(browser) = Browser::get() else { return };
    let served = served();
    let page = Page::new(&browser);
    page.forgive("404 (Not Found)");
    for path in PAGES {
        page.goto(&served.at(path));
        types(&page, "Search this site", TYPED[0]);
        page.press("Enter");
        finds(&page, TYPED[0], "1 result");
    }
    let reload = |text: &str| {
        page.eval("document.body.dataset.old = ''; location.reload()");
        page.wait("document.readyState === 'complete' && !('old' in document.body.dataset)");
        finds(&page, text, "1 result");
    };
    reload(TYPED[0]);
    types(&page, "Words to look for", TYPED[2]);
    finds(&page, TYPED[2], "No results");
    types(&page, "Words to look for", TYPED[1]);
    page.press("Enter");
    finds(&page, TYPED[1], "1 result");
    page.eval("document.querySelector('[data-facet=kind] li:not([hidden]) input').click()");
    page.wait("location.search === '?kind=situational'");
    reload(TYPED[1]);
    page.find("link", "A patient falls at night. What do you do?").click();
    page.find("link", "Back to: Search results").click();
    finds(&page, TYPED[1], "1 result");
    page.eval("history.go(-2)");
    finds(&page, TYPED[1], "1 result");
    page.quiet();
    heard_nothing(&served);
    assert!(
        served.asked().contains(&"/repo/search/index.html?kind=situational".to_owned()),
        "filters are sent"
    );
}

#[test]
fn without_a_script_nothing_typed_is_sent_either() {
    let Some(browser) = Browser::get() else { return };
    let served = served();
    let page = Page::new(&browser);
    page.may_ask(&served.at(""));
    page.forgive("404 (Not Found)");
    page.session.must("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    for path in PAGES {
        page.session.must("Page.navigate", json!({ "url": served.at(path) }));
        shown(&page, "searchbox", "Search this site");
        types(&page, "Search this site", TYPED[0]);
        page.press("Enter");
        shown(&page, "heading", "Browse instead");
        assert!(page.text("location.href").ends_with("/repo/search/index.html?"));
    }
    page.session.must("Emulation.setScriptExecutionDisabled", json!({ "value": false }));
    heard_nothing(&served);
}

#[test]
fn words_of_an_old_link_go_into_the_fragment_and_stay_there() {
    let Some(browser) = Browser::get() else { return };
    let served = served();
    let page = Page::new(&browser);
    page.goto(&served.at("search/?q=falls&kind=situational"));
    finds(&page, "falls", "1 result");
    assert_eq!(page.text("location.search"), "?kind=situational");
    assert_eq!(page.eval("history.length"), 2, "an empty tab and this page");
    // The link to the content leads to a place in the page: another fragment, the same words.
    page.find("link", "Skip to the content").of("(link) => link.click()");
    page.wait("document.activeElement.id === 'main'");
    finds(&page, "falls", "1 result");
    page.eval("location.hash = '#q=waiting'");
    finds(&page, "waiting", "1 result");
    assert_eq!(page.text("document.querySelector('#Find').value"), "waiting");
    page.eval("location.hash = ''");
    page.wait("location.hash === '' && document.querySelector('#Find').value === ''");
}
