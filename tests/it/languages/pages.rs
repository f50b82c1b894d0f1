//! Pages in other languages: no English word on any, the right language and direction on all.

use std::collections::BTreeSet;

use greenroom::site::Site;
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::{language_file, marked, pseudo, site, text};

/// Names that are the same in every language.
const NAMES: [&str; 4] = ["NET", "SOC", "NAICS", "en"];

/// The marked site with the words of a language file of its own.
fn marked_in(tag: &str, words: Option<String>) -> Site {
    let mut files = marked(tag);
    files.extend(words.map(|words| (format!("templates/languages/{tag}.ftl"), words)));
    site(&files)
}

/// Every text of a page that someone sees or hears.
fn heard(node: &Handle, out: &mut Vec<String>) {
    match &node.data {
        NodeData::Text { contents } => out.push(contents.borrow().to_string()),
        NodeData::Element { name, attrs, .. } => {
            if matches!(&*name.local, "script" | "style") {
                return;
            }
            for attribute in attrs.borrow().iter() {
                let tag = &*name.local;
                let meta = tag == "meta"
                    && attrs.borrow().iter().any(|other| {
                        other.value.starts_with("og:")
                            && &*other.value != "og:type"
                            && &*other.value != "og:url"
                            || &*other.value == "description"
                    });
                match &*attribute.name.local {
                    "aria-label" | "title" | "alt" | "placeholder" => out.push(attribute.value.to_string()),
                    "content" if meta => out.push(attribute.value.to_string()),
                    _ => {}
                }
            }
        }
        _ => {}
    }
    for child in node.children.borrow().iter() {
        heard(child, out);
    }
}

/// The words of a page that neither an author wrote nor a language file.
fn english(html: &str) -> BTreeSet<String> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut texts = Vec::new();
    heard(&dom.document, &mut texts);
    let words = texts.iter().flat_map(|text| text.split(|c: char| !c.is_alphabetic()));
    words
        .filter(|word| word.chars().filter(char::is_ascii_alphabetic).count() > 1)
        .filter(|word| !word.starts_with(['x', 'X']) && !NAMES.contains(word))
        .map(str::to_owned)
        .collect()
}

#[test]
fn no_page_has_a_word_of_its_own() {
    let site = marked_in("en-XA", Some(pseudo::accented(&language_file("en"))));
    let mut kinds = BTreeSet::new();
    let mut wrong = Vec::new();
    for path in site.outputs().iter().filter(|path| path.is_page()) {
        let html = text(&site, path.as_str());
        assert!(html.contains("<html lang=\"en-XA\" dir=\"ltr\">"), "{path}");
        kinds.insert(site.template(path));
        // A page that is called as another one says its address.
        let mut found = english(&html);
        found.retain(|word| !path.as_str().split('/').any(|part| part == word));
        if !found.is_empty() {
            wrong.push(format!("{path}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "words that no language file has:\n{}", wrong.join("\n"));
    assert_eq!(kinds.len(), 26, "every type of page is looked at: {kinds:?}");
    let data = text(&site, "data/v1/index.json");
    assert!(!data.contains("Everyone") && !data.contains("Behavioral"), "{data}");
}

#[test]
fn the_words_of_an_empty_site_come_from_language_files_too() {
    let mut files: Vec<(String, String)> = marked("en-XA").into_iter().take(1).collect();
    files.push(("content/guides/one.md".into(), "# Xone\n\nXtext.\n".into()));
    files.push(("templates/languages/en-XA.ftl".into(), pseudo::accented(&language_file("en"))));
    let site = site(&files);
    for path in site.outputs().iter().filter(|path| path.is_page()) {
        assert_eq!(english(&text(&site, path.as_str())), BTreeSet::new(), "{path}");
    }
}

#[test]
fn english_words_are_found_where_there_are_some() {
    let site = marked_in("en", None);
    let found = english(&text(&site, "questions/core/full/index.html"));
    for word in ["Reviewed", "Questions", "January", "Breadcrumbs", "Footnotes", "Behavioral"] {
        assert!(found.contains(word), "{word} in {found:?}");
    }
}

#[test]
fn a_page_says_its_language_and_direction() {
    let dir = |tag: &str| {
        let html = text(&marked_in(tag, None), "index.html");
        let start = html.split_once("<html ").expect("an html element").1;
        start.split_once('>').expect("its end").0.to_owned()
    };
    assert_eq!(dir("es-MX"), "lang=\"es-MX\" dir=\"ltr\"");
    assert_eq!(dir("ar-XB"), "lang=\"ar-XB\" dir=\"rtl\"");
    assert_eq!(dir("he"), "lang=\"he\" dir=\"rtl\"");
    assert_eq!(dir("fa"), "lang=\"fa\" dir=\"rtl\"");
    assert_eq!(dir("ur"), "lang=\"ur\" dir=\"rtl\"");
}

#[test]
fn dates_and_numbers_follow_the_language() {
    let page = |tag: &str| text(&marked_in(tag, None), "questions/core/full/index.html");
    assert!(page("en").contains("Reviewed <time datetime=\"2026-01-02\">January 2, 2026</time>"));
    assert!(page("en-GB").contains("Reviewed <time datetime=\"2026-01-02\">2 January 2026</time>"));
    let spanish = page("es-MX");
    assert!(
        spanish.contains("Revisado el <time datetime=\"2026-01-02\">2 de enero de 2026</time>"),
        "{spanish}"
    );
    assert!(spanish.contains(">De comportamiento<"), "{spanish}");
    let french = page("fr-CA");
    assert!(french.contains("Vérifié le <time datetime=\"2026-01-02\">2 janvier 2026</time>"), "{french}");
    assert!(french.contains("1\u{a0}min 30\u{a0}s"), "{french}");
    let home = |tag: &str| text(&marked_in(tag, None), "kits/index.html");
    assert!(home("fr").contains("<a class=\"skip\" href=\"#main\">Aller au contenu</a>"));
}

#[test]
fn the_sites_own_words_hold_first() {
    let mut files = marked("es-MX");
    files.push(("templates/languages/es.ftl".into(), "skip = Salta\nhome = Portada <b>\n".into()));
    files.push(("templates/languages/es-MX.ftl".into(), "skip = Brinca\n".into()));
    let page = text(&site(&files), "guides/index.html");
    assert!(page.contains(">Brinca</a>") && page.contains(">Portada &lt;b&gt;</a>"), "{page}");
    assert!(page.contains(">Guías</a>"), "{page}");
}

#[test]
fn html_in_a_gap_stays_and_words_around_it_are_escaped() {
    let mut files = marked("en");
    files.push(("templates/languages/en.ftl".into(), "moved-to = <i>{ $page }</i> & { $page }\n".into()));
    let page = text(&site(&files), "questions/core/older/index.html");
    let link =
        page.split_once("&lt;i&gt;").expect("escaped").1.split_once("&lt;/i&gt; &amp; ").expect("both");
    assert!(link.0.starts_with("<a href=") && link.1.starts_with(link.0), "{page}");
}

#[test]
fn other_words_reach_texts_that_were_written_before() {
    let files = marked("en");
    let before = super::built(&files);
    let mut sources = (*before.sources).clone();
    let path = greenroom::base::SourcePath::new("templates/languages/en.ftl").expect("a path");
    let page = "questions/core/full/index.html";
    assert!(text(before.site().expect("a site"), page).contains(">Warning</p>"));
    sources.insert(path, "alert-warning = Mind\n".as_bytes());
    let drafts = greenroom::model::Options { drafts: true, ..Default::default() };
    let after = greenroom::build::build(sources, &drafts, &before.memo, &|_| {});
    let page = text(after.site().expect("a site"), page);
    assert!(page.contains(">Mind</p>") && !page.contains(">Warning</p>"), "{page}");
}
