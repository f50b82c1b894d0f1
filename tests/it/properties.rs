//! Properties of all projects: no input makes a panic, every place lies in its file, and nothing but the
//! input decides what is reported.

use std::path::Path;
use std::sync::OnceLock;

use greenroom::base::{Date, SourcePath, Span};
use greenroom::build::{Build, Memo, build};
use greenroom::diag::{Diagnostic, Place, Severity};
use greenroom::model::Options;
use greenroom::source::Sources;
use proptest::prelude::*;

use crate::cases::show;

/// The project in this repository.
fn own() -> Sources {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Sources::default();
    let mut waiting = vec![root.join("site.toml"), root.join("content")];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            sources.insert(SourcePath::new(&name).unwrap(), std::fs::read(&path).unwrap());
        }
    }
    sources
}

/// The same project, built once.
fn built() -> &'static Build {
    static BUILT: OnceLock<Build> = OnceLock::new();
    BUILT.get_or_init(|| built_from(own(), &Memo::default()))
}

fn built_from(sources: Sources, memo: &Memo) -> Build {
    let options = Options { today: Date::new(2026, 11, 23), ..Options::default() };
    build(sources, &options, memo, &|_| {})
}

#[test]
fn the_starter_site_is_clean() {
    let problems = built().problems.iter();
    let bad: Vec<Diagnostic> =
        problems.filter(|problem| problem.severity > Severity::Hint).cloned().collect();
    assert!(bad.is_empty(), "{}", show(&built().sources, &bad));
}

/// Paths of every kind of file, some of them in the project already.
fn path() -> impl Strategy<Value = SourcePath> {
    const PATHS: [&str; 21] = [
        "site.toml",
        "greenroom.lock",
        "content/vocabulary.toml",
        "content/banks/behavioral-core.toml",
        "content/banks/informational-core.toml",
        "content/banks/new.toml",
        "content/guides/the-day-before.md",
        "content/guides/new.md",
        "content/roles/nurse/role.md",
        "content/roles/nurse/in-hospitals.toml",
        "content/industries/hospitals/industry.md",
        "content/industries/hospitals/new.toml",
        "content/messages/thank-you.md",
        "content/messages/new.md",
        "content/checklists/before-an-informational-interview.md",
        "content/kits/nurse-first-round.toml",
        "content/guides/picture.png",
        "content/unknown.bin",
        "static/file.txt",
        "templates/page.html",
        "themes/own/theme.toml",
    ];
    proptest::sample::select(&PATHS[..]).prop_map(|path| SourcePath::new(path).unwrap())
}

/// A small change to a text: what hands, merges and word processors do to one.
#[derive(Clone, Debug)]
enum Change {
    Cut(usize, usize),
    Insert(usize, &'static str),
    Byte(usize, u8),
    Repeat(usize, usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    const BITS: [&str; 36] = [
        "\"",
        "\"\"\"",
        "'''",
        "'",
        "“",
        "”",
        "\\",
        "[",
        "]",
        "[[",
        "]]",
        "[[question]]\n",
        "[defaults]\n",
        "{",
        "}",
        "=",
        "\n",
        "\r\n",
        "\r",
        "+++\n",
        "---\n",
        "\u{feff}",
        "\u{0}",
        "\u{202e}",
        "é",
        "🎓",
        "#",
        "`",
        "```\n",
        "$",
        "|",
        "> ",
        "{{ question \"a/b\" }}",
        "](",
        "../",
        "question = 1\n",
    ];
    prop_oneof![
        (any::<usize>(), 0..200_usize).prop_map(|(at, length)| Change::Cut(at, length)),
        (any::<usize>(), proptest::sample::select(&BITS[..])).prop_map(|(at, text)| Change::Insert(at, text)),
        (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        (any::<usize>(), 1..40_usize, 2..60_usize).prop_map(|(at, length, n)| Change::Repeat(at, length, n)),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        let place = |at: usize| at % (bytes.len() + 1);
        match *change {
            Change::Cut(at, length) => {
                let (start, end) = (place(at), (place(at) + length).min(bytes.len()));
                bytes.drain(start..end);
            }
            Change::Insert(at, text) => drop(bytes.splice(place(at)..place(at), text.bytes())),
            Change::Byte(at, byte) => bytes.insert(place(at), byte),
            Change::Repeat(at, length, times) => {
                let (start, end) = (place(at), (place(at) + length).min(bytes.len()));
                let again = bytes[start..end].repeat(times);
                bytes.splice(end..end, again);
            }
        }
    }
    bytes
}

fn with_changed(path: &SourcePath, changes: &[Change]) -> Sources {
    let mut sources = own_again();
    let before = sources.get(path).map_or_else(
        || b"+++\ntitle = \"New\"\n+++\n# New\n\nSome *text*.\n".to_vec(),
        |file| file.bytes.to_vec(),
    );
    sources.insert(path.clone(), changed(before, changes));
    sources
}

fn own_again() -> Sources {
    (*built().sources).clone()
}

/// Every place is a range of whole characters in a file that is there; edits of a fix do not overlap.
fn check_places(build: &Build) {
    for problem in &build.problems {
        if let Place::At(span) = problem.place {
            check_place(&build.sources, span, problem);
        }
        problem.labels.iter().for_each(|label| check_place(&build.sources, label.span, problem));
        if let Some(fix) = &problem.fix {
            let mut edits: Vec<Span> = fix.edits.iter().map(|edit| edit.span).collect();
            edits.sort_unstable();
            assert!(edits.windows(2).all(|pair| pair[0].end <= pair[1].start), "{problem:?}");
            edits.into_iter().for_each(|span| check_place(&build.sources, span, problem));
        }
        assert!(!problem.help.is_empty(), "{problem:?} does not say what to do");
    }
}

fn check_place(sources: &Sources, span: Span, problem: &Diagnostic) {
    let file = sources.file(span.file).unwrap_or_else(|| panic!("{problem:?} is in no file"));
    assert!(span.range().end <= file.bytes.len(), "{problem:?} is outside {}", file.path);
    if let Ok(text) = file.text() {
        assert!(text.get(span.range()).is_some(), "{problem:?} cuts a character of {}", file.path);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_files_never_panic(path in path(), changes in prop::collection::vec(change(), 1..5)) {
        check_places(&built_from(with_changed(&path, &changes), &built().memo));
    }

    #[test]
    fn random_bytes_never_panic(path in path(), bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut sources = own_again();
        sources.insert(path, bytes);
        check_places(&built_from(sources, &built().memo));
    }

    /// A build that remembers the one before says what a build from nothing says.
    #[test]
    fn what_is_remembered_changes_nothing(path in path(), changes in prop::collection::vec(change(), 1..3)) {
        let sources = with_changed(&path, &changes);
        let warm = built_from(sources.clone(), &built().memo);
        let cold = built_from(sources, &Memo::default());
        prop_assert_eq!(warm.problems, cold.problems);
    }
}

#[test]
fn neither_order_nor_threads_change_what_is_reported() {
    let broken = with_changed(
        &SourcePath::new("content/banks/behavioral-core.toml").unwrap(),
        &[Change::Insert(900, "\""), Change::Insert(4_000, "[[question]]\n"), Change::Cut(7_000, 90)],
    );
    let mut files: Vec<_> = broken.files().map(|file| (file.path.clone(), file.bytes.clone())).collect();
    let expected = built_from(broken, &Memo::default()).problems;
    assert!(!expected.is_empty());
    for threads in [1, 2, 5] {
        files.reverse();
        files.rotate_left(7);
        let mut shuffled = Sources::default();
        files.iter().for_each(|(path, bytes)| shuffled.insert(path.clone(), bytes.clone()));
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let problems = pool.install(|| built_from(shuffled, &Memo::default()).problems);
        assert_eq!(problems, expected, "with {threads} threads");
    }
}

/// Ten thousand mistakes are all found, sorted, and none takes a search through all others.
#[test]
fn ten_thousand_problems_are_all_reported() {
    let mut sources = Sources::default();
    sources.insert(SourcePath::new("site.toml").unwrap(), *b"title = \"T\"\n");
    for bank in 0..5 {
        let mut text =
            "title = \"B\"\ndirection = \"you-answer\"\n[defaults]\nkind = \"technical\"\n".to_owned();
        for n in 0..1_000 {
            text.push_str(&format!(
                "[[question]]\nid = \"question-{n}\"\ntext = \"What is {bank} and {n}?\"\n\
                 related = [\"nowhere/{n}-{n}\"]\nbody = \"[x](gone-{n}.md)\"\n"
            ));
        }
        let path = format!("content/banks/bank-{bank}.toml");
        sources.insert(SourcePath::new(&path).unwrap(), text.into_bytes());
    }
    let build = built_from(sources, &Memo::default());
    let of = |name: &str| build.problems.iter().filter(|problem| problem.code.name == name).count();
    assert_eq!((of("unknown-question"), of("broken-link")), (5_000, 5_000));
    let places: Vec<_> = build.problems.iter().filter_map(Diagnostic::span).collect();
    let files: Vec<_> = places.chunk_by(|a, b| a.file == b.file).collect();
    assert_eq!(files.len(), 5, "the problems of a file stand together");
    assert!(files.iter().all(|file| file.is_sorted_by_key(|span| span.start)));
    check_places(&build);
}
