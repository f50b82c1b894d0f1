//! What a publish refuses, and that a refusal changes nothing.

use std::fs;
use std::path::Path;
use std::time::Duration;

use greenroom::base::{ContentHash, OutPath};
use greenroom::disk::publish::{DiskError, Unfit};
use greenroom::disk::{Job, publish};

use crate::publish::{Files, Outcome, disk_error, files, first, put, put_with, room, tree};

fn adopt(folder: &Path, site: &Files) -> Outcome {
    put_with(folder, site, true, &|_| ())
}

#[test]
fn files_of_others_are_refused_then_adopted_and_kept() {
    let (_room, folder) = room();
    fs::create_dir_all(folder.join("questions")).unwrap();
    fs::write(folder.join("CNAME"), "example.org").unwrap();
    fs::write(folder.join("questions/theirs.txt"), "theirs").unwrap();
    fs::write(folder.join("index.html"), "theirs").unwrap();
    let before = tree(&folder);
    assert!(matches!(disk_error(put(&folder, &first())), DiskError::NotOurs { .. }));
    assert_eq!(tree(&folder), before);

    assert_eq!(adopt(&folder, &first()).unwrap().written, 5);
    let theirs = files(&[("CNAME", "example.org"), ("questions/theirs.txt", "theirs")]);
    let mut both = first();
    both.extend(theirs.clone());
    assert_eq!(tree(&folder), both);

    // From here on the folder is ours, but not these files.
    put(&folder, &files(&[("a.html", "a")])).unwrap();
    let mut left = theirs;
    left.insert("a.html".into(), b"a".to_vec());
    assert_eq!(tree(&folder), left);
    match disk_error(put(&folder, &files(&[("CNAME", "ours"), ("questions/theirs.txt", "ours")]))) {
        DiskError::Foreign { first, total, .. } => assert_eq!((first.as_str(), total), ("CNAME", 2)),
        other => panic!("{other:?}"),
    }
    assert_eq!(tree(&folder), left);
}

#[test]
fn what_cannot_be_replaced_is_never_replaced() {
    let (_room, folder) = room();
    put(&folder, &files(&[("a/x", "1"), ("b", "2")])).unwrap();
    fs::write(folder.join("a/theirs"), "theirs").unwrap();
    fs::write(folder.join("file"), "theirs").unwrap();
    fs::create_dir(folder.join("dir")).unwrap();
    let before = tree(&folder);
    for site in [&[("a", "")], &[("file/x", "")], &[("dir", "")]] {
        let error = disk_error(adopt(&folder, &files(site)));
        assert!(matches!(error, DiskError::Blocked { .. }), "{site:?}: {error:?}");
        assert_eq!(tree(&folder), before);
    }
    // A folder of theirs in the place of a file of ours.
    fs::remove_file(folder.join("b")).unwrap();
    fs::create_dir(folder.join("b")).unwrap();
    let before = tree(&folder);
    assert!(matches!(disk_error(adopt(&folder, &files(&[("b", "3")]))), DiskError::Blocked { .. }));
    assert_eq!(tree(&folder), before);
}

#[test]
fn links_in_the_folder_are_never_followed() {
    use std::os::unix::fs::symlink;
    let (room, folder) = room();
    let outside = room.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("x"), "theirs").unwrap();
    put(&folder, &files(&[("a/x", "1"), ("b/x", "2"), ("c", "3"), ("d/x", "4")])).unwrap();
    for (link, target) in [("a", &outside), ("b", &folder.join("d"))] {
        fs::remove_dir_all(folder.join(link)).unwrap();
        symlink(target, folder.join(link)).unwrap();
    }
    let before = tree(&folder);
    // Not written through, even when what is behind the link is right.
    for site in [&[("a/x", "new")], &[("b/x", "4")]] {
        let error = disk_error(put(&folder, &files(site)));
        assert!(matches!(error, DiskError::Blocked { .. }), "{error:?}");
        assert_eq!(tree(&folder), before);
    }
    // Not deleted through.
    put(&folder, &files(&[("d/x", "4")])).unwrap();
    assert_eq!(fs::read(outside.join("x")).unwrap(), b"theirs");
    assert_eq!(fs::read(folder.join("d/x")).unwrap(), b"4");
    assert_eq!(tree(&folder).len(), 3, "both links stay: they are not ours");
}

#[test]
fn some_folders_are_never_published_into() {
    let room = tempfile::tempdir().unwrap();
    let root = room.path().canonicalize().unwrap();
    let project = root.join("work/project");
    for folder in ["work/project/content/guides", "repo/.git", "other/content", "worktree"] {
        fs::create_dir_all(root.join(folder)).unwrap();
    }
    fs::write(root.join("worktree/.git"), "gitdir: elsewhere").unwrap();
    fs::write(root.join("file"), "").unwrap();
    let outputs = [OutPath::new("index.html").unwrap()];
    let refused = |folder: &Path| {
        let inputs = ContentHash::of(b"");
        let job = Job {
            folder,
            project: &project,
            adopt: true,
            inputs,
            outputs: &outputs,
            patience: Duration::ZERO,
        };
        match disk_error(publish(&job, |_| Ok(b""), &|_| ())) {
            DiskError::Unfit { why, .. } => why,
            other => panic!("{folder:?}: {other:?}"),
        }
    };
    assert_eq!(refused(Path::new("/")), Unfit::Root);
    assert_eq!(refused(&std::env::home_dir().unwrap()), Unfit::Home);
    assert_eq!(refused(&project), Unfit::Project);
    assert_eq!(refused(&root.join("work")), Unfit::Project);
    assert_eq!(refused(&root.join("work/public/..")), Unfit::Project);
    assert_eq!(refused(&project.join("content/new/public")), Unfit::Sources);
    assert_eq!(refused(&project.join("themes")), Unfit::Sources);
    assert_eq!(refused(&project.join("x/../static")), Unfit::Sources);
    assert_eq!(refused(&root.join("repo")), Unfit::Repository);
    assert_eq!(refused(&root.join("repo/.git/public")), Unfit::Repository);
    assert_eq!(refused(&root.join("worktree")), Unfit::Repository);
    assert_eq!(refused(&root.join("other")), Unfit::OtherProject);
    assert_eq!(refused(&root.join("file")), Unfit::NotAFolder);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&project, root.join("link")).unwrap();
        assert_eq!(refused(&root.join("link")), Unfit::Project);
        assert_eq!(refused(&root.join("link/templates/x")), Unfit::Sources);
    }
}

#[test]
fn outputs_that_cannot_be_files_together_are_refused() {
    let (room, folder) = room();
    let error = disk_error(put(&folder, &files(&[("a", ""), ("a b", ""), ("a/b", "")])));
    assert_eq!(error.to_string(), "`a` and `a/b` cannot both be files; rename one of them");
    for name in [".greenroom-manifest.json", ".Greenroom-stage/1"] {
        assert!(matches!(disk_error(put(&folder, &files(&[(name, "")]))), DiskError::Reserved(_)));
    }
    assert!(tree(room.path()).is_empty());
}

#[test]
fn a_record_that_cannot_be_read_stops_everything() {
    let (_room, folder) = room();
    put(&folder, &first()).unwrap();
    let manifest = folder.join(".greenroom-manifest.json");
    let good = fs::read(&manifest).unwrap();
    for bad in ["", "<<<<<<< HEAD", "{}", r#"{"version":2}"#, r#"{"version":1,"inputs":"","files":{}}"#] {
        fs::write(&manifest, bad).unwrap();
        let error = disk_error(adopt(&folder, &files(&[("x", "")])));
        assert!(matches!(error, DiskError::Record { .. }), "{bad}: {error}");
        assert_eq!(tree(&folder), first());
    }
    fs::write(&manifest, good).unwrap();
    fs::write(folder.join(".greenroom-journal.json"), "not ours").unwrap();
    assert!(matches!(disk_error(put(&folder, &files(&[("x", "")]))), DiskError::Record { .. }));
    fs::remove_file(folder.join(".greenroom-journal.json")).unwrap();
    assert_eq!(tree(&folder), first());
}
