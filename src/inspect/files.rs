//! Where the addresses in a theme's own files lead: `url()` and `@import` of style sheets, imports of scripts.
//!
//! Reads just enough of both languages to find them. What authors put into `static/` is theirs.

use std::collections::BTreeSet;

use super::code;
use super::links::{self, Fault, Reader};
use super::place::Templates;
use crate::base::{FileId, OutPath, SourcePath, Span};
use crate::diag::Diagnostic;
use crate::plan::Recipe;
use crate::site::Site;

/// An address in a file.
pub struct Address<'t> {
    /// How it is written there.
    written: &'t str,
    /// The address itself.
    pub address: &'t str,
    /// When a browser asks for it.
    pub when: When,
}

/// When a browser that has a file asks for what the file names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
    /// With the file.
    AtOnce,
    /// When a script comes to it, if it does.
    Later,
}

/// How the addresses in a file with this extension are found; `None` where there are none.
pub fn addresses(extension: &str) -> Option<fn(&str) -> Vec<Address<'_>>> {
    match extension {
        "css" => Some(in_styles),
        "js" | "mjs" => Some(in_scripts),
        _ => None,
    }
}

const STYLES: Reader = Reader {
    what: "the style sheet",
    named: "name a picture or font of the theme's `static/` as seen from this file; another style sheet is linked by a page, as its published name carries a hash",
    rooted: "name the file as seen from this one: below a folder of a host this address breaks",
};

const SCRIPT: Reader = Reader {
    what: "the script",
    named: "import a script of the theme's `static/` by its name: `from \"./name.js\"`",
    rooted: STYLES.rooted,
};

/// What is wrong with the addresses in a theme's style sheets and scripts.
pub fn look(site: &Site, outputs: &BTreeSet<&str>, templates: &Templates) -> Vec<Diagnostic> {
    let base = site.library().site.base_path();
    let mut said = Vec::new();
    let assets = site.plan().outputs().filter(|(path, _)| path.as_str().starts_with("assets/"));
    let mut assets: Vec<_> = assets.collect();
    // By their sources: the names that are published carry hashes.
    assets.sort_by_key(|(_, recipe)| *recipe);
    for (path, recipe) in assets {
        let Some(Ok(bytes)) = site.render(path) else { continue };
        let Ok(text) = std::str::from_utf8(bytes.as_slice()) else { continue };
        let (reader, addresses) = match path.as_str().rsplit_once('.') {
            Some((_, "css")) => (&STYLES, in_styles(text)),
            Some((_, "js" | "mjs")) => (&SCRIPT, in_scripts(text)),
            _ => continue,
        };
        for Address { written, address, .. } in addresses {
            if address.starts_with("data:") || address.starts_with('#') {
                continue;
            }
            let target = links::target(path, address, base);
            if let Some(fault) = links::fault(&target, address, reader, outputs) {
                said.push(told(fault, site, recipe, path, written, templates));
            }
        }
    }
    said
}

/// The diagnostic, in the file that the output is made of.
fn told(
    Fault { code: name, message, help }: Fault,
    site: &Site,
    recipe: &Recipe,
    path: &OutPath,
    written: &str,
    templates: &Templates,
) -> Diagnostic {
    let place = match recipe {
        Recipe::Copy(source) | Recipe::Style(source) => Some((source, span(site, source, written))),
        _ => templates
            .file(site.template(path))
            .map(|file| (file, templates.span(site.template(path), written))),
    };
    let code = code(name);
    match place {
        Some((_, Some(span))) => Diagnostic::at(code, span, message),
        Some((file, None)) => Diagnostic::file(code, file, message),
        None => Diagnostic::project(code, format!("{message}, in `{path}`")),
    }
    .help(help)
}

/// Where it is written in a source; a script is not published as it is written.
fn span(site: &Site, source: &SourcePath, written: &str) -> Option<Span> {
    let text = std::str::from_utf8(&site.sources().get(source)?.bytes).ok()?;
    let at = text.find(written)?;
    Some(Span::new(FileId::of(source), at..at + written.len()))
}

/// The addresses of a style sheet (CSS Syntax Level 3): outside comments, and in no text but that of an `@import`.
fn in_styles(text: &str) -> Vec<Address<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let starts =
            |word: &str| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, behind)| behind);
        } else if starts("@namespace") {
            // A name, not an address.
            rest = rest.split_once(';').map_or("", |(_, behind)| behind);
        } else if starts("url(") {
            let inside = rest[4..].trim_start();
            let (address, behind) = match quoted(inside) {
                Some((address, behind)) => {
                    let closed = behind.trim_start().strip_prefix(')');
                    (address, closed.unwrap_or(behind))
                }
                None => inside.split_once(')').unwrap_or((inside, "")),
            };
            found.push(Address {
                written: &rest[..rest.len() - behind.len()],
                address: address.trim(),
                when: When::AtOnce,
            });
            rest = behind;
        } else if starts("@import")
            && let Some((address, behind)) = quoted(rest["@import".len()..].trim_start())
        {
            found.push(Address { written: &rest[..rest.len() - behind.len()], address, when: When::AtOnce });
            rest = behind;
        } else if let Some((_, behind)) = quoted(rest) {
            rest = behind;
        } else {
            rest = &rest[first.len_utf8()..];
        }
    }
    found
}

/// The text in the quotes at the start, and what stands behind them.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut escaped = false;
    let end = text[1..].find(|c: char| {
        let ends = c == quote && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    })?;
    Some((&text[1..=end], &text[end + 2..]))
}

/// What a script imports and what it hands on: a statement starts its line, follows a semicolon or, behind a list of
/// names, its brace does; `import()` stands anywhere.
fn in_scripts(text: &str) -> Vec<Address<'_>> {
    let mut found = Vec::new();
    let lines = text.lines().map(str::trim).filter(|line| !line.starts_with(['*', '/']));
    for statement in lines.flat_map(|line| line.split(';')).map(str::trim_start) {
        let mut add = |from: &'_ str, behind_it: &str, when: When| {
            for (at, _) in statement.match_indices(from) {
                let start = statement[at + from.len()..].trim_start();
                if let Some((address, behind)) = quoted(start)
                    && behind.trim_start().starts_with(behind_it)
                {
                    found.push(Address { written: &start[..start.len() - behind.len()], address, when });
                }
            }
        };
        let word = |word| statement.strip_prefix(word).is_some_and(|rest| !rest.starts_with(is_of_name));
        if word("import") || word("export") || statement.starts_with('}') {
            add("from", "", When::AtOnce);
        }
        if word("import") {
            add("import", "", When::AtOnce);
        }
        add("import(", ")", When::Later);
    }
    found
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$' | '(' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(found: Vec<Address<'_>>) -> Vec<&str> {
        found.into_iter().map(|found| found.address).collect()
    }

    #[test]
    fn style_sheets_are_read_as_browsers_read_them() {
        let text = "/* url(no.png) */ a { background: url( one.svg ) } @IMPORT 'two.css' print; b::after { \
            content: \"url(no.svg) \\\" url(no.svg)\" } c { mask: URL(\"three.svg#x\"), url('data:,)') } url(";
        assert_eq!(named(in_styles("@namespace svg url(http://www.w3.org/2000/svg); a{b:url(x)}")), ["x"]);
        assert_eq!(named(in_styles(text)), ["one.svg", "two.css", "three.svg#x", "data:,)", ""]);
        assert_eq!(in_styles("a{b:url('x')}")[0].written, "url('x')");
    }

    #[test]
    fn scripts_name_what_they_import() {
        let text = "import { a } from \"./a.js\";\nimport \"./b.js\"\nimport {\n  c,\n} from './c.js';\n\
            /** @import { D } from \"./no.js\" */\n * import { no } from \"./no.js\";\n// import \"./no.js\"\n\
            export * from \"./d.js\";\nconst words = \"come from \" + \"no\"; const e = await import(\"./e.js\");\n";
        assert_eq!(named(in_scripts(text)), ["./a.js", "./b.js", "./c.js", "./d.js", "./e.js"]);
        let later: Vec<bool> = in_scripts(text).iter().map(|found| found.when == When::Later).collect();
        assert_eq!(later, [false, false, false, false, true]);
        let twice = "import { fromHere } from \"./a.js\"; import(\"./b.js\"), import(\"./c.js\")";
        assert_eq!(named(in_scripts(twice)), ["./a.js", "./b.js", "./c.js"]);
        let short = "import{a}from\"./a.js\";import\"./b.js\";const from=await import(\"./c.js\");export*from\"./d.js\"";
        assert_eq!(named(in_scripts(short)), ["./a.js", "./b.js", "./c.js", "./d.js"]);
    }
}
