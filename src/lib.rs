//! Greenroom: a static site generator for interview preparation.
//!
//! Read `ARCHITECTURE.md` first, then [`build`]: it is the pipeline from sources to a site, in order.
//! The modules stand in layer order: each may use those above it, never one below.

pub mod base;
pub mod diag;
pub mod source;
pub mod syntax;
pub mod model;
pub mod theme;
pub mod check;
pub mod plan;
pub mod markup;
pub mod view;
pub mod export;
pub mod report;
pub mod site;
pub mod build;
pub mod inspect;
pub mod disk;
pub mod dev;
pub mod cli;
