//! Every page of this repository's own site is valid HTML, as html-validate reads the standard.
//!
//! Needs `npm ci` in `tests/node`; without it the test only says so, except in CI.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use greenroom::base::OutPath;
use greenroom::build::{Memo, build};
use greenroom::disk::scan;
use greenroom::model::Options;
use tempfile::TempDir;

#[test]
fn every_page_is_valid_html() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let program = root.join("tests/node/node_modules/html-validate/bin/html-validate.mjs");
    if !program.is_file() {
        assert!(
            std::env::var_os("CI").is_none(),
            "html-validate is not installed: run `npm ci` in tests/node"
        );
        let _ = writeln!(std::io::stderr(), "skipped: html-validate is not installed");
        return;
    }
    let built = build(scan(root).unwrap(), &Options::default(), &Memo::default(), &|_| {});
    let site = built.site().unwrap();
    let pages = TempDir::new().unwrap();
    for path in site.outputs().into_iter().filter(OutPath::is_page) {
        let file = pages.path().join(path.as_str());
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, site.render(&path).unwrap().unwrap()).unwrap();
    }
    let mut command = Command::new("node");
    command.arg(program).args(["--preset", "standard,a11y", "--formatter", "text", "**/*.html"]);
    let output = command.current_dir(pages.path()).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}{}", String::from_utf8(output.stderr).unwrap());
}
