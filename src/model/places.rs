//! Roles and industries: their lines of parents and the words that describe them.

use std::sync::Arc;

use super::ids::{IndustryIx, RoleIx};
use super::link::Found;
use super::vocabulary::{List, Vocabulary};
use super::{Industry, Role, diags};
use crate::base::Slug;
use crate::diag::Diagnostic;
use crate::syntax::records::place;
use crate::syntax::{At, File};

/// The industries, sorted by id.
pub(super) fn industries(
    found: &[Found<'_, Slug, place::Industry>],
    problems: &mut Vec<Diagnostic>,
) -> Vec<Industry> {
    let find = |id: &Slug| found.binary_search_by(|entry| entry.id.cmp(id)).ok();
    let parents: Vec<Option<usize>> = found
        .iter()
        .map(|entry| {
            let parent = entry.said.parent.as_ref()?;
            let at = find(&parent.value);
            if at.is_none() {
                problems.push(diags::unknown_industry(parent, found.iter().map(|entry| entry.id.as_str())));
            }
            at
        })
        .collect();
    let spans = |at: usize| found[at].said.parent.as_ref();
    let lines = lines(&parents, spans, "parent", problems);
    found
        .iter()
        .zip(lines)
        .map(|(entry, line)| Industry {
            id: entry.id.clone(),
            path: entry.file.path.clone(),
            said: Arc::clone(entry.said),
            ancestors: line.into_iter().map(IndustryIx::new).collect(),
        })
        .collect()
}

/// The roles, sorted by id.
pub(super) fn roles(
    found: &[Found<'_, Slug, place::Role>],
    industries: &[Industry],
    vocabulary: &Vocabulary,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Role> {
    let find = |id: &Slug| found.binary_search_by(|entry| entry.id.cmp(id)).ok();
    let parents: Vec<Option<usize>> = found
        .iter()
        .map(|entry| {
            let family = entry.said.family.as_ref()?;
            let at = find(&family.value);
            if at.is_none() {
                problems.push(diags::unknown_role(family, found.iter().map(|entry| entry.id.as_str())));
            }
            at
        })
        .collect();
    let spans = |at: usize| found[at].said.family.as_ref();
    let lines = lines(&parents, spans, "family", problems);
    let role = |(entry, line): (&Found<'_, Slug, place::Role>, Vec<usize>)| Role {
        id: entry.id.clone(),
        path: entry.file.path.clone(),
        said: Arc::clone(entry.said),
        ancestors: line.into_iter().map(RoleIx::new).collect(),
        industries: industry_names(&entry.said.industries, industries, problems),
        competencies: vocabulary.resolve_all(List::Competency, &entry.said.competencies, problems),
        talk_to: vocabulary.resolve_all(List::Persona, &entry.said.talk_to, problems),
        stages: vocabulary.resolve_all(List::Stage, &entry.said.stages, problems),
    };
    found.iter().zip(lines).map(role).collect()
}

/// The roles that an author named, each once.
pub(super) fn role_names(names: &[At<Slug>], roles: &[Role], problems: &mut Vec<Diagnostic>) -> Vec<RoleIx> {
    let mut known = Vec::with_capacity(names.len());
    for name in names {
        match roles.binary_search_by(|role| role.id.cmp(&name.value)) {
            Ok(at) if !known.contains(&RoleIx::new(at)) => known.push(RoleIx::new(at)),
            Ok(_) => {}
            Err(_) => problems.push(diags::unknown_role(name, roles.iter().map(|role| role.id.as_str()))),
        }
    }
    known
}

/// The industries that an author named, each once.
pub(super) fn industry_names(
    names: &[At<Slug>],
    industries: &[Industry],
    problems: &mut Vec<Diagnostic>,
) -> Vec<IndustryIx> {
    let mut known = Vec::with_capacity(names.len());
    for name in names {
        match industries.binary_search_by(|industry| industry.id.cmp(&name.value)) {
            Ok(at) if !known.contains(&IndustryIx::new(at)) => known.push(IndustryIx::new(at)),
            Ok(_) => {}
            Err(_) => {
                let ids = industries.iter().map(|industry| industry.id.as_str());
                problems.push(diags::unknown_industry(name, ids));
            }
        }
    }
    known
}

/// The line of parents of each entry, nearest first; a circle is reported once and cut.
fn lines<'f>(
    parents: &[Option<usize>],
    key: impl Fn(usize) -> Option<&'f At<Slug>>,
    word: &str,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Vec<usize>> {
    let mut reported = vec![false; parents.len()];
    let mut lines = Vec::with_capacity(parents.len());
    for start in 0..parents.len() {
        let mut line = Vec::new();
        let mut at = start;
        while let Some(parent) = parents[at] {
            if parent == start || line.contains(&parent) {
                if parent == start && !reported[start] {
                    let members = || line.iter().copied().chain([start]);
                    members().for_each(|member| reported[member] = true);
                    problems.extend(key(start).map(|name| diags::parent_cycle(word, name)));
                }
                break;
            }
            line.push(parent);
            at = parent;
        }
        lines.push(line);
    }
    lines
}

/// The files and ids of a folder: roles without a page and the like.
pub(super) fn without_page(
    files: &[File],
    has_page: impl Fn(&crate::source::BankHome) -> Option<(&'static str, String)>,
) -> Vec<(&File, &'static str, String)> {
    let mut seen = std::collections::BTreeSet::new();
    let mut lacking = Vec::new();
    for file in files {
        if let crate::source::Kind::Bank(home) = &file.kind
            && let Some((what, id)) = has_page(home)
            && seen.insert((what, id.clone()))
        {
            lacking.push((file, what, id));
        }
    }
    lacking
}
