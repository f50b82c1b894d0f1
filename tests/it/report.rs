//! Reports: what every format prints for diagnostics of all shapes, and what no text can do to one.

use std::path::PathBuf;

use greenroom::base::{FileId, SourcePath, Span};
use greenroom::diag::{Diagnostic, Edit, Fix, Severity, codes};
use greenroom::report::{Format, Report, WIDTH, write};
use greenroom::source::Sources;
use proptest::prelude::*;

const CORE: &str = r#"title = "Core behavioral questions"
direction = "you-answer"

[defaults]
titel = "Teamwork"

[[question]]
id = "conflict-teammate"
text = "Tell me about a time you disagreed with a teammate."
cover = [
  "What the disagreement was about",
  "What you did first",
]

[[question]]
id = "conflict-teammate"
text = "Tell me about a mistake."
"#;

/// The project that the diagnostics below are about.
fn sources() -> Sources {
    let mut sources = Sources::default();
    for (path, text) in [
        ("content/banks/core.toml", CORE.as_bytes()),
        ("content/banks/other.toml", b"[[question]]\nid = \"conflict-teammate\"\n"),
        ("content/banks/windows.toml", b"\xef\xbb\xbftitle = 1\r\n\ttext = \x1b[2J'x'\r\n\r\nid = \"a\"\r\n"),
        (
            "content/banks/wide.toml",
            "text = \"面接の質問 e\u{301}e\u{301} 👍\" # \u{202e}x\nid = 'b'".as_bytes(),
        ),
        ("content/banks/latin.toml", b"title = \"Caf\xe9\"\n"),
        ("content/guides/long.md", long_line().as_bytes()),
    ] {
        sources.insert(source_path(path), text);
    }
    sources
}

fn long_line() -> String {
    format!("# Title\n\n{}[here](ftp://x){}\n", "много слов ".repeat(30_000), " and more".repeat(30_000))
}

fn source_path(path: &str) -> SourcePath {
    SourcePath::new(path).expect("a fair path")
}

/// The span of the `nth` (from 0) `needle` in a file.
fn nth(sources: &Sources, path: &str, needle: &str, nth: usize) -> Span {
    let file = sources.get(&source_path(path)).expect("a file of the project");
    let text = file.text().expect("UTF-8");
    let (at, found) = text.match_indices(needle).nth(nth).expect("in the text");
    Span::new(file.id, at..at + found.len())
}

/// Diagnostics of every shape, in the order a build would give them.
fn problems(sources: &Sources) -> Vec<Diagnostic> {
    let at =
        |path: &str, needle: &str, n: usize| nth(sources, &format!("content/banks/{path}.toml"), needle, n);
    let latin = FileId::of(&source_path("content/banks/latin.toml"));
    let core = FileId::of(&source_path("content/banks/core.toml"));
    let blank = at("windows", "\n", 1);
    let link = nth(sources, "content/guides/long.md", "ftp://x", 0);
    let two = |file: &str, n: usize| at(file, "\"conflict-teammate\"", n);
    let mut hint = Diagnostic::project(&codes::ID_UNLOCKED, "2 questions are not in `greenroom.lock` yet");
    hint.help.push("run `greenroom lock`, then commit the file".into());
    vec![
        hint,
        Diagnostic::at(&codes::UNKNOWN_KEY, at("core", "titel", 0), "the key `titel` is not known")
            .caret("not a field of a question")
            .help("did you mean `title`?")
            .fix("write `title`", at("core", "titel", 0), "title"),
        Diagnostic::at(
            &codes::LONG_QUESTION,
            between(at("core", "cover", 0), at("core", "\n]", 0)),
            "too long",
        )
        .caret("here"),
        Diagnostic::at(&codes::DUPLICATE_ID, two("core", 1), "the id `conflict-teammate` is used twice")
            .label(two("core", 0), "first used here")
            .label(two("other", 0), "and here")
            .label(Span::head(latin), "and in here")
            .help("give one of them another id")
            .help("when both are the same question, keep one"),
        Diagnostic::at(
            &codes::TOML_SYNTAX,
            Span::new(core, CORE.len()..CORE.len()),
            "the file ends too soon",
        )
        .caret("expected `]`"),
        Diagnostic::at(&codes::NOT_UTF8, Span::new(latin, 12..13), "the file is not UTF-8"),
        Diagnostic::at(&codes::INVISIBLE_CHARACTER, at("wide", "\u{202e}", 0), "a bidirectional control")
            .caret("it turns the text around"),
        Diagnostic::at(&codes::BAD_VALUE, at("wide", "👍", 0), "`👍` is not allowed")
            .label(at("wide", "質問", 0), "wide")
            .label(at("wide", "e\u{301}", 1), "combining"),
        Diagnostic::at(&codes::WRONG_TYPE, at("windows", "1", 0), "`title` is a number"),
        Diagnostic::at(&codes::BAD_VALUE, at("windows", "'x'", 0), "`\u{1b}[2J` is not allowed\nerror: none")
            .caret("\u{9b}2J")
            .help("use letters\u{7}")
            .fix("quote it", at("windows", "'x'", 0), "\"x\u{1b}\""),
        Diagnostic::at(&codes::MISSING_KEY, Span { end: blank.start, ..blank }, "a key is missing"),
        Diagnostic::at(&codes::UNSAFE_LINK, link, "links cannot use `ftp`")
            .caret("only http, https, mailto and tel")
            .fix("remove the address", link, ""),
        Diagnostic::file(&codes::SYMLINK, &source_path("content/ba:n,ks/a%b.toml"), "`a` is a symbolic link"),
        two_files(at("core", "\"you-answer\"", 0), at("other", "[[question]]\n", 0)),
    ]
}

fn two_files(first: Span, second: Span) -> Diagnostic {
    let edit = |span, text: &str| Edit { span, text: text.to_owned() };
    let edits = vec![edit(first, "\"you-ask\""), edit(second, "direction = \"you-ask\"\n\n[[question]]\n")];
    let mut made = Diagnostic::at(&codes::WRONG_SIDE, first, "the banks differ in direction");
    made.severity = Severity::Warning;
    made.fix = Some(Fix { title: "write the direction into both".into(), edits });
    made
}

fn between(first: Span, last: Span) -> Span {
    Span { end: last.end, ..first }
}

fn printed(format: Format, diagnostics: &[Diagnostic], sources: &Sources, limit: Option<usize>) -> String {
    let report = Report { diagnostics, texts: sources, root: "", colour: false, width: WIDTH, limit };
    let mut out = Vec::new();
    write(format, &report, &mut out).expect("a Vec takes everything");
    String::from_utf8(out).expect("reports are text")
}

/// Compares with a file in `tests/it/data/report/`.
fn golden(name: &str, now: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/it/data/report").join(name);
    if std::env::var_os("GREENROOM_ACCEPT").is_some() {
        std::fs::write(&path, now).expect("the data folder can be written");
    }
    let then = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let difference = similar::TextDiff::from_lines(then.as_str(), now);
    assert!(then == now, "{name} differs:\n{}", difference.unified_diff());
}

/// A JSON document, laid out for a reader.
fn laid_out(text: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
    serde_json::to_string_pretty(&value).expect("JSON") + "\n"
}

#[test]
fn people_see_lines_and_carets() {
    let sources = sources();
    golden("human.txt", &printed(Format::Human, &problems(&sources), &sources, None));
}

#[test]
fn short_is_one_line_each() {
    let sources = sources();
    golden("short.txt", &printed(Format::Short, &problems(&sources), &sources, None));
}

#[test]
fn json_is_one_document() {
    let sources = sources();
    let text = printed(Format::Json, &problems(&sources), &sources, None);
    assert_eq!(text.lines().count(), 1);
    golden("json.json", &laid_out(&text));
    let empty = printed(Format::Json, &[], &sources, None);
    assert_eq!(
        empty,
        "{\"version\":1,\"diagnostics\":[],\"summary\":{\"errors\":0,\"warnings\":0,\"hints\":0}}\n"
    );
}

#[test]
fn github_gets_workflow_commands() {
    let sources = sources();
    let text = printed(Format::Github, &problems(&sources), &sources, None);
    assert!(text.lines().all(|line| line.starts_with("::")));
    golden("github.txt", &text);
}

#[test]
fn sarif_keeps_to_its_schema() {
    // One pattern of the published schema has a bracket too many, which a strict reader refuses.
    let schema = include_str!("data/sarif-2.1.0.json").replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$");
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let sources = sources();
    let every = codes::ALL.iter().map(|code| Diagnostic::project(code, code.summary)).collect();
    for problems in [problems(&sources), every, Vec::new()] {
        let text = printed(Format::Sarif, &problems, &sources, None);
        let log: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let errors: Vec<String> =
            validator.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
    let text = printed(Format::Sarif, &problems(&sources), &sources, None);
    let mut log: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    // The explanations and the version change for their own reasons.
    let driver = log.pointer_mut("/runs/0/tool/driver").expect("the driver");
    for key in ["version", "semanticVersion"] {
        driver[key] = "…".into();
    }
    for rule in driver["rules"].as_array_mut().expect("rules") {
        let code = rule["id"].as_str().and_then(codes::find).expect("a code");
        assert_eq!(rule["help"]["text"], code.explanation);
        rule["help"]["text"] = "…".into();
        assert!(
            rule["fullDescription"]["text"].as_str().is_some_and(|text| text.len() > 40),
            "{}",
            code.name
        );
        rule["fullDescription"]["text"] = "…".into();
    }
    golden("sarif.json", &laid_out(&log.to_string()));
}

#[test]
fn nothing_to_report_is_silence() {
    let sources = Sources::default();
    for format in [Format::Human, Format::Short, Format::Github] {
        assert_eq!(printed(format, &[], &sources, Some(50)), "");
    }
}

#[test]
fn ten_thousand_problems_are_no_flood() {
    let sources = sources();
    let key = nth(&sources, "content/banks/core.toml", "titel", 0);
    let unknown = |n: usize| Diagnostic::at(&codes::UNKNOWN_KEY, key, format!("the key `k{n}` is not known"));
    let long = |n: usize| Diagnostic::at(&codes::LONG_QUESTION, key, format!("question {n} is long"));
    let mut problems: Vec<Diagnostic> = (0..4_990).map(long).chain((0..5_000).map(unknown)).collect();
    problems.extend((0..10).map(|_| Diagnostic::project(&codes::NO_SITE_FILE, "there is no `site.toml`")));
    golden("flood.txt", &printed(Format::Short, &problems, &sources, Some(3)));
    let human = printed(Format::Human, &problems, &sources, Some(50));
    assert!(human.lines().count() < 400, "{}", human.lines().count());
    assert_eq!(human.matches("error[unknown-key]: the key").count(), 50);
    let github = printed(Format::Github, &problems, &sources, Some(50));
    assert_eq!(github.lines().count(), 21);
    golden("github-flood.txt", github.lines().last().expect("the notice"));
    let json: serde_json::Value =
        serde_json::from_str(&printed(Format::Json, &problems, &sources, Some(50))).expect("JSON");
    assert_eq!(json["diagnostics"].as_array().map(Vec::len), Some(10_000));
}

#[test]
fn a_root_stands_before_each_path() {
    let sources = sources();
    let problems = problems(&sources);
    let report = Report {
        diagnostics: &problems[1..2],
        texts: &sources,
        root: "site/",
        colour: true,
        width: 80,
        limit: None,
    };
    for (format, wanted) in [
        (Format::Human, "site/content/banks/core.toml:5:1\n"),
        (Format::Short, "site/content/banks/core.toml:5:1: error[unknown-key]: "),
        (Format::Json, "\"path\":\"site/content/banks/core.toml\""),
        (Format::Github, "file=site/content/banks/core.toml,line=5,"),
        (Format::Sarif, "\"uri\":\"site/content/banks/core.toml\""),
    ] {
        let mut out = Vec::new();
        write(format, &report, &mut out).expect("a Vec takes everything");
        let text = String::from_utf8(out).expect("reports are text");
        assert!(text.contains(wanted), "{format:?}: {text}");
        assert_eq!(text.contains('\u{1b}'), format == Format::Human, "{format:?}");
    }
}

#[test]
fn every_explanation_is_fit_to_read() {
    for code in codes::ALL {
        let (name, text) = (code.name, code.explanation);
        assert!(text.lines().count() >= 4, "{name} is short");
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{name} ends with one line break");
        for line in text.lines() {
            assert!(line.chars().count() <= 78, "{name}: {line}");
            assert_eq!(line, line.trim_end(), "{name}: a line ends with a blank");
            assert!(!line.contains('\t'), "{name}: a tab");
        }
        let says = text.contains("[checks]") || text.contains("allow = [");
        assert_eq!(says, code.adjustable || name == "fixed-check" || name == "unknown-check", "{name}");
    }
}

/// Texts that have hurt renderers before.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[a-z =\"]{0,12}",
        Just("\n".to_owned()),
        Just("\r\n".to_owned()),
        Just("\r".to_owned()),
        Just("\t".to_owned()),
        Just("\u{feff}".to_owned()),
        Just("\u{1b}[1m".to_owned()),
        Just("面e\u{301}👍".to_owned()),
        Just("\u{f0000}:1:2".to_owned()),
        Just("long ".repeat(150)),
    ];
    proptest::collection::vec(part, 0..14).prop_map(|parts| parts.concat())
}

fn diagnostic() -> impl Strategy<Value = Diagnostic> {
    let span = || (0_usize..2, prop_oneof![0_usize..40, 0_usize..1500], 0_usize..40);
    let spans = || proptest::collection::vec((span(), text()), 0..4);
    (span(), text(), spans(), spans()).prop_map(|(at, words, labels, edits)| {
        let span = |(file, start, length): (usize, usize, usize)| {
            let name = ["content/banks/a.toml", "content/banks/b.toml"][file];
            Span::new(FileId::of(&source_path(name)), start..start + length)
        };
        let made = Diagnostic::at(&codes::BAD_VALUE, span(at), words.clone())
            .caret(words.clone())
            .help(words.clone());
        let mut made = labels.into_iter().fold(made, |made, (at, text)| made.label(span(at), text));
        let edits: Vec<Edit> = edits.into_iter().map(|(at, text)| Edit { span: span(at), text }).collect();
        made.fix = (!edits.is_empty()).then_some(Fix { title: words, edits });
        made
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_breaks_a_report(a in text(), b in text(), one in diagnostic(), width in 0_usize..200) {
        let mut sources = Sources::default();
        sources.insert(source_path("content/banks/a.toml"), a.as_bytes());
        sources.insert(source_path("content/banks/b.toml"), b.as_bytes());
        for (_, format) in Format::WORDS {
            let report = Report {
                diagnostics: std::slice::from_ref(&one),
                texts: &sources,
                root: "",
                colour: false,
                width,
                limit: None,
            };
            let mut out = Vec::new();
            write(format, &report, &mut out).expect("a Vec takes everything");
            let text = String::from_utf8(out).expect("reports are text");
            prop_assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{format:?}: {text:?}");
            prop_assert!(!text.contains('\u{f0000}'), "{format:?}: {text:?}");
        }
    }
}
