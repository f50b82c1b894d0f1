//! Recipes to views and files: which template an output needs and what it is given.

use crate::base::language::is_right_to_left;
use crate::export::search::SearchIndex;
use crate::export::{data, feed, manifest, robots, sitemap};
use crate::model::{Library, Scope};
use crate::plan::Recipe;
use crate::theme::View;
use crate::view::{Material, Sheet, guide, home, list, place, question, search as finder, task};

type Views = (&'static str, Vec<(&'static str, View)>);

/// The template of a page, and its variables.
pub(super) fn views(sheet: &Sheet<'_>, recipe: &Recipe) -> Option<Views> {
    let views = match recipe {
        Recipe::Home => pair(sheet, "home.html", "home", home::home(sheet)),
        Recipe::Guides => pair(sheet, "guides.html", "guides", guide::guides(sheet)),
        Recipe::Guide(ix) => pair(sheet, "guide.html", "guide", guide::guide(sheet, *ix)),
        Recipe::Roles => pair(sheet, "roles.html", "places", place::roles(sheet)),
        Recipe::Industries => pair(sheet, "industries.html", "places", place::industries(sheet)),
        Recipe::Composed(ix, number) => {
            let template = place_template(sheet.library()[*ix].scope);
            pair(sheet, template, "place", place::place(sheet, *ix, *number))
        }
        Recipe::Questions(number) => pair(sheet, "questions.html", "list", list::all(sheet, *number)),
        Recipe::Listing(at, number) => {
            let listing = sheet.plan().listings.get(*at)?;
            pair(sheet, "listing.html", "list", list::listing(sheet, listing, *number))
        }
        Recipe::Bank(ix, number) => pair(sheet, "bank.html", "list", list::bank(sheet, *ix, *number)),
        Recipe::Question(ix) => {
            let views = (question::head(sheet, *ix), question::question(sheet, *ix));
            pair(sheet, "question.html", "question", views)
        }
        Recipe::Messages => pair(sheet, "messages.html", "tasks", task::messages(sheet)),
        Recipe::Checklists => pair(sheet, "checklists.html", "tasks", task::checklists(sheet)),
        Recipe::Kits => pair(sheet, "kits.html", "tasks", task::kits(sheet)),
        Recipe::Message(ix) => pair(
            sheet,
            "message.html",
            "message",
            (task::message_head(sheet, *ix), task::message(sheet, *ix)),
        ),
        Recipe::Checklist(ix) => pair(
            sheet,
            "checklist.html",
            "checklist",
            (task::checklist_head(sheet, *ix), task::checklist(sheet, *ix)),
        ),
        Recipe::Kit(ix) => {
            pair(sheet, "kit.html", "kit", (task::kit_head(sheet, *ix), task::kit(sheet, *ix)))
        }
        Recipe::Redirect(to) => pair(sheet, "redirect.html", "redirect", home::redirect(sheet, *to)),
        Recipe::Search => pair(sheet, "search.html", "search", finder::search(sheet)),
        Recipe::NotFound => {
            ("404.html", vec![("site", sheet.site()), ("page", View::new(&home::not_found(sheet)))])
        }
        Recipe::Style(_) => ("brand.css", vec![("site", sheet.site())]),
        Recipe::BrandIcon => ("icon.svg", vec![("site", sheet.site())]),
        Recipe::Robots
        | Recipe::Sitemap
        | Recipe::SitemapPart(_)
        | Recipe::Feed
        | Recipe::Manifest
        | Recipe::DataIndex
        | Recipe::DataBank(_)
        | Recipe::DataPage(_)
        | Recipe::SearchIndex
        | Recipe::SearchWords
        | Recipe::SearchPlaces(_)
        | Recipe::SearchEntries(_)
        | Recipe::Copy(_) => return None,
    };
    Some(views)
}

fn pair<P: serde::Serialize, V: serde::Serialize>(
    sheet: &Sheet<'_>,
    template: &'static str,
    name: &'static str,
    (page, view): (P, V),
) -> Views {
    (template, vec![("site", sheet.site()), ("page", View::new(&page)), (name, View::new(&view))])
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

/// The template that makes an output; `None` when no template does.
pub fn template(library: &Library, recipe: &Recipe) -> Option<&'static str> {
    match recipe {
        Recipe::Composed(ix, _) => Some(place_template(library[*ix].scope)),
        Recipe::Robots
        | Recipe::Sitemap
        | Recipe::SitemapPart(_)
        | Recipe::Feed
        | Recipe::Manifest
        | Recipe::DataIndex
        | Recipe::DataBank(_)
        | Recipe::DataPage(_)
        | Recipe::SearchIndex
        | Recipe::SearchWords
        | Recipe::SearchPlaces(_)
        | Recipe::SearchEntries(_)
        | Recipe::Copy(_) => None,
        other => Some(name(other)),
    }
}

fn place_template(scope: Scope) -> &'static str {
    match (scope.role, scope.industry) {
        (Some(_), Some(_)) => "role-in-industry.html",
        (None, Some(_)) => "industry.html",
        _ => "role.html",
    }
}

/// What makes an output, in a word.
pub(super) fn name(recipe: &Recipe) -> &'static str {
    match recipe {
        Recipe::Home => "home.html",
        Recipe::NotFound => "404.html",
        Recipe::Guides => "guides.html",
        Recipe::Guide(_) => "guide.html",
        Recipe::Roles => "roles.html",
        Recipe::Industries => "industries.html",
        Recipe::Composed(..) => "role.html, industry.html",
        Recipe::Questions(_) => "questions.html",
        Recipe::Listing(..) => "listing.html",
        Recipe::Bank(..) => "bank.html",
        Recipe::Question(_) => "question.html",
        Recipe::Messages => "messages.html",
        Recipe::Message(_) => "message.html",
        Recipe::Checklists => "checklists.html",
        Recipe::Checklist(_) => "checklist.html",
        Recipe::Kits => "kits.html",
        Recipe::Kit(_) => "kit.html",
        Recipe::Redirect(_) => "redirect.html",
        Recipe::Style(_) => "brand.css",
        Recipe::BrandIcon => "icon.svg",
        Recipe::Manifest => "manifest",
        Recipe::Robots | Recipe::Sitemap | Recipe::SitemapPart(_) => "robots and sitemap",
        Recipe::Feed => "feed",
        Recipe::DataIndex | Recipe::DataBank(_) | Recipe::DataPage(_) => "data",
        Recipe::Search => "search.html",
        Recipe::SearchIndex | Recipe::SearchWords | Recipe::SearchPlaces(_) | Recipe::SearchEntries(_) => {
            "search index"
        }
        Recipe::Copy(_) => "copied files",
    }
}
