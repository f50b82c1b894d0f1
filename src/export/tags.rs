//! Finds tags in HTML again: enough to read a page's policy and its style sheets out of it.
//!
//! In goes a page that this program or a theme wrote; out come its start tags with their attributes. Text
//! in comments, scripts and other elements without markup is passed over. Builds no tree and mends nothing.

use std::borrow::Cow;
use std::ops::Range;

/// A start tag.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tag<'h> {
    html: &'h str,
    /// The name as written.
    pub name: &'h str,
    inside: Range<usize>,
}

/// Elements whose content is text even where it looks like a tag (HTML Standard, "Raw text elements").
const RAW: [&str; 6] = ["script", "style", "title", "textarea", "iframe", "noscript"];

/// Every start tag, in order.
pub fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let tag = next(html, from)?;
        from = tag.inside.end;
        if let Some(name) = RAW.iter().find(|name| tag.name.eq_ignore_ascii_case(name)) {
            from = end_of(html, from, name);
        }
        Some(tag)
    })
}

impl<'h> Tag<'h> {
    /// The bytes of an attribute's value in the page, as they stand there.
    pub fn range(&self, name: &str) -> Option<Range<usize>> {
        attributes(self.html, self.inside.clone())
            .find(|(found, _)| self.html[found.clone()].eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// The value of an attribute, its character references undone.
    pub fn value(&self, name: &str) -> Option<Cow<'h, str>> {
        Some(plain(&self.html[self.range(name)?]))
    }
}

/// The first start tag at or behind `from`.
fn next(html: &str, mut from: usize) -> Option<Tag<'_>> {
    loop {
        let start = from + html.get(from..)?.find('<')?;
        let rest = &html[start + 1..];
        if rest.starts_with("!--") {
            // HTML Standard, "Comments": `<!-->` is one too.
            from = start + 2 + html[start + 2..].find("-->")? + 3;
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let length = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'))?;
            let behind = start + 1 + length;
            let end = attributes(html, behind..html.len()).last().map_or(behind, |(_, value)| value.end);
            let inside = behind..end + html[end..].find('>')?;
            return Some(Tag { html, name: &rest[..length], inside });
        } else {
            from = start + 1;
        }
    }
}

/// Where the end tag of a raw text element stands; the end of the page when it has none.
fn end_of(html: &str, from: usize, name: &str) -> usize {
    let ends = |(at, _): &(usize, &str)| {
        let rest = html[from + at + 2..].get(..name.len());
        rest.is_some_and(|rest| rest.eq_ignore_ascii_case(name))
    };
    html[from..].match_indices("</").find(ends).map_or(html.len(), |(at, _)| from + at)
}

/// The names and values of attributes from the start of `within` to the end of the tag.
fn attributes(html: &str, within: Range<usize>) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
    let bytes = &html.as_bytes()[..within.end];
    let run = move |from: usize, more: fn(u8) -> bool| {
        bytes[from..].iter().position(|byte| !more(*byte)).map_or(bytes.len(), |length| from + length)
    };
    let mut at = within.start;
    std::iter::from_fn(move || {
        let start = run(at, |byte| byte.is_ascii_whitespace() || byte == b'/');
        let end = run(start, |byte| !byte.is_ascii_whitespace() && !matches!(byte, b'=' | b'>' | b'/'));
        if start == end {
            return None;
        }
        let equals = run(end, |byte| byte.is_ascii_whitespace());
        if bytes.get(equals) != Some(&b'=') {
            at = end;
            return Some((start..end, end..end));
        }
        let open = run(equals + 1, |byte| byte.is_ascii_whitespace());
        let value = match bytes.get(open) {
            Some(b'"') => open + 1..run(open + 1, |byte| byte != b'"'),
            Some(b'\'') => open + 1..run(open + 1, |byte| byte != b'\''),
            _ => open..run(open, |byte| !byte.is_ascii_whitespace() && byte != b'>'),
        };
        let quoted = value.start > open;
        at = (value.end + usize::from(quoted)).min(bytes.len());
        Some((start..end, value))
    })
}

/// Text without character references: those that escaping writes, and numbers.
fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        shown.push_str(&rest[..at]);
        let reference = rest[at + 1..].find(';').filter(|length| *length <= 8);
        let known = reference.and_then(|length| Some((character(&rest[at + 1..at + 1 + length])?, length)));
        match known {
            Some((c, length)) => {
                shown.push(c);
                rest = &rest[at + length + 2..];
            }
            None => {
                shown.push('&');
                rest = &rest[at + 1..];
            }
        }
    }
    shown.push_str(rest);
    Cow::Owned(shown)
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let hexadecimal = number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
            char::from_u32(hexadecimal.unwrap_or_else(|| number.parse()).ok()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(html: &str, tag: &str, name: &str) -> Vec<String> {
        let named = tags(html).filter(|found| found.name.eq_ignore_ascii_case(tag));
        named.filter_map(|found| Some(found.value(name)?.into_owned())).collect()
    }

    #[test]
    fn attributes_are_read_however_they_are_written() {
        for html in [
            "<link href=\"a>b\" x>",
            "<p><LINK\n rel=x HREF = 'a>b' />",
            "<link disabled href=a&gt;b>",
            "<link/href=\"a&#62;b\">",
            "<link x=\"\" href=\"a&#x3e;b\"",
        ] {
            let found = values(&format!("{html}>"), "link", "href");
            assert_eq!(found, ["a>b"], "{html}");
        }
        assert_eq!(values("<a href=\"x?a=1&b=2&amp;c\">", "a", "href"), ["x?a=1&b=2&c"]);
    }

    #[test]
    fn what_only_looks_like_a_tag_is_passed_over() {
        let html = "<!-- <link href=1> --><script>\"<link href=2>\"</script><title><link href=3></title>\
                    a < b <3 <link href=4></p><!---><link href=5>";
        assert_eq!(values(html, "link", "href"), ["4", "5"]);
    }

    #[test]
    fn what_is_cut_off_ends() {
        for html in ["<", "<a", "<a href", "<a href=", "<a href=\"", "<!--", "<script>", "<a href='é"] {
            assert_eq!(values(html, "a", "href"), [""; 0], "{html}");
        }
    }
}
