//! Which file system a folder is on, where that decides whether events tell the whole story.
//!
//! No probe can find this out: an edit from this machine gives an event, one from another machine does not.

use std::path::Path;

/// File systems whose files other machines, or the host of a virtual one, can change.
const SHARED: [&str; 22] = [
    "9p",
    "afs",
    "ceph",
    "cifs",
    "drvfs",
    "fakeowner",
    "fuse.glusterfs",
    "fuse.grpcfuse",
    "fuse.osxfs",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.sshfs",
    "fuse.vmhgfs-fuse",
    "glusterfs",
    "lustre",
    "nfs",
    "nfs4",
    "prl_fs",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
];

/// The name of the file system at `folder`, a real absolute path, if other machines can change its files.
///
/// Only Linux says; elsewhere `--poll` is the author's.
pub fn shared(folder: &Path) -> Option<String> {
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    let system = system(&mounts, folder)?;
    SHARED.contains(&system).then(|| system.to_owned())
}

/// The file system of `folder` by the lines of `mountinfo` (proc(5)): fields, ` - `, the file system's name.
fn system<'m>(mounts: &'m str, folder: &Path) -> Option<&'m str> {
    let mount = |line: &'m str| {
        let (fields, rest) = line.split_once(" - ")?;
        let place = unescaped(fields.split(' ').nth(4)?);
        let system = rest.split(' ').next()?;
        folder.starts_with(&place).then_some((place.len(), system))
    };
    // The longest place holds the folder; of two at one place, the later covers the earlier.
    mounts.lines().filter_map(mount).max_by_key(|(length, _)| *length).map(|(_, system)| system)
}

/// Space, tab, line feed and backslash stand in octal.
fn unescaped(place: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(place.to_owned(), |place, (octal, plain)| place.replace(octal, plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_deepest_and_last_mount_counts() {
        let mounts = "22 1 8:1 / / rw shared:1 - ext4 /dev/sda rw\n\
            30 22 0:44 / /mnt/c\\040d rw master:1 propagate_from:2 - 9p C: rw\n\
            31 22 0:45 / /home rw - nfs4 server:/home rw\n\
            32 31 0:46 / /home/me/tmp rw - tmpfs tmpfs rw\n\
            33 31 0:47 / /home/me/tmp rw - fuse.sshfs host: rw\n\
            broken\n";
        let of = |folder: &str| system(mounts, Path::new(folder));
        assert_eq!(of("/srv/site"), Some("ext4"));
        assert_eq!(of("/mnt/c d/site"), Some("9p"));
        assert_eq!(of("/home/me"), Some("nfs4"));
        assert_eq!(of("/homestead"), Some("ext4"));
        assert_eq!(of("/home/me/tmp/site"), Some("fuse.sshfs"));
        assert_eq!(system("", Path::new("/")), None);
    }
}
