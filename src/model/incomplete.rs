//! What the library lacks although an author wrote it: files that are broken, or that have no place.
//!
//! Each of them was reported. What else goes wrong because of one is its consequence and is not reported.

use std::collections::BTreeSet;

use crate::base::{Slug, SourcePath};
use crate::source::Kind;
use crate::syntax::File;

/// Files and banks that may say more than the library knows.
#[derive(Default, Debug)]
pub struct Incomplete {
    files: BTreeSet<SourcePath>,
    banks: BTreeSet<Slug>,
    kinds: BTreeSet<Kind>,
    /// Files, and folders of files, that nothing is known of.
    unread: BTreeSet<SourcePath>,
    /// The banks that are known, when others may not be.
    known: Option<BTreeSet<Slug>>,
}

impl Incomplete {
    /// The files that could not be read to their end, and those that are `unread`.
    pub(super) fn broken(files: &[File], unread: &[&SourcePath]) -> Incomplete {
        let broken = || files.iter().filter(|file| file.parsed.broken);
        Incomplete {
            files: broken().map(|file| file.path.clone()).collect(),
            banks: BTreeSet::new(),
            kinds: broken()
                .map(|file| file.kind.clone())
                .chain(unread.iter().map(|path| Kind::of(path)))
                .collect(),
            unread: unread.iter().map(|path| (*path).clone()).collect(),
            known: None,
        }
    }

    /// Notes a bank whose questions are not all known, by its id.
    pub(super) fn add_bank(&mut self, id: Slug) {
        self.banks.insert(id);
    }

    /// Notes the ids of all banks that could be read: where a bank may not have been, any other may be its.
    pub(super) fn know_banks(&mut self, ids: impl Iterator<Item = Slug>) {
        if self.unread.iter().any(Kind::holds_banks) {
            self.known = Some(ids.collect());
        }
    }

    /// Notes a file of content that is no page.
    pub(super) fn add_file(&mut self, path: SourcePath) {
        self.files.insert(path);
    }

    /// Whether nothing is in doubt.
    pub fn is_none(&self) -> bool {
        self.files.is_empty() && self.banks.is_empty() && self.kinds.is_empty() && self.unread.is_empty()
    }

    /// Whether the file may say more than the library knows.
    pub fn file(&self, path: &SourcePath) -> bool {
        self.files.contains(path) || self.unread.iter().any(|unread| path == unread || path.is_below(unread))
    }

    /// Whether the bank of this id may have more questions than the library knows.
    pub fn bank(&self, id: &Slug) -> bool {
        self.banks.contains(id) || self.known.as_ref().is_some_and(|known| !known.contains(id))
    }

    /// Whether no bank is in doubt.
    pub fn has_all_banks(&self) -> bool {
        self.banks.is_empty() && self.known.is_none()
    }

    /// Whether `site.toml` may say more than is known.
    pub fn site(&self) -> bool {
        self.kinds.contains(&Kind::Site)
    }

    /// Whether `greenroom.lock` may list more than is known.
    pub fn lock(&self) -> bool {
        self.kinds.contains(&Kind::Lock)
    }

    /// Whether the vocabulary may have more words than are known.
    pub fn vocabulary(&self) -> bool {
        self.kinds.contains(&Kind::Vocabulary)
    }
}
