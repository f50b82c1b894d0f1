//! Language tags (BCP 47): which languages stand behind one, and which way its script runs.
//!
//! In goes a tag as an author wrote it; nothing here knows what a language is called.

/// Languages that are written from right to left unless their tag names another script.
const RIGHT_TO_LEFT: [&str; 13] =
    ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "nqo", "ps", "sd", "ug", "ur", "yi"];
/// Scripts that are written from right to left (ISO 15924), in lower case.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 7] = ["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"];

/// Whether a text has the shape of a tag: a language of two or three letters, then subtags of up to eight letters
/// and digits.
pub fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// Whether the tag's script is written from right to left.
pub fn is_right_to_left(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    // A script is the only part of four letters (RFC 5646, section 2.1).
    let script = parts.find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    match script {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
        None => RIGHT_TO_LEFT.contains(&language),
    }
}

/// The tag and those it falls back to, by leaving out its last part again and again (RFC 4647, section 3.4);
/// in lower case.
pub fn fallbacks(tag: &str) -> Vec<String> {
    let tag = tag.to_ascii_lowercase();
    let mut tags = vec![tag.clone()];
    let mut rest = tag.as_str();
    while let Some((shorter, _)) = rest.rsplit_once('-') {
        // A single letter opens what follows it and means nothing alone.
        rest = match shorter.rsplit_once('-') {
            Some((before, last)) if last.len() == 1 => before,
            _ => shorter,
        };
        tags.push(rest.to_owned());
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_decides_the_direction() {
        let tags = ["en", "ar", "fa-AF", "he", "az-Arab", "ar-Latn", "es-419", "sr-Cyrl-RS", "ar-XB", ""];
        let right = tags.map(is_right_to_left);
        assert_eq!(right, [false, true, true, true, true, false, false, false, true, false]);
    }

    #[test]
    fn a_tag_falls_back_part_by_part() {
        assert_eq!(fallbacks("es-MX"), ["es-mx", "es"]);
        assert_eq!(fallbacks("zh-Hant-TW"), ["zh-hant-tw", "zh-hant", "zh"]);
        assert_eq!(fallbacks("en-a-bbb"), ["en-a-bbb", "en"]);
        assert_eq!(fallbacks("en"), ["en"]);
    }
}
