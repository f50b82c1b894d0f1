//! What a page's links, buttons, fields and images are called: what a screen reader says of them.
//!
//! A short form of <https://www.w3.org/TR/accname-1.2/>: labels, then text, then alternatives of images, then titles.

use super::dom::{Element, Page};
use super::{Finding, Sheet};

/// What has no name.
pub fn look(sheet: &Sheet<'_>) -> Vec<Finding> {
    let page = sheet.page;
    let mut found = Vec::new();
    let mut add = |message: String, help: &'static str, written: String| {
        found.push(Finding { code: "no-name", message, help, written: Some(written) });
    };
    for (at, element) in page.elements.iter().enumerate() {
        match element.name.as_str() {
            "img" if element.get("alt").is_none() => add(
                "an image has no `alt`".into(),
                "say what it shows; write `alt=\"\"` when it only adorns",
                "<img".into(),
            ),
            "a" if element.get("href").is_some() && name(page, at).is_empty() => add(
                format!("the link to `{}` has no words", element.value("href")),
                "write words, or an `aria-label`; leave the link out when there is nothing to say",
                "<a ".into(),
            ),
            "button" | "summary" if name(page, at).is_empty() => add(
                format!("`<{}>` has no words", element.name),
                "write words, or an `aria-label`",
                format!("<{}", element.name),
            ),
            "iframe" if name(page, at).is_empty() => {
                add("`<iframe>` has no title".into(), "write what is in it: `title=\"…\"`", "<iframe".into());
            }
            "input" | "select" | "textarea" if needs_label(element) && !is_labelled(page, at) => add(
                format!("the field `{}` has no label", field(element)),
                "write `<label for=\"…\">` with the id of the field; a placeholder is no label",
                format!("<{}", element.name),
            ),
            _ => {}
        }
        let labelled = element.value("aria-labelledby");
        for id in labelled.split_whitespace().filter(|id| page.by_id(id).is_none()) {
            add(
                format!("`aria-labelledby` names `{id}`, which is not on the page"),
                "give the element with the label that id",
                format!("aria-labelledby=\"{labelled}\""),
            );
        }
    }
    found
}

fn needs_label(element: &Element) -> bool {
    !matches!(element.value("type"), "hidden" | "submit" | "reset" | "button" | "image")
        || element.name != "input"
}

fn field(element: &Element) -> &str {
    [element.value("name"), element.value("id")]
        .into_iter()
        .find(|name| !name.is_empty())
        .unwrap_or(&element.name)
}

fn is_labelled(page: &Page, at: usize) -> bool {
    let element = &page.elements[at];
    let id = element.value("id");
    let by_for = || {
        page.all("label")
            .any(|(_, it)| !id.is_empty() && it.value("for") == id && !page.text(it).trim().is_empty())
    };
    !label(page, element).is_empty()
        || !element.value("title").is_empty()
        || by_for()
        || page.around(at).any(|around| around.name == "label" && !page.text(around).trim().is_empty())
}

/// The name that an element is given by `aria-label` or `aria-labelledby`.
pub fn label(page: &Page, element: &Element) -> String {
    let named = element.value("aria-labelledby").split_whitespace();
    let named: Vec<&str> = named.filter_map(|id| page.by_id(id)).map(|it| page.text(it).trim()).collect();
    if named.is_empty() { element.value("aria-label").to_owned() } else { named.join(" ") }
}

/// What an element is called.
pub fn name(page: &Page, at: usize) -> String {
    let element = &page.elements[at];
    let images = || {
        page.within(at).iter().map(|inner| inner.value("alt").trim().to_owned() + inner.value("aria-label"))
    };
    let all = [label(page, element), page.text(element).trim().to_owned()];
    all.into_iter()
        .chain(images())
        .chain([element.value("title").to_owned()])
        .find(|name| !name.is_empty())
        .unwrap_or_default()
}
