//! Whatever sites follow each other, the folder holds the last one and the files of others.

use std::fs;
use std::path::Path;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

use crate::publish::{Files, put, put_with, tree};

/// A site of up to twelve files whose names often are each other's folders.
fn site() -> impl Strategy<Value = Files> {
    let path = vec(prop::sample::select(vec!["a", "b", "A", "a-b", "c.html"]), 1..4);
    btree_map(path.prop_map(|names| names.join("/")), vec(any::<u8>(), 0..3), 0..12).prop_map(without_clashes)
}

/// Drops every file that stands where another needs a folder.
fn without_clashes(files: Files) -> Files {
    let folder = |path: &String| files.keys().any(|other| other.starts_with(&format!("{path}/")));
    files
        .iter()
        .filter(|(path, _)| !folder(path))
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect()
}

/// Something that happens between two builds.
#[derive(Clone, Debug)]
enum Event {
    Spoil(usize),
    Remove(usize),
    Nothing,
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        (0..12usize).prop_map(Event::Spoil),
        (0..12usize).prop_map(Event::Remove),
        Just(Event::Nothing)
    ]
}

fn happen(event: &Event, folder: &Path, site: &Files) {
    let file = |n: usize| site.keys().nth(n).map(|path| folder.join(path));
    match event {
        Event::Spoil(n) => file(*n).map_or((), |path| fs::write(path, "spoiled").unwrap()),
        Event::Remove(n) => file(*n).map_or((), |path| fs::remove_file(path).unwrap()),
        Event::Nothing => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_folder_holds_the_last_site(sites in vec((site(), event()), 1..6)) {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("public");
        for (site, event) in &sites {
            put(&folder, site).unwrap();
            prop_assert_eq!(&tree(&folder), site);
            happen(event, &folder, site);
        }
    }

    #[test]
    fn files_of_others_are_never_touched(sites in vec((site(), event()), 1..6), theirs in site()) {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("public");
        // Names of their own, in folders that sites use too.
        let theirs: Files = theirs.into_iter().map(|(path, bytes)| (path + ".theirs", bytes)).collect();
        for (path, bytes) in &theirs {
            fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
            fs::write(folder.join(path), bytes).unwrap();
        }
        let mut last = theirs.clone();
        for (site, event) in &sites {
            match put_with(&folder, site, true, &|_| ()) {
                Ok(_) => {
                    last = theirs.clone();
                    last.extend(site.clone());
                }
                // A file would have to stand where they have a folder: nothing changes.
                Err(error) => prop_assert!(error.to_string().contains("move it away"), "{}", error),
            }
            prop_assert_eq!(&tree(&folder), &last);
            if last.len() == theirs.len() + site.len() && site.iter().all(|file| last.get(file.0) == Some(file.1)) {
                happen(event, &folder, site);
                last = tree(&folder);
            }
        }
        for (path, bytes) in &theirs {
            prop_assert_eq!(&fs::read(folder.join(path)).unwrap(), bytes);
        }
    }
}
