//! `greenroom init`: a new site in an empty folder, that builds clean with the program alone.

use std::fs;

use tempfile::TempDir;

use crate::program::run;

#[test]
fn a_new_site_builds_clean() {
    let root = TempDir::new().unwrap();
    let (code, _, said) = run(root.path(), &["init", "prep-site"]);
    assert!(code == Some(0) && said.contains("cd prep-site"), "{said}");
    let site = root.path().join("prep-site");
    assert!(site.join(".gitignore").is_file() && site.join("README.md").is_file());
    let (_, _, said) = run(&site, &["lock"]);
    assert_eq!(said, "greenroom.lock: 12 questions, 12 new, 0 with new words\n");
    let (code, _, said) = run(&site, &["check", "--strict"]);
    assert!(code == Some(0) && said == "no problems in 12 questions\n", "{said}");
    let (code, _, said) = run(&site, &["build"]);
    assert!(code == Some(0) && site.join("public/index.html").is_file(), "{said}");
    let (code, _, said) = run(&site, &["build"]);
    assert!(code == Some(0) && said.contains("nothing changed"), "{said}");
}

#[test]
fn a_file_that_is_there_is_never_replaced() {
    let root = TempDir::new().unwrap();
    fs::write(root.path().join("site.toml"), "mine").unwrap();
    let (code, _, said) = run(root.path(), &["init"]);
    assert!(code == Some(2) && said.contains("site.toml` is there already"), "{said}");
    assert_eq!(fs::read(root.path().join("site.toml")).unwrap(), b"mine");
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "nothing else was written");
}

#[test]
fn the_project_says_where_the_new_site_goes() {
    let root = TempDir::new().unwrap();
    let (code, _, said) = run(root.path(), &["-C", "my site", "init"]);
    assert!(code == Some(0) && said.contains("next: cd 'my site' && greenroom serve --open"), "{said}");
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "nothing was written beside it");
    assert!(root.path().join("my site/site.toml").is_file());
    let (code, _, said) = run(root.path(), &["-C", "my site", "init", "inner"]);
    assert!(code == Some(0) && root.path().join("my site/inner/site.toml").is_file(), "{said}");
}

#[test]
fn a_file_in_the_place_of_the_folder_is_named() {
    let root = TempDir::new().unwrap();
    fs::write(root.path().join("notes"), "mine").unwrap();
    let (code, _, said) = run(root.path(), &["init", "notes"]);
    assert!(code == Some(2) && said.starts_with("error: `notes` is no folder; choose another"), "{said}");
}
