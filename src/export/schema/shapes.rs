//! Tables of keys to schemas: what each shape accepts, and what editors say about a key.
//!
//! A shape accepts what the reader of TOML accepts; where a schema cannot say that, it accepts more, never less:
//! an editor must not underline what `greenroom check` is content with. A date is a text here, because the
//! editors hand it over as one.

use std::collections::BTreeSet;

use super::json::{Named, Schema, Types};
use super::words::{Names, SLUG, Words, names};
use crate::base::{Seconds, Slug};
use crate::diag::{Code, Level, codes};
use crate::syntax::record::{Field, Record, Shape};
use crate::syntax::records::SOURCE;
use crate::syntax::records::theme::ThemeOption;
use crate::syntax::toml::OptionValue;

/// The most entries of a list or of an array of tables.
const MAX_ENTRIES: u64 = 5_000;

/// One line with something on it.
const LINE: &str = r"^[^\n]*\S\s*$";
/// A day; the parser holds that it exists.
const DATE: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
const COLOUR: &str = "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$";
const MONTHS: &str = "^0*[1-9][0-9]{0,3} (months?|years?)$";
/// The units of [`Seconds::parse`], in any case.
const DURATION: &str = "^\\s*([0-9]+[ \u{a0}]*([sS]([eE][cC]([oO][nN][dD])?[sS]?)?|\
    [mM]([iI][nN]([uU][tT][eE])?[sS]?)?|[hH]([rR]|[oO][uU][rR][sS]?)?)[ \u{a0},]*)+\\s*$";
/// A host, then a path; nothing in it that could end an attribute.
const URL: &str = "^https?://[^\\s\\x00-\\x1f\\x7f-\\x9f\"<>\\\\`/?#@.][^\\s\\x00-\\x1f\\x7f-\\x9f\"<>\\\\`/?#@]*\
    ([/?#][^\\s\\x00-\\x1f\\x7f-\\x9f\"<>\\\\`]*)?$";

/// A colour, or one that follows from the accent.
const PAINT: &str = "^(accent|on-accent|([0-9]{1,2}% accent on )?#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}))$";

/// The forms of [`Shape::Form`], by key.
const FORMS: [(&str, &str); 7] = [
    ("language", "^[a-z]{2,3}(-[a-zA-Z0-9]{1,8})*$"),
    ("country", "^[A-Z]{2}$"),
    ("email", r"^[a-zA-Z0-9._+-]+@[a-zA-Z0-9_+-]+(\.[a-zA-Z0-9_+-]+)+$"),
    ("text", PAINT),
    ("on", PAINT),
    ("soc", r"^[0-9]{2}-[0-9]{4}(\.[0-9]{2})?$"),
    ("naics", "^(31-33|44-45|48-49|[0-9]{2,6})$"),
];

/// Writes the schema of one file, and notes which names it refers to.
#[derive(Debug)]
pub(super) struct Writer<'w> {
    words: Words<'w>,
    referred: BTreeSet<Names>,
}

impl<'w> Writer<'w> {
    pub(super) fn new(words: Words<'w>) -> Writer<'w> {
        Writer { words, referred: BTreeSet::new() }
    }

    /// `$defs`: the names that were referred to.
    pub(super) fn definitions(&self) -> Named {
        let definition = |names: &Names| (names.definition().to_owned(), names.schema(&self.words));
        Named(self.referred.iter().map(definition).collect())
    }

    /// A table with the keys of a record.
    pub(super) fn record(&mut self, record: &'static Record) -> Schema {
        let required = record.fields.iter().filter(|field| field.required).map(|field| field.name);
        Schema { required: required.collect(), ..self.table(record, &[]) }.described(record.doc)
    }

    /// A table with the keys of a record but `without`; none is required.
    fn table(&mut self, record: &'static Record, without: &[&str]) -> Schema {
        let fields = record.fields.iter().filter(|field| !without.contains(&field.name));
        Schema::table(fields.map(|field| (field.name.to_owned(), self.field(record, field))).collect())
    }

    fn field(&mut self, record: &'static Record, field: &'static Field) -> Schema {
        let schema = match (record.name, field.name) {
            // What all questions share; each has an id and a text of its own.
            ("bank", "defaults") => match field.shape {
                Shape::Table(question) => self.table(question, &["id", "text"]),
                _ => Schema::default(),
            },
            ("question", "id") => {
                Schema { min_length: Some(3), max_length: Some(48), ..Schema::pattern(SLUG) }
            }
            ("site", "theme_options") => self.options(),
            (_, key) => self.shape(record.name, key, &field.shape),
        };
        schema.described(documentation(field))
    }

    fn shape(&mut self, record: &str, key: &str, shape: &'static Shape) -> Schema {
        match (names(record, key), shape) {
            (Some(names), Shape::List(_)) => entries(self.refer(names)),
            // Editors show nothing that stands beside a reference: only long lists are worth one.
            (Some(names @ (Names::Question | Names::FullQuestion | Names::Check)), _) => self.refer(names),
            (Some(names), _) => names.schema(&self.words),
            (None, shape) => self.plain(key, shape),
        }
    }

    /// What a key takes that names nothing.
    fn plain(&mut self, key: &str, shape: &'static Shape) -> Schema {
        match shape {
            Shape::Id => Schema { max_length: Some(Slug::MAX as u64), ..Schema::pattern(SLUG) },
            Shape::Name | Shape::QuestionName => Names::Any.schema(&self.words),
            Shape::Line | Shape::InlineLine => filled(LINE),
            Shape::Text | Shape::Inline | Shape::Markdown => filled(r"\S"),
            Shape::Flag => Schema { types: Some(Types::One("boolean")), ..Schema::default() },
            Shape::Number(least, most) => number(*least, *most),
            Shape::Date => Schema { format: Some("date"), ..Schema::pattern(DATE) },
            Shape::Duration => Schema {
                types: Some(Types::Any(&["string", "integer"])),
                pattern: Some(DURATION.to_owned()),
                ..number(0, i64::from(Seconds::MAX))
            },
            Shape::Url => Schema::pattern(URL),
            Shape::Months => Schema::pattern(MONTHS),
            Shape::Colour => Schema::pattern(COLOUR),
            Shape::Form(..) => match FORMS.iter().find(|(name, _)| *name == key) {
                Some((_, form)) => Schema::pattern(*form),
                None => filled(LINE),
            },
            Shape::OneOf(words) => Schema::one_of(words.iter().copied()),
            Shape::List(item) => entries(self.plain(key, item)),
            Shape::Source => Schema {
                types: Some(Types::Any(&["string", "object"])),
                pattern: Some(URL.to_owned()),
                ..self.record(&SOURCE)
            },
            Shape::Table(inner) => self.record(inner),
            Shape::Tables(inner) => entries(self.record(inner)),
            Shape::Levels => levels(),
            Shape::Options => {
                Schema { types: Some(Types::Any(&["string", "boolean", "integer"])), ..Schema::default() }
            }
        }
    }

    fn refer(&mut self, names: Names) -> Schema {
        self.referred.insert(names);
        Schema::reference(names.definition())
    }

    /// What the site's theme takes.
    fn options(&self) -> Schema {
        let option = |option: &ThemeOption| (option.name.as_str().to_owned(), theme_option(option));
        Schema::table(self.words.options.iter().map(option).collect())
    }
}

/// What a key means, then what it takes.
fn documentation(field: &Field) -> String {
    let takes = match &field.shape {
        // Their keys speak for themselves.
        Shape::Table(_) | Shape::Tables(_) | Shape::Levels | Shape::Options => return field.doc.to_owned(),
        Shape::Form(_, example) => format!("a text such as {example}"),
        shape => shape.words(),
    };
    format!("{}\n\nTakes {takes}.", field.doc)
}

fn filled(pattern: &str) -> Schema {
    Schema { min_length: Some(1), ..Schema::pattern(pattern) }
}

fn number(least: i64, most: i64) -> Schema {
    let (minimum, maximum) = (Some(least), Some(most));
    Schema { types: Some(Types::One("integer")), minimum, maximum, ..Schema::default() }
}

fn entries(item: Schema) -> Schema {
    Schema { max_items: Some(MAX_ENTRIES), ..Schema::list(item) }
}

/// `[checks]`: what may be lowered is offered; a level for another check changes nothing and is no error.
fn levels() -> Schema {
    let level = || Schema::one_of(Level::WORDS);
    let (free, fixed): (Vec<&Code>, Vec<&Code>) = codes::ALL.iter().partition(|code| code.adjustable);
    let free = free.iter().map(|code| (code.name.to_owned(), level().described(code.summary)));
    let fixed: Vec<&str> = fixed.iter().map(|code| code.name).collect();
    Schema::table_and(free.collect(), &fixed, level().described("This check cannot be lowered."))
}

/// What an option of this type can be set to.
pub(super) fn theme_value(kind: &str) -> Schema {
    match kind {
        "flag" => Schema { types: Some(Types::One("boolean")), ..Schema::default() },
        "number" => Schema { types: Some(Types::One("integer")), ..Schema::default() },
        "colour" => Schema::pattern(COLOUR),
        _ => Schema::text(),
    }
}

fn theme_option(option: &ThemeOption) -> Schema {
    let schema = match option.kind {
        "choice" => Schema::one_of(option.choices.iter().map(|choice| choice.as_str())),
        kind => theme_value(kind),
    };
    let default = match &option.default.value {
        OptionValue::Text(text) => Some(text.to_string().into()),
        OptionValue::Flag(flag) => Some((*flag).into()),
        OptionValue::Number(number) => Some((*number).into()),
        OptionValue::Other(_) => None,
    };
    let help = option.help.as_ref().map(|help| help.as_str().to_owned());
    Schema { default, description: help, ..schema }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::records;

    #[test]
    fn every_form_has_a_pattern() {
        let forms = records::ALL.iter().flat_map(|record| record.fields);
        for field in forms.filter(|field| matches!(field.shape, Shape::Form(..))) {
            assert!(FORMS.iter().any(|(name, _)| *name == field.name), "{}", field.name);
        }
    }
}
