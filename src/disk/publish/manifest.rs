//! The manifest: which files of the output folder are ours, and the hash of what the site was made of.
//!
//! Knows the names that are kept for our own records. Written last in every publish, so that it never
//! lists a file that was not written; it is published with the site and holds nothing that is not public.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::branch::Folder;
use super::error::DiskError;
use crate::base::{ContentHash, OutPath};

/// The manifest's file name.
pub(super) const NAME: &str = ".greenroom-manifest.json";
/// What the names of all our records start with: no output may.
const RECORDS: &str = ".greenroom-";
/// The version of this format; a reader refuses every other.
pub(super) const VERSION: u32 = 1;

/// What a published site consists of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Manifest {
    /// The hash of everything the site was made of.
    pub inputs: ContentHash,
    /// Every file but the manifest.
    pub files: BTreeMap<OutPath, Entry>,
}

/// One published file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Entry {
    /// Its size in bytes.
    pub size: u64,
    /// The hash of its bytes.
    pub hash: ContentHash,
}

/// The manifest as JSON.
#[derive(Serialize, Deserialize)]
struct Raw {
    version: u32,
    inputs: String,
    files: BTreeMap<String, (u64, String)>,
}

impl Entry {
    /// The entry of a file with these bytes.
    pub(super) fn of(bytes: &[u8]) -> Entry {
        Entry { size: bytes.len() as u64, hash: ContentHash::of(bytes) }
    }
}

impl Manifest {
    /// The manifest of a folder; `None` when it has none.
    pub(super) fn read(folder: &Folder) -> Result<Option<Manifest>, DiskError> {
        let Some(bytes) = folder.read_record(NAME)? else { return Ok(None) };
        parse(&bytes).map(Some).map_err(|why| DiskError::Record { path: folder.path.join(NAME), why })
    }

    /// The bytes of its file: the same manifest, the same bytes.
    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, DiskError> {
        let files = self.files.iter();
        let files = files.map(|(path, entry)| (path.to_string(), (entry.size, entry.hash.hex()))).collect();
        to_json(&Raw { version: VERSION, inputs: self.inputs.hex(), files })
    }

    /// The files below the folder at `path`.
    pub(super) fn below<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a OutPath> {
        let folder = format!("{path}/");
        // `/` sorts before most characters a name can have, not before all: skip what stands between.
        let from = OutPath::new(path).ok();
        let files = from.map(|from| self.files.range(from..));
        files
            .into_iter()
            .flatten()
            .map(|(path, _)| path)
            .take_while(move |file| file.as_str().starts_with(path))
            .filter(move |file| file.as_str().starts_with(&folder))
    }
}

/// Whether the name of `path` is kept for our own records.
pub(super) fn is_reserved(path: &OutPath) -> bool {
    let first = path.as_str().split('/').next().unwrap_or_default();
    first.to_lowercase().starts_with(RECORDS)
}

/// JSON with an end of line.
pub(super) fn to_json(record: &impl Serialize) -> Result<Vec<u8>, DiskError> {
    let fail = |error: serde_json::Error| DiskError::io("write", Path::new(NAME), error.into());
    let mut bytes = serde_json::to_vec(record).map_err(fail)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Reads a record; an error is half a sentence for [`DiskError::Record`].
pub(super) fn from_json<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, String> {
    #[derive(Deserialize)]
    struct Head {
        version: u32,
    }
    let broken = |error: serde_json::Error| format!("it is damaged ({error})");
    let head: Head = serde_json::from_slice(bytes).map_err(broken)?;
    if head.version != VERSION {
        return Err(format!("another version of greenroom wrote it (format {})", head.version));
    }
    serde_json::from_slice(bytes).map_err(broken)
}

/// A path in a record, which may have come from anywhere.
pub(super) fn path_of(text: &str) -> Result<OutPath, String> {
    let path = OutPath::new(text).map_err(|_| format!("it names `{}`", text.escape_debug()))?;
    if is_reserved(&path) { Err(format!("it names `{path}`")) } else { Ok(path) }
}

fn parse(bytes: &[u8]) -> Result<Manifest, String> {
    let raw: Raw = from_json(bytes)?;
    let hash = |text: &str| ContentHash::from_hex(text).ok_or_else(|| format!("`{text}` is no hash"));
    let entry = |(path, (size, text)): (String, (u64, String))| {
        Ok((path_of(&path)?, Entry { size, hash: hash(&text)? }))
    };
    let files = raw.files.into_iter().map(entry).collect::<Result<_, String>>()?;
    Ok(Manifest { inputs: hash(&raw.inputs)?, files })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(paths: &[&str]) -> Manifest {
        let file = |path: &&str| (OutPath::new(path).expect("a fair path"), Entry::of(path.as_bytes()));
        Manifest { inputs: ContentHash::of(b"x"), files: paths.iter().map(file).collect() }
    }

    #[test]
    fn it_reads_back() {
        let wrote = manifest(&["a/b", "c"]);
        assert_eq!(parse(&wrote.to_bytes().expect("JSON")), Ok(wrote));
    }

    #[test]
    fn it_never_names_a_file_outside_or_a_record() {
        for path in ["../x", "/x", ".greenroom-manifest.json", ".Greenroom-stage/1"] {
            let text = format!(
                r#"{{"version":1,"inputs":"{0}","files":{{"{path}":[1,"{0}"]}}}}"#,
                ContentHash::of(b"").hex()
            );
            assert!(parse(text.as_bytes()).is_err(), "{path}");
        }
    }

    #[test]
    fn below_is_what_the_folder_holds() {
        let all = manifest(&["a", "a b/x", "a!", "a-b/c", "a/b", "a/b/c", "a0", "b"]);
        let below: Vec<&str> = all.below("a").map(OutPath::as_str).collect();
        assert_eq!(below, ["a/b", "a/b/c"]);
    }
}
