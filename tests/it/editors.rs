//! However a file is saved, moved or removed, the watcher wakes and looking again gives what a scan gives:
//! the steps of real editors and tools, by events and by polling.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};

use greenroom::base::SourcePath;
use greenroom::dev::watch::{How, Poll, Reason, Settings, Watcher};
use greenroom::disk::{Look, scan, scan_again};
use greenroom::source::Sources;
use proptest::prelude::*;
use tempfile::TempDir;

use crate::program::PATIENCE;
use crate::watch_again::{apply, edits};

/// The file that the editors save.
const FILE: &str = "content/guides/first.md";

/// A project that is watched as the author's loop does.
struct Watched {
    /// Around the project, for what is moved out and in.
    folder: TempDir,
    root: PathBuf,
    watcher: Watcher,
    sources: Sources,
    /// Held until the end: without it, the deadline's thread stops waiting.
    _running: Sender<()>,
}

impl Watched {
    fn new(poll: Poll) -> Watched {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("project");
        for (path, text) in [
            ("site.toml", "title = \"T\"\n"),
            (FILE, "# First\n"),
            ("content/guides/second.md", "# Second\n"),
            ("content/banks/core.toml", "title = \"Core\"\n"),
            ("static/brand/logo.svg", "<svg/>\n"),
            ("public/index.html", "old\n"),
        ] {
            write(&root.join(path), text);
        }
        let watcher = Watcher::start(&root, &Settings { poll }).unwrap();
        let sources = scan(&root).unwrap();
        let (running, end) = channel();
        let bell = watcher.bell();
        std::thread::spawn(move || {
            if end.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                bell.stop();
            }
        });
        Watched { folder, root, watcher, sources, _running: running }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    fn outside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The next look, followed.
    fn look(&mut self) -> Look {
        let look = self.watcher.next().expect("the watcher wakes before the deadline");
        // As the loop does: a project that is gone keeps what was read last.
        if let Ok(sources) = scan_again(&self.root, &self.sources, &look) {
            self.sources = sources;
        }
        look
    }

    /// Looks until the sources are those of the disk.
    fn settle(&mut self) {
        while scan(&self.root).ok().as_ref() != Some(&self.sources) {
            self.look();
        }
    }

    /// The text of the file that the editors save.
    fn text(&self) -> &str {
        self.sources.get(&path(FILE)).unwrap().text().unwrap()
    }
}

fn path(text: &str) -> SourcePath {
    SourcePath::new(text).unwrap()
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Runs the same steps by events and by polling.
fn both(steps: impl Fn(&mut Watched) + Sync) {
    std::thread::scope(|scope| {
        for poll in [Poll::WhenNeeded, Poll::Always] {
            let steps = &steps;
            scope.spawn(move || steps(&mut Watched::new(poll)));
        }
    });
}

/// `:w` with the default settings: is the folder writable, a swap file, the old text as backup, a new file.
fn vim(watched: &Watched, text: &str) {
    let at = |name: &str| watched.at("content/guides").join(name);
    File::create(at("4913")).unwrap();
    fs::remove_file(at("4913")).unwrap();
    fs::write(at(".first.md.swp"), "b0VIM").unwrap();
    fs::rename(at("first.md"), at("first.md~")).unwrap();
    fs::write(at("first.md"), text).unwrap();
    fs::remove_file(at("first.md~")).unwrap();
    fs::remove_file(at(".first.md.swp")).unwrap();
}

/// A lock that is a link, an automatic save, a backup, the text in place.
fn emacs(watched: &Watched, text: &str) {
    let at = |name: &str| watched.at("content/guides").join(name);
    #[cfg(unix)]
    std::os::unix::fs::symlink("me@host.1:2", at(".#first.md")).unwrap();
    fs::write(at("#first.md#"), text).unwrap();
    fs::copy(at("first.md"), at("first.md~")).unwrap();
    fs::write(at("first.md"), text).unwrap();
    fs::remove_file(at("#first.md#")).unwrap();
    let _ = fs::remove_file(at(".#first.md"));
}

/// The same with `file-precious-flag`: a new file takes the old one's place.
fn emacs_precious(watched: &Watched, text: &str) {
    let at = |name: &str| watched.at("content/guides").join(name);
    fs::rename(at("first.md"), at("first.md~")).unwrap();
    fs::write(at("#tmp#first.md#"), text).unwrap();
    fs::rename(at("#tmp#first.md#"), at("first.md")).unwrap();
}

/// An atomic save: a file of another name, not known as litter, takes the old one's place.
fn atomic(watched: &Watched, text: &str) {
    let new = watched.at("content/guides/first.md.5ea1");
    let mut file = File::create(&new).unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file.sync_all().unwrap();
    fs::rename(new, watched.at(FILE)).unwrap();
}

/// Cut to nothing, then written in two steps.
fn in_place(watched: &Watched, text: &str) {
    let mut file = File::create(watched.at(FILE)).unwrap();
    file.write_all(&text.as_bytes()[..3]).unwrap();
    file.write_all(&text.as_bytes()[3..]).unwrap();
}

#[test]
fn every_editors_save_is_seen() {
    type Save = fn(&Watched, &str);
    let editors: [(&str, Save); 5] = [
        ("vim", vim),
        ("Emacs", emacs),
        ("Emacs, precious", emacs_precious),
        ("atomic", atomic),
        ("in place", in_place),
    ];
    both(|watched| {
        for (name, save) in editors {
            for round in 0..2 {
                let text = format!("# {name} {round}\n");
                save(watched, &text);
                watched.settle();
                assert_eq!(watched.text(), text);
            }
        }
    });
}

#[cfg(unix)]
#[test]
fn sed_in_place_is_seen() {
    both(|watched| {
        let mut sed = Command::new("sed");
        // Both kinds of `sed` take the backup's ending with the option.
        let done = sed.args(["-i.bak", "s/First/Edited/"]).arg(watched.at(FILE)).status().unwrap();
        assert!(done.success());
        watched.settle();
        assert_eq!(watched.text(), "# Edited\n");
    });
}

#[test]
fn files_and_folders_come_and_go() {
    both(|watched| {
        fs::rename(watched.at(FILE), watched.at("content/guides/renamed.md")).unwrap();
        watched.settle();
        fs::remove_file(watched.at("content/guides/renamed.md")).unwrap();
        watched.settle();
        // Out of the project, changed there, and in again.
        fs::rename(watched.at("content/guides"), watched.outside("guides")).unwrap();
        watched.settle();
        write(&watched.outside("guides/deep/er/third.md"), "# Third\n");
        fs::rename(watched.outside("guides"), watched.at("content/guides")).unwrap();
        watched.settle();
        write(&watched.at("content/guides/deep/er/third.md"), "# Changed\n");
        watched.settle();
        // A new folder with files in it, and an edit there.
        write(&watched.at("themes/mine/templates/page.html"), "x");
        watched.settle();
        write(&watched.at("themes/mine/templates/page.html"), "xy");
        watched.settle();
        fs::remove_dir_all(watched.at("static")).unwrap();
        watched.settle();
        assert_eq!(
            watched.sources.files().filter(|file| file.path.as_str().starts_with("static")).count(),
            0
        );
        write(&watched.at("site.toml"), "title = ");
        watched.settle();
        fs::remove_file(watched.at("site.toml")).unwrap();
        watched.settle();
    });
}

#[test]
fn the_content_is_replaced_as_a_whole() {
    both(|watched| {
        for round in 0..3 {
            let text = format!("# Round {round}\n");
            write(&watched.outside("new/guides/first.md"), &text);
            fs::rename(watched.at("content"), watched.outside("old")).unwrap();
            fs::rename(watched.outside("new"), watched.at("content")).unwrap();
            fs::remove_dir_all(watched.outside("old")).unwrap();
            watched.settle();
            assert_eq!(watched.text(), text);
            // The new folder is watched, not the old one.
            in_place(watched, "# Edited in place\n");
            watched.settle();
        }
    });
}

#[test]
fn the_project_is_removed_and_made_again() {
    both(|watched| {
        fs::remove_dir_all(&watched.root).unwrap();
        watched.look();
        write(&watched.at(FILE), "# Again\n");
        watched.settle();
        in_place(watched, "# Edited\n");
        watched.settle();
        assert_eq!(watched.sources.files().count(), 1);
        fs::rename(&watched.root, watched.outside("away")).unwrap();
        watched.look();
        write(&watched.outside("away/site.toml"), "title = \"Moved\"\n");
        fs::rename(watched.outside("away"), &watched.root).unwrap();
        watched.settle();
        assert_eq!(watched.sources.files().count(), 2);
    });
}

/// Git as it is everywhere: no settings of this machine.
fn git(root: &Path, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(root).args(["-c", "user.name=x", "-c", "user.email=x@example.org"]).args(arguments);
    git.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let out = git.output().unwrap();
    assert!(out.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&out.stderr));
}

#[test]
fn another_branch_is_checked_out() {
    both(|watched| {
        git(&watched.root, &["init", "--quiet", "--initial-branch=few"]);
        git(&watched.root, &["add", "."]);
        git(&watched.root, &["commit", "--quiet", "--message=few"]);
        git(&watched.root, &["checkout", "--quiet", "-b", "many"]);
        for count in 0..500 {
            let folder = count % 25;
            write(&watched.at(&format!("content/guides/{folder}/{count}.md")), &format!("# {count}\n"));
        }
        fs::remove_dir_all(watched.at("static")).unwrap();
        write(&watched.at(FILE), "# Many\n");
        git(&watched.root, &["add", "--all"]);
        git(&watched.root, &["commit", "--quiet", "--message=many"]);
        watched.settle();
        assert!(watched.sources.files().count() > 500);
        for (branch, text) in [("few", "# First\n"), ("many", "# Many\n"), ("few", "# First\n")] {
            git(&watched.root, &["checkout", "--quiet", branch]);
            watched.settle();
            assert_eq!(watched.text(), text);
        }
    });
}

#[test]
fn a_file_that_never_rests_is_shown_all_the_same() {
    both(|watched| {
        let file = watched.at(FILE);
        std::thread::scope(|scope| {
            let (stop, stopped) = channel::<()>();
            let writer = scope.spawn(move || {
                let mut file = OpenOptions::new().append(true).open(file).unwrap();
                while stopped.try_recv() == Err(std::sync::mpsc::TryRecvError::Empty) {
                    file.write_all(b"x").unwrap();
                    // Not over the limit of a guide before the test is done.
                    std::thread::yield_now();
                    if file.metadata().unwrap().len() > 500_000 {
                        file.set_len(0).unwrap();
                    }
                }
            });
            for _ in 0..3 {
                watched.look();
            }
            drop(stop);
            writer.join().unwrap();
        });
        watched.settle();
    });
}

#[test]
fn only_the_input_wakes() {
    both(|watched| {
        for other in [
            "public/index.html",
            "public/guides/new/index.html",
            "target/debug/x",
            "node_modules/x/index.js",
            "README.md",
            "content/guides/.first.md.swp",
            "content/guides/4913",
            "content/guides/first.md~",
            "content/.git/index",
        ] {
            write(&watched.at(other), "x");
        }
        fs::write(watched.at(FILE), "# Real\n").unwrap();
        let expected = Look::At(BTreeSet::from([path(FILE)]));
        loop {
            // Polling looks at everything once more after it has started.
            let look = watched.look();
            if look == expected {
                break;
            }
            assert!(matches!(watched.watcher.how(), How::Polling(_)) && look == Look::Everywhere, "{look:?}");
        }
    });
}

#[test]
fn a_watcher_says_how_it_watches_and_can_be_stopped() {
    let watched = Watched::new(Poll::Always);
    let how = watched.watcher.how();
    assert_eq!(how, How::Polling(Reason::Asked));
    assert_eq!(how.to_string(), "looking for changes every half second: `--poll` was given");
    for poll in [Poll::WhenNeeded, Poll::Always] {
        let mut watched = Watched::new(poll);
        let bell = watched.watcher.bell();
        std::thread::scope(|scope| {
            scope.spawn(move || bell.stop());
            assert_eq!(watched.watcher.next(), None);
        });
        assert_eq!(watched.watcher.next(), None);
    }
    let gone = watched.at("nowhere");
    let error = Watcher::start(&gone, &Settings::default()).unwrap_err();
    assert!(error.to_string().contains("nowhere"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_is_seen(rounds in prop::collection::vec(prop::collection::vec(edits(), 1..8), 1..8)) {
        let mut watched = Watched::new(Poll::WhenNeeded);
        for edit in rounds.iter().flatten() {
            apply(&watched.root, edit);
        }
        for round in &rounds {
            round.iter().for_each(|edit| drop(apply(&watched.root, edit)));
            watched.settle();
        }
    }
}
