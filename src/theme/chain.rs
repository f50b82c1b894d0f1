//! Which theme holds before which: the site's own templates, its theme, the theme's parents, the built-in one.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::load::Request;
use super::{API, BUILT_IN, diags};
use crate::base::SourcePath;
use crate::diag::Diagnostic;
use crate::source::Kind;
use crate::syntax::records::theme::ThemeFile;
use crate::syntax::{File, Said};

/// A theme of the chain.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// The name of its folder.
    pub name: String,
    /// What its `theme.toml` says.
    pub manifest: Arc<ThemeFile>,
}

/// The themes that hold, nearest first; what cannot be found is reported and skipped.
pub(super) fn chain(files: &[File], request: &Request<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Link> {
    let themes = manifests(files);
    let mut chain: Vec<Link> = Vec::new();
    let mut next = request.theme.to_owned();
    let mut asked_at = request.theme_span;
    loop {
        if chain.iter().any(|link| link.name == next) {
            problems.push(diags::theme_circle(&next, asked_at));
            break;
        }
        let Some((path, manifest)) = themes.get(next.as_str()) else {
            let without_manifest =
                files.iter().any(|file| matches!(&file.kind, Kind::Theme(name, _) if *name == next));
            problems.push(diags::unknown_theme(&next, asked_at, themes.keys().copied(), without_manifest));
            break;
        };
        if let Some(api) = manifest.api.filter(|api| *api != API) {
            problems.push(diags::other_api(path, api));
        }
        chain.push(Link { name: next.clone(), manifest: Arc::clone(manifest) });
        let Some(parent) = &manifest.extends else { break };
        next = parent.as_str().to_owned();
        asked_at = Some(parent.span());
    }
    if let Some((_, manifest)) = themes.get(BUILT_IN)
        && chain.iter().all(|link| link.name != BUILT_IN)
    {
        chain.push(Link { name: BUILT_IN.to_owned(), manifest: Arc::clone(manifest) });
    }
    chain
}

fn manifests(files: &[File]) -> BTreeMap<&str, (&SourcePath, &Arc<ThemeFile>)> {
    let mut themes = BTreeMap::new();
    for file in files {
        if let (Kind::Theme(name, _), Said::Theme(manifest)) = (&file.kind, &file.parsed.said) {
            themes.insert(name.as_str(), (&file.path, manifest));
        }
    }
    themes
}
