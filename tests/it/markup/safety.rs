//! What holds for every text: the page gets only elements, attributes and addresses that the theme knows,
//! every place lies in the file, and the HTML stays within its bound.

use std::collections::BTreeSet;

use greenroom::base::Span;
use greenroom::diag::Diagnostic;
use greenroom::markup::Options;
use greenroom::syntax::{Document, Text, markdown};
use html5ever::tendril::TendrilSink;
use html5ever::{Attribute, ParseOpts, QualName, local_name, ns};
use markup5ever_rcdom::{NodeData, RcDom};
use proptest::prelude::*;

use super::corpus::{ATTACKS, PIECES};
use super::{html, text};

const ELEMENTS: &[&str] = &[
    "a",
    "blockquote",
    "br",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "input",
    "label",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "span",
    "strong",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul", // MathML
    "b",
    "i",
    "math",
    "menclose",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "mspace",
    "msqrt",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "s",
    "u",
];

const ATTRIBUTES: &[&str] = &[
    "alt",
    "aria-label",
    "checked",
    "class",
    "decoding",
    "disabled",
    "href",
    "id",
    "loading",
    "rel",
    "role",
    "scope",
    "src",
    "start",
    "tabindex",
    "title",
    "type", // MathML
    "accent",
    "accentunder",
    "display",
    "displaystyle",
    "fence",
    "form",
    "height",
    "largeop",
    "linethickness",
    "lspace",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "notation",
    "rspace",
    "scriptlevel",
    "stretchy",
    "symmetric",
    "width",
];

/// Classes are ours, except the name of a code block's language.
const CLASSES: &[&str] = &[
    "alert",
    "alert-caution",
    "alert-important",
    "alert-note",
    "alert-tip",
    "alert-title",
    "alert-warning",
    "center",
    "end",
    "footnote-back",
    "footnote-ref",
    "footnotes",
    "start",
    "table",
    "task",
    "tasks", // code
    "a",
    "c",
    "d",
    "f",
    "g",
    "h",
    "i",
    "k",
    "n",
    "s",
    "t",
    "v", // formulas
    "m-bl",
    "m-br",
    "m-bt",
    "m-dash",
    "m-half",
    "m-left",
    "m-pl0",
    "m-pl1",
    "m-pr0",
    "m-right",
    "m-wide",
    "math-core-sans-serif-font",
    "math-core-serif-font",
    "menclose-downdiagonalstrike",
    "menclose-horizontalstrike",
    "menclose-updiagonalstrike",
];

/// Everything that must hold for one text, whatever it is read as.
fn check(source: &str) {
    let place = text(source);
    let mut problems = Vec::new();
    for read in [markdown::blocks, markdown::titled, markdown::inline] {
        problems.clear();
        let document = read(&place, &mut problems);
        check_document(source, &document, &mut problems);
    }
}

fn check_document(source: &str, document: &Document, problems: &mut Vec<Diagnostic>) {
    let options = Options { ids: "q-", ..Options::default() };
    let out = html(document, &options, problems);
    assert!(out.len() <= 8 * source.len() + 64 * 1024, "{} from {}", out.len(), source.len());
    check_html(&out);
    for span in spans(document).into_iter().chain(problems.iter().filter_map(Diagnostic::span)) {
        assert!(source.get(span.range()).is_some(), "{span:?} in {source:?}");
    }
    for problem in problems.iter() {
        assert!(!problem.message.is_empty() && !problem.help.is_empty());
        assert!(!problem.message.ends_with('.'), "{}", problem.message);
        assert!(problem.message.chars().next().is_some_and(|c| !c.is_uppercase()), "{}", problem.message);
    }
    let _ = (document.words(), document.is_empty());
}

fn spans(document: &Document) -> Vec<Span> {
    let mut spans = vec![document.span()];
    spans.extend(document.title().map(|title| title.span));
    spans.extend(document.headings().iter().map(|heading| heading.span));
    spans.extend(document.links().iter().map(|link| link.span));
    spans.extend(document.embeds().iter().flat_map(|embed| [embed.span, embed.id_span]));
    spans.extend(document.formulas().iter().map(|formula| formula.span));
    spans.extend(document.code_blocks().iter().flat_map(|code| [code.span, code.language_span]));
    spans.extend(document.tables().iter().map(|table| table.span));
    spans.extend(document.tasks().iter().map(|task| task.span));
    spans.extend(document.footnotes().iter().map(|note| note.span));
    spans.extend(document.raw_html());
    spans
}

/// Reads the HTML with an independent parser and compares with the lists.
fn check_html(out: &str) {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let dom = html5ever::parse_fragment(RcDom::default(), ParseOpts::default(), context, Vec::new(), false)
        .one(out);
    let mut ids = BTreeSet::new();
    let mut waiting: Vec<_> = dom.document.children.borrow().iter().cloned().collect();
    // The parser puts a fragment under an `<html>` of its own.
    waiting = waiting.iter().flat_map(|root| root.children.borrow().clone()).collect();
    while let Some(node) = waiting.pop() {
        match &node.data {
            NodeData::Element { name, attrs, .. } => {
                let name = &*name.local;
                assert!(ELEMENTS.contains(&name), "<{name}> in {out}");
                for attribute in attrs.borrow().iter() {
                    check_attribute(name, attribute, out);
                    if &*attribute.name.local == "id" {
                        assert!(ids.insert(attribute.value.to_string()), "an id twice in {out}");
                    }
                }
            }
            NodeData::Comment { contents } => {
                assert!(contents.starts_with(" embed "), "a comment in {out}");
            }
            NodeData::Text { .. } => {}
            _ => panic!("neither element nor text in {out}"),
        }
        waiting.extend(node.children.borrow().iter().cloned());
    }
    let errors = dom.errors.borrow();
    assert!(errors.is_empty(), "{errors:?} in {out}");
}

fn check_attribute(element: &str, attribute: &Attribute, out: &str) {
    let (name, value) = (&*attribute.name.local, &*attribute.value);
    assert!(ATTRIBUTES.contains(&name), "{name} in {out}");
    match (element, name) {
        ("a", "href") => check_address(value, out),
        ("img", "src") => {
            check_address(value, out);
            assert!(!value.to_ascii_lowercase().starts_with("http"), "a remote image in {out}");
        }
        (_, "href" | "src") => panic!("{name} on <{element}> in {out}"),
        (_, "class") => {
            for class in value.split_whitespace() {
                assert!(CLASSES.contains(&class) || class.starts_with("language-"), "class {class} in {out}");
            }
        }
        _ => {}
    }
}

/// A browser must not find another scheme or host in it (WHATWG URL: controls and outer spaces do not count).
fn check_address(value: &str, out: &str) {
    let read: String = value.chars().filter(|c| !c.is_control()).collect::<String>().trim().to_lowercase();
    assert!(
        !read.starts_with("//") && !read.starts_with("/\\") && !read.starts_with('\\'),
        "{value} in {out}"
    );
    if let Some((scheme, _)) = read.split_once(':')
        && !scheme.contains(['/', '?', '#'])
    {
        assert!(["http", "https", "mailto", "tel"].contains(&scheme), "{value} in {out}");
    }
}

#[test]
fn attacks_stay_text() {
    for attack in ATTACKS {
        check(attack);
        check(&format!("a {attack} b"));
        check(&format!("- {attack}\n\n> {attack}\n\n## {attack}\n\n|{attack}|b|\n|-|-|\n|c|{attack}|\n"));
        check(&format!("[{attack}](a.md) ![{attack}](b.png) *{attack}* `{attack}` ${attack}$"));
        check(&format!("```{attack}\n{attack}\n```\n\n- [ ] {attack}\n\nx[^1]\n\n[^1]: {attack}\n"));
    }
}

#[test]
fn bombs_stay_small() {
    let size = 200_000;
    for piece in PIECES.iter().chain(&[
        ">",
        "- ",
        "*a **b ",
        "[a](",
        "![",
        "<a ",
        "&#0;",
        "[^a]",
        "|a",
        "$a",
        "$x$",
        "\\",
        "# a\n",
        "#\n",
        "`a``",
        "a\n: b\n\n",
        "- [ ] a\n",
        "- ",
        "1) ",
        "~a~~",
        "<!--",
        "http://",
        "http://@",
        "{{ ",
        "{{ kit \"a\" }}\n\n",
        "[^",
        "a\u{200B}",
        "&",
        "\"",
        "```\n",
        "***",
        "|\n",
        "[a]: b\n",
        "[a][a]",
        "\t",
        "x[^1]\n\n[^1]: a\n\n",
    ]) {
        let source = piece.repeat(size / piece.len());
        let place = text(&source);
        for read in [markdown::blocks, markdown::inline] {
            let mut problems = Vec::new();
            let document = read(&place, &mut problems);
            let out = html(&document, &Options::default(), &mut problems);
            assert!(
                out.len() <= 8 * source.len() + 64 * 1024,
                "{piece:?}: {} from {}",
                out.len(),
                source.len()
            );
        }
    }
}

#[test]
fn places_are_right_behind_escapes() {
    let literal = "\"a\\u00e9 [x](javascript\\u003ay) \\\"*z*\\\"\"";
    let value = "aé [x](javascript:y) \"*z*\"";
    let file = text("").span().file;
    let place = Text::toml(value, literal, Span::new(file, 5..5 + literal.len()));
    let mut problems = Vec::new();
    markdown::inline(&place, &mut problems);
    let span = problems[0].span().expect("a place");
    assert_eq!(&literal[span.start as usize - 5..span.end as usize - 5], "javascript\\u003ay");
}

/// Random text, and text made of pieces of Markdown.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => prop::sample::select(ATTACKS).prop_map(str::to_owned),
        1 => ".{0,12}",
    ];
    prop_oneof![
        1 => any::<String>(),
        6 => prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_escapes(source in any_text()) {
        check(&source);
    }
}
