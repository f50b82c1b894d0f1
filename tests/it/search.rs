//! The search index: every word finds what it stands in, filters say what the library says, and it stays small.

pub mod reader;

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use greenroom::base::SourcePath;
use greenroom::build::{Memo, build};
use greenroom::export::search::words;
use greenroom::model::Options;
use greenroom::site::Site;
use greenroom::source::Sources;
use greenroom::syntax::Document;

use reader::{Reader, rendered};

use crate::generator;

fn site(sources: Sources) -> Site {
    let built = build(sources, &Options::default(), &Memo::default(), &|_| {});
    let problems = built.problems.clone();
    built.into_site().unwrap_or_else(|| panic!("the site has mistakes: {problems:#?}"))
}

fn own_site() -> Site {
    site(greenroom::disk::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap())
}

/// A made-up site.
fn made_up(questions: usize) -> Site {
    let mut sources = Sources::default();
    for (path, text) in generator::files(questions) {
        sources.insert(SourcePath::new(&path).unwrap(), text.into_bytes());
    }
    site(sources)
}

fn words_of(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    words(text, &mut |word| {
        found.insert(word.to_owned());
    });
    found
}

#[test]
fn every_word_finds_what_it_stands_in() {
    let site = own_site();
    let (library, reader) = (site.library(), Reader::of(&site));
    let mut expected: Vec<(String, Vec<&str>)> = Vec::new();
    for ix in &site.plan().questions {
        let said = library[*ix].said();
        let lists = [&said.also_asked_as, &said.cover, &said.avoid, &said.listen_for, &said.watch_for];
        let lists = lists.into_iter().chain([&said.hints, &said.follow_ups, &said.respond]);
        let lists = lists.flatten().flatten().chain(&said.why).chain(&said.body);
        let texts = [library[*ix].text()].into_iter().chain(lists.map(Document::plain)).collect();
        expected.push((format!("questions/{}", library[*ix].name), texts));
    }
    for ix in &site.plan().guides {
        let (guide, said) = (&library[*ix], &library[*ix].said);
        let summary = said.summary.as_ref().map_or("", Document::plain);
        expected.push((format!("guides/{}", guide.id), vec![guide.title(), summary, said.body.plain()]));
    }
    for role in &library.roles {
        expected.push((format!("roles/{}", role.id), vec![role.title(), role.said.body.plain()]));
    }
    for industry in &library.industries {
        let texts = vec![industry.title(), industry.said.body.plain()];
        expected.push((format!("industries/{}", industry.id), texts));
    }
    assert_eq!(reader.addresses, expected.iter().map(|(address, _)| address.clone()).collect::<Vec<_>>());
    for (entry, (address, texts)) in expected.iter().enumerate() {
        for word in texts.iter().flat_map(|text| words_of(text)) {
            let places = reader.places(&word);
            let entries = places.concat();
            assert!(entries.contains(&entry), "`{word}` does not find {address}");
            let in_title = words_of(texts[0]).contains(&word);
            assert_eq!(places[0].contains(&entry), in_title, "`{word}` in the title of {address}");
        }
    }
}

#[test]
fn words_are_listed_once_and_in_order() {
    let reader = Reader::of(&own_site());
    assert!(reader.words.is_sorted_by(|a, b| a < b));
    for (word, places) in reader.words.iter().zip(&reader.found) {
        let entries = places.concat();
        let different: BTreeSet<_> = entries.iter().collect();
        assert!(!entries.is_empty() && different.len() == entries.len(), "{word}");
    }
}

#[test]
fn filters_say_what_the_library_says() {
    let site = own_site();
    let (library, reader) = (site.library(), Reader::of(&site));
    for (entry, ix) in site.plan().questions.iter().enumerate() {
        let question = &library[*ix];
        let said = question.said();
        let kind: BTreeSet<String> = said.kind.iter().map(|kind| kind.value.to_string()).collect();
        assert_eq!(reader.values("kind", entry), kind, "{}", question.name);
        let direction = BTreeSet::from([question.direction.word().to_owned()]);
        assert_eq!(reader.values("direction", entry), direction);
        let competencies = said.competencies.iter().flatten().map(|word| word.value.to_string()).collect();
        assert_eq!(reader.values("competency", entry), competencies);
        for role in &library.roles {
            let own = |at: &usize| library.roles[*at].id == role.id;
            let mine = (0..library.roles.len()).find(own).unwrap();
            let in_scope = question
                .scopes
                .iter()
                .any(|scope| scope.role.is_some_and(|of| of.at() == mine || role.ancestors.contains(&of)));
            assert_eq!(reader.values("role", entry).contains(role.id.as_str()), in_scope);
        }
        let everyone = question.scopes.iter().any(|scope| scope.role.is_none());
        assert_eq!(reader.values("role", entry).contains("everyone"), everyone, "{}", question.name);
    }
}

#[test]
fn what_no_visitor_may_read_is_not_found() {
    let mut sources = Sources::default();
    let bank = "title = \"Core\"\ndirection = \"you-answer\"\ndefaults.kind = \"situational\"\n\n\
                [[question]]\nid = \"open-one\"\ntext = \"Open words\"\nnotes = \"hushhush\"\n\n\
                [[question]]\nid = \"draft-one\"\ntext = \"Unborn words\"\nstatus = \"draft\"\n\n\
                [[question]]\nid = \"retired-one\"\ntext = \"Bygone words\"\nstatus = \"retired\"\n";
    let guide = "+++\ndraft = true\n+++\n\n# Unfinished\n";
    let settings = "title = \"Prep\"\nchecks.id-unlocked = \"allow\"\n";
    for (path, text) in
        [("site.toml", settings), ("content/banks/core.toml", bank), ("content/guides/g.md", guide)]
    {
        sources.insert(SourcePath::new(path).unwrap(), text.as_bytes().to_vec());
    }
    let reader = Reader::of(&site(sources));
    assert_eq!(reader.words, ["open", "words"]);
    assert_eq!(reader.addresses, ["questions/core/open-one"]);
}

#[test]
fn a_site_without_questions_has_an_index_too() {
    let mut sources = Sources::default();
    let bank = "title = \"Core\"\ndirection = \"you-answer\"\n";
    for (path, text) in [("site.toml", "title = \"Prep\"\n"), ("content/banks/core.toml", bank)] {
        sources.insert(SourcePath::new(path).unwrap(), text.as_bytes().to_vec());
    }
    let reader = Reader::of(&site(sources));
    assert!(reader.words.is_empty() && reader.addresses.is_empty());
}

#[test]
fn two_sites_of_the_same_files_have_the_same_index() {
    let (first, second) = (made_up(100), made_up(100));
    for path in first.outputs().iter().filter(|path| path.as_str().starts_with("search/")) {
        assert_eq!(rendered(&first, path.as_str()), rendered(&second, path.as_str()), "{path}");
    }
}

/// How many bytes a file has on its way.
fn sent(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}

/// Everything there is, and the most that a first query of these words takes: bytes on their way.
fn sizes(site: &Site, queries: &[&[&str]]) -> (usize, usize) {
    let mut all = 0;
    let (mut places, mut entries, mut heads) = (Vec::new(), Vec::new(), 0);
    for path in site.outputs().iter().filter(|path| path.as_str().starts_with("search/")) {
        let size = sent(&rendered(site, path.as_str()));
        let number = |folder: &str| path.as_str().strip_prefix(folder)?.strip_suffix(".json")?.parse().ok();
        if let Some(at) = number("search/places/") {
            let at: usize = at;
            places.push((at, size));
        } else if number("search/entries/").is_some() {
            entries.push(size);
        } else if path.as_str().ends_with(".json") {
            heads += size;
        } else {
            continue;
        }
        all += size;
    }
    places.sort_unstable();
    entries.sort_unstable_by(|a, b| b.cmp(a));
    // Results that are shown at first: 10 questions and 3 of each other group, each in a file of its own.
    let shown: usize = entries.iter().take(10 + 3 + 3 + 3).sum();
    let reader = Reader::of(site);
    let query = |words: &&[&str]| {
        let files: BTreeSet<usize> = words.iter().flat_map(|word| reader.files(word)).collect();
        files.iter().map(|file| places[*file].1).sum::<usize>()
    };
    let most = queries.iter().map(query).max().unwrap();
    (all, heads + most + shown)
}

/// What people type: `con` and the like are on their way to a word.
const QUERIES: [&[&str]; 6] =
    [&["conflict"], &["con"], &["te"], &["team", "decision"], &["difficult", "customer"], &["why", "this"]];

#[test]
fn a_thousand_questions_stay_small() {
    let (all, first) = sizes(&made_up(1_000), &QUERIES);
    assert!(all <= 100_000, "the index takes {all} bytes");
    assert!(first <= 60_000, "a first query takes {first} bytes");
}

#[test]
fn ten_thousand_questions_stay_small() {
    let (all, first) = sizes(&made_up(10_000), &QUERIES);
    assert!(all <= 1_000_000, "the index takes {all} bytes");
    assert!(first <= 150_000, "a first query takes {first} bytes");
}

#[test]
fn scripts_stay_small() {
    let site = own_site();
    let scripts = |kept: &dyn Fn(&str) -> bool| -> usize {
        let outputs = site.outputs();
        let scripts = outputs.iter().filter(|path| path.as_str().ends_with(".js") && kept(path.as_str()));
        scripts.map(|path| sent(&rendered(&site, path.as_str()))).sum()
    };
    let (every_page, search) = (scripts(&|path| path.contains("page-")), scripts(&|_| true));
    assert!(every_page <= 3_000, "the scripts of every page take {every_page} bytes");
    assert!(search <= 12_288, "the scripts of the search page take {search} bytes");
}
