//! Language files: which files of the chain they are, and what stands in one.
//!
//! In: the files of a project and the chain of themes. Out: one [`LanguageFile`] each, nearest theme first,
//! and what cannot be read. Compares nothing with another file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::super::chain::Link;
use super::super::{builtin, diags};
use crate::base::language::is_tag;
use crate::base::{FileId, Span};
use crate::diag::Diagnostic;
use crate::source::Kind;
use crate::syntax::{File, Said};

/// A language file that was read.
pub(super) struct LanguageFile {
    /// The language, in lower case.
    pub tag: String,
    /// The file; none for the English of this program.
    pub file: Option<FileId>,
    /// How many themes stand before its own; the site's own files have 0.
    pub nearness: usize,
    /// Its phrases by key; a key with `-` in front is that of a term.
    pub phrases: BTreeMap<String, Phrase>,
    /// What the engine takes.
    pub resource: Arc<FluentResource>,
}

/// What a phrase is made of, beside its words.
#[derive(Clone, Default, Debug)]
pub(super) struct Phrase {
    /// Where its key stands.
    pub span: Option<Span>,
    /// Its gaps.
    pub gaps: Names,
    /// Other phrases in it; terms have `-` in front.
    pub phrases: Names,
    /// Functions it calls.
    pub functions: Names,
    /// Its words, when it is nothing else.
    pub plain: Option<String>,
}

/// Names with the place of each.
pub(super) type Names = BTreeMap<String, Option<Span>>;

/// Whether a file below a folder of templates is one: `languages/es.ftl`.
pub fn is_language_file(inner: &str) -> bool {
    inner.strip_prefix("languages/").is_some_and(|name| name.ends_with(".ftl") && !name.contains('/'))
}

/// The language files of the chain, nearest first, and below all the English of this program: a key that it
/// says is never without words, whatever a project puts in place of the built-in theme.
pub(super) fn files(files: &[File], chain: &[Link], problems: &mut Vec<Diagnostic>) -> Vec<LanguageFile> {
    let mut found = Vec::new();
    let mut add = |file: &File, inner: &str, nearness: usize| {
        let Said::Template(text) = &file.parsed.said else { return };
        if is_language_file(inner) {
            found.push(read(text, Some(file), tag_of(inner), nearness, problems));
        }
    };
    for file in files {
        if let Kind::Template(inner) = &file.kind {
            add(file, inner, 0);
        }
    }
    for (at, link) in chain.iter().enumerate() {
        for file in files {
            if let Kind::Theme(name, inner) = &file.kind
                && *name == link.name
            {
                add(file, inner, at + 1);
            }
        }
    }
    let english = builtin::english();
    found.push(read(english, None, super::ENGLISH, chain.len() + 1, &mut Vec::new()));
    found
}

fn tag_of(inner: &str) -> &str {
    inner.trim_start_matches("languages/").trim_end_matches(".ftl")
}

fn read(
    text: &str,
    file: Option<&File>,
    tag: &str,
    nearness: usize,
    problems: &mut Vec<Diagnostic>,
) -> LanguageFile {
    let kept = text.strip_prefix('\u{feff}').unwrap_or(text);
    let skipped = text.len() - kept.len();
    if let Some(file) = file
        && !is_tag(tag)
    {
        problems.push(diags::phrases::not_a_tag(&file.path, tag));
    }
    let (resource, errors) = match FluentResource::try_new(kept.to_owned()) {
        Ok(resource) => (resource, Vec::new()),
        Err(broken) => broken,
    };
    if let Some(file) = file {
        for error in &errors {
            // The parser points behind the end of a file that ends too soon.
            let start = error.pos.start.min(kept.len());
            let end = error.pos.end.clamp(start, kept.len());
            let range = skipped + start..skipped + end;
            problems.push(diags::phrases::syntax(Span::new(file.id, range), &error.kind.to_string()));
        }
    }
    let place = Place { file: file.map(|file| file.id), text: resource.source(), skipped };
    let phrases = phrases(&resource, &place, problems);
    LanguageFile {
        tag: tag.to_ascii_lowercase(),
        file: place.file,
        nearness,
        phrases,
        resource: Arc::new(resource),
    }
}

/// Where the words of a file stand.
struct Place<'t> {
    file: Option<FileId>,
    text: &'t str,
    skipped: usize,
}

impl Place<'_> {
    /// The place of `part`, which is a part of the text.
    fn of(&self, part: &str) -> Option<Span> {
        let start = (part.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)? + self.skipped;
        Some(Span::new(self.file?, start..start + part.len()))
    }
}

fn phrases(
    resource: &FluentResource,
    place: &Place<'_>,
    problems: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Phrase> {
    let mut phrases: BTreeMap<String, Phrase> = BTreeMap::new();
    for entry in resource.entries() {
        let (key, span, pattern) = match entry {
            Entry::Message(message) => {
                (message.id.name.to_owned(), place.of(message.id.name), message.value.as_ref())
            }
            Entry::Term(term) => (format!("-{}", term.id.name), place.of(term.id.name), Some(&term.value)),
            _ => continue,
        };
        let mut phrase = Phrase { span, plain: pattern.and_then(plain), ..Phrase::default() };
        match (pattern, span) {
            (Some(pattern), _) => walk(pattern, place, &mut phrase),
            (None, Some(span)) => problems.push(diags::phrases::no_words(span, &key)),
            (None, None) => {}
        }
        if let (Some(span), Some(first)) = (span, phrases.get(&key).and_then(|first| first.span)) {
            problems.push(diags::phrases::twice(span, first, &key));
        }
        phrases.insert(key, phrase);
    }
    phrases
}

/// The words of a pattern without gaps.
fn plain(pattern: &Pattern<&str>) -> Option<String> {
    let text = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some((*value).to_owned()),
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(text).collect()
}

fn walk(pattern: &Pattern<&str>, place: &Place<'_>, phrase: &mut Phrase) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            walk_expression(expression, place, phrase);
        }
    }
}

fn walk_expression(expression: &Expression<&str>, place: &Place<'_>, phrase: &mut Phrase) {
    match expression {
        Expression::Inline(inline) => walk_inline(inline, place, phrase),
        Expression::Select { selector, variants } => {
            walk_inline(selector, place, phrase);
            for variant in variants {
                walk(&variant.value, place, phrase);
            }
        }
    }
}

fn walk_inline(inline: &InlineExpression<&str>, place: &Place<'_>, phrase: &mut Phrase) {
    let arguments = |arguments: &CallArguments<&str>, phrase: &mut Phrase| {
        for argument in &arguments.positional {
            walk_inline(argument, place, phrase);
        }
    };
    match inline {
        InlineExpression::VariableReference { id } => {
            phrase.gaps.insert(id.name.to_owned(), place.of(id.name));
        }
        InlineExpression::MessageReference { id, .. } => {
            phrase.phrases.insert(id.name.to_owned(), place.of(id.name));
        }
        InlineExpression::TermReference { id, arguments: given, .. } => {
            phrase.phrases.insert(format!("-{}", id.name), place.of(id.name));
            given.iter().for_each(|given| arguments(given, phrase));
        }
        InlineExpression::FunctionReference { id, arguments: given } => {
            phrase.functions.insert(id.name.to_owned(), place.of(id.name));
            arguments(given, phrase);
        }
        InlineExpression::Placeable { expression } => walk_expression(expression, place, phrase),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}

/// The keys that a language's files have, nearest file first.
pub(super) fn of<'f>(
    files: &'f [LanguageFile],
    tags: &'f [String],
) -> impl Iterator<Item = &'f LanguageFile> {
    files.iter().filter(move |file| tags.contains(&file.tag))
}

/// The keys of phrases, terms left out.
pub(super) fn keys<'f>(files: impl Iterator<Item = &'f LanguageFile>) -> BTreeSet<&'f str> {
    let keys = files.flat_map(|file| file.phrases.keys().map(String::as_str));
    keys.filter(|key| !key.starts_with('-')).collect()
}
