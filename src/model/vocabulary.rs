//! The words of the site: each list its own, else the built-in one.

use std::collections::HashMap;

use super::ids::WordIx;
use super::{Direction, diags};
use crate::base::{Seconds, Slug, SourcePath, Span};
use crate::diag::Diagnostic;
use crate::syntax::document::Document;
use crate::syntax::records::vocabulary as records;
use crate::syntax::{At, parsed};

/// One of the closed lists.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum List {
    /// What a question lets the asker see.
    Competency,
    /// What a question is about.
    Topic,
    /// What kind of question it is.
    Kind,
    /// For whom.
    Level,
    /// When in the process.
    Stage,
    /// Whom to talk to.
    Persona,
}

impl List {
    /// All lists.
    pub const ALL: [List; 6] =
        [List::Competency, List::Topic, List::Kind, List::Level, List::Stage, List::Persona];

    /// The name authors use.
    pub fn word(self) -> &'static str {
        match self {
            List::Competency => "competency",
            List::Topic => "topic",
            List::Kind => "kind",
            List::Level => "level",
            List::Stage => "stage",
            List::Persona => "persona",
        }
    }
}

/// A word.
#[derive(Clone, Debug)]
pub struct Word {
    /// Its id.
    pub id: Slug,
    /// What readers see.
    pub label: String,
    /// What it means.
    pub help: Option<Document>,
    /// Kinds: whose questions.
    pub direction: Option<Direction>,
    /// Kinds: time to think.
    pub think: Option<Seconds>,
    /// Kinds: time to answer.
    pub answer: Option<Seconds>,
    /// Personas: what they can tell.
    pub why: Option<Document>,
    /// Personas: where to find them.
    pub where_to_find: Option<Document>,
    /// Where its id is written; nowhere when the word is built in.
    pub span: Option<Span>,
}

/// All lists, each in its author's order.
#[derive(Debug)]
pub struct Vocabulary {
    lists: [Vec<Word>; 6],
    by_id: [HashMap<Slug, WordIx>; 6],
    /// Its file, if the site has one.
    path: Option<SourcePath>,
    /// Whether its file is broken: then an unknown word may be one that could not be read.
    incomplete: bool,
}

impl Vocabulary {
    /// The words of `said`, with the built-in words for each list it leaves out.
    pub(super) fn new(
        said: Option<(&SourcePath, &records::Vocabulary)>,
        incomplete: bool,
        problems: &mut Vec<Diagnostic>,
    ) -> Vocabulary {
        let (path, said) = (said.map(|(path, _)| path.clone()), said.map(|(_, said)| said));
        let built_in = parsed::built_in_vocabulary();
        let lists = List::ALL.map(|list| {
            let own = said.and_then(|said| pick(said, list));
            let is_own = own.is_some();
            let words = own.or_else(|| pick(&built_in, list)).map(Vec::as_slice).unwrap_or_default();
            let mut kept: Vec<Word> = Vec::new();
            for word in words {
                match words.iter().find(|first| first.id.value == word.id.value) {
                    Some(first) if first.id.span != word.id.span => {
                        problems.push(diags::duplicate_id(&word.id.value, word.id.span, first.id.span));
                    }
                    _ => kept.push(of(word, is_own.then_some(word.id.span))),
                }
            }
            kept
        });
        let numbered = |words: &Vec<Word>| {
            words.iter().enumerate().map(|(at, word)| (word.id.clone(), WordIx::new(at))).collect()
        };
        Vocabulary { by_id: lists.each_ref().map(numbered), lists, path, incomplete }
    }

    /// The words of a list.
    pub fn words(&self, list: List) -> &[Word] {
        &self.lists[list as usize]
    }

    /// Every Markdown text of the site's own words, with their file.
    pub fn documents(&self) -> impl Iterator<Item = (&SourcePath, &Document)> {
        let texts = self.lists.iter().flatten();
        let texts = texts.flat_map(|word| word.help.iter().chain(&word.why).chain(&word.where_to_find));
        self.path.iter().flat_map(move |path| texts.clone().map(move |text| (path, text)))
    }

    /// One word.
    pub fn word(&self, list: List, word: WordIx) -> &Word {
        &self.words(list)[word.at()]
    }

    /// The word of this id.
    pub fn find(&self, list: List, id: &Slug) -> Option<WordIx> {
        self.by_id[list as usize].get(id).copied()
    }

    /// The word that an author wrote; an unknown one is reported.
    pub(super) fn resolve(
        &self,
        list: List,
        id: &At<Slug>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<WordIx> {
        let found = self.find(list, &id.value);
        if found.is_none() && !self.incomplete {
            problems.push(diags::unknown_word(list, id, self.words(list)));
        }
        found
    }

    /// The words that an author wrote, each once.
    pub(super) fn resolve_all(
        &self,
        list: List,
        ids: &[At<Slug>],
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<WordIx> {
        let mut words: Vec<WordIx> = Vec::with_capacity(ids.len());
        for id in ids {
            if let Some(word) = self.resolve(list, id, problems)
                && !words.contains(&word)
            {
                words.push(word);
            }
        }
        words
    }
}

fn pick(said: &records::Vocabulary, list: List) -> Option<&Vec<records::Word>> {
    match list {
        List::Competency => said.competencies.as_ref(),
        List::Topic => said.topics.as_ref(),
        List::Kind => said.kinds.as_ref(),
        List::Level => said.levels.as_ref(),
        List::Stage => said.stages.as_ref(),
        List::Persona => said.personas.as_ref(),
    }
}

fn of(word: &records::Word, span: Option<Span>) -> Word {
    Word {
        id: word.id.value.clone(),
        label: word.label.as_str().to_owned(),
        help: word.help.clone(),
        direction: word.direction.map(Direction::from_word),
        think: word.think,
        answer: word.answer,
        why: word.why.clone(),
        where_to_find: word.where_to_find.clone(),
        span,
    }
}

impl Direction {
    pub(super) fn from_word(word: &str) -> Direction {
        if word == Direction::YouAsk.word() { Direction::YouAsk } else { Direction::YouAnswer }
    }
}
