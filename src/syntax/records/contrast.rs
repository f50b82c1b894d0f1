//! `[[contrast]]` of a theme: which colours it lays on which, and how far they must stand apart.

use crate::base::{Colour, Contrast};
use crate::syntax::record::{Record, Shape, field};
use crate::syntax::toml::Reader;
use crate::syntax::{At, Text};

/// The modes of a page, as `prefers-color-scheme` calls them.
pub const MODES: [&str; 2] = ["light", "dark"];

/// The contrasts WCAG 2.2 knows: shapes (1.4.11) and large text, text (1.4.3), text at its best (1.4.6).
pub const LEASTS: [&str; 3] = ["3:1", "4.5:1", "7:1"];

static PAINT: Shape = Shape::Form(is_paint, "`#fcfbf8`, `accent`, `on-accent` or `9% accent on #fcfbf8`");

/// `[[contrast]]` of a theme.
pub static THEME_CONTRAST: Record = Record {
    name: "contrast",
    doc: "Colours that the theme lays on each other.",
    fields: &[
        field("text", Shape::List(&PAINT), "Colours of text, signs or borders.").required(),
        field("on", Shape::List(&PAINT), "Colours that each of them is laid on.").required(),
        field("least", Shape::OneOf(&LEASTS), "How far they must stand apart.").required(),
        field("mode", Shape::OneOf(&MODES), "The mode in which they meet; both when left out."),
        field("for", Shape::Line, "What they are, in a few words: `links on a card`."),
    ],
};

/// Colours that a theme lays on each other.
#[derive(Clone, Hash, Debug)]
pub struct Pairing {
    /// Colours of text, signs or borders.
    pub text: Vec<At<Paint>>,
    /// Colours that each of them is laid on.
    pub on: Vec<At<Paint>>,
    /// One of [`LEASTS`].
    pub least: &'static str,
    /// One of [`MODES`]; both when there is none.
    pub mode: Option<&'static str>,
    /// What they are.
    pub what: Option<Text>,
}

/// A colour of a theme, which may follow from the accent.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Paint {
    /// Always this.
    Fixed(Colour),
    /// The accent.
    Accent,
    /// Black or white, whichever can be read better on the accent.
    OnAccent,
    /// So many hundredths of the accent, mixed into a colour.
    Tint(u8, Colour),
}

impl Paint {
    /// Reads `#fcfbf8`, `accent`, `on-accent` or `9% accent on #fcfbf8`.
    pub fn new(text: &str) -> Option<Paint> {
        match text {
            "accent" => return Some(Paint::Accent),
            "on-accent" => return Some(Paint::OnAccent),
            _ => {}
        }
        let Some((share, on)) = text.split_once("% accent on ") else {
            return Colour::new(text).map(Paint::Fixed);
        };
        let plain = (1..=2).contains(&share.len()) && share.bytes().all(|byte| byte.is_ascii_digit());
        let share = share.parse().ok().filter(|_| plain)?;
        Some(Paint::Tint(share, Colour::new(on)?))
    }

    /// What it is with this accent.
    pub fn with(self, accent: Colour) -> Colour {
        match self {
            Paint::Fixed(colour) => colour,
            Paint::Accent => accent,
            Paint::OnAccent => accent.ink(),
            Paint::Tint(share, on) => accent.mixed_into(on, share),
        }
    }
}

impl Pairing {
    /// The least contrast.
    pub fn least(&self) -> Contrast {
        let least = self.least.strip_suffix(":1").and_then(|least| least.parse().ok());
        Contrast(least.expect("each of LEASTS is a number and `:1`"))
    }
}

fn is_paint(text: &str) -> bool {
    Paint::new(text).is_some()
}

/// Reads one `[[contrast]]`.
pub(super) fn pairing(reader: &mut Reader<'_, '_>) -> Option<Pairing> {
    let paint = |text: Text| Some(At { value: Paint::new(text.as_str())?, span: text.span() });
    let (text, on) = (reader.forms("text"), reader.forms("on"));
    let (least, mode, what) = (reader.one_of("least"), reader.one_of("mode"), reader.line("for"));
    Some(Pairing {
        text: text?.into_iter().filter_map(paint).collect(),
        on: on?.into_iter().filter_map(paint).collect(),
        least: least?.value,
        mode: mode.map(|mode| mode.value),
        what,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paints_have_four_forms() {
        let night = Colour::new("#14191a").expect("a colour");
        assert_eq!(Paint::new("#14191a"), Some(Paint::Fixed(night)));
        assert_eq!(Paint::new("accent"), Some(Paint::Accent));
        assert_eq!(Paint::new("on-accent"), Some(Paint::OnAccent));
        assert_eq!(Paint::new("9% accent on #14191a"), Some(Paint::Tint(9, night)));
        for wrong in [
            "",
            "Accent",
            "% accent on #fff",
            "+9% accent on #fff",
            "100% accent on #fff",
            "9% accent on red",
        ] {
            assert_eq!(Paint::new(wrong), None, "{wrong}");
        }
    }
}
