//! Roles and industries: their indexes, and the page of a scope.

use serde::Serialize;

use super::about::about;
use super::guide::{GuideRow, HeadingView, contents, row};
use super::items::{ItemView, LinkView, SourceView, WordView, date, link};
use super::list::{PagesView, pages, shown};
use super::page::{Head, PageView, page};
use super::sheet::Sheet;
use super::start::{StepView, ask, steps};
use super::structured;
use crate::model::{IndustryIx, List, PageIx, PageRef, RoleIx, Scope, WordIx};
use crate::plan::Stretch;
use crate::theme::{Gap, Html};

/// All roles, or all industries.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PlacesView {
    /// Each with its page, by title.
    pub places: Vec<PlaceRow>,
    /// The industries below the roles; only on the page of roles.
    pub industries: Vec<PlaceRow>,
}

/// A role or an industry as a row of a list.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PlaceRow {
    /// What it is called.
    pub title: String,
    /// Its page.
    pub url: String,
    /// What it is.
    pub summary: Option<Html>,
    /// How many questions its page shows.
    pub count: usize,
}

/// The page of a role, an industry or a role in an industry.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PlaceView {
    /// What it is called: "Registered nurse in Hospitals".
    pub title: String,
    /// What it is; only on the first page.
    pub summary: Option<Html>,
    /// The text; only on the first page of a role or an industry.
    pub body: Option<Html>,
    /// The headings of the text.
    pub contents: Vec<HeadingView>,
    /// The role, when this is a role in an industry.
    pub role: Option<LinkView>,
    /// The industry, when this is a role in an industry.
    pub industry: Option<LinkView>,
    /// The broader role or industry.
    pub parent: Option<LinkView>,
    /// Other names of a role.
    pub also_called: Vec<String>,
    /// Codes in the official classifications: O*NET-SOC of a role, NAICS of an industry.
    pub code: Option<CodeView>,
    /// What a role asks for.
    pub competencies: Vec<WordView>,
    /// Fields of study that lead to a role.
    pub majors: Vec<String>,
    /// How hiring usually goes.
    pub stages: Vec<WordView>,
    /// Whom to talk to.
    pub talk_to: Vec<PersonaView>,
    /// A role's industries, or an industry's roles: pages of the two together.
    pub crossings: Vec<PlaceRow>,
    /// Associations of an industry.
    pub associations: Vec<SourceView>,
    /// Employers of an industry.
    pub employers: Vec<String>,
    /// Words of an industry.
    pub jargon: Vec<TermView>,
    /// What is changing in an industry.
    pub trends: Vec<TrendView>,
    /// Guides about it; only on the first page.
    pub guides: Vec<GuideRow>,
    /// The essential questions to answer, by the stage that asks them; only on the first page, and no stage without
    /// a question.
    pub steps: Vec<StepView>,
    /// The essential questions to ask; only on the first page.
    pub ask: Vec<ItemView>,
    /// Its questions on this page, most specific first.
    pub items: Vec<ItemView>,
    /// Where this page stands among its pages.
    pub pages: PagesView,
    /// Where it comes from.
    pub sources: Vec<SourceView>,
    /// When it was last reviewed: `YYYY-MM-DD`.
    pub reviewed: Option<String>,
    /// The data of its questions, for student tools.
    pub data: String,
}

/// A code of an official classification.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct CodeView {
    /// `O*NET-SOC` or `NAICS`.
    pub system: &'static str,
    /// The code.
    pub code: String,
}

/// Someone to talk to.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct PersonaView {
    /// Who it is.
    pub label: String,
    /// More on who that is.
    pub help: Option<Html>,
    /// What they can tell.
    pub why: Option<Html>,
    /// Where to find them.
    pub where_to_find: Option<Html>,
}

/// A word and its meaning.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TermView {
    /// The word.
    pub term: String,
    /// Its meaning.
    pub meaning: Html,
}

/// Something that is changing.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct TrendView {
    /// What is changing.
    pub text: Html,
    /// When this was true: `YYYY-MM-DD`.
    pub as_of: Option<String>,
}

/// The index of roles, and of industries behind them.
pub fn roles(sheet: &Sheet<'_>) -> (PageView, PlacesView) {
    let (roles, industries) = (role_rows(sheet), industry_rows(sheet));
    let title = if industries.is_empty() { "section-roles" } else { "section-places" };
    let description = if industries.is_empty() { "description-roles" } else { "description-places" };
    let (title, description) = (&sheet.say(title), &sheet.say(description));
    let head = Head { kind: "roles", title, description, section: Some("roles"), ..Head::default() };
    (page(sheet, head), PlacesView { places: roles, industries })
}

/// The index of industries.
pub fn industries(sheet: &Sheet<'_>) -> (PageView, PlacesView) {
    let (title, description) = (&sheet.say("section-industries"), &sheet.say("description-industries"));
    let section = Some("industries");
    let head = Head { kind: "industries", title, description, section, ..Head::default() };
    (page(sheet, head), PlacesView { places: industry_rows(sheet), industries: Vec::new() })
}

/// All roles, by title.
pub fn role_rows(sheet: &Sheet<'_>) -> Vec<PlaceRow> {
    let scopes = (0..sheet.library().roles.len()).map(|at| Scope::role(RoleIx::new(at)));
    rows(sheet, scopes)
}

fn industry_rows(sheet: &Sheet<'_>) -> Vec<PlaceRow> {
    let scopes = (0..sheet.library().industries.len()).map(|at| Scope::industry(IndustryIx::new(at)));
    rows(sheet, scopes)
}

fn rows(sheet: &Sheet<'_>, scopes: impl Iterator<Item = Scope>) -> Vec<PlaceRow> {
    let mut rows: Vec<PlaceRow> = scopes.map(|scope| place_row(sheet, scope)).collect();
    rows.sort_by(|a, b| a.title.cmp(&b.title));
    rows
}

/// A scope as a row of a list.
pub fn place_row(sheet: &Sheet<'_>, scope: Scope) -> PlaceRow {
    let library = sheet.library();
    let summary = match (scope.role, scope.industry) {
        (Some(role), None) => library[role].said.summary.as_ref().map(|text| (&library[role].path, text)),
        (None, Some(industry)) => {
            library[industry].said.summary.as_ref().map(|text| (&library[industry].path, text))
        }
        _ => None,
    };
    let page = library.page(scope);
    PlaceRow {
        title: sheet.scope_title(scope),
        url: page.map(|page| sheet.url(sheet.plan().routes.composed(page))).unwrap_or_default(),
        summary: summary.map(|(path, text)| sheet.html(path, text)),
        count: page.map_or(0, |page| library[page].items.len()),
    }
}

/// A page of a scope.
pub fn place(sheet: &Sheet<'_>, ix: PageIx, number: usize) -> (PageView, PlaceView) {
    let library = sheet.library();
    let scope = library[ix].scope;
    let mut view = questions(sheet, ix, number);
    let head = match (scope.role, scope.industry) {
        (Some(role), None) => role_head(sheet, &mut view, role, number),
        (None, Some(industry)) => industry_head(sheet, &mut view, industry, number),
        (Some(role), Some(industry)) => {
            view.role = Some(link(sheet, PageRef::Role(role)));
            view.industry = Some(link(sheet, PageRef::Industry(industry)));
            let above = vec![link(sheet, PageRef::Role(role))];
            Head { kind: "role-in-industry", section: Some("roles"), above, ..Head::default() }
        }
        (None, None) => Head::default(),
    };
    let title = sheet.scope_title(scope);
    if number == 1 {
        view.guides = guides(sheet, scope);
        let all = (0..library.vocabulary.words(List::Stage).len()).map(WordIx::new);
        view.steps = match scope.role {
            Some(role) => steps(sheet, ix, &library[role].stages),
            None => steps(sheet, ix, &all.collect::<Vec<_>>()),
        };
        view.ask = ask(sheet, ix);
    }
    let description = match (scope.role, scope.industry) {
        (Some(role), None) => about(library, PageRef::Role(role)),
        (None, Some(industry)) => about(library, PageRef::Industry(industry)),
        _ => "".into(),
    };
    let description = if description.trim().is_empty() {
        sheet.say_with("description-place", &[("place", Gap::Text(&title))]).into()
    } else {
        description
    };
    let questions: Vec<_> = library[ix].items.iter().map(|item| item.question).collect();
    let shows = &shown(sheet, &questions, number);
    let thing = (number == 1).then(|| structured::place(sheet, scope));
    (page(sheet, Head { title: &title, description: &description, shows, number, thing, ..head }), view)
}

fn questions(sheet: &Sheet<'_>, ix: PageIx, number: usize) -> PlaceView {
    let library = sheet.library();
    let composed = &library[ix];
    let stretch = Stretch::new(number, composed.items.len());
    let first = sheet.plan().routes.composed(ix);
    PlaceView {
        title: sheet.scope_title(composed.scope),
        summary: None,
        body: None,
        contents: Vec::new(),
        role: None,
        industry: None,
        parent: None,
        also_called: Vec::new(),
        code: None,
        competencies: Vec::new(),
        majors: Vec::new(),
        stages: Vec::new(),
        talk_to: Vec::new(),
        crossings: Vec::new(),
        associations: Vec::new(),
        employers: Vec::new(),
        jargon: Vec::new(),
        trends: Vec::new(),
        guides: Vec::new(),
        steps: Vec::new(),
        ask: Vec::new(),
        items: composed.items[stretch.range()]
            .iter()
            .map(|item| ItemView::of_item(sheet, composed, item))
            .collect(),
        pages: pages(sheet, stretch, first),
        sources: Vec::new(),
        reviewed: None,
        data: sheet.url(&crate::plan::Routes::data(library, composed.scope)),
    }
}

fn role_head<'s>(sheet: &Sheet<'s>, view: &mut PlaceView, ix: RoleIx, number: usize) -> Head<'s> {
    let library = sheet.library();
    let role = &library[ix];
    let said = &role.said;
    view.parent = role.ancestors.first().map(|family| link(sheet, PageRef::Role(*family)));
    if number == 1 {
        view.summary = said.summary.as_ref().map(|summary| sheet.html(&role.path, summary));
        view.body = (!said.body.is_empty()).then(|| sheet.html(&role.path, &said.body));
        view.contents = contents(said.body.headings());
        view.also_called = said.also_called.iter().map(|name| name.as_str().to_owned()).collect();
        view.code =
            said.soc.as_ref().map(|code| CodeView { system: "O*NET-SOC", code: code.as_str().to_owned() });
        view.competencies = WordView::all(sheet, List::Competency, &role.competencies);
        view.majors = said.majors.iter().map(|major| major.as_str().to_owned()).collect();
        view.stages = WordView::all(sheet, List::Stage, &role.stages);
        view.talk_to = personas(sheet, ix);
        view.sources = SourceView::all(&said.upkeep.sources);
        view.reviewed = said.upkeep.reviewed.map(|reviewed| date(reviewed.value));
        let within = |industry: usize| Scope { role: Some(ix), industry: Some(IndustryIx::new(industry)) };
        view.crossings = crossings(sheet, (0..library.industries.len()).map(within));
    }
    Head { kind: "role", section: Some("roles"), source: Some(&role.path), ..Head::default() }
}

fn industry_head<'s>(sheet: &Sheet<'s>, view: &mut PlaceView, ix: IndustryIx, number: usize) -> Head<'s> {
    let library = sheet.library();
    let industry = &library[ix];
    let (said, path) = (&industry.said, &industry.path);
    view.parent = industry.ancestors.first().map(|parent| link(sheet, PageRef::Industry(*parent)));
    if number == 1 {
        view.summary = said.summary.as_ref().map(|summary| sheet.html(path, summary));
        view.body = (!said.body.is_empty()).then(|| sheet.html(path, &said.body));
        view.contents = contents(said.body.headings());
        view.code =
            said.naics.as_ref().map(|code| CodeView { system: "NAICS", code: code.as_str().to_owned() });
        view.associations = SourceView::all(&said.associations);
        view.employers = said.employers.iter().map(|employer| employer.as_str().to_owned()).collect();
        let term = |(term, meaning): &(crate::syntax::Text, crate::syntax::document::Document)| TermView {
            term: term.as_str().to_owned(),
            meaning: sheet.html(path, meaning),
        };
        view.jargon = said.jargon.iter().map(term).collect();
        let trends = said.trends.iter();
        view.trends = trends
            .map(|(text, as_of)| TrendView {
                text: sheet.html(path, text),
                as_of: as_of.map(|as_of| date(as_of.value)),
            })
            .collect();
        view.sources = SourceView::all(&said.upkeep.sources);
        view.reviewed = said.upkeep.reviewed.map(|reviewed| date(reviewed.value));
        let within = |role: usize| Scope { role: Some(RoleIx::new(role)), industry: Some(ix) };
        view.crossings = crossings(sheet, (0..library.roles.len()).map(within));
    }
    Head { kind: "industry", section: Some("industries"), source: Some(path), ..Head::default() }
}

/// The most pages of two scopes together that one page names.
const MAX_CROSSINGS: usize = 60;

fn crossings(sheet: &Sheet<'_>, scopes: impl Iterator<Item = Scope>) -> Vec<PlaceRow> {
    let existing = scopes.filter(|scope| sheet.library().page(*scope).is_some());
    let mut rows = rows(sheet, existing);
    rows.truncate(MAX_CROSSINGS);
    rows
}

fn personas(sheet: &Sheet<'_>, ix: RoleIx) -> Vec<PersonaView> {
    let library = sheet.library();
    let file = crate::base::SourcePath::new("content/vocabulary.toml");
    let html = |document: &Option<crate::syntax::document::Document>| {
        document.as_ref().zip(file.as_ref()).map(|(document, file)| sheet.html(file, document))
    };
    let view = |word: &WordIx| {
        let persona = library.vocabulary.word(List::Persona, *word);
        PersonaView {
            label: sheet.label(List::Persona, *word),
            help: html(&persona.help),
            why: html(&persona.why),
            where_to_find: html(&persona.where_to_find),
        }
    };
    library[ix].talk_to.iter().map(view).collect()
}

fn guides(sheet: &Sheet<'_>, scope: Scope) -> Vec<GuideRow> {
    let about = |ix: &&crate::model::GuideIx| {
        let guide = &sheet.library()[**ix];
        scope.role.is_some_and(|role| guide.roles.contains(&role))
            || scope.industry.is_some_and(|industry| guide.industries.contains(&industry))
    };
    sheet.plan().guides.iter().filter(about).map(|ix| row(sheet, *ix)).collect()
}
