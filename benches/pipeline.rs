//! The pipeline at several sizes: what a build, an edit and a publication cost.
//!
//! `cargo bench` prints the times; `cargo bench -- one_edit` runs one of them. All but the last two are in
//! memory, so that they measure this program and not a disk.

#![expect(clippy::unwrap_used, reason = "in a bench a panic is the report")]

mod generator;

use std::hint::black_box;
use std::path::Path;
use std::sync::OnceLock;

use divan::Bencher;
use greenroom::base::{ContentHash, OutPath, SourcePath};
use greenroom::build::{Build, Memo, build};
use greenroom::disk::publish::PATIENCE;
use greenroom::disk::{Job, publish};
use greenroom::model::Options;
use greenroom::site::Site;
use greenroom::source::Sources;
use rayon::prelude::*;

/// Numbers of questions: a small office, a large one, and far beyond.
const SIZES: [usize; 3] = [100, 1_000, 10_000];
/// What an edit costs must stay small even there.
const AND_BEYOND: [usize; 4] = [100, 1_000, 10_000, 100_000];

fn main() {
    divan::main();
}

/// Sources to every output of the site, nothing known before.
#[divan::bench(args = SIZES, sample_count = 20, sample_size = 1, max_time = 12)]
fn cold_build(bencher: Bencher<'_, '_>, questions: usize) {
    bencher.with_inputs(|| sources(questions)).bench_values(|sources| {
        let built = built(sources, &Memo::default());
        black_box(bytes(site(&built)));
        built
    });
}

/// The same sources again: what is left when every file is known.
#[divan::bench(args = AND_BEYOND, sample_count = 20, sample_size = 1, max_time = 8)]
fn nothing_changed(bencher: Bencher<'_, '_>, questions: usize) {
    let memo = built(sources(questions), &Memo::default()).memo;
    bencher.with_inputs(|| sources(questions)).bench_values(|sources| built(sources, &memo));
}

/// A text of a bank was edited: until the page of its first question is there.
#[divan::bench(args = AND_BEYOND, sample_count = 20, sample_size = 1, max_time = 8)]
fn one_edit(bencher: Bencher<'_, '_>, questions: usize) {
    edit_bank(bencher, questions, |bank| bank.replacen("They want to see", "They want to know", 1));
}

/// A bank has a question more: until the page of its first question is there.
#[divan::bench(args = AND_BEYOND, sample_count = 20, sample_size = 1, max_time = 8)]
fn one_question_more(bencher: Bencher<'_, '_>, questions: usize) {
    const MORE: &str = "[[question]]\nid = \"one-more\"\ntext = \"Which river would you walk along?\"\n\
                        kind = \"motivation\"\n\n[[question]]";
    edit_bank(bencher, questions, |bank| bank.replacen("[[question]]", MORE, 1));
}

fn edit_bank(bencher: Bencher<'_, '_>, questions: usize, edit: impl Fn(&str) -> String) {
    let memo = built(sources(questions), &Memo::default()).memo;
    let path = SourcePath::new(BANK).unwrap();
    let bank = String::from_utf8(sources(questions).get(&path).unwrap().bytes.to_vec()).unwrap();
    let edited = edit(&bank);
    assert_ne!(bank, edited);
    let page = first_question(&bank);
    let inputs = || {
        let mut sources = sources(questions);
        sources.insert(path.clone(), edited.clone().into_bytes());
        sources
    };
    bencher.with_inputs(inputs).bench_values(|sources| {
        let built = built(sources, &memo);
        black_box(site(&built).render(&page).unwrap().unwrap());
        built
    });
}

/// The frame of every page was edited: until one page is there.
#[divan::bench(args = AND_BEYOND, sample_count = 20, sample_size = 1, max_time = 8)]
fn template_edit(bencher: Bencher<'_, '_>, questions: usize) {
    let first = built(sources(questions), &Memo::default());
    let path = SourcePath::new("themes/default/templates/base.html").unwrap();
    let base = String::from_utf8(first.sources.get(&path).unwrap().bytes.to_vec()).unwrap();
    let edited = base.replacen("<body", "<body data-edited", 1);
    assert_ne!(base, edited);
    let page = OutPath::new("index.html").unwrap();
    let inputs = || {
        let mut sources = sources(questions);
        sources.insert(path.clone(), edited.clone().into_bytes());
        sources
    };
    bencher.with_inputs(inputs).bench_values(|sources| {
        let built = built(sources, &first.memo);
        black_box(site(&built).render(&page).unwrap().unwrap());
        built
    });
}

/// Every output rendered and written to a folder that is not there yet.
#[divan::bench(args = [1_000], sample_count = 5, sample_size = 1, max_time = 10)]
fn publish_new(bencher: Bencher<'_, '_>, questions: usize) {
    let built = built(sources(questions), &Memo::default());
    let folder = || tempfile::tempdir().unwrap();
    bencher.with_inputs(folder).bench_refs(|folder| published(site(&built), &folder.path().join("public")));
}

/// The folder holds the site already: every file is read and none written.
#[divan::bench(args = [1_000, 10_000], sample_count = 10, sample_size = 1, max_time = 8)]
fn publish_unchanged(bencher: Bencher<'_, '_>, questions: usize) {
    let built = built(sources(questions), &Memo::default());
    let folder = tempfile::tempdir().unwrap();
    let public = folder.path().join("public");
    published(site(&built), &public);
    bencher.bench_local(|| published(site(&built), &public));
}

/// A bank that every size has.
const BANK: &str = "content/banks/basics.toml";

/// The made-up site of a size, made once.
fn sources(questions: usize) -> Sources {
    static MADE: [OnceLock<Sources>; AND_BEYOND.len()] = [const { OnceLock::new() }; AND_BEYOND.len()];
    let at = AND_BEYOND.iter().position(|size| *size == questions).unwrap();
    let made = MADE[at].get_or_init(|| {
        let mut sources = Sources::default();
        for (path, text) in generator::files(questions) {
            sources.insert(SourcePath::new(&path).unwrap(), text.into_bytes());
        }
        sources
    });
    made.clone()
}

fn built(sources: Sources, memo: &Memo) -> Build {
    build(sources, &Options::default(), memo, &|_| {})
}

fn site(built: &Build) -> &Site {
    assert!(built.problems.iter().all(|problem| problem.severity < greenroom::diag::Severity::Warning));
    built.site().expect("the made-up site has no errors")
}

/// How many bytes the whole site has.
fn bytes(site: &Site) -> usize {
    site.outputs().par_iter().map(|path| site.render(path).unwrap().unwrap().as_slice().len()).sum()
}

fn first_question(bank: &str) -> OutPath {
    let id = bank.split_once("id = \"").unwrap().1.split('"').next().unwrap();
    OutPath::new(&format!("questions/basics/{id}/index.html")).unwrap()
}

fn published(site: &Site, folder: &Path) -> usize {
    let outputs = site.outputs();
    let job = Job {
        folder,
        project: Path::new(env!("CARGO_MANIFEST_DIR")),
        adopt: false,
        inputs: ContentHash::of(b"the same site"),
        outputs: &outputs,
        patience: PATIENCE,
    };
    let done = publish(&job, |path| site.render(path).unwrap(), &|_| {}).unwrap();
    done.written + done.unchanged
}
