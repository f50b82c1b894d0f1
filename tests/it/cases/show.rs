//! Problems as the cases print them: each place with the words it underlines.

use std::fmt::Write as _;

use greenroom::base::{LineIndex, Span};
use greenroom::diag::{Diagnostic, Place, Severity};
use greenroom::source::Sources;

/// Every problem, with everything that is in it.
pub fn show(sources: &Sources, problems: &[Diagnostic]) -> String {
    let mut out = String::new();
    for problem in problems {
        let severity = match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        };
        let at = match &problem.place {
            Place::Project => String::new(),
            Place::File(path) => format!("{path}: "),
            Place::At(span) => format!("{}: ", place(sources, *span)),
        };
        let _ = writeln!(out, "{at}{severity}[{}]: {}", problem.code.name, problem.message);
        if let Place::At(span) = problem.place {
            let _ = writeln!(out, "  | {}  {}", underlined(sources, span), problem.caret);
        }
        for label in &problem.labels {
            let at = place(sources, label.span);
            let _ = writeln!(out, "  = {at}: {}: {}", label.text, underlined(sources, label.span));
        }
        for help in &problem.help {
            let _ = writeln!(out, "  help: {help}");
        }
        if let Some(fix) = &problem.fix {
            let _ = writeln!(out, "  fix: {}", fix.title);
        }
    }
    out.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

/// `path:line:column`.
fn place(sources: &Sources, span: Span) -> String {
    let Some(file) = sources.file(span.file) else { return "a file that is not there".into() };
    match std::str::from_utf8(&file.bytes) {
        Ok(text) => {
            let at = LineIndex::new(text).position(text, span.start as usize);
            format!("{}:{}:{}", file.path, at.line, at.column)
        }
        Err(_) => format!("{}:byte {}", file.path, span.start),
    }
}

/// The first line of what a span covers, clipped.
fn underlined(sources: &Sources, span: Span) -> String {
    let covered = sources.file(span.file).and_then(|file| file.bytes.get(span.range()));
    let text = String::from_utf8_lossy(covered.unwrap_or(b"outside the file")).into_owned();
    let mut lines = text.lines();
    let first: String = lines.next().unwrap_or_default().chars().take(100).collect();
    if first.len() < text.len() { format!("{first}…") } else { first }
}
