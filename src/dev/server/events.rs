//! Tells a browser what a turn means for the page it shows: problems, a reload, style sheets, another page.
//!
//! In: turns, and what the browser says it holds. Out: a stream of events. A browser that reads slowly hears
//! of fewer turns, never of old ones; a page that many browsers show is made once in a turn.

use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use futures_util::Stream;
use futures_util::stream::unfold;
use tokio::sync::{OwnedSemaphorePermit, watch};
use tokio::task::spawn_blocking;

use super::print::{Held, Print, Sheet};
use super::route::{self, Target};
use super::{Limits, show};
use crate::dev::Turn;
use crate::report::browser;

/// What was found out about a turn for some browser and is the same for all.
#[derive(Default)]
pub struct Seen(Mutex<(u64, Arc<OfTurn>)>);

#[derive(Default)]
struct OfTurn {
    problems: OnceLock<String>,
    held: Mutex<BTreeMap<Target, Arc<OnceLock<Option<Held>>>>>,
}

impl Seen {
    /// What is known of a turn; nothing yet of a new one.
    fn of(&self, turn: &Turn) -> Arc<OfTurn> {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if last.0 != turn.number {
            *last = (turn.number, Arc::default());
        }
        Arc::clone(&last.1)
    }
}

impl OfTurn {
    fn problems(&self, turn: &Turn) -> String {
        let told = || {
            let problems = browser::problems(&turn.problems, turn.sources.as_ref());
            browser::told(turn.number, turn.fresh, &problems)
        };
        self.problems.get_or_init(told).clone()
    }

    /// What a browser would hold of `target` now; two that ask at once wait for one rendering.
    fn held(&self, turn: &Turn, target: Target) -> Option<Held> {
        let mut all = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let one = Arc::clone(all.entry(target.clone()).or_default());
        drop(all);
        one.get_or_init(|| show::show(turn, &target).held).clone()
    }
}

/// What a browser says of itself when it asks for events.
pub struct Watched {
    /// The page's name, see [`route::name`].
    pub page: String,
    /// What it holds; `None` when it says nothing that makes sense.
    pub has: Option<Print>,
}

/// A browser that listens.
struct Listener {
    turns: watch::Receiver<Arc<Turn>>,
    seen: Arc<Seen>,
    follow: bool,
    place: Place,
    /// Whether the current turn has been told.
    told: bool,
    waiting: VecDeque<Event>,
    /// Free again when the browser leaves.
    _seat: OwnedSemaphorePermit,
}

/// What a browser shows, as far as it is known.
#[derive(Clone)]
struct Place {
    page: String,
    has: Option<Print>,
    sheets: Vec<Sheet>,
}

/// The events for one browser, until it leaves.
pub fn events(
    turns: watch::Receiver<Arc<Turn>>,
    seen: Arc<Seen>,
    follow: bool,
    watched: Watched,
    seat: OwnedSemaphorePermit,
    limits: &Limits,
) -> Sse<impl Stream<Item = Result<Event, Infallible>> + use<>> {
    let place = Place { page: watched.page, has: watched.has, sheets: Vec::new() };
    let listener =
        Listener { turns, seen, follow, place, told: false, waiting: VecDeque::new(), _seat: seat };
    let stream = unfold(listener, |mut listener| async move {
        let event = listener.next().await?;
        Some((Ok(event), listener))
    });
    Sse::new(stream).keep_alive(KeepAlive::new().interval(limits.heartbeat))
}

impl Listener {
    /// The next event; none when the preview ends.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            if self.told {
                self.turns.changed().await.ok()?;
            }
            let turn = Arc::clone(&self.turns.borrow_and_update());
            let of_turn = self.seen.of(&turn);
            // A browser that only now comes is where a person wants to be.
            let follow = self.follow && self.told;
            let mut place = self.place.clone();
            self.told = true;
            let news = spawn_blocking(move || {
                let news = news(&turn, &of_turn, &mut place, follow);
                (news, place)
            });
            (self.waiting, self.place) = news.await.ok()?;
        }
    }
}

/// What a turn means for a browser at `place`, which is brought up to date where the browser will be.
fn news(turn: &Turn, seen: &OfTurn, place: &mut Place, follow: bool) -> VecDeque<Event> {
    let event = |name: &str, line: String| Event::default().event(name).data(line);
    let mut news = VecDeque::from([event("problems", seen.problems(turn))]);
    if let Some(url) = elsewhere(turn, place).filter(|_| follow) {
        news.push_back(event("go", browser::go(&url)));
        return news;
    }
    let held = route::named(turn, &place.page).and_then(|target| seen.held(turn, target));
    let reload = || event("reload", "{}".into());
    let Some((held, has)) = held.zip(place.has) else {
        news.push_back(reload());
        return news;
    };
    if held.print.page != has.page {
        news.push_back(reload());
        return news;
    }
    if held.print.styles != has.styles {
        let sheets = held.sheets.iter().enumerate();
        let hrefs: Vec<String> = sheets.map(|(at, sheet)| sheet.fresh_href(place.sheets.get(at))).collect();
        news.push_back(event("styles", browser::styles(&hrefs, &held.print.to_string())));
    }
    *place = Place { page: std::mem::take(&mut place.page), has: Some(held.print), sheets: held.sheets };
    news
}

/// The address of the page that a turn changed, when it is another than the one shown.
fn elsewhere(turn: &Turn, place: &Place) -> Option<String> {
    let (changed, site) = (turn.changed.as_ref()?, turn.site.as_ref()?);
    site.plan().recipe(changed)?;
    let here = route::named(turn, &place.page) == Some(Target::Output(changed.clone()));
    (!here).then(|| route::address(site, changed))
}
