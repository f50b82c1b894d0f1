//! What a browser holds of a page, in few digits: enough to tell whether a reload would show anything new.
//!
//! A page is hashed without the names of its style sheets, and these on their own: when only they changed,
//! a browser can swap them and keep everything else as it is. What stands in no page but around it, its icon and
//! the colour of its window, is no reason for a reload: the next one brings it.

use std::fmt;
use std::str::FromStr;

use crate::base::path::decoded;
use crate::base::{ContentHash, OutPath};
use crate::export::tags::{Tag, tags};
use crate::site::Site;

/// What a page is, without its style sheets, and what these are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Print {
    /// The page's own bytes, a former style sheet's name making no difference.
    pub page: u64,
    /// The style sheets: names and contents.
    pub styles: u64,
}

impl fmt::Display for Print {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:016x}-{:016x}", self.page, self.styles)
    }
}

impl FromStr for Print {
    type Err = ();

    fn from_str(text: &str) -> Result<Print, ()> {
        let (page, styles) = text.split_once('-').ok_or(())?;
        let digits = |text: &str| u64::from_str_radix(text, 16).map_err(|_| ());
        Ok(Print { page: digits(page)?, styles: digits(styles)? })
    }
}

/// A style sheet that a page links to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// The address as the page has it.
    pub href: String,
    /// What the site publishes there; nothing for one of another host.
    pub content: Option<ContentHash>,
}

impl Sheet {
    /// The address under which a browser that holds `old` gets this one: the same address would be no change.
    pub fn fresh_href(&self, old: Option<&Sheet>) -> String {
        let same_name = old.is_none_or(|old| old.href == self.href);
        match self.content.filter(|_| same_name && old != Some(self)) {
            Some(content) if !self.href.contains('?') => format!("{}?{}", self.href, content.short()),
            _ => self.href.clone(),
        }
    }
}

/// A page as a browser holds it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    /// In few digits.
    pub print: Print,
    /// Its style sheets in order.
    pub sheets: Vec<Sheet>,
}

/// Takes the print of an HTML page; `at` is where it stands in the site, when it is a part of one.
pub fn held(html: &[u8], at: Option<(&Site, &OutPath)>) -> Held {
    let text = str::from_utf8(html).unwrap_or_default();
    let mut own = Vec::with_capacity(html.len());
    let mut sheets = Vec::new();
    let mut from = 0;
    for tag in tags(text) {
        let is_sheet = is_link(&tag, "stylesheet");
        if let Some(range) = tag.range("href").filter(|_| is_sheet || is_link(&tag, "icon")) {
            own.extend_from_slice(&html[from..range.start]);
            from = range.end;
            if !is_sheet {
                continue;
            }
            let href = tag.value("href").unwrap_or_default().into_owned();
            let content = at.and_then(|(site, page)| content(site, page, &href));
            sheets.push(Sheet { href, content });
        } else if let Some(range) = tag.range("content").filter(|_| is_theme_colour(&tag)) {
            own.extend_from_slice(&html[from..range.start]);
            from = range.end;
        }
    }
    own.extend_from_slice(&html[from..]);
    let styles: Vec<u8> = sheets.iter().flat_map(|sheet| format!("{sheet:?}").into_bytes()).collect();
    let print = Print { page: ContentHash::of(&own).prefix(), styles: ContentHash::of(&styles).prefix() };
    Held { print, sheets }
}

fn is_link(tag: &Tag<'_>, wanted: &str) -> bool {
    let is_wanted = |rel: &str| rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case(wanted));
    tag.name.eq_ignore_ascii_case("link") && tag.value("rel").is_some_and(|rel| is_wanted(&rel))
}

/// Whether it says which colour the window around the page has: with a new accent it is another.
fn is_theme_colour(tag: &Tag<'_>) -> bool {
    tag.name.eq_ignore_ascii_case("meta")
        && tag.value("name").is_some_and(|name| name.eq_ignore_ascii_case("theme-color"))
}

/// What the site publishes where a page's link leads.
fn content(site: &Site, page: &OutPath, href: &str) -> Option<ContentHash> {
    let path = href.split(['?', '#']).next().unwrap_or_default();
    let base = site.library().site.base_path();
    let mut parts: Vec<&str> = page.as_str().split('/').collect();
    parts.pop();
    let inside = match path.strip_prefix(base) {
        Some(inside) if path.starts_with('/') => {
            parts.clear();
            inside
        }
        _ => path,
    };
    for part in inside.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    let out = OutPath::new(&decoded(&parts.join("/"))).ok()?;
    let bytes = site.render(&out)?.ok()?;
    Some(ContentHash::of(bytes.as_slice()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(sheets: [&str; 2], words: &str) -> Held {
        let [one, two] = sheets;
        let html = format!(
            "<link rel=stylesheet href=\"{one}\"><link rel=icon href=\"{one}.svg\"><meta name=theme-color content=\"{one}\"><LINK HREF='{two}' REL='x StyleSheet'>{words}"
        );
        held(html.as_bytes(), None)
    }

    #[test]
    fn names_of_style_sheets_make_no_difference_to_a_page() {
        let (first, second) = (page(["a-1.css", "b.css"], "x"), page(["a-22.css", "b.css"], "x"));
        assert_eq!(first.print.page, second.print.page);
        assert_ne!(first.print.styles, second.print.styles);
        assert_ne!(first.print.page, page(["a-1.css", "b.css"], "y").print.page);
        let hrefs: Vec<&str> = second.sheets.iter().map(|sheet| sheet.href.as_str()).collect();
        assert_eq!(hrefs, ["a-22.css", "b.css"]);
        assert_eq!(first.print.to_string().parse(), Ok(first.print));
    }

    #[test]
    fn a_style_sheet_that_keeps_its_name_gets_another_address() {
        let sheet = |href: &str, text: &str| Sheet {
            href: href.into(),
            content: Some(ContentHash::of(text.as_bytes())),
        };
        let (old, new) = (sheet("own.css", "a"), sheet("own.css", "b"));
        assert_eq!(new.fresh_href(Some(&new)), "own.css");
        assert!(new.fresh_href(Some(&old)).starts_with("own.css?"));
        assert!(new.fresh_href(None).starts_with("own.css?"));
        assert_eq!(sheet("own-2.css", "b").fresh_href(Some(&old)), "own-2.css");
    }
}
