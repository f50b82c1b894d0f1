//! `.case` files: one small project each, and what it must give.
//!
//! `UPDATE=1 cargo test --test it cases` rewrites what is expected; read the difference line by line.

mod every_code;
mod format;
mod given;
mod show;

use std::path::{Path, PathBuf};

use greenroom::diag::{Diagnostic, codes};
use rayon::prelude::*;
use similar::TextDiff;

pub use format::Case;
pub use show::show;

/// Every `.case` file, sorted by path.
pub fn all() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "case") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The case in a file.
pub fn read(path: &Path) -> Case {
    let text = std::fs::read_to_string(path).unwrap();
    Case::parse(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn every_case_gives_what_it_says() {
    let update = std::env::var_os("UPDATE").is_some();
    let different: Vec<String> = all().par_iter().filter_map(|path| difference(path, update)).collect();
    assert!(
        different.is_empty(),
        "{}\n{} cases differ; UPDATE=1 accepts what they give",
        different.join("\n"),
        different.len()
    );
}

fn difference(path: &Path, update: bool) -> Option<String> {
    let case = read(path);
    let expected: Vec<String> = case.expected().map(|section| section.text.clone()).collect();
    let (expected, given) = (case.with(&expected), case.with(&given::given(&case)));
    if expected == given {
        return None;
    }
    if update {
        // In one step: another test may be reading it.
        let new = path.with_extension("new");
        std::fs::write(&new, &given).unwrap();
        std::fs::rename(&new, path).unwrap();
        return None;
    }
    let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(path).display().to_string();
    Some(TextDiff::from_lines(&expected, &given).unified_diff().header(&name, "what it gives").to_string())
}

/// What a fix was offered for is gone after it, and the file can still be read.
#[test]
fn every_fix_mends() {
    let failed: Vec<String> = all().par_iter().filter_map(|path| unmended(path)).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

fn unmended(path: &Path) -> Option<String> {
    let case = read(path);
    let before = given::analyse(&case, &case.sources());
    let fixed = given::fixed(&before.sources, &before.problems);
    let after = given::analyse(&case, &fixed);
    let stays = |problem: &Diagnostic| {
        let same = |other: &Diagnostic| other.code == problem.code && other.message == problem.message;
        problem.fix.is_some() && after.problems.iter().any(same)
    };
    let unreadable = |problems: &[Diagnostic]| {
        problems.iter().filter(|problem| *problem.code == codes::TOML_SYNTAX).count()
    };
    let broken = unreadable(&after.problems) > unreadable(&before.problems);
    (before.problems.iter().any(stays) || broken).then(|| {
        let [before, after] = [before, after].map(|build| show(&build.sources, &build.problems));
        format!("{}\n{}", path.display(), TextDiff::from_lines(&before, &after).unified_diff())
    })
}
