//! The things of a library: each with its id, its file, what its author wrote and what that refers to.

use std::sync::Arc;

use super::ids::{BankIx, IndustryIx, QuestionIx, QuestionName, RoleIx, WordIx};
use super::scope::Scope;
use super::vocabulary::List;
use crate::base::{FileId, Seconds, Slug, SourcePath, Span};
use crate::syntax::Text;
use crate::syntax::records;

/// Who asks: the one idea of the content model.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Direction {
    /// The student asks: informational interviews, questions for the employer.
    YouAsk,
    /// The student is asked: job interviews.
    YouAnswer,
}

impl Direction {
    /// The word authors write.
    pub fn word(self) -> &'static str {
        match self {
            Direction::YouAsk => "you-ask",
            Direction::YouAnswer => "you-answer",
        }
    }
}

/// How much a question matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Priority {
    /// Prepare this one.
    Must,
    /// Worth preparing; also what a question is that does not say.
    Should,
    /// If there is time.
    Nice,
}

impl Priority {
    /// The priority an author's word means; an unknown one was reported.
    pub(super) fn from_word(word: &str) -> Priority {
        match word {
            "must" => Priority::Must,
            "nice" => Priority::Nice,
            _ => Priority::Should,
        }
    }

    /// The word authors write.
    pub fn word(self) -> &'static str {
        match self {
            Priority::Must => "must",
            Priority::Should => "should",
            Priority::Nice => "nice",
        }
    }
}

/// Whether a question is published.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Status {
    /// Only in previews.
    Draft,
    /// Published.
    Ready,
    /// Keeps its page, with a note; in no list.
    Retired,
}

/// A bank.
#[derive(Debug)]
pub struct Bank {
    /// Its id.
    pub id: Slug,
    /// Its file.
    pub path: SourcePath,
    /// Its file in spans.
    pub file: FileId,
    /// Who asks.
    pub direction: Direction,
    /// Whose questions it holds.
    pub scope: Scope,
    /// What the author wrote.
    pub said: Arc<records::bank::Bank>,
    /// Its questions, in the author's order.
    pub questions: Vec<QuestionIx>,
}

impl Bank {
    /// Its title; a bank without one does not reach a page.
    pub fn title(&self) -> &str {
        self.said.title.as_ref().map_or(self.id.as_str(), Text::as_str)
    }
}

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its bank.
    pub bank: BankIx,
    /// Its full id.
    pub name: QuestionName,
    pub(super) said: Arc<records::bank::Bank>,
    pub(super) place: usize,
    /// Its id in its file.
    pub span: Span,
    /// Who asks.
    pub direction: Direction,
    /// Whom it is for; several when it is narrowed to several roles or industries.
    pub scopes: Vec<Scope>,
    /// Its kind; a question without one does not reach a page.
    pub kind: Option<WordIx>,
    /// Its topic.
    pub topic: Option<WordIx>,
    /// When it is asked.
    pub stages: Vec<WordIx>,
    /// For whom.
    pub levels: Vec<WordIx>,
    /// What it lets the asker see.
    pub competencies: Vec<WordIx>,
    /// How much it matters.
    pub priority: Priority,
    /// Whether it is published.
    pub status: Status,
    /// Time to think: its own, else its kind's.
    pub think: Option<Seconds>,
    /// Time to answer: its own, else its kind's.
    pub answer: Option<Seconds>,
    /// Former names.
    pub aliases: Vec<QuestionName>,
    /// The question that took its place.
    pub replaced_by: Option<QuestionIx>,
    /// Questions worth reading next.
    pub related: Vec<QuestionIx>,
}

impl Question {
    /// What the author wrote, the bank's defaults filled in.
    pub fn said(&self) -> &records::question::Question {
        &self.said.questions[self.place]
    }

    /// What `greenroom.lock` keeps of it: its words, then its choices.
    pub fn locked_words(&self) -> Vec<String> {
        let choices = self.said().choices.iter().flatten().map(|choice| choice.text.plain().to_owned());
        std::iter::once(self.text().to_owned()).chain(choices).collect()
    }

    /// Its words of one list of the vocabulary.
    pub fn words(&self, list: List) -> &[WordIx] {
        match list {
            List::Kind => self.kind.as_slice(),
            List::Topic => self.topic.as_slice(),
            List::Competency => &self.competencies,
            List::Stage => &self.stages,
            List::Level => &self.levels,
            List::Persona => &[],
        }
    }

    /// Its words, without markup.
    pub fn text(&self) -> &str {
        self.said().text.as_ref().map_or("", |text| text.plain())
    }
}

/// A role.
#[derive(Debug)]
pub struct Role {
    /// Its id.
    pub id: Slug,
    /// Its file.
    pub path: SourcePath,
    /// What the author wrote.
    pub said: Arc<records::place::Role>,
    /// Its family, nearest first.
    pub ancestors: Vec<RoleIx>,
    /// Industries it is found in.
    pub industries: Vec<IndustryIx>,
    /// What it asks for.
    pub competencies: Vec<WordIx>,
    /// Whom to ask about it.
    pub talk_to: Vec<WordIx>,
    /// How hiring usually goes.
    pub stages: Vec<WordIx>,
}

impl Role {
    /// What it is called.
    pub fn title(&self) -> &str {
        self.said.title.as_ref().map_or(self.id.as_str(), Text::as_str)
    }
}

/// An industry.
#[derive(Debug)]
pub struct Industry {
    /// Its id.
    pub id: Slug,
    /// Its file.
    pub path: SourcePath,
    /// What the author wrote.
    pub said: Arc<records::place::Industry>,
    /// Its parents, nearest first.
    pub ancestors: Vec<IndustryIx>,
}

impl Industry {
    /// What it is called.
    pub fn title(&self) -> &str {
        self.said.title.as_ref().map_or(self.id.as_str(), Text::as_str)
    }
}

/// A guide.
#[derive(Debug)]
pub struct Guide {
    /// Its id: the stem of its file.
    pub id: Slug,
    /// Its file.
    pub path: SourcePath,
    /// What the author wrote.
    pub said: Arc<records::guide::Guide>,
    /// Roles that show it.
    pub roles: Vec<RoleIx>,
    /// Industries that show it.
    pub industries: Vec<IndustryIx>,
}

impl Guide {
    /// Its title: from the front matter, else the text's own.
    pub fn title(&self) -> &str {
        let own = || self.said.body.title().map_or(self.id.as_str(), |heading| &heading.text);
        self.said.title.as_ref().map_or_else(own, Text::as_str)
    }

    /// Whether it is shown only in previews.
    pub fn is_draft(&self) -> bool {
        self.said.draft.is_some_and(|draft| draft.value)
    }
}

/// A message.
#[derive(Debug)]
pub struct Message {
    /// Its id: the stem of its file.
    pub id: Slug,
    /// Its file.
    pub path: SourcePath,
    /// What the author wrote.
    pub said: Arc<records::task::Message>,
}

impl Message {
    /// What it is called.
    pub fn title(&self) -> &str {
        self.said.title.as_ref().map_or(self.id.as_str(), Text::as_str)
    }
}

/// A checklist.
#[derive(Debug)]
pub struct Checklist {
    /// Its id: the stem of its file.
    pub id: Slug,
    /// Its file.
    pub path: SourcePath,
    /// What the author wrote.
    pub said: Arc<records::task::Checklist>,
}

impl Checklist {
    /// What it is called.
    pub fn title(&self) -> &str {
        self.said.title.as_ref().map_or(self.id.as_str(), Text::as_str)
    }
}

/// A kit.
#[derive(Debug)]
pub struct Kit {
    /// Its id: the stem of its file.
    pub id: Slug,
    /// Its file.
    pub path: SourcePath,
    /// What the author wrote.
    pub said: Arc<records::kit::Kit>,
    /// Its questions, picked and drawn, each once.
    pub questions: Vec<QuestionIx>,
}

impl Kit {
    /// What it is called.
    pub fn title(&self) -> &str {
        self.said.title.as_ref().map_or(self.id.as_str(), Text::as_str)
    }
}
