//! Sources to a site: the steps in order. The file to read first after `lib.rs`.
//!
//! Pure: reads no file, no clock and no environment, and prints nothing. What is kept between two builds is
//! kept by the hash of all that it was made from, so it cannot be stale.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{ContentHash, SourcePath, Span};
use crate::check::{self, Found, Wordings};
use crate::diag::{Diagnostic, Place, Severity};
use crate::markup;
use crate::model::{self, Bank, Library, Options};
use crate::plan::{self, Plan};
use crate::site::{self, Site};
use crate::source::{Source, Sources};
use crate::syntax::passages::passages;
use crate::syntax::{self, File, Parsed, Said};
use crate::theme::{self, Theme};
use crate::view::{Passage, Passages, Typeset, variables};

/// What the next build can take from this one.
///
/// Of each file, by path and content hash, what was read, written and found. Of the whole, by the hash of the
/// library's shape, what follows from the shape alone: so an edit of a text costs little more than its file.
#[derive(Clone, Default, Debug)]
pub struct Memo {
    files: Arc<BTreeMap<SourcePath, Kept>>,
    last: Option<Arc<Last>>,
    /// The theme's words in what is written.
    words: Option<markup::Words>,
}

/// What is kept of a file.
#[derive(Clone, Debug)]
struct Kept {
    hash: ContentHash,
    raw_html: bool,
    parsed: Arc<Parsed>,
    set: Arc<Set>,
    /// The shape of a library in which the rules found nothing in this file.
    sound: Option<ContentHash>,
}

/// What a file gives beside its records.
#[derive(Default, Debug)]
struct Set {
    /// The documents that take work to write.
    passages: Arc<Passages>,
    wordings: Wordings,
    problems: Vec<Diagnostic>,
}

impl Set {
    /// The same with nothing written: for other words.
    fn unwritten(&self) -> Set {
        let unwritten = |(place, passage): (&Span, &Passage)| (*place, Passage::new(passage.ids.clone()));
        Set {
            passages: Arc::new(self.passages.iter().map(unwritten).collect()),
            wordings: self.wordings.clone(),
            problems: self.problems.clone(),
        }
    }
}

/// The last library that was linked without a problem, and what was made of its shape.
#[derive(Debug)]
struct Last {
    library: Arc<Library>,
    /// Whether the rules between files found nothing.
    sound: bool,
    /// The plan and the hash of all that it was made from, when nothing was wrong with it.
    plan: Option<(ContentHash, Arc<Plan>)>,
}

/// What came of the sources, and everything authors are told.
#[derive(Debug)]
pub struct Build {
    made: Made,
    /// The sources it was made from, the built-in themes among them.
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
    Library(Arc<Library>),
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
    theme::add_built_in(&mut sources);
    let kept: Vec<Option<&Kept>> = sources.files().map(|source| memo.file(source)).collect();
    let files = read(&sources, &kept);
    step("parse");
    let last = memo.last.as_deref();
    let unread: Vec<&SourcePath> = sources.unread().collect();
    let (library, linking) = model::link(&files, &unread, options.clone(), last.map(|last| &*last.library));
    step("link");
    let mut sets = inspect(&files, &kept, library.site.raw_html);
    step("inspect");
    let mut problems = sources.problems();
    problems.extend(files.iter().flat_map(|file| file.parsed.problems.iter().cloned()));
    problems.extend(linking);
    problems.extend(sets.iter().flat_map(|set| set.problems.iter().cloned()));
    let last = last.filter(|last| last.library.shape == library.shape);
    // Rules only read the library: theme and plan need not wait for them.
    let (checked, (theme, theme_problems, plan, plan_problems)) = rayon::join(
        || check(&library, &files, &kept, &sets, last.is_some_and(|last| last.sound)),
        || {
            let (theme, theme_problems) = load_theme(&sources, &files, &library);
            let (plan, plan_problems) = plan_site(&sources, &library, &theme, last);
            (theme, theme_problems, plan, plan_problems)
        },
    );
    let plan_of = plan_problems.is_empty().then(|| (plan.0, Arc::clone(&plan.1)));
    problems.extend(checked.problems);
    problems.extend(theme_problems);
    problems.extend(plan_problems);
    let words = site::words(&theme);
    if memo.words.as_ref().is_some_and(|written| *written != words) {
        sets = sets.iter().map(|set| Arc::new(set.unwritten())).collect();
    }
    check::offer_ids(&library, &sources, &mut problems);
    step("check, theme and plan");
    let problems = sorted(check::weigh(&library, problems), &sources);
    let files = keep(&sources, &files, &sets, &checked.sound, &library);
    let (sources, library) = (Arc::new(sources), Arc::new(library));
    let made_now = || Arc::new(Last { library: Arc::clone(&library), sound: checked.between, plan: plan_of });
    let last = if library.is_sound() { Some(made_now()) } else { memo.last.clone() };
    let memo = Memo { files: Arc::new(files), last, words: Some(words) };
    let clean = problems.iter().all(|problem| problem.severity < Severity::Error);
    let made = if clean {
        let passages = sets.iter().filter_map(|set| Some((set.passages.keys().next()?.file, &set.passages)));
        let typeset: Typeset = passages.map(|(file, passages)| (file, Arc::clone(passages))).collect();
        Made::Site(Box::new(Site::new(Arc::clone(&sources), library, plan.1, theme, typeset)))
    } else {
        Made::Library(library)
    };
    step("assemble");
    Build { made, sources, problems, memo }
}

impl Memo {
    /// What is kept of a file that still holds the same bytes.
    fn file(&self, source: &Source) -> Option<&Kept> {
        self.files.get(&source.path).filter(|kept| kept.hash == source.hash)
    }
}

fn read(sources: &Sources, kept: &[Option<&Kept>]) -> Vec<File> {
    let all: Vec<&Source> = sources.files().collect();
    let file = |(source, kept): (&&Source, &Option<&Kept>)| File {
        path: source.path.clone(),
        id: source.id,
        kind: source.kind.clone(),
        parsed: kept.map_or_else(|| Arc::new(syntax::parse(source)), |kept| Arc::clone(&kept.parsed)),
    };
    all.par_iter().zip(kept).map(file).collect()
}

/// Finds what is wrong with code and formulas, file by file, and the words that other files must not repeat.
fn inspect(files: &[File], kept: &[Option<&Kept>], raw_html: bool) -> Vec<Arc<Set>> {
    let set = |(file, kept): (&File, &Option<&Kept>)| match kept {
        Some(kept) if kept.raw_html == raw_html => Arc::clone(&kept.set),
        _ => Arc::new(inspect_file(file, raw_html)),
    };
    files.par_iter().zip(kept).map(set).collect()
}

fn inspect_file(file: &File, raw_html: bool) -> Set {
    let (mut written, mut problems) = (Passages::new(), check::alone(&file.parsed.said));
    for (ids, document) in passages(&file.parsed.said) {
        // A default of a bank is the same text in each of its questions.
        if document.takes_work() && !written.contains_key(&document.span()) {
            let options = markup::Options { raw_html, ids: &ids, ..markup::Options::default() };
            markup::inspect(document, &options, &mut problems);
            written.insert(document.span(), Passage::new(ids));
        }
    }
    let wordings = match &file.parsed.said {
        Said::Bank(bank) => Wordings::of(bank),
        _ => Wordings::default(),
    };
    Set { passages: Arc::new(written), wordings, problems }
}

/// What the rules found, and where they found nothing.
struct Checked {
    problems: Vec<Diagnostic>,
    /// Whether all is well in each file.
    sound: Vec<bool>,
    /// Whether all is well between files.
    between: bool,
}

/// Applies the rules, but not again where nothing was wrong and nothing is new; `between` says that between
/// files nothing was wrong in a library of this shape.
fn check(
    library: &Library,
    files: &[File],
    kept: &[Option<&Kept>],
    sets: &[Arc<Set>],
    between: bool,
) -> Checked {
    let known = |kept: &Option<&Kept>| kept.is_some_and(|kept| kept.sound == Some(library.shape));
    let found = |(file, kept): (&File, &Option<&Kept>)| match library.page_of(&file.path) {
        Some(page) if !known(kept) => check::page(library, page),
        _ => Found::default(),
    };
    let found: Vec<Found<'_>> = files.par_iter().zip(kept).map(found).collect();
    let sound = found.iter().map(Found::is_nothing).collect();
    let wordings = |bank: &Bank| {
        let at = files.binary_search_by(|file| file.path.cmp(&bank.path)).expect("a bank has a file");
        &sets[at].wordings
    };
    let wordings: Vec<&Wordings> = library.banks.iter().map(wordings).collect();
    let mut problems = check::together(library, found, &wordings);
    let wrong_between = if between { Vec::new() } else { check::between(library) };
    let between = wrong_between.is_empty();
    problems.extend(wrong_between);
    Checked { problems, sound, between }
}

fn load_theme(sources: &Sources, files: &[File], library: &Library) -> (Theme, Vec<Diagnostic>) {
    let (name, written) = &library.site.theme;
    let variables = variables();
    let request = theme::Request {
        theme: name,
        theme_span: written.as_ref().map(syntax::Text::span),
        options: library.site.theme_options(),
        brand: theme::Brand { accent: library.site.accent(), accent_dark: library.site.accent_dark() },
        language: (&library.site.language, library.site.language_span()),
        variables: &variables,
    };
    theme::load(files, &request, |path| sources.get(path).map(|source| source.hash))
}

/// The plan and the hash of all that it is made from; the `last` one when that is the same.
fn plan_site(
    sources: &Sources,
    library: &Library,
    theme: &Theme,
    last: Option<&Last>,
) -> ((ContentHash, Arc<Plan>), Vec<Diagnostic>) {
    let copy = |asset: &theme::Asset| (asset.path.clone(), format!("assets/{}", asset.published));
    let style = theme.style_sheet();
    let copies: plan::Copies = theme.assets.values().filter(|asset| asset.path != *style).map(copy).collect();
    // The style sheet and the icon follow from these, so their names change when they do.
    let options = format!("{:?}\0{:?}", theme.colours, theme.options);
    let made_from = |path: &SourcePath| path == style || matches!(path.name(), "brand.css" | "icon.svg");
    let files = sources.files().filter(|source| made_from(&source.path)).map(|source| source.hash);
    let brand = ContentHash::of_all(files.chain([ContentHash::of(options.as_bytes())])).short();
    let from = ContentHash::of_value(&(library.shape, &copies, &brand));
    if let Some((_, plan)) = last.and_then(|last| last.plan.as_ref()).filter(|(last, _)| *last == from) {
        return ((from, Arc::clone(plan)), Vec::new());
    }
    let (plan, problems) = plan::plan(library, &copies, style, &brand);
    ((from, Arc::new(plan)), problems)
}

fn keep(
    sources: &Sources,
    files: &[File],
    sets: &[Arc<Set>],
    sound: &[bool],
    library: &Library,
) -> BTreeMap<SourcePath, Kept> {
    let kept = |(((source, file), set), sound): (((&Source, &File), &Arc<Set>), &bool)| {
        let kept = Kept {
            hash: source.hash,
            raw_html: library.site.raw_html,
            parsed: Arc::clone(&file.parsed),
            set: Arc::clone(set),
            sound: sound.then_some(library.shape),
        };
        (source.path.clone(), kept)
    };
    sources.files().zip(files).zip(sets).zip(sound).map(kept).collect()
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
