//! Sources to a site: the steps in order. The file to read first after `lib.rs`.
//!
//! Pure: reads no file, no clock and no environment, and prints nothing. What is kept between two builds is
//! kept per file, by path and content hash, so it cannot be stale.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{ContentHash, SourcePath, Span};
use crate::check;
use crate::diag::{Diagnostic, Place, Severity};
use crate::markup;
use crate::model::{self, Library, Options};
use crate::plan::{self, Plan};
use crate::site::Site;
use crate::source::{Source, Sources};
use crate::syntax::passages::passages;
use crate::syntax::{self, File, Parsed};
use crate::theme::{self, Theme};
use crate::view::{Passage, Typeset, variables};

/// What was read and written of each file, by path and content hash, for the next build.
#[derive(Clone, Default, Debug)]
pub struct Memo(BTreeMap<SourcePath, Kept>);

#[derive(Clone, Debug)]
struct Kept {
    hash: ContentHash,
    raw_html: bool,
    parsed: Arc<Parsed>,
    set: Arc<Set>,
}

/// The documents of a file that take work to write, and what is wrong with them.
#[derive(Default, Debug)]
struct Set {
    passages: Vec<(Span, Arc<Passage>)>,
    problems: Vec<Diagnostic>,
}

/// What came of the sources, and everything authors are told.
#[derive(Debug)]
pub struct Build {
    made: Made,
    /// The sources it was made from, the built-in theme among them.
    pub sources: Arc<Sources>,
    /// What is wrong, sorted by path and position.
    pub problems: Vec<Diagnostic>,
    /// What to give the next build.
    pub memo: Memo,
}

/// What came of the sources.
#[derive(Debug)]
enum Made {
    /// A site.
    Site(Box<Site>),
    /// With errors there is only the library that was linked.
    Library(Box<Library>),
}

impl Build {
    /// The site; none when there are errors.
    pub fn site(&self) -> Option<&Site> {
        match &self.made {
            Made::Site(site) => Some(site),
            Made::Library(_) => None,
        }
    }

    /// The site, to keep; none when there are errors.
    pub fn into_site(self) -> Option<Site> {
        match self.made {
            Made::Site(site) => Some(*site),
            Made::Library(_) => None,
        }
    }

    /// What the sources say, as far as it could be linked.
    pub fn library(&self) -> &Library {
        match &self.made {
            Made::Site(site) => site.library(),
            Made::Library(library) => library,
        }
    }
}

/// Builds a site from sources. Never fails: mistakes are in [`Build::problems`].
///
/// `step` is told the name of each step when it is done.
pub fn build(mut sources: Sources, options: &Options, memo: &Memo, step: &dyn Fn(&'static str)) -> Build {
    for (path, bytes) in theme::built_in_files() {
        if sources.get(&path).is_none() {
            sources.insert(path, bytes);
        }
    }
    let files = read(&sources, memo);
    step("parse");
    let (library, linking) = model::link(&files, options.clone());
    step("link");
    let sets = inspect(&sources, &files, memo, library.site.raw_html);
    step("inspect");
    let mut problems = sources.problems();
    problems.extend(files.iter().flat_map(|file| file.parsed.problems.iter().cloned()));
    problems.extend(linking);
    problems.extend(sets.iter().flat_map(|set| set.problems.iter().cloned()));
    // Rules only read the library: theme and plan need not wait for them.
    let (broken_rules, (theme, theme_problems, plan, plan_problems)) = rayon::join(
        || check::check(&library),
        || {
            let (theme, theme_problems) = load_theme(&sources, &files, &library);
            let (plan, plan_problems) = plan_site(&sources, &library, &theme);
            (theme, theme_problems, plan, plan_problems)
        },
    );
    problems.extend(broken_rules);
    problems.extend(theme_problems);
    problems.extend(plan_problems);
    step("check, theme and plan");
    let problems = sorted(check::weigh(&library, problems), &sources);
    let memo = keep(&sources, &files, &sets, library.site.raw_html);
    let sources = Arc::new(sources);
    let clean = problems.iter().all(|problem| problem.severity < Severity::Error);
    let made = if clean {
        let typeset: Typeset = sets.iter().flat_map(|set| set.passages.iter().cloned()).collect();
        Made::Site(Box::new(Site::new(Arc::clone(&sources), library, plan, theme, typeset)))
    } else {
        Made::Library(Box::new(library))
    };
    step("assemble");
    Build { made, sources, problems, memo }
}

fn read(sources: &Sources, memo: &Memo) -> Vec<File> {
    let all: Vec<&Source> = sources.files().collect();
    let parsed = |source: &&Source| match memo.0.get(&source.path) {
        Some(kept) if kept.hash == source.hash => Arc::clone(&kept.parsed),
        _ => Arc::new(syntax::parse(source)),
    };
    let file = |source: &&Source| File {
        path: source.path.clone(),
        id: source.id,
        kind: source.kind.clone(),
        parsed: parsed(source),
    };
    all.par_iter().map(file).collect()
}

/// Finds what is wrong with code and formulas, file by file.
fn inspect(sources: &Sources, files: &[File], memo: &Memo, raw_html: bool) -> Vec<Arc<Set>> {
    let all: Vec<(&Source, &File)> = sources.files().zip(files).collect();
    let set = |(source, file): &(&Source, &File)| match memo.0.get(&source.path) {
        Some(kept) if kept.hash == source.hash && kept.raw_html == raw_html => Arc::clone(&kept.set),
        _ => Arc::new(inspect_file(file, raw_html)),
    };
    all.par_iter().map(set).collect()
}

fn inspect_file(file: &File, raw_html: bool) -> Set {
    let mut set = Set::default();
    for (ids, document) in passages(&file.parsed.said) {
        // A default of a bank is the same text in each of its questions.
        if document.takes_work() && set.passages.last().is_none_or(|(span, _)| *span != document.span()) {
            let options = markup::Options { raw_html, ids: &ids, ..markup::Options::default() };
            markup::inspect(document, &options, &mut set.problems);
            set.passages.push((document.span(), Arc::new(Passage::new(ids))));
        }
    }
    set
}

fn load_theme(sources: &Sources, files: &[File], library: &Library) -> (Theme, Vec<Diagnostic>) {
    let (name, written) = &library.site.theme;
    let variables = variables();
    let request = theme::Request {
        theme: name,
        theme_span: written.as_ref().map(syntax::Text::span),
        options: library.site.theme_options(),
        variables: &variables,
    };
    theme::load(files, &request, |path| sources.get(path).map(|source| source.hash))
}

fn plan_site(sources: &Sources, library: &Library, theme: &Theme) -> (Plan, Vec<Diagnostic>) {
    let copy = |asset: &theme::Asset| (asset.path.clone(), format!("assets/{}", asset.published));
    let copies = theme.assets.values().map(copy).collect();
    // The brand's style sheet follows from these three, so its name changes when it does.
    let options = format!("{:?}\0{:?}", library.site.accent(), theme.options);
    let template =
        sources.files().filter(|source| source.path.name() == "brand.css").map(|source| source.hash);
    let brand = ContentHash::of_all(template.chain([ContentHash::of(options.as_bytes())]));
    plan::plan(library, &copies, &brand.short())
}

fn keep(sources: &Sources, files: &[File], sets: &[Arc<Set>], raw_html: bool) -> Memo {
    let kept = |((source, file), set): ((&Source, &File), &Arc<Set>)| {
        let kept =
            Kept { hash: source.hash, raw_html, parsed: Arc::clone(&file.parsed), set: Arc::clone(set) };
        (source.path.clone(), kept)
    };
    Memo(sources.files().zip(files).zip(sets).map(kept).collect())
}

/// By path and position, equal ones dropped.
fn sorted(mut problems: Vec<Diagnostic>, sources: &Sources) -> Vec<Diagnostic> {
    let key = |problem: &Diagnostic| {
        let path = match &problem.place {
            Place::Project => None,
            Place::File(path) => Some(path),
            Place::At(span) => sources.file(span.file).map(|file| &file.path),
        };
        let start = problem.span().map_or(0, |span| span.start);
        (path.cloned(), start, problem.code.name, problem.message.clone())
    };
    problems.sort_by_cached_key(key);
    problems.dedup();
    problems
}
