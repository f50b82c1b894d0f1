//! HTML inside Markdown: comments go, `<br>` is a line end, the rest is kept for others to judge.

use std::borrow::Cow;

/// Whether a tag is the `<br>` that authors need in table cells.
pub fn is_break(tag: &str) -> bool {
    let name = tag.strip_prefix('<').and_then(|tag| tag.strip_suffix('>')).unwrap_or_default();
    name.trim_end_matches('/').trim_end().eq_ignore_ascii_case("br")
}

/// The HTML without its comments; a comment that is not closed stays, so that nothing vanishes unseen.
pub fn without_comments(html: &str) -> Cow<'_, str> {
    if !html.contains("<!--") {
        return Cow::Borrowed(html);
    }
    let mut kept = String::new();
    let mut rest = html;
    while let Some(start) = rest.find("<!--") {
        // HTML Standard, "Comments": `<!-->` and `<!--->` are comments too.
        let Some(end) = rest[start + 2..].find("-->") else { break };
        kept.push_str(&rest[..start]);
        rest = &rest[start + 2 + end + 3..];
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_vanish_and_breaks_are_known() {
        assert_eq!(without_comments("a<!-- b\n -->c<!-->d"), "acd");
        assert_eq!(without_comments("a<!-- b"), "a<!-- b");
        assert_eq!(without_comments("<!-- a --><!-- b"), "<!-- b");
        assert!(is_break("<br>") && is_break("<BR/>") && is_break("<br />"));
        assert!(!is_break("<br onclick=x>") && !is_break("<b>"));
    }
}
