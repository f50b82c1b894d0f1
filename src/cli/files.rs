//! The files a command was asked for, and how a changed one is written back.
//!
//! A path on the command line is one of the working folder, else one of the project; a folder means all files
//! below it. Nothing is written over a file that changed, vanished or was protected since it was read.

use std::fmt;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use super::terminal::Terminal;
use crate::base::SourcePath;
use crate::disk::replace;
use crate::source::Sources;

/// Files of a project.
#[derive(Debug)]
pub enum Chosen {
    /// Every one.
    All,
    /// These, and those in these folders.
    Some(Vec<SourcePath>),
}

impl Chosen {
    /// The files that were named; one that is no file of the project is reported.
    pub fn new(project: &Path, files: &[PathBuf], sources: &Sources, terminal: &Terminal) -> Option<Chosen> {
        if files.is_empty() {
            return Some(Chosen::All);
        }
        let mut chosen = Vec::new();
        let mut unknown = false;
        for file in files {
            let known = |path: &SourcePath| sources.files().any(|source| is_in(&source.path, path));
            let whole = is_project(project, file);
            match [from_here(project, file), plain(file)].into_iter().flatten().find(known) {
                Some(path) => chosen.push(path),
                None if whole => return Some(Chosen::All),
                None => {
                    terminal.fail(&format!(
                        "`{}` is no file or folder that `{}` reads; files stand in `content/`, `templates/` and `themes/`",
                        crate::report::escape::visible(&file.display().to_string()),
                        project.display()
                    ));
                    unknown = true;
                }
            }
        }
        (!unknown).then_some(Chosen::Some(chosen))
    }

    /// Whether a file is among them.
    pub fn has(&self, path: &SourcePath) -> bool {
        match self {
            Chosen::All => true,
            Chosen::Some(chosen) => chosen.iter().any(|chosen| is_in(path, chosen)),
        }
    }
}

/// Whether `path` is `chosen` or below it.
fn is_in(path: &SourcePath, chosen: &SourcePath) -> bool {
    path == chosen || path.is_below(chosen)
}

fn is_project(project: &Path, file: &Path) -> bool {
    matches!((project.canonicalize(), file.canonicalize()), (Ok(project), Ok(file)) if project == file)
}

/// A path of the working folder as one of the project.
fn from_here(project: &Path, file: &Path) -> Option<SourcePath> {
    let (folder, name) = (file.parent()?, file.file_name()?);
    // The file itself may be a link, which is no file of the project: only its folder is resolved.
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let folder = folder.canonicalize().ok()?;
    plain(folder.join(name).strip_prefix(project.canonicalize().ok()?).ok()?)
}

/// A path as it is written, without `./`.
fn plain(path: &Path) -> Option<SourcePath> {
    let mut names = Vec::new();
    for part in path.components() {
        match part {
            Component::Normal(name) => names.push(name.to_str()?),
            Component::CurDir => {}
            _ => return None,
        }
    }
    SourcePath::new(&names.join("/"))
}

/// Why a file was not written; the text says what to do.
#[derive(Debug)]
pub struct Unwritten(String);

impl fmt::Display for Unwritten {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Writes a file anew that was read as `before`.
pub fn rewrite(project: &Path, path: &SourcePath, before: &[u8], after: &[u8]) -> Result<(), Unwritten> {
    let file = project.join(path.as_str());
    let name = format!("{}{path}", super::project::root(project));
    let unwritten = |why: String| Err(Unwritten(format!("`{name}` was left as it is: {why}")));
    match file.symlink_metadata() {
        Ok(found) if !found.is_file() => return unwritten("it is a plain file no longer".into()),
        Ok(found) if found.permissions().readonly() => {
            return unwritten("it is read-only; allow writing and run this again".into());
        }
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return unwritten("it is gone".into()),
        Err(error) => return unwritten(error.to_string()),
    }
    match std::fs::read(&file) {
        Ok(now) if now == before => {}
        Ok(_) => return unwritten("it has changed meanwhile; run this again".into()),
        Err(error) => return unwritten(error.to_string()),
    }
    replace(&file, after).map_err(|error| Unwritten(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_over_what_is_no_longer_the_same() {
        let root = tempfile::tempdir().expect("a folder");
        let path = SourcePath::new("a.toml").expect("a fair path");
        let file = root.path().join("a.toml");
        let write = |before: &str| rewrite(root.path(), &path, before.as_bytes(), b"new");
        let why = |before: &str| write(before).expect_err("a reason").to_string();
        assert!(why("old").ends_with("/a.toml` was left as it is: it is gone"), "{}", why("old"));
        assert!(!file.exists());
        std::fs::write(&file, "other").expect("a file");
        assert!(why("old").ends_with("it has changed meanwhile; run this again"), "{}", why("old"));
        assert_eq!(std::fs::read(&file).expect("a file"), b"other");
        write("other").expect("it is the same");
        assert_eq!(std::fs::read(&file).expect("a file"), b"new");
        std::fs::remove_file(&file).and_then(|()| std::fs::create_dir(&file)).expect("a folder");
        assert!(why("new").ends_with("it is a plain file no longer"), "{}", why("new"));
    }

    #[test]
    fn a_path_is_plain_or_none() {
        let plain = |text: &str| plain(Path::new(text)).map(|path| path.to_string());
        assert_eq!(plain("./a//b/").as_deref(), Some("a/b"));
        assert_eq!([plain("../a"), plain("/a"), plain("."), plain("")], [None, None, None, None]);
    }
}
