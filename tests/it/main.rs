//! The integration tests: one crate, so that they link once; one file for each area.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

#[cfg(unix)]
mod browser;
mod budgets;
mod cases;
mod cli;
mod contrast;
mod deploy;
mod editors;
mod explain;
mod fix;
mod fmt;
mod folder;
#[path = "../../benches/generator/mod.rs"]
mod generator;
mod head;
mod hostile;
mod init;
mod languages;
mod links;
mod list;
mod markup;
mod new;
mod preview;
mod preview_errors;
mod preview_events;
mod preview_gate;
mod program;
mod properties;
mod publish;
mod publish_faults;
mod publish_kill;
mod publish_random;
mod publish_refusals;
mod rebuild;
mod report;
mod scan;
mod schema;
mod search;
mod serve;
mod session;
mod standing;
mod taplo;
mod theme;
mod theme_check;
mod theme_layers;
mod tidy;
mod together;
mod validity;
mod watch_again;
