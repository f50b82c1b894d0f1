//! A warm build is a cold build: whatever was edited, deleted, renamed, broken or repaired before, the
//! bytes and the problems are those of a build from nothing; so they are on one thread or two.

use std::collections::BTreeMap;

use greenroom::base::{OutPath, SourcePath};
use greenroom::build::{Build, Memo, build};
use greenroom::diag::Diagnostic;
use greenroom::model::Options;
use greenroom::source::Sources;
use proptest::prelude::*;

/// A small project: everything that other things refer to.
pub fn start() -> BTreeMap<String, String> {
    let files = [
        ("site.toml", "title = \"T\"\nbase_url = \"https://prep.example.edu/x/\"\n"),
        (
            "content/guides/first.md",
            "+++\ntitle = \"First\"\n+++\n## A\n\nTo [nurse](../roles/nurse/role.md#day).\n\n```rust\nfn main() {}\n```\n",
        ),
        (
            "content/guides/second.md",
            "# Second\n\nTo [first](first.md#a).\n\n{{ question \"core/tell-me\" }}\n\n![A bow](bow.gif)\n",
        ),
        (
            "content/banks/core.toml",
            "title = \"Core\"\ndirection = \"you-answer\"\n[defaults]\nkind = \"background\"\n[[question]]\nid = \"tell-me\"\ntext = \"Tell me about yourself.\"\ncover = [\"Now\", \"Before $x^2$\"]\n[[question]]\nid = \"why-here\"\ntext = \"Why do you want to work here?\"\nrelated = [\"tell-me\"]\n",
        ),
        (
            "content/roles/nurse/role.md",
            "+++\ntitle = \"Nurse\"\nindustries = [\"hospitals\"]\n+++\n## Day\n\nLong.\n",
        ),
        (
            "content/roles/nurse/clinical.toml",
            "title = \"Clinical\"\ndirection = \"you-answer\"\nhide = [\"core/why-here\"]\n[defaults]\nkind = \"technical\"\n[[question]]\nid = \"triage\"\ntext = \"How do you set priorities?\"\n[[adapt]]\nquestion = \"core/tell-me\"\ntext = \"Tell me how you became a nurse.\"\n",
        ),
        ("content/industries/hospitals/industry.md", "+++\ntitle = \"Hospitals\"\n+++\n"),
        (
            "content/kits/first.toml",
            "title = \"Kit\"\n[[pick]]\nquestion = \"core/tell-me\"\n[[pick]]\nbank = \"nurse-clinical\"\n",
        ),
        (
            "content/messages/thanks.md",
            "+++\ntitle = \"Thanks\"\nchannel = \"email\"\npurpose = \"thank-you\"\n+++\nThank you, [Name].\n",
        ),
        // Made of characters that are bytes; 5 by 3 pixels.
        ("content/guides/bow.gif", "GIF89a\u{5}\0\u{3}\0\0\0\0;"),
        ("content/checklists/day.md", "+++\ntitle = \"Day\"\n+++\n- [ ] Pack\n"),
        (
            "greenroom.lock",
            "version = 1\n[questions]\n\"core/tell-me\" = \"Tell me about yourself.\"\n\"nurse-clinical/triage\" = \"How do you set priorities?\"\n",
        ),
    ];
    files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
}

fn sources(files: &BTreeMap<String, String>) -> Sources {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.insert(SourcePath::new(path).unwrap(), text.as_bytes());
    }
    sources
}

fn built(files: &BTreeMap<String, String>, memo: &Memo) -> Build {
    build(sources(files), &Options::default(), memo, &|_| {})
}

/// Everything a build gives: each output's bytes or failure, and the problems.
pub type Given = (BTreeMap<OutPath, Result<Vec<u8>, String>>, Vec<Diagnostic>);

fn given(build: &Build) -> Given {
    let outputs = build.site().map(|site| {
        let rendered = |path: OutPath| {
            let bytes = site.render(&path).unwrap();
            let bytes = bytes.map(|bytes| bytes.as_slice().to_vec()).map_err(|failure| failure.message);
            (path, bytes)
        };
        site.outputs().into_iter().map(rendered).collect()
    });
    (outputs.unwrap_or_default(), build.problems.clone())
}

/// One thing that happens to a project between two builds.
#[derive(Clone, Debug)]
pub enum Edit {
    Delete(usize),
    Rename(usize, String),
    Replace(usize, &'static str, &'static str),
    Append(usize, &'static str),
    Cut(usize, usize),
    Restore(usize),
    Site(&'static str),
}

pub fn edits() -> impl Strategy<Value = Edit> {
    let file = 0..12_usize;
    let swaps = prop::sample::select(vec![
        ("tell-me", "tell-us"),
        ("Nurse", "Nurses"),
        ("Core", "The core"),
        ("title", "titel"),
        ("\"", "\u{201d}"),
        ("hospitals", "clinics"),
        ("background", "motivation"),
        ("[[question]]", "[question]"),
        ("day", "night"),
        // Words alone, places alone, the words of another question, and of a wholly different one.
        ("you want to", "one want to"),
        ("title = ", "\n# moved\ntitle = "),
        ("Why do you want to work here?", "Tell me about yourself!"),
        ("about yourself", "how rivers carve stone"),
        ("kind = ", "status = \"draft\"\nkind = "),
        ("Now", "Now, and [the first guide](../guides/first.md#a)"),
        ("Long.", "Long <i>and</i> $y$."),
        ("\u{5}", "\u{7}"),
    ]);
    let tails = prop::sample::select(vec![
        "\n",
        "\nx = 1\n",
        "[[question]]\n",
        "\n## More\n",
        "<b>bold</b>",
        "\u{0}",
    ]);
    let sites = prop::sample::select(vec![
        "title = \"T\"\n",
        "title = \"U\"\ntheme = \"none\"\n",
        "title = 3\n",
        "title = \"T\"\n[markdown]\nraw_html = true\n",
        "title = \"T\"\n[checks]\nraw-html = \"deny\"\n",
    ]);
    prop_oneof![
        file.clone().prop_map(Edit::Delete),
        (file.clone(), "[a-z]{3,8}").prop_map(|(file, name)| Edit::Rename(file, name)),
        (file.clone(), swaps).prop_map(|(file, (old, new))| Edit::Replace(file, old, new)),
        (file.clone(), tails).prop_map(|(file, tail)| Edit::Append(file, tail)),
        (file.clone(), 0..200_usize).prop_map(|(file, at)| Edit::Cut(file, at)),
        file.prop_map(Edit::Restore),
        sites.prop_map(Edit::Site),
    ]
}

pub fn apply(files: &mut BTreeMap<String, String>, edit: &Edit) {
    let name =
        |files: &BTreeMap<String, String>, at: usize| files.keys().nth(at % files.len().max(1)).cloned();
    match edit {
        Edit::Delete(at) => drop(name(files, *at).and_then(|name| files.remove(&name))),
        Edit::Rename(at, to) => {
            if let Some(old) = name(files, *at)
                && let Some(text) = files.remove(&old)
            {
                let (folder, file) = old.rsplit_once('/').unwrap_or(("content/guides", &old));
                let extension = file.rsplit_once('.').map_or("md", |(_, extension)| extension);
                files.insert(format!("{folder}/{to}.{extension}"), text);
            }
        }
        Edit::Replace(at, old, new) => {
            if let Some(text) = name(files, *at).and_then(|name| files.get_mut(&name)) {
                *text = text.replace(old, new);
            }
        }
        Edit::Append(at, tail) => {
            if let Some(text) = name(files, *at).and_then(|name| files.get_mut(&name)) {
                text.push_str(tail);
            }
        }
        Edit::Cut(at, length) => {
            if let Some(text) = name(files, *at).and_then(|name| files.get_mut(&name)) {
                let cut = text.char_indices().map(|(at, _)| at).nth(*length).unwrap_or(text.len());
                text.truncate(cut);
            }
        }
        Edit::Restore(at) => {
            let (name, text) = start().into_iter().nth(*at).unwrap();
            files.insert(name, text);
        }
        Edit::Site(text) => drop(files.insert("site.toml".into(), (*text).to_owned())),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn a_warm_build_gives_what_a_cold_one_gives(edits in prop::collection::vec(edits(), 1..12)) {
        let mut files = start();
        let mut memo = built(&files, &Memo::default()).memo;
        for (at, edit) in edits.iter().enumerate() {
            apply(&mut files, edit);
            // Now and then drafts are asked for: what is kept must not outlive what was asked.
            let options = Options { drafts: at % 3 == 2, ..Options::default() };
            let built = |memo: &Memo| build(sources(&files), &options, memo, &|_| {});
            let (warm, cold) = (built(&memo), built(&Memo::default()));
            prop_assert_eq!(given(&warm), given(&cold), "after {:?}", edit);
            memo = warm.memo;
        }
    }
}

#[test]
fn the_project_these_edits_start_from_is_clean() {
    let build = built(&start(), &Memo::default());
    assert!(build.site().is_some(), "{:?}", build.problems);
}

#[test]
fn threads_and_repetition_change_nothing() {
    let files = start();
    let once = given(&built(&files, &Memo::default()));
    assert_eq!(once, given(&built(&files, &Memo::default())));
    let alone = rayon_of(1, || given(&built(&files, &Memo::default())));
    let four = rayon_of(4, || given(&built(&files, &Memo::default())));
    assert_eq!(once, alone);
    assert_eq!(once, four);
}

/// The plan follows from ids, words of the vocabulary, links and the like: an edit of a text takes the last one.
#[test]
fn an_edit_of_a_text_plans_nothing_anew() {
    let mut files = start();
    let first = built(&files, &Memo::default());
    let edit = |files: &mut BTreeMap<String, String>, path: &str, old: &str, new: &str| {
        let text = files.get_mut(path).unwrap();
        assert!(text.contains(old));
        *text = text.replacen(old, new, 1);
    };
    edit(&mut files, "content/banks/core.toml", "work here", "work in this place");
    edit(&mut files, "content/guides/first.md", "To [nurse]", "Over to the [nurse]");
    let second = built(&files, &first.memo);
    let plan = |build: &Build| std::ptr::from_ref(build.site().unwrap().plan());
    assert_eq!(plan(&first), plan(&second));
    edit(&mut files, "content/banks/core.toml", "\"background\"", "\"motivation\"");
    let third = built(&files, &second.memo);
    assert_ne!(plan(&second), plan(&third));
}

/// A picture is copied as it is, and its size stands in pages that did not change.
#[test]
fn another_picture_makes_its_pages_anew() {
    let mut files = start();
    let first = built(&files, &Memo::default());
    let page = |build: &Build| {
        let path = OutPath::new("guides/second/index.html").unwrap();
        String::from_utf8(build.site().unwrap().render(&path).unwrap().unwrap().as_slice().to_vec()).unwrap()
    };
    assert!(
        page(&first).contains("alt=\"A bow\" width=\"5\" height=\"3\" loading=\"lazy\""),
        "{}",
        page(&first)
    );
    let picture = files.get_mut("content/guides/bow.gif").unwrap();
    *picture = picture.replace('\u{5}', "\u{7}");
    let second = built(&files, &first.memo);
    assert!(
        page(&second).contains("alt=\"A bow\" width=\"7\" height=\"3\" loading=\"lazy\""),
        "{}",
        page(&second)
    );
}

fn rayon_of<T: Send>(threads: usize, run: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(run)
}
