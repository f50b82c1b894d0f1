//! What can be wrong with a TOML file or a record in it.

use toml::de::Error;

use super::Input;
use crate::base::near::{nearest, only_near};
use crate::base::slug::NotASlug;
use crate::base::{Slug, Span};
use crate::diag::{Code, Diagnostic, Edit, Fix, codes};
use crate::syntax::layout::Move;
use crate::syntax::record::{Record, Shape, Written, list};

/// The syntax errors of a file, the first of each line: the others on a line follow from it.
pub fn syntax(input: &Input<'_>, errors: &[Error]) -> Vec<Diagnostic> {
    let mut found: Vec<(std::ops::Range<usize>, &str)> =
        errors.iter().map(|error| (error.span().unwrap_or(0..0), error.message())).collect();
    found.sort_by_key(|(range, _)| (range.start, range.end));
    let line_of =
        |at: usize| input.text.as_bytes()[..at.min(input.text.len())].iter().filter(|b| **b == b'\n').count();
    let mut last = None;
    let mut problems = Vec::new();
    for (range, message) in found {
        let line = line_of(range.start);
        if last.replace(line) != Some(line) {
            problems.push(one_syntax_error(input, range, message));
        }
    }
    problems
}

fn one_syntax_error(input: &Input<'_>, range: std::ops::Range<usize>, message: &str) -> Diagnostic {
    let start = crate::base::span::floor_char_boundary(input.text, range.start);
    let line_start = input.text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = input.text[start..].find('\n').map_or(input.text.len(), |at| start + at);
    if let Some(problem) = curly_quotes(input, line_start, &input.text[line_start..line_end]) {
        return problem;
    }
    let span = input.span(start..range.end.min(line_end).max(start));
    if let Some(day) = message.strip_prefix("invalid date") {
        return Diagnostic::at(
            &codes::BAD_DATE,
            span,
            format!("this day does not exist{}", day.replace(',', ":")),
        )
        .help("write year, month and day: `2026-09-01`");
    }
    match SYNTAX.iter().find(|(start, _, _)| message.starts_with(start)) {
        Some((_, message, help)) => Diagnostic::at(&codes::TOML_SYNTAX, span, *message).help(*help),
        None => Diagnostic::at(&codes::TOML_SYNTAX, span, format!("this is not TOML: {message}"))
            .help("a line is `key = value`; a text stands in quotes, a list in `[ ]`"),
    }
}

/// The parser's words (their start), the same for people who never wrote TOML, and the way out.
const SYNTAX: [(&str, &str, &str); 18] = [
    ("duplicate key", "this key stands twice in one table", "keep one of the two"),
    ("string values must be quoted", "this text has no quotes", QUOTES),
    ("missing opening quote", "this text has no quote before it", QUOTES),
    ("invalid basic string", UNCLOSED_TEXT, SEVERAL_LINES),
    ("invalid literal string", UNCLOSED_TEXT, SEVERAL_LINES),
    ("invalid multi-line", UNCLOSED_TEXT, SEVERAL_LINES),
    ("missing escaped value", BACKSLASH, TWO_BACKSLASHES),
    ("too few unicode value digits", BACKSLASH, TWO_BACKSLASHES),
    ("unclosed array table", "this header is not closed", "close it with two brackets: `[[question]]`"),
    ("unclosed table", "this header is not closed", "close it with a bracket: `[defaults]`"),
    ("unclosed inline table", "this table is not closed", "close it with `}`"),
    ("unclosed array", "this list is not closed", "close it with `]`"),
    ("missing comma between array elements", "a comma or the end of the list is missing", COMMAS),
    ("extra comma", "there is a comma too many", "remove one"),
    ("unexpected `=` in array", "the list above is not closed", COMMAS),
    (
        "missing comma between key-value pairs",
        "a comma is missing between two keys",
        "write `{ a = 1, b = 2 }`",
    ),
    ("missing value", "there is no value behind the `=`", "write one, or remove the key"),
    ("cannot recurse further", "tables and lists nest too deeply", "no record needs that: nest less"),
];

const QUOTES: &str = "put the text between straight quotes: `\"…\"`";
const UNCLOSED_TEXT: &str = "this text does not end on its line";
const SEVERAL_LINES: &str = "close the text with the quote it opened with: `\"…\"`; write `\\\"` for a quote inside it; \
    a text of several lines stands between `\"\"\"`";
const BACKSLASH: &str = "a backslash in a text starts a special character";
const TWO_BACKSLASHES: &str = "write `\\\\` for a backslash";
const COMMAS: &str = "put a comma between the entries of a list, and close it with `]`";

/// A value that opens with a curly quote, as word processors write them.
fn curly_quotes(input: &Input<'_>, line_start: usize, line: &str) -> Option<Diagnostic> {
    let curly =
        |c: char| matches!(c, '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{2018}' | '\u{2019}' | '\u{ab}');
    // The value of `key = …`, or an item on a line of its own in a list; of a list or table, the first in it.
    let value = line.find('=').map_or(0, |at| at + 1);
    let open = value + line[value..].find(curly)?;
    let before = line[value..open].trim_end();
    if !before.is_empty() && !before.ends_with(['[', '{', '=', ',']) || before.contains(['"', '\'']) {
        return ends_curly(input, line_start + value, &line[value..]);
    }
    let base = Diagnostic::at(
        &codes::CURLY_QUOTES,
        input.span(line_start + open..line_start + line.trim_end().len()),
        "curly quotes do not start a text in TOML",
    );
    let base = base.help("replace them by straight quotes `\"`; curly quotes inside a text are fine");
    let quotes: Vec<(usize, char)> = line[open..].char_indices().filter(|(_, c)| curly(*c)).collect();
    // An apostrophe is a curly quote too: only double quotes are sure to be meant as quotes.
    let double = |(_, c): &(usize, char)| matches!(c, '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}');
    let quotes: Vec<(usize, char)> = match quotes.iter().any(double) {
        true => quotes.into_iter().filter(double).collect(),
        false => quotes,
    };
    let singles_are_sure = quotes.iter().all(double) || quotes.len() == 2;
    let balanced = quotes.len().is_multiple_of(2) && singles_are_sure && !line[open..].contains(['"', '\\']);
    // Closed with a straight quote by hand.
    let half = quotes.len() == 1 && ends_a_value(&line[open + quotes[0].1.len_utf8()..], '"');
    let edit = |&(at, c): &(usize, char)| straight(input, line_start + open + at, c);
    let fix = Fix { title: "use straight quotes".into(), edits: quotes.iter().map(edit).collect() };
    Some(if balanced || half { Diagnostic { fix: Some(fix), ..base } } else { base })
}

/// A value that opens with a straight quote and closes with a curly one; `value` starts at `start`.
fn ends_curly(input: &Input<'_>, start: usize, value: &str) -> Option<Diagnostic> {
    let text = value.trim_start().strip_prefix('"')?;
    if !ends_a_value(text, '\u{201d}') {
        return None;
    }
    let at = start + value.find('\u{201d}')?;
    let edit = straight(input, at, '\u{201d}');
    let fix = Fix { title: "use straight quotes".into(), edits: vec![edit] };
    let base =
        Diagnostic::at(&codes::CURLY_QUOTES, fix.edits[0].span, "a curly quote does not end a text in TOML")
            .help("close the text with the straight quote it opened with: `\"`");
    Some(Diagnostic { fix: Some(fix), ..base })
}

/// Whether the only quote in `text` is `quote`, at its end.
fn ends_a_value(text: &str, quote: char) -> bool {
    let inner = text.trim_end().strip_suffix(quote);
    inner.is_some_and(|inner| !inner.contains(['"', '\\', '#', '\u{201c}', '\u{201d}', '\u{201e}']))
}

fn straight(input: &Input<'_>, at: usize, curly: char) -> Edit {
    Edit { span: input.span(at..at + curly.len_utf8()), text: "\"".into() }
}

/// Tables in tables in tables.
pub fn too_deep(input: &Input<'_>, limit: usize) -> Diagnostic {
    Diagnostic::at(
        &codes::TOML_SYNTAX,
        input.span(0..0),
        format!("tables and lists nest more than {limit} deep"),
    )
    .help("no record needs that: nest less")
}

/// A key no one knows, in a table that has the keys `present`.
pub fn unknown_key(
    record: &Record,
    key: &str,
    meant: Option<&str>,
    present: Written,
    span: Span,
) -> Diagnostic {
    let base =
        Diagnostic::at(&codes::UNKNOWN_KEY, span, format!("`{key}` is not a key of {}", a(record.name)));
    match meant {
        Some(near) if !present.has(record, near) && only_near(key, record.names()) == meant => {
            base.help(format!("did you mean `{near}`?")).fix(format!("write `{near}`"), span, near)
        }
        Some(near) => base.help(format!("did you mean `{near}`?")),
        None => base.help(format!("the keys of {} are {}", a(record.name), list(record.names()))),
    }
}

/// A key that may not be changed where it stands.
pub fn unchangeable_key(record: &Record, key: &str, span: Span) -> Diagnostic {
    Diagnostic::at(&codes::UNKNOWN_KEY, span, format!("an `{}` cannot change `{key}`", record.name)).help(
        "direction, kind and choices make a question what it is; \
         write a question of your own here and `hide` the broader one",
    )
}

/// A key of an outer table that came too late in the file.
pub fn misplaced_key(key: &str, span: Span, table: &str, header: Span, line: usize) -> Diagnostic {
    Diagnostic::at(&codes::MISPLACED_KEY, span, format!("`{key}` is under `{table}`"))
        .label(header, "everything below belongs to this table")
        .help(format!("move it above line {line}: in TOML a key belongs to the last `[table]` before it"))
}

/// A key that fell under another table, with the way back.
pub fn with_move(problem: &mut Diagnostic, step: &Move, input: &Input<'_>) {
    let Some(span) = problem.span() else { return };
    let key = &input.text[span.start as usize - input.base..span.end as usize - input.base];
    let title = match &step.table {
        Some(table) => format!("move `{key}` to its `{table}`"),
        None => format!("move `{key}` above the first table"),
    };
    let edits = vec![
        Edit { span: input.span(step.from.clone()), text: String::new() },
        Edit { span: input.span(step.to..step.to), text: step.text.clone() },
    ];
    problem.fix = Some(Fix { title, edits });
}

/// A key every question needs for itself.
pub fn not_a_default(key: &str, span: Span) -> Diagnostic {
    Diagnostic::at(&codes::MISPLACED_KEY, span, format!("`{key}` cannot be a default"))
        .help("each question has its own: move it under a `[[question]]`")
}

/// A required key that is not there.
pub fn missing_key(record: &Record, field: &str, shape: &Shape, place: Span) -> Diagnostic {
    let base = Diagnostic::at(&codes::MISSING_KEY, place, format!("this {} has no `{field}`", record.name));
    match shape {
        Shape::Tables(_) => base.help(format!("add a line `[[{field}]]`, and its keys below it")),
        _ => base.help(format!("add `{field} = …`: {}", shape.words())),
    }
}

/// A value of another type.
pub fn wrong_type(key: &str, shape: &Shape, found: &str, span: Span) -> Diagnostic {
    // TOML's own names mean little to people who never wrote a program.
    let found = match found {
        "string" => "a text",
        "integer" => "a whole number",
        "float" => "a number with a fraction",
        "boolean" => "`true` or `false`",
        "datetime" => "a date",
        "array" => "a list",
        _ => "a table",
    };
    Diagnostic::at(&codes::WRONG_TYPE, span, format!("`{key}` is {found}"))
        .help(format!("`{key}` takes {}", shape.words()))
}

/// Another value where tables are wanted, one header each; `literal` is what stands there.
pub fn no_tables(path: &str, found: &str, literal: &str, span: Span) -> Diagnostic {
    let key = path.rsplit('.').next().unwrap_or(path);
    let base = wrong_type(key, &Shape::Text, found, span);
    let base = Diagnostic {
        help: vec![format!("`{key}` takes tables: a line `[[{path}]]`, and their keys below it")],
        ..base
    };
    // One pair of brackets where two belong.
    if literal.starts_with('[') && literal.ends_with(']') && !literal.starts_with("[[") && found == "table" {
        return base.fix(format!("write `[{literal}]`"), span, format!("[{literal}]"));
    }
    base
}

/// Tables of a record that lack its name: `[[sample]]` where `[[question.sample]]` is meant.
pub fn with_owner(problem: &mut Diagnostic, adopted: &[(usize, String)], input: &Input<'_>) {
    let (Some(span), Some((_, owner))) = (problem.span(), adopted.first()) else { return };
    let key = &input.text[span.start as usize - input.base..span.end as usize - input.base];
    problem.help = vec![format!("it belongs to the `{owner}` above it: write `{owner}.{key}`")];
    let edit = |(at, owner): &(usize, String)| Edit { span: input.span(*at..*at), text: format!("{owner}.") };
    problem.fix =
        Some(Fix { title: format!("write `{owner}.{key}`"), edits: adopted.iter().map(edit).collect() });
}

/// A quoted word where a list of one is meant.
pub fn list_of_one(key: &str, shape: &Shape, literal: &str, span: Span) -> Diagnostic {
    wrong_type(key, shape, "string", span).fix("make it a list", span, format!("[{literal}]"))
}

/// A quoted date.
pub fn quoted_date(key: &str, date: &str, span: Span) -> Diagnostic {
    wrong_type(key, &Shape::Date, "string", span).fix("take the quotes off", span, date)
}

/// A quoted flag or number.
pub fn quoted_word(key: &str, shape: &Shape, word: &str, span: Span) -> Diagnostic {
    wrong_type(key, shape, "string", span).fix("take the quotes off", span, word)
}

/// A text that is not what its key takes.
pub fn bad_value(code: &'static Code, key: &str, value: &str, shape: &Shape, span: Span) -> Diagnostic {
    let base = Diagnostic::at(code, span, format!("`{key}` cannot be `{}`", clip(value)));
    match shape {
        Shape::OneOf(words) => match nearest(value, words.iter().copied()) {
            Some(near) => {
                let base = base.help(format!("did you mean `{near}`?"));
                match only_near(value, words.iter().copied()) {
                    Some(sure) => base.fix(format!("write `{sure}`"), span, format!("\"{sure}\"")),
                    None => base,
                }
            }
            None => base.help(format!("`{key}` takes {}", shape.words())),
        },
        Shape::Form(_, example) => base.help(format!("write it like {example}")),
        _ => base.help(format!("`{key}` takes {}", shape.words())),
    }
}

/// A text that must not be empty.
pub fn empty(key: &str, span: Span) -> Diagnostic {
    Diagnostic::at(&codes::BAD_VALUE, span, format!("`{key}` is empty"))
        .help("write something, or remove the key")
}

/// A text of several lines where one is wanted.
pub fn several_lines(key: &str, span: Span) -> Diagnostic {
    Diagnostic::at(&codes::BAD_VALUE, span, format!("`{key}` has several lines"))
        .help("write it on one line; longer text belongs in `body`")
}

/// A list that is longer than it may be.
pub fn too_many(key: &str, count: usize, limit: usize, span: Span) -> Diagnostic {
    Diagnostic::at(&codes::TOO_MANY, span, format!("`{key}` has {count} entries and may have {limit}"))
        .help("split the file, or keep the entries that matter")
}

/// An id of another form.
pub fn bad_id(key: &str, value: &str, why: NotASlug, span: Span) -> Diagnostic {
    let base = Diagnostic::at(&codes::BAD_ID, span, format!("`{}` cannot be an id", clip(value)));
    let base = match why {
        NotASlug::Empty => base.help(format!("`{key}` takes an id such as `conflict-teammate`")),
        NotASlug::TooLong => base.help(format!("an id has at most {} characters", Slug::MAX)),
        NotASlug::Characters => base.help("an id has small letters, digits and single hyphens between them"),
        NotASlug::Device => base.help("Windows keeps this name for a device: choose another"),
    };
    match Slug::suggest(value) {
        Some(slug) => base.fix(format!("write `{slug}`"), span, format!("\"{slug}\"")),
        None => base,
    }
}

/// A question id outside 3 to 48 characters.
pub fn id_length(value: &str, span: Span) -> Diagnostic {
    Diagnostic::at(&codes::BAD_ID, span, format!("the id `{value}` has {} characters", value.len()))
        .help("the id of a question has 3 to 48 characters: two or three words that say what it is about")
}

/// A noun with its article.
fn a(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {noun}")
}

fn clip(value: &str) -> String {
    let short: String = value.chars().take(60).collect();
    if short.len() < value.len() { format!("{short}…") } else { short }
}
