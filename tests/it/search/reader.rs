//! Reads the search index as a browser does, from its files alone; the test's own words for the format.

use std::collections::{BTreeMap, BTreeSet};

use greenroom::base::OutPath;
use greenroom::site::Site;
use serde_json::Value;

/// Everything the index says.
pub struct Reader {
    /// `questions/core/conflict` and the like, by entry.
    pub addresses: Vec<String>,
    /// The words, in order.
    pub words: Vec<String>,
    /// For each word: the entries with it in the title, in other wordings and headings, elsewhere.
    pub found: Vec<[Vec<usize>; 3]>,
    starts: Vec<usize>,
    facets: BTreeMap<String, Vec<BTreeSet<String>>>,
}

/// The bytes of an output.
pub fn rendered(site: &Site, path: &str) -> Vec<u8> {
    site.render(&OutPath::new(path).unwrap()).unwrap().unwrap().as_slice().to_vec()
}

impl Reader {
    /// Reads every file.
    pub fn of(site: &Site) -> Reader {
        let json = |path: &str| -> Value { serde_json::from_slice(&rendered(site, path)).unwrap() };
        let files = |folder: &str| {
            let count = site.outputs().iter().filter(|path| path.as_str().starts_with(folder)).count();
            (0..count).map(|at| json(&format!("{folder}{at}.json"))).collect::<Vec<Value>>()
        };
        let (index, list) = (json("search/index.json"), json("search/words.json"));
        let rows: Vec<String> =
            files("search/entries/").iter().flat_map(array).map(|row| text(&row[0]).to_owned()).collect();
        let groups = array(&index["groups"]);
        let folders = groups.flat_map(|group| vec![text(&group[0]); group[1].as_u64().unwrap() as usize]);
        let found = files("search/places/");
        let starts = array(&list["starts"]).map(|at| at.as_u64().unwrap() as usize).collect::<Vec<_>>();
        let mut before = 0;
        for (file, start) in found.iter().zip(&starts) {
            assert_eq!(*start, before);
            before += array(file).count();
        }
        Reader {
            addresses: folders.zip(rows).map(|(folder, row)| format!("{folder}/{row}")).collect(),
            words: words(text(&list["words"])),
            found: found.iter().flat_map(array).map(|places| parts(text(places))).collect(),
            starts,
            facets: array(&index["facets"]).map(facet).collect(),
        }
    }

    /// The entries that have a word, by part.
    pub fn places(&self, word: &str) -> [Vec<usize>; 3] {
        let at = self.words.binary_search_by(|own| own.as_str().cmp(word));
        self.found[at.unwrap_or_else(|_| panic!("there is no `{word}`"))].clone()
    }

    /// The values that an entry has of a facet.
    pub fn values(&self, facet: &str, entry: usize) -> BTreeSet<String> {
        self.facets.get(facet).map(|column| column[entry].clone()).unwrap_or_default()
    }

    /// The files that a typed word takes: of the words it begins, the twenty shortest.
    pub fn files(&self, typed: &str) -> BTreeSet<usize> {
        let begun = self.words.iter().enumerate().filter(|(_, word)| word.starts_with(typed));
        let mut begun: Vec<(usize, usize)> = begun.map(|(at, word)| (word.len(), at)).collect();
        begun.sort_unstable();
        begun.iter().take(20).map(|(_, at)| self.starts.partition_point(|start| start <= at) - 1).collect()
    }
}

fn facet(facet: &Value) -> (String, Vec<BTreeSet<String>>) {
    let values: Vec<&str> = array(&facet["values"]).map(|value| text(&value[0])).collect();
    let set = |set: &Value| ascending(text(set)).iter().map(|at| values[*at].to_owned()).collect();
    let sets: Vec<BTreeSet<String>> = array(&facet["sets"]).map(set).collect();
    (text(&facet["id"]).to_owned(), numbers(text(&facet["of"])).iter().map(|at| sets[*at].clone()).collect())
}

fn words(text: &str) -> Vec<String> {
    let mut before: Vec<u16> = Vec::new();
    let word = |piece: &str| {
        let mut rest = piece.chars();
        before.truncate(numbers(&rest.next().unwrap().to_string())[0]);
        before.extend(rest.as_str().encode_utf16());
        String::from_utf16(&before).unwrap()
    };
    text.split(' ').filter(|piece| !piece.is_empty()).map(word).collect()
}

fn parts(text: &str) -> [Vec<usize>; 3] {
    let mut parts = text.split(' ').map(ascending);
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

fn ascending(text: &str) -> Vec<usize> {
    let mut next = 0;
    let entry = |gap: usize| {
        next += gap + 1;
        next - 1
    };
    numbers(text).into_iter().map(entry).collect()
}

fn numbers(text: &str) -> Vec<usize> {
    let (mut found, mut value, mut weight) = (Vec::new(), 0, 1);
    for byte in text.bytes() {
        let digit = usize::from(byte - b'#') - usize::from(byte > b'\\');
        value += digit * weight;
        weight *= 30;
        if digit < 61 {
            found.push(std::mem::take(&mut value));
            weight = 1;
        }
    }
    found
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
