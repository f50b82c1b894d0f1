//! What is left when rendering fails or the disk does: the site before, and no litter.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use greenroom::base::OutPath;
use greenroom::disk::publish::{DiskError, RENDER_ERRORS};
use greenroom::disk::{Job, PublishError, Step, publish};

use crate::publish::{Files, Outcome, files, inputs, put, put_with, tree};

/// Publishes `site`, where every path that contains `broken` cannot be rendered.
fn put_broken(folder: &Path, site: &Files) -> Outcome {
    let outputs: Vec<OutPath> = site.keys().map(|path| OutPath::new(path).unwrap()).collect();
    let job = Job {
        folder,
        project: &folder.parent().unwrap().join("project"),
        adopt: false,
        inputs: inputs(site),
        outputs: &outputs,
        patience: Duration::ZERO,
    };
    let render = |path: &OutPath| match path.as_str() {
        text if text.contains("broken") => Err(format!("no field in {text}")),
        text => Ok(site[text].clone()),
    };
    publish(&job, render, &|_| ())
}

#[test]
fn a_site_with_an_error_is_not_published() {
    let room = tempfile::tempdir().unwrap();
    let folder = room.path().join("deep/public");
    let bad: Files = (0..500).map(|n| (format!("broken-{n:03}/index.html"), Vec::new())).collect();
    for before in [None, Some(files(&[("a/b", "1"), ("index.html", "2")]))] {
        if let Some(site) = &before {
            put(&folder, site).unwrap();
        }
        let mut site = bad.clone();
        site.extend(files(&[("new/page.html", "x"), ("index.html", "changed")]));
        match put_broken(&folder, &site) {
            Err(PublishError::Render { first, total }) => {
                assert_eq!((first.len(), total), (RENDER_ERRORS, 500));
                assert_eq!(first[7].0.as_str(), "broken-007/index.html", "the first by path, in every run");
            }
            other => panic!("{other:?}"),
        }
        match before {
            Some(site) => assert_eq!(tree(&folder), site),
            None => assert!(tree(room.path()).is_empty(), "{:?}", tree(room.path()).keys()),
        }
    }
}

/// A mount that goes when the test ends.
#[cfg(target_os = "linux")]
struct Mounted<'p>(&'p Path);

#[cfg(target_os = "linux")]
impl Drop for Mounted<'_> {
    fn drop(&mut self) {
        let _ = rustix::mount::unmount(self.0, rustix::mount::UnmountFlags::DETACH);
    }
}

/// A file system in memory of this size; `None` where mounting is not allowed, which in CI root always is.
#[cfg(target_os = "linux")]
fn small_disk<'p>(at: &'p Path, options: &str) -> Option<Mounted<'p>> {
    use rustix::mount::{MountFlags, mount};
    let options = std::ffi::CString::new(options).unwrap();
    match mount("none", at, "tmpfs", MountFlags::empty(), options.as_c_str()) {
        Ok(()) => Some(Mounted(at)),
        Err(error) => {
            let must = std::env::var_os("CI").is_some() && rustix::process::geteuid().is_root();
            assert!(!must, "cannot mount: {error}");
            None
        }
    }
}

#[cfg(target_os = "linux")]
fn site_of(pages: usize, size: usize, text: &str) -> Files {
    (0..pages).map(|n| (format!("questions/{n}/index.html"), text.repeat(size / text.len()).into())).collect()
}

#[cfg(target_os = "linux")]
fn assert_full(outcome: Outcome) {
    match outcome {
        Err(PublishError::Disk(error @ DiskError::Io { .. })) => {
            let message = error.to_string();
            assert!(message.contains("free some space") && message.contains("room/public"), "{message}");
        }
        other => panic!("{other:?}"),
    }
}

/// Full while the site is staged: by bytes and by inodes, in a new folder and in one with a site.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_site_before() {
    for options in ["size=400k", "size=1g,nr_inodes=60"] {
        let temporary = tempfile::tempdir().unwrap();
        let room = temporary.path().join("room");
        fs::create_dir(&room).unwrap();
        let Some(_mounted) = small_disk(&room, options) else { return };
        let folder = room.join("public");
        assert_full(put(&folder, &site_of(60, 8000, "new")));
        assert!(tree(&room).is_empty(), "{:?}", tree(&room).keys());

        let small = site_of(10, 8000, "old");
        put(&folder, &small).unwrap();
        assert_full(put(&folder, &site_of(60, 8000, "new")));
        assert_eq!(tree(&folder), small);
        // And with space again the next build does it.
        let next = site_of(12, 8000, "next");
        put(&folder, &next).unwrap();
        assert_eq!(tree(&folder), next);
    }
}

/// The disk fills at each step in turn, until there is none left to fill.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_fills_at_any_moment_leaves_whole_files() {
    let temporary = tempfile::tempdir().unwrap();
    let Some(_mounted) = small_disk(temporary.path(), "size=2m,nr_inodes=200") else { return };
    let folder = temporary.path().join("public");
    let old = files(&[("a", "1"), ("b/c/x", "2"), ("d/e/index.html", "3"), ("index.html", "4")]);
    let new = files(&[("a/deep/er/x", "5"), ("b", "6"), ("f/g/index.html", "7"), ("index.html", "8")]);
    for at in 1.. {
        put(&folder, &old).unwrap();
        let (step, committed) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let fill = |now: Step<'_>| {
            committed.fetch_add(usize::from(now == Step::Committed), Ordering::SeqCst);
            if step.fetch_add(1, Ordering::SeqCst) + 1 == at {
                // Every inode: from here on nothing new can be made.
                for n in 0.. {
                    if fs::write(temporary.path().join(format!("filler-{n}")), "").is_err() {
                        break;
                    }
                }
            }
        };
        let outcome = put_with(&folder, &new, false, &fill);
        let left = tree(&folder);
        for (path, bytes) in left.iter().filter(|(path, _)| !path.starts_with(".greenroom-")) {
            let whole = old.get(path) == Some(bytes) || new.get(path) == Some(bytes);
            assert!(whole || path.ends_with('/'), "step {at}: {path}");
        }
        match &outcome {
            Ok(_) => assert_eq!(left, new, "step {at}"),
            Err(_) if committed.load(Ordering::SeqCst) == 0 => assert_eq!(left, old, "step {at}"),
            Err(_) => {}
        }
        for entry in fs::read_dir(temporary.path()).unwrap().map(Result::unwrap) {
            if entry.file_name() != "public" {
                fs::remove_file(entry.path()).unwrap();
            }
        }
        put(&folder, &new).unwrap();
        assert_eq!(tree(&folder), new, "step {at}");
        if at > step.load(Ordering::SeqCst) {
            break;
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_cannot_be_written_is_found_before_rendering() {
    use rustix::mount::{MountFlags, mount_remount};
    let temporary = tempfile::tempdir().unwrap();
    let Some(_mounted) = small_disk(temporary.path(), "size=1m") else { return };
    let site = files(&[("index.html", "1")]);
    let (folder, new) = (temporary.path().join("public"), temporary.path().join("deep/new"));
    put(&folder, &site).unwrap();
    mount_remount(temporary.path(), MountFlags::RDONLY, "").unwrap();
    for folder in [&folder, &new] {
        let never = |step: Step<'_>| panic!("{step:?}");
        match put_with(folder, &files(&[("index.html", "2")]), false, &never) {
            Err(PublishError::Disk(error)) => {
                assert!(error.to_string().contains("make it writable, or choose another folder"), "{error}");
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(tree(&folder), site);
}
