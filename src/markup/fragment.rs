//! Finished HTML with holes where the page that shows it decides: addresses of links and files, sizes of pictures,
//! embeds.
//!
//! Made once for a document; filled once for each page. Most have no hole and are one string.

use super::escape;
use crate::source::Size;

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

/// What a page knows that a document does not, each by its place in the document's list.
pub struct Filling<'f> {
    /// The address of a link or image; only of those within the site (`Destination::Relative`), the others are
    /// written already. It is escaped here.
    pub links: &'f dyn Fn(usize) -> String,
    /// How large an image is, by its place among the links.
    pub sizes: &'f dyn Fn(usize) -> Option<Size>,
    /// The HTML of an embed: that is taken as it is.
    pub embeds: &'f dyn Fn(usize) -> String,
}

/// What is missing, by its place in the document's list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Wants {
    /// The address of a link or image within the site, in an attribute.
    Address(u32),
    /// How an image is to be loaded, and its size if it is known, in its tag.
    Size(u32),
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
    pub fn fill(&self, filling: &Filling<'_>, out: &mut String) {
        let mut from = 0;
        for hole in &self.holes {
            let at = hole.at as usize;
            out.push_str(self.html.get(from..at).unwrap_or_default());
            match hole.wants {
                Wants::Address(link) => escape::address(out, &(filling.links)(link as usize)),
                Wants::Size(image) => size(out, (filling.sizes)(image as usize)),
                Wants::Embed(embed) => out.push_str(&(filling.embeds)(embed as usize)),
            }
            from = at;
        }
        out.push_str(self.html.get(from..).unwrap_or_default());
    }
}

/// What depends on the size of a picture. One whose size is not known is not left for later: the text would jump
/// when it comes into sight, so it comes with the page.
fn size(out: &mut String, size: Option<Size>) {
    if let Some(Size { width, height }) = size {
        out.push_str(&format!(" width=\"{width}\" height=\"{height}\" loading=\"lazy\""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_filled_in_order() {
        let hole = |at, wants| Hole { at, wants };
        let holes = vec![hole(9, Wants::Address(1)), hole(16, Wants::Embed(0)), hole(21, Wants::Size(2))];
        let fragment = Fragment::new("<a href=\"\">b</a>c<img>".into(), holes);
        let sizes: [(Option<Size>, &str); 2] = [
            (None, "<a href=\"1%22&amp;\">b</a><0>c<img>"),
            (
                Some(Size { width: 3, height: 2 }),
                "<a href=\"1%22&amp;\">b</a><0>c<img width=\"3\" height=\"2\" loading=\"lazy\">",
            ),
        ];
        for (size, html) in sizes {
            let mut out = String::new();
            let filling = Filling {
                links: &|link| format!("{link}\"&"),
                sizes: &|image| size.filter(|_| image == 2),
                embeds: &|embed| format!("<{embed}>"),
            };
            fragment.fill(&filling, &mut out);
            assert_eq!(out, html);
        }
        assert_eq!(fragment.as_html(), None);
        assert_eq!(Fragment::of_text("a<b", true).as_html(), Some("a&lt;b"));
        assert_eq!(Fragment::of_text("a", false).as_html(), Some("<p>a</p>\n"));
    }
}
