//! What a person wrote to what they mean: an id, an address, a file with or without a line.
//!
//! An id is an address without its section: `nurse` is tried as `roles/nurse/`, `core/conflict` as
//! `questions/core/conflict/`. What has no page is looked up by its own name.

use std::path::{Component, Path, PathBuf};

use super::Subject;
use super::file;
use super::reference;
use super::survey::{Survey, thing};
use crate::base::near::nearest;
use crate::base::path::decoded;
use crate::base::{OutPath, SourcePath};
use crate::model::{GuideIx, List, PageRef, QuestionIx, WordIx};
use crate::plan::Recipe;

/// The parts of the site that ids belong to.
const SECTIONS: [&str; 7] =
    ["questions/", "guides/", "roles/", "industries/", "messages/", "checklists/", "kits/"];

/// Where paths a person writes start: the current folder, and the project.
pub struct Folders {
    /// The folder the person is in, absolute.
    pub current: PathBuf,
    /// The project, absolute.
    pub project: PathBuf,
}

/// Everything a name can mean, each once, in the order of the ways it was looked up.
pub fn meanings(survey: &Survey<'_>, name: &str, folders: &Folders) -> Vec<Subject> {
    let name = name.trim();
    let mut found = Vec::new();
    if name.is_empty() {
        return found;
    }
    let mut add = |subject: Option<Subject>| {
        if let Some(subject) = subject.filter(|subject| !found.contains(subject)) {
            found.push(subject);
        }
    };
    if let Some(path) = path_of_url(survey, name) {
        add(output(survey, &path));
        return found;
    }
    file_and_line(survey, name, folders).into_iter().for_each(|subject| add(Some(subject)));
    let path = without_tail(name);
    let inside = path.strip_prefix(survey.library.site.base_path()).unwrap_or(path);
    let bare = path.trim_start_matches('/');
    // What `build` writes: people copy paths from there too.
    let built = bare.strip_prefix("public/");
    for path in [Some(inside), Some(bare), built].into_iter().flatten() {
        add(output(survey, path));
    }
    // `nurse` and `core/conflict`; what ends like an address is one.
    if !name.contains('.') && !name.starts_with('/') && !name.ends_with('/') {
        for section in SECTIONS {
            add(output(survey, &format!("{section}{name}")));
        }
    }
    words(survey, name).into_iter().for_each(|subject| add(Some(subject)));
    by_id(survey, name).into_iter().for_each(|page| add(Some(Subject::Thing(page))));
    found
}

/// The path of a web address below the site's own, decoded; nothing for what is no address.
fn path_of_url(survey: &Survey<'_>, name: &str) -> Option<String> {
    let (_, rest) = name.split_once("://")?;
    let path = rest.find('/').map_or("", |at| &rest[at..]);
    let path = without_tail(path);
    let inside = path.strip_prefix(survey.library.site.base_path()).unwrap_or(path);
    Some(inside.trim_start_matches('/').to_owned())
}

/// What stands before `?` and `#`.
fn without_tail(path: &str) -> &str {
    path.split(['?', '#']).next().unwrap_or_default()
}

/// The output at an address: the file itself, or the page of a folder; drafts are found though they have none.
fn output(survey: &Survey<'_>, path: &str) -> Option<Subject> {
    let path = decoded(path);
    let folder = path.trim_end_matches('/');
    let page = if folder.is_empty() { "index.html".to_owned() } else { format!("{folder}/index.html") };
    [path.as_str(), page.as_str()].into_iter().find_map(|path| {
        let path = OutPath::new(path).ok()?;
        match survey.plan.recipe(&path) {
            Some(recipe) => Some(subject(&path, recipe, survey)),
            None => draft(survey, &path).map(Subject::Thing),
        }
    })
}

/// An output as the thing it shows, when it is the first page of one.
fn subject(path: &OutPath, recipe: &Recipe, survey: &Survey<'_>) -> Subject {
    Subject::Thing(match recipe {
        Recipe::Question(ix) => PageRef::Question(*ix),
        Recipe::Guide(ix) => PageRef::Guide(*ix),
        Recipe::Message(ix) => PageRef::Message(*ix),
        Recipe::Checklist(ix) => PageRef::Checklist(*ix),
        Recipe::Kit(ix) => PageRef::Kit(*ix),
        Recipe::Bank(ix, 1) => PageRef::Bank(*ix),
        Recipe::Composed(ix, 1) => {
            let scope = survey.library[*ix].scope;
            match (scope.role, scope.industry) {
                (Some(role), None) => PageRef::Role(role),
                (None, Some(industry)) => PageRef::Industry(industry),
                _ => return Subject::Crossing(*ix),
            }
        }
        _ => return Subject::Output(path.clone()),
    })
}

/// The draft that would have its page here.
fn draft(survey: &Survey<'_>, path: &OutPath) -> Option<PageRef> {
    let questions = (0..survey.library.questions.len()).map(|at| PageRef::Question(QuestionIx::new(at)));
    let guides = (0..survey.library.guides.len()).map(|at| PageRef::Guide(GuideIx::new(at)));
    let mut drafts = questions.chain(guides).filter(|page| !survey.library.has_page(*page));
    drafts.find(|page| survey.plan.routes.page(*page) == path)
}

/// Words of the vocabulary: `teamwork`, or `competency/teamwork`.
fn words(survey: &Survey<'_>, name: &str) -> Vec<Subject> {
    let (list, id) = name.split_once('/').map_or((None, name), |(list, id)| (Some(list), id));
    let lists = List::ALL.into_iter().filter(|own| list.is_none_or(|list| list == own.word()));
    let found = lists.filter_map(|list| {
        let at = survey.library.vocabulary.words(list).iter().position(|word| word.id.as_str() == id)?;
        Some(Subject::Word(list, WordIx::new(at)))
    });
    found.collect()
}

/// Questions by the last part of their name, and whatever else has the id and no page.
fn by_id(survey: &Survey<'_>, name: &str) -> Vec<PageRef> {
    let library = survey.library;
    let question = |at: &usize| {
        let own = &library.questions[*at].name;
        own.id.as_str() == name || own.full() == name
    };
    let questions =
        (0..library.questions.len()).filter(question).map(|at| PageRef::Question(QuestionIx::new(at)));
    let guides = (0..library.guides.len()).filter(|at| library.guides[*at].id.as_str() == name);
    questions.chain(guides.map(|at| PageRef::Guide(GuideIx::new(at)))).collect()
}

/// A file of the project, as a whole or at `:line` or `:line:column`.
fn file_and_line(survey: &Survey<'_>, name: &str, folders: &Folders) -> Option<Subject> {
    if let Some(path) = source(survey, name, folders) {
        let folder = survey.sources.files().any(|source| source.path.is_below(&path));
        return Some(if folder { Subject::Folder(path) } else { file::whole(survey, &path) });
    }
    let (rest, last) = name.rsplit_once(':')?;
    let last: usize = last.parse().ok()?;
    if let Some(path) = source(survey, rest, folders) {
        return Some(file::at_line(survey, &path, last));
    }
    let (rest, line) = rest.rsplit_once(':')?;
    Some(file::at_line(survey, &source(survey, rest, folders)?, line.parse().ok()?))
}

/// The path in the project that a person means: from where they are, or from the project.
fn source(survey: &Survey<'_>, name: &str, folders: &Folders) -> Option<SourcePath> {
    let name = Path::new(name);
    let inside = |path: PathBuf| {
        let path = settled(&path);
        // The folder may have been reached through a link: then the real names are compared.
        let real = || {
            std::fs::canonicalize(&path)
                .ok()?
                .strip_prefix(std::fs::canonicalize(&folders.project).ok()?)
                .ok()
                .map(Path::to_owned)
        };
        let inner = path.strip_prefix(&folders.project).ok().map(Path::to_owned).or_else(real)?;
        let parts: Option<Vec<&str>> = inner.components().map(|part| part.as_os_str().to_str()).collect();
        SourcePath::new(&parts?.join("/"))
    };
    let known = |path: &SourcePath| {
        survey.sources.get(path).is_some()
            || survey.sources.files().any(|source| source.path.is_below(path))
            || folders.project.join(path.as_str()).is_file()
    };
    let from = [folders.current.join(name), folders.project.join(name)];
    from.into_iter().filter_map(inside).find(known)
}

/// The path without `.` and `..`.
pub fn settled(path: &Path) -> PathBuf {
    let mut settled = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(settled.pop()),
            part => settled.push(part),
        }
    }
    settled
}

/// The name nearest to an unknown one, among everything that can be asked about.
pub fn near(survey: &Survey<'_>, name: &str) -> Option<String> {
    let library = survey.library;
    let mut known: Vec<String> = reference::names().map(str::to_owned).collect();
    for question in library.questions.iter() {
        known.push(question.name.full());
        known.push(question.name.id.to_string());
    }
    let pages = survey.sources.files().filter_map(|source| library.page_of(&source.path));
    known.extend(pages.map(|page| thing(library, page).id));
    let words = List::ALL.into_iter().flat_map(|list| library.vocabulary.words(list));
    known.extend(words.map(|word| word.id.to_string()));
    known.extend(survey.sources.files().map(|source| source.path.to_string()));
    known.extend(survey.plan.outputs().map(|(path, _)| survey.address(path)));
    let wanted = path_of_url(survey, name).unwrap_or_else(|| without_tail(name).to_owned());
    nearest(&wanted, known.iter().map(String::as_str)).map(str::to_owned)
}
