//! Every `.case` file, read once by the program and once by its schema.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, Mutex};

use greenroom::base::{LineIndex, SourcePath};
use greenroom::build::Build;
use greenroom::diag::{Diagnostic, Place, Severity};
use greenroom::export::schema::of;
use greenroom::source::{Source, Sources};
use jsonschema::{PatternCache, ValidationError, Validator};
use rayon::prelude::*;
use serde_json::Value;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{analyse, schemas};
use crate::cases::{all, read};

/// Codes of what a schema can see too.
pub const FORM: [&str; 15] = [
    "unknown-key",
    "misplaced-key",
    "missing-key",
    "wrong-type",
    "bad-value",
    "bad-id",
    "bad-date",
    "bad-duration",
    "bad-url",
    "too-many",
    "unknown-word",
    "unknown-check",
    "no-kind",
    "wrong-side",
    "theme-option",
];

/// Problems of these codes that no schema sees, by words of their message.
const UNSEEN: [(&str, &str); 6] = [
    ("`reviewed` is a text", "editors hand a date over as a text"),
    ("this question is in use and yet replaced", "the status may be a default"),
    ("this question is replaced by itself", "a schema compares no values"),
    ("this guide has no title", "the title may stand in the text"),
    ("`cover_add` belongs to", "an adaptation is on the side of its question, in another bank"),
    ("`listen_for_add` belongs to", "likewise"),
];

/// A file as TOML with the place of each value.
struct Toml {
    table: Spanned<DeTable<'static>>,
    /// Where the TOML starts in the file.
    base: usize,
}

impl Toml {
    /// The TOML of a file, when all of it can be read.
    fn of(path: &SourcePath, text: &'static str) -> Option<Toml> {
        let bom = text.len() - text.trim_start_matches('\u{feff}').len();
        let (from, to) = if path.name().ends_with(".md") {
            let from = bom + text[bom..].strip_prefix("+++")?.find('\n')? + 4;
            (from, from + text[from..].find("+++")?)
        } else {
            (bom, text.len())
        };
        Some(Toml { table: DeTable::parse(&text[from..to]).ok()?, base: from })
    }

    fn json(&self) -> Value {
        table(self.table.get_ref())
    }

    /// The bytes of the file that the value of a JSON pointer takes; a table ends where the last value in it does.
    fn at(&self, pointer: &str) -> Range<usize> {
        let mut range = 0..0;
        let mut value: Option<&DeValue<'_>> = None;
        for part in pointer.split('/').skip(1) {
            let part = part.replace("~1", "/").replace("~0", "~");
            let next = match value {
                None => self.table.get_ref().get(part.as_str()),
                Some(DeValue::Table(table)) => table.get(part.as_str()),
                Some(DeValue::Array(items)) => part.parse::<usize>().ok().and_then(|at| items.get(at)),
                Some(_) => None,
            };
            let Some(next) = next else { break };
            range = next.span().start..end(next);
            value = Some(next.get_ref());
        }
        self.base + range.start..self.base + range.end
    }
}

fn end(of: &Spanned<DeValue<'_>>) -> usize {
    let inner = match of.get_ref() {
        DeValue::Array(items) => items.iter().map(end).max(),
        DeValue::Table(table) => table.values().map(end).max(),
        _ => None,
    };
    inner.unwrap_or_default().max(of.span().end)
}

fn table(of: &DeTable<'_>) -> Value {
    of.iter().map(|(key, item)| (key.get_ref().to_string(), value(item.get_ref()))).collect()
}

/// As Taplo makes JSON of TOML: a date becomes a text.
fn value(of: &DeValue<'_>) -> Value {
    match of {
        DeValue::String(text) => text.to_string().into(),
        DeValue::Integer(n) => i64::from_str_radix(n.as_str(), n.radix()).unwrap_or(i64::MAX).into(),
        DeValue::Float(n) => n.as_str().parse::<f64>().unwrap_or(0.5).into(),
        DeValue::Boolean(flag) => (*flag).into(),
        DeValue::Datetime(when) => when.to_string().into(),
        DeValue::Array(items) => items.iter().map(|item| value(item.get_ref())).collect(),
        DeValue::Table(inner) => table(inner),
    }
}

/// What a schema says of a file.
pub struct Underlined {
    /// From the header of a table to its last value.
    pub lines: RangeInclusive<usize>,
    said: String,
    /// Whether it misses a key of the file itself.
    lacks: bool,
}

/// What a schema underlines in a file.
fn in_file(source: &Source, validator: &Validator) -> Option<Vec<Underlined>> {
    let text: &'static str = Box::leak(source.text().ok()?.to_owned().into_boxed_str());
    let toml = Toml::of(&source.path, text)?;
    let json = toml.json();
    let lines = LineIndex::new(text);
    let line = |at: usize| lines.position(text, at).line;
    let underlined = |error: ValidationError<'_>| {
        let pointer = error.instance_path().as_str();
        let range = toml.at(pointer);
        let lacks = pointer.is_empty() && error.schema_path().as_str() == "/required";
        Underlined { lines: line(range.start)..=line(range.end), said: format!("{pointer}: {error}"), lacks }
    };
    Some(validator.iter_errors(&json).map(underlined).collect())
}

/// The line a problem is at, when it is in this file.
fn line_of(problem: &Diagnostic, source: &Source) -> Option<usize> {
    let Place::At(span) = problem.place else { return None };
    let text = source.text().ok().filter(|_| span.file == source.id)?;
    Some(LineIndex::new(text).position(text, span.start as usize).line)
}

fn is_here(problem: &Diagnostic, source: &Source) -> bool {
    match &problem.place {
        Place::Project => false,
        Place::File(path) => *path == source.path,
        Place::At(span) => span.file == source.id,
    }
}

/// The schemas and patterns of all projects, each compiled once: that takes far longer than using them.
#[derive(Default)]
struct Compiled {
    patterns: PatternCache,
    schemas: Mutex<BTreeMap<String, Arc<Validator>>>,
}

static COMPILED: LazyLock<Compiled> = LazyLock::new(Compiled::default);

impl Compiled {
    /// The schema with this text; a text that is no schema of draft 2020-12 fails the test.
    fn get(&self, name: &str, schema: &Value) -> Arc<Validator> {
        let text = schema.to_string();
        let known = self.schemas.lock().unwrap().get(&text).map(Arc::clone);
        known.unwrap_or_else(|| {
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
            let options = jsonschema::options().with_pattern_cache(self.patterns.clone());
            let validator = options.build(schema).unwrap_or_else(|error| panic!("{name}: {error}"));
            let validator = Arc::new(validator);
            self.schemas.lock().unwrap().insert(text, Arc::clone(&validator));
            validator
        })
    }
}

/// What the schemas of a project say of each file that is TOML, or has some. All ten are compiled, used or not:
/// each must be a schema.
pub fn underlined(build: &Build) -> Vec<(&Source, Vec<Underlined>)> {
    let compiled = |(name, schema)| (name, COMPILED.get(name, &schema));
    let validators: BTreeMap<&str, Arc<Validator>> = schemas(build).into_iter().map(compiled).collect();
    let said = |source| Some((source, in_file(source, &validators[of(&source.kind)?])?));
    build.sources.files().filter_map(said).collect()
}

/// Where schemas and reader disagree about a project.
fn disagreements(sources: Sources) -> Vec<String> {
    let build = analyse(sources);
    let files = underlined(&build).into_iter();
    files.flat_map(|(source, underlined)| disagree(&build, source, &underlined)).collect()
}

fn disagree(build: &Build, source: &Source, underlined: &[Underlined]) -> Vec<String> {
    let mut found = Vec::new();
    let here = |problem: &&Diagnostic| problem.severity == Severity::Error && is_here(problem, source);
    let errors: Vec<&Diagnostic> = build.problems.iter().filter(here).collect();
    // A key under the wrong table or name is not missed too.
    let elsewhere = errors.iter().any(|error| ["misplaced-key", "unknown-key"].contains(&error.code.name));
    let places: Vec<usize> = errors.iter().filter_map(|error| line_of(error, source)).collect();
    for one in underlined.iter().filter(|one| !(one.lacks && elsewhere)) {
        if !places.iter().any(|line| one.lines.contains(line)) {
            found.push(format!("{}:{:?}: only the schema: {}", source.path, one.lines, one.said));
        }
    }
    let unseen = |words: &str| UNSEEN.iter().any(|(start, _)| words.starts_with(start));
    let of_form = |error: &&&Diagnostic| FORM.contains(&error.code.name) && !unseen(&error.message);
    for error in errors.iter().filter(of_form) {
        let Some(line) = line_of(error, source) else { continue };
        if !underlined.iter().any(|one| one.lines.contains(&line)) {
            let (code, said) = (error.code.name, &error.message);
            found.push(format!("{}:{line}: only the reader: {code}: {said}", source.path));
        }
    }
    found
}

#[test]
fn in_every_case_schema_and_reader_agree() {
    let of_case = |path: &PathBuf| {
        let case = path.file_name().expect("a name").to_string_lossy().into_owned();
        let found = read(path).states().flat_map(|(sources, _)| disagreements(sources)).collect::<Vec<_>>();
        found.into_iter().map(|one| format!("{case}: {one}")).collect::<Vec<_>>()
    };
    let found: Vec<String> = all().par_iter().flat_map(of_case).collect();
    assert!(found.is_empty(), "{}\n{} disagreements", found.join("\n"), found.len());
}
