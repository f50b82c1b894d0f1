//! What stands in the way of a new file, and whether it may be replaced: only what we wrote ourselves.
//!
//! In: the folder, the manifest of the site before, the outputs of the new one. Reads names and types, changes
//! nothing.

use std::collections::BTreeMap;
use std::io;

use cap_fs_ext::{DirExt, MetadataExt};
use cap_std::fs::Dir;
use rayon::prelude::*;

use super::branch::{Branch, DeadEnd, Folder};
use super::error::DiskError;
use super::manifest::Manifest;
use crate::base::OutPath;

/// What is there and what is to come.
pub(super) struct Ground<'a> {
    folder: &'a Folder,
    old: &'a Manifest,
    outputs: &'a [&'a OutPath],
    adopt: bool,
    /// Files of ours that are to go, by what a file system that ignores case makes of their path.
    stale: BTreeMap<String, &'a OutPath>,
}

/// Why a file cannot be put in its place.
pub(super) enum Obstacle {
    /// A file that is not ours and may be adopted.
    Foreign,
    /// Something that cannot be replaced at all.
    Fatal(DiskError),
}

impl<'a> Ground<'a> {
    /// The ground for the sorted `outputs`.
    pub(super) fn new(
        folder: &'a Folder,
        old: &'a Manifest,
        outputs: &'a [&'a OutPath],
        adopt: bool,
    ) -> Ground<'a> {
        let stale = old.files.keys().filter(|path| outputs.binary_search(path).is_err());
        let stale = stale.map(|path| (path.folded(), path)).collect();
        Ground { folder, old, outputs, adopt, stale }
    }

    /// The files of the site before that are not in the new one, by path.
    pub(super) fn stale(&self) -> Vec<&'a OutPath> {
        self.old.files.keys().filter(|path| self.outputs.binary_search(path).is_err()).collect()
    }

    /// Fails when something that is not ours stands where a file belongs that was not there before.
    pub(super) fn check(&self) -> Result<(), DiskError> {
        let new = self.outputs.par_iter().filter(|path| !self.old.files.contains_key(**path));
        let start = || Branch::new(&self.folder.dir);
        let met: Vec<(&OutPath, Obstacle)> = new
            .map_init(start, |branch, path| Some((*path, self.clearing(branch, path).err()?)))
            .flatten()
            .collect();
        let mut foreign = Vec::new();
        for (path, obstacle) in met {
            match obstacle {
                Obstacle::Foreign => foreign.push(path),
                Obstacle::Fatal(error) => return Err(error),
            }
        }
        match foreign.first() {
            Some(path) => Err(self.foreign(path, foreign.len())),
            None => Ok(()),
        }
    }

    /// The files of ours that must go before a file can be put at `path`.
    pub(super) fn clearing(&self, branch: &mut Branch<'_>, path: &OutPath) -> Result<Vec<OutPath>, Obstacle> {
        let (dir, name) = match branch.enter(path) {
            Ok(place) => place,
            Err(DeadEnd::Missing(_)) => return Ok(Vec::new()),
            Err(DeadEnd::NotAFolder(at)) => {
                return self.own_file(&at).map(|file| vec![file]).ok_or_else(|| self.blocked(&at));
            }
            Err(end) => return Err(Obstacle::Fatal(end.error("open the folder", &self.folder.path))),
        };
        let metadata = match dir.symlink_metadata(name) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(cause) => return Err(Obstacle::Fatal(self.folder.io("look at", path.as_str(), cause))),
        };
        if metadata.is_dir() {
            let inner: Vec<OutPath> = self.old.below(path.as_str()).cloned().collect();
            let ours = dir.open_dir_nofollow(name).and_then(|dir| self.only_ours(dir, path.as_str()));
            return match ours {
                Ok(true) if !inner.is_empty() => Ok(inner),
                Ok(_) => Err(self.blocked(path.as_str())),
                Err(cause) => Err(Obstacle::Fatal(self.folder.io("look into", path.as_str(), cause))),
            };
        }
        if self.old.files.contains_key(path) {
            return Ok(Vec::new());
        }
        // Where case is ignored, `A.png` of the site before stands where `a.png` belongs.
        let twin = self.stale.get(&path.folded()).copied();
        let same = (metadata.dev(), metadata.ino());
        if let Some(twin) = twin.filter(|twin| self.identity(twin) == Some(same)) {
            return Ok(vec![twin.clone()]);
        }
        if self.adopt { Ok(Vec::new()) } else { Err(Obstacle::Foreign) }
    }

    /// The error for `total` files that are not ours.
    pub(super) fn foreign(&self, first: &OutPath, total: usize) -> DiskError {
        DiskError::Foreign { folder: self.folder.path.clone(), first: first.clone(), total }
    }

    fn blocked(&self, at: &str) -> Obstacle {
        Obstacle::Fatal(DiskError::Blocked { path: self.folder.path.join(at) })
    }

    fn own_file(&self, path: &str) -> Option<OutPath> {
        let path = OutPath::new(path).ok()?;
        self.old.files.contains_key(&path).then_some(path)
    }

    /// Which file on the disk `path` is.
    fn identity(&self, path: &OutPath) -> Option<(u64, u64)> {
        let mut branch = Branch::new(&self.folder.dir);
        let (dir, name) = branch.enter(path).ok()?;
        let metadata = dir.symlink_metadata(name).ok()?;
        Some((metadata.dev(), metadata.ino()))
    }

    /// Whether the folder `dir` at `path` holds files and folders of ours and nothing else.
    fn only_ours(&self, dir: Dir, path: &str) -> io::Result<bool> {
        let mut folders = vec![(dir, path.to_owned())];
        while let Some((dir, path)) = folders.pop() {
            for entry in dir.entries()? {
                let entry = entry?;
                let Ok(name) = entry.file_name().into_string() else { return Ok(false) };
                let path = format!("{path}/{name}");
                let ours = if entry.file_type()?.is_dir() {
                    folders.push((dir.open_dir_nofollow(&name)?, path.clone()));
                    self.old.below(&path).next().is_some()
                } else {
                    self.own_file(&path).is_some()
                };
                if !ours {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }
}
