//! One build at a time: a lock file that exists only while a build holds it.
//!
//! The operating system drops the lock of a process that dies, so a file that is left over locks nobody out.
//! Waits with the clock; says nothing of what is being built.

use std::fs::{File, TryLockError};
use std::io::{self, Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use cap_fs_ext::{FollowSymlinks, MetadataExt, OpenOptionsFollowExt};
use cap_std::fs::{Metadata, OpenOptions};

use super::Step;
use super::branch::Folder;
use super::error::DiskError;

/// A lock that is held until this is dropped.
pub(super) struct Lock<'f> {
    folder: &'f Folder,
    name: &'f Path,
    file: File,
}

/// How long to wait between two attempts: short against a build, long against a system call.
const PAUSE: Duration = Duration::from_millis(20);

/// Takes the lock `name` in `folder`, waiting up to `patience` for another build to end.
///
/// Making the file shows early whether the folder can be written at all.
pub(super) fn take<'f>(
    folder: &'f Folder,
    name: &'f Path,
    patience: Duration,
    progress: &(dyn Fn(Step<'_>) + Sync),
) -> Result<Lock<'f>, DiskError> {
    let start = Instant::now();
    let mut told = false;
    loop {
        let mut file = open(folder, name).map_err(|cause| folder.io("write", name, cause))?;
        match file.try_lock() {
            Ok(()) if is_current(folder, name, &file) => {
                // For the message of a build that waits; a full disk must not keep this one from freeing space.
                let _ = file.set_len(0).and_then(|()| write!(file, "{}", std::process::id()));
                return Ok(Lock { folder, name, file });
            }
            // The build before us removed the file it held; try the new one.
            Ok(()) => continue,
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(cause)) => return Err(folder.io("lock", name, cause)),
        }
        let pid = holder(&mut file);
        if start.elapsed() >= patience {
            return Err(DiskError::Busy { folder: folder.path.clone(), pid });
        }
        if !told {
            progress(Step::Waiting { pid });
            told = true;
        }
        std::thread::sleep(PAUSE);
    }
}

impl Drop for Lock<'_> {
    fn drop(&mut self) {
        // Removed while it is locked, so that nobody locks a file that is about to go; Windows cannot do that.
        if cfg!(unix) {
            let _ = self.folder.dir.remove_file(self.name);
        }
        let _ = self.file.unlock();
    }
}

fn open(folder: &Folder, name: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).follow(FollowSymlinks::No);
    folder.dir.open_with(name, &options).map(cap_std::fs::File::into_std)
}

/// Whether `file` still is what `name` leads to.
fn is_current(folder: &Folder, name: &Path, file: &File) -> bool {
    let there = folder.dir.symlink_metadata(name);
    let here = Metadata::from_file(file);
    matches!((there, here), (Ok(there), Ok(here)) if there.dev() == here.dev() && there.ino() == here.ino())
}

/// The process that wrote its id into the file.
fn holder(file: &mut File) -> Option<u32> {
    let mut text = String::new();
    file.take(16).read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
}
