//! `greenroom init`: a new site in an empty folder, that builds clean with the program alone.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

fn greenroom(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_greenroom"));
    let command = command.current_dir(folder).args(arguments).env("SOURCE_DATE_EPOCH", "1795392000");
    let Output { status, stderr, .. } = command.output().unwrap();
    (status.success(), String::from_utf8(stderr).unwrap())
}

#[test]
fn a_new_site_builds_clean() {
    let root = TempDir::new().unwrap();
    let (done, said) = greenroom(root.path(), &["init", "prep-site"]);
    assert!(done && said.contains("cd prep-site"), "{said}");
    let site = root.path().join("prep-site");
    assert!(site.join(".gitignore").is_file() && site.join("README.md").is_file());
    assert_eq!(
        greenroom(&site, &["lock"]),
        (true, "greenroom.lock: 12 questions, 12 new, 0 with new words\n".into())
    );
    let (clean, said) = greenroom(&site, &["check", "--strict"]);
    assert!(clean && said == "no problems in 12 questions\n", "{said}");
    let (built, said) = greenroom(&site, &["build"]);
    assert!(built && site.join("public/index.html").is_file(), "{said}");
    let (built, said) = greenroom(&site, &["build"]);
    assert!(built && said.contains("nothing changed"), "{said}");
}

#[test]
fn a_file_that_is_there_is_never_replaced() {
    let root = TempDir::new().unwrap();
    fs::write(root.path().join("site.toml"), "mine").unwrap();
    let (done, said) = greenroom(root.path(), &["init"]);
    assert!(!done && said.contains("site.toml` is there already"), "{said}");
    assert_eq!(fs::read(root.path().join("site.toml")).unwrap(), b"mine");
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "nothing else was written");
}
