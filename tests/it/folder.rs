//! Folders for tests: a project is written from texts, read back and listed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

/// A folder with these files, gone with its value.
pub fn project(files: &[(&str, &str)]) -> TempDir {
    let root = TempDir::new().unwrap();
    files.iter().for_each(|(path, text)| write(root.path(), path, text));
    root
}

/// A site with a title and these files.
pub fn site(files: &[(&str, &str)]) -> TempDir {
    project(&[&[("site.toml", "title = \"T\"\n")], files].concat())
}

/// Writes a file and the folders above it.
pub fn write(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// The text of a file.
pub fn read(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file below a folder, by its path from there with `/` between names.
pub fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(name, fs::read(path).unwrap());
            }
        }
    }
    files
}
