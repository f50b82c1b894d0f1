//! Files of a host on the disk: what is there already, what would change, and writing it.

use std::path::{Path, PathBuf};

use crate::cli::difference::{escaped, unified};
use crate::cli::terminal::Terminal;
use crate::report::escape::visible;

/// A file as it shall be.
#[derive(Debug)]
pub struct File {
    /// Where it is.
    pub path: PathBuf,
    /// What it says.
    pub text: String,
    /// What there is to replace without asking: a file that is edited, not written anew.
    pub edits: Option<String>,
}

/// What there is in the place of a file.
#[derive(Debug)]
enum There {
    Nothing,
    /// The same, or what is edited.
    Fine(String),
    Other(String),
}

/// What is done with files that are there and differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// They stop everything.
    Careful,
    /// They are replaced.
    Replace,
    /// Nothing is written; what would be is shown.
    Show,
}

/// Why nothing, or not everything, was written.
#[derive(Debug)]
pub enum Refused {
    /// Files that differ; each was shown.
    Differ,
    /// The disk.
    Disk(String),
}

/// Writes files, each whole or not at all, and says what became of each.
///
/// # Errors
///
/// When one is there and differs: then nothing is written. When the disk refuses.
pub fn write(files: &[File], mode: Mode, terminal: &Terminal) -> Result<(), Refused> {
    let there: Vec<There> = files.iter().map(look).collect::<Result<_, _>>().map_err(Refused::Disk)?;
    if mode == Mode::Show {
        show(files, &there);
        return Ok(());
    }
    let differing = || files.iter().zip(&there).filter(|(_, there)| matches!(there, There::Other(_)));
    if mode == Mode::Careful && differing().next().is_some() {
        for (file, there) in differing() {
            let There::Other(old) = there else { continue };
            terminal.say(&difference(file, old));
            terminal.fail(&format!(
                "`{}` is there and differs, so nothing was written; --force replaces it as shown above",
                shown(&file.path)
            ));
        }
        return Err(Refused::Differ);
    }
    for (file, there) in files.iter().zip(&there) {
        put(file, there).map_err(Refused::Disk)?;
        let done = match there {
            There::Fine(old) if *old == file.text => "already there",
            There::Nothing => "wrote",
            There::Fine(_) | There::Other(_) => "changed",
        };
        terminal.say(&format!("{done}: {}", shown(&file.path)));
    }
    Ok(())
}

fn look(file: &File) -> Result<There, String> {
    let refuse = |why: &dyn std::fmt::Display| format!("`{}` cannot be read: {why}", shown(&file.path));
    match file.path.symlink_metadata() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(There::Nothing),
        Err(error) => return Err(refuse(&error)),
        Ok(found) if !found.is_file() => return Err(refuse(&"it is no plain file")),
        Ok(_) => {}
    }
    let bytes = std::fs::read(&file.path).map_err(|error| refuse(&error))?;
    let old = String::from_utf8_lossy(&bytes).into_owned();
    let fine = old == file.text || file.edits.as_ref() == Some(&old);
    Ok(if fine { There::Fine(old) } else { There::Other(old) })
}

fn put(file: &File, there: &There) -> Result<(), String> {
    let written = match there {
        There::Fine(old) if *old == file.text => return Ok(()),
        There::Nothing => crate::disk::create(&file.path, file.text.as_bytes()),
        There::Fine(_) | There::Other(_) => crate::disk::replace(&file.path, file.text.as_bytes()),
    };
    written.map_err(|error| error.to_string())
}

/// What would be written, as differences on standard output.
fn show(files: &[File], there: &[There]) {
    crate::cli::print(|out| {
        for (file, there) in files.iter().zip(there) {
            let old = match there {
                There::Nothing => "",
                There::Fine(old) | There::Other(old) => old,
            };
            match there {
                There::Nothing if file.text.is_empty() => {
                    writeln!(out, "{}: a new empty file", shown(&file.path))?
                }
                There::Fine(old) if *old == file.text => {
                    writeln!(out, "{}: already there", shown(&file.path))?
                }
                _ => writeln!(out, "{}", difference(file, old))?,
            }
        }
        Ok(crate::cli::End::Clean)
    });
}

/// The difference, safe to print: the old file may be anybody's.
fn difference(file: &File, old: &str) -> String {
    escaped(unified(&shown(&file.path), old, &file.text).trim_end_matches('\n')).into_owned()
}

/// A path as people write it.
pub fn shown(path: &Path) -> String {
    let text = path.display().to_string();
    visible(text.strip_prefix("./").unwrap_or(&text)).into_owned()
}
