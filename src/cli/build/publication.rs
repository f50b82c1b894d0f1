//! Publishes a site to the output folder, and says how that went.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::base::{ContentHash, OutPath};
use crate::cli::args::BuildOptions;
use crate::cli::terminal::Terminal;
use crate::cli::timings::{Templates, Timings};
use crate::cli::{End, project};
use crate::diag::Diagnostic;
use crate::disk::{Job, PublishError, Published, Step, publish};
use crate::model::Options;
use crate::report::Format;
use crate::site::{Bytes, Site, distinct};
use crate::source::Sources;

/// A build shorter than this needs no word of progress.
const QUIET: Duration = Duration::from_millis(500);

/// Where a project is published to, and who is told.
#[derive(Clone, Copy)]
pub struct Publication<'a> {
    /// The project.
    pub folder: &'a Path,
    /// What was asked for.
    pub args: &'a BuildOptions,
    /// Who is told.
    pub terminal: &'a Terminal,
}

impl Publication<'_> {
    /// What the site is built with.
    pub fn options(&self) -> Options {
        let BuildOptions { drafts, base_url, .. } = self.args;
        Options { drafts: *drafts, base_url: base_url.clone(), today: project::today() }
    }

    /// Prints problems; an error of printing is printed too, but for a closed pipe.
    pub fn report(&self, problems: &[Diagnostic], sources: &Sources) -> std::io::Result<()> {
        match project::print(problems, sources, self.args.format, self.folder, self.terminal) {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                self.terminal.fail(&error);
                Err(error)
            }
            _ => Ok(()),
        }
    }

    /// Says that the output folder was left alone.
    pub fn refuse(&self) -> End {
        let is_there = self.folder.join(&self.args.out).join("index.html").is_file();
        self.terminal.say(match is_there {
            true => "nothing was published: the last good site stays as it is",
            false => "nothing was published: there is no site until the errors are mended",
        });
        End::Problems
    }

    /// Publishes a site; `sources` are those that problems of templates point into.
    pub fn publish(
        &self,
        site: &Site,
        sources: &Sources,
        inputs: ContentHash,
        timings: &Timings,
        templates: &Templates,
    ) -> End {
        let published = self.write(site, inputs, templates);
        timings.step("render and publish");
        match published {
            Ok(published) => {
                if self.args.format == Format::Human {
                    self.terminal.say(&self.summary(site, &published, timings));
                }
                End::Clean
            }
            Err(PublishError::Render { first, .. }) => {
                let failures = distinct(first.into_iter().map(|(_, failure)| *failure).collect());
                let printed = self.report(&failures, sources);
                let end = self.refuse();
                if printed.is_ok() { end } else { End::Failed }
            }
            Err(PublishError::Disk(error)) => {
                self.terminal.fail(&error);
                End::Failed
            }
        }
    }

    fn write(
        &self,
        site: &Site,
        inputs: ContentHash,
        templates: &Templates,
    ) -> Result<Published, PublishError<Box<Diagnostic>>> {
        let outputs = site.outputs();
        let out = self.folder.join(&self.args.out);
        let job = Job {
            folder: &out,
            project: self.folder,
            adopt: self.args.adopt,
            inputs,
            outputs: &outputs,
            patience: publish::PATIENCE,
        };
        let render = |path: &OutPath| {
            let start = Instant::now();
            let rendered = site.render(path).unwrap_or_else(|| Ok(Bytes::Made(Vec::new())));
            if self.args.timings
                && let Ok(mut templates) = templates.lock()
            {
                let entry = templates.entry(site.template(path)).or_default();
                *entry = (entry.0 + 1, entry.1 + start.elapsed());
            }
            rendered
        };
        let progress = Progress { start: Instant::now(), total: outputs.len(), done: AtomicUsize::new(0) };
        let published = publish(&job, render, &|step| progress.tell(step, self.terminal));
        self.terminal.show("");
        published
    }

    fn summary(&self, site: &Site, published: &Published, timings: &Timings) -> String {
        let questions = site.plan().questions.len();
        let took = timings.total().as_secs_f64();
        let total = published.written + published.unchanged;
        let what = match (published.written, published.removed) {
            (0, 0) => "nothing changed".to_owned(),
            (written, 0) => format!("{written} written"),
            (written, removed) => format!("{written} written, {removed} removed"),
        };
        let out = self.args.out.display();
        format!("{questions} questions, {total} files in {out}: {what} ({took:.2} s)")
    }
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
pub fn inputs(sources: &Sources, options: &Options) -> ContentHash {
    let files = sources.files().flat_map(|file| [ContentHash::of(file.path.as_str().as_bytes()), file.hash]);
    // The day decides which checks warn, never what is written.
    let options = format!("{} {:?}", options.drafts, options.base_url);
    let program = std::env::current_exe().and_then(std::fs::read).map(|bytes| ContentHash::of(&bytes));
    let program = program.unwrap_or_else(|_| ContentHash::of(env!("CARGO_PKG_VERSION").as_bytes()));
    ContentHash::of_all(files.chain([ContentHash::of(options.as_bytes()), program]))
}
