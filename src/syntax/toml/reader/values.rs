//! Values of one type each: texts, names, dates, durations, addresses.

use toml::de::{DeInteger, DeValue};

use super::{Reader, Value};
use crate::base::{Colour, Date, Seconds, Slug};
use crate::diag::codes;
use crate::syntax::document::Document;
use crate::syntax::record::Shape;
use crate::syntax::records::SourceLink;
use crate::syntax::toml::diags;
use crate::syntax::{At, Text, markdown};

impl<'i> Reader<'_, 'i> {
    /// One line of plain text.
    pub fn line(&mut self, key: &'static str) -> Option<Text> {
        let text = self.unread_line(key)?;
        markdown::check_invisible(&text, self.problems);
        Some(text)
    }

    /// Plain text of any length.
    pub fn text(&mut self, key: &'static str) -> Option<Text> {
        let text = self.unread_text(key)?;
        markdown::check_invisible(&text, self.problems);
        Some(text)
    }

    /// Lines of plain text.
    pub fn lines(&mut self, key: &'static str) -> Option<Vec<Text>> {
        let (shape, items) = self.items(key)?;
        let texts: Vec<Text> = items.into_iter().filter_map(|item| self.one_line(key, shape, item)).collect();
        texts.iter().for_each(|text| markdown::check_invisible(text, self.problems));
        Some(texts)
    }

    fn unread_line(&mut self, key: &'static str) -> Option<Text> {
        let (field, value) = self.take(key)?;
        self.one_line(key, &field.shape, value)
    }

    fn unread_text(&mut self, key: &'static str) -> Option<Text> {
        let (field, value) = self.take(key)?;
        self.string(key, &field.shape, value)
    }

    /// One line of inline Markdown.
    pub fn inline_line(&mut self, key: &'static str) -> Option<Document> {
        let text = self.unread_line(key)?;
        Some(markdown::inline(&text, self.problems))
    }

    /// Inline Markdown of any length.
    pub fn inline(&mut self, key: &'static str) -> Option<Document> {
        let text = self.unread_text(key)?;
        Some(markdown::inline(&text, self.problems))
    }

    /// A list of inline Markdown.
    pub fn inlines(&mut self, key: &'static str) -> Option<Vec<Document>> {
        let (shape, items) = self.items(key)?;
        let texts: Vec<Text> = items.into_iter().filter_map(|item| self.string(key, shape, item)).collect();
        Some(texts.iter().map(|text| markdown::inline(text, self.problems)).collect())
    }

    /// Markdown.
    pub fn blocks(&mut self, key: &'static str) -> Option<Document> {
        let text = self.unread_text(key)?;
        Some(markdown::blocks(&text, self.problems))
    }

    /// A slug.
    pub fn slug(&mut self, key: &'static str) -> Option<At<Slug>> {
        let (field, value) = self.take(key)?;
        self.read_slug(key, &field.shape, value)
    }

    /// The id of a question: a slug of 3 to 48 characters.
    pub fn question_id(&mut self, key: &'static str) -> Option<At<Slug>> {
        let id = self.slug(key)?;
        if !(3..=48).contains(&id.value.as_str().len()) {
            self.problems.push(diags::id_length(id.value.as_str(), id.span));
        }
        Some(id)
    }

    /// Slugs.
    pub fn slugs(&mut self, key: &'static str) -> Option<Vec<At<Slug>>> {
        let (shape, items) = self.items(key)?;
        Some(items.into_iter().filter_map(|item| self.read_slug(key, shape, item)).collect())
    }

    /// Names of questions, as written.
    pub fn question_names(&mut self, key: &'static str) -> Option<Vec<Text>> {
        self.lines(key)
    }

    /// `true` or `false`.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        self.placed_flag(key).map(|flag| flag.value)
    }

    /// `true` or `false`, and where it stands.
    pub fn placed_flag(&mut self, key: &'static str) -> Option<At<bool>> {
        let (field, value) = self.take(key)?;
        match value.get_ref() {
            DeValue::Boolean(flag) => Some(At { value: *flag, span: self.span(&value) }),
            _ => {
                self.mismatch(key, &field.shape, &value);
                None
            }
        }
    }

    /// A whole number in the range of its field.
    pub fn number(&mut self, key: &'static str) -> Option<u32> {
        self.placed_number(key).map(|number| number.value)
    }

    /// A whole number in the range of its field, and where it stands.
    pub fn placed_number(&mut self, key: &'static str) -> Option<At<u32>> {
        let (field, value) = self.take(key)?;
        let Shape::Number(least, most) = field.shape else { return None };
        let DeValue::Integer(integer) = value.get_ref() else {
            self.mismatch(key, &field.shape, &value);
            return None;
        };
        let number = whole(integer);
        match number.filter(|number| (least..=most).contains(number)).and_then(|n| u32::try_from(n).ok()) {
            Some(number) => Some(At { value: number, span: self.span(&value) }),
            None => {
                let span = self.span(&value);
                let written = &self.place.input.text[value.span()];
                self.problems.push(diags::bad_value(&codes::BAD_VALUE, key, written, &field.shape, span));
                None
            }
        }
    }

    /// A date.
    pub fn date(&mut self, key: &'static str) -> Option<At<Date>> {
        let (field, value) = self.take(key)?;
        let span = self.span(&value);
        let DeValue::Datetime(when) = value.get_ref() else {
            self.mismatch(key, &field.shape, &value);
            return None;
        };
        let day = when.date.and_then(|date| Date::new(date.year as i16, date.month as i8, date.day as i8));
        match day.filter(|_| when.time.is_none()) {
            Some(value) => Some(At { value, span }),
            // A date the calendar lacks was reported by the parser, which leaves it empty.
            None if when.date.is_none() && when.time.is_none() => None,
            None => {
                let written = &self.place.input.text[value.span()];
                self.problems.push(diags::bad_value(&codes::BAD_DATE, key, written, &field.shape, span));
                None
            }
        }
    }

    /// A duration.
    pub fn duration(&mut self, key: &'static str) -> Option<At<Seconds>> {
        let (field, value) = self.take(key)?;
        let span = self.span(&value);
        let seconds = match value.get_ref() {
            DeValue::Integer(n) => {
                whole(n).and_then(|n| u32::try_from(n).ok()).filter(|n| *n <= Seconds::MAX).map(Seconds)
            }
            DeValue::String(text) => Seconds::parse(text),
            _ => {
                self.mismatch(key, &field.shape, &value);
                return None;
            }
        };
        if seconds.is_none() {
            let written = self.place.input.text[value.span()].trim_matches(['"', '\'']);
            self.problems.push(diags::bad_value(&codes::BAD_DURATION, key, written, &field.shape, span));
        }
        seconds.map(|value| At { value, span })
    }

    /// A number of months, written `"12 months"` or `"1 year"`.
    pub fn months(&mut self, key: &'static str) -> Option<u16> {
        let (field, value) = self.take(key)?;
        let text = self.one_line(key, &field.shape, value)?;
        let (number, unit) = text.as_str().split_once(' ').unwrap_or_default();
        let months = number.parse::<u16>().ok().and_then(|number| match unit {
            "month" | "months" => Some(number),
            "year" | "years" => number.checked_mul(12),
            _ => None,
        });
        if months.is_none_or(|months| months == 0 || months > 1200) {
            let problem =
                diags::bad_value(&codes::BAD_DURATION, key, text.as_str(), &field.shape, text.span());
            self.problems.push(problem);
            return None;
        }
        months
    }

    /// One of the words of its field.
    pub fn one_of(&mut self, key: &'static str) -> Option<At<&'static str>> {
        let (field, value) = self.take(key)?;
        let Shape::OneOf(words) = field.shape else { return None };
        let text = self.string(key, &field.shape, value)?;
        match words.iter().find(|word| **word == text.as_str()) {
            Some(word) => Some(At { value: word, span: text.span() }),
            None => {
                let problem =
                    diags::bad_value(&codes::BAD_VALUE, key, text.as_str(), &field.shape, text.span());
                self.problems.push(problem);
                None
            }
        }
    }

    /// A text of the form its field describes.
    pub fn form(&mut self, key: &'static str) -> Option<Text> {
        let (field, value) = self.take(key)?;
        self.formed(key, &field.shape, value)
    }

    /// Texts of the form their field describes.
    pub fn forms(&mut self, key: &'static str) -> Option<Vec<Text>> {
        let (shape, items) = self.items(key)?;
        Some(items.into_iter().filter_map(|item| self.formed(key, shape, item)).collect())
    }

    /// A colour.
    pub fn colour(&mut self, key: &'static str) -> Option<At<Colour>> {
        let text = self.form(key)?;
        Some(At { value: Colour::new(text.as_str())?, span: text.span() })
    }

    fn formed(&mut self, key: &'static str, shape: &'static Shape, value: Value<'i>) -> Option<Text> {
        let text = self.one_line(key, shape, value)?;
        let fits = match shape {
            Shape::Form(fits, _) => fits(text.as_str()),
            Shape::Url => is_web_address(text.as_str()),
            Shape::Colour => Colour::new(text.as_str()).is_some(),
            _ => true,
        };
        if fits {
            return Some(text);
        }
        let code = if matches!(shape, Shape::Url) { &codes::BAD_URL } else { &codes::BAD_VALUE };
        self.problems.push(diags::bad_value(code, key, text.as_str(), shape, text.span()));
        None
    }

    /// Where something comes from: addresses, with or without titles.
    pub fn sources(&mut self, key: &'static str) -> Option<Vec<SourceLink>> {
        let (shape, items) = self.items(key)?;
        Some(items.into_iter().filter_map(|item| self.source(key, shape, item)).collect())
    }

    fn source(&mut self, key: &'static str, shape: &'static Shape, item: Value<'i>) -> Option<SourceLink> {
        if let DeValue::Table(_) = item.get_ref() {
            return self.inner(&crate::syntax::records::SOURCE, item, |reader| {
                let title = reader.line("title");
                Some(SourceLink { title, url: reader.form("url")? })
            });
        }
        let url = self.string(key, shape, item)?;
        if !is_web_address(url.as_str()) {
            self.problems.push(diags::bad_value(&codes::BAD_URL, key, url.as_str(), &Shape::Url, url.span()));
            return None;
        }
        Some(SourceLink { title: None, url })
    }
}

/// A whole number, in whichever of TOML's four notations it is written; `None` beyond 64 bits.
pub(super) fn whole(integer: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// Whether `text` is an absolute web address with a host and no space, control or quote in it.
pub fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let fair =
            |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '<' | '>' | '\\' | '`');
        !host.is_empty() && !host.starts_with('.') && !host.contains('@') && rest.chars().all(fair)
    })
}
