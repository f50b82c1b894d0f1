//! The author's loop: a file is saved, the site is made anew in memory, and browsers show it.
//!
//! A [`session`] turns looks at the disk into [`Turn`]s, [`watch`] says when to look, the [`server`] shows the
//! last turn and tells browsers about the next. Nothing here is printed and nothing is written.

mod changed;
mod diags;
pub mod news;
pub mod server;
pub mod session;
pub mod turn;
pub mod watch;

pub use news::{News, news};
pub use session::Session;
pub use turn::Turn;
