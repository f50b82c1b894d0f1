//! For a browser: the problems that fit into one view as plain text, to be shown as text and nothing else.
//!
//! In go diagnostics and the texts they point into; out come values without markup, colour or characters
//! that act, and the same as one line of JSON. What makes HTML of them escapes them once more.

use annotate_snippets::Renderer;
use serde::Serialize;

use super::escape::{visible, visible_start};
use super::overview::Sum;
use super::places::Places;
use super::{Texts, WIDTH, human, json, word};
use crate::diag::Diagnostic;

/// The most problems that are listed; the others are counted.
pub const LISTED: usize = 100;

/// The command that applies every fix.
const COMMAND: &str = "greenroom fix";

/// One problem in plain text.
#[derive(Serialize, PartialEq, Eq, Debug)]
pub struct Problem {
    /// `error`, `warning` or `hint`.
    pub severity: &'static str,
    /// What `greenroom explain` calls it.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// `path:line:column`, or the path; nothing for the project as a whole.
    pub place: Option<String>,
    /// The lines it points at, with carets; empty when it points at no text.
    pub excerpt: String,
    /// What to do, one sentence each.
    pub help: Vec<String>,
    /// What a fix that can be applied would do.
    pub fix: Option<String>,
}

/// What is wrong, as far as it fits into one view.
#[derive(Serialize, PartialEq, Eq, Debug)]
pub struct Problems {
    /// Problems that stop a build.
    pub errors: usize,
    /// Problems that fail a strict run.
    pub warnings: usize,
    /// Advice.
    pub hints: usize,
    /// How many are not listed.
    pub more: usize,
    /// How many of all have a fix.
    pub fixable: usize,
    command: &'static str,
    /// The weightiest first, at most [`LISTED`].
    pub problems: Vec<Problem>,
}

/// Puts the weightiest diagnostics into plain words; those of one weight keep their order.
pub fn problems(diagnostics: &[Diagnostic], texts: &dyn Texts) -> Problems {
    let mut places = Places::new(texts, "");
    let renderer = Renderer::plain().term_width(WIDTH);
    let sum = Sum::of(diagnostics);
    let mut order: Vec<&Diagnostic> = diagnostics.iter().collect();
    order.sort_by_key(|diagnostic| std::cmp::Reverse(diagnostic.severity));
    let listed = order.iter().take(LISTED);
    Problems {
        errors: sum.errors,
        warnings: sum.warnings,
        hints: sum.hints,
        more: diagnostics.len().saturating_sub(LISTED),
        fixable: diagnostics.iter().filter(|diagnostic| diagnostic.fix.is_some()).count(),
        command: COMMAND,
        problems: listed.map(|diagnostic| problem(diagnostic, &mut places, &renderer)).collect(),
    }
}

fn problem(diagnostic: &Diagnostic, places: &mut Places<'_>, renderer: &Renderer) -> Problem {
    Problem {
        severity: word(diagnostic.severity),
        code: diagnostic.code.name,
        message: visible_start(&diagnostic.message, human::MESSAGE).into_owned(),
        place: places.of(&diagnostic.place).map(|spot| visible(&spot.words()).into_owned()),
        excerpt: human::lines_of(diagnostic, places, renderer),
        help: diagnostic.help.iter().map(|help| visible_start(help, human::MESSAGE).into_owned()).collect(),
        fix: diagnostic.fix.as_ref().map(|fix| visible_start(&fix.title, human::MESSAGE).into_owned()),
    }
}

/// The problems of a turn, as a browser is told about them.
#[derive(Serialize)]
struct Told<'p> {
    turn: u64,
    fresh: bool,
    #[serde(flatten)]
    problems: &'p Problems,
}

/// The problems of turn number `turn` as one line of JSON; `fresh` is whether the site is made of the same sources.
pub fn told(turn: u64, fresh: bool, problems: &Problems) -> String {
    one_line(&Told { turn, fresh, problems })
}

#[derive(Serialize)]
struct Styles<'s> {
    hrefs: &'s [String],
    has: &'s str,
}

/// The style sheets that a page has now, as one line of JSON; `has` says what the page then is.
pub fn styles(hrefs: &[String], has: &str) -> String {
    one_line(&Styles { hrefs, has })
}

#[derive(Serialize)]
struct Go<'g> {
    url: &'g str,
}

/// Where a browser shall go, as one line of JSON.
pub fn go(url: &str) -> String {
    one_line(&Go { url })
}

fn one_line(value: &impl Serialize) -> String {
    let mut line = Vec::new();
    json::write_value(value, &mut line).expect("writing into memory cannot fail");
    let line = String::from_utf8(line).expect("JSON is UTF-8");
    line.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{FileId, SourcePath, Span};
    use crate::diag::codes;
    use crate::source::Sources;

    fn sources() -> (Sources, Span) {
        let path = SourcePath::new("content/banks/core.toml").expect("a fair path");
        let mut sources = Sources::default();
        sources.insert(path.clone(), b"title = \"x\"\ntitel = \"<b>\"\n".to_vec());
        (sources, Span { file: FileId::of(&path), start: 12, end: 17 })
    }

    #[test]
    fn a_problem_is_plain_words_and_lines() {
        let (sources, span) = sources();
        let wrong = Diagnostic::at(&codes::UNKNOWN_KEY, span, "unknown key `titel`\u{202e}")
            .caret("not known")
            .help("did you mean `title`")
            .fix("write `title`", span, "title");
        let problems = problems(&[wrong], &sources);
        let one = &problems.problems[0];
        assert_eq!(one.place.as_deref(), Some("content/banks/core.toml:2:1"));
        assert_eq!(one.message, "unknown key `titel`\\u{202e}");
        assert_eq!(one.excerpt, "  |\n2 | titel = \"<b>\"\n  | ^^^^^ not known");
        assert_eq!((problems.errors, problems.fixable, problems.more), (1, 1, 0));
        let json = told(3, true, &problems);
        assert!(json.starts_with("{\"turn\":3,\"fresh\":true,\"errors\":1,\"warnings\":0,"), "{json}");
        assert!(!json.contains('\n'), "{json}");
    }

    #[test]
    fn the_weightiest_come_first_and_the_rest_is_counted() {
        let (sources, span) = sources();
        let mut many: Vec<Diagnostic> =
            (0..130).map(|number| Diagnostic::at(&codes::STALE, span, format!("warning {number}"))).collect();
        many.push(Diagnostic::project(&codes::NO_SITE_FILE, "no site file"));
        let problems = problems(&many, &sources);
        assert_eq!((problems.problems.len(), problems.more), (LISTED, 31));
        assert_eq!(problems.problems[0].code, "no-site-file");
        assert_eq!(problems.problems[0].excerpt, "");
        assert_eq!(problems.problems[1].message, "warning 0");
    }
}
