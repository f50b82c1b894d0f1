//! Where the addresses of a page lead.

use std::collections::BTreeSet;

use super::dom::Element;
use super::{Finding, Sheet};
use crate::base::path::decoded;
use crate::base::{OutPath, SourcePath};

/// What addresses stand in, and what to do there about a wrong one.
pub struct Reader {
    /// What it is called.
    pub what: &'static str,
    /// How a file of the site is named there.
    pub named: &'static str,
    /// What to write instead of an address from the root of the host.
    pub rooted: &'static str,
}

const PAGE: Reader = Reader {
    what: "the page",
    named: "print the address that the view gives and put nothing before or behind it: it is ready and relative",
    rooted: "print the address that the view gives, or start with `{{ site.root }}`: below a folder of a host this one breaks",
};

/// A link to an element of a page.
pub struct Anchor {
    /// The output that has the element.
    pub page: String,
    /// The element's id.
    pub id: String,
    /// The address as it is written.
    written: String,
}

/// What is wrong with addresses, and the anchors that other pages must have.
pub fn look(sheet: &Sheet<'_>, outputs: &BTreeSet<&str>, base: &str) -> (Vec<Finding>, Vec<Anchor>) {
    let (mut found, mut anchors) = (Vec::new(), Vec::new());
    for element in &sheet.page.elements {
        for (name, address, loaded) in addresses(element) {
            let written = format!("{name}=\"{address}\"");
            let target = target(sheet.path, address, base);
            let fault = match &target {
                Target::Elsewhere if !loaded => None,
                Target::Nothing => Some(Fault {
                    code: "page-link",
                    message: format!("`<{}>` has an empty address", element.name),
                    help: "leave the link out: `{% if … %}`",
                }),
                _ => fault(&target, address, &PAGE, outputs),
            };
            if let Some(Fault { code, message, help }) = fault {
                found.push(Finding { code, message, help, written: Some(written) });
            } else if let Target::Page(page, Some(id)) = target
                && !id.is_empty()
                && id != "top"
            {
                anchors.push(Anchor { page, id, written });
            }
        }
    }
    (found, anchors)
}

/// What is wrong with an address, without a word on where it stands.
pub struct Fault {
    /// The name of a code.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

/// What is wrong with an address that is loaded, or that leads to something in the site.
pub fn fault(target: &Target, address: &str, reader: &Reader, outputs: &BTreeSet<&str>) -> Option<Fault> {
    let Reader { what, named: help, rooted } = *reader;
    let (code, message, help) = match target {
        Target::Elsewhere => (
            "foreign-request",
            format!("{what} loads `{address}` from another host"),
            "keep the file in the theme's `static/`: nobody else hears who reads what, and it works offline",
        ),
        Target::Nothing => ("page-link", format!("{what} has an empty address"), help),
        Target::FromRoot => ("root-link", format!("`{address}` starts at the root of the host"), rooted),
        Target::FromHere => (
            "page-link",
            format!("`{address}` is relative, and a host shows `404.html` at any address"),
            "print the address that the view gives, or start with `{{ site.root }}`",
        ),
        Target::Outside => ("page-link", format!("`{address}` leads out of the site"), help),
        Target::Page(path, _) if outputs.contains(path.as_str()) => return None,
        Target::Page(path, _) => {
            ("page-link", format!("`{address}` leads nowhere: there is no `{path}`"), help)
        }
    };
    Some(Fault { code, message, help })
}

/// A link to an id that its page does not have.
pub fn lost(anchor: &Anchor) -> Finding {
    Finding {
        code: "page-link",
        message: format!("no element of `{}` has the id `{}`", anchor.page, anchor.id),
        help: "a link behind `#` leads to an element with that id: write one, or link the page alone",
        written: Some(anchor.written.clone()),
    }
}

/// Where an address leads.
pub enum Target {
    /// To another host, or it is no address of the web.
    Elsewhere,
    /// There is none.
    Nothing,
    /// To the root of the host, from a page that must not know where the site is.
    FromRoot,
    /// Along folders, from a page that does not know where it is shown.
    FromHere,
    /// Out of the site.
    Outside,
    /// An output, and the id behind `#`.
    Page(String, Option<String>),
}

/// Where an address leads that stands in the output `from`, when the site starts at `base` on its host.
pub fn target(from: &OutPath, address: &str, base: &str) -> Target {
    if address.is_empty() {
        return Target::Nothing;
    }
    let colon = address.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
    if colon || address.starts_with("//") {
        return Target::Elsewhere;
    }
    let (file, id) = match address.split_once('#') {
        Some((file, id)) => (file, Some(decoded(id))),
        None => (address, None),
    };
    let written = file.split('?').next().unwrap_or_default();
    // A host shows this page at any address; only what stands behind `#` is its own.
    let anywhere = from.as_str() == "404.html";
    if written.is_empty() {
        return if anywhere && !file.is_empty() {
            Target::FromHere
        } else {
            Target::Page(from.to_string(), id)
        };
    }
    let file = decoded(written);
    let page = |path: String| match path.as_str() {
        "" => "index.html".to_owned(),
        folder if folder.ends_with('/') => format!("{folder}index.html"),
        _ => path,
    };
    if file.starts_with('/') {
        return match written.strip_prefix(base) {
            Some(rest) if anywhere => Target::Page(page(decoded(rest)), id),
            None if anywhere => Target::Outside,
            _ => Target::FromRoot,
        };
    }
    if anywhere {
        return Target::FromHere;
    }
    // A folder's path keeps its slash, which joining takes away.
    let folder = file.ends_with('/') || file.ends_with("..") || file == ".";
    let own = SourcePath::new(from.as_str());
    let depth = from.as_str().matches('/').count();
    let climbs = file.split('/').take_while(|part| *part == "..").count();
    if climbs > depth {
        return Target::Outside;
    }
    match own.and_then(|own| own.join(&file)) {
        Some(path) if folder => Target::Page(format!("{path}/index.html"), id),
        Some(path) => Target::Page(path.to_string(), id),
        None if climbs == depth && folder => Target::Page("index.html".into(), id),
        None => Target::Outside,
    }
}

/// The addresses of an element: attribute, address, and whether the page loads it by itself.
fn addresses(element: &Element) -> Vec<(&'static str, &str, bool)> {
    let mut all = Vec::new();
    let loads = !matches!(element.name.as_str(), "a" | "area" | "form");
    for name in ["href", "src", "action", "formaction", "data", "poster"] {
        let Some(address) = element.get(name).map(str::trim) else { continue };
        let rel = element.value("rel");
        let names_only = rel.split_whitespace().any(|word| {
            matches!(word, "canonical" | "alternate" | "license" | "author" | "me" | "next" | "prev" | "help")
        });
        if element.name == "data" || rel.split_whitespace().any(|word| word == "canonical") {
            continue;
        }
        let own = address.starts_with("data:") || address.starts_with("blob:");
        all.push((name, address, loads && name != "formaction" && !own && !names_only));
    }
    if element.value("http-equiv").eq_ignore_ascii_case("refresh")
        && let Some((_, address)) = element.value("content").split_once("url=")
    {
        all.push(("content", address.trim(), false));
    }
    for name in ["srcset", "imagesrcset"] {
        for candidate in element.value(name).split(',').filter_map(|part| part.split_whitespace().next()) {
            all.push((name, candidate, !candidate.starts_with("data:")));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leads(from: &str, address: &str) -> String {
        match target(&OutPath::new(from).expect("a path"), address, "/prep/") {
            Target::Elsewhere => "elsewhere".into(),
            Target::Nothing => "nothing".into(),
            Target::FromRoot => "root".into(),
            Target::FromHere => "here".into(),
            Target::Outside => "outside".into(),
            Target::Page(path, id) => id.map_or(path.clone(), |id| format!("{path}#{id}")),
        }
    }

    #[test]
    fn an_address_leads_where_browsers_go() {
        let from = "questions/core/one/index.html";
        for (address, to) in [
            ("../two/index.html#a%20b", "questions/core/two/index.html#a b"),
            ("../two/", "questions/core/two/index.html"),
            ("..", "questions/core/index.html"),
            ("../../../", "index.html"),
            ("../../../../x", "outside"),
            ("#x", "questions/core/one/index.html#x"),
            ("?q=1#x", "questions/core/one/index.html#x"),
            ("/prep/x", "root"),
            ("//host/x", "elsewhere"),
            ("mailto:a@b", "elsewhere"),
            ("", "nothing"),
        ] {
            assert_eq!(leads(from, address), to, "{address}");
        }
        assert_eq!(leads("404.html", "/prep/guides/"), "guides/index.html");
        assert_eq!(leads("404.html", "/guides/"), "outside");
        assert_eq!(leads("404.html", "guides/index.html"), "here");
        assert_eq!(leads("404.html", "?q=1"), "here");
        assert_eq!(leads("404.html", "#main"), "404.html#main");
    }
}
