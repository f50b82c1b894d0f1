//! `manifest.webmanifest` (<https://www.w3.org/TR/appmanifest/>): what a home screen shows of the site.
//!
//! Every address is relative to the file, so it is right wherever the site is. Does not know how large pictures
//! are, and so says it of drawings alone.

use serde::Serialize;

use crate::base::Colour;
use crate::model::Library;
use crate::plan::{self, Plan};
use crate::theme::Accent;

#[derive(Serialize)]
struct Manifest<'m> {
    name: &'m str,
    short_name: &'m str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'m str,
    lang: &'m str,
    dir: &'static str,
    start_url: &'static str,
    scope: &'static str,
    display: &'static str,
    theme_color: String,
    background_color: String,
    icons: Vec<Picture>,
}

#[derive(Serialize)]
struct Picture {
    src: String,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sizes: Option<&'static str>,
}

/// The longest name below an icon that home screens do not cut, in characters.
const SHORT: usize = 12;

/// The manifest of a site whose pages have this direction of writing and these colours in light mode.
pub fn manifest(library: &Library, plan: &Plan, direction: &'static str, colours: Accent) -> Vec<u8> {
    let site = &library.site;
    let Accent { accent, on_accent } = colours;
    let colour = |colour: Colour| colour.to_string();
    let manifest = Manifest {
        name: &site.title,
        short_name: short(&site.title),
        description: &site.tagline,
        lang: &site.language,
        dir: direction,
        start_url: ".",
        scope: ".",
        // A window with a way back: the site's own pages draw none.
        display: "minimal-ui",
        theme_color: colour(accent),
        // What is shown while the site starts, with the icon on it: the icon has the accent.
        background_color: colour(on_accent),
        icons: plan.icons.iter().map(picture).collect(),
    };
    serde_json::to_vec(&manifest).expect("texts have a form in JSON")
}

fn picture(icon: &plan::Icon) -> Picture {
    let sizes = (icon.media_type == "image/svg+xml").then_some("any");
    Picture { src: icon.path.address(), r#type: icon.media_type, sizes }
}

/// As many whole words as a home screen has room for; a long first word stays whole.
fn short(title: &str) -> &str {
    let fits = |end: &usize| title[..*end].chars().count() <= SHORT;
    let ends = title.match_indices(' ').map(|(at, _)| at).chain([title.len()]);
    let first = title.split(' ').next().unwrap_or(title).len();
    &title[..ends.rev().find(fits).unwrap_or(first)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_has_whole_words() {
        let short =
            ["Prep", "Hillside Interview Prep", "Career Center", "Übungsgespräche hier", "Mock it now on"]
                .map(short);
        assert_eq!(short, ["Prep", "Hillside", "Career", "Übungsgespräche", "Mock it now"]);
    }
}
