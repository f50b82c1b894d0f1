//! `greenroom new` at a terminal: a pseudo-terminal stands for the person.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::Path;
use std::process::Stdio;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use super::{is_clean, starter};
use crate::folder::read;
use crate::program::command;

/// What a person who types `answers` at a terminal sees, and what the program prints for others.
fn typed(root: &Path, arguments: &[&str], answers: &str) -> (Option<i32>, String, String) {
    let person = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&person).unwrap();
    unlockpt(&person).unwrap();
    let name = ptsname(&person, Vec::new()).unwrap().into_string().unwrap();
    let terminal = || OpenOptions::new().read(true).write(true).open(&name).unwrap();
    let mut person = File::from(person);
    let mut command = command(root, &[&["new"], arguments].concat());
    command.stdin(terminal()).stderr(terminal()).stdout(Stdio::piped());
    // The terminal keeps what is typed before it is read.
    person.write_all(answers.as_bytes()).unwrap();
    let child = command.spawn().unwrap();
    // The program's ends of the terminal close with it, and so ends what can be read here.
    drop(command);
    let (mut seen, mut bytes) = (Vec::new(), [0; 4096]);
    while let Ok(read @ 1..) = person.read(&mut bytes) {
        seen.extend_from_slice(&bytes[..read]);
    }
    let output = child.wait_with_output().unwrap();
    let seen = String::from_utf8(seen).unwrap().replace("\r\n", "\n");
    (output.status.code(), String::from_utf8(output.stdout).unwrap(), seen)
}

#[test]
fn at_a_terminal_what_is_missing_is_asked_for() {
    let root = starter();
    let answers = "first-interviews\nTell me about a time you failed.\n\nteamwrk\nteamwork\n\n";
    let (code, out, seen) = typed(root.path(), &["question"], answers);
    assert_eq!(code, Some(0), "{seen}");
    assert!(out.starts_with("content/banks/first-interviews.toml\n"), "{out}");
    assert!(seen.contains("Which bank does it go into? (first-conversations, first-interviews, "), "{seen}");
    assert!(seen.contains("What kind of question is it? (behavioral, "), "{seen}");
    assert!(seen.contains("there is no competency `teamwrk`; did you mean `teamwork`?"), "{seen}");
    assert!(seen.contains("It never changes [failed]"), "{seen}");
    let bank = read(root.path(), "content/banks/first-interviews.toml");
    assert!(
        bank.contains(
            "id = \"failed\"\ntext = \"Tell me about a time you failed.\"\nkind = \"behavioral\"\n"
        )
    );
    is_clean(root.path(), "a conversation");
}

#[test]
fn an_end_of_input_at_a_terminal_writes_nothing() {
    let root = starter();
    // The terminal turns Ctrl-D on an empty line into the end of input.
    let (code, out, seen) = typed(root.path(), &["guide"], "A guide\n\u{4}");
    assert_eq!((code, out.as_str()), (Some(2), ""), "{seen}");
    assert!(seen.ends_with("nothing was written\n"), "{seen}");
    assert!(!root.path().join("content/guides/a-guide.md").exists());
}
