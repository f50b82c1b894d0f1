//! The account of a file: what the project makes of it, or why nothing; and what stands at one of its lines.

use super::account::{Account, Entry};
use super::output::links_to;
use super::survey::{Survey, Thing, thing};
use super::{Subject, language, word};
use crate::base::{LineIndex, SourcePath};
use crate::model::{List, PageRef, QuestionIx, WordIx};
use crate::plan::Recipe;
use crate::source::{FOLDERS, Kind, Source};
use crate::theme::is_language_file;
use crate::view;

/// Everything known about a file that is no single thing with a page.
pub fn account(survey: &Survey<'_>, path: &SourcePath) -> Account {
    let mut account = Account {
        what: "file",
        name: survey.shown(path),
        shown_on: copies(survey, path),
        problems: survey.problems(path, 0..u32::MAX),
        ..Account::default()
    };
    let note =
        if survey.sources.get(path).is_none() { unread(path) } else { add(survey, path, &mut account) };
    account.notes.push(note);
    account
}

/// The files of a folder, each with what it is.
pub fn folder(survey: &Survey<'_>, path: &SourcePath) -> Account {
    let entry = |file: &Source| {
        let Thing { what, title, .. } = match survey.library.page_of(&file.path) {
            Some(page) => thing(survey.library, page),
            None => return Entry::new(survey.shown(&file.path), "file"),
        };
        Entry::new(survey.shown(&file.path), what).saying(title)
    };
    let inside = survey.sources.files().filter(|file| file.path.is_below(path));
    Account {
        what: "folder",
        name: path.to_string(),
        shows: inside.map(entry).collect(),
        ..Account::default()
    }
}

/// Adds what is known of a file by its kind; gives what the file is for.
fn add(survey: &Survey<'_>, path: &SourcePath, account: &mut Account) -> String {
    let library = survey.library;
    match Kind::of(path) {
        Kind::Site => {
            let pages = survey.plan.outputs().len();
            let (theme, title) = (&library.site.theme.0, &library.site.title);
            account.title = Some(title.clone());
            format!(
                "the settings of the whole site: they bear on all {pages} outputs; the theme is `{theme}`"
            )
        }
        Kind::Lock => {
            let count = library.lock.as_ref().map_or(0, |lock| lock.questions.len());
            format!("the ids of {count} published questions with their words; written by `greenroom lock`")
        }
        Kind::Vocabulary => {
            account.shows = words(survey);
            "the words that questions, roles and guides are described with".to_owned()
        }
        Kind::Media => {
            account.named_by = links_to(survey, path);
            if !account.shown_on.is_empty() {
                "published, because a text links to it".to_owned()
            } else if account.named_by.is_empty() {
                "not published: no text links to it".to_owned()
            } else {
                "not published: only drafts link to it".to_owned()
            }
        }
        Kind::Static => {
            account.named_by = links_to(survey, path);
            "copied as it is".to_owned()
        }
        Kind::Template(inner) | Kind::Theme(_, inner) if is_language_file(&inner) => {
            language::add(survey, path, account)
        }
        Kind::Template(name) => template(survey, path, &name, account),
        Kind::Theme(theme, inner) => match inner.strip_prefix("templates/") {
            Some(name) => template(survey, path, name, account),
            None if inner == "theme.toml" => format!("the manifest of the theme `{theme}`"),
            None if !account.shown_on.is_empty() => "copied as the theme's".to_owned(),
            None if inner.starts_with("static/") => {
                "not copied: the site has another theme, or a nearer theme has a file of this name".to_owned()
            }
            None => "no part of a theme".to_owned(),
        },
        Kind::Manual => "words for those who write themes: no part of the site".to_owned(),
        Kind::Unknown => {
            "no part of the site: no rule says what it is; see `greenroom explain unknown-file`".to_owned()
        }
        _ => "it should have a page and has none: see the problems, or `greenroom check`".to_owned(),
    }
}

/// Why a file is not even read.
fn unread(path: &SourcePath) -> String {
    let folder = path.parts().next().unwrap_or_default();
    let name = path.name();
    if path.parts().any(Kind::is_litter) {
        format!("ignored: systems and editors leave files such as `{name}` behind")
    } else if Kind::is_hidden(path) {
        "not read: its name starts with a dot".to_owned()
    } else if FOLDERS.contains(&folder) || Kind::of(path) != Kind::Unknown {
        "it could not be read: see the problems, or `greenroom check`".to_owned()
    } else {
        format!("no part of the site: only site.toml, greenroom.lock and {} are read", FOLDERS.join(", "))
    }
}

/// The outputs that are copies of a file.
fn copies(survey: &Survey<'_>, path: &SourcePath) -> Vec<Entry> {
    let copies =
        survey.plan.outputs().filter(|(_, recipe)| matches!(recipe, Recipe::Copy(from) if from == path));
    copies.map(|(out, _)| Entry::new(out.to_string(), "a copy")).collect()
}

/// What a template makes, which other stands in its place, and which mention it.
fn template(survey: &Survey<'_>, path: &SourcePath, name: &str, account: &mut Account) -> String {
    let same: Vec<&SourcePath> =
        survey.templates.iter().filter(|file| file.name == name).map(|file| &file.path).collect();
    let Some(place) = same.iter().position(|file| *file == path) else {
        return "not used: the site has another theme".to_owned();
    };
    let others =
        survey.templates.iter().filter(|file| file.path != *path && file.text.contains(&format!("{name}\"")));
    account.named_by =
        others.map(|file| Entry::new(&file.name, "mentions it").at(Some(survey.file(&file.path)))).collect();
    account.changes = same[place + 1..]
        .iter()
        .map(|file| Entry::new(name, "stands before").at(Some(survey.file(file))))
        .collect();
    if let Some(nearer) = place.checked_sub(1).map(|at| same[at]) {
        let nearer = survey.shown(nearer);
        return format!(
            "used only where `{nearer}` extends it: of two templates of one name the nearer holds"
        );
    }
    account.shown_on = made_with(survey, name);
    if !account.shown_on.is_empty() {
        return format!("the template `{name}`");
    }
    if view::templates().contains(&name) {
        "a template of the theme contract; no page of this site needs it now".to_owned()
    } else if account.named_by.is_empty() {
        "no page is made with it and no template mentions it".to_owned()
    } else {
        "a part of other templates".to_owned()
    }
}

/// The most outputs that are named one by one.
const NAMED: usize = 20;

/// The outputs that a template makes.
fn made_with(survey: &Survey<'_>, name: &str) -> Vec<Entry> {
    let made = survey.plan.outputs();
    let made = made.filter(|(_, recipe)| crate::site::template(survey.library, recipe) == Some(name));
    let all: Vec<Entry> = made.map(|(path, _)| Entry::new(survey.address(path), "made with it")).collect();
    let more = all.len().saturating_sub(NAMED);
    let rest = (more > 0).then(|| Entry::new(format!("and {more} more"), ""));
    all.into_iter().take(NAMED).chain(rest).collect()
}

fn words(survey: &Survey<'_>) -> Vec<Entry> {
    let own = List::ALL.into_iter().flat_map(|list| {
        let words = survey.library.vocabulary.words(list).iter().enumerate();
        words.filter(|(_, word)| word.span.is_some()).map(move |(at, word)| {
            Entry::new(word.id.to_string(), list.word())
                .at(word::spot(survey, list, WordIx::new(at)))
                .saying(word.label.as_str())
        })
    });
    own.collect()
}

/// What stands at a line of a file: a question, an adapted question, a word; else the file.
pub fn at_line(survey: &Survey<'_>, path: &SourcePath, line: usize) -> Subject {
    let whole = || whole(survey, path);
    let Some(text) = survey.sources.get(path).and_then(|source| source.text().ok()) else { return whole() };
    let index = LineIndex::new(text);
    if index.line_start(line).is_none() {
        return Subject::NoLine(path.clone(), text.lines().count());
    }
    // The last line has no next.
    let end = index.line_start(line.saturating_add(1)).unwrap_or(text.len());
    let start = index.line_start(line).unwrap_or(end);
    match survey.library.page_of(path) {
        Some(PageRef::Bank(_)) => question_before(survey, path, end).unwrap_or_else(whole),
        None if Kind::of(path) == Kind::Vocabulary => {
            // A word's table starts above its id.
            let header = text[start..end].trim_start().starts_with("[[");
            word_at(survey, if header { start..text.len() } else { 0..end }, header).unwrap_or_else(whole)
        }
        _ => whole(),
    }
}

/// A file as what it is: a thing with a page, or the file itself.
pub fn whole(survey: &Survey<'_>, path: &SourcePath) -> Subject {
    survey.library.page_of(path).map_or_else(|| Subject::File(path.clone()), Subject::Thing)
}

/// The question whose table, or whose adaptation, is the last to start before `end`.
fn question_before(survey: &Survey<'_>, path: &SourcePath, end: usize) -> Option<Subject> {
    let library = survey.library;
    let PageRef::Bank(ix) = library.page_of(path)? else { return None };
    let bank = &library[ix];
    let own = bank
        .questions
        .iter()
        .filter_map(|question| Some((library[*question].said().header?.start, Some(*question))));
    let adapted = |place: usize| {
        let wanted = |at: &usize| library.adapted(QuestionIx::new(*at)).contains(&(ix, place));
        (0..library.questions.len()).find(wanted).map(QuestionIx::new)
    };
    let adapts = bank.said.adapts.iter().enumerate().map(|(at, adapt)| (adapt.header.start, adapted(at)));
    let defaults = bank.said.defaults.iter().map(|header| (header.start, None));
    let tables = own.chain(adapts).chain(defaults).filter(|(start, _)| (*start as usize) < end);
    let (_, question) = tables.max_by_key(|(start, _)| *start)?;
    question.map(|question| Subject::Thing(PageRef::Question(question)))
}

/// The first word in a range when it starts with a header, else the last one.
fn word_at(survey: &Survey<'_>, range: std::ops::Range<usize>, first: bool) -> Option<Subject> {
    let own = List::ALL.into_iter().flat_map(|list| {
        let words = survey.library.vocabulary.words(list).iter().enumerate();
        words.filter_map(move |(at, word)| Some((word.span?.start, list, WordIx::new(at))))
    });
    let inside = own.filter(|(start, ..)| range.contains(&(*start as usize)));
    let (_, list, word) = if first {
        inside.min_by_key(|(start, ..)| *start)?
    } else {
        inside.max_by_key(|(start, ..)| *start)?
    };
    Some(Subject::Word(list, word))
}
