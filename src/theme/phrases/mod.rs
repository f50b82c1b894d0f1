//! Phrases: every word of a theme, in the site's language.
//!
//! In: the `.ftl` files of the chain ([Fluent](https://projectfluent.org)) and a language tag. Out: [`Phrases`],
//! which says a phrase by its key. Looks in the language, then in what it falls back to (`es-MX`, `es`), then
//! in English; of one language the nearest theme's phrase holds. Knows nothing of what the phrases are for.

mod check;
mod file;
mod function;
mod uses;
mod wordings;

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::base::language::is_right_to_left;

pub(super) use check::{Languages, Template};
pub use file::is_language_file;
pub(super) use function::register;
pub(super) use wordings::wordings;
pub use wordings::{Wording, Wordings};

/// The language that every phrase is written in at least.
const ENGLISH: &str = "en";

/// What stands in a gap of a phrase.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gap<'g> {
    /// A text.
    Text(&'g str),
    /// A number, written and counted as the language does.
    Number(usize),
}

/// All phrases of a theme for one language.
#[derive(Default)]
pub struct Phrases {
    /// The language and what it falls back to; English last.
    tongues: Vec<FluentBundle<Arc<FluentResource>>>,
    /// The phrases without gaps, as they are.
    plain: HashMap<String, String>,
}

impl fmt::Debug for Phrases {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Phrases").field("plain", &self.plain.len()).finish_non_exhaustive()
    }
}

impl Phrases {
    /// The phrase of this key; the key itself when there is none, which the built-in English rules out for
    /// every key that this program uses.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The phrase with its gaps filled.
    pub fn say_with(&self, key: &str, gaps: &[(&str, Gap<'_>)]) -> String {
        self.find(key, gaps).unwrap_or_else(|| key.to_owned())
    }

    /// The phrase, if there is one of this key.
    pub fn find(&self, key: &str, gaps: &[(&str, Gap<'_>)]) -> Option<String> {
        if let Some(text) = self.plain.get(key) {
            return Some(text.clone());
        }
        let mut args = FluentArgs::with_capacity(gaps.len());
        for (name, gap) in gaps {
            args.set(
                *name,
                match gap {
                    Gap::Text(text) => FluentValue::from(*text),
                    Gap::Number(number) => FluentValue::from(*number),
                },
            );
        }
        self.format(key, &args)
    }

    /// A day, `YYYY-MM-DD`, as the language writes it; a text that is no such day stays as it is.
    pub fn day(&self, iso: &str) -> String {
        let mut parts = iso.splitn(3, '-');
        let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
            return iso.to_owned();
        };
        let (Ok(month), Ok(day)) = (month.parse::<usize>(), day.parse::<usize>()) else {
            return iso.to_owned();
        };
        let name = self.say(&format!("month-{month}"));
        // A year is not counted, so it has no separators.
        let gaps = [("day", Gap::Number(day)), ("month", Gap::Text(&name)), ("year", Gap::Text(year))];
        self.say_with("day", &gaps)
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let (tongue, message) =
            self.tongues.iter().find_map(|tongue| Some((tongue, tongue.get_message(key)?)))?;
        // A gap that is not filled shows its name; which are is checked when phrases load.
        Some(tongue.format_pattern(message.value()?, Some(args), &mut Vec::new()).into_owned())
    }
}

/// One language's phrases, the farthest theme's first; a later one replaces its like.
fn tongue(tag: &str, resources: Vec<Arc<FluentResource>>) -> FluentBundle<Arc<FluentResource>> {
    let language = tag.split('-').next().unwrap_or(ENGLISH);
    let id: LanguageIdentifier = tag.parse().or_else(|_| language.parse()).unwrap_or_default();
    let mut tongue = FluentBundle::new_concurrent(vec![id]);
    // Latin names in an Arabic sentence must not turn it around; in other scripts the marks are only bytes.
    tongue.set_use_isolating(is_right_to_left(tag));
    tongue.set_formatter(Some(match language {
        "en" | "zh" | "ja" | "ko" | "he" | "th" => by_commas,
        "de" | "nl" | "it" | "da" | "el" | "id" | "tr" => by_dots,
        "es" | "pt" | "pl" => by_spaces_from_five,
        _ => by_spaces,
    }));
    // A fresh bundle has no function yet, so none can stand twice.
    let _ = tongue.add_builtins();
    for resource in resources {
        tongue.add_resource_overriding(resource);
    }
    tongue
}

fn by_commas<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, ",", 4)
}

fn by_dots<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, ".", 4)
}

/// Thousands stand apart from five digits on (CLDR, `minimumGroupingDigits`).
fn by_spaces_from_five<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, "\u{202f}", 5)
}

/// What the International System of Units asks for: right in most languages, misread in none.
fn by_spaces<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, "\u{202f}", 4)
}

/// A whole number with `between` its thousands when it has at least so many digits.
fn grouped(value: &FluentValue<'_>, between: &str, least: usize) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string();
    if digits.len() < least || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let first = match digits.len() % 3 {
        0 => 3,
        rest => rest,
    };
    let mut out = digits[..first].to_owned();
    for three in (first..digits.len()).step_by(3) {
        out.push_str(between);
        out.push_str(&digits[three..three + 3]);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases(tag: &str, text: &str) -> Phrases {
        let resource = FluentResource::try_new(text.to_owned()).expect("a language file");
        Phrases { tongues: vec![tongue(tag, vec![Arc::new(resource)])], plain: HashMap::new() }
    }

    #[test]
    fn numbers_are_written_and_counted_as_the_language_does() {
        let text = "n = { $n }\nof = of { $n }\nmany = { $n ->\n    [one] one\n    [few] few\n   *[other] other\n }\n";
        let said = |tag: &str, key: &str, number: usize| {
            phrases(tag, text).say_with(key, &[("n", Gap::Number(number))])
        };
        assert_eq!(said("en", "n", 999), "999");
        assert_eq!(said("en", "n", 1_234_567), "1,234,567");
        assert_eq!(said("de", "n", 12_345), "12.345");
        assert_eq!(said("es-MX", "n", 1_234), "1234");
        assert_eq!(said("fr", "n", 1_234), "1\u{202f}234");
        assert_eq!(said("fr", "many", 0), "one");
        assert_eq!(said("en", "many", 0), "other");
        assert_eq!(said("pl", "many", 3), "few");
        assert_eq!(said("ar-XB", "of", 3), "of \u{2068}3\u{2069}");
        assert_eq!(said("en", "of", 3), "of 3");
    }

    #[test]
    fn a_day_that_is_none_stays_as_it_is() {
        let text = "day = { $month } { $day }, { $year }\nmonth-5 = May\n";
        assert_eq!(phrases("en", text).day("2026-05-01"), "May 1, 2026");
        assert_eq!(phrases("en", text).day("soon"), "soon");
    }
}
