//! What is known of each thing that `list` lists: one record for each kind of thing.
//!
//! The records are the JSON format and, cell by cell, the CSV format; a table shows some of their columns. A key may
//! be added; one is renamed or removed only under the next version.

use serde::Serialize;

/// What was found.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Listed {
    /// Questions, in the order of the library.
    Questions(Vec<QuestionRow>),
    /// Banks, by id.
    Banks(Vec<BankRow>),
    /// Guides, in reading order, drafts last.
    Guides(Vec<GuideRow>),
    /// Roles, by id.
    Roles(Vec<PlaceRow>),
    /// Industries, by id.
    Industries(Vec<PlaceRow>),
    /// Messages, by id.
    Messages(Vec<PageRow>),
    /// Checklists, by id.
    Checklists(Vec<PageRow>),
    /// Kits, by id.
    Kits(Vec<KitRow>),
    /// Words, by list, in the author's order.
    Words(Vec<WordRow>),
}

impl Listed {
    /// How many.
    pub fn len(&self) -> usize {
        match self {
            Listed::Questions(rows) => rows.len(),
            Listed::Banks(rows) => rows.len(),
            Listed::Guides(rows) => rows.len(),
            Listed::Roles(rows) | Listed::Industries(rows) => rows.len(),
            Listed::Messages(rows) | Listed::Checklists(rows) => rows.len(),
            Listed::Kits(rows) => rows.len(),
            Listed::Words(rows) => rows.len(),
        }
    }
}

/// A record as cells.
pub trait Row {
    /// The names of all cells: the header of CSV.
    const COLUMNS: &'static [&'static str];
    /// The columns of a table.
    const TABLE: &'static [&'static str];
    /// All cells as text.
    fn cells(&self) -> Vec<String>;
}

/// A value as the text of a cell.
trait Cell {
    fn cell(&self) -> String;
}

impl Cell for String {
    fn cell(&self) -> String {
        self.clone()
    }
}

impl Cell for &'static str {
    fn cell(&self) -> String {
        (*self).to_owned()
    }
}

impl Cell for usize {
    fn cell(&self) -> String {
        self.to_string()
    }
}

/// Whether a review is overdue; the cell says so in a word.
#[derive(Serialize)]
pub struct Due(pub bool);

impl Cell for Due {
    fn cell(&self) -> String {
        if self.0 { "due".to_owned() } else { String::new() }
    }
}

impl<T: Cell> Cell for Option<T> {
    fn cell(&self) -> String {
        self.as_ref().map_or_else(String::new, Cell::cell)
    }
}

impl Cell for Vec<String> {
    fn cell(&self) -> String {
        self.join("; ")
    }
}

macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident shows [$($shown:literal)*] {
        $($(#[$field_doc:meta])* $field:ident: $type:ty,)*
    })*) => {
        $(
            $(#[$doc])*
            #[derive(Serialize)]
            pub struct $name {
                $($(#[$field_doc])* pub $field: $type,)*
            }

            impl Row for $name {
                const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),*];
                const TABLE: &'static [&'static str] = &[$($shown),*];

                fn cells(&self) -> Vec<String> {
                    vec![$(self.$field.cell()),*]
                }
            }
        )*
    };
}

rows! {
    /// A question.
    QuestionRow shows ["id" "kind" "priority" "status" "due" "text"] {
        /// Its full id.
        id: String,
        /// Its words, without markup.
        text: String,
        /// `you-ask` or `you-answer`.
        direction: &'static str,
        /// Whom it is for: `Everyone`, roles, industries.
        audience: Vec<String>,
        /// Its kind.
        kind: Option<String>,
        /// Its topic.
        topic: Option<String>,
        /// Its stages.
        stages: Vec<String>,
        /// Its levels.
        levels: Vec<String>,
        /// Its competencies.
        competencies: Vec<String>,
        /// Its tags.
        tags: Vec<String>,
        /// `must`, `should` or `nice`.
        priority: &'static str,
        /// `draft`, `ready` or `retired`.
        status: &'static str,
        /// `YYYY-MM-DD`.
        reviewed: Option<String>,
        /// Whether its review is overdue.
        due: Due,
        /// Its file.
        file: String,
        /// The line of its id, from 1.
        line: Option<usize>,
    }

    /// A bank.
    BankRow shows ["id" "direction" "audience" "questions" "title"] {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// `you-ask` or `you-answer`.
        direction: &'static str,
        /// Whom it is for.
        audience: String,
        /// How many of its questions stand in lists.
        questions: usize,
        /// Who keeps it.
        owner: Option<String>,
        /// Its file.
        file: String,
        /// The first line of what it says.
        line: Option<usize>,
    }

    /// A guide.
    GuideRow shows ["id" "phase" "status" "reviewed" "due" "title"] {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// When in the process it helps.
        phase: Option<&'static str>,
        /// Roles whose pages show it.
        roles: Vec<String>,
        /// Industries whose pages show it.
        industries: Vec<String>,
        /// `draft` or `ready`.
        status: &'static str,
        /// `YYYY-MM-DD`.
        reviewed: Option<String>,
        /// Whether its review is overdue.
        due: Due,
        /// Its file.
        file: String,
        /// The first line of what it says.
        line: Option<usize>,
    }

    /// A role or an industry.
    PlaceRow shows ["id" "parent" "questions" "reviewed" "due" "title"] {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// The broader role or industry.
        parent: Option<String>,
        /// How many questions its page shows.
        questions: usize,
        /// Roles of an industry, or industries of a role, that it has a page with.
        crossings: Vec<String>,
        /// `YYYY-MM-DD`.
        reviewed: Option<String>,
        /// Whether its review is overdue.
        due: Due,
        /// Its file.
        file: String,
        /// The first line of what it says.
        line: Option<usize>,
    }

    /// A message or a checklist.
    PageRow shows ["id" "purpose" "reviewed" "due" "title"] {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// A message's channel and purpose, or a checklist's moment.
        purpose: Vec<String>,
        /// `YYYY-MM-DD`.
        reviewed: Option<String>,
        /// Whether its review is overdue.
        due: Due,
        /// Its file.
        file: String,
        /// The first line of what it says.
        line: Option<usize>,
    }

    /// A kit.
    KitRow shows ["id" "minutes" "questions" "reviewed" "due" "title"] {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// For whom it is.
        audience: Option<String>,
        /// How long the conversation lasts.
        minutes: Option<usize>,
        /// How many questions it has.
        questions: usize,
        /// `YYYY-MM-DD`.
        reviewed: Option<String>,
        /// Whether its review is overdue.
        due: Due,
        /// Its file.
        file: String,
        /// The first line of what it says.
        line: Option<usize>,
    }

    /// A word of the vocabulary.
    WordRow shows ["list" "id" "direction" "questions" "label"] {
        /// The list it stands in.
        list: &'static str,
        /// Its id.
        id: String,
        /// What readers see.
        label: String,
        /// A kind's direction.
        direction: Option<&'static str>,
        /// How many listed questions have it.
        questions: usize,
        /// Its file; nothing when it is built in.
        file: Option<String>,
        /// The line of its id, from 1.
        line: Option<usize>,
    }
}
