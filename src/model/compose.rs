//! Composition: one question, many pages.
//!
//! The page of a scope shows every question of the scopes around it, minus what is hidden, with the
//! adaptations that hold there; most specific first, then by priority, then in the author's order.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{BankIx, IndustryIx, QuestionIx, QuestionName, RoleIx};
use super::scope::{Lines, Scope};
use super::{Library, diags, questions};
use crate::base::Span;
use crate::diag::Diagnostic;
use crate::syntax::Text;
use crate::syntax::records::bank::Adapt;

/// The questions of one page.
#[derive(Debug)]
pub struct Composed {
    /// Whose page it is.
    pub scope: Scope,
    /// What it shows, in order.
    pub items: Vec<Item>,
}

/// A question on a page.
#[derive(Clone, Debug)]
pub struct Item {
    /// The question.
    pub question: QuestionIx,
    /// The scope it comes from.
    pub from: Scope,
    /// What adapts it here, broadest first: a bank and a place in its adaptations.
    pub adapts: Box<[(BankIx, usize)]>,
}

impl Library {
    /// The adaptation at a place that an [`Item`] names.
    pub fn adapt(&self, (bank, place): (BankIx, usize)) -> &Adapt {
        &self[bank].said.adapts[place]
    }

    /// Every scope that contains `page`, itself included, most specific first.
    pub fn around(&self, page: Scope) -> Vec<Scope> {
        Lines::of(self).around(page)
    }

    /// What banks take off pages: the question, the bank and where it says so, by bank.
    pub fn hides(&self) -> impl Iterator<Item = (QuestionIx, BankIx, &Text)> {
        let lines = Lines::of(self);
        let one = move |at: usize, text| {
            let bank = &self[BankIx::new(at)];
            let question = self.question(&QuestionName::parse(Text::as_str(text), &bank.id)?)?;
            let broader = self[question].scopes.iter().any(|outer| lines.is_broader(*outer, bank.scope));
            broader.then_some((question, BankIx::new(at), text))
        };
        let banks = self.banks.iter().enumerate();
        banks.flat_map(move |(at, bank)| bank.said.hide.iter().filter_map(move |text| one(at, text)))
    }
}

/// What adapts each question: banks and places in their adaptations.
pub(super) type Adapted = BTreeMap<QuestionIx, Vec<(BankIx, usize)>>;

/// What the banks of each scope say about broader questions.
#[derive(Default)]
struct Remarks {
    hidden: BTreeMap<Scope, BTreeSet<QuestionIx>>,
    adapts: BTreeMap<Scope, Adapted>,
}

/// Every page of composed questions, sorted by scope, and what adapts each question anywhere.
pub(super) fn compose(library: &Library, problems: &mut Vec<Diagnostic>) -> (Vec<Composed>, Adapted) {
    let remarks = remarks(library, problems);
    let mut by_scope: BTreeMap<Scope, Vec<QuestionIx>> = BTreeMap::new();
    for question in library.listed() {
        for scope in &library[question].scopes {
            let questions = by_scope.entry(*scope).or_default();
            // An author may name a role twice.
            if questions.last() != Some(&question) {
                questions.push(question);
            }
        }
    }
    // A stable sort: within a priority the author's order stays.
    by_scope.values_mut().for_each(|questions| questions.sort_by_key(|question| library[*question].priority));
    let composed = pages(library, &by_scope, &remarks)
        .into_iter()
        .map(|scope| Composed { scope, items: items(library, scope, &by_scope, &remarks, problems) })
        .collect();
    let mut adapted: Adapted = BTreeMap::new();
    for (question, adapts) in remarks.adapts.values().flatten() {
        adapted.entry(*question).or_default().extend(adapts);
    }
    (composed, adapted)
}

/// Every role, every industry, and each role in an industry that the role names or that has something of its own.
fn pages(
    library: &Library,
    by_scope: &BTreeMap<Scope, Vec<QuestionIx>>,
    remarks: &Remarks,
) -> BTreeSet<Scope> {
    let roles = (0..library.roles.len()).map(|at| Scope::role(RoleIx::new(at)));
    let industries = (0..library.industries.len()).map(|at| Scope::industry(IndustryIx::new(at)));
    let named = library.roles.iter().enumerate().flat_map(|(at, role)| {
        let scope =
            move |industry: &IndustryIx| Scope { role: Some(RoleIx::new(at)), industry: Some(*industry) };
        role.industries.iter().map(scope)
    });
    let own = by_scope.keys().chain(remarks.hidden.keys()).chain(remarks.adapts.keys()).copied();
    let both = |scope: &Scope| scope.role.is_some() && scope.industry.is_some();
    roles.chain(industries).chain(named).chain(own.filter(both)).collect()
}

fn items(
    library: &Library,
    page: Scope,
    by_scope: &BTreeMap<Scope, Vec<QuestionIx>>,
    remarks: &Remarks,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Item> {
    let lines = Lines::of(library);
    let around = lines.around(page);
    let hidden: Vec<&BTreeSet<QuestionIx>> =
        around.iter().filter_map(|scope| remarks.hidden.get(scope)).collect();
    let adapting: Vec<(Scope, &Adapted)> =
        around.iter().filter_map(|scope| Some((*scope, remarks.adapts.get(scope)?))).collect();
    let mut items =
        Vec::with_capacity(around.iter().filter_map(|scope| by_scope.get(scope)).map(Vec::len).sum());
    for (nth, scope) in around.iter().enumerate() {
        // A question for several scopes comes from the most specific one.
        let came = |question: &QuestionIx| match &*library[*question].scopes {
            [_] => false,
            scopes => around[..nth].iter().any(|nearer| scopes.contains(nearer)),
        };
        let gone = |question: &QuestionIx| hidden.iter().any(|hidden| hidden.contains(question));
        let here = by_scope.get(scope).into_iter().flatten().copied();
        items.extend(here.filter(|question| !gone(question) && !came(question)).map(|question| Item {
            question,
            from: *scope,
            adapts: adapts_of(library, question, page, &adapting, problems),
        }));
    }
    items
}

/// The adaptations of a question on a page, broadest first; of two that cannot be ordered the role's holds.
fn adapts_of(
    library: &Library,
    question: QuestionIx,
    page: Scope,
    adapting: &[(Scope, &Adapted)],
    problems: &mut Vec<Diagnostic>,
) -> Box<[(BankIx, usize)]> {
    let mut kept: Vec<(Scope, &Vec<(BankIx, usize)>)> = Vec::new();
    for (scope, adapts) in adapting {
        let Some(adapts) = adapts.get(&question) else { continue };
        let ordered = |(other, _): &&(Scope, &Vec<_>)| !Lines::of(library).contains(*scope, *other);
        if let Some((_, winner)) = kept.iter().find(ordered) {
            let (winner, loser) = (library.adapt(winner[0]).header, library.adapt(adapts[0]).header);
            problems.push(diags::adapt_conflict(library, &library[question].name, page, loser, winner));
            continue;
        }
        kept.push((*scope, adapts));
    }
    kept.iter().rev().flat_map(|(_, adapts)| adapts.iter().copied()).collect()
}

fn remarks(library: &Library, problems: &mut Vec<Diagnostic>) -> Remarks {
    let mut remarks = Remarks::default();
    let mut first: BTreeMap<(Scope, QuestionIx), Span> = BTreeMap::new();
    for (at, bank) in library.banks.iter().enumerate() {
        for text in &bank.said.hide {
            let found = questions::find(library, text, &bank.id, problems);
            if let Some(question) = broader(library, found, bank.scope, text.span(), "hide", problems) {
                remarks.hidden.entry(bank.scope).or_default().insert(question);
            }
        }
        for (place, adapt) in bank.said.adapts.iter().enumerate() {
            let found = questions::find(library, &adapt.question, &bank.id, problems);
            let span = adapt.question.span();
            let Some(question) = broader(library, found, bank.scope, span, "adapt", problems) else {
                continue;
            };
            if let Some(first) = first.insert((bank.scope, question), span) {
                problems.push(diags::adapted_twice(&library[question].name, span, first));
            }
            if library[library[question].bank].said.direction.is_some() {
                problems.extend(wrong_side(library, question, adapt));
            }
            let adapts = remarks.adapts.entry(bank.scope).or_default();
            adapts.entry(question).or_default().push((BankIx::new(at), place));
        }
    }
    remarks
}

/// The question, when all it is for contains `scope` and more.
fn broader(
    library: &Library,
    found: Option<QuestionIx>,
    scope: Scope,
    span: Span,
    word: &str,
    problems: &mut Vec<Diagnostic>,
) -> Option<QuestionIx> {
    let question = found?;
    let lines = Lines::of(library);
    if library[question].scopes.iter().any(|outer| lines.is_broader(*outer, scope)) {
        return Some(question);
    }
    problems.push(diags::not_broader(library, question, span, word));
    None
}

fn wrong_side(library: &Library, question: QuestionIx, adapt: &Adapt) -> Vec<Diagnostic> {
    use crate::syntax::records::bank::AdaptList::{Avoid, Cover, FollowUps, ListenFor, WatchFor};
    let direction = library[question].direction;
    let wrong = adapt.add.iter().filter_map(|(list, entries)| {
        let (name, belongs, instead) = match list {
            Cover => ("cover_add", super::Direction::YouAnswer, "listen_for_add"),
            Avoid => ("avoid_add", super::Direction::YouAnswer, "watch_for_add"),
            ListenFor => ("listen_for_add", super::Direction::YouAsk, "cover_add"),
            WatchFor => ("watch_for_add", super::Direction::YouAsk, "avoid_add"),
            FollowUps => return None,
        };
        let span = entries.first()?.span();
        (belongs != direction).then(|| diags::wrong_side(name, instead, direction, span))
    });
    wrong.collect()
}
