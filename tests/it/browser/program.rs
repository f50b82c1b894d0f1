//! The whole way, with the program that a user runs: a file on the disk is saved, a browser shows it.

use super::preview::question;
use super::{Browser, Page};
use crate::folder::{project, write};
use crate::program::Running;

#[test]
fn a_file_on_the_disk_shows_in_the_browser() {
    let Some(browser) = Browser::get() else { return };
    let bank = "content/banks/core.toml";
    let site = "title = \"Prep\"\nbase_url = \"https://example.edu/repo/\"\nchecks.id-unlocked = \"allow\"\n";
    let root = project(&[("site.toml", site), (bank, &question("Which year?"))]);
    let serve = Running::start(root.path(), &["serve", "--port", "0"]);
    let page = Page::new(&browser);
    page.goto(&format!("{}questions/core/which/", serve.url()));
    page.find("heading", "Which year?");

    write(root.path(), bank, question("Which month?"));
    page.find("heading", "Which month?");
    write(root.path(), bank, question("Which day?").replace("hints =", "hnits ="));
    page.find("button", "1 error").click();
    page.find("dialog", "1 error");
    page.find("heading", "Which month?");
    write(root.path(), bank, question("Which day?"));
    page.find("heading", "Which day?");
    page.gone("button", "1 error");
}
