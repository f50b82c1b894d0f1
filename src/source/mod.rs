//! A snapshot of the input: paths, bytes, hashes, and what kind of file each path is.
//!
//! `Kind::of` is the only place that knows the names of the project's folders. Nothing here reads a disk:
//! `disk::scan` makes a snapshot from one, a test makes one from strings.

mod diags;
mod kind;
mod picture;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::{ContentHash, FileId, SourcePath};
use crate::diag::Diagnostic;

pub use kind::{BankHome, FOLDERS, Kind, ROOT_FILES};
pub use picture::Size;

/// One file of the input.
#[derive(Clone, Debug)]
pub struct Source {
    /// Where it is.
    pub path: SourcePath,
    /// Its id in spans.
    pub id: FileId,
    /// What its path makes it.
    pub kind: Kind,
    /// All of its bytes.
    pub bytes: Arc<[u8]>,
    /// The hash of its bytes.
    pub hash: ContentHash,
}

impl Source {
    /// The bytes as text; an error says where they stop being UTF-8.
    pub fn text(&self) -> Result<&str, std::str::Utf8Error> {
        std::str::from_utf8(&self.bytes)
    }
}

/// Something in the project's folders that could not become a [`Source`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Refused {
    /// A symbolic link.
    Symlink,
    /// A socket, pipe or device.
    NotAFile,
    /// A file over the limit of its kind; both in bytes.
    TooLarge {
        /// The file's size.
        size: u64,
        /// The most its kind may have.
        limit: u64,
    },
    /// The operating system's own words.
    Unreadable(String),
    /// A name that is not UTF-8 or cannot be a path; as much of it as can be shown.
    Name(String),
    /// A name that starts with a dot: such files hold settings and secrets.
    Hidden,
}

/// The whole input, sorted by path.
///
/// Equal when the same paths hold the same bytes, by their hashes, and the same was refused. A clone shares
/// all bytes and texts.
#[derive(Clone, Default, Debug)]
pub struct Sources {
    files: BTreeMap<SourcePath, Source>,
    paths: BTreeMap<FileId, SourcePath>,
    refused: BTreeMap<SourcePath, Refused>,
}

impl Sources {
    /// Adds a file; a file already at this path is replaced.
    pub fn insert(&mut self, path: SourcePath, bytes: impl Into<Arc<[u8]>>) {
        let bytes = bytes.into();
        let (id, kind, hash) = (FileId::of(&path), Kind::of(&path), ContentHash::of(&bytes));
        self.paths.insert(id, path.clone());
        self.files.insert(path.clone(), Source { path, id, kind, bytes, hash });
    }

    /// Notes that what stands at `path` cannot be read.
    pub fn refuse(&mut self, path: SourcePath, why: Refused) {
        self.refused.insert(path, why);
    }

    /// Takes out whatever is at `path` and below it, what was refused too.
    pub fn forget(&mut self, path: &SourcePath) {
        for path in within(&self.files, path) {
            self.paths.remove(&FileId::of(&path));
            self.files.remove(&path);
        }
        for path in within(&self.refused, path) {
            self.refused.remove(&path);
        }
    }

    /// The files, by path.
    pub fn files(&self) -> impl Iterator<Item = &Source> {
        self.files.values()
    }

    /// The file at `path`.
    pub fn get(&self, path: &SourcePath) -> Option<&Source> {
        self.files.get(path)
    }

    /// Why what stands at `path` is no file here.
    pub fn refused(&self, path: &SourcePath) -> Option<&Refused> {
        self.refused.get(path)
    }

    /// Where files stand that nothing is known of, or whole folders of them: refused, but not for their names.
    pub fn unread(&self) -> impl Iterator<Item = &SourcePath> {
        let unread = |why: &Refused| {
            matches!(why, Refused::Symlink | Refused::TooLarge { .. } | Refused::Unreadable(_))
        };
        self.refused.iter().filter(move |(_, why)| unread(why)).map(|(path, _)| path)
    }

    /// The file with this id.
    pub fn file(&self, id: FileId) -> Option<&Source> {
        self.files.get(self.paths.get(&id)?)
    }

    /// What is wrong with the snapshot itself: refused files, unknown files, names that collide, and what a
    /// project cannot do without.
    pub fn problems(&self) -> Vec<Diagnostic> {
        let refused = self.refused.iter().map(|(path, why)| diags::refused(path, why));
        let unknown = self.files.values().filter(|file| file.kind == Kind::Unknown).map(diags::unknown_file);
        refused.chain(unknown).chain(self.collisions()).chain(self.missing()).collect()
    }

    /// The site's file and at least one page; what was refused is there.
    fn missing(&self) -> impl Iterator<Item = Diagnostic> {
        let refused = self.refused.keys().map(Kind::of);
        let kinds: BTreeSet<Kind> =
            self.files.values().map(|file| file.kind.clone()).chain(refused).collect();
        let no_site = (!kinds.contains(&Kind::Site)).then(diags::no_site_file);
        let empty = !kinds.iter().any(Kind::is_page) && !self.unread().any(Kind::holds_pages);
        let empty = empty.then(diags::empty_content);
        no_site.into_iter().chain(empty)
    }

    fn collisions(&self) -> Vec<Diagnostic> {
        let mut seen: BTreeMap<String, &SourcePath> = BTreeMap::new();
        let mut found = Vec::new();
        for path in self.files.keys() {
            if let Some(first) = seen.insert(path.folded(), path) {
                found.push(diags::name_collision(path, first));
            }
        }
        found
    }
}

impl PartialEq for Sources {
    fn eq(&self, other: &Sources) -> bool {
        let each = |file: &Source, other: &Source| file.hash == other.hash && file.path == other.path;
        self.files.len() == other.files.len()
            && self.files().zip(other.files()).all(|(file, other)| each(file, other))
            && self.refused == other.refused
    }
}

impl Eq for Sources {}

/// The keys that are `path` or below it.
fn within<V>(map: &BTreeMap<SourcePath, V>, path: &SourcePath) -> Vec<SourcePath> {
    // What is below a folder does not stand directly behind it: `a`, `a-b`, `a/c`.
    let alike =
        map.range(path..).map(|(key, _)| key).take_while(|key| key.as_str().starts_with(path.as_str()));
    let inside =
        |key: &&SourcePath| matches!(key.as_str().as_bytes().get(path.as_str().len()), None | Some(b'/'));
    alike.filter(inside).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> SourcePath {
        SourcePath::new(text).expect("a path")
    }

    #[test]
    fn a_folder_is_forgotten_with_all_below_it_and_nothing_else() {
        let mut sources = Sources::default();
        for file in ["content/a", "content/a-b/x", "content/a/x", "content/a/y/z", "content/a0", "content/ab"]
        {
            sources.insert(path(file), file.as_bytes());
        }
        sources.refuse(path("content/a/link"), Refused::Symlink);
        sources.refuse(path("content/link"), Refused::Symlink);
        sources.forget(&path("content/a"));
        let left: Vec<&str> = sources.files().map(|file| file.path.as_str()).collect();
        assert_eq!(left, ["content/a-b/x", "content/a0", "content/ab"]);
        assert!(sources.file(FileId::of(&path("content/a/x"))).is_none());
        assert_eq!(sources.refused.len(), 1);
    }

    #[test]
    fn equal_is_what_would_build_the_same() {
        let sources = |text: &str| {
            let mut sources = Sources::default();
            sources.insert(path("site.toml"), text.as_bytes());
            sources
        };
        let mut other = sources("x");
        assert_eq!(sources("x"), other);
        assert_ne!(sources("y"), other);
        other.refuse(path("static"), Refused::Symlink);
        assert_ne!(sources("x"), other);
    }
}
