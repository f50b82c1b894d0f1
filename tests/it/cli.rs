//! The program as a user runs it: exit codes, what is printed where, and that the last good site stays.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use crate::folder::{project, tree, write};
use crate::program::{command, run};

const CLEAN: [(&str, &str); 2] =
    [("site.toml", "title = \"T\"\n"), ("content/guides/first.md", "# First\n\nWords.\n")];

/// Builds a clean site, spoils the project with `spoil`, builds again: exit code and what was said.
fn spoiled(spoil: impl Fn(&Path)) -> (Option<i32>, String) {
    let root = project(&CLEAN);
    assert_eq!(run(root.path(), &["build"]).0, Some(0));
    let good = tree(&root.path().join("public"));
    spoil(root.path());
    let (code, _, said) = run(root.path(), &["build"]);
    assert_eq!(tree(&root.path().join("public")), good, "the last good site stays: {said}");
    (code, said)
}

#[test]
fn a_clean_project_is_built_and_then_left_alone() {
    let root = project(&CLEAN);
    let (code, out, said) = run(root.path(), &["build"]);
    assert_eq!((code, out.as_str()), (Some(0), ""), "{said}");
    let before = fs::metadata(root.path().join("public/index.html")).unwrap().modified().unwrap();
    let (code, _, said) = run(root.path(), &["build"]);
    assert_eq!(code, Some(0));
    assert!(said.contains("nothing changed"), "{said}");
    assert_eq!(fs::metadata(root.path().join("public/index.html")).unwrap().modified().unwrap(), before);
}

#[test]
fn what_cannot_be_read_stops_the_build_and_nothing_else() {
    let (code, said) = spoiled(|root| fs::remove_dir_all(root.join("content")).unwrap());
    assert!(code == Some(1) && said.contains("[empty-content]"), "{said}");
    let (code, said) = spoiled(|root| fs::remove_file(root.join("site.toml")).unwrap());
    assert!(code == Some(1) && said.contains("[no-site-file]"), "{said}");
    let (code, said) = spoiled(|root| write(root, "content/banks/a.toml", b"\x89PNG\r\n\x1a\n\0\0\0"));
    assert!(code == Some(1) && said.contains("[binary-file]"), "{said}");
    let (code, said) = spoiled(|root| write(root, "content/banks/a.toml", b"title = \"\xff\""));
    assert!(code == Some(1) && said.contains("[not-utf8]"), "{said}");
    let (code, said) = spoiled(|root| write(root, "content/banks/a.toml", vec![b'a'; 100 << 20]));
    assert!(code == Some(1) && said.contains("[file-too-large]"), "{said}");
    let (code, said) = spoiled(|root| write(root, "content/guides/First.md", b"# Twice\n"));
    assert!(code == Some(1) && said.contains("[name-collision]"), "{said}");
    let (code, said) = spoiled(|root| write(root, "content/guides/con.md", b"# Device\n"));
    assert!(code == Some(1) && said.contains("[bad-id]"), "{said}");
    let (code, said) = spoiled(|root| write(root, "site.toml", b"title = \"T\"\ntheme = \"defualt\"\n"));
    assert!(code == Some(1) && said.contains("did you mean `default`"), "{said}");
    let (code, said) = spoiled(|root| write(root, "templates/guide.html", b"{{ nothing.here }}"));
    assert!(code == Some(1) && said.contains("[unknown-variable]"), "{said}");
    let (code, said) = spoiled(|root| write(root, "templates/guide.html", b"<h1>{{ guide.titel }}</h1>"));
    assert!(code == Some(1) && said.contains("[template-error]"), "{said}");
    assert!(said.contains("templates/guide.html:1") && said.contains("content/guides/first.md"), "{said}");
}

#[cfg(unix)]
#[test]
fn links_are_refused_and_loops_do_not_hang() {
    let (code, said) =
        spoiled(|root| std::os::unix::fs::symlink("..", root.join("content/guides/up")).unwrap());
    assert!(code == Some(1) && said.contains("[symlink]"), "{said}");
    let (code, said) = spoiled(|root| {
        std::os::unix::fs::symlink("/etc/passwd", root.join("content/guides/secret.md")).unwrap();
    });
    assert!(code == Some(1) && said.contains("[symlink]"), "{said}");
}

/// What stands behind a link is not known: that it is missing is no problem of its own.
#[cfg(unix)]
#[test]
fn of_a_link_in_place_of_a_folder_only_the_link_is_told() {
    let root = project(&[
        ("site.toml", "title = \"T\"\n"),
        (
            "content/guides/first.md",
            "# First\n\n[All](../banks/core.toml) \n\n{{ question \"core/why-here\" }}\n",
        ),
        (
            "content/banks/core.toml",
            "title = \"Core\"\ndirection = \"you-answer\"\n[[question]]\nid = \"why-here\"\ntext = \"Why do you want to work here?\"\nkind = \"motivation\"\n",
        ),
        (
            "content/kits/first.toml",
            "title = \"Kit\"\n[[pick]]\nquestion = \"core/why-here\"\n[[pick]]\nbank = \"core\"\n",
        ),
    ]);
    assert_eq!(run(root.path(), &["lock"]).0, Some(0));
    for path in ["content", "content/banks", "content/banks/core.toml"] {
        let (code, _, said) = run(root.path(), &["check"]);
        assert_eq!(code, Some(0), "{said}");
        let (here, there) = (root.path().join(path), root.path().join("elsewhere"));
        fs::rename(&here, &there).unwrap();
        std::os::unix::fs::symlink(&there, &here).unwrap();
        let (code, _, said) = run(root.path(), &["check"]);
        let errors: Vec<&str> = said.lines().filter(|line| line.starts_with("error")).collect();
        assert_eq!(errors, [format!("error[symlink]: `{path}` is a symbolic link")], "{said}");
        assert_eq!(code, Some(1));
        fs::remove_file(&here).unwrap();
        fs::rename(&there, &here).unwrap();
    }
}

#[test]
fn marks_and_line_ends_of_windows_are_read() {
    let root = project(&CLEAN);
    write(root.path(), "site.toml", b"\xef\xbb\xbftitle = \"T\"\r\n");
    write(
        root.path(),
        "content/guides/second.md",
        b"\xef\xbb\xbf+++\r\ntitle = \"Second\"\r\n+++\r\nText.\r\n",
    );
    let (code, _, said) = run(root.path(), &["check"]);
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn ten_thousand_problems_are_summed_up() {
    let root = project(&CLEAN);
    let bank: String = (0..5_000).map(|n| format!("[[question]]\nid = \"Bad {n}\"\nkinds = 1\n")).collect();
    write(root.path(), "content/banks/a.toml", format!("title = \"A\"\ndirection = \"you-ask\"\n{bank}"));
    let (code, _, said) = run(root.path(), &["check"]);
    assert_eq!(code, Some(1));
    assert!(said.lines().count() < 1_000, "{} lines", said.lines().count());
    assert!(said.contains("errors"), "{}", &said[said.len() - 500..]);
    let (code, out, _) = run(root.path(), &["check", "--format", "short"]);
    assert_eq!(code, Some(1));
    assert!(out.lines().count() < 200, "{} lines", out.lines().count());
}

#[test]
fn an_output_folder_among_the_sources_is_refused() {
    let root = project(&CLEAN);
    let before = tree(root.path());
    for folder in ["content", "content/out", "static", ".", "themes/x", ".."] {
        let (code, _, said) = run(root.path(), &["build", "--out", folder]);
        assert!(code == Some(2) && said.starts_with("error: "), "{folder}: {said}");
    }
    assert_eq!(tree(root.path()), before);
}

#[test]
fn a_folder_of_others_is_kept_unless_adopted() {
    let root = project(&CLEAN);
    write(root.path(), "public/notes.txt", b"mine");
    let (code, _, said) = run(root.path(), &["build"]);
    assert!(code == Some(2) && said.contains("--adopt"), "{said}");
    assert_eq!(run(root.path(), &["build", "--adopt"]).0, Some(0));
    assert_eq!(fs::read(root.path().join("public/notes.txt")).unwrap(), b"mine");
}

#[test]
fn exit_codes_say_what_happened() {
    let root = project(&CLEAN);
    assert_eq!(run(root.path(), &["check"]).0, Some(0));
    assert_eq!(run(root.path(), &["-C", "nowhere", "check"]).0, Some(2));
    assert_eq!(run(root.path(), &["chekc"]).0, Some(2));
    assert_eq!(run(root.path(), &["explain", "unknown-key"]).0, Some(0));
    assert_eq!(run(root.path(), &["explain", "no-such-code"]).0, Some(1));
    assert_eq!(run(root.path(), &["completions", "bash"]).0, Some(0));
    write(root.path(), "content/guides/html.md", b"# H\n\n<b>x</b>\n");
    assert_eq!(run(root.path(), &["check"]).0, Some(0), "a warning is no error");
    assert_eq!(run(root.path(), &["check", "--strict"]).0, Some(1));
    assert_eq!(run(root.path(), &["build", "--strict"]).0, Some(1));
    write(root.path(), "site.toml", b"title = \"T\"\n[checks]\nraw-html = \"deny\"\n");
    assert_eq!(run(root.path(), &["check"]).0, Some(1));
    write(root.path(), "site.toml", b"title = \"T\"\n[checks]\nraw-html = \"allow\"\n");
    assert_eq!(run(root.path(), &["check", "--strict"]).0, Some(0));
}

#[test]
fn machines_read_standard_output_and_people_standard_error() {
    let root = project(&CLEAN);
    write(root.path(), "content/guides/html.md", b"# H\n\n<b>x</b>\n");
    let (_, out, said) = run(root.path(), &["check"]);
    assert!(out.is_empty() && said.contains("[raw-html]") && !said.contains('\u{1b}'), "{said}");
    let (_, out, said) = run(root.path(), &["check", "--format", "json"]);
    assert!(said.is_empty(), "{said}");
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["summary"]["warnings"], 1, "{out}");
    let (_, out, _) = run(root.path(), &["check", "--format", "sarif"]);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["version"], "2.1.0");
    let (_, out, _) = run(root.path(), &["check", "--format", "github"]);
    assert!(out.starts_with("::warning file=content/guides/html.md,line=3,"), "{out}");
    let (_, _, said) = run(root.path(), &["--color", "always", "check"]);
    assert!(said.contains('\u{1b}'), "{said}");
}

#[test]
fn a_reader_that_stops_reading_does_no_harm() {
    let root = project(&CLEAN);
    for arguments in [&["explain"][..], &["completions", "zsh"], &["check", "--format", "json"]] {
        let mut child =
            command(root.path(), arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let said = child.wait_with_output().unwrap();
        let said = String::from_utf8(said.stderr).unwrap();
        assert!(!said.contains("panicked"), "{said}");
    }
}

#[test]
fn the_lock_keeps_ids_and_their_meaning() {
    let bank = |id: &str, text: &str| {
        format!(
            "title = \"A\"\ndirection = \"you-ask\"\n[[question]]\nid = \"{id}\"\nkind = \"open\"\ntext = \"{text}\"\n"
        )
    };
    let root = project(&CLEAN);
    let save = |text: String| write(root.path(), "content/banks/a.toml", text);
    save(bank("path", "What led you to nursing?"));
    assert_eq!(run(root.path(), &["lock"]).0, Some(0));
    let lock = fs::read_to_string(root.path().join("greenroom.lock")).unwrap();
    assert!(lock.contains("\"a/path\" = \"What led you to nursing?\""), "{lock}");
    save(bank("path", "What led you into nursing?"));
    assert_eq!(run(root.path(), &["check"]).0, Some(0), "a rewording is no new question");
    save(bank("path", "Which software does your team rely on?"));
    let (code, _, said) = run(root.path(), &["check"]);
    assert!(
        code == Some(1) && said.contains("[id-reused]") && said.contains("What led you to nursing?"),
        "{said}"
    );
    assert_eq!(run(root.path(), &["lock"]).0, Some(1), "it is not confirmed silently");
    assert_eq!(run(root.path(), &["lock", "--confirm", "a/path"]).0, Some(0));
    assert_eq!(run(root.path(), &["check"]).0, Some(0));
    save(bank("way", "Which software does your team rely on?"));
    let (code, _, said) = run(root.path(), &["build"]);
    assert!(code == Some(1) && said.contains("[id-lost]"), "{said}");
    assert_eq!(run(root.path(), &["lock", "--forget", "a/path"]).0, Some(0));
    assert_eq!(run(root.path(), &["build"]).0, Some(0));
}

#[test]
fn the_site_is_the_same_wherever_and_whenever_it_is_built() {
    let (one, two) = (project(&CLEAN), project(&CLEAN));
    assert_eq!(run(one.path(), &["build"]).0, Some(0));
    let built = command(two.path(), &["build"])
        .env("SOURCE_DATE_EPOCH", "0")
        .env("TZ", "Asia/Tokyo")
        .env("LC_ALL", "tr_TR.UTF-8")
        .env("RAYON_NUM_THREADS", "1")
        .status()
        .unwrap();
    assert!(built.success());
    assert_eq!(tree(&one.path().join("public")), tree(&two.path().join("public")));
}

#[test]
fn a_day_that_is_none_is_refused() {
    let root = project(&CLEAN);
    for said in ["abc", "", "2026-11-23", "1.5", "99999999999999999"] {
        let done = command(root.path(), &["build"]).env("SOURCE_DATE_EPOCH", said).output().unwrap();
        let words = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(2), "{said}: {words}");
        assert!(
            words.starts_with(&format!("error: SOURCE_DATE_EPOCH is `{said}`, and not a number")),
            "{words}"
        );
        assert!(!root.path().join("public").exists(), "{said}");
    }
}

#[test]
fn a_full_disk_behind_the_output_is_told() {
    if !Path::new("/dev/full").exists() {
        return;
    }
    let root = project(&CLEAN);
    for arguments in [&["list", "--format", "csv"][..], &["explain"], &["schema", "bank"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let done = command(root.path(), arguments).stdout(full).output().unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains("error: the output cannot be written: "), "{arguments:?}: {said}");
    }
}

#[test]
fn what_every_command_takes_stands_behind_its_own_options() {
    let root = project(&CLEAN);
    for command in ["build", "check", "serve", "fix", "fmt", "lock", "schema", "deploy", "explain"] {
        let (_, help, _) = run(root.path(), &[command, "--help"]);
        let places: Vec<usize> =
            help.match_indices("\n  -").chain(help.match_indices("\n      --")).map(|(at, _)| at).collect();
        let shared = ["-C, --project", "--color"].map(|option| help.find(option).unwrap());
        let behind = places.iter().filter(|at| **at > shared[0].min(shared[1])).count();
        // The two themselves, one of which is the first, and `--help`.
        assert_eq!(behind, 2, "{command}: {help}");
    }
}

#[test]
fn a_watched_build_has_no_format_for_programs() {
    let root = project(&CLEAN);
    let (code, _, said) = run(root.path(), &["build", "--watch", "--format", "json"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("'--format <FORMAT>'") && said.contains("'--watch'"), "{said}");
}
