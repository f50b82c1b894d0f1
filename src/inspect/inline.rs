//! Code within a page: the policy stops it, so it does nothing or marks a hole.

use super::{Finding, Sheet};

const HELP: &str = "put it into a file of the theme's `static/` and link that: `{{ site.assets[\"…\"] }}`; for a look use a class";

/// Attributes that hold an address.
const ADDRESSES: [&str; 7] = ["href", "src", "action", "formaction", "data", "poster", "xlink:href"];

/// Scripts, styles and handlers that stand in the page itself.
pub fn look(sheet: &Sheet<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |message: String, written: String| {
        found.push(Finding { code: "inline-code", message, help: HELP, written: Some(written) });
    };
    for element in &sheet.page.elements {
        let data = matches!(element.value("type"), "application/ld+json" | "application/json");
        match element.name.as_str() {
            "script" if element.get("src").is_none() && !data => {
                add("a script stands in the page itself".into(), "<script>".into());
            }
            "style" => add("a style sheet stands in the page itself".into(), "<style".into()),
            "base" => add("`<base>` changes where links lead; the policy forbids it".into(), "<base".into()),
            _ => {}
        }
        for name in element.attributes() {
            if name == "style" {
                add(format!("`<{}>` has a `style` attribute", element.name), "style=\"".into());
            } else if name.starts_with("on") {
                add(format!("`<{}>` has the handler `{name}`", element.name), format!("{name}="));
            }
        }
        let script = |address: &str| {
            let plain: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
            plain.to_ascii_lowercase().starts_with("javascript:")
        };
        for name in ADDRESSES.into_iter().filter(|name| script(element.value(name))) {
            add(format!("`{name}` of `<{}>` is a script", element.name), "javascript:".into());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::dom::Page;
    use super::*;
    use crate::base::OutPath;

    #[test]
    fn code_in_a_page_is_found_and_data_is_not() {
        let html = "<!doctype html><title>T</title><script type='application/ld+json'>{}</script>\
            <script src=a.js></script><p onclick=x()>a<b style='color:red'>b</b><a href=' JAVA\tscript:x'>c</a><style></style>";
        let (path, page) = (OutPath::new("index.html").expect("a path"), Page::read(html));
        let found = look(&Sheet { path: &path, template: "home.html", html, page: &page });
        let said: Vec<&str> = found.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(
            said,
            [
                "`<p>` has the handler `onclick`",
                "`<b>` has a `style` attribute",
                "`href` of `<a>` is a script",
                "a style sheet stands in the page itself",
            ]
        );
    }
}
