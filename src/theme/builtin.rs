//! The built-in theme, inside the binary, so that one file works offline.

use include_dir::{Dir, include_dir};

use crate::base::SourcePath;

static THEME: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The files of the built-in theme with the paths they have in a project.
pub fn files() -> Vec<(SourcePath, &'static [u8])> {
    let mut files = Vec::new();
    let mut folders = vec![&THEME];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        files.extend(folder.files().filter_map(|file| {
            let path = SourcePath::new(&format!("themes/default/{}", file.path().to_str()?))?;
            Some((path, file.contents()))
        }));
    }
    files.sort_by(|(a, _), (b, _)| a.cmp(b));
    files
}
