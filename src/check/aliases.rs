//! Former ids of pages: each leads to one page, and to none that is there under its own name.

use std::collections::BTreeMap;

use crate::base::Slug;
use crate::diag::Diagnostic;
use crate::model::{Library, diags};
use crate::syntax::records::Upkeep;

pub(super) fn check(library: &Library, problems: &mut Vec<Diagnostic>) {
    let mut kind = |word: &str, pages: &mut dyn Iterator<Item = (&Slug, &Upkeep)>| {
        let pages: Vec<_> = pages.collect();
        // The pages of a kind are sorted by id.
        let exists = |id: &Slug| pages.binary_search_by(|(page, _)| (*page).cmp(id)).is_ok();
        let mut taken: BTreeMap<&Slug, &Slug> = BTreeMap::new();
        for (page, upkeep) in &pages {
            for alias in &upkeep.aliases {
                if exists(&alias.value) {
                    let why = format!("there is a {word} `{}`", alias.value);
                    problems.push(diags::page_alias_conflict(alias, &why));
                } else if let Some(first) = taken.insert(&alias.value, page) {
                    let why = format!("the {word} `{first}` has it too");
                    problems.push(diags::page_alias_conflict(alias, &why));
                }
            }
        }
    };
    kind("guide", &mut library.guides.iter().map(|page| (&page.id, &page.said.upkeep)));
    kind("role", &mut library.roles.iter().map(|page| (&page.id, &page.said.upkeep)));
    kind("industry", &mut library.industries.iter().map(|page| (&page.id, &page.said.upkeep)));
    kind("message", &mut library.messages.iter().map(|page| (&page.id, &page.said.upkeep)));
    kind("checklist", &mut library.checklists.iter().map(|page| (&page.id, &page.said.upkeep)));
    kind("kit", &mut library.kits.iter().map(|page| (&page.id, &page.said.upkeep)));
}
