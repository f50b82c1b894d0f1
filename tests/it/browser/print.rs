//! Printed pages: every answer is on the paper, and nothing of what only a screen needs. Kits say themselves whether
//! answers are printed.
//!
//! Needs `pdftotext` (Debian's poppler-utils); without it the test only says so, except in CI.

use std::env;
use std::io::{Write, stderr};
use std::process::{Command, Stdio};

use greenroom::base::OutPath;
use greenroom::plan::Standing;

use super::matrix::largest;
use super::published::Published;
use super::{Browser, Page};

/// The text of a PDF file in reading order; each page ends with a form feed.
fn text(pdf: &[u8]) -> Option<String> {
    let started = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut child) = started else {
        let must = env::var_os("CI").is_some_and(|ci| ci == "true");
        assert!(!must, "pdftotext is missing: `bash tests/run` installs it");
        let _ = writeln!(stderr(), "skipped: no pdftotext");
        return None;
    };
    child.stdin.take().unwrap().write_all(pdf).unwrap();
    Some(String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap())
}

/// Without what a line break may do to it: spaces, and hyphens at the ends of lines.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}')).collect()
}

/// The text of each paragraph and list entry of an answer, open or not.
const ANSWERS: &str = "[...document.querySelectorAll('main p, main li, main dd, main h1, main h2, main h3')]\
    .filter((one) => !one.closest('nav') && !one.querySelector('p, li, math, pre'))\
    .map((one) => one.cloneNode(true)).map((one) => {\
        one.querySelectorAll('.no-print').forEach((button) => button.remove());\
        return one.textContent.trim();\
    }).filter((text) => text.length > 20)";

#[test]
fn every_answer_is_printed_and_no_navigation() {
    let Some(browser) = Browser::get() else { return };
    let published = Published::own();
    let mut wrong = Vec::new();
    let mut look = |path: &OutPath| {
        let page = Page::new(&browser);
        page.goto(&published.url(path));
        let Some(paper) = text(&page.print()).map(|text| plain(&text)) else { return };
        let texts = page.eval(ANSWERS);
        for text in texts.as_array().unwrap().iter().filter_map(|text| text.as_str()) {
            if !paper.contains(&plain(text)) {
                wrong.push(format!("{path}: not printed: {text}"));
            }
        }
        for chrome in ["Skip to the content", "Industries Kits"] {
            if paper.contains(&plain(chrome)) {
                wrong.push(format!("{path}: printed: {chrome}"));
            }
        }
    };
    let pages = largest(published.site());
    for template in ["question.html", "guide.html", "message.html", "checklist.html", "outreach.html"] {
        look(&pages[template]);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_sheet_for_contacts_is_one_sheet() {
    let Some(browser) = Browser::get() else { return };
    let published = Published::own();
    let path = Standing::Contacts.path();
    let page = Page::new(&browser);
    page.goto(&published.url(&path));
    for (paper, size) in [("A4", (8.27, 11.69)), ("Letter", (8.5, 11.0))] {
        let Some(text) = text(&page.print_on(size)) else { return };
        assert_eq!(text.matches('\u{c}').count(), 1, "sheets of {paper}: {text}");
        assert!(text.contains("Next step") && text.contains("Within a day"), "{text}");
    }
}
