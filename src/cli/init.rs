//! `greenroom init`: a small real site that builds clean.

use std::path::Path;

use include_dir::{Dir, include_dir};

use super::new::shell;
use super::terminal::Terminal;
use super::{End, schema};
use crate::base::SourcePath;
use crate::build::{Memo, build};
use crate::model::Options;
use crate::source::Sources;

/// The starter site, inside the binary.
static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter");

/// Writes the starter site to `folder` of `project`; refuses when any of its files is there already.
pub fn run(project: &Path, folder: &Path, terminal: &Terminal) -> End {
    let here = Path::new(".");
    let folder = match (project == here, folder == here) {
        (true, _) => folder.to_owned(),
        (_, true) => project.to_owned(),
        _ => project.join(folder),
    };
    if folder.exists() && !folder.is_dir() {
        terminal
            .fail(&format!("`{}` is no folder; choose another: greenroom init prep-site", folder.display()));
        return End::Failed;
    }
    write(&folder, terminal)
}

fn write(folder: &Path, terminal: &Terminal) -> End {
    let files = files();
    let taken: Vec<&str> = files
        .iter()
        .map(|(name, _)| name.as_str())
        .filter(|name| folder.join(name).symlink_metadata().is_ok())
        .collect();
    if let Some(first) = taken.first() {
        terminal.fail(&format!(
            "`{}` is there already; choose an empty folder: greenroom init prep-site",
            folder.join(first).display()
        ));
        return End::Failed;
    }
    // Settings for editors are no part of the site: an author's own stay.
    let settings = schema::settings().map(|(name, _, text)| (name.to_owned(), text.into_bytes()));
    let settings = settings.into_iter().filter(|(name, _)| folder.join(name).symlink_metadata().is_err());
    let files: Vec<(String, Vec<u8>)> = files.into_iter().chain(settings).collect();
    for (name, bytes) in &files {
        if let Err(error) = crate::disk::create(&folder.join(name), bytes) {
            terminal.fail(&error);
            return End::Failed;
        }
    }
    let enter = if folder == Path::new(".") {
        String::new()
    } else {
        format!("cd {} && ", shell(&folder.display().to_string()))
    };
    terminal.say(&format!("wrote {} files to {}", files.len(), folder.display()));
    terminal.say(&format!("next: {enter}greenroom serve --open"));
    terminal.say("then edit content/ in any text editor: the browser shows each save");
    End::Clean
}

/// The files of the starter site, and the schemas that follow from them.
fn files() -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = starter();
    let mut sources = Sources::default();
    for (name, bytes) in &files {
        if let Some(path) = SourcePath::new(name) {
            sources.insert(path, bytes.as_slice());
        }
    }
    let build = build(sources, &Options::default(), &Memo::default(), &|_| {});
    let schemas = schema::texts(build.library(), &build.sources);
    files.extend(
        schemas.into_iter().map(|(name, text)| (format!("{}/{name}", schema::FOLDER), text.into_bytes())),
    );
    files.sort();
    files
}

/// The files of the starter site. Names that tools would take for their own are kept without their dot.
fn starter() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![&STARTER];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        files.extend(folder.files().filter_map(|file| {
            let name = file.path().to_str()?;
            let name = if name == "gitignore" { ".gitignore" } else { name };
            Some((name.to_owned(), file.contents().to_vec()))
        }));
    }
    files
}
