//! The system's events: which folders are watched, and whether anything is seen at all.
//!
//! Folders only, never files: an editor that replaces a file would leave a dead watch behind. The project's
//! own folder is watched without what is below it, for its files and for input folders that come and go; each
//! input folder with all below it.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use notify::{Config, Error, ErrorKind, RecommendedWatcher, RecursiveMode, Watcher as _, WatcherKind};

use super::hint;
use super::how::Reason;
use super::inbox::Inbox;
use crate::disk::Look;
use crate::source::FOLDERS;

/// How long the first event may take: it comes within a millisecond, but a machine can be very busy.
const PROBE: Duration = Duration::from_secs(2);
/// How often a folder is tried that changes while it is entered.
const ATTEMPTS: usize = 3;

/// Watches by events.
#[derive(Debug)]
pub struct Eyes {
    root: PathBuf,
    watcher: RecommendedWatcher,
}

/// Why nothing can be seen.
#[derive(Debug)]
pub enum Blind {
    /// There is no folder at the project's place.
    Gone,
    /// Its folders come and go faster than they can be watched.
    Busy,
    /// The system cannot do it.
    Unable(Reason),
}

impl Eyes {
    /// Watches the project at `root`, a real path; `inbox` hears of changes.
    pub fn open(root: &Path, inbox: &Arc<Inbox>) -> Result<Eyes, Blind> {
        let (place, inbox) = (root.to_owned(), Arc::clone(inbox));
        let mut alive = false;
        let tell = move |event: notify::Result<notify::Event>| {
            // Every file that a scan opens comes here: the lock only when there is something to tell.
            if !std::mem::replace(&mut alive, true) {
                inbox.hear();
            }
            hint::hints(&place, &event).into_iter().for_each(|hint| inbox.tell(hint));
        };
        // A link is refused by a scan: what it leads to is no input.
        let config = Config::default().with_follow_symlinks(false);
        let watcher = RecommendedWatcher::new(tell, config).map_err(blind)?;
        let mut eyes = Eyes { root: root.to_owned(), watcher };
        if !root.is_dir() {
            return Err(Blind::Gone);
        }
        eyes.watcher.watch(root, RecursiveMode::NonRecursive).map_err(blind)?;
        FOLDERS.iter().try_for_each(|name| eyes.watch(name))?;
        Ok(eyes)
    }

    /// Whether events arrive at all.
    ///
    /// Where opening a folder is an event, that is the probe: nothing is written, so it works in a folder that
    /// may only be read, and wakes no other program that watches it. Elsewhere there is none.
    pub fn see(&self, inbox: &Inbox) -> bool {
        if !is_inotify() {
            return true;
        }
        std::fs::read_dir(&self.root).is_err() || inbox.wait_for_life(PROBE)
    }

    /// Makes sure that every folder among the places of `look` is watched before it is looked at.
    ///
    /// `false` when events of other places may have been lost meanwhile.
    pub fn refresh(&mut self, look: &Look) -> Result<bool, Blind> {
        let came = match look {
            Look::Everywhere => FOLDERS.into_iter().collect(),
            Look::At(places) => {
                let folders = places.iter().filter(|place| {
                    // With inotify, files made together with their folder give no event, and a folder that
                    // vanishes while its neighbours are entered leaves them unwatched: enter them again. The
                    // call also waits until the watcher has entered what it has told of.
                    FOLDERS.contains(&place.as_str())
                        || is_inotify() && self.root.join(place.as_str()).is_dir()
                });
                folders.filter_map(|place| place.parts().next()).collect::<BTreeSet<_>>()
            }
        };
        came.iter().try_for_each(|name| self.watch(name))?;
        // Others start their stream of events anew.
        Ok(came.is_empty() || is_inotify())
    }

    /// Watches one of the project's input folders, if it is there.
    fn watch(&mut self, name: &str) -> Result<(), Blind> {
        let path = self.root.join(name);
        for _ in 0..ATTEMPTS {
            if !path.symlink_metadata().is_ok_and(|metadata| metadata.is_dir()) {
                return Ok(());
            }
            match self.watcher.watch(&path, RecursiveMode::Recursive).map_err(blind) {
                Err(Blind::Gone) => {}
                other => return other,
            }
        }
        Err(Blind::Busy)
    }
}

fn is_inotify() -> bool {
    RecommendedWatcher::kind() == WatcherKind::Inotify
}

fn blind(error: Error) -> Blind {
    match error.kind {
        ErrorKind::PathNotFound => Blind::Gone,
        ErrorKind::MaxFilesWatch => Blind::Unable(Reason::Folders),
        ErrorKind::Io(cause) => match cause.raw_os_error() {
            _ if cause.kind() == io::ErrorKind::NotFound => Blind::Gone,
            // ENFILE and EMFILE (errno(3)): what watches for a program is an open file.
            Some(23 | 24) if cfg!(unix) => Blind::Unable(Reason::Programs),
            _ => refused(error.paths, cause.to_string()),
        },
        kind => refused(error.paths, Error::new(kind).to_string()),
    }
}

fn refused(folders: Vec<PathBuf>, cause: String) -> Blind {
    let folder = folders.into_iter().next().unwrap_or_default();
    Blind::Unable(Reason::Refused { folder, cause })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dev::watch::How;

    fn said(error: Error) -> String {
        match blind(error) {
            Blind::Unable(reason) => How::Polling(reason).to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn why_nothing_can_be_watched_is_said() {
        let said_of =
            |number| said(Error::io(io::Error::from_raw_os_error(number)).add_path("/p/a\u{1b}".into()));
        assert_eq!(said(Error::path_not_found()), "Gone");
        assert!(said(Error::new(ErrorKind::MaxFilesWatch)).contains("max_user_watches"));
        #[cfg(unix)]
        assert!(said_of(24).contains("max_user_instances"));
        assert_eq!(said_of(2), "Gone");
        let denied = said_of(13);
        assert!(denied.contains("half second: `/p/a\\u{1b}` cannot be watched: "), "{denied}");
    }
}
