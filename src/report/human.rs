//! For people: what is wrong, the lines with carets under it, what to do, and the change that mends it.
//!
//! The look is the one of the Rust compiler. Everything that goes into the renderer has been through
//! [`super::excerpt`] or [`super::escape`] first: the renderer does not do all of that itself, and what it
//! is not given it cannot get wrong.

use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};

use super::Report;
use super::escape::{visible, visible_start};
use super::excerpt::{AROUND, AROUND_CHANGE, excerpt, replacement};
use super::overview::Overview;
use super::places::Places;
use crate::base::{FileId, Span};
use crate::diag::{Diagnostic, Edit, Fix, Label, Severity};

/// Writes each diagnostic with its lines, then what was left out and the sum.
pub fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut places = Places::of_report(report);
    let overview = Overview::of(report, &mut places);
    let renderer = if report.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(report.width.clamp(40, 500));
    for diagnostic in &overview.shown {
        writeln!(out, "{}\n", picture(diagnostic, &mut places, &renderer))?;
    }
    overview.write(out)
}

/// The most characters of a message: some repeat what an author wrote.
pub const MESSAGE: usize = 600;
/// The most characters of the words under a caret.
const CARET: usize = 200;
/// The most other places that are shown.
const LABELS: usize = 8;
/// The most lines that a change may remove or add and still be shown.
const PATCH: usize = 12;
/// Another place more lines away than this gets its own picture, so that few lines have to be copied.
const NEAR: usize = 60;

/// One diagnostic as the renderer draws it.
fn picture(diagnostic: &Diagnostic, places: &mut Places<'_>, renderer: &Renderer) -> String {
    let mut origins = Origins::default();
    let message = visible_start(&diagnostic.message, MESSAGE);
    let title = level(diagnostic.severity).primary_title(message).id(diagnostic.code.name);
    let main = pointing(Group::with_title(title), diagnostic, places, &mut origins);
    let main = main.elements(diagnostic.help.iter().map(|help| Level::HELP.message(paragraph(help))));
    let change = diagnostic.fix.as_ref().map(|fix| change(fix, places, &mut origins));
    let groups: Vec<Group<'_>> = std::iter::once(main).chain(change).collect();
    origins.write_into(&renderer.render(&groups))
}

/// Only the lines of a diagnostic, with what is marked in them; nothing when it points at no text.
pub fn lines_of(diagnostic: &Diagnostic, places: &mut Places<'_>, renderer: &Renderer) -> String {
    let mut origins = Origins::default();
    let group = pointing(Group::with_level(level(diagnostic.severity)), diagnostic, places, &mut origins);
    let picture = origins.write_into(&renderer.render(&[group]));
    // The first arrow names the place, which stands elsewhere.
    match picture.split_once('\n') {
        Some((arrow, lines)) if arrow.trim_start().starts_with("-->") => lines.to_owned(),
        None if picture.trim_start().starts_with("-->") => String::new(),
        _ => picture,
    }
}

/// Adds the lines that a diagnostic points at, and the other places that matter.
fn pointing<'p>(
    mut main: Group<'p>,
    diagnostic: &Diagnostic,
    places: &mut Places<'_>,
    origins: &mut Origins,
) -> Group<'p> {
    let span = diagnostic.span().filter(|span| places.text(span.file).is_some());
    let (here, elsewhere) = split(diagnostic, span, places);
    if let Some(span) = span {
        main = main.element(lines(span, &diagnostic.caret, &here, places, origins));
    } else if let Some(spot) = places.of(&diagnostic.place) {
        main = main.element(Origin::path(visible(&spot.path).into_owned()));
    }
    let mut notes = Vec::new();
    for label in elsewhere {
        if span.is_some() && places.text(label.span.file).is_some() {
            main = main.element(lines_elsewhere(label, places, origins));
        } else if let Some(spot) = places.at(label.span) {
            notes.push(format!("{}: {}", visible_start(&label.text, CARET), visible(&spot.words())));
        }
    }
    match diagnostic.labels.len().saturating_sub(LABELS) {
        0 => {}
        1 => notes.push("and 1 more place".into()),
        more => notes.push(format!("and {more} more places")),
    }
    main.elements(notes.into_iter().map(|note| Level::NOTE.message(note)))
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE.with_name("hint"),
    }
}

/// A help text: its own line breaks stay, everything else that acts is written out.
fn paragraph(text: &str) -> String {
    let lines: Vec<Cow<'_, str>> = text.lines().map(|line| visible_start(line, MESSAGE)).collect();
    lines.join("\n")
}

/// The labels that fit into the picture of `span`, and the others.
fn split<'d>(
    diagnostic: &'d Diagnostic,
    span: Option<Span>,
    places: &mut Places<'_>,
) -> (Vec<&'d Label>, Vec<&'d Label>) {
    let mut line = |span: Span| places.at(span)?.region.map(|region| region.start.line);
    let here = span.and_then(|span| Some((span.file, line(span)?)));
    diagnostic.labels.iter().take(LABELS).partition(|label| {
        let Some((file, at)) = here.filter(|(file, _)| *file == label.span.file) else { return false };
        line(Span { file, ..label.span }).is_some_and(|line| line.abs_diff(at) <= NEAR)
    })
}

/// The lines of the problem, with what is close to it.
fn lines<'p>(
    span: Span,
    caret: &str,
    labels: &[&Label],
    places: &mut Places<'_>,
    origins: &mut Origins,
) -> Snippet<'p, Annotation<'p>> {
    let others = labels.iter().map(|label| label.span.range());
    let ranges: Vec<Range<usize>> = std::iter::once(span.range()).chain(others).collect();
    let made = excerpt(places.text(span.file).unwrap_or_default(), &ranges, AROUND);
    let context = made.context.map(|line| AnnotationKind::Visible.span(line));
    let kinds = std::iter::once(AnnotationKind::Primary).chain(std::iter::repeat(AnnotationKind::Context));
    let texts = std::iter::once(caret).chain(labels.iter().map(|label| label.text.as_str()));
    let marks = made.spans.into_iter().zip(kinds).zip(texts);
    Snippet::source(made.source)
        .line_start(made.first_line)
        .path(origins.add(span, places))
        .annotations(context)
        .annotations(marks.map(|((span, kind), text)| kind.span(span).label(words(text))))
}

/// The lines of another place.
fn lines_elsewhere<'p>(
    label: &Label,
    places: &mut Places<'_>,
    origins: &mut Origins,
) -> Snippet<'p, Annotation<'p>> {
    let made = excerpt(places.text(label.span.file).unwrap_or_default(), &[label.span.range()], AROUND);
    let marks =
        made.spans.into_iter().map(|span| AnnotationKind::Context.span(span).label(words(&label.text)));
    Snippet::source(made.source)
        .line_start(made.first_line)
        .path(origins.add(label.span, places))
        .annotations(marks)
}

fn words(text: &str) -> Option<String> {
    Some(visible_start(text, CARET).into_owned()).filter(|text| !text.is_empty())
}

/// What mends the problem, as lines that go and come; a large change only by its title.
fn change<'p>(fix: &Fix, places: &mut Places<'_>, origins: &mut Origins) -> Group<'p> {
    let title = Level::HELP.secondary_title(visible_start(&fix.title, MESSAGE).into_owned());
    let mut edits: Vec<&Edit> = fix.edits.iter().collect();
    // The file of the problem first: the renderer does not name it again.
    edits.sort_by_key(|edit| (origins.first() != Some(edit.span.file), *edit));
    let group = Group::with_title(title);
    let mut patches = Vec::new();
    for edits in edits.chunk_by(|one, next| one.span.file == next.span.file) {
        match patch(edits, places, origins) {
            Some(snippet) => patches.push(snippet),
            None => return group,
        }
    }
    group.elements(patches)
}

/// The change of one file; `None` when it is too large to show or does not fit the text.
fn patch<'p>(
    edits: &[&Edit],
    places: &mut Places<'_>,
    origins: &mut Origins,
) -> Option<Snippet<'p, Patch<'p>>> {
    let (first, last) = (edits.first()?, edits.last()?);
    let text = places.text(first.span.file)?;
    let apart = edits.windows(2).all(|two| two[0].span.end <= two[1].span.start);
    let removed = text.get(first.span.start as usize..last.span.end as usize)?;
    let breaks = |text: &str| text.bytes().filter(|byte| *byte == b'\n').count();
    let added: usize = edits.iter().map(|edit| breaks(&edit.text)).sum();
    if !apart || breaks(removed) > PATCH || added > PATCH {
        return None;
    }
    let ranges: Vec<Range<usize>> = edits.iter().map(|edit| edit.span.range()).collect();
    let made = excerpt(text, &ranges, AROUND_CHANGE);
    let patches =
        made.spans.into_iter().zip(edits).map(|(span, edit)| Patch::new(span, replacement(&edit.text)));
    Some(
        Snippet::source(made.source)
            .line_start(made.first_line)
            .path(origins.add_or_first(first.span, places))
            .patches(patches),
    )
}

/// The places that stand behind the arrows.
///
/// The renderer counts columns in the lines it is given; those were rewritten, so a column could be wrong.
/// It gets one character of private use as the path, and the true place is put there afterwards. No
/// author's text has such a character any more when it comes here.
#[derive(Default)]
struct Origins(Vec<(FileId, String)>);

impl Origins {
    const FIRST: u32 = 0xF_0000;

    /// A stand-in for the place of `span`.
    fn add(&mut self, span: Span, places: &mut Places<'_>) -> Option<String> {
        let spot = places.at(span)?;
        self.0.push((span.file, visible(&spot.words()).into_owned()));
        Origins::stand_in(self.0.len() - 1)
    }

    /// The stand-in of the problem itself when `span` is in the same file: then the renderer does not name
    /// the file again.
    fn add_or_first(&mut self, span: Span, places: &mut Places<'_>) -> Option<String> {
        if self.first() == Some(span.file) { Origins::stand_in(0) } else { self.add(span, places) }
    }

    fn first(&self) -> Option<FileId> {
        self.0.first().map(|(file, _)| *file)
    }

    fn stand_in(number: usize) -> Option<String> {
        char::from_u32(Origins::FIRST + u32::try_from(number).ok()?).map(String::from)
    }

    /// The picture with the places in it.
    fn write_into(&self, picture: &str) -> String {
        let mut parts = picture.split_inclusive(|c: char| u32::from(c) >= Origins::FIRST);
        let mut whole = String::with_capacity(picture.len() + 64);
        let mut rest = parts.next();
        while let Some(part) = rest {
            rest = parts.next();
            let Some(mark) = part.chars().next_back().filter(|c| u32::from(*c) >= Origins::FIRST) else {
                whole.push_str(part);
                continue;
            };
            whole.push_str(&part[..part.len() - mark.len_utf8()]);
            let number = (u32::from(mark) - Origins::FIRST) as usize;
            whole.push_str(self.0.get(number).map_or("", |(_, words)| words));
            rest = rest.map(|part| part.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit()));
        }
        whole
    }
}
