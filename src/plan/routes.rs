//! Addresses: where everything has its page.
//!
//! Made of ids alone, never of a position or a wording.

use super::Facet;
use crate::base::{OutPath, Slug};
use crate::model::{Library, PageIx, PageRef, QuestionName, Scope};

/// The page of each thing of a library.
#[derive(Debug)]
pub struct Routes {
    guides: Vec<OutPath>,
    roles: Vec<OutPath>,
    industries: Vec<OutPath>,
    banks: Vec<OutPath>,
    questions: Vec<OutPath>,
    messages: Vec<OutPath>,
    checklists: Vec<OutPath>,
    kits: Vec<OutPath>,
    composed: Vec<OutPath>,
}

impl Routes {
    pub(super) fn new(library: &Library) -> Routes {
        Routes {
            guides: library.guides.iter().map(|guide| thing("guides", &guide.id)).collect(),
            roles: library.roles.iter().map(|role| thing("roles", &role.id)).collect(),
            industries: library.industries.iter().map(|industry| thing("industries", &industry.id)).collect(),
            banks: library.banks.iter().map(|bank| thing("questions", &bank.id)).collect(),
            questions: library.questions.iter().map(|item| question(&item.name)).collect(),
            messages: library.messages.iter().map(|message| thing("messages", &message.id)).collect(),
            checklists: library.checklists.iter().map(|list| thing("checklists", &list.id)).collect(),
            kits: library.kits.iter().map(|kit| thing("kits", &kit.id)).collect(),
            composed: library.composed.iter().map(|page| composed(library, page.scope)).collect(),
        }
    }

    /// The first page of a thing.
    pub fn page(&self, of: PageRef) -> &OutPath {
        match of {
            PageRef::Guide(at) => &self.guides[at.at()],
            PageRef::Role(at) => &self.roles[at.at()],
            PageRef::Industry(at) => &self.industries[at.at()],
            PageRef::Bank(at) => &self.banks[at.at()],
            PageRef::Question(at) => &self.questions[at.at()],
            PageRef::Message(at) => &self.messages[at.at()],
            PageRef::Checklist(at) => &self.checklists[at.at()],
            PageRef::Kit(at) => &self.kits[at.at()],
        }
    }

    /// The first page of a scope.
    pub fn composed(&self, page: PageIx) -> &OutPath {
        &self.composed[page.at()]
    }
}

/// `index.html` and the like: a path written in this program.
pub(super) fn file(path: &str) -> OutPath {
    OutPath::new(path).expect("paths of this program and of slugs can be published")
}

/// The index of a section: `guides/index.html`.
pub fn section(name: &str) -> OutPath {
    file(&format!("{name}/index.html"))
}

/// The page of something in a section: `guides/thank-you/index.html`.
pub(super) fn thing(section: &'static str, id: &Slug) -> OutPath {
    OutPath::page(section, &[id])
}

/// `questions/<bank>/<id>/index.html`.
pub(super) fn question(name: &QuestionName) -> OutPath {
    OutPath::page("questions", &[&name.bank, &name.id])
}

/// `questions/<facet>/<value>/index.html`.
pub(super) fn facet(facet: Facet, value: &Slug) -> OutPath {
    file(&format!("questions/{}/{value}/index.html", facet.word()))
}

/// Page `page` of a list whose first page is `first`.
pub fn numbered(first: &OutPath, page: usize) -> OutPath {
    if page == 1 {
        return first.clone();
    }
    let folder = first.as_str().trim_end_matches("index.html");
    file(&format!("{folder}page/{page}/index.html"))
}

/// The page of a scope: `roles/nurse/`, `industries/hospitals/`, `roles/nurse/in-hospitals/`.
fn composed(library: &Library, scope: Scope) -> OutPath {
    match (scope.role, scope.industry) {
        (Some(role), Some(industry)) => {
            file(&format!("roles/{}/in-{}/index.html", library[role].id, library[industry].id))
        }
        (Some(role), None) => thing("roles", &library[role].id),
        (None, Some(industry)) => thing("industries", &library[industry].id),
        // Everyone's page is the list of all questions; it is never composed.
        (None, None) => section("questions"),
    }
}

/// The data of a scope: the same words as its page.
pub(super) fn data(library: &Library, scope: Scope) -> OutPath {
    let page = composed(library, scope);
    let folder = page.as_str().trim_end_matches("/index.html");
    file(&format!("data/v1/{folder}.json"))
}

impl Routes {
    /// The data file of a scope.
    pub fn data(library: &Library, scope: Scope) -> OutPath {
        data(library, scope)
    }

    /// The data file of a bank.
    pub fn bank_data(bank: &Slug) -> OutPath {
        file(&format!("data/v1/banks/{bank}.json"))
    }

    /// Page `page` of a list.
    pub fn numbered(first: &OutPath, page: usize) -> OutPath {
        numbered(first, page)
    }

    /// The first page of the list of which this is a later page.
    pub fn first(page: &OutPath) -> Option<OutPath> {
        let (list, number) = page.as_str().strip_suffix("/index.html")?.rsplit_once("/page/")?;
        number.parse::<usize>().ok()?;
        Some(file(&format!("{list}/index.html")))
    }

    /// The index of a section.
    pub fn section(name: &str) -> OutPath {
        section(name)
    }

    /// A file at the root of the site.
    pub fn root_file(name: &'static str) -> OutPath {
        file(name)
    }
}
