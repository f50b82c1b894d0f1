//! Pages in a language that is written from right to left, and pages with longer words: nothing leaves the window.

use greenroom::base::SourcePath;
use greenroom::model::Options;
use greenroom::source::Sources;

use super::published::Published;
use super::{Browser, Page};
use crate::languages::{language_file, marked, pseudo};

/// A page of each type.
const PAGES: [&str; 18] = [
    "",
    "404.html",
    "guides/",
    "guides/start/",
    "roles/",
    "roles/nurse/",
    "roles/nurse/in-hospitals/",
    "industries/",
    "industries/hospitals/",
    "questions/",
    "questions/long/page/2/",
    "questions/core/full/",
    "questions/core/improper/",
    "messages/hello/",
    "checklists/list/",
    "kits/",
    "kits/kit/",
    "search/#q=xlong",
];

/// The marked site in a language with these words.
fn published(tag: &str, words: &str) -> Published {
    let mut files: Vec<(String, String)> = marked(tag);
    files.push((format!("templates/languages/{tag}.ftl"), words.to_owned()));
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.insert(SourcePath::new(&path).expect("a fair path"), text.into_bytes());
    }
    Published::with(sources, Options { drafts: true, ..Options::default() })
}

/// Looks at every type of page at the widths of a phone and of a screen.
fn looked_at(tag: &str, words: &str, direction: &str) {
    let Some(browser) = Browser::get() else { return };
    let published = published(tag, words);
    let page = Page::new(&browser);
    for width in [320, 1280] {
        page.size(width, 800);
        for path in PAGES {
            page.goto(&published.at(path));
            assert_eq!(
                page.text("getComputedStyle(document.documentElement).direction"),
                direction,
                "{path}"
            );
            // Text from right to left leaves the window at the left, where `scrollWidth` counts it too.
            let inside =
                page.eval("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
            let wide = "[...document.querySelectorAll('body *')].filter((one) => { const box = one.getBoundingClientRect(); \
                 return box.width > 1 && (box.left < -1 || box.right > innerWidth + 1) && !one.closest('.table, pre, .visually-hidden, .skip'); }) \
                 .map((one) => one.outerHTML.slice(0, 120)).slice(0, 5).join('\\n')";
            assert!(inside == true, "/{path} at {width} scrolls sideways:\n{}", page.text(wide));
            assert_eq!(page.text(wide), "", "/{path} at {width}");
        }
    }
}

#[test]
fn a_page_from_right_to_left_fits_its_window() {
    looked_at("ar-XB", &pseudo::leftwards(&language_file("en")), "rtl");
}

#[test]
fn a_page_with_longer_words_fits_its_window() {
    looked_at("en-XA", &pseudo::accented(&language_file("en")), "ltr");
}
