//! What the preview's scripts must not do, read in their text: no way from text to markup, no style in the markup.

/// The scripts of every page of a preview.
const SCRIPTS: [(&str, &str); 2] = [
    ("live.js", include_str!("../../../src/dev/client/live.js")),
    ("problems.js", include_str!("../../../src/dev/client/problems.js")),
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
