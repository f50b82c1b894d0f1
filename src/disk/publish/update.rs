//! A site in a folder that is there: changed files are staged inside it, a journal is committed, then they are
//! renamed into place.
//!
//! Up to the commit every error leaves the folder as it was; behind it the next build finishes the work.

use super::branch::{Branch, Folder, holds, write_new};
use super::error::PublishError;
use super::journal::{self, Journal, Put};
use super::manifest::{Entry, Manifest};
use super::obstacles::{Ground, Obstacle};
use super::{Job, Published, Step, render, stage};
use crate::base::OutPath;

/// Makes `folder`, which holds the site `old`, hold `outputs`.
pub(super) fn publish<B: AsRef<[u8]>, E: Send>(
    job: &Job<'_>,
    outputs: &[&OutPath],
    folder: &Folder,
    old: &Manifest,
    render: impl Fn(&OutPath) -> Result<B, E> + Sync,
    progress: &(dyn Fn(Step<'_>) + Sync),
) -> Result<Published, PublishError<E>> {
    let ground = Ground::new(folder, old, outputs, job.adopt);
    ground.check()?;
    let stage = stage::create(folder)?;
    progress(Step::Staging);
    let prepared = fill(job, outputs, folder, &stage, &ground, render, progress).and_then(|journal| {
        stage::make_folders(folder, &stage, &journal.puts)?;
        progress(Step::Listed);
        journal.commit(folder, &stage, progress)?;
        Ok(journal)
    });
    let journal = match prepared {
        Ok(journal) => journal,
        Err(error) => {
            // A network's file system may commit and report an error: then the next build finishes the work.
            if folder.dir.symlink_metadata(journal::NAME).is_err() {
                // The first error is the one to tell; what cannot be undone now, the next build undoes.
                let _ = stage::roll_back(folder);
            }
            return Err(error);
        }
    };
    journal.roll_forward(folder, progress)?;
    let written = journal.puts.len();
    Ok(Published { written, removed: ground.stale().len(), unchanged: outputs.len() - written })
}

/// What became of an output.
struct Kept {
    entry: Entry,
    /// What must go before it can be put in place; `None` when the file there is right.
    clear: Option<Vec<OutPath>>,
}

/// Stages every file that is not right in the folder, and the new manifest.
fn fill<B: AsRef<[u8]>, E: Send>(
    job: &Job<'_>,
    outputs: &[&OutPath],
    folder: &Folder,
    stage: &Folder,
    ground: &Ground<'_>,
    render: impl Fn(&OutPath) -> Result<B, E> + Sync,
    progress: &(dyn Fn(Step<'_>) + Sync),
) -> Result<Journal, PublishError<E>> {
    let state = || (Branch::new(&folder.dir), Vec::new());
    let kept = render::each(outputs, render, progress, state, |(branch, buffer), at, path, bytes| {
        let entry = Entry::of(bytes);
        if branch.enter(path).is_ok_and(|(dir, name)| holds(dir, name, bytes, buffer)) {
            return Ok(Kept { entry, clear: None });
        }
        let clear = ground.clearing(branch, path).map_err(|obstacle| match obstacle {
            Obstacle::Foreign => ground.foreign(path, 1),
            Obstacle::Fatal(error) => error,
        })?;
        write_new(&stage.dir, &at.to_string(), bytes)
            .map_err(|cause| folder.io("write", path.as_str(), cause))?;
        progress(Step::Staged(path));
        Ok(Kept { entry, clear: Some(clear) })
    })?;

    let files = outputs.iter().map(|path| (*path).clone()).zip(kept.iter().map(|kept| kept.entry)).collect();
    let manifest = Manifest { inputs: job.inputs, files };
    stage.write(stage::MANIFEST, &manifest.to_bytes()?)?;
    Ok(journal(outputs, kept, ground))
}

fn journal(outputs: &[&OutPath], kept: Vec<Kept>, ground: &Ground<'_>) -> Journal {
    let put = |(staged, (path, kept)): (usize, (&&OutPath, Kept))| {
        kept.clear.map(|clear| Put { staged, path: (*path).clone(), clear })
    };
    let mut puts: Vec<Put> = outputs.iter().zip(kept).enumerate().filter_map(put).collect();
    puts.sort_by(|a, b| (turn(&a.path), &a.path).cmp(&(turn(&b.path), &b.path)));
    let cleared: std::collections::BTreeSet<&OutPath> = puts.iter().flat_map(|put| &put.clear).collect();
    let removals = ground.stale().into_iter().filter(|path| !cleared.contains(path)).cloned().collect();
    Journal { puts, removals }
}

/// When a file is put in place: a page never before what it shows, a listing never before its pages.
fn turn(path: &OutPath) -> u8 {
    match path.as_str() {
        // The worker that makes browsers fetch the new site.
        "sw.js" => 3,
        // Home, feed, site map, 404.
        _ if path.depth() == 0 => 2,
        _ if path.is_page() => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_to_a_file_comes_after_it() {
        let turn = |text| turn(&OutPath::new(text).expect("a fair path"));
        assert!(turn("assets/style.css") < turn("questions/a/index.html"));
        assert!(turn("questions/a/index.html") < turn("index.html"));
        assert!(turn("feed.xml") < turn("sw.js"));
    }
}
