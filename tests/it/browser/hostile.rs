//! Hostile text in every field, in a browser that was told to ignore the page's policy: nothing of it runs.

use super::matrix::largest;
use super::published::Published;
use super::{Browser, Page};
use crate::hostile::{CORPUS, project};

#[test]
fn nothing_hostile_runs_even_without_a_policy() {
    let Some(browser) = Browser::get() else { return };
    let mut ran = Vec::new();
    for text in CORPUS.into_iter().filter(|text| text.contains("alert")) {
        let published = Published::of(project(text));
        let page = Page::new(&browser);
        page.unguarded("window.alert = () => { window.ran = true; }");
        for (template, path) in largest(published.site()) {
            page.goto(&published.url(&path));
            // What waits for a pointer gets one, and closed answers are opened.
            let touched = "document.querySelectorAll('*').forEach((one) => { \
                if ('open' in one) one.open = true; one.dispatchEvent(new Event('mouseover')); })";
            page.eval(&format!("{touched}; true"));
            if page.eval("window.ran === true") == true {
                ran.push(format!("{template}: {text}"));
            }
        }
    }
    assert!(ran.is_empty(), "{}", ran.join("\n"));
}

#[test]
fn a_script_that_gets_in_would_be_noticed() {
    let Some(browser) = Browser::get() else { return };
    let page = Page::new(&browser);
    page.unguarded("window.alert = () => { window.ran = true; }");
    page.goto("data:text/html,<!doctype html><body onload=alert(1)>");
    assert_eq!(page.eval("window.ran"), true);
}
