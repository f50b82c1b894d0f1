//! What is shown when there is nothing to show: the mistakes, as text, and never as anything that acts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use greenroom::base::{ContentHash, SourcePath};
use greenroom::dev::Turn;
use greenroom::model::Options;
use greenroom::site::Site;
use greenroom::syntax::File;
use greenroom::{model, plan, syntax, theme, view};

use super::preview::{Preview, built, turn, with};

/// A project of which no site can be made.
fn broken(words: &str) -> BTreeMap<String, String> {
    with(&[("content/guides/first.md", &format!("+++\ntitle = \"First\"\n+++\n[x](nowhere.md) {words}\n"))])
}

#[test]
fn without_a_site_every_address_says_what_is_wrong() {
    let mut preview = Preview::of(turn(&broken("words")));
    for target in ["/", "/prep/", "/prep/own.css", "/anything/at/all"] {
        let answer = preview.get(target);
        let text = answer.text();
        assert_eq!(answer.status, 503, "{target}");
        assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
        for part in ["broken-link", "content/guides/first.md:4:5", "[x](nowhere.md) words", "One error"] {
            assert!(text.contains(part), "{part} is not in {text}");
        }
        assert_eq!(answer.script("data-page"), target);
        let policy = answer.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'none'; script-src 'self';"), "{policy}");
        assert!(policy.ends_with("frame-ancestors 'none'"), "{policy}");
    }
    let before = preview.get("/prep/").script("data-has");
    preview.show(&broken("other words"));
    assert_ne!(preview.get("/prep/").script("data-has"), before, "the page says something new");
    preview.show(&with(&[]));
    assert_eq!(preview.get("/prep/").status, 200);
    preview.show(&broken("words"));
    assert_eq!(preview.get("/prep/").status, 200, "the last good site stays");
}

#[test]
fn text_of_authors_adds_nothing_to_the_page() {
    let plain = elements(&Preview::of(turn(&broken("word"))).get("/").text());
    for text in [
        "<script>alert(1)</script>",
        "</pre></script><script src=//evil.example></script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "<!--",
        "--><svg onload=alert(1)>",
        "</title></style></textarea><iframe>",
        "&lt;script&gt;&#x3c;b>",
        "\u{2028}<b>\u{202e}",
        "</body><base href=//evil.example>",
        "{{ 7 * 7 }}{% include \"x\" %}",
    ] {
        let word = text.replace('\\', "\\\\").replace('"', "\\\"");
        let guide =
            format!("+++\ntitle = \"First\"\nphase = \"{word}\"\n+++\n[x {text}](nowhere.md) {text}\n");
        let files = with(&[("content/guides/first.md", &guide)]);
        let answer = Preview::of(turn(&files)).get("/");
        let page = answer.text();
        assert_eq!(elements(&page), plain, "{text}: {page}");
        assert!(page.contains("bad-value"), "{text}: {page}");
        for part in ["<script>", "<img", "<svg", "<iframe", "<base", "<b>", "<!--", "\u{202e}"] {
            assert!(!page.contains(part), "{text}: {page}");
        }
    }
}

/// The elements of a page with the names of their attributes, as an independent reader finds them.
fn elements(html: &str) -> BTreeSet<String> {
    use html5ever::tendril::TendrilSink;
    use markup5ever_rcdom::{NodeData, RcDom};
    let dom = html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html);
    let mut found = BTreeSet::new();
    let mut waiting = vec![dom.document];
    while let Some(node) = waiting.pop() {
        if let NodeData::Element { name, attrs, .. } = &node.data {
            let attributes: Vec<String> =
                attrs.borrow().iter().map(|one| one.name.local.to_string()).collect();
            found.insert(format!("{} {attributes:?}", name.local));
        }
        waiting.extend(node.children.borrow().iter().cloned());
    }
    found
}

#[test]
fn a_page_whose_template_fails_says_so_and_the_others_stay() {
    let files = with(&[("templates/guide.html", "{{ throw(message=\"no <i>luck</i>\") }}\n")]);
    let mut preview = Preview::of(turn(&files));
    let answer = preview.get("/prep/guides/first/");
    let text = answer.text();
    assert_eq!(answer.status, 500, "{text}");
    assert!(text.contains("template-error") && text.contains("templates/guide.html:1:"), "{text}");
    assert!(!text.contains("<i>"), "{text}");
    assert_eq!(answer.script("data-page"), "guides/first/index.html");
    assert_eq!(preview.get("/prep/").status, 200);
    preview.show(&with(&[]));
    assert_eq!(preview.get("/prep/guides/first/").status, 200);
}

/// A site whose plan has pages that its library does not: what a mistake of the program could make.
fn mistaken() -> Site {
    let files = |changes: &BTreeMap<String, String>| {
        let built = built(changes);
        let files: Vec<File> = built
            .sources
            .files()
            .map(|source| File {
                path: source.path.clone(),
                id: source.id,
                kind: source.kind.clone(),
                parsed: Arc::new(syntax::parse(source)),
            })
            .collect();
        (built, files)
    };
    let (_, all) = files(&with(&[]));
    let mut less = with(&[]);
    less.remove("content/guides/first.md");
    let (built, fewer) = files(&less);
    let (large, _) = model::link(&all, &[], Options::default(), None);
    let (small, _) = model::link(&fewer, &[], Options::default(), None);
    let variables = view::variables();
    let request = theme::Request {
        theme: "default",
        theme_span: None,
        options: &[],
        brand: theme::Brand::default(),
        language: ("en", None),
        variables: &variables,
    };
    let hash = |path: &SourcePath| Some(ContentHash::of(path.as_str().as_bytes()));
    let (theme, _) = theme::load(&fewer, &request, hash);
    let copies =
        theme.assets.values().map(|asset| (asset.path.clone(), format!("assets/{}", asset.published)));
    let (plan, _) = plan::plan(&large, &copies.collect(), theme.style_sheet(), "0");
    Site::new(Arc::clone(&built.sources), Arc::new(small), Arc::new(plan), theme, view::Typeset::default())
}

#[test]
fn a_panic_is_one_page_that_fails() {
    let bad = Turn { site: Some(Arc::new(mistaken())), ..turn(&with(&[])) };
    let mut preview = Preview::of(bad);
    for _ in 0..3 {
        let answer = preview.get("/prep/guides/first/");
        assert_eq!(answer.status, 500, "{}", answer.text());
        assert!(answer.text().contains("mistake of greenroom itself"), "{}", answer.text());
        assert_eq!(answer.script("data-page"), "guides/first/index.html");
    }
    assert_eq!(preview.get("/prep/own.css").status, 200);
    preview.show(&with(&[]));
    assert_eq!(preview.get("/prep/guides/first/").status, 200);
}
