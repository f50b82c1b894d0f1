//! Every address in every output leads to an output, and every `#…` to an id there: of this repository's own site and of
//! a small one with one of everything, at the root of a host and below a folder.

use std::collections::BTreeSet;
use std::path::Path;

use greenroom::base::OutPath;
use greenroom::base::path::decoded;
use greenroom::build::{Memo, build};
use greenroom::disk::scan;
use greenroom::inspect::pages;
use greenroom::model::Options;
use greenroom::site::Site;
use serde_json::Value;

/// The rules of `greenroom theme check` that are about addresses.
const RULES: [&str; 3] = ["page-link", "root-link", "foreign-request"];

/// The sites, each as it is for two places.
fn sites() -> Vec<(String, Site)> {
    let mut sites = Vec::new();
    for folder in ["", "tests/it/data/one-of-each", "tests/it/data/full-site"] {
        let sources = scan(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
        for base in ["https://prep.example.edu/", "https://example.edu/~careers/prep%20site/"] {
            let options = Options { base_url: Some(base.to_owned()), drafts: true, ..Options::default() };
            let built = build(sources.clone(), &options, &Memo::default(), &|_| {});
            let problems = format!("{:?}", built.problems);
            let site = built.into_site().unwrap_or_else(|| panic!("{folder}: {problems}"));
            sites.push((base.to_owned(), site));
        }
    }
    sites
}

/// The text of an output; `None` for a picture.
fn text(site: &Site, path: &OutPath) -> Option<String> {
    String::from_utf8(site.render(path).unwrap().unwrap().as_slice().to_vec()).ok()
}

/// The output at an address behind the site's own.
fn output(address: &str) -> String {
    let path = decoded(address.split(['?', '#']).next().unwrap_or_default());
    if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path }
}

#[test]
fn every_address_in_every_output_leads_somewhere() {
    for (base, site) in sites() {
        let found = pages(&site, "");
        let wrong: Vec<_> = found.iter().filter(|problem| RULES.contains(&problem.code.name)).collect();
        assert!(wrong.is_empty(), "{base}: {wrong:#?}");
        let outputs = site.outputs();
        let known: BTreeSet<&str> = outputs.iter().map(OutPath::as_str).collect();
        let mut whole = 0;
        for path in &outputs {
            let Some(text) = text(&site, path) else { continue };
            // Canonical links, cards for networks, structured data, feed, sitemap, robots.txt.
            for (at, _) in text.match_indices(&base) {
                let rest = &text[at + base.len()..];
                let end = rest.find(|c: char| c.is_whitespace() || "\"'<>\\)`".contains(c));
                let address = &rest[..end.unwrap_or(rest.len())];
                let to = output(address);
                assert!(known.contains(to.as_str()), "{path}: {base}{address} leads to no `{to}`");
                whole += 1;
            }
            let Some((_, "json" | "webmanifest")) = path.as_str().rsplit_once('.') else { continue };
            let mut addresses = Vec::new();
            named(&serde_json::from_str(&text).unwrap(), &mut addresses);
            for address in addresses.iter().filter(|address| !address.contains("://")) {
                let to = output(address);
                assert!(known.contains(to.as_str()), "{path}: {address} leads to no `{to}`");
            }
        }
        assert!(whole > known.len() / 2, "only {whole} whole addresses in {} outputs", known.len());
    }
}

/// The addresses of a data file or a manifest: relative to the site's root, where manifests stand.
fn named(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(address)
                        if matches!(name.as_str(), "url" | "data" | "src" | "scope" | "start_url") =>
                    {
                        let from_root = address.trim_start_matches('.').trim_start_matches('/');
                        found.push(from_root.to_owned());
                    }
                    _ => named(value, found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| named(value, found)),
        _ => {}
    }
}

#[test]
fn the_sitemap_names_every_page_that_is_one() {
    for (base, site) in sites() {
        let sitemap = text(&site, &OutPath::new("sitemap.xml").unwrap()).unwrap();
        let named = sitemap.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap());
        let named: BTreeSet<String> = named.map(|address| output(&address[base.len()..])).collect();
        let unlisted = "<meta name=\"robots\" content=\"noindex\">";
        let listed = |path: &OutPath| path.is_page() && !text(&site, path).unwrap().contains(unlisted);
        let pages = site.outputs().into_iter().filter(listed);
        assert_eq!(named, pages.map(|path| path.to_string()).collect());
    }
}
