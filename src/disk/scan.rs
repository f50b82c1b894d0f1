//! Reads a project: the files at its root and in its folders become [`Sources`].
//!
//! In: a folder. Out: every plain file within the limits of its kind; whatever else stands there is noted as
//! refused and never opened. Follows no link, waits for no pipe, knows no clock and parses nothing.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cap_std::ambient_authority;
use cap_std::fs::Dir;
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::plain;
use crate::base::SourcePath;
use crate::source::{FOLDERS, Kind, ROOT_FILES, Refused, Sources};

/// Reads the project at `root`.
///
/// Fails only when there is no folder at `root` that can be read; what is wrong with a single file is kept
/// in the [`Sources`] as refused. A file that vanishes meanwhile is absent.
pub fn scan(root: &Path) -> Result<Sources, ScanError> {
    let dir = reach(root)?;
    let mut sources = Sources::default();
    let mut files = Vec::new();
    for name in ROOT_FILES {
        find_file(root, name, &mut files, &mut sources);
    }
    for name in FOLDERS {
        find_folder(root, name, &mut files, &mut sources);
    }
    read_all(&dir, files, &mut sources);
    Ok(sources)
}

/// The folder at `root`, if it can be opened and listed.
pub(super) fn reach(root: &Path) -> Result<Dir, ScanError> {
    let fail = |cause| ScanError { path: root.to_owned(), cause };
    let dir = Dir::open_ambient_dir(root, ambient_authority()).map_err(fail)?;
    std::fs::read_dir(root).map_err(fail)?;
    Ok(dir)
}

/// Reads `files` into `sources`, on every core.
pub(super) fn read_all(dir: &Dir, files: Vec<SourcePath>, sources: &mut Sources) {
    let read: Vec<(SourcePath, Contents)> = files
        .into_par_iter()
        .map(|path| {
            let contents = read(dir, &path);
            (path, contents)
        })
        .collect();
    for (path, contents) in read {
        match contents {
            Contents::Bytes(bytes) => sources.insert(path, bytes),
            Contents::Refused(why) => sources.refuse(path, why),
            Contents::Gone => {}
        }
    }
}

/// A project that cannot be read at all.
#[derive(Debug)]
pub struct ScanError {
    /// The folder that was given.
    pub path: PathBuf,
    /// What the operating system says.
    pub cause: io::Error,
}

impl fmt::Display for ScanError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, cause) = (self.path.display(), &self.cause);
        write!(out, "the project `{path}` cannot be read: {cause}; give the folder that holds `site.toml`")
    }
}

impl std::error::Error for ScanError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}

/// What came of reading a file.
enum Contents {
    Bytes(Arc<[u8]>),
    Refused(Refused),
    /// Removed between the walk and now.
    Gone,
}

/// How often a file is read that changes meanwhile: an editor is done by then, a log never is.
const ATTEMPTS: usize = 3;

/// Finds one of the files at the root.
pub(super) fn find_file(root: &Path, name: &str, files: &mut Vec<SourcePath>, sources: &mut Sources) {
    let Some(path) = SourcePath::new(name) else { return };
    match root.join(name).symlink_metadata() {
        Ok(metadata) if metadata.is_dir() => sources.refuse(path, misplaced("a folder", "a file")),
        Ok(metadata) => match kept(metadata.file_type()) {
            Ok(()) => files.push(path),
            Err(why) => sources.refuse(path, why),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => sources.refuse(path, Refused::Unreadable(error.to_string())),
    }
}

/// Finds one of the project's folders and everything in it.
pub(super) fn find_folder(root: &Path, name: &str, files: &mut Vec<SourcePath>, sources: &mut Sources) {
    let Some(path) = SourcePath::new(name) else { return };
    if root.join(name).symlink_metadata().is_ok_and(|metadata| metadata.is_file()) {
        sources.refuse(path, misplaced("a file", "a folder"));
    } else {
        find_below(root, &path, files, sources);
    }
}

/// Finds what is at `start` and below it; the folders above it are entered by a scan.
pub(super) fn find_below(
    root: &Path,
    start: &SourcePath,
    files: &mut Vec<SourcePath>,
    sources: &mut Sources,
) {
    let walk = WalkDir::new(root.join(start.as_str())).follow_links(false).follow_root_links(false);
    let mut walk = walk.sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                note_unreadable(root, &error, sources);
                continue;
            }
        };
        let is_folder = entry.file_type().is_dir();
        match visit(root, &entry) {
            Visit::Litter => {}
            Visit::Fair(_) if is_folder => continue,
            Visit::Fair(path) => files.push(path),
            Visit::Refused(path, why) => sources.refuse(path, why),
        }
        if is_folder {
            walk.skip_current_dir();
        }
    }
}

/// What the walk makes of an entry before it is opened.
enum Visit {
    /// Left by a system or an editor; its folder is not entered.
    Litter,
    /// A folder to enter or a file to read.
    Fair(SourcePath),
    /// Noted and not entered.
    Refused(SourcePath, Refused),
}

fn visit(root: &Path, entry: &DirEntry) -> Visit {
    let name = entry.file_name().to_string_lossy();
    if Kind::is_litter(&name) {
        return Visit::Litter;
    }
    let Some(path) = fair_path(root, entry.path()) else {
        return Visit::Refused(nearest_path(root, entry.path()), Refused::Name(name.into_owned()));
    };
    if Kind::is_hidden(&path) {
        return Visit::Refused(path, Refused::Hidden);
    }
    match kept(entry.file_type()) {
        Ok(()) => Visit::Fair(path),
        Err(why) => Visit::Refused(path, why),
    }
}

/// Whether something of this type is entered or opened.
fn kept(kind: std::fs::FileType) -> Result<(), Refused> {
    if kind.is_symlink() {
        Err(Refused::Symlink)
    } else if kind.is_file() || kind.is_dir() {
        Ok(())
    } else {
        Err(Refused::NotAFile)
    }
}

fn misplaced(found: &str, wanted: &str) -> Refused {
    Refused::Unreadable(format!("it is {found} where {wanted} belongs"))
}

/// A folder that cannot be listed; one that has vanished is no problem.
fn note_unreadable(root: &Path, error: &walkdir::Error, sources: &mut Sources) {
    let Some(path) = error.path() else { return };
    let Some(cause) = error.io_error() else { return };
    if cause.kind() != io::ErrorKind::NotFound {
        sources.refuse(nearest_path(root, path), Refused::Unreadable(cause.to_string()));
    }
}

/// The path below `root`, if every name in it is UTF-8 and can be shown.
fn fair_path(root: &Path, path: &Path) -> Option<SourcePath> {
    let names: Option<Vec<&str>> = path.strip_prefix(root).ok()?.iter().map(|name| name.to_str()).collect();
    let text = names?.join("/");
    if text.contains(char::is_control) { None } else { SourcePath::new(&text) }
}

/// The path below `root` with a `�` for everything that cannot be shown: to name a file, not to open it.
fn nearest_path(root: &Path, path: &Path) -> SourcePath {
    let names = path.strip_prefix(root).unwrap_or(path).iter();
    let text = names.map(|name| name.to_string_lossy()).collect::<Vec<_>>().join("/");
    let text = text.replace(|c: char| c.is_control() || c == '\\', "\u{fffd}");
    SourcePath::new(&text)
        .or_else(|| SourcePath::new("\u{fffd}"))
        .expect("a path of one replacement character is fair")
}

fn read(dir: &Dir, path: &SourcePath) -> Contents {
    let limit = Kind::of(path).limit();
    for _ in 0..ATTEMPTS {
        match read_once(dir, path, limit) {
            Ok(Some(contents)) => return contents,
            Ok(None) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Contents::Gone,
            Err(error) => return Contents::Refused(Refused::Unreadable(error.to_string())),
        }
    }
    Contents::Refused(Refused::Unreadable("it changes while it is read".into()))
}

/// Reads at most a byte more than `limit`, whatever size the file claims; `None` when it changed meanwhile.
fn read_once(dir: &Dir, path: &SourcePath, limit: u64) -> io::Result<Option<Contents>> {
    let (file, size) = plain::open(dir, Path::new(path.as_str()))?;
    if size > limit {
        return Ok(Some(Contents::Refused(Refused::TooLarge { size, limit })));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    plain::read(&file, limit, &mut bytes)?;
    let read = bytes.len() as u64;
    if read > limit {
        return Ok(Some(Contents::Refused(Refused::TooLarge { size: read, limit })));
    }
    let steady = read == size && file.metadata()?.len() == size;
    Ok(steady.then(|| Contents::Bytes(bytes.into())))
}
