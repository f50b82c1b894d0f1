//! Which texts have no markup in them: most of a site's, and they are not parsed at all.
//!
//! Errs on the safe side: a text it is not sure of is parsed and gives the same document.

/// Whether a trimmed line is only text for [`super::inline`].
pub fn is_line(line: &str) -> bool {
    !line.bytes().any(is_mark) && !line.contains("://")
}

/// Whether a text is one paragraph of plain text for [`super::blocks`].
pub fn is_paragraph(text: &str) -> bool {
    // Four spaces are code; the trimmed text would hide them.
    if text.starts_with([' ', '\t', '\n', '\r'])
        && text.trim_start_matches(['\n', '\r']).starts_with([' ', '\t'])
    {
        return false;
    }
    let line = text.trim();
    is_line(line) && !starts_block(line)
}

/// Bytes that may begin markup within a line, end it, or need care when shown (controls).
///
/// `{` stands here for embeds, `!` needs a `[`, `>` and `#` mean something only at a start.
fn is_mark(byte: u8) -> bool {
    matches!(byte, b'*' | b'_' | b'`' | b'[' | b'<' | b'&' | b'\\' | b'~' | b'$' | b'{' | 0..=0x1F | 0x7F)
}

fn starts_block(line: &str) -> bool {
    match line.bytes().next() {
        None => false,
        Some(b'#' | b'>' | b'-' | b'+' | b'=' | b'|' | b':') => true,
        Some(b'0'..=b'9') => line.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')']),
        Some(_) => false,
    }
}
