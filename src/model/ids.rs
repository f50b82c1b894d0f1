//! How parts of the library name each other: places in its lists, and the public names of questions.

use std::fmt;

use crate::base::Slug;

macro_rules! places {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
            pub struct $name(u32);

            impl $name {
                /// The place as an index.
                pub fn at(self) -> usize {
                    self.0 as usize
                }

                /// The place of index `at`; lists are far shorter than 2³².
                pub fn new(at: usize) -> $name {
                    $name(at as u32)
                }
            }
        )*
    };
}

places! {
    /// A bank of the library.
    BankIx;
    /// A question of the library.
    QuestionIx;
    /// A role of the library.
    RoleIx;
    /// An industry of the library.
    IndustryIx;
    /// A guide of the library.
    GuideIx;
    /// A message of the library.
    MessageIx;
    /// A checklist of the library.
    ChecklistIx;
    /// A kit of the library.
    KitIx;
    /// A page of composed questions.
    PageIx;
    /// A word of one list of the vocabulary.
    WordIx;
}

/// The full id of a question: in its URL, in exports, in saved progress. Never depends on position or wording.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct QuestionName {
    /// The id of its bank.
    pub bank: Slug,
    /// Its id in the bank.
    pub id: Slug,
}

impl QuestionName {
    /// Reads `bank/question`, or `question` inside `bank`.
    pub fn parse(text: &str, bank: &Slug) -> Option<QuestionName> {
        let (bank, id) = match text.split_once('/') {
            Some((bank, id)) => (Slug::new(bank).ok()?, id),
            None => (bank.clone(), text),
        };
        Some(QuestionName { bank, id: Slug::new(id).ok()? })
    }
}

impl QuestionName {
    /// The name as text, in one piece.
    pub fn full(&self) -> String {
        [self.bank.as_str(), "/", self.id.as_str()].concat()
    }
}

impl fmt::Display for QuestionName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}", self.bank, self.id)
    }
}

/// Something with a page of its own that content can link to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PageRef {
    /// A guide.
    Guide(GuideIx),
    /// A role.
    Role(RoleIx),
    /// An industry.
    Industry(IndustryIx),
    /// A bank.
    Bank(BankIx),
    /// A question.
    Question(QuestionIx),
    /// A message.
    Message(MessageIx),
    /// A checklist.
    Checklist(ChecklistIx),
    /// A kit.
    Kit(KitIx),
}
