//! Looking again at what was touched gives what a whole scan gives: whatever was written, removed, moved,
//! linked or broken, and whatever stands there now.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use greenroom::base::SourcePath;
use greenroom::disk::{Look, scan, scan_again};
use greenroom::source::Sources;
use proptest::prelude::*;

/// Places that overlap: files, folders above them, the root's files, litter, secrets, and what is not input.
const PLACES: [&str; 24] = [
    "site.toml",
    "greenroom.lock",
    "site.toml/x",
    "content",
    "content/a",
    "content/a-b",
    "content/a/b",
    "content/a/b.md",
    "content/a/b/c.toml",
    "content/a/b/c.toml~",
    "content/a/.#c.toml",
    "content/a/.env",
    "content/a/.git/config",
    "content/.secret/x",
    "content/guides/a.md",
    "content/guides/\u{fffd}.md",
    "content/guides/line\nbreak.md",
    "static",
    "static/.well-known/x",
    "static/a/b/c/d.png",
    "templates/x.html",
    "themes/a/theme.toml",
    "public/index.html",
    "target",
];

/// What an author or a program does to a project.
#[derive(Clone, Debug)]
pub enum Edit {
    Write(usize, u8),
    Grow(usize),
    Folder(usize),
    Remove(usize),
    Rename(usize, usize),
    Link(usize),
    BadName(usize),
}

pub fn edits() -> impl Strategy<Value = Edit> {
    let place = 0..PLACES.len();
    prop_oneof![
        6 => (place.clone(), any::<u8>()).prop_map(|(at, byte)| Edit::Write(at, byte)),
        1 => place.clone().prop_map(Edit::Grow),
        1 => place.clone().prop_map(Edit::Folder),
        2 => place.clone().prop_map(Edit::Remove),
        3 => (place.clone(), place.clone()).prop_map(|(from, to)| Edit::Rename(from, to)),
        1 => place.clone().prop_map(Edit::Link),
        1 => place.prop_map(Edit::BadName),
    ]
}

fn path(text: &str) -> SourcePath {
    SourcePath::new(text).unwrap()
}

/// Does the edit, if the folder is in a state to have it, and tells what it may have touched.
pub fn apply(root: &Path, edit: &Edit) -> Vec<SourcePath> {
    let at = |place: usize| root.join(PLACES[place]);
    let folders = |place: usize| drop(fs::create_dir_all(at(place).parent().unwrap()));
    // A folder that is made for a file is touched too.
    let made = |place: usize| {
        let ends = PLACES[place].match_indices('/').map(|(end, _)| end).chain([PLACES[place].len()]);
        ends.map(|end| path(&PLACES[place][..end])).find(|made| !root.join(made.as_str()).exists())
    };
    let touched = |place: usize| made(place).unwrap_or_else(|| path(PLACES[place]));
    match *edit {
        Edit::Write(place, byte) => {
            let touched = touched(place);
            folders(place);
            let _ = fs::write(at(place), [byte]);
            vec![touched]
        }
        Edit::Grow(place) => {
            let _ = fs::File::options().write(true).open(at(place)).map(|file| file.set_len(2 << 20));
            vec![path(PLACES[place])]
        }
        Edit::Folder(place) => {
            let touched = touched(place);
            let _ = fs::create_dir_all(at(place));
            vec![touched]
        }
        Edit::Remove(place) => {
            let _ = fs::remove_file(at(place)).or_else(|_| fs::remove_dir_all(at(place)));
            vec![path(PLACES[place])]
        }
        Edit::Rename(from, to) => {
            let touched = touched(to);
            folders(to);
            let _ = fs::rename(at(from), at(to));
            vec![path(PLACES[from]), touched]
        }
        Edit::Link(place) => {
            let touched = touched(place);
            folders(place);
            link(&at(place));
            vec![touched]
        }
        Edit::BadName(place) => {
            bad_name(&at(place));
            vec![path(PLACES[place])]
        }
    }
}

#[cfg(unix)]
fn link(at: &Path) {
    // Into nothing: an edit through the link would touch another place.
    let _ = std::os::unix::fs::symlink("/nowhere/at/all", at);
}

/// A file whose name is not UTF-8.
#[cfg(target_os = "linux")]
fn bad_name(folder: &Path) {
    use std::os::unix::ffi::OsStrExt;
    let _ = fs::write(folder.join(std::ffi::OsStr::from_bytes(b"\xff.md")), "x");
}

#[cfg(not(unix))]
fn link(_: &Path) {}

#[cfg(not(target_os = "linux"))]
fn bad_name(_: &Path) {}

fn looked(root: &Path, before: &Sources, touched: &[&str]) -> Sources {
    let touched = touched.iter().map(|text| path(text)).collect();
    scan_again(root, before, &Look::At(touched)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_look_gives_what_a_scan_gives(rounds in prop::collection::vec(prop::collection::vec(edits(), 1..5), 1..10)) {
        let root = tempfile::tempdir().unwrap();
        let mut sources = scan(root.path()).unwrap();
        for round in &rounds {
            let touched: BTreeSet<SourcePath> = round.iter().flat_map(|edit| apply(root.path(), edit)).collect();
            let whole = scan(root.path()).unwrap();
            sources = scan_again(root.path(), &sources, &Look::At(touched.clone())).unwrap();
            prop_assert_eq!(&sources, &whole, "after {:?}, looking at {:?}", round, touched);
            prop_assert!(whole.files().all(|file| sources.file(file.id).is_some()));
        }
    }
}

#[test]
fn a_look_reads_only_where_it_looks() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir_all(root.path().join("content/guides")).unwrap();
    let write =
        |name: &str, text: &str| fs::write(root.path().join("content/guides").join(name), text).unwrap();
    write("a.md", "old");
    write("b.md", "old");
    let before = scan(root.path()).unwrap();
    write("a.md", "new");
    write("b.md", "new");
    let text = |sources: &Sources, name: &str| sources.get(&path(name)).unwrap().text().unwrap().to_owned();
    let after = looked(root.path(), &before, &["content/guides/a.md", "public/b.md", "elsewhere"]);
    assert_eq!(text(&after, "content/guides/a.md"), "new");
    assert_eq!(text(&after, "content/guides/b.md"), "old");
    assert_eq!(looked(root.path(), &before, &["public", "themes", "target/debug/x"]), before);
    let all = looked(root.path(), &before, &["content", "content/guides/a.md"]);
    assert_eq!(all, scan(root.path()).unwrap());
}

#[test]
fn a_project_that_is_gone_is_named() {
    let root = tempfile::tempdir().unwrap();
    let gone = root.path().join("gone");
    let error = scan_again(&gone, &Sources::default(), &Look::At(BTreeSet::new())).unwrap_err();
    assert!(error.to_string().contains("gone"), "{error}");
}
