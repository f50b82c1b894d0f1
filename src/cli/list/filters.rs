//! The filters of `list` as a person writes them, and what is wrong with them.

use clap::Args;

use super::What;
use crate::cli::unknown::unknown;

/// What a person asks for; nothing asked for means all.
#[derive(Args, Debug)]
#[command(next_help_heading = "Filters")]
pub struct Filters {
    /// What the page of this role shows
    #[arg(long, value_name = "ROLE", value_delimiter = ',')]
    pub role: Vec<String>,
    /// What the page of this industry shows
    #[arg(long, value_name = "INDUSTRY", value_delimiter = ',')]
    pub industry: Vec<String>,
    /// Questions of this kind
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    pub kind: Vec<String>,
    /// That ask for this competency
    #[arg(long, value_name = "COMPETENCY", value_delimiter = ',')]
    pub competency: Vec<String>,
    /// Questions about this topic
    #[arg(long, value_name = "TOPIC", value_delimiter = ',')]
    pub topic: Vec<String>,
    /// That are asked, or hired, in this stage
    #[arg(long, value_name = "STAGE", value_delimiter = ',')]
    pub stage: Vec<String>,
    /// Questions for this level
    #[arg(long, value_name = "LEVEL", value_delimiter = ',')]
    pub level: Vec<String>,
    /// Questions with this tag
    #[arg(long, value_name = "TAG", value_delimiter = ',')]
    pub tag: Vec<String>,
    /// Who asks: you-ask or you-answer
    #[arg(long, value_name = "DIRECTION", value_delimiter = ',')]
    pub direction: Vec<String>,
    /// Questions of this bank
    #[arg(long, value_name = "BANK", value_delimiter = ',')]
    pub bank: Vec<String>,
    /// must, should or nice
    #[arg(long, value_name = "PRIORITY", value_delimiter = ',')]
    pub priority: Vec<String>,
    /// draft, ready, retired or all; only what is ready when left out
    #[arg(long, value_name = "STATUS", value_delimiter = ',')]
    pub status: Vec<String>,
    /// Due for review: reviewed longer ago than `review_every`
    #[arg(long)]
    pub stale: bool,
    /// That have all these words in their id or text
    #[arg(long, value_name = "WORDS")]
    pub search: Option<String>,
}

impl What {
    /// The filters that mean something for it.
    pub fn filters(self) -> &'static [&'static str] {
        match self {
            What::Questions => &[
                "role",
                "industry",
                "kind",
                "competency",
                "topic",
                "stage",
                "level",
                "tag",
                "direction",
                "bank",
                "priority",
                "status",
                "stale",
                "search",
            ],
            What::Banks => &["role", "industry", "direction", "search"],
            What::Guides => &["role", "industry", "status", "stale", "search"],
            What::Roles => &["industry", "competency", "stage", "stale", "search"],
            What::Industries | What::Messages | What::Checklists | What::Kits => &["stale", "search"],
            What::Words => &["direction", "search"],
        }
    }
}

/// The filters that say nothing about what is listed.
pub fn misfits(what: What, filters: &Filters) -> Vec<String> {
    let used = [
        ("role", !filters.role.is_empty()),
        ("industry", !filters.industry.is_empty()),
        ("kind", !filters.kind.is_empty()),
        ("competency", !filters.competency.is_empty()),
        ("topic", !filters.topic.is_empty()),
        ("stage", !filters.stage.is_empty()),
        ("level", !filters.level.is_empty()),
        ("tag", !filters.tag.is_empty()),
        ("direction", !filters.direction.is_empty()),
        ("bank", !filters.bank.is_empty()),
        ("priority", !filters.priority.is_empty()),
        ("status", !filters.status.is_empty()),
        ("stale", filters.stale),
        ("search", filters.search.is_some()),
    ];
    let (_, name) = what.words();
    let fits = what.filters().iter().map(|filter| format!("`--{filter}`")).collect::<Vec<_>>().join(", ");
    let misfit = |(filter, used): &(&str, bool)| *used && !what.filters().contains(filter);
    let message = |(filter, _)| format!("`--{filter}` says nothing about {name}; what does: {fits}");
    used.into_iter().filter(misfit).map(message).collect()
}

/// Names as people write them, and what is wrong with them.
#[derive(Debug)]
pub struct Asked {
    /// The messages so far.
    pub mistakes: Vec<String>,
}

impl Asked {
    /// The names among the known ones, each as what it means.
    pub fn all<'k, T>(
        &mut self,
        what: &str,
        names: &[String],
        known: impl Iterator<Item = (&'k str, T)> + Clone,
    ) -> Vec<T> {
        let mut found = Vec::with_capacity(names.len());
        for name in names {
            match known.clone().find(|(word, _)| word == name) {
                Some((_, meant)) => found.push(meant),
                None => self.mistakes.push(unknown(what, name, known.clone().map(|(word, _)| word))),
            }
        }
        found
    }
}
