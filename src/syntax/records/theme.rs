//! `theme.toml`: what a theme is called, what it builds on and which options it takes.

use super::contrast::{Pairing, THEME_CONTRAST, pairing};
use crate::base::Colour;
use crate::diag::Diagnostic;
use crate::syntax::record::{Record, Shape, field};
use crate::syntax::toml::{Input, OptionValue, Reader, read};
use crate::syntax::{At, Text};

/// The types an option can have.
pub const OPTION_TYPES: [&str; 5] = ["text", "flag", "number", "colour", "choice"];

/// `theme.toml`.
pub static THEME: Record = Record {
    name: "theme",
    doc: "A theme.",
    fields: &[
        field("name", Shape::Line, "What the theme is called.").required(),
        field("api", Shape::Number(0, 1_000), "The version of the template contract it is written for: `1`.")
            .required(),
        field("description", Shape::Line, "One sentence."),
        field("licence", Shape::Line, "Its licence, as an SPDX expression."),
        field("authors", Shape::List(&Shape::Line), "Who made it."),
        field("extends", Shape::Name, "The theme it builds on; the built-in one when left out."),
        field("accent", Shape::Colour, "The accent of sites that name none in `[brand]`."),
        field("accent_dark", Shape::Colour, "The same in dark mode; made from `accent` when left out."),
        field("option", Shape::Tables(&THEME_OPTION), "What a site may set in `[theme_options]`."),
        field(
            "contrast",
            Shape::Tables(&THEME_CONTRAST),
            "Colours it lays on each other; those of the theme it builds on when left out.",
        ),
    ],
};

/// `[[option]]` of a theme.
pub static THEME_OPTION: Record = Record {
    name: "option",
    doc: "What a site may set in `[theme_options]`.",
    fields: &[
        field("name", Shape::Line, "Its key.").required(),
        field("type", Shape::OneOf(&OPTION_TYPES), "What it takes.").required(),
        field("default", Shape::Options, "What it is unless a site says otherwise.").required(),
        field("choices", Shape::List(&Shape::Line), "The texts to choose from."),
        field("help", Shape::Line, "What it does."),
    ],
};

/// What `theme.toml` says.
#[derive(Clone, Hash, Debug)]
pub struct ThemeFile {
    /// What it is called.
    pub name: Option<Text>,
    /// Version of the template contract.
    pub api: Option<u32>,
    /// One sentence.
    pub description: Option<Text>,
    /// The theme it builds on.
    pub extends: Option<Text>,
    /// The accent of sites that name none.
    pub accent: Option<At<Colour>>,
    /// The same in dark mode.
    pub accent_dark: Option<At<Colour>>,
    /// Its options.
    pub options: Vec<ThemeOption>,
    /// Colours it lays on each other.
    pub contrast: Vec<Pairing>,
}

/// An option of a theme.
#[derive(Clone, Hash, Debug)]
pub struct ThemeOption {
    /// Its key.
    pub name: Text,
    /// One of [`OPTION_TYPES`].
    pub kind: &'static str,
    /// Its default.
    pub default: At<OptionValue>,
    /// Texts to choose from.
    pub choices: Vec<Text>,
    /// What it does.
    pub help: Option<Text>,
}

/// Reads a `theme.toml`; also tells whether its TOML was broken.
pub(in crate::syntax) fn parse(input: Input<'_>, problems: &mut Vec<Diagnostic>) -> (ThemeFile, bool) {
    read(input, &THEME, problems, |reader| {
        let unshown = (reader.line("licence"), reader.lines("authors"));
        drop(unshown);
        ThemeFile {
            name: reader.line("name"),
            api: reader.number("api"),
            description: reader.line("description"),
            extends: reader.line("extends"),
            accent: reader.colour("accent"),
            accent_dark: reader.colour("accent_dark"),
            options: reader.tables("option", option).into_iter().flatten().collect(),
            contrast: reader.tables("contrast", pairing).into_iter().flatten().collect(),
        }
    })
}

fn option(reader: &mut Reader<'_, '_>) -> Option<ThemeOption> {
    let (name, kind, default) = (reader.line("name"), reader.one_of("type"), reader.option("default"));
    let (choices, help) = (reader.lines("choices").unwrap_or_default(), reader.line("help"));
    Some(ThemeOption { name: name?, kind: kind?.value, default: default?, choices, help })
}
