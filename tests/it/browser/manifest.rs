//! The web manifest: read from a host below a folder, and not missed when the site is opened from a disk.

use std::fs;

use greenroom::base::OutPath;
use serde_json::json;

use super::published::Published;
use super::{Browser, Page};

#[test]
fn a_home_screen_is_told_on_a_host_and_nobody_on_a_disk() {
    let Some(browser) = Browser::get() else { return };
    let published = Published::own();
    let home = OutPath::new("index.html").unwrap();
    let page = Page::new(&browser);
    page.goto(&published.url(&home));
    page.wait("document.querySelector('link[rel=manifest]') !== null");
    let told = page.session.must("Page.getAppManifest", json!({}));
    assert_eq!(told["errors"], json!([]), "{told}");
    assert_eq!(told["url"], published.url(&OutPath::new("manifest.webmanifest").unwrap()), "{told}");
    assert_eq!(told["manifest"]["startUrl"], published.url(&home), "{told}");
    let folder = tempfile::TempDir::new().unwrap();
    for path in published.site().outputs() {
        let file = folder.path().join(path.as_str());
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, published.site().render(&path).unwrap().unwrap()).unwrap();
    }
    let page = Page::new(&browser);
    // Chromium runs no module from a disk, and says so; of a manifest it says nothing.
    page.forgive("assets/page-");
    page.goto(&format!("file://{}/index.html", folder.path().display()));
    assert_eq!(page.eval("document.querySelector('link[rel=manifest]')"), json!(null));
}
