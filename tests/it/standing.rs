//! The pages that no author writes: they stay small on a large site, and what they say of privacy is so.

use std::collections::BTreeSet;
use std::path::Path;

use greenroom::base::{OutPath, SourcePath};
use greenroom::build::{Memo, build};
use greenroom::diag::Severity;
use greenroom::model::Options;
use greenroom::plan::Standing;
use greenroom::site::Site;
use greenroom::source::Sources;

use crate::folder::project;
use crate::program::run;

fn site(files: &[(String, String)]) -> Site {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.insert(SourcePath::new(path).unwrap(), text.as_bytes());
    }
    let built = build(sources, &Options::default(), &Memo::default(), &|_| {});
    let problems = built.problems.iter().filter(|problem| problem.severity == Severity::Error);
    let problems: Vec<String> = problems.map(|problem| problem.message.clone()).collect();
    built.into_site().unwrap_or_else(|| panic!("{problems:?}"))
}

fn page(site: &Site, path: &OutPath) -> String {
    String::from_utf8(site.render(path).unwrap().unwrap().as_slice().to_vec()).unwrap()
}

/// A site of `count` roles, kits, checklists and messages.
fn of(count: usize) -> Site {
    let mut files = vec![("site.toml".to_owned(), "title = \"T\"\n".to_owned())];
    let question =
        |id: usize| format!("[[question]]\nid = \"q{id:02}\"\ntext = \"Why {id}?\"\nkind = \"open\"\n");
    let bank = "title = \"Ask\"\ndirection = \"you-ask\"\n".to_owned() + &question(0);
    files.push(("content/banks/ask.toml".to_owned(), bank));
    for at in 0..count {
        let role = format!("content/roles/role-{at:02}");
        files.push((format!("{role}/role.md"), format!("+++\ntitle = \"Role {at:02}\"\n+++\n")));
        let bank = format!("title = \"Own {at}\"\ndirection = \"you-ask\"\n{}", question(at + 1));
        files.push((format!("{role}/own-{at}.toml"), bank));
        let kit = format!("title = \"Kit {at}\"\n[[pick]]\nquestion = \"ask/q00\"\n");
        files.push((format!("content/kits/kit-{at:02}.toml"), kit));
        let list = format!("+++\ntitle = \"List {at}\"\n+++\n- [ ] Go\n");
        files.push((format!("content/checklists/list-{at:02}.md"), list));
        let message = format!(
            "+++\ntitle = \"Message {at}\"\nchannel = \"email\"\npurpose = \"request\"\n+++\nDear [Name]\n"
        );
        files.push((format!("content/messages/message-{at:02}.md"), message));
    }
    site(&files)
}

#[test]
fn they_do_not_grow_with_the_site() {
    let (large, larger) = (of(30), of(60));
    for standing in Standing::ALL {
        let (page, more) = (page(&large, &standing.path()), page(&larger, &standing.path()));
        assert_eq!(page.len(), more.len(), "{}", standing.word());
    }
    let leads = |standing: Standing, to: &str| {
        let page = page(&large, &standing.path());
        let main = page.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
        assert!(main.contains(&format!("<a href=\"../{to}/index.html\">All ")), "{main}");
    };
    leads(Standing::Practice, "roles");
    leads(Standing::Practice, "kits");
    leads(Standing::Kit, "roles");
    leads(Standing::MyPrep, "checklists");
    leads(Standing::Outreach, "messages");
}

#[test]
fn the_privacy_page_names_all_that_scripts_keep() {
    let (mut kept, mut scripts) = (BTreeSet::new(), 0);
    for (path, bytes) in greenroom::theme::built_in_files() {
        if !path.as_str().starts_with("themes/default/static/") || !path.as_str().ends_with(".js") {
            continue;
        }
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        scripts += 1;
        for other in ["document.cookie", "indexedDB", "caches.", "sendBeacon", "XMLHttpRequest", "WebSocket"]
        {
            assert!(!text.contains(other), "{path} has `{other}`: say so in privacy.html, then here");
        }
        // Every key is written `greenroom:${the folder of the site}:name`, or `${prefix}name` and what is kept apart
        // under that name.
        let after = |mark: &str, end: char| -> Vec<String> {
            let keys = text.split(mark).skip(1).map(|rest| rest.split(['`', end]).next().unwrap());
            keys.map(|key| key.rsplit("}:").next().unwrap().to_owned()).collect()
        };
        let own = after("`greenroom:$", '`').into_iter().filter(|name| !name.is_empty());
        let names: Vec<String> = own.chain(after("`${prefix}", ':')).collect();
        assert!(!text.contains("Storage") || !names.is_empty(), "{path} keeps something under another key");
        kept.extend(names);
    }
    assert!(scripts > 0 && !kept.is_empty());
    let template = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/templates/privacy.html");
    let template = std::fs::read_to_string(template).unwrap();
    for name in kept {
        let phrase = format!("\"privacy-kept-{name}\"");
        assert!(template.contains(&phrase), "privacy.html does not say what is kept as `{name}`: {phrase}");
    }
}

#[test]
fn they_can_be_asked_about() {
    let root = project(&[
        ("site.toml", "title = \"T\"\n"),
        (
            "content/messages/hello.md",
            "+++\ntitle = \"Hello\"\nchannel = \"email\"\npurpose = \"request\"\n+++\nDear [Name]\n",
        ),
        ("static/contacts/index.html", "<p>Mine</p>"),
    ]);
    let said = |name: &str| run(root.path(), &["explain", name]).1;
    let outreach = said("/outreach/");
    assert!(
        outreach.contains("outreach.html") && outreach.contains("content/messages/hello.md"),
        "{outreach}"
    );
    let statement = said("/accessibility/");
    assert!(statement.contains("site.toml") && statement.contains("`[accessibility]`"), "{statement}");
    let own = said("/contacts/");
    assert!(own.contains("static/contacts/index.html") && !own.contains("contacts.html "), "{own}");
}
