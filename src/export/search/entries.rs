//! What can be found: every listed question, published guide, role and industry, in this order.
//!
//! An entry is what a result shows, the texts it is found by, and its values of the facets.

use std::collections::BTreeSet;

use crate::base::Slug;
use crate::model::{GuideIx, IndustryIx, Library, List, QuestionIx, RoleIx, Scope, Status};
use crate::plan::Plan;
use crate::syntax::Document;

/// The groups that results come in: the folder of each one's pages.
pub(super) const GROUPS: [&str; 4] = ["questions", "guides", "roles", "industries"];

/// Something that can be found.
pub(super) struct Entry<'l> {
    /// Its place in [`GROUPS`].
    pub group: usize,
    /// What stands between its group's folder and `/index.html`.
    pub address: String,
    /// What it is called.
    pub title: &'l str,
    /// What it is about; empty for questions, whose titles say it.
    pub summary: &'l str,
    /// Whether it is a draft: only in previews.
    pub draft: bool,
    /// The title; other wordings, names and headings; everything else. A word counts where it is first.
    pub texts: [Vec<&'l str>; 3],
    /// Its values, by facet.
    pub values: [BTreeSet<Value<'l>>; FACETS.len()],
}

/// The facets, by their names in addresses.
pub(super) const FACETS: [&str; 7] =
    ["direction", "kind", "role", "industry", "level", "competency", "topic"];

/// A value of a facet: first by its place among its facet's values.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Value<'l> {
    order: (usize, &'l str),
    /// What stands in addresses.
    pub id: &'l str,
    /// What readers see; empty where the theme has the word.
    pub label: &'l str,
}

/// The value of questions that are for every role, or every industry. A role with this id is the same to the
/// search: nobody would look for it.
pub(super) const EVERYONE: &str = "everyone";

/// Everything that can be found.
pub(super) fn entries<'l>(library: &'l Library, plan: &'l Plan) -> impl Iterator<Item = Entry<'l>> {
    let questions = plan.questions.iter().map(|ix| question(library, *ix));
    let guides = plan.guides.iter().map(|ix| guide(library, *ix));
    let roles = (0..library.roles.len()).map(|at| role(library, RoleIx::new(at)));
    let industries = (0..library.industries.len()).map(|at| industry(library, IndustryIx::new(at)));
    questions.chain(guides).chain(roles).chain(industries)
}

fn question(library: &Library, ix: QuestionIx) -> Entry<'_> {
    let question = &library[ix];
    let said = question.said();
    let mut other: Vec<&str> = lines(&said.also_asked_as).collect();
    let adapts = library.adapted(ix).iter().map(|place| library.adapt(*place));
    other.extend(adapts.filter_map(|adapt| adapt.text.as_ref()).map(Document::plain));
    let mut rest: Vec<&str> = said.why.iter().chain(&said.body).map(Document::plain).collect();
    let lists = [&said.cover, &said.avoid, &said.listen_for, &said.watch_for];
    rest.extend(lists.into_iter().chain([&said.hints, &said.follow_ups, &said.respond]).flat_map(lines));
    rest.extend(said.prompts.iter().flat_map(|prompts| &prompts.steps).map(|(_, cue)| cue.plain()));
    rest.extend(said.choices.iter().flatten().map(|choice| choice.text.plain()));
    rest.extend(said.tags.iter().flatten().map(|tag| tag.value.as_str()));
    let words = |list| {
        let values = question.words(list).iter().map(move |word| value(library, list, word.at()));
        values.collect::<BTreeSet<_>>()
    };
    let direction = question.direction;
    let direction = Value { order: (direction as usize, ""), id: direction.word(), label: "" };
    Entry {
        group: 0,
        address: question.name.full(),
        title: question.text(),
        summary: "",
        draft: question.status == Status::Draft,
        texts: [vec![question.text()], other, rest],
        values: [
            [direction].into(),
            words(List::Kind),
            question.scopes.iter().flat_map(|scope| in_roles(library, *scope)).collect(),
            question.scopes.iter().flat_map(|scope| in_industries(library, *scope)).collect(),
            words(List::Level),
            words(List::Competency),
            words(List::Topic),
        ],
    }
}

fn guide(library: &Library, ix: GuideIx) -> Entry<'_> {
    let guide = &library[ix];
    let said = &guide.said;
    let headings = said.body.headings().iter().map(|heading| &*heading.text).collect();
    let mut entry = page(1, &guide.id, guide.title(), &said.summary, &said.body);
    entry.draft = guide.is_draft();
    entry.texts[1] = headings;
    entry.values[2] = guide.roles.iter().map(|ix| of_role(library, *ix)).collect();
    entry.values[3] = guide.industries.iter().map(|ix| of_industry(library, *ix)).collect();
    entry
}

fn role(library: &Library, ix: RoleIx) -> Entry<'_> {
    let role = &library[ix];
    let said = &role.said;
    let mut entry = page(2, &role.id, role.title(), &said.summary, &said.body);
    entry.texts[1] = said.also_called.iter().map(|name| name.as_str()).collect();
    entry.texts[2].extend(said.majors.iter().map(|name| name.as_str()));
    entry.values[2] = [of_role(library, ix)].into();
    entry.values[3] = role.industries.iter().map(|ix| of_industry(library, *ix)).collect();
    let competencies = role.competencies.iter();
    entry.values[5] = competencies.map(|word| value(library, List::Competency, word.at())).collect();
    entry
}

fn industry(library: &Library, ix: IndustryIx) -> Entry<'_> {
    let industry = &library[ix];
    let said = &industry.said;
    let mut entry = page(3, &industry.id, industry.title(), &said.summary, &said.body);
    entry.texts[2].extend(said.employers.iter().map(|name| name.as_str()));
    entry.texts[2].extend(said.jargon.iter().flat_map(|(word, meaning)| [word.as_str(), meaning.plain()]));
    entry.texts[2].extend(said.trends.iter().map(|(trend, _)| trend.plain()));
    entry.values[3] = [of_industry(library, ix)].into();
    entry
}

/// An entry that is found by a summary and a text.
fn page<'l>(
    group: usize,
    id: &Slug,
    title: &'l str,
    summary: &'l Option<Document>,
    body: &'l Document,
) -> Entry<'l> {
    let summary = summary.as_ref().map_or("", Document::plain);
    Entry {
        group,
        address: id.to_string(),
        title,
        summary,
        draft: false,
        texts: [vec![title], Vec::new(), vec![summary, body.plain()]],
        values: Default::default(),
    }
}

/// The roles that a scope is for: those below its own too.
fn in_roles(library: &Library, scope: Scope) -> Vec<Value<'_>> {
    let Some(own) = scope.role else { return vec![everyone()] };
    let below = |at: &usize| *at == own.at() || library.roles[*at].ancestors.contains(&own);
    (0..library.roles.len()).filter(below).map(|at| of_role(library, RoleIx::new(at))).collect()
}

/// The industries that a scope is for: those below its own too.
fn in_industries(library: &Library, scope: Scope) -> Vec<Value<'_>> {
    let Some(own) = scope.industry else { return vec![everyone()] };
    let below = |at: &usize| *at == own.at() || library.industries[*at].ancestors.contains(&own);
    (0..library.industries.len()).filter(below).map(|at| of_industry(library, IndustryIx::new(at))).collect()
}

fn everyone() -> Value<'static> {
    Value { order: (0, ""), id: EVERYONE, label: "" }
}

fn of_role(library: &Library, ix: RoleIx) -> Value<'_> {
    Value { order: (1, library[ix].title()), id: library[ix].id.as_str(), label: library[ix].title() }
}

fn of_industry(library: &Library, ix: IndustryIx) -> Value<'_> {
    Value { order: (1, library[ix].title()), id: library[ix].id.as_str(), label: library[ix].title() }
}

fn value(library: &Library, list: List, at: usize) -> Value<'_> {
    let word = &library.vocabulary.words(list)[at];
    Value { order: (at, ""), id: word.id.as_str(), label: &word.label }
}

fn lines(documents: &Option<Vec<Document>>) -> impl Iterator<Item = &str> {
    documents.iter().flatten().map(Document::plain)
}
