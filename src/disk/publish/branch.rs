//! The output folder and a walk through the folders below it that never follows a link.
//!
//! Each name of a path is opened on its own, below the folder before it; a link or a file in a folder's place
//! is a dead end. Folders stay open while the next path shares them, so paths should come sorted.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use cap_fs_ext::{DirExt, FollowSymlinks, OpenOptionsFollowExt};
use cap_std::ambient_authority;
use cap_std::fs::{Dir, OpenOptions};

use super::error::DiskError;
use crate::base::OutPath;
use crate::disk::plain;

/// A folder that is open, and its name for messages.
pub(super) struct Folder {
    /// Its real path.
    pub path: PathBuf,
    /// Its handle: everything happens below it.
    pub dir: Dir,
}

/// Records of ours are far smaller; whatever is larger is something else.
const RECORD_LIMIT: u64 = 1 << 30;

impl Folder {
    /// Opens the folder at `path`.
    pub(super) fn open(path: &Path) -> Result<Folder, DiskError> {
        match Dir::open_ambient_dir(path, ambient_authority()) {
            Ok(dir) => Ok(Folder { path: path.to_owned(), dir }),
            Err(cause) => Err(DiskError::io("open the folder", path, cause)),
        }
    }

    /// Makes the folder `name` in this one and opens it.
    pub(super) fn make(&self, name: &Path) -> Result<Folder, DiskError> {
        let path = self.path.join(name);
        let fail = |cause| DiskError::io("make the folder", &path, cause);
        self.dir.create_dir(name).map_err(fail)?;
        match self.dir.open_dir_nofollow(name) {
            Ok(dir) => Ok(Folder { path, dir }),
            Err(cause) => {
                let _ = self.dir.remove_dir(name);
                Err(fail(cause))
            }
        }
    }

    /// The bytes of the file `name`; `None` when there is none.
    pub(super) fn read_record(&self, name: &str) -> Result<Option<Vec<u8>>, DiskError> {
        let (file, size) = match plain::open(&self.dir, Path::new(name)) {
            Ok(found) => found,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(cause) => return Err(self.io("read", name, cause)),
        };
        if size > RECORD_LIMIT {
            return Err(DiskError::Record { path: self.path.join(name), why: "it is too large".into() });
        }
        let mut bytes = Vec::new();
        plain::read(&file, RECORD_LIMIT, &mut bytes).map_err(|cause| self.io("read", name, cause))?;
        Ok(Some(bytes))
    }

    /// Writes a new file `name`.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), DiskError> {
        write_new(&self.dir, name, bytes).map_err(|cause| self.io("write", name, cause))
    }

    /// Renames `name` to `new` in `target`, over whatever file stands there.
    pub(super) fn hand_over(&self, name: &str, target: &Folder, new: &str) -> Result<(), DiskError> {
        let renamed = self.dir.rename(name, &target.dir, new);
        renamed.map_err(|cause| target.io("put in place", new, cause))
    }

    /// An error about something in this folder.
    pub(super) fn io(&self, doing: &'static str, name: impl AsRef<Path>, cause: io::Error) -> DiskError {
        DiskError::io(doing, self.path.join(name), cause)
    }
}

/// A place in the tree below a folder.
pub(super) struct Branch<'f> {
    root: &'f Dir,
    open: Vec<(String, Dir)>,
}

/// Why a path's folder cannot be entered.
pub(super) enum DeadEnd {
    /// The folder at this path, the first of several perhaps, is not there.
    Missing(String),
    /// At this path stands something that is not a folder.
    NotAFolder(String),
    /// The operating system refused.
    Io(String, io::Error),
}

impl<'f> Branch<'f> {
    /// A walk that starts at `root`.
    pub(super) fn new(root: &'f Dir) -> Branch<'f> {
        Branch { root, open: Vec::new() }
    }

    /// The folder of `path` and the last name.
    pub(super) fn enter<'p>(&mut self, path: &'p OutPath) -> Result<(&Dir, &'p str), DeadEnd> {
        self.walk(path, Branch::step)
    }

    /// As [`Branch::enter`], and makes the folders that are not there.
    pub(super) fn make<'p>(&mut self, path: &'p OutPath) -> Result<(&Dir, &'p str), DeadEnd> {
        self.walk(path, |dir, name| match Branch::step(dir, name) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                match dir.create_dir(name) {
                    // Another thread was faster.
                    Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
                    _ => {}
                }
                Branch::step(dir, name)
            }
            other => other,
        })
    }

    /// Removes the file at `path`, if there is one, and the folders that this leaves empty.
    pub(super) fn remove(&mut self, path: &OutPath) -> Result<(), (String, io::Error)> {
        match self.enter(path) {
            Ok((dir, name)) => match dir.remove_file(name) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(_) if dir.symlink_metadata(name).is_ok_and(|metadata| metadata.is_dir()) => return Ok(()),
                Err(error) => return Err((path.to_string(), error)),
            },
            Err(DeadEnd::Missing(_) | DeadEnd::NotAFolder(_)) => {}
            Err(DeadEnd::Io(at, error)) => return Err((at, error)),
        }
        self.prune(path)
    }

    /// Removes those of the open folders of `path` that are empty, from the last up.
    fn prune(&mut self, path: &OutPath) -> Result<(), (String, io::Error)> {
        use io::ErrorKind::{AlreadyExists, DirectoryNotEmpty, NotFound, ResourceBusy};
        let folders: Vec<&str> = path.as_str().split('/').collect();
        for depth in (0..self.open.len()).rev() {
            self.open.truncate(depth);
            let dir = self.open.last().map_or(self.root, |(_, dir)| dir);
            match dir.remove_dir(folders[depth]) {
                Ok(()) => {}
                // Some systems say that it exists where others say that it is not empty; a mount point is busy.
                Err(error) if matches!(error.kind(), DirectoryNotEmpty | AlreadyExists) => break,
                Err(error) if matches!(error.kind(), NotFound | ResourceBusy) => break,
                Err(error) => return Err((folders[..=depth].join("/"), error)),
            }
        }
        Ok(())
    }

    fn walk<'p>(
        &mut self,
        path: &'p OutPath,
        step: impl Fn(&Dir, &str) -> io::Result<Dir>,
    ) -> Result<(&Dir, &'p str), DeadEnd> {
        let (folders, name) = path.as_str().rsplit_once('/').unwrap_or(("", path.as_str()));
        let folders = folders.split('/').filter(|name| !name.is_empty());
        let shared = folders.clone().zip(&self.open).take_while(|(name, (open, _))| name == open).count();
        self.open.truncate(shared);
        for folder in folders.clone().skip(shared) {
            let dir = self.open.last().map_or(self.root, |(_, dir)| dir);
            match step(dir, folder) {
                Ok(next) => self.open.push((folder.to_owned(), next)),
                Err(error) => {
                    let at: Vec<&str> = folders.take(self.open.len() + 1).collect();
                    return Err(DeadEnd::of(dir, at.join("/"), folder, error));
                }
            }
        }
        Ok((self.open.last().map_or(self.root, |(_, dir)| dir), name))
    }

    fn step(dir: &Dir, name: &str) -> io::Result<Dir> {
        dir.open_dir_nofollow(name)
    }
}

impl DeadEnd {
    fn of(dir: &Dir, at: String, name: &str, error: io::Error) -> DeadEnd {
        match dir.symlink_metadata(name) {
            Err(missing) if missing.kind() == io::ErrorKind::NotFound => match error.kind() {
                io::ErrorKind::NotFound => DeadEnd::Missing(at),
                _ => DeadEnd::Io(at, error),
            },
            Ok(metadata) if !metadata.is_dir() => DeadEnd::NotAFolder(at),
            _ => DeadEnd::Io(at, error),
        }
    }

    /// The dead end as an error, where the path should have been free.
    pub(super) fn error(self, doing: &'static str, root: &Path) -> DiskError {
        match self {
            DeadEnd::Missing(at) => DiskError::io(doing, root.join(at), io::ErrorKind::NotFound.into()),
            DeadEnd::NotAFolder(at) => DiskError::Blocked { path: root.join(at) },
            DeadEnd::Io(at, cause) => DiskError::io(doing, root.join(at), cause),
        }
    }
}

/// Writes a new file; whatever stands there already, a link too, is an error.
pub(super) fn write_new(dir: &Dir, name: &str, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).follow(FollowSymlinks::No);
    dir.open_with(name, &options)?.write_all(bytes)
}

/// Whether the plain file `name` in `dir` has exactly these bytes.
pub(super) fn holds(dir: &Dir, name: &str, bytes: &[u8], buffer: &mut Vec<u8>) -> bool {
    read_sized(dir, name, bytes.len() as u64, buffer) && buffer == bytes
}

/// Reads the plain file `name` of exactly `size` bytes into `buffer`; false when there is no such file.
pub(super) fn read_sized(dir: &Dir, name: &str, size: u64, buffer: &mut Vec<u8>) -> bool {
    buffer.clear();
    match plain::open(dir, Path::new(name)) {
        Ok((file, found)) if found == size => {
            plain::read(&file, size, buffer).is_ok() && buffer.len() as u64 == size
        }
        _ => false,
    }
}
