//! The accent in light and in dark mode, and whether all that a theme lays on each other can be read.
//!
//! In: the colours of `[brand]`, and the `[[contrast]]` of the nearest theme that has any. Out: two accents,
//! and a problem for each that is too like what it meets, with the nearest that is not. Reads no style sheet:
//! what colours it uses is what `theme.toml` says.

use super::chain::Link;
use super::diags;
use crate::base::Colour;
use crate::diag::Diagnostic;
use crate::syntax::At;
use crate::syntax::records::contrast::{MODES, Paint, Pairing};

/// The colours a site sets.
#[derive(Clone, Copy, Default, Debug)]
pub struct Brand {
    /// The accent.
    pub accent: Option<At<Colour>>,
    /// The accent in dark mode.
    pub accent_dark: Option<At<Colour>>,
}

/// The accents of a site.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Colours {
    /// In light mode.
    pub light: Accent,
    /// In dark mode.
    pub dark: Accent,
}

/// An accent and what is written on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Accent {
    /// The accent.
    pub accent: Colour,
    /// Black or white, whichever can be read better on it.
    pub on_accent: Colour,
}

/// One colour on another, in one mode.
#[derive(Clone, Copy, Debug)]
pub(super) struct Laid<'p> {
    pub text: &'p At<Paint>,
    pub on: &'p At<Paint>,
    pub mode: &'static str,
    pub pairing: &'p Pairing,
}

impl Laid<'_> {
    fn can_be_read(&self, accent: Colour) -> bool {
        let contrast = self.text.value.with(accent).contrast(self.on.value.with(accent));
        contrast >= self.pairing.least()
    }

    fn is_fixed(&self) -> bool {
        matches!((self.text.value, self.on.value), (Paint::Fixed(_), Paint::Fixed(_)))
    }
}

/// The accents of a site with these themes; pairs that cannot be read are reported.
pub(super) fn colours(chain: &[Link], brand: Brand, problems: &mut Vec<Diagnostic>) -> Colours {
    let pairings = chain.iter().map(|link| &link.manifest.contrast).find(|pairings| !pairings.is_empty());
    let [light, dark] = MODES.map(|mode| laid(pairings.map_or(&[], Vec::as_slice), mode));
    for laid in light.iter().chain(&dark) {
        if let (Paint::Fixed(text), Paint::Fixed(on)) = (laid.text.value, laid.on.value)
            && text.contrast(on) < laid.pairing.least()
        {
            let nearest = text.nearest(|text| text.contrast(on) >= laid.pairing.least());
            problems.push(diags::low_pair(laid, nearest));
        }
    }
    let chosen = accents(chain, brand);
    let reads =
        |laid: &[Laid<'_>], colour| laid.iter().all(|laid| laid.is_fixed() || laid.can_be_read(colour));
    let Some(accent) = chosen.accent else {
        // Without any theme's word on it, ink is the accent.
        return Colours { light: on(Colour::BLACK), dark: on(Colour::WHITE) };
    };
    let accent_dark = chosen.accent_dark.unwrap_or_else(|| {
        let night = accent.value.at_night();
        At { value: night.nearest(|colour| reads(&dark, colour)).unwrap_or(night), span: accent.span }
    });
    for (laid, accent) in [(&light, accent), (&dark, accent_dark)] {
        // One is enough to say so: the nearest passes with all. Themes name what matters most first.
        let Some(first) = laid.iter().find(|laid| !laid.is_fixed() && !laid.can_be_read(accent.value)) else {
            continue;
        };
        problems.push(match accent.value.nearest(|colour| reads(laid, colour)) {
            Some(nearest) => diags::low_accent(first, accent, nearest),
            None => diags::no_accent(first, accent.span),
        });
    }
    Colours { light: on(accent.value), dark: on(accent_dark.value) }
}

fn on(accent: Colour) -> Accent {
    Accent { accent, on_accent: accent.ink() }
}

/// What the site says, else the nearest theme that has an accent. The accent in dark mode comes from where the
/// accent comes from: one made for another colour would be no brand.
fn accents(chain: &[Link], brand: Brand) -> Brand {
    let of_theme = chain.iter().find_map(|link| {
        let (accent, accent_dark) = (link.manifest.accent, link.manifest.accent_dark);
        accent.is_some().then_some(Brand { accent, accent_dark })
    });
    let theme = of_theme.unwrap_or_default();
    Brand {
        accent: brand.accent.or(theme.accent),
        accent_dark: brand.accent_dark.or(if brand.accent.is_some() { None } else { theme.accent_dark }),
    }
}

/// Each colour on each, in one mode.
fn laid<'p>(pairings: &'p [Pairing], mode: &'static str) -> Vec<Laid<'p>> {
    let here = pairings.iter().filter(|pairing| pairing.mode.is_none_or(|only| only == mode));
    let each = here.flat_map(|pairing| pairing.text.iter().map(move |text| (pairing, text)));
    each.flat_map(|(pairing, text)| pairing.on.iter().map(move |on| Laid { text, on, mode, pairing }))
        .collect()
}
