//! What becomes of each construct, in nodes' effects: records, plain text, diagnostics.

use super::*;
use crate::base::{FileId, SourcePath};
use crate::syntax::document::{Destination, Document, EmbedKind};

fn text(source: &str) -> Text {
    Text::verbatim(FileId::of(&SourcePath::new("a.md").expect("a path")), 100, source)
}

fn read(source: &str) -> (Document, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    (blocks(&text(source), &mut problems), problems)
}

/// The codes of what is wrong, and what each points at.
fn problems(source: &str) -> Vec<(&'static str, &str)> {
    read(source).1.iter().map(|problem| (problem.code.name, pointed(source, problem))).collect()
}

fn pointed<'a>(source: &'a str, problem: &Diagnostic) -> &'a str {
    let span = problem.span().expect("a place");
    &source[span.start as usize - 100..span.end as usize - 100]
}

#[test]
fn a_text_without_markup_is_its_string() {
    for source in ["Tell me about it.", "What is 2 + 2 – or \"three\"?", " spaced \n", "a # b > c - d"] {
        let (document, problems) = read(source);
        assert_eq!((document.simple(), problems.len()), (Some(source.trim()), 0), "{source}");
    }
    let (document, _) = read("R&D costs $50k, snake_case");
    assert_eq!(document.simple(), Some("R&D costs $50k, snake_case"));
    assert!(read(" \n").0.is_empty());
    assert!(!read("![a](b.png)").0.is_empty());
}

#[test]
fn a_line_stays_a_line() {
    for source in
        ["1. Why?", "- no", "# 1 reason", "> 5 years?", "    deep", "a\n===", "+ b", "| a | b |\n|--|--|"]
    {
        let document = inline(&text(source), &mut Vec::new());
        assert!(document.is_inline() && document.headings().is_empty(), "{source}");
        assert_eq!(document.plain(), source.trim().replace('\n', " "), "{source}");
    }
    let document = inline(&text("_Why_ [us](https://a.b)?"), &mut Vec::new());
    assert_eq!(document.plain(), "Why us?");
    assert_eq!(document.links()[0].kind, Destination::Web);
}

#[test]
fn the_plain_text_reads_well() {
    let source = "# T\n\nOne\ntwo **three**.\n\n- a\n  1. b\n  2. `c`\n- [ ] d\n\n> q\n\n| x | y |\n|---|---|\n| 1 | 2 |\n";
    let plain = "T\n\nOne two three.\n\n- a\n  1. b\n  2. c\n- d\n\nq\n\nx | y\n1 | 2";
    assert_eq!(read(source).0.plain(), plain);
}

#[test]
fn embeds_are_paragraphs() {
    let (document, problems) = read("a\n\n{{ question \"core/conflict\" }}\n{{ kit \"b\" }}\n\nc");
    assert!(problems.is_empty(), "{problems:?}");
    let embeds: Vec<_> = document.embeds().iter().map(|embed| (embed.kind, &*embed.id)).collect();
    assert_eq!(embeds, [(EmbedKind::Question, "core/conflict"), (EmbedKind::Kit, "b")]);
}

#[test]
fn what_was_meant_as_an_embed_is_named() {
    assert_eq!(problems("{{ qestion \"a\" }}"), [("unknown-embed", "{{ qestion \"a\" }}")]);
    assert_eq!(problems("{{ kit “a” }}"), [("unknown-embed", "{{ kit “a” }}")]);
    assert_eq!(problems("see {{ kit \"a\" }}!"), [("unknown-embed", "{{ kit \"a\" }}")]);
    assert_eq!(problems("- {{ kit \"a\" }}"), [("unknown-embed", "{{ kit \"a\" }}")]);
    assert_eq!(problems("{{ name }}"), [("unknown-embed", "{{ name }}")]);
    assert_eq!(problems("In Handlebars, {{ user.name }} or `{{ kit \"a\" }}` is a value."), []);
    let mut found = Vec::new();
    inline(&text("{{ kit \"a\" }}"), &mut found);
    assert_eq!(found.len(), 1);
}

#[test]
fn unsafe_addresses_are_text() {
    for (source, at) in [
        ("[a](javascript:alert)", "javascript:alert"),
        ("[a](&#106;avascript:x)", "[a](&#106;avascript:x)"),
        ("<JAVASCRIPT:x>", "JAVASCRIPT:x"),
        ("[a][b]\n\n[b]: data:x", "[a][b]"),
        ("![a](https://b.c/d.png)", "https://b.c/d.png"),
        ("[a](//b.c)", "//b.c"),
    ] {
        let (document, _) = read(source);
        assert!(document.links().is_empty(), "{source}");
        assert_eq!(problems(source), [("unsafe-link", at)]);
    }
    assert_eq!(read("[a *b*](file:x) c").0.plain(), "a b c");
}

#[test]
fn links_and_images_are_recorded() {
    let (document, found) = read("[a *b*](../c.md#d \"e\") ![f `g`](h.png) <i@j.k> (https://l.m/n_o_p).");
    assert!(found.is_empty(), "{found:?}");
    let links: Vec<_> = document.links().iter().map(|link| (&*link.destination, &*link.label)).collect();
    let expected = [
        ("../c.md#d", "a b"),
        ("h.png", "f g"),
        ("mailto:i@j.k", "i@j.k"),
        ("https://l.m/n_o_p", "https://l.m/n_o_p"),
    ];
    assert_eq!(links, expected);
    assert_eq!(&*document.links()[0].title, "e");
    assert_eq!(problems("![](a.png)"), [("missing-alt", "![](a.png)")]);
    assert_eq!(read("http\\://a.b [http://c.d](e)").0.links().len(), 1);
}

#[test]
fn headings_have_ids_and_levels() {
    let (document, found) = read("# A\n\n## B {#x}\n\n## B\n\n## B\n\n### Sets {1, 2}\n");
    assert!(found.is_empty(), "{found:?}");
    let headings: Vec<_> = document.headings().iter().map(|h| (h.level, &*h.id, &*h.text)).collect();
    let expected =
        [(2, "a", "A"), (3, "x", "B"), (3, "b", "B"), (3, "b-1", "B"), (4, "sets-1-2", "Sets {1, 2}")];
    assert_eq!(headings, expected);
    assert_eq!(document.title().map(|title| (title.level, &*title.text)), Some((1, "A")));
    assert_eq!(problems("## a\n\n#### b"), [("heading-order", "#### b")]);
    assert_eq!(problems("### a"), [("heading-order", "### a")]);
    assert_eq!(problems("## a {#x}\n\n## b {#x}"), [("duplicate-id", "{#x}")]);
    assert_eq!(read("##\n\ntext").0.headings().len(), 0);
}

#[test]
fn a_title_can_leave_the_body() {
    let mut found = Vec::new();
    let document = titled(&text("# The *title*\n\nText.\n\n## More\n"), &mut found);
    assert_eq!(document.title().map(|title| &*title.text), Some("The title"));
    assert_eq!((document.plain(), document.headings().len()), ("Text.\n\nMore", 1));
    let late = titled(&text("Text.\n\n# Title\n"), &mut found);
    assert!(late.title().is_none() && late.headings()[0].level == 2);
    assert!(found.is_empty());
}

#[test]
fn footnotes_match() {
    let (document, found) = read("a[^x] b[^y] c[^x]\n\n[^y]: Y[^x]\n[^x]: X\n");
    assert!(found.is_empty(), "{found:?}");
    let notes: Vec<_> = document.footnotes().iter().map(|note| (&*note.id, note.uses)).collect();
    assert_eq!(notes, [("fn-x", 3), ("fn-y", 1)]);
    assert_eq!(problems("a[^x]"), [("missing-footnote", "[^x]")]);
    assert_eq!(problems("a\n\n[^x]: b"), [("missing-footnote", "[^x]: b")]);
    assert_eq!(problems("a \\[^x] `[^x]`"), []);
    assert_eq!(problems("a[^x]\n\n[^x]: b\n\n[^X]: c"), [("duplicate-id", "[^X]: c")]);
}

#[test]
fn tasks_nest() {
    let (document, _) = read("- [ ] a *b*\n  - [x] c\n\n    d\n- e\n");
    let tasks: Vec<_> = document.tasks().iter().map(|task| (&*task.text, task.done, task.depth)).collect();
    assert_eq!(tasks, [("a b", false, 0), ("c", true, 1)]);
}

#[test]
fn sums_of_money_are_no_formulas() {
    for source in ["$50k-$60k", "from $5 to $6", "about $5/hour"] {
        assert!(read(source).0.formulas().is_empty(), "{source}");
    }
    let (document, _) = read("so $x^2$ and\n\n$$\n\\frac{1}{2}\n$$\n");
    let formula = &document.formulas()[0];
    assert_eq!((document.text(formula.source), formula.display, formula.start), ("x^2", false, Some(104)));
    assert!(document.formulas()[1].display);
}

#[test]
fn html_is_kept_apart_and_comments_go() {
    let source = "a <b>c</b> <!-- d --> e<br>f\n\n<!-- g\n\nh -->\n\n<div>\ni\n</div>\n";
    let (document, found) = read(source);
    assert!(found.is_empty());
    let spans: Vec<_> =
        document.raw_html().iter().map(|s| &source[s.start as usize - 100..s.end as usize - 100]).collect();
    assert_eq!(spans, ["<b>", "</b>", "<div>\ni\n</div>"]);
    assert_eq!(document.plain(), "a c  e\nf");
}

#[test]
fn bounds_hold() {
    let deep = "> ".repeat(40);
    let wide = format!("{}|\n{}|\n", "|a".repeat(65), "|-".repeat(65));
    let rows = format!("{}|\n{}|\n{}", "|a".repeat(60), "|-".repeat(60), "|x\n".repeat(50_000));
    for source in [deep, wide, "a ".repeat(200_000), rows] {
        let (document, found) = read(&source);
        let start = &source[..9];
        let codes: Vec<_> = found.iter().map(|problem| problem.code.name).collect();
        assert_eq!(codes, ["document-limit"], "{start}");
        assert!(document.simple().is_some());
    }
    assert!(read(&"> ".repeat(30)).1.is_empty());
}

#[test]
fn what_cannot_be_seen_is_counted() {
    assert_eq!(problems("a\u{200B}b\u{202E}c"), [("invisible-character", "\u{200B}")]);
    assert_eq!(problems("👩\u{200D}💻 نامه\u{200C}ای"), []);
    let mut found = Vec::new();
    inline(&text("a\u{200D}b"), &mut found);
    assert_eq!(found.len(), 1);
}

#[test]
fn documents_can_be_shared() {
    fn shared<T: Send + Sync + Clone>() {}
    shared::<Document>();
    assert!(size_of::<Document>() <= 40);
}
