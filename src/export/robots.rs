//! `robots.txt` (RFC 9309): everything may be read; where the sitemap is.

/// The file; it names the sitemap when the site has an address.
pub fn robots(base: Option<&str>) -> Vec<u8> {
    let sitemap = base.map_or_else(String::new, |base| format!("\nSitemap: {base}sitemap.xml\n"));
    format!("User-agent: *\nAllow: /\n{sitemap}").into_bytes()
}
