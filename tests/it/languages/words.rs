//! The language files that are shipped: whole, with the same gaps, all of use, and written as each language asks.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use greenroom::plan::Standing;
use greenroom::syntax::records::{guide, question, site, task};

use super::language_file;

/// A phrase: its words and its gaps.
#[derive(Default)]
struct Phrase {
    words: Vec<String>,
    gaps: BTreeSet<String>,
}

fn phrases(tag: &str) -> BTreeMap<String, Phrase> {
    let text = language_file(tag);
    let resource = parser::parse(text.as_str()).expect("a language file that can be read");
    let mut phrases = BTreeMap::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let mut phrase = Phrase::default();
            walk(&message.value.expect("words"), &mut phrase);
            phrases.insert(message.id.name.to_owned(), phrase);
        }
    }
    phrases
}

fn walk(pattern: &Pattern<&str>, phrase: &mut Phrase) {
    let mut line = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => line.push_str(value),
            PatternElement::Placeable { expression } => {
                let inline = match expression {
                    Expression::Inline(inline) => inline,
                    Expression::Select { selector, variants } => {
                        variants.iter().for_each(|variant| walk(&variant.value, phrase));
                        selector
                    }
                };
                match inline {
                    InlineExpression::VariableReference { id } => {
                        phrase.gaps.insert(id.name.to_owned());
                    }
                    InlineExpression::StringLiteral { value } => line.push_str(value),
                    _ => {}
                }
                line.push('¤');
            }
        }
    }
    phrase.words.push(line);
}

fn keys(phrases: &BTreeMap<String, Phrase>) -> BTreeSet<&str> {
    phrases.keys().map(String::as_str).collect()
}

#[test]
fn every_language_has_every_phrase_with_the_same_gaps() {
    let english = phrases("en");
    for tag in ["es", "fr"] {
        let own = phrases(tag);
        assert_eq!(keys(&own), keys(&english), "{tag}");
        for (key, phrase) in &own {
            assert_eq!(phrase.gaps, english[key].gaps, "{key} in {tag}");
        }
    }
}

#[test]
fn every_phrase_is_of_use() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    let mut folders: Vec<_> =
        ["themes/default/templates", "src/view", "src/plan", "src/markup", "src/theme/phrases"]
            .map(|folder| root.join(folder))
            .into();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                text.push_str(&std::fs::read_to_string(path).expect("a text"));
            }
        }
    }
    let mut made: BTreeSet<String> = BTreeSet::new();
    let mut family = |start: &str, words: &[&str]| {
        made.extend(words.iter().map(|word| format!("{start}-{word}")));
    };
    family("phase", &guide::PHASES);
    family("phase", &["none"]);
    family("channel", &task::CHANNELS);
    family("purpose", &task::PURPOSES);
    family("relationship", &task::RELATIONSHIPS);
    family("moment", &task::MOMENTS);
    family("difficulty", &question::DIFFICULTIES);
    family("step", &["situation", "task", "action", "result", "learning"]);
    family("facet", &["kind", "competency", "stage", "level", "topic", "direction", "role", "industry"]);
    family("search-more", &["questions", "guides", "roles", "industries"]);
    let sections = ["questions", "guides", "roles", "industries", "kits", "checklists", "messages"];
    family("section", &sections);
    family("description", &sections);
    let standing = Standing::ALL.map(Standing::word);
    family("section", &standing);
    family("description", &standing);
    family("outreach-check", &["connection", "reason", "ask", "no-job", "you", "out", "short", "brackets"]);
    for start in ["contacts", "contacts-example"] {
        family(start, &["who", "how", "asked", "met", "thanked", "next"]);
    }
    for start in ["contacts-when", "contacts-do"] {
        family(start, &["ask", "nudge", "confirm", "thank", "touch"]);
    }
    family("accessibility-conformance", &site::CONFORMANCE);
    family("accessibility-aim", &["keyboard", "size", "colour", "motion", "script", "print"]);
    family("home", &["you-ask", "you-answer"]);
    for start in ["question-why", "question-follow-ups", "question-wordings"] {
        family(start, &["you-ask", "you-answer"]);
    }
    let months: Vec<String> = (1..=12).map(|month| month.to_string()).collect();
    family("month", &months.iter().map(String::as_str).collect::<Vec<_>>());
    made.extend(vocabulary().into_keys());
    let english = phrases("en");
    let unused: Vec<&str> = keys(&english)
        .into_iter()
        .filter(|key| !made.contains(*key) && !text.contains(&format!("\"{key}\"")))
        .collect();
    assert!(unused.is_empty(), "no template and no view says {unused:?}");
    let missing: Vec<&String> = made.iter().filter(|key| !english.contains_key(*key)).collect();
    assert!(missing.is_empty(), "words of closed lists without a phrase: {missing:?}");
}

/// The built-in vocabulary's labels by the keys of their phrases.
fn vocabulary() -> BTreeMap<String, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/syntax/records/vocabulary.toml");
    let text = std::fs::read_to_string(path).expect("a text");
    let mut labels = BTreeMap::new();
    let (mut list, mut id) = ("", "");
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("[[") {
            list = name.trim_end_matches("]]");
        } else if let Some(value) = line.strip_prefix("id = ") {
            id = value.trim_matches('"');
        } else if let Some(label) = line.strip_prefix("label = ") {
            labels.insert(format!("{list}-{id}"), label.trim_matches('"').to_owned());
        }
    }
    labels
}

#[test]
fn the_built_in_vocabulary_is_said_as_it_is_written() {
    let english = phrases("en");
    for (key, label) in vocabulary() {
        assert_eq!(english[&key].words, [label], "{key}");
    }
}

#[test]
fn french_keeps_its_spaces_and_quotes() {
    for (key, phrase) in phrases("fr") {
        for line in &phrase.words {
            let mut before = ' ';
            for c in line.chars() {
                if matches!(c, ':' | ';' | '?' | '!' | '»') {
                    assert_eq!(before, '\u{202f}', "{key}: {line}");
                }
                if before == '«' {
                    assert_eq!(c, '\u{202f}', "{key}: {line}");
                }
                before = c;
            }
            assert!(!line.contains(['\'', '"']), "{key}: {line}");
        }
    }
}

#[test]
fn spanish_opens_what_it_closes() {
    for (key, phrase) in phrases("es") {
        for line in &phrase.words {
            let count = |c: char| line.matches(c).count();
            assert_eq!((count('¿'), count('¡')), (count('?'), count('!')), "{key}: {line}");
            assert_eq!(count('«'), count('»'), "{key}: {line}");
            assert!(!line.contains(['\'', '"']), "{key}: {line}");
        }
    }
}

#[test]
fn no_phrase_holds_html() {
    for tag in ["en", "es", "fr", "en-GB"] {
        for (key, phrase) in phrases(tag) {
            let html = |line: &String| line.replace("& ", "").contains(['<', '>', '&']);
            assert!(!phrase.words.iter().any(html), "{key} in {tag}");
        }
    }
}

#[test]
fn the_style_sheet_knows_no_left_and_right() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/static/style.css");
    let css = std::fs::read_to_string(path).expect("a text");
    let physical = ["-left:", "-right:", " left:", " right:", ": left;", ": right;", "-left-", "-right-"];
    let wrong: Vec<&str> = css
        .lines()
        .filter(|line| physical.iter().any(|word| line.contains(word)))
        // Code and formulas run from left to right in every language: MathML's own rules name the sides.
        .filter(|line| !line.trim_start().starts_with(".m-"))
        .collect();
    assert!(wrong.is_empty(), "write the logical property: {wrong:#?}");
}
