//! What every page may cost its readers, of this repository's own site, of one with everything and of a large one:
//! bytes, requests and elements, by kind of page. The numbers are those that `greenroom theme check` holds themes to.

use std::path::Path;

use greenroom::base::SourcePath;
use greenroom::build::{Memo, build};
use greenroom::disk::scan;
use greenroom::inspect::{Measure, excesses};
use greenroom::model::Options;
use greenroom::site::Site;
use greenroom::source::Sources;

use crate::generator;

/// A large site, though a build without optimisation takes seconds: every list of it has several pages.
const QUESTIONS: usize = 1_000;

fn site_of(sources: Sources) -> Site {
    let built = build(sources, &Options { drafts: true, ..Options::default() }, &Memo::default(), &|_| {});
    let problems = format!("{:#?}", built.problems);
    built.into_site().unwrap_or_else(|| panic!("{problems}"))
}

fn written<'f>(files: impl IntoIterator<Item = (&'f str, String)>) -> Sources {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.insert(SourcePath::new(path).unwrap(), text.into_bytes());
    }
    sources
}

/// That no page of a site costs more than it may.
fn holds(sources: Sources) {
    let over: Vec<String> = excesses(&site_of(sources)).iter().map(ToString::to_string).collect();
    assert!(over.is_empty(), "{} too many:\n{}", over.len(), over.join("\n"));
}

#[test]
fn the_pages_of_this_site_keep_to_their_budgets() {
    holds(scan(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap());
}

#[test]
fn pages_with_everything_keep_to_their_budgets() {
    holds(scan(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/data/full-site")).unwrap());
}

#[test]
fn the_pages_of_a_large_site_keep_to_their_budgets() {
    let files = generator::files(QUESTIONS);
    holds(written(files.iter().map(|(path, text)| (path.as_str(), text.clone()))));
}

/// Text that hardly gets smaller by compression (a linear congruential generator, Knuth's MMIX).
fn noise(bytes: usize) -> String {
    let next = |state: &u64| {
        Some(state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407))
    };
    let letter = |state: u64| char::from(b"abcdefghijklmnopqrstuvwxyz012345"[(state >> 59) as usize]);
    std::iter::successors(Some(1), next).map(letter).take(bytes).collect()
}

#[test]
fn a_page_with_too_much_of_everything_is_told() {
    use Measure::{Elements, Fonts, Foreign, Html, Requests, Scripts, Styles};
    let many = "{% for at in range(end=1000) %}<i>{{ at }}</i>{% endfor %}";
    let head = "<link rel=\"stylesheet\" href=\"{{ site.root }}heavy.css\">\
        <script type=\"module\" src=\"{{ site.root }}light.js\"></script>";
    let template = format!(
        "{{% extends \"guide.html\" %}}{{% block head %}}{head}{{% endblock head %}}\
         {{% block notices %}}{many}<!-- {} -->{{% endblock notices %}}",
        noise(25_000)
    );
    let style = format!(
        "@font-face {{ font-family: Own; src: url(own.woff2) }} i {{ background: url('https://other.example/i.png') }} \
         b {{ content: '{}' }}",
        noise(15_000)
    );
    let site = site_of(written([
        ("site.toml", "title = \"T\"\n".into()),
        ("content/guides/start.md", "# Start\n\nText.\n".into()),
        ("templates/guide.html", template),
        ("static/heavy.css", style),
        ("static/light.js", "import { heavy } from \"./heavy.js\";\nheavy();\n".into()),
        ("static/heavy.js", format!("export const heavy = () => '{}';\n", noise(6_000))),
        ("static/own.woff2", "a font".into()),
    ]));
    let over = excesses(&site);
    assert!(over.iter().all(|excess| excess.page.as_str() == "guides/start/index.html"), "{over:#?}");
    let measures: Vec<Measure> = over.iter().map(|excess| excess.measure).collect();
    assert_eq!(measures, [Html, Styles, Scripts, Fonts, Foreign, Requests, Elements], "{over:#?}");
    let requests = over.iter().find(|excess| excess.measure == Requests).unwrap();
    let told = "`guides/start/index.html`, a page to read, has";
    assert_eq!(requests.to_string(), format!("{told} {} requests and may have 6", requests.has));
    // The page, two style sheets and an icon of the theme at least; what the head names, and what that names.
    assert!(requests.has >= 9, "{requests}");
}
