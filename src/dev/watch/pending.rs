//! What may have changed since the last look, and when the next is due: hints with their times in, a look out.
//!
//! Pure: the caller owns the clock.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use crate::base::SourcePath;
use crate::disk::Look;

/// Without a hint for so long, a save is over: an editor's own steps follow each other within a few
/// milliseconds, and nobody sees 40.
pub const QUIET: Duration = Duration::from_millis(40);
/// A look is never later than this after the first hint, however busy the folder is: a file that is written
/// without end still shows four times a second.
pub const LONGEST: Duration = Duration::from_millis(250);
/// So many places are cheaper looked at as one: the whole project.
const MOST: usize = 2_000;

/// What a source of events or a listing tells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Hint {
    /// Something may have changed at or below this path.
    At(SourcePath),
    /// Something may have changed anywhere, and what will be told from now on may be incomplete.
    Lost,
}

/// What came together: where to look, and whether the source of events must be made anew.
#[derive(PartialEq, Eq, Debug)]
pub struct News {
    pub look: Look,
    pub lost: bool,
}

/// The hints since the last look.
#[derive(Debug)]
pub struct Pending {
    quiet: Duration,
    longest: Duration,
    places: BTreeSet<SourcePath>,
    everywhere: bool,
    lost: bool,
    /// The first hint and the last.
    span: Option<(Instant, Instant)>,
}

impl Default for Pending {
    fn default() -> Pending {
        Pending::new(QUIET, LONGEST)
    }
}

impl Pending {
    /// Nothing yet; due after `quiet` without a hint, or `longest` after the first.
    pub fn new(quiet: Duration, longest: Duration) -> Pending {
        Pending { quiet, longest, places: BTreeSet::new(), everywhere: false, lost: false, span: None }
    }

    /// Notes a hint that came at `now`.
    pub fn note(&mut self, hint: Hint, now: Instant) {
        match hint {
            Hint::Lost => (self.everywhere, self.lost) = (true, true),
            Hint::At(path) if !self.everywhere => drop(self.places.insert(path)),
            Hint::At(_) => {}
        }
        self.everywhere |= self.places.len() > MOST;
        if self.everywhere {
            self.places.clear();
        }
        self.span = Some((self.span.map_or(now, |(first, _)| first), now));
    }

    /// When to look, if there is anything to look for.
    pub fn due(&self) -> Option<Instant> {
        self.span.map(|(first, last)| (last + self.quiet).min(first + self.longest))
    }

    /// The news, if they are due at `now`; then there are none left.
    pub fn take(&mut self, now: Instant) -> Option<News> {
        self.due().filter(|due| *due <= now)?;
        let taken = std::mem::replace(self, Pending::new(self.quiet, self.longest));
        let look = if taken.everywhere { Look::Everywhere } else { Look::At(taken.places) };
        Some(News { look, lost: taken.lost })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: &str) -> Hint {
        Hint::At(SourcePath::new(path).expect("a path"))
    }

    fn look(paths: &[&str]) -> Option<News> {
        let paths = paths.iter().map(|path| SourcePath::new(path).expect("a path"));
        Some(News { look: Look::At(paths.collect()), lost: false })
    }

    /// Milliseconds after some start.
    fn clock() -> impl Fn(u64) -> Instant {
        let start = Instant::now();
        move |ms| start + Duration::from_millis(ms)
    }

    #[test]
    fn a_save_is_looked_at_once_it_is_quiet() {
        let (mut pending, time) = (Pending::default(), clock());
        assert_eq!((pending.due(), pending.take(time(1000))), (None, None));
        pending.note(at("content/a"), time(0));
        pending.note(at("content/b"), time(10));
        pending.note(at("content/a"), time(30));
        assert_eq!(pending.take(time(69)), None);
        assert_eq!(pending.due(), Some(time(70)));
        assert_eq!(pending.take(time(70)), look(&["content/a", "content/b"]));
        assert_eq!((pending.due(), pending.take(time(1000))), (None, None));
    }

    #[test]
    fn a_busy_folder_is_looked_at_four_times_a_second() {
        let (mut pending, time) = (Pending::default(), clock());
        let mut looks = Vec::new();
        for ms in (0..=1000).step_by(10) {
            pending.note(at("static/log"), time(ms));
            looks.extend(pending.take(time(ms)).map(|_| ms));
        }
        assert_eq!(looks, [250, 510, 770]);
    }

    #[test]
    fn what_came_during_a_build_is_due_at_once() {
        let (mut pending, time) = (Pending::default(), clock());
        for ms in [0, 500, 900] {
            pending.note(at("content/a"), time(ms));
        }
        assert_eq!(pending.take(time(910)), look(&["content/a"]));
    }

    #[test]
    fn what_is_lost_or_too_much_is_looked_for_everywhere() {
        let (mut pending, time) = (Pending::default(), clock());
        pending.note(at("content/a"), time(0));
        pending.note(Hint::Lost, time(1));
        pending.note(at("content/b"), time(2));
        assert_eq!(pending.take(time(42)), Some(News { look: Look::Everywhere, lost: true }));
        for count in 0..=MOST {
            pending.note(at(&format!("content/{count}")), time(50));
        }
        assert_eq!(pending.take(time(90)), Some(News { look: Look::Everywhere, lost: false }));
    }
}
