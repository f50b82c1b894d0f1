//! What things are called and say of themselves in the head of a page, and which of them say the same.
//!
//! In: the library and the plan. Out: titles and sentences without markup, and a list of those that more than
//! one page has: such a page says more. Writes no page and knows no template.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::list;
use super::sheet::Material;
use crate::markup;
use crate::model::{
    BankIx, ChecklistIx, IndustryIx, KitIx, Library, MessageIx, PageRef, QuestionIx, RoleIx, Scope,
};
use crate::syntax::document::Document;

/// The longest description that search engines show in full, in characters.
pub const DESCRIPTION: usize = 160;

/// What a thing is called.
pub fn title(library: &Library, of: PageRef) -> Cow<'_, str> {
    let title = match of {
        PageRef::Guide(at) => library[at].title(),
        PageRef::Role(at) => library[at].title(),
        PageRef::Industry(at) => library[at].title(),
        PageRef::Bank(at) => library[at].title(),
        PageRef::Question(at) => return one(library, library[at].said().text.as_ref()),
        PageRef::Message(at) => library[at].title(),
        PageRef::Checklist(at) => library[at].title(),
        PageRef::Kit(at) => library[at].title(),
    };
    Cow::Borrowed(title)
}

/// What a thing says of itself: its summary, else its text; it may say nothing.
pub fn about(library: &Library, of: PageRef) -> Cow<'_, str> {
    let said = match of {
        PageRef::Guide(at) => library[at].said.summary.as_ref().or(Some(&library[at].said.body)),
        PageRef::Role(at) => library[at].said.summary.as_ref(),
        PageRef::Industry(at) => library[at].said.summary.as_ref(),
        PageRef::Bank(at) => library[at].said.summary.as_ref(),
        PageRef::Question(at) => library[at].said().why.as_ref().or(library[at].said().body.as_ref()),
        PageRef::Message(at) => match &library[at].said.summary {
            None => return Cow::Borrowed(library[at].said.body.as_str()),
            summary => summary.as_ref(),
        },
        PageRef::Checklist(at) => library[at].said.summary.as_ref().or(Some(&library[at].said.body)),
        PageRef::Kit(at) => library[at].said.intro.as_ref(),
    };
    one(library, said)
}

/// A document without its markup.
pub fn one<'l>(library: &Library, document: Option<&'l Document>) -> Cow<'l, str> {
    document.map_or(Cow::Borrowed(""), |document| markup::plain(document, library.site.raw_html))
}

/// What a scope is called.
fn scope_title(material: Material<'_>, scope: Scope) -> String {
    crate::plan::called::scope(material.library, &material.theme.phrases, scope)
}

/// Whose bank it is, when it is not everyone's: what tells banks of one title apart.
pub fn scope_of_bank(material: Material<'_>, bank: BankIx) -> Option<String> {
    let scope = material.library[bank].scope;
    (scope != Scope::EVERYONE).then(|| scope_title(material, scope))
}

/// The titles and sentences that more than one page of a site has.
#[derive(Debug)]
pub struct Alike {
    titles: BTreeSet<u64>,
    sentences: BTreeSet<u64>,
}

impl Alike {
    /// Looks at every thing that has a page.
    pub fn of(material: Material<'_>) -> Alike {
        let (library, plan) = (material.library, material.plan);
        let section = |id: &str| super::site::section_title(material, id);
        let (mut titles, mut sentences) = (Vec::new(), Vec::new());
        let mut add = |of: PageRef, under: &str| {
            titles.push(called(&title(library, of), under));
            sentences.push(sentence(&about(library, of)));
        };
        for at in (0..library.questions.len()).map(QuestionIx::new).filter(|at| library.is_published(*at)) {
            add(PageRef::Question(at), library[library[at].bank].title());
        }
        for at in (0..library.banks.len()).map(BankIx::new) {
            add(PageRef::Bank(at), &scope_of_bank(material, at).unwrap_or_else(|| section("questions")));
        }
        plan.guides.iter().for_each(|at| add(PageRef::Guide(*at), &section("guides")));
        let each = |count: usize, of: fn(usize) -> PageRef| (0..count).map(of).collect::<Vec<_>>();
        for (id, all) in [
            ("roles", each(library.roles.len(), |at| PageRef::Role(RoleIx::new(at)))),
            ("industries", each(library.industries.len(), |at| PageRef::Industry(IndustryIx::new(at)))),
            ("messages", each(library.messages.len(), |at| PageRef::Message(MessageIx::new(at)))),
            ("checklists", each(library.checklists.len(), |at| PageRef::Checklist(ChecklistIx::new(at)))),
            ("kits", each(library.kits.len(), |at| PageRef::Kit(KitIx::new(at)))),
        ] {
            let section = section(id);
            all.into_iter().for_each(|of| add(of, &section));
        }
        for scope in library.composed.iter().map(|composed| composed.scope) {
            if let (Some(role), Some(_)) = (scope.role, scope.industry) {
                titles.push(called(&scope_title(material, scope), library[role].title()));
            }
        }
        for listing in &plan.listings {
            let word = library.vocabulary.word(listing.facet.list(), listing.word);
            titles.push(called(&list::called(material, listing), &section("questions")));
            sentences.push(sentence(&one(library, word.help.as_ref())));
        }
        sentences.push(sentence(&library.site.tagline));
        Alike { titles: repeated(titles), sentences: repeated(sentences) }
    }

    /// Whether another page of the same place is called so too.
    pub fn title(&self, title: &str, under: &str) -> bool {
        self.titles.contains(&called(title, under))
    }

    /// Whether another page says the same as far as a description goes.
    pub fn sentence(&self, text: &str) -> bool {
        self.sentences.contains(&sentence(text))
    }
}

fn called(title: &str, under: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (title, under).hash(&mut hasher);
    hasher.finish()
}

/// The words that a description shows.
fn sentence(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        length += word.chars().count() + 1;
        if length >= DESCRIPTION {
            break;
        }
        word.hash(&mut hasher);
    }
    hasher.finish()
}

fn repeated(mut all: Vec<u64>) -> BTreeSet<u64> {
    all.sort_unstable();
    all.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect()
}
