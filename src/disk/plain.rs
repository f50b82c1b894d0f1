//! Opening plain files: never through a link, never out of the folder, never waiting for a pipe.
//!
//! In: a folder's handle and a path below it. Out: the open file and its size. Reads nothing.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use cap_fs_ext::{FollowSymlinks, OpenOptionsFollowExt, OpenOptionsSyncExt};
use cap_std::fs::{Dir, OpenOptions};

/// Opens the plain file at `path` below `dir` and tells its size in bytes.
///
/// Fails for a link, a folder, a pipe, a socket and a device; a link among the folders of `path` is
/// followed only inside `dir`.
pub fn open(dir: &Dir, path: &Path) -> io::Result<(File, u64)> {
    let mut options = OpenOptions::new();
    // Without `nonblock`, opening a pipe waits for somebody to write into it.
    options.read(true).follow(FollowSymlinks::No).nonblock(true);
    let file = dir.open_with(path, &options)?.into_std();
    let metadata = file.metadata()?;
    if metadata.is_file() {
        Ok((file, metadata.len()))
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a plain file"))
    }
}

/// Appends the rest of `file` to `bytes`, at most `limit` bytes of it and one more that shows it is longer.
pub fn read(file: &File, limit: u64, bytes: &mut Vec<u8>) -> io::Result<()> {
    file.take(limit.saturating_add(1)).read_to_end(bytes).map(drop)
}
