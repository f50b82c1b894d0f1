//! The words in a document's HTML that its author did not write: titles of alerts, names for screen readers.

use std::borrow::Cow;

use crate::syntax::document::Alert;

/// One language's words.
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "each field is the English word it stands for")]
pub struct Words {
    pub note: Cow<'static, str>,
    pub tip: Cow<'static, str>,
    pub important: Cow<'static, str>,
    pub warning: Cow<'static, str>,
    pub caution: Cow<'static, str>,
    pub table: Cow<'static, str>,
    pub task: Cow<'static, str>,
    pub footnote: Cow<'static, str>,
    pub footnotes: Cow<'static, str>,
    pub back_to_reference: Cow<'static, str>,
}

/// The words in English.
pub static ENGLISH: Words = Words {
    note: Cow::Borrowed("Note"),
    tip: Cow::Borrowed("Tip"),
    important: Cow::Borrowed("Important"),
    warning: Cow::Borrowed("Warning"),
    caution: Cow::Borrowed("Caution"),
    table: Cow::Borrowed("Table"),
    task: Cow::Borrowed("Task"),
    footnote: Cow::Borrowed("Footnote"),
    footnotes: Cow::Borrowed("Footnotes"),
    back_to_reference: Cow::Borrowed("Back to reference"),
};

impl Words {
    /// Words as `say` says them: it is asked for each by the key of its phrase.
    pub fn new(say: impl Fn(&str) -> String) -> Words {
        let say = |key: &str| Cow::Owned(say(key));
        Words {
            note: say("alert-note"),
            tip: say("alert-tip"),
            important: say("alert-important"),
            warning: say("alert-warning"),
            caution: say("alert-caution"),
            table: say("text-table"),
            task: say("text-task"),
            footnote: say("text-footnote"),
            footnotes: say("text-footnotes"),
            back_to_reference: say("text-back-to-reference"),
        }
    }

    /// The title of an alert.
    pub fn alert(&self, alert: Alert) -> &str {
        match alert {
            Alert::Note => &self.note,
            Alert::Tip => &self.tip,
            Alert::Important => &self.important,
            Alert::Warning => &self.warning,
            Alert::Caution => &self.caution,
        }
    }
}
