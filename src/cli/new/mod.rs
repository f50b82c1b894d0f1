//! `greenroom new`: start a question, bank, guide, role, industry, message, checklist or kit.
//!
//! In: a project and what the author says about the new thing. Out: one file more, or one question more at
//! the end of a bank. The project is built in memory with it first: what would be an error is not written.
//! Replaces nothing but the bank a question goes into, and that only by itself with the question at its end.

mod bank;
mod form;
mod guide;
mod ids;
mod kit;
mod options;
mod place;
mod question;
mod task;
mod text;
mod words;
mod write;

use std::io::IsTerminal;
use std::path::Path;

use super::terminal::Terminal;
use super::{End, project};
use crate::base::{Date, SourcePath};
use crate::build::{Build, Memo, build};
use crate::check::free_id;
use crate::model::{Library, List, Options, QuestionName};
use crate::source::Sources;
pub use form::shell;
use form::{Field, Form, Stop, Talk, anything};
use ids::Taken;
pub use options::NewOptions;
use options::{NamedOptions, What};

/// A new file, or an old one with more at its end.
#[derive(Debug)]
struct Draft {
    path: SourcePath,
    text: String,
    page: Page,
    /// What the author does next.
    next: String,
}

/// What to show of a draft.
#[derive(Debug)]
enum Page {
    /// The page of its file.
    File,
    /// The page of a question in it.
    Question(QuestionName),
}

/// What a new thing is made in.
#[derive(Clone, Copy, Debug)]
struct Desk<'d> {
    library: &'d Library,
    sources: &'d Sources,
    today: Option<Date>,
}

/// Starts a question, bank, guide, role, industry, message, checklist or kit.
pub fn run(folder: &Path, options: &NewOptions, terminal: &Terminal) -> End {
    let stdin = std::io::stdin();
    if !(terminal.interactive && stdin.is_terminal()) {
        return start(folder, options, None, terminal);
    }
    let (mut input, mut output) = (stdin.lock(), std::io::stderr());
    start(folder, options, Some(Talk { input: &mut input, output: &mut output }), terminal)
}

fn start(folder: &Path, options: &NewOptions, talk: Option<Talk<'_>>, terminal: &Terminal) -> End {
    let Some(sources) = project::open(folder, terminal) else { return End::Failed };
    let today = project::today();
    // Drafts too: their ids are taken, and the preview shows them.
    let view = Options { drafts: true, base_url: None, today };
    let before = build(sources.clone(), &view, &Memo::default(), &|_| {});
    if !project::is_site(&sources) {
        terminal.fail(&format!(
            "there is no `site.toml` in `{}`; start a site first: greenroom init",
            folder.display()
        ));
        return End::Failed;
    }
    let desk = Desk { library: before.library(), sources: &sources, today };
    let draft = match options.what.as_ref() {
        What::Question(options) => question::draft(desk, options, talk),
        What::Bank(options) => bank::draft(desk, options, talk),
        What::Guide(options) => guide::draft(desk, options, talk),
        What::Role(options) => place::role(desk, options, talk),
        What::Industry(options) => place::industry(desk, options, talk),
        What::Message(options) => task::message(desk, options, talk),
        What::Checklist(options) => task::checklist(desk, options, talk),
        What::Kit(options) => kit::draft(desk, options, talk),
    };
    match draft {
        Ok(draft) => write::write(folder, draft, &before, sources.clone(), &view, terminal),
        Err(Stop::Ended) => {
            terminal.say("\nnothing was written");
            End::Failed
        }
        Err(Stop::Told(lines)) => {
            told(&lines, terminal);
            End::Failed
        }
    }
}

/// What is wrong as errors, and the example below them.
fn told(lines: &[String], terminal: &Terminal) {
    for line in lines {
        match line.strip_prefix("for example: ") {
            Some(_) => terminal.say(line),
            None => terminal.fail(line),
        }
    }
}

/// What a thing is called and its id: the question for the title, and the ids that are taken.
fn titled(
    form: &mut Form<'_>,
    (question, example): (&str, &str),
    given: &NamedOptions,
    taken: &Taken,
) -> Option<(String, String)> {
    let id = given.id.as_deref();
    let title = form.needed(&Field::text("--title", question, example), given.title.as_deref(), &anything);
    let suggested = title.as_deref().and_then(ids::of_title).map(|id| free_id(&id, taken));
    let field = Field::text("--id", "What is its id, for its address?", "a-short-id");
    let fresh = ids::fresh(taken);
    let id = match suggested {
        Some(suggested) => form.offered(&field.or(suggested), id, &fresh),
        // A title without a letter that an id may have.
        None if title.is_some() => form.needed(&field, id, &fresh),
        None => form.optional("--id", id, &fresh),
    };
    Some((title?, id?))
}

/// The path of a new file; folders and names are made of ids, which are checked.
fn path(text: &str) -> SourcePath {
    SourcePath::new(text).expect("ids have no slash and no dot")
}

fn words(library: &Library, list: List) -> Vec<String> {
    library.vocabulary.words(list).iter().map(|word| word.id.to_string()).collect()
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn roles(library: &Library) -> Vec<String> {
    library.roles.iter().map(|role| role.id.to_string()).collect()
}

fn industries(library: &Library) -> Vec<String> {
    library.industries.iter().map(|industry| industry.id.to_string()).collect()
}

/// The build of the project with `draft` in it.
fn tried(draft: &Draft, before: &Build, mut sources: Sources, view: &Options) -> Build {
    sources.insert(draft.path.clone(), draft.text.as_bytes());
    build(sources, view, &before.memo, &|_| {})
}
