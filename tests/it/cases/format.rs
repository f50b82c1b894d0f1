//! How a `.case` file is read and written.
//!
//! Words that say what the case shows; `options:` with `drafts`, `today=2026-11-23` and
//! `base_url=https://…`; then the project and what it must give:
//!
//! ```text
//! --- site.toml                       a file; behind the path may stand:
//! --- content/a.toml (crlf)           its lines end as on Windows
//! --- content/a.toml (bom)            it starts with a byte order mark
//! --- content/a.toml (bytes hex)      its bytes, two digits each; spaces and lines between them
//! --- content/a.toml (times 10000)    its text so often, `{n}` being the number of the copy
//! === problems                        every problem, those of the templates on every page too, as `show`
//!                                     prints them; without a `greenroom.lock` the hint to write one is left out
//! === theme                           what `greenroom theme check` finds on its pages
//! === fixed content/a.toml            the file after every fix
//! === page roles/nurse                what a composed page shows
//! === kit first-round                 the questions of a kit
//! === outputs                         every file of the site
//! === file index.html                 the exact text of one
//! === has index.html                  words that occur in it, a line each, in this order
//! === lacks index.html                words that do not occur in it, a line each
//! === lacks                           words that occur in no file of the site
//! >>> content/a.toml                  then an edit: the file as it is now; the forms are those of `---`,
//! >>> content/b.toml (gone)           and one for a file that is there no longer
//! === changed                         the outputs that differ from those of the last site: `+` new, `~` changed,
//!                                     `-` gone; built with the memo of the build before the edits
//! ```
//!
//! Sections of one path follow each other in one file. Behind edits stands what the project gives then; more
//! edits may follow, each time on top of those before.

use std::collections::BTreeMap;

use greenroom::base::{Date, SourcePath};
use greenroom::model::Options;
use greenroom::source::Sources;

/// A project, what it must give, and what it must give after edits.
pub struct Case {
    /// What it shows, and its options.
    head: String,
    pub options: Options,
    /// The project as it is first, then after each round of edits.
    states: Vec<State>,
}

/// The files that are new or different, and what the project gives with them.
#[derive(Default)]
struct State {
    files: Vec<File>,
    expected: Vec<Expected>,
}

struct File {
    title: String,
    path: SourcePath,
    text: String,
    /// `None` for a file that is gone.
    bytes: Option<Vec<u8>>,
}

/// One `===` section.
#[derive(Clone)]
pub struct Expected {
    /// The word behind `===`.
    pub what: String,
    /// What stands behind the word.
    pub of: String,
    pub text: String,
}

impl Case {
    /// Reads a `.case` file.
    pub fn parse(text: &str) -> Result<Case, String> {
        let mut head = String::new();
        let (mut first, mut edited) = (State::default(), Vec::new());
        for line in text.split_inclusive('\n') {
            let state = edited.last_mut().unwrap_or(&mut first);
            if let Some(title) = line.strip_prefix("=== ") {
                let title = title.trim_end();
                let (what, of) = title.split_once(' ').unwrap_or((title, ""));
                state.expected.push(Expected { what: what.into(), of: of.into(), text: String::new() });
            } else if let Some(title) = line.strip_prefix("--- ") {
                state.files.push(File::new(title)?);
            } else if let Some(title) = line.strip_prefix(">>> ") {
                let file = File::new(title)?;
                match edited.last_mut().filter(|state: &&mut State| state.expected.is_empty()) {
                    Some(state) => state.files.push(file),
                    None => edited.push(State { files: vec![file], expected: Vec::new() }),
                }
            } else if let Some(section) = state.expected.last_mut() {
                section.text.push_str(line);
            } else if let Some(file) = state.files.last_mut() {
                file.text.push_str(line);
            } else {
                head.push_str(line);
            }
        }
        let mut states = vec![first];
        states.append(&mut edited);
        for file in states.iter_mut().flat_map(|state| &mut state.files) {
            file.bytes = bytes(&file.title, &file.text)?;
        }
        if head.trim().is_empty() || states.last().is_none_or(|state| state.expected.is_empty()) {
            return Err("a case starts with a sentence and ends with a `===` section".into());
        }
        Ok(Case { options: options(&head)?, head, states })
    }

    /// The project, before any edit.
    pub fn sources(&self) -> Sources {
        sources(&self.states[..1])
    }

    /// The project as it is first, then after each round of edits, with what is expected of it.
    pub fn states(&self) -> impl Iterator<Item = (Sources, &[Expected])> {
        (0..self.states.len()).map(|at| (sources(&self.states[..=at]), self.states[at].expected.as_slice()))
    }

    /// The sections that say what it must give.
    pub fn expected(&self) -> impl Iterator<Item = &Expected> {
        self.states.iter().flat_map(|state| &state.expected)
    }

    /// The case as it is written when its sections have these texts.
    pub fn with(&self, texts: &[String]) -> String {
        let mut out = self.head.clone();
        let mut texts = texts.iter();
        for (at, state) in self.states.iter().enumerate() {
            let mark = if at == 0 { "---" } else { ">>>" };
            for file in &state.files {
                out.extend([mark, " ", &file.title, "\n", &file.text]);
            }
            for (section, text) in state.expected.iter().zip(&mut texts) {
                let title = format!("=== {} {}", section.what, section.of);
                out.extend([title.trim_end(), "\n", text]);
                if !text.is_empty() && !text.ends_with('\n') {
                    out.push('\n');
                }
            }
        }
        out
    }
}

impl File {
    fn new(title: &str) -> Result<File, String> {
        let title = title.trim_end().to_owned();
        let name = title.split(" (").next().unwrap_or_default();
        let path = SourcePath::new(name).ok_or(format!("`{name}` is no path"))?;
        Ok(File { title, path, text: String::new(), bytes: None })
    }
}

/// The project after these rounds of edits.
fn sources(states: &[State]) -> Sources {
    let mut files: BTreeMap<&SourcePath, Vec<u8>> = BTreeMap::new();
    for state in states {
        for file in &state.files {
            files.remove(&file.path);
        }
        for file in &state.files {
            if let Some(bytes) = &file.bytes {
                files.entry(&file.path).or_default().extend(bytes);
            }
        }
    }
    let mut sources = Sources::default();
    for (path, bytes) in files {
        sources.insert(path.clone(), bytes);
    }
    sources
}

fn options(head: &str) -> Result<Options, String> {
    let mut options = Options::default();
    let words = head.lines().filter_map(|line| line.strip_prefix("options:")).flat_map(str::split_whitespace);
    for word in words {
        match word.split_once('=').unwrap_or((word, "")) {
            ("drafts", "") => options.drafts = true,
            ("today", day) => options.today = Some(Date::parse(day).ok_or(format!("`{day}` is no day"))?),
            ("base_url", url) => options.base_url = Some(url.to_owned()),
            _ => return Err(format!("`{word}` is no option")),
        }
    }
    Ok(options)
}

/// What a file holds in the form its title names; `None` when it is gone.
fn bytes(title: &str, text: &str) -> Result<Option<Vec<u8>>, String> {
    let form = title.split_once(" (").map_or("", |(_, form)| form.trim_end_matches(')'));
    Ok(Some(match form.split(' ').collect::<Vec<_>>().as_slice() {
        ["gone"] => return Ok(None),
        [""] => text.into(),
        ["crlf"] => text.replace('\n', "\r\n").into(),
        ["bom"] => format!("\u{feff}{text}").into(),
        ["bom", "crlf"] => format!("\u{feff}{}", text.replace('\n', "\r\n")).into(),
        ["times", count] => {
            let count: usize = count.parse().map_err(|_| format!("`{count}` is no number"))?;
            (1..=count).map(|n| text.replace("{n}", &n.to_string())).collect::<String>().into()
        }
        ["bytes", "hex"] => {
            let digits: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
            let pair =
                |pair: &[u8]| std::str::from_utf8(pair).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok());
            let read: Option<Vec<u8>> = digits.chunks(2).map(pair).collect();
            read.ok_or(format!("{title}: not hexadecimal"))?
        }
        _ => return Err(format!("`({form})` is no form of a file")),
    }))
}
