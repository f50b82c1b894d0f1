//! What machines read: one format, one file. Versioned; never holds an author's notes or a draft.

pub mod data;
pub mod feed;
pub mod robots;
pub mod sitemap;
mod xml;
