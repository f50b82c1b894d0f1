//! The small things that make pages work together, as they stand in pages: ways up from later pages, drafts,
//! footnotes of several texts, links for those who found a problem.

use greenroom::base::{OutPath, SourcePath};
use greenroom::build::{Memo, build};
use greenroom::model::Options;
use greenroom::site::Site;
use greenroom::source::Sources;

const BANK: &str = "title = \"Many\"\ndirection = \"you-answer\"\ndefaults.kind = \"motivation\"\n";

/// A site with a bank of two pages, drafts, a role, and texts with footnotes.
fn site(settings: &str, drafts: bool) -> Site {
    let question = |at: usize| format!("\n[[question]]\nid = \"q-{at}\"\ntext = \"Question number {at}\"\n");
    let samples = "\n[[question]]\nid = \"samples\"\ntext = \"Noted\"\nbody = '''A[^x]\n\n[^x]: One.'''\n\
        [[question.sample]]\nlabel = \"Nurse\"\ntext = '''B[^x]\n\n[^x]: Two.'''\n\
        [[question.sample]]\ntext = '''C[^x]\n\n[^x]: Three.'''\n";
    let draft =
        "\n[[question]]\nid = \"draft\"\ntext = \"Not ready\"\nstatus = \"draft\"\npriority = \"must\"\n";
    let improper = "\n[[question]]\nid = \"age\"\ntext = \"How old are you?\"\nkind = \"improper\"\nimproper = \"age\"\n\
        respond = [\"Ask why it matters.\"]\n";
    let many: String = (1..=51).map(question).collect();
    let list = "+++\ntitle = \"Packing\"\n+++\n\n- [ ] One[^n]\n\n[^n]: Of the list.\n";
    let embed = "{{ checklist \"pack\" }}";
    let guide = format!("# Noted\n\nA[^n]\n\n{embed}\n\n{embed}\n\n[^n]: Of the guide.\n");
    let files = [
        ("site.toml", format!("title = \"Prep\"\n{settings}\n[checks]\nduplicate-question = \"allow\"\n")),
        ("content/banks/many.toml", format!("{BANK}{many}{samples}{draft}{improper}")),
        ("content/roles/nurse/role.md", "+++\ntitle = \"Nurse\"\n+++\n\nCares.\n".to_owned()),
        ("content/guides/draft.md", "+++\ndraft = true\n+++\n\n# Half a guide\n\nWords.\n".to_owned()),
        ("content/guides/noted.md", guide),
        ("content/checklists/pack.md", list.to_owned()),
        ("content/kits/kit.toml", "title = \"Kit\"\n\n[[pick]]\nquestion = \"many/draft\"\n".to_owned()),
    ];
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.insert(SourcePath::new(path).unwrap(), text.into_bytes());
    }
    let built = build(sources, &Options { drafts, ..Options::default() }, &Memo::default(), &|_| {});
    let problems = format!("{:?}", built.problems);
    built.into_site().unwrap_or_else(|| panic!("{problems}"))
}

fn page(site: &Site, path: &str) -> String {
    let made =
        site.render(&OutPath::new(&format!("{path}index.html")).unwrap()).unwrap_or_else(|| panic!("{path}"));
    String::from_utf8(made.unwrap().as_slice().to_vec()).unwrap()
}

/// What stands between two texts, each time.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).map(|rest| rest.split(end).next().unwrap_or_default()).collect()
}

#[test]
fn a_later_page_of_a_list_leads_to_its_first() {
    let site = site("", false);
    let crumbs = |path: &str| {
        let html = page(&site, path);
        let nav = between(&html, "<nav class=\"breadcrumbs\"", "</nav>").concat();
        between(&nav, "<a href=\"", "</a>").join(" ")
    };
    for (path, expected) in [
        ("questions/many/", "../../index.html\">Home ../index.html\">Questions"),
        (
            "questions/many/page/2/",
            "../../../../index.html\">Home ../../../index.html\">Questions ../../index.html\">Many",
        ),
        ("questions/page/2/", "../../../index.html\">Home ../../index.html\">Questions"),
        (
            "questions/kind/motivation/page/2/",
            "../../../../../index.html\">Home ../../../../index.html\">Questions ../../index.html\">Kind: Motivation",
        ),
        (
            "roles/nurse/page/2/",
            "../../../../index.html\">Home ../../../index.html\">Roles ../../index.html\">Nurse",
        ),
    ] {
        assert_eq!(crumbs(path), expected, "{path}");
    }
    let title = between(&page(&site, "roles/nurse/page/2/"), "<title>", "</title>").concat();
    assert_eq!(title, "Nurse, page 2 – Roles – Prep");
}

#[test]
fn drafts_are_marked_wherever_a_preview_lists_them() {
    let preview = site("", true);
    for (path, title) in [
        ("questions/many/page/2/", "Not ready"),
        ("roles/nurse/", "Not ready"),
        ("kits/kit/", "Not ready"),
        ("guides/", "Half a guide"),
    ] {
        let html = page(&preview, path);
        let row = html.split(&format!(">{title}</a>")).nth(1).unwrap_or_else(|| panic!("{path}: {html}"));
        let row = row.split("<a ").next().unwrap_or_default();
        assert!(row.contains("<strong>Draft</strong>"), "{path}: {row}");
    }
    let entries = |site: &Site| -> String {
        let files = site.outputs().into_iter().filter(|path| path.as_str().starts_with("search/entries/"));
        let text =
            |path: OutPath| String::from_utf8(site.render(&path).unwrap().unwrap().as_slice().to_vec());
        files.map(|path| text(path).unwrap()).collect()
    };
    assert!(entries(&preview).contains("[\"many/draft\",\"Not ready\",\"\",\"draft\"]"));
    let published = site("", false);
    assert!(!entries(&published).contains("draft") && !page(&published, "roles/nurse/").contains("Draft"));
}

#[test]
fn each_list_of_footnotes_has_a_name_of_its_own() {
    let site = site("", false);
    for (path, expected) in [
        ("guides/noted/", ["Footnotes: Packing", "Footnotes: Packing (2)", "Footnotes"]),
        ("questions/many/samples/", ["Footnotes", "Footnotes: Nurse", "Footnotes: Sample 2"]),
    ] {
        let html = page(&site, path);
        assert_eq!(between(&html, "role=\"doc-endnotes\" aria-label=\"", "\""), expected, "{path}");
        let mut ids = between(&html, " id=\"", "\"");
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all, "{path}: {ids:?}");
    }
}

#[test]
fn every_page_says_where_to_report_a_problem() {
    let office = "base_url = \"https://prep.example.edu/a/\"\n[office]\nemail = \"careers@example.edu\"\n";
    let forge = "[repository]\nurl = \"https://codeberg.org/a/b\"\nbranch = \"live\"\n";
    let mail = "mailto:careers@example.edu?subject=Problem%20on%20the%20page%20%E2%80%9C";
    let issue = "https://codeberg.org/a/b/issues/new?title=Problem%20on%20the%20page%20%E2%80%9C";
    for (settings, path, report, edit) in [
        ("", "guides/noted/", "", ""),
        (
            office,
            "guides/noted/",
            &*format!("{mail}Noted%E2%80%9D&amp;body=https%3A%2F%2Fprep.example.edu%2Fa%2Fguides%2Fnoted%2F"),
            "",
        ),
        (office, "", &*format!("{mail}Prep%E2%80%9D&amp;body=https%3A%2F%2Fprep.example.edu%2Fa%2F"), ""),
        (
            forge,
            "guides/noted/",
            &*format!("{issue}Noted%E2%80%9D"),
            "https://codeberg.org/a/b/_edit/live/content/guides/noted.md",
        ),
        (forge, "search/", &*format!("{issue}Search%E2%80%9D"), ""),
        (
            forge,
            "questions/many/page/2/",
            &*format!("{issue}Many%2C%20page%202%E2%80%9D"),
            "https://codeberg.org/a/b/_edit/live/content/banks/many.toml",
        ),
    ] {
        let html = page(&site(settings, false), path);
        let link = |words: &str| {
            let before = html.split_once(&format!(">{words}</a>")).map_or("", |(before, _)| before);
            let link = before.rsplit_once("<a href=\"").map_or("", |(_, link)| link);
            link.split('"').next().unwrap_or_default()
        };
        assert_eq!((link("Report a problem"), link("Edit this page")), (report, edit), "{path} {settings}");
    }
}

#[test]
fn what_is_improper_is_so_by_the_rules_of_a_country() {
    for (country, said) in [
        ("US", "by the rules of the United States; elsewhere"),
        ("IE", "by the rules of Ireland; elsewhere"),
        ("BR", "by the rules of this site’s country (BR); elsewhere"),
    ] {
        let html = page(&site(&format!("country = \"{country}\"\n"), false), "questions/many/age/");
        assert!(html.contains(said), "{country}: {html}");
    }
}
