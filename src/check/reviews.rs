//! Reviews that are too long ago. Without a day to compare with, nothing is.

use super::diags;
use crate::base::Date;
use crate::diag::Diagnostic;
use crate::model::{Library, PageRef, Status};
use crate::syntax::At;

pub(super) fn check(library: &Library, page: PageRef, problems: &mut Vec<Diagnostic>) {
    let Some(today) = library.options.today else { return };
    let mut one = |what: &str, reviewed: &Option<At<Date>>| {
        let Some(reviewed) = reviewed else { return };
        if library.is_overdue(reviewed.value) {
            problems.push(diags::stale(what, reviewed, library.site.review_every));
        } else if is_later_than_tomorrow(reviewed.value, today) {
            problems.push(diags::reviewed_in_future(reviewed));
        }
    };
    // Nobody has to vouch for a draft, or any longer for what is retired.
    match page {
        PageRef::Bank(bank) => {
            let questions = library.questions_of(&library[bank]);
            let ready = questions.filter(|question| question.status == Status::Ready);
            ready.for_each(|question| one("question", &question.said().reviewed));
        }
        PageRef::Guide(guide) if !library.is_guide_published(guide) => {}
        PageRef::Guide(guide) => one("guide", &library[guide].said.upkeep.reviewed),
        PageRef::Role(role) => one("role", &library[role].said.upkeep.reviewed),
        PageRef::Industry(industry) => one("industry", &library[industry].said.upkeep.reviewed),
        PageRef::Message(message) => one("message", &library[message].said.upkeep.reviewed),
        PageRef::Checklist(list) => one("checklist", &library[list].said.upkeep.reviewed),
        PageRef::Kit(kit) => one("kit", &library[kit].said.upkeep.reviewed),
        PageRef::Question(_) => {}
    }
}

/// Where the author works it may be tomorrow already.
fn is_later_than_tomorrow(day: Date, today: Date) -> bool {
    day > today.tomorrow()
}
