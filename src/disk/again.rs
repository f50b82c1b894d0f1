//! Reads again what may have changed of a project since it was read.
//!
//! In: what was read before and where to look. Out: what a whole scan would give, for the price of the places
//! looked at. Does not find out by itself what has changed.

use std::collections::BTreeSet;
use std::fs::Metadata;
use std::io;
use std::path::Path;

use super::scan::{ScanError, find_below, find_file, find_folder, reach, read_all, scan};
use crate::base::SourcePath;
use crate::source::{FOLDERS, Kind, ROOT_FILES, Sources};

/// Where to look again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Look {
    /// At these files, and at everything below these folders; what is no longer there is gone.
    At(BTreeSet<SourcePath>),
    /// At the whole project.
    Everywhere,
}

/// What [`scan`] would give now, when nothing outside `look` has changed since it gave `before`.
///
/// A path may be anything now: a file, a folder, a link, nothing. One outside the project's input is passed over.
///
/// # Errors
///
/// When there is no folder at `root` that can be read; then `before` is of unknown age, and the next look
/// must go [everywhere](Look::Everywhere).
pub fn scan_again(root: &Path, before: &Sources, look: &Look) -> Result<Sources, ScanError> {
    let Look::At(paths) = look else { return scan(root) };
    let dir = reach(root)?;
    let mut sources = before.clone();
    let mut files = Vec::new();
    let places: BTreeSet<SourcePath> = paths.iter().filter_map(|path| place(root, before, path)).collect();
    // What is below another place is read with it.
    let within = |path: &SourcePath| above(path).any(|folder| places.contains(&folder));
    for path in places.iter().filter(|path| !within(path)) {
        sources.forget(path);
        let name = path.as_str();
        if ROOT_FILES.contains(&name) {
            find_file(root, name, &mut files, &mut sources);
        } else if FOLDERS.contains(&name) {
            find_folder(root, name, &mut files, &mut sources);
        } else {
            find_below(root, path, &mut files, &mut sources);
        }
    }
    read_all(&dir, files, &mut sources);
    Ok(sources)
}

/// What must be read again for `path`: it, or the first of the folders above it that a scan does not enter.
fn place(root: &Path, before: &Sources, path: &SourcePath) -> Option<SourcePath> {
    let top = path.parts().next().unwrap_or_default();
    if ROOT_FILES.contains(&top) {
        return (path.as_str() == top).then(|| path.clone());
    }
    if !FOLDERS.contains(&top) {
        return None;
    }
    for folder in above(path) {
        let is_folder = root.join(folder.as_str()).symlink_metadata().is_ok_and(|metadata| metadata.is_dir());
        let entered = is_folder && before.refused(&folder).is_none();
        if !entered || Kind::is_litter(folder.name()) || Kind::is_hidden(&folder) {
            return Some(folder);
        }
        // What cannot be shown is refused under a name that others may share, so its folder decides; and
        // only a folder's list tells of what may not be asked.
        let next = below(&folder, path);
        if !showable(&next) || !answers(root.join(next.as_str()).symlink_metadata()) {
            return Some(folder);
        }
    }
    Some(path.clone())
}

/// The folders above `path`, the highest first.
fn above(path: &SourcePath) -> impl Iterator<Item = SourcePath> {
    path.as_str().match_indices('/').filter_map(|(at, _)| SourcePath::new(&path.as_str()[..at]))
}

/// The part of `path` that ends one name below `folder`.
fn below(folder: &SourcePath, path: &SourcePath) -> SourcePath {
    let from = folder.as_str().len() + 1;
    let to = path.as_str()[from..].find('/').map_or(path.as_str().len(), |at| from + at);
    SourcePath::new(&path.as_str()[..to]).expect("the head of a fair path is fair")
}

fn showable(path: &SourcePath) -> bool {
    !path.name().contains(|c: char| c.is_control() || c == '\u{fffd}')
}

fn answers(metadata: io::Result<Metadata>) -> bool {
    match metadata {
        Ok(_) => true,
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}
