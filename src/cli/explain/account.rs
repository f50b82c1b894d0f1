//! What is known about one thing: the answer, before it is text or JSON.
//!
//! One shape for everything that can be asked about; a part that says nothing is empty. Texts are as authors wrote
//! them: what prints them makes them safe.

use serde::Serialize;

/// Everything known about one thing.
#[derive(Serialize, Clone, Default, Debug)]
pub struct Account {
    /// What kind of thing it is: `question`, `role`, `template`.
    pub what: &'static str,
    /// Its id, address or path.
    pub name: String,
    /// What readers see of it.
    pub title: Option<String>,
    /// Where it is written.
    pub at: Option<Spot>,
    /// The output it is, or has.
    pub page: Option<Page>,
    /// What else there is to say, in sentences.
    pub notes: Vec<String>,
    /// Each field and where its value comes from.
    pub fields: Vec<Entry>,
    /// What it shows or holds, in order.
    pub shows: Vec<Entry>,
    /// What was adapted, hidden or narrowed, and where.
    pub changes: Vec<Entry>,
    /// The outputs that show it, and why.
    pub shown_on: Vec<Entry>,
    /// What names it: links, embeds, picks, lists of ids.
    pub named_by: Vec<Entry>,
    /// What is wrong in it.
    pub problems: Vec<Entry>,
}

/// One line of an answer; what it does not have is empty.
#[derive(Serialize, Clone, Default, Debug)]
pub struct Entry {
    /// A key, an id, an address.
    pub name: String,
    /// Where it is written.
    pub at: Option<Spot>,
    /// Where it comes from, or why it is here.
    pub why: String,
    /// What it says.
    pub text: String,
}

/// A place in a file of the project.
#[derive(Serialize, Clone, PartialEq, Eq, Debug)]
pub struct Spot {
    /// The file, from where the reader is.
    pub file: String,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column, from 1.
    pub column: Option<usize>,
}

/// An output and what made it.
#[derive(Serialize, Clone, Debug)]
pub struct Page {
    /// Its path in the published folder.
    pub path: String,
    /// Its address, when the site has one.
    pub url: Option<String>,
    /// The name of its template.
    pub template: Option<&'static str>,
    /// The files that have a template of this name; the first is used.
    pub files: Vec<String>,
}

impl Entry {
    /// An entry that says why it is here.
    pub fn new(name: impl Into<String>, why: impl Into<String>) -> Entry {
        Entry { name: name.into(), why: why.into(), ..Entry::default() }
    }

    /// The entry with its place.
    pub fn at(self, at: Option<Spot>) -> Entry {
        Entry { at, ..self }
    }

    /// The entry with what it says.
    pub fn saying(self, text: impl Into<String>) -> Entry {
        Entry { text: text.into(), ..self }
    }
}

/// What a name was found to mean.
#[derive(Serialize, Debug)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// One thing.
    Account(Box<Account>),
    /// Several things: what each is, where it is written, and how to ask about it alone.
    Meanings(Vec<Entry>),
    /// A line that is not there.
    NoLine {
        /// The file.
        file: String,
        /// How many lines it has.
        lines: usize,
    },
    /// Nothing; the nearest name there is.
    Unknown(Option<String>),
}
