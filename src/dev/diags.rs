//! What goes wrong while an author works that no single build can see.

use crate::diag::{Diagnostic, codes};
use crate::disk::ScanError;

/// The program met a mistake of its own.
pub(super) fn internal_error(said: &str) -> Diagnostic {
    Diagnostic::project(&codes::INTERNAL_ERROR, format!("the program failed at this change: {said}"))
        .help("undo the last change, or make another: the preview goes on with the next save")
        .help("please report it with the file that brought it about")
}

/// The folder of the project is gone, or may not be read.
pub(super) fn unreadable_project(error: &ScanError) -> Diagnostic {
    Diagnostic::project(
        &codes::UNREADABLE,
        format!("the project `{}` cannot be read: {}", error.path.display(), error.cause),
    )
    .help("put the folder back or give its rights back: the preview goes on as soon as it can be read")
}
