//! Watching without events: the input is listed over and over, and what is listed otherwise may have changed.
//!
//! Opens no file: size, times and identity are compared; no time is compared with a clock.

use std::collections::BTreeMap;
use std::fs::{FileType, Metadata};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use super::INTERVAL;
use super::hint;
use super::inbox::Inbox;
use super::pending::{Hint, Pending, QUIET};
use crate::disk::Look;
use crate::source::{FOLDERS, Kind, ROOT_FILES};

/// Two edits within one step of a file system's clock can look like one: what changed is looked at once more
/// after the longest step there is, two seconds on FAT, and a little.
const STEP: Duration = Duration::from_millis(2_200);
/// What changes all the time need not be looked at once more before this.
const PUT_OFF: Duration = Duration::from_secs(60);

/// The last listing, and what must be looked at once more.
#[derive(Debug)]
pub struct Polling {
    listing: Listing,
    /// How long the last listing took.
    cost: Duration,
    doubt: Pending,
}

impl Polling {
    /// Lists the input of the project at `root`.
    pub fn start(root: &Path, now: Instant) -> Polling {
        let (listing, cost) = timed(root);
        let mut doubt = Pending::new(STEP, PUT_OFF);
        doubt.note(Hint::Lost, now);
        Polling { listing, cost, doubt }
    }

    /// How long to wait for the next listing: at a slow disk, ten times what a listing takes; soon, when
    /// hints wait for the folder to be quiet.
    pub fn patience(&self, inbox: &Inbox) -> Duration {
        if inbox.is_waiting() { QUIET / 2 } else { INTERVAL.max(self.cost * 10) }
    }

    /// Lists again and tells of differences, and of those that must be looked at once more by `now`.
    pub fn compare(&mut self, root: &Path, inbox: &Inbox, now: Instant) {
        let (listing, cost) = timed(root);
        for hint in self.listing.differences(&listing) {
            self.doubt.note(hint.clone(), now);
            inbox.tell(hint);
        }
        (self.listing, self.cost) = (listing, cost);
        match self.doubt.take(now).map(|news| news.look) {
            Some(Look::Everywhere) => inbox.tell(Hint::Lost),
            Some(Look::At(places)) => places.into_iter().for_each(|place| inbox.tell(Hint::At(place))),
            None => {}
        }
    }
}

fn timed(root: &Path) -> (Listing, Duration) {
    let start = Instant::now();
    let listing = Listing::of(root);
    (listing, start.elapsed())
}

/// What the input looks like from outside; `None` when there is no folder.
#[derive(Debug)]
struct Listing(Option<BTreeMap<PathBuf, Mark>>);

/// What changes when a file is written, replaced or removed.
#[derive(PartialEq, Eq, Debug)]
struct Mark {
    kind: FileType,
    /// Of a folder: whether it can be listed.
    open: bool,
    /// Size, modification time and identity; nothing of a folder, which changes with what is in it.
    state: Option<(u64, Option<SystemTime>, [i128; 3])>,
}

impl Listing {
    fn of(root: &Path) -> Listing {
        if !root.is_dir() {
            return Listing(None);
        }
        let mut found = BTreeMap::new();
        let mut waiting: Vec<PathBuf> = ROOT_FILES.iter().chain(&FOLDERS).map(PathBuf::from).collect();
        while let Some(path) = waiting.pop() {
            let place = root.join(&path);
            let Ok(metadata) = place.symlink_metadata() else { continue };
            let mut mark = Mark { kind: metadata.file_type(), open: true, state: None };
            if !metadata.is_dir() {
                mark.state = Some((metadata.len(), metadata.modified().ok(), identity(&metadata)));
            } else if is_entered(&path) {
                let entries = std::fs::read_dir(&place);
                mark.open = entries.is_ok();
                let below = entries.into_iter().flatten().flatten().map(|entry| path.join(entry.file_name()));
                waiting.extend(below.filter(|path| hint::place(path).is_some()));
            }
            found.insert(path, mark);
        }
        Listing(Some(found))
    }

    fn differences(&self, after: &Listing) -> Vec<Hint> {
        let (before, after) = match (&self.0, &after.0) {
            (None, None) => return Vec::new(),
            (Some(before), Some(after)) => (before, after),
            // Nobody could look while it was gone.
            _ => return vec![Hint::Lost],
        };
        let came = after.iter().filter(|(path, mark)| before.get(*path) != Some(*mark));
        let went = before.iter().filter(|(path, _)| !after.contains_key(*path));
        came.chain(went).filter_map(|(path, _)| hint::place(path).map(Hint::At)).collect()
    }
}

/// Whether a scan enters the folder at `path`.
fn is_entered(path: &Path) -> bool {
    hint::place(path).is_some_and(|path| !Kind::is_hidden(&path) && !ROOT_FILES.contains(&path.as_str()))
}

/// What tells a file from another of its name, size and time: its number and when its entry last changed.
#[cfg(unix)]
fn identity(metadata: &Metadata) -> [i128; 3] {
    use std::os::unix::fs::MetadataExt;
    [metadata.ino().into(), metadata.ctime().into(), metadata.ctime_nsec().into()]
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> [i128; 3] {
    [0; 3]
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::super::inbox::Woken;
    use super::super::pending::News;
    use super::*;

    fn told(before: &Listing, after: &Listing) -> Vec<String> {
        let shown = |hint| match hint {
            Hint::At(path) => path.to_string(),
            Hint::Lost => "lost".into(),
        };
        let mut told: Vec<String> = before.differences(after).into_iter().map(shown).collect();
        told.sort();
        told
    }

    #[test]
    fn what_is_listed_otherwise_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("project");
        let nowhere = Listing::of(&root);
        for name in ["content/guides", "public", "content/.git"] {
            fs::create_dir_all(root.join(name)).expect("a folder");
        }
        let write = |name: &str, text: &str| fs::write(root.join(name), text).expect("a file");
        write("content/guides/a.md", "a");
        write("content/guides/b.md", "b");
        let before = Listing::of(&root);
        assert_eq!(told(&before, &Listing::of(&root)), [""; 0]);
        write("content/guides/a.md", "longer");
        write("content/guides/c.md", "c");
        write("public/index.html", "x");
        write("content/guides/c.md~", "x");
        write("content/.git/index", "x");
        write("site.toml", "x");
        fs::remove_file(root.join("content/guides/b.md")).expect("a file");
        let after = Listing::of(&root);
        let all = ["content/guides/a.md", "content/guides/b.md", "content/guides/c.md", "site.toml"];
        assert_eq!(told(&before, &after), all);
        assert_eq!(told(&nowhere, &after), ["lost"]);
        assert_eq!(told(&after, &nowhere), ["lost"]);
        assert_eq!(told(&nowhere, &nowhere), [""; 0]);
    }

    #[test]
    fn what_changed_is_looked_at_once_more() {
        let root = tempfile::tempdir().expect("a folder");
        let (start, inbox) = (Instant::now(), Inbox::default());
        let mut polling = Polling::start(root.path(), start);
        let mut told_at = |ms| {
            polling.compare(root.path(), &inbox, start + Duration::from_millis(ms));
            inbox.wait(Some(Duration::from_secs(60)))
        };
        let due = |look, lost| Woken::Due(News { look, lost });
        let site = Look::At(hint::place(Path::new("site.toml")).into_iter().collect());
        assert_eq!(told_at(2_200), due(Look::Everywhere, true));
        fs::write(root.path().join("site.toml"), "x").expect("a file");
        assert_eq!(told_at(10_000), due(site.clone(), false));
        assert_eq!(told_at(12_200), due(site, false));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_replaced_by_one_of_the_same_size_and_time_is_told() {
        let root = tempfile::tempdir().expect("a folder");
        fs::create_dir(root.path().join("static")).expect("a folder");
        let at = |name: &str| root.path().join("static").join(name);
        let write = |name: &str, text: &str| {
            fs::write(at(name), text).expect("a file");
            let file = fs::File::options().write(true).open(at(name)).expect("a file");
            file.set_modified(SystemTime::UNIX_EPOCH).expect("a time");
        };
        write("a", "old");
        let before = Listing::of(root.path());
        write("a.tmp", "new");
        fs::rename(at("a.tmp"), at("a")).expect("a file");
        assert_eq!(told(&before, &Listing::of(root.path())), ["static/a"]);
    }
}
