//! Where hints wait for the watcher: told by any thread, taken by one.
//!
//! Coalesces at once, so that a busy folder during a long build costs no memory.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::pending::{Hint, News, Pending};

/// What the watcher waits on.
#[derive(Default, Debug)]
pub struct Inbox {
    state: Mutex<State>,
    changed: Condvar,
}

/// What is known to both sides.
#[derive(Default, Debug)]
pub struct State {
    pending: Pending,
    heard: bool,
    stopped: bool,
}

/// Why a wait ended.
#[derive(PartialEq, Eq, Debug)]
pub enum Woken {
    /// For good.
    Stopped,
    /// A look is due.
    Due(News),
    /// Nothing happened for as long as was asked.
    Tick,
}

impl Inbox {
    /// Adds a hint.
    pub fn tell(&self, hint: Hint) {
        self.lock().pending.note(hint, Instant::now());
        self.changed.notify_all();
    }

    /// Notes that the source of events is alive.
    pub fn hear(&self) {
        self.lock().heard = true;
        self.changed.notify_all();
    }

    /// Ends every wait.
    pub fn stop(&self) {
        self.lock().stopped = true;
        self.changed.notify_all();
    }

    /// Whether hints wait that are not due yet.
    pub fn is_waiting(&self) -> bool {
        self.lock().pending.due().is_some()
    }

    /// Waits until the source of events is known to be alive; `false` when it is not within `patience`.
    pub fn wait_for_life(&self, patience: Duration) -> bool {
        let waited = self.changed.wait_timeout_while(self.lock(), patience, |state| !state.heard);
        waited.unwrap_or_else(PoisonError::into_inner).0.heard
    }

    /// Waits until a look is due, or for as long as `patience` when there is one.
    pub fn wait(&self, patience: Option<Duration>) -> Woken {
        let end = patience.map(|patience| Instant::now() + patience);
        let mut state = self.lock();
        loop {
            let now = Instant::now();
            if state.stopped {
                return Woken::Stopped;
            }
            if let Some(news) = state.pending.take(now) {
                return Woken::Due(news);
            }
            if end.is_some_and(|end| end <= now) {
                return Woken::Tick;
            }
            state = match state.pending.due().into_iter().chain(end).min() {
                None => self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
                Some(until) => {
                    let waited = self.changed.wait_timeout(state, until.saturating_duration_since(now));
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
    }

    /// A state whose holder panicked is whole: each change to it is a single step.
    pub fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
