//! `greenroom fmt`: one layout, the same meaning, and no comment lost.

use std::fs;
use std::path::Path;

use greenroom::syntax::layout::{Unlaid, layout};
use greenroom::syntax::record::Record;
use greenroom::syntax::records::{bank::BANK, kit::KIT, vocabulary::VOCABULARY};
use proptest::prelude::*;

use crate::cases;
use crate::folder::{read, site, write};
use crate::program::run;

/// What a file says, by a reader that the layout does not use.
fn meaning(text: &str) -> toml::Table {
    text.trim_start_matches('\u{feff}').parse().unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The layout of a text, after everything that holds for all layouts was looked at.
fn laid(text: &str, record: &'static Record) -> String {
    let once = layout(text, record).unwrap_or_else(|why| panic!("{why:?}\n{text}"));
    assert_eq!(meaning(&once), meaning(text), "{text}\n=>\n{once}");
    assert_eq!(layout(&once, record).unwrap(), once, "twice is once");
    let count = |text: &str| text.matches("# ").count();
    assert_eq!(count(&once), count(text), "{text}\n=>\n{once}");
    once
}

/// Every bank, kit and vocabulary below a folder.
fn files(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty());
    found
}

fn record(name: &str) -> Option<&'static Record> {
    match name {
        _ if name.ends_with("site.toml") || name.ends_with("theme.toml") => None,
        _ if name.ends_with("vocabulary.toml") => Some(&VOCABULARY),
        _ if name.contains("/kits/") => Some(&KIT),
        _ => Some(&BANK),
    }
}

#[test]
fn what_is_in_this_repository_has_its_layout() {
    for (name, text) in files("content").into_iter().chain(files("src/cli/starter")) {
        if let Some(record) = record(&name) {
            assert!(laid(&text, record) == text, "{name}: run greenroom fmt");
        }
    }
}

/// Every TOML file of every case that can be read at all.
#[test]
fn the_files_of_all_cases_keep_their_meaning() {
    let mut count = 0;
    for path in cases::all() {
        for source in cases::read(&path).sources().files() {
            let Some(record) = record(source.path.as_str()) else { continue };
            let Ok(text) = source.text() else { continue };
            if source.path.extension() == "toml" && layout(text, record) != Err(Unlaid::Unreadable) {
                laid(text, record);
                count += 1;
            }
        }
    }
    assert!(count > 100, "{count}");
}

/// A source of choices.
struct Choices<'c>(std::slice::Iter<'c, u8>);

impl Choices<'_> {
    fn below(&mut self, limit: u8) -> u8 {
        self.0.next().map_or(0, |byte| byte % limit)
    }

    fn one<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[usize::from(self.below(words.len() as u8))]
    }

    fn yes(&mut self) -> bool {
        self.below(3) == 1
    }
}

/// A bank whose every value has a name of its own, with comments that name the value they belong to.
#[derive(Default)]
struct Bank {
    text: String,
    values: usize,
}

impl Bank {
    fn of(choices: &[u8]) -> Bank {
        let (mut bank, mut choices) = (Bank::default(), Choices(choices.iter()));
        bank.keys(&mut choices, &["title", "direction", "id", "other", "hide", "\"quoted key\"", "x . 'y'"]);
        bank.table(&mut choices, "[defaults]", &["kind", "levels", "prompts.task", "new", "sources"]);
        for _ in 0..choices.below(4) {
            let header = choices.one(&["[[question]]", "[[ question ]]", "[[adapt]]"]);
            bank.table(
                &mut choices,
                header,
                &["text", "id", "cover", "prompts.task", "prompts . action", "own", "why"],
            );
            for _ in 0..choices.below(3) {
                let header = match header {
                    "[[adapt]]" => "[[adapt.new]]",
                    _ => choices.one(&["[[question.choice]]", "[[question.sample]]", "[[question.new]]"]),
                };
                bank.table(&mut choices, header, &["text", "level", "label", "correct"]);
            }
        }
        bank
    }

    fn line(&mut self, choices: &mut Choices<'_>, text: &str) {
        self.text.push_str(choices.one(&["", "", "  ", "\t"]));
        self.text.push_str(text);
        self.text.push_str(choices.one(&["\n", "\n", " \n", "\n\n"]));
    }

    fn table(&mut self, choices: &mut Choices<'_>, header: &str, keys: &[&str]) {
        self.line(choices, header);
        self.keys(choices, keys);
    }

    fn keys(&mut self, choices: &mut Choices<'_>, keys: &[&str]) {
        let mut keys = keys.to_vec();
        for _ in 0..choices.below(5) {
            let key = keys.remove(usize::from(choices.below(keys.len() as u8)));
            let mut entry = String::new();
            let name = self.comments(choices, &mut entry);
            entry.push_str(&format!("{key}{}=  ", choices.one(&[" ", "", "\t"])));
            self.value(choices, &name, &mut entry, 0);
            self.behind(choices, &name, &mut entry);
            self.line(choices, &entry);
        }
    }

    /// A name for the next value, and comments above it.
    fn comments(&mut self, choices: &mut Choices<'_>, out: &mut String) -> String {
        self.values += 1;
        let name = format!("v{}v", self.values);
        for _ in 0..choices.below(3) {
            out.push_str(&format!("# above {name} '\"[{{\n{}", choices.one(&["", "  "])));
        }
        name
    }

    fn behind(&mut self, choices: &mut Choices<'_>, name: &str, out: &mut String) {
        if choices.yes() {
            out.push_str(&format!("{}# behind {name}", choices.one(&[" ", "", "   "])));
        }
    }

    fn value(&mut self, choices: &mut Choices<'_>, name: &str, out: &mut String, depth: u8) {
        match choices.below(if depth > 2 { 3 } else { 6 }) {
            0 => out.push_str(&format!("\"{name} \\\" # é \\\\\"")),
            1 => out.push_str(&format!("'{name} # \"'")),
            2 => out.push_str(&format!("\"\"\"{name} \n # '''  \n\n\\\"\"\" \"\"\"\"")),
            3 => {
                out.push_str(&format!("{{ name = '{name}', "));
                let inner = format!("{name}z");
                out.push_str("url = ");
                self.value(choices, &inner, out, 3);
                out.push_str(" }");
            }
            _ => {
                out.push_str(&format!("['{name}'"));
                for _ in 0..choices.below(6) {
                    out.push_str(choices.one(&[",\n", " , \n\n", ",\n   "]));
                    let name = self.comments(choices, out);
                    self.value(choices, &name, out, depth + 1);
                    if choices.yes() {
                        out.push_str(&format!(" # behind {name}\n"));
                    }
                }
                out.push_str(choices.one(&["]", " ]", "\n]", " , ]"]));
            }
        }
    }
}

/// Every comment still stands above or behind the value it names.
fn comments_name_their_values(text: &str) {
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        if let Some(name) = line.trim().strip_prefix("# above ") {
            let name = name.split(' ').next().unwrap();
            let values = lines[at..].iter().filter(|line| !line.trim().starts_with("# above"));
            let next =
                values.map(|line| line.split("# behind").next().unwrap()).find(|line| names_a_value(line));
            assert!(next.is_some_and(|line| line.contains(name)), "{line}\nin\n{text}");
        } else if let Some((before, name)) = line.split_once("# behind ") {
            // Of a value of several lines, only the last one stands before the comment.
            let ends = before.trim().ends_with([']', '}', ',', '"']);
            assert!(before.contains(name) || ends, "{line}\nin\n{text}");
        }
    }
}

/// Whether a line holds one of the names that [`Bank`] gives.
fn names_a_value(line: &str) -> bool {
    line.split('v').any(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bank_keeps_its_meaning_and_its_comments(choices in prop::collection::vec(any::<u8>(), 0..400)) {
        let bank = Bank::of(&choices);
        let text = laid(&bank.text, &BANK);
        comments_name_their_values(&text);
        let windows = bank.text.replace('\n', "\r\n");
        let crlf = laid(&windows, &BANK);
        prop_assert!(!crlf.replace("\r\n", "").contains('\n'), "{crlf:?}");
    }

    /// A file of this repository with something spoiled in it: it has a layout, or it is left alone.
    #[test]
    fn a_spoiled_file_is_laid_out_or_left_alone(at in any::<usize>(), cut in 0..40_usize, put in prop::sample::select(&["", "\"", "'", "[", "]", "#", "\n", "\r", "{", "}", ",", "=", "'''", "\"\"\"", ".", "a.b = 1\n", "[x]\n", "é"][..])) {
        let mut text = files("content/roles").swap_remove(at % 5).1;
        let start = greenroom::base::span::floor_char_boundary(&text, at % text.len());
        let end = greenroom::base::span::floor_char_boundary(&text, (start + cut).min(text.len())).max(start);
        text.replace_range(start..end, put);
        match layout(&text, &BANK) {
            Ok(_) => drop(laid(&text, &BANK)),
            Err(why) => prop_assert_eq!(why, Unlaid::Unreadable, "{}", text),
        }
    }
}

const MESSY: &str =
    "direction=\"you-answer\"\ntitle=\"A\"\n[[question]]\ntext='Q?'\nid=\"q-one\"\nkind=\"motivation\"\n";
const TIDY: &str = "title = \"A\"\ndirection = \"you-answer\"\n\n[[question]]\nid = \"q-one\"\ntext = 'Q?'\nkind = \"motivation\"\n";

#[test]
fn files_are_laid_out_once() {
    let root = site(&[("content/banks/a.toml", MESSY), ("content/banks/b.toml", TIDY)]);
    let (code, out, said) = run(root.path(), &["fmt", "--check"]);
    assert_eq!((code, out.as_str(), said.as_str()), (Some(1), "content/banks/a.toml\n", ""));
    let (code, out, _) = run(root.path(), &["fmt", "--check", "--diff"]);
    assert!(code == Some(1) && out.starts_with("--- a/content/banks/a.toml\n+++ b/"), "{out}");
    assert_eq!(read(root.path(), "content/banks/a.toml"), MESSY);
    let (code, out, said) = run(root.path(), &["fmt"]);
    assert_eq!((code, out.as_str()), (Some(0), ""), "{said}");
    assert_eq!(said, "content/banks/a.toml\ngave 1 file of 2 their layout\n");
    assert_eq!(read(root.path(), "content/banks/a.toml"), TIDY);
    assert_eq!(run(root.path(), &["fmt", "--check"]), (Some(0), String::new(), String::new()));
    assert_eq!(run(root.path(), &["fmt"]).2, "nothing to change in 2 files\n");
}

#[test]
fn a_file_that_is_no_toml_is_left_alone() {
    let root = site(&[("content/banks/a.toml", "title = “A”\nx=1\n"), ("content/banks/b.toml", MESSY)]);
    write(root.path(), "content/banks/c.toml", b"title = \"\xff\"\n");
    let (code, _, said) = run(root.path(), &["fmt"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("error[curly-quotes]") && said.contains("error[not-utf8]"), "{said}");
    assert!(!said.contains("unknown-key"), "{said}");
    assert_eq!(read(root.path(), "content/banks/a.toml"), "title = “A”\nx=1\n");
    assert_eq!(read(root.path(), "content/banks/b.toml"), TIDY);
}

#[test]
fn a_path_is_one_of_the_folder_or_of_the_project() {
    let root = site(&[("content/banks/a.toml", MESSY), ("content/kits/k.toml", "pick = [ ]\ntitle='K'\n")]);
    let check = |folder: &str, arguments: &[&str]| {
        let (code, out, said) = run(&root.path().join(folder), arguments);
        (code, out, said)
    };
    let bank = (Some(1), "content/banks/a.toml\n".to_owned(), String::new());
    assert_eq!(
        check("content/banks", &["-C", "../..", "fmt", "--check", "a.toml"]).1,
        "../../content/banks/a.toml\n"
    );
    assert_eq!(check(".", &["fmt", "--check", "./content/banks/"]), bank);
    assert_eq!(
        check("content", &["-C", "..", "fmt", "--check", "content/banks"]).1,
        "../content/banks/a.toml\n"
    );
    assert_eq!(check(".", &["fmt", "--check", "."]).1, "content/banks/a.toml\ncontent/kits/k.toml\n");
    for stranger in ["nowhere.toml", "..", "content/bank", "/etc/passwd"] {
        let (code, _, said) = check(".", &["fmt", stranger]);
        assert!(code == Some(2) && said.contains("is no file or folder"), "{stranger}: {said}");
    }
}

#[test]
fn nothing_to_lay_out_is_said_in_every_mode() {
    let root = site(&[]);
    for arguments in [&["fmt"][..], &["fmt", "--check"], &["fmt", "--diff"]] {
        let (code, out, said) = run(root.path(), arguments);
        assert_eq!((code, out.as_str()), (Some(0), ""), "{arguments:?}");
        assert_eq!(said, "there is no bank, kit or vocabulary to lay out\n", "{arguments:?}");
    }
}
