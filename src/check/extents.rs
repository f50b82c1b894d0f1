//! Which question a place in a bank file belongs to: a question reaches from its header to the next one.

use std::collections::BTreeMap;

use crate::base::{FileId, SourcePath, Span};
use crate::model::{Bank, Library, PageRef};

/// The parts of every bank file: where each starts.
#[derive(Default, Debug)]
pub(super) struct Extents(BTreeMap<FileId, Vec<u32>>);

impl Extents {
    pub(super) fn of(library: &Library) -> Extents {
        Extents(library.banks.iter().map(|bank| (bank.file, starts(bank))).collect())
    }

    /// Where the part that `span` starts in starts itself; `None` above the first header and in other files.
    pub(super) fn part(&self, span: Span) -> Option<u32> {
        let starts = self.0.get(&span.file)?;
        let behind = starts.partition_point(|start| *start <= span.start);
        starts.get(behind.checked_sub(1)?).copied()
    }
}

fn starts(bank: &Bank) -> Vec<u32> {
    let questions = bank.said.questions.iter().filter_map(|question| question.header);
    let adapts = bank.said.adapts.iter().map(|adapt| adapt.header);
    let all = questions.chain(adapts).chain(bank.said.defaults);
    let mut starts: Vec<u32> = all.map(|header| header.start).collect();
    starts.sort_unstable();
    starts
}

/// Whether what stands at `span` of the file at `path` is itself a draft and not published.
pub(super) fn is_draft(library: &Library, path: &SourcePath, span: Span) -> bool {
    match library.page_of(path) {
        Some(guide @ PageRef::Guide(_)) => !library.has_page(guide),
        Some(PageRef::Bank(bank)) => {
            let bank = &library[bank];
            let headers = bank
                .questions
                .iter()
                .filter_map(|question| Some((library[*question].said().header?.start, *question)));
            let above = headers.filter(|(start, _)| *start <= span.start).max();
            let part = starts(bank).into_iter().rfind(|start| *start <= span.start);
            above.is_some_and(|(start, question)| Some(start) == part && !library.is_published(question))
        }
        _ => false,
    }
}
