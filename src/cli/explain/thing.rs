//! The account of a thing: a guide, a role, an industry, a bank, a question, a message, a checklist or a kit.

use super::account::{Account, Entry};
use super::fields::{self, Field};
use super::survey::{Survey, Thing, thing};
use super::{named, place, shown};
use crate::base::Span;
use crate::model::{BankIx, Direction, KitIx, List, PageRef, QuestionIx, Scope, Status};
use crate::syntax::Text;
use crate::syntax::records::kit::Pick;

/// Everything known about a thing.
pub fn account(survey: &Survey<'_>, page: PageRef) -> Account {
    let Thing { what, id, title, path, span } = thing(survey.library, page);
    let at = span.and_then(|span| survey.spot(span)).unwrap_or_else(|| survey.file(path));
    let mut account = Account {
        what,
        name: id,
        title: Some(title.to_owned()),
        at: Some(at),
        page: survey.page_of(page),
        fields: own_fields(survey, page),
        shown_on: shown::of(survey, page),
        named_by: named::of(survey, page),
        problems: survey.problems(path, 0..u32::MAX),
        ..Account::default()
    };
    if account.page.is_none() {
        account.notes.push("a draft: it has a page only with `--drafts` and in `greenroom serve`".to_owned());
    }
    match page {
        PageRef::Question(ix) => question(survey, ix, &mut account),
        PageRef::Bank(ix) => bank(survey, ix, &mut account),
        PageRef::Role(ix) => place::add(survey, Scope::role(ix), &mut account),
        PageRef::Industry(ix) => place::add(survey, Scope::industry(ix), &mut account),
        PageRef::Kit(ix) => kit(survey, ix, &mut account),
        PageRef::Guide(_) | PageRef::Message(_) | PageRef::Checklist(_) => {}
    }
    account
}

/// Each value of each field with its place; a question's may come from the defaults of its bank.
fn own_fields(survey: &Survey<'_>, page: PageRef) -> Vec<Entry> {
    let headers = match page {
        PageRef::Question(ix) => headers(survey, survey.library[ix].bank),
        _ => Vec::new(),
    };
    let why = |span: Span| if is_default(&headers, span) { "[defaults]" } else { "" };
    let entries = |(key, values): Field| {
        let entry = |value: fields::Value| {
            Entry::new(key, why(value.span)).at(survey.spot(value.span)).saying(value.text)
        };
        values.into_iter().map(entry).collect::<Vec<Entry>>()
    };
    fields::of(survey.library, page).into_iter().flat_map(entries).collect()
}

/// The headers of a bank's tables: where each starts, and whether it is `[defaults]`.
fn headers(survey: &Survey<'_>, bank: BankIx) -> Vec<(u32, bool)> {
    let said = &survey.library[bank].said;
    let questions = said.questions.iter().filter_map(|question| question.header);
    let others =
        questions.chain(said.adapts.iter().map(|adapt| adapt.header)).map(|header| (header.start, false));
    let mut all: Vec<(u32, bool)> =
        said.defaults.iter().map(|header| (header.start, true)).chain(others).collect();
    all.sort_unstable();
    all
}

/// Whether the table that a place stands in is `[defaults]`.
fn is_default(headers: &[(u32, bool)], span: Span) -> bool {
    let behind = headers.partition_point(|(start, _)| *start <= span.start);
    behind.checked_sub(1).is_some_and(|at| headers[at].1)
}

fn question(survey: &Survey<'_>, ix: QuestionIx, account: &mut Account) {
    let library = survey.library;
    let question = &library[ix];
    account.fields.extend(implied(survey, ix));
    account.changes = changes(survey, ix);
    if let Some(header) = question.said().header {
        let headers = headers(survey, question.bank);
        let next = headers.iter().map(|(start, _)| *start).find(|start| *start > header.start);
        account.problems =
            survey.problems(&library[question.bank].path, header.start..next.unwrap_or(u32::MAX));
    }
    if question.status == Status::Retired {
        account.notes.push("retired: it keeps its page with a note and stands in no list".to_owned());
    }
    let locked = library.lock.iter().flat_map(|lock| &lock.questions);
    let name = question.name.full();
    match locked.into_iter().find(|(locked, _)| locked.as_str() == name) {
        Some((locked, words)) => {
            let words = words.first().map_or("", |word| word);
            let why = match words == question.text() {
                true => "published with these words".to_owned(),
                false => format!("published with other words: {words}"),
            };
            account.named_by.push(Entry::new("greenroom.lock", why).at(survey.spot(locked.span())));
        }
        None if question.status == Status::Draft => {}
        None => account.notes.push("not in greenroom.lock yet; `greenroom lock` records its id".to_owned()),
    }
}

/// What holds though the question does not say it.
fn implied(survey: &Survey<'_>, ix: QuestionIx) -> Vec<Entry> {
    let library = survey.library;
    let question = &library[ix];
    let (said, bank) = (question.said(), &library[question.bank]);
    let mut implied = Vec::new();
    if said.priority.is_none() {
        implied.push(Entry::new("priority", "when left out").saying(question.priority.word()));
    }
    if said.status.is_none() {
        implied.push(Entry::new("status", "when left out").saying("ready"));
    }
    if let Some(kind) = question.kind.map(|kind| library.vocabulary.word(List::Kind, kind)) {
        let at = || kind.span.and_then(|span| survey.spot(span));
        let why = if kind.span.is_some() { "its kind" } else { "its kind, built in" };
        let think = said.think.is_none().then_some(question.think).flatten();
        // A student who asks has no time to think: pages leave it out.
        let think = think.filter(|_| question.direction == Direction::YouAnswer);
        let answer = said.answer.is_none().then_some(question.answer).flatten();
        let times = [("think", think), ("answer", answer)];
        let times = times.into_iter().filter_map(|(key, time)| Some((key, time?)));
        implied.extend(times.map(|(key, time)| Entry::new(key, why).at(at()).saying(time.to_string())));
    }
    let direction = bank.said.direction.and_then(|direction| survey.spot(direction.span));
    implied.push(Entry::new("direction", "its bank").at(direction).saying(question.direction.word()));
    let whom: Vec<String> = question.scopes.iter().map(|scope| library.scope_title(*scope)).collect();
    let why =
        if said.roles.is_some() || said.industries.is_some() { "its folder, narrowed" } else { "its folder" };
    implied.push(Entry::new("for whom", why).at(Some(survey.file(&bank.path))).saying(whom.join(", ")));
    implied
}

/// Who narrows, adapts and hides a question.
fn changes(survey: &Survey<'_>, ix: QuestionIx) -> Vec<Entry> {
    let library = survey.library;
    let question = &library[ix];
    let said = question.said();
    let whom = library.scope_title(library[question.bank].scope);
    let narrowing = said.roles.iter().chain(&said.industries).flatten().map(|name| {
        Entry::new("narrowed", format!("from {whom}")).at(survey.spot(name.span)).saying(name.value.as_str())
    });
    let adapted = library.adapted(ix).iter().flat_map(|adapting| place::adaptation(survey, *adapting));
    let hidden = library.hides().filter(|(hidden, _, _)| *hidden == ix).map(|(_, bank, text)| {
        let bank = &library[bank];
        Entry::new(library.scope_title(bank.scope), "hidden there and below")
            .at(survey.spot(text.span()))
            .saying(format!("bank {}", bank.id))
    });
    narrowing.chain(adapted).chain(hidden).collect()
}

fn bank(survey: &Survey<'_>, ix: BankIx, account: &mut Account) {
    let bank = &survey.library[ix];
    let whom = survey.library.scope_title(bank.scope);
    let folder = Entry::new("for whom", "its folder").at(Some(survey.file(&bank.path)));
    account.fields.push(folder.saying(whom));
    account.shows = bank
        .questions
        .iter()
        .map(|question| {
            let why = match survey.library[*question].status {
                Status::Ready => "a page",
                Status::Retired => "a page, in no list",
                Status::Draft if survey.library.options.drafts => "a draft",
                Status::Draft => "a draft: no page",
            };
            survey.question(*question, why)
        })
        .collect();
    let adaptations = (0..bank.said.adapts.len()).flat_map(|at| {
        let target = bank.said.adapts[at].question.as_str();
        place::adaptation(survey, (ix, at))
            .into_iter()
            .map(move |entry| Entry { name: target.to_owned(), ..entry })
    });
    let hides = bank
        .said
        .hide
        .iter()
        .map(|text: &Text| Entry::new(text.as_str(), "hidden").at(survey.spot(text.span())));
    account.changes = adaptations.chain(hides).collect();
}

/// The questions of a kit, each with the pick that brought it.
fn kit(survey: &Survey<'_>, ix: KitIx, account: &mut Account) {
    let library = survey.library;
    let kit = &library[ix];
    let by_name = |question: QuestionIx| {
        let name = library[question].name.full();
        kit.said.picks.iter().filter_map(|pick| pick.question.as_ref()).find(|text| text.as_str() == name)
    };
    account.shows = kit
        .questions
        .iter()
        .map(|question| match by_name(*question) {
            Some(_) => survey.question(*question, "picked by name"),
            None => survey.question(*question, "drawn by a rule"),
        })
        .collect();
    let picks = kit
        .said
        .picks
        .iter()
        .map(|pick| Entry::new("pick", "").at(survey.spot(pick.header)).saying(rule(pick)));
    account.fields.extend(picks);
}

/// A pick in words: the question, or the rule.
fn rule(pick: &Pick) -> String {
    if let Some(question) = &pick.question {
        return question.as_str().to_owned();
    }
    let named = [
        ("bank", &pick.bank),
        ("topic", &pick.topic),
        ("competency", &pick.competency),
        ("kind", &pick.kind),
    ];
    let named = named.into_iter().filter_map(|(key, word)| Some(format!("{key} {}", word.as_ref()?.value)));
    let priority = pick.priority.map(|word| format!("priority {}", word.value));
    let rule = named.chain(priority).collect::<Vec<_>>().join(", ");
    format!("{} of {rule}", pick.count.unwrap_or(1))
}
