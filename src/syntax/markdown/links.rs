//! Which addresses a link may have, and where a bare `https://…` stands in a text.
//!
//! An allow-list: what is not known to be harmless is refused, whatever a browser would make of it.

use std::ops::Range;

use crate::syntax::document::Destination;

/// Why an address is refused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refused {
    /// A scheme that is not on the list, in lower case.
    Scheme(String),
    /// `//host` or a spelling of it: another site under this page's scheme.
    Host,
    /// An image that is not a file of the site.
    RemoteImage,
}

/// The address as a browser reads it: without control characters and outer spaces (WHATWG URL, 4.4).
pub fn clean(destination: &str) -> String {
    let kept: String = destination.chars().filter(|c| !c.is_control()).collect();
    kept.trim().to_owned()
}

/// What kind of address a cleaned destination is.
pub fn classify(destination: &str, image: bool) -> Result<Destination, Refused> {
    let kind = address(destination)?;
    if image && kind != Destination::Relative { Err(Refused::RemoteImage) } else { Ok(kind) }
}

fn address(destination: &str) -> Result<Destination, Refused> {
    if destination.starts_with('#') {
        return Ok(Destination::Anchor);
    }
    // Browsers read `\` as `/` in addresses.
    if destination.starts_with(['/', '\\']) && destination[1..].starts_with(['/', '\\']) {
        return Err(Refused::Host);
    }
    let Some(scheme) = scheme(destination) else { return Ok(Destination::Relative) };
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => Ok(Destination::Web),
        "mailto" | "tel" => Ok(Destination::Contact),
        other => Err(Refused::Scheme(other.to_owned())),
    }
}

/// What stands before the first colon, unless a path, query or anchor began before it.
///
/// Wider than RFC 3986, 3.1, on purpose: any name before a colon counts.
fn scheme(destination: &str) -> Option<&str> {
    let end = destination.find([':', '/', '?', '#'])?;
    destination[end..].starts_with(':').then(|| &destination[..end])
}

/// Where bare `http://` and `https://` addresses stand in a text.
///
/// Ends them as GitHub does (GFM, 6.9): before spaces, `<`, trailing punctuation and a closing bracket
/// that was opened outside.
pub fn bare(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find("://").map(|at| from + at) {
        from = at + 3;
        let before = &text[..at];
        let word = before.bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
        let start = at - word;
        let scheme = &text[start..at];
        if !(scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
            || text[..start].chars().next_back().is_some_and(char::is_alphanumeric)
        {
            continue;
        }
        let length = tail(&text[from..]);
        if is_host(&text[from..from + length]) {
            found.push(start..from + length);
        }
        from += length;
    }
    found
}

/// How many bytes of `text`, behind `://`, belong to the address.
fn tail(text: &str) -> usize {
    let stops = |c: char| {
        c.is_whitespace() || c.is_control() || "<>\"`“”‘’«»。、，；：！？（）「」『』【】".contains(c)
    };
    let mut end = text.find(stops).unwrap_or(text.len());
    let count = |bracket: u8| text[..end].bytes().filter(|byte| *byte == bracket).count();
    let mut round = count(b')').saturating_sub(count(b'('));
    let mut square = count(b']').saturating_sub(count(b'['));
    while let Some(last) = text[..end].bytes().next_back() {
        match last {
            b'?' | b'!' | b'.' | b',' | b':' | b';' | b'*' | b'_' | b'~' | b'\'' | b'}' | b'|' => {}
            b')' if round > 0 => round -= 1,
            b']' if square > 0 => square -= 1,
            _ => break,
        }
        end -= 1;
    }
    end
}

/// Whether an address begins with a host; one with a user name before it is a trap and stays text.
fn is_host(address: &str) -> bool {
    let host = address.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let fair = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_');
    let authority = address.split(['/', '?', '#']).next().unwrap_or_default();
    host.starts_with(char::is_alphanumeric) && host.chars().all(fair) && !authority.contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_listed_schemes_pass() {
        for good in
            ["https://a.b", "HTTP://a", "mailto:a@b.c", "tel:+1", "../a.md#b", "#x", "", "a/b:c", "?a:b"]
        {
            assert!(classify(&clean(good), false).is_ok(), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " \u{1}javascript:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:x",
            "data:text/html,x",
            "file:///etc/passwd",
            "vbscript:x",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "blob:x",
            "C:\\x",
            "ja vascript:x",
        ] {
            assert!(classify(&clean(bad), false).is_err(), "{bad}");
        }
        assert_eq!(classify("https://a/b.png", true), Err(Refused::RemoteImage));
        assert_eq!(classify("b.png", true), Ok(Destination::Relative));
    }

    #[test]
    fn bare_addresses_end_where_people_expect() {
        let found = |text: &str| -> Vec<String> {
            bare(text).into_iter().map(|range| text[range].to_owned()).collect()
        };
        assert_eq!(found("see https://a.b/c_d?x=1&y=2."), ["https://a.b/c_d?x=1&y=2"]);
        assert_eq!(found("(https://a.b/x_(y))"), ["https://a.b/x_(y)"]);
        assert_eq!(found("http://a, https://b!"), ["http://a", "https://b"]);
        assert_eq!(found("“https://a.b/c”"), ["https://a.b/c"]);
        for none in [
            "xhttp://a",
            "ftp://a",
            "http://",
            "http:// a",
            "https://a.b@evil.example",
            "http://.",
            "éhttp://a",
        ] {
            assert!(found(none).is_empty(), "{none}");
        }
        assert!(found(&format!("http://a{}", ")".repeat(9_999))).len() == 1);
    }
}
