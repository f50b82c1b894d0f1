//! What an author changed last: the page that a browser in follow mode goes to.
//!
//! The first byte in which a file differs stands in a record; the page of that record is meant. Pure.

use crate::base::{OutPath, SourcePath};
use crate::model::{Bank, PageRef};
use crate::site::Site;
use crate::source::Sources;

/// The files that came, went or hold other bytes, by path.
pub fn edited(before: &Sources, after: &Sources) -> Vec<SourcePath> {
    let came = after.files().filter(|file| before.get(&file.path).is_none_or(|old| old.hash != file.hash));
    let went = before.files().filter(|file| after.get(&file.path).is_none());
    let mut paths: Vec<SourcePath> = came.chain(went).map(|file| file.path.clone()).collect();
    paths.sort();
    paths
}

/// The page of the first question, guide, role … among the edited files; `site` is made of `after`.
///
/// Templates, settings and copied files belong to no page of their own. A deleted file has none any more.
pub fn first_changed(
    edited: &[SourcePath],
    before: &Sources,
    after: &Sources,
    site: &Site,
) -> Option<OutPath> {
    let mut pages = edited.iter().filter_map(|path| {
        let new = after.get(path).filter(|new| new.kind.is_page())?;
        let at = before.get(path).map_or(0, |old| first_difference(&old.bytes, &new.bytes));
        page(path, at, site)
    });
    pages.find(|page| site.plan().recipe(page).is_some())
}

fn first_difference(old: &[u8], new: &[u8]) -> usize {
    old.iter().zip(new).position(|(old, new)| old != new).unwrap_or(old.len().min(new.len()))
}

/// The page of what stands at byte `at` of a file.
fn page(path: &SourcePath, at: usize, site: &Site) -> Option<OutPath> {
    let (library, routes) = (site.library(), &site.plan().routes);
    let of_file = library.page_of(path)?;
    let PageRef::Bank(bank) = of_file else { return Some(routes.page(of_file).clone()) };
    let bank = &library[bank];
    match record(bank, at) {
        Record::Question(place) => {
            let question = *bank.questions.get(place)?;
            Some(routes.page(PageRef::Question(question)).clone())
        }
        Record::Adaptation => library.page(bank.scope).map(|page| routes.composed(page).clone()),
        Record::Bank => Some(routes.page(of_file).clone()),
    }
}

/// A record of a bank file.
enum Record {
    /// What stands before the tables, or the defaults.
    Bank,
    /// A question, by its place in the file.
    Question(usize),
    /// What words a broader question for this bank's scope.
    Adaptation,
}

/// The record whose header is the last at or before byte `at`.
fn record(bank: &Bank, at: usize) -> Record {
    let before = |start: &u32| *start as usize <= at;
    let questions = bank.said.questions.iter().enumerate();
    let starts = questions.filter_map(|(place, question)| Some((question.header?.start, place)));
    let question = starts.filter(|(start, _)| before(start)).max();
    let adapt = bank.said.adapts.iter().map(|adapt| adapt.header.start).filter(before).max();
    match (question, adapt) {
        (None, None) => Record::Bank,
        (Some((start, place)), adapt) if adapt.is_none_or(|adapt| adapt < start) => Record::Question(place),
        _ => Record::Adaptation,
    }
}
