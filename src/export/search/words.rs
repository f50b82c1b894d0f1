//! Words as the index and the visitor's browser see them: folded and cut by the same rules.
//!
//! The other half is `words()` in the theme's `search-match.js`; `tests/node/words.json` holds what both must
//! give. No stemming here: forms of a word are found by what they begin with, which suits most languages.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most characters of a word: what is longer is no word, and would only swell the index.
const LONGEST: usize = 32;

/// Calls `each` with every word of a text, in order.
pub fn words(text: &str, each: &mut impl FnMut(&str)) {
    let mut word = String::new();
    if text.is_ascii() {
        // Nearly all text: nothing to decompose.
        text.bytes().for_each(|byte| add(byte.to_ascii_lowercase().into(), &mut word, each));
    } else {
        let lower = text.chars().flat_map(char::to_lowercase);
        // `İ` in lower case is two characters, of which one is a mark: marks are dropped last.
        lower.nfkd().filter(|c| !is_combining_mark(*c)).for_each(|c| add(c, &mut word, each));
    }
    end(&mut word, each);
}

/// One more character of a text.
fn add(c: char, word: &mut String, each: &mut impl FnMut(&str)) {
    match c {
        // Within a word: `don't` is one.
        '\'' | '’' => {}
        'ß' => word.push_str("ss"),
        'æ' => word.push_str("ae"),
        'œ' => word.push_str("oe"),
        'ø' => word.push('o'),
        'ł' => word.push('l'),
        'đ' | 'ð' => word.push('d'),
        'ı' => word.push('i'),
        'ς' => word.push('σ'),
        c if c.is_alphanumeric() => {
            // A capital that only decomposing has shown: `㎏` has none, `™` is `TM`.
            c.to_lowercase().for_each(|c| word.push(c));
        }
        _ => end(word, each),
    }
}

/// Scripts without spaces between words are found by every two neighbours.
fn is_dense(c: char) -> bool {
    matches!(c as u32, 0x3040..=0x30FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// The end of a run of letters and digits: a word, or several in scripts without spaces.
fn end(word: &mut String, each: &mut impl FnMut(&str)) {
    if word.is_ascii() {
        if !word.is_empty() {
            each(&word[..word.len().min(LONGEST)]);
        }
        return word.clear();
    }
    let letters: Vec<char> = word.chars().collect();
    for run in letters.chunk_by(|a, b| is_dense(*a) == is_dense(*b)) {
        if is_dense(run[0]) && run.len() > 1 {
            run.windows(2).for_each(|two| each(&two.iter().collect::<String>()));
        } else {
            each(&run.iter().take(LONGEST).collect::<String>());
        }
    }
    word.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_halves_cut_alike() {
        let vectors = include_str!("../../../tests/node/words.json");
        let vectors: Vec<(String, Vec<String>)> = serde_json::from_str(vectors).expect("pairs");
        for (text, expected) in vectors {
            let mut found = Vec::new();
            words(&text, &mut |word| found.push(word.to_owned()));
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
