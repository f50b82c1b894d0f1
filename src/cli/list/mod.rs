//! `greenroom list`: questions, guides, roles and the rest, as a table, JSON or CSV.
//!
//! Lists what the site's own lists hold, of a site with errors too. The filters are in `filters` and `wanted`,
//! what is known of each thing in `rows`; standard output gets the list and nothing else.

mod filters;
mod wanted;
mod rows;
mod read;
mod write;

use std::io::Write;
use std::path::Path;

use clap::{Args, ValueEnum};

use super::terminal::Terminal;
use super::{End, columns, print, project};
use crate::build::Build;
use crate::model::Options;
use crate::report::plural;
use filters::Filters;
use wanted::Wanted;

/// Options of `list`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  greenroom list                                       every question that stands in lists
  greenroom list questions --role nurse --kind behavioral,situational
  greenroom list questions --stale --format csv > review.csv
  greenroom list guides --role nurse
  greenroom list questions --status draft

Several values of one filter mean any of them; several filters mean all of them.
`--role nurse` is what the page of the role shows: questions for everyone too, without those it hides.
With `--role` and `--industry` it is what a page of the role in the industry shows.")]
pub struct ListOptions {
    /// What to list
    #[arg(default_value = "questions")]
    what: What,
    /// How the list is printed
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: Format,
    #[command(flatten)]
    filters: Filters,
}

/// What can be listed.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum What {
    /// Questions
    #[value(alias = "question")]
    Questions,
    /// Question banks
    #[value(alias = "bank")]
    Banks,
    /// Guides
    #[value(alias = "guide")]
    Guides,
    /// Roles
    #[value(alias = "role")]
    Roles,
    /// Industries
    #[value(alias = "industry")]
    Industries,
    /// Messages
    #[value(alias = "message")]
    Messages,
    /// Checklists
    #[value(alias = "checklist")]
    Checklists,
    /// Kits
    #[value(alias = "kit")]
    Kits,
    /// Words of the vocabulary
    #[value(alias = "word")]
    Words,
}

impl What {
    /// What one of it is called, and several.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            What::Questions => ("question", "questions"),
            What::Banks => ("bank", "banks"),
            What::Guides => ("guide", "guides"),
            What::Roles => ("role", "roles"),
            What::Industries => ("industry", "industries"),
            What::Messages => ("message", "messages"),
            What::Checklists => ("checklist", "checklists"),
            What::Kits => ("kit", "kits"),
            What::Words => ("word", "words"),
        }
    }
}

/// How a list is printed.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum Format {
    /// Columns, as wide as the screen
    Table,
    /// `{"version":1,"questions":[…]}`
    Json,
    /// For spreadsheets
    Csv,
}

/// Lists questions, guides, roles and the rest.
pub fn run(folder: &Path, args: &ListOptions, terminal: &Terminal) -> End {
    let options = Options { drafts: false, base_url: None, today: project::today() };
    let Some(build) = project::analyse(folder, &options, terminal) else { return End::Failed };
    let wanted = match Wanted::new(build.library(), args.what, &args.filters) {
        Ok(wanted) => wanted,
        Err(mistakes) => {
            mistakes.iter().for_each(|mistake| terminal.fail(mistake));
            return End::Failed;
        }
    };
    let root = project::root(folder);
    let listed = read::listed(&build, &wanted, &root);
    let end = print(|out: &mut dyn Write| {
        match args.format {
            Format::Table => write::table(&listed, columns::screen(), out),
            Format::Json => write::json(&listed, out),
            Format::Csv => write::csv(&listed, out),
        }
        .map(|()| End::Clean)
    });
    say_what_is_missing(&build, terminal);
    terminal.say(&summary(&build, &wanted, listed.len()));
    end
}

fn say_what_is_missing(build: &Build, terminal: &Terminal) {
    let errors = project::errors(&build.problems);
    if errors > 0 {
        terminal.say(&format!(
            "the content has {}, so something may be missing here; see `greenroom check`",
            plural(errors, "error")
        ));
    }
}

/// How many there are, and how many questions of the same kind a site does not list.
fn summary(build: &Build, wanted: &Wanted<'_>, count: usize) -> String {
    let (one, several) = wanted.what.words();
    let found = match count {
        0 => format!("no {several}"),
        1 => format!("1 {one}"),
        count => format!("{count} {several}"),
    };
    match wanted.left_out(build.library()) {
        0 => found,
        1 => format!("{found}; 1 more is a draft or retired: `--status all` shows it"),
        more => format!("{found}; {more} more are drafts or retired: `--status all` shows them"),
    }
}
