//! What every template sees as `site`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::sheet::Material;
use crate::base::OutPath;
use crate::base::language::is_right_to_left;
use crate::model::Library;
use crate::plan::{Plan, Recipe, Routes, Standing};
use crate::syntax::Text;
use crate::theme::{Accent, Setting};

/// The site, with addresses relative to pages of one depth.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SiteView {
    /// What it is called.
    pub title: String,
    /// One sentence about it; may be empty.
    pub tagline: String,
    /// BCP 47 language tag of its content.
    pub language: String,
    /// The same as Open Graph has it, with a country: `en_US`.
    pub locale: String,
    /// The direction of its script: `ltr` or `rtl`.
    pub direction: &'static str,
    /// ISO 3166 code of the country whose law decides what is improper to ask.
    pub country: String,
    /// The home page.
    pub home: String,
    /// What stands before a path from the root: `../../`, or nothing on the home page.
    pub root: String,
    /// What the head of every page leads to: five items at most.
    pub navigation: Vec<NavigationView>,
    /// The sections that have pages.
    pub sections: Vec<SectionView>,
    /// The pages that no author writes.
    pub standing: StandingView,
    /// The office behind it.
    pub office: OfficeView,
    /// The logo's address.
    pub logo: Option<String>,
    /// Files of the theme by their name below `static/`: their addresses.
    pub assets: BTreeMap<String, String>,
    /// The style sheet: the theme's `style.css` with `brand.css` at its end.
    pub style: String,
    /// The pictures for tabs and home screens, the most general last; at least one.
    pub icons: Vec<IconView>,
    /// The picture for home screens of Apple's devices, which show no drawings: `apple-touch-icon.png` of
    /// `static/`, else its `icon.png`.
    pub touch_icon: Option<String>,
    /// What home screens are told: the address of `manifest.webmanifest`.
    pub manifest: String,
    /// The picture that is shown with links to the site, when it has one and an address.
    pub image: Option<ImageView>,
    /// Options of the theme.
    pub options: BTreeMap<String, Setting>,
    /// The colours that `brand.css` gives to the style sheet.
    pub colours: ColoursView,
    /// The feed of newly reviewed questions, when the site has an address.
    pub feed: Option<String>,
    /// The data that student tools read: the address of its index.
    pub data: String,
    /// The search page; a form that sends `q` to it searches.
    pub search: String,
    /// How many questions stand in lists.
    pub questions: usize,
    /// `greenroom` and its version.
    pub generator: &'static str,
}

/// The accents of the site: the brand's, else the theme's. Each can be read on what the theme puts it on.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ColoursView {
    /// In light mode.
    pub light: AccentView,
    /// In dark mode: `accent_dark`, or made from `accent`.
    pub dark: AccentView,
}

/// An accent and what is written on it.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AccentView {
    /// The accent: `#rrggbb`.
    pub accent: String,
    /// Black or white, whichever can be read better on it: `#rrggbb`.
    pub on_accent: String,
}

/// A picture for tabs and home screens.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct IconView {
    /// Its address.
    pub url: String,
    /// Its media type: `image/svg+xml`.
    pub media_type: &'static str,
}

/// A picture that is shown with links.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ImageView {
    /// Its address, absolute.
    pub url: String,
    /// What it shows.
    pub alt: String,
}

/// A section of the site.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SectionView {
    /// Its id: `questions`, `guides`, …: what a page has as `page.section`.
    pub id: &'static str,
    /// What it is called.
    pub title: String,
    /// Its address.
    pub url: String,
}

/// An item of the navigation in the head of every page.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NavigationView {
    /// Its id: `page.kind` of the page it leads to.
    pub id: &'static str,
    /// What it is called.
    pub title: String,
    /// Its address.
    pub url: String,
    /// The sections behind it: a page belongs to it when its `page.section` is one of them.
    pub sections: Vec<&'static str>,
}

/// The pages that no author writes: their addresses. One that would have nothing to show is absent.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StandingView {
    /// How to practice.
    pub practice: Option<String>,
    /// What to take along and keep.
    pub my_prep: Option<String>,
    /// Choosing questions for one conversation.
    pub kit: Option<String>,
    /// The messages in the order one needs them.
    pub outreach: Option<String>,
    /// A sheet to keep track of people on.
    pub contacts: Option<String>,
    /// What the site keeps and sends; always there.
    pub privacy: String,
    /// The accessibility statement; always there.
    pub accessibility: String,
}

/// The office behind the site; what it does not say is absent.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OfficeView {
    /// Its name.
    pub name: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// Its telephone number.
    pub phone: Option<String>,
    /// Its web page.
    pub url: Option<String>,
    /// Where it is; lines are separated by line ends.
    pub address: Option<String>,
    /// When it is open.
    pub hours: Option<String>,
}

/// The ids of the sections a site has.
pub fn sections(library: &Library, plan: &Plan) -> Vec<&'static str> {
    let all = [
        ("questions", true),
        ("guides", !plan.guides.is_empty()),
        ("roles", !library.roles.is_empty()),
        ("industries", !library.industries.is_empty()),
        ("practice", plan.standing.contains(&Standing::Practice)),
        ("my-prep", plan.standing.contains(&Standing::MyPrep)),
        ("kits", !library.kits.is_empty()),
        ("checklists", !library.checklists.is_empty()),
        ("messages", !library.messages.is_empty()),
    ];
    all.into_iter().filter(|(_, has)| *has).map(|(id, _)| id).collect()
}

/// The items of the navigation and the sections behind each: an item leads to the first that the site has.
const NAVIGATION: [&[&str]; 5] = [
    &["questions"],
    &["guides"],
    &["roles", "industries"],
    &["practice"],
    &["my-prep", "kits", "checklists", "messages"],
];

fn navigation(material: Material<'_>, url: &dyn Fn(&OutPath) -> String) -> Vec<NavigationView> {
    let has = sections(material.library, material.plan);
    let item = |sections: &[&'static str]| {
        let sections: Vec<&'static str> =
            sections.iter().copied().filter(|section| has.contains(section)).collect();
        let id = *sections.first()?;
        let title = match sections.as_slice() {
            ["roles", "industries"] => material.theme.phrases.say("section-places"),
            _ => section_title(material, id),
        };
        Some(NavigationView { id, title, url: url(&Routes::section(id)), sections })
    };
    NAVIGATION.into_iter().filter_map(item).collect()
}

fn standing(plan: &Plan, url: &dyn Fn(&OutPath) -> String) -> StandingView {
    let page = |page: Standing| plan.standing.contains(&page).then(|| url(&page.path()));
    StandingView {
        practice: page(Standing::Practice),
        my_prep: page(Standing::MyPrep),
        kit: page(Standing::Kit),
        outreach: page(Standing::Outreach),
        contacts: page(Standing::Contacts),
        privacy: url(&Standing::Privacy.path()),
        accessibility: url(&Standing::Accessibility.path()),
    }
}

/// What a section is called.
pub fn section_title(material: Material<'_>, id: &str) -> String {
    material.theme.phrases.say(&format!("section-{id}"))
}

/// The site as pages see it that link through `url`: relative, or from the root of a host.
pub fn site(material: Material<'_>, root: &str, url: &dyn Fn(&OutPath) -> String) -> SiteView {
    let (library, plan, theme) = (material.library, material.plan, material.theme);
    let site = &library.site;
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.as_str().trim().to_owned());
    let office = site.office();
    let copied = |name: &str| {
        let path = OutPath::new(name).ok()?;
        matches!(plan.recipe(&path), Some(Recipe::Copy(_))).then(|| url(&path))
    };
    let section = |id| SectionView { id, title: section_title(material, id), url: url(&Routes::section(id)) };
    let asset = |(name, asset): (&String, &crate::theme::Asset)| {
        Some((name.clone(), copied(&format!("assets/{}", asset.published))?))
    };
    SiteView {
        title: site.title.clone(),
        tagline: site.tagline.clone(),
        language: site.language.clone(),
        locale: locale(&site.language, &site.country),
        direction: if is_right_to_left(&site.language) { "rtl" } else { "ltr" },
        country: site.country.clone(),
        home: url(&Routes::root_file("index.html")),
        root: root.to_owned(),
        navigation: navigation(material, url),
        sections: sections(library, plan).into_iter().map(section).collect(),
        standing: standing(plan, url),
        office: OfficeView {
            name: text(&office.name),
            email: text(&office.email),
            phone: text(&office.phone),
            url: text(&office.url),
            address: text(&office.address),
            hours: text(&office.hours),
        },
        logo: site.logo().and_then(|logo| copied(logo.as_str())),
        assets: theme.assets.iter().filter_map(asset).collect(),
        style: url(&plan.style),
        icons: plan
            .icons
            .iter()
            .map(|icon| IconView { url: url(&icon.path), media_type: icon.media_type })
            .collect(),
        touch_icon: copied("apple-touch-icon.png").or_else(|| copied("icon.png")),
        manifest: url(&Routes::root_file("manifest.webmanifest")),
        image: image(material),
        options: theme.options.clone(),
        colours: ColoursView { light: accent(theme.colours.light), dark: accent(theme.colours.dark) },
        feed: site.base_url.as_ref().map(|_| url(&Routes::root_file("feed.xml"))),
        data: url(&Routes::root_file("data/v1/index.json")),
        search: url(&Routes::section("search")),
        questions: plan.questions.len(),
        generator: concat!("greenroom ", env!("CARGO_PKG_VERSION")),
    }
}

fn accent(accent: Accent) -> AccentView {
    AccentView { accent: accent.accent.to_string(), on_accent: accent.on_accent.to_string() }
}

fn image(material: Material<'_>) -> Option<ImageView> {
    let site = &material.library.site;
    let (name, alt) = site.image()?;
    let path = OutPath::new(name.as_str()).ok()?;
    let there = matches!(material.plan.recipe(&path), Some(Recipe::Copy(_)));
    let base = site.base_url.as_ref().filter(|_| there)?;
    let alt = alt.map_or_else(String::new, |alt| alt.as_str().to_owned());
    Some(ImageView { url: format!("{base}{}", path.address()), alt })
}

/// `language_TERRITORY` (<https://ogp.me/#optional>): the tag's own region, else the country of the site.
fn locale(tag: &str, country: &str) -> String {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    // A region is two letters or three digits (RFC 5646, section 2.2.4).
    let is_region = |part: &&str| {
        let all = |fair: fn(&u8) -> bool| part.bytes().all(|byte| fair(&byte));
        part.len() == 2 && all(u8::is_ascii_alphabetic) || part.len() == 3 && all(u8::is_ascii_digit)
    };
    format!("{language}_{}", parts.find(is_region).unwrap_or(country).to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_has_a_country() {
        let locales = [("en", "GB"), ("pt-BR", "US"), ("sr-Cyrl-RS", "US"), ("es-419", "MX")];
        let locales = locales.map(|(tag, country)| locale(tag, country));
        assert_eq!(locales, ["en_GB", "pt_BR", "sr_RS", "es_419"]);
    }
}
