//! A question that was reached from a list: the neighbours of that list, in that tab, and a way back.

use super::published::Published;
use super::searched::{files, sources};
use super::{Browser, Page};

/// The questions of the list that is shown.
const ITEMS: &str =
    "[...document.querySelectorAll('[data-list] [data-item] > a')].map((link) => link.textContent)";
const BANK: &str = "More questions of this bank";
const NURSE: &str = "In the list “Nurse”";

/// A site whose bank `answer` has two pages.
fn served() -> Published {
    Published::of(sources(&files(&(1..=50).map(|at| format!("One more, number {at}")).collect::<Vec<_>>())))
}

fn items(page: &Page) -> Vec<String> {
    let items = page.eval(ITEMS);
    items.as_array().unwrap().iter().map(|item| item.as_str().unwrap().to_owned()).collect()
}

/// Follows a link to a question and waits until that is shown.
fn follow(page: &Page, name: &str, title: &str) {
    page.find("link", name).click();
    page.wait(&format!(
        "document.readyState === 'complete' && document.querySelector('h1').textContent === {title:?}"
    ));
}

#[test]
fn a_question_has_the_neighbours_of_the_list_it_was_reached_from() {
    let Some(browser) = Browser::get() else { return };
    let served = served();
    let page = Page::new(&browser);
    page.goto(&served.at("roles/nurse/"));
    let items = items(&page);
    follow(&page, &items[1], &items[1]);
    page.find("navigation", NURSE);
    page.find("link", &format!("Previous {}", items[0]));
    follow(&page, &format!("Next {}", items[2]), &items[2]);
    assert_eq!(page.text("location.search + location.hash"), "", "the address says nothing of it");
    assert!(page.has("link", &format!("Next {}", items[3])));
    let address = page.text("location.href");

    let other = page.beside();
    other.goto(&address);
    other.find("navigation", BANK);
    assert!(!other.has("navigation", NURSE), "another tab knows of no list");

    page.eval("document.body.dataset.old = '', location.reload()");
    page.wait("document.readyState === 'complete' && !('old' in document.body.dataset)");
    page.find("navigation", NURSE);
    page.eval("history.back()");
    page.wait(&format!("document.querySelector('h1').textContent === {:?}", items[1]));
    page.find("link", &format!("Previous {}", items[0]));
    page.eval("history.forward()");
    page.wait(&format!("document.querySelector('h1').textContent === {:?}", items[2]));
    page.find("link", &format!("Previous {}", items[1]));
    page.find("link", "Back to: Nurse").click();
    page.wait("location.pathname === '/repo/roles/nurse/'");

    page.goto(&address);
    page.find("navigation", BANK);
    assert!(!page.has("link", "Back to: Nurse"), "an address that was typed has no list");
}

#[test]
fn the_ends_of_a_list_and_of_its_pages_say_so() {
    let Some(browser) = Browser::get() else { return };
    let served = served();
    let page = Page::new(&browser);
    page.goto(&served.at("questions/answer/"));
    let first = items(&page);
    assert_eq!(first.len(), 50);
    follow(&page, &first[0], &first[0]);
    page.find("navigation", "In the list “Answer”");
    assert!(!page.has("link", "Previous page of the list"), "it is the first of all");
    page.find("link", "Back to: Answer").click();
    page.wait(&format!("{ITEMS}.length === 50"));
    follow(&page, &first[49], &first[49]);
    page.find("link", &format!("Previous {}", first[48]));
    page.find("link", "Next page of the list").click();
    page.wait(&format!("location.pathname.includes('/page/2/') && {ITEMS}.length === 3"));
    let last = items(&page);
    follow(&page, &last[0], &last[0]);
    page.find("link", "Previous page of the list");
    follow(&page, &format!("Next {}", last[1]), &last[1]);
    follow(&page, &format!("Next {}", last[2]), &last[2]);
    page.find("link", &format!("Previous {}", last[1]));
    assert_eq!(page.eval("document.querySelector('nav [rel=next]')"), serde_json::Value::Null);
}

#[test]
fn results_of_a_search_are_a_list() {
    let Some(browser) = Browser::get() else { return };
    let served = served();
    let page = Page::new(&browser);
    page.goto(&served.at("search/?direction=you-answer#q=conflict"));
    page.wait(&format!("{ITEMS}.length === 2"));
    let found = items(&page);
    follow(&page, &found[1], &found[1]);
    page.find("navigation", "In the list “Search results”");
    page.find("link", &format!("Previous {}", found[0]));
    page.find("link", "Back to: Search results").click();
    page.wait(&format!(
        "location.href.endsWith('/?direction=you-answer#q=conflict') && {ITEMS}.length === 2"
    ));
}

#[test]
fn what_is_kept_is_not_trusted() {
    let Some(browser) = Browser::get() else { return };
    let served = served();
    let page = Page::new(&browser);
    let reloaded = |change: &str| {
        page.goto(&served.at("roles/nurse/"));
        let items = items(&page);
        follow(&page, &items[1], &items[1]);
        page.find("navigation", NURSE);
        page.eval(&format!(
            "{{ for (const key of Object.keys(sessionStorage)) {{ const list = JSON.parse(sessionStorage[key]); \
             if (!list) continue; {change}; sessionStorage[key] = JSON.stringify(list); }} \
             document.body.dataset.old = ''; location.reload() }}"
        ));
        page.wait("document.readyState === 'complete' && !('old' in document.body.dataset)");
    };
    reloaded(
        "list.title = '<img src=x>{list}$&'; list.items[0].url = 'javascript:canary()'; list.items[2].text = '<b>x</b>'",
    );
    page.find("navigation", "In the list “<img src=x>{list}$&”");
    assert_eq!(page.eval("document.querySelectorAll('nav b, nav img, [href^=javascript]').length"), 0);
    assert!(page.has("link", "Next <b>x</b>"));
    for change in
        ["list.items = 7", "list.items = [{}]", "list.items = [null]", "delete list.title, list.items = []"]
    {
        reloaded(change);
        page.find("navigation", BANK);
    }
}

#[test]
fn where_nothing_is_kept_the_bank_has_neighbours() {
    let Some(browser) = Browser::get() else { return };
    let served = served();
    let page = Page::new(&browser);
    page.unguarded(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('blocked'); } })",
    );
    page.goto(&served.at("roles/nurse/"));
    let items = items(&page);
    follow(&page, &items[2], &items[2]);
    page.find("navigation", BANK);
    assert!(!page.has("link", "Back to: Nurse"));
}
