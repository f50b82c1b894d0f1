//! Messages are copied as they are, the reader is told, and where nothing may be copied the text is selected.

use super::published::Published;
use super::searched::{files, sources};
use super::{Browser, Page};

const SUBJECT: &str = "Thank you & \"more\" <b>";
const TEXT: &str = "Hello [Name],\n\n  *thank* you for your time & <i>advice</i>.\n\nBest,\n[Your name] ✓";
const STATUS: &str = "document.querySelector('[role=status]').textContent";

/// A site with a message and a guide that shows it twice.
fn served() -> Published {
    let message = format!(
        "+++\ntitle = \"Thanks\"\nchannel = \"email\"\npurpose = \"thank-you\"\nsubject = '{SUBJECT}'\n+++\n\n{TEXT}\n"
    );
    let embed = "{{ message \"thanks\" }}";
    let guide = format!("# Say thanks\n\n{embed}\n\nAnd again:\n\n{embed}\n");
    let mut all = files(&[]);
    all.extend([("content/messages/thanks.md", message), ("content/guides/thanks.md", guide)]);
    Published::of(sources(&all))
}

#[test]
fn a_message_is_copied_as_it_is() {
    let Some(browser) = Browser::get() else { return };
    let served = served();
    let page = Page::new(&browser);
    page.allow(&["clipboardReadWrite", "clipboardSanitizedWrite"]);
    page.goto(&served.at("messages/thanks/"));
    for (button, text) in [("Copy the message", TEXT), ("Copy the subject", SUBJECT)] {
        page.find("button", button).click();
        page.wait(&format!("{STATUS} === 'Copied'"));
        assert_eq!(page.text("navigator.clipboard.readText()"), text);
    }
    page.find("button", "Copy the message").click();
    let shown = "[...document.querySelectorAll('main [aria-hidden]')].map((one) => one.textContent).join()";
    page.wait(&format!("{shown} === ',Copied'"));

    page.goto(&served.at("guides/thanks/"));
    assert_eq!(page.eval("document.querySelectorAll('[role=status], [aria-live]').length"), 1);
    assert_eq!(page.eval("document.querySelectorAll('main button').length"), 4);
    page.eval("document.querySelectorAll('main button')[3].click()");
    page.wait(&format!("{STATUS} === 'Copied'"));
    assert_eq!(page.text("navigator.clipboard.readText()"), TEXT);
    page.goto(&served.at("guides/stories/"));
    assert_eq!(page.eval("document.querySelectorAll('[role=status], main button').length"), 0);
}

#[test]
fn what_cannot_be_copied_is_selected() {
    let Some(browser) = Browser::get() else { return };
    let served = served();
    let page = Page::new(&browser);
    page.unguarded("delete Navigator.prototype.clipboard");
    page.goto(&served.at("messages/thanks/"));
    for (button, text) in [("Copy the message", TEXT), ("Copy the subject", SUBJECT)] {
        page.find("button", button).click();
        page.wait(&format!("{STATUS}.startsWith('Not copied, but selected')"));
        assert_eq!(page.text("getSelection().toString()"), text);
    }
}
