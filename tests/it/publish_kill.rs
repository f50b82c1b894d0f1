//! Killed at any step, with SIGKILL: every file is whole, and the next build ends in exactly the right folder.
//!
//! The test runs itself again as a child that publishes and kills itself at its K-th step, for every K.
#![cfg(target_os = "linux")]

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, ExitStatus};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::publish::{Files, files, put, put_with, tree};

const KILL_AT: &str = "GREENROOM_TEST_KILL_AT";
const FOLDER: &str = "GREENROOM_TEST_FOLDER";

/// Two sites that differ in every way: new, changed and removed files, a file that becomes a folder and back.
fn old() -> Files {
    files(&[("a", "old"), ("b/x", "old"), ("gone/deep/y", "old"), ("index.html", "old"), ("same", "same")])
}

fn new() -> Files {
    files(&[("a/x", "new"), ("b", "new"), ("fresh/deep/y", "new"), ("index.html", "new"), ("same", "same")])
}

/// Not a test of its own: what the child does. Without its variables it does nothing.
#[test]
fn child_that_kills_itself() {
    let (Ok(at), Ok(folder)) = (std::env::var(KILL_AT), std::env::var(FOLDER)) else { return };
    let (at, step): (usize, _) = (at.parse().unwrap(), AtomicUsize::new(0));
    put_with(Path::new(&folder), &new(), false, &|_| {
        if step.fetch_add(1, Ordering::SeqCst) + 1 == at {
            let this = rustix::process::getpid();
            rustix::process::kill_process(this, rustix::process::Signal::KILL).unwrap();
        }
    })
    .unwrap();
}

/// Publishes the new site in a child that dies at its step `at`; false when it had fewer steps.
fn killed(folder: &Path, at: usize) -> bool {
    let status: ExitStatus = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "publish_kill::child_that_kills_itself", "--test-threads=1"])
        .env(KILL_AT, at.to_string())
        .env(FOLDER, folder)
        .env("RAYON_NUM_THREADS", "1")
        .stdout(std::process::Stdio::null())
        .status()
        .unwrap();
    assert!(status.success() || status.signal() == Some(9), "{status}");
    !status.success()
}

/// The files a visitor can see.
fn visible(folder: &Path) -> Files {
    let mut all = tree(folder);
    all.retain(|path, _| !path.starts_with(".greenroom-") && !path.ends_with('/'));
    all
}

fn assert_whole(folder: &Path, when: &str) {
    let (old, new, found) = (old(), new(), visible(folder));
    for (path, bytes) in &found {
        assert!(old.get(path) == Some(bytes) || new.get(path) == Some(bytes), "{when}: {path} is torn");
    }
    assert!(found.contains_key("index.html") && found.contains_key("same"), "{when}: {:?}", found.keys());
}

#[test]
fn an_update_killed_at_any_step_is_finished_or_undone() {
    let room = tempfile::tempdir().unwrap();
    let mut steps = 0;
    for at in 1.. {
        // Whatever the next build publishes, it gets.
        for next in [new(), old(), files(&[("other/index.html", "other")])] {
            let folder = room.path().join("public");
            put(&folder, &old()).unwrap();
            if !killed(&folder, at) {
                steps = at;
                break;
            }
            assert_whole(&folder, &format!("killed at {at}"));
            put(&folder, &next).unwrap();
            assert_eq!(tree(&folder), next, "killed at {at}");
        }
        if steps > 0 {
            break;
        }
    }
    assert!(steps > 20, "{steps}");
}

#[test]
fn a_recovery_killed_at_any_step_is_finished_too() {
    let room = tempfile::tempdir().unwrap();
    let folder = room.path().join("public");
    for at in 1.. {
        put(&folder, &old()).unwrap();
        if !killed(&folder, at) {
            break;
        }
        // Each of these builds starts by recovering from the one before.
        for again in [2, 3, 4, 6, 9] {
            killed(&folder, again);
            assert_whole(&folder, &format!("killed at {at}, then at {again}"));
        }
        put(&folder, &new()).unwrap();
        assert_eq!(tree(&folder), new(), "killed at {at}");
    }
}

#[test]
fn a_new_folder_is_whole_or_not_there() {
    let room = tempfile::tempdir().unwrap();
    let folder = room.path().join("public");
    for at in 1.. {
        let killed = killed(&folder, at);
        if folder.exists() {
            assert_eq!(tree(&folder), new(), "killed at {at}");
        }
        put(&folder, &new()).unwrap();
        assert_eq!(tree(&folder), new(), "killed at {at}");
        let left: Vec<_> =
            fs::read_dir(room.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["public"], "killed at {at}");
        if !killed {
            break;
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}

/// The first site in a folder that is there but empty goes through the journal as well.
#[test]
fn a_first_site_killed_at_any_step_is_finished_or_undone() {
    let room = tempfile::tempdir().unwrap();
    let folder = room.path().join("public");
    for at in 1.. {
        fs::create_dir(&folder).unwrap();
        let killed = killed(&folder, at);
        let (new, found) = (new(), visible(&folder));
        assert!(found.iter().all(|(path, bytes)| new.get(path) == Some(bytes)), "killed at {at}");
        put(&folder, &new).unwrap();
        assert_eq!(tree(&folder), new, "killed at {at}");
        if !killed {
            break;
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
