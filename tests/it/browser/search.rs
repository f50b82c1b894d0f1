//! The search page in a browser: what is typed is found, filters narrow it, and the address says all of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::published::Published;
use super::searched::{files, sources};
use super::{Browser, Page};
use crate::search::reader::Reader;

/// What the shown results are called, in order.
const TITLES: &str =
    "[...document.querySelectorAll('[data-group]:not([hidden]) li > a')].map((a) => a.textContent)";
/// How many there are, in the page's words.
const STATUS: &str = "document.querySelector('[data-search] [role=status]').textContent";
/// The chosen filters.
const CHIPS: &str =
    "[...document.querySelectorAll('[data-chips] button')].map((chip) => chip.textContent).join('; ')";

/// Texts that would do something if a page took them for more than text.
const HOSTILE: [&str; 6] = [
    "<img src=x onerror=canary()>",
    "\"><script>canary()</script>",
    "javascript:canary()",
    "</template><svg onload=canary()>",
    "{{ canary() }}${canary()}",
    "__proto__",
];

/// The search page with this query, when its results are there.
fn open(served: &Published, browser: &Arc<Browser>, query: &str) -> Page {
    let page = Page::new(browser);
    page.goto(&served.at(&format!("search/{query}")));
    settled(&page);
    page
}

/// Waits until results are shown.
fn settled(page: &Page) {
    page.wait(&format!("/^(No|\\d+) result/.test({STATUS})"));
}

fn titles(page: &Page) -> Vec<String> {
    let titles = page.eval(TITLES);
    titles.as_array().unwrap().iter().map(|title| title.as_str().unwrap().to_owned()).collect()
}

/// Waits until these results are shown.
fn shows(page: &Page, expected: &[&str]) {
    page.wait(&format!("JSON.stringify({TITLES}) === {:?}", serde_json::to_string(expected).unwrap()));
    settled(page);
}

/// Types into the box, as a keyboard does.
fn types(page: &Page, text: &str) {
    text.chars().for_each(|c| page.press(&c.to_string()));
}

const CONFLICT: [&str; 3] =
    ["Tell me about a conflict in your team", "When did you miss a deadline?", "Tell a story"];

#[test]
fn what_is_typed_is_found() {
    let Some(browser) = Browser::get() else { return };
    let served = Published::of(sources(&files(&["One more".to_owned()])));
    let page = Page::new(&browser);
    page.goto(&served.at("guides/stories/"));
    page.find("searchbox", "Search this site").click();
    types(&page, "conflict");
    page.press("Enter");
    page.wait("location.pathname.startsWith('/repo/search/')");
    shows(&page, &CONFLICT);
    page.wait(&format!("{STATUS} === '3 results'"));
    let marks = "[...document.querySelectorAll('mark')].map((mark) => mark.textContent).join()";
    assert_eq!(page.text(marks), "conflict");
    page.find("link", CONFLICT[0]).click();
    page.wait("location.pathname.endsWith('/repo/questions/answer/conflict/index.html')");
}

#[test]
fn slips_marks_and_forms_are_forgiven() {
    let Some(browser) = Browser::get() else { return };
    let served = Published::of(sources(&files(&["One more".to_owned()])));
    for (query, expected) in [
        ("conflcit", &CONFLICT[..]),
        ("konflikt", &CONFLICT[..]),
        ("conflicts", &CONFLICT[..]),
        ("CONF", &CONFLICT[..]),
        ("resume", &["Walk me through your résumé"]),
        ("R%C3%89SUM%C3%89%20walk", &["Walk me through your résumé"]),
        ("along path", &["Walk me through your résumé"]),
        ("conflict patient", &[]),
        ("xyzzy", &[]),
    ] {
        let page = open(&served, &browser, &format!("#q={query}"));
        assert_eq!(titles(&page), expected, "{query}");
        let none = page.eval("document.querySelector('[data-part=none]').hidden") == false;
        assert_eq!(none, expected.is_empty(), "{query}");
        assert!(page.has("link", "Guides"), "the lists are there");
    }
}

#[test]
fn filters_count_what_they_would_leave() {
    let Some(browser) = Browser::get() else { return };
    let served = Published::of(sources(&files(&["One more".to_owned()])));
    let reader = Reader::of(served.site());
    let facets = ["direction", "kind", "role", "competency", "topic"];
    for query in [
        &[][..],
        &[("kind", "behavioral")],
        &[("kind", "behavioral"), ("kind", "situational")],
        &[("role", "nurse"), ("role", "everyone"), ("kind", "situational")],
        &[("competency", "teamwork"), ("direction", "you-answer")],
        &[("competency", "teamwork"), ("topic", "day-to-day")],
    ] {
        let keeps = |entry: usize, but: &str| {
            facets.iter().filter(|facet| **facet != but).all(|facet| {
                let mut wanted = query.iter().filter(|(key, _)| key == facet).peekable();
                let values = reader.values(facet, entry);
                wanted.peek().is_none() || wanted.any(|(_, value)| values.contains(*value))
            })
        };
        let mut expected = BTreeMap::new();
        for facet in facets {
            for entry in (0..reader.addresses.len()).filter(|entry| keeps(*entry, facet)) {
                for value in reader.values(facet, entry) {
                    *expected.entry(format!("{facet}={value}")).or_insert(0) += 1;
                }
            }
        }
        let address: Vec<String> = query.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let page = open(&served, &browser, &format!("?{}", address.join("&")));
        let counts = "Object.fromEntries([...document.querySelectorAll('[data-facet] li:not([hidden])')].map((li) => \
                      [`${li.closest('[data-facet]').dataset.facet}=${li.dataset.value}`, \
                      Number(li.querySelector('[data-count]').textContent)]).filter(([, count]) => count))";
        let counts: BTreeMap<String, usize> = serde_json::from_value(page.eval(counts)).unwrap();
        assert_eq!(counts, expected, "{query:?}");
        let left = (0..reader.addresses.len()).filter(|entry| keeps(*entry, "")).count();
        let said = match left {
            0 => "No results".to_owned(),
            1 => "1 result".to_owned(),
            left => format!("{left} results"),
        };
        assert_eq!(page.text(STATUS), said, "{query:?}");
        let chosen: BTreeSet<&(&str, &str)> = query.iter().collect();
        let ticks = "document.querySelectorAll('[data-facet] input:checked').length";
        assert_eq!(page.eval(ticks), chosen.len(), "{query:?}");
    }
}

#[test]
fn the_address_says_what_is_shown() {
    let Some(browser) = Browser::get() else { return };
    let served = Published::of(sources(&files(&["One more".to_owned()])));
    let page = open(&served, &browser, "?x=1&kind=behavioral&kind=no-such");
    page.wait(&format!("{CHIPS} === 'Kind: Behavioral; Kind: no-such'"));
    assert_eq!(page.eval("history.length"), 2, "an empty tab and this page");
    let asked = |end: &str| drop(page.wait(&format!("location.search + location.hash === {end:?}")));

    page.find("searchbox", "Words to look for").click();
    types(&page, "conflict");
    asked("?kind=behavioral&kind=no-such&x=1#q=conflict");
    shows(&page, &CONFLICT[..2]);
    assert_eq!(page.eval("history.length"), 2, "what is typed is no step");
    page.press("Enter");
    page.wait("history.length === 3");

    page.find("button", "Remove the filter Kind: no-such").click();
    asked("?kind=behavioral&x=1#q=conflict");
    page.wait(&format!("{CHIPS} === 'Kind: Behavioral'"));
    assert_eq!(page.focused(), "button Remove the filter Kind: Behavioral");
    page.press("Enter");
    asked("?x=1#q=conflict");
    shows(&page, &CONFLICT);
    assert_eq!(page.focused(), "searchbox Words to look for", "there is no other filter");

    for (search, titles) in [
        ("?kind=behavioral&x=1#q=conflict", &CONFLICT[..2]),
        ("?kind=behavioral&kind=no-such&x=1#q=conflict", &CONFLICT[..2]),
    ] {
        page.eval("history.back()");
        asked(search);
        shows(&page, titles);
    }
    page.eval("history.back()");
    asked("?kind=behavioral&kind=no-such&x=1");
    page.wait("document.querySelector('#Find').value === ''");
    page.eval("history.forward()");
    asked("?kind=behavioral&kind=no-such&x=1#q=conflict");
    shows(&page, &CONFLICT[..2]);
}

#[test]
fn a_slash_goes_to_the_box_unless_it_is_switched_off() {
    let Some(browser) = Browser::get() else { return };
    let served = Published::of(sources(&files(&["One more".to_owned()])));
    let page = Page::new(&browser);
    let there = || page.goto(&served.at("guides/stories/"));
    there();
    page.press("/");
    assert_eq!(page.focused(), "searchbox Search this site");
    types(&page, "a/b");
    assert_eq!(page.text("document.activeElement.value"), "a/b", "in the box it is a letter");
    assert_eq!(page.text("document.activeElement.ariaKeyShortcuts ?? document.activeElement.getAttribute('aria-keyshortcuts')"), "/");

    let switch = "The key / goes to the search box, on every page";
    page.goto(&served.at("search/#q=team"));
    settled(&page);
    page.find("checkbox", switch).click();
    there();
    page.eval("document.activeElement.blur()");
    page.press("/");
    assert_eq!(page.eval("document.activeElement === document.body"), true);
    page.goto(&served.at("search/#q=team"));
    settled(&page);
    assert_eq!(page.find("checkbox", switch).of("(tick) => tick.checked"), false, "it is remembered");
    page.find("checkbox", switch).click();
    there();
    page.press("/");
    assert_eq!(page.focused(), "searchbox Search this site");
}

#[test]
fn hostile_text_stays_text() {
    let Some(browser) = Browser::get() else { return };
    let elements = "['script:not([src], [type$=json])', 'svg', '[onerror]', '[onload]', 'main img'].map((bad) => \
                    document.querySelectorAll(bad).length).join()";
    // As an author writes them who means them as text.
    let escaped = |c: char| if "<{_$&\\".contains(c) { vec!['\\', c] } else { vec![c] };
    let written = HOSTILE.map(|text| text.chars().flat_map(escaped).collect());
    let served = Published::of(sources(&files(&written)));
    let page = open(&served, &browser, "?competency=leadership");
    assert_eq!(titles(&page), HOSTILE);
    assert_eq!(page.text(elements), "0,0,0,0,0");
    for text in HOSTILE {
        let encoded: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
        for query in [
            format!("?q={encoded}"),
            format!("?x#q={encoded}"),
            format!("?y#{encoded}"),
            format!("?kind={encoded}&role={encoded}&direction={encoded}"),
            format!("?{encoded}={encoded}#{encoded}={encoded}&q=team"),
        ] {
            page.goto(&served.at(&format!("search/{query}")));
            settled(&page);
            assert_eq!(page.text(elements), "0,0,0,0,0", "{query}");
        }
    }
}

#[test]
fn more_results_are_a_touch_away() {
    let Some(browser) = Browser::get() else { return };
    let many = |count: usize| -> String {
        let one = |at| format!("\n[[question]]\nid = \"number-{at}\"\ntext = \"Question number {at}\"\n");
        (1..=count).map(one).collect()
    };
    let bank = format!("title = \"Many\"\ndirection = \"you-ask\"\ndefaults.kind = \"open\"\n{}", many(25));
    let settings =
        "title = \"Prep\"\nchecks.id-unlocked = \"allow\"\nchecks.duplicate-question = \"allow\"\n";
    let served =
        Published::of(sources(&[("site.toml", settings.to_owned()), ("content/banks/many.toml", bank)]));
    let page = open(&served, &browser, "#q=number");
    assert_eq!((titles(&page).len(), page.text(STATUS)), (10, "25 results".to_owned()));
    page.find("button", "More questions").click();
    page.wait(&format!("{TITLES}.length === 20"));
    page.wait("document.activeElement === document.querySelectorAll('[data-group] li > a')[10]");
    page.find("button", "More questions").click();
    page.wait(&format!("{TITLES}.length === 25"));
    page.gone("button", "More questions");
}

#[test]
fn without_the_index_or_a_script_there_are_lists() {
    let Some(browser) = Browser::get() else { return };
    let served = Published::without(sources(&files(&[])), "search/index.json");
    let address = served.at("search/#q=team");
    let page = Page::new(&browser);
    page.forgive("404 (Not Found)");
    page.goto(&address);
    page.wait(&format!("{STATUS} === 'The search could not be loaded'"));
    page.find("button", "Try again").click();
    assert!(page.has("link", "Roles"));

    let bare = Page::new(&browser);
    bare.may_ask(&address);
    bare.forgive("404 (Not Found)");
    bare.session.must("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": true }));
    bare.session.must("Page.navigate", serde_json::json!({ "url": address }));
    bare.find("heading", "Browse instead");
    assert!(bare.has("link", "Guides") && !bare.has("searchbox", "Words to look for"));
    bare.session.must("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": false }));
}
