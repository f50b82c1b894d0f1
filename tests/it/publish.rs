//! What a publish writes, keeps and removes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

use greenroom::base::{ContentHash, OutPath};
use greenroom::disk::publish::DiskError;
use greenroom::disk::{Job, PublishError, Published, Step, publish};
use tempfile::TempDir;

/// The files of a site, or of a folder.
pub type Files = BTreeMap<String, Vec<u8>>;

pub fn files(list: &[(&str, &str)]) -> Files {
    list.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

/// Everything below a folder but the manifest: files, links as `-> target`, empty folders with a `/`.
pub fn tree(folder: &Path) -> Files {
    let mut found = Files::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        if path == ".greenroom-manifest.json" {
        } else if entry.file_type().is_symlink() {
            found.insert(path, format!("-> {}", fs::read_link(entry.path()).unwrap().display()).into());
        } else if entry.file_type().is_file() {
            found.insert(path, fs::read(entry.path()).unwrap());
        } else if entry.file_type().is_dir() && fs::read_dir(entry.path()).unwrap().next().is_none() {
            found.insert(path + "/", Vec::new());
        }
    }
    found
}

/// A hash of a site, as a build would make one of its sources.
pub fn inputs(site: &Files) -> ContentHash {
    ContentHash::of_all(site.iter().flat_map(|(path, bytes)| [path.as_bytes(), bytes]).map(ContentHash::of))
}

pub type Outcome = Result<Published, PublishError<String>>;

/// Publishes `site`; the project is the folder beside.
pub fn put_with(folder: &Path, site: &Files, adopt: bool, progress: &(dyn Fn(Step<'_>) + Sync)) -> Outcome {
    let outputs: Vec<OutPath> = site.keys().map(|path| OutPath::new(path).unwrap()).collect();
    let project = folder.parent().unwrap().join("project");
    let patience = Duration::from_secs(60);
    let job = Job { folder, project: &project, adopt, inputs: inputs(site), outputs: &outputs, patience };
    publish(&job, |path| Ok(site[path.as_str()].as_slice()), progress)
}

pub fn put(folder: &Path, site: &Files) -> Outcome {
    put_with(folder, site, false, &|_| ())
}

pub fn room() -> (TempDir, std::path::PathBuf) {
    let room = tempfile::tempdir().unwrap();
    let folder = room.path().canonicalize().unwrap().join("public");
    (room, folder)
}

pub fn disk_error(outcome: Outcome) -> DiskError {
    match outcome {
        Err(PublishError::Disk(error)) => error,
        other => panic!("{other:?}"),
    }
}

pub fn first() -> Files {
    files(&[
        ("404.html", "lost"),
        ("assets/app.js", "js"),
        ("index.html", "home"),
        ("questions/a/index.html", "a"),
        ("questions/b/index.html", "b"),
    ])
}

const fn done(written: usize, removed: usize, unchanged: usize) -> Published {
    Published { written, removed, unchanged }
}

#[test]
fn a_new_folder_gets_the_site_and_nothing_else() {
    let (room, _) = room();
    let folder = room.path().join("not/there/yet/public");
    assert_eq!(put(&folder, &first()).unwrap(), done(5, 0, 0));
    assert_eq!(tree(&folder), first());
    assert_eq!(fs::read_dir(folder.parent().unwrap()).unwrap().count(), 1, "no lock and no stage beside it");
}

#[test]
fn an_empty_folder_stays_the_same_folder() {
    let (_room, folder) = room();
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join(".DS_Store"), "litter").unwrap();
    assert_eq!(put(&folder, &first()).unwrap(), done(5, 0, 0));
    fs::remove_file(folder.join(".DS_Store")).unwrap();
    assert_eq!(tree(&folder), first());
}

#[cfg(unix)]
#[test]
fn when_nothing_changed_nothing_is_rendered_or_written() {
    use std::os::unix::fs::MetadataExt;
    let (_room, folder) = room();
    put(&folder, &first()).unwrap();
    let stamps = || -> Vec<_> {
        let all = walkdir::WalkDir::new(&folder).min_depth(1).sort_by_file_name().into_iter();
        all.map(|entry| entry.unwrap().metadata().unwrap())
            .map(|metadata| (metadata.ino(), metadata.mtime(), metadata.mtime_nsec(), metadata.ctime_nsec()))
            .collect()
    };
    let before = stamps();
    let steps = Mutex::new(Vec::new());
    let note = |step: Step<'_>| steps.lock().unwrap().push(format!("{step:?}"));
    assert_eq!(put_with(&folder, &first(), false, &note).unwrap(), done(0, 0, 5));
    assert_eq!(*steps.lock().unwrap(), ["Locked"]);
    assert_eq!(stamps(), before);
}

#[cfg(unix)]
#[test]
fn only_what_changed_is_written_and_only_what_is_gone_is_removed() {
    use std::os::unix::fs::MetadataExt;
    let (_room, folder) = room();
    put(&folder, &first()).unwrap();
    let inode = |path: &str| folder.join(path).metadata().unwrap().ino();
    let before = (inode("index.html"), inode("assets/app.js"));
    let mut second = first();
    second.insert("index.html".into(), b"new home".to_vec());
    second.remove("questions/b/index.html");
    second.insert("roles/x/index.html".into(), b"x".to_vec());
    assert_eq!(put(&folder, &second).unwrap(), done(2, 1, 3));
    assert_eq!(tree(&folder), second, "emptied folders are gone too");
    assert_ne!(inode("index.html"), before.0);
    assert_eq!(inode("assets/app.js"), before.1);
}

#[test]
fn assets_come_before_pages_and_pages_before_what_lists_them() {
    let (_room, folder) = room();
    put(&folder, &files(&[("old.html", "")])).unwrap();
    let steps = Mutex::new(Vec::new());
    let site = files(&[("a/index.html", "1"), ("index.html", "2"), ("sw.js", "3"), ("z/style.css", "4")]);
    put_with(&folder, &site, false, &|step| {
        if let Step::Placed(path) | Step::Removed(path) = step {
            steps.lock().unwrap().push(path.to_string());
        }
    })
    .unwrap();
    assert_eq!(*steps.lock().unwrap(), ["z/style.css", "a/index.html", "index.html", "sw.js", "old.html"]);
}

#[test]
fn a_file_becomes_a_folder_and_a_folder_a_file() {
    let (_room, folder) = room();
    let one = files(&[("a", "1"), ("b/c/x", "2"), ("b/y", "3"), ("Case.png", "4"), ("k", "5")]);
    let two = files(&[("a/x/y", "6"), ("a/z", "7"), ("b", "8"), ("case.png", "4"), ("k", "5")]);
    put(&folder, &one).unwrap();
    for site in [&two, &one, &two] {
        put(&folder, site).unwrap();
        assert_eq!(tree(&folder), *site);
    }
    // The same when somebody emptied the folder by hand.
    put(&folder, &one).unwrap();
    fs::remove_dir_all(folder.join("b/c")).unwrap();
    fs::remove_file(folder.join("b/y")).unwrap();
    put(&folder, &two).unwrap();
    assert_eq!(tree(&folder), two);
}

#[test]
fn a_spoiled_or_lost_file_is_written_again() {
    let (_room, folder) = room();
    put(&folder, &first()).unwrap();
    fs::write(folder.join("404.html"), "LOST").unwrap();
    fs::remove_dir_all(folder.join("questions")).unwrap();
    #[cfg(unix)]
    {
        fs::remove_file(folder.join("index.html")).unwrap();
        std::os::unix::fs::symlink("404.html", folder.join("index.html")).unwrap();
    }
    put(&folder, &first()).unwrap();
    assert_eq!(tree(&folder), first());
    assert_eq!(put(&folder, &first()).unwrap(), done(0, 0, 5));
}

#[cfg(unix)]
#[cfg(target_os = "linux")]
#[test]
fn a_pipe_in_the_place_of_a_page_does_not_hang() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    let (_room, folder) = room();
    put(&folder, &first()).unwrap();
    fs::remove_file(folder.join("index.html")).unwrap();
    mknodat(CWD, folder.join("index.html"), FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
    put(&folder, &first()).unwrap();
    assert_eq!(tree(&folder), first());
}

#[test]
fn a_site_may_publish_a_folder_called_content() {
    let (_room, folder) = room();
    let site = files(&[("content/index.html", "1"), ("site.toml", "2")]);
    put(&folder, &site).unwrap();
    assert_eq!(put(&folder, &site).unwrap(), done(0, 0, 2));
}

#[test]
fn eight_builds_at_once_leave_one_whole_site() {
    let (room, folder) = room();
    let sites: Vec<Files> = (0..8)
        .map(|n| files(&[("index.html", &format!("{n}")), (&format!("{n}/page.html"), "x"), ("a", "same")]))
        .collect();
    std::thread::scope(|scope| {
        for site in &sites {
            scope.spawn(|| put(&folder, site).unwrap());
        }
    });
    assert!(sites.contains(&tree(&folder)));
    let names: BTreeSet<_> =
        fs::read_dir(room.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 1, "{names:?}");
}

#[test]
fn a_build_that_waits_in_vain_says_who_holds_the_folder() {
    let (_room, folder) = room();
    put(&folder, &first()).unwrap();
    let lock = fs::File::create(folder.join(".greenroom-lock")).unwrap();
    lock.lock().unwrap();
    fs::write(folder.join(".greenroom-lock"), "4711").unwrap();
    let project = folder.join("../project");
    let steps = Mutex::new(Vec::new());
    let job = Job {
        folder: &folder,
        project: &project,
        adopt: false,
        inputs: ContentHash::of(b""),
        outputs: &[],
        patience: Duration::from_millis(50),
    };
    let note = |step: Step<'_>| steps.lock().unwrap().push(format!("{step:?}"));
    let outcome: Outcome = publish(&job, |_| Ok(b"".as_slice()), &note);
    let message = disk_error(outcome).to_string();
    assert!(message.starts_with("another build (process 4711) is writing"), "{message}");
    assert_eq!(*steps.lock().unwrap(), ["Waiting { pid: Some(4711) }"]);
    drop(lock);
    // A lock file that a killed build left holds nobody up.
    put(&folder, &first()).unwrap();
    assert_eq!(tree(&folder), first());
}
