//! The journal: what is left to do once a build is decided, and doing it, as often as it takes.
//!
//! Its rename into the output folder is the moment from which the new site counts. Each step can be repeated:
//! a file that is no longer staged has been put in place. Renders nothing and needs no free disk space except
//! where a file makes room for a folder.

use std::io;

use serde::{Deserialize, Serialize};

use super::branch::{Branch, Folder};
use super::error::DiskError;
use super::{Step, manifest, stage, sync};
use crate::base::OutPath;

/// The journal's name in the output folder.
pub(super) const NAME: &str = ".greenroom-journal.json";
/// Its name in the stage, before it counts.
const DRAFT: &str = "journal.json";

/// What is left to do.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Journal {
    /// Staged files, in the order in which they are put in place.
    pub puts: Vec<Put>,
    /// Files of the site before that are not in the new one.
    pub removals: Vec<OutPath>,
}

/// One staged file.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Put {
    /// Its number in the stage.
    pub staged: usize,
    /// Where it belongs.
    pub path: OutPath,
    /// Files of ours in its way: below a folder of its name, or in the place of its folder.
    pub clear: Vec<OutPath>,
}

/// The journal as JSON.
#[derive(Serialize, Deserialize)]
struct Raw {
    version: u32,
    puts: Vec<(usize, String, Vec<String>)>,
    removals: Vec<String>,
}

impl Journal {
    /// The journal that a killed build committed; `None` when there is none.
    pub(super) fn read(folder: &Folder) -> Result<Option<Journal>, DiskError> {
        let Some(bytes) = folder.read_record(NAME)? else { return Ok(None) };
        parse(&bytes).map(Some).map_err(|why| DiskError::Record { path: folder.path.join(NAME), why })
    }

    /// Decides for the new site: from here on it is rolled forward, never back.
    pub(super) fn commit(
        &self,
        folder: &Folder,
        stage: &Folder,
        progress: &(dyn Fn(Step<'_>) + Sync),
    ) -> Result<(), DiskError> {
        stage.write(DRAFT, &self.to_bytes()?)?;
        sync::all(&folder.path)?;
        progress(Step::Synced);
        stage.hand_over(DRAFT, folder, NAME)?;
        sync::names(&folder.path);
        progress(Step::Committed);
        Ok(())
    }

    /// Does what is left.
    pub(super) fn roll_forward(
        &self,
        folder: &Folder,
        progress: &(dyn Fn(Step<'_>) + Sync),
    ) -> Result<(), DiskError> {
        if let Some(stage) = stage::open(folder)? {
            self.put_all(folder, &stage, progress)?;
            self.remove_all(folder, progress)?;
            if stage.dir.try_exists(stage::MANIFEST).unwrap_or(true) {
                stage.hand_over(stage::MANIFEST, folder, manifest::NAME)?;
            }
            progress(Step::Recorded);
            // The new names must not come after the end of the journal.
            sync::all(&folder.path)?;
        }
        folder.dir.remove_file(NAME).map_err(|cause| folder.io("remove", NAME, cause))?;
        progress(Step::Closed);
        stage::remove(folder)
    }

    fn put_all(
        &self,
        folder: &Folder,
        stage: &Folder,
        progress: &(dyn Fn(Step<'_>) + Sync),
    ) -> Result<(), DiskError> {
        let mut branch = Branch::new(&folder.dir);
        for Put { staged, path, clear } in &self.puts {
            let staged = staged.to_string();
            if !clear.is_empty() && !stage.dir.try_exists(&staged).unwrap_or(true) {
                continue;
            }
            for path in clear {
                remove(folder, &mut branch, path)?;
                progress(Step::Removed(path));
            }
            let place = branch.make(path).map_err(|end| end.error("make the folder", &folder.path))?;
            match stage.dir.rename(&staged, place.0, place.1) {
                Ok(()) => progress(Step::Placed(path)),
                // Put in place before a kill.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(cause) => return Err(folder.io("put in place", path.as_str(), cause)),
            }
        }
        Ok(())
    }

    fn remove_all(&self, folder: &Folder, progress: &(dyn Fn(Step<'_>) + Sync)) -> Result<(), DiskError> {
        let mut branch = Branch::new(&folder.dir);
        for path in &self.removals {
            remove(folder, &mut branch, path)?;
            progress(Step::Removed(path));
        }
        Ok(())
    }

    fn to_bytes(&self) -> Result<Vec<u8>, DiskError> {
        let texts = |paths: &[OutPath]| paths.iter().map(OutPath::to_string).collect();
        let puts =
            self.puts.iter().map(|put| (put.staged, put.path.to_string(), texts(&put.clear))).collect();
        manifest::to_json(&Raw { version: manifest::VERSION, puts, removals: texts(&self.removals) })
    }
}

fn remove(folder: &Folder, branch: &mut Branch<'_>, path: &OutPath) -> Result<(), DiskError> {
    branch.remove(path).map_err(|(at, cause)| folder.io("remove", at, cause))
}

fn parse(bytes: &[u8]) -> Result<Journal, String> {
    let raw: Raw = manifest::from_json(bytes)?;
    let paths = |texts: Vec<String>| -> Result<Vec<OutPath>, String> {
        texts.iter().map(|text| manifest::path_of(text)).collect()
    };
    let put = |(staged, path, clear): (usize, String, Vec<String>)| {
        Ok(Put { staged, path: manifest::path_of(&path)?, clear: paths(clear)? })
    };
    let puts = raw.puts.into_iter().map(put).collect::<Result<_, String>>()?;
    Ok(Journal { puts, removals: paths(raw.removals)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reads_back() {
        let path = |text| OutPath::new(text).expect("a fair path");
        let put = Put { staged: 7, path: path("a"), clear: vec![path("a/b")] };
        let journal = Journal { puts: vec![put], removals: vec![path("c")] };
        assert_eq!(parse(&journal.to_bytes().expect("JSON")), Ok(journal));
    }
}
