//! The Git repository around a project, read from its files: no `git` is needed, and nothing is changed.

use std::path::{Path, PathBuf};

/// A repository.
#[derive(Debug)]
pub struct Repository {
    /// Its top folder.
    pub root: PathBuf,
    /// The project's folder below it, with `/` between names; empty when it is the top.
    pub below: String,
    /// The address of the remote called `origin`, else of the only one.
    pub remote: Option<String>,
    /// The branch that is published: the remote's own choice, else `main` or `master` when it is checked out.
    pub branch: Option<String>,
}

/// The repository that holds `project`.
pub fn find(project: &Path) -> Option<Repository> {
    let project = project.canonicalize().ok()?;
    let root = project.ancestors().find(|folder| folder.join(".git").symlink_metadata().is_ok())?;
    let below = project.strip_prefix(root).ok()?.components();
    let below: Option<Vec<&str>> = below.map(|part| part.as_os_str().to_str()).collect();
    let own = own_folder(root);
    let shared = own.as_deref().map(shared_folder);
    let config = shared.as_ref().and_then(|folder| read(&folder.join("config"))).unwrap_or_default();
    let chosen = shared
        .as_ref()
        .and_then(|folder| branch(&folder.join("refs/remotes/origin/HEAD"), "refs/remotes/origin/"));
    let out = || own.as_ref().and_then(|folder| branch(&folder.join("HEAD"), "refs/heads/"));
    let usual = |name: &String| name == "main" || name == "master";
    Some(Repository {
        root: root.to_owned(),
        below: below?.join("/"),
        remote: remote(&config),
        branch: chosen.or_else(|| out().filter(usual)),
    })
}

/// The folder with this working tree's state: `.git`, or what the file of that name says.
///
/// Source: gitrepository-layout(5): `gitdir: <path>`, relative to the file's folder.
fn own_folder(root: &Path) -> Option<PathBuf> {
    let git = root.join(".git");
    if git.is_dir() {
        return Some(git);
    }
    let text = read(&git)?;
    Some(root.join(text.trim().strip_prefix("gitdir:")?.trim()))
}

/// The folder with what all working trees of a repository share; `commondir` names it (gitrepository-layout(5)).
fn shared_folder(own: &Path) -> PathBuf {
    read(&own.join("commondir")).map_or_else(|| own.to_owned(), |text| own.join(text.trim()))
}

/// The most bytes of a file of Git that are read: real ones have a few hundred.
const MOST: u64 = 1 << 20;

fn read(path: &Path) -> Option<String> {
    let found = path.metadata().ok()?;
    (found.is_file() && found.len() <= MOST).then(|| std::fs::read_to_string(path).ok()).flatten()
}

/// The branch a symbolic reference names.
fn branch(path: &Path, before: &str) -> Option<String> {
    let text = read(path)?;
    let name = text.trim().strip_prefix("ref:")?.trim().strip_prefix(before)?;
    Some(name.to_owned()).filter(|name| is_plain(name))
}

/// Whether a name can stand in a workflow without quotes of any kind.
pub fn is_plain(name: &str) -> bool {
    let fair = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    !name.is_empty() && !name.starts_with('-') && name.chars().all(fair)
}

/// The address of `origin`, else of the only remote, in the text of `.git/config` (git-config(1), Syntax).
fn remote(config: &str) -> Option<String> {
    let mut remotes: Vec<(String, String)> = Vec::new();
    let mut section: Option<String> = None;
    for line in config.lines().map(str::trim) {
        if let Some(header) = line.strip_prefix('[') {
            let header = header.split(']').next().unwrap_or_default();
            let (kind, name) = header.split_once(char::is_whitespace).unwrap_or((header, ""));
            let name = name.trim().trim_matches('"');
            section = kind.eq_ignore_ascii_case("remote").then(|| name.to_owned());
            continue;
        }
        let (Some(name), Some((key, value))) = (&section, line.split_once('=')) else { continue };
        // The first of several addresses is the one that is fetched from.
        if key.trim().eq_ignore_ascii_case("url") && !remotes.iter().any(|(known, _)| known == name) {
            remotes.push((name.clone(), plain_value(value)));
        }
    }
    let origin = remotes.iter().find(|(name, _)| name == "origin");
    origin.or(remotes.first().filter(|_| remotes.len() == 1)).map(|(_, url)| url.clone())
}

/// A value without its quotes and without the comment behind it.
fn plain_value(value: &str) -> String {
    let mut quoted = false;
    let mut plain = String::new();
    for c in value.trim().chars() {
        match c {
            '"' => quoted = !quoted,
            '#' | ';' if !quoted => break,
            c => plain.push(c),
        }
    }
    plain.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_remote_is_origin_or_the_only_one() {
        let url = |config: &str| remote(config);
        let config = "[core]\n\tbare = false\n[Remote \"fork\"]\n\turl = git@x:y/z\n[remote \"origin\"]\n\
                      \tURL = \"https://github.com/a/b\" ; mine\n\turl = second\n[branch \"main\"]\n\turl = no\n";
        assert_eq!(url(config).as_deref(), Some("https://github.com/a/b"));
        assert_eq!(
            url("[remote \"up\"]\nurl=git@github.com:a/b.git # c\n").as_deref(),
            Some("git@github.com:a/b.git")
        );
        assert_eq!(url("[remote \"a\"]\nurl=x\n[remote \"b\"]\nurl=y\n"), None, "which of two is a guess");
        assert_eq!(url("[remote \"origin\"\nurl"), None);
    }
}
