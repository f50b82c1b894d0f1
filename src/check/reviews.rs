//! Reviews that are too long ago. Without a day to compare with, nothing is.

use super::diags;
use crate::base::Date;
use crate::diag::Diagnostic;
use crate::model::{GuideIx, Library, Status};
use crate::syntax::At;
use crate::syntax::records::Upkeep;

pub(super) fn check(library: &Library, problems: &mut Vec<Diagnostic>) {
    let Some(today) = library.options.today else { return };
    let mut one = |what: &str, reviewed: &Option<At<Date>>| {
        let Some(reviewed) = reviewed else { return };
        if reviewed.value.plus_months(library.site.review_every) < today {
            problems.push(diags::stale(what, reviewed, library.site.review_every));
        } else if is_later_than_tomorrow(reviewed.value, today) {
            problems.push(diags::reviewed_in_future(reviewed));
        }
    };
    // Nobody has to vouch for a draft, or any longer for what is retired.
    for question in library.questions.iter().filter(|question| question.status == Status::Ready) {
        one("question", &question.said().reviewed);
    }
    for (at, guide) in library.guides.iter().enumerate() {
        if library.is_guide_published(GuideIx::new(at)) {
            one("guide", &guide.said.upkeep.reviewed);
        }
    }
    let mut page = |what: &str, upkeep: &Upkeep| one(what, &upkeep.reviewed);
    library.roles.iter().for_each(|role| page("role", &role.said.upkeep));
    library.industries.iter().for_each(|industry| page("industry", &industry.said.upkeep));
    library.messages.iter().for_each(|message| page("message", &message.said.upkeep));
    library.checklists.iter().for_each(|checklist| page("checklist", &checklist.said.upkeep));
    library.kits.iter().for_each(|kit| page("kit", &kit.said.upkeep));
}

/// Where the author works it may be tomorrow already.
fn is_later_than_tomorrow(day: Date, today: Date) -> bool {
    day > today.tomorrow()
}
