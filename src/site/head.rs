//! What templates see as `site`, once for each depth of pages.

use crate::base::OutPath;
use crate::theme::View;
use crate::view::Material;
use crate::view::site::site;

/// The site as pages `depth` folders below the root see it.
pub(super) fn site_at(material: Material<'_>, depth: usize) -> View {
    let root = "../".repeat(depth);
    let url = |to: &OutPath| {
        // From a page two folders down to the root: as from any file there.
        let here = OutPath::new(&format!("{}index.html", "_/".repeat(depth))).expect("a fair path");
        here.link(to)
    };
    View::new(&site(material, &root, &url))
}

/// The site as 404.html sees it: every address starts at the root of the host.
pub(super) fn site_from_host(material: Material<'_>) -> View {
    let base = material.library.site.base_path().to_owned();
    let top = OutPath::new("index.html").expect("a fair path");
    View::new(&site(material, &base, &|to: &OutPath| format!("{base}{}", top.link(to))))
}
