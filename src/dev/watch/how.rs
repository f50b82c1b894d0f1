//! Where wake-ups come from, in words for the author.

use std::fmt;
use std::path::PathBuf;

use crate::report::escape::visible;

/// How changes are noticed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum How {
    /// The system tells at once.
    Events,
    /// The files are listed every half second, for this reason.
    Polling(Reason),
}

/// Why the files are listed instead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// The author wants it.
    Asked,
    /// The system is silent when it should speak.
    Silent,
    /// The folder is shared with other machines, whose edits give no events: the file system's name.
    Shared(String),
    /// The system watches no more folders for this user.
    Folders,
    /// The system serves no more watching programs of this user.
    Programs,
    /// The system refuses to watch this folder.
    Refused {
        /// The folder.
        folder: PathBuf,
        /// The system's own words.
        cause: String,
    },
}

impl fmt::Display for How {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            How::Events => out.write_str("watching for changes"),
            How::Polling(reason) => write!(out, "looking for changes every half second: {reason}"),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::Asked => out.write_str("`--poll` was given"),
            Reason::Silent => out.write_str("the system does not tell of changes in this folder"),
            Reason::Shared(system) => {
                write!(out, "`{system}` does not tell of changes that other machines make in this folder")
            }
            Reason::Folders => out.write_str(
                "the system watches no more folders; close a program that watches many, or raise `fs.inotify.max_user_watches`",
            ),
            Reason::Programs => out.write_str(
                "too many programs watch files; close one, or raise `fs.inotify.max_user_instances`",
            ),
            Reason::Refused { folder, cause } => {
                let folder = folder.to_string_lossy();
                write!(out, "`{}` cannot be watched: {cause}", visible(&folder))
            }
        }
    }
}
