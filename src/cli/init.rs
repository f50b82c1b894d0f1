//! `greenroom init`: a small real site that builds clean.

use std::path::Path;

use include_dir::{Dir, include_dir};

use super::End;
use super::terminal::Terminal;

/// The starter site, inside the binary.
static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter");

/// Writes the starter site to `folder`; refuses when any of its files is there already.
pub fn run(folder: &Path, terminal: &Terminal) -> End {
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
    for (name, bytes) in &files {
        if let Err(error) = crate::disk::create(&folder.join(name), bytes) {
            terminal.fail(&error);
            return End::Failed;
        }
    }
    let enter = if folder == Path::new(".") { String::new() } else { format!("cd {} && ", folder.display()) };
    terminal.say(&format!("wrote {} files to {}", files.len(), folder.display()));
    terminal.say(&format!("next: {enter}greenroom build"));
    terminal.say("then open public/index.html in a browser, and edit content/ in any text editor");
    End::Clean
}

/// The files of the starter site. Names that tools would take for their own are kept without their dot.
fn files() -> Vec<(String, &'static [u8])> {
    let mut files = Vec::new();
    let mut folders = vec![&STARTER];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        files.extend(folder.files().filter_map(|file| {
            let name = file.path().to_str()?;
            let name = if name == "gitignore" { ".gitignore" } else { name };
            Some((name.to_owned(), file.contents()))
        }));
    }
    files.sort();
    files
}
