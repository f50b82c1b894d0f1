//!
//! Everything here is pure and checked in its constructor, so that no later layer has to check again.

pub mod colour;
pub mod date;
pub mod duration;
pub mod hash;
pub mod language;
pub mod near;
pub mod path;
pub mod slug;
pub mod span;

pub use colour::{Colour, Contrast};
pub use date::Date;
pub use duration::Seconds;
pub use hash::ContentHash;
pub use path::{OutPath, SourcePath};
pub use slug::Slug;
pub use span::{FileId, LineIndex, Position, Span};
