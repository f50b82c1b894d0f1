//! A JSON Schema as a value: the keywords that are needed here, written in one order.
//!
//! Draft 2020-12 (<https://json-schema.org/draft/2020-12>). The order is that of the fields, so that two
//! writings are equal byte for byte.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

/// Named schemas, in the order of the manual.
#[derive(Clone, Default, Debug)]
pub struct Named(pub Vec<(String, Schema)>);

impl Named {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The schema of this name.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Schema> {
        self.0.iter_mut().find(|(own, _)| own == name).map(|(_, schema)| schema)
    }
}

impl Serialize for Named {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, schema) in &self.0 {
            map.serialize_entry(name, schema)?;
        }
        map.end()
    }
}

/// The types of JSON that a value may have.
#[derive(Clone, serde::Serialize, Debug)]
#[serde(untagged)]
pub enum Types {
    /// One.
    One(&'static str),
    /// Any of these.
    Any(&'static [&'static str]),
}

/// What the editors that build on Taplo show beside a schema.
///
/// Source: <https://taplo.tamasfe.dev/configuration/developing-schemas.html>.
#[derive(Clone, serde::Serialize, Debug)]
pub struct Taplo {
    /// Texts to show.
    pub(super) docs: TaploDocs,
}

/// Texts to show.
#[derive(Clone, serde::Serialize, Debug)]
#[serde(rename_all = "camelCase")]
pub struct TaploDocs {
    /// One for each word of `enum`.
    pub(super) enum_values: Vec<Option<String>>,
}

/// A schema; an empty one accepts everything.
#[derive(Clone, Default, serde::Serialize, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Schema {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub(super) dialect: Option<&'static str>,
    #[serde(rename = "$comment", skip_serializing_if = "Option::is_none")]
    pub(super) comment: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    #[serde(rename = "$ref", skip_serializing_if = "Option::is_none")]
    pub(super) reference: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(super) types: Option<Types>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) default: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) r#const: Option<Value>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub(super) words: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pattern: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) min_length: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) max_length: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) maximum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) min_items: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) max_items: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) min_properties: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) items: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) contains: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) required: Vec<&'static str>,
    #[serde(skip_serializing_if = "Named::is_empty")]
    pub(super) properties: Named,
    #[serde(skip_serializing_if = "Named::is_empty")]
    pub(super) pattern_properties: Named,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) additional_properties: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) not: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) any_of: Vec<Schema>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) all_of: Vec<Schema>,
    #[serde(rename = "if", skip_serializing_if = "Option::is_none")]
    pub(super) when: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) then: Option<Box<Schema>>,
    #[serde(rename = "x-taplo", skip_serializing_if = "Option::is_none")]
    pub(super) taplo: Option<Taplo>,
    #[serde(rename = "$defs", skip_serializing_if = "Named::is_empty")]
    pub(super) definitions: Named,
}

impl Schema {
    /// A text.
    pub fn text() -> Schema {
        Schema { types: Some(Types::One("string")), ..Schema::default() }
    }

    /// A text that fits a regular expression.
    pub fn pattern(pattern: impl Into<String>) -> Schema {
        Schema { pattern: Some(pattern.into()), ..Schema::text() }
    }

    /// One of these words.
    pub fn one_of<'w>(words: impl IntoIterator<Item = &'w str>) -> Schema {
        Schema { words: words.into_iter().map(str::to_owned).collect(), ..Schema::text() }
    }

    /// A list.
    pub fn list(item: Schema) -> Schema {
        Schema { types: Some(Types::One("array")), items: Some(Box::new(item)), ..Schema::default() }
    }

    /// A table with these keys and no other.
    pub fn table(properties: Vec<(String, Schema)>) -> Schema {
        Schema::table_and(properties, &[], Schema::default())
    }

    /// A table with these keys, with `others` that editors do not offer, and no other.
    ///
    /// `additionalProperties` alone makes editors underline the whole table: the pattern refuses an unknown key where
    /// it stands. Editors that offer what a pattern allows cannot read this one, and so offer nothing needless.
    pub fn table_and(properties: Vec<(String, Schema)>, others: &[&str], other: Schema) -> Schema {
        let own = properties.iter().map(|(name, _)| name.as_str());
        let known: Vec<String> = own.chain(others.iter().copied()).map(literal).collect();
        let unknown = format!("^(?!({})$)", known.join("|"));
        let others = (!others.is_empty()).then(|| (format!("^({})$", others.join("|")), other));
        let refused = (unknown, Schema::refuse("there is no such key here"));
        Schema {
            types: Some(Types::One("object")),
            properties: Named(properties),
            pattern_properties: Named(others.into_iter().chain([refused]).collect()),
            additional_properties: Some(false),
            ..Schema::default()
        }
    }

    /// Nothing fits; the reason stands where editors print it.
    pub fn refuse(reason: &str) -> Schema {
        Schema { description: Some(reason.to_owned()), ..Schema::default() }.negated()
    }

    /// What this one does not accept.
    pub fn negated(self) -> Schema {
        Schema { not: Some(Box::new(self)), ..Schema::default() }
    }

    /// A schema of `$defs`.
    pub fn reference(name: &str) -> Schema {
        Schema { reference: Some(format!("#/$defs/{name}")), ..Schema::default() }
    }

    /// Says something only of these keys of a table.
    pub fn keys(properties: impl IntoIterator<Item = (&'static str, Schema)>) -> Schema {
        let named = properties.into_iter().map(|(name, schema)| (name.to_owned(), schema));
        Schema { properties: Named(named.collect()), ..Schema::default() }
    }

    /// This one, where `when` holds.
    pub fn only_if(self, when: Schema) -> Schema {
        Schema { when: Some(Box::new(when)), then: Some(Box::new(self)), ..Schema::default() }
    }

    /// A table in which `key` is there and fits.
    pub fn has(key: &'static str, schema: Schema) -> Schema {
        Schema { required: vec![key], ..Schema::keys([(key, schema)]) }
    }

    /// Every entry of a list fits.
    pub fn each(self) -> Schema {
        Schema { items: Some(Box::new(self)), ..Schema::default() }
    }

    /// The schema with a description.
    pub fn described(self, description: impl Into<String>) -> Schema {
        Schema { description: Some(description.into()), ..self }
    }
}

/// A text as a regular expression that fits nothing else.
fn literal(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    for c in text.chars() {
        if r"\^$.|?*+()[]{}".contains(c) {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern
}
