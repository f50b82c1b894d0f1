//! The stage inside an existing output folder: changed files under numbers, until a journal is committed.
//!
//! Before the commit everything here can be undone: the stage goes, and the empty folders that were made for
//! new files go with it. Knows nothing of what is rendered.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use cap_fs_ext::DirExt;
use serde::{Deserialize, Serialize};

use super::branch::{Branch, DeadEnd, Folder};
use super::error::DiskError;
use super::journal::Put;
use super::manifest;
use crate::base::OutPath;

/// The stage's name in the output folder.
pub(super) const NAME: &str = ".greenroom-stage";
/// The new manifest in the stage.
pub(super) const MANIFEST: &str = "manifest.json";
/// The folders that were made for this build.
const FOLDERS: &str = "folders.json";

/// The list of folders as JSON.
#[derive(Serialize, Deserialize)]
struct Raw {
    version: u32,
    folders: BTreeSet<String>,
}

/// Makes an empty stage.
pub(super) fn create(folder: &Folder) -> Result<Folder, DiskError> {
    folder.make(Path::new(NAME))
}

/// Opens the stage; `None` when there is none.
pub(super) fn open(folder: &Folder) -> Result<Option<Folder>, DiskError> {
    let path = folder.path.join(NAME);
    match folder.dir.open_dir_nofollow(NAME) {
        Ok(dir) => Ok(Some(Folder { path, dir })),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(cause) => match folder.dir.symlink_metadata(NAME) {
            Ok(metadata) if !metadata.is_dir() => Err(DiskError::Blocked { path }),
            _ => Err(DiskError::io("open the folder", path, cause)),
        },
    }
}

/// Makes the folders that the new files need, noting first which they are.
///
/// Done before the commit, because a full disk can refuse a folder.
pub(super) fn make_folders(folder: &Folder, stage: &Folder, puts: &[Put]) -> Result<(), DiskError> {
    // Where something must go first, the folder is made when it has gone.
    let free = || puts.iter().filter(|put| put.clear.is_empty());
    let mut branch = Branch::new(&folder.dir);
    let mut folders = BTreeSet::new();
    for Put { path, .. } in free() {
        if let Err(DeadEnd::Missing(first)) = branch.enter(path) {
            let parts = path.as_str().match_indices('/').map(|(end, _)| &path.as_str()[..end]);
            folders.extend(parts.filter(|part| part.len() >= first.len()).map(str::to_owned));
        }
    }
    stage.write(FOLDERS, &manifest::to_json(&Raw { version: manifest::VERSION, folders })?)?;
    for Put { path, .. } in free() {
        branch.make(path).map_err(|end| end.error("make the folder", &folder.path))?;
    }
    Ok(())
}

/// Removes the stage and the folders made for it, as far as they are empty; false when there is no stage.
pub(super) fn roll_back(folder: &Folder) -> Result<bool, DiskError> {
    let Some(stage) = open(folder)? else { return Ok(false) };
    let list = stage.read_record(FOLDERS)?.and_then(|bytes| manifest::from_json::<Raw>(&bytes).ok());
    let mut branch = Branch::new(&folder.dir);
    // A list that was cut off is no loss: its folders were not made yet.
    for made in list.map(|list| list.folders).unwrap_or_default().iter().rev() {
        let Ok(made) = OutPath::new(made) else { continue };
        if let Ok((dir, name)) = branch.enter(&made) {
            // Fails when somebody has put a file there: then it stays.
            let _ = dir.remove_dir(name);
        }
    }
    remove(folder)?;
    Ok(true)
}

/// Removes the stage.
pub(super) fn remove(folder: &Folder) -> Result<(), DiskError> {
    match folder.dir.remove_dir_all(NAME) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(folder.io("remove", NAME, cause)),
        _ => Ok(()),
    }
}
