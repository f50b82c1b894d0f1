//! Slugs: the only form an id may have, because ids become URLs, file names and saved progress.

use std::fmt;
use std::sync::Arc;

/// `^[a-z0-9]+(-[a-z0-9]+)*$`, at most 64 bytes, and no name that Windows keeps for devices.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Slug(Arc<str>);

/// Why a text is no slug.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotASlug {
    /// It has no characters.
    Empty,
    /// It has more than [`Slug::MAX`] bytes.
    TooLong,
    /// It has other characters than `a-z`, `0-9` and single hyphens between them.
    Characters,
    /// Windows opens a device under this name.
    Device,
}

impl Slug {
    /// The longest slug, in bytes: four of them with their separators stay under the 255 bytes of a file name.
    pub const MAX: usize = 64;

    /// Checks `text`.
    pub fn new(text: &str) -> Result<Slug, NotASlug> {
        let part = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        if text.is_empty() {
            Err(NotASlug::Empty)
        } else if text.len() > Slug::MAX {
            Err(NotASlug::TooLong)
        } else if !text.split('-').all(part) {
            Err(NotASlug::Characters)
        } else if is_device(text) {
            Err(NotASlug::Device)
        } else {
            Ok(Slug(text.into()))
        }
    }

    /// The nearest slug to any text: lower case, hyphens between words, marks dropped. `None` when nothing is left.
    pub fn suggest(text: &str) -> Option<Slug> {
        use unicode_normalization::UnicodeNormalization;
        let plain = text.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
        let mut slug = String::new();
        for c in plain.flat_map(char::to_lowercase) {
            if c.is_ascii_alphanumeric() {
                slug.push(c);
            } else if !slug.is_empty() && !slug.ends_with('-') && c != '\'' && c != '\u{2019}' {
                slug.push('-');
            }
        }
        slug.truncate(48);
        let slug = slug.trim_end_matches('-');
        Slug::new(slug).or_else(|_| Slug::new(&format!("{slug}-1"))).ok()
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// Whether Windows opens a device when a file has this name, with or without an extension.
///
/// Source: Microsoft, "Naming Files, Paths, and Namespaces".
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    if !(3..=4).contains(&stem.len()) {
        return false;
    }
    let stem = stem.to_ascii_lowercase();
    let numbered =
        |prefix: &str| stem.strip_prefix(prefix).is_some_and(|rest| matches!(rest.as_bytes(), [b'1'..=b'9']));
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_one_form_passes() {
        for good in ["a", "core", "nurse-in-hospitals", "2nd-round", "com10"] {
            assert!(Slug::new(good).is_ok(), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "a_b", "é", "con", "com1", "a/b", "..", &"a".repeat(65)] {
            assert!(Slug::new(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_suggestion_is_always_a_slug() {
        let suggestion = |text| Slug::suggest(text).map(|slug| slug.to_string());
        assert_eq!(suggestion("Café & Bar – Don’t panic!"), Some("cafe-bar-dont-panic".into()));
        assert_eq!(suggestion("CON"), Some("con-1".into()));
        assert_eq!(suggestion("???"), None);
    }
}
