//! What can be wrong with addresses.

use super::Recipe;
use crate::base::path::Unpublishable;
use crate::base::{OutPath, SourcePath};
use crate::diag::{Diagnostic, codes};
use crate::model::{Library, PageRef};

/// Two outputs with one address.
pub fn collision(library: &Library, path: &OutPath, second: &Recipe, first: &Recipe) -> Diagnostic {
    let message = format!("two things have the address `{path}`");
    let help =
        format!("{} and {} both want it: rename one", described(library, first), described(library, second));
    let base = match source(library, second).or_else(|| source(library, first)) {
        Some(source) => Diagnostic::file(&codes::OUTPUT_COLLISION, &source, message),
        None => Diagnostic::project(&codes::OUTPUT_COLLISION, message),
    };
    base.help(help)
}

/// A file whose name some file system refuses.
pub fn unpublishable(path: &SourcePath, why: Unpublishable) -> Diagnostic {
    let why = match why {
        Unpublishable::Climbs => "it has an empty part".to_owned(),
        Unpublishable::Character(c) => format!("it has the character `{}`", c.escape_default()),
        Unpublishable::Ending => "a part of it ends with a dot or a space".to_owned(),
        Unpublishable::Device => "Windows keeps a part of it for a device".to_owned(),
        Unpublishable::TooLong => "it is too long".to_owned(),
    };
    Diagnostic::file(&codes::FILE_NAME, path, format!("the name of `{path}` cannot be published: {why}"))
        .help("rename the file: letters, digits, hyphens and dots work everywhere")
}

fn source(library: &Library, recipe: &Recipe) -> Option<SourcePath> {
    Some(match recipe {
        Recipe::Copy(path) => path.clone(),
        Recipe::Guide(at) => library[*at].path.clone(),
        Recipe::Message(at) => library[*at].path.clone(),
        Recipe::Checklist(at) => library[*at].path.clone(),
        Recipe::Kit(at) => library[*at].path.clone(),
        Recipe::Bank(at, _) => library[*at].path.clone(),
        Recipe::Question(at) | Recipe::Redirect(PageRef::Question(at)) => {
            library[library[*at].bank].path.clone()
        }
        Recipe::Redirect(PageRef::Guide(at)) => library[*at].path.clone(),
        Recipe::Redirect(PageRef::Role(at)) => library[*at].path.clone(),
        Recipe::Redirect(PageRef::Industry(at)) => library[*at].path.clone(),
        _ => return None,
    })
}

fn described(library: &Library, recipe: &Recipe) -> String {
    match recipe {
        Recipe::Copy(path) => format!("the file `{path}`"),
        Recipe::Question(at) => format!("the question `{}`", library[*at].name),
        Recipe::Redirect(_) => "an alias".to_owned(),
        Recipe::Guide(at) => format!("the guide `{}`", library[*at].id),
        Recipe::Bank(at, _) => format!("the bank `{}`", library[*at].id),
        Recipe::Composed(at, _) => match (library[*at].scope.role, library[*at].scope.industry) {
            (Some(role), _) => format!("the role `{}`", library[role].id),
            (None, Some(industry)) => format!("the industry `{}`", library[industry].id),
            (None, None) => "the list of questions".to_owned(),
        },
        Recipe::Robots | Recipe::Sitemap | Recipe::SitemapPart(_) | Recipe::Feed => {
            "a file that greenroom writes".to_owned()
        }
        Recipe::SearchIndex | Recipe::SearchWords | Recipe::SearchPlaces(_) | Recipe::SearchEntries(_) => {
            "the index of the search".to_owned()
        }
        Recipe::DataIndex | Recipe::DataBank(_) | Recipe::DataPage(_) => "the data of the site".to_owned(),
        Recipe::Listing(..) => "a list of questions".to_owned(),
        _ => "a page of the site".to_owned(),
    }
}
