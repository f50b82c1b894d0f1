//! `site.toml`: what the site is called, who stands behind it, how it looks and what it checks.

use crate::base::language::is_tag;
use crate::base::{Colour, Date};
use crate::diag::{Diagnostic, Level};
use crate::syntax::record::{Record, Shape, field};
use crate::syntax::toml::{Input, OptionValue, Reader, read};
use crate::syntax::{At, Text};

/// `site.toml`.
pub static SITE: Record = Record {
    name: "site",
    doc: "The site as a whole.",
    fields: &[
        field("title", Shape::Line, "What the site is called.").required(),
        field("tagline", Shape::Line, "One sentence for the home page and for search engines."),
        field(
            "language",
            Shape::Form(is_tag, "`en` or `pt-BR`"),
            "The language of its content; `en` when left out.",
        ),
        field(
            "base_url",
            Shape::Url,
            "Where it is published; for canonical links, feed, sitemap and 404.html only.",
        ),
        field("theme", Shape::Name, "Its theme: a folder of `themes/`, or the built-in `default`."),
        field(
            "country",
            Shape::Form(is_country, "`US`"),
            "The country whose law decides what is improper to ask.",
        ),
        field("review_every", Shape::Months, "How long a review holds; 12 months when left out."),
        field("office", Shape::Table(&OFFICE), "The office behind the site."),
        field("brand", Shape::Table(&BRAND), "Colours and logo."),
        field("theme_options", Shape::Options, "Options of the theme, as its `theme.toml` declares them."),
        field("markdown", Shape::Table(&MARKDOWN), "How Markdown is read."),
        field("repository", Shape::Table(&REPOSITORY), "Where the sources are kept, for links to them."),
        field("accessibility", Shape::Table(&ACCESSIBILITY), "What the accessibility statement says."),
        field("checks", Shape::Levels, "Levels of checks by code: `allow`, `warn` or `deny`."),
    ],
};

/// `[office]`.
pub static OFFICE: Record = Record {
    name: "office",
    doc: "The office behind the site.",
    fields: &[
        field("name", Shape::Line, "Its name."),
        field("email", Shape::Form(is_email, "`careers@example.edu`"), "Its e-mail address."),
        field("phone", Shape::Line, "Its telephone number."),
        field("url", Shape::Url, "Its own web page."),
        field("address", Shape::Text, "Where it is."),
        field("hours", Shape::Line, "When it is open."),
    ],
};

/// `[brand]`.
pub static BRAND: Record = Record {
    name: "brand",
    doc: "Colours and logo.",
    fields: &[
        field("accent", Shape::Colour, "The accent colour: links, focus, borders."),
        field("accent_dark", Shape::Colour, "The accent in dark mode; made from `accent` when left out."),
        field("logo", Shape::Line, "A file in `static/`: `logo.svg`."),
        field(
            "image",
            Shape::Line,
            "What others show with a link to the site: a `.png` or `.jpg` in `static/`.",
        ),
        field("image_alt", Shape::Line, "What the image shows, in words."),
    ],
};

/// `[markdown]`.
pub static MARKDOWN: Record = Record {
    name: "markdown",
    doc: "How Markdown is read.",
    fields: &[field(
        "raw_html",
        Shape::Flag,
        "Publish HTML in Markdown as HTML. Off when left out: then it is shown as text.",
    )],
};

/// `[repository]`.
pub static REPOSITORY: Record = Record {
    name: "repository",
    doc: "Where the sources are kept.",
    fields: &[
        field("url", Shape::Url, "The repository's address.").required(),
        field("branch", Shape::Line, "The branch that is published; `main` when left out."),
    ],
};

/// How far pages meet a standard.
pub const CONFORMANCE: [&str; 3] = ["full", "partial", "none"];

/// `[accessibility]`.
pub static ACCESSIBILITY: Record = Record {
    name: "accessibility",
    doc: "What the owner of the site knows of its accessibility, for the statement at `/accessibility/`.",
    fields: &[
        field("standard", Shape::Line, "What the pages are held to; `WCAG 2.2 AA` when left out."),
        field(
            "conformance",
            Shape::OneOf(&CONFORMANCE),
            "How far they meet it. Leave it out until someone has assessed them: then the statement says so.",
        ),
        field("tested", Shape::Date, "The day of the last test."),
        field("tested_how", Shape::Text, "Who tested what, and with which programs."),
        field("limits", Shape::List(&Shape::Line), "Known barriers, each in a sentence."),
        field(
            "email",
            Shape::Form(is_email, "`access@example.edu`"),
            "Where to report a barrier; the office's address when left out.",
        ),
    ],
};

/// What `site.toml` says.
#[derive(Clone, Default, Hash, Debug)]
pub struct SiteFile {
    /// Title.
    pub title: Option<Text>,
    /// One sentence.
    pub tagline: Option<Text>,
    /// BCP 47 language tag.
    pub language: Option<Text>,
    /// Where it is published.
    pub base_url: Option<Text>,
    /// Name of the theme.
    pub theme: Option<Text>,
    /// ISO 3166 code.
    pub country: Option<Text>,
    /// Months a review holds.
    pub review_every: Option<u16>,
    /// The office.
    pub office: Office,
    /// Accent colour.
    pub accent: Option<At<Colour>>,
    /// Accent colour in dark mode.
    pub accent_dark: Option<At<Colour>>,
    /// A file in `static/`.
    pub logo: Option<Text>,
    /// A file in `static/` to be shown with links.
    pub image: Option<Text>,
    /// What it shows.
    pub image_alt: Option<Text>,
    /// Options of the theme.
    pub theme_options: Vec<(Text, At<OptionValue>)>,
    /// Whether HTML in Markdown is published.
    pub raw_html: bool,
    /// Address and branch of the repository.
    pub repository: Option<(Text, Option<Text>)>,
    /// For the accessibility statement.
    pub accessibility: Accessibility,
    /// Levels by code.
    pub checks: Vec<(Text, Level)>,
}

/// The office behind the site.
#[derive(Clone, Default, Hash, Debug)]
pub struct Office {
    /// Its name.
    pub name: Option<Text>,
    /// Its e-mail address.
    pub email: Option<Text>,
    /// Its telephone number.
    pub phone: Option<Text>,
    /// Its web page.
    pub url: Option<Text>,
    /// Where it is.
    pub address: Option<Text>,
    /// When it is open.
    pub hours: Option<Text>,
}

/// What the accessibility statement says.
#[derive(Clone, Default, Hash, Debug)]
pub struct Accessibility {
    /// What the pages are held to.
    pub standard: Option<Text>,
    /// One of [`CONFORMANCE`].
    pub conformance: Option<At<&'static str>>,
    /// The day of the last test.
    pub tested: Option<At<Date>>,
    /// How they were tested.
    pub tested_how: Option<Text>,
    /// Known barriers.
    pub limits: Vec<Text>,
    /// Where to report a barrier.
    pub email: Option<Text>,
}

/// Reads `site.toml`; also tells whether its TOML was broken.
pub(in crate::syntax) fn parse(input: Input<'_>, problems: &mut Vec<Diagnostic>) -> (SiteFile, bool) {
    read(input, &SITE, problems, |reader| {
        let brand = reader.table("brand", |reader| {
            let colours = (reader.colour("accent"), reader.colour("accent_dark"));
            (colours, reader.line("logo"), reader.line("image"), reader.line("image_alt"))
        });
        let ((accent, accent_dark), logo, image, image_alt) = brand.unwrap_or_default();
        let repository = reader.table("repository", |reader| {
            let (url, branch) = (reader.form("url"), reader.line("branch"));
            Some((url?, branch))
        });
        SiteFile {
            title: reader.line("title"),
            tagline: reader.line("tagline"),
            language: reader.form("language"),
            base_url: reader.form("base_url"),
            theme: reader.line("theme"),
            country: reader.form("country"),
            review_every: reader.months("review_every"),
            office: reader.table("office", office).unwrap_or_default(),
            accent,
            accent_dark,
            logo,
            image,
            image_alt,
            theme_options: reader.options("theme_options"),
            raw_html: reader.table("markdown", |reader| reader.flag("raw_html")).flatten().unwrap_or(false),
            repository: repository.flatten(),
            accessibility: reader.table("accessibility", accessibility).unwrap_or_default(),
            checks: reader.levels("checks"),
        }
    })
}

fn office(reader: &mut Reader<'_, '_>) -> Office {
    Office {
        name: reader.line("name"),
        email: reader.form("email"),
        phone: reader.line("phone"),
        url: reader.form("url"),
        address: reader.text("address"),
        hours: reader.line("hours"),
    }
}

fn accessibility(reader: &mut Reader<'_, '_>) -> Accessibility {
    Accessibility {
        standard: reader.line("standard"),
        conformance: reader.one_of("conformance"),
        tested: reader.date("tested"),
        tested_how: reader.text("tested_how"),
        limits: reader.lines("limits").unwrap_or_default(),
        email: reader.form("email"),
    }
}

fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The shape HTML's e-mail field accepts, without its rare characters.
fn is_email(text: &str) -> bool {
    let fair = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let Some((name, host)) = text.split_once('@') else { return false };
    !name.is_empty()
        && name.chars().all(fair)
        && host.contains('.')
        && host.split('.').all(|part| !part.is_empty())
        && host.chars().all(fair)
}
