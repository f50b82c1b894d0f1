//! Waivers: `allow` in a record takes a check back there, with a reason.
//!
//! A waiver of a question holds from its header to the next one, a waiver in `[defaults]` for the whole
//! bank, a waiver of a page for its whole file. One that names no check, a check that is fixed, or a check
//! that found nothing is itself reported.

use std::collections::BTreeMap;

use super::diags;
use super::extents::Extents;
use crate::base::{FileId, SourcePath};
use crate::diag::{Code, Diagnostic, Place, codes};
use crate::model::Library;
use crate::syntax::records::Waiver;

/// Drops what authors waived, reports waivers that waive nothing, and gives each problem the site's level.
pub fn weigh(library: &Library, problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut standing = Standing::of(library);
    // Most sites waive nothing.
    let extents = if standing.0.is_empty() { Extents::default() } else { Extents::of(library) };
    let mut kept: Vec<Diagnostic> =
        problems.into_iter().filter(|problem| !standing.waive(problem, &extents)).collect();
    kept.extend(standing.idle(library));
    kept.into_iter().filter_map(|problem| library.levels.apply(problem)).collect()
}

/// A waiver where it stands.
struct Posted<'l> {
    waiver: &'l Waiver,
    code: Option<&'static Code>,
    path: &'l SourcePath,
    used: bool,
}

/// All waivers, by file and by the part of it they hold for; no part is the whole file.
struct Standing<'l>(BTreeMap<(FileId, Option<u32>), Vec<Posted<'l>>>);

impl<'l> Standing<'l> {
    fn of(library: &'l Library) -> Standing<'l> {
        let mut standing = Standing(BTreeMap::new());
        for bank in &library.banks {
            standing.post(bank.file, None, &bank.path, &bank.said.allow);
            for question in bank.said.questions.iter().filter(|_| bank.said.waives) {
                let start = question.header.map(|header| header.start);
                standing.post(bank.file, start, &bank.path, question.allow.as_deref().unwrap_or_default());
            }
        }
        let guides = library.guides.iter().map(|page| (&page.path, &page.said.upkeep));
        let roles = library.roles.iter().map(|page| (&page.path, &page.said.upkeep));
        let industries = library.industries.iter().map(|page| (&page.path, &page.said.upkeep));
        let messages = library.messages.iter().map(|page| (&page.path, &page.said.upkeep));
        let checklists = library.checklists.iter().map(|page| (&page.path, &page.said.upkeep));
        let kits = library.kits.iter().map(|page| (&page.path, &page.said.upkeep));
        let pages = guides.chain(roles).chain(industries).chain(messages).chain(checklists).chain(kits);
        for (path, upkeep) in pages {
            standing.post(FileId::of(path), None, path, &upkeep.allow);
        }
        standing
    }

    fn post(&mut self, file: FileId, part: Option<u32>, path: &'l SourcePath, waivers: &'l [Waiver]) {
        if waivers.is_empty() {
            return;
        }
        let post = |waiver: &'l Waiver| Posted {
            waiver,
            code: codes::find(waiver.check.as_str()),
            path,
            used: false,
        };
        self.0.entry((file, part)).or_default().extend(waivers.iter().map(post));
    }

    /// Whether a waiver takes the problem back; every waiver that does is used.
    fn waive(&mut self, problem: &Diagnostic, extents: &Extents) -> bool {
        if !problem.code.adjustable || self.0.is_empty() {
            return false;
        }
        let (file, part) = match &problem.place {
            Place::At(span) => (span.file, extents.part(*span)),
            Place::File(path) => (FileId::of(path), None),
            Place::Project => return false,
        };
        let mut waived = false;
        for part in [part, None] {
            for posted in self.0.get_mut(&(file, part)).into_iter().flatten() {
                if posted.code == Some(problem.code) {
                    posted.used = true;
                    waived = true;
                }
            }
        }
        waived
    }

    /// What is wrong with the waivers themselves.
    fn idle(&self, library: &Library) -> Vec<Diagnostic> {
        let one = |posted: &Posted<'_>| match posted.code {
            None => Some(diags::unknown_check(&posted.waiver.check)),
            Some(code) if !code.adjustable => {
                Some(crate::model::diags::fixed_check(code, posted.waiver.check.span()))
            }
            Some(_) if posted.used || library.incomplete.file(posted.path) => None,
            Some(code) if is_not_looked_for(library, code) => None,
            Some(_) => Some(diags::unused_waiver(&posted.waiver.check)),
        };
        self.0.values().flatten().filter_map(one).collect()
    }
}

/// Whether a check finds nothing today because of how the library is built, not because all is well.
fn is_not_looked_for(library: &Library, code: &Code) -> bool {
    let without_day = *code == codes::STALE && library.options.today.is_none();
    let without_drafts = *code == codes::DRAFT_LINK && library.options.drafts;
    without_day || without_drafts
}
