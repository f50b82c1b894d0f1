//! `greenroom check`: everything that is wrong, and nothing written.

use std::path::Path;

use super::args::CheckOptions;
use super::terminal::Terminal;
use super::{End, project};
use crate::model::Options;
use crate::report::Format;

/// Checks a project, its templates on every page too.
pub fn run(folder: &Path, args: &CheckOptions, terminal: &Terminal) -> End {
    let options = Options { drafts: args.drafts, base_url: None, today: project::today() };
    let Some(build) = project::analyse(folder, &options, terminal) else { return End::Failed };
    let mut problems = build.problems.clone();
    if let Some(site) = build.site() {
        problems.extend(site.failures());
    }
    match project::print(&problems, &build.sources, args.format, folder, terminal) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            terminal.fail(&error);
            return End::Failed;
        }
        _ => {}
    }
    if problems.iter().any(|problem| problem.fix.is_some()) && args.format == Format::Human {
        terminal.say("`greenroom fix` mends what can be mended without asking");
    }
    if problems.is_empty() && args.format == Format::Human {
        let count = build.library().listed().count();
        terminal.say(&format!("no problems in {count} questions"));
    }
    project::end(&problems, args.strict)
}
