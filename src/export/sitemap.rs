//! `sitemap.xml` (<https://www.sitemaps.org/protocol.html>): the canonical pages, for search engines.
//!
//! Gives addresses only: without a clock there is no honest date of change for most pages.

use super::xml::Xml;
use crate::base::OutPath;
use crate::plan::SITEMAP_LIMIT;

const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

/// The sitemap of a site: its pages, or the list of the parts that hold them.
pub fn sitemap(base: &str, pages: &[&OutPath]) -> Vec<u8> {
    if pages.len() <= SITEMAP_LIMIT {
        return addresses(base, pages);
    }
    let mut xml = Xml::new();
    xml.open("sitemapindex", &[NAMESPACE]);
    xml.line();
    for part in 1..=pages.len().div_ceil(SITEMAP_LIMIT) {
        xml.open("sitemap", &[]);
        xml.text("loc", &format!("{base}sitemap-{part}.xml"));
        xml.close("sitemap");
    }
    xml.close("sitemapindex");
    xml.finish()
}

/// Part `part`, from 1, of a large sitemap.
pub fn part(base: &str, pages: &[&OutPath], part: usize) -> Vec<u8> {
    addresses(base, pages.chunks(SITEMAP_LIMIT).nth(part - 1).unwrap_or_default())
}

fn addresses(base: &str, pages: &[&OutPath]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("urlset", &[NAMESPACE]);
    xml.line();
    for page in pages {
        xml.open("url", &[]);
        xml.text("loc", &format!("{base}{}", page.address()));
        xml.close("url");
    }
    xml.close("urlset");
    xml.finish()
}
