//! The same folder at the root of a host, below `/repo/`, and opened from a disk: everything a page asks for arrives,
//! and its links lead to pages.
//!
//! From a disk browsers load no modules (each file there is an origin of its own), so scripts of `type=module` do not
//! run: that alone is forgiven, and what such a page shows is what it shows without any script.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use greenroom::base::path::decoded;
use greenroom::base::{ContentHash, OutPath};
use greenroom::build::{Memo, build};
use greenroom::disk::{Job, publish};
use greenroom::model::Options;
use greenroom::site::Site;
use greenroom::source::Sources;
use serde_json::json;
use tempfile::TempDir;

use super::matrix::largest;
use super::published::{answer, file_at, small};
use super::tiny::Tiny;
use super::{Browser, Page};

/// A site, and the folder that it was published into.
struct Folder {
    site: Site,
    path: PathBuf,
    /// Held, so that the folder stays.
    _room: TempDir,
}

impl Folder {
    /// Publishes the site of these sources, to be served at `base_url`.
    fn of(sources: Sources, base_url: &str) -> Folder {
        let options = Options { base_url: Some(base_url.to_owned()), ..Options::default() };
        let built = build(sources, &options, &Memo::default(), &|_| {});
        let problems = format!("{:?}", built.problems);
        let site = built.into_site().unwrap_or_else(|| panic!("{problems}"));
        let room = TempDir::new().unwrap();
        let root = room.path().canonicalize().unwrap();
        let (path, project, outputs) = (root.join("public"), root.join("project"), site.outputs());
        let (inputs, patience) = (ContentHash::of(b"once"), Duration::from_secs(60));
        let job = Job { folder: &path, project: &project, adopt: false, inputs, outputs: &outputs, patience };
        publish(&job, |path| site.render(path).unwrap(), &|_| ()).unwrap();
        Folder { site, path, _room: room }
    }

    /// A host that has the folder at `base`.
    fn served(&self, base: &'static str) -> Way {
        let root = self.path.clone();
        let made = move |path: &str| fs::read(root.join(path)).ok();
        let server = Tiny::new(move |target, stream| answer(base, &made, target, stream));
        let start = format!("http://127.0.0.1:{}{base}", server.port());
        Way { name: base, start, folder: self.path.clone(), _server: Some(server) }
    }

    /// The folder as a visitor opens it who was given it on a stick.
    fn opened(&self) -> Way {
        let start = format!("file://{}/", self.path.to_str().unwrap());
        Way { name: "disk", start, folder: self.path.clone(), _server: None }
    }
}

/// A way to see a folder.
struct Way {
    name: &'static str,
    /// The address of the folder.
    start: String,
    folder: PathBuf,
    _server: Option<Tiny>,
}

impl Way {
    fn is_disk(&self) -> bool {
        self._server.is_none()
    }

    fn url(&self, page: &OutPath) -> String {
        let link = home().link(page);
        format!("{}{}", self.start, if self.is_disk() { link } else { page.address() })
    }

    /// What is wrong with an address in a page; nothing when it leads elsewhere or to a file.
    fn wrong(&self, address: &str) -> Option<String> {
        let host = if self.is_disk() { "file:" } else { &self.start[..self.start.len() - self.base().len()] };
        if !address.starts_with(host) {
            return None;
        }
        let Some(rest) = address.strip_prefix(&self.start) else {
            return Some(format!("{address} leads out of the site"));
        };
        // From a disk a folder is a list of files.
        let page = rest.split(['?', '#']).next().unwrap_or_default();
        let file = if self.is_disk() { decoded(page) } else { file_at("", page).unwrap_or_default() };
        let leads = self.folder.join(&file).is_file();
        (!leads).then(|| format!("{address} leads to no file"))
    }

    fn base(&self) -> &str {
        if self.is_disk() { "" } else { self.name }
    }

    /// Goes to an address, and says everything that is wrong with what is there.
    fn visit(&self, page: &Page, url: &str) -> Vec<String> {
        let before = (page.failed().len(), page.complaints().len());
        page.goto(url);
        self.look(page, before)
    }

    /// Everything that is wrong with the page that is shown; `before` it so much had failed and been complained about.
    fn look(&self, page: &Page, before: (usize, usize)) -> Vec<String> {
        page.quiet();
        let list = |expression: &str| -> Vec<String> {
            serde_json::from_value(page.eval(expression))
                .unwrap_or_else(|error| panic!("{expression}: {error}"))
        };
        let modules = if self.is_disk() { list(MODULES) } else { Vec::new() };
        let lost = page.failed().into_iter().skip(before.0);
        let lost: BTreeSet<String> = lost.filter(|url| !modules.contains(url)).collect();
        let mut wrong: Vec<String> = lost.into_iter().map(|url| format!("{url} did not arrive")).collect();
        let of_module = |said: &str| modules.iter().any(|module| said.contains(module.as_str()));
        wrong.extend(page.complaints().into_iter().skip(before.1).filter(|said| !of_module(said)));
        if page.eval(STYLED) != true {
            wrong.push("a style sheet does nothing".into());
        }
        wrong.extend(list(LINKS).iter().filter_map(|address| self.wrong(address)));
        wrong
    }
}

const MODULES: &str = "[...document.querySelectorAll('script[type=module], link[rel=modulepreload]')]\
    .map((one) => one.src || one.href)";

/// Every link of the page as the browser resolves it.
const LINKS: &str = "[...document.querySelectorAll('a[href], area[href], link[href], form[action]')]\
    .map((one) => new URL(one.getAttribute('href') ?? one.getAttribute('action'), document.baseURI).href)";

/// Whether every style sheet arrived, and all of them together change the look.
const STYLED: &str = "(() => {
    const looks = () => [...document.querySelectorAll('body, body *')].map((one) => {
        const style = getComputedStyle(one);
        return [style.color, style.fontFamily, style.fontSize, style.display, style.marginTop].join();
    }).join();
    const sheets = [...document.querySelectorAll('link[rel=stylesheet]')];
    if (!sheets.length || !sheets.every((one) => one.sheet)) return false;
    const styled = looks();
    for (const one of sheets) one.sheet.disabled = true;
    const bare = looks();
    for (const one of sheets) one.sheet.disabled = false;
    return styled !== bare;
})()";

/// The lines that the content shows.
const LINES: &str = "document.querySelector('main').innerText.split('\\n').map((line) => line.trim())\
    .filter((line) => line)";

fn home() -> OutPath {
    OutPath::new("index.html").unwrap()
}

/// A tab whose complaints are read by the test.
fn tab(browser: &Arc<Browser>) -> Page {
    let page = Page::new(browser);
    page.heard_by_test();
    page
}

#[test]
fn a_folder_works_wherever_it_is() {
    let Some(browser) = Browser::get() else { return };
    let mut wrong = Vec::new();
    let folder = Folder::of(small(), "https://prep.example.edu/repo/");
    for way in [folder.served("/"), folder.served("/repo/"), folder.opened()] {
        let page = tab(&browser);
        for (template, path) in largest(&folder.site) {
            // Its addresses start at the root of the one host that it was made for.
            if template == "404.html" && way.name != "/repo/" {
                continue;
            }
            let said = way.visit(&page, &way.url(&path));
            wrong.extend(said.into_iter().map(|said| format!("{} {path}: {said}", way.name)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_former_address_leads_on_wherever_the_folder_is() {
    let Some(browser) = Browser::get() else { return };
    let folder = Folder::of(small(), "https://prep.example.edu/repo/");
    let former = folder.site.outputs().into_iter().find(|path| folder.site.template(path) == "redirect.html");
    let former = former.unwrap();
    for way in [folder.served("/"), folder.served("/repo/"), folder.opened()] {
        let page = tab(&browser);
        page.goto(&way.url(&former));
        page.wait("document.readyState === 'complete' && !document.querySelector('[http-equiv=refresh]')");
        assert_ne!(page.text("location.href"), way.url(&former));
        assert_eq!(way.look(&page, (0, 0)), Vec::<String>::new(), "{}", way.name);
    }
}

#[test]
fn a_lost_visitor_finds_back_from_any_depth() {
    let Some(browser) = Browser::get() else { return };
    for (base, base_url) in [("/", "https://prep.example.edu/"), ("/repo/", "https://prep.example.edu/repo/")]
    {
        let folder = Folder::of(small(), base_url);
        let way = folder.served(base);
        let page = tab(&browser);
        for lost in ["a", "a/b/c/", "questions/core/gone/", "a/b/c/index.html?x=1#y"] {
            let url = format!("{}{lost}", way.start);
            // The page itself came with the status 404, and the browser says so.
            let own = url.split('#').next().unwrap();
            let wrong = way.visit(&page, &url).into_iter().filter(|said| !said.contains(own));
            let wrong: Vec<String> = wrong.collect();
            assert_eq!(wrong, Vec::<String>::new(), "{url}");
            assert_eq!(page.eval("document.querySelectorAll('main a').length > 0"), true);
        }
    }
}

#[test]
fn from_a_disk_a_page_is_whole() {
    let Some(browser) = Browser::get() else { return };
    let folder = Folder::of(small(), "https://prep.example.edu/repo/");
    let way = folder.opened();
    let mut wrong = Vec::new();
    let (scripted, bare) = (tab(&browser), tab(&browser));
    bare.session.must("Network.setBlockedURLs", json!({ "urls": ["*.js"] }));
    for (_, path) in largest(&folder.site).into_iter().filter(|(template, _)| *template != "404.html") {
        let lines = |page: &Page| -> BTreeSet<String> {
            page.goto(&way.url(&path));
            serde_json::from_value(page.eval(LINES)).unwrap()
        };
        let shown = lines(&scripted);
        let hidden: Vec<String> = lines(&bare).into_iter().filter(|line| !shown.contains(line)).collect();
        if !hidden.is_empty() {
            wrong.push(format!("{path} hides from a disk what it shows without scripts: {hidden:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_does_not_arrive_is_seen() {
    let Some(browser) = Browser::get() else { return };
    let folder = Folder::of(small(), "https://prep.example.edu/repo/");
    let styles = folder.site.outputs().into_iter().find(|path| path.as_str().starts_with("assets/style-"));
    fs::remove_file(folder.path.join(styles.unwrap().as_str())).unwrap();
    fs::remove_file(folder.path.join("guides/index.html")).unwrap();
    for way in [folder.served("/"), folder.opened()] {
        let wrong = way.visit(&tab(&browser), &way.url(&home())).join("\n");
        for words in ["did not arrive", "a style sheet does nothing", "leads to no file"] {
            assert!(wrong.contains(words), "{}: no `{words}` in {wrong}", way.name);
        }
    }
    // Made for one folder of a host, it fails at another place.
    let way = folder.served("/elsewhere/");
    let wrong = way.visit(&tab(&browser), &format!("{}404.html", way.start)).join("\n");
    assert!(wrong.contains("leads out of the site"), "{wrong}");
}

/// What is forgiven of pages from a disk is what browsers do there, and no more.
#[test]
fn from_a_disk_modules_do_not_run() {
    let Some(browser) = Browser::get() else { return };
    let folder = Folder::of(small(), "https://prep.example.edu/repo/");
    let file = folder.path.join("index.html");
    let page = fs::read_to_string(&file).unwrap();
    let scripts = "<script type=\"module\" src=\"assets/module.js\"></script><script src=\"assets/plain.js\"></script></head>";
    fs::write(&file, page.replacen("</head>", scripts, 1)).unwrap();
    fs::write(folder.path.join("assets/module.js"), "import './other.js'; window.module = true;").unwrap();
    fs::write(folder.path.join("assets/other.js"), "").unwrap();
    fs::write(folder.path.join("assets/plain.js"), "window.plain = true;").unwrap();
    for way in [folder.served("/repo/"), folder.opened()] {
        let page = tab(&browser);
        assert_eq!(way.visit(&page, &way.url(&home())), Vec::<String>::new(), "{}", way.name);
        assert_eq!(page.eval("window.plain === true"), true, "{}", way.name);
        assert_eq!(page.eval("window.module === true"), !way.is_disk(), "{}", way.name);
        let said = page.complaints().join("\n");
        assert_eq!(said.contains("CORS"), way.is_disk(), "{said}");
    }
    fs::remove_file(folder.path.join("assets/plain.js")).unwrap();
    let way = folder.opened();
    assert!(
        way.visit(&tab(&browser), &way.url(&home())).join("\n").contains("assets/plain.js did not arrive")
    );
}
