//! Files of themes that are copied: style sheets, scripts, pictures.
//!
//! Scripts are modules that import each other by the names of their files, as editors and type checkers want
//! it: `import { words } from "./words.js"`. Published, they have hashes in their names; an import map would
//! do, but it stands in the page, where the policy allows no script.
//!
//! The built-in themes' own scripts are published without comments and spaces, which are a third of their bytes on
//! the wire. Scripts of others stay as they are: no test of ours has run them.

use std::collections::BTreeMap;

use super::builtin;
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
    let mut paths = BTreeMap::new();
    for link in chain.iter().rev() {
        for file in files {
            let Kind::Theme(theme, inner) = &file.kind else { continue };
            if let Some(name) = inner.strip_prefix("static/").filter(|_| *theme == link.name) {
                paths.insert(name.to_owned(), file.path.clone());
            }
        }
    }
    // A script holds the names of those it imports, so all change their names together.
    let scripts = paths.iter().filter(|(name, _)| name.ends_with(".js"));
    let scripts = ContentHash::of_all(scripts.filter_map(|(_, path)| hash(path)));
    let asset = |(name, path): (String, SourcePath)| {
        let published = match name.rsplit_once('.').zip(hash(&path)) {
            Some(((stem, "js"), _)) => format!("{stem}-{}.js", scripts.short()),
            Some(((stem, "css"), hash)) => format!("{stem}-{}.css", hash.short()),
            _ => name.clone(),
        };
        (name, Asset { path, published })
    };
    paths.into_iter().map(asset).collect()
}

/// A script of a theme with the published names of those it imports; `None` for any other file.
pub(super) fn linked(assets: &BTreeMap<String, Asset>, path: &SourcePath, bytes: &[u8]) -> Option<Vec<u8>> {
    if !path.as_str().ends_with(".js") || assets.values().all(|asset| asset.path != *path) {
        return None;
    }
    let mut text = std::str::from_utf8(bytes).ok()?.to_owned();
    for (name, asset) in assets.iter().filter(|(name, _)| name.ends_with(".js")) {
        text = text.replace(&format!("from \"./{name}\""), &format!("from \"./{}\"", asset.published));
    }
    if builtin::is_own(path, bytes) {
        text = minifier::js::minify(&text).to_string();
    }
    Some(text.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_gets_the_published_name() {
        let asset = |name: &str, published: &str| {
            let path = SourcePath::new(&format!("themes/t/static/{name}")).expect("a path");
            (name.to_owned(), Asset { path, published: published.to_owned() })
        };
        let assets = BTreeMap::from([asset("a.js", "a-1.js"), asset("b.js", "b-1.js")]);
        let path = |name: &str| SourcePath::new(name).expect("a path");
        let text = b"import { x } from \"./b.js\"; // \"./b.js\"";
        let linked_text = linked(&assets, &path("themes/t/static/a.js"), text).expect("a script");
        assert_eq!(linked_text, b"import { x } from \"./b-1.js\"; // \"./b.js\"");
        assert_eq!(linked(&assets, &path("static/a.js"), text), None);
    }
}
