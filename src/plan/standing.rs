//! Pages that no author writes: how to practice, what to take along, privacy, accessibility.
//!
//! In: the library and the questions in lists. Out: the standing pages this site has. One without content that it
//! could lead to is not made; where a site's own `static/` has the address, that page takes its place.

use super::{Recipe, routes};
use crate::base::{OutPath, SourcePath};
use crate::model::{Direction, Library, QuestionIx};

/// A page that the program has the words for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Standing {
    /// How to practice with the questions.
    Practice,
    /// What to take along and keep.
    MyPrep,
    /// Choosing questions for one conversation.
    Kit,
    /// The messages in the order one needs them.
    Outreach,
    /// A sheet for keeping track of people.
    Contacts,
    /// What the site keeps and sends.
    Privacy,
    /// The accessibility statement.
    Accessibility,
}

impl Standing {
    /// All of them; a hub stands behind what it leads to.
    pub const ALL: [Standing; 7] = [
        Standing::Practice,
        Standing::Kit,
        Standing::Outreach,
        Standing::Contacts,
        Standing::MyPrep,
        Standing::Privacy,
        Standing::Accessibility,
    ];

    /// Its address: one word.
    pub fn word(self) -> &'static str {
        match self {
            Standing::Practice => "practice",
            Standing::MyPrep => "my-prep",
            Standing::Kit => "kit",
            Standing::Outreach => "outreach",
            Standing::Contacts => "contacts",
            Standing::Privacy => "privacy",
            Standing::Accessibility => "accessibility",
        }
    }

    /// The template that makes it.
    pub fn template(self) -> &'static str {
        match self {
            Standing::Practice => "practice.html",
            Standing::MyPrep => "my-prep.html",
            Standing::Kit => "kit-builder.html",
            Standing::Outreach => "outreach.html",
            Standing::Contacts => "contacts.html",
            Standing::Privacy => "privacy.html",
            Standing::Accessibility => "accessibility.html",
        }
    }

    /// Its page.
    pub fn path(self) -> OutPath {
        routes::section(self.word())
    }

    /// Whether the site has its own page at the address.
    fn is_replaced(self, library: &Library) -> bool {
        SourcePath::new(&format!("static/{}/index.html", self.word()))
            .is_some_and(|own| library.files.contains(&own))
    }

    /// Whether there is anything to show or to lead to; `before` are the pages already found to be of use.
    fn is_of_use(self, library: &Library, questions: &[QuestionIx], before: &[Standing]) -> bool {
        let asks = |ix: &QuestionIx| library[*ix].direction == Direction::YouAsk;
        match self {
            Standing::Practice => !questions.is_empty(),
            Standing::Kit => {
                let role = |page: &&crate::model::Composed| page.scope.role.is_some();
                !library.kits.is_empty()
                    || library.composed.iter().filter(role).any(|page| !page.items.is_empty())
            }
            Standing::Outreach => !library.messages.is_empty(),
            Standing::Contacts => !library.messages.is_empty() || questions.iter().any(asks),
            Standing::MyPrep => {
                let hub = [Standing::Kit, Standing::Outreach, Standing::Contacts];
                !library.checklists.is_empty() || hub.iter().any(|page| before.contains(page))
            }
            Standing::Privacy | Standing::Accessibility => true,
        }
    }
}

/// The standing pages of a site, and the outputs of those that the site does not have as files of its own.
pub(super) fn standing(
    library: &Library,
    questions: &[QuestionIx],
) -> (Vec<Standing>, Vec<(OutPath, Recipe)>) {
    let (mut pages, mut outputs) = (Vec::new(), Vec::new());
    for page in Standing::ALL {
        if page.is_replaced(library) {
            pages.push(page);
        } else if page.is_of_use(library, questions, &pages) {
            pages.push(page);
            outputs.push((page.path(), Recipe::Standing(page)));
        }
    }
    (pages, outputs)
}
