//! Makes a folder hold a site: whole or not at all, writing only what changed, removing only what is ours.
//!
//! In: the paths of all outputs and a closure that renders one. Everything is rendered before anything is
//! touched; a new folder is renamed into place in one step (`fresh`), an existing one is updated under a
//! journal (`update`). Killed at any moment, every file is whole and the next build finishes or undoes the
//! work. Does not know what a page is, and writes nowhere but in the folder and beside a folder that is new.

mod branch;
mod error;
mod fit;
mod fresh;
mod journal;
mod lock;
mod manifest;
mod obstacles;
mod render;
mod stage;
mod sync;
mod update;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rayon::prelude::*;

use self::branch::{Branch, Folder, read_sized};
use self::journal::Journal;
use self::manifest::Manifest;
use crate::base::{ContentHash, OutPath};
use crate::source::Kind;

pub use error::{DiskError, PublishError, RENDER_ERRORS, Unfit};

/// Publishes the site: afterwards the folder holds exactly its outputs and the files of others.
///
/// `render` is called on several threads, once for each output, or not at all when the folder already holds
/// the site that `job.inputs` makes. `progress` is told each step.
pub fn publish<B: AsRef<[u8]>, E: Send>(
    job: &Job<'_>,
    render: impl Fn(&OutPath) -> Result<B, E> + Sync,
    progress: &(dyn Fn(Step<'_>) + Sync),
) -> Result<Published, PublishError<E>> {
    let outputs = render::sorted(job.outputs)?;
    let path = fit::resolve(job.folder, job.project)?;
    loop {
        if path.symlink_metadata().is_ok() {
            return into_existing(job, &outputs, &path, &render, progress);
        }
        // `None`: another build made the folder while this one waited.
        if let Some(published) = into_new(job, &outputs, &path, &render, progress)? {
            return Ok(published);
        }
    }
}

/// What to publish, and where.
#[derive(Clone, Copy, Debug)]
pub struct Job<'a> {
    /// The output folder; it and the folders above it need not exist.
    pub folder: &'a Path,
    /// The project, which must never be written into.
    pub project: &'a Path,
    /// Whether to publish into a folder with files of others, and over those that stand in the way.
    pub adopt: bool,
    /// The hash of everything the site is made of: the same inputs, the same bytes.
    pub inputs: ContentHash,
    /// Every output, in any order.
    pub outputs: &'a [OutPath],
    /// How long to wait for another build that holds the folder; [`PATIENCE`] unless there is a reason.
    pub patience: Duration,
}

/// How long a build waits for another: longer than a build of 10,000 pages takes.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// What was done, in numbers of files.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Published {
    /// New or changed.
    pub written: usize,
    /// Of the site before and not in this one.
    pub removed: usize,
    /// Already right.
    pub unchanged: usize,
}

/// A step of [`publish`], told when it is done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step<'a> {
    /// Another build holds the folder: its process id, where it is known. Told before the wait, once.
    Waiting {
        /// The process id.
        pid: Option<u32>,
    },
    /// The folder is ours alone.
    Locked,
    /// What a killed build had decided was finished.
    RolledForward,
    /// What a killed build had begun was undone.
    RolledBack,
    /// There is a stage; nothing is rendered yet.
    Staging,
    /// An output was rendered.
    Rendered(&'a OutPath),
    /// A changed file was staged.
    Staged(&'a OutPath),
    /// The new manifest and the folders for new files are there.
    Listed,
    /// All that is staged is on the disk.
    Synced,
    /// The new site counts, whatever happens from here on.
    Committed,
    /// A file was renamed into place.
    Placed(&'a OutPath),
    /// A file of the site before was removed.
    Removed(&'a OutPath),
    /// The new manifest is in place.
    Recorded,
    /// The journal was removed.
    Closed,
}

/// The lock's name in an existing folder, and what it ends with beside a new one.
const LOCK: &str = ".greenroom-lock";

fn into_existing<B: AsRef<[u8]>, E: Send>(
    job: &Job<'_>,
    outputs: &[&OutPath],
    path: &Path,
    render: impl Fn(&OutPath) -> Result<B, E> + Sync,
    progress: &(dyn Fn(Step<'_>) + Sync),
) -> Result<Published, PublishError<E>> {
    let folder = Folder::open(path)?;
    let _lock = lock::take(&folder, Path::new(LOCK), job.patience, progress)?;
    progress(Step::Locked);
    recover(&folder, progress)?;
    if let (Some(above), Some(name)) = (path.parent(), path.file_name()) {
        fresh::tidy(above, Path::new(name), LOCK);
    }
    let old = match Manifest::read(&folder)? {
        Some(manifest) => manifest,
        None if job.adopt || is_empty(&folder)? => {
            Manifest { inputs: ContentHash::of(b""), files: BTreeMap::new() }
        }
        None => return Err(DiskError::NotOurs { folder: folder.path.clone() }.into()),
    };
    if old.inputs == job.inputs && old.files.keys().eq(outputs.iter().copied()) && is_intact(&folder, &old) {
        return Ok(Published { written: 0, removed: 0, unchanged: outputs.len() });
    }
    update::publish(job, outputs, &folder, &old, render, progress)
}

fn into_new<B: AsRef<[u8]>, E: Send>(
    job: &Job<'_>,
    outputs: &[&OutPath],
    path: &Path,
    render: impl Fn(&OutPath) -> Result<B, E> + Sync,
    progress: &(dyn Fn(Step<'_>) + Sync),
) -> Result<Option<Published>, PublishError<E>> {
    let (Some(above), Some(name)) = (path.parent(), path.file_name().map(Path::new)) else {
        return Err(DiskError::Unfit { folder: path.to_owned(), why: Unfit::Root }.into());
    };
    let missing: Vec<PathBuf> =
        above.ancestors().take_while(|folder| !folder.exists()).map(Path::to_owned).collect();
    let published = std::fs::create_dir_all(above)
        .map_err(|cause| DiskError::io("make the folder", above, cause).into())
        .and_then(|()| {
            let parent = Folder::open(above)?;
            let lock_name = fresh::beside(name, LOCK);
            let _lock = lock::take(&parent, &lock_name, job.patience, progress)?;
            progress(Step::Locked);
            if parent.dir.symlink_metadata(name).is_ok() {
                return Ok(None);
            }
            fresh::publish(job, outputs, &parent, name, render, progress).map(Some)
        });
    if published.is_err() {
        // Only those that are still empty go.
        missing.iter().take_while(|folder| std::fs::remove_dir(folder).is_ok()).for_each(drop);
    }
    published
}

/// Finishes or undoes what a killed build left.
fn recover(folder: &Folder, progress: &(dyn Fn(Step<'_>) + Sync)) -> Result<(), DiskError> {
    if let Some(journal) = Journal::read(folder)? {
        journal.roll_forward(folder, progress)?;
        progress(Step::RolledForward);
    } else if stage::roll_back(folder)? {
        progress(Step::RolledBack);
    }
    Ok(())
}

/// Whether nothing stands in the folder but our lock and what systems leave in every folder.
fn is_empty(folder: &Folder) -> Result<bool, DiskError> {
    let fail = |cause| DiskError::io("read the folder", &folder.path, cause);
    for entry in folder.dir.entries().map_err(fail)? {
        let name = entry.map_err(fail)?.file_name();
        if name != LOCK && !Kind::is_litter(&name.to_string_lossy()) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether every file of the manifest is on the disk as it was written.
fn is_intact(folder: &Folder, manifest: &Manifest) -> bool {
    let files: Vec<_> = manifest.files.iter().collect();
    let state = || (Branch::new(&folder.dir), Vec::new());
    files
        .par_iter()
        .with_min_len(64)
        .map_init(state, |(branch, buffer), (path, entry)| {
            branch.enter(path).is_ok_and(|(dir, name)| {
                read_sized(dir, name, entry.size, buffer) && ContentHash::of(buffer) == entry.hash
            })
        })
        .all(|intact| intact)
}
