//! `greenroom.lock`: every published question id with the words it was published with.
//!
//! The words stand in the file, not a hash of them: a report can then show what an id used to mean, and a
//! reviewer reads the difference.

use crate::diag::Diagnostic;
use crate::syntax::Text;
use crate::syntax::record::{Record, Shape, field};
use crate::syntax::toml::{Input, read};

/// `greenroom.lock`.
pub static LOCK: Record = Record {
    name: "lock file",
    doc: "Every published question id and its words.",
    fields: &[
        field("version", Shape::Number(1, 1), "The version of this format.").required(),
        field("questions", Shape::Options, "Ids and their words; then the choices, if there are any."),
    ],
};

/// What the lock file says.
#[derive(Clone, Default, Debug)]
pub struct Lock {
    /// Full id, then the question's words and its choices.
    pub questions: Vec<(Text, Vec<Box<str>>)>,
}

/// Reads a lock file; also tells whether its TOML was broken.
pub(in crate::syntax) fn parse(input: Input<'_>, problems: &mut Vec<Diagnostic>) -> (Lock, bool) {
    read(input, &LOCK, problems, |reader| {
        reader.number("version");
        Lock { questions: reader.words_by_name("questions") }
    })
}
