//! One file to what it says, nothing resolved: TOML records, front matter, Markdown documents.
//!
//! Sees one file at a time; no parse result depends on another file. Third-party parsers stop here.

pub mod document;
pub mod layout;
pub mod markdown;
pub mod parsed;
pub mod passages;
pub mod record;
pub mod records;
mod text;
pub mod toml;

use crate::base::Span;

pub use document::Document;
pub use parsed::{File, Parsed, Said, parse};
pub use text::Text;

/// A value and where it was written; hashes as the value alone.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}
