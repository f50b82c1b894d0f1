//! `greenroom lock`: records the id of every published question.
//!
//! New ids are added. An id that vanished stays until it is forgotten, and one whose words became wholly
//! different stays as it was until it is confirmed: both are what the lock file is for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::args::LockOptions;
use super::terminal::Terminal;
use super::{End, project};
use crate::check;
use crate::diag::{Diagnostic, Severity, codes};
use crate::model::{Library, Options, Status};
use crate::report::Format;
use crate::syntax::toml::quoted;

/// Writes `greenroom.lock`.
pub fn run(folder: &Path, args: &LockOptions, terminal: &Terminal) -> End {
    let options = Options { drafts: false, base_url: None, today: None };
    let Some(build) = project::analyse(folder, &options, terminal) else { return End::Failed };
    let identity = |problem: &&Diagnostic| [&codes::ID_LOST, &codes::ID_REUSED].contains(&problem.code);
    let blocking: Vec<Diagnostic> = build
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error && !identity(problem))
        .cloned()
        .collect();
    if !blocking.is_empty() {
        let _ = project::print(&blocking, &build.sources, Format::Human, folder, terminal);
        terminal.say("greenroom.lock was not changed: mend the errors first");
        return End::Problems;
    }
    let library = build.library();
    let (now, before) = (published(library), locked(library));
    let mut unknown = false;
    for name in args.confirm.iter().filter(|name| !now.contains_key(*name)) {
        terminal.fail(&format!("there is no question `{name}` to confirm"));
        unknown = true;
    }
    for name in args.forget.iter().filter(|name| !before.contains_key(*name)) {
        terminal.fail(&format!("`{name}` is not in greenroom.lock"));
        unknown = true;
    }
    if unknown {
        return End::Failed;
    }
    let reused = check::reused(library).into_iter().map(|ix| library[ix].name.to_string()).collect();
    let (locked, added, changed) = merged(before, &now, &reused, args);
    let text = written(&locked);
    let path = folder.join("greenroom.lock");
    let old = std::fs::read_to_string(&path).unwrap_or_default();
    if old != text
        && let Err(error) = crate::disk::replace(&path, text.as_bytes())
    {
        terminal.fail(&error);
        return End::Failed;
    }
    terminal
        .say(&format!("greenroom.lock: {} questions, {added} new, {changed} with new words", locked.len()));
    let forgotten = |problem: &Diagnostic| {
        args.forget.iter().chain(&args.confirm).any(|name| problem.message.contains(&format!("`{name}`")))
    };
    let left: Vec<Diagnostic> =
        build.problems.iter().filter(identity).filter(|problem| !forgotten(problem)).cloned().collect();
    if left.is_empty() {
        return End::Clean;
    }
    let _ = project::print(&left, &build.sources, Format::Human, folder, terminal);
    End::Problems
}

/// Names and their words.
type Words = BTreeMap<String, Vec<String>>;

/// Every question that has or had a page.
fn published(library: &Library) -> Words {
    let ready = library.questions.iter().filter(|question| question.status != Status::Draft);
    ready.map(|question| (question.name.to_string(), question.locked_words())).collect()
}

/// What the lock file says now.
fn locked(library: &Library) -> Words {
    let entries = library.lock.iter().flat_map(|lock| &lock.questions);
    let owned = |words: &Vec<Box<str>>| words.iter().map(|word| word.to_string()).collect();
    entries.map(|(name, words)| (name.as_str().to_owned(), owned(words))).collect()
}

/// What is to be locked, and how much of it is new or has new words.
fn merged(
    mut locked: Words,
    now: &Words,
    reused: &BTreeSet<String>,
    args: &LockOptions,
) -> (Words, usize, usize) {
    locked.retain(|name, _| !args.forget.contains(name));
    let (mut added, mut changed) = (0, 0);
    for (name, words) in now {
        match locked.get(name) {
            None => added += 1,
            Some(old) if old == words || reused.contains(name) && !args.confirm.contains(name) => continue,
            Some(_) => changed += 1,
        }
        locked.insert(name.clone(), words.clone());
    }
    (locked, added, changed)
}

fn written(locked: &Words) -> String {
    let mut text = String::from(
        "# Every published question and the words it was published with.\n\
         # Written by `greenroom lock`; commit it.\n\
         version = 1\n\n[questions]\n",
    );
    for (name, words) in locked {
        let value = match words.as_slice() {
            [only] => quoted(only),
            all => format!("[{}]", all.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(", ")),
        };
        text.push_str(&format!("{} = {value}\n", quoted(name)));
    }
    text
}
