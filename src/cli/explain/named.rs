//! What names a thing: links and embeds in any text, lists of ids in any record, former ids.

use super::account::Entry;
use super::survey::{Survey, thing};
use crate::base::{Slug, SourcePath, Span};
use crate::model::{KitIx, PageRef, QuestionIx, QuestionName, RoleIx, Target};
use crate::syntax::document::Destination;
use crate::syntax::records::Upkeep;
use crate::syntax::{At, Text};

/// Everything that names a thing, in the order of files and lines.
pub fn of(survey: &Survey<'_>, page: PageRef) -> Vec<Entry> {
    let mut named = Named { survey, page, found: Vec::new() };
    named.texts();
    match page {
        PageRef::Question(ix) => named.question(ix),
        PageRef::Bank(ix) => named.bank(&survey.library[ix].id),
        PageRef::Role(ix) => named.role(ix),
        PageRef::Industry(ix) => named.industry(ix),
        PageRef::Guide(_) | PageRef::Message(_) | PageRef::Checklist(_) | PageRef::Kit(_) => {}
    }
    named.former();
    let mut found = named.found;
    found.sort_by_key(|entry| entry.at.as_ref().map(|at| (at.file.clone(), at.line, at.column)));
    found
}

struct Named<'s, 'b> {
    survey: &'s Survey<'b>,
    page: PageRef,
    found: Vec<Entry>,
}

impl Named<'_, '_> {
    /// Notes that something says the name at a place.
    fn add(&mut self, by: String, why: &str, span: Span) {
        self.found.push(Entry::new(by, why).at(self.survey.spot(span)));
    }

    /// The thing that a file holds: `guide the-day-before`.
    fn owner(&self, path: &SourcePath) -> String {
        match self.survey.library.page_of(path) {
            Some(page) => {
                let thing = thing(self.survey.library, page);
                format!("{} {}", thing.what, thing.id)
            }
            None => path.to_string(),
        }
    }

    /// Links and embeds.
    fn texts(&mut self) {
        let library = self.survey.library;
        let page = self.page;
        for (path, document) in library.all_documents() {
            for link in document.links().iter().filter(|link| link.kind == Destination::Relative) {
                let target = library.target(path, &link.destination);
                if matches!(target, Ok(Target::Page(to, _) | Target::Draft(to)) if to == page) {
                    self.add(self.owner(path), "links to it", link.span);
                }
            }
            for embed in document.embeds().iter().filter(|embed| library.embedded(embed) == Some(page)) {
                self.add(self.owner(path), "embeds it", embed.span);
            }
        }
    }

    fn question(&mut self, ix: QuestionIx) {
        let library = self.survey.library;
        let is_it = |text: &Text, bank: &Slug| {
            QuestionName::parse(text.as_str(), bank).and_then(|name| library.question(&name)) == Some(ix)
        };
        for question in library.questions.iter() {
            let (said, bank) = (question.said(), &library[question.bank].id);
            let related = said.related.iter().flatten().map(|text| (text, "related"));
            let replaced = said.replaced_by.iter().map(|text| (text, "replaced_by"));
            for (text, why) in related.chain(replaced).filter(|(text, _)| is_it(text, bank)) {
                self.add(format!("question {}", question.name), why, text.span());
            }
        }
        for bank in &library.banks {
            for adapt in bank.said.adapts.iter().filter(|adapt| is_it(&adapt.question, &bank.id)) {
                self.add(format!("bank {}", bank.id), "adapts it", adapt.question.span());
            }
            for text in bank.said.hide.iter().filter(|text| is_it(text, &bank.id)) {
                self.add(format!("bank {}", bank.id), "hides it", text.span());
            }
        }
        for (at, kit) in library.kits.iter().enumerate().filter(|(_, kit)| kit.questions.contains(&ix)) {
            let by_name = kit.said.picks.iter().filter_map(|pick| pick.question.as_ref());
            let by = format!("kit {}", library[KitIx::new(at)].id);
            match by_name.into_iter().find(|text| is_it(text, &kit.id)) {
                Some(text) => self.add(by, "picks it", text.span()),
                None => {
                    let entry = Entry::new(by, "a rule draws it").at(Some(self.survey.file(&kit.path)));
                    self.found.push(entry);
                }
            }
        }
    }

    fn bank(&mut self, id: &Slug) {
        for kit in &self.survey.library.kits {
            for bank in kit.said.picks.iter().filter_map(|pick| pick.bank.as_ref()) {
                if bank.value == *id {
                    self.add(format!("kit {}", kit.id), "draws from it", bank.span);
                }
            }
        }
    }

    fn role(&mut self, ix: RoleIx) {
        let library = self.survey.library;
        let id = &library[ix].id;
        let families = library.roles.iter().filter_map(|role| Some((&role.id, role.said.family.as_ref()?)));
        for (role, family) in families.filter(|(_, family)| family.value == *id) {
            self.add(format!("role {role}"), "family", family.span);
        }
        for guide in &library.guides {
            self.ids(&format!("guide {}", guide.id), "roles", &guide.said.roles, id);
        }
        for question in library.questions.iter() {
            let roles = question.said().roles.as_deref().unwrap_or_default();
            self.ids(&format!("question {}", question.name), "roles", roles, id);
        }
    }

    fn industry(&mut self, ix: crate::model::IndustryIx) {
        let library = self.survey.library;
        let id = &library[ix].id;
        let parents = library.industries.iter();
        let parents = parents.filter_map(|industry| Some((&industry.id, industry.said.parent.as_ref()?)));
        for (industry, parent) in parents.filter(|(_, parent)| parent.value == *id) {
            self.add(format!("industry {industry}"), "parent", parent.span);
        }
        for role in &library.roles {
            self.ids(&format!("role {}", role.id), "industries", &role.said.industries, id);
        }
        for guide in &library.guides {
            self.ids(&format!("guide {}", guide.id), "industries", &guide.said.industries, id);
        }
        for question in library.questions.iter() {
            let industries = question.said().industries.as_deref().unwrap_or_default();
            self.ids(&format!("question {}", question.name), "industries", industries, id);
        }
    }

    fn ids(&mut self, by: &str, key: &str, names: &[At<Slug>], id: &Slug) {
        for name in names.iter().filter(|name| name.value == *id) {
            self.add(by.to_owned(), key, name.span);
        }
    }

    /// Former ids of the thing: their addresses lead to it.
    fn former(&mut self) {
        let library = self.survey.library;
        let aliases: Vec<(String, Span)> = match self.page {
            PageRef::Question(ix) => {
                let aliases = library[ix].said().aliases.iter().flatten();
                aliases.map(|alias| (alias.as_str().to_owned(), alias.span())).collect()
            }
            page => {
                let aliases = upkeep(self.survey, page).map_or(&[][..], |upkeep| &upkeep.aliases);
                aliases.iter().map(|alias| (alias.value.to_string(), alias.span)).collect()
            }
        };
        for (alias, span) in aliases {
            self.add(alias, "a former id that leads here", span);
        }
    }
}

/// What most things share; questions and banks have it otherwise.
fn upkeep<'s>(survey: &Survey<'s>, page: PageRef) -> Option<&'s Upkeep> {
    let library = survey.library;
    match page {
        PageRef::Guide(ix) => Some(&library[ix].said.upkeep),
        PageRef::Role(ix) => Some(&library[ix].said.upkeep),
        PageRef::Industry(ix) => Some(&library[ix].said.upkeep),
        PageRef::Message(ix) => Some(&library[ix].said.upkeep),
        PageRef::Checklist(ix) => Some(&library[ix].said.upkeep),
        PageRef::Kit(ix) => Some(&library[ix].said.upkeep),
        PageRef::Bank(_) | PageRef::Question(_) => None,
    }
}
