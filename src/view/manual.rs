//! The manual of the template contract: `themes/CONTEXT.md`, written from the types.
//!
//! In: the schemas of the views, the records of `theme.toml`, the templates of the built-in theme. Out: Markdown.
//! The text before the tables is `manual.md`.

use std::borrow::Cow;
use std::fmt::Write;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::contract::{self, variables};
use super::items::{ItemView, LinkView};
use super::page::PageView;
use super::site::SiteView;
use super::{guide, home, list, place, question, search, standing, task};
use crate::syntax::record::{Record, Shape};
use crate::syntax::records::contrast::THEME_CONTRAST;
use crate::syntax::records::theme::{THEME, THEME_OPTION};
use crate::theme::{Html, Setting, built_in_files};

fn manual() -> String {
    let mut out = include_str!("manual.md").to_owned();
    keys(&mut out, "Keys of `theme.toml`", &THEME);
    keys(&mut out, "Keys of `[[option]]`", &THEME_OPTION);
    keys(&mut out, "Keys of `[[contrast]]`", &THEME_CONTRAST);
    let types = Types::new();
    templates(&mut out, &types);
    parts(&mut out);
    phrases(&mut out);
    out.push_str("\n## Types\n");
    for (name, schema) in &types.definitions {
        type_table(&mut out, name, schema);
    }
    out
}

fn keys(out: &mut String, title: &str, record: &Record) {
    let _ = write!(out, "\n### {title}\n\n| key | takes | |\n|---|---|---|\n");
    for field in record.fields {
        let takes = match field.shape {
            Shape::Options => "a value of that type".to_owned(),
            _ => field.shape.words(),
        };
        let need = if field.required { " Required." } else { "" };
        let _ = writeln!(out, "| `{}` | {takes} | {}{need} |", field.name, field.doc);
    }
}

/// The schemas of all views.
struct Types {
    /// What each variable is, by template and name.
    of: fn(&str, &str) -> &'static str,
    definitions: Map<String, Value>,
}

impl Types {
    fn new() -> Types {
        let mut generator: SchemaGenerator = SchemaSettings::draft2020_12().for_serialize().into_generator();
        generator.subschema_for::<SiteView>();
        generator.subschema_for::<PageView>();
        generator.subschema_for::<home::HomeView>();
        generator.subschema_for::<home::RedirectView>();
        generator.subschema_for::<guide::GuidesView>();
        generator.subschema_for::<guide::GuideView>();
        generator.subschema_for::<list::ListView>();
        generator.subschema_for::<place::PlacesView>();
        generator.subschema_for::<place::PlaceView>();
        generator.subschema_for::<question::QuestionView>();
        generator.subschema_for::<search::SearchView>();
        generator.subschema_for::<standing::PracticeView>();
        generator.subschema_for::<standing::PrepView>();
        generator.subschema_for::<standing::BuilderView>();
        generator.subschema_for::<standing::OutreachView>();
        generator.subschema_for::<standing::StatementView>();
        generator.subschema_for::<task::TasksView>();
        generator.subschema_for::<task::MessageView>();
        generator.subschema_for::<task::ChecklistView>();
        generator.subschema_for::<task::KitView>();
        generator.subschema_for::<ItemView>();
        generator.subschema_for::<LinkView>();
        Types { of: type_of, definitions: generator.take_definitions(true) }
    }
}

/// The type of a template's variable; `site::recipes` and `Sheet::embed` give values of these.
fn type_of(template: &str, variable: &str) -> &'static str {
    match (variable, template) {
        ("site", _) => "SiteView",
        ("page", _) => "PageView",
        ("home", _) => "HomeView",
        ("redirect", _) => "RedirectView",
        ("guides", _) => "GuidesView",
        ("guide", _) => "GuideView",
        ("list", _) => "ListView",
        ("places", _) => "PlacesView",
        ("place", _) => "PlaceView",
        ("question", _) => "QuestionView",
        ("search", _) => "SearchView",
        ("practice", _) => "PracticeView",
        ("prep", _) => "PrepView",
        ("builder", _) => "BuilderView",
        ("outreach", _) => "OutreachView",
        ("statement", _) => "StatementView",
        ("tasks", _) => "TasksView",
        ("message", _) | ("item", "embeds/message.html") => "MessageView",
        ("checklist", _) | ("item", "embeds/checklist.html") => "ChecklistView",
        ("kit", _) | ("item", "embeds/kit.html") => "KitView",
        ("item", "embeds/question.html") => "ItemView",
        _ => "LinkView",
    }
}

fn templates(out: &mut String, types: &Types) {
    out.push_str("\n## Templates\n\nEvery page is made with one of these. Embeds stand within a text.\n\n");
    out.push_str("| template | variables | |\n|---|---|---|\n");
    for (name, given) in variables() {
        let given: Vec<String> = given
            .iter()
            .map(|variable| {
                let of = (types.of)(name, variable);
                assert!(types.definitions.contains_key(of), "{of} has no schema");
                format!("`{variable}`: {}", reference(of))
            })
            .collect();
        let _ = writeln!(out, "| `{name}` | {} | {} |", given.join(", "), contract::purpose(name));
    }
}

/// The blocks and components of the built-in theme, in the order of its files.
fn parts(out: &mut String) {
    let texts: Vec<(String, String)> = built_in_files()
        .into_iter()
        .filter_map(|(path, bytes)| {
            let name = path.as_str().strip_prefix("themes/default/templates/")?;
            Some((name.to_owned(), String::from_utf8(bytes.to_vec()).ok()?))
        })
        .collect();
    out.push_str("\n## Blocks of the built-in theme\n\nA template has its parent's blocks too.\n\n");
    out.push_str("| template | extends | blocks |\n|---|---|---|\n");
    for (name, text) in &texts {
        let blocks: Vec<String> = openings(text, "block ").map(|block| format!("`{block}`")).collect();
        let parent =
            openings(text, "extends ").next().map(|parent| format!("`{}`", parent.trim_matches('"')));
        if !blocks.is_empty() || parent.is_some() {
            let _ = writeln!(out, "| `{name}` | {} | {} |", parent.unwrap_or_default(), blocks.join(", "));
        }
    }
    out.push_str("\n## Components of the built-in theme\n\n");
    for (name, text) in &texts {
        for component in openings(text, "component ") {
            let _ = writeln!(out, "- `{component}` in `{name}`");
        }
    }
}

/// The keys of the built-in theme's phrases, with the gaps of each.
fn phrases(out: &mut String) {
    out.push_str(
        "\n## Phrases of the built-in theme\n\nIn the order of `languages/en.ftl`; gaps in brackets.\n\n",
    );
    let english = include_str!("../../themes/default/languages/en.ftl");
    for group in english.split("\n## ").skip(1) {
        let (title, group) = group.split_once('\n').expect("a group has phrases");
        let keys: Vec<String> = group.split("\n").filter_map(|line| key(line, group)).collect();
        let _ = writeln!(out, "- {title}: {}", keys.join(", "));
    }
}

/// The key that a line of a language file begins with, and its gaps.
fn key(line: &str, group: &str) -> Option<String> {
    let (key, _) = line.split_once(" = ").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))?;
    let phrase = group.split_once(line)?.1;
    let more: String = phrase.lines().skip(1).take_while(|line| line.starts_with([' ', '}'])).collect();
    let mut gaps: Vec<&str> = Vec::new();
    for gap in [line, &more].iter().flat_map(|text| text.split("{ $").skip(1)) {
        let gap = gap.split(' ').next().unwrap_or_default();
        if !gaps.contains(&gap) {
            gaps.push(gap);
        }
    }
    let gaps = if gaps.is_empty() { String::new() } else { format!(" ({})", gaps.join(", ")) };
    Some(format!("`{key}`{gaps}"))
}

/// What stands behind a word that opens a tag: `body` of `{% block body -%}`.
fn openings<'t>(text: &'t str, word: &'static str) -> impl Iterator<Item = &'t str> {
    let tags = text.split("{%").skip(1).filter_map(|rest| rest.split_once("%}")).map(|(tag, _)| tag);
    tags.filter_map(move |tag| tag.trim_matches(['-', ' ']).strip_prefix(word)).map(str::trim)
}

fn type_table(out: &mut String, name: &str, schema: &Value) {
    let _ = write!(out, "\n### {name}\n\n{}\n\n", line(&schema["description"]));
    out.push_str("| field | type | |\n|---|---|---|\n");
    // The list of the fields that are there keeps the order of the type; every field always is.
    for field in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        let property = &schema["properties"][field];
        let _ = writeln!(out, "| `{field}` | {} | {} |", words(property), line(&property["description"]));
    }
}

/// A type in words.
fn words(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str() {
        return reference(name.trim_start_matches("#/$defs/"));
    }
    if let Some(either) = schema["anyOf"].as_array() {
        let (nothing, kinds): (Vec<&Value>, Vec<&Value>) =
            either.iter().partition(|kind| kind["type"] == "null");
        let kinds: Vec<String> = kinds.into_iter().map(words).collect();
        return optional(kinds.join(" or "), !nothing.is_empty());
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let word = match kinds.first().copied() {
        Some("string") if schema["format"] == "html" => "HTML".to_owned(),
        Some("string") => "text".to_owned(),
        Some("boolean") => "flag".to_owned(),
        Some("integer") => "whole number".to_owned(),
        Some("array") => format!("list of {}", words(&schema["items"])),
        Some("object") => format!("map of text to {}", words(&schema["additionalProperties"])),
        other => panic!("a type without words: {other:?} of {schema}"),
    };
    optional(word, kinds.contains(&"null"))
}

fn optional(word: String, nothing: bool) -> String {
    if nothing { format!("{word}, or nothing") } else { word }
}

fn reference(name: &str) -> String {
    format!("[{name}](#{})", name.to_lowercase())
}

fn line(description: &Value) -> String {
    let text = description.as_str().expect("every type and field has a description");
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

impl JsonSchema for Html {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Html".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "html" })
    }
}

impl JsonSchema for Setting {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Setting".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [{ "type": "string" }, { "type": "boolean" }, { "type": "integer" }] })
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_manual_is_up_to_date() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/CONTEXT.md");
        let written = super::manual();
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(path, &written).expect("the manual can be written");
        }
        let found = std::fs::read_to_string(path).unwrap_or_default();
        assert!(found == written, "run `UPDATE=1 cargo test --lib manual`, and read what it changes");
    }
}
