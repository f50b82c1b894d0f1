//! `greenroom.lock`: every published question id with the words it was published with.
//!
//! The words stand in the file, not a hash of them: a report can then show what an id used to mean, and a
//! reviewer reads the difference.

use crate::base::Slug;
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
#[derive(Clone, Default, Hash, Debug)]
pub struct Lock {
    /// Full id, then the question's words and its choices; sorted by id.
    pub questions: Vec<(Text, Vec<Box<str>>)>,
}

impl Lock {
    /// The entries of a bank: the whole id, the question's own, its words.
    pub fn of_bank(&self, bank: &Slug) -> impl Iterator<Item = (&Text, &str, &[Box<str>])> {
        let start = self.questions.partition_point(|(id, _)| bank_and_id(id).0 < bank.as_str());
        let entries = self.questions[start..].iter().map(|(id, words)| (id, bank_and_id(id), &**words));
        let own = entries.take_while(|(_, (of, _), _)| *of == bank.as_str());
        own.map(|(id, (_, question), words)| (id, question, words))
    }
}

/// The two halves of a full id; one without a slash is that of a bank.
fn bank_and_id(id: &Text) -> (&str, &str) {
    id.as_str().split_once('/').unwrap_or((id.as_str(), ""))
}

/// Reads a lock file; also tells whether its TOML was broken.
pub(in crate::syntax) fn parse(input: Input<'_>, problems: &mut Vec<Diagnostic>) -> (Lock, bool) {
    read(input, &LOCK, problems, |reader| {
        reader.number("version");
        let mut questions = reader.words_by_name("questions");
        questions.sort_by(|(a, _), (b, _)| bank_and_id(a).cmp(&bank_and_id(b)));
        Lock { questions }
    })
}
