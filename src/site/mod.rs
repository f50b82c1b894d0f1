//! The site as a value: immutable, lazy, shared between threads.
//!
//! `build` renders every output; a server renders what a browser asks for. Both get the same bytes, because
//! both call [`Site::render`].

mod diags;
mod head;
mod recipes;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::base::OutPath;
use crate::diag::Diagnostic;
use crate::export::search::{self, SearchIndex};
use crate::markup::Words;
use crate::model::Library;
use crate::plan::{Plan, Recipe};
use crate::source::Sources;
use crate::theme::{Theme, View};
use crate::view::{Alike, Material, Sheet, Typeset};

pub use diags::distinct;
pub use recipes::template;

/// A whole site, nothing of it rendered yet.
#[derive(Debug)]
pub struct Site {
    sources: Arc<Sources>,
    library: Arc<Library>,
    plan: Arc<Plan>,
    theme: Theme,
    typeset: Typeset,
    words: Words,
    by_root: BTreeMap<usize, View>,
    not_found: View,
    /// Made when it is first asked for: no edit waits for it.
    search: OnceLock<SearchIndex>,
    alike: OnceLock<Alike>,
}

/// The words of documents that their authors did not write, as the theme says them.
pub fn words(theme: &Theme) -> Words {
    Words::new(|key| theme.phrases.say(key))
}

/// The bytes of an output, shared with the sources when it is a copy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Bytes {
    /// Made for this output.
    Made(Vec<u8>),
    /// A file of the sources.
    Copied(Arc<[u8]>),
}

impl Bytes {
    /// The bytes.
    pub fn as_slice(&self) -> &[u8] {
        match self {
            Bytes::Made(bytes) => bytes,
            Bytes::Copied(bytes) => bytes,
        }
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        self.as_slice()
    }
}

impl Site {
    /// Joins what a site is made of.
    pub fn new(
        sources: Arc<Sources>,
        library: Arc<Library>,
        plan: Arc<Plan>,
        theme: Theme,
        typeset: Typeset,
    ) -> Site {
        let (words, alike) = (words(&theme), OnceLock::new());
        let material = Material {
            sources: &sources,
            library: &library,
            plan: &plan,
            theme: &theme,
            typeset: &typeset,
            words: &words,
            alike: &alike,
        };
        let by_root = plan.depths.iter().map(|depth| (*depth, head::site_at(material, *depth))).collect();
        let not_found = head::site_from_host(material);
        let search = OnceLock::new();
        Site { sources, library, plan, theme, typeset, words, by_root, not_found, search, alike }
    }

    /// The sources it is made from: what its own diagnostics point into.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The library it is made from.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// What each output is.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Every output, by path.
    pub fn outputs(&self) -> Vec<OutPath> {
        self.plan.outputs().map(|(path, _)| path.clone()).collect()
    }

    /// Makes one output. An error is a template's; `None` is a path that is no output.
    pub fn render(&self, path: &OutPath) -> Option<Result<Bytes, Box<Diagnostic>>> {
        let recipe = self.plan.recipe(path)?;
        Some(self.make(path, recipe))
    }

    /// What only rendering shows: each place at which a template fails, once.
    pub fn failures(&self) -> Vec<Diagnostic> {
        let failure = |path: &OutPath| self.render(path)?.err().map(|failure| *failure);
        distinct(self.outputs().par_iter().filter_map(failure).collect())
    }

    /// The template of a page and what it is given; `None` for outputs that no template makes.
    pub fn views(&self, path: &OutPath) -> Option<(&'static str, Vec<(&'static str, View)>)> {
        let recipe = self.plan.recipe(path)?;
        recipes::views(&self.sheet(path), recipe)
    }

    fn sheet<'s>(&'s self, path: &'s OutPath) -> Sheet<'s> {
        Sheet::new(self.material(), path, self.site_view(path))
    }

    fn material(&self) -> Material<'_> {
        Material {
            sources: &self.sources,
            library: &self.library,
            plan: &self.plan,
            theme: &self.theme,
            typeset: &self.typeset,
            words: &self.words,
            alike: &self.alike,
        }
    }

    fn site_view(&self, path: &OutPath) -> View {
        // A server shows 404.html at any address, so its links start at the root of the host.
        if path.as_str() == "404.html" {
            return self.not_found.clone();
        }
        self.by_root.get(&path.depth()).unwrap_or(&self.not_found).clone()
    }

    fn make(&self, path: &OutPath, recipe: &Recipe) -> Result<Bytes, Box<Diagnostic>> {
        if let Recipe::Copy(source) = recipe {
            let bytes = self.sources.get(source).map(|source| Arc::clone(&source.bytes)).unwrap_or_default();
            let script = self.theme.script(source, &bytes);
            return Ok(script.map_or(Bytes::Copied(bytes), Bytes::Made));
        }
        let index = || self.search.get_or_init(|| search::index(&self.library, &self.plan));
        if let Some(bytes) = recipes::search(&index, recipe) {
            return Ok(Bytes::Made(bytes));
        }
        if let Some(bytes) = recipes::machine(self.material(), recipe) {
            return Ok(Bytes::Made(bytes));
        }
        let sheet = self.sheet(path);
        let Some((template, views)) = recipes::views(&sheet, recipe) else {
            return Ok(Bytes::Made(Vec::new()));
        };
        let rendered = self.theme.render(template, views);
        match (rendered, sheet.failure()) {
            (Ok(text), None) => Ok(Bytes::Made(self.behind_style(recipe, text))),
            (Err(failure), _) | (Ok(_), Some(failure)) => {
                Err(Box::new(diags::template_error(&self.library, path, template, recipe, &failure)))
            }
        }
    }

    /// What a template made; the colours of the brand stand behind the theme's style sheet, in one file with it.
    fn behind_style(&self, recipe: &Recipe, made: String) -> Vec<u8> {
        match recipe {
            Recipe::Style(style) => {
                let style = self.sources.get(style).map(|source| &source.bytes[..]).unwrap_or_default();
                [style, b"\n", made.as_bytes()].concat()
            }
            _ => made.into_bytes(),
        }
    }

    /// A name for the recipe of an output, for timings: its template, or what makes it.
    pub fn template(&self, path: &OutPath) -> &'static str {
        self.plan.recipe(path).map_or("none", recipes::name)
    }
}
