//! What a template may see: the theme contract, and the only serialised types besides exports.
//!
//! Every address is ready and relative to the page, every text of an author is HTML that needs no escaping or
//! a string that the engine escapes. `themes/CONTEXT.md` is written from these types by a test.

mod about;
mod contract;
pub mod guide;
pub mod home;
mod items;
pub mod list;
#[cfg(test)]
mod manual;
pub mod page;
pub mod place;
pub mod question;
pub mod search;
mod sheet;
pub mod site;
pub mod standing;
mod start;
mod structured;
pub mod task;
mod upkeep;

pub use about::Alike;
pub use contract::{templates, variables};
pub use items::{Duration, ItemView, LinkView, SourceView, WordView, date, link};
pub use sheet::{Material, Part, Passage, Passages, Sheet, Typeset};
