//! Tables whose keys something else declares: levels of checks, options of themes, locked names.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::DeValue;

use super::values::whole;
use super::{Reader, Value};
use crate::diag::Level;
use crate::diag::codes;
use crate::syntax::record::Shape;
use crate::syntax::toml::diags;
use crate::syntax::{At, Text};

impl<'i> Reader<'_, 'i> {
    /// Codes and their levels, with the span of each code.
    pub fn levels(&mut self, key: &'static str) -> Vec<(Text, Level)> {
        let mut levels = Vec::new();
        for (name, value) in self.free_table(key) {
            let shape = Shape::OneOf(&Level::WORDS);
            let Some(word) = self.string(name.as_str(), &shape, value) else { continue };
            match Level::parse(word.as_str()) {
                Some(level) => levels.push((name, level)),
                None => {
                    let (key, span) = (name.as_str(), word.span());
                    self.problems.push(diags::bad_value(&codes::BAD_VALUE, key, word.as_str(), &shape, span));
                }
            }
        }
        levels
    }

    /// Options that a theme declares: every key with its value.
    pub fn options(&mut self, key: &'static str) -> Vec<(Text, At<OptionValue>)> {
        let mut options = Vec::new();
        for (name, value) in self.free_table(key) {
            let span = self.span(&value);
            let option = match value.get_ref() {
                DeValue::String(text) => OptionValue::Text(text.as_ref().into()),
                DeValue::Boolean(flag) => OptionValue::Flag(*flag),
                DeValue::Integer(n) => whole(n).map_or(OptionValue::Other("integer"), OptionValue::Number),
                other => OptionValue::Other(other.type_str()),
            };
            options.push((name, At { value: option, span }));
        }
        options
    }

    /// A free value.
    pub fn option(&mut self, key: &'static str) -> Option<At<OptionValue>> {
        let (_, value) = self.take(key)?;
        let span = self.span(&value);
        let option = match value.get_ref() {
            DeValue::String(text) => OptionValue::Text(text.as_ref().into()),
            DeValue::Boolean(flag) => OptionValue::Flag(*flag),
            DeValue::Integer(n) => whole(n).map_or(OptionValue::Other("integer"), OptionValue::Number),
            other => OptionValue::Other(other.type_str()),
        };
        Some(At { value: option, span })
    }

    /// Names with a text, or with a list of texts.
    pub fn words_by_name(&mut self, key: &'static str) -> Vec<(Text, Vec<Box<str>>)> {
        let mut entries = Vec::new();
        for (name, value) in self.free_table(key) {
            let words = match value.get_ref() {
                DeValue::String(text) => vec![text.as_ref().into()],
                DeValue::Array(items) => {
                    items.iter().filter_map(|item| item.get_ref().as_str()).map(Into::into).collect()
                }
                _ => Vec::new(),
            };
            if words.is_empty() {
                self.mismatch(name.as_str(), &Shape::List(&Shape::Line), &value);
                continue;
            }
            entries.push((name, words));
        }
        entries
    }

    fn free_table(&mut self, key: &'static str) -> Vec<(Text, Value<'i>)> {
        let Some((field, value)) = self.take(key) else { return Vec::new() };
        if !value.get_ref().is_table() {
            self.mismatch(key, &field.shape, &value);
            return Vec::new();
        }
        let DeValue::Table(table) = value.into_inner() else { return Vec::new() };
        let mut entries: Vec<(Text, Value<'i>)> =
            table.into_iter().map(|(name, value)| (self.key_text(&name), value)).collect();
        entries.sort_by_key(|(name, _)| name.span());
        entries
    }

    fn key_text(&self, key: &Spanned<Cow<'i, str>>) -> Text {
        let literal = self.place.input.text.get(key.span()).unwrap_or_default();
        if literal.starts_with(['"', '\'']) {
            return Text::toml(key.get_ref(), literal, self.place.input.span(key.span()));
        }
        Text::verbatim(self.place.input.file, self.place.input.base + key.span().start, key.get_ref())
    }
}

/// The value of an option whose type something else declares.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum OptionValue {
    /// A text.
    Text(Box<str>),
    /// A flag.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// Anything else, by TOML's name for it.
    Other(&'static str),
}
