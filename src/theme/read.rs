//! The files of themes and templates of a project, read by themselves.

use std::sync::Arc;

use crate::source::{Kind, Source, Sources};
use crate::syntax::{File, parse};

/// Reads every theme and template; nothing else of the project.
pub fn files(sources: &Sources) -> Vec<File> {
    let file = |source: &Source| File {
        path: source.path.clone(),
        id: source.id,
        kind: source.kind.clone(),
        parsed: Arc::new(parse(source)),
    };
    let ours = sources.files().filter(|source| matches!(source.kind, Kind::Template(_) | Kind::Theme(..)));
    ours.map(file).collect()
}
