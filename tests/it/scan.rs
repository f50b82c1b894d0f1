//! What a scan reads, what it refuses, and that nothing makes it hang.

use std::fs;
use std::path::Path;

use greenroom::base::SourcePath;
use greenroom::diag::Diagnostic;
use greenroom::disk::scan;
use greenroom::source::{Kind, Sources};

use crate::folder::project;

fn paths(sources: &Sources) -> Vec<&str> {
    sources.files().map(|file| file.path.as_str()).collect()
}

/// The messages, without the files that are only unknown.
fn problems(root: &Path) -> Vec<String> {
    refusals(&scan(root).unwrap()).into_iter().map(|problem| problem.message).collect()
}

/// What is wrong with the files, whether or not they make a project.
fn refusals(sources: &Sources) -> Vec<Diagnostic> {
    let of_files = |problem: &Diagnostic| !["no-site-file", "empty-content"].contains(&problem.code.name);
    sources.problems().into_iter().filter(of_files).collect()
}

#[test]
fn the_project_is_read_and_nothing_else() {
    let root = project(&[
        ("site.toml", "title = 'x'"),
        ("greenroom.lock", "lock"),
        ("README.md", "not ours"),
        ("public/index.html", "not ours"),
        ("content/banks/core.toml", "# bank"),
        ("content/guides/deep/er/a.md", "# guide"),
        ("content/guides/.DS_Store", "litter"),
        ("content/guides/a.md~", "litter"),
        ("content/.git/config", "litter"),
        ("static/.well-known/security.txt", "mail"),
        ("static/.nojekyll", ""),
        ("static/.domains", "a.example"),
        ("themes/mine/theme.toml", "api = 1"),
    ]);
    let sources = scan(root.path()).unwrap();
    assert_eq!(
        paths(&sources),
        [
            "content/banks/core.toml",
            "content/guides/deep/er/a.md",
            "greenroom.lock",
            "site.toml",
            "static/.domains",
            "static/.nojekyll",
            "static/.well-known/security.txt",
            "themes/mine/theme.toml",
        ]
    );
    assert!(refusals(&sources).is_empty());
    let site = sources.get(&SourcePath::new("site.toml").unwrap()).unwrap();
    assert_eq!((site.text().unwrap(), &site.kind), ("title = 'x'", &Kind::Site));
}

#[test]
fn a_project_that_is_not_there_is_named() {
    let root = tempfile::tempdir().unwrap();
    let error = scan(&root.path().join("nowhere")).unwrap_err();
    assert!(error.to_string().contains("nowhere") && error.to_string().contains("site.toml"), "{error}");
    fs::write(root.path().join("file"), "").unwrap();
    assert!(scan(&root.path().join("file")).is_err());
    assert!(paths(&scan(root.path()).unwrap()).is_empty());
}

#[test]
fn secrets_are_never_read() {
    let root = project(&[
        ("static/.env", "TOKEN"),
        ("static/img/.htpasswd", "x"),
        ("static/.ssh/id", "x"),
        ("themes/mine/static/.env", "x"),
    ]);
    let sources = scan(root.path()).unwrap();
    assert!(paths(&sources).is_empty());
    let messages = problems(root.path());
    assert_eq!(messages.len(), 4, "{messages:?}");
    assert!(messages[0].starts_with("`static/.env` is hidden"), "{messages:?}");
}

#[test]
fn a_folder_where_a_file_belongs_is_named() {
    let root = project(&[("site.toml/x", ""), ("static", "a file"), ("content", "a file")]);
    let messages = problems(root.path()).join("\n");
    assert!(
        messages.contains("`site.toml` cannot be read: it is a folder where a file belongs"),
        "{messages}"
    );
    assert!(messages.contains("`static` cannot be read: it is a file where a folder belongs"), "{messages}");
    assert!(paths(&scan(root.path()).unwrap()).is_empty());
}

#[test]
fn a_file_over_the_limit_is_not_read() {
    let root = project(&[("content/banks/line.toml", ""), ("static/a.bin", ""), ("static/b.bin", "")]);
    let size = |path: &str, size: u64| {
        let file = fs::File::options().write(true).open(root.path().join(path)).unwrap();
        file.set_len(size).unwrap();
    };
    size("content/banks/line.toml", 100 << 20);
    size("static/a.bin", (25 << 20) + 1);
    size("static/b.bin", 25 << 20);
    let messages = problems(root.path());
    assert_eq!(messages[0], "`content/banks/line.toml` has 100 MiB and may have 1 MiB");
    assert_eq!(messages[1], "`static/a.bin` has 26 MiB and may have 25 MiB");
    assert_eq!(paths(&scan(root.path()).unwrap()), ["static/b.bin"]);
}

#[cfg(unix)]
#[test]
fn links_are_refused_whatever_they_lead_to() {
    use std::os::unix::fs::symlink;
    let root = project(&[("content/guides/a.md", "x"), ("outside/secret", "x")]);
    let at = |path: &str| root.path().join(path);
    symlink(at("outside/secret"), at("content/guides/b.md")).unwrap();
    symlink(at("outside"), at("content/banks")).unwrap();
    symlink("..", at("content/guides/loop")).unwrap();
    symlink("nowhere", at("content/guides/dangling.md")).unwrap();
    symlink("/etc/hostname", at("site.toml")).unwrap();
    symlink(at("outside"), at("static")).unwrap();
    // How Emacs marks a file that is being edited.
    symlink("me@host.1:2", at("content/guides/.#a.md")).unwrap();
    let sources = scan(root.path()).unwrap();
    assert_eq!(paths(&sources), ["content/guides/a.md"]);
    let messages = problems(root.path());
    assert_eq!(messages.len(), 6, "{messages:?}");
    assert!(messages.iter().all(|message| message.ends_with("is a symbolic link")), "{messages:?}");
}

#[cfg(unix)]
#[test]
fn the_project_itself_may_be_a_link() {
    let root = project(&[("site.toml", "x")]);
    let link = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(root.path(), link.path().join("here")).unwrap();
    assert_eq!(paths(&scan(&link.path().join("here")).unwrap()), ["site.toml"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_or_socket_is_named_and_does_not_hang() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    let root = project(&[("content/guides/a.md", "x")]);
    let pipe = |path: &str| {
        mknodat(CWD, root.path().join(path), FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
    };
    pipe("content/guides/pipe.md");
    pipe("site.toml");
    let _socket = std::os::unix::net::UnixListener::bind(root.path().join("content/socket")).unwrap();
    let messages = problems(root.path());
    assert_eq!(messages.len(), 3, "{messages:?}");
    assert!(
        messages.iter().all(|message| message.ends_with("is neither a file nor a folder")),
        "{messages:?}"
    );
    assert_eq!(paths(&scan(root.path()).unwrap()), ["content/guides/a.md"]);
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_cannot_be_shown_are_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let root = project(&[("content/guides/a.md", "x")]);
    let guides = root.path().join("content/guides");
    fs::write(guides.join(OsStr::from_bytes(b"\xff.md")), "x").unwrap();
    fs::create_dir(guides.join(OsStr::from_bytes(b"\xfe"))).unwrap();
    fs::write(guides.join(OsStr::from_bytes(b"\xfe/inner.md")), "x").unwrap();
    fs::write(guides.join("back\\slash.md"), "x").unwrap();
    fs::write(guides.join("line\nbreak.md"), "x").unwrap();
    assert_eq!(paths(&scan(root.path()).unwrap()), ["content/guides/a.md"]);
    let messages = problems(root.path());
    assert!(messages.iter().all(|message| message.contains("cannot be used")), "{messages:?}");
    assert_eq!(messages.len(), 4, "{messages:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_grows_and_vanishes_does_no_harm() {
    let root = project(&[("content/guides/a.md", "x"), ("content/guides/b.md", "x")]);
    let mut messages = Vec::new();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for round in 0..2_000 {
                let text = "more and ".repeat(round % 100);
                fs::write(root.path().join("content/guides/a.md"), text).unwrap();
                let _ = fs::remove_file(root.path().join("content/guides/b.md"));
                fs::write(root.path().join("content/guides/b.md"), "x").unwrap();
            }
        });
        while !writer.is_finished() {
            messages.extend(refusals(&scan(root.path()).unwrap()).into_iter().map(|problem| problem.message));
        }
    });
    messages.retain(|message| !message.contains("changes while it is read"));
    assert!(messages.is_empty(), "{messages:?}");
}
