//! Lists of questions: by kind, competency, stage, level and topic, in pages of 50.

use std::ops::Range;

use super::routes;
use crate::base::OutPath;
use crate::model::{Library, List, QuestionIx, WordIx};

/// How many questions one page of a list shows: enough to scan, few enough for a phone.
pub const PER_PAGE: usize = 50;

/// What questions are listed by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Facet {
    /// Kind of question.
    Kind,
    /// What it lets the asker see.
    Competency,
    /// When in the process.
    Stage,
    /// For whom.
    Level,
    /// What it is about.
    Topic,
}

impl Facet {
    /// All facets, in the order pages show them.
    pub const ALL: [Facet; 5] = [Facet::Kind, Facet::Competency, Facet::Stage, Facet::Level, Facet::Topic];

    /// Its part of an address.
    pub fn word(self) -> &'static str {
        self.list().word()
    }

    /// The list of the vocabulary whose words are its values.
    pub fn list(self) -> List {
        match self {
            Facet::Kind => List::Kind,
            Facet::Competency => List::Competency,
            Facet::Stage => List::Stage,
            Facet::Level => List::Level,
            Facet::Topic => List::Topic,
        }
    }
}

/// One value of a facet and its questions.
#[derive(Debug)]
pub struct Listing {
    /// The facet.
    pub facet: Facet,
    /// The value.
    pub word: WordIx,
    /// Its first page.
    pub path: OutPath,
    /// The questions, in the order of the library.
    pub questions: Vec<QuestionIx>,
}

/// The values that have questions, by facet, in the order of the vocabulary.
pub(super) fn listings(library: &Library, questions: &[QuestionIx]) -> Vec<Listing> {
    let mut listings = Vec::new();
    for facet in Facet::ALL {
        let words = library.vocabulary.words(facet.list());
        let mut by_word: Vec<Vec<QuestionIx>> = vec![Vec::new(); words.len()];
        for question in questions {
            let values = library[*question].words(facet.list());
            for value in values {
                by_word[value.at()].push(*question);
            }
        }
        let listing = |(at, questions): (usize, Vec<QuestionIx>)| Listing {
            facet,
            word: WordIx::new(at),
            path: routes::facet(facet, &words[at].id),
            questions,
        };
        listings.extend(by_word.into_iter().enumerate().filter(|(_, list)| !list.is_empty()).map(listing));
    }
    listings
}

/// How many pages a list of `count` takes; an empty one takes one, that says so.
pub fn pages(count: usize) -> usize {
    count.div_ceil(PER_PAGE).max(1)
}

/// One page of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stretch {
    /// Which page, from 1.
    pub page: usize,
    /// How many pages there are.
    pub pages: usize,
    /// How many entries the whole list has.
    pub total: usize,
}

impl Stretch {
    /// Page `page` of a list of `total`.
    pub fn new(page: usize, total: usize) -> Stretch {
        Stretch { page, pages: pages(total), total }
    }

    /// The entries of this page.
    pub fn range(self) -> Range<usize> {
        let start = ((self.page - 1) * PER_PAGE).min(self.total);
        start..(start + PER_PAGE).min(self.total)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_on_one_page() {
        for total in [0, 1, 49, 50, 51, 100, 101] {
            let shown: usize = (1..=pages(total)).map(|page| Stretch::new(page, total).range().len()).sum();
            assert_eq!(shown, total);
        }
        assert_eq!(Stretch::new(2, 51).range(), 50..51);
    }
}
