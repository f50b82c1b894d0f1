//! Text of an author can add no element, attribute or address scheme that the theme did not: a site with
//! hostile text in every field has the same elements as one with plain text there.

use std::collections::BTreeMap;

use greenroom::base::SourcePath;
use greenroom::build::{Memo, build};
use greenroom::model::Options;
use greenroom::site::Site;
use greenroom::source::Sources;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// What stands in each field of plain text, and in each field of Markdown where it means nothing there.
pub const CORPUS: [&str; 14] = [
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</textarea></noscript></style><svg onload=alert(1)>",
    "<!--",
    "-->",
    "]]>",
    "{{ site.title }}{% raw %}",
    "&lt;script&gt;&quot;&#x22;",
    "\u{2028}\u{2029}",
    "javascript:alert(1)",
    "</script><!-- <script>",
    "<a href=\"javascript:alert(1)\">x</a>",
];

/// A project with `text` in every field that takes one, behind a word: HTML alone would leave a field empty.
pub fn project(text: &str) -> Sources {
    let text = &format!("word {text}");
    // In a basic TOML string only these two need an escape.
    let toml = text.replace('\\', "\\\\").replace('"', "\\\"");
    let files = [
        (
            "site.toml",
            format!(
                "title = \"{toml}\"\ntagline = \"{toml}\"\nbase_url = \"https://prep.example.edu/\"\n[office]\nname = \"{toml}\"\nphone = \"{toml}\"\naddress = \"{toml}\"\nhours = \"{toml}\"\n"
            ),
        ),
        (
            "content/vocabulary.toml",
            format!(
                "[[competency]]\nid = \"teamwork\"\nlabel = \"{toml}\"\nhelp = \"{toml}\"\n[[persona]]\nid = \"alum\"\nlabel = \"{toml}\"\nwhy = \"{toml}\"\nwhere_to_find = \"{toml}\"\n"
            ),
        ),
        (
            "content/banks/core.toml",
            format!(
                "title = \"{toml}\"\ndirection = \"you-answer\"\nsummary = \"{toml}\"\nowner = \"{toml}\"\nsources = [{{ title = \"{toml}\", url = \"https://example.org/\" }}]\n[[question]]\nid = \"one\"\ntext = \"A {toml}\"\nalso_asked_as = [\"B {toml}\"]\nkind = \"behavioral\"\ncompetencies = [\"teamwork\"]\nwhy = \"{toml}\"\ncover = [\"{toml}\"]\navoid = [\"{toml}\"]\nfollow_ups = [\"{toml}\"]\nhints = [\"{toml}\"]\nprompts.situation = \"{toml}\"\nnotes = \"SECRET {toml}\"\n[[question.sample]]\nlabel = \"{toml}\"\ntext = \"word {toml}\"\n[[question]]\nid = \"two\"\ntext = \"C {toml}\"\nkind = \"improper\"\nimproper = \"{toml}\"\nrespond = [\"{toml}\"]\nrelated = [\"one\"]\n[[question]]\nid = \"three\"\ntext = \"D {toml}\"\nkind = \"choice\"\n[[question.choice]]\ntext = \"x {toml}\"\ncorrect = true\nfeedback = \"{toml}\"\n[[question.choice]]\ntext = \"y {toml}\"\n"
            ),
        ),
        (
            "content/banks/ask.toml",
            format!(
                "title = \"{toml}\"\ndirection = \"you-ask\"\n[[question]]\nid = \"path\"\ntext = \"E {toml}\"\nkind = \"open\"\nlisten_for = [\"{toml}\"]\nwatch_for = [\"{toml}\"]\n"
            ),
        ),
        (
            "content/roles/nurse/role.md",
            format!(
                "+++\ntitle = \"{toml}\"\nalso_called = [\"{toml}\"]\nsummary = \"{toml}\"\nmajors = [\"{toml}\"]\ntalk_to = [\"alum\"]\nindustries = [\"hospitals\"]\n+++\n## Day\n\nword {text}\n"
            ),
        ),
        (
            "content/roles/nurse/own.toml",
            format!(
                "title = \"{toml}\"\ndirection = \"you-answer\"\n[[adapt]]\nquestion = \"core/one\"\ntext = \"F {toml}\"\nwhy = \"{toml}\"\ncover_add = [\"{toml}\"]\n"
            ),
        ),
        (
            "content/industries/hospitals/industry.md",
            format!(
                "+++\ntitle = \"{toml}\"\nsummary = \"{toml}\"\nemployers = [\"{toml}\"]\n[[jargon]]\nterm = \"{toml}\"\nmeaning = \"{toml}\"\n[[trend]]\ntext = \"{toml}\"\nas_of = 2026-01-01\n+++\n"
            ),
        ),
        (
            "content/guides/first.md",
            format!(
                "+++\ntitle = \"{toml}\"\nsummary = \"{toml}\"\naudience = [\"{toml}\"]\nphase = \"understand\"\n+++\nword {text}\n\n{{{{ question \"core/one\" }}}}\n\n{{{{ kit \"kit\" }}}}\n\n{{{{ message \"note\" }}}}\n\n{{{{ checklist \"list\" }}}}\n"
            ),
        ),
        (
            "content/messages/note.md",
            format!(
                "+++\ntitle = \"{toml}\"\nchannel = \"email\"\npurpose = \"request\"\nsummary = \"{toml}\"\nsubject = \"{toml}\"\nsend = \"{toml}\"\n[[field]]\nname = \"Why\"\nhelp = \"{toml}\"\nexample = \"{toml}\"\noptions = [\"{toml}\"]\n+++\nDear [Name], [Why] {text}\n"
            ),
        ),
        (
            "content/checklists/list.md",
            format!("+++\ntitle = \"{toml}\"\nsummary = \"{toml}\"\n+++\n- [ ] word {text}\n"),
        ),
        (
            "content/kits/kit.toml",
            format!(
                "title = \"{toml}\"\nfor = \"{toml}\"\nintro = \"word {toml}\"\n[[pick]]\nquestion = \"core/one\"\n"
            ),
        ),
    ];
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.insert(SourcePath::new(path).unwrap(), text.into_bytes());
    }
    sources
}

fn site(text: &str) -> Site {
    let built = build(project(text), &Options::default(), &Memo::default(), &|_| {});
    let problems = built.problems.clone();
    built.into_site().unwrap_or_else(|| panic!("{text:?}: {problems:#?}"))
}

/// How often each element stands on a page with each set of attributes; addresses only by their scheme.
fn elements(html: &str) -> BTreeMap<String, usize> {
    let dom = html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html);
    let mut found = BTreeMap::new();
    let mut waiting: Vec<Handle> = vec![dom.document];
    while let Some(node) = waiting.pop() {
        if let NodeData::Element { name, attrs, .. } = &node.data {
            let mut described = vec![name.local.to_string()];
            for attribute in attrs.borrow().iter() {
                let key = attribute.name.local.to_string();
                let scheme = attribute.value.split_once(':').map_or("", |(scheme, _)| scheme);
                let address = ["href", "src", "action", "formaction", "srcset"].contains(&key.as_str());
                described.push(if address { format!("{key}={scheme}") } else { key });
            }
            described[1..].sort();
            *found.entry(described.join(" ")).or_default() += 1;
        }
        waiting.extend(node.children.borrow().iter().cloned());
    }
    found
}

fn pages(site: &Site) -> BTreeMap<String, String> {
    let page = |path: greenroom::base::OutPath| {
        let bytes = site.render(&path).unwrap().unwrap();
        let name = path.as_str().to_owned();
        name.ends_with(".html").then(|| (name, String::from_utf8(bytes.as_slice().to_vec()).unwrap()))
    };
    site.outputs().into_iter().filter_map(page).collect()
}

#[test]
fn hostile_text_adds_no_element_attribute_or_scheme() {
    let plain = pages(&site("plain"));
    for text in CORPUS {
        let hostile = pages(&site(text));
        assert_eq!(plain.keys().collect::<Vec<_>>(), hostile.keys().collect::<Vec<_>>());
        for (path, html) in &hostile {
            let (want, have) = (elements(&plain[path]), elements(html));
            let added: Vec<_> = have.iter().filter(|(what, count)| want.get(*what) != Some(count)).collect();
            let lost: Vec<_> = want.iter().filter(|(what, count)| have.get(*what) != Some(count)).collect();
            assert!(
                added.is_empty() && lost.is_empty(),
                "{text:?} on {path}:\nadded {added:#?}\nlost {lost:#?}"
            );
        }
    }
}

#[test]
fn notes_of_authors_reach_no_output() {
    let site = site("plain");
    for path in site.outputs() {
        let bytes = site.render(&path).unwrap().unwrap();
        assert!(!bytes.as_slice().windows(6).any(|part| part == b"SECRET"), "{path}");
    }
}

#[test]
fn data_and_feed_hold_hostile_text_as_text() {
    for text in CORPUS {
        let site = site(text);
        for path in site.outputs() {
            let bytes = site.render(&path).unwrap().unwrap();
            if path.as_str().ends_with(".json") {
                let data: serde_json::Value = serde_json::from_slice(bytes.as_slice()).unwrap();
                assert!(data["version"] == 1 || path.as_str().starts_with("search/"), "{path}");
            } else if path.as_str().ends_with(".xml") {
                let text = std::str::from_utf8(bytes.as_slice()).unwrap();
                let mut reader = quick_xml::Reader::from_str(text);
                reader.config_mut().check_end_names = true;
                while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
            }
        }
    }
}
