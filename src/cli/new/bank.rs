//! A new bank: a file whose folder says whom its questions are for.

use super::form::{Field, Form, Stop, Talk, anything, one_of};
use super::ids::{self, Taken};
use super::options::BankOptions;
use super::text::Lines;
use super::{Desk, Draft, Page, industries, owned, path, roles};
use crate::base::Slug;
use crate::check::free_id;
use crate::model::{Library, List};
use crate::syntax::records::bank::DIRECTIONS;

/// Asks for what is missing and writes a bank without questions.
pub fn draft(desk: Desk<'_>, options: &BankOptions, talk: Option<Talk<'_>>) -> Result<Draft, Stop> {
    let library = desk.library;
    let mut form = Form::new("greenroom new bank", talk);
    let (roles, industries, directions) = (roles(library), industries(library), owned(&DIRECTIONS));
    let role = form.optional("--role", options.role.as_deref(), &one_of("role", &roles));
    let industry = form.optional("--industry", options.industry.as_deref(), &one_of("industry", &industries));
    let field = Field::text("--title", "What is the bank called?", "First conversations");
    let title = form.needed(&field, options.title.as_deref(), &anything);
    let field = Field::word("--direction", "Who asks? you-ask: the student does", &directions);
    let direction = form.needed(&field, options.direction.as_deref(), &one_of("direction", &directions));
    let place = place(&mut form, library, options, (role.as_deref(), industry.as_deref()), title.as_deref());
    let kinds = kinds(library, direction.as_deref());
    let kind = form.optional("--kind", options.kind.as_deref(), &one_of("kind", &kinds));
    let summary = form.optional("--summary", options.summary.as_deref(), &anything);
    let owner = form.optional("--owner", options.owner.as_deref(), &anything);
    form.done()?;
    let (Some(title), Some(direction), Some((file, id))) = (title, direction, place) else {
        return Err(Stop::Ended);
    };
    let asks = direction == "you-ask";
    let kind = kind.or_else(|| asks.then(|| kinds.first().cloned()).flatten());
    let mut lines = Lines::default();
    let who = if asks { "# Questions a student asks." } else { "# Questions a student is asked." };
    lines.line(who).key("title", &title).key("direction", &direction);
    lines.key_or("summary", summary.as_deref(), "\"One or two sentences: what is in it.\"");
    lines.key_or("owner", owner.as_deref(), "\"Who keeps it\"");
    lines.line("").line("# What every question below has unless it says otherwise.").line("[defaults]");
    let shown = kinds.first().map_or("…", String::as_str);
    lines.key_or("kind", kind.as_deref(), &format!("\"{shown}\""));
    lines.line("# stages = [\"first-round\"]").line("# levels = [\"internship\", \"entry\"]");
    lines.reviewed(desk.today);
    let next = format!("no questions yet; add one: greenroom new question --bank {id}");
    Ok(Draft { path: path(&file), text: lines.text(), page: Page::File, next })
}

fn kinds(library: &Library, direction: Option<&str>) -> Vec<String> {
    let words = library.vocabulary.words(List::Kind).iter();
    let fits = |of: &Option<crate::model::Direction>| {
        direction.is_none_or(|word| of.is_some_and(|of| of.word() == word))
    };
    words.filter(|word| fits(&word.direction)).map(|word| word.id.to_string()).collect()
}

/// The path of the file and the id of the bank.
fn place(
    form: &mut Form<'_>,
    library: &Library,
    options: &BankOptions,
    scope: (Option<&str>, Option<&str>),
    title: Option<&str>,
) -> Option<(String, String)> {
    let taken = ids::of_banks(library);
    if let (Some(role), Some(industry)) = scope {
        // The file's name says the industry, so there is one.
        let id = format!("{role}-in-{industry}");
        if taken.contains(&id) {
            form.refuse(format!(
                "the bank of `{role}` in `{industry}` is there already; add to it: greenroom new question --bank {id}"
            ));
        }
        form.optional("--id", options.id.as_deref(), &|_| {
            Err("the bank of a role in an industry is called after the industry; leave it out".to_owned())
        });
        return Some((format!("content/roles/{role}/in-{industry}.toml"), id));
    }
    let (folder, before) = match scope {
        (Some(role), _) => (format!("content/roles/{role}"), format!("{role}-")),
        (None, Some(industry)) => (format!("content/industries/{industry}"), format!("{industry}-")),
        (None, None) => ("content/banks".to_owned(), String::new()),
    };
    // Ids of the banks in this folder are their files' names behind the folder's.
    let here: Taken = taken.iter().filter_map(|id| id.strip_prefix(&before)).map(str::to_owned).collect();
    let suggested = title.and_then(ids::of_title).map(|id| free_id(unlike_an_industry(&id), &here));
    let field = Field::text("--id", "What is its file called, without .toml?", "a-short-id");
    let fresh = |id: &str| {
        let id = ids::fresh(&here)(id)?;
        if scope.0.is_some() && id.starts_with("in-") {
            return Err(
                "files called `in-…` are for a role in an industry; give --industry instead".to_owned()
            );
        }
        Slug::new(&format!("{before}{id}")).map_err(|_| "this is too long an id".to_owned())?;
        Ok(id)
    };
    let stem = match (suggested, title) {
        (Some(suggested), _) => form.offered(&field.or(suggested), options.id.as_deref(), &fresh),
        (None, Some(_)) => form.needed(&field, options.id.as_deref(), &fresh),
        (None, None) => form.optional("--id", options.id.as_deref(), &fresh),
    }?;
    Some((format!("{folder}/{stem}.toml"), format!("{before}{stem}")))
}

/// A file called `in-…` would be that of an industry.
fn unlike_an_industry(id: &str) -> &str {
    id.strip_prefix("in-").unwrap_or(id)
}
