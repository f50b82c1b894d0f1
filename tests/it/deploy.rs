//! `greenroom deploy`: files that the host reads as they are meant, and nobody's file lost.

use std::fs;
use std::path::Path;

use saphyr::{LoadableYamlNode, Yaml};
use tempfile::TempDir;

use crate::folder::{read, write};
use crate::program::run;

const REMOTE: &str = "[remote \"origin\"]\n\turl = git@github.com:Center/Prep.git\n";

/// A project in a repository of Git, which is no more than files.
fn project(config: &str) -> TempDir {
    let root = TempDir::new().unwrap();
    site(root.path());
    repository(root.path(), config);
    root
}

fn site(folder: &Path) {
    write(folder, "site.toml", "# Ours.\ntitle = \"T\"\n\n[office]\nname = \"O\"\n");
    write(folder, "content/guides/first.md", "# First\n\nWords.\n");
}

fn repository(folder: &Path, config: &str) {
    write(folder, ".git/config", config);
    write(folder, ".git/HEAD", "ref: refs/heads/topic\n");
}

fn deployed(root: &Path, arguments: &[&str]) -> String {
    let (code, _, said) = run(root, &[&["deploy"], arguments].concat());
    assert_eq!(code, Some(0), "{said}");
    said
}

/// The files of a host as they are expected, with this program's version in them.
fn expected(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/data/deploy").join(name);
    fs::read_to_string(path).unwrap().replace("0.0.0", env!("CARGO_PKG_VERSION"))
}

fn yaml(text: &str) -> Yaml<'_> {
    let mut documents = Yaml::load_from_str(text).unwrap();
    assert_eq!(documents.len(), 1);
    documents.remove(0)
}

fn keys(yaml: &Yaml<'_>) -> Vec<String> {
    let keys = yaml.as_mapping().unwrap().keys();
    keys.map(|key| key.as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_files_are_those_expected() {
    let root = project(REMOTE);
    for host in ["github", "gitlab", "netlify", "cloudflare"] {
        deployed(root.path(), &[host]);
    }
    for (path, name) in [
        (".github/workflows/site.yml", "github.yml"),
        (".gitlab-ci.yml", "gitlab.yml"),
        ("netlify.toml", "netlify.toml"),
        ("static/_headers", "headers.txt"),
    ] {
        assert_eq!(read(root.path(), path), expected(name), "{path}");
    }
}

#[test]
fn the_workflow_may_do_no_more_than_it_must() {
    let root = project(REMOTE);
    deployed(root.path(), &["github"]);
    let text = read(root.path(), ".github/workflows/site.yml");
    let workflow = yaml(&text);
    assert_eq!(keys(&workflow["on"]), ["push", "pull_request", "workflow_dispatch"]);
    assert_eq!(keys(&workflow["permissions"]), ["contents"]);
    assert_eq!(workflow["permissions"]["contents"].as_str(), Some("read"));
    assert_eq!(keys(&workflow["jobs"]), ["build", "publish"]);
    let (build, publish) = (&workflow["jobs"]["build"], &workflow["jobs"]["publish"]);
    assert!(build.as_mapping_get("permissions").is_none(), "what builds strangers' files can only read");
    assert_eq!(keys(&publish["permissions"]), ["pages", "id-token"]);
    assert_eq!(publish["steps"].as_sequence().map(Vec::len), Some(1), "nothing else runs with these rights");
    let condition = publish["if"].as_str().unwrap();
    assert!(condition.contains("!= 'pull_request'") && condition.contains("refs/heads/main"), "{condition}");
    for job in [build, publish] {
        assert!(job["timeout-minutes"].as_integer().is_some());
    }
    assert_eq!(build["steps"][0]["with"]["persist-credentials"].as_bool(), Some(false));
    assert!(!text.contains("secrets"), "no step is given a secret");
}

#[test]
fn every_action_is_pinned_by_commit() {
    let root = project(REMOTE);
    deployed(root.path(), &["github"]);
    let text = read(root.path(), ".github/workflows/site.yml");
    let uses: Vec<&str> = text.lines().filter_map(|line| line.trim().strip_prefix("uses: ")).collect();
    assert_eq!(uses.len(), 5);
    for action in uses {
        let (action, version) =
            action.split_once(" # v").unwrap_or_else(|| panic!("{action} has no version"));
        let (name, commit) = action.split_once('@').unwrap();
        assert!(name.starts_with("actions/"), "{name} is GitHub's own");
        assert!(commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit()), "{action}");
        assert_eq!(version.split('.').filter(|part| part.parse::<u32>().is_ok()).count(), 3, "{version}");
    }
}

#[test]
fn the_address_comes_from_the_remote_or_the_domain() {
    let added = |config: &str, arguments: &[&str]| {
        let root = project(config);
        deployed(root.path(), &[&["github"], arguments].concat());
        read(root.path(), "site.toml")
    };
    let at = |address: &str| {
        format!("# Ours.\ntitle = \"T\"\nbase_url = \"{address}\"\n\n[office]\nname = \"O\"\n")
    };
    assert_eq!(added(REMOTE, &[]), at("https://center.github.io/Prep/"));
    let own = "[remote \"up\"]\nurl = https://name:secret@github.com/Center/center.github.io\n";
    assert_eq!(added(own, &[]), at("https://center.github.io/"));
    assert_eq!(added(REMOTE, &["--domain", "prep.example.edu"]), at("https://prep.example.edu/"));
    let unknown = project("[remote \"origin\"]\nurl = https://me:secret@example.org/a/b\n");
    let said = deployed(unknown.path(), &["github"]);
    assert!(said.contains("no remote on github.com") && !said.contains("secret"), "{said}");
    assert!(!read(unknown.path(), "site.toml").contains("base_url"));
}

#[test]
fn an_address_that_differs_is_told_and_stays() {
    let root = project(REMOTE);
    let old = "title = \"T\"\nbase_url = \"https://old.example.edu/\" # ours\n";
    write(root.path(), "site.toml", old);
    let said = deployed(root.path(), &["github"]);
    assert!(said.contains("https://old.example.edu/") && said.contains("center.github.io/Prep"), "{said}");
    assert_eq!(read(root.path(), "site.toml"), old);
    deployed(root.path(), &["github", "--domain", "new.example.edu"]);
    assert_eq!(read(root.path(), "site.toml"), old);
    assert_eq!(read(root.path(), "static/CNAME"), "new.example.edu\n");
    deployed(root.path(), &["github", "--domain", "new.example.edu", "--force"]);
    assert_eq!(read(root.path(), "site.toml"), old.replace("old", "new").replace("# new", "# ours"));
    assert_eq!(run(root.path(), &["deploy", "github", "--domain", "https://x.org/"]).0, Some(2));
}

#[test]
fn a_working_tree_of_its_own_has_the_same_remote() {
    let root = TempDir::new().unwrap();
    write(root.path(), "main/.git/config", REMOTE);
    write(root.path(), "main/.git/refs/remotes/origin/HEAD", "ref: refs/remotes/origin/trunk\n");
    write(root.path(), "main/.git/worktrees/tree/commondir", "../..\n");
    write(root.path(), "main/.git/worktrees/tree/HEAD", "ref: refs/heads/topic\n");
    let tree = root.path().join("tree");
    site(&tree);
    write(&tree, ".git", "gitdir: ../main/.git/worktrees/tree\n");
    deployed(&tree, &["github"]);
    assert!(read(&tree, "site.toml").contains("https://center.github.io/Prep/"));
    assert!(read(&tree, ".github/workflows/site.yml").contains("branches: [\"trunk\"]"));
}

#[test]
fn a_site_in_a_folder_of_the_repository_is_found_there() {
    let root = TempDir::new().unwrap();
    repository(root.path(), REMOTE);
    let folder = root.path().join("web/site");
    site(&folder);
    write(&folder, "static/.well-known/security.txt", "Contact: mailto:a@example.edu\n");
    for host in ["github", "gitlab", "netlify"] {
        deployed(&folder, &[host]);
    }
    assert!(!folder.join(".github").exists() && folder.join("static/.nojekyll").exists());
    let text = read(root.path(), ".github/workflows/site.yml");
    let workflow = yaml(&text);
    let steps = workflow["jobs"]["build"]["steps"].as_sequence().unwrap();
    let runs: Vec<&str> = steps.iter().filter_map(|step| step.as_mapping_get("run")?.as_str()).collect();
    assert!(runs.contains(&"greenroom -C web/site build"), "{runs:?}");
    for step in &steps[steps.len() - 2..] {
        assert_eq!(step["with"]["path"].as_str(), Some("web/site/public/"));
        assert_eq!(step["with"]["include-hidden-files"].as_bool(), Some(true), "`.well-known/` is published");
    }
    let text = read(root.path(), ".gitlab-ci.yml");
    let script = yaml(&text)["pages"]["script"][0].as_str().unwrap().to_owned();
    assert_eq!(script, ".greenroom/bin/greenroom -C web/site build --out \"$CI_PROJECT_DIR/public\"");
    let netlify: toml::Table = read(root.path(), "netlify.toml").parse().unwrap();
    assert_eq!(netlify["build"]["base"].as_str(), Some("web/site"));
}

#[test]
fn hosts_that_choose_the_address_tell_it_while_they_build() {
    let root = project(REMOTE);
    deployed(root.path(), &["gitlab"]);
    deployed(root.path(), &["netlify"]);
    let text = read(root.path(), ".gitlab-ci.yml");
    let jobs = yaml(&text);
    let script = jobs["pages"]["script"][0].as_str().unwrap();
    assert!(script.ends_with(" --base-url \"$CI_PAGES_URL\""), "{script}");
    assert_eq!(
        jobs["check"]["rules"][0]["if"].as_str(),
        Some("$CI_PIPELINE_SOURCE == \"merge_request_event\"")
    );
    assert_eq!(jobs["pages"]["artifacts"]["paths"][0].as_str(), Some("public"));
    let netlify: toml::Table = read(root.path(), "netlify.toml").parse().unwrap();
    let command = netlify["build"]["command"].as_str().unwrap();
    assert!(command.ends_with("build --base-url \"$URL\"\n"), "{command}");
    assert!(!read(root.path(), "site.toml").contains("base_url"));
}

#[test]
fn the_header_says_what_the_pages_say() {
    let root = project(REMOTE);
    deployed(root.path(), &["cloudflare"]);
    assert_eq!(run(root.path(), &["build"]).0, Some(0));
    let page = read(root.path(), "public/index.html");
    let headers = read(root.path(), "public/_headers");
    let header = headers.lines().find_map(|line| line.strip_prefix("  Content-Security-Policy: ")).unwrap();
    let policy = header.strip_suffix("; frame-ancestors 'none'").unwrap();
    assert!(page.contains(&format!("content=\"{policy}\"")), "{policy}");
    assert!(headers.contains("/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"));
    // Cloudflare joins the values of a header that two rules set: only one may say how long.
    assert_eq!(headers.matches("Cache-Control").count(), 1);
    write(root.path(), "static/assets/logo.txt", "not named after its content");
    let said = deployed(root.path(), &["cloudflare", "--force"]);
    assert!(said.contains("static/assets/"), "{said}");
    assert!(!read(root.path(), "static/_headers").contains("immutable"));
}

#[test]
fn a_file_of_somebody_else_is_shown_and_stays() {
    let root = project(REMOTE);
    write(root.path(), ".github/workflows/site.yml", "name: \u{1b}[2JMine\n");
    let (code, _, said) = run(root.path(), &["deploy", "github"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("-name: \\u{1b}[2JMine") && said.contains("+name: Site"), "{said}");
    assert!(said.contains("--force"), "{said}");
    assert!(!root.path().join("static").exists(), "nothing at all was written");
    assert!(!read(root.path(), "site.toml").contains("base_url"));
    deployed(root.path(), &["github", "--force"]);
    assert_eq!(read(root.path(), ".github/workflows/site.yml"), expected("github.yml"));
    let again = deployed(root.path(), &["github"]);
    assert!(again.contains("already there") && !again.contains("wrote"), "{again}");
}

#[test]
fn a_dry_run_shows_everything_and_writes_nothing() {
    let root = project(REMOTE);
    let (code, out, said) = run(root.path(), &["deploy", "github", "--dry-run"]);
    assert_eq!(code, Some(0), "{said}");
    for shown in [
        "+++ b/.github/workflows/site.yml",
        "static/.nojekyll",
        "+base_url = \"https://center.github.io/Prep/\"",
    ] {
        assert!(out.contains(shown), "{shown} in {out}");
    }
    assert!(!root.path().join(".github").exists() && !root.path().join("static").exists());
    assert!(!read(root.path(), "site.toml").contains("base_url"));
}

#[test]
fn a_site_with_errors_is_mended_first() {
    let root = project(REMOTE);
    write(root.path(), "content/banks/a.toml", "titel = \"A\"\n");
    let (code, _, said) = run(root.path(), &["deploy", "netlify"]);
    assert!(
        code == Some(1) && said.contains("[unknown-key]") && said.contains("nothing was written"),
        "{said}"
    );
    assert!(!root.path().join("netlify.toml").exists());
    assert_eq!(run(TempDir::new().unwrap().path(), &["deploy", "github"]).0, Some(1));
}
