//! A project under an author's hands: each look at the disk that finds a change gives a [`Turn`].
//!
//! In: when to look again, and where. Out: turns. Waits for nothing, serves nothing, prints nothing.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Turn;
use super::changed::{edited, first_changed};
use super::diags;
use crate::build::{Build, Memo, build};
use crate::diag::Diagnostic;
use crate::disk::{Look, ScanError, scan, scan_again};
use crate::model::Options;
use crate::source::Sources;

/// How a session builds.
///
/// [`build()`] but for tests of what happens when it panics.
pub type Builder = fn(Sources, &Options, &Memo) -> Build;

/// A project, what was read of it last, and what came of it.
#[derive(Debug)]
pub struct Session {
    root: PathBuf,
    options: Options,
    builder: Builder,
    memo: Memo,
    sources: Sources,
    turn: Arc<Turn>,
}

impl Session {
    /// Reads and builds the project at `root`.
    ///
    /// # Errors
    ///
    /// When there is no folder at `root` that can be read.
    pub fn open(root: &Path, options: Options) -> Result<Session, ScanError> {
        Session::open_with(root, options, |sources, options, memo| build(sources, options, memo, &|_| {}))
    }

    /// The same, built in another way.
    ///
    /// # Errors
    ///
    /// When there is no folder at `root` that can be read.
    pub fn open_with(root: &Path, options: Options, builder: Builder) -> Result<Session, ScanError> {
        let sources = scan(root)?;
        let before = Turn::default();
        let memo = Memo::default();
        let mut session =
            Session { root: root.to_owned(), options, builder, memo, sources, turn: Arc::new(before) };
        session.turn = Arc::new(session.make());
        Ok(session)
    }

    /// The last turn.
    pub fn turn(&self) -> &Arc<Turn> {
        &self.turn
    }

    /// What was read of the project last.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// Looks at the disk again; `None` when every file holds what it held.
    ///
    /// A project that cannot be read at all is a problem of a turn, too: the last good site stays.
    pub fn look(&mut self, look: &Look) -> Option<Arc<Turn>> {
        // What happened while the project could not be read is not known.
        let look = if self.turn.unread { &Look::Everywhere } else { look };
        let next = match scan_again(&self.root, &self.sources, look) {
            Ok(sources) if sources == self.sources && !self.turn.unread => return None,
            Ok(sources) => {
                self.sources = sources;
                self.make()
            }
            Err(_) if self.turn.unread => return None,
            Err(error) => Turn { unread: true, ..self.turn.stale(vec![diags::unreadable_project(&error)]) },
        };
        self.turn = Arc::new(next);
        Some(Arc::clone(&self.turn))
    }

    /// What the sources give now.
    fn make(&mut self) -> Turn {
        let build = || (self.builder)(self.sources.clone(), &self.options, &self.memo);
        let built = match catch_unwind(AssertUnwindSafe(build)) {
            Ok(built) => built,
            Err(panic) => {
                // What was kept may be what went wrong.
                self.memo = Memo::default();
                return self.turn.stale(vec![diags::internal_error(&words(&*panic))]);
            }
        };
        let last = &self.turn;
        self.memo = built.memo.clone();
        let (problems, sources) = (built.problems.clone(), Arc::clone(&built.sources));
        let site = built.into_site().map(Arc::new);
        let edited = if last.number == 0 { Vec::new() } else { edited(&last.sources, &sources) };
        let changed = site.as_deref().and_then(|site| first_changed(&edited, &last.sources, &sources, site));
        let (fresh, site) = (site.is_some(), site.or_else(|| last.site.clone()));
        Turn { number: last.number + 1, site, fresh, problems, sources, edited, changed, unread: false }
    }
}

impl Turn {
    /// The turn after this one when there is nothing new to show, only to tell.
    fn stale(&self, news: Vec<Diagnostic>) -> Turn {
        Turn {
            number: self.number + 1,
            site: self.site.clone(),
            fresh: false,
            problems: news,
            sources: Arc::clone(&self.sources),
            edited: Vec::new(),
            changed: None,
            unread: false,
        }
    }
}

/// What a panic says.
fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no reason was given".into())
}
