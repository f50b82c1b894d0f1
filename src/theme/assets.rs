//! Files of themes that are copied: style sheets, scripts, pictures.

use std::collections::BTreeMap;

use super::chain::Link;
use crate::base::{ContentHash, SourcePath};
use crate::source::Kind;
use crate::syntax::File;

/// A file of a theme.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asset {
    /// Where it is in the project.
    pub path: SourcePath,
    /// Its name below `assets/` on the site; style sheets and scripts carry their hash in it.
    pub published: String,
}

/// The files below `static/` of every theme of the chain, by name; the nearest theme's holds.
pub(super) fn assets(
    files: &[File],
    chain: &[Link],
    hash: impl Fn(&SourcePath) -> Option<ContentHash>,
) -> BTreeMap<String, Asset> {
    let mut assets = BTreeMap::new();
    for link in chain.iter().rev() {
        for file in files {
            let Kind::Theme(theme, inner) = &file.kind else { continue };
            let Some(name) = inner.strip_prefix("static/").filter(|_| *theme == link.name) else { continue };
            let published = match (name.rsplit_once('.'), hash(&file.path)) {
                (Some((stem, extension @ ("css" | "js"))), Some(hash)) => {
                    format!("{stem}-{}.{extension}", hash.short())
                }
                _ => name.to_owned(),
            };
            assets.insert(name.to_owned(), Asset { path: file.path.clone(), published });
        }
    }
    assets
}
