//! How the search index is cut into files: by counts alone, so that an edit of a text plans nothing anew.

use crate::model::Library;

/// How many entries one file holds: a page of results takes few of them from few files.
pub const ENTRIES: usize = 40;

/// For how many entries there is one file of places: 3 to 6 KB of gzip, by the size of the site.
const PER_PLACES: usize = 55;

/// How many files the index of a site has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SearchFiles {
    /// Files of entries, [`ENTRIES`] in each.
    pub entries: usize,
    /// Files that say which entries have which words.
    pub places: usize,
}

impl SearchFiles {
    /// Those of a site of `questions` in lists and `guides`.
    pub fn of(library: &Library, questions: usize, guides: usize) -> SearchFiles {
        let all = questions + guides + library.roles.len() + library.industries.len();
        SearchFiles { entries: all.div_ceil(ENTRIES), places: all.div_ceil(PER_PLACES) }
    }
}
