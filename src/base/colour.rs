//! Colours: how far two stand apart, and the nearest one that stands apart enough.
//!
//! Contrast as WCAG 2.2 defines it; lightness, chroma and hue as OKLCH has them, where a change of lightness
//! keeps the hue. Opaque colours of eight bits a channel, as style sheets write them; no names of colours.

use std::fmt;

use color::{Oklab, OpaqueColor, Srgb};

/// A colour of a screen: `#rrggbb`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Colour([u8; 3]);

/// How far two colours stand apart: 1 for the same colour to 21 for black on white.
#[derive(Clone, Copy, PartialEq, PartialOrd, Debug)]
pub struct Contrast(pub f64);

/// Steps of lightness from black to white: four to each step of eight bits, so that none is missed.
const STEPS: u16 = 1_020;

impl Colour {
    /// Black.
    pub const BLACK: Colour = Colour([0; 3]);
    /// White.
    pub const WHITE: Colour = Colour([255; 3]);

    /// Reads `#rrggbb` or `#rgb`.
    pub fn new(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#')?.bytes().map(|byte| char::from(byte).to_digit(16));
        let digits: Vec<u8> = digits.map(|digit| digit.map(|digit| digit as u8)).collect::<Option<_>>()?;
        match digits[..] {
            [r, g, b] => Some(Colour([r * 17, g * 17, b * 17])),
            [r, s, g, h, b, c] => Some(Colour([r * 16 + s, g * 16 + h, b * 16 + c])),
            _ => None,
        }
    }

    /// The contrast with another colour, whichever of the two lies on the other:
    /// <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
    pub fn contrast(self, other: Colour) -> Contrast {
        let (a, b) = (self.luminance(), other.luminance());
        Contrast((a.max(b) + 0.05) / (a.min(b) + 0.05))
    }

    /// <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.
    fn luminance(self) -> f64 {
        f64::from(self.srgb().relative_luminance())
    }

    /// Black or white, whichever can be read better on this colour; never below 4.58:1.
    pub fn ink(self) -> Colour {
        let better = self.contrast(Colour::WHITE) >= self.contrast(Colour::BLACK);
        if better { Colour::WHITE } else { Colour::BLACK }
    }

    /// So much of this colour, in hundredths, mixed into another, as `color-mix(in oklab, …)` does:
    /// <https://www.w3.org/TR/css-color-5/#color-mix>.
    pub fn mixed_into(self, other: Colour, hundredths: u8) -> Colour {
        let share = f32::from(hundredths) / 100.0;
        Colour::seen(other.oklab().lerp_rect(self.oklab(), share))
    }

    /// The same hue for a dark page: light, and pale enough not to glow.
    ///
    /// A lightness of 0.82 has about 9:1 on pages as dark as they usually are; more chroma than 0.1 glares there.
    pub fn at_night(self) -> Colour {
        let [lightness, a, b] = self.oklab().components;
        let paler = (0.1 / a.hypot(b).max(0.1)).min(1.0);
        within_gamut(lightness.max(0.82), a * paler, b * paler)
    }

    /// The colour of this hue and chroma that `passes` and whose lightness differs least; the darker of two.
    ///
    /// Where a screen cannot show so much chroma at a lightness, as much as it can.
    pub fn nearest(self, passes: impl Fn(Colour) -> bool) -> Option<Colour> {
        if passes(self) {
            return Some(self);
        }
        let [lightness, a, b] = self.oklab().components;
        let step = |step: u16| f32::from(step) / f32::from(STEPS);
        let away = (1..=STEPS).flat_map(|by| [lightness - step(by), lightness + step(by)]);
        // The ends too: steps from a colour need not meet black and white.
        away.map(|lightness| within_gamut(lightness.clamp(0.0, 1.0), a, b)).find(|colour| passes(*colour))
    }

    fn srgb(self) -> OpaqueColor<Srgb> {
        let [r, g, b] = self.0;
        OpaqueColor::from_rgb8(r, g, b)
    }

    fn oklab(self) -> OpaqueColor<Oklab> {
        self.srgb().convert()
    }

    /// The colour a screen shows.
    fn seen(colour: OpaqueColor<Oklab>) -> Colour {
        let shown = colour.convert::<Srgb>().to_rgba8();
        Colour([shown.r, shown.g, shown.b])
    }
}

/// The colour of this lightness and hue with as much of its chroma as a screen can show.
fn within_gamut(lightness: f32, a: f32, b: f32) -> Colour {
    let with = |share: f32| OpaqueColor::<Oklab>::new([lightness, a * share, b * share]);
    // Less than half a step beyond the ends is rounded to them.
    let shown = |share: f32| {
        let channels = with(share).convert::<Srgb>().components;
        channels.iter().all(|channel| (-0.5 / 255.0..=1.0 + 0.5 / 255.0).contains(channel))
    };
    if shown(1.0) {
        return Colour::seen(with(1.0));
    }
    let (mut fits, mut too_much) = (0.0, 1.0);
    // Sixteen halvings: finer than eight bits can tell.
    for _ in 0..16 {
        let middle = f32::midpoint(fits, too_much);
        *(if shown(middle) { &mut fits } else { &mut too_much }) = middle;
    }
    Colour::seen(with(fits))
}

impl fmt::Display for Colour {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(out, "#{r:02x}{g:02x}{b:02x}")
    }
}

impl fmt::Display for Contrast {
    /// Cut after two digits, not rounded: what is below 4.5:1 must not read `4.5:1`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:1", (self.0 * 100.0 + 1e-6).floor() / 100.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::new(text).unwrap_or_else(|| panic!("{text} is no colour"))
    }

    #[test]
    fn colours_are_read_and_written() {
        assert_eq!(colour("#aBc").to_string(), "#aabbcc");
        assert_eq!(colour("#0b5C63").to_string(), "#0b5c63");
        for wrong in ["", "#", "0b5c63", "#0b5c6", "#0b5c633", "#0b5c6g", "#ａｂｃ", "teal"] {
            assert_eq!(Colour::new(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn contrasts_are_those_of_wcag() {
        let on_white = |text: &str| colour(text).contrast(Colour::WHITE).to_string();
        // The last grey below and the first above each threshold, as checkers of contrast have them.
        assert_eq!(on_white("#000"), "21:1");
        assert_eq!(on_white("#fff"), "1:1");
        assert_eq!(on_white("#777777"), "4.47:1");
        assert_eq!(on_white("#767676"), "4.54:1");
        assert_eq!(on_white("#959595"), "2.99:1");
        assert_eq!(on_white("#949494"), "3.03:1");
        assert_eq!(on_white("#595959"), "7:1");
        assert_eq!(on_white("#ff0000"), "3.99:1");
        assert_eq!(on_white("#0000ff"), "8.59:1");
        assert_eq!(colour("#777").contrast(Colour::BLACK).to_string(), "4.68:1");
    }

    #[test]
    fn lightness_is_that_of_oklab() {
        // https://bottosson.github.io/posts/oklab/: red is 0.628, 0.225, 0.126.
        let [lightness, a, b] = colour("#ff0000").oklab().components;
        let near = |one: f32, other: f32| (one - other).abs() < 0.001;
        assert!(near(lightness, 0.628) && near(a, 0.225) && near(b, 0.126), "{lightness} {a} {b}");
        assert_eq!(Colour::BLACK.mixed_into(Colour::WHITE, 0), Colour::WHITE);
        assert_eq!(Colour::BLACK.mixed_into(Colour::WHITE, 100), Colour::BLACK);
        // Half way in lightness.
        assert_eq!(Colour::BLACK.mixed_into(Colour::WHITE, 50), colour("#636363"));
    }

    #[test]
    fn impossible_wishes_end() {
        assert_eq!(colour("#ffcc00").nearest(|_| false), None);
        assert_eq!(Colour::WHITE.nearest(|colour| colour == Colour::BLACK), Some(Colour::BLACK));
        assert_eq!(Colour::BLACK.nearest(|colour| colour == Colour::WHITE), Some(Colour::WHITE));
    }

    fn any_colour() -> impl Strategy<Value = Colour> {
        any::<[u8; 3]>().prop_map(Colour)
    }

    proptest! {
        #[test]
        fn black_or_white_can_be_read_on_every_colour(colour in any_colour()) {
            prop_assert!(colour.ink().contrast(colour) >= Contrast(4.5));
        }

        #[test]
        fn what_is_read_is_what_was_written(colour in any_colour()) {
            prop_assert_eq!(Colour::new(&colour.to_string()), Some(colour));
            prop_assert_eq!(Colour::seen(colour.oklab()), colour);
        }

        #[test]
        fn the_nearest_passes_and_none_is_nearer(
            from in any_colour(),
            page in prop::sample::select(vec!["#fff", "#fcfbf8", "#14191a", "#000", "#767676"]),
            least in prop::sample::select(vec![3.0, 4.5]),
        ) {
            let page = colour(page);
            let passes = |colour: Colour| colour.contrast(page) >= Contrast(least);
            let nearest = from.nearest(passes);
            // On the middle grey one side is always left.
            prop_assert!(nearest.is_some_and(passes));
            let nearest = nearest.expect("there is one");
            prop_assert_eq!(nearest.nearest(passes), Some(nearest));
            let [lightness, a, b] = from.oklab().components;
            let moved = (nearest.oklab().components[0] - lightness).abs();
            // A finer search finds nothing that is nearer by more than a step of eight bits and its rounding.
            let nearer = (0..4_000u16).map(|step| f32::from(step) / 4_000.0).find(|by| {
                *by < moved - 1.5 / 255.0
                    && [-1.0, 1.0].iter().any(|to| {
                        let at = by.mul_add(*to, lightness);
                        (0.0..=1.0).contains(&at) && passes(within_gamut(at, a, b))
                    })
            });
            prop_assert_eq!(nearer, None, "{} for {} on {}", nearest, from, page);
        }
    }
}
