//! Images and documents beside the content: each is shown or linked somewhere.

use super::diags;
use crate::diag::Diagnostic;
use crate::model::Library;

pub(super) fn check(library: &Library, problems: &mut Vec<Diagnostic>) {
    // A text that could not be read to its end may link to anything.
    if !library.incomplete.is_none() {
        return;
    }
    let linked = library.linked_files();
    let unused =
        library.files.iter().filter(|path| !path.as_str().starts_with("static/") && !linked.contains(*path));
    problems.extend(unused.map(diags::unused_media));
}
