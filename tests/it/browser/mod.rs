//! Tests in real browsers: what an author sees while working, and what a visitor gets.
//!
//! [`Page`] is all that a test in Chromium needs: a fresh tab that finds things by role and name, waits for
//! conditions, and fails the test when its page logged an error, broke its policy or sent a request anywhere else.
//! Firefox and WebKitGTK show the published site too (`engine::Engine`). Without a browser its tests are skipped
//! with a word; with `CI=true` they fail.

mod cdp;
mod chromium;
mod clean;
#[cfg(target_os = "linux")]
mod engine;
#[cfg(target_os = "linux")]
mod engines;
mod copy;
mod find;
mod golden;
#[cfg(target_os = "linux")]
mod firefox;
mod heard;
mod hostile;
mod keyboard;
#[cfg(target_os = "linux")]
mod leash;
mod lighthouse;
mod lists;
mod live;
mod manifest;
mod matrix;
mod outline;
mod page;
mod preview;
mod print;
mod problems;
mod program;
mod published;
mod right_to_left;
mod script;
mod search;
mod searched;
mod three_ways;
mod tasks;
mod tiny;
mod typed;
#[cfg(target_os = "linux")]
mod webkit;

pub use chromium::Browser;
pub use page::Page;
