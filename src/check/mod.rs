//! Rules over the library: one rule, one file.
//!
//! A rule reads the library and says what is wrong with it; none changes anything or looks at a disk. What
//! follows from a file that could not be read is not said again.

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
mod reviews;
mod waivers;
mod wording;

use crate::diag::Diagnostic;
use crate::model::Library;

pub use identity::reused;
pub use waivers::weigh;

/// What the rules find in a library.
pub fn check(library: &Library) -> Vec<Diagnostic> {
    let rules = [
        links::check,
        media::check,
        embeds::check,
        html::check,
        kinds::check,
        wording::check,
        guidance::check,
        choices::check,
        duplicates::check,
        messages::check,
        reviews::check,
        aliases::check,
        identity::check,
    ];
    let mut problems = Vec::new();
    for rule in rules {
        rule(library, &mut problems);
    }
    problems
}
