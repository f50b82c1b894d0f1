//! `greenroom explain`: what a code, a record, an id, an address or a file of the project is, and where all of
//! it comes from.
//!
//! A name is first found (`names`), then an account is drawn up (`thing`, `place`, `output`, `word`, `file`) from
//! the library and the plan, then printed as text or JSON. Nothing here decides anything about a site.

mod account;
mod reference;
mod survey;
mod names;
mod thing;
mod place;
mod output;
mod word;
mod file;
mod language;
mod fields;
mod shown;
mod named;
mod text;

use std::collections::BTreeSet;
use std::path::Path;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::terminal::Terminal;
use super::{End, print, project};
use crate::base::near::nearest;
use crate::base::{OutPath, SourcePath};
use crate::build::{Memo, build};
use crate::disk::scan;
use crate::model::{List, Options, PageIx, PageRef, WordIx};
use crate::plan;
use crate::report::{plural, write_value};
use crate::source::Sources;
use account::{Account, Answer, Entry};
use names::Folders;
use survey::Survey;

/// Options of `explain`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  greenroom explain unknown-key                          what a problem means and how to mend it
  greenroom explain question                             the keys of a record
  greenroom explain behavioral-core/conflict-teammate    where each field comes from, what shows it
  greenroom explain roles/nurse/                         what a page shows and why
  greenroom explain https://prep.example.edu/questions/kind/behavioral/
  greenroom explain content/banks/core.toml:34           what stands at a line
  greenroom explain | less                               all codes and records")]
pub struct ExplainOptions {
    /// A code, a record, an id, an address or a file; all codes and records when left out
    name: Option<String>,
    /// How the answer is printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// How an answer is printed.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum Format {
    /// For people
    Text,
    /// `{"version":1,"builds":true,"account":{…}}`
    Json,
}

/// What a name means.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Subject {
    /// Something with a page of its own.
    Thing(PageRef),
    /// A role in an industry.
    Crossing(PageIx),
    /// A word of the vocabulary.
    Word(List, WordIx),
    /// Any other output.
    Output(OutPath),
    /// A file that is no single thing.
    File(SourcePath),
    /// A line that a file does not have, which has so many.
    NoLine(SourcePath, usize),
    /// A folder with files in it.
    Folder(SourcePath),
}

/// Explains a name, or lists the codes and records.
pub fn run(folder: &Path, args: &ExplainOptions, terminal: &Terminal) -> End {
    let Some(name) = &args.name else {
        return print(|out| reference::list(out).map(|()| End::Clean));
    };
    let known = reference::account(name);
    match scan(folder) {
        Ok(sources) if sources.files().next().is_some() => {
            within(sources, folder, name, known, args.format, terminal)
        }
        // Without a project only the reference can be asked about.
        Ok(_) => alone(name, known, args.format),
        Err(_) if known.is_some() => alone(name, known, args.format),
        Err(error) => {
            terminal.fail(&error);
            End::Failed
        }
    }
}

/// Answers from the reference and a project.
fn within(
    sources: Sources,
    folder: &Path,
    name: &str,
    known: Option<Account>,
    format: Format,
    terminal: &Terminal,
) -> End {
    let own: BTreeSet<SourcePath> = sources.files().map(|source| source.path.clone()).collect();
    let options = Options { drafts: false, base_url: None, today: project::today() };
    let build = build(sources, &options, &Memo::default(), &|_| {});
    let planned;
    let plan = match build.site() {
        Some(site) => site.plan(),
        None => {
            // Of a site with errors: the addresses that its pages would have.
            planned = plan::plan_of_pages(build.library());
            &planned
        }
    };
    let root = project::root(folder);
    let survey = Survey::new(&build, plan, own, &root);
    let errors = project::errors(&build.problems);
    if errors > 0 && known.is_none() {
        terminal.say(&format!(
            "the site does not build ({}; see `greenroom check`): addresses are those it would have",
            plural(errors, "error")
        ));
    }
    let (answer, also) = answer(&survey, name, known, &folders(folder));
    say(name, &Said { version: 1, builds: Some(errors == 0), answer, also }, format)
}

/// What a name means, and what else it means when it is `known` to the reference.
fn answer(
    survey: &Survey<'_>,
    name: &str,
    known: Option<Account>,
    folders: &Folders,
) -> (Answer, Vec<Entry>) {
    let meanings = names::meanings(survey, name, folders);
    let several = || meanings.iter().map(|subject| meaning(survey, subject)).collect::<Vec<Entry>>();
    match (known, meanings.as_slice()) {
        (Some(known), _) => (Answer::Account(Box::new(known)), several()),
        (None, [Subject::NoLine(path, lines)]) => {
            (Answer::NoLine { file: survey.shown(path), lines: *lines }, Vec::new())
        }
        (None, []) => (Answer::Unknown(names::near(survey, name)), Vec::new()),
        (None, [only]) => (Answer::Account(Box::new(account(survey, only))), Vec::new()),
        (None, _) => (Answer::Meanings(several()), Vec::new()),
    }
}

/// Answers from the reference, without a project.
fn alone(name: &str, known: Option<Account>, format: Format) -> End {
    let near = || Answer::Unknown(nearest(name, reference::names()).map(str::to_owned));
    let answer = known.map_or_else(near, |account| Answer::Account(Box::new(account)));
    say(name, &Said { version: 1, builds: None, answer, also: Vec::new() }, format)
}

/// Prints the answer; a code or a record as the reference has it.
fn say(name: &str, said: &Said, format: Format) -> End {
    let unknown = matches!(said.answer, Answer::Unknown(_) | Answer::NoLine { .. });
    print(|out| {
        match format {
            Format::Json => write_value(said, out)?,
            Format::Text if reference::knows(name) || unknown && said.builds.is_none() => {
                reference::explain(name, out)?;
                text::write_also(&said.also, out)?;
            }
            Format::Text => text::write(name, &said.answer, out)?,
        }
        Ok(if unknown { End::Problems } else { End::Clean })
    })
}

fn folders(project: &Path) -> Folders {
    let current = std::env::current_dir().unwrap_or_default();
    let project = names::settled(&current.join(project));
    Folders { current, project }
}

fn account(survey: &Survey<'_>, subject: &Subject) -> Account {
    match subject {
        Subject::Thing(page) => thing::account(survey, *page),
        Subject::Crossing(ix) => place::account(survey, *ix),
        Subject::Word(list, word) => word::account(survey, *list, *word),
        Subject::File(path) | Subject::NoLine(path, _) => file::account(survey, path),
        Subject::Folder(path) => file::folder(survey, path),
        Subject::Output(path) => match survey.plan.recipe(path) {
            Some(recipe) => output::account(survey, path, recipe),
            None => Account { what: "output", name: path.to_string(), ..Account::default() },
        },
    }
}

/// One of several meanings: how to ask for it alone, and what it is.
fn meaning(survey: &Survey<'_>, subject: &Subject) -> Entry {
    let account = account(survey, subject);
    let name = account
        .page
        .map_or(account.name, |page| page.path.strip_suffix("index.html").unwrap_or(&page.path).to_owned());
    Entry::new(name, account.what).at(account.at).saying(account.title.unwrap_or_default())
}

/// What is printed.
#[derive(Serialize)]
struct Said {
    version: u32,
    /// Whether the site builds; nothing when there is none.
    builds: Option<bool>,
    #[serde(flatten)]
    answer: Answer,
    /// What else a code or a record is the name of.
    also: Vec<Entry>,
}

#[cfg(test)]
mod tests;
