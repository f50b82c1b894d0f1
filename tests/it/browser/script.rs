//! What scripts must not do, read in their text: no way from text to markup, no style in the markup.

/// The scripts of every page of a preview, and those of the built-in theme.
const SCRIPTS: [(&str, &str); 5] = [
    ("live.js", include_str!("../../../src/dev/client/live.js")),
    ("problems.js", include_str!("../../../src/dev/client/problems.js")),
    ("page.js", include_str!("../../../themes/default/static/page.js")),
    ("search.js", include_str!("../../../themes/default/static/search.js")),
    ("search-match.js", include_str!("../../../themes/default/static/search-match.js")),
];

#[test]
fn no_text_becomes_markup_or_code() {
    let ways = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "setHTML",
        "document.write",
        "createContextualFragment",
        "DOMParser",
        "srcdoc",
        "eval(",
        "Function(",
        "javascript:",
        ".style",
        "'style'",
        "import(",
        "http://",
        "https://",
    ];
    for (name, text) in SCRIPTS {
        let found: Vec<&str> = ways.into_iter().filter(|way| text.contains(way)).collect();
        assert!(found.is_empty(), "{name} has {found:?}");
    }
}
