//! Renders every output on every core, a page in memory for each core and no more.
//!
//! In: the outputs, the closure that renders one, and one that keeps its bytes. Out: what was kept, in the
//! order of the outputs. Does not know where the bytes go.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::error::{DiskError, PublishError, RENDER_ERRORS};
use super::{Step, manifest};
use crate::base::OutPath;

/// Checks that all of `outputs` can be files of one folder, and sorts them.
pub(super) fn sorted(outputs: &[OutPath]) -> Result<Vec<&OutPath>, DiskError> {
    let mut sorted: Vec<&OutPath> = outputs.iter().collect();
    sorted.sort_unstable();
    let all: std::collections::BTreeSet<&str> = sorted.iter().map(|path| path.as_str()).collect();
    for pair in sorted.windows(2) {
        if pair[0] == pair[1] {
            return Err(DiskError::Clash(pair[0].clone(), pair[1].clone()));
        }
    }
    for path in &sorted {
        if manifest::is_reserved(path) {
            return Err(DiskError::Reserved((*path).clone()));
        }
        for (at, _) in path.as_str().match_indices('/') {
            if let Some(Ok(file)) = all.get(&path.as_str()[..at]).map(|file| OutPath::new(file)) {
                return Err(DiskError::Clash(file, (*path).clone()));
            }
        }
    }
    Ok(sorted)
}

/// Renders all of `outputs` and gives each to `keep`, with a state that a run of neighbours shares.
///
/// After the first output that cannot be rendered nothing more is kept, but all are tried: their errors are
/// the same in every run.
pub(super) fn each<B: AsRef<[u8]>, E: Send, S, K: Send>(
    outputs: &[&OutPath],
    render: impl Fn(&OutPath) -> Result<B, E> + Sync,
    progress: &(dyn Fn(Step<'_>) + Sync),
    state: impl Fn() -> S + Sync + Send,
    keep: impl Fn(&mut S, usize, &OutPath, &[u8]) -> Result<K, DiskError> + Sync + Send,
) -> Result<Vec<K>, PublishError<E>> {
    let failures = Mutex::new(Failures { first: BTreeMap::new(), total: 0 });
    let lock = || failures.lock().unwrap_or_else(PoisonError::into_inner);
    let one = |state: &mut S, (at, path): (usize, &&OutPath)| match render(path) {
        Ok(bytes) => {
            progress(Step::Rendered(path));
            if lock().total > 0 { Ok(None) } else { keep(state, at, path, bytes.as_ref()).map(Some) }
        }
        Err(error) => {
            lock().add((*path).clone(), error);
            Ok(None)
        }
    };
    let indexed = outputs.par_iter().enumerate().with_min_len(16);
    let kept: Result<Vec<Option<K>>, DiskError> = indexed.map_init(&state, one).collect();
    let kept = kept?;
    let failures = failures.into_inner().unwrap_or_else(PoisonError::into_inner);
    if failures.total > 0 {
        let first = failures.first.into_iter().collect();
        return Err(PublishError::Render { first, total: failures.total });
    }
    Ok(kept.into_iter().flatten().collect())
}

/// The first errors by path, and how many there were.
struct Failures<E> {
    first: BTreeMap<OutPath, E>,
    total: usize,
}

impl<E> Failures<E> {
    fn add(&mut self, path: OutPath, error: E) {
        self.total += 1;
        self.first.insert(path, error);
        if self.first.len() > RENDER_ERRORS {
            self.first.pop_last();
        }
    }
}
