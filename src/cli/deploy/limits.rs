//! What a host takes: how many files, how large, and whether a site fits.

use std::collections::BTreeMap;

use super::host::Host;
use crate::diag::Diagnostic;
use crate::site::Site;

/// The size of a site as it would be published.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Extent {
    /// All files.
    pub files: u64,
    /// All folders.
    pub folders: u64,
    /// Bytes of all files.
    pub bytes: u64,
    /// The largest file and its bytes.
    pub largest: (String, u64),
    /// The folder with the most entries, and how many.
    pub fullest: (String, u64),
}

/// Renders every output to know how large it is.
///
/// # Errors
///
/// What a template fails with.
pub fn measure(site: &Site) -> Result<Extent, Box<Diagnostic>> {
    let mut extent = Extent::default();
    let mut entries: BTreeMap<String, u64> = BTreeMap::new();
    for path in site.outputs() {
        let Some(bytes) = site.render(&path) else { continue };
        let bytes = bytes?.as_slice().len() as u64;
        extent.files += 1;
        extent.bytes += bytes;
        if bytes > extent.largest.1 {
            extent.largest = (path.to_string(), bytes);
        }
        note(&mut entries, path.as_str());
    }
    // The first entry is the site's own folder.
    extent.folders = (entries.len() as u64).saturating_sub(1);
    for (folder, count) in entries {
        if count > extent.fullest.1 {
            extent.fullest = (folder, count);
        }
    }
    Ok(extent)
}

/// Counts a file in its folder, and each folder that is new in the one above.
fn note(entries: &mut BTreeMap<String, u64>, path: &str) {
    let mut rest = path;
    loop {
        let folder = rest.rsplit_once('/').map_or("", |(folder, _)| folder);
        let known = entries.contains_key(folder);
        *entries.entry(folder.to_owned()).or_default() += 1;
        if known || folder.is_empty() {
            break;
        }
        rest = folder;
    }
}

/// A million bytes, as hosts count.
const MB: u64 = 1_000_000;

/// GitHub Docs, "GitHub Pages limits": published sites may be no larger than 1 GB. "About large files on GitHub":
/// files over 100 MiB are refused, which holds for those who publish from a branch.
const GITHUB: (u64, u64) = (1_000 * MB, 100 << 20);

/// GitLab Docs, "GitLab.com settings", GitLab Pages: 1 GB; "Pages administration": 200,000 files, folders counted.
const GITLAB: (u64, u64) = (1_000 * MB, 200_000);

/// Netlify Docs, "Site deploys overview", files per directory limit.
const NETLIFY: u64 = 54_000;

/// Cloudflare Docs, "Pages limits": 20,000 files on the free plan, 100,000 on paid ones; 25 MiB a file.
const CLOUDFLARE: (u64, u64, u64) = (20_000, 100_000, 25 << 20);

/// What of the site the host would not take, a sentence each.
pub fn broken(host: Host, extent: &Extent) -> Vec<String> {
    let mut broken = Vec::new();
    let mut most = |what: &str, is: u64, limit: u64, unit: &str| {
        if is > limit {
            broken.push(format!(
                "{what} {} {unit}, and {} takes {}",
                grouped(is),
                host.name(),
                grouped(limit)
            ));
        }
    };
    let largest = format!("`{}` has", extent.largest.0);
    match host {
        Host::Github => {
            most("the site has", extent.bytes.div_ceil(MB), GITHUB.0 / MB, "MB");
            most(&largest, extent.largest.1, GITHUB.1, "bytes");
        }
        Host::Gitlab => {
            most("the site has", extent.bytes.div_ceil(MB), GITLAB.0 / MB, "MB");
            most("the site has", extent.files + extent.folders, GITLAB.1, "files and folders");
        }
        Host::Netlify => {
            let folder = format!("the folder `{}/` has", extent.fullest.0);
            most(&folder, extent.fullest.1, NETLIFY, "entries");
        }
        Host::Cloudflare => {
            most("the site has", extent.files, CLOUDFLARE.1, "files");
            if extent.files <= CLOUDFLARE.1 {
                most("the site has", extent.files, CLOUDFLARE.0, "files (100,000 on a paid plan)");
            }
            most(&largest, extent.largest.1, CLOUDFLARE.2, "bytes");
        }
    }
    broken
}

/// `12,345`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    #[test]
    fn what_is_at_the_limit_fits() {
        let largest = |bytes| (String::from("a.pdf"), bytes);
        let extent =
            Extent { files: 20_000, bytes: 1_000 * MB, largest: largest(25 << 20), ..Extent::default() };
        for host in Host::value_variants() {
            assert_eq!(broken(*host, &extent), Vec::<String>::new(), "{host:?}");
        }
    }

    #[test]
    fn what_is_over_the_limit_is_named() {
        let extent = Extent {
            files: 200_001,
            folders: 1,
            bytes: 1_000 * MB + 1,
            largest: ("a.pdf".into(), (100 << 20) + 1),
            fullest: ("questions/core".into(), 54_001),
        };
        assert_eq!(
            broken(Host::Github, &extent),
            [
                "the site has 1,001 MB, and GitHub Pages takes 1,000",
                "`a.pdf` has 104,857,601 bytes, and GitHub Pages takes 104,857,600"
            ]
        );
        assert_eq!(broken(Host::Gitlab, &extent).len(), 2);
        assert_eq!(
            broken(Host::Netlify, &extent),
            ["the folder `questions/core/` has 54,001 entries, and Netlify takes 54,000"]
        );
        assert_eq!(broken(Host::Cloudflare, &extent).len(), 2);
    }

    #[test]
    fn folders_are_entries_of_those_above() {
        let mut entries = BTreeMap::new();
        for path in ["index.html", "a/b/index.html", "a/c/index.html", "a/c/x.png"] {
            note(&mut entries, path);
        }
        let counts: Vec<(&str, u64)> =
            entries.iter().map(|(folder, count)| (folder.as_str(), *count)).collect();
        assert_eq!(counts, [("", 2), ("a", 2), ("a/b", 1), ("a/c", 2)]);
    }
}
