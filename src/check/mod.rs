//! Rules over the library: one rule, one file.
//!
//! A rule reads the library and says what is wrong with it; none changes anything or looks at a disk. What
//! follows from a file that could not be read is not said again.
//!
//! Four kinds of rules, by what they depend on: [`alone`] on one file, [`page`] on one file and the shape of the
//! library, [`between`] on the shape alone, [`together`] on the words of all files. Where [`page`] and
//! [`between`] found nothing, they find nothing again while that is the same.

mod aliases;
mod choices;
mod diags;
mod duplicates;
mod embeds;
mod extents;
mod guidance;
mod html;
mod identity;
mod kinds;
mod links;
mod media;
mod messages;
mod nearby;
mod offers;
mod reviews;
mod waivers;
mod wording;

use crate::base::SourcePath;
use crate::diag::Diagnostic;
use crate::model::{Library, PageRef};
use crate::syntax::{Document, Said};

pub use duplicates::Wordings;
pub use identity::reused;
pub use offers::{LENGTHS, free_id, offer_ids, suggested_id, taken_ids};
pub use waivers::weigh;

/// What the rules find in one file.
#[derive(Default, Debug)]
pub struct Found<'l> {
    /// What is wrong with it.
    pub problems: Vec<Diagnostic>,
    /// Its links that lead nowhere: what was meant is guessed for all files together.
    lost: Vec<links::Lost<'l>>,
}

impl Found<'_> {
    /// Whether all is well.
    pub fn is_nothing(&self) -> bool {
        self.problems.is_empty() && self.lost.is_empty()
    }
}

/// What the rules find in a file that ask nothing of the library.
pub fn alone(said: &Said) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    if let Said::Bank(bank) = said {
        wording::check(bank, &mut problems);
    }
    problems
}

/// What the rules find in the file of a page.
pub fn page(library: &Library, page: PageRef) -> Found<'_> {
    let mut found = Found::default();
    // Without markup a text leads nowhere and holds nothing.
    for document in library.documents(page).into_iter().filter(|document| document.is_marked()) {
        text(library, library.file_of(page), document, &mut found);
    }
    let problems = &mut found.problems;
    match page {
        PageRef::Bank(bank) => {
            let rules = [kinds::check, guidance::check, choices::check, identity::words];
            rules.iter().for_each(|rule| rule(library, &library[bank], problems));
        }
        PageRef::Message(message) => messages::check(library, &library[message], problems),
        _ => {}
    }
    reviews::check(library, page, problems);
    found
}

fn text<'l>(library: &'l Library, path: &'l SourcePath, document: &'l Document, found: &mut Found<'l>) {
    links::check(library, path, document, found);
    embeds::check(library, path, document, &mut found.problems);
    html::check(library, document, &mut found.problems);
}

/// What the rules find between files, whatever the words in them.
pub fn between(library: &Library) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    [media::check, aliases::check, identity::check].iter().for_each(|rule| rule(library, &mut problems));
    problems
}

/// What the rules find when they look at all files together, after what they `found` in each; `wordings` are
/// those of each bank of the library.
pub fn together<'l>(
    library: &'l Library,
    found: impl IntoIterator<Item = Found<'l>>,
    wordings: &[&Wordings],
) -> Vec<Diagnostic> {
    let mut all = Found::default();
    for (path, document) in library.vocabulary.documents() {
        text(library, path, document, &mut all);
    }
    for found in found {
        all.problems.extend(found.problems);
        all.lost.extend(found.lost);
    }
    links::report(library, &all.lost, &mut all.problems);
    links::brand(library, &mut all.problems);
    duplicates::check(library, wordings, &mut all.problems);
    all.problems
}
