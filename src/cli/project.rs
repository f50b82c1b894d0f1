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
use crate::report::escape::visible;
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

/// The variable that says what day it is: <https://reproducible-builds.org/specs/source-date-epoch/>.
const DAY: &str = "SOURCE_DATE_EPOCH";

/// The day it is: the one that `SOURCE_DATE_EPOCH` says, else the clock's.
pub fn today() -> Option<Date> {
    // A day that cannot be read ended the program before any command began.
    fixed_day().ok().flatten().or_else(|| {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
        Date::from_unix_seconds(i64::try_from(now.as_secs()).ok()?)
    })
}

/// The day that `SOURCE_DATE_EPOCH` says, when there is such a variable; an error says why it is none. Who sets it wants
/// the same site on any day: with the clock's instead nobody would notice that it is another.
pub fn fixed_day() -> Result<Option<Date>, String> {
    let Some(said) = std::env::var_os(DAY) else { return Ok(None) };
    let said = said.to_string_lossy();
    let day = said.trim().parse().ok().and_then(Date::from_unix_seconds);
    day.map(Some).ok_or_else(|| {
        let said = visible(&said);
        format!(
            "{DAY} is `{said}`, and not a number of seconds since 1970: unset it, or set it as `date +%s` prints it"
        )
    })
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
