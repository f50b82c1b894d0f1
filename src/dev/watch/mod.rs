//! Says when to look at a project again, and where: wake-ups, never contents.
//!
//! In: the project's folder. Out: [`Look`]s, each once the folder has been quiet for a moment. Whether
//! anything has changed is for content hashes to decide: a look may find nothing. Watches the project's
//! input only; no output, repository or build folder wakes it. Starts no thread but that of the event source.

mod eyes;
mod hint;
mod how;
mod inbox;
mod listing;
mod mounts;
mod pending;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use self::eyes::{Blind, Eyes};
use self::inbox::{Inbox, Woken};
use self::listing::Polling;
use self::pending::{Hint, News};
use crate::disk::{Look, ScanError};

pub use self::how::{How, Reason};

/// How often the files are listed when there are no events, and how often a folder that is gone is sought.
///
/// A listing of 2,000 files takes less than 10 ms on a local disk: at most a fiftieth of a core.
const INTERVAL: Duration = Duration::from_millis(500);

/// What an author may decide about watching.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Settings {
    /// When to list the files instead of waiting for events.
    pub poll: Poll,
}

/// When the files are listed over and over.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Poll {
    /// When the system cannot tell of changes.
    #[default]
    WhenNeeded,
    /// Always: `--poll`.
    Always,
}

/// Waits for a project's files to change.
///
/// As an iterator it blocks until something may have changed and the folder is quiet, and ends when a
/// [`Bell`] stops it. What changes while nobody waits is in the next look. To miss nothing, start it before
/// the first scan.
#[derive(Debug)]
pub struct Watcher {
    root: PathBuf,
    inbox: Arc<Inbox>,
    sight: Sight,
}

/// Where the wake-ups come from.
#[derive(Debug)]
enum Sight {
    Events(Eyes),
    Polling(Reason, Polling),
    /// The project's folder is gone; it may come back.
    Gone,
}

/// Ends the wait of a [`Watcher`] from another thread.
#[derive(Clone, Debug)]
pub struct Bell(Arc<Inbox>);

impl Bell {
    /// Ends the watcher's looks, now and for good.
    pub fn stop(&self) {
        self.0.stop();
    }
}

impl Watcher {
    /// Watches the project at `root`, by events where the system has them for this folder.
    ///
    /// # Errors
    ///
    /// When there is no folder at `root` that can be read.
    pub fn start(root: &Path, settings: &Settings) -> Result<Watcher, ScanError> {
        let fail = |cause| ScanError { path: root.to_owned(), cause };
        // Some systems tell of changes under the real name of a folder only.
        let root = root.canonicalize().map_err(fail)?;
        std::fs::read_dir(&root).map_err(fail)?;
        let mut watcher = Watcher { root, inbox: Arc::default(), sight: Sight::Gone };
        match settings.poll {
            Poll::Always => watcher.poll(Reason::Asked),
            Poll::WhenNeeded => match mounts::shared(&watcher.root) {
                Some(system) => watcher.poll(Reason::Shared(system)),
                None => watcher.open_first(),
            },
        }
        Ok(watcher)
    }

    /// Where the wake-ups come from now; it can change when a limit of the system is reached.
    pub fn how(&self) -> How {
        match &self.sight {
            Sight::Polling(reason, _) => How::Polling(reason.clone()),
            Sight::Events(_) | Sight::Gone => How::Events,
        }
    }

    /// What ends this watcher's looks.
    pub fn bell(&self) -> Bell {
        Bell(Arc::clone(&self.inbox))
    }

    fn open_first(&mut self) {
        self.open();
        if let Sight::Events(eyes) = &self.sight
            && !eyes.see(&self.inbox)
        {
            self.poll(Reason::Silent);
        }
    }

    fn open(&mut self) {
        // The old eyes go first: two at once could reach a limit.
        self.sight = Sight::Gone;
        match Eyes::open(&self.root, &self.inbox) {
            Ok(eyes) => self.sight = Sight::Events(eyes),
            Err(blind) => self.fall(blind),
        }
    }

    fn poll(&mut self, reason: Reason) {
        self.sight = Sight::Polling(reason, Polling::start(&self.root, Instant::now()));
    }

    fn fall(&mut self, blind: Blind) {
        match blind {
            Blind::Gone => self.sight = Sight::Gone,
            // Once it is quiet, from the start.
            Blind::Busy => self.inbox.tell(Hint::Lost),
            Blind::Unable(reason) => self.poll(reason),
        }
    }

    /// What the news come to, when events are trusted: folders that came are watched before they are looked at.
    fn follow(&mut self, news: News) -> Look {
        let Sight::Events(eyes) = &mut self.sight else { return news.look };
        if news.lost {
            self.open();
            return Look::Everywhere;
        }
        match eyes.refresh(&news.look) {
            Ok(true) => news.look,
            Ok(false) => Look::Everywhere,
            Err(blind) => {
                self.fall(blind);
                Look::Everywhere
            }
        }
    }

    /// How long to wait for events before looking by oneself.
    fn patience(&self) -> Option<Duration> {
        match &self.sight {
            Sight::Events(_) => None,
            Sight::Gone => Some(INTERVAL),
            Sight::Polling(_, polling) => Some(polling.patience(&self.inbox)),
        }
    }
}

impl Iterator for Watcher {
    type Item = Look;

    fn next(&mut self) -> Option<Look> {
        loop {
            let woken = self.inbox.wait(self.patience());
            match (woken, &mut self.sight) {
                (Woken::Stopped, _) => return None,
                (_, Sight::Gone) => {
                    self.open();
                    if !matches!(self.sight, Sight::Gone) {
                        return Some(Look::Everywhere);
                    }
                }
                (Woken::Due(news), _) => return Some(self.follow(news)),
                (Woken::Tick, Sight::Polling(_, polling)) => {
                    polling.compare(&self.root, &self.inbox, Instant::now())
                }
                (Woken::Tick, Sight::Events(_)) => {}
            }
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::fs;
    use std::io::Write as _;

    use super::*;
    use crate::base::SourcePath;

    /// More events than the kernel keeps for a reader that does not read (inotify(7)).
    fn overflow(folder: &Path) {
        let limit = fs::read_to_string("/proc/sys/fs/inotify/max_queued_events").expect("a limit");
        // Two files in turn: equal neighbours become one event.
        let mut files = ["a.md", "b.md"].map(|name| fs::File::create(folder.join(name)).expect("a file"));
        // Twice: what was read before the reader stopped is not in the queue.
        for round in 0..2 * limit.trim().parse::<usize>().expect("a number") {
            files[round % 2].write_all(b"x").expect("a write");
        }
    }

    #[test]
    fn after_an_overflow_everything_is_looked_at_and_new_folders_are_watched() {
        let root = tempfile::tempdir().expect("a folder");
        let guides = root.path().join("content/guides");
        fs::create_dir_all(&guides).expect("a folder");
        let mut watcher = Watcher::start(root.path(), &Settings::default()).expect("a watcher");
        if watcher.how() != How::Events {
            return;
        }
        {
            // Whoever tells of events must wait for this.
            let inbox = Arc::clone(&watcher.inbox);
            let _held = inbox.lock();
            overflow(&guides);
            fs::create_dir(guides.join("new")).expect("a folder");
        }
        let (bell, (done, end)) = (watcher.bell(), std::sync::mpsc::channel::<()>());
        std::thread::spawn(move || {
            if end.recv_timeout(Duration::from_secs(60)) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
                bell.stop();
            }
        });
        let looks = watcher.by_ref();
        assert!(looks.any(|look| look == Look::Everywhere));
        fs::write(guides.join("new/b.md"), "b").expect("a file");
        let new = SourcePath::new("content/guides/new/b.md").expect("a path");
        assert!(looks.any(|look| matches!(look, Look::At(places) if places.contains(&new))));
        drop(done);
    }

    #[test]
    fn a_dropped_watcher_leaves_no_thread() {
        let root = tempfile::tempdir().expect("a folder");
        let watcher = Watcher::start(root.path(), &Settings::default()).expect("a watcher");
        let inbox = Arc::downgrade(&watcher.inbox);
        drop(watcher);
        let start = Instant::now();
        while inbox.strong_count() > 0 && start.elapsed() < Duration::from_secs(60) {
            std::thread::yield_now();
        }
        assert_eq!(inbox.strong_count(), 0);
    }
}
