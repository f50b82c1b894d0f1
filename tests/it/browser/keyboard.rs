//! Every kind of page by keyboard alone: a way past the head, every stop to be seen, and the same way back.

use super::matrix::largest;
use super::published::Published;
use super::{Browser, Page};

/// A path to an element, its name, and what is wrong with it as a stop.
type Stop = (String, String, String);

/// More stops than any page has: a walk that is longer has no end.
const MOST: usize = 600;

/// Where the focus is: a path to it, what it is called, and what is wrong with it as a stop.
const STOP: &str = "(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return '';
    const path = [];
    for (let node = at; node && node !== document.body; node = node.parentElement)
        path.unshift([...node.parentElement.children].indexOf(node));
    const box = at.getBoundingClientRect(), style = getComputedStyle(at), wrong = [];
    if (style.outlineStyle === 'none' && style.boxShadow === 'none') wrong.push('has no mark of focus');
    if (box.bottom < 1 || box.top > innerHeight - 1 || box.right < 1 || box.left > innerWidth - 1)
        wrong.push('is out of sight');
    const inText = style.display === 'inline';
    if (!inText && (box.width < 24 || box.height < 24)) wrong.push(`is ${box.width} by ${box.height} pixels`);
    return [path.join('.'), at.tagName + ' ' + at.textContent.trim().replace(/\\s+/g, ' ').slice(0, 40), wrong.join(', ')].join('\\n');
})()";

/// The stops from here to where the focus leaves the page or comes round, pressing `keys`.
fn walk(page: &Page, keys: &str) -> Vec<Stop> {
    let mut stops = Vec::new();
    loop {
        page.press(keys);
        let stop = page.text(STOP);
        let mut parts = stop.split('\n').map(str::to_owned);
        let (Some(path), Some(name)) = (parts.next().filter(|path| !path.is_empty()), parts.next()) else {
            return stops;
        };
        if stops.first().is_some_and(|(first, ..): &Stop| *first == path) {
            return stops;
        }
        stops.push((path, name, parts.next().unwrap_or_default()));
        assert!(stops.len() < MOST, "the focus does not leave the page: {:?}", stops.last());
    }
}

#[test]
fn every_kind_of_page_works_by_keyboard() {
    let Some(browser) = Browser::get() else { return };
    let published = Published::own();
    let mut wrong = Vec::new();
    for (template, path) in largest(published.site()) {
        let page = Page::new(&browser);
        page.prefer("screen", &[("prefers-reduced-motion", "reduce")]);
        page.goto(&published.url(&path));
        page.press("Tab");
        assert_eq!(page.focused(), "link Skip to the content", "{template}");
        page.press("Enter");
        page.wait("document.activeElement?.id === 'main'");
        page.goto(&published.url(&path));
        let there = walk(&page, "Tab");
        let mut back = walk(&page, "Shift+Tab");
        back.reverse();
        let paths = |stops: &[Stop]| stops.iter().map(|(path, ..)| path.clone()).collect::<Vec<_>>();
        if paths(&there) != paths(&back) {
            wrong.push(format!("{template}: {} stops there, {} back", there.len(), back.len()));
        }
        for (_, name, fault) in there.iter().filter(|(.., fault)| !fault.is_empty()) {
            wrong.push(format!("{template} ({path}): `{name}` {fault}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
