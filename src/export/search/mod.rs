//! `search/`: the index that the search page reads, in files of which a query takes few.
//!
//! Entries are numbered: questions in the order of the library, then guides, roles, industries.
//!
//! - `index.json`, read first, always fresh: `version` is the hash of all the other files and stands behind their
//!   addresses as `?v=…`; `groups` are the folders of pages and how many entries each has; `size`, how many
//!   entries a file holds; `lengths`, a digit for each entry: how many words it has, in steps; `facets`, each
//!   with its `values` (id and label), `sets`, the combinations of values that occur, as ascending numbers, and
//!   `of`, the number of each entry's combination.
//! - `words.json`: `words`, all words by their characters, each after a digit that says how many UTF-16 units it
//!   shares with the one before, with spaces between; `starts`, the number of the first word of each file of places.
//! - `places/<n>.json`: for each of its words a text of up to three parts with spaces between: the entries that
//!   have it in their title, in their other wordings and headings, elsewhere; as ascending numbers.
//! - `entries/<n>.json`: for each of its entries the address within the folder of its group, the title, and
//!   except for questions the summary; behind it `draft` for a draft, which only previews have.
//!
//! Numbers are written as `numbers.rs` says, words are cut as `words.rs` says. What no visitor may read is not
//! in it: drafts of a published site, retired questions, authors' notes. The names of the files follow from counts alone.

mod entries;
mod facets;
mod numbers;
mod words;

use std::collections::HashMap;

use serde::Serialize;

use crate::base::ContentHash;
use crate::model::Library;
use crate::plan::{ENTRIES, Plan, SearchFiles};

use entries::{Entry, GROUPS};
use facets::{Columns, Facet};

pub use words::words;

/// The whole index, as files.
#[derive(Debug)]
pub struct SearchIndex {
    /// `index.json`.
    pub index: Vec<u8>,
    /// `words.json`.
    pub words: Vec<u8>,
    /// `places/<n>.json`.
    pub places: Vec<Vec<u8>>,
    /// `entries/<n>.json`.
    pub entries: Vec<Vec<u8>>,
}

#[derive(Serialize)]
struct Index<'l> {
    version: String,
    size: usize,
    groups: [(&'static str, usize); GROUPS.len()],
    lengths: String,
    facets: Vec<Facet<'l>>,
}

#[derive(Serialize)]
struct Words {
    starts: Vec<usize>,
    words: String,
}

/// The longest summary that a result shows, in characters.
const SUMMARY: usize = 140;

/// Makes the index of a site.
///
/// Works on one thread: outputs are rendered on all of them, and one that waits for this must not be given it again.
pub fn index(library: &Library, plan: &Plan) -> SearchIndex {
    let mut found = Found::default();
    let mut columns = Columns::default();
    let (mut shown, mut groups, mut lengths) = (Vec::new(), GROUPS.map(|group| (group, 0)), String::new());
    for (number, entry) in entries::entries(library, plan).enumerate() {
        groups[entry.group].1 += 1;
        let length = found.read(number as u32, &entry);
        // Twice the logarithm: what is twice as long is two steps up.
        let step = (f64::from(length.max(1)).log2() * 2.0).round();
        numbers::number(step as u32, &mut lengths);
        shown.push(row(&entry));
        columns.add(entry.values);
    }
    let entries: Vec<Vec<u8>> = shown.chunks(ENTRIES).map(|rows| json(&rows)).collect();
    let (words, places) = found.files(plan.search);
    let all = entries.iter().chain(&places).chain([&words]);
    let version = ContentHash::of_all(all.map(|file| ContentHash::of(file))).short();
    let facets = columns.facets();
    let index = json(&Index { version, size: ENTRIES, groups, lengths, facets });
    SearchIndex { index, words, places, entries }
}

/// An entry as its results show it.
fn row(entry: &Entry<'_>) -> Vec<String> {
    // A text that is all HTML has no words of its own, and a link must have some.
    let title = if entry.title.is_empty() { &entry.address } else { entry.title };
    let mut row = vec![entry.address.clone(), title.to_owned()];
    if !entry.summary.is_empty() || entry.draft {
        row.push(entry.summary.chars().take(SUMMARY).collect());
        if entry.summary.chars().nth(SUMMARY).is_some() {
            row[2].push('…');
        }
    }
    if entry.draft {
        row.push("draft".to_owned());
    }
    row
}

/// Words and the entries that have them: those with it in the title, in other wordings, elsewhere.
#[derive(Default)]
struct Found {
    by_word: HashMap<String, usize>,
    places: Vec<[Vec<u32>; 3]>,
    /// The last entry of each word.
    last: Vec<Option<u32>>,
}

impl Found {
    /// Notes the words of an entry; says how many different ones it has.
    fn read(&mut self, number: u32, entry: &Entry<'_>) -> u32 {
        let mut length = 0;
        for (part, texts) in entry.texts.iter().enumerate() {
            for text in texts {
                words(text, &mut |word| length += u32::from(self.note(number, part, word)));
            }
        }
        length
    }

    /// Notes a word; false when the entry has it already.
    fn note(&mut self, number: u32, part: usize, word: &str) -> bool {
        let at = match self.by_word.get(word) {
            Some(at) => *at,
            None => {
                self.by_word.insert(word.to_owned(), self.places.len());
                self.places.push(Default::default());
                self.last.push(None);
                self.places.len() - 1
            }
        };
        if self.last[at] == Some(number) {
            return false;
        }
        self.last[at] = Some(number);
        self.places[at][part].push(number);
        true
    }

    /// `words.json` and the files of places: as many as planned, of about the same size.
    fn files(&self, planned: SearchFiles) -> (Vec<u8>, Vec<Vec<u8>>) {
        let mut words: Vec<(&str, usize)> = self.by_word.iter().map(|(word, at)| (&**word, *at)).collect();
        words.sort_unstable();
        let places: Vec<String> = words.iter().map(|(_, at)| places(&self.places[*at])).collect();
        // Quotes and comma counted, so that no file is all short words.
        let total: usize = places.iter().map(|places| places.len() + 3).sum();
        let (mut starts, mut files, mut before) = (Vec::new(), vec![Vec::new(); planned.places], 0);
        for (number, places) in places.iter().enumerate() {
            let file = before * planned.places / total.max(1);
            while starts.len() <= file {
                starts.push(number);
            }
            files[file].push(places);
            before += places.len() + 3;
        }
        // Files without a word, when there are fewer words than files.
        starts.resize(planned.places, words.len());
        let words = Words { starts, words: listed(&words) };
        (json(&words), files.iter().map(json).collect())
    }
}

/// Where a word is.
fn places(parts: &[Vec<u32>; 3]) -> String {
    let mut out = String::new();
    for (part, numbers) in parts.iter().enumerate() {
        if part > 0 {
            out.push(' ');
        }
        numbers::ascending(numbers, &mut out);
    }
    out.truncate(out.trim_end().len());
    out
}

/// The words, each by what it does not share with the one before.
fn listed(words: &[(&str, usize)]) -> String {
    let mut out = String::new();
    let mut before = "";
    for (word, _) in words {
        let alike = before.chars().zip(word.chars()).take_while(|(a, b)| a == b);
        let (bytes, units) =
            alike.fold((0, 0), |(bytes, units), (c, _)| (bytes + c.len_utf8(), units + c.len_utf16() as u32));
        if !out.is_empty() {
            out.push(' ');
        }
        numbers::number(units, &mut out);
        out.push_str(&word[bytes..]);
        before = word;
    }
    out
}

fn json(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(value).expect("these types have string keys and no failing parts");
    bytes.push(b'\n');
    bytes
}
