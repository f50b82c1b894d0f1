//! "Did you mean": the nearest known word to an unknown one.

/// The known word nearest to `word`, when it is near enough to be a slip of the keys.
///
/// Optimal string alignment distance (a swap of neighbours counts one), at most a third of the word's
/// length, hyphens, underscores and case not counted. The first of equals in the given order wins.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // The first of equals wins, so the order stays as it was given.
    near(word, known).min_by_key(|(distance, _)| *distance).map(|(_, word)| word)
}

/// The known word near `word` in the sense of [`nearest`], when there is only one: then it can be written
/// without asking.
pub fn only_near<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut found = near(word, known).map(|(_, word)| word);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// The known words near `word`, each with its distance.
fn near<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> impl Iterator<Item = (usize, &'a str)> {
    let plain = |text: &str| text.to_lowercase().replace(['_', '-', ' '], "");
    let wanted = plain(word);
    let length = wanted.chars().count();
    let limit = (length / 3).max(1);
    known.into_iter().filter_map(move |candidate| {
        let offered = plain(candidate);
        if offered.chars().count().abs_diff(length) > limit {
            return None;
        }
        let distance = strsim::osa_distance(&wanted, &offered);
        (distance <= limit).then_some((distance, candidate))
    })
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

    #[test]
    fn only_a_word_without_rivals_is_sure() {
        assert_eq!(only_near("titel", ["title", "stages"]), Some("title"));
        assert_eq!(only_near("titel", ["title", "title"]), Some("title"));
        assert_eq!(only_near("staged", ["stages", "stage"]), None);
        assert_eq!(nearest("staged", ["stages", "stage"]), Some("stages"));
        assert_eq!(only_near("salary", ["title"]), None);
    }
}
