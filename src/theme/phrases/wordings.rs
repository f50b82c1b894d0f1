//! What one language file says, beside the others of the chain.
//!
//! In: the files of the chain and one of them. Out: its phrases, and for each whose place it takes and who takes its
//! own. Judges nothing.

use super::super::chain::Link;
use super::file::{LanguageFile, files};
use crate::base::FileId;
use crate::syntax::File;

/// What a language file says.
#[derive(Clone, Debug)]
pub struct Wordings {
    /// The language, in lower case.
    pub tag: String,
    /// Its phrases, by key.
    pub phrases: Vec<Wording>,
}

/// A phrase of a language file.
#[derive(Clone, Debug)]
pub struct Wording {
    /// Its key.
    pub key: String,
    /// Its words, when they have no gaps.
    pub words: Option<String>,
    /// The farther file that says it in the same language: this one is used instead.
    pub replaces: Option<FileId>,
    /// The nearer file that says it in the same language: that one is used.
    pub replaced_by: Option<FileId>,
}

/// What `file` says; nothing when the chain has no such language file.
pub(in crate::theme) fn wordings(from: &[File], chain: &[Link], file: FileId) -> Option<Wordings> {
    let all = files(from, chain, &mut Vec::new());
    let at = all.iter().position(|one| one.file == Some(file))?;
    let this = &all[at];
    let says = |others: &[LanguageFile], key: &str| {
        let same = others.iter().filter(|other| other.tag == this.tag && other.phrases.contains_key(key));
        same.filter_map(|other| other.file).next()
    };
    let phrases = this.phrases.iter().map(|(key, phrase)| Wording {
        key: key.clone(),
        words: phrase.plain.clone(),
        replaces: says(&all[at + 1..], key),
        replaced_by: says(&all[..at], key),
    });
    Some(Wordings { tag: this.tag.clone(), phrases: phrases.collect() })
}
