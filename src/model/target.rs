//! Where a link in content leads.

use std::collections::BTreeSet;

use super::ids::{PageRef, QuestionName};
use super::{Bank, Library};
use crate::base::{Slug, SourcePath};
use crate::syntax::document::{Destination, Document, Embed, EmbedKind};
use crate::syntax::passages::question_texts;

/// Where a relative link leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    /// A page, and the anchor on it.
    Page(PageRef, Option<String>),
    /// A file that is copied.
    File(SourcePath),
    /// A page that is not published: a draft.
    Draft(PageRef),
}

/// Why a relative link leads nowhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Broken {
    /// It starts at the root of a host.
    Absolute,
    /// It leaves the project.
    Outside,
    /// There is no such file.
    NoFile(SourcePath),
    /// It is a folder, or a file that never has a page.
    NoPage(SourcePath),
    /// The page has no such heading.
    NoAnchor(PageRef, String),
    /// It may lead to something in a file that could not be read; that was reported.
    Unread,
}

impl Library {
    /// Where `destination`, a relative link in the file at `from`, leads.
    pub fn target(&self, from: &SourcePath, destination: &str) -> Result<Target, Broken> {
        let (path, anchor) = match destination.split_once('#') {
            Some((path, anchor)) => (path, Some(anchor).filter(|anchor| !anchor.is_empty())),
            None => (destination, None),
        };
        let path = path.split('?').next().unwrap_or_default();
        if path.starts_with('/') {
            return Err(Broken::Absolute);
        }
        let path = percent_decoded(path);
        let path = if path.is_empty() { from.clone() } else { from.join(&path).ok_or(Broken::Outside)? };
        if self.files.contains(&path) {
            return Ok(Target::File(path));
        }
        match self.by_path.get(&path) {
            Some(page) => self
                .on_page(*page, anchor)
                .map_err(|broken| if self.incomplete.file(&path) { Broken::Unread } else { broken }),
            None if self.incomplete.file(&path) => Err(Broken::Unread),
            None if self.pageless.contains(&path) || self.is_folder(&path) => Err(Broken::NoPage(path)),
            None => Err(Broken::NoFile(path)),
        }
    }

    /// The page of a content file.
    pub fn page_of(&self, path: &SourcePath) -> Option<PageRef> {
        self.by_path.get(path).copied()
    }

    /// The file of a page; a question's is its bank's.
    pub fn file_of(&self, page: PageRef) -> &SourcePath {
        match page {
            PageRef::Guide(guide) => &self[guide].path,
            PageRef::Role(role) => &self[role].path,
            PageRef::Industry(industry) => &self[industry].path,
            PageRef::Bank(bank) => &self[bank].path,
            PageRef::Question(question) => &self[self[question].bank].path,
            PageRef::Message(message) => &self[message].path,
            PageRef::Checklist(checklist) => &self[checklist].path,
            PageRef::Kit(kit) => &self[kit].path,
        }
    }

    /// Every file that a link can lead to, sorted by path; those that are copied last.
    pub fn linkable(&self) -> impl Iterator<Item = &SourcePath> {
        self.by_path.keys().chain(&self.files)
    }

    fn is_folder(&self, path: &SourcePath) -> bool {
        let folder = format!("{path}/");
        let below = |file: &SourcePath| file.as_str().starts_with(&folder);
        let same_start = |file: &&SourcePath| file.as_str().starts_with(path.as_str());
        self.by_path.range(path..).map(|(file, _)| file).take_while(same_start).any(below)
            || self.files.range(path..).take_while(same_start).any(below)
    }

    fn on_page(&self, page: PageRef, anchor: Option<&str>) -> Result<Target, Broken> {
        // A question has no file of its own: it is an anchor in its bank's.
        let page = match (page, anchor) {
            (PageRef::Bank(bank), Some(id)) => {
                let lost = || Broken::NoAnchor(page, id.to_owned());
                let name =
                    QuestionName { bank: self[bank].id.clone(), id: Slug::new(id).map_err(|_| lost())? };
                let question = PageRef::Question(self.question(&name).ok_or_else(lost)?);
                return Ok(if self.has_page(question) {
                    Target::Page(question, None)
                } else {
                    Target::Draft(question)
                });
            }
            (page, _) => page,
        };
        if !self.has_page(page) {
            return Ok(Target::Draft(page));
        }
        let Some(anchor) = anchor else { return Ok(Target::Page(page, None)) };
        let anchor = percent_decoded(anchor);
        let known =
            self.body(page).is_some_and(|body| body.headings().iter().any(|heading| *heading.id == *anchor));
        if known { Ok(Target::Page(page, Some(anchor))) } else { Err(Broken::NoAnchor(page, anchor)) }
    }

    /// Whether something is published.
    pub fn has_page(&self, page: PageRef) -> bool {
        match page {
            PageRef::Question(question) => self.is_published(question),
            PageRef::Guide(guide) => self.is_guide_published(guide),
            _ => true,
        }
    }

    /// The text whose headings a page shows.
    pub fn body(&self, page: PageRef) -> Option<&Document> {
        match page {
            PageRef::Guide(guide) => Some(&self[guide].said.body),
            PageRef::Role(role) => Some(&self[role].said.body),
            PageRef::Industry(industry) => Some(&self[industry].said.body),
            PageRef::Checklist(checklist) => Some(&self[checklist].said.body),
            PageRef::Kit(kit) => self[kit].said.intro.as_ref(),
            PageRef::Bank(_) | PageRef::Question(_) | PageRef::Message(_) => None,
        }
    }

    /// What an embed shows; `None` when there is no such thing.
    pub fn embedded(&self, embed: &Embed) -> Option<PageRef> {
        let id = &*embed.id;
        match embed.kind {
            EmbedKind::Question => {
                let (bank, id) = id.split_once('/')?;
                let name = QuestionName { bank: Slug::new(bank).ok()?, id: Slug::new(id).ok()? };
                self.question(&name).map(PageRef::Question)
            }
            EmbedKind::Kit => {
                Library::find(&self.kits, id, |kit| &kit.id).map(|at| PageRef::Kit(super::KitIx::new(at)))
            }
            EmbedKind::Checklist => Library::find(&self.checklists, id, |list| &list.id)
                .map(|at| PageRef::Checklist(super::ChecklistIx::new(at))),
            EmbedKind::Message => Library::find(&self.messages, id, |message| &message.id)
                .map(|at| PageRef::Message(super::MessageIx::new(at))),
        }
    }

    /// The files that a published text links to or shows: of the media beside content only those are copied.
    pub fn published_files(&self) -> BTreeSet<SourcePath> {
        self.files_of(|page| self.has_page(page))
    }

    /// The files that any text links to or shows, drafts too.
    pub fn linked_files(&self) -> BTreeSet<SourcePath> {
        self.files_of(|_| true)
    }

    fn files_of(&self, wanted: impl Fn(PageRef) -> bool) -> BTreeSet<SourcePath> {
        let mut files = BTreeSet::new();
        if self.files.is_empty() {
            return files;
        }
        let mut add = |path: &SourcePath, document: &Document| {
            for link in document.links().iter().filter(|link| link.kind == Destination::Relative) {
                if let Ok(Target::File(file)) = self.target(path, &link.destination) {
                    files.insert(file);
                }
            }
        };
        for (path, page) in &self.by_path {
            self.texts(*page, &wanted).into_iter().for_each(|document| add(path, document));
        }
        self.vocabulary.documents().for_each(|(path, document)| add(path, document));
        files
    }

    /// Every Markdown text with its file, but for questions without markup.
    pub fn all_documents(&self) -> impl Iterator<Item = (&SourcePath, &Document)> {
        let pages = self.by_path.iter();
        let texts =
            pages.flat_map(|(path, page)| self.documents(*page).into_iter().map(move |text| (path, text)));
        texts.chain(self.vocabulary.documents())
    }

    /// Every Markdown text of a page's file, but for questions without markup.
    pub fn documents(&self, page: PageRef) -> Vec<&Document> {
        self.texts(page, |_| true)
    }

    /// Those of them whose guide or question is `wanted`.
    fn texts(&self, page: PageRef, wanted: impl Fn(PageRef) -> bool) -> Vec<&Document> {
        let mut texts: Vec<&Document> = Vec::new();
        match page {
            PageRef::Guide(guide) if wanted(page) => {
                let said = &self[guide].said;
                texts.extend(said.summary.iter().chain([&said.body]));
            }
            PageRef::Guide(_) | PageRef::Question(_) => {}
            PageRef::Role(role) => {
                let said = &self[role].said;
                texts.extend(said.summary.iter().chain([&said.body]));
            }
            PageRef::Industry(industry) => {
                let said = &self[industry].said;
                let jargon = said.jargon.iter().map(|(_, meaning)| meaning);
                texts.extend(said.summary.iter().chain([&said.body]).chain(jargon));
                texts.extend(said.trends.iter().map(|(text, _)| text));
            }
            PageRef::Message(message) => texts.extend(&self[message].said.summary),
            PageRef::Checklist(checklist) => {
                let said = &self[checklist].said;
                texts.extend(said.summary.iter().chain([&said.body]));
            }
            PageRef::Kit(kit) => texts.extend(&self[kit].said.intro),
            PageRef::Bank(bank) => {
                let Bank { said, questions, .. } = &self[bank];
                texts.extend(&said.summary);
                for adapt in &said.adapts {
                    let lists = adapt.add.iter().flat_map(|(_, entries)| entries);
                    texts.extend(adapt.text.iter().chain(&adapt.why).chain(lists));
                }
                for (question, said) in questions.iter().zip(&said.questions).filter(|(_, said)| said.marked)
                {
                    if wanted(PageRef::Question(*question)) {
                        question_texts(said, &mut texts);
                    }
                }
            }
        }
        texts
    }
}

fn percent_decoded(text: &str) -> String {
    crate::base::path::decoded(text)
}
