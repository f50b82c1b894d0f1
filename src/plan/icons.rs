//! Which pictures stand for the site in tabs and on home screens.
//!
//! The author's own in `static/`, else the logo, else the theme's, else the built-in one in the colours of the brand.

use super::Recipe;
use crate::base::OutPath;
use crate::model::Library;

/// What an author calls icons in `static/`; browsers take the last that they can show.
const OWN: [&str; 3] = ["favicon.ico", "icon.png", "icon.svg"];

/// A picture that stands for the site.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Icon {
    /// The output.
    pub path: OutPath,
    /// Its media type.
    pub media_type: &'static str,
}

impl Icon {
    fn new(path: OutPath) -> Icon {
        let extension = path.as_str().rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let media_type = match extension.as_str() {
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "ico" => "image/x-icon",
            "webp" => "image/webp",
            "avif" => "image/avif",
            "gif" => "image/gif",
            _ => "image/jpeg",
        };
        Icon { path, media_type }
    }
}

/// The icons among `outputs`, which are sorted; `brand_icon` when there is no other.
pub(super) fn icons(outputs: &[(OutPath, Recipe)], library: &Library, brand_icon: OutPath) -> Vec<Icon> {
    let copied = |name: &str| {
        let at = outputs.binary_search_by(|(path, _)| path.as_str().cmp(name)).ok()?;
        matches!(outputs[at].1, Recipe::Copy(_)).then(|| outputs[at].0.clone())
    };
    let own: Vec<Icon> = OWN.into_iter().filter_map(copied).map(Icon::new).collect();
    if !own.is_empty() {
        return own;
    }
    let logo = library.site.logo().and_then(|logo| copied(logo.as_str()));
    vec![Icon::new(logo.or_else(|| copied("assets/icon.svg")).unwrap_or(brand_icon))]
}
