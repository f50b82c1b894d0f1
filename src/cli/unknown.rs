//! A name that nothing has: the sentence that says so and the way out.

use crate::base::near::nearest;
use crate::report::escape::visible_start;
use crate::syntax::record::list;

/// The most names that are told: nobody reads a longer sentence to its end.
const TOLD: usize = 24;

/// The most characters of the wrong name that are repeated.
const SHOWN: usize = 80;

/// There is no such `what`: the nearest there is, else those there are.
pub fn unknown<'w>(what: &str, name: &str, known: impl IntoIterator<Item = &'w str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    let start = format!("there is no {what} `{}`", visible_start(name, SHOWN));
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("{start}; did you mean `{near}`?"),
        None if known.is_empty() => format!("{start}: the site has none yet"),
        None if known.len() <= TOLD => format!("{start}; write {}", list(known)),
        None => format!("{start}; there are {}, …", known[..TOLD].join(", ")),
    }
}
