//! Schemas on the disk: which are there, which are out of date, and which are not ours.

use std::fs;
use std::io;
use std::path::Path;

use crate::disk::{WriteError, create, replace};
use crate::export::schema::MARK;

/// What stands where a schema belongs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// The schema, as it should be.
    Current,
    /// Nothing.
    Missing,
    /// An older schema.
    Stale,
    /// A file that someone else wrote.
    Foreign,
}

/// Compares a file with the schema it should be. Line ends do not count: a checkout may change them.
///
/// # Errors
///
/// When it cannot be read.
pub fn state(path: &Path, text: &str) -> Result<State, WriteError> {
    let old = match fs::read(path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).replace("\r\n", "\n"),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(State::Missing),
        Err(error) => return Err(WriteError { path: path.to_owned(), error }),
    };
    Ok(match old {
        old if old == text => State::Current,
        old if old.contains(MARK) => State::Stale,
        _ => State::Foreign,
    })
}

/// Writes a schema where it is missing or stale.
///
/// # Errors
///
/// When the operating system refuses.
pub fn put(path: &Path, text: &str, state: State) -> Result<(), WriteError> {
    match state {
        State::Missing => create(path, text.as_bytes()),
        State::Stale => replace(path, text.as_bytes()),
        State::Current | State::Foreign => Ok(()),
    }
}
