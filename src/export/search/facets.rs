//! Facets as columns: for each entry the number of the combination of values it has.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::entries::{EVERYONE, FACETS, Value};
use super::numbers;

/// A facet as `index.json` has it.
#[derive(Serialize)]
pub(super) struct Facet<'l> {
    id: &'static str,
    values: Vec<(&'l str, &'l str)>,
    sets: Vec<String>,
    of: String,
}

/// The values of the entries, added one after the other.
#[derive(Default)]
pub(super) struct Columns<'l> {
    rows: Vec<[BTreeSet<Value<'l>>; FACETS.len()]>,
}

impl<'l> Columns<'l> {
    /// The values of the next entry.
    pub fn add(&mut self, values: [BTreeSet<Value<'l>>; FACETS.len()]) {
        self.rows.push(values);
    }

    /// The facets that tell entries apart: one that only says that all are for everyone does not.
    pub fn facets(&self) -> Vec<Facet<'l>> {
        let facets = FACETS.iter().enumerate().map(|(at, id)| self.facet(at, id));
        facets.filter(|facet| facet.values.iter().any(|(id, _)| *id != EVERYONE)).collect()
    }

    fn facet(&self, at: usize, id: &'static str) -> Facet<'l> {
        let column = || self.rows.iter().map(|row| &row[at]);
        let values: BTreeSet<&Value<'l>> = column().flatten().collect();
        // Two values of one id are one: a role may be called `everyone`.
        let mut by_id: BTreeMap<&str, u32> = BTreeMap::new();
        let mut listed = Vec::new();
        for value in values {
            by_id.entry(value.id).or_insert_with(|| {
                listed.push((value.id, value.label));
                listed.len() as u32 - 1
            });
        }
        let mut count: BTreeMap<&BTreeSet<Value<'l>>, usize> = BTreeMap::new();
        column().for_each(|set| *count.entry(set).or_default() += 1);
        // What is common gets the small numbers, which are one character.
        let mut sets: Vec<_> = count.into_iter().collect();
        sets.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let number: BTreeMap<_, u32> = sets.iter().map(|(set, _)| *set).zip(0..).collect();
        let written = |set: &BTreeSet<Value<'l>>| {
            let mut numbers: Vec<u32> = set.iter().map(|value| by_id[value.id]).collect();
            numbers.sort_unstable();
            numbers.dedup();
            let mut out = String::new();
            numbers::ascending(&numbers, &mut out);
            out
        };
        let mut of = String::new();
        column().for_each(|set| numbers::number(number[set], &mut of));
        Facet { id, values: listed, sets: sets.iter().map(|(set, _)| written(set)).collect(), of }
    }
}
