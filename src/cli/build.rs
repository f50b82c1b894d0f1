//! `greenroom build`: a project into a folder of pages.

use std::mem::ManuallyDrop;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::args::BuildOptions;
use super::terminal::Terminal;
use super::timings::{Templates, Timings};
use super::{End, project};
use crate::base::{ContentHash, OutPath};
use crate::build::{Build, Memo, build};
use crate::diag::Diagnostic;
use crate::disk::{Job, PublishError, Published, Step, publish};
use crate::model::Options;
use crate::report::Format;
use crate::site::{Site, distinct};
use crate::source::Sources;

/// A build shorter than this needs no word of progress.
const QUIET: Duration = Duration::from_millis(500);

/// Builds and publishes a project.
pub fn run(folder: &Path, args: &BuildOptions, terminal: &Terminal) -> End {
    let timings = Timings::start();
    let Some(sources) = project::open(folder, terminal) else { return End::Failed };
    timings.step("scan");
    let options = Options { drafts: args.drafts, base_url: args.base_url.clone(), today: project::today() };
    let inputs = inputs(&sources, &options);
    // Never dropped: the process ends with it, and taking a large site apart takes longer than linking it.
    let built = ManuallyDrop::new(build(sources, &options, &Memo::default(), &|name| timings.step(name)));
    if report(&built.problems, &built, args, folder, terminal).is_err() {
        return End::Failed;
    }
    let end = project::end(&built.problems, args.strict);
    let Some(site) = built.site().filter(|_| end == End::Clean) else {
        terminal.say("nothing was published: the last good site stays as it is");
        return End::Problems;
    };
    let templates = Templates::default();
    let published = publish_site(site, folder, args, inputs, &templates, terminal);
    timings.step("render and publish");
    let end = match published {
        Ok(published) => {
            if args.format == Format::Human {
                terminal.say(&summary(site, &published, args, &timings));
            }
            End::Clean
        }
        Err(PublishError::Render { first, .. }) => {
            let failures = distinct(first.into_iter().map(|(_, failure)| *failure).collect());
            let printed = report(&failures, &built, args, folder, terminal);
            terminal.say("nothing was published: the last good site stays as it is");
            if printed.is_ok() { End::Problems } else { End::Failed }
        }
        Err(PublishError::Disk(error)) => {
            terminal.fail(&error);
            End::Failed
        }
    };
    if args.timings {
        timings.print(&templates, terminal);
    }
    end
}

fn report(
    problems: &[Diagnostic],
    built: &Build,
    args: &BuildOptions,
    folder: &Path,
    terminal: &Terminal,
) -> std::io::Result<()> {
    match project::print(problems, &built.sources, args.format, folder, terminal) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            terminal.fail(&error);
            Err(error)
        }
        _ => Ok(()),
    }
}

fn publish_site(
    site: &Site,
    folder: &Path,
    args: &BuildOptions,
    inputs: ContentHash,
    templates: &Templates,
    terminal: &Terminal,
) -> Result<Published, PublishError<Box<Diagnostic>>> {
    let outputs = site.outputs();
    let out = folder.join(&args.out);
    let job = Job {
        folder: &out,
        project: folder,
        adopt: args.adopt,
        inputs,
        outputs: &outputs,
        patience: publish::PATIENCE,
    };
    let render = |path: &OutPath| {
        let start = Instant::now();
        let rendered = site.render(path).unwrap_or_else(|| Ok(crate::site::Bytes::Made(Vec::new())));
        if args.timings
            && let Ok(mut templates) = templates.lock()
        {
            let entry = templates.entry(site.template(path)).or_default();
            *entry = (entry.0 + 1, entry.1 + start.elapsed());
        }
        rendered
    };
    let progress = Progress { start: Instant::now(), total: outputs.len(), done: AtomicUsize::new(0) };
    let published = publish(&job, render, &|step| progress.tell(step, terminal));
    terminal.show("");
    published
}

/// Tells how far a long build is.
struct Progress {
    start: Instant,
    total: usize,
    done: AtomicUsize,
}

impl Progress {
    fn tell(&self, step: Step<'_>, terminal: &Terminal) {
        match step {
            Step::Waiting { pid } => {
                let who = pid.map_or_else(String::new, |pid| format!(" (process {pid})"));
                terminal.say(&format!("waiting for another build of this folder{who}"));
            }
            Step::RolledForward => terminal.say("finished what an interrupted build had begun"),
            Step::RolledBack => terminal.say("undid what an interrupted build had begun"),
            Step::Rendered(_) => {
                let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
                if done.is_multiple_of(200) && self.start.elapsed() > QUIET {
                    terminal.show(&format!("rendered {done} of {}", self.total));
                }
            }
            _ => {}
        }
    }
}

/// The hash of everything the site is made of: the sources, the options, and this program.
fn inputs(sources: &Sources, options: &Options) -> ContentHash {
    let files = sources.files().flat_map(|file| [ContentHash::of(file.path.as_str().as_bytes()), file.hash]);
    // The day decides which checks warn, never what is written.
    let options = format!("{} {:?}", options.drafts, options.base_url);
    let program = std::env::current_exe().and_then(std::fs::read).map(|bytes| ContentHash::of(&bytes));
    let program = program.unwrap_or_else(|_| ContentHash::of(env!("CARGO_PKG_VERSION").as_bytes()));
    ContentHash::of_all(files.chain([ContentHash::of(options.as_bytes()), program]))
}

fn summary(site: &Site, published: &Published, args: &BuildOptions, timings: &Timings) -> String {
    let questions = site.plan().questions.len();
    let took = timings.total().as_secs_f64();
    let total = published.written + published.unchanged;
    let what = match (published.written, published.removed) {
        (0, 0) => "nothing changed".to_owned(),
        (written, 0) => format!("{written} written"),
        (written, removed) => format!("{written} written, {removed} removed"),
    };
    format!("{questions} questions, {total} files in {}: {what} ({took:.2} s)", args.out.display())
}
