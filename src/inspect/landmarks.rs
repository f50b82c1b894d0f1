//! The parts of a page that assistive technology jumps between.

use std::collections::BTreeSet;

use super::{Finding, Sheet, names};

/// One main with an id, header, footer, navigation with names, and the skip link first.
pub fn look(sheet: &Sheet<'_>) -> Vec<Finding> {
    let page = sheet.page;
    let mut found = Vec::new();
    let mut add = |message: String, help: &'static str, written: &str| {
        let written = Some(written.to_owned()).filter(|written| !written.is_empty());
        found.push(Finding { code: "page-landmarks", message, help, written });
    };
    let mains: Vec<_> = page.all("main").collect();
    let id = mains.first().map_or("", |(_, main)| main.value("id"));
    if mains.len() != 1 || id.is_empty() {
        let message = match mains.len() {
            1 => "`<main>` has no id".to_owned(),
            count => format!("the page has {count} `<main>` and not one"),
        };
        add(message, "write `<main id=\"main\" tabindex=\"-1\">` around what the page is about", "<main");
    }
    for name in ["header", "footer"] {
        let own = page.all(name).filter(|(at, _)| {
            let inner = ["main", "article", "section", "aside", "nav"];
            !page.around(*at).any(|around| inner.contains(&around.name.as_str()))
        });
        let count = own.count();
        if count != 1 {
            let message = format!("the page has {count} `<{name}>` of its own and not one");
            let written = if count == 0 { String::new() } else { format!("<{name}") };
            add(message, "a page has one header and one footer around its `<main>`", &written);
        }
    }
    let mut labels = BTreeSet::new();
    for (_, nav) in page.all("nav") {
        let label = names::label(page, nav);
        if label.is_empty() {
            add("`<nav>` has no name".into(), "write `<nav aria-label=\"…\">`: a page has several", "<nav>");
        } else if !labels.insert(label.clone()) {
            let message = format!("two `<nav>` are called `{label}`");
            add(message, "give each its own `aria-label`", &format!("aria-label=\"{label}\""));
        }
    }
    let reached = |name: &str| matches!(name, "a" | "button" | "input" | "select" | "textarea" | "summary");
    let body = page.all("body").next().map_or(0, |(at, _)| at);
    let first = page.elements[body..].iter().find(|element| reached(&element.name));
    let skips =
        first.is_some_and(|first| first.name == "a" && first.value("href").strip_prefix('#') == Some(id));
    if !skips && !id.is_empty() {
        let message = "the first thing that the Tab key reaches is not a link to the content".to_owned();
        add(message, "write `<a href=\"#main\">Skip to the content</a>` straight after `<body>`", "<body");
    }
    found
}
