//! A save changes what the browser shows, and nothing else that an author would notice.

use std::sync::Arc;

use super::preview::{Preview, question};
use super::tiny::{Tiny, write};
use super::{Browser, Page};

const FIRST: &str = "content/guides/first.md";
const SECOND: &str = "content/guides/second.md";
const BANK: &str = "content/banks/core.toml";
/// The things inside the badge's shadow root.
const ROOM: &str = "document.querySelector('greenroom-problems').shadowRoot";

fn files() -> Vec<(&'static str, String)> {
    vec![
        (FIRST, "# First\n\nOld words.\n".into()),
        (SECOND, "# Second\n\nOther words.\n".into()),
        (BANK, question("Which year?")),
    ]
}

/// A tab that shows a page and will know whether it was loaded again.
fn open(browser: &Arc<Browser>, preview: &Preview, path: &str) -> Page {
    let page = Page::new(browser);
    page.goto(&preview.url(path));
    preview.heard(&page);
    mark(&page);
    page
}

fn mark(page: &Page) {
    page.eval("window.marked = true");
}

fn marked(page: &Page) -> bool {
    page.eval("window.marked === true").as_bool().unwrap()
}

#[test]
fn a_save_shows_in_the_page() {
    let Some(browser) = Browser::get() else { return };
    let mut preview = Preview::of(&files());
    let page = open(&browser, &preview, "guides/first/");
    preview.save(FIRST, "# First\n\nNew words.\n");
    page.wait("document.querySelector('main').textContent.includes('New words.')");
    assert!(!marked(&page), "it came with a reload");
    preview.save(FIRST, "# Renamed\n\nNewer words.\n");
    page.find("heading", "Renamed");
}

#[test]
fn a_save_elsewhere_leaves_the_page_alone() {
    let Some(browser) = Browser::get() else { return };
    let mut preview = Preview::of(&files());
    let page = open(&browser, &preview, "guides/first/");
    preview.save(SECOND, "# Second\n\nQuite other words.\n");
    preview.heard(&page);
    // A reload that was on its way with the news would have come before the next news.
    preview.save(SECOND, "# Second\n\nThe last words.\n");
    preview.heard(&page);
    assert!(marked(&page), "it was reloaded for another page's sake");
}

#[test]
fn a_style_sheet_is_swapped_in_place() {
    let Some(browser) = Browser::get() else { return };
    let mut preview = Preview::of(&files());
    let page = open(&browser, &preview, "guides/first/");
    let sheets = page.eval("document.querySelectorAll('link[rel=stylesheet]').length");
    preview.save("site.toml", &preview.settings("[brand]\naccent = \"#7a1fa2\"\n"));
    let brand = "getComputedStyle(document.documentElement).getPropertyValue('--accent')";
    page.wait(&format!("{brand}.includes('#7a1fa2')"));
    page.wait(&format!("document.querySelectorAll('link[rel=stylesheet]').length === {sheets}"));
    assert!(marked(&page), "it came without a reload");
    preview.save("site.toml", &preview.settings("[brand]\naccent = \"#00695c\"\n"));
    page.wait(&format!("{brand}.includes('#00695c')"));
    assert!(marked(&page), "nor did the second");
    preview.save(FIRST, "# First\n\nNew words.\n");
    page.wait("document.querySelector('main').textContent.includes('New words.')");
    // The page that is loaded later has it too.
    page.wait(&format!("{brand}.includes('#00695c')"));
}

#[test]
fn a_deleted_page_is_gone_at_once_and_comes_back() {
    let Some(browser) = Browser::get() else { return };
    let mut preview = Preview::of(&files());
    let page = open(&browser, &preview, "guides/first/");
    page.forgive("404 (Not Found)");
    preview.delete(FIRST);
    page.find("heading", "Page not found");
    assert_eq!(page.eval("performance.getEntriesByType('navigation')[0].responseStatus"), 404);
    preview.save(FIRST, "# First again\n\nWords.\n");
    page.find("heading", "First again");
    assert_eq!(page.eval("performance.getEntriesByType('navigation')[0].responseStatus"), 200);
}

/// A guide long enough to be scrolled, with so many lines above the middle.
fn long(above: usize) -> String {
    let lines = |count: usize| "Words of a guide.\n\n".repeat(count);
    format!("# First\n\n{}## Middle\n\n{}", lines(above), lines(80))
}

#[test]
fn the_reader_stays_where_they_were() {
    let Some(browser) = Browser::get() else { return };
    let mut preview = Preview::of(&files());
    preview.save(FIRST, &long(60));
    let page = open(&browser, &preview, "guides/first/");
    page.eval("document.querySelector('h2').scrollIntoView({ behavior: 'instant' })");
    let top = "Math.round(document.querySelector('h2').getBoundingClientRect().top)";
    let (before, scrolled) = (page.eval(top), page.eval("scrollY").as_f64().unwrap());
    preview.save(FIRST, &long(70));
    page.wait("window.marked !== true && document.readyState === 'complete'");
    page.wait(&format!("{top} === {before}"));
    assert!(page.eval("scrollY").as_f64().unwrap() > scrolled + 100.0, "ten lines came in above");
    // The browser itself restores it for those who go away and come back.
    page.goto(&preview.url("guides/second/"));
    page.eval("void history.back()");
    page.wait(&format!("location.pathname.endsWith('/first/') && {top} === {before}"));
}

#[test]
fn what_is_open_stays_open() {
    let Some(browser) = Browser::get() else { return };
    let mut preview = Preview::of(&files());
    let page = open(&browser, &preview, "questions/core/which/");
    page.find("DisclosureTriangle", "Hint 2 of 2").click();
    let open = "Array.from(document.querySelectorAll('details'), (fold) => fold.open).join()";
    let before = page.text(open);
    assert_eq!(before.matches("true").count(), 1, "{before}");
    preview.save(BANK, &question("Which month?"));
    page.find("heading", "Which month?");
    page.wait(&format!("{open} === '{before}'"));
    assert!(!marked(&page), "it came with a reload");
}

#[test]
fn a_browser_that_follows_goes_where_the_author_is() {
    let Some(browser) = Browser::get() else { return };
    let mut preview = Preview::following(&files());
    let page = open(&browser, &preview, "guides/first/");
    preview.save(BANK, &question("Which month?"));
    page.find("heading", "Which month?");
    assert!(page.text("location.pathname").starts_with("/repo/questions/core/which/"));
    preview.heard(&page);
    preview.save(SECOND, "# Second\n\nMore.\n");
    page.find("heading", "Second");
}

#[test]
fn only_the_tab_used_last_follows() {
    let Some(browser) = Browser::get() else { return };
    let mut preview = Preview::following(&files());
    let before = open(&browser, &preview, "guides/first/");
    let last = before.beside();
    last.goto(&preview.url("guides/first/"));
    preview.heard(&last);
    preview.save(SECOND, "# Second\n\nMore.\n");
    last.find("heading", "Second");
    preview.heard(&last);
    preview.save(FIRST, "# Renamed\n\nMore.\n");
    last.find("heading", "Renamed");
    before.find("heading", "Renamed");
    preview.heard(&last);
    preview.save(SECOND, "# Third\n\nMore.\n");
    last.find("heading", "Third");
    preview.heard(&before);
    before.find("heading", "Renamed");
}

#[test]
fn a_server_that_was_started_again_is_found() {
    let Some(browser) = Browser::get() else { return };
    let mut preview = Preview::of(&files());
    let page = open(&browser, &preview, "guides/first/");
    [
        "ERR_CONNECTION_REFUSED",
        "ERR_INCOMPLETE_CHUNKED",
        "ERR_CONNECTION_RESET",
        "ERR_EMPTY_RESPONSE",
        "403 (Forbidden)",
    ]
    .iter()
    .for_each(|words| page.forgive(words));
    preview.stop();
    page.find("button", "preview stopped");
    assert!(marked(&page), "what there is can still be read");
    preview.start();
    page.wait("window.marked !== true && document.readyState === 'complete'");
    preview.heard(&page);
    page.gone("button", "preview stopped");
    preview.save(FIRST, "# First\n\nNew words.\n");
    page.wait("document.querySelector('main').textContent.includes('New words.')");
}

#[test]
fn a_preview_with_too_many_pages_is_left_in_peace() {
    let Some(browser) = Browser::get() else { return };
    let mut preview = Preview::for_one_page(&files());
    let first = open(&browser, &preview, "guides/first/");
    let second = first.beside();
    second.forgive("503 (Service Unavailable)");
    second.goto(&preview.url("guides/second/"));
    second.find("button", "preview stopped").click();
    second.find("dialog", "preview stopped");
    assert!(second.text(&format!("{ROOM}.textContent")).contains("close some"));
    mark(&second);
    drop(first);
    preview.heard(&second);
    second.gone("button", "preview stopped");
    assert!(marked(&second), "it asked again and was not loaded again and again");
    preview.save(SECOND, "# Renamed\n\nWords.\n");
    second.find("heading", "Renamed");
}

#[test]
fn a_page_from_elsewhere_can_read_nothing() {
    let Some(browser) = Browser::get() else { return };
    let preview = Preview::of(&files());
    let own = open(&browser, &preview, "guides/first/");
    let token = own.text("document.querySelector('script[data-token]').dataset.token");
    let stranger = Tiny::new(|_, stream| {
        write(
            stream,
            "200 OK",
            "text/html",
            "<!doctype html><title>Elsewhere</title><link rel=icon href=data:,>",
        );
    });
    for host in ["127.0.0.1", "localhost"] {
        let page = own.beside();
        page.goto(&format!("http://{host}:{}/", stranger.port()));
        page.may_ask(&preview.url(""));
        for words in [
            "blocked by CORS",
            "Failed to load resource",
            "CorsIssue",
            "MIME",
            "ResponseWasBlocked",
            "Blocked",
        ] {
            page.forgive(words);
        }
        let (start, events) = (preview.url("guides/first/"), preview.events(&token));
        let read = "(url) => fetch(url).then((answer) => answer.text(), () => 'nothing')";
        assert_eq!(page.text(&format!("({read})('{start}')")), "nothing", "bytes of a page from {host}");
        assert_eq!(page.text(&format!("({read})('{events}')")), "nothing", "the stream by fetch from {host}");
        let stream = format!(
            "new Promise((done) => {{ const stream = new EventSource('{events}'); \
             stream.onerror = () => done('nothing'); stream.onopen = () => done('opened'); \
             stream.addEventListener('problems', (event) => done(event.data)); }})"
        );
        assert_eq!(page.text(&stream), "nothing", "the stream from {host}");
        let loaded = |tag: &str, to: &str| {
            format!(
                "new Promise((done) => {{ const made = document.createElement('{tag}'); made.{to} = '{start}'; \
                 made.onload = () => done('loaded'); made.onerror = () => done('nothing'); document.head.append(made); }})"
            )
        };
        assert_eq!(page.text(&loaded("script", "src")), "nothing", "as a script from {host}");
        assert_eq!(page.text(&loaded("img", "src")), "nothing", "as a picture from {host}");
    }
}
