//! What a screen reader is told of each kind of page: the accessibility tree that Chromium makes of it, in a file.
//!
//! `UPDATE=1 cargo test --test it golden` rewrites `tests/it/browser/trees/`; read the difference line by line, as
//! somebody hears it. The site is the small one of the tests, so that no change of content changes a tree.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use greenroom::base::OutPath;
use greenroom::site::Site;
use similar::TextDiff;

use super::published::{Published, small};
use super::{Browser, Page};

/// Pages whose tree is kept: of some templates several, where they show other things, and the short ones of long lists.
/// Of a template that is missing here the largest page is taken.
const FACES: [(&str, &str); 11] = [
    ("bank", "questions/core/"),
    ("bank-empty", "questions/empty/"),
    ("listing", "questions/kind/choice/"),
    ("listing-last", "questions/competency/leadership/page/2/"),
    ("question", "questions/core/conflict/"),
    ("question-ask", "questions/ask/typical-day/"),
    ("question-choice", "questions/core/first-step/"),
    ("question-improper", "questions/core/age/"),
    ("question-retired", "questions/core/typing/"),
    ("questions", "questions/page/2/"),
    ("role", "roles/nurse/"),
];

/// The template that makes a page, by its own name.
fn template(site: &Site, path: &OutPath) -> Option<&'static str> {
    Some(site.views(path)?.0).filter(|name| name.ends_with(".html"))
}

/// The pages whose trees are kept, by the names of their files.
fn faces(site: &Site) -> BTreeMap<String, OutPath> {
    let page = |address: &str| OutPath::new(&format!("{address}index.html")).unwrap();
    let mut faces: BTreeMap<String, OutPath> =
        FACES.into_iter().map(|(name, address)| (name.to_owned(), page(address))).collect();
    let mut seen: BTreeSet<_> = faces.values().filter_map(|path| template(site, path)).collect();
    let mut sizes: BTreeMap<&str, (usize, OutPath)> = BTreeMap::new();
    for path in site.outputs() {
        let Some(template) = template(site, &path).filter(|template| !seen.contains(template)) else {
            continue;
        };
        let size = site.render(&path).unwrap().unwrap().as_slice().len();
        let largest = sizes.entry(template).or_insert((0, path.clone()));
        if size > largest.0 {
            *largest = (size, path);
        }
    }
    for (template, (_, path)) in sizes {
        seen.insert(template);
        faces.insert(template.trim_end_matches(".html").to_owned(), path);
    }
    faces
}

fn trees() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/browser/trees")
}

/// The trees that are kept, by the names of their files.
fn kept() -> BTreeMap<String, String> {
    let files = fs::read_dir(trees()).into_iter().flatten().map(|entry| entry.unwrap().path());
    let name = |file: &Path| file.file_stem().unwrap().to_str().unwrap().to_owned();
    files.map(|file| (name(&file), fs::read_to_string(&file).unwrap().replace("\r\n", "\n"))).collect()
}

/// A page that has done its work: what its scripts asked for is there, and shown.
const IDLE: &str = "new Promise((done) => requestIdleCallback(() => setTimeout(done, 100)))";

/// The tree of a page when it changes no more.
fn settled(page: &Page) -> String {
    let mut before = String::new();
    for _ in 0..100 {
        page.quiet();
        let now = page.outline();
        if now == before {
            return now;
        }
        before = now;
        page.eval(IDLE);
    }
    panic!("the page does not come to rest:\n{before}");
}

#[test]
fn every_kind_of_page_is_told_as_before() {
    let Some(browser) = Browser::get() else { return };
    let published = Published::small();
    let page = Page::new(&browser);
    page.prefer("screen", &[("prefers-reduced-motion", "reduce")]);
    let tree = |(name, path): (String, OutPath)| {
        page.goto(&published.staying(&path));
        (name, format!("# {path}\n{}", settled(&page)))
    };
    let told: BTreeMap<String, String> = faces(published.site()).into_iter().map(tree).collect();
    let kept = kept();
    let mut different = Vec::new();
    for name in told.keys().chain(kept.keys()).collect::<BTreeSet<_>>() {
        let (new, old) = (told.get(name), kept.get(name));
        if new == old {
            continue;
        }
        let file = trees().join(name).with_extension("txt");
        if env::var_os("UPDATE").is_none() {
            let text = |tree: Option<&String>| tree.cloned().unwrap_or_default();
            let (old, new) = (text(old), text(new));
            let title = format!("tests/it/browser/trees/{name}.txt");
            let difference = TextDiff::from_lines(&old, &new);
            different.push(difference.unified_diff().header(&title, "what is told now").to_string());
        } else if let Some(new) = new {
            fs::create_dir_all(trees()).unwrap();
            fs::write(file, new).unwrap();
        } else {
            fs::remove_file(file).unwrap();
        }
    }
    let count = different.len();
    assert!(count == 0, "{}\n{count} trees differ; UPDATE=1 accepts what is told now", different.join("\n"));
}

/// Needs no browser: a template without a tree is seen everywhere.
#[test]
fn every_template_has_a_tree() {
    let published = Published::of(small());
    let site = published.site();
    let made: BTreeSet<&str> = site.outputs().iter().filter_map(|path| template(site, path)).collect();
    let pages = greenroom::view::variables().into_keys();
    let pages = pages.filter(|name| name.ends_with(".html") && !name.starts_with("embeds/"));
    let without: Vec<&str> = pages.filter(|name| !made.contains(name)).collect();
    assert!(
        without.is_empty(),
        "{without:?} make no page of tests/it/data/one-of-each: write there what they show"
    );
    if env::var_os("UPDATE").is_some() {
        // The other test writes them at this moment.
        return;
    }
    let kept: BTreeSet<String> = kept().into_keys().collect();
    let wanted: BTreeSet<String> = faces(site).into_keys().collect();
    let (missing, old): (Vec<_>, Vec<_>) =
        (wanted.difference(&kept).collect(), kept.difference(&wanted).collect());
    assert!(
        missing.is_empty() && old.is_empty(),
        "no tree of {missing:?}, no page of {old:?}; UPDATE=1 cargo test --test it golden writes and removes trees"
    );
}
