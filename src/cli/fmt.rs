//! `greenroom fmt`: give banks, kits and the vocabulary one layout.
//!
//! The layout itself is made by `syntax::layout`; here files are chosen, compared and written.

use std::path::{Path, PathBuf};

use clap::Args;

use super::difference::{shown, unified};
use super::files::{Chosen, rewrite};
use super::terminal::Terminal;
use super::{End, print, project};
use crate::base::SourcePath;
use crate::diag::{Diagnostic, codes};
use crate::report::{Format, plural};
use crate::source::{Kind, Source};
use crate::syntax::layout::{Unlaid, layout};
use crate::syntax::parse;
use crate::syntax::record::Record;
use crate::syntax::records::{bank::BANK, kit::KIT, vocabulary::VOCABULARY};

/// Options of `fmt`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  greenroom fmt                          every bank and kit, and the vocabulary
  greenroom fmt content/roles/nurse      the banks of one folder
  greenroom fmt --check                  in a workflow: name the files that would change, and fail
  greenroom fmt --check --diff | less    also show how

The layout: keys in the order of `greenroom explain question`, one blank line between tables, a
list on one line when it fits in 100 columns and else one entry on each. Comments stay with their
keys, texts as they are. A file that is not TOML is left alone.")]
pub struct FmtOptions {
    /// Write nothing; print the names of files that would change, and exit with 1 when there are any
    #[arg(long)]
    pub check: bool,
    /// Write nothing; print what would change as a patch
    #[arg(long)]
    pub diff: bool,
    /// Only these files and folders
    #[arg(value_name = "FILES")]
    pub files: Vec<PathBuf>,
}

/// Gives the files of a project their layout.
pub fn run(project: &Path, options: &FmtOptions, terminal: &Terminal) -> End {
    let Some(sources) = project::open(project, terminal) else { return End::Failed };
    let Some(chosen) = Chosen::new(project, &options.files, &sources, terminal) else { return End::Failed };
    let mut found = Found::default();
    for source in sources.files().filter(|source| chosen.has(&source.path)) {
        if let Some(record) = record(&source.kind) {
            found.add(source, record);
        }
    }
    if !found.unreadable.is_empty() {
        let _ = project::print(&found.unreadable, &sources, Format::Human, project, terminal);
    }
    for path in &found.different {
        terminal.fail(&format!(
            "`{path}` was left as it is: its layout is beyond this program; please report it"
        ));
    }
    if found.count == 0 {
        terminal.say("there is no bank, kit or vocabulary to lay out");
    }
    let end = match (options.diff, options.check) {
        (true, _) => {
            show(&found, &|path, before, after| shown(&unified(path.as_str(), before, after)).into())
        }
        (_, true) => show(&found, &|path, _, _| format!("{}{path}\n", project::root(project))),
        _ => save(&found, project, terminal),
    };
    match end {
        End::Clean if !found.different.is_empty() => End::Failed,
        End::Clean if !found.unreadable.is_empty() => End::Problems,
        end => end,
    }
}

/// The record of files that have a layout.
fn record(kind: &Kind) -> Option<&'static Record> {
    match kind {
        Kind::Bank(_) => Some(&BANK),
        Kind::Kit => Some(&KIT),
        Kind::Vocabulary => Some(&VOCABULARY),
        _ => None,
    }
}

/// What came of the files.
#[derive(Default)]
struct Found<'s> {
    count: usize,
    /// Those with another layout than theirs now, before and after.
    changed: Vec<(&'s SourcePath, &'s str, String)>,
    unreadable: Vec<Diagnostic>,
    different: Vec<&'s SourcePath>,
}

impl<'s> Found<'s> {
    fn add(&mut self, source: &'s Source, record: &'static Record) {
        self.count += 1;
        let laid = source.text().map_err(|_| Unlaid::Unreadable).and_then(|text| {
            let laid = layout(text, record)?;
            Ok((text, laid))
        });
        match laid {
            Ok((text, laid)) if text != laid => self.changed.push((&source.path, text, laid)),
            Ok(_) => {}
            Err(Unlaid::Different) => self.different.push(&source.path),
            Err(Unlaid::Unreadable) => self.unreadable.extend(syntax_errors(source)),
        }
    }
}

/// Why a file cannot be read; what else is wrong with it is the business of `check`.
fn syntax_errors(source: &Source) -> Vec<Diagnostic> {
    let syntax =
        [&codes::TOML_SYNTAX, &codes::CURLY_QUOTES, &codes::BAD_DATE, &codes::NOT_UTF8, &codes::BINARY_FILE];
    let mut problems = parse(source).problems;
    problems.retain(|problem| syntax.contains(&problem.code));
    if problems.is_empty() {
        problems.push(Diagnostic::file(&codes::TOML_SYNTAX, &source.path, "this is not TOML"));
    }
    problems
}

/// Prints something of each file that would change: its path, and its text before and after.
fn show(found: &Found<'_>, line: &dyn Fn(&SourcePath, &str, &str) -> String) -> End {
    let printed = print(|out| {
        let mut lines = found.changed.iter().map(|(path, before, after)| line(path, before, after));
        lines.try_for_each(|line| out.write_all(line.as_bytes()))?;
        Ok(End::Clean)
    });
    if found.changed.is_empty() { printed } else { End::Problems }
}

fn save(found: &Found<'_>, project: &Path, terminal: &Terminal) -> End {
    let mut written = 0;
    for (path, before, after) in &found.changed {
        match rewrite(project, path, before.as_bytes(), after.as_bytes()) {
            Ok(()) => {
                terminal.say(&format!("{}{path}", project::root(project)));
                written += 1;
            }
            Err(error) => terminal.fail(&error),
        }
    }
    let files = |count| plural(count, "file");
    let unwritten = found.changed.len() - written;
    match (found.count, written) {
        (0, _) => {}
        _ if unwritten > 0 => terminal.say(&format!("{} could not be written", files(unwritten))),
        (count, 0) => terminal.say(&format!("nothing to change in {}", files(count))),
        (count, written) => terminal.say(&format!("gave {} of {count} their layout", files(written))),
    }
    if unwritten > 0 { End::Failed } else { End::Clean }
}
