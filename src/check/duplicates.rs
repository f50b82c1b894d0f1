//! The same question twice on one page, or twice in one bank.
//!
//! Two questions are the same when their words are, case, punctuation and spaces left out, and their
//! choices too. Words are read once per file, as hashes; pages are only looked at when two are the same.

use std::collections::{BTreeMap, BTreeSet};

use super::diags;
use crate::base::{ContentHash, Span};
use crate::diag::Diagnostic;
use crate::model::{BankIx, Item, Library, QuestionIx, Scope};
use crate::syntax::document::Document;
use crate::syntax::records::bank;
use crate::syntax::records::question::Question;

pub(super) fn check(library: &Library, banks: &[&Wordings], problems: &mut Vec<Diagnostic>) {
    let words = Words::of(library, banks);
    if words.repeated.is_empty() {
        return;
    }
    let mut reported = BTreeSet::new();
    let mut page = |shown: &mut dyn Iterator<Item = Shown>| {
        let mut same: BTreeMap<Wording, Vec<Shown>> = BTreeMap::new();
        for shown in shown.filter(|shown| words.repeated.contains(&shown.wording)) {
            same.entry(shown.wording).or_default().push(shown);
        }
        for questions in same.values() {
            problems.extend(twins(library, questions, &mut reported));
        }
    };
    // A bank is a page, and so is the list of everything for everyone.
    for bank in &library.banks {
        let listed = bank.questions.iter().filter(|question| library.is_listed(**question));
        page(&mut listed.filter_map(|question| words.of_question(library, *question, bank.scope)));
    }
    let everyone = library.listed().filter(|question| library[*question].scopes.contains(&Scope::EVERYONE));
    page(&mut everyone.filter_map(|question| words.of_question(library, question, Scope::EVERYONE)));
    for composed in library.composed.iter() {
        page(&mut composed.items.iter().filter_map(|item| words.of_item(library, item)));
    }
}

/// A question on a page: where it comes from, its words there and their place.
#[derive(Clone, Copy)]
struct Shown {
    question: QuestionIx,
    from: Scope,
    wording: Wording,
    at: Span,
}

/// Each question but the broadest, with the broadest; pairs that were reported for another page are left out.
fn twins(
    library: &Library,
    questions: &[Shown],
    reported: &mut BTreeSet<(QuestionIx, QuestionIx)>,
) -> Vec<Diagnostic> {
    let depth = |from: Scope| usize::from(from.role.is_some()) + usize::from(from.industry.is_some());
    let broadest = questions.iter().min_by_key(|shown| (depth(shown.from), shown.question));
    let Some(first) = broadest else { return Vec::new() };
    let mut found = Vec::new();
    // Two questions with one id were reported as that.
    let name = |shown: &Shown| &library[shown.question].name;
    for other in questions.iter().filter(|other| name(other) != name(first)) {
        let pair = (other.question.min(first.question), other.question.max(first.question));
        if reported.insert(pair) {
            let narrower = depth(other.from) > depth(first.from);
            let of = |shown: &Shown| (&library[shown.question], shown.at);
            found.push(diags::duplicate_question(of(other), of(first), narrower));
        }
    }
    found
}

/// The words of a text and those of its choices, as the starts of two hashes: of a million wordings two are
/// taken for one with probability 3·10⁻⁸.
type Wording = (u64, u64);

/// The wordings of a bank's file: of its questions, and the words of its adaptations.
#[derive(Clone, Default, Debug)]
pub struct Wordings {
    questions: Box<[Option<Wording>]>,
    adapts: Box<[Option<u64>]>,
}

impl Wordings {
    /// Reads what a bank says.
    pub fn of(bank: &bank::Bank) -> Wordings {
        let wording = |said: &Question| Some((words(said.text.as_ref()?), choices(said)));
        Wordings {
            questions: bank.questions.iter().map(wording).collect(),
            adapts: bank.adapts.iter().map(|adapt| adapt.text.as_ref().map(words)).collect(),
        }
    }
}

fn words(text: &Document) -> u64 {
    ContentHash::of(folded(text.plain()).as_bytes()).prefix()
}

/// The choices, whatever their order.
fn choices(said: &Question) -> u64 {
    let mut choices: Vec<String> =
        said.choices.iter().flatten().map(|choice| folded(choice.text.plain())).collect();
    if choices.is_empty() {
        return 0;
    }
    choices.sort_unstable();
    ContentHash::of(choices.join("\n").as_bytes()).prefix()
}

/// The wordings of a whole library.
struct Words<'w> {
    banks: &'w [&'w Wordings],
    questions: Vec<Option<Wording>>,
    /// Wordings that stand in more than one place.
    repeated: BTreeSet<Wording>,
}

impl Words<'_> {
    fn of<'w>(library: &Library, banks: &'w [&'w Wordings]) -> Words<'w> {
        let questions: Vec<_> = banks.iter().flat_map(|bank| bank.questions.iter().copied()).collect();
        let mut words = Words { banks, questions, repeated: BTreeSet::new() };
        let adapted = library.adaptations().filter_map(|(question, adapt)| words.adapted(question, adapt));
        let mut all: Vec<Wording> = words.questions.iter().copied().flatten().chain(adapted).collect();
        all.sort_unstable();
        let twice = all.windows(2).filter(|pair| pair[0] == pair[1]);
        words.repeated = twice.map(|pair| pair[0]).collect();
        words
    }

    /// The words of an adaptation with the choices of the question.
    fn adapted(&self, question: QuestionIx, (bank, place): (BankIx, usize)) -> Option<Wording> {
        let choices = self.questions[question.at()].map_or(0, |(_, choices)| choices);
        Some((self.banks[bank.at()].adapts[place]?, choices))
    }

    fn of_question(&self, library: &Library, question: QuestionIx, from: Scope) -> Option<Shown> {
        let at = library[question].said().text.as_ref()?.span();
        Some(Shown { question, from, wording: self.questions[question.at()]?, at })
    }

    /// The wording a page shows: that of the last adaptation that has one.
    fn of_item(&self, library: &Library, item: &Item) -> Option<Shown> {
        let adapted = item.adapts.iter().rev().find_map(|place| {
            let at = library.adapt(*place).text.as_ref()?.span();
            let wording = self.adapted(item.question, *place)?;
            Some(Shown { question: item.question, from: item.from, wording, at })
        });
        adapted.or_else(|| self.of_question(library, item.question, item.from))
    }
}

/// Words in lower case with single spaces between them.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split(|c: char| !c.is_alphanumeric() && !is_apostrophe(c)) {
        if word.is_empty() {
            continue;
        }
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().filter(|c| !is_apostrophe(*c)).flat_map(char::to_lowercase));
    }
    folded
}

/// Straight or curly, it is part of its word.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}
