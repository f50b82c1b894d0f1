//! Why a site was not published: one type, the path in it, and in its text the way out.
//!
//! Every one of them leaves the site that stands in the folder as it was, unless its text says otherwise.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::base::OutPath;

/// Why a site was not published.
#[derive(Debug)]
pub enum PublishError<E> {
    /// Outputs that could not be rendered: the first by path, and how many there are.
    Render {
        /// At most [`RENDER_ERRORS`] of them, sorted by path.
        first: Vec<(OutPath, E)>,
        /// All of them.
        total: usize,
    },
    /// The folder or the disk.
    Disk(DiskError),
}

/// The most rendering errors that are kept: one broken template fails every page.
pub const RENDER_ERRORS: usize = 50;

/// What is wrong with the output folder or the disk.
#[derive(Debug)]
pub enum DiskError {
    /// A folder that is never published into.
    Unfit {
        /// The folder.
        folder: PathBuf,
        /// Why.
        why: Unfit,
    },
    /// The folder holds files and none of our records.
    NotOurs {
        /// The folder.
        folder: PathBuf,
    },
    /// Files that we did not write stand where ours belong.
    Foreign {
        /// The folder.
        folder: PathBuf,
        /// The first of them by path.
        first: OutPath,
        /// All of them.
        total: usize,
    },
    /// Something that is not ours keeps a file from being written: a folder, a link, a file in a folder's place.
    Blocked {
        /// What stands there.
        path: PathBuf,
    },
    /// Another build holds the folder.
    Busy {
        /// The folder.
        folder: PathBuf,
        /// Its process id, where it is known.
        pid: Option<u32>,
    },
    /// Two outputs cannot both be files: they are equal, or one is the other's folder.
    Clash(OutPath, OutPath),
    /// An output has a name that is kept for our own records.
    Reserved(OutPath),
    /// A record of ours that cannot be read.
    Record {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// The operating system refused something.
    Io {
        /// What was tried: "write a file".
        doing: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the operating system says.
        cause: io::Error,
    },
}

/// Why a folder is never published into.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unfit {
    /// The root of the file system.
    Root,
    /// The home folder or one that holds it.
    Home,
    /// The project or a folder that holds it.
    Project,
    /// A folder of the project that holds sources, or one below it.
    Sources,
    /// A folder with a `.git`, or one inside a `.git`.
    Repository,
    /// A folder that looks like another project: it has a `site.toml` or a `content`.
    OtherProject,
    /// A file or something else that is not a folder.
    NotAFolder,
}

impl DiskError {
    pub(super) fn io(doing: &'static str, path: impl Into<PathBuf>, cause: io::Error) -> DiskError {
        DiskError::Io { doing, path: path.into(), cause }
    }
}

impl<E> From<DiskError> for PublishError<E> {
    fn from(error: DiskError) -> PublishError<E> {
        PublishError::Disk(error)
    }
}

impl<E: fmt::Display> fmt::Display for PublishError<E> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PublishError::Disk(error) => error.fmt(out),
            PublishError::Render { first, total } => {
                write!(out, "{total} of the site's files cannot be rendered")?;
                first.first().map_or(Ok(()), |(path, error)| write!(out, ", first `{path}`: {error}"))
            }
        }
    }
}

impl<E: fmt::Debug + fmt::Display> std::error::Error for PublishError<E> {}

impl fmt::Display for DiskError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DiskError::Unfit { folder, why } => {
                write!(out, "`{}` {}; choose a folder for the site alone", folder.display(), why.words())
            }
            DiskError::NotOurs { folder } => write!(
                out,
                "`{}` holds files that no build wrote; choose an empty folder, or keep them with `--adopt`",
                folder.display()
            ),
            DiskError::Foreign { folder, first, total } => {
                let more = if *total > 1 { format!(" and {} more", total - 1) } else { String::new() };
                let folder = folder.display();
                write!(
                    out,
                    "`{folder}/{first}`{more} would be overwritten and no build wrote it; move it away, or replace it with `--adopt`"
                )
            }
            DiskError::Blocked { path } => write!(
                out,
                "`{}` stands where the site needs another kind of file and no build wrote it; move it away",
                path.display()
            ),
            DiskError::Busy { folder, pid } => {
                let holder =
                    pid.map_or("another build".into(), |pid| format!("another build (process {pid})"));
                let folder = folder.display();
                write!(out, "{holder} is writing `{folder}`; wait for it to end, or choose another folder")
            }
            DiskError::Clash(one, other) => {
                write!(out, "`{one}` and `{other}` cannot both be files; rename one of them")
            }
            DiskError::Reserved(path) => {
                write!(out, "`{path}` is a name that builds keep for themselves; rename the file")
            }
            DiskError::Record { path, why } => write!(
                out,
                "`{}` cannot be used: {why}; delete the output folder, or choose another, and build again",
                path.display()
            ),
            DiskError::Io { doing, path, cause } => {
                write!(out, "cannot {doing} `{}`: {cause}; {}", path.display(), way_out(cause, path))
            }
        }
    }
}

impl std::error::Error for DiskError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            DiskError::Io { cause, .. } => Some(cause),
            _ => None,
        }
    }
}

impl Unfit {
    fn words(self) -> &'static str {
        match self {
            Unfit::Root => "is the root of the file system",
            Unfit::Home => "is or holds the home folder",
            Unfit::Project => "is or holds the project",
            Unfit::Sources => "holds the project's sources",
            Unfit::Repository => "holds or is inside a `.git`",
            Unfit::OtherProject => "looks like a project: it has a `site.toml` or a `content`",
            Unfit::NotAFolder => "is not a folder",
        }
    }
}

/// What the reader can do about an error of the operating system.
fn way_out(cause: &io::Error, path: &Path) -> String {
    use io::ErrorKind::{
        DirectoryNotEmpty, NotFound, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull,
    };
    match cause.kind() {
        StorageFull => "free some space (or some inodes: `df -i`) and build again".into(),
        QuotaExceeded => "your quota is used up: free some space and build again".into(),
        PermissionDenied | ReadOnlyFilesystem => "make it writable, or choose another folder".into(),
        DirectoryNotEmpty => "something filled the folder meanwhile: build again".into(),
        NotFound => "something removed it meanwhile: build again".into(),
        // EMFILE and ENFILE have no kind of their own; 24 and 23 on every Unix.
        _ if cfg!(unix) && matches!(cause.raw_os_error(), Some(23 | 24)) => {
            "allow more open files (`ulimit -n 1024`) and build again".into()
        }
        _ => format!("check the disk that holds `{}` and build again", path.display()),
    }
}
