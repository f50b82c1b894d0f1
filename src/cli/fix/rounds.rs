//! Rounds of mending: build, make the changes that are offered, build again, until none is.
//!
//! In: sources. Out: mended sources, what was done to each file, and what remains. Reads and writes nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{FileId, SourcePath};
use crate::build::{Memo, build};
use crate::diag::{Diagnostic, Fix, apply, codes};
use crate::model::Options;
use crate::source::{Source, Sources};
use crate::syntax::layout::newline;
use crate::syntax::{Parsed, parse};

/// The most rounds. A file needs one for each mistake that hides another on its line; what is not done by
/// then goes in circles.
const ROUNDS: usize = 16;

/// What came of it.
#[derive(Debug)]
pub(super) struct Mended {
    /// The project as it is then.
    pub sources: Sources,
    /// What was done, file by file, in the words of the changes.
    pub done: BTreeMap<SourcePath, Vec<String>>,
    /// Changes that would have done more harm than good.
    pub refused: BTreeSet<(SourcePath, String)>,
    /// What is wrong still.
    pub problems: Vec<Diagnostic>,
}

/// Makes every change that is offered for a wanted file.
pub(super) fn mend(sources: &Sources, options: &Options, wanted: &dyn Fn(&SourcePath) -> bool) -> Mended {
    let mut mended = Mended {
        sources: sources.clone(),
        done: BTreeMap::new(),
        refused: BTreeSet::new(),
        problems: Vec::new(),
    };
    let mut memo = Memo::default();
    for round in 0..=ROUNDS {
        let built = build(mended.sources.clone(), options, &memo, &|_| {});
        (mended.problems, memo) = (built.problems, built.memo);
        if round == ROUNDS || !mended.round(sources, wanted) {
            break;
        }
    }
    mended
}

impl Mended {
    /// Makes the changes that the problems offer; tells whether there were any.
    fn round(&mut self, given: &Sources, wanted: &dyn Fn(&SourcePath) -> bool) -> bool {
        self.refused.clear();
        let mut offers: BTreeMap<FileId, Vec<(&Diagnostic, &Fix)>> = BTreeMap::new();
        for problem in &self.problems {
            let Some(fix) = &problem.fix else { continue };
            let Some(first) = fix.edits.first() else { continue };
            offers.entry(first.span.file).or_default().push((problem, fix));
        }
        let mut changed = Vec::new();
        for (file, offers) in offers {
            // A file that is part of the program cannot be written.
            let Some(source) = self.sources.file(file).filter(|source| wanted(&source.path)) else {
                continue;
            };
            if given.get(&source.path).is_some() {
                changed.extend(mended_file(source, &offers));
            }
        }
        let any = changed.iter().any(|change| !change.done.is_empty());
        for change in changed {
            self.refused.extend(change.refused.into_iter().map(|title| (change.path.clone(), title)));
            if !change.done.is_empty() {
                self.done.entry(change.path.clone()).or_default().extend(change.done);
                self.sources.insert(change.path, change.text.into_bytes());
            }
        }
        any
    }

    /// Puts a first line into each file that should have one and does not.
    pub fn add_first_lines(&mut self, line: &dyn Fn(&SourcePath) -> Option<String>) {
        let mut added = Vec::new();
        for source in self.sources.files() {
            let (Some(line), Ok(text)) = (line(&source.path), source.text()) else { continue };
            let at = text.len() - text.trim_start_matches('\u{feff}').len();
            if parse(source).broken || text[at..].lines().any(|line| line.starts_with("#:schema ")) {
                continue;
            }
            let changed = format!("{}{line}{}{}", &text[..at], newline(text), &text[at..]);
            added.push((source.path.clone(), changed));
        }
        for (path, text) in added {
            self.done.entry(path.clone()).or_default().push("name the schema in the first line".to_owned());
            self.sources.insert(path, text.into_bytes());
        }
    }

    /// The files that are not what they were.
    pub fn changed(&self, given: &Sources) -> Vec<&SourcePath> {
        let differs = |path: &&SourcePath| {
            let now = self.sources.get(path).map(|source| source.hash);
            given.get(path).map(|source| source.hash) != now
        };
        self.done.keys().filter(differs).collect()
    }
}

/// A file after a round.
struct Change {
    path: SourcePath,
    text: String,
    done: Vec<String>,
    refused: Vec<String>,
}

fn mended_file(source: &Source, offers: &[(&Diagnostic, &Fix)]) -> Option<Change> {
    let text = source.text().ok()?;
    let before = parse(source);
    // A file that cannot be read to its end may lack what a change goes by; only its quotes are sure.
    let fair = |problem: &Diagnostic| !before.broken || *problem.code == codes::CURLY_QUOTES;
    let fixes: Vec<&Fix> = offers.iter().filter(|(problem, _)| fair(problem)).map(|(_, fix)| *fix).collect();
    let mut trial = Trial { source, text, before: &before, made: Vec::new(), refused: Vec::new() };
    trial.add(&fixes);
    let (text, made) = apply(text, source.id, &trial.made);
    let titles = |fixes: &[&Fix]| fixes.iter().map(|fix| fix.title.clone()).collect();
    Some(Change { path: source.path.clone(), text, done: titles(&made), refused: titles(&trial.refused) })
}

/// Changes of one file, tried together.
struct Trial<'f> {
    source: &'f Source,
    text: &'f str,
    before: &'f Parsed,
    made: Vec<&'f Fix>,
    refused: Vec<&'f Fix>,
}

impl<'f> Trial<'f> {
    /// Keeps the changes that do no harm; when all together do, each half for itself.
    fn add(&mut self, fixes: &[&'f Fix]) {
        if fixes.is_empty() {
            return;
        }
        let together: Vec<&Fix> = self.made.iter().chain(fixes).copied().collect();
        let (text, made) = apply(self.text, self.source.id, &together);
        if !is_worse(self.before, &reread(self.source, text)) {
            self.made = made;
        } else if let [only] = fixes {
            self.refused.push(only);
        } else {
            let (first, second) = fixes.split_at(fixes.len() / 2);
            self.add(first);
            self.add(second);
        }
    }
}

fn reread(source: &Source, text: String) -> Parsed {
    let mut alone = Sources::default();
    alone.insert(source.path.clone(), text.into_bytes());
    alone.get(&source.path).map_or_else(|| parse(source), parse)
}

/// Whether less of a file can be read than before.
fn is_worse(before: &Parsed, after: &Parsed) -> bool {
    let syntax = [&codes::TOML_SYNTAX, &codes::CURLY_QUOTES, &codes::FRONT_MATTER, &codes::BAD_DATE];
    let count =
        |parsed: &Parsed| parsed.problems.iter().filter(|problem| syntax.contains(&problem.code)).count();
    after.broken && (!before.broken || count(after) > count(before))
}

#[cfg(test)]
mod tests;
