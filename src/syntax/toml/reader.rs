//! Takes typed values out of one table and notes whatever is wrong with each.
//!
//! One mistake never hides another: a wrong value is reported, left out, and reading goes on. What no one
//! took is reported at the end, so that nothing an author writes is ignored.

mod free;
mod values;

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use free::OptionValue;
pub use values::is_web_address;

use super::{Input, diags};
use crate::base::near::nearest;
use crate::base::{Date, Slug, Span};
use crate::diag::Diagnostic;
use crate::syntax::record::{Field, Record, Shape, Written};
use crate::syntax::{At, Text};

/// The most entries of a list or of an array of tables.
const MAX_ENTRIES: usize = 5_000;

/// Where a table stands: its file and the records around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'p, 'i> {
    pub input: Input<'i>,
    pub broken: bool,
    pub parents: &'p [&'static Record],
}

/// Reads the keys of one table.
pub struct Reader<'r, 'i> {
    record: &'static Record,
    table: DeTable<'i>,
    header: Span,
    place: Place<'r, 'i>,
    problems: &'r mut Vec<Diagnostic>,
    lacking: Vec<&'static str>,
    /// The keys it had before any was taken.
    present: Written,
    missing: Vec<&'static Field>,
    /// Keys of tables around this one that fell into it or deeper.
    fallen: Vec<&'static str>,
}

type Value<'i> = Spanned<DeValue<'i>>;

impl<'r, 'i> Reader<'r, 'i> {
    pub(super) fn new(
        record: &'static Record,
        table: DeTable<'i>,
        header: Span,
        place: &Place<'r, 'i>,
        problems: &'r mut Vec<Diagnostic>,
    ) -> Reader<'r, 'i> {
        let mut present = Written::default();
        table.keys().for_each(|key| present.add(record, key.get_ref()));
        Reader {
            record,
            table,
            header,
            place: *place,
            problems,
            lacking: Vec::new(),
            present,
            missing: Vec::new(),
            fallen: Vec::new(),
        }
    }

    /// Where the table starts: its header, or the head of the file.
    pub fn header(&self) -> Span {
        self.header
    }

    /// The keys that are there, those under a misspelt name included; ask before they are taken.
    pub fn written(&self) -> Written {
        let mut written = Written::default();
        for key in self.table.keys() {
            let key = key.get_ref().as_ref();
            let known = self.record.field(key).map(|field| field.name);
            if let Some(name) = known.or_else(|| nearest(key, self.record.names())) {
                written.add(self.record, name);
            }
        }
        written
    }

    /// Adds a problem that the caller found.
    pub fn report(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    /// The problems so far, for readers of texts.
    pub fn problems(&mut self) -> &mut Vec<Diagnostic> {
        self.problems
    }

    /// Reads required keys as if they were optional: in `[defaults]` nothing is required.
    pub fn nothing_required(&mut self) {
        self.lacking.extend(self.record.names());
    }

    fn take(&mut self, key: &'static str) -> Option<(&'static Field, Value<'i>)> {
        let field = self.record.field(key);
        debug_assert!(field.is_some(), "{} has no field {key}", self.record.name);
        let field = field?;
        match self.table.remove(key) {
            Some(value) => Some((field, value)),
            None => {
                if field.required && !self.place.broken && !self.lacking.contains(&key) {
                    self.missing.push(field);
                }
                None
            }
        }
    }

    fn span(&self, value: &Value<'_>) -> Span {
        self.place.input.span(value.span())
    }

    fn mismatch(&mut self, key: &str, shape: &Shape, value: &Value<'_>) {
        let span = self.span(value);
        let problem = match (shape, value.get_ref()) {
            (Shape::List(_), DeValue::String(_)) => {
                let literal = &self.place.input.text[value.span()];
                diags::list_of_one(key, shape, literal, span)
            }
            (Shape::Date, DeValue::String(text)) if Date::parse(text).is_some() => {
                diags::quoted_date(key, text, span)
            }
            (Shape::Flag, DeValue::String(word)) if matches!(word.as_ref(), "true" | "false") => {
                diags::quoted_word(key, shape, word, span)
            }
            (Shape::Number(least, most), DeValue::String(word))
                if word.parse().is_ok_and(|number: i64| (least..=most).contains(&&number)) =>
            {
                diags::quoted_word(key, shape, word, span)
            }
            (Shape::Tables(_), other) => {
                let literal = self.place.input.text.get(value.span()).unwrap_or_default();
                diags::no_tables(&self.path_of(key), other.type_str(), literal, span)
            }
            (_, other) => diags::wrong_type(key, shape, other.type_str(), span),
        };
        self.problems.push(problem);
    }

    /// The key with the tables around it, as a header names it: `question.sample`.
    fn path_of(&self, key: &str) -> String {
        let inner = self.place.parents.iter().skip(1).copied().chain(
            // The file itself is no table.
            (!self.place.parents.is_empty()).then_some(self.record),
        );
        inner.flat_map(|record| [record.name, "."]).chain([key]).collect()
    }

    fn string(&mut self, key: &str, shape: &Shape, value: Value<'i>) -> Option<Text> {
        let span = self.span(&value);
        let range = value.span();
        let DeValue::String(text) = value.get_ref() else {
            self.mismatch(key, shape, &value);
            return None;
        };
        if text.trim().is_empty() {
            self.problems.push(diags::empty(key, span));
            return None;
        }
        let literal = self.place.input.text.get(range).unwrap_or_default();
        Some(Text::toml(text, literal, span))
    }

    fn one_line(&mut self, key: &str, shape: &Shape, value: Value<'i>) -> Option<Text> {
        let text = self.string(key, shape, value)?;
        if text.as_str().trim_end().contains('\n') {
            self.problems.push(diags::several_lines(key, text.span()));
            return None;
        }
        Some(text)
    }

    fn read_slug(&mut self, key: &str, shape: &Shape, value: Value<'i>) -> Option<At<Slug>> {
        let text = self.string(key, shape, value)?;
        match Slug::new(text.as_str()) {
            Ok(slug) => Some(At { value: slug, span: text.span() }),
            Err(why) => {
                self.problems.push(diags::bad_id(key, text.as_str(), why, text.span()));
                None
            }
        }
    }

    fn items(&mut self, key: &'static str) -> Option<(&'static Shape, Vec<Value<'i>>)> {
        let (field, value) = self.take(key)?;
        let Shape::List(item) = &field.shape else {
            debug_assert!(false, "{key} is not a list");
            return None;
        };
        let span = self.span(&value);
        if !value.get_ref().is_array() {
            self.mismatch(key, &field.shape, &value);
            return None;
        }
        let DeValue::Array(array) = value.into_inner() else { return None };
        let mut items: Vec<Value<'i>> = array.into_iter().collect();
        if items.len() > MAX_ENTRIES {
            self.problems.push(diags::too_many(key, items.len(), MAX_ENTRIES, span));
            items.truncate(MAX_ENTRIES);
        }
        Some((item, items))
    }

    /// A table of the record its field names.
    pub fn table<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Reader<'_, 'i>) -> T) -> Option<T> {
        let (field, value) = self.take(key)?;
        let Shape::Table(record) = field.shape else { return None };
        if !value.get_ref().is_table() {
            self.mismatch(key, &field.shape, &value);
            return None;
        }
        Some(self.inner(record, value, read))
    }

    /// Tables of the record its field names, in the author's order.
    pub fn tables<T>(&mut self, key: &'static str, mut read: impl FnMut(&mut Reader<'_, 'i>) -> T) -> Vec<T> {
        let Some((field, value)) = self.take(key) else { return Vec::new() };
        let Shape::Tables(record) = field.shape else { return Vec::new() };
        let span = self.span(&value);
        if !value.get_ref().is_array() {
            self.mismatch(key, &field.shape, &value);
            return Vec::new();
        }
        let DeValue::Array(items) = value.into_inner() else { return Vec::new() };
        if items.len() > MAX_ENTRIES {
            self.problems.push(diags::too_many(key, items.len(), MAX_ENTRIES, span));
        }
        let mut read_all = Vec::with_capacity(items.len().min(MAX_ENTRIES));
        for item in items.into_iter().take(MAX_ENTRIES) {
            if item.get_ref().is_table() {
                read_all.push(self.inner(record, item, &mut read));
            } else {
                self.mismatch(key, &field.shape, &item);
            }
        }
        read_all
    }

    fn inner<T>(
        &mut self,
        record: &'static Record,
        value: Value<'i>,
        read: impl FnOnce(&mut Reader<'_, 'i>) -> T,
    ) -> T {
        let header = self.span(&value);
        let table = match value.into_inner() {
            DeValue::Table(table) => table,
            _ => DeTable::new(),
        };
        let parents: Vec<&'static Record> = self.place.parents.iter().copied().chain([self.record]).collect();
        let place = Place { parents: &parents, ..self.place };
        let mut reader = Reader::new(record, table, header, &place, self.problems);
        let value = read(&mut reader);
        let fallen = reader.finish();
        self.fallen.extend(fallen);
        value
    }

    /// Reports every key that no one took, and every required key that is not there under a misspelt name.
    ///
    /// Gives the keys of tables around this one that it found.
    pub(super) fn finish(mut self) -> Vec<&'static str> {
        let table = std::mem::take(&mut self.table);
        let mut left: Vec<Spanned<Cow<'i, str>>> = table.into_iter().map(|(key, _)| key).collect();
        left.sort_by_key(|key| key.span().start);
        for key in left {
            let (name, span) = (key.get_ref().as_ref(), self.place.input.span(key.span()));
            let problem = if self.record.field(name).is_some() && self.lacking.contains(&name) {
                diags::not_a_default(name, span)
            } else if let Some((table, field)) = self.fallen_from(name) {
                self.fallen.push(field);
                let offset = self.header.start as usize - self.place.input.base;
                // A front matter starts behind a line of `+++`; a file may start with a byte order mark.
                let above = usize::from(self.place.input.base > '\u{feff}'.len_utf8());
                let line = self.place.input.text[..offset].matches('\n').count() + 1 + above;
                diags::misplaced_key(name, span, table, self.header, line)
            } else if self.record.name == "adapt" && ["kind", "direction", "choice", "id"].contains(&name) {
                diags::unchangeable_key(self.record, name, span)
            } else {
                let meant = nearest(name, self.record.names());
                self.missing.retain(|field| Some(field.name) != meant);
                let problem = diags::unknown_key(self.record, name, meant, self.present, span);
                meant.into_iter().for_each(|meant| self.present.add(self.record, meant));
                problem
            };
            self.problems.push(problem);
        }
        for field in self.missing.iter().filter(|field| !self.fallen.contains(&field.name)) {
            self.problems.push(diags::missing_key(self.record, field.name, &field.shape, self.header));
        }
        self.fallen
    }

    /// The header of this table and the key's own name, when `key` belongs to a table around it.
    fn fallen_from(&self, key: &str) -> Option<(&'i str, &'static str)> {
        let offset = (self.header.start as usize).checked_sub(self.place.input.base)?;
        let end = (self.header.end as usize).checked_sub(self.place.input.base)?;
        let header = self.place.input.text.get(offset..end)?;
        let field = self.place.parents.iter().find_map(|record| record.field(key))?;
        header.starts_with('[').then_some((header, field.name))
    }
}
