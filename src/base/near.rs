//! "Did you mean": the nearest known word to an unknown one.

/// The known word nearest to `word`, when it is near enough to be a slip of the keys.
///
/// Optimal string alignment distance (a swap of neighbours counts one), at most a third of the word's
/// length, hyphens, underscores and case not counted. The first of equals in the given order wins.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.to_lowercase().replace(['_', '-', ' '], "");
    let wanted = plain(word);
    let limit = (wanted.chars().count() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        let offered = plain(candidate);
        let apart = offered.chars().count().abs_diff(wanted.chars().count());
        if apart > limit {
            continue;
        }
        let distance = strsim::osa_distance(&wanted, &offered);
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let known = ["title", "stages", "levels", "follow_ups"];
        assert_eq!(nearest("titel", known), Some("title"));
        assert_eq!(nearest("followups", known), Some("follow_ups"));
        assert_eq!(nearest("stage", known), Some("stages"));
        assert_eq!(nearest("salary", known), None);
    }
}
