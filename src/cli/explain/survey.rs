//! What an account is drawn up from: a built project, its plan, its templates, and the way from a span to a line.
//!
//! Works without a site: a project with errors has a library and can be planned all the same.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::account::{Entry, Page, Spot};
use crate::base::{FileId, OutPath, SourcePath, Span};
use crate::build::Build;
use crate::diag::{Diagnostic, Place};
use crate::model::{Library, PageRef, QuestionIx};
use crate::plan::{Plan, Recipe};
use crate::report::{Places, word};
use crate::site;
use crate::source::Sources;
use crate::theme::{self, Template};

/// A project that was read and planned.
pub struct Survey<'b> {
    /// What was built.
    pub build: &'b Build,
    /// What the sources say.
    pub library: &'b Library,
    /// Every output, or what they would be.
    pub plan: &'b Plan,
    /// The files, the built-in theme's among them.
    pub sources: &'b Sources,
    /// Every template that the site's theme leads to; of one name the first holds.
    pub templates: Vec<Template>,
    /// The files that stand in the project's folder.
    own: BTreeSet<SourcePath>,
    root: &'b str,
    places: RefCell<Places<'b>>,
}

impl<'b> Survey<'b> {
    /// Takes stock of a build; `own` are the files of the project's folder and `root` stands before their paths.
    pub fn new(build: &'b Build, plan: &'b Plan, own: BTreeSet<SourcePath>, root: &'b str) -> Survey<'b> {
        let (library, sources) = (build.library(), &*build.sources);
        let templates = theme::templates(&theme::files(sources), &library.site.theme.0);
        let places = RefCell::new(Places::new(sources, root));
        Survey { build, library, plan, sources, templates, own, root, places }
    }

    /// Where a span starts; nothing for what is built in.
    pub fn spot(&self, span: Span) -> Option<Spot> {
        let spot = self.places.borrow_mut().at(span)?;
        let start = spot.region.map(|region| region.start);
        Some(Spot {
            file: spot.path,
            line: start.map(|start| start.line),
            column: start.map(|start| start.column),
        })
    }

    /// A file as a whole.
    pub fn file(&self, path: &SourcePath) -> Spot {
        Spot { file: self.shown(path), line: None, column: None }
    }

    /// How a file is called from where the reader is; one that the program brings along says so.
    pub fn shown(&self, path: &SourcePath) -> String {
        let built_in = !self.own.contains(path) && self.sources.get(path).is_some();
        if built_in { format!("built-in {path}") } else { format!("{}{path}", self.root) }
    }

    /// An output: its address, its template and the files that have it.
    pub fn page(&self, path: &OutPath, recipe: &Recipe) -> Page {
        let template = site::template(self.library, recipe);
        let files = self.templates.iter().filter(|file| template == Some(&file.name));
        Page {
            path: path.to_string(),
            url: self.library.site.base_url.as_ref().map(|base| format!("{base}{}", path.address())),
            template,
            files: files.map(|file| self.shown(&file.path)).collect(),
        }
    }

    /// The page of a thing, unless it has none: a draft.
    pub fn page_of(&self, thing: PageRef) -> Option<Page> {
        let path = self.plan.routes.page(thing);
        self.plan.recipe(path).map(|recipe| self.page(path, recipe))
    }

    /// An output as people ask for it: its address behind the site's.
    pub fn address(&self, path: &OutPath) -> String {
        match path.as_str().strip_suffix("index.html") {
            Some("") | None => path.to_string(),
            Some(folder) => folder.to_owned(),
        }
    }

    /// A question as a line.
    pub fn question(&self, ix: QuestionIx, why: impl Into<String>) -> Entry {
        let question = &self.library[ix];
        Entry::new(question.name.full(), why).at(self.spot(question.span)).saying(question.text())
    }

    /// A thing as a line.
    pub fn thing(&self, page: PageRef, why: impl Into<String>) -> Entry {
        let Thing { id, title, path, .. } = thing(self.library, page);
        match page {
            PageRef::Question(ix) => self.question(ix, why),
            _ => Entry::new(id, why).at(Some(self.file(path))).saying(title),
        }
    }

    /// What is wrong in a part of a file.
    pub fn problems(&self, path: &SourcePath, range: std::ops::Range<u32>) -> Vec<Entry> {
        let file = FileId::of(path);
        let here = |place: &Place| match place {
            Place::At(span) => span.file == file && range.contains(&span.start),
            Place::File(other) => other == path && range.start == 0,
            Place::Project => false,
        };
        let problems = self.build.problems.iter().filter(|problem| here(&problem.place));
        let entry = |problem: &Diagnostic| {
            Entry::new(problem.code.name, word(problem.severity))
                .at(problem.span().and_then(|span| self.spot(span)))
                .saying(problem.message.as_str())
        };
        problems.map(entry).collect()
    }
}

/// A thing with a page of its own, whatever it is.
pub struct Thing<'l> {
    /// What kind of thing it is.
    pub what: &'static str,
    /// Its id.
    pub id: String,
    /// What readers see.
    pub title: &'l str,
    /// Its file.
    pub path: &'l SourcePath,
    /// Its place in the file, when that is not the whole file.
    pub span: Option<Span>,
}

/// What is the same of all things.
pub fn thing(library: &Library, page: PageRef) -> Thing<'_> {
    let whole = |what, id: &crate::base::Slug, title, path| Thing {
        what,
        id: id.to_string(),
        title,
        path,
        span: None,
    };
    match page {
        PageRef::Guide(ix) => whole("guide", &library[ix].id, library[ix].title(), &library[ix].path),
        PageRef::Role(ix) => whole("role", &library[ix].id, library[ix].title(), &library[ix].path),
        PageRef::Industry(ix) => whole("industry", &library[ix].id, library[ix].title(), &library[ix].path),
        PageRef::Bank(ix) => whole("bank", &library[ix].id, library[ix].title(), &library[ix].path),
        PageRef::Message(ix) => whole("message", &library[ix].id, library[ix].title(), &library[ix].path),
        PageRef::Checklist(ix) => whole("checklist", &library[ix].id, library[ix].title(), &library[ix].path),
        PageRef::Kit(ix) => whole("kit", &library[ix].id, library[ix].title(), &library[ix].path),
        PageRef::Question(ix) => {
            let question = &library[ix];
            Thing {
                what: "question",
                id: question.name.full(),
                title: question.text(),
                path: &library[question.bank].path,
                span: Some(question.span),
            }
        }
    }
}
