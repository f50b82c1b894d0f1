//! One page in the making: what it is made of, where it stands, and how its texts become HTML.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::about::Alike;
use super::items::{ItemView, WordView};
use super::task;
use crate::base::{FileId, OutPath, SourcePath, Span};
use crate::markup::{self, Filling, Fragment};
use crate::model::{Library, List, PageRef, QuestionIx, Scope, Target, WordIx};
use crate::plan::{Plan, Recipe, called};
use crate::source::{Size, Source, Sources};
use crate::syntax::document::{Destination, Document, Embed};
use crate::theme::{Failure, Gap, Html, Theme, View};

/// The documents that take work to write, by file.
pub type Typeset = BTreeMap<FileId, Arc<Passages>>;

/// Those of one file, by place.
pub type Passages = BTreeMap<Span, Passage>;

/// A document that takes work to write: written when a page first shows it, then kept with its file.
#[derive(Default, Debug)]
pub struct Passage {
    /// What stands before its ids on its own page.
    pub ids: String,
    written: OnceLock<Fragment>,
}

impl Passage {
    /// A document that is not written yet.
    pub fn new(ids: String) -> Passage {
        Passage { ids, written: OnceLock::new() }
    }
}

/// What every page of a site is made of.
#[derive(Clone, Copy, Debug)]
pub struct Material<'s> {
    /// The files that it is made from.
    pub sources: &'s Sources,
    /// What the sources say.
    pub library: &'s Library,
    /// Where everything goes.
    pub plan: &'s Plan,
    /// How it looks.
    pub theme: &'s Theme,
    /// Documents that are written once.
    pub typeset: &'s Typeset,
    /// The words in documents that their authors did not write.
    pub words: &'s markup::Words,
    /// What more than one page says of itself; looked for when a page first asks.
    pub alike: &'s OnceLock<Alike>,
}

/// Which of the texts on a page one is.
#[derive(Clone, Copy, Default, Debug)]
pub struct Part<'p> {
    /// What stands before its ids.
    pub ids: &'p str,
    /// What it is called; nothing when it is the page's own.
    pub title: &'p str,
}

/// One page.
pub struct Sheet<'s> {
    /// What it is made of.
    pub material: Material<'s>,
    /// Where it stands.
    pub here: &'s OutPath,
    site: View,
    /// Stands before the ids of all texts; not empty in an embed, whose ids must differ from the page's.
    ids: String,
    /// What the embed is called, when this is one.
    title: String,
    /// Words that this page has named: a list names few of them, again and again.
    words: RefCell<BTreeMap<(List, WordIx), View>>,
    failure: RefCell<Option<Failure>>,
}

impl<'s> Sheet<'s> {
    /// A page at `here`; `site` is what templates see as `site` at its depth.
    pub fn new(material: Material<'s>, here: &'s OutPath, site: View) -> Sheet<'s> {
        let (words, failure) = (RefCell::default(), RefCell::default());
        Sheet { material, here, site, ids: String::new(), title: String::new(), words, failure }
    }

    /// The library.
    pub fn library(&self) -> &'s Library {
        self.material.library
    }

    /// The plan.
    pub fn plan(&self) -> &'s Plan {
        self.material.plan
    }

    /// A phrase of the theme in the site's language.
    pub fn say(&self, key: &str) -> String {
        self.material.theme.phrases.say(key)
    }

    /// A phrase with its gaps filled.
    pub fn say_with(&self, key: &str, gaps: &[(&str, Gap<'_>)]) -> String {
        self.material.theme.phrases.say_with(key, gaps)
    }

    /// What a scope is called.
    pub fn scope_title(&self, scope: Scope) -> String {
        called::scope(self.library(), &self.material.theme.phrases, scope)
    }

    /// What a word of the vocabulary is called.
    pub fn label(&self, list: List, word: WordIx) -> String {
        called::word(self.library(), &self.material.theme.phrases, list, word)
    }

    /// The first embed that failed.
    pub fn failure(&self) -> Option<Failure> {
        self.failure.borrow().clone()
    }

    /// How this page links to an output.
    pub fn url(&self, to: &OutPath) -> String {
        self.here.link(to)
    }

    /// How this page links to a thing.
    pub fn page_url(&self, to: PageRef) -> String {
        self.url(self.plan().routes.page(to))
    }

    /// A word of the vocabulary, as a [`WordView`].
    pub fn word(&self, list: List, word: WordIx) -> View {
        let mut words = self.words.borrow_mut();
        words.entry((list, word)).or_insert_with(|| View::new(&WordView::new(self, list, word))).clone()
    }

    /// A document as HTML.
    pub fn html(&self, from: &SourcePath, document: &Document) -> Html {
        self.passage(from, document, Part { ids: "", title: &self.title })
    }

    /// A document as HTML, with ids and names of its own: for one of several on a page.
    pub fn passage(&self, from: &SourcePath, document: &Document, part: Part<'_>) -> Html {
        if let Some(line) = markup::verbatim(document) {
            return Html::new(line);
        }
        let raw_html = self.library().site.raw_html;
        // What is wrong with a document was reported when its file was read.
        let written = |ids: &str| {
            let words = self.material.words;
            let footnotes = self.footnotes(document, part.title);
            let footnotes = footnotes.as_deref();
            let options = markup::Options { raw_html, ids, footnotes, words, ..markup::Options::default() };
            markup::render(document, &options, &mut Vec::new())
        };
        // What is kept has the ids of a page of its own.
        if document.takes_work()
            && !self.embedding()
            && let Some(passages) = self.material.typeset.get(&document.span().file)
            && let Some(passage) = passages.get(&document.span())
        {
            let fragment = passage.written.get_or_init(|| written(&passage.ids));
            return Html::new(&self.filled(from, document, fragment));
        }
        let fragment = if self.ids.is_empty() {
            written(part.ids)
        } else {
            written(&format!("{}{}", self.ids, part.ids))
        };
        match fragment.as_html() {
            Some(html) => Html::new(html),
            None => Html::new(&self.filled(from, document, &fragment)),
        }
    }

    /// What the footnotes of a text are called that is not the page's own.
    fn footnotes(&self, document: &Document, title: &str) -> Option<String> {
        let named = !document.footnotes().is_empty() && !title.is_empty();
        named.then(|| self.say_with("text-footnotes-of", &[("text", Gap::Text(title))]))
    }

    /// Several documents as HTML.
    pub fn htmls(&self, from: &SourcePath, documents: Option<&[Document]>) -> Vec<Html> {
        documents.unwrap_or_default().iter().map(|document| self.html(from, document)).collect()
    }

    fn filled(&self, from: &SourcePath, document: &Document, fragment: &Fragment) -> String {
        let link = |at: usize| {
            let link = &document.links()[at];
            match link.kind {
                Destination::Relative => self.target(from, &link.destination),
                _ => link.destination.to_string(),
            }
        };
        let size = |at: usize| self.size(from, &document.links()[at].destination);
        let embed = |at: usize| self.embed(document, at);
        let mut html = String::new();
        fragment.fill(&Filling { links: &link, sizes: &size, embeds: &embed }, &mut html);
        html
    }

    /// The address of a relative link; a broken one was reported and leads to the top of the page.
    fn target(&self, from: &SourcePath, destination: &str) -> String {
        match self.library().target(from, destination) {
            Ok(Target::Page(page, anchor)) => match anchor {
                Some(anchor) => format!("{}#{anchor}", self.page_url(page)),
                None => self.page_url(page),
            },
            Ok(Target::File(path)) => self.file_url(&path),
            Ok(Target::Draft(_)) | Err(_) => "#".to_owned(),
        }
    }

    /// How large a picture is. Read from its bytes each time: what is kept of a document may be older than they are.
    fn size(&self, from: &SourcePath, destination: &str) -> Option<Size> {
        match self.library().target(from, destination) {
            Ok(Target::File(path)) => self.material.sources.get(&path).and_then(Source::picture),
            _ => None,
        }
    }

    /// The address of a copied file.
    pub fn file_url(&self, path: &SourcePath) -> String {
        let name = path.as_str();
        let out = match name.strip_prefix("static/") {
            Some(name) => OutPath::new(name),
            None => OutPath::new(&name.replacen("content/", "media/", 1)),
        };
        match out {
            Ok(out) if matches!(self.plan().recipe(&out), Some(Recipe::Copy(_))) => self.url(&out),
            _ => "#".to_owned(),
        }
    }

    fn embed(&self, document: &Document, at: usize) -> String {
        let Some(page) = document.embeds().get(at).and_then(|embed| self.library().embedded(embed)) else {
            return String::new();
        };
        if !self.library().has_page(page) {
            return String::new();
        }
        // An embed in an embedded text would embed itself without end: there it is a link.
        let inner = Sheet {
            material: self.material,
            here: self.here,
            site: self.site.clone(),
            ids: format!("embed-{}-", at + 1),
            title: self.embed_title(document, at, page),
            words: RefCell::default(),
            failure: RefCell::default(),
        };
        let (template, view) = if self.embedding() {
            ("embeds/link.html", View::new(&super::items::link(self, page)))
        } else {
            match page {
                PageRef::Question(question) => {
                    ("embeds/question.html", View::new(&ItemView::of_question(&inner, question)))
                }
                PageRef::Kit(kit) => ("embeds/kit.html", View::new(&task::kit(&inner, kit))),
                PageRef::Checklist(list) => {
                    ("embeds/checklist.html", View::new(&task::checklist(&inner, list)))
                }
                PageRef::Message(message) => {
                    ("embeds/message.html", View::new(&task::message(&inner, message)))
                }
                _ => ("embeds/link.html", View::new(&super::items::link(self, page))),
            }
        };
        let variables = vec![("site", self.site.clone()), ("item", view)];
        match self.material.theme.render(template, variables) {
            Ok(html) => {
                if let Some(failure) = inner.failure() {
                    self.failure.borrow_mut().get_or_insert(failure);
                }
                html
            }
            Err(failure) => {
                self.failure.borrow_mut().get_or_insert(failure);
                String::new()
            }
        }
    }

    /// What an embed is called: its title, with a number when the text has it again.
    fn embed_title(&self, document: &Document, at: usize, page: PageRef) -> String {
        let title = super::items::link(self, page).title;
        let same = |embed: &&Embed| self.library().embedded(embed) == Some(page);
        match document.embeds().iter().take(at).filter(same).count() {
            0 => title,
            before => format!("{title} ({})", before + 1),
        }
    }

    fn embedding(&self) -> bool {
        !self.ids.is_empty()
    }

    /// What templates see as `site` here.
    pub fn site(&self) -> View {
        self.site.clone()
    }

    /// The file a question stands in.
    pub fn file_of(&self, question: QuestionIx) -> &'s SourcePath {
        &self.library()[self.library()[question].bank].path
    }
}
