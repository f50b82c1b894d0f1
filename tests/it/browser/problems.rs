//! What is wrong with the files is told in the browser, without being in the way of the page beneath.

use std::sync::Arc;

use super::preview::{Preview, question};
use super::{Browser, Page};

const FIRST: &str = "content/guides/first.md";
const BANK: &str = "content/banks/core.toml";
/// The things inside the badge's shadow root.
const ROOM: &str = "document.querySelector('greenroom-problems').shadowRoot";

/// What a browser logs of the page that stands in for a site.
const NO_SITE: &str = "503 (Service Unavailable)";

/// A project without a single remark.
fn files() -> Vec<(&'static str, String)> {
    vec![(FIRST, "# First\n\nWords.\n".into()), (BANK, question("Which year?"))]
}

/// The same bank with keys that are misspelt.
fn misspelt() -> String {
    question("Which year?").replace("hints =", "hnits =").replace("text =", "txet =")
}

fn open(browser: &Arc<Browser>, preview: &Preview, path: &str) -> Page {
    let page = Page::new(browser);
    page.goto(&preview.url(path));
    preview.heard(&page);
    page
}

/// Saves the bank with its misspelt keys, and opens the list that the badge then has.
fn misspell_and_open_list(preview: &mut Preview, page: &Page) {
    preview.save(BANK, &misspelt());
    page.find("button", "2 errors").click();
    page.find("dialog", "2 errors");
}

/// The text of the first element in the badge's room that a selector finds; empty when it is not to be seen.
fn text(page: &Page, selector: &str) -> String {
    let shown = "(element) => element?.getClientRects().length ? element.textContent : ''";
    page.text(&format!("({shown})({ROOM}.querySelector({selector:?}))"))
}

#[test]
fn a_mistake_is_told_and_the_last_good_page_stays() {
    let Some(browser) = Browser::get() else { return };
    let mut preview = Preview::of(&files());
    let page = open(&browser, &preview, "guides/first/");
    assert_eq!(text(&page, ".badge"), "", "nothing is wrong");
    page.eval("window.marked = true");
    preview.save(BANK, &misspelt());
    let badge = "2 errors";
    page.find("button", badge);
    assert_eq!(page.eval("window.marked"), true, "the page beneath is the last good one");
    page.find("heading", "First");
    page.wait(&format!("{ROOM}.querySelector('[role=status]').textContent === '{badge}'"));

    page.tab_to("button", badge);
    assert_eq!(page.find("button", badge).of("(badge) => badge.ariaExpanded"), "false");
    page.press("Enter");
    page.find("dialog", badge);
    assert_eq!(page.focused(), format!("heading {badge}"));
    let list = text(&page, "dialog");
    for words in [
        "error[unknown-key]",
        "content/banks/core.toml:7:1",
        "7 | txet = \"Which year?\"",
        "^^^^",
        "help:",
        "did you mean text?",
        "fix:",
        "The page is older than these problems",
        "greenroom fix",
    ] {
        assert!(list.contains(words), "`{words}` is missing in {list}");
    }
    assert_eq!(page.find("button", badge).of("(badge) => badge.ariaExpanded"), "true");
    page.press("Escape");
    page.gone("dialog", badge);
    assert_eq!(page.focused(), format!("button {badge}"), "the focus is where it was");

    preview.save(BANK, &question("Which year?"));
    page.gone("button", badge);
    page.wait(&format!("{ROOM}.querySelector('[role=status]').textContent === 'no problems'"));
    page.find("heading", "First");
    assert_eq!(page.eval("window.marked"), true, "what was repaired is on another page");
}

#[test]
fn the_list_stays_open_while_the_author_works_through_it() {
    let Some(browser) = Browser::get() else { return };
    let mut preview = Preview::of(&files());
    let page = open(&browser, &preview, "guides/first/");
    misspell_and_open_list(&mut preview, &page);
    page.tab_to("button", "Close");
    preview.save(BANK, &misspelt().replace("txet", "text"));
    page.find("dialog", "1 error");
    assert_eq!(page.focused(), "button Close");
    // A warning lets the site be made: the page is loaded again, and the list is as it was.
    preview.save(BANK, &question("Which year?"));
    preview.save("site.toml", &preview.settings("colour = \"red\"\n"));
    preview.save(FIRST, "# First\n\nOther words.\n");
    preview.heard(&page);
    assert!(page.has("button", "1 error"));
}

#[test]
fn the_list_is_open_again_after_a_reload() {
    let Some(browser) = Browser::get() else { return };
    let mut preview = Preview::of(&files());
    preview.save(FIRST, "# First\n\nWords.\n\n#### Deep\n");
    let page = open(&browser, &preview, "guides/first/");
    let badge = text(&page, ".badge");
    assert_eq!(badge, "1 warning");
    page.find("button", &badge).click();
    page.find("dialog", &badge);
    page.eval("window.marked = true");
    preview.save(FIRST, "# First\n\nMore words.\n\n#### Deep\n");
    page.wait("window.marked !== true && document.querySelector('main').textContent.includes('More words')");
    page.find("dialog", &badge);
    page.wait(&format!("{ROOM}.activeElement === {ROOM}.querySelector('h2')"));
    assert_eq!(text(&page, "[role=status]"), "", "it is not told twice");
}

#[test]
fn text_of_strangers_stays_text() {
    let Some(browser) = Browser::get() else { return };
    let mut preview = Preview::of(&files());
    let page = open(&browser, &preview, "guides/first/");
    let hostile = "<img src=x onerror=alert(1)><script>alert(2)</script><b>";
    let bank = format!(
        "{}\"{hostile}\" = \"{hostile}\"\nkind = \"{hostile}\"\ntags = [\"{hostile}\"]\n",
        question(hostile)
    );
    preview.save(BANK, &bank);
    page.wait(&format!("{ROOM}.querySelectorAll('li.problem').length > 1"));
    page.find("button", &text(&page, ".badge")).click();
    let list = text(&page, "dialog");
    assert!(list.contains("<img src=x onerror=alert(1)>"), "it is shown as what it is: {list}");
    let kinds = format!("Array.from({ROOM}.querySelectorAll('*'), (element) => element.localName)");
    let known = "['link','div','p','dialog','header','h2','h3','button','ol','li','pre','code','span','b']";
    let strange = page.eval(&format!("{kinds}.filter((name) => !{known}.includes(name))"));
    assert_eq!(strange, serde_json::json!([]));
    assert_eq!(page.eval(&format!("{ROOM}.querySelectorAll('li b:not(.advice > b)').length")), 0);
    // The page that stands in for a site that never was shows the same text.
    let never = Preview::of(&[(BANK, bank)]);
    let apology = Page::new(&browser);
    apology.forgive(NO_SITE);
    apology.goto(&never.url(""));
    apology.wait("document.body.textContent.includes('<img src=x onerror=alert(1)>')");
    assert_eq!(apology.eval("document.querySelectorAll('img, script:not([data-token])').length"), 0);
}

#[test]
fn a_site_that_never_was_comes_to_be() {
    let Some(browser) = Browser::get() else { return };
    let mut preview = Preview::of(&[(FIRST, "# First\n".into()), (BANK, misspelt())]);
    let page = Page::new(&browser);
    page.forgive(NO_SITE);
    page.goto(&preview.url("guides/first/"));
    page.wait("document.body.textContent.includes('unknown-key')");
    preview.heard(&page);
    assert!(!text(&page, "dialog").contains("older"));
    assert!(!page.has("button", "1 error"), "the page says it already");
    preview.save(BANK, &question("Which year?"));
    page.find("heading", "First");
}

#[test]
fn the_command_can_be_copied() {
    let Some(browser) = Browser::get() else { return };
    let mut preview = Preview::of(&files());
    let page = open(&browser, &preview, "guides/first/");
    misspell_and_open_list(&mut preview, &page);
    let command = page.eval(&format!("{ROOM}.querySelector('.command').textContent"));
    assert_eq!(command, "greenroom fix");
    page.find("button", "Copy").click();
    page.wait(&format!("{ROOM}.querySelector('.copied').textContent !== ''"));
}

#[test]
fn paper_shows_the_page_alone() {
    let Some(browser) = Browser::get() else { return };
    let mut preview = Preview::of(&files());
    let page = open(&browser, &preview, "guides/first/");
    misspell_and_open_list(&mut preview, &page);
    page.prefer("print", &[]);
    assert_eq!((text(&page, ".badge"), text(&page, "dialog")), (String::new(), String::new()));
    page.find("heading", "First");
    page.prefer("screen", &[]);
    assert_ne!(text(&page, ".badge"), "");
}

#[test]
fn a_narrow_window_is_wide_enough() {
    let Some(browser) = Browser::get() else { return };
    let mut preview = Preview::of(&files());
    let page = open(&browser, &preview, "guides/first/");
    page.size(320, 568);
    misspell_and_open_list(&mut preview, &page);
    let inside = "(box) => box.left >= 0 && box.top >= 0 && box.right <= 320 && box.bottom <= 568";
    for part in [".badge", "dialog", ".shut"] {
        let fits = page.eval(&format!("({inside})({ROOM}.querySelector('{part}').getBoundingClientRect())"));
        assert_eq!(fits, true, "{part}");
    }
    assert_eq!(page.eval("document.documentElement.scrollWidth"), 320);
}
