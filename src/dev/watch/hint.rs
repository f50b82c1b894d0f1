//! From a file system event to hints: what is not input, what only reads, and what editors leave is dropped.
//!
//! Pure. Names alone decide; whether a path is a file or a folder is for those who look.

use std::path::{Component, Path};

use notify::event::ModifyKind;
use notify::{Event, EventKind};

use super::pending::Hint;
use crate::base::SourcePath;
use crate::source::{FOLDERS, Kind, ROOT_FILES};

/// What an event says about the project at `root`.
pub fn hints(root: &Path, event: &notify::Result<Event>) -> Vec<Hint> {
    let Ok(event) = event else { return vec![Hint::Lost] };
    if event.need_rescan() {
        return vec![Hint::Lost];
    }
    // Opening a file to read it is an event too: the watcher would feed itself.
    if event.kind.is_access() {
        return Vec::new();
    }
    let hints = event.paths.iter().filter_map(|path| hint(root, path));
    hints.filter(|hint| !is_echo(event.kind, hint)).collect()
}

/// Whether an event says only that something in an input folder has changed, which other events say better.
///
/// Windows tells so of a folder after each change in it; it would be read whole and watched anew each time.
fn is_echo(kind: EventKind, hint: &Hint) -> bool {
    let written = matches!(kind, EventKind::Modify(ModifyKind::Any | ModifyKind::Data(_)));
    written && matches!(hint, Hint::At(path) if FOLDERS.contains(&path.as_str()))
}

fn hint(root: &Path, path: &Path) -> Option<Hint> {
    match path.strip_prefix(root) {
        // The project's folder itself was moved, removed or replaced.
        Ok(below) if below.as_os_str().is_empty() => Some(Hint::Lost),
        Ok(below) => place(below).map(Hint::At),
        Err(_) => root.starts_with(path).then_some(Hint::Lost),
    }
}

/// What to look at for a change at `path`, relative to the project: the path, or the nearest folder above it
/// that has a name in UTF-8. `None` for what is not input.
pub fn place(path: &Path) -> Option<SourcePath> {
    let mut names = Vec::new();
    for part in path.components() {
        let Component::Normal(name) = part else { return None };
        if Kind::is_litter(&name.to_string_lossy()) {
            return None;
        }
        let Some(fair) = name.to_str().filter(|name| !name.contains('\\')) else { break };
        names.push(fair);
    }
    let (top, rest) = names.split_first()?;
    let input = FOLDERS.contains(top) || ROOT_FILES.contains(top) && rest.is_empty();
    if input { SourcePath::new(&names.join("/")) } else { None }
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, AccessMode, CreateKind, Flag, RemoveKind, RenameMode};
    use notify::{Error, ErrorKind};

    use super::*;

    fn of(kind: EventKind, path: &str) -> Vec<String> {
        let event = Event::new(kind).add_path(path.into());
        let shown = |hint| match hint {
            Hint::At(path) => path.to_string(),
            Hint::Lost => "lost".into(),
        };
        hints(Path::new("/p"), &Ok(event)).into_iter().map(shown).collect()
    }

    #[test]
    fn only_input_wakes() {
        let changed = |path: &str| of(EventKind::Modify(ModifyKind::Any), path);
        for input in
            ["site.toml", "greenroom.lock", "content/guides", "content/guides/a.md", "static/x/y.png"]
        {
            assert_eq!(changed(&format!("/p/{input}")), [input]);
        }
        for other in
            ["public/index.html", ".git/index", "target/x", "node_modules/x", "site.toml/x", "README.md"]
        {
            assert!(changed(&format!("/p/{other}")).is_empty(), "{other}");
        }
        assert!(changed("/elsewhere/content/a.md").is_empty());
        assert!(changed("/p/content").is_empty());
        assert_eq!(of(EventKind::Create(CreateKind::Folder), "/p/content"), ["content"]);
    }

    #[test]
    fn what_editors_leave_and_readers_do_does_not_wake() {
        let made = |path: &str| of(EventKind::Create(CreateKind::File), path);
        for litter in ["4913", ".a.md.swp", "a.md~", "#a.md#", ".#a.md", "a.tmp", ".git/index", ".idea/x"] {
            assert!(made(&format!("/p/content/guides/{litter}")).is_empty(), "{litter}");
        }
        let read = EventKind::Access(AccessKind::Open(AccessMode::Any));
        assert!(of(read, "/p/content/guides/a.md").is_empty());
    }

    #[test]
    fn the_projects_own_folder_and_trouble_mean_everything() {
        let gone = || EventKind::Modify(ModifyKind::Name(RenameMode::From));
        assert_eq!(of(gone(), "/p"), ["lost"]);
        assert_eq!(of(EventKind::Remove(RemoveKind::Folder), "/"), ["lost"]);
        let overflow = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(hints(Path::new("/p"), &Ok(overflow)), [Hint::Lost]);
        assert_eq!(hints(Path::new("/p"), &Err(Error::new(ErrorKind::MaxFilesWatch))), [Hint::Lost]);
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_text_is_its_folder() {
        use std::os::unix::ffi::OsStrExt;
        let bad = Path::new("content/guides").join(std::ffi::OsStr::from_bytes(b"\xff.md")).join("x");
        assert_eq!(place(&bad), SourcePath::new("content/guides"));
        assert_eq!(place(Path::new("content/a\\b")), SourcePath::new("content"));
    }
}
