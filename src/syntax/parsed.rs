//! One source file to one [`Parsed`]: the entry of this layer.
//!
//! Looks at the file's kind and its bytes, at nothing else.

use std::sync::Arc;

use super::records::{bank, guide, kit, lock, place, site, task, theme, vocabulary};
use super::toml::Input;
use crate::base::{ContentHash, FileId, SourcePath, Span};
use crate::diag::{Diagnostic, codes};
use crate::source::{Kind, Source};

/// What a file says.
#[derive(Clone, Hash, Debug)]
pub enum Said {
    /// `site.toml`.
    Site(Arc<site::SiteFile>),
    /// `greenroom.lock`.
    Lock(Arc<lock::Lock>),
    /// `content/vocabulary.toml`.
    Vocabulary(Arc<vocabulary::Vocabulary>),
    /// A question bank.
    Bank(Arc<bank::Bank>),
    /// A guide.
    Guide(Arc<guide::Guide>),
    /// A role's page.
    Role(Arc<place::Role>),
    /// An industry's page.
    Industry(Arc<place::Industry>),
    /// A message.
    Message(Arc<task::Message>),
    /// A checklist.
    Checklist(Arc<task::Checklist>),
    /// A kit.
    Kit(Arc<kit::Kit>),
    /// A `theme.toml`.
    Theme(Arc<theme::ThemeFile>),
    /// A template: text that the theme layer reads.
    Template(Arc<str>),
    /// Bytes that are copied, or nothing that is read.
    Bytes,
}

/// A file that was read.
#[derive(Debug)]
pub struct Parsed {
    /// What it says.
    pub said: Said,
    /// What is wrong with it.
    pub problems: Vec<Diagnostic>,
    /// Whether it could not be read to its end: then it may lack what the author wrote.
    pub broken: bool,
    /// The hash of all that the library is linked and planned from: what it says, but for places in the file
    /// and the words of its texts.
    pub shape: ContentHash,
}

impl Parsed {
    fn new(said: Said, problems: Vec<Diagnostic>, broken: bool) -> Parsed {
        let shape = match &said {
            // Only the theme reads these, and it is loaded anew in every build.
            Said::Theme(_) | Said::Template(_) | Said::Bytes => ContentHash::of_value(&broken),
            said => ContentHash::of_value(&(broken, said)),
        };
        Parsed { said, problems, broken, shape }
    }
}

/// A source file with what was read from it.
#[derive(Clone, Debug)]
pub struct File {
    /// Where it is.
    pub path: SourcePath,
    /// Its id in spans.
    pub id: FileId,
    /// What its path makes it.
    pub kind: Kind,
    /// What it says.
    pub parsed: Arc<Parsed>,
}

/// Reads one file. Never fails: what cannot be read is a problem in the result.
pub fn parse(source: &Source) -> Parsed {
    let mut problems = Vec::new();
    if !source.kind.is_text() {
        return Parsed::new(Said::Bytes, problems, false);
    }
    let text = match source.text() {
        Ok(text) if !text.contains('\0') => text,
        Ok(text) => return unreadable(source, text.find('\0').unwrap_or_default(), binary(source)),
        Err(error) => return unreadable(source, error.valid_up_to(), not_utf8(source, error.valid_up_to())),
    };
    let (said, broken) = said(source, text, &mut problems);
    if broken && matches!(said, Said::Lock(_)) {
        problems = vec![broken_lock(source, &problems)];
    }
    Parsed::new(said, problems, broken)
}

fn said(source: &Source, text: &str, problems: &mut Vec<Diagnostic>) -> (Said, bool) {
    let file = source.id;
    match &source.kind {
        Kind::Site => map(site::parse(whole(file, text), problems), Said::Site),
        Kind::Lock => map(lock::parse(whole(file, text), problems), Said::Lock),
        Kind::Vocabulary => map(vocabulary::parse(whole(file, text), problems), Said::Vocabulary),
        Kind::Bank(_) => map(bank::parse(whole(file, text), problems), Said::Bank),
        Kind::Kit => map(kit::parse(whole(file, text), problems), Said::Kit),
        Kind::Guide => map(guide::parse(file, text, problems), Said::Guide),
        Kind::Role(_) => map(place::parse_role(file, text, problems), Said::Role),
        Kind::Industry(_) => map(place::parse_industry(file, text, problems), Said::Industry),
        Kind::Message => map(task::parse_message(file, text, problems), Said::Message),
        Kind::Checklist => map(task::parse_checklist(file, text, problems), Said::Checklist),
        Kind::Theme(_, inner) if inner == "theme.toml" => {
            map(theme::parse(whole(file, text), problems), Said::Theme)
        }
        Kind::Template(_) | Kind::Theme(..) => (Said::Template(text.into()), false),
        Kind::Media | Kind::Static | Kind::Manual | Kind::Unknown => (Said::Bytes, false),
    }
}

fn map<T>((value, broken): (T, bool), said: fn(Arc<T>) -> Said) -> (Said, bool) {
    (said(Arc::new(value)), broken)
}

/// A TOML file as a whole, behind its byte order mark if it has one.
fn whole(file: FileId, text: &str) -> Input<'_> {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => Input { file, text: rest, base: '\u{feff}'.len_utf8() },
        None => Input { file, text, base: 0 },
    }
}

/// The words a site has unless its vocabulary says otherwise.
pub fn built_in_vocabulary() -> vocabulary::Vocabulary {
    let path = SourcePath::new("built-in/vocabulary.toml").expect("a fair path");
    let input = Input { file: FileId::of(&path), text: vocabulary::BUILT_IN, base: 0 };
    vocabulary::parse(input, &mut Vec::new()).0
}

/// Nobody writes this file: one problem for all that is wrong with it, where it begins.
fn broken_lock(source: &Source, problems: &[Diagnostic]) -> Diagnostic {
    const MESSAGE: &str = "`greenroom.lock` cannot be read from here on";
    let base = match problems.iter().filter_map(Diagnostic::span).min() {
        Some(span) => Diagnostic::at(&codes::LOCK_FILE, span, MESSAGE),
        None => Diagnostic::file(&codes::LOCK_FILE, &source.path, MESSAGE),
    };
    base.help("after a merge keep the lines of both sides and remove the lines with `<<<`, `===` and `>>>`")
        .help("else take the last good version from your history; `greenroom lock` then adds new ids")
}

/// A file whose text ends too soon: what stands before that still makes it a page that others can name.
fn unreadable(source: &Source, end: usize, problem: Diagnostic) -> Parsed {
    let start = source.bytes.get(..end).and_then(|bytes| std::str::from_utf8(bytes).ok());
    let (said, _) = said(source, start.unwrap_or_default(), &mut Vec::new());
    Parsed::new(said, vec![problem], true)
}

fn binary(source: &Source) -> Diagnostic {
    Diagnostic::file(&codes::BINARY_FILE, &source.path, format!("`{}` is not a text file", source.path))
        .help("save it as plain text in UTF-8, or move it out of this folder")
}

fn not_utf8(source: &Source, at: usize) -> Diagnostic {
    let line = source.bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
    let message = format!("`{}` is not UTF-8: line {line} has other bytes", source.path);
    let looks_binary = source.bytes.iter().take(8_000).any(|byte| *byte == 0);
    if looks_binary {
        return binary(source);
    }
    let span = Span::new(source.id, at..at);
    Diagnostic::at(&codes::NOT_UTF8, span, message).help("save the file with the encoding UTF-8")
}
