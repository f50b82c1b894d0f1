//! `greenroom schema` on the disk: what it writes, what it leaves alone, what `--check` says.

use std::fs;

use greenroom::base::SourcePath;
use greenroom::source::Sources;
use tempfile::TempDir;

use super::{analyse, schemas};
use crate::folder::{read, write};
use crate::program::run;

fn new_site() -> TempDir {
    let root = TempDir::new().unwrap();
    assert_eq!(run(root.path(), &["init", "."]).0, Some(0));
    root
}

#[test]
fn a_new_site_has_schemas_and_settings_that_are_up_to_date() {
    let root = new_site();
    let site = root.path();
    for name in ["schemas/bank.json", ".taplo.toml", ".vscode/extensions.json", ".vscode/settings.json"] {
        assert!(site.join(name).is_file(), "{name}");
    }
    for name in [".vscode/extensions.json", ".vscode/settings.json"] {
        let text = read(site, name);
        serde_json::from_str::<serde_json::Value>(&text).unwrap();
    }
    assert_eq!(run(site, &["schema", "--check"]).0, Some(0));
    let (code, _, said) = run(site, &["schema"]);
    assert_eq!((code, said.as_str()), (Some(0), "`schemas` is up to date\n"));
    // They are no part of the site.
    assert_eq!(run(site, &["lock"]).0, Some(0));
    let (code, _, said) = run(site, &["check", "--strict"]);
    assert_eq!((code, said.as_str()), (Some(0), "no problems in 12 questions\n"));
}

#[test]
fn only_what_changed_is_written() {
    let root = new_site();
    let site = root.path();
    write(site, "content/vocabulary.toml", "[[persona]]\nid = \"mentor\"\nlabel = \"Mentor\"\n");
    write(
        site,
        "content/roles/office-assistant/role.md",
        "+++\ntitle = \"Office assistant\"\ntalk_to = [\"mentor\"]\n+++\n",
    );
    let (code, _, said) = run(site, &["schema", "--check"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("out of date in `schemas`: role.json; run"), "{said}");
    let (code, _, said) = run(site, &["schema"]);
    assert_eq!((code, said.as_str()), (Some(0), "wrote in `schemas`: role.json\n"));
    assert!(read(site, "schemas/role.json").contains("\"mentor\""));
}

#[test]
fn what_an_author_wrote_stays() {
    let root = new_site();
    let site = root.path();
    write(site, ".taplo.toml", "mine = true\n");
    write(site, "schemas/kit.json", "{}\n");
    let (code, _, said) = run(site, &["schema"]);
    assert!(
        code == Some(2) && said.contains("not written by greenroom and left as it is: kit.json"),
        "{said}"
    );
    assert_eq!(read(site, "schemas/kit.json"), "{}\n");
    fs::remove_dir_all(site.join("schemas")).unwrap();
    let (code, _, said) = run(site, &["schema"]);
    assert!(
        code == Some(0) && said.contains("`.taplo.toml` is yours") && said.contains("[[rule]]"),
        "{said}"
    );
    assert_eq!(read(site, ".taplo.toml"), "mine = true\n");
}

#[test]
fn one_is_printed_and_nothing_written() {
    let root = new_site();
    let site = root.path();
    let (code, text, said) = run(site, &["schema", "bank"]);
    assert_eq!((code, said.as_str()), (Some(0), ""));
    assert_eq!(text, read(site, "schemas/bank.json"));
    assert_eq!(run(site, &["schema", "banks"]).0, Some(2));
    let (code, _, said) = run(site, &["schema", "--out", "elsewhere/s"]);
    assert!(code == Some(0) && site.join("elsewhere/s/site.json").is_file(), "{said}");
    let empty = TempDir::new().unwrap();
    let (code, _, said) = run(empty.path(), &["schema"]);
    assert!(code == Some(2) && said.contains("no `site.toml`"), "{said}");
    assert_eq!(fs::read_dir(empty.path()).unwrap().count(), 0);
}

#[test]
fn thousands_of_questions_are_not_listed() {
    let mut sources = Sources::default();
    let mut bank = "title = \"B\"\ndirection = \"you-ask\"\n[defaults]\nkind = \"open\"\n".to_owned();
    for n in 0..2_001 {
        bank += &format!("[[question]]\nid = \"question-{n}\"\ntext = \"What is {n}?\"\n");
    }
    for (path, text) in [("site.toml", "title = \"S\"\n"), ("content/banks/core.toml", bank.as_str())] {
        sources.insert(SourcePath::new(path).unwrap(), text.as_bytes());
    }
    let schemas = schemas(&analyse(sources));
    let bank = &schemas.iter().find(|(name, _)| *name == "bank").unwrap().1;
    assert!(bank["$defs"]["question"]["pattern"].is_string(), "{}", bank["$defs"]["question"]);
    assert!(bank.to_string().len() < 100_000);
}
