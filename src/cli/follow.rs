//! What `serve` and `build --watch` share: waiting for saves, and saying what each of them changed.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::project;
use super::terminal::Terminal;
use crate::dev::watch::{How, Poll, Settings, Watcher};
use crate::dev::{News, Session, Turn, news};
use crate::disk::ScanError;
use crate::model::Options;
use crate::report::{self, Report, escape, plural};

/// How many new problems of one save are shown in full: more than a screen is no news but a list.
const NEWS: usize = 10;

/// A project and what wakes it.
pub struct Follow<'p> {
    folder: &'p Path,
    terminal: &'p Terminal,
    how: How,
    watcher: Watcher,
    session: Session,
}

impl<'p> Follow<'p> {
    /// Opens a project and begins to watch it; an error is printed.
    pub fn open(
        folder: &'p Path,
        options: Options,
        poll: Poll,
        terminal: &'p Terminal,
    ) -> Option<Follow<'p>> {
        // Watching begins first, so that nothing saved while the project is read is missed.
        let watcher = Watcher::start(folder, &Settings { poll });
        let session =
            Session::open(folder, options).map_err(|error: ScanError| terminal.fail(&error)).ok()?;
        let watcher = watcher.map_err(|error| terminal.fail(&error)).ok()?;
        let mut follow = Follow { folder, terminal, how: How::Events, watcher, session };
        follow.tell_how();
        Some(follow)
    }

    /// What the project holds now.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Waits for the next change; `None` when watching has ended.
    pub fn next(&mut self) -> Option<Step> {
        loop {
            let look = self.watcher.next()?;
            self.tell_how();
            let last = Arc::clone(self.session.turn());
            let start = Instant::now();
            if let Some(turn) = self.session.look(&look) {
                return Some(Step { last, turn, took: start.elapsed() });
            }
        }
    }

    /// Says how changes are noticed, when it is another way than before.
    fn tell_how(&mut self) {
        let how = self.watcher.how();
        if how != self.how {
            self.terminal.say(&how.to_string());
            self.how = how;
        }
    }

    /// Says what a change brought, and `behind` it where to see it.
    pub fn tell(&self, step: Step, behind: &str) {
        tell(&step, behind, self.folder, self.terminal);
        // Taking a large site apart takes longer than making one: the next save should not wait for it.
        std::thread::spawn(move || drop(step));
    }
}

/// One change of the project.
pub struct Step {
    /// What was before.
    last: Arc<Turn>,
    /// What is now.
    pub turn: Arc<Turn>,
    took: Duration,
}

/// Says what changed, what is wrong that was not, and how much is.
fn tell(Step { last, turn, took }: &Step, behind: &str, folder: &Path, terminal: &Terminal) {
    let news = news(last, turn);
    let root = project::root(folder);
    if !news.new.is_empty() {
        let report = terminal.report(&news.new, &turn.sources, &root);
        let report = Report { limit: Some(NEWS), ..report };
        // A closed pipe is no reason to stop.
        let _ = report::write(report::Format::Human, &report, &mut std::io::stderr().lock());
    }
    terminal.say(&format!("{}: {} ({} ms){behind}", files(turn), sum(&news), took.as_millis()));
}

/// Which files changed, in a few words.
fn files(turn: &Turn) -> String {
    match turn.edited.as_slice() {
        [] => "the project".to_owned(),
        [only] => escape::visible(only.as_str()).into_owned(),
        several => plural(several.len(), "file"),
    }
}

/// What the news come to: "1 new problem, 2 fixed, 3 remain".
fn sum(news: &News) -> String {
    let News { new, fixed, remaining } = news;
    let mut parts = Vec::new();
    if !new.is_empty() {
        parts.push(plural(new.len(), "new problem"));
    }
    if *fixed > 0 {
        parts.push(format!("{fixed} fixed"));
    }
    match remaining - new.len() {
        0 if new.is_empty() => parts.push("no problems".to_owned()),
        0 => {}
        1 => parts.push("1 other remains".to_owned()),
        many => parts.push(format!("{many} others remain")),
    }
    parts.join(", ")
}
