//! `greenroom list`: what passes the filters, and the three formats.

use crate::folder::{project, write};
use crate::program::run;

/// Questions of two directions for everyone, a role and an industry; one is hidden, one a draft, one overdue.
const SITE: [(&str, &str); 7] = [
    ("site.toml", "title = \"T\"\nreview_every = \"12 months\"\n"),
    (
        "content/banks/core.toml",
        "title = \"Core\"\ndirection = \"you-answer\"\n\n[defaults]\nkind = \"motivation\"\n\n\
         [[question]]\nid = \"why-us\"\ntext = \"Why us?\"\npriority = \"must\"\nreviewed = 2020-01-01\n\n\
         [[question]]\nid = \"age\"\ntext = \"=1+1, how old?\"\ntags = [\"odd\"]\ncompetencies = [\"teamwork\"]\n\n\
         [[question]]\nid = \"later\"\ntext = \"Done, \\\"really\\\"?\"\nstatus = \"draft\"\n",
    ),
    (
        "content/banks/ask.toml",
        "title = \"Ask\"\ndirection = \"you-ask\"\n[[question]]\nid = \"day\"\ntext = \"面接 of a day?\"\nkind = \"open\"\ntopic = \"culture\"\n",
    ),
    ("content/roles/nurse/role.md", "+++\ntitle = \"Nurse\"\n+++\n"),
    (
        "content/roles/nurse/own.toml",
        "title = \"Own\"\ndirection = \"you-answer\"\nhide = [\"core/age\"]\n[[question]]\nid = \"shift\"\ntext = \"And nights?\"\nkind = \"background\"\n",
    ),
    ("content/industries/clinics/industry.md", "+++\ntitle = \"Clinics\"\n+++\n"),
    (
        "content/guides/night.md",
        "+++\ntitle = \"Nights\"\nroles = [\"nurse\"]\nreviewed = 2026-09-01\n+++\nWords.\n",
    ),
];

/// The first column of a table that was asked for.
fn ids(arguments: &[&str]) -> Vec<String> {
    let root = project(&SITE);
    let (code, out, said) = run(root.path(), &[&["list"], arguments].concat());
    assert_eq!(code, Some(0), "{arguments:?}: {said}");
    out.lines().skip(1).map(|line| line.split(' ').next().unwrap().to_owned()).collect()
}

#[test]
fn a_table_lines_up_and_the_count_goes_elsewhere() {
    let root = project(&SITE);
    let (code, out, said) = run(root.path(), &["list"]);
    let golden = "\
ID               KIND        PRIORITY  STATUS  DUE  TEXT
ask/day          open        should    ready        面接 of a day?
core/why-us      motivation  must      ready   due  Why us?
core/age         motivation  should    ready        =1+1, how old?
nurse-own/shift  background  should    ready        And nights?
";
    assert_eq!((code, out.as_str()), (Some(0), golden));
    assert_eq!(said, "4 questions; 1 more is a draft or retired: `--status all` shows it\n");
}

#[test]
fn the_count_speaks_of_others_only_when_no_status_was_asked_for() {
    let root = project(&SITE);
    let said = |arguments: &[&str]| run(root.path(), &[&["list"], arguments].concat()).2;
    assert_eq!(said(&["--status", "draft"]), "1 question\n", "what is ready is no draft");
    assert_eq!(said(&["--status", "retired"]), "no questions\n");
    assert_eq!(said(&["guides", "--status", "draft"]), "no guides\n");
}

#[test]
fn filters_are_those_of_the_site() {
    assert_eq!(ids(&["--role", "nurse"]), ["ask/day", "core/why-us", "nurse-own/shift"]);
    assert_eq!(ids(&["--role", "nurse", "--kind", "open,background"]), ["ask/day", "nurse-own/shift"]);
    assert_eq!(ids(&["--kind", "open", "--kind", "background"]), ["ask/day", "nurse-own/shift"]);
    assert_eq!(ids(&["--industry", "clinics"]), ["ask/day", "core/why-us", "core/age"]);
    let both = ids(&["--role", "nurse", "--industry", "clinics"]);
    assert_eq!(both, ["ask/day", "core/why-us", "nurse-own/shift"], "as the page of the two would be");
    assert_eq!(ids(&["--stale"]), ["core/why-us"]);
    assert_eq!(ids(&["--status", "draft"]), ["core/later"]);
    assert_eq!(ids(&["--status", "all", "--role", "nurse"]).len(), 4);
    assert_eq!(ids(&["--tag", "odd"]), ["core/age"]);
    assert_eq!(ids(&["--competency", "teamwork", "--priority", "must"]), Vec::<String>::new());
    assert_eq!(ids(&["--direction", "you-ask", "--topic", "culture"]), ["ask/day"]);
    assert_eq!(ids(&["--bank", "nurse-own"]), ["nurse-own/shift"]);
    assert_eq!(ids(&["--search", "HOW old"]), ["core/age"]);
    assert_eq!(ids(&["guides", "--role", "nurse"]), ["night"]);
    assert_eq!(ids(&["banks", "--role", "nurse", "--direction", "you-answer"]), ["core", "nurse-own"]);
    assert_eq!(ids(&["roles"]), ["nurse"]);
    assert_eq!(ids(&["industries"]), ["clinics"]);
    assert_eq!(ids(&["words", "--search", "culture"]), ["topic"]);
}

#[test]
fn a_wrong_filter_gets_the_way_out() {
    let root = project(&SITE);
    let mistake = |arguments: &[&str]| {
        let (code, out, said) = run(root.path(), &[&["list"], arguments].concat());
        assert_eq!((code, out.as_str()), (Some(2), ""), "{said}");
        said
    };
    assert_eq!(mistake(&["--role", "nruse"]), "error: there is no role `nruse`; did you mean `nurse`?\n");
    assert_eq!(mistake(&["--role", "x"]), "error: there is no role `x`; write `nurse`\n");
    let said = mistake(&["--kind", "x\u{1b}", "--status", "redy"]);
    assert!(
        said.contains("there is no kind `x\\u{1b}`; write ") && said.contains("did you mean `ready`"),
        "{said}"
    );
    assert_eq!(
        mistake(&["kits", "--role", "nurse"]),
        "error: `--role` says nothing about kits; what does: `--stale`, `--search`\n"
    );
}

#[test]
fn an_empty_list_says_so() {
    let root = project(&SITE);
    for format in ["table", "json", "csv"] {
        let (code, out, said) = run(root.path(), &["list", "kits", "--format", format]);
        assert_eq!((code, said.as_str()), (Some(0), "no kits\n"), "{format}: {out}");
        assert_eq!(out.is_empty(), format == "table", "{format}: {out}");
    }
}

#[test]
fn json_has_everything_under_a_version() {
    let root = project(&SITE);
    let (_, out, _) = run(root.path(), &["-C", ".", "list", "--format", "json", "--tag", "odd"]);
    let said: serde_json::Value = serde_json::from_str(&out).unwrap();
    let expected = serde_json::json!({ "version": 1, "questions": [{
        "id": "core/age", "text": "=1+1, how old?", "direction": "you-answer", "audience": ["Everyone"],
        "kind": "motivation", "topic": null, "stages": [], "levels": [], "competencies": ["teamwork"],
        "tags": ["odd"], "priority": "should", "status": "ready", "reviewed": null, "due": false,
        "file": "content/banks/core.toml", "line": 14,
    }] });
    assert_eq!(said, expected);
}

#[test]
fn csv_is_for_spreadsheets_and_runs_nothing() {
    let root = project(&SITE);
    let (_, out, _) = run(root.path(), &["list", "--format", "csv", "--bank", "core", "--status", "all"]);
    let golden = "\
id,text,direction,audience,kind,topic,stages,levels,competencies,tags,priority,status,reviewed,due,file,line\r
core/why-us,Why us?,you-answer,Everyone,motivation,,,,,,must,ready,2020-01-01,due,content/banks/core.toml,8\r
core/age,\"'=1+1, how old?\",you-answer,Everyone,motivation,,,,teamwork,odd,should,ready,,,content/banks/core.toml,14\r
core/later,\"Done, \"\"really\"\"?\",you-answer,Everyone,motivation,,,,,,should,draft,,,content/banks/core.toml,20\r
";
    assert_eq!(out, golden);
}

#[test]
fn every_kind_of_thing_has_every_format() {
    let root = project(&SITE);
    let all =
        ["questions", "banks", "guides", "roles", "industries", "messages", "checklists", "kits", "words"];
    for what in all {
        let (code, json, said) = run(root.path(), &["list", what, "--format", "json"]);
        assert_eq!(code, Some(0), "{said}");
        let said: serde_json::Value = serde_json::from_str(&json).unwrap();
        let rows = said[what].as_array().unwrap_or_else(|| panic!("{what}: {json}")).len();
        let (_, csv, _) = run(root.path(), &["list", what, "--format", "csv"]);
        assert_eq!(csv.lines().count(), rows + 1, "{csv}");
        let (_, table, _) = run(root.path(), &["list", what]);
        assert_eq!(table.lines().count(), if rows == 0 { 0 } else { rows + 1 }, "{table}");
    }
}

#[test]
fn a_site_with_errors_is_listed_with_a_note() {
    let root = project(&SITE);
    write(root.path(), "content/banks/broken.toml", "title = \"B\n");
    let (code, out, said) = run(root.path(), &["list"]);
    assert!(code == Some(0) && out.contains("core/why-us"), "{out}{said}");
    assert!(said.starts_with("the content has 1 error, so something may be missing here"), "{said}");
}
