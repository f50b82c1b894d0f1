//! Which folders may become a site: never the root, the home folder, a repository or anything with sources.
//!
//! In: the folder as the user gave it. Out: its real path. Creates nothing and opens no file.

use std::io;
use std::path::{Component, Path, PathBuf};

use super::error::{DiskError, Unfit};
use super::{journal, manifest};
use crate::source::FOLDERS;

/// The real path of `folder`, which need not exist, if a site may be written there.
pub(super) fn resolve(folder: &Path, project: &Path) -> Result<PathBuf, DiskError> {
    let real = real_path(folder).map_err(|cause| DiskError::io("find", folder, cause))?;
    let project = real_path(project).map_err(|cause| DiskError::io("find", project, cause))?;
    match unfit_place(&real, &project).or_else(|| unfit_contents(&real)) {
        Some(why) => Err(DiskError::Unfit { folder: real, why }),
        None => Ok(real),
    }
}

/// What speaks against the place, whatever is in it.
fn unfit_place(folder: &Path, project: &Path) -> Option<Unfit> {
    if folder.parent().is_none() {
        return Some(Unfit::Root);
    }
    if project.starts_with(folder) {
        return Some(Unfit::Project);
    }
    let home = std::env::home_dir().and_then(|home| real_path(&home).ok());
    if home.is_some_and(|home| home.starts_with(folder)) {
        return Some(Unfit::Home);
    }
    if FOLDERS.iter().any(|name| folder.starts_with(project.join(name))) {
        return Some(Unfit::Sources);
    }
    folder.iter().any(|name| name == ".git").then_some(Unfit::Repository)
}

/// What speaks against what stands there.
fn unfit_contents(folder: &Path) -> Option<Unfit> {
    let holds = |name: &str| folder.join(name).symlink_metadata().is_ok();
    match folder.symlink_metadata() {
        Err(_) => return None,
        Ok(metadata) if !metadata.is_dir() => return Some(Unfit::NotAFolder),
        Ok(_) => {}
    }
    if holds(".git") {
        return Some(Unfit::Repository);
    }
    // A site of ours may publish a file of such a name.
    let sources = holds("site.toml") || holds("content");
    (sources && !holds(manifest::NAME) && !holds(journal::NAME)).then_some(Unfit::OtherProject)
}

/// `path` without links and dots: the part that exists as the file system names it, then the rest.
fn real_path(path: &Path) -> io::Result<PathBuf> {
    let whole = std::path::absolute(path)?;
    let mut known = whole.as_path();
    let mut rest = Vec::new();
    loop {
        match known.canonicalize() {
            Ok(real) => return Ok(extend(real, rest)),
            // A link to nothing: its name is all there is.
            Err(_) if known.symlink_metadata().is_ok() => return Ok(extend(known.to_owned(), rest)),
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            Err(error) => {
                rest.push(known.components().next_back().ok_or(error)?);
                known = known.parent().unwrap_or(Path::new("/"));
            }
        }
    }
}

fn extend(mut real: PathBuf, rest: Vec<Component<'_>>) -> PathBuf {
    for part in rest.into_iter().rev() {
        match part {
            Component::ParentDir => drop(real.pop()),
            Component::Normal(name) => real.push(name),
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    real
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_is_not_there_yet_loses_its_dots() {
        let folder = tempfile::tempdir().expect("a folder");
        let real = folder.path().canonicalize().expect("it is there");
        assert_eq!(real_path(&folder.path().join("a/../b/c")).expect("a path"), real.join("b/c"));
        assert_eq!(real_path(&folder.path().join("a/../..")).ok().as_deref(), real.parent());
    }
}
