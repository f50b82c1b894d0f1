//! The page of a role, an industry or a role in an industry: what it shows, from where, and what was hidden.

use std::collections::BTreeSet;

use super::account::{Account, Entry};
use super::survey::Survey;
use super::{fields, shown};
use crate::model::{BankIx, Item, PageIx, QuestionIx, Scope};
use crate::plan::Recipe;

/// The account of a role in an industry.
pub fn account(survey: &Survey<'_>, ix: PageIx) -> Account {
    let library = survey.library;
    let scope = library[ix].scope;
    let path = survey.plan.routes.composed(ix);
    let mut account = Account {
        what: "role in industry",
        name: survey.address(path),
        title: Some(library.scope_title(scope)),
        page: Some(survey.page(path, &Recipe::Composed(ix, 1))),
        ..Account::default()
    };
    if let (Some(role), Some(industry)) = (scope.role, scope.industry) {
        let named = library[role].said.industries.iter().find(|name| name.value == library[industry].id);
        let because = named.map(|name| Entry::new("role", "names the industry").at(survey.spot(name.span)));
        let banks = library.banks.iter().filter(|bank| bank.scope == scope);
        let banks = banks.map(|bank| {
            Entry::new("bank", "of its own").at(Some(survey.file(&bank.path))).saying(bank.title())
        });
        account.fields = because.into_iter().chain(banks).collect();
        account.shown_on = shown::crossing(survey, ix);
    }
    add(survey, scope, &mut account);
    account
}

/// Adds what the page of a scope shows and what was changed for it.
pub fn add(survey: &Survey<'_>, scope: Scope, account: &mut Account) {
    let library = survey.library;
    let Some(ix) = library.page(scope) else { return };
    let items = &library[ix].items;
    account.shows = items.iter().map(|item| shows(survey, item)).collect();
    account.shows.extend(guides(survey, scope));
    let around = library.around(scope);
    let adapted = items.iter().flat_map(|item| {
        let name = library[item.question].name.full();
        let all = item.adapts.iter().flat_map(|adapting| adaptation(survey, *adapting));
        all.map(move |entry| Entry { name: name.clone(), ..entry })
    });
    let shown: BTreeSet<QuestionIx> = items.iter().map(|item| item.question).collect();
    let set_aside = items.iter().flat_map(|item| {
        let here = |(bank, _): &&(BankIx, usize)| around.contains(&library[*bank].scope);
        let lost = library.adapted(item.question).iter().filter(here);
        lost.filter(|adapting| !item.adapts.contains(adapting)).map(|adapting| {
            let adapt = library.adapt(*adapting);
            Entry::new(library[item.question].name.full(), "set aside: the role's adaptation holds")
                .at(survey.spot(adapt.header))
        })
    });
    let hidden = library.hides().filter(|(question, bank, _)| {
        around.contains(&library[*bank].scope)
            && !shown.contains(question)
            && library.is_listed(*question)
            && library[*question].scopes.iter().any(|scope| around.contains(scope))
    });
    let hidden = hidden.map(|(question, bank, text)| {
        Entry::new(library[question].name.full(), format!("hidden by bank {}", library[bank].id))
            .at(survey.spot(text.span()))
            .saying(library[question].text())
    });
    account.changes = adapted.chain(set_aside).chain(hidden).collect();
}

/// A question of a page: its words there, and whom it comes from.
fn shows(survey: &Survey<'_>, item: &Item) -> Entry {
    let library = survey.library;
    let adapted = if item.adapts.is_empty() { "" } else { ", adapted" };
    let entry = survey.question(item.question, format!("{}{adapted}", library.scope_title(item.from)));
    let mut texts = item.adapts.iter().rev().filter_map(|adapting| library.adapt(*adapting).text.as_ref());
    match texts.next() {
        Some(text) => entry.saying(text.plain()),
        None => entry,
    }
}

/// The guides that name a role or an industry of the scope.
fn guides(survey: &Survey<'_>, scope: Scope) -> Vec<Entry> {
    let about = |ix: &&crate::model::GuideIx| shown::is_about(survey.library, **ix, scope);
    let guides = survey.plan.guides.iter().filter(about);
    guides.map(|ix| survey.thing(crate::model::PageRef::Guide(*ix), "guide")).collect()
}

/// What an adaptation says, key by key; the first line is the adaptation itself.
pub fn adaptation(survey: &Survey<'_>, adapting: (BankIx, usize)) -> Vec<Entry> {
    let library = survey.library;
    let (adapt, bank) = (library.adapt(adapting), &library[adapting.0]);
    let scope = library.scope_title(bank.scope);
    let head =
        Entry::new(&scope, "adapted").at(survey.spot(adapt.header)).saying(format!("bank {}", bank.id));
    let parts = fields::adapt(adapt).into_iter().flat_map(|(key, how, values)| {
        let scope = scope.clone();
        values.into_iter().map(move |value| {
            Entry::new(&scope, format!("{key} {how}")).at(survey.spot(value.span)).saying(value.text)
        })
    });
    std::iter::once(head).chain(parts).collect()
}
