//! Markdown files with a front matter: where the TOML ends and the prose begins.

use crate::base::{FileId, Span};
use crate::diag::{Diagnostic, codes};
use crate::syntax::Text;
use crate::syntax::record::Record;
use crate::syntax::toml::{Input, Reader, read};

/// A Markdown file cut in two.
#[derive(Debug)]
pub(in crate::syntax) struct Cut<'i> {
    /// What stands before the prose.
    pub front: Front<'i>,
    /// The prose.
    pub body: Text,
}

/// A front matter, or the place where it would stand.
#[derive(Clone, Copy, Debug)]
pub(in crate::syntax) struct Front<'i> {
    /// The TOML between the lines of `+++`; empty when there is none.
    toml: Input<'i>,
    found: Found,
}

/// What there was of a front matter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Found {
    Nothing,
    Toml,
    /// It has no end or is no TOML; that was reported.
    Unreadable,
}

/// Cuts a Markdown file; a front matter that is not closed or not TOML is reported.
pub(in crate::syntax) fn cut<'i>(file: FileId, text: &'i str, problems: &mut Vec<Diagnostic>) -> Cut<'i> {
    let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let without = |found: Found, from: usize| Cut {
        front: Front { toml: Input { file, text: "", base: from }, found },
        body: Text::verbatim(file, from, &text[from..]),
    };
    let first = line(text, bom);
    match text[first.clone()].trim_end() {
        "+++" => {}
        "---" => {
            problems.push(yaml(Span::new(file, first.clone())));
            let end = lines(text, first.end).find(|line| text[line.clone()].trim_end() == "---");
            return without(Found::Unreadable, end.map_or(bom, |line| line.end));
        }
        _ => return without(Found::Nothing, bom),
    }
    let Some(last) = lines(text, first.end).find(|line| text[line.clone()].trim_end() == "+++") else {
        problems.push(unclosed(Span::new(file, first)));
        return without(Found::Unreadable, text.len());
    };
    let toml = Input { file, text: &text[first.end..last.start], base: first.end };
    Cut { front: Front { toml, found: Found::Toml }, body: Text::verbatim(file, last.end, &text[last.end..]) }
}

/// The line that starts at `from`, its newline included.
fn line(text: &str, from: usize) -> std::ops::Range<usize> {
    from..text[from..].find('\n').map_or(text.len(), |at| from + at + 1)
}

fn lines(text: &str, from: usize) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
    let mut at = from;
    std::iter::from_fn(move || {
        let next = line(text, at);
        at = next.end;
        (!next.is_empty()).then_some(next)
    })
}

fn unclosed(span: Span) -> Diagnostic {
    Diagnostic::at(&codes::FRONT_MATTER, span, "this front matter is not closed")
        .help("end it with a line of `+++` before the text begins")
}

fn yaml(span: Span) -> Diagnostic {
    Diagnostic::at(&codes::FRONT_MATTER, span, "this front matter is YAML")
        .help("put it between lines of `+++` and write TOML: `title = \"…\"`")
}

/// Reads the front matter of a file that may do without one.
///
/// Also tells whether it was broken: then keys may be missing that the author wrote.
pub(in crate::syntax) fn read_optional<T>(
    front: Front<'_>,
    record: &'static Record,
    problems: &mut Vec<Diagnostic>,
    take: impl FnOnce(&mut Reader<'_, '_>) -> T,
) -> (T, bool) {
    let mut unread = Vec::new();
    let sink = if front.found == Found::Unreadable { &mut unread } else { problems };
    let (value, broken) = read(front.toml, record, sink, take);
    (value, broken || front.found == Found::Unreadable)
}

/// Reads the front matter of a file that must have one; its absence is reported, not what it would lack.
pub(in crate::syntax) fn read_required<T>(
    front: Front<'_>,
    record: &'static Record,
    problems: &mut Vec<Diagnostic>,
    take: impl FnOnce(&mut Reader<'_, '_>) -> T,
) -> (T, bool) {
    if front.found != Found::Nothing {
        return read_optional(front, record, problems, take);
    }
    problems.push(missing(front.toml.file, record.name));
    (read(front.toml, record, &mut Vec::new(), take).0, true)
}

fn missing(file: FileId, what: &str) -> Diagnostic {
    Diagnostic::at(&codes::FRONT_MATTER, Span::head(file), format!("this {what} has no front matter"))
        .help("start the file with a line of `+++`, then `title = \"…\"`, then another line of `+++`")
}
