//! A project under an author's hands: after any step, a session holds what a build from nothing gives.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use greenroom::base::{OutPath, SourcePath};
use greenroom::build::{Memo, build};
use greenroom::dev::{News, Session, Turn, news};
use greenroom::disk::{Look, scan};
use greenroom::model::Options;
use greenroom::site::Site;
use proptest::prelude::*;
use tempfile::TempDir;

use super::folder::{read, write};
use super::rebuild::{Edit, apply, edits, start};

type Files = BTreeMap<String, String>;

fn project(files: &Files) -> TempDir {
    let root = TempDir::new().unwrap();
    for (path, text) in files {
        write(root.path(), path, text);
    }
    root
}

fn opened(root: &Path) -> Session {
    Session::open(root, Options::default()).unwrap()
}

fn at(path: &str) -> Look {
    Look::At(BTreeSet::from([SourcePath::new(path).unwrap()]))
}

/// Brings the folder from what `before` says to what `after` says; gives the paths that were touched.
fn bring(root: &Path, before: &Files, after: &Files) -> BTreeSet<SourcePath> {
    let gone = before.keys().filter(|path| !after.contains_key(*path));
    let other = after.iter().filter(|(path, text)| before.get(*path) != Some(*text));
    let mut touched = BTreeSet::new();
    for path in gone {
        fs::remove_file(root.join(path)).unwrap();
        touched.insert(SourcePath::new(path).unwrap());
    }
    for (path, text) in other {
        write(root, path, text);
        touched.insert(SourcePath::new(path).unwrap());
    }
    touched
}

/// Every output of a site: its bytes, or how its template fails.
fn outputs(site: &Site) -> BTreeMap<OutPath, Result<Vec<u8>, String>> {
    let rendered = |path: OutPath| {
        let bytes = site.render(&path).unwrap();
        let bytes = bytes.map(|bytes| bytes.as_slice().to_vec()).map_err(|failure| failure.message);
        (path, bytes)
    };
    site.outputs().into_iter().map(rendered).collect()
}

/// What a session shows is what a build from nothing gives, or the last good site.
fn assert_current(root: &Path, turn: &Turn, last: Option<&Arc<Site>>) {
    let clean = build(scan(root).unwrap(), &Options::default(), &Memo::default(), &|_| {});
    assert_eq!(turn.problems, clean.problems);
    match clean.site() {
        Some(site) => {
            assert!(turn.fresh);
            assert_eq!(outputs(turn.site.as_ref().unwrap()), outputs(site));
        }
        None => {
            assert!(!turn.fresh);
            assert_eq!(turn.site.as_ref().map(Arc::as_ptr), last.map(Arc::as_ptr));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn after_any_step_a_session_holds_what_a_clean_build_gives(
        steps in prop::collection::vec((prop::collection::vec(edits(), 1..4), any::<bool>()), 1..10),
    ) {
        let mut files = start();
        let root = project(&files);
        let mut session = opened(root.path());
        for (edits, everywhere) in &steps {
            let before = files.clone();
            edits.iter().for_each(|edit: &Edit| apply(&mut files, edit));
            let touched = bring(root.path(), &before, &files);
            let last = session.turn().clone();
            let look = if *everywhere { Look::Everywhere } else { Look::At(touched) };
            let turn = session.look(&look);
            prop_assert_eq!(turn.is_some(), before != files);
            assert_current(root.path(), session.turn(), last.site.as_ref());
        }
    }
}

#[test]
fn the_same_bytes_again_are_no_turn() {
    let root = project(&start());
    let mut session = opened(root.path());
    write(root.path(), "site.toml", &start()["site.toml"]);
    write(root.path(), "notes.txt", "not a part of the site");
    assert!(session.look(&at("site.toml")).is_none());
    assert!(session.look(&Look::Everywhere).is_none());
    assert_eq!(session.turn().number, 1);
}

#[test]
fn a_turn_names_what_was_edited_and_the_first_page_of_it() {
    let root = project(&start());
    let mut session = opened(root.path());
    let mut edit = |path: &str, old: &str, new: &str| {
        let text = read(root.path(), path);
        assert!(text.contains(old));
        write(root.path(), path, text.replacen(old, new, 1));
        let turn = session.look(&at(path)).unwrap();
        let edited: Vec<String> = turn.edited.iter().map(ToString::to_string).collect();
        assert_eq!(edited, [path]);
        turn.changed.as_ref().map(ToString::to_string)
    };
    let core = "content/banks/core.toml";
    let changed = edit(core, "Tell me about yourself.", "Tell us about yourself.");
    assert_eq!(changed.as_deref(), Some("questions/core/tell-me/index.html"));
    let changed = edit(core, "Why do you", "Why would you");
    assert_eq!(changed.as_deref(), Some("questions/core/why-here/index.html"));
    let changed = edit(core, "title = \"Core\"", "title = \"The core\"");
    assert_eq!(changed.as_deref(), Some("questions/core/index.html"));
    let changed = edit("content/roles/nurse/clinical.toml", "how you became", "why you became");
    assert_eq!(changed.as_deref(), Some("roles/nurse/index.html"), "an adaptation shows on its scope's page");
    let changed = edit("content/guides/second.md", "To [", "Now to [");
    assert_eq!(changed.as_deref(), Some("guides/second/index.html"));
    assert_eq!(edit("site.toml", "\"T\"", "\"U\""), None, "settings have no page");
}

#[test]
fn the_news_are_what_came_and_how_many_went() {
    let root = project(&start());
    let mut session = opened(root.path());
    let mut turns = vec![session.turn().clone()];
    for text in ["title = 3\n", "titel = \"T\"\nlanguage = 3\n", &start()["site.toml"]] {
        write(root.path(), "site.toml", text);
        turns.push(session.look(&at("site.toml")).unwrap());
    }
    let said: Vec<(Vec<&str>, usize, usize)> = turns
        .windows(2)
        .map(|turns| {
            let News { new, fixed, remaining } = news(&turns[0], &turns[1]);
            (new.iter().map(|problem| problem.code.name).collect(), fixed, remaining)
        })
        .collect();
    let from = turns[0].problems.len();
    assert_eq!(said[0], (vec!["wrong-type"], 0, from + 1));
    assert_eq!(said[1].1, 1, "the wrong type of `title` is gone");
    assert_eq!(said[2], (vec![], said[1].2 - from, from));
    assert!(turns[2].site.is_some() && !turns[2].fresh && turns[3].fresh);
}

#[test]
fn a_project_that_vanishes_and_comes_back_is_a_problem_and_no_end() {
    let root = project(&start());
    let folder = root.path().join("moved");
    let inner = root.path().join("inner");
    fs::create_dir(&inner).unwrap();
    for (path, text) in start() {
        write(&inner, &path, &text);
    }
    let mut session = opened(&inner);
    fs::rename(&inner, &folder).unwrap();
    let turn = session.look(&Look::Everywhere).unwrap();
    assert_eq!(turn.problems[0].code.name, "unreadable");
    assert!(turn.site.is_some() && !turn.fresh);
    assert!(session.look(&Look::Everywhere).is_none(), "it is told once");
    fs::rename(&folder, &inner).unwrap();
    let turn = session.look(&Look::Everywhere).unwrap();
    assert_current(&inner, &turn, None);
    assert!(turn.fresh);
}

#[test]
fn a_panic_is_a_problem_and_no_end() {
    static BROKEN: AtomicBool = AtomicBool::new(false);
    let root = project(&start());
    let mut session = Session::open_with(root.path(), Options::default(), |sources, options, memo| {
        assert!(!BROKEN.load(Ordering::Relaxed), "a rule fell over");
        build(sources, options, memo, &|_| {})
    })
    .unwrap();
    BROKEN.store(true, Ordering::Relaxed);
    write(root.path(), "site.toml", "title = \"U\"\n");
    let turn = session.look(&at("site.toml")).unwrap();
    assert_eq!(turn.problems.len(), 1);
    assert_eq!(turn.problems[0].code.name, "internal-error");
    assert!(turn.problems[0].message.contains("a rule fell over"), "{}", turn.problems[0].message);
    assert!(turn.site.is_some() && !turn.fresh);
    BROKEN.store(false, Ordering::Relaxed);
    write(root.path(), "site.toml", "title = \"V\"\n");
    let turn = session.look(&at("site.toml")).unwrap();
    assert_current(root.path(), &turn, None);
    assert!(turn.fresh);
}
