//! `greenroom fix`: what is sure is mended, everything else stays byte for byte.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::folder::{read, site, write};
use crate::program::run;

const BANK: &str = "content/banks/core.toml";

/// Mistakes that hide behind each other: quotes, then a header, then keys, words and ids.
const WRONG: &str = "\u{feff}# Ours.\r\ndirection = “you-anser”\r\n\r\n[defaults] # for all\r\nknd = 'motivation'\r\n\
                     # Its name.\r\ntitle =   'Core'  # short\r\n\r\n[[question]]   # one\r\ntxet   = \"Why   us?\"\r\n[[sample]]\r\n\
                     text = '''\r\n“So”\r\n'''\r\nlabl = 'One'";
const RIGHT: &str = "\u{feff}# Ours.\r\ndirection = \"you-answer\"\r\n# Its name.\r\ntitle =   'Core'  # short\r\n\r\n\
                     [defaults] # for all\r\nkind = 'motivation'\r\n\r\n[[question]]   # one\r\nid = \"why\"\r\n\
                     text   = \"Why   us?\"\r\n[[question.sample]]\r\ntext = '''\r\n“So”\r\n'''\r\nlabel = 'One'";

#[test]
fn mistakes_behind_mistakes_are_mended_and_the_rest_stays() {
    let root = site(&[(BANK, WRONG)]);
    let (code, out, said) = run(root.path(), &["fix"]);
    assert_eq!(read(root.path(), BANK), RIGHT, "{said}");
    assert_eq!((code, out.as_str()), (Some(0), ""), "{said}");
    assert!(said.starts_with("content/banks/core.toml\n  use straight quotes\n"), "{said}");
    assert!(said.ends_with("changes in 1 file; no problems remain\n"), "{said}");
    let (code, _, said) = run(root.path(), &["fix"]);
    assert_eq!((code, said.as_str()), (Some(0), "nothing was changed; no problems remain\n"));
    assert_eq!(read(root.path(), BANK), RIGHT);
}

#[test]
fn a_dry_run_is_a_patch() {
    let name = "content/banks/with space/core.toml";
    let root = site(&[(BANK, WRONG), (name, "title = “B”\ndirection = \"you-ask\"")]);
    let (code, out, said) = run(root.path(), &["fix", "--dry-run"]);
    assert_eq!((code, said.as_str()), (Some(1), "2 files would change\n"));
    assert_eq!(read(root.path(), BANK), WRONG);
    let mut patch = Command::new("git");
    patch.current_dir(root.path()).args(["apply", "--whitespace=nowarn"]).env("GIT_CEILING_DIRECTORIES", "/");
    let mut patch = patch.stdin(Stdio::piped()).spawn().unwrap();
    patch.stdin.take().unwrap().write_all(out.as_bytes()).unwrap();
    assert!(patch.wait().unwrap().success(), "{out}");
    assert_eq!(read(root.path(), BANK), RIGHT);
    assert_eq!(read(root.path(), name), "title = \"B\"\ndirection = \"you-ask\"");
    let (code, out, said) = run(root.path(), &["fix", "--dry-run"]);
    assert_eq!((code, out.as_str(), said.as_str()), (Some(0), "", "nothing would change\n"));
}

#[test]
fn what_needs_a_person_is_counted() {
    let bank = "title = \"A\"\ndirection = \"you-ask\"\ncolour = \"red\"\n[[question]]\nid = \"one-two\"\nkind = \"opn\"\n";
    let root = site(&[(BANK, bank), ("content/guides/a.md", "+++\ntitel = \"A\"\n+++\n<b>x</b>\n")]);
    let (code, _, said) = run(root.path(), &["fix"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("  write `title`\n") && said.contains("  write `open`\n"), "{said}");
    assert!(
        said.ends_with("2 changes in 2 files; 3 problems remain that need a person: see `greenroom check`\n"),
        "{said}"
    );
    let (code, _, said) = run(root.path(), &["fix", "content/guides"]);
    assert_eq!(
        (code, said.as_str()),
        (Some(0), "nothing was changed; 1 problem remains that needs a person: see `greenroom check`\n")
    );
}

#[test]
fn a_file_that_cannot_be_read_is_only_given_its_quotes() {
    let bank = "title = ‘A’\ndirection = \"you-anser\"\ntxet = \"x\"\nsummary = \"open\n";
    let root = site(&[(BANK, bank)]);
    assert_eq!(run(root.path(), &["fix"]).0, Some(1));
    assert_eq!(read(root.path(), BANK), bank.replace(['‘', '’'], "\""));
}

#[test]
fn only_the_files_that_were_named_are_mended() {
    let wrong = "titel = \"A\"\ndirection = \"you-ask\"\n";
    let root = site(&[(BANK, wrong), ("content/banks/other.toml", wrong)]);
    let (code, _, said) = run(root.path(), &["fix", BANK]);
    assert_eq!(code, Some(0), "{said}");
    assert!(read(root.path(), BANK).starts_with("title"));
    assert_eq!(read(root.path(), "content/banks/other.toml"), wrong);
    assert_eq!(run(root.path(), &["fix", "nowhere"]).0, Some(2));
}

#[cfg(unix)]
#[test]
fn a_protected_file_is_left_and_the_others_are_mended() {
    use std::os::unix::fs::PermissionsExt;
    let wrong = "titel = \"A\"\ndirection = \"you-ask\"\n";
    let root = site(&[(BANK, wrong), ("content/banks/other.toml", wrong)]);
    let mode = |path: &str| fs::metadata(root.path().join(path)).unwrap().permissions().mode() & 0o777;
    let protect = |path: &str, mode: u32| {
        fs::set_permissions(root.path().join(path), fs::Permissions::from_mode(mode)).unwrap();
    };
    protect(BANK, 0o444);
    protect("content/banks/other.toml", 0o640);
    let (code, _, said) = run(root.path(), &["fix"]);
    assert!(code == Some(2) && said.contains("it is read-only; allow writing and run this again"), "{said}");
    assert!(said.ends_with("1 change in 1 file; 1 file could not be written\n"), "{said}");
    assert_eq!((read(root.path(), BANK).as_str(), mode(BANK)), (wrong, 0o444));
    assert!(read(root.path(), "content/banks/other.toml").starts_with("title"));
    assert_eq!(mode("content/banks/other.toml"), 0o640);
    let names = fs::read_dir(root.path().join("content/banks")).unwrap().count();
    assert_eq!(names, 2, "nothing is left beside the files");
}

#[test]
fn files_name_their_schema_where_there_are_schemas() {
    let bank = "\u{feff}# Ours.\r\ntitle = \"A\"\r\ndirection = \"you-ask\"\r\n";
    let named = "#:schema elsewhere.json\ntitle = \"K\"\n[[pick]]\ncount = 1\n";
    let root = site(&[(BANK, bank), ("content/kits/k.toml", named), ("content/guides/a.md", "# A\n")]);
    assert_eq!(run(root.path(), &["fix", "--dry-run"]).1, "");
    write(root.path(), "schemas/bank.json", b"{}");
    let (_, _, said) = run(root.path(), &["fix"]);
    let line = read(root.path(), BANK);
    let line = line.strip_prefix("\u{feff}#:schema ").expect("a first line").split_once("\r\n").unwrap();
    assert!(line.0.ends_with("../../schemas/bank.json"), "{}", line.0);
    assert_eq!(format!("\u{feff}{}", line.1), bank);
    assert_eq!(read(root.path(), "content/kits/k.toml"), named, "{said}");
    assert_eq!(read(root.path(), "content/guides/a.md"), "# A\n");
    assert!(read(root.path(), "site.toml").starts_with("#:schema "), "{said}");
    assert_eq!(run(root.path(), &["fix", "--dry-run"]).1, "", "once is enough");
}

#[test]
fn this_repository_has_nothing_to_mend() {
    let (code, out, said) = run(Path::new(env!("CARGO_MANIFEST_DIR")), &["fix", "--dry-run"]);
    assert_eq!((code, out.as_str()), (Some(0), ""), "{said}");
}
