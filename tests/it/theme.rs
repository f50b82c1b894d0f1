//! The built-in theme: what holds for every page it makes, of this repository's site and of one with everything.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use greenroom::base::OutPath;
use greenroom::build::{Memo, build};
use greenroom::model::Options;
use greenroom::site::Site;
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// The policy that the pages have.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; \
    require-trusted-types-for 'script'; trusted-types greenroom-sw";

/// A page as a browser reads it.
struct Page {
    path: String,
    bytes: usize,
    errors: Vec<String>,
    elements: Vec<Element>,
}

#[derive(Debug)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
    parent: String,
}

impl Element {
    fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

impl Page {
    fn read(path: &OutPath, html: &str) -> Page {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
        let mut elements = Vec::new();
        walk(&dom.document, "", &mut elements);
        let errors = dom.errors.borrow().iter().map(ToString::to_string).collect();
        Page { path: path.to_string(), bytes: html.len(), errors, elements }
    }

    fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    fn title(&self) -> &str {
        &self.all("title").next().expect("a title").text
    }

    fn ids(&self) -> BTreeSet<&str> {
        self.elements.iter().map(|element| element.get("id")).filter(|id| !id.is_empty()).collect()
    }
}

fn walk(node: &Handle, parent: &str, out: &mut Vec<Element>) {
    let mut name = parent.to_owned();
    if let NodeData::Element { name: tag, attrs, .. } = &node.data {
        name = tag.local.to_string();
        let attributes =
            attrs.borrow().iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
        out.push(Element { name: name.clone(), attributes, text: text(node), parent: parent.to_owned() });
    }
    for child in node.children.borrow().iter() {
        walk(child, &name, out);
    }
}

fn text(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => node.children.borrow().iter().map(text).collect(),
    }
}

fn site_of(folder: &str, options: &Options) -> Site {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let sources = greenroom::disk::scan(&root).expect("the project can be read");
    let built = build(sources, options, &Memo::default(), &|_| {});
    let problems = built.problems.clone();
    built.into_site().unwrap_or_else(|| panic!("the site has mistakes: {problems:#?}"))
}

/// The site that this repository is.
fn own_site() -> Site {
    site_of("", &Options::default())
}

/// A site in which authors have done everything that a template has to bear.
fn full_site() -> Site {
    site_of("tests/it/data/full-site", &Options { drafts: true, ..Options::default() })
}

/// Where both sites start on their hosts, their pages, and everything they publish.
fn sites() -> Vec<(String, Vec<Page>, BTreeSet<String>)> {
    [own_site(), full_site()]
        .iter()
        .map(|site| (site.library().site.base_path().to_owned(), pages(site), outputs(site)))
        .collect()
}

fn outputs(site: &Site) -> BTreeSet<String> {
    site.outputs().iter().map(ToString::to_string).collect()
}

fn pages(site: &Site) -> Vec<Page> {
    let read = |path: &OutPath| {
        let bytes =
            site.render(path).expect("an output").unwrap_or_else(|error| panic!("{path}: {error:#?}"));
        Page::read(path, std::str::from_utf8(bytes.as_slice()).expect("UTF-8"))
    };
    site.outputs().iter().filter(|path| path.is_page()).map(read).collect()
}

#[test]
fn every_page_is_well_formed() {
    for page in sites().iter().flat_map(|(_, pages, _)| pages) {
        assert_eq!(page.errors, Vec::<String>::new(), "{}", page.path);
        let mut ids = BTreeSet::new();
        for element in &page.elements {
            let id = element.get("id");
            assert!(id.is_empty() || ids.insert(id), "{} has the id `{id}` twice", page.path);
        }
    }
}

#[test]
fn every_page_has_an_outline() {
    for page in sites().iter().flat_map(|(_, pages, _)| pages) {
        let mut above = 0;
        for element in &page.elements {
            let Some(level) = heading(&element.name) else { continue };
            assert!(level <= above + 1, "{}: `{}` skips a level", page.path, element.text);
            assert!(!element.text.trim().is_empty(), "{}: a heading without words", page.path);
            above = level;
        }
        assert_eq!(page.all("h1").count(), 1, "{}", page.path);
    }
}

fn heading(name: &str) -> Option<u32> {
    name.strip_prefix('h')?.parse().ok()
}

#[test]
fn every_page_has_its_landmarks() {
    for page in sites().iter().flat_map(|(_, pages, _)| pages) {
        let path = &page.path;
        let root = page.all("html").next().expect("a root");
        assert!(!root.get("lang").is_empty() && matches!(root.get("dir"), "ltr" | "rtl"), "{path}");
        let main: Vec<&Element> = page.all("main").collect();
        assert!(main.len() == 1 && main[0].get("id") == "main" && main[0].get("tabindex") == "-1", "{path}");
        let body = page.elements.iter().position(|element| element.name == "body").expect("a body");
        let skip = &page.elements[body + 1];
        assert!(skip.name == "a" && skip.get("href") == "#main", "{path}: the skip link is not first");
        for name in ["header", "footer"] {
            let own = page.all(name).filter(|element| element.parent == "body").count();
            assert_eq!(own, 1, "{path}: {name}");
        }
        let labels: Vec<&str> = page.all("nav").map(|nav| nav.get("aria-label")).collect();
        let different: BTreeSet<&&str> = labels.iter().collect();
        assert!(different.len() == labels.len() && !labels.contains(&""), "{path}: {labels:?}");
        for element in &page.elements {
            let labelled = element.get("aria-labelledby");
            assert!(labelled.is_empty() || page.ids().contains(labelled), "{path}: no `{labelled}`");
        }
    }
}

#[test]
fn every_page_keeps_the_policy() {
    let policy = POLICY.split_whitespace().collect::<Vec<_>>().join(" ");
    for page in sites().iter().flat_map(|(_, pages, _)| pages) {
        let path = &page.path;
        let at = |wanted: &dyn Fn(&Element) -> bool| page.elements.iter().position(wanted);
        let declared =
            at(&|element| element.get("http-equiv") == "Content-Security-Policy").expect("a policy");
        assert_eq!(page.elements[declared].get("content"), policy, "{path}");
        let first = at(&|element| matches!(element.name.as_str(), "link" | "script")).expect("a style sheet");
        assert!(declared < first, "{path}: something is loaded before the policy");
        assert!(
            page.all("meta")
                .any(|meta| meta.get("name") == "referrer" && meta.get("content") == "no-referrer")
        );
        for element in &page.elements {
            assert!(!matches!(element.name.as_str(), "style" | "base"), "{path}: {}", element.name);
            if element.name == "script" && element.get("type") != "application/ld+json" {
                let outside = !element.get("src").is_empty() && element.text.is_empty();
                assert!(outside, "{path}: {element:?}");
            }
            let inline = |name: &String| name == "style" || name.starts_with("on");
            assert!(!element.attributes.keys().any(inline), "{path}: {element:?}");
        }
    }
}

#[test]
fn every_page_has_a_title_of_its_own() {
    for (_, pages, _) in sites() {
        let mut titles = BTreeSet::new();
        for page in &pages {
            assert!(
                titles.insert(page.title()),
                "{} has the title of another page: {}",
                page.path,
                page.title()
            );
        }
        let redirects =
            pages.iter().filter(|page| page.all("meta").any(|meta| meta.get("http-equiv") == "refresh"));
        for page in redirects {
            assert!(page.title().starts_with("Moved: "), "{}", page.title());
        }
    }
}

/// What pages may cost their readers is in `budgets.rs`: this is about hosts, which take 1 GB.
#[test]
fn fifty_thousand_questions_fit_on_a_host() {
    for page in sites().iter().flat_map(|(_, pages, _)| pages) {
        let question = page.all("article").any(|article| article.get("class").starts_with("note"));
        let most = if question { 12 * 1024 } else { 64 * 1024 };
        assert!(page.bytes <= most, "{} has {} bytes", page.path, page.bytes);
    }
}

#[test]
fn what_authors_write_is_shown_as_they_meant_it() {
    let site = full_site();
    let pages = pages(&site);
    let page = |path: &str| pages.iter().find(|page| page.path == path).expect("a page");
    let shown = |path: &str, words: &str| {
        let main = page(path).all("main").next().expect("a main");
        assert!(main.text.contains(words), "{path} does not show `{words}`");
    };
    shown("questions/core/linked/index.html", "What is this <b> & that?");
    shown("questions/core/linked/index.html", "Right A link");
    shown("questions/core/draft-one/index.html", "Only previews show it");
    shown(
        "questions/core/retired-one/index.html",
        "no longer in our lists. Use What is this <b> & that? instead",
    );
    shown("questions/core/improper-one/index.html", "It touches on age.");
    shown("questions/ask/look-up/index.html", "Look it up first");
    shown("questions/empty/index.html", "no questions yet");
    shown("roles/nurse/index.html", "What is that?");
    shown("messages/hello/index.html", "<b>[day]</b>");
    assert_eq!(page("index.html").all("html").next().expect("a root").get("dir"), "rtl");
    assert_eq!(page("index.html").title(), "مقابلة & <b>Prep</b>");
    let footer = page("index.html").all("footer").last().expect("a footer");
    assert!(footer.text.contains("Ask <us>."));
    let refresh =
        page("questions/core/older/index.html").all("meta").find(|meta| meta.get("http-equiv") == "refresh");
    assert_eq!(refresh.expect("a redirect").get("content"), "0; url=../linked/index.html");
    assert_eq!(page("kits/kit/index.html").all("i").count(), 6);
}

#[test]
fn the_brand_becomes_colours() {
    let site = full_site();
    let brand = outputs(&site).into_iter().find(|path| path.starts_with("assets/style-")).expect("a brand");
    let bytes = site.render(&OutPath::new(&brand).expect("a path")).expect("an output").expect("it renders");
    let text = String::from_utf8_lossy(bytes.as_slice()).into_owned();
    assert!(
        text.contains("--accent: light-dark(#7e6200, ")
            && text.contains("--on-accent: light-dark(#ffffff, #000000)")
            && text.contains("--font-heading: var(--font-text);"),
        "{text}"
    );
}
