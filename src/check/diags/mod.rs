//! The words of what the rules find, by topic.

mod choices;
mod identity;
mod links;
mod messages;
mod questions;

pub(super) use choices::*;
pub(super) use identity::*;
pub(super) use links::*;
pub(super) use messages::*;
pub(super) use questions::*;
