//! The head of every page: titles and descriptions that no other page has, and data that says what the page shows.

use std::collections::BTreeMap;
use std::path::Path;

use greenroom::base::{OutPath, SourcePath};
use greenroom::build::{Memo, build};
use greenroom::disk::scan;
use greenroom::export::tags::tags;
use greenroom::inspect::torture::Torture;
use greenroom::model::Options;
use greenroom::site::Site;
use greenroom::source::Sources;
use serde_json::Value;

const BASE: &str = "https://prep.example.edu/repo/";

fn site(sources: Sources) -> Site {
    let options = Options { base_url: Some(BASE.into()), drafts: true, ..Options::default() };
    let built = build(sources, &options, &Memo::default(), &|_| {});
    let problems = format!("{:?}", built.problems);
    built.into_site().unwrap_or_else(|| panic!("{problems}"))
}

/// This repository's own site, and the one with the worst of everything.
fn sites() -> [Site; 2] {
    let own = scan(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    [site(own), site(Torture::Full.sources(&Sources::default(), "default"))]
}

fn text(site: &Site, path: &OutPath) -> String {
    String::from_utf8(site.render(path).unwrap().unwrap().as_slice().to_vec()).unwrap()
}

/// The pages that templates make.
fn pages(site: &Site) -> BTreeMap<OutPath, String> {
    let made = |path: &OutPath| path.is_page() && site.views(path).is_some();
    site.outputs().into_iter().filter(made).map(|path| (path.clone(), text(site, &path))).collect()
}

fn between<'h>(html: &'h str, before: &str, behind: &str) -> Option<&'h str> {
    Some(html.split_once(before)?.1.split_once(behind)?.0)
}

fn meta(html: &str, attribute: &str, name: &str) -> Option<String> {
    let mut metas = tags(html).filter(|tag| tag.name == "meta");
    let meta = metas.find(|tag| tag.value(attribute).as_deref() == Some(name))?;
    Some(meta.value("content")?.into_owned())
}

/// The data of a page, read as a browser reads it: up to the first end of a script.
fn data(html: &str) -> Option<Value> {
    let block = between(html, "<script type=\"application/ld+json\">", "</script")?;
    Some(serde_json::from_str(block).unwrap_or_else(|error| panic!("{error}: {block}")))
}

#[test]
fn every_title_and_description_is_one_of_its_kind() {
    for site in sites() {
        let (mut titles, mut descriptions) = (BTreeMap::new(), BTreeMap::new());
        for (path, html) in pages(&site) {
            let title = between(&html, "<title>", "</title>").unwrap().to_owned();
            assert!(title.ends_with(&*meta_escaped(&site.library().site.title)), "{path}: {title}");
            let description = meta(&html, "name", "description").unwrap();
            assert!(
                !description.trim().is_empty() && description.chars().count() <= 160,
                "{path}: {description}"
            );
            assert_eq!(titles.insert(title.clone(), path.clone()), None, "{title} of {path}");
            assert_eq!(
                descriptions.insert(description.clone(), path.clone()),
                None,
                "{description} of {path}"
            );
        }
    }
}

/// A text as it stands between tags.
fn meta_escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

#[test]
fn the_sitemap_has_the_pages_that_may_be_found() {
    for site in sites() {
        let sitemap = text(&site, &OutPath::new("sitemap.xml").unwrap());
        for (path, html) in pages(&site) {
            let listed = sitemap.contains(&format!("<loc>{BASE}{}</loc>", path.address()));
            let hidden = meta(&html, "name", "robots").is_some_and(|robots| robots.contains("noindex"));
            assert_eq!(listed, !hidden, "{path}");
            let canonical = format!("<link rel=\"canonical\" href=\"{BASE}{}\">", path.address());
            assert!(!listed || html.contains(&canonical), "{path} names another page");
        }
    }
}

#[test]
fn data_says_what_the_page_is_and_where_it_stands() {
    for site in sites() {
        for (path, html) in pages(&site) {
            let Some(data) = data(&html) else {
                assert!(html.contains("noindex"), "{path} has no data");
                continue;
            };
            let graph = data["@graph"].as_array().unwrap();
            let trail = graph.iter().find(|node| node["@type"] == "BreadcrumbList");
            for (at, item) in
                trail.iter().flat_map(|trail| trail["itemListElement"].as_array().unwrap()).enumerate()
            {
                let address = item["item"].as_str().unwrap().strip_prefix(BASE).unwrap();
                assert!(
                    site.plan().recipe(&OutPath::new(&format!("{address}index.html")).unwrap()).is_some(),
                    "{path}: {address}"
                );
                assert_eq!(item["position"], at + 1, "{path}");
                assert!(item["name"].as_str().is_some_and(|name| !name.is_empty()), "{path}");
            }
            assert_eq!(trail.is_none(), path.as_str() == "index.html", "{path}");
            let kinds: Vec<&str> = graph.iter().filter_map(|node| node["@type"].as_str()).collect();
            let fair = ["Article", "BreadcrumbList", "LearningResource", "WebSite"];
            assert!(
                kinds.len() == graph.len() && kinds.iter().all(|kind| fair.contains(kind)),
                "{path}: {kinds:?}"
            );
        }
    }
}

#[test]
fn a_hostile_title_is_the_same_text_in_the_data() {
    let hostile = "</script><script>alert(1)</script> <!-- & \u{2028}\u{2029} \\u0041 \"x\" end";
    let mut sources = Sources::default();
    let quoted = hostile.replace('\\', "\\\\").replace('"', "\\\"");
    for (path, text) in [
        ("site.toml", "title = \"T\"".to_owned()),
        ("content/guides/start.md", format!("+++\ntitle = \"{quoted}\"\n+++\nWords.\n")),
        ("content/kits/first.toml", format!("title = \"{quoted}\"\n[[pick]]\nquestion = \"core/one\"\n")),
        (
            "content/banks/core.toml",
            "title = \"Core\"\ndirection = \"you-answer\"\n[[question]]\nid = \"one\"\ntext = \"A?\"\nkind = \"motivation\"\n".to_owned(),
        ),
    ] {
        sources.insert(SourcePath::new(path).unwrap(), text.into_bytes());
    }
    let site = site(sources);
    for (page, name) in [("guides/start/index.html", "headline"), ("kits/first/index.html", "name")] {
        let html = text(&site, &OutPath::new(page).unwrap());
        let data = data(&html).unwrap();
        assert_eq!(data["@graph"][0][name], hostile, "{page}");
        assert_eq!(data["@graph"][1]["itemListElement"][2]["name"], hostile, "{page}");
        let block = between(&html, "<script type=\"application/ld+json\">", "</script>").unwrap();
        assert!(!block.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{block}");
    }
}

#[test]
fn the_manifest_names_icons_that_are_there() {
    for site in sites() {
        let manifest: Value =
            serde_json::from_str(&text(&site, &OutPath::new("manifest.webmanifest").unwrap())).unwrap();
        assert_eq!(manifest["name"], site.library().site.title.as_str());
        assert_eq!((&manifest["start_url"], &manifest["scope"]), (&Value::from("."), &Value::from(".")));
        let icons = manifest["icons"].as_array().unwrap();
        assert!(!icons.is_empty());
        for icon in icons {
            let path = OutPath::new(icon["src"].as_str().unwrap()).unwrap();
            assert!(site.plan().recipe(&path).is_some(), "{path}");
        }
    }
}
