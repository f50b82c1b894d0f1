//! Recipes to views and files: which template an output needs and what it is given.

use crate::base::language::is_right_to_left;
use crate::export::search::SearchIndex;
use crate::export::{data, feed, manifest, robots, sitemap};
use crate::model::{Library, PageIx, Scope};
use crate::plan::{Recipe, Standing};
use crate::theme::View;
use crate::view::page::PageView;
use crate::view::{Material, Sheet, guide, home, list, place, question, search as finder, standing, task};

/// What a template is given, by name.
type Variables = Vec<(&'static str, View)>;

/// Makes the variables of a page; nothing when the page is not planned.
type Views<'r> = dyn Fn(&Sheet<'_>) -> Option<Variables> + 'r;

/// What makes an output.
struct Made<'r> {
    by: By,
    variables: Box<Views<'r>>,
}

#[derive(Clone, Copy)]
enum By {
    Template(&'static str),
    /// The template for the scope of a page.
    Place(PageIx),
    /// No template: a file of this kind.
    File(&'static str),
}

/// The template of a page, and its variables.
pub(super) fn views(sheet: &Sheet<'_>, recipe: &Recipe) -> Option<(&'static str, Variables)> {
    let made = made(recipe);
    Some((made.by.template(sheet.library())?, (made.variables)(sheet)?))
}

/// The template that makes an output; `None` when no template does.
pub fn template(library: &Library, recipe: &Recipe) -> Option<&'static str> {
    made(recipe).by.template(library)
}

/// What makes an output, in a word.
pub(super) fn name(recipe: &Recipe) -> &'static str {
    match made(recipe).by {
        By::Template(name) | By::File(name) => name,
        By::Place(_) => "role.html, industry.html",
    }
}

impl By {
    fn template(self, library: &Library) -> Option<&'static str> {
        match self {
            By::Template(name) => Some(name),
            By::Place(ix) => Some(place_template(library[ix].scope)),
            By::File(_) => None,
        }
    }
}

fn place_template(scope: Scope) -> &'static str {
    match (scope.role, scope.industry) {
        (Some(_), Some(_)) => "role-in-industry.html",
        (None, Some(_)) => "industry.html",
        _ => "role.html",
    }
}

/// The table of all outputs.
fn made(recipe: &Recipe) -> Made<'_> {
    use By::{Place, Template};
    match recipe {
        Recipe::Home => page(Template("home.html"), "home", home::home),
        Recipe::Guides => page(Template("guides.html"), "guides", guide::guides),
        Recipe::Guide(ix) => page(Template("guide.html"), "guide", |sheet| guide::guide(sheet, *ix)),
        Recipe::Roles => page(Template("roles.html"), "places", place::roles),
        Recipe::Industries => page(Template("industries.html"), "places", place::industries),
        Recipe::Composed(ix, number) => page(Place(*ix), "place", |sheet| place::place(sheet, *ix, *number)),
        Recipe::Questions(number) => {
            page(Template("questions.html"), "list", |sheet| list::all(sheet, *number))
        }
        Recipe::Listing(at, number) => page_if(Template("listing.html"), "list", |sheet| {
            Some(list::listing(sheet, sheet.plan().listings.get(*at)?, *number))
        }),
        Recipe::Bank(ix, number) => {
            page(Template("bank.html"), "list", |sheet| list::bank(sheet, *ix, *number))
        }
        Recipe::Question(ix) => page(Template("question.html"), "question", |sheet| {
            (question::head(sheet, *ix), question::question(sheet, *ix))
        }),
        Recipe::Messages => page(Template("messages.html"), "tasks", task::messages),
        Recipe::Message(ix) => page(Template("message.html"), "message", |sheet| {
            (task::message_head(sheet, *ix), task::message(sheet, *ix))
        }),
        Recipe::Checklists => page(Template("checklists.html"), "tasks", task::checklists),
        Recipe::Checklist(ix) => page(Template("checklist.html"), "checklist", |sheet| {
            (task::checklist_head(sheet, *ix), task::checklist(sheet, *ix))
        }),
        Recipe::Kits => page(Template("kits.html"), "tasks", task::kits),
        Recipe::Kit(ix) => {
            page(Template("kit.html"), "kit", |sheet| (task::kit_head(sheet, *ix), task::kit(sheet, *ix)))
        }
        Recipe::Redirect(to) => {
            page(Template("redirect.html"), "redirect", |sheet| home::redirect(sheet, *to))
        }
        Recipe::Search => page(Template("search.html"), "search", finder::search),
        Recipe::Standing(which) => standing_page(*which),
        Recipe::NotFound => bare(Template("404.html"), |sheet| alone(sheet, &home::not_found(sheet))),
        Recipe::Style(_) => bare(Template("brand.css"), |sheet| vec![("site", sheet.site())]),
        Recipe::BrandIcon => bare(Template("icon.svg"), |sheet| vec![("site", sheet.site())]),
        Recipe::Robots | Recipe::Sitemap | Recipe::SitemapPart(_) => file("robots and sitemap"),
        Recipe::Manifest => file("manifest"),
        Recipe::Feed => file("feed"),
        Recipe::DataIndex | Recipe::DataBank(_) | Recipe::DataPage(_) => file("data"),
        Recipe::SearchIndex | Recipe::SearchWords | Recipe::SearchPlaces(_) | Recipe::SearchEntries(_) => {
            file("search index")
        }
        Recipe::Copy(_) => file("copied files"),
    }
}

fn standing_page(which: Standing) -> Made<'static> {
    let by = By::Template(which.template());
    let head = move |sheet: &Sheet<'_>| standing::head(sheet, which);
    match which {
        Standing::Practice => page(by, "practice", move |sheet| (head(sheet), standing::practice(sheet))),
        Standing::MyPrep => page(by, "prep", move |sheet| (head(sheet), standing::prep(sheet))),
        Standing::Kit => page(by, "builder", move |sheet| (head(sheet), standing::builder(sheet))),
        Standing::Outreach => page(by, "outreach", move |sheet| (head(sheet), standing::outreach(sheet))),
        Standing::Accessibility => {
            page(by, "statement", move |sheet| (head(sheet), standing::statement(sheet)))
        }
        Standing::Contacts | Standing::Privacy => bare(by, move |sheet| alone(sheet, &head(sheet))),
    }
}

/// What a page is given that needs nothing but the site and its own head.
fn alone(sheet: &Sheet<'_>, page: &PageView) -> Variables {
    vec![("site", sheet.site()), ("page", View::new(page))]
}

/// A page: its template is given `site`, `page` and the view called `name`.
fn page<'r, P: serde::Serialize, V: serde::Serialize>(
    by: By,
    name: &'static str,
    make: impl Fn(&Sheet<'_>) -> (P, V) + 'r,
) -> Made<'r> {
    page_if(by, name, move |sheet| Some(make(sheet)))
}

fn page_if<'r, P: serde::Serialize, V: serde::Serialize>(
    by: By,
    name: &'static str,
    make: impl Fn(&Sheet<'_>) -> Option<(P, V)> + 'r,
) -> Made<'r> {
    let variables = move |sheet: &Sheet<'_>| {
        let (page, view) = make(sheet)?;
        Some(vec![("site", sheet.site()), ("page", View::new(&page)), (name, View::new(&view))])
    };
    Made { by, variables: Box::new(variables) }
}

/// An output whose template has no view of its own.
fn bare<'r>(by: By, make: impl Fn(&Sheet<'_>) -> Variables + 'r) -> Made<'r> {
    Made { by, variables: Box::new(move |sheet| Some(make(sheet))) }
}

/// An output that no template makes.
fn file(kind: &'static str) -> Made<'static> {
    Made { by: By::File(kind), variables: Box::new(|_| None) }
}

/// The bytes of an output that no template makes.
pub(super) fn machine(material: Material<'_>, recipe: &Recipe) -> Option<Vec<u8>> {
    let (library, plan, phrases) = (material.library, material.plan, &*material.theme.phrases);
    let base = library.site.base_url.as_deref();
    match recipe {
        Recipe::Robots => Some(robots::robots(base)),
        Recipe::Sitemap => Some(sitemap::sitemap(base?, &plan.indexed(library))),
        Recipe::SitemapPart(part) => Some(sitemap::part(base?, &plan.indexed(library), *part)),
        Recipe::Feed => Some(feed::feed(library, plan, base?)),
        Recipe::DataIndex => Some(data::index(library, plan, phrases)),
        Recipe::Manifest => Some(manifest::manifest(
            library,
            plan,
            if is_right_to_left(&library.site.language) { "rtl" } else { "ltr" },
            material.theme.colours.light,
        )),
        Recipe::DataBank(ix) => Some(data::bank(library, plan, *ix)),
        Recipe::DataPage(ix) => Some(data::page(library, phrases, *ix)),
        _ => None,
    }
}

/// The bytes of a file of the search index, which is made when the first of them is asked for.
pub(super) fn search<'s>(index: &dyn Fn() -> &'s SearchIndex, recipe: &Recipe) -> Option<Vec<u8>> {
    match recipe {
        Recipe::SearchIndex => Some(index().index.clone()),
        Recipe::SearchWords => Some(index().words.clone()),
        Recipe::SearchPlaces(at) => index().places.get(*at).cloned(),
        Recipe::SearchEntries(at) => index().entries.get(*at).cloned(),
        _ => None,
    }
}
