//! The outline of a page: its headings.

use super::{Finding, Sheet, names};

/// One h1, no level left out, no heading without words.
pub fn look(sheet: &Sheet<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |message: String, help: &'static str, written: Option<String>| {
        found.push(Finding { code: "page-outline", message, help, written });
    };
    let (mut first, mut above) = (0, 0);
    for (at, element) in sheet.page.elements.iter().enumerate() {
        let Some(level @ 1..=6) = element.name.strip_prefix('h').and_then(|level| level.parse::<u32>().ok())
        else {
            continue;
        };
        first += u32::from(level == 1);
        if level > above + 1 {
            let below = if above == 0 { "the start of the page".to_owned() } else { format!("`<h{above}>`") };
            let message = format!("`<h{level}>` comes right after {below}");
            add(
                message,
                "headings go down one level at a time: screen readers list them as a table of contents",
                None,
            );
        }
        if names::name(sheet.page, at).is_empty() {
            let message = format!("`<h{level}>` has no words");
            add(message, "write it only when there are words: `{% if … %}`", Some(format!("<h{level}")));
        }
        above = level;
    }
    if first != 1 {
        let message = format!("the page has {first} `<h1>` and not one");
        add(message, "give each page one `<h1>` with its title: `<h1>{{ page.title }}</h1>`", None);
    }
    found
}
