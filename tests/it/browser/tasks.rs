//! Tasks can be ticked by their words, links in them still lead somewhere, and on paper every box is empty.

use super::published::Published;
use super::searched::{files, sources};
use super::{Browser, Page};

#[test]
fn tasks_are_ticked_by_their_words() {
    let Some(browser) = Browser::get() else { return };
    let guide = "# Prepare\n\n- [ ] Read [a guide](stories.md) *twice*\n- [x] Done\n";
    let mut all = files(&[]);
    all.push(("content/guides/prepare.md", guide.to_owned()));
    let served = Published::of(sources(&all));
    let page = Page::new(&browser);
    page.goto(&served.at("guides/prepare/"));
    let ticked = |name: &str| page.find("checkbox", name).of("(box) => box.checked") == true;
    assert!(!ticked("Read a guide twice") && ticked("Done"));
    page.eval("document.querySelector('label em').click()");
    assert!(ticked("Read a guide twice"), "the words are its label");
    page.find("checkbox", "Read a guide twice").click();
    assert!(!ticked("Read a guide twice"));
    page.find("checkbox", "Read a guide twice").of("(box) => box.focus()");
    page.press(" ");
    assert!(ticked("Read a guide twice"));
    page.prefer("print", &[]);
    let marks = "[...document.querySelectorAll('[type=checkbox]:checked')].map((box) => \
                 getComputedStyle(box, '::before').content + getComputedStyle(box).backgroundImage).join()";
    assert_eq!(page.text(marks), "nonenone,nonenone");
    page.prefer("screen", &[]);
    page.find("link", "a guide").click();
    page.wait("location.pathname.startsWith('/repo/guides/stories/')");
}
