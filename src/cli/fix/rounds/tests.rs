//! What holds for every project, however spoiled: mending ends, does no harm, and has nothing left to do.

use proptest::prelude::*;

use super::*;
use crate::base::span::floor_char_boundary;

const SITE: &str = "title = \"T\"\n[brand]\naccent = \"#123456\"\n";
const BANK: &str = include_str!("../../starter/content/banks/first-interviews.toml");
const ROLE: &str = include_str!("../../starter/content/roles/office-assistant/role.md");
const FRONT: &str = include_str!("../../starter/content/roles/office-assistant/front-desk.toml");

const FILES: [(&str, &str); 4] = [
    ("site.toml", SITE),
    ("content/banks/first-interviews.toml", BANK),
    ("content/roles/office-assistant/role.md", ROLE),
    ("content/roles/office-assistant/front-desk.toml", FRONT),
];

fn path(name: &str) -> SourcePath {
    SourcePath::new(name).expect("a fair path")
}

fn project<'t>(files: impl IntoIterator<Item = (&'t str, &'t str)>) -> Sources {
    let mut sources = Sources::default();
    files.into_iter().for_each(|(name, text)| sources.insert(path(name), text.as_bytes()));
    sources
}

fn mended(sources: &Sources) -> Mended {
    mend(sources, &Options::default(), &|_| true)
}

fn text(sources: &Sources, name: &str) -> String {
    sources.get(&path(name)).expect("the file").text().expect("a text").to_owned()
}

#[test]
fn a_change_that_does_harm_is_not_made_and_the_others_are() {
    let (name, given) = ("content/banks/a.toml", "title = \"A\"\nknd = 1\nother = 2\n");
    let sources = project([(name, given)]);
    let source = sources.get(&path(name)).expect("the file");
    let problem = |from: usize, to: usize, put: &str| {
        let span = crate::base::Span::new(source.id, from..to);
        Diagnostic::at(&codes::UNKNOWN_KEY, span, "x").fix(format!("write {put}"), span, put)
    };
    let problems =
        [problem(12, 15, "kind"), problem(20, 25, "title"), problem(28, 29, "\"two"), problem(18, 19, "3")];
    let offers: Vec<_> =
        problems.iter().map(|problem| (problem, problem.fix.as_ref().expect("a fix"))).collect();
    let change = mended_file(source, &offers).expect("a change");
    assert_eq!(change.text, "title = \"A\"\nkind = 3\nother = 2\n");
    assert_eq!(change.done, ["write kind", "write 3"]);
    assert_eq!(change.refused, ["write title", "write \"two"]);
}

#[test]
fn what_goes_in_circles_ends() {
    // Each owner moves to the top until there is one; the others stay.
    let bank =
        "title = \"A\"\ndirection = \"you-ask\"\n[[question]]\nowner = \"a\"\n[[question]]\nowner = \"b\"\n";
    let mended = mended(&project([("content/banks/a.toml", bank)]));
    let after = text(&mended.sources, "content/banks/a.toml");
    assert_eq!(
        after,
        "title = \"A\"\ndirection = \"you-ask\"\nowner = \"a\"\n[[question]]\n[[question]]\nowner = \"b\"\n"
    );
}

#[test]
fn hundreds_of_mistakes_are_mended_together() {
    let question =
        |n: usize| format!("[[question]]\ntxet = \"What is {n}?\"\nkind = \"opn\"\nlevel = [\"entri\"]\n");
    let bank: String = (0..300).map(question).collect();
    let bank = format!("title = \"A\"\ndirection = \"you-ask\"\n{bank}");
    let mended = mended(&project([("site.toml", SITE), ("content/banks/a.toml", &bank)]));
    let left: Vec<_> = mended.problems.iter().filter(|problem| problem.fix.is_some()).collect();
    assert!(left.is_empty(), "{left:?}");
    let after = text(&mended.sources, "content/banks/a.toml");
    assert!(after.contains(
        "[[question]]\nid = \"299\"\ntext = \"What is 299?\"\nkind = \"open\"\nlevels = [\"entry\"]\n"
    ));
}

/// Where, how much to take away, and what to put there.
type Change = (usize, usize, usize, &'static str);

fn change() -> impl Strategy<Value = Change> {
    const BITS: [&str; 22] = [
        "",
        "",
        "\"",
        "“",
        "”",
        "'",
        "‘",
        "[",
        "]",
        "[[question]]\n",
        "[defaults]\n",
        "[[sample]]\n",
        "\n",
        "x",
        "e",
        "title = \"x\"\n",
        "id = \"why-you\"\n",
        "summary = 'y'\n",
        "text = \"Why?\"\n",
        "#",
        "+++\n",
        "\r\n",
    ];
    (0..FILES.len(), any::<usize>(), 0..30_usize, proptest::sample::select(&BITS[..]))
}

fn spoiled(changes: &[Change]) -> Sources {
    let mut files = FILES.map(|(name, text)| (name, text.to_owned()));
    for (file, at, cut, put) in changes {
        let text = &mut files[*file].1;
        let start = floor_char_boundary(text, at % (text.len() + 1));
        let end = floor_char_boundary(text, start + cut).max(start);
        text.replace_range(start..end, put);
    }
    project(files.iter().map(|(name, text)| (*name, text.as_str())))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mending_does_no_harm_and_leaves_nothing_to_mend(changes in prop::collection::vec(change(), 1..6)) {
        let sources = spoiled(&changes);
        let once = mended(&sources);
        for source in sources.files() {
            let now = once.sources.get(&source.path).expect("no file goes");
            let (before, after) = (parse(source), parse(now));
            prop_assert!(!is_worse(&before, &after));
            let quotes = before.problems.iter().any(|problem| *problem.code == codes::CURLY_QUOTES);
            if before.broken && !quotes {
                prop_assert_eq!(source.hash, now.hash, "a broken file is left alone");
            }
        }
        let twice = mended(&once.sources);
        prop_assert!(twice.changed(&once.sources).is_empty(), "twice is once: {:?}", twice.done);
        prop_assert_eq!(mended(&sources).done, once.done);
    }
}
