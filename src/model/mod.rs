//! The library: everything the sources say, with every name resolved.
//!
//! Made by [`link()`] from parsed files; immutable from then on. Holds no HTML, no URL and no template value,
//! and is not `Serialize`: what the outside sees is decided in `view` and `export`.

mod banked;
mod compose;
pub(crate) mod diags;
mod ids;
mod incomplete;
mod kits;
mod link;
mod places;
mod questions;
mod scope;
mod site;
mod target;
mod things;
mod vocabulary;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Index;
use std::sync::Arc;

use crate::base::{ContentHash, Date, Slug, SourcePath};
use crate::diag::Levels;
use crate::syntax::records;

pub use banked::Questions;
pub use compose::{Composed, Item};
pub use ids::{
    BankIx, ChecklistIx, GuideIx, IndustryIx, KitIx, MessageIx, PageIx, PageRef, QuestionIx, QuestionName,
    RoleIx, WordIx,
};
pub use incomplete::Incomplete;
pub use link::link;
pub use scope::Scope;
pub use site::Site;
pub use target::{Broken, Target};
pub use things::{
    Bank, Checklist, Direction, Guide, Industry, Kit, Message, Priority, Question, Role, Status,
};
pub use vocabulary::{List, Vocabulary, Word};

/// What a build was asked for beyond its sources.
#[derive(Clone, PartialEq, Eq, Default, Hash, Debug)]
pub struct Options {
    /// Whether drafts are shown.
    pub drafts: bool,
    /// An address that replaces `base_url`.
    pub base_url: Option<String>,
    /// The day it is, for checks on reviews; without it nothing is stale. Never reaches an output.
    pub today: Option<Date>,
}

/// Everything, resolved. Lists are sorted by id; questions by bank, then in the author's order.
#[derive(Debug)]
pub struct Library {
    /// The hash of all that linking and planning depend on: all but places in files and the words of texts.
    pub shape: ContentHash,
    /// The site.
    pub site: Site,
    /// What the build was asked for.
    pub options: Options,
    /// What the site makes of each check.
    pub levels: Levels,
    /// The words.
    pub vocabulary: Vocabulary,
    /// Roles.
    pub roles: Vec<Role>,
    /// Industries.
    pub industries: Vec<Industry>,
    /// Banks.
    pub banks: Vec<Bank>,
    /// Questions.
    pub questions: Questions,
    /// Guides.
    pub guides: Vec<Guide>,
    /// Messages.
    pub messages: Vec<Message>,
    /// Checklists.
    pub checklists: Vec<Checklist>,
    /// Kits.
    pub kits: Vec<Kit>,
    /// What each page of a role, an industry or a role in an industry shows.
    pub composed: Arc<Vec<Composed>>,
    /// Files that content may link to: media beside it and everything in `static/`.
    pub files: BTreeSet<SourcePath>,
    /// What `greenroom.lock` says, if there is one.
    pub lock: Option<Arc<records::lock::Lock>>,
    adapted: Arc<compose::Adapted>,
    /// What may be missing from all this, for reasons that were reported.
    pub incomplete: Incomplete,
    by_name: Arc<questions::Names>,
    by_path: BTreeMap<SourcePath, PageRef>,
    pageless: BTreeSet<SourcePath>,
    /// Whether every question, kit and composed page is linked as its author wrote it.
    sound: bool,
}

macro_rules! lists {
    ($($place:ident $list:ident $item:ident;)*) => {
        $(impl Index<$place> for Library {
            type Output = $item;
            fn index(&self, place: $place) -> &$item {
                &self.$list[place.at()]
            }
        })*
    };
}

lists! {
    RoleIx roles Role;
    IndustryIx industries Industry;
    BankIx banks Bank;
    QuestionIx questions Question;
    GuideIx guides Guide;
    MessageIx messages Message;
    ChecklistIx checklists Checklist;
    KitIx kits Kit;
    PageIx composed Composed;
}

impl Library {
    /// The question of this name.
    pub fn question(&self, name: &QuestionName) -> Option<QuestionIx> {
        self.named(name.bank.as_str(), name.id.as_str())
    }

    /// The question of this bank and id.
    pub fn named(&self, bank: &str, id: &str) -> Option<QuestionIx> {
        self.by_name.get(bank)?.get(id).copied()
    }

    /// The questions of a bank.
    pub fn questions_of(&self, bank: &Bank) -> impl Iterator<Item = &Question> {
        bank.questions.iter().map(|question| &self[*question])
    }

    /// Every adaptation: the question, and the bank and place of each that adapts it.
    pub fn adaptations(&self) -> impl Iterator<Item = (QuestionIx, (BankIx, usize))> {
        self.adapted.iter().flat_map(|(question, adapts)| adapts.iter().map(|adapt| (*question, *adapt)))
    }

    /// What adapts a question anywhere: banks and places in their adaptations.
    pub fn adapted(&self, question: QuestionIx) -> &[(BankIx, usize)] {
        self.adapted.get(&question).map_or(&[], Vec::as_slice)
    }

    /// What a scope is called: "Registered nurse in Hospitals".
    pub fn scope_title(&self, scope: Scope) -> String {
        match (scope.role, scope.industry) {
            (None, None) => "Everyone".to_owned(),
            (Some(role), None) => self[role].title().to_owned(),
            (None, Some(industry)) => self[industry].title().to_owned(),
            (Some(role), Some(industry)) => format!("{} in {}", self[role].title(), self[industry].title()),
        }
    }

    /// Whether every question, kit and composed page is linked as its author wrote it.
    pub fn is_sound(&self) -> bool {
        self.sound
    }

    /// Whether a question has a page.
    pub fn is_published(&self, question: QuestionIx) -> bool {
        self.options.drafts || self[question].status != Status::Draft
    }

    /// Whether a question stands in lists.
    pub fn is_listed(&self, question: QuestionIx) -> bool {
        self.is_published(question) && self[question].status != Status::Retired
    }

    /// Whether a review of that day holds no longer; without a day to compare with, every one holds.
    pub fn is_overdue(&self, reviewed: Date) -> bool {
        self.options.today.is_some_and(|today| reviewed.plus_months(self.site.review_every) < today)
    }

    /// The questions that stand in lists.
    pub fn listed(&self) -> impl Iterator<Item = QuestionIx> + '_ {
        (0..self.questions.len()).map(QuestionIx::new).filter(|question| self.is_listed(*question))
    }

    /// Whether a guide has a page.
    pub fn is_guide_published(&self, guide: GuideIx) -> bool {
        self.options.drafts || !self[guide].is_draft()
    }

    /// The published guides: by phase in the order of the process, then the author's order, then title.
    pub fn ordered_guides(&self) -> Vec<GuideIx> {
        let mut guides: Vec<GuideIx> = (0..self.guides.len())
            .map(GuideIx::new)
            .filter(|guide| self.is_guide_published(*guide))
            .collect();
        guides.sort_by_key(|guide| {
            let guide = &self[*guide];
            let phase = guide.said.phase.map(|phase| phase.value);
            let place = phase.and_then(|phase| records::guide::PHASES.iter().position(|word| *word == phase));
            (
                place.unwrap_or(usize::MAX),
                guide.said.order.map_or(u32::MAX, |order| order.value),
                guide.title().to_owned(),
                guide.id.clone(),
            )
        });
        guides
    }

    /// Finds a list item by its id.
    pub fn find<T>(list: &[T], id: &str, of: impl Fn(&T) -> &Slug) -> Option<usize> {
        list.binary_search_by(|item| of(item).as_str().cmp(id)).ok()
    }

    /// The composed page of a scope, if it has one.
    pub fn page(&self, scope: Scope) -> Option<PageIx> {
        self.composed.binary_search_by_key(&scope, |page| page.scope).ok().map(PageIx::new)
    }
}
