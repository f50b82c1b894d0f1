//! `greenroom new`: what it writes passes the check, and nothing that is there is lost.

mod layout;
#[cfg(target_os = "linux")]
mod terminal;

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::folder::{read, site, write};
use crate::program::run;

fn starter() -> TempDir {
    let root = TempDir::new().unwrap();
    assert_eq!(run(root.path(), &["init"]).0, Some(0));
    root
}

/// A site of one file.
fn minimal() -> TempDir {
    site(&[])
}

/// Starts something; the path and the address it prints.
fn new(root: &Path, arguments: &[&str]) -> (String, String) {
    let (code, out, said) = run(root, &[&["new"], arguments].concat());
    assert_eq!(code, Some(0), "{arguments:?}: {said}");
    let mut lines = out.lines();
    (lines.next().unwrap().to_owned(), lines.next().unwrap().to_owned())
}

fn refused(root: &Path, arguments: &[&str], words: &[&str]) -> String {
    let (code, out, said) = run(root, &[&["new"], arguments].concat());
    assert!(code != Some(0) && out.is_empty(), "{arguments:?}: {out}");
    for word in words {
        assert!(said.contains(word), "{arguments:?}: no `{word}` in\n{said}");
    }
    said
}

/// The site has no problem, drafts shown or not.
fn is_clean(root: &Path, after: &str) {
    for drafts in [&["check", "--strict"][..], &["check", "--strict", "--drafts"]] {
        let (code, _, said) = run(root, drafts);
        assert_eq!(code, Some(0), "{after}: {said}");
        assert!(!said.contains("warning") && !said.contains("error"), "{after}: {said}");
    }
}

const THINGS: [(&[&str], &str, &str); 12] = [
    (
        &["bank", "--title", "Core questions", "--direction", "you-answer", "--summary", "Often asked."],
        "content/banks/core-questions.toml",
        "questions/core-questions/",
    ),
    (
        &["bank", "--title", "To ask", "--direction", "you-ask"],
        "content/banks/to-ask.toml",
        "questions/to-ask/",
    ),
    (
        &["question", "--bank", "to-ask", "--text", "Which tool do you open first?", "--ready"],
        "content/banks/to-ask.toml",
        "questions/to-ask/which-tool-open-first/",
    ),
    (
        &[
            "question",
            "--bank",
            "core-questions",
            "--kind",
            "behavioral",
            "--competency",
            "teamwork",
            "--text",
            "Tell me about a time you helped *someone* \"learn\".",
            "--cover",
            "One",
            "--cover",
            "Two",
        ],
        "content/banks/core-questions.toml",
        "questions/core-questions/helped-someone-learn/",
    ),
    (
        &[
            "question",
            "--bank",
            "core-questions",
            "--kind",
            "choice",
            "--text",
            "Which comes first, and why so?",
            "--right",
            "This",
            "--wrong",
            "That",
            "--id",
            "first",
            "--ready",
        ],
        "content/banks/core-questions.toml",
        "questions/core-questions/first/",
    ),
    (
        &[
            "question",
            "--bank",
            "core-questions",
            "--kind",
            "improper",
            "--text",
            "Do you plan a family?",
            "--improper",
            "family",
            "--respond",
            "Ask what it has to do with the job",
            "--ready",
        ],
        "content/banks/core-questions.toml",
        "questions/core-questions/plan-family/",
    ),
    (
        &["guide", "--title", "Write to an alum", "--phase", "reach-out"],
        "content/guides/write-to-an-alum.md",
        "guides/write-to-an-alum/",
    ),
    (&["role", "--title", "Data analyst"], "content/roles/data-analyst/role.md", "roles/data-analyst/"),
    (
        &["industry", "--title", "Hospitals"],
        "content/industries/hospitals/industry.md",
        "industries/hospitals/",
    ),
    (
        &["bank", "--title", "In the lab", "--direction", "you-answer", "--role", "data-analyst"],
        "content/roles/data-analyst/the-lab.toml",
        "questions/data-analyst-the-lab/",
    ),
    (
        &["checklist", "--title", "On the day", "--when", "during"],
        "content/checklists/on-the-day.md",
        "checklists/on-the-day/",
    ),
    (
        &["kit", "--title", "One question", "--bank", "to-ask"],
        "content/kits/one-question.toml",
        "kits/one-question/",
    ),
];

#[test]
fn everything_new_passes_the_check_and_shows_where_it_says() {
    for root in [starter(), minimal()] {
        for (arguments, path, address) in THINGS {
            let (written, url) = new(root.path(), arguments);
            assert_eq!(written, path);
            assert_eq!(url, format!("http://127.0.0.1:1111/{address}"));
            is_clean(root.path(), path);
        }
        assert_eq!(run(root.path(), &["build", "--drafts"]).0, Some(0));
        for (_, path, address) in THINGS {
            assert!(root.path().join("public").join(address).join("index.html").exists(), "{path}");
        }
    }
}

#[test]
fn a_message_fits_every_channel_and_purpose() {
    let root = minimal();
    for channel in ["email", "linkedin-note", "linkedin-message", "phone", "text"] {
        for purpose in ["request", "nudge", "confirm", "thank-you", "keep-in-touch", "reschedule"] {
            let title = format!("{purpose} by {channel}");
            new(root.path(), &["message", "--title", &title, "--channel", channel, "--purpose", purpose]);
        }
    }
    is_clean(root.path(), "messages");
}

#[test]
fn drafts_are_not_published_before_their_author_says_so() {
    let root = starter();
    new(root.path(), &["guide", "--title", "Later", "--phase", "find"]);
    new(
        root.path(),
        &["question", "--bank", "first-conversations", "--text", "Which tool do you open first?"],
    );
    assert_eq!(run(root.path(), &["build"]).0, Some(0));
    assert!(!root.path().join("public/guides/later").exists());
    assert!(!root.path().join("public/questions/first-conversations/which-tool-open-first").exists());
}

#[test]
fn the_preview_is_below_the_path_of_the_site() {
    let root = minimal();
    write(root.path(), "site.toml", "title = \"T\"\nbase_url = \"https://example.edu/prep/\"\n");
    let (_, url) = new(root.path(), &["role", "--title", "Nurse"]);
    assert_eq!(url, "http://127.0.0.1:1111/prep/roles/nurse/");
}

#[test]
fn all_that_is_missing_is_told_at_once_with_an_example() {
    let root = starter();
    let said = refused(root.path(), &["message"], &["`--title`, `--channel` and `--purpose`"]);
    assert!(
        said.contains("for example: greenroom new message --title 'Thank an alum' --channel email"),
        "{said}"
    );
    refused(root.path(), &["question"], &["`--bank`, `--text` and `--kind`"]);
    refused(root.path(), &["bank", "--title", "A"], &["`--direction`", "--title A --direction you-ask"]);
    refused(root.path(), &["guide", "--phase", "fnd"], &["did you mean `find`?", "`--title`"]);
    refused(root.path(), &["kit", "--title", "教"], &["`--id`", "`--bank`"]);
}

#[test]
fn words_that_the_site_does_not_know_get_the_nearest() {
    let root = starter();
    let question = ["question", "--text", "Which tool?", "--bank"];
    refused(
        root.path(),
        &[&question[..], &["first-conversation"]].concat(),
        &["did you mean `first-conversations`?"],
    );
    let wrong = [
        "first-conversations",
        "--kind",
        "opn",
        "--topic",
        "skils",
        "--stage",
        "informatonal",
        "--level",
        "x",
    ];
    let near =
        ["did you mean `open`?", "did you mean `skills`?", "did you mean `informational`?", "no level `x`"];
    refused(root.path(), &[&question[..], &wrong].concat(), &near);
    let other_side = ["first-conversations", "--kind", "behavioral"];
    refused(root.path(), &[&question[..], &other_side].concat(), &["no kind of question a student asks"]);
    refused(
        root.path(),
        &["bank", "--title", "B", "--direction", "you-ask", "--role", "x"],
        &["no role `x`"],
    );
}

#[test]
fn no_id_is_given_twice() {
    let root = starter();
    write(
        root.path(),
        "greenroom.lock",
        "version = 1\n\n[questions]\n\"first-conversations/gone\" = \"Gone?\"\n\"old-bank/a\" = \"A?\"\n",
    );
    let question = ["question", "--bank", "first-conversations", "--text", "Which road is it?", "--id"];
    let with = |id| [&question[..], &[id]].concat();
    refused(root.path(), &with("way-in"), &["`way-in` is taken", "`way-in-2` is free"]);
    refused(root.path(), &with("gone"), &["`gone-2` is free"]);
    refused(root.path(), &with("Way In"), &["did you mean `way-in`?"]);
    let bank = ["bank", "--title", "Old bank", "--direction", "you-ask"];
    assert_eq!(
        new(root.path(), &bank).0,
        "content/banks/old-bank-2.toml",
        "its questions were published once"
    );
    let role = ["role", "--title", "Office assistant"];
    assert_eq!(new(root.path(), &role).0, "content/roles/office-assistant-2/role.md");
    write(
        root.path(),
        "content/guides/old.md",
        "+++\ntitle = \"New\"\naliases = [\"former\"]\n+++\nWords.\n",
    );
    let guide = ["guide", "--title", "Former", "--phase", "find"];
    assert_eq!(new(root.path(), &guide).0, "content/guides/former-2.md");
}

#[test]
fn the_rest_of_a_bank_stays_as_it_is() {
    let root = minimal();
    let question =
        ["question", "--bank", "a", "--text", "Which \u{201c}road\u{201d} is 'it'?", "--id", "road"];
    let head = "title = \"A\"\ndirection = \"you-ask\"\n\n[defaults]\nkind = \"open\"\n# last";
    for (old, gap) in [
        (head.to_owned(), "\n\n"),
        (format!("{head}\n"), "\n"),
        (format!("{head}\n\n"), ""),
        (head.replace('\n', "\r\n"), "\r\n\r\n"),
    ] {
        write(root.path(), "content/banks/a.toml", &old);
        new(root.path(), &question);
        let text = read(root.path(), "content/banks/a.toml");
        assert!(text.starts_with(&format!("{old}{gap}[[question]]")), "{text:?}");
        assert_eq!(text.matches("\r\n").count() > 0, old.contains("\r\n"));
        assert_eq!(text.matches('\n').count() == text.matches("\r\n").count(), old.contains("\r\n"));
        is_clean(root.path(), "a question");
    }
}

#[test]
fn nothing_is_added_to_a_bank_that_cannot_be_read() {
    let root = minimal();
    for broken in [
        "title = \"A\"\ndirection = \"you-ask\"\nsummary = \"open\n",
        "title = \"A\"\ndirection = \"you-ask\"\nquestion = [{ id = \"one\", text = \"One?\", kind = \"open\" }]\n",
    ] {
        write(root.path(), "content/banks/a.toml", broken);
        refused(root.path(), &["question", "--bank", "a", "--text", "Which road?", "--kind", "open"], &[]);
        assert_eq!(read(root.path(), "content/banks/a.toml"), broken);
    }
}

#[test]
fn what_would_be_an_error_is_not_written() {
    let root = starter();
    let long = format!("Why {}?", "so ".repeat(120));
    let question = ["question", "--bank", "first-conversations", "--text", &long];
    refused(root.path(), &question, &["[question-too-long]", "nothing was written"]);
    refused(root.path(), &["role", "--title", "\u{1b}[2Jx"], &["\\u{1b}"]);
    refused(root.path(), &["role", "--title", " "], &["`--title`"]);
    is_clean(root.path(), "refused");
}

#[test]
fn nothing_that_is_there_is_replaced() {
    let root = minimal();
    let text = "not a role\n";
    write(root.path(), "content/roles/nurse/role.toml/x", text);
    write(root.path(), "content/roles/nurse/role.md/kept", text);
    refused(root.path(), &["role", "--title", "Nurse"], &[]);
    assert_eq!(read(root.path(), "content/roles/nurse/role.md/kept"), text);
    let empty = TempDir::new().unwrap();
    refused(empty.path(), &["role", "--title", "Nurse"], &["greenroom init"]);
    assert_eq!(fs::read_dir(empty.path()).unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_project() {
    let (root, other) = (minimal(), TempDir::new().unwrap());
    fs::create_dir(root.path().join("content")).unwrap();
    std::os::unix::fs::symlink(other.path(), root.path().join("content/guides")).unwrap();
    refused(root.path(), &["guide", "--title", "Out", "--phase", "find"], &["is a link"]);
    assert_eq!(fs::read_dir(other.path()).unwrap().count(), 0);
}

#[test]
fn an_editor_is_told_the_schema_when_there_are_schemas() {
    let root = starter();
    write(root.path(), "schemas/bank.json", "{}");
    new(root.path(), &["bank", "--title", "B", "--direction", "you-ask", "--role", "office-assistant"]);
    let text = read(root.path(), "content/roles/office-assistant/b.toml");
    assert!(text.starts_with("#:schema ../../../schemas/bank.json\n"), "{text}");
    new(root.path(), &["kit", "--title", "K", "--bank", "first-conversations"]);
    assert!(read(root.path(), "content/kits/k.toml").starts_with("#:schema ../../schemas/kit.json\n"));
    new(root.path(), &["guide", "--title", "G", "--phase", "find"]);
    assert!(read(root.path(), "content/guides/g.md").starts_with("+++\n"));
    is_clean(root.path(), "schemas");
}
