//! Themes in layers: what a site or a theme overrides, and what a mistake in one gets.

use greenroom::base::{LineIndex, OutPath, SourcePath, Span};
use greenroom::build::{Build, Memo, build};
use greenroom::diag::{Diagnostic, Severity};
use greenroom::model::Options;
use greenroom::source::Sources;

const BANK: (&str, &str) = (
    "content/banks/core.toml",
    "title = \"Core\"\ndirection = \"you-answer\"\n\n[[question]]\nid = \"why-us\"\nkind = \"motivation\"\ntext = \"Why us?\"\nhints = [\"Be brief.\"]\n",
);
const QUESTION: &str = "questions/core/why-us/index.html";
const SITE: (&str, &str) = ("site.toml", "title = \"Prep\"\n");

fn built(files: &[(&str, &str)]) -> Build {
    let mut sources = Sources::default();
    for (path, text) in [SITE, BANK].iter().chain(files) {
        sources.insert(SourcePath::new(path).expect("a fair path"), text.as_bytes());
    }
    build(sources, &Options::default(), &Memo::default(), &|_| {})
}

fn rendered(build: &Build, path: &str) -> Result<String, Box<Diagnostic>> {
    let site = build.site().unwrap_or_else(|| panic!("the site has mistakes: {:#?}", build.problems));
    let bytes = site.render(&OutPath::new(path).expect("a fair path")).expect("an output")?;
    Ok(String::from_utf8(bytes.as_slice().to_vec()).expect("UTF-8"))
}

/// `path:line: code: message` of each error and warning, and its help.
fn said(build: &Build) -> Vec<String> {
    let line = |problem: &Diagnostic| {
        let at = problem.span().map_or_else(|| "project".to_owned(), |span| place(build, span));
        format!("{at}: {}: {}; {}", problem.code.name, problem.message, problem.help.join("; "))
    };
    build.problems.iter().filter(|problem| problem.severity > Severity::Hint).map(line).collect()
}

fn place(build: &Build, span: Span) -> String {
    let source = build.sources.file(span.file).expect("a file of the project");
    let text = source.text().expect("UTF-8");
    format!("{}:{}", source.path, LineIndex::new(text).position(text, span.start as usize).line)
}

#[test]
fn a_site_replaces_a_block_of_the_template_it_hides() {
    let plain = rendered(&built(&[]), QUESTION).expect("a page");
    assert!(plain.contains("Be brief."));
    let own = built(&[
        (
            "templates/question.html",
            "{% extends \"question.html\" %}\n{% block hints %}<p>None.</p>{% endblock hints %}\n",
        ),
        (
            "templates/base.html",
            "{% extends \"base.html\" %}{% block footer_note %}{{ super() }}<p>Ours.</p>{% endblock footer_note %}",
        ),
        (
            "templates/parts/direction.html",
            "{% component Direction(word) %}<b>{{ word }}</b>{% endcomponent Direction %}",
        ),
    ]);
    let page = rendered(&own, QUESTION).expect("a page");
    assert!(page.contains("<p>None.</p>") && !page.contains("Be brief."), "{page}");
    assert!(page.contains("stays in your browser.") && page.contains("<p>Ours.</p>"), "{page}");
    assert!(page.contains("<b>you-answer</b>"), "{page}");
}

#[test]
fn a_theme_builds_on_its_parent() {
    let build = built(&[
        ("site.toml", "title = \"Prep\"\ntheme = \"child\"\n[theme_options]\nmood = \"calm\"\n"),
        ("themes/child/theme.toml", "name = \"Child\"\napi = 1\nextends = \"parent\"\n"),
        (
            "themes/child/templates/home.html",
            "{% extends \"home.html\" %}{% block heading %}<h1>Child</h1>{{ super() }}{% endblock heading %}",
        ),
        (
            "themes/parent/theme.toml",
            "name = \"Parent\"\napi = 1\n[[option]]\nname = \"mood\"\ntype = \"text\"\ndefault = \"\"\n",
        ),
        (
            "themes/parent/templates/home.html",
            "{% extends \"base.html\" %}{% block main %}{% block heading %}<p>{{ site.options.mood }}</p>{% endblock heading %}{% endblock main %}",
        ),
        ("themes/parent/static/style.css", "p { color: red }"),
        ("themes/parent/static/extra.css", "b { color: red }"),
    ]);
    let page = rendered(&build, "index.html").expect("a page");
    assert!(page.contains("<h1>Child</h1><p>calm</p>"), "{page}");
    assert!(page.contains("<title>Prep</title>"), "the built-in base is used: {page}");
    let outputs = build.site().expect("a site").outputs();
    let style =
        outputs.iter().find(|path| path.as_str().starts_with("assets/style-")).expect("a style sheet");
    let style = rendered(&build, style.as_str()).expect("a style sheet");
    assert!(style.starts_with("p { color: red }\n@layer tokens"), "{style}");
    assert!(outputs.iter().any(|path| path.as_str().starts_with("assets/extra-")));
}

#[test]
fn an_unknown_theme_is_named_with_the_nearest() {
    let build = built(&[("site.toml", "title = \"Prep\"\ntheme = \"defualt\"\n")]);
    assert_eq!(
        said(&build),
        ["site.toml:2: unknown-theme: there is no theme `defualt`; did you mean `default`?"]
    );
    assert!(build.site().is_none());
}

#[test]
fn a_theme_for_another_contract_is_refused() {
    let build = built(&[
        ("site.toml", "title = \"Prep\"\ntheme = \"next\"\n"),
        ("themes/next/theme.toml", "name = \"Next\"\napi = 2\n"),
    ]);
    let problems = said(&build);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(
        problems[0]
            .contains("theme-api: this theme is written for version 2 of the template contract, not 1")
    );
    assert!(problems[0].contains("install a newer greenroom"), "{}", problems[0]);
}

#[test]
fn options_have_types() {
    let build = built(&[(
        "site.toml",
        "title = \"Prep\"\n\n[theme_options]\nfooter_note = true\nheadings = \"slab\"\nfooter_not = \"x\"\n",
    )]);
    assert_eq!(
        said(&build),
        [
            "site.toml:4: theme-option: this is not a value of the option `footer_note`; write a text in quotes",
            "site.toml:5: theme-option: this is not a value of the option `headings`; choose `serif` or `sans`",
            "site.toml:6: theme-option: the theme has no option `footer_not`; did you mean `footer_note`?",
        ]
    );
}

#[test]
fn a_broken_template_is_named_with_its_line() {
    let build = built(&[
        (
            "templates/guide.html",
            "{% extends \"guide.html\" %}\n\n{% block body %}\n{{ guide.title | }}\n{% endblock body %}\n",
        ),
        ("templates/home.html", "{% extends \"hoem.html\" %}\n"),
    ]);
    let problems = said(&build);
    assert_eq!(problems.len(), 2, "{problems:#?}");
    assert!(
        problems[0].starts_with("templates/guide.html:4: template-syntax: this template cannot be read"),
        "{problems:#?}"
    );
    assert_eq!(
        problems[1],
        "templates/home.html:1: template-syntax: there is no template `hoem.html` to extend; did you mean `home.html`?"
    );
}

#[test]
fn an_unknown_variable_is_named_when_templates_load() {
    let build = built(&[(
        "templates/question.html",
        "{% extends \"question.html\" %}\n{% block why %}{{ questoin.why }}{% endblock why %}\n",
    )]);
    assert_eq!(
        said(&build),
        [
            "templates/question.html:2: unknown-variable: `questoin` is not given to `question.html`; did you mean `question`?"
        ]
    );
}

#[test]
fn a_template_that_fails_names_its_line_and_the_record() {
    let build = built(&[(
        "templates/question.html",
        "\u{feff}{% extends \"question.html\" %}\n{% block why %}\n{{ question.wyh\n}}{% endblock why %}\n",
    )]);
    let problem = rendered(&build, QUESTION).expect_err("there is no such field");
    assert_eq!(problem.code.name, "template-error");
    assert_eq!(problem.span().map(|span| place(&build, span)), Some("templates/question.html:3".to_owned()));
    assert_eq!(problem.labels.len(), 1);
    assert_eq!(place(&build, problem.labels[0].span), "content/banks/core.toml:5");
    assert!(problem.help[0].contains("questions/core/why-us/"), "{:?}", problem.help);
    assert!(rendered(&build, "index.html").is_ok(), "other pages are made");
}
