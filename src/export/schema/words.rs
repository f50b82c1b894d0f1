//! The names a site has: what editors offer where a record names something else.

use std::collections::BTreeSet;

use super::json::{Schema, Taplo, TaploDocs};
use crate::diag::codes;
use crate::model::{Library, List, Word};
use crate::syntax::records::theme::ThemeOption;

/// A list of more names is not written out: editors read the file at every start, and nobody chooses from a
/// longer one. Then only the form of a name is checked.
pub(super) const MOST: usize = 2_000;

/// The form of an id; names that Windows keeps for devices are none.
pub(super) const SLUG: &str = "^(?!(con|prn|aux|nul|com[1-9]|lpt[1-9])$)[a-z0-9]+(-[a-z0-9]+)*$";
/// The form of `question`, inside its own bank.
const OWN_NAME: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
/// The form of `bank/question`.
const FULL_NAME: &str = "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$";
/// The form of either.
const NAME: &str = "^([a-z0-9]+(-[a-z0-9]+)*/)?[a-z0-9]+(-[a-z0-9]+)*$";

/// What a key names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Names {
    /// A word of the vocabulary.
    Word(List),
    /// A role.
    Role,
    /// An industry.
    Industry,
    /// A bank.
    Bank,
    /// A question; one of the same bank goes without the bank's id.
    Question,
    /// A question with its bank's id.
    FullQuestion,
    /// A former question.
    FormerQuestion,
    /// A theme.
    Theme,
    /// The code of a check.
    Check,
    /// Something of which only the form is known: free words, former ids.
    Any,
}

/// What the key of a record names, if it names anything.
pub(super) fn names(record: &str, key: &str) -> Option<Names> {
    Some(match (record, key) {
        ("question" | "pick", "kind") => Names::Word(List::Kind),
        ("question" | "pick", "topic") => Names::Word(List::Topic),
        ("question" | "role", "stages") => Names::Word(List::Stage),
        ("question", "levels") | ("sample", "level") => Names::Word(List::Level),
        ("question" | "role", "competencies") | ("pick", "competency") => Names::Word(List::Competency),
        ("role", "talk_to") => Names::Word(List::Persona),
        ("question" | "guide", "roles") | ("role", "family") => Names::Role,
        ("question" | "guide" | "role", "industries") | ("industry", "parent") => Names::Industry,
        ("question", "replaced_by" | "related") | ("bank", "hide") | ("adapt", "question") => Names::Question,
        ("pick", "question") => Names::FullQuestion,
        ("pick", "bank") => Names::Bank,
        ("question", "aliases") => Names::FormerQuestion,
        ("site", "theme") | ("theme", "extends") => Names::Theme,
        ("allow", "check") => Names::Check,
        (_, "aliases" | "tags") => Names::Any,
        _ => return None,
    })
}

/// What a site says that its schemas depend on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'w> {
    /// Everything the sources say.
    pub(super) library: &'w Library,
    /// The names of the themes there are.
    pub(super) themes: &'w [String],
    /// The options that the site's theme takes.
    pub(super) options: &'w [ThemeOption],
}

impl Names {
    /// What it is called in `$defs`.
    pub(super) fn definition(self) -> &'static str {
        match self {
            Names::Word(list) => list.word(),
            Names::Role => "role",
            Names::Industry => "industry",
            Names::Bank => "bank",
            Names::Question => "question",
            Names::FullQuestion => "full-question",
            Names::FormerQuestion => "former-question",
            Names::Theme => "theme",
            Names::Check => "check",
            Names::Any => "id",
        }
    }

    /// The names there are, or the form of one: where there are too many, and where some may be unknown
    /// because a file cannot be read.
    pub(super) fn schema(self, words: &Words<'_>) -> Schema {
        let library = words.library;
        let form = |form: &str, what: &str| Schema::pattern(form).described(what);
        match self {
            Names::Word(list) => {
                let known =
                    if library.incomplete.vocabulary() { &[] } else { library.vocabulary.words(list) };
                let what = format!("A {} of the vocabulary.", list.word());
                listed(known.iter().map(|word| (word.id.as_str(), Some(label(word)))), SLUG, &what)
            }
            Names::Role => {
                let roles =
                    library.roles.iter().map(|role| (role.id.as_str(), Some(role.title().to_owned())));
                listed(roles, SLUG, "The id of a role: its folder's name.")
            }
            Names::Industry => {
                let industries = library.industries.iter();
                let industries = industries.map(|one| (one.id.as_str(), Some(one.title().to_owned())));
                listed(industries, SLUG, "The id of an industry: its folder's name.")
            }
            Names::Bank => {
                let banks = if library.incomplete.has_all_banks() { &library.banks[..] } else { &[] };
                let banks = banks.iter().map(|bank| (bank.id.as_str(), Some(bank.title().to_owned())));
                listed(banks, SLUG, "The id of a bank.")
            }
            Names::Question => {
                let full = questions(words, "A question: `bank/question`.");
                let own = form(OWN_NAME, "A question of the same bank.");
                if full.words.is_empty() {
                    return form(NAME, "A question: `bank/question`, or `question` inside its own bank.");
                }
                Schema { any_of: vec![full, own], ..Schema::default() }
            }
            Names::FullQuestion => questions(words, "A question: `bank/question`."),
            Names::FormerQuestion => {
                form(NAME, "A former name: `bank/question`, or `question` inside its own bank.")
            }
            Names::Theme => {
                let themes = words.themes.iter().map(|name| (name.as_str(), None));
                listed(themes, "\\S", "A folder of `themes/`, or the built-in `default`.")
            }
            Names::Check => {
                let codes = codes::ALL.iter().map(|code| (code.name, Some(code.summary.to_owned())));
                listed(codes, SLUG, "The code of a check.")
            }
            Names::Any => form(SLUG, "Small letters, digits, and single hyphens between them."),
        }
    }
}

/// What editors show beside a word.
fn label(word: &Word) -> String {
    let help = word.help.as_ref().map(|help| format!(": {}", help.plain()));
    let side = word.direction.map(|direction| format!(" ({})", direction.word()));
    [word.label.as_str(), &side.unwrap_or_default(), &help.unwrap_or_default()].concat()
}

fn questions(words: &Words<'_>, what: &str) -> Schema {
    let library = words.library;
    if !library.incomplete.has_all_banks() || library.questions.len() > MOST {
        return Schema::pattern(FULL_NAME).described(what);
    }
    // A question without an id has a name that nothing can use.
    let known = library.questions.iter().filter(|question| question.said().id.is_some());
    let named: Vec<(String, &str)> = known.map(|question| (question.name.full(), question.text())).collect();
    listed(named.iter().map(|(name, text)| (name.as_str(), Some((*text).to_owned()))), FULL_NAME, what)
}

/// These names, each with what editors show beside it; a form when there are none or too many.
fn listed<'w>(
    names: impl ExactSizeIterator<Item = (&'w str, Option<String>)>,
    form: &str,
    what: &str,
) -> Schema {
    if names.len() == 0 || names.len() > MOST {
        return Schema::pattern(form).described(what);
    }
    let (mut words, mut shown): (Vec<String>, Vec<Option<String>>) = (Vec::new(), Vec::new());
    let mut seen = BTreeSet::new();
    for (name, text) in names {
        // A name that stands twice is reported elsewhere; here it would make the schema no schema.
        if seen.insert(name) {
            words.push(name.to_owned());
            shown.push(text);
        }
    }
    let taplo = shown.iter().any(Option::is_some).then_some(Taplo { docs: TaploDocs { enum_values: shown } });
    Schema { words, taplo, ..Schema::text() }.described(what)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::record::Shape;
    use crate::syntax::records;

    #[test]
    fn every_key_that_names_something_says_what() {
        fn is_name(shape: &Shape) -> bool {
            match shape {
                Shape::Name | Shape::QuestionName => true,
                Shape::List(item) => is_name(item),
                _ => false,
            }
        }
        for record in records::ALL {
            for field in record.fields.iter().filter(|field| is_name(&field.shape)) {
                assert!(names(record.name, field.name).is_some(), "{}.{}", record.name, field.name);
            }
        }
    }
}
