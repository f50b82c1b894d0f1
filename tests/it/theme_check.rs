//! `greenroom theme`: what it writes, what it finds, and that both built-in themes pass it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use greenroom::base::SourcePath;
use greenroom::build::{Build, Memo, build};
use greenroom::diag::Severity;
use greenroom::inspect::{pages, torture::Torture};
use greenroom::model::Options;
use greenroom::source::Sources;
use tempfile::TempDir;

/// Exit code, standard output, standard error.
fn greenroom(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_greenroom"));
    let Output { status, stdout, stderr } = command.current_dir(folder).args(arguments).output().unwrap();
    (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

fn new_site() -> TempDir {
    let root = TempDir::new().unwrap();
    assert_eq!(greenroom(root.path(), &["init", "."]).0, 0);
    assert_eq!(greenroom(root.path(), &["lock"]).0, 0);
    root
}

fn write(site: &Path, name: &str, text: &str) {
    let path = site.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn use_theme(site: &Path, name: &str) {
    let path = site.join("site.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("theme = \"{name}\"\n{text}")).unwrap();
}

fn tried(torture: Torture, theme: &str) -> Build {
    let options = Options { drafts: true, ..Options::default() };
    build(torture.sources(&Sources::default(), theme), &options, &Memo::default(), &|_| {})
}

#[test]
fn the_built_in_themes_bear_the_worst() {
    for theme in ["default", "plain"] {
        for torture in Torture::ALL {
            let build = tried(torture, theme);
            let errors: Vec<_> = build.problems.iter().filter(|it| it.severity == Severity::Error).collect();
            assert!(errors.is_empty(), "{theme}, {torture:?}: {errors:#?}");
            let site = build.site().unwrap();
            let failures = site.failures();
            assert!(failures.is_empty(), "{theme}, {torture:?}: {failures:#?}");
            let found = pages(site, "");
            assert!(found.is_empty(), "{theme}, {torture:?}: {found:#?}");
        }
    }
}

#[test]
fn the_test_site_has_a_page_of_every_template() {
    let build = tried(Torture::Full, "default");
    let site = build.site().unwrap();
    let used: Vec<&str> = site.outputs().iter().map(|path| site.template(path)).collect();
    for (name, _) in greenroom::view::variables() {
        let made = used.iter().any(|template| template.split(", ").any(|it| it == name));
        assert!(
            made || name.starts_with("embeds/") || name == "role-in-industry.html",
            "no page is made with {name}"
        );
    }
    let outputs: Vec<String> = site.outputs().iter().map(ToString::to_string).collect();
    for path in [
        "roles/nurse/in-hospitals/index.html",
        "questions/many/page/2/index.html",
        "questions/core/draft-one/index.html",
    ] {
        assert!(outputs.iter().any(|output| output == path), "no {path} in {outputs:#?}");
    }
}

#[test]
fn the_plain_theme_is_short_and_has_no_script() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/plain");
    let mut lines = 0;
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                lines += fs::read_to_string(path).unwrap().lines().count();
            }
        }
    }
    assert!(lines <= 300, "{lines} lines");
    for torture in Torture::ALL {
        let build = tried(torture, "plain");
        let site = build.site().unwrap();
        for path in site.outputs().iter().filter(|path| path.is_page()) {
            let page = site.render(path).unwrap().unwrap();
            let page = String::from_utf8_lossy(page.as_slice()).into_owned();
            // Data is a script in name alone.
            let scripts = page.replace("<script type=\"application/ld+json\">", "");
            assert!(!scripts.contains("<script"), "{path}");
            assert!(page.contains("script-src 'none'"), "{path}");
        }
    }
}

#[test]
fn a_new_theme_passes_every_check() {
    for more in [&[][..], &["--extends", "plain"], &["--copy", "plain"], &["--copy", "default"]] {
        let root = new_site();
        let site = root.path();
        let (code, _, said) = greenroom(site, &[&["theme", "new", "campus"], more].concat());
        assert_eq!(code, 0, "{said}");
        assert!(said.contains("theme = \"campus\""), "{said}");
        use_theme(site, "campus");
        let (code, _, said) = greenroom(site, &["check", "--strict"]);
        assert_eq!(code, 0, "{more:?}: {said}");
        let (code, _, said) = greenroom(site, &["theme", "check", "--strict"]);
        assert_eq!(code, 0, "{more:?}: {said}");
        assert!(said.contains("made with the theme `campus`"), "{said}");
    }
}

#[test]
fn the_option_and_the_style_sheet_of_a_new_theme_work() {
    let root = new_site();
    let site = root.path();
    assert_eq!(greenroom(site, &["theme", "new", "campus"]).0, 0);
    use_theme(site, "campus");
    let text = fs::read_to_string(site.join("site.toml")).unwrap();
    fs::write(site.join("site.toml"), format!("{text}\n[theme_options]\nclosing_words = \"Good luck <3\"\n"))
        .unwrap();
    let (code, _, said) = greenroom(site, &["build"]);
    assert_eq!(code, 0, "{said}");
    let page = fs::read_to_string(site.join("public/index.html")).unwrap();
    assert!(page.contains("<p>Good luck &lt;3</p>") && page.contains("assets/campus-"), "{page}");
    assert!(page.contains("assets/style-"), "the parent's style sheet is still there: {page}");
}

#[test]
fn a_theme_replaces_nothing() {
    let root = new_site();
    let site = root.path();
    write(site, "themes/campus/notes.txt", "mine");
    for (name, why) in [
        ("campus", "`themes/campus` is there already"),
        ("plain", "`plain` is built in"),
        ("Campus Blue", "call it `campus-blue`"),
        ("../x", "cannot be the name of a theme"),
    ] {
        let (code, _, said) = greenroom(site, &["theme", "new", name]);
        assert!(code == 2 && said.contains(why), "{name}: {said}");
    }
    let (code, _, said) = greenroom(site, &["theme", "new", "other", "--extends", "plin"]);
    assert!(code == 2 && said.contains("did you mean `plain`?"), "{said}");
    assert!(!site.join("themes/other").exists());
    let empty = TempDir::new().unwrap();
    let (code, _, said) = greenroom(empty.path(), &["theme", "new", "campus"]);
    assert!(code == 2 && said.contains("there is no `site.toml` here"), "{said}");
}

#[test]
fn a_copied_template_is_followed() {
    let root = new_site();
    let site = root.path();
    let (code, _, said) = greenroom(site, &["theme", "eject", "question", "base.html"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(greenroom(site, &["check", "--strict"]).0, 0);
    assert_eq!(greenroom(site, &["theme", "check", "--strict"]).0, 0);
    let (code, out, said) = greenroom(site, &["theme", "eject", "--diff"]);
    assert_eq!((code, out.as_str(), said.as_str()), (0, "", "nothing differs\n"));

    // The theme changes: here another copy of it.
    let copy = fs::read_to_string(site.join("templates/question.html")).unwrap();
    let (_, original) = copy.split_once('\n').unwrap();
    write(
        site,
        "themes/default/templates/question.html",
        &original.replace("class=\"samples\"", "class=\"care\""),
    );
    let (code, _, said) = greenroom(site, &["check"]);
    assert!(code == 0 && said.contains("warning[outdated-template]"), "{said}");
    assert!(said.contains("greenroom theme eject --diff question.html"), "{said}");
    let (code, out, _) = greenroom(site, &["theme", "eject", "--diff", "question.html"]);
    assert!(code == 0 && out.contains("\n-") && out.contains("care") && out.contains("\n+"), "{out}");

    // Writing the hash that the warning names settles it.
    let now = said.split("then write `").nth(1).and_then(|rest| rest.split('`').next()).unwrap();
    let old = copy.split("hash ").nth(1).unwrap().split(')').next().unwrap();
    write(site, "templates/question.html", &copy.replacen(old, now, 1));
    let (code, _, said) = greenroom(site, &["check", "--strict"]);
    assert_eq!(code, 0, "{said}");

    let (code, _, said) = greenroom(site, &["theme", "eject", "home.html", "base.html"]);
    assert!(code == 2 && said.contains("`templates/base.html` is there already"), "{said}");
    assert!(!site.join("templates/home.html").exists(), "all or none");
    let (code, _, said) = greenroom(site, &["theme", "eject", "hoem.html"]);
    assert!(code == 2 && said.contains("did you mean `home.html`?"), "{said}");
}

#[test]
fn every_template_can_be_copied() {
    let root = new_site();
    let site = root.path();
    let (code, list, _) = greenroom(site, &["theme", "list"]);
    assert_eq!(code, 0);
    let names: Vec<&str> = list.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.len() > 25, "{list}");
    let (code, _, said) = greenroom(site, &[&["theme", "eject"], names.as_slice()].concat());
    assert_eq!(code, 0, "{said}");
    let (code, _, said) = greenroom(site, &["theme", "check", "--strict"]);
    assert_eq!(code, 0, "{said}");
    let (_, list, _) = greenroom(site, &["theme", "list"]);
    assert!(list.contains("templates/home.html  (before themes/default/templates/home.html)"), "{list}");
}

#[test]
fn a_bad_theme_is_told_where() {
    let root = new_site();
    let site = root.path();
    write(site, "themes/bad/theme.toml", "name = \"Bad\"\napi = 1\n");
    write(
        site,
        "themes/bad/templates/home.html",
        "{% extends \"home.html\" %}\n{% block heading %}<h1>A</h1>\n<p onclick=\"x()\"><a href=\"/guides/\">b</a></p>{% endblock heading %}\n",
    );
    let (code, out, _) = greenroom(site, &["theme", "check", "bad", "--format", "short"]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("themes/bad/templates/home.html:3:4: error[inline-code]"), "{out}");
    assert!(out.contains("themes/bad/templates/home.html:3:21: error[root-link]"), "{out}");
    let (code, out, _) = greenroom(site, &["theme", "check", "bad", "--format", "json"]);
    assert_eq!(code, 1);
    assert!(serde_json::from_str::<serde_json::Value>(&out).is_ok(), "{out}");
    let (code, _, said) = greenroom(site, &["theme", "check"]);
    assert!(code == 0 && said.contains("made with the theme `default`"), "{said}");
    let (code, _, said) = greenroom(site, &["theme", "check", "bed"]);
    assert!(code == 2 && said.contains("did you mean `bad`?"), "{said}");
}

#[test]
fn a_theme_of_the_project_called_plain_is_its_own() {
    let mut sources = Torture::Bare.sources(&Sources::default(), "plain");
    sources.insert(SourcePath::new("themes/plain/theme.toml").unwrap(), &b"name = \"Mine\"\napi = 1\n"[..]);
    let build = build(sources, &Options::default(), &Memo::default(), &|_| {});
    assert!(build.site().is_some(), "{:#?}", build.problems);
    let theirs = SourcePath::new("themes/plain/templates/base.html").unwrap();
    assert!(build.sources.get(&theirs).is_none());
}
