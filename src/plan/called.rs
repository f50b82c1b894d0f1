//! What things are called on the site: an author's names, and the theme's phrases for what has none.
//!
//! The library says what there is, the phrases say it in the site's language; pages and exports use both here.

use crate::model::{Library, List, Scope, WordIx};
use crate::theme::{Gap, Phrases};

/// What a scope is called: "Registered nurse in Hospitals".
pub fn scope(library: &Library, phrases: &Phrases, scope: Scope) -> String {
    match (scope.role, scope.industry) {
        (None, None) => phrases.say("everyone"),
        (Some(role), None) => library[role].title().to_owned(),
        (None, Some(industry)) => library[industry].title().to_owned(),
        (Some(role), Some(industry)) => {
            let (role, industry) = (library[role].title(), library[industry].title());
            let gaps = [("role", Gap::Text(role)), ("industry", Gap::Text(industry))];
            phrases.say_with("role-in-industry", &gaps)
        }
    }
}

/// What readers see for a word of the vocabulary: its author's label, or the phrase of a built-in one.
pub fn word(library: &Library, phrases: &Phrases, list: List, word: WordIx) -> String {
    let described = library.vocabulary.word(list, word);
    let built_in = described.span.is_none();
    let phrase = || phrases.find(&format!("{}-{}", list.word(), described.id), &[]);
    built_in.then(phrase).flatten().unwrap_or_else(|| described.label.clone())
}
