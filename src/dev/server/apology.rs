//! The page that is shown when there is no page: what is wrong, readable without a script.
//!
//! Text of authors gets into it only through the escaping that the site's own pages go through, and its
//! policy lets nothing run but the preview's own script.

use std::fmt::Write;

use crate::markup::escape;
use crate::report::browser::{Problem, Problems};
use crate::report::escape::visible;

/// Where its style sheet is found.
pub const STYLE_PATH: &str = "/__greenroom/apology.css";
/// Its style sheet.
pub const STYLE: &str = include_str!("apology.css");

/// What such a page may load: its own style sheet and the script that waits for something better.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// The page while there is no site at all.
pub fn no_site(problems: &Problems) -> String {
    let lead = match problems.errors {
        1 => "One error keeps the site from being made.".to_owned(),
        errors => format!("{errors} errors keep the site from being made."),
    };
    // Marked for the preview's script: what stands here already needs no badge.
    page("There is no site to show yet", &lead, &list("<ol data-all>", problems))
}

/// The page in place of one whose template fails.
pub fn failed(problems: &Problems) -> String {
    page("This page cannot be made", "The other pages can be read as ever.", &list("<ol>", problems))
}

/// The page in place of one whose making ended in a mistake of the program, which left `words`.
pub fn broken(words: &str) -> String {
    let mut list = String::new();
    lines(&mut list, &visible(words));
    page(
        "This page cannot be made",
        "This is a mistake of greenroom itself. Please report it with these words:",
        &list,
    )
}

fn page(title: &str, lead: &str, list: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<link rel=\"stylesheet\" href=\"{STYLE_PATH}\">\n</head>\n<body>\n<main>\n\
         <h1>{title}</h1>\n<p>{lead}</p>\n{list}\
         <p>This page is replaced as soon as a file is saved that mends it.</p>\n</main>\n</body>\n</html>\n"
    )
}

fn list(start: &str, problems: &Problems) -> String {
    let mut html = format!("{start}\n");
    problems.problems.iter().for_each(|problem| item(&mut html, problem));
    html.push_str("</ol>\n");
    if problems.more > 0 {
        let _ = writeln!(html, "<p>And {} more.</p>", problems.more);
    }
    if problems.fixable > 0 {
        let all = problems.errors + problems.warnings + problems.hints;
        let _ = writeln!(html, "<p><code>greenroom fix</code> mends {} of {all}.</p>", problems.fixable);
    }
    html
}

fn item(html: &mut String, problem: &Problem) {
    let _ = write!(html, "<li class=\"{}\">\n<h2>", problem.severity);
    let _ = write!(html, "<span>{}</span> <code>{}</code> ", problem.severity, problem.code);
    escape::text(html, &problem.message);
    html.push_str("</h2>\n");
    if let Some(place) = &problem.place {
        element(html, "p", place);
    }
    if !problem.excerpt.is_empty() {
        lines(html, &problem.excerpt);
    }
    problem.help.iter().for_each(|help| element(html, "p", help));
    if let Some(fix) = &problem.fix {
        element(html, "p", &format!("greenroom fix: {fix}"));
    }
    html.push_str("</li>\n");
}

/// Lines as they are; a long one is scrolled to, which people without a mouse can do only in what has the focus.
fn lines(html: &mut String, words: &str) {
    html.push_str("<pre tabindex=\"0\">");
    escape::text(html, words);
    html.push_str("</pre>\n");
}

fn element(html: &mut String, name: &str, words: &str) {
    let _ = write!(html, "<{name}>");
    escape::text(html, words);
    let _ = writeln!(html, "</{name}>");
}
