//! What a page makes a browser load on a first visit: its style sheets, scripts, icons and pictures, and what those
//! name in turn.
//!
//! In: a site, and a page of it. Out: paths of the site, and addresses of other hosts. Everything that is named
//! counts, whether or not a rule of a style sheet uses it. Not counted: pictures that wait until they are scrolled
//! to or that text does not wait for (those in texts of authors), and what scripts fetch later.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use rayon::prelude::*;

use super::Sheet;
use super::dom::Element;
use super::files::{self, When};
use super::links::{self, Target};
use crate::base::OutPath;
use crate::site::Site;

/// Every style sheet and script of a site.
pub struct Files(BTreeMap<OutPath, File>);

struct File {
    /// Its bytes as a host sends them.
    size: usize,
    /// The addresses that it names, as they are written.
    names: Vec<String>,
}

/// What one page loads, itself not counted.
#[derive(Default)]
pub struct Loaded {
    /// Files of the site's own host: outputs, or what should be one.
    pub own: BTreeSet<String>,
    /// Addresses of other hosts.
    pub foreign: BTreeSet<String>,
}

impl Files {
    /// Reads the style sheets and scripts of a site.
    pub fn of(site: &Site, outputs: &[OutPath]) -> Files {
        let read = |path: &OutPath| {
            let find = files::addresses(extension(path.as_str()))?;
            let bytes = site.render(path)?.ok()?;
            let text = String::from_utf8_lossy(bytes.as_slice());
            let named = find(&text).into_iter().filter(|named| named.when == When::AtOnce);
            let names = named.map(|named| named.address.to_owned()).collect();
            Some((path.clone(), File { size: gzip(bytes.as_slice()), names }))
        };
        Files(outputs.par_iter().filter_map(read).collect())
    }

    /// How many bytes a host sends for those of these outputs that have one of these extensions.
    pub fn size(&self, outputs: &BTreeSet<String>, extensions: &[&str]) -> usize {
        let all = outputs.iter().filter(|path| extensions.contains(&extension(path)));
        all.filter_map(|path| self.get(path)).map(|(_, file)| file.size).sum()
    }

    /// What a page loads before anyone touches it.
    pub fn loaded(&self, sheet: &Sheet<'_>, base: &str) -> Loaded {
        let elements = &sheet.page.elements;
        let live = |at: &usize| sheet.page.around(*at).all(|around| around.name != "template");
        let written = (0..elements.len()).filter(live).flat_map(|at| asked(&elements[at])).flatten();
        let mut open: Vec<(&OutPath, &str)> = written.map(|address| (sheet.path, address)).collect();
        let mut loaded = Loaded::default();
        while let Some((from, address)) = open.pop() {
            let address = address.trim();
            // Nothing, a part of the same file, or a file that stands in the address itself.
            if address.is_empty() || ["#", "data:", "blob:"].iter().any(|start| address.starts_with(start)) {
                continue;
            }
            let path = match links::target(from, address, base) {
                Target::Elsewhere => {
                    loaded.foreign.insert(address.to_owned());
                    continue;
                }
                Target::Page(path, _) => path,
                Target::Nothing | Target::FromRoot | Target::FromHere | Target::Outside => address.to_owned(),
            };
            if let Some((path, file)) = self.get(&path).filter(|_| !loaded.own.contains(&path)) {
                open.extend(file.names.iter().map(|name| (path, name.as_str())));
            }
            loaded.own.insert(path);
        }
        loaded
    }

    fn get(&self, path: &str) -> Option<(&OutPath, &File)> {
        self.0.get_key_value(&OutPath::new(path).ok()?)
    }
}

/// What stands behind the last dot of a path.
pub fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// The size of a file as a host sends it.
pub fn gzip(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("a vector takes all bytes").len()
}

/// The addresses that an element loads.
fn asked(element: &Element) -> [Option<&str>; 2] {
    let early = element.value("loading") != "lazy" && element.value("decoding") != "async";
    let loads = [
        "stylesheet",
        "icon",
        "apple-touch-icon",
        "mask-icon",
        "manifest",
        "modulepreload",
        "preload",
        "prefetch",
        "preconnect",
        "dns-prefetch",
    ];
    let linked = || element.value("rel").split_whitespace().any(|word| loads.contains(&word));
    let first = match element.name.as_str() {
        "link" if linked() => element.get("href"),
        "use" | "image" => element.get("href"),
        "object" => element.get("data"),
        "img" | "iframe" if early => element.get("src"),
        "script" | "embed" | "input" | "audio" | "video" | "source" | "track" => element.get("src"),
        _ => None,
    };
    [first, element.get("poster")]
}
