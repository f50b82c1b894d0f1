//! Bringing what was written onto the disk, so that a power cut finds it there.
//!
//! A kill needs none of this; and a file that a power cut spoils all the same is found by its hash and written
//! again by the next build.

use std::path::Path;

use super::error::DiskError;

/// Waits until everything written below `folder` is on the disk.
///
/// One call for the whole file system: an fsync for each of 10,000 files takes seconds.
#[cfg(target_os = "linux")]
pub(super) fn all(folder: &Path) -> Result<(), DiskError> {
    let handle = std::fs::File::open(folder).map_err(|cause| DiskError::io("open", folder, cause))?;
    rustix::fs::syncfs(&handle).map_err(|errno| DiskError::io("write to the disk of", folder, errno.into()))
}

/// Other systems have no such call; the records are synced by the caller and pages heal by their hash.
#[cfg(not(target_os = "linux"))]
pub(super) fn all(folder: &Path) -> Result<(), DiskError> {
    let _ = folder;
    Ok(())
}

/// Waits until the names in `folder` are on the disk; a system that cannot sync a folder is trusted.
pub(super) fn names(folder: &Path) {
    let _ = std::fs::File::open(folder).and_then(|handle| handle.sync_all());
}
