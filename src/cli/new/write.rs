//! A draft becomes a file: tried in memory, written once, and shown to its author.

use std::collections::BTreeSet;
use std::path::Path;

use super::{Draft, Page, tried};
use crate::base::SourcePath;
use crate::build::Build;
use crate::cli::files::rewrite;
use crate::cli::terminal::Terminal;
use crate::cli::{End, project, schema};
use crate::dev::server::FIRST_PORT;
use crate::diag::{Diagnostic, Severity};
use crate::model::{Library, Options, PageRef};
use crate::plan::plan_of_pages;
use crate::report::Format;
use crate::report::escape::visible;
use crate::source::{Kind, Sources};

/// Writes a draft that is no error, says what may be better, where it is and where it shows.
pub fn write(
    folder: &Path,
    mut draft: Draft,
    before: &Build,
    sources: Sources,
    view: &Options,
    terminal: &Terminal,
) -> End {
    let old = sources.get(&draft.path).map(|source| source.bytes.clone());
    if old.is_none() && folder.join("schemas").is_dir() {
        draft.text = with_schema(&draft);
    }
    let after = tried(&draft, before, sources, view);
    let fresh: Vec<Diagnostic> = fresh(before, &after);
    let errors = fresh.iter().any(|problem| problem.severity == Severity::Error);
    if !fresh.is_empty() {
        let _ = project::print(&fresh, &after.sources, Format::Human, folder, terminal);
    }
    if errors {
        terminal.say("nothing was written: with this, the site would have the errors above");
        return End::Problems;
    }
    if let Err(why) = put(folder, &draft, old.as_deref()) {
        terminal.fail(&why);
        return End::Failed;
    }
    let shown = format!("{}{}", visible(&project::root(folder)), draft.path);
    let url = address(after.library(), &draft);
    let end = crate::cli::print(|out| {
        writeln!(out, "{shown}")?;
        url.iter().try_for_each(|url| writeln!(out, "{url}"))?;
        Ok(End::Clean)
    });
    terminal.say(&draft.next);
    end
}

/// The problems that are there with the draft and were not without it.
fn fresh(before: &Build, after: &Build) -> Vec<Diagnostic> {
    // Places move when a question is added above them; words do not.
    let words = |problem: &'_ Diagnostic| (problem.code.name, problem.message.clone());
    let known: BTreeSet<(&str, String)> = before.problems.iter().map(words).collect();
    after.problems.iter().filter(|problem| !known.contains(&words(problem))).cloned().collect()
}

fn with_schema(draft: &Draft) -> String {
    let line = match Kind::of(&draft.path) {
        Kind::Bank(_) | Kind::Kit => schema::line(&draft.path),
        _ => None,
    };
    line.map_or_else(|| draft.text.clone(), |line| format!("{line}\n{}", draft.text))
}

/// Creates the file, or replaces the one that has these bytes.
fn put(folder: &Path, draft: &Draft, old: Option<&[u8]>) -> Result<(), String> {
    let path = folder.join(draft.path.as_str());
    outside(folder, &draft.path)?;
    let Some(old) = old else {
        if path.symlink_metadata().is_ok() {
            return Err(format!("`{}` is there already; choose another id: --id", draft.path));
        }
        return crate::disk::create(&path, draft.text.as_bytes()).map_err(|error| error.to_string());
    };
    // Between the first question and the last answer somebody may have saved it.
    rewrite(folder, &draft.path, old, draft.text.as_bytes()).map_err(|why| why.to_string())
}

/// A link in the place of a folder could lead out of the project.
fn outside(folder: &Path, path: &SourcePath) -> Result<(), String> {
    let mut at = folder.to_owned();
    let mut parts: Vec<&str> = path.parts().collect();
    parts.pop();
    for part in parts {
        at.push(part);
        if at.symlink_metadata().is_ok_and(|found| found.is_symlink()) {
            return Err(format!("`{}` is a link; put a real folder in its place", at.display()));
        }
    }
    Ok(())
}

/// Where the preview shows it.
fn address(library: &Library, draft: &Draft) -> Option<String> {
    let page = match &draft.page {
        Page::File => library.page_of(&draft.path)?,
        Page::Question(name) => PageRef::Question(library.question(name)?),
    };
    // Routes are made of ids alone: neither the theme's files nor the brand's colours matter here.
    let plan = plan_of_pages(library);
    let address = plan.routes.page(page).address();
    // The port that `greenroom serve` takes when nothing else has it.
    Some(format!("http://127.0.0.1:{FIRST_PORT}{}{address}", library.site.base_path()))
}
