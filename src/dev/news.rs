//! What a turn tells an author that the one before did not.

use std::collections::BTreeMap;

use super::Turn;
use crate::base::SourcePath;
use crate::diag::{Diagnostic, Place};

/// The difference between the problems of two turns.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct News {
    /// Problems that the turn before did not have, in their order.
    pub new: Vec<Diagnostic>,
    /// How many are gone.
    pub fixed: usize,
    /// How many there are now, the new ones among them.
    pub remaining: usize,
}

/// What `after` tells that `before` did not.
///
/// Lines move under a problem as its file is edited: one with the same code, message and file is the same.
pub fn news(before: &Turn, after: &Turn) -> News {
    let mut known: BTreeMap<Key<'_>, usize> = BTreeMap::new();
    for problem in &before.problems {
        *known.entry(key(problem, before)).or_default() += 1;
    }
    let mut new = Vec::new();
    for problem in &after.problems {
        match known.get_mut(&key(problem, after)) {
            Some(count) if *count > 0 => *count -= 1,
            _ => new.push(problem.clone()),
        }
    }
    News { new, fixed: known.values().sum(), remaining: after.problems.len() }
}

type Key<'t> = (&'static str, &'t str, Option<&'t SourcePath>);

fn key<'t>(problem: &'t Diagnostic, turn: &'t Turn) -> Key<'t> {
    let path = match &problem.place {
        Place::Project => None,
        Place::File(path) => Some(path),
        Place::At(span) => turn.sources.file(span.file).map(|file| &file.path),
    };
    (problem.code.name, &problem.message, path)
}
