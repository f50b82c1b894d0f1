//! Text into HTML: the owner of pulldown-cmark-escape, and the only way an author's bytes reach a page.

use pulldown_cmark_escape::{escape_href, escape_html, escape_html_body_text};

/// Appends text that stands between tags.
pub fn text(out: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = escape_html_body_text(out, text);
}

/// Whether [`text`] would append it as it is.
pub fn is_plain(text: &str) -> bool {
    !text.bytes().any(|byte| matches!(byte, b'<' | b'>' | b'&'))
}

/// Appends text that stands in a double-quoted attribute.
pub fn attribute(out: &mut String, text: &str) {
    let _ = escape_html(out, text);
}

/// Appends an address that stands in a double-quoted `href` or `src`; what is percent-encoded stays so.
pub fn address(out: &mut String, address: &str) {
    let _ = escape_href(out, address);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_its_place() {
        let made = |write: fn(&mut String, &str), text: &str| {
            let mut out = String::new();
            write(&mut out, text);
            out
        };
        assert_eq!(made(text, "<a & 'b' \"c\">"), "&lt;a &amp; 'b' \"c\"&gt;");
        assert_eq!(made(attribute, "<a & 'b' \"c\">"), "&lt;a &amp; &#39;b&#39; &quot;c&quot;&gt;");
        assert_eq!(made(address, "a b/ü?x=1&y=\"%20<"), "a%20b/%C3%BC?x=1&amp;y=%22%20%3C");
    }
}
