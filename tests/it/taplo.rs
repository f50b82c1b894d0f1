//! Taplo, which the TOML editors are built on, with our schemas: what is good stays quiet, what is bad is underlined
//! at its line.
//!
//! Needs `npm ci` in `tests/node`; without it these tests only say so, except in CI. Taplo fetches nothing: every
//! schema is a file, and catalogs are off unless asked for.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use greenroom::export::schema::of;
use greenroom::source::Source;
use tempfile::TempDir;

use crate::cases::{all, read};
use crate::folder::write;
use crate::program::run;
use crate::schema::agree::{FORM, underlined};
use crate::schema::{analyse, schemas};

/// What Taplo says of files.
struct Said {
    clean: bool,
    /// File and line of everything it underlines.
    places: BTreeSet<(PathBuf, usize)>,
    text: String,
}

/// Runs Taplo in a folder; `None` when it is not installed.
fn taplo(folder: &Path, arguments: &[&str]) -> Option<Said> {
    let program =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node/node_modules/@taplo/cli/dist/cli.js");
    let node = Command::new("node").arg("--version").output().is_ok_and(|output| output.status.success());
    if !program.is_file() || !node {
        assert!(std::env::var_os("CI").is_none(), "Taplo is not installed: run `npm ci` in tests/node");
        let _ = writeln!(std::io::stderr(), "skipped: Taplo is not installed; run `npm ci` in tests/node");
        return None;
    }
    let mut command = Command::new("node");
    let command = command.arg(program).args(arguments).args(["--colors", "never"]).current_dir(folder);
    let output = command.env_remove("RUST_LOG").env_remove("TAPLO_CONFIG").output().unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    let place = |line: &str| {
        let (_, place) = line.split_once("┌─ ")?;
        let mut parts = place.rsplitn(3, ':');
        let (_column, line, path) = (parts.next()?, parts.next()?, parts.next()?);
        Some((PathBuf::from(path), line.parse().ok()?))
    };
    Some(Said { clean: output.status.success(), places: text.lines().filter_map(place).collect(), text })
}

fn greenroom(folder: &Path, arguments: &[&str]) {
    let (code, _, said) = run(folder, arguments);
    assert_eq!(code, Some(0), "greenroom {arguments:?}: {said}");
}

/// A folder whose name is the same however it is reached.
fn folder() -> (TempDir, PathBuf) {
    let root = TempDir::new().unwrap();
    let path = root.path().canonicalize().unwrap();
    (root, path)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(from, to).unwrap();
        }
    }
}

#[test]
fn a_new_site_and_this_one_stay_quiet() {
    let (_root, root) = folder();
    // Found by the line at the head of each file.
    greenroom(&root, &["init", "new"]);
    let new = root.join("new");
    let Some(said) = taplo(&new, &["lint", "--no-auto-config"]) else { return };
    assert!(said.clean && said.places.is_empty(), "{}", said.text);
    // Found by `.taplo.toml`.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["content", "themes"] {
        copy(&here.join(folder), &root.join("own").join(folder));
    }
    fs::copy(here.join("site.toml"), root.join("own/site.toml")).unwrap();
    greenroom(&root, &["-C", "own", "schema"]);
    let said = taplo(&root.join("own"), &["check"]).unwrap();
    assert!(said.clean && said.places.is_empty(), "{}", said.text);
    // It does look: one letter is enough.
    let bank = new.join("content/banks/first-interviews.toml");
    let text = fs::read_to_string(&bank).unwrap();
    fs::write(&bank, text.replace("direction = \"you-answer\"", "direction = \"you-anser\"")).unwrap();
    for arguments in [&["lint", "--no-auto-config"][..], &["lint"]] {
        let said = taplo(&new, arguments).unwrap();
        let lines: Vec<_> = said.places.iter().map(|(path, _)| path).collect();
        assert!(!said.clean && lines == [&bank], "{}", said.text);
    }
}

const YOU_ASK: &str = "title = \"B\"\ndirection = \"you-ask\"\n\n[[question]]\nid = \"one-two\"\ntext = \"What?\"\nkind = \"open\"\n";
const YOU_ANSWER: &str = "title = \"B\"\ndirection = \"you-answer\"\n\n[[question]]\nid = \"one-two\"\ntext = \"What?\"\nkind = \"motivation\"\n";

/// What stands in a file (behind a good beginning), and the line that is underlined.
const BAD: [(&str, &str, &str, usize); 26] = [
    ("misspelt key", YOU_ASK, "folow_ups = [\"Why?\"]", 8),
    ("wrong type", YOU_ASK, "follow_ups = \"Why?\"", 8),
    ("text in place of a flag", YOU_ASK, "researchable = \"yes\"", 8),
    ("unknown topic", YOU_ASK, "topic = \"career-paht\"", 8),
    ("unknown stage", YOU_ASK, "stages = [\n  \"screen\",\n  \"third-round\",\n]", 10),
    ("unknown role", YOU_ASK, "roles = [\"nurse\"]", 8),
    ("unknown industry", YOU_ASK, "industries = [\"mining\"]", 8),
    ("unknown question", YOU_ASK, "related = [\"first-interviews/nothing\"]", 8),
    ("unknown check", YOU_ASK, "allow = [{ check = \"stal\", because = \"x\" }]", 8),
    ("cover of the other side", YOU_ASK, "cover = [\"The facts\"]", 8),
    ("choices of the other side", YOU_ASK, "\n[[question.choice]]\ntext = \"A\"", 9),
    ("listen_for of the other side", YOU_ANSWER, "listen_for = [\"Doubt\"]", 8),
    (
        "kind of the other side",
        YOU_ANSWER,
        "\n[[question]]\nid = \"two\"\ntext = \"W?\"\nkind = \"open\"",
        12,
    ),
    ("unknown kind", YOU_ANSWER, "\n[[question]]\nid = \"two\"\ntext = \"W?\"\nkind = \"opne\"", 12),
    ("no id", YOU_ANSWER, "\n[[question]]\ntext = \"W?\"\nkind = \"case\"", 9),
    ("id with capitals", YOU_ANSWER, "\n[[question]]\nid = \"Two\"\ntext = \"W?\"\nkind = \"case\"", 10),
    ("short id", YOU_ANSWER, "\n[[question]]\nid = \"tw\"\ntext = \"W?\"\nkind = \"case\"", 10),
    ("no kind", YOU_ANSWER, "\n[[question]]\nid = \"two\"\ntext = \"W?\"", 9),
    ("a date that is none", YOU_ANSWER, "reviewed = 2026-13-01", 8),
    ("a date with a time", YOU_ANSWER, "reviewed = 2026-09-01T10:00:00", 8),
    ("a duration without a unit", YOU_ANSWER, "answer = \"2 weeks\"", 8),
    ("an address without a scheme", YOU_ANSWER, "sources = [\"www.example.org\"]", 8),
    ("a source without an address", YOU_ANSWER, "sources = [{ title = \"X\" }]", 8),
    (
        "one choice",
        YOU_ANSWER,
        "\n[[question]]\nid = \"two\"\ntext = \"W?\"\nkind = \"choice\"\nchoice = [\n{ text = \"A\" }]",
        13,
    ),
    ("an id as a default", YOU_ANSWER, "\n[defaults]\nid = \"all\"", 10),
    (
        "text under the wrong table",
        YOU_ANSWER,
        "\n[[question.sample]]\ntext = \"An answer.\"\nwhy = \"x\"",
        11,
    ),
];

#[test]
fn what_is_bad_is_underlined_at_its_line() {
    let (_root, root) = folder();
    greenroom(&root, &["init", "."]);
    let mut expected = BTreeSet::new();
    let mut put = |path: String, text: String, line: usize| {
        fs::write(root.join(&path), text).unwrap();
        expected.insert((root.join(path), line));
    };
    for (name, start, end, line) in BAD {
        put(format!("content/banks/{}.toml", name.replace(' ', "-")), format!("{start}{end}\n"), line);
    }
    let kit = "title = \"K\"\nminutes = 600\n\n[[pick]]\nquestion = \"first-interviews/nothing\"\n\n[[pick]]\ncount = 2\n";
    for line in [2, 5, 7] {
        put("content/kits/bad.toml".into(), kit.into(), line);
    }
    let site = "title = \"S\"\ntheme = \"none\"\n\n[brand]\naccent = \"teal\"\n\n[theme_options]\nnone = 1\n\n[checks]\nstale = \"off\"\n";
    for line in [2, 5, 8, 11] {
        put("site.toml".into(), site.into(), line);
    }
    put(
        "content/vocabulary.toml".into(),
        "[[kind]]\nid = \"case\"\nlabel = \"Case\"\ndirection = \"you\"\n".into(),
        4,
    );
    let Some(said) = taplo(&root, &["lint"]) else { return };
    let quiet: Vec<_> = expected.iter().filter(|place| !said.places.contains(place)).collect();
    assert!(!said.clean && quiet.is_empty(), "not underlined: {quiet:#?}\n{}", said.text);
    let needless: Vec<_> =
        said.places.iter().filter(|(path, _)| expected.iter().all(|(bad, _)| bad != path)).collect();
    assert!(needless.is_empty(), "{needless:#?}");
}

/// The `#:schema` line for a file of a project.
fn line(source: &Source) -> String {
    let up = "../".repeat(source.path.parts().count() - 1);
    format!("#:schema ./{up}schemas/{}.json\n", of(&source.kind).unwrap())
}

#[test]
fn of_the_cases_of_form_taplo_says_what_the_schema_says() {
    let (_root, root) = folder();
    let mut expected = BTreeSet::new();
    // Taplo prints a list of 10,000 entries once for each of them.
    let of_form = |case: &PathBuf| {
        case.file_stem().is_some_and(|stem| stem != "too-many" && FORM.iter().any(|code| stem == *code))
    };
    for case in all().into_iter().filter(of_form) {
        let name = case.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().with_extension("");
        let build = analyse(read(&case).sources());
        let project = root.join(name);
        for (name, schema) in schemas(&build) {
            write(&project, &format!("schemas/{name}.json"), schema.to_string());
        }
        for (source, underlined) in underlined(&build) {
            let path = project.join(source.path.as_str());
            if path.extension().is_none_or(|extension| extension != "toml") {
                continue;
            }
            let text = source.text().unwrap().trim_start_matches('\u{feff}');
            write(&project, source.path.as_str(), line(source) + text);
            expected.extend((!underlined.is_empty()).then_some(path));
        }
    }
    let Some(said) = taplo(&root, &["lint", "--no-auto-config"]) else { return };
    let found: BTreeSet<PathBuf> = said.places.into_iter().map(|(path, _)| path).collect();
    let only_one: Vec<_> = found.symmetric_difference(&expected).collect();
    assert!(only_one.is_empty() && !expected.is_empty(), "only one of the two: {only_one:#?}");
}
