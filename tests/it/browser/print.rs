//! Printed pages: every answer is on the paper, and nothing of what only a screen needs. Kits say themselves whether
//! answers are printed.
//!
//! Needs `pdftotext` (Debian's poppler-utils); without it the test only says so, except in CI.

use std::env;
use std::io::{Write, stderr};
use std::process::{Command, Stdio};

use greenroom::base::OutPath;

use super::matrix::largest;
use super::published::Published;
use super::{Browser, Page};

/// The words of a PDF file in reading order, one space between them.
fn words(pdf: &[u8]) -> Option<String> {
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
    let text = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    Some(plain(&text))
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
        let Some(paper) = words(&page.print()) else { return };
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
    for template in ["question.html", "guide.html", "message.html", "checklist.html"] {
        look(&pages[template]);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
