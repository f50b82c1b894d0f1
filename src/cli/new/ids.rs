//! Ids for new things: made from their titles, and never one that something has or had. Those of questions are
//! made where `greenroom fix` makes them, in `check`.

use std::collections::BTreeSet;

use crate::base::Slug;
use crate::check::{LENGTHS, free_id};
use crate::model::Library;
use crate::syntax::records::Upkeep;

/// The ids of one kind of thing that are taken.
pub type Taken = BTreeSet<String>;

/// An id for something with a title. `None` when the title has no letter that an id may have.
pub fn of_title(title: &str) -> Option<String> {
    Slug::suggest(title).map(|slug| slug.to_string())
}

/// A check that an id has the form of one and is not taken.
pub fn fresh<'t>(taken: &'t Taken) -> impl Fn(&str) -> Result<String, String> + 't {
    move |id| {
        is_slug(id)?;
        if taken.contains(id) {
            let other = free_id(id, taken);
            return Err(format!("`{id}` is taken, or was once; `{other}` is free"));
        }
        Ok(id.to_owned())
    }
}

/// The same for a question, whose id has limits of its own.
pub fn fresh_question<'t>(taken: &'t Taken) -> impl Fn(&str) -> Result<String, String> + 't {
    move |id| {
        is_slug(id)?;
        is_for_question(id)?;
        fresh(taken)(id)
    }
}

fn is_slug(id: &str) -> Result<(), String> {
    if Slug::new(id).is_ok() {
        return Ok(());
    }
    let near = of_title(id).map_or_else(String::new, |id| format!("; did you mean `{id}`?"));
    Err(format!("an id has small letters, digits and single hyphens between them{near}"))
}

fn is_for_question(id: &str) -> Result<(), String> {
    if LENGTHS.contains(&id.len()) {
        Ok(())
    } else {
        Err(format!("the id of a question has {} to {} characters", LENGTHS.start(), LENGTHS.end()))
    }
}

/// Ids of banks: those there are, and those whose questions lead elsewhere now or were once published.
pub fn of_banks(library: &Library) -> Taken {
    let former = library.questions.iter().flat_map(|question| &question.aliases).map(|name| &name.bank);
    let mut taken: Taken =
        library.banks.iter().map(|bank| &bank.id).chain(former).map(Slug::to_string).collect();
    taken.extend(locked(library).map(|(bank, _)| bank.to_owned()));
    taken
}

fn locked(library: &Library) -> impl Iterator<Item = (&str, &str)> {
    let entries = library.lock.iter().flat_map(|lock| &lock.questions);
    entries.filter_map(|(name, _)| name.as_str().split_once('/'))
}

/// Ids of pages, and their former ones.
pub fn of_pages<'p>(pages: impl Iterator<Item = (&'p Slug, &'p Upkeep)>) -> Taken {
    pages
        .flat_map(|(id, upkeep)| {
            let former = upkeep.aliases.iter().map(|alias| &alias.value);
            std::iter::once(id).chain(former).map(Slug::to_string).collect::<Vec<_>>()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_id_gets_a_number() {
        let taken: Taken = ["way", "way-2"].map(str::to_owned).into();
        assert!(fresh(&taken)("way").is_err_and(|why| why.contains("`way-3` is free")));
        assert!(fresh(&taken)("A Way").is_err_and(|why| why.contains("`a-way`")));
        assert!(fresh_question(&taken)("ab").is_err());
    }
}
