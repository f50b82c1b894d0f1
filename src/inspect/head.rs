//! The head of a page: that the parser read it as it was written, and what every page must declare.

use super::{Finding, Sheet};

/// What is wrong with the head, and with the HTML as such.
pub fn look(sheet: &Sheet<'_>) -> Vec<Finding> {
    let mut found = markup(sheet);
    found.extend(declared(sheet));
    found.extend(policy(sheet));
    found
}

fn markup(sheet: &Sheet<'_>) -> Vec<Finding> {
    let help =
        "close every element in the order in which it was opened, and write each id and attribute once";
    let mut found = Vec::new();
    for (line, words) in &sheet.page.errors {
        let text = sheet.html.lines().nth(line.saturating_sub(1)).unwrap_or_default().trim();
        let text: String = text.chars().take(80).collect();
        let words =
            words.strip_prefix("Unexpected token").map_or(words.as_str(), |_| "a tag that does not fit here");
        let mut message = format!("browsers mend the HTML at `{text}`: {words}");
        if text.is_empty() {
            message = format!("browsers mend the HTML: {words}");
        }
        found.push(Finding { code: "page-html", message, help, written: None });
    }
    let mut ids: Vec<&str> = sheet.page.elements.iter().filter_map(|element| element.get("id")).collect();
    ids.sort_unstable();
    for pair in ids.windows(2).filter(|pair| pair[0] == pair[1]) {
        found.push(Finding {
            code: "page-html",
            message: format!("the id `{}` stands twice on a page", pair[0]),
            help,
            written: Some(format!("id=\"{}\"", pair[0])),
        });
    }
    found
}

fn declared(sheet: &Sheet<'_>) -> Vec<Finding> {
    let page = sheet.page;
    let metas: Vec<_> = page.all("meta").map(|(_, meta)| meta).collect();
    let mut found = Vec::new();
    let mut lack = |is: bool, message: &str, help: &'static str, written: &str| {
        if is {
            let (message, written) = (message.to_owned(), Some(written.to_owned()));
            found.push(Finding { code: "page-head", message, help, written });
        }
    };
    let language = page.all("html").any(|(_, root)| !root.value("lang").is_empty());
    lack(
        !language,
        "the page does not say its language",
        "write `<html lang=\"{{ site.language }}\" dir=\"{{ site.direction }}\">`: screen readers need it to speak",
        "<html",
    );
    let titles: Vec<_> =
        page.all("title").filter(|(at, _)| page.around(*at).any(|it| it.name == "head")).collect();
    let titled = titles.len() == 1 && !page.text(titles[0].1).trim().is_empty();
    lack(
        !titled,
        "the page has not exactly one `<title>` with words",
        "write `<title>{{ page.full_title }}</title>` in the head",
        "<title",
    );
    let viewport = |meta: &&&super::dom::Element| meta.value("name") == "viewport";
    let view = metas.iter().find(viewport);
    lack(
        view.is_none(),
        "the page has no viewport",
        "write `<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">`: phones show it tiny without",
        "<head>",
    );
    let fixed = view.is_some_and(|view| {
        let content = view.value("content").replace(' ', "");
        content.contains("user-scalable=no") || content.contains("maximum-scale=1")
    });
    lack(
        fixed,
        "readers cannot enlarge the page",
        "leave `user-scalable` and `maximum-scale` out of the viewport",
        "user-scalable",
    );
    lack(
        !metas.iter().any(|meta| meta.value("charset").eq_ignore_ascii_case("utf-8")),
        "the page does not say that it is UTF-8",
        "write `<meta charset=\"utf-8\">` as the first line of the head",
        "<head>",
    );
    found
}

fn policy(sheet: &Sheet<'_>) -> Vec<Finding> {
    let help = "keep the block `policy` of `base.html` as the first thing in the head: it stops what hostile text could start";
    let written = Some("Content-Security-Policy".to_owned());
    let finding = |message: &str| {
        Some(Finding { code: "page-policy", message: message.to_owned(), help, written: written.clone() })
    };
    let elements = &sheet.page.elements;
    let declared = elements
        .iter()
        .position(|element| element.value("http-equiv").eq_ignore_ascii_case("content-security-policy"));
    let Some(at) = declared else {
        return finding("the page has no Content-Security-Policy").into_iter().collect();
    };
    let loads = |name: &str| matches!(name, "link" | "script" | "style" | "img");
    let late = elements[..at].iter().any(|element| loads(&element.name));
    let rules = elements[at].value("content");
    let open = ["'unsafe-inline'", "'unsafe-eval'", "*"]
        .iter()
        .any(|word| rules.split([' ', ';']).any(|it| it == *word));
    let stops = rules.contains("default-src") || rules.contains("script-src");
    [
        late.then(|| finding("something is loaded before the Content-Security-Policy")),
        open.then(|| finding("the Content-Security-Policy lets anything run")),
        (!stops).then(|| finding("the Content-Security-Policy says nothing on scripts")),
    ]
    .into_iter()
    .flatten()
    .flatten()
    .collect()
}
