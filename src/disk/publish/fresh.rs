//! A site in a folder that is not there yet: written beside its place and renamed in one step.
//!
//! Whoever looks sees no site or the whole site. What a killed build left beside the place is removed.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::branch::{Branch, Folder, write_new};
use super::error::{DiskError, PublishError};
use super::manifest::{self, Entry, Manifest};
use super::{Job, Published, Step, lock, render, sync};
use crate::base::OutPath;

/// What the stage's name ends with.
const STAGE: &str = ".greenroom-new";

/// The name of a record of ours beside the folder `name`: `.public.greenroom-new`.
pub(super) fn beside(name: &Path, end: &str) -> PathBuf {
    let mut beside = OsString::from(".");
    beside.push(name);
    beside.push(end);
    PathBuf::from(beside)
}

/// Publishes `outputs` as the new folder `name` in `parent`.
pub(super) fn publish<B: AsRef<[u8]>, E: Send>(
    job: &Job<'_>,
    outputs: &[&OutPath],
    parent: &Folder,
    name: &Path,
    render: impl Fn(&OutPath) -> Result<B, E> + Sync,
    progress: &(dyn Fn(Step<'_>) + Sync),
) -> Result<Published, PublishError<E>> {
    let stage_name = beside(name, STAGE);
    discard(parent, &stage_name)?;
    let stage = parent.make(&stage_name)?;
    progress(Step::Staging);
    let place = parent.path.join(name);
    let published = fill(job, outputs, &stage, &place, render, progress)
        .and_then(|()| put(parent, &stage_name, name, progress).map_err(PublishError::Disk));
    match published {
        Ok(()) => Ok(Published { written: outputs.len(), removed: 0, unchanged: 0 }),
        Err(error) => {
            // The first error is the one to tell; what cannot be removed now, the next build removes.
            let _ = discard(parent, &stage_name);
            Err(error)
        }
    }
}

/// Writes the whole site into the stage; errors name the `place` where a file was to stand.
fn fill<B: AsRef<[u8]>, E: Send>(
    job: &Job<'_>,
    outputs: &[&OutPath],
    stage: &Folder,
    place: &Path,
    render: impl Fn(&OutPath) -> Result<B, E> + Sync,
    progress: &(dyn Fn(Step<'_>) + Sync),
) -> Result<(), PublishError<E>> {
    let branch = || Branch::new(&stage.dir);
    let entries = render::each(outputs, render, progress, branch, |branch, _, path, bytes| {
        let (dir, name) = branch.make(path).map_err(|end| end.error("make the folder", place))?;
        write_new(dir, name, bytes)
            .map_err(|cause| DiskError::io("write", place.join(path.as_str()), cause))?;
        progress(Step::Staged(path));
        Ok(Entry::of(bytes))
    })?;
    let files = outputs.iter().copied().cloned().zip(entries).collect();
    let manifest = Manifest { inputs: job.inputs, files };
    write_new(&stage.dir, manifest::NAME, &manifest.to_bytes()?)
        .map_err(|cause| DiskError::io("write", place.join(manifest::NAME), cause))?;
    progress(Step::Listed);
    sync::all(&stage.path)?;
    progress(Step::Synced);
    Ok(())
}

fn put(
    parent: &Folder,
    stage: &Path,
    name: &Path,
    progress: &(dyn Fn(Step<'_>) + Sync),
) -> Result<(), DiskError> {
    let renamed = parent.dir.rename(stage, &parent.dir, name);
    renamed.map_err(|cause| parent.io("put the site in place at", name, cause))?;
    progress(Step::Committed);
    sync::names(&parent.path);
    Ok(())
}

/// Removes what a killed build left beside the folder `name`, as far as it can; other builds keep theirs.
pub(super) fn tidy(parent: &Path, name: &Path, lock: &str) {
    let (stage, lock) = (beside(name, STAGE), beside(name, lock));
    if [&stage, &lock].iter().all(|left| parent.join(left).symlink_metadata().is_err()) {
        return;
    }
    let Ok(parent) = Folder::open(parent) else { return };
    if let Ok(_lock) = lock::take(&parent, &lock, Duration::ZERO, &|_| ()) {
        let _ = discard(&parent, &stage);
    }
}

/// Removes a stage; a link of its name is removed, not followed.
fn discard(parent: &Folder, stage: &Path) -> Result<(), DiskError> {
    let removed = match parent.dir.symlink_metadata(stage) {
        Ok(metadata) if metadata.is_dir() => parent.dir.remove_dir_all(stage),
        Ok(_) => parent.dir.remove_file(stage),
        Err(error) => Err(error),
    };
    match removed {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(parent.io("remove", stage, cause)),
        _ => Ok(()),
    }
}
