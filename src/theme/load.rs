//! Files to a theme: every template parsed, every mistake reported.
//!
//! A template is known to the engine as `site/<path>` or `themes/<name>/<path>`, and found by `<path>` alone
//! in the order of the chain. One that extends its own name means the next one in that order.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::chain::{Link, chain};
use super::colours::{self, Brand};
use super::phrases::{self, Languages, Phrases, is_language_file};
use super::{Theme, assets, copied, diags, options, report};
use crate::base::{ContentHash, FileId, SourcePath, Span};
use crate::diag::Diagnostic;
use crate::source::Kind;
use crate::syntax::toml::OptionValue;
use crate::syntax::{At, File, Said, Text};

/// What a site asks of its theme.
#[derive(Clone, Copy, Debug)]
pub struct Request<'r> {
    /// The theme's name.
    pub theme: &'r str,
    /// Where the name was written.
    pub theme_span: Option<Span>,
    /// The options it sets.
    pub options: &'r [(Text, At<OptionValue>)],
    /// The colours it sets.
    pub brand: Brand,
    /// The language of the site, and where it was written.
    pub language: (&'r str, Option<Span>),
    /// What each template may use, by its name; a template that is not named may use all.
    pub variables: &'r BTreeMap<&'static str, Vec<&'static str>>,
}

/// One template of the chain.
#[derive(Clone, Debug)]
pub(super) struct Layer {
    /// Its name in the engine.
    full: String,
    /// Its name in `extends` and `include`.
    pub name: String,
    /// Its file.
    pub path: SourcePath,
    file: FileId,
    /// What is given to the engine.
    pub text: String,
    origin: Origin,
}

impl Layer {
    /// Bytes of the text given to the engine, in the file.
    pub fn span(&self, range: Range<usize>) -> Span {
        self.origin.span(self.file, range)
    }

    /// Whether it is the site's own and not a theme's.
    pub fn is_of_site(&self) -> bool {
        self.full.starts_with("site/")
    }
}

/// How the text given to the engine differs from its file: spans must point into the file.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Origin {
    /// Bytes left out at the start: a byte order mark.
    skipped: usize,
    /// Where bytes were put in, and how many.
    inserted: (usize, usize),
}

impl Origin {
    pub(super) fn span(self, file: FileId, range: Range<usize>) -> Span {
        let (at, length) = self.inserted;
        let back = |offset: usize| {
            self.skipped + if offset > at { (offset - length.min(offset)).max(at) } else { offset }
        };
        Span::new(file, back(range.start)..back(range.end))
    }
}

/// Loads the theme a site asks for. Always gives a theme; one with problems must not be used for output.
pub fn load(
    files: &[File],
    request: &Request<'_>,
    hash: impl Fn(&SourcePath) -> Option<ContentHash>,
) -> (Theme, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let chain = chain(files, request, &mut problems);
    let mut layers = layers(files, &chain);
    let outdated = copied::outdated(&layers);
    extend_shadowed(&mut layers);
    let (language, asked) = request.language;
    let languages = Languages::read(files, &chain, language, &mut problems);
    let phrases = Arc::new(languages.phrases());
    let engine = engine(&chain, &mut layers, &phrases, &mut problems);
    // Colours that are hard to tell apart say nothing about templates.
    let mut low = Vec::new();
    let theme = Theme {
        engine,
        phrases,
        files: layers.iter().map(|layer| (layer.full.clone(), (layer.file, layer.origin))).collect(),
        assets: assets::assets(files, &chain, hash),
        options: options::settings(&chain, request.options, &mut problems),
        colours: colours::colours(&chain, request.brand, &mut low),
    };
    if problems.is_empty() {
        problems.extend(unknown_variables(&theme, &layers, request.variables));
        problems.extend(unused(&layers, request.variables));
        let place = |layer: &Layer| {
            let (origin, file) = (layer.origin, layer.file);
            move |range| origin.span(file, range)
        };
        let places: Vec<_> = layers.iter().map(place).collect();
        let templates: Vec<phrases::Template<'_>> = layers
            .iter()
            .zip(&places)
            .map(|(layer, place)| phrases::Template { text: &layer.text, place })
            .collect();
        problems.extend(languages.problems(language, asked, &templates));
    }
    problems.extend(low);
    problems.extend(outdated);
    (theme, problems)
}

/// A template and where it stands.
#[derive(Clone, Debug)]
pub struct Template {
    /// Its name in `extends` and `include`.
    pub name: String,
    /// Its file.
    pub path: SourcePath,
    /// What stands in it.
    pub text: String,
}

/// Every template that `theme` leads to, the site's own among them; of one name the nearest first: it holds.
pub fn templates(files: &[File], theme: &str) -> Vec<Template> {
    let chain = chain_of(files, theme);
    let template = |layer: Layer| Template { name: layer.name, path: layer.path, text: layer.text };
    layers(files, &chain).into_iter().map(template).collect()
}

/// What a language file says among those that `theme` leads to; nothing when it is none of them.
pub fn wordings(files: &[File], theme: &str, file: FileId) -> Option<phrases::Wordings> {
    phrases::wordings(files, &chain_of(files, theme), file)
}

/// The themes that `theme` leads to.
pub(super) fn chain_of(files: &[File], theme: &str) -> Vec<Link> {
    let request = Request {
        theme,
        theme_span: None,
        options: &[],
        brand: Brand::default(),
        language: ("en", None),
        variables: &BTreeMap::new(),
    };
    chain(files, &request, &mut Vec::new())
}

/// The templates of the chain, nearest first.
fn layers(files: &[File], chain: &[Link]) -> Vec<Layer> {
    let layer = |file: &File, prefix: &str, inner: &str| match &file.parsed.said {
        Said::Template(text) => {
            let kept = text.strip_prefix('\u{feff}').unwrap_or(text);
            Some(Layer {
                full: format!("{prefix}{inner}"),
                name: inner.to_owned(),
                path: file.path.clone(),
                file: file.id,
                text: kept.to_owned(),
                origin: Origin { skipped: text.len() - kept.len(), ..Origin::default() },
            })
        }
        _ => None,
    };
    let own = files.iter().filter_map(|file| match &file.kind {
        Kind::Template(inner) if !is_language_file(inner) => layer(file, "site/", inner),
        _ => None,
    });
    let mut layers: Vec<Layer> = own.collect();
    for link in chain {
        let prefix = format!("themes/{}/", link.name);
        layers.extend(files.iter().filter_map(|file| match &file.kind {
            Kind::Theme(name, inner) if *name == link.name => {
                layer(file, &prefix, inner.strip_prefix("templates/")?)
            }
            _ => None,
        }));
    }
    layers
}

/// Rewrites `extends "x"` in a template called `x` to the next template of that name.
fn extend_shadowed(layers: &mut [Layer]) {
    for at in 0..layers.len() {
        let (nearer, farther) = layers.split_at_mut(at + 1);
        let layer = &mut nearer[at];
        let Some(next) = farther.iter().find(|next| next.name == layer.name) else { continue };
        let Some(start) = layer.text.find("extends") else { continue };
        let Some(open) = layer.text[start..].find(['"', '\'']).map(|open| start + open + 1) else { continue };
        if layer.text[open..].starts_with(&format!("{}\"", layer.name))
            || layer.text[open..].starts_with(&format!("{}'", layer.name))
        {
            layer.text.replace_range(open..open + layer.name.len(), &next.full);
            layer.origin.inserted = (open, next.full.len() - layer.name.len());
        }
    }
}

/// Parses all templates; one that cannot be read is reported and left out, so that the next is read too.
fn engine(
    chain: &[Link],
    layers: &mut Vec<Layer>,
    phrases: &Arc<Phrases>,
    problems: &mut Vec<Diagnostic>,
) -> tera::Tera {
    loop {
        let mut engine = tera::Tera::new();
        let themes = chain.iter().map(|link| format!("themes/{}/", link.name));
        // A fresh engine has no templates yet, so setting prefixes cannot fail.
        let _ = engine.set_fallback_prefixes(std::iter::once("site/".to_owned()).chain(themes));
        phrases::register(&mut engine, phrases);
        engine.autoescape_on(vec![".html", ".xml"]);
        let batch = layers.iter().map(|layer| (layer.full.as_str(), layer.text.as_str()));
        let Err(error) = engine.add_raw_templates(batch) else { return engine };
        let culprit = match error.kind() {
            tera::ErrorKind::SyntaxError(report) => {
                let at = layers.iter().position(|layer| layer.full == report.filename());
                if let Some(at) = at {
                    let span = layers[at].span(report.span().range.clone());
                    problems.push(diags::template_syntax(span, report.message()));
                }
                at
            }
            tera::ErrorKind::MissingParent { current, parent } => {
                let at = layers.iter().position(|layer| layer.full == *current);
                if let Some(at) = at {
                    let span = find(&layers[at], parent);
                    let known = layers.iter().map(|layer| layer.name.as_str());
                    problems.push(diags::missing_parent(span, parent, known));
                }
                at
            }
            tera::ErrorKind::CircularExtend { tpl, .. } | tera::ErrorKind::CircularInclude { tpl, .. } => {
                let at = layers.iter().position(|layer| layer.full == *tpl);
                if let Some(at) = at {
                    let span = find(&layers[at], "extends");
                    problems.push(diags::template_circle(span, &layers[at].name));
                }
                at
            }
            other => {
                let text = other.to_string();
                if leave_out_unknown(&text, layers, problems) {
                    continue;
                }
                let at = layers.iter().position(|layer| text.contains(&layer.full));
                let place = at.map(|at| layers[at].path.clone());
                problems.push(diags::template_message(place.as_ref(), &text));
                at
            }
        };
        match culprit {
            Some(at) => drop(layers.remove(at)),
            None => {
                if problems.is_empty() {
                    problems.push(diags::template_message(None, &error.to_string()));
                }
                return tera::Tera::new();
            }
        }
    }
}

/// Reports each filter, function, component or template that the engine does not know.
fn leave_out_unknown(report: &str, layers: &mut Vec<Layer>, problems: &mut Vec<Diagnostic>) -> bool {
    let unknowns = report::unknowns(report);
    for unknown in &unknowns {
        for layer in layers.iter().filter(|layer| layer.full == unknown.template) {
            let span = layer.span(unknown.range(&layer.text));
            problems.push(diags::template_syntax(span, unknown.message));
        }
    }
    let count = layers.len();
    layers.retain(|layer| unknowns.iter().all(|unknown| unknown.template != layer.full));
    layers.len() < count
}

fn find(layer: &Layer, needle: &str) -> Span {
    let at = layer.text.find(needle);
    layer.span(at.map_or(0..0, |at| at..at + needle.len()))
}

/// Variables that a template uses and is never given.
fn unknown_variables(
    theme: &Theme,
    layers: &[Layer],
    variables: &BTreeMap<&'static str, Vec<&'static str>>,
) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (name, given) in variables {
        let Ok(used) = theme.engine.get_template_variables(name) else { continue };
        let mut unknown: Vec<&str> = used.into_iter().filter(|used| !given.contains(used)).collect();
        unknown.sort_unstable();
        for variable in unknown {
            let Some(span) = layers.iter().find_map(|layer| variable_in(layer, variable)) else { continue };
            let problem = diags::unknown_variable(span, variable, name, given);
            if !problems.contains(&problem) {
                problems.push(problem);
            }
        }
    }
    problems
}

/// Where a template uses a variable: the first place where the word stands alone inside a tag.
fn variable_in(layer: &Layer, variable: &str) -> Option<Span> {
    let text = layer.text.as_str();
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let alone = |at: &usize| {
        let before = text[..*at].chars().next_back().is_none_or(|c| !word(c) && c != '.' && c != '"');
        let after = text[at + variable.len()..].chars().next().is_none_or(|c| !word(c) && c != '=');
        let inside = text[..*at].rfind(['{', '}']).is_some_and(|open| text[open..].starts_with('{'))
            || text[..*at].rfind("{%") > text[..*at].rfind("%}");
        before && after && inside
    };
    let at = text.match_indices(variable).map(|(at, _)| at).find(alone)?;
    Some(layer.span(at..at + variable.len()))
}

/// Templates that no page uses and no template mentions.
fn unused(layers: &[Layer], variables: &BTreeMap<&'static str, Vec<&'static str>>) -> Vec<Diagnostic> {
    let mentioned = |name: &str| layers.iter().any(|layer| layer.name != name && layer.text.contains(name));
    let defines = |layer: &Layer| layer.text.contains("{% component");
    layers
        .iter()
        .filter(|layer| {
            !variables.contains_key(layer.name.as_str()) && !mentioned(&layer.name) && !defines(layer)
        })
        .map(|layer| diags::unused_template(&layer.path, &layer.name, variables.keys().copied()))
        .collect()
}
