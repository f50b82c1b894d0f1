//! `greenroom explain`: what a name is found to mean, and that every answer names the right lines.

use std::path::Path;

use tempfile::TempDir;

use crate::folder::{project, write};
use crate::program::run;

/// A small site with something of everything: adaptations, what hides and narrows, drafts, former ids, embeds.
const SITE: [(&str, &str); 13] = [
    ("site.toml", "title = \"T\"\nbase_url = \"https://x.example/prep/\"\n"),
    (
        "content/vocabulary.toml",
        "[[kind]]\nid = \"told\"\nlabel = \"Told\"\ndirection = \"you-answer\"\nanswer = \"2m\"\n\n\
         [[kind]]\nid = \"open\"\nlabel = \"Open\"\ndirection = \"you-ask\"\n",
    ),
    (
        "content/banks/core.toml",
        "title = \"Core\"\ndirection = \"you-answer\"\n\n[defaults]\nkind = \"told\"\nreviewed = 2026-09-01\n\n\
         [[question]]\nid = \"conflict\"\ntext = \"When did you disagree?\"\ncover = [\"What it was about\"]\n\
         priority = \"must\"\naliases = [\"dispute\"]\n\n\
         [[question]]\nid = \"private\"\ntext = \"How old are you?\"\n\n\
         [[question]]\nid = \"later\"\ntext = \"Is this done?\"\nstatus = \"draft\"\nrelated = [\"conflict\"]\n",
    ),
    ("content/roles/nurse/role.md", "+++\ntitle = \"Nurse\"\nindustries = [\"clinics\"]\n+++\n"),
    (
        "content/roles/nurse/own.toml",
        "title = \"Nursing\"\ndirection = \"you-answer\"\nhide = [\"core/private\"]\n\n\
         [[question]]\nid = \"shift\"\ntext = \"How do you hand over?\"\nkind = \"told\"\nindustries = [\"clinics\"]\n\n\
         [[adapt]]\nquestion = \"core/conflict\"\ntext = \"When did you disagree on a ward?\"\n\
         cover_add = [\"The patient\"]\n",
    ),
    ("content/industries/clinics/industry.md", "+++\ntitle = \"Clinics\"\n+++\n"),
    (
        "content/kits/first.toml",
        "title = \"First\"\n[[pick]]\nquestion = \"core/conflict\"\n[[pick]]\nkind = \"told\"\ncount = 1\n",
    ),
    (
        "content/guides/nurse.md",
        "# For nurses\n\nRead [the role](../roles/nurse/role.md) and ![a ward](ward.png)\n\n{{ question \"core/conflict\" }}\n",
    ),
    ("content/guides/ward.png", "png"),
    ("content/guides/unused.png", "png"),
    ("static/robots.svg", "<svg/>"),
    ("templates/question.html", "{% extends \"question.html\" %}\n"),
    ("greenroom.lock", "version = 1\n\n[questions]\n\"core/conflict\" = \"When did you disagree?\"\n"),
];

/// What is said of a name in the site above.
fn explained(name: &str) -> String {
    let root = project(&SITE);
    let (code, out, said) = run(root.path(), &["explain", name]);
    assert_eq!(code, Some(0), "{name}: {out}{said}");
    out
}

fn json(root: &Path, name: &str) -> serde_json::Value {
    let (_, out, said) = run(root, &["explain", name, "--format", "json"]);
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{name}: {error}: {out}{said}"))
}

#[test]
fn a_question_names_the_line_of_each_field_and_every_page() {
    let golden = "\
question core/conflict
  title     When did you disagree?
  written   content/banks/core.toml:9
  output    questions/core/conflict/index.html
  address   https://x.example/prep/questions/core/conflict/
  template  question.html
            templates/question.html (used)
            built-in themes/default/templates/question.html (behind it)

Where each field comes from
  id         content/banks/core.toml:9                  conflict
  text       content/banks/core.toml:10                 When did you disagree?
  kind       content/banks/core.toml:5   [defaults]     told
  priority   content/banks/core.toml:12                 must
  cover      content/banks/core.toml:11                 What it was about
  reviewed   content/banks/core.toml:6   [defaults]     2026-09-01
  aliases    content/banks/core.toml:13                 dispute
  status                                 when left out  ready
  answer     content/vocabulary.toml:2   its kind       2 min
  direction  content/banks/core.toml:2   its bank       you-answer
  for whom   content/banks/core.toml     its folder     Everyone

Adapted, hidden, narrowed
  Nurse  content/roles/nurse/own.toml:11  adapted        bank nurse-own
         content/roles/nurse/own.toml:13  text replaced  When did you disagree on a ward?
         content/roles/nurse/own.toml:14  cover added    The patient

Pages and files that show it
  feed.xml                             reviewed lately
  guides/nurse/                        shown within the text
  index.html                           among the first for everyone that must be prepared
                                       reviewed last
  industries/clinics/                  Clinics: from everyone
  kits/first/                          kit first
  questions/                           all questions
  questions/core/                      its bank
  questions/kind/told/                 kind: Told
  roles/nurse/                         Nurse: from everyone, adapted
  roles/nurse/in-clinics/              Nurse in Clinics: from everyone, adapted
  data/v1/banks/core.json              data of its bank
  data/v1/industries/clinics.json      data of Clinics
  data/v1/roles/nurse.json             data of Nurse
  data/v1/roles/nurse/in-clinics.json  data of Nurse in Clinics

What names it
  dispute              content/banks/core.toml:13       a former id that leads here
  question core/later  content/banks/core.toml:23       related
  guide nurse          content/guides/nurse.md:5        embeds it
  kit first            content/kits/first.toml:3        picks it
  bank nurse-own       content/roles/nurse/own.toml:12  adapts it
  greenroom.lock       greenroom.lock:4                 published with these words
";
    assert_eq!(&explained("core/conflict"), golden);
}

#[test]
fn a_page_of_a_role_says_what_it_shows_and_what_was_hidden() {
    let golden = "\
role in industry roles/nurse/in-clinics/
  title     Nurse in Clinics
  output    roles/nurse/in-clinics/index.html
  address   https://x.example/prep/roles/nurse/in-clinics/
  template  role-in-industry.html
            built-in themes/default/templates/role-in-industry.html (used)

Where each field comes from
  role  content/roles/nurse/role.md:3  names the industry

What it shows, in order
  content/roles/nurse/own.toml
    nurse-own/shift  :6  Nurse in Clinics   How do you hand over?
  content/banks/core.toml
    core/conflict    :9  Everyone, adapted  When did you disagree on a ward?

Adapted, hidden, narrowed
  content/roles/nurse/own.toml
    core/conflict  :11  adapted                   bank nurse-own
                   :13  text replaced             When did you disagree on a ward?
                   :14  cover added               The patient
    core/private   :3   hidden by bank nurse-own  How old are you?

Pages and files that show it
  data/v1/roles/nurse/in-clinics.json  data
  roles/nurse/                         its industries
  industries/clinics/                  its roles
";
    assert_eq!(&explained("nurse/in-clinics"), golden);
    assert_eq!(&explained("https://elsewhere.example/prep/roles/nurse/in-clinics/?a=b#c"), golden);
}

#[test]
fn one_thing_has_many_names() {
    let root = project(&SITE);
    let page = "https://x.example/prep/questions/core/conflict/";
    let absolute = root.path().join("content/banks/core.toml").display().to_string();
    let names = [
        "core/conflict",
        "conflict",
        "questions/core/conflict/",
        "questions/core/conflict/index.html",
        "/prep/questions/core/conflict/",
        "public/questions/core/conflict/index.html",
        page,
        &format!("{page}#hints"),
        "http://127.0.0.1:1111/prep/questions/core/conflict/?x=y",
        "http://127.0.0.1:1111/questions/core/conflict",
        "content/banks/core.toml:9",
        "content/banks/core.toml:13:4",
        "./content/../content/banks/core.toml:10",
        "content/roles/nurse/own.toml:13",
        &format!("{absolute}:9"),
    ];
    for name in names {
        let said = json(root.path(), name);
        assert_eq!(said["account"]["name"], "core/conflict", "{name}: {said}");
    }
    // Paths count from where one is, ids and addresses do not.
    let below = root.path().join("content/banks");
    let (code, out, _) = run(&below, &["-C", "../..", "explain", "core.toml:20"]);
    assert!(code == Some(0) && out.starts_with("question core/later\n"), "{out}");
    assert!(out.contains("../../content/banks/core.toml:20"), "{out}");
}

#[test]
fn what_has_no_page_says_why() {
    let says = |name: &str, words: &str| {
        let out = explained(name);
        // How wide a column is says nothing.
        let plain = out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(plain.contains(words), "{name}: {out}");
    };
    says("core/later", "a draft: it has a page only with `--drafts`");
    says("questions/core/later/", "a draft: it has a page only with `--drafts`");
    says("content/guides/unused.png", "not published: no text links to it");
    says("content/guides/ward.png", "content/guides/nurse.md:3 shows it");
    says("static/robots.svg", "robots.svg a copy");
    says("templates/question.html", "questions/core/conflict/ made with it");
    says("themes/default/templates/question.html", "used only where `templates/question.html` extends it");
    says("themes/default/templates/base.html", "a part of other templates");
    says("questions/core/dispute/", "a former address; it leads to questions/core/conflict/");
    says("content/vocabulary.toml:1", "kind kind/told title Told");
    says("content/guides", "content/guides/nurse.md guide For nurses");
    says("kind/open", "Open");
    says("first", "1 of kind told");
    says("nurse-own/shift", "narrowed content/roles/nurse/own.toml:9 from Nurse clinics");
}

#[test]
fn a_name_with_several_meanings_lists_them() {
    let golden = "\
`nurse` means several things; ask about one of them:

  guides/nurse/  content/guides/nurse.md      guide  For nurses
  roles/nurse/   content/roles/nurse/role.md  role   Nurse
";
    assert_eq!(explained("nurse"), golden);
    let root = project(&SITE);
    write(root.path(), "content/guides/question.md", "# Asking\n");
    let (code, out, _) = run(root.path(), &["explain", "question"]);
    assert!(code == Some(0) && out.starts_with("question: A question and its guidance."), "{out}");
    assert!(out.ends_with("guides/question/  content/guides/question.md  guide  Asking\n"), "{out}");
}

#[test]
fn an_unknown_name_gets_the_nearest() {
    let root = project(&SITE);
    for (name, near) in [
        ("core/conflct", "core/conflict"),
        ("clincs", "clinics"),
        ("content/bank/core.toml", "content/banks/core.toml"),
        ("https://x.example/prep/guides/nurses/", "guides/nurse/"),
        ("unknwon-key", "unknown-key"),
    ] {
        let (code, out, _) = run(root.path(), &["explain", name]);
        assert_eq!(code, Some(1), "{out}");
        assert!(out.contains(&format!("did you mean `{near}`?")), "{name}: {out}");
    }
    let (code, out, _) = run(root.path(), &["explain", "x\u{1b}[2J"]);
    assert!(code == Some(1) && !out.contains('\u{1b}'), "{out}");
    // Without a project there is still the reference.
    let empty = TempDir::new().unwrap();
    let (code, out, _) = run(empty.path(), &["explain", "mising-alt"]);
    assert!(code == Some(1) && out.contains("did you mean `missing-alt`?"), "{out}");
    assert_eq!(run(empty.path(), &["-C", "nowhere", "explain", "missing-alt"]).0, Some(0));
}

#[test]
fn a_line_behind_the_end_is_none() {
    let root = project(&SITE);
    let bank = SITE.iter().find(|(path, _)| *path == "content/banks/core.toml").unwrap().1;
    let lines = bank.lines().count();
    for line in ["0", "9999", "9999:3", "18446744073709551615"] {
        let (code, out, _) = run(root.path(), &["explain", &format!("content/banks/core.toml:{line}")]);
        assert_eq!(
            out,
            format!("there is no such line: `content/banks/core.toml` has {lines} lines\n"),
            "{line}"
        );
        assert_eq!(code, Some(1));
    }
    let (code, out, _) = run(root.path(), &["explain", &format!("content/banks/core.toml:{lines}")]);
    assert!(code == Some(0) && out.starts_with("question "), "{out}");
    let none = json(root.path(), "content/banks/core.toml:9999");
    assert_eq!(none["noline"]["lines"], lines);
}

#[test]
fn a_language_file_says_which_phrases_it_changes() {
    let root = project(&SITE);
    let phrase = "alert-note = Observa\nmy-own = Mío\n";
    write(root.path(), "templates/languages/es.ftl", phrase);
    write(root.path(), "themes/warm/languages/es.ftl", phrase);
    let said = |path: &str| {
        let (code, out, said) = run(root.path(), &["explain", path]);
        assert_eq!(code, Some(0), "{out}{said}");
        out
    };
    let own = said("templates/languages/es.ftl");
    assert!(own.contains("2 phrases of the pages in the language `es`; not heard here"), "{own}");
    assert!(own.contains("alert-note") && own.contains("Observa"), "{own}");
    assert!(own.contains("stands before") && !own.contains("\n  my-own"), "{own}");
    assert!(own.contains("built-in themes/default/languages/es.ftl"), "{own}");
    let other = said("themes/warm/languages/es.ftl");
    assert!(other.contains("not used: the site has another theme"), "{other}");
    let nothing = said("themes/default/languages/fr.ftl");
    assert!(nothing.contains("; it changes") && !nothing.contains("stands"), "{nothing}");
}

#[test]
fn a_site_that_does_not_build_is_explained_with_its_problems() {
    let root = project(&SITE);
    write(
        root.path(),
        "content/banks/more.toml",
        "title = \"More\"\ndirection = \"you-answer\"\n[[question]]\nid = \"one\"\nkind = \"tald\"\ntext = \"A\u{1b}[2J?\"\n",
    );
    let (code, out, said) = run(root.path(), &["explain", "more/one"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("the site does not build"), "{said}");
    assert!(out.contains("unknown-word") && out.contains("content/banks/more.toml:5"), "{out}");
    assert!(out.contains("https://x.example/prep/questions/more/one/") && !out.contains('\u{1b}'), "{out}");
    assert_eq!(json(root.path(), "more/one")["builds"], false);
}

#[test]
fn text_and_json_say_the_same() {
    let root = project(&SITE);
    let (_, text, _) = run(root.path(), &["explain", "core/conflict"]);
    let said = json(root.path(), "core/conflict");
    assert_eq!((&said["version"], &said["builds"]), (&1.into(), &true.into()));
    let parts = ["fields", "changes", "shown_on", "named_by"];
    let entries = parts.iter().flat_map(|part| said["account"][part].as_array().unwrap());
    for entry in entries {
        let line = entry["at"]["line"].as_u64();
        assert!(line.is_none_or(|line| text.contains(&format!(":{line} "))), "{entry}: {text}");
        assert!(text.contains(entry["text"].as_str().unwrap()), "{entry}: {text}");
    }
}
