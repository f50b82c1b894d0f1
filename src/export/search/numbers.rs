//! Numbers as printable characters: what the index is mostly made of.
//!
//! A digit is one of 91 characters: ASCII from `#` to `~` without the backslash, so that JSON escapes none. The
//! first 61 digits are whole numbers; the other 30 say `61 + digit + 30 × rest` and the rest follows.
//! Most gaps between neighbours are small, so most numbers are one character, and gzip does what is left.

/// Numbers below this are one character.
const WHOLE: u32 = 61;
/// How many digits say that more follows.
const MORE: u32 = 30;

/// Appends a number.
pub(super) fn number(mut value: u32, out: &mut String) {
    while value >= WHOLE {
        value -= WHOLE;
        out.push(digit(WHOLE + value % MORE));
        value /= MORE;
    }
    out.push(digit(value));
}

/// Appends ascending numbers as the gaps between them.
pub(super) fn ascending(values: &[u32], out: &mut String) {
    let mut next = 0;
    for value in values {
        number(value - next, out);
        next = value + 1;
    }
}

fn digit(value: u32) -> char {
    let code = value + u32::from(b'#');
    // The backslash would be escaped.
    char::from_u32(code + u32::from(code >= u32::from(b'\\'))).expect("a character of ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_halves_read_alike() {
        let vectors = include_str!("../../../tests/node/numbers.json");
        let vectors: Vec<(Vec<u32>, String)> = serde_json::from_str(vectors).expect("pairs");
        for (values, expected) in vectors {
            let mut out = String::new();
            ascending(&values, &mut out);
            assert_eq!(out, expected, "{values:?}");
        }
    }
}
