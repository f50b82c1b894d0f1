//! The account of an output that is no thing of its own: lists, indexes, redirects, files for machines, copies.

use super::account::{Account, Entry};
use super::survey::{Survey, thing};
use super::{place, word};
use crate::base::{OutPath, SourcePath};
use crate::model::{
    BankIx, ChecklistIx, Direction, IndustryIx, KitIx, Library, MessageIx, PageIx, PageRef, QuestionIx,
    RoleIx,
};
use crate::plan::{Plan, Recipe, Standing, Stretch};
use crate::syntax::document::Destination;
use crate::view::home;

/// Everything known about an output of the plan.
pub fn account(survey: &Survey<'_>, path: &OutPath, recipe: &Recipe) -> Account {
    let account = Account {
        what: "output",
        name: survey.address(path),
        page: Some(survey.page(path, recipe)),
        ..Account::default()
    };
    let (library, plan) = (survey.library, survey.plan);
    match recipe {
        Recipe::Composed(ix, number) => composed(survey, account, *ix, *number),
        Recipe::Bank(ix, number) => {
            let listed = library[*ix].questions.iter().copied();
            let listed: Vec<QuestionIx> = listed.filter(|question| library.is_listed(*question)).collect();
            let title = format!("the questions of bank {}", library[*ix].id);
            list(survey, account, title, &listed, *number)
        }
        Recipe::Questions(number) => {
            list(survey, account, "all questions that are ready".to_owned(), &plan.questions, *number)
        }
        Recipe::Listing(at, number) => {
            let listing = &plan.listings[*at];
            let label = &library.vocabulary.word(listing.facet.list(), listing.word).label;
            let title = format!("the questions whose {} is {label}", listing.facet.word());
            let mut account = list(survey, account, title, &listing.questions, *number);
            account.at = word::spot(survey, listing.facet.list(), listing.word);
            account
        }
        Recipe::Redirect(to) => redirect(survey, account, path, *to),
        Recipe::Copy(source) => copy(survey, account, source),
        Recipe::Home => Account { what: "page", shows: featured(survey), ..account },
        Recipe::Style(_) | Recipe::BrandIcon => {
            let said =
                "the colours of the brand: `accent` and `accent_dark` of `[brand]`, through the template";
            Account {
                at: SourcePath::new("site.toml").map(|path| survey.file(&path)),
                ..said_of(account, said)
            }
        }
        other => match index(library, plan, other) {
            Some(things) => {
                let shows = things.into_iter().map(|page| survey.thing(page, thing(library, page).what));
                let account = Account {
                    what: if path.is_page() { "page" } else { "data" },
                    shows: shows.collect(),
                    ..account
                };
                match other {
                    Recipe::Standing(_) => said_of(account, STANDING),
                    _ => account,
                }
            }
            None => match other {
                Recipe::Standing(which) => standing(survey, account, *which),
                other => said_of(account, machine(other)),
            },
        },
    }
}

/// What is known of a page that no author writes.
const STANDING: &str = "comes with greenroom: its words are phrases of the theme; a file of this address in `static/` replaces it";

fn said_of(mut account: Account, note: &str) -> Account {
    account.notes.push(note.to_owned());
    account
}

/// The things that an index shows, in its order.
fn index(library: &Library, plan: &Plan, recipe: &Recipe) -> Option<Vec<PageRef>> {
    let by_title = |mut all: Vec<PageRef>| {
        all.sort_by(|one, other| thing(library, *one).title.cmp(thing(library, *other).title));
        all
    };
    let count = |count: usize, of: fn(usize) -> PageRef| (0..count).map(of).collect::<Vec<PageRef>>();
    Some(match recipe {
        Recipe::Guides => plan.guides.iter().map(|ix| PageRef::Guide(*ix)).collect(),
        Recipe::Roles => by_title(count(library.roles.len(), |at| PageRef::Role(RoleIx::new(at)))),
        Recipe::Industries => {
            by_title(count(library.industries.len(), |at| PageRef::Industry(IndustryIx::new(at))))
        }
        Recipe::Messages => count(library.messages.len(), |at| PageRef::Message(MessageIx::new(at))),
        Recipe::Checklists => count(library.checklists.len(), |at| PageRef::Checklist(ChecklistIx::new(at))),
        Recipe::Kits => count(library.kits.len(), |at| PageRef::Kit(KitIx::new(at))),
        Recipe::Standing(Standing::Outreach) => index(library, plan, &Recipe::Messages)?,
        Recipe::Standing(Standing::MyPrep) => index(library, plan, &Recipe::Checklists)?,
        Recipe::Standing(Standing::Kit | Standing::Practice) => {
            let mut things = index(library, plan, &Recipe::Kits)?;
            things.extend(index(library, plan, &Recipe::Roles)?);
            things
        }
        Recipe::Feed => plan.reviewed.iter().map(|ix| PageRef::Question(*ix)).collect(),
        Recipe::DataIndex => count(library.banks.len(), |at| PageRef::Bank(BankIx::new(at))),
        Recipe::DataBank(ix) => vec![PageRef::Bank(*ix)],
        Recipe::DataPage(ix) => {
            let items = library[*ix].items.iter();
            items.map(|item| PageRef::Question(item.question)).collect()
        }
        _ => return None,
    })
}

/// A page that no author writes and that lists nothing.
fn standing(survey: &Survey<'_>, account: Account, which: Standing) -> Account {
    let mut account = said_of(Account { what: "page", ..account }, STANDING);
    if which == Standing::Accessibility {
        account.at = SourcePath::new("site.toml").map(|path| survey.file(&path));
        account.notes.push("what its owner knows stands in `[accessibility]`".to_owned());
    }
    account
}

/// What an output without template and things is.
fn machine(recipe: &Recipe) -> &'static str {
    match recipe {
        Recipe::NotFound => "the page for addresses that lead nowhere; a host shows it at any of them",
        Recipe::Robots => "lets every search engine in, and names the sitemap when the site has an address",
        Recipe::Sitemap | Recipe::SitemapPart(_) => {
            "the addresses of the pages for search engines: none of redirects, drafts and retired questions"
        }
        Recipe::SearchIndex => {
            "says what can be found and how it is filtered; the search page reads it first"
        }
        Recipe::SearchWords => "every word that can be found; read when a visitor types",
        Recipe::SearchPlaces(_) => "where some of the words are; read when a visitor types one of them",
        Recipe::SearchEntries(_) => "what results of the search show; read when one of them is a result",
        Recipe::Manifest => "what a home screen shows of the site: its name, icons and colours",
        _ => "made of the whole site",
    }
}

/// One page of a list of questions.
fn list(
    survey: &Survey<'_>,
    account: Account,
    title: String,
    questions: &[QuestionIx],
    number: usize,
) -> Account {
    let stretch = Stretch::new(number, questions.len());
    let shown = &questions[stretch.range()];
    let whom = |ix: QuestionIx| {
        let scopes = survey.library[ix].scopes.iter().map(|scope| survey.library.scope_title(*scope));
        scopes.collect::<Vec<_>>().join(", ")
    };
    Account {
        what: "list",
        title: Some(title),
        notes: vec![which(stretch)],
        shows: shown.iter().map(|ix| survey.question(*ix, whom(*ix))).collect(),
        ..account
    }
}

fn which(stretch: Stretch) -> String {
    let Stretch { page, pages, total } = stretch;
    format!("page {page} of {pages}; {total} questions in all")
}

/// A further page of a role or an industry: the same account, with the questions of that page.
fn composed(survey: &Survey<'_>, account: Account, ix: PageIx, number: usize) -> Account {
    let scope = survey.library[ix].scope;
    let mut account = Account { what: "page", title: Some(survey.library.scope_title(scope)), ..account };
    place::add(survey, scope, &mut account);
    let stretch = Stretch::new(number, survey.library[ix].items.len());
    account.notes.push(which(stretch));
    let range = stretch.range();
    account.shows.truncate(range.end);
    account.shows.drain(..range.start.min(account.shows.len()));
    account
}

fn redirect(survey: &Survey<'_>, account: Account, path: &OutPath, to: PageRef) -> Account {
    let there = survey.plan.routes.page(to);
    let former = path.as_str().trim_end_matches("/index.html");
    // The alias as written is the whole former address or its last part.
    let aliases = super::named::of(survey, to);
    let alias = aliases.into_iter().find(|entry| {
        entry.why.starts_with("a former id") && former.rsplit('/').next() == entry.name.rsplit('/').next()
    });
    let mut account = Account {
        what: "redirect",
        at: alias.and_then(|alias| alias.at),
        shows: vec![survey.thing(to, thing(survey.library, to).what)],
        ..account
    };
    account.notes.push(format!("a former address; it leads to {}", survey.address(there)));
    account
}

/// A file that is copied, and the texts that link to it.
fn copy(survey: &Survey<'_>, account: Account, source: &SourcePath) -> Account {
    let mut account = Account { what: "copied file", at: Some(survey.file(source)), ..account };
    account.named_by = links_to(survey, source);
    account
}

/// The texts that link to a file or show it.
pub fn links_to(survey: &Survey<'_>, file: &SourcePath) -> Vec<Entry> {
    let library = survey.library;
    let mut found = Vec::new();
    for (path, document) in library.all_documents() {
        for link in document.links().iter().filter(|link| link.kind == Destination::Relative) {
            let target = library.target(path, &link.destination);
            if matches!(&target, Ok(crate::model::Target::File(to)) if to == file) {
                let why = if link.image { "shows it" } else { "links to it" };
                found.push(Entry::new(path.to_string(), why).at(survey.spot(link.span)));
            }
        }
    }
    found
}

/// What the home page picks.
fn featured(survey: &Survey<'_>) -> Vec<Entry> {
    let (library, plan) = (survey.library, survey.plan);
    let direction = |direction: Direction| {
        let why = format!("{}: first that must be prepared", direction.word());
        home::featured(library, plan, direction).map(move |ix| survey.question(ix, why.clone()))
    };
    let guides = plan.guides.iter().take(home::GUIDES);
    let guides = guides.map(|ix| survey.thing(PageRef::Guide(*ix), "guide, in reading order"));
    let recent = plan.reviewed.iter().take(home::QUESTIONS).map(|ix| survey.question(*ix, "reviewed last"));
    let places = |recipe: &Recipe, why: &'static str| {
        let things = index(library, plan, recipe).unwrap_or_default();
        things.into_iter().take(home::PLACES).map(move |page| survey.thing(page, why)).collect::<Vec<Entry>>()
    };
    let places = places(&Recipe::Roles, "role, by title")
        .into_iter()
        .chain(places(&Recipe::Industries, "industry, by title"));
    let asked = direction(Direction::YouAsk).chain(direction(Direction::YouAnswer));
    places.chain(guides).chain(asked).chain(recent).collect()
}
