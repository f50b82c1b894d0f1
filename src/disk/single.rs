//! Single files beside the content: written whole or not at all.

use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file that could not be written.
#[derive(Debug)]
pub struct WriteError {
    /// The file.
    pub path: PathBuf,
    /// What the operating system says.
    pub error: io::Error,
}

impl fmt::Display for WriteError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}` cannot be written: {}", self.path.display(), self.error)?;
        match self.error.kind() {
            io::ErrorKind::PermissionDenied => out.write_str("; make its folder writable"),
            io::ErrorKind::StorageFull => out.write_str("; make room on the disk"),
            io::ErrorKind::NotADirectory => out.write_str("; a file stands where its folder belongs"),
            _ => Ok(()),
        }
    }
}

impl std::error::Error for WriteError {}

/// Writes a new file and the folders above it.
///
/// # Errors
///
/// When there is a file already, or the operating system refuses.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let write = || {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes)
    };
    write().map_err(|error| WriteError { path: path.to_owned(), error })
}

/// Writes a file or replaces it in one step: at any moment it is whole, the old one or the new. What may be done
/// with the old one may be done with the new.
///
/// # Errors
///
/// When the operating system refuses; the old file stays.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.tmp", std::process::id()));
    let stage = path.with_file_name(name);
    let write = || {
        let mut file = OpenOptions::new().write(true).create_new(true).open(&stage)?;
        file.write_all(bytes)?;
        if let Ok(old) = fs::metadata(path) {
            file.set_permissions(old.permissions())?;
        }
        file.sync_all()?;
        fs::rename(&stage, path)
    };
    write().map_err(|error| {
        let _ = fs::remove_file(&stage);
        WriteError { path: path.to_owned(), error }
    })
}
