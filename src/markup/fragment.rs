//! Finished HTML with holes where the page that shows it decides: addresses of links and files, embeds.
//!
//! Made once for a document; filled once for each page. Most have no hole and are one string.

use super::escape;

/// The HTML of a document.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Fragment {
    html: Box<str>,
    holes: Box<[Hole]>,
}

/// A place where something is missing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Hole {
    /// How many bytes of HTML stand before it.
    pub at: u32,
    pub wants: Wants,
}

/// What is missing, by its place in the document's list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Wants {
    /// The address of a link or image within the site, in an attribute.
    Address(u32),
    /// The HTML of an embed, between blocks.
    Embed(u32),
}

impl Fragment {
    pub(super) fn new(html: String, holes: Vec<Hole>) -> Fragment {
        Fragment { html: html.into(), holes: holes.into() }
    }

    /// A text without markup: as a line, or as a paragraph.
    pub(super) fn of_text(text: &str, line: bool) -> Fragment {
        let mut html = String::with_capacity(text.len() + 8);
        if line {
            escape::text(&mut html, text);
        } else if !text.is_empty() {
            html.push_str("<p>");
            escape::text(&mut html, text);
            html.push_str("</p>\n");
        }
        Fragment::new(html, Vec::new())
    }

    /// All of the HTML when it has no hole.
    pub fn as_html(&self) -> Option<&str> {
        self.holes.is_empty().then_some(&self.html)
    }

    /// How many bytes it has, holes empty.
    pub fn len(&self) -> usize {
        self.html.len()
    }

    /// Whether there is nothing in it, not even a hole.
    pub fn is_empty(&self) -> bool {
        self.html.is_empty() && self.holes.is_empty()
    }

    /// Appends the HTML to `out`.
    ///
    /// `links` gives the address of a link or image by its place in `Document::links`: only of those within
    /// the site (`Destination::Relative`), the others are written already; it is escaped here. `embeds` gives
    /// the HTML of an embed by its place in `Document::embeds`: that is taken as it is.
    pub fn fill(&self, links: &dyn Fn(usize) -> String, embeds: &dyn Fn(usize) -> String, out: &mut String) {
        let mut from = 0;
        for hole in &self.holes {
            let at = hole.at as usize;
            out.push_str(self.html.get(from..at).unwrap_or_default());
            match hole.wants {
                Wants::Address(link) => escape::address(out, &links(link as usize)),
                Wants::Embed(embed) => out.push_str(&embeds(embed as usize)),
            }
            from = at;
        }
        out.push_str(self.html.get(from..).unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_filled_in_order() {
        let holes = vec![Hole { at: 9, wants: Wants::Address(1) }, Hole { at: 16, wants: Wants::Embed(0) }];
        let fragment = Fragment::new("<a href=\"\">b</a>c".into(), holes);
        let mut out = String::new();
        fragment.fill(&|link| format!("{link}\"&"), &|embed| format!("<{embed}>"), &mut out);
        assert_eq!(out, "<a href=\"1%22&amp;\">b</a><0>c");
        assert_eq!(fragment.as_html(), None);
        assert_eq!(Fragment::of_text("a<b", true).as_html(), Some("a&lt;b"));
        assert_eq!(Fragment::of_text("a", false).as_html(), Some("<p>a</p>\n"));
    }
}
