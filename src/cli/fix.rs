//! `greenroom fix`: mend what can be mended without asking.
//!
//! The changes are those that diagnostics offer. They are made in rounds, because one mistake hides another; a
//! change after which a file could be read less well than before is not made.

mod rounds;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;

use super::difference::{shown, unified};
use super::files::{Chosen, rewrite};
use super::terminal::Terminal;
use super::{End, print, project, schema};
use crate::base::SourcePath;
use crate::diag::{Diagnostic, Place, Severity};
use crate::model::Options;
use crate::report::escape::visible;
use crate::report::plural;
use crate::source::Sources;
use rounds::{Mended, mend};

/// Options of `fix`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  greenroom fix --dry-run            show what would change, and write nothing
  greenroom fix                      mend every file
  greenroom fix content/banks        mend the banks of one folder

Mends misspelt keys and words that only one known word is near, keys under the wrong table,
questions without an id, curly quotes around values, a first line that names no schema, and other
problems with one sure way out.
Everything else in a file stays as it is, comments included. The exit code is 1 when errors
remain, and with --dry-run when something would change.")]
pub struct FixOptions {
    /// Write nothing; print what would change as a patch, and exit with 1 when anything would
    #[arg(long)]
    pub dry_run: bool,
    /// Only these files and folders
    #[arg(value_name = "FILES")]
    pub files: Vec<PathBuf>,
}

/// Mends the files of a project.
pub fn run(project: &Path, options: &FixOptions, terminal: &Terminal) -> End {
    let Some(sources) = project::open(project, terminal) else { return End::Failed };
    let Some(chosen) = Chosen::new(project, &options.files, &sources, terminal) else { return End::Failed };
    let build = Options { drafts: false, base_url: None, today: project::today() };
    let mut mended = mend(&sources, &build, &|path| chosen.has(path));
    if project.join(schema::FOLDER).is_dir() {
        mended.add_first_lines(&|path| schema::line(path).filter(|_| chosen.has(path)));
    }
    let changed = mended.changed(&sources);
    if options.dry_run {
        return preview(&sources, &changed, &mended, terminal);
    }
    let written = save(project, &sources, &changed, &mended, terminal);
    let left: Vec<&Diagnostic> =
        mended.problems.iter().filter(|problem| concerns(problem, &mended.sources, &chosen)).collect();
    let done = done(&written, &mended);
    if written.len() < changed.len() {
        terminal
            .say(&format!("{done}; {} could not be written", plural(changed.len() - written.len(), "file")));
        return End::Failed;
    }
    terminal.say(&format!("{done}; {}", remains(left.len())));
    if left.iter().any(|problem| problem.severity == Severity::Error) { End::Problems } else { End::Clean }
}

/// Prints what would change.
fn preview(sources: &Sources, changed: &[&SourcePath], mended: &Mended, terminal: &Terminal) -> End {
    let text = |sources: &Sources, path: &SourcePath| {
        let source = sources.get(path);
        source.and_then(|source| source.text().ok()).unwrap_or_default().to_owned()
    };
    let printed = print(|out| {
        for path in changed {
            let difference = unified(path.as_str(), &text(sources, path), &text(&mended.sources, path));
            out.write_all(shown(&difference).as_bytes())?;
        }
        Ok(End::Clean)
    });
    say_refused(mended, terminal);
    if changed.is_empty() {
        terminal.say("nothing would change");
        return printed;
    }
    terminal.say(&format!("{} would change", plural(changed.len(), "file")));
    End::Problems
}

/// Writes what changed, and says what was done to each file that could be written.
fn save<'p>(
    project: &Path,
    sources: &Sources,
    changed: &[&'p SourcePath],
    mended: &Mended,
    terminal: &Terminal,
) -> Vec<&'p SourcePath> {
    let mut written = Vec::new();
    for path in changed {
        let (Some(before), Some(after)) = (sources.get(path), mended.sources.get(path)) else { continue };
        match rewrite(project, path, &before.bytes, &after.bytes) {
            Ok(()) => {
                terminal.say(&format!("{}{path}", project::root(project)));
                for (title, count) in counted(mended.done.get(path)) {
                    let times = if count > 1 { format!(" ({count} times)") } else { String::new() };
                    terminal.say(&format!("  {}{times}", visible(title)));
                }
                written.push(*path);
            }
            Err(error) => terminal.fail(&error),
        }
    }
    say_refused(mended, terminal);
    written
}

fn say_refused(mended: &Mended, terminal: &Terminal) {
    for (path, title) in &mended.refused {
        terminal.say(&format!("{path}: not done, the file would be read less well: {}", visible(title)));
    }
}

/// Titles in the order of their first use, with how often each was used.
fn counted(titles: Option<&Vec<String>>) -> Vec<(&str, usize)> {
    let mut order: Vec<(&str, usize)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for title in titles.into_iter().flatten() {
        let at = *places.entry(title).or_insert(order.len());
        match order.get_mut(at) {
            Some((_, count)) => *count += 1,
            None => order.push((title, 1)),
        }
    }
    order
}

/// Whether a person must look at a problem in the files that were asked for.
fn concerns(problem: &Diagnostic, sources: &Sources, chosen: &Chosen) -> bool {
    let here = match &problem.place {
        Place::Project => matches!(chosen, Chosen::All),
        Place::File(path) => chosen.has(path),
        Place::At(span) => sources.file(span.file).is_some_and(|source| chosen.has(&source.path)),
    };
    here && problem.severity > Severity::Hint
}

/// How much was done.
fn done(written: &[&SourcePath], mended: &Mended) -> String {
    let count = written.iter().filter_map(|path| mended.done.get(path)).map(Vec::len).sum::<usize>();
    match written.len() {
        0 => "nothing was changed".to_owned(),
        written => format!("{} in {}", plural(count, "change"), plural(written, "file")),
    }
}

/// How much is left.
fn remains(count: usize) -> String {
    match count {
        0 => "no problems remain".to_owned(),
        1 => "1 problem remains that needs a person: see `greenroom check`".to_owned(),
        many => format!("{many} problems remain that need a person: see `greenroom check`"),
    }
}
