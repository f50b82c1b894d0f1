//! A project on the disk: its sources, what day it is, and what its problems mean for a command.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use super::End;
use super::terminal::Terminal;
use crate::base::Date;
use crate::build::{Build, Memo, build};
use crate::diag::{Diagnostic, Severity};
use crate::disk::scan;
use crate::model::Options;
use crate::report::{self, Format, Report};
use crate::source::{Kind, Sources};

/// Scans a project; an error is printed.
pub fn open(project: &Path, terminal: &Terminal) -> Option<Sources> {
    match scan(project) {
        Ok(sources) => Some(sources),
        Err(error) => {
            terminal.fail(&error);
            None
        }
    }
}

/// Scans and builds a project; an error is printed.
pub fn analyse(project: &Path, options: &Options, terminal: &Terminal) -> Option<Build> {
    let sources = open(project, terminal)?;
    Some(build(sources, options, &Memo::default(), &|_| {}))
}

/// Whether the folder is a site; without its settings it may be any folder.
pub fn is_site(sources: &Sources) -> bool {
    sources.files().any(|source| source.kind == Kind::Site)
}

/// The day it is: `SOURCE_DATE_EPOCH` (<https://reproducible-builds.org/specs/source-date-epoch/>), else the clock's.
pub fn today() -> Option<Date> {
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.trim().parse().ok());
    let now =
        || SystemTime::now().duration_since(UNIX_EPOCH).ok().and_then(|d| i64::try_from(d.as_secs()).ok());
    Date::from_unix_seconds(fixed.or_else(now)?)
}

/// What stands before paths in reports, so that they work from the current folder.
pub fn root(project: &Path) -> String {
    match project.to_str() {
        Some("" | "." | "./") => String::new(),
        Some(path) => format!("{}/", path.trim_end_matches('/')),
        None => String::new(),
    }
}

/// Prints problems: to standard error for people, to standard output for machines.
pub fn print(
    problems: &[Diagnostic],
    sources: &Sources,
    format: Format,
    project: &Path,
    terminal: &Terminal,
) -> std::io::Result<()> {
    let root = root(project);
    let report = terminal.report(problems, sources, &root);
    match format {
        Format::Human => report::write(format, &report, &mut std::io::stderr().lock()),
        _ => {
            let report = Report { colour: terminal.output_colour, ..report };
            report::write(format, &report, &mut std::io::stdout().lock())
        }
    }
}

/// How many of them keep a site from being built.
pub fn errors(problems: &[Diagnostic]) -> usize {
    problems.iter().filter(|problem| problem.severity == Severity::Error).count()
}

/// How a command ends whose project has these problems.
pub fn end(problems: &[Diagnostic], strict: bool) -> End {
    let worst = problems.iter().map(|problem| problem.severity).max();
    match worst {
        Some(Severity::Error) => End::Problems,
        Some(Severity::Warning) if strict => End::Problems,
        _ => End::Clean,
    }
}
