//! Outputs as they are planned: no two may have one address.
//!
//! What this program names is made of slugs, so two addresses are one only when they are equal: they are sorted
//! and neighbours compared. Names of copied files are authors', and two that differ in case or form are one.

use std::collections::HashMap;

use super::{Recipe, diags, pages, routes};
use crate::base::{OutPath, SourcePath};
use crate::diag::Diagnostic;
use crate::model::{Library, PageRef};

/// Outputs whose names this program makes, in any order.
#[derive(Default)]
pub(super) struct Outputs(Vec<(OutPath, Recipe)>);

impl Outputs {
    /// Adds an output; of two with one address the first holds.
    pub fn add(&mut self, path: OutPath, recipe: Recipe) {
        self.0.push((path, recipe));
    }

    /// A former address, unless something has it: then the alias was reported, and what is there stays.
    pub fn redirect(&mut self, path: OutPath, to: PageRef) {
        self.add(path, Recipe::Redirect(to));
    }

    /// The pages of a list of `count`.
    pub fn paged(&mut self, first: &OutPath, count: usize, recipe: impl Fn(usize) -> Recipe) {
        for page in 1..=pages(count) {
            self.add(routes::numbered(first, page), recipe(page));
        }
    }

    /// What was added so far.
    pub fn added(&self) -> impl Iterator<Item = &(OutPath, Recipe)> {
        self.0.iter()
    }

    /// All of them, sorted, each address once.
    pub fn settled(mut self, library: &Library) -> Settled<'_> {
        // A stable sort: of two with one address the one that was added first stays in front.
        self.0.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut problems = Vec::new();
        self.0.dedup_by(|(path, second), (kept, first)| {
            let same = path == kept;
            if same && !is_reported(second, first) {
                problems.push(diags::collision(library, path, second, first));
            }
            same
        });
        Settled { library, named: self.0, copies: Vec::new(), folded: HashMap::new(), problems }
    }
}

/// Outputs whose names this program makes, and copied files.
pub(super) struct Settled<'l> {
    library: &'l Library,
    named: Vec<(OutPath, Recipe)>,
    copies: Vec<(OutPath, Recipe)>,
    /// The copies by what file systems make of their names.
    folded: HashMap<String, usize>,
    problems: Vec<Diagnostic>,
}

impl Settled<'_> {
    /// A copy of a file.
    pub fn copy(&mut self, path: &SourcePath, name: &str) {
        let recipe = Recipe::Copy(path.clone());
        let out = match OutPath::new(name) {
            Ok(out) => out,
            Err(why) => return self.problems.push(diags::unpublishable(path, why)),
        };
        let folded = out.folded();
        let named = self.named.binary_search_by(|(named, _)| named.as_str().cmp(folded.as_str())).ok();
        let first = named.map(|at| &self.named[at]);
        let first = first.or_else(|| self.folded.get(&folded).map(|at| &self.copies[*at]));
        match first {
            Some((_, first)) if is_reported(&recipe, first) => {}
            Some((_, first)) => self.problems.push(diags::collision(self.library, &out, &recipe, first)),
            None => {
                self.folded.insert(folded, self.copies.len());
                self.copies.push((out, recipe));
            }
        }
    }

    /// Everything by path, and what is wrong.
    pub fn all(self) -> (Vec<(OutPath, Recipe)>, Vec<Diagnostic>) {
        let mut all = self.named;
        all.extend(self.copies);
        all.sort_by(|(a, _), (b, _)| a.cmp(b));
        (all, self.problems)
    }
}

/// Whether two outputs have one address because of something that was reported where it was written.
fn is_reported(second: &Recipe, first: &Recipe) -> bool {
    match (second, first) {
        // Two names that differ only in case or form.
        (Recipe::Copy(second), Recipe::Copy(first)) => second.folded() == first.folded(),
        // A former address that something has: the alias was reported.
        (Recipe::Redirect(_), _) => true,
        // Two questions with one id.
        (Recipe::Question(_), Recipe::Question(_)) => true,
        _ => false,
    }
}
