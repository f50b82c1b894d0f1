//! The file an author probably meant by a link that leads nowhere.

use std::cell::Cell;
use std::collections::BTreeMap;

use crate::base::SourcePath;
use crate::base::near::nearest;
use crate::model::Library;

/// How many links get a guess. Each compares names with all others; a site with more broken links has moved
/// a folder, and needs no two hundredth hint.
const GUESSES: usize = 200;

/// Every file that a link can lead to, by name.
#[derive(Debug)]
pub(super) struct Files<'l> {
    paths: Vec<&'l SourcePath>,
    left: Cell<usize>,
}

impl<'l> Files<'l> {
    pub(super) fn of(library: &'l Library) -> Files<'l> {
        Files { paths: library.linkable().collect(), left: Cell::new(GUESSES) }
    }

    /// The file of the same name elsewhere, else one of nearly the same name, first in the same folder.
    pub(super) fn nearest(&self, missing: &SourcePath) -> Option<&'l SourcePath> {
        self.left.set(self.left.get().checked_sub(1)?);
        let of_name =
            |name: &str| self.paths.iter().copied().filter(move |path| path.name() == name).collect();
        let same: Vec<&SourcePath> = of_name(missing.name());
        if !same.is_empty() {
            return one_of(missing, &same);
        }
        let here = |path: &&&SourcePath| folder(path) == folder(missing);
        let siblings = self.paths.iter().filter(here).map(|path| path.name());
        let name = nearest(missing.name(), siblings);
        if let Some(name) = name {
            return self.paths.iter().copied().find(|path| path.name() == name && here(&path));
        }
        let name = nearest(missing.name(), self.paths.iter().map(|path| path.name()))?;
        let near: Vec<&SourcePath> = of_name(name);
        one_of(missing, &near)
    }

    /// The relative spelling of `/guides/a.md`, with or without `content` or `static` before it.
    pub(super) fn absolute(&self, from: &SourcePath, destination: &str) -> Option<String> {
        let (path, anchor) = destination.split_at(destination.find('#').unwrap_or(destination.len()));
        let path = crate::base::path::decoded(path.trim_matches('/'));
        let known = |path: &str| self.paths.iter().find(|known| known.as_str() == path).copied();
        let as_file = ["", "content/", "static/"].iter().find_map(|root| known(&format!("{root}{path}")));
        let as_page = || self.page_of_folder(&SourcePath::new(&format!("content/{path}"))?);
        Some(format!("{}{anchor}", from.relative(as_file.or_else(as_page)?)))
    }

    /// The page of a role's or an industry's folder; a guide written as its address.
    pub(super) fn page_of_folder(&self, folder: &SourcePath) -> Option<&'l SourcePath> {
        let pages = ["/role.md", "/industry.md", ".md", ".toml"].map(|end| format!("{folder}{end}"));
        pages.iter().find_map(|page| self.paths.iter().find(|path| path.as_str() == page).copied())
    }
}

fn folder(path: &SourcePath) -> &str {
    path.as_str().rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The only one, or the one whose folder has nearly the name of the missing file's.
fn one_of<'l>(missing: &SourcePath, same: &[&'l SourcePath]) -> Option<&'l SourcePath> {
    if let [only] = same {
        return Some(only);
    }
    let folders: BTreeMap<&str, &'l SourcePath> = same.iter().map(|path| (folder(path), *path)).collect();
    nearest(folder(missing), folders.keys().copied()).and_then(|near| folders.get(near).copied())
}
