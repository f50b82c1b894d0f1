//! HTML in Markdown: shown as text, unless the site publishes it.

use super::diags;
use crate::diag::Diagnostic;
use crate::model::Library;
use crate::syntax::Document;

pub(super) fn check(library: &Library, document: &Document, problems: &mut Vec<Diagnostic>) {
    if library.site.raw_html || library.incomplete.site() {
        return;
    }
    // One report for a text: a page pasted from elsewhere has hundreds of tags.
    if let [first, ..] = document.raw_html() {
        problems.push(diags::raw_html(*first, document.raw_html().len()));
    }
}
