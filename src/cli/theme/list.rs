//! `greenroom theme list`: which file provides each template.

use std::collections::BTreeMap;
use std::path::Path;

use super::super::terminal::Terminal;
use super::super::{print, project};
use super::End;
use crate::base::SourcePath;
use crate::model::Options;
use crate::report::escape::visible;
use crate::theme::{files, templates};
use crate::view::variables;

/// Prints the templates by name; behind the file that is used, those it hides.
pub fn run(folder: &Path, terminal: &Terminal) -> End {
    let Some(build) = project::analyse(folder, &Options::default(), terminal) else { return End::Failed };
    let mut all: BTreeMap<String, Vec<SourcePath>> = BTreeMap::new();
    for template in templates(&files(&build.sources), &build.library().site.theme.0) {
        all.entry(template.name).or_default().push(template.path);
    }
    let pages = variables();
    let width = all.keys().map(String::len).max().unwrap_or_default();
    print(|out| {
        for (name, paths) in &all {
            let part = if pages.contains_key(name.as_str()) { "" } else { "  (a part of others)" };
            let (used, hidden) = paths.split_first().expect("a template has a file");
            let hidden: Vec<String> = hidden.iter().map(|path| visible(path.as_str()).into_owned()).collect();
            let hidden =
                if hidden.is_empty() { String::new() } else { format!("  (before {})", hidden.join(", ")) };
            writeln!(out, "{:width$}  {}{hidden}{part}", visible(name), visible(used.as_str()))?;
        }
        Ok(End::Clean)
    })
}
