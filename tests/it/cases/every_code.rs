//! Each code has a case named after it that shows it.

use super::{all, read};
use greenroom::diag::codes;

/// Codes that no case can show, because their cause is not in the text of a project.
const WITHOUT_CASE: [(&str, &str); 5] = [
    ("symlink", "found while a disk is read"),
    ("unreadable", "found while a disk is read"),
    ("not-a-file", "found while a disk is read"),
    ("file-too-large", "found while a disk is read"),
    ("internal-error", "a mistake of the program; tests/it/session.rs makes one"),
];

#[test]
fn every_code_has_a_case_that_shows_it() {
    let shown: Vec<String> = all()
        .iter()
        .filter(|path| {
            let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            let mark = format!("[{name}]: ");
            read(path).expected().any(|section| section.text.contains(&mark))
        })
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    let without = |name: &str| WITHOUT_CASE.iter().any(|(code, _)| *code == name);
    let lacking: Vec<&str> = codes::ALL
        .iter()
        .map(|code| code.name)
        .filter(|name| !without(name) && !shown.iter().any(|shown| shown == name))
        .collect();
    assert!(lacking.is_empty(), "no tests/cases/problems/<code>.case shows {lacking:?}");
    let needless: Vec<&str> = WITHOUT_CASE
        .iter()
        .map(|(code, _)| *code)
        .filter(|code| shown.iter().any(|shown| shown == code))
        .collect();
    assert!(needless.is_empty(), "these have a case now: {needless:?}");
}
