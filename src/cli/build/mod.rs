//! `greenroom build`: a project into a folder of pages, once or with every save.

mod publication;

use std::mem::ManuallyDrop;
use std::path::Path;
use std::sync::Arc;

use super::args::BuildOptions;
use super::follow::Follow;
use super::terminal::Terminal;
use super::timings::{Templates, Timings};
use super::{End, project};
use crate::build::{Memo, build};
use crate::dev::watch::Poll;
use crate::dev::{Session, Turn};
use publication::{Publication, inputs};

/// Builds and publishes a project.
pub fn run(folder: &Path, args: &BuildOptions, terminal: &Terminal) -> End {
    let publication = Publication { folder, args, terminal };
    if args.watch { watch(publication) } else { once(publication) }
}

fn once(publication: Publication<'_>) -> End {
    let Publication { folder, args, terminal } = publication;
    let timings = Timings::start();
    let Some(sources) = project::open(folder, terminal) else { return End::Failed };
    timings.step("scan");
    let options = publication.options();
    let inputs = inputs(&sources, &options);
    // Never dropped: the process ends with it, and taking a large site apart takes longer than linking it.
    let built = ManuallyDrop::new(build(sources, &options, &Memo::default(), &|name| timings.step(name)));
    if publication.report(&built.problems, &built.sources).is_err() {
        return End::Failed;
    }
    let end = project::end(&built.problems, args.strict);
    let Some(site) = built.site().filter(|_| end == End::Clean) else { return publication.refuse() };
    let templates = Templates::default();
    let end = publication.publish(site, &built.sources, inputs, &timings, &templates);
    if args.timings {
        timings.print(&templates, terminal);
    }
    end
}

/// Publishes now and with every save, until the process is ended.
fn watch(publication: Publication<'_>) -> End {
    let Publication { folder, args, terminal } = publication;
    let poll = if args.poll { Poll::Always } else { Poll::WhenNeeded };
    let Some(mut follow) = Follow::open(folder, publication.options(), poll, terminal) else {
        return End::Failed;
    };
    let turn = follow.session().turn();
    if publication.report(&turn.problems, &turn.sources).is_err() {
        return End::Failed;
    }
    publish(publication, follow.session(), turn);
    terminal.say("waiting for changes — Ctrl-C ends");
    while let Some(step) = follow.next() {
        let turn = Arc::clone(&step.turn);
        follow.tell(step, "");
        publish(publication, follow.session(), &turn);
    }
    End::Clean
}

/// Publishes a turn if it may be.
fn publish(publication: Publication<'_>, session: &Session, turn: &Turn) {
    let end = project::end(&turn.problems, publication.args.strict);
    match turn.site.as_deref().filter(|_| turn.fresh && end == End::Clean) {
        Some(site) => {
            let inputs = inputs(session.sources(), &publication.options());
            publication.publish(site, &turn.sources, inputs, &Timings::start(), &Templates::default());
        }
        None => drop(publication.refuse()),
    }
}
