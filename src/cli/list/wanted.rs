//! What passes the filters of `list`: every name looked up once, then one question after another asked.

use std::collections::BTreeSet;

use super::What;
use super::filters::{Asked, Filters, misfits};
use crate::base::{Date, Slug};
use crate::model::{
    Bank, Direction, Guide, IndustryIx, Library, List, Priority, QuestionIx, Role, RoleIx, Scope, Status,
    WordIx,
};
use crate::syntax::At;

/// The filters with every name found; an empty list lets everything pass.
pub struct Wanted<'l> {
    /// What is listed.
    pub what: What,
    library: &'l Library,
    places: Vec<Place>,
    words: Vec<(List, Vec<WordIx>)>,
    tags: Vec<&'l str>,
    directions: Vec<Direction>,
    banks: Vec<usize>,
    priorities: Vec<Priority>,
    status: Vec<Status>,
    stale: bool,
    search: Vec<String>,
}

/// A role, an industry or both, and the questions that its page leaves out.
struct Place {
    scope: Scope,
    around: Vec<Scope>,
    hidden: BTreeSet<QuestionIx>,
}

impl<'l> Wanted<'l> {
    /// Checks the filters; each mistake is a message with the way out.
    pub fn new(library: &'l Library, what: What, filters: &Filters) -> Result<Wanted<'l>, Vec<String>> {
        let mut asked = Asked { mistakes: misfits(what, filters) };
        let roles = asked.all("role", &filters.role, numbered(&library.roles, |role| &role.id));
        let roles = roles.into_iter().map(RoleIx::new).collect();
        let known = numbered(&library.industries, |industry| &industry.id);
        let industries = asked.all("industry", &filters.industry, known);
        let industries = industries.into_iter().map(IndustryIx::new).collect();
        let banks = asked.all("bank", &filters.bank, numbered(&library.banks, |bank| &bank.id));
        let facets = [
            (List::Kind, &filters.kind),
            (List::Competency, &filters.competency),
            (List::Topic, &filters.topic),
            (List::Stage, &filters.stage),
            (List::Level, &filters.level),
        ];
        let words = facets.map(|(list, names)| {
            let known = numbered(library.vocabulary.words(list), |word| &word.id);
            let found = asked.all(list.word(), names, known);
            (list, found.into_iter().map(WordIx::new).collect::<Vec<WordIx>>())
        });
        let tags = library.questions.iter().flat_map(|question| question.said().tags.iter().flatten());
        let used: BTreeSet<&str> = tags.map(|tag| tag.value.as_str()).collect();
        let tags = asked.all("tag", &filters.tag, used.iter().map(|tag| (*tag, *tag)));
        let known = [Direction::YouAsk, Direction::YouAnswer].map(|one| (one.word(), one));
        let directions = asked.all("direction", &filters.direction, known.into_iter());
        let known = [Priority::Must, Priority::Should, Priority::Nice].map(|one| (one.word(), one));
        let priorities = asked.all("priority", &filters.priority, known.into_iter());
        let status = asked.all("status", &filters.status, STATUSES.into_iter());
        if !asked.mistakes.is_empty() {
            return Err(asked.mistakes);
        }
        Ok(Wanted {
            what,
            library,
            places: places(library, roles, industries),
            words: words.into_iter().filter(|(_, words)| !words.is_empty()).collect(),
            tags,
            directions,
            banks,
            priorities,
            status: if status.is_empty() { vec![Status::Ready] } else { status.concat() },
            stale: filters.stale,
            search: filters
                .search
                .iter()
                .flat_map(|text| text.split_whitespace())
                .map(str::to_lowercase)
                .collect(),
        })
    }

    /// The questions that pass, in the order of the library.
    pub fn questions(&self) -> impl Iterator<Item = QuestionIx> + '_ {
        self.of_any_status().filter(|ix| self.status.contains(&self.library[*ix].status))
    }

    /// How many questions or guides pass every filter but that of status.
    pub fn left_out(&self, library: &Library) -> usize {
        if self.status != [Status::Ready] {
            return 0;
        }
        match self.what {
            What::Questions => self.of_any_status().count() - self.questions().count(),
            What::Guides => {
                let guides = || library.guides.iter().filter(|guide| self.guide_of_any_status(guide));
                guides().count() - guides().filter(|guide| self.guide(guide)).count()
            }
            _ => 0,
        }
    }

    fn of_any_status(&self) -> impl Iterator<Item = QuestionIx> + '_ {
        (0..self.library.questions.len()).map(QuestionIx::new).filter(|ix| self.question(*ix))
    }

    fn question(&self, ix: QuestionIx) -> bool {
        let question = &self.library[ix];
        let said = question.said();
        let has_word = |(list, wanted): &(List, Vec<WordIx>)| {
            question.words(*list).iter().any(|word| wanted.contains(word))
        };
        let tag = |tag: &At<Slug>| self.tags.contains(&tag.value.as_str());
        self.in_place(ix)
            && self.words.iter().all(has_word)
            && (self.tags.is_empty() || said.tags.iter().flatten().any(tag))
            && any(&self.directions, &question.direction)
            && any(&self.banks, &question.bank.at())
            && any(&self.priorities, &question.priority)
            && (!self.stale || question.status == Status::Ready && self.is_stale(said.reviewed))
            && self.says(&[&question.name.full(), question.text()])
    }

    /// Whether the page of a wanted role or industry shows the question, or would if it were ready.
    fn in_place(&self, ix: QuestionIx) -> bool {
        let scopes = &self.library[ix].scopes;
        let shows = |place: &Place| {
            scopes.iter().any(|scope| place.around.contains(scope)) && !place.hidden.contains(&ix)
        };
        self.places.is_empty() || self.places.iter().any(shows)
    }

    /// Whether a bank passes.
    pub fn bank(&self, bank: &Bank) -> bool {
        let here = self.places.iter().any(|place| place.around.contains(&bank.scope));
        (self.places.is_empty() || here)
            && any(&self.directions, &bank.direction)
            && self.says(&[bank.id.as_str(), bank.title()])
    }

    /// Whether a guide passes.
    pub fn guide(&self, guide: &Guide) -> bool {
        let status = if guide.is_draft() { Status::Draft } else { Status::Ready };
        self.status.contains(&status) && self.guide_of_any_status(guide)
    }

    fn guide_of_any_status(&self, guide: &Guide) -> bool {
        let about = |place: &Place| {
            place.scope.role.is_some_and(|role| guide.roles.contains(&role))
                || place.scope.industry.is_some_and(|industry| guide.industries.contains(&industry))
        };
        (self.places.is_empty() || self.places.iter().any(about))
            && (!self.stale || !guide.is_draft() && self.is_stale(guide.said.upkeep.reviewed))
            && self.says(&[guide.id.as_str(), guide.title()])
    }

    /// Whether a role passes.
    pub fn role(&self, ix: RoleIx) -> bool {
        let role: &Role = &self.library[ix];
        let within = |place: &Place| {
            self.library.page(Scope { role: Some(ix), industry: place.scope.industry }).is_some()
        };
        let has_word = |(list, wanted): &(List, Vec<WordIx>)| {
            let own = if *list == List::Stage { &role.stages } else { &role.competencies };
            own.iter().any(|word| wanted.contains(word))
        };
        (self.places.is_empty() || self.places.iter().any(within))
            && self.words.iter().all(has_word)
            && self.page(role.id.as_str(), role.title(), role.said.upkeep.reviewed)
    }

    /// Whether a page that only its review and its words are asked about passes.
    pub fn page(&self, id: &str, title: &str, reviewed: Option<At<Date>>) -> bool {
        (!self.stale || self.is_stale(reviewed)) && self.says(&[id, title])
    }

    /// Whether a word of the vocabulary passes.
    pub fn word(&self, word: &crate::model::Word) -> bool {
        (self.directions.is_empty() || word.direction.is_some_and(|own| self.directions.contains(&own)))
            && self.says(&[word.id.as_str(), &word.label])
    }

    /// Whether a review is overdue: the rule of the check `stale`.
    pub fn is_stale(&self, reviewed: Option<At<Date>>) -> bool {
        reviewed.is_some_and(|reviewed| self.library.is_overdue(reviewed.value))
    }

    fn says(&self, texts: &[&str]) -> bool {
        let text = texts.join("\n").to_lowercase();
        self.search.iter().all(|word| text.contains(word))
    }
}

fn any<T: PartialEq>(wanted: &[T], own: &T) -> bool {
    wanted.is_empty() || wanted.contains(own)
}

/// The words of `--status`; without it only what is ready is listed.
const STATUSES: [(&str, &[Status]); 4] = [
    ("draft", &[Status::Draft]),
    ("ready", &[Status::Ready]),
    ("retired", &[Status::Retired]),
    ("all", &[Status::Draft, Status::Ready, Status::Retired]),
];

/// The ids of things, each with its place among them.
fn numbered<T>(things: &[T], id: fn(&T) -> &Slug) -> impl Iterator<Item = (&str, usize)> + Clone {
    things.iter().enumerate().map(move |(at, thing)| (id(thing).as_str(), at))
}

/// Each role in each industry; one of them alone when the other is not asked for.
fn places(library: &Library, roles: Vec<RoleIx>, industries: Vec<IndustryIx>) -> Vec<Place> {
    let industries = or_none(industries);
    let scopes = or_none(roles)
        .into_iter()
        .flat_map(|role| industries.iter().map(move |industry| Scope { role, industry: *industry }));
    scopes.filter(|scope| *scope != Scope::EVERYONE).map(|scope| place(library, scope)).collect()
}

fn or_none<T>(list: Vec<T>) -> Vec<Option<T>> {
    if list.is_empty() { vec![None] } else { list.into_iter().map(Some).collect() }
}

fn place(library: &Library, scope: Scope) -> Place {
    let around = library.around(scope);
    let here = library.hides().filter(|(_, bank, _)| around.contains(&library[*bank].scope));
    let hidden = here.map(|(question, _, _)| question).collect();
    Place { scope, around, hidden }
}
