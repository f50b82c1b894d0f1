//! Schemas agree with the reader: what `check` accepts they accept, and what it refuses for its form they refuse,
//! at the same line.

pub mod agree;
mod command;
mod forms;

use greenroom::build::{Build, Memo, build};
use greenroom::export::schema::{ALL, About, Themes, write};
use greenroom::model::Options;
use greenroom::source::Sources;
use serde_json::Value;

/// What a project says.
pub fn analyse(sources: Sources) -> Build {
    build(sources, &Options::default(), &Memo::default(), &|_| {})
}

/// Every schema of a project, by name.
pub fn schemas(build: &Build) -> Vec<(&'static str, Value)> {
    let themes = Themes::of(&build.sources, build.library());
    let schema = |about: &About| {
        (about.name, serde_json::from_str(&write(about, build.library(), &themes)).expect("JSON"))
    };
    ALL.iter().map(schema).collect()
}
