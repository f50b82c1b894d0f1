//! What machines read: one format, one file. Versioned; never holds an author's notes or a draft.

pub mod data;
pub mod feed;
pub mod manifest;
pub mod policy;
pub mod robots;
pub mod schema;
pub mod search;
pub mod sitemap;
pub mod tags;
mod xml;
