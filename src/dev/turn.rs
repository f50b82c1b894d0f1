//! What the sources gave the last time they were looked at, and the last site that could be shown.

use std::sync::Arc;

use crate::base::{OutPath, SourcePath};
use crate::diag::Diagnostic;
use crate::site::Site;
use crate::source::Sources;

/// One look at the sources that found a change: immutable, shared by every request until the next.
#[derive(Clone, Default, Debug)]
pub struct Turn {
    /// The first turn of a session is 1; each change adds one.
    pub number: u64,
    /// The last site without errors; `None` until there has been one.
    pub site: Option<Arc<Site>>,
    /// Whether `site` is made of these sources; otherwise it is older than `problems`.
    pub fresh: bool,
    /// Everything that is wrong, sorted by path and position.
    pub problems: Vec<Diagnostic>,
    /// The sources that `problems` point into.
    pub sources: Arc<Sources>,
    /// The files that came, went or hold other bytes than before, by path; none in the first turn.
    pub edited: Vec<SourcePath>,
    /// The page of the first question, guide, role … that this turn changed: where a browser that follows goes.
    pub changed: Option<OutPath>,
    /// Whether the project could not be read at all.
    pub unread: bool,
}
