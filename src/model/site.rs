//! The site as a whole: `site.toml` with its defaults filled in.

use std::sync::Arc;

use super::diags;
use crate::base::Colour;
use crate::base::Span;
use crate::base::near::{nearest, only_near};
use crate::diag::{Diagnostic, Levels, codes};
use crate::syntax::records::site::{Accessibility, Office, SiteFile};
use crate::syntax::toml::OptionValue;
use crate::syntax::{At, Text};

/// What the site is.
#[derive(Debug)]
pub struct Site {
    /// What it is called.
    pub title: String,
    /// One sentence about it.
    pub tagline: String,
    /// BCP 47 language tag of its content.
    pub language: String,
    /// Where it is published, with a slash at the end.
    pub base_url: Option<String>,
    /// Name of its theme, and where it was written.
    pub theme: (String, Option<Text>),
    /// ISO 3166 code of the country whose law it follows.
    pub country: String,
    /// Months a review holds.
    pub review_every: u16,
    /// Whether HTML in Markdown is published.
    pub raw_html: bool,
    said: Arc<SiteFile>,
}

impl Site {
    pub(super) fn new(said: Option<Arc<SiteFile>>, base_url: Option<&str>) -> Site {
        let said = said.unwrap_or_default();
        let or = |text: &Option<Text>, fallback: &str| {
            text.as_ref().map_or_else(|| fallback.to_owned(), |text| text.as_str().to_owned())
        };
        let address = base_url.or(said.base_url.as_ref().map(Text::as_str));
        let slashed = |url: &str| if url.ends_with('/') { url.to_owned() } else { format!("{url}/") };
        Site {
            title: or(&said.title, ""),
            tagline: or(&said.tagline, ""),
            language: or(&said.language, "en"),
            base_url: address.map(slashed),
            theme: (or(&said.theme, "default"), said.theme.clone()),
            country: or(&said.country, "US"),
            review_every: said.review_every.unwrap_or(12),
            raw_html: said.raw_html,
            said,
        }
    }

    /// The office behind it.
    pub fn office(&self) -> &Office {
        &self.said.office
    }

    /// What its accessibility statement says.
    pub fn accessibility(&self) -> &Accessibility {
        &self.said.accessibility
    }

    /// Where its language is written.
    pub fn language_span(&self) -> Option<Span> {
        self.said.language.as_ref().map(Text::span)
    }

    /// Its accent colour.
    pub fn accent(&self) -> Option<At<Colour>> {
        self.said.accent
    }

    /// Its accent colour in dark mode.
    pub fn accent_dark(&self) -> Option<At<Colour>> {
        self.said.accent_dark
    }

    /// Its logo: a file in `static/`.
    pub fn logo(&self) -> Option<&Text> {
        self.said.logo.as_ref()
    }

    /// What others show with a link to it: a file in `static/`, and what that shows.
    pub fn image(&self) -> Option<(&Text, Option<&Text>)> {
        Some((self.said.image.as_ref()?, self.said.image_alt.as_ref()))
    }

    /// Options for the theme, as written.
    pub fn theme_options(&self) -> &[(Text, At<OptionValue>)] {
        &self.said.theme_options
    }

    /// Address and branch of the repository.
    pub fn repository(&self) -> Option<(&str, &str)> {
        let (url, branch) = self.said.repository.as_ref()?;
        Some((url.as_str().trim_end_matches('/'), branch.as_ref().map_or("main", Text::as_str)))
    }

    /// The path part of its address, with slashes at both ends; `/` when the address is unknown.
    pub fn base_path(&self) -> &str {
        let Some(url) = &self.base_url else { return "/" };
        let host = url.find("://").map_or(0, |at| at + 3);
        url[host..].find('/').map_or("/", |at| &url[host + at..])
    }
}

/// The levels of `[checks]`; unknown and unchangeable codes are reported.
pub(super) fn levels(said: Option<&SiteFile>, problems: &mut Vec<Diagnostic>) -> Levels {
    let mut levels = Levels::default();
    for (name, level) in said.map_or(&[][..], |said| &said.checks) {
        match codes::find(name.as_str()) {
            Some(code) if code.adjustable || *level == crate::diag::Level::Deny => levels.set(code, *level),
            Some(code) => problems.push(diags::fixed_check(code, name.span())),
            None => problems.push(unknown_check(name)),
        }
    }
    levels
}

/// A code that no check has.
pub(super) fn unknown_check(name: &Text) -> Diagnostic {
    let known = || codes::ALL.iter().map(|code| code.name);
    let base = diags::unknown_check(name, nearest(name.as_str(), known()));
    match only_near(name.as_str(), known()) {
        Some(sure) => base.fix(format!("write `{sure}`"), name.span(), sure),
        None => base,
    }
}
