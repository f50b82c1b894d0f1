//! The disk: a project's folder becomes [`Sources`](crate::source::Sources), a site becomes a folder.
//!
//! The only layer that opens files. It knows nothing of what is in them: pages come from a closure.

mod again;
mod plain;
pub mod publish;
pub mod scan;
mod single;

pub use again::{Look, scan_again};
pub use publish::{Job, PublishError, Published, Step, publish};
pub use scan::{ScanError, scan};
pub use single::{WriteError, create, replace};
