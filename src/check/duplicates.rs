//! The same question twice on one page, or twice in one bank.
//!
//! Two questions are the same when their words are, case, punctuation and spaces left out, and their
//! choices too. Words are read once per question; pages are then compared by number.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::diags;
use crate::base::Span;
use crate::diag::Diagnostic;
use crate::model::{BankIx, Item, Library, QuestionIx, Scope};
use crate::syntax::document::Document;
use crate::syntax::records::question::Question;

pub(super) fn check(library: &Library, problems: &mut Vec<Diagnostic>) {
    let wordings = Wordings::of(library);
    let mut reported = BTreeSet::new();
    let mut page = |shown: &mut dyn Iterator<Item = Shown>| {
        let mut same: BTreeMap<usize, Vec<Shown>> = BTreeMap::new();
        for shown in shown.filter(|shown| wordings.uses.get(shown.wording) > Some(&1)) {
            same.entry(shown.wording).or_default().push(shown);
        }
        for questions in same.values() {
            problems.extend(twins(library, questions, &mut reported));
        }
    };
    // A bank is a page, and so is the list of everything for everyone.
    for bank in &library.banks {
        let listed = bank.questions.iter().filter(|question| library.is_listed(**question));
        page(&mut listed.map(|question| wordings.of_question(library, *question, bank.scope)));
    }
    let everyone = library.listed().filter(|question| library[*question].scopes.contains(&Scope::EVERYONE));
    page(&mut everyone.map(|question| wordings.of_question(library, question, Scope::EVERYONE)));
    for composed in &library.composed {
        page(&mut composed.items.iter().map(|item| wordings.of_item(library, item)));
    }
}

/// A question on a page: where it comes from, the number of its words there and their place.
#[derive(Clone, Copy)]
struct Shown {
    question: QuestionIx,
    from: Scope,
    wording: usize,
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

/// Which questions and adaptations have the same words: a number for each wording.
struct Wordings {
    questions: Vec<usize>,
    adapts: HashMap<(BankIx, usize), usize>,
    uses: Vec<usize>,
}

impl Wordings {
    fn of(library: &Library) -> Wordings {
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut uses = Vec::new();
        let mut number = |key: String| {
            let next = numbers.len();
            let number = *numbers.entry(key).or_insert(next);
            uses.resize(uses.len().max(number + 1), 0);
            uses[number] += 1;
            number
        };
        let questions = library.questions.iter().map(|question| {
            let said = question.said();
            said.text.as_ref().map_or(usize::MAX, |text| number(key(text, said)))
        });
        let questions: Vec<usize> = questions.collect();
        let mut adapts = HashMap::new();
        for item in library.composed.iter().flat_map(|page| &page.items) {
            for place in &item.adapts {
                if let Some(text) = &library.adapt(*place).text {
                    let said = library[item.question].said();
                    adapts.entry(*place).or_insert_with(|| number(key(text, said)));
                }
            }
        }
        Wordings { questions, adapts, uses }
    }

    fn of_question(&self, library: &Library, question: QuestionIx, from: Scope) -> Shown {
        let words = library[question].said().text.as_ref();
        let at = words.map_or(library[question].span, Document::span);
        Shown { question, from, wording: self.questions[question.at()], at }
    }

    /// The wording a page shows: that of the last adaptation that has one.
    fn of_item(&self, library: &Library, item: &Item) -> Shown {
        let own = self.of_question(library, item.question, item.from);
        let adapted = item.adapts.iter().rev().find_map(|place| {
            let text = library.adapt(*place).text.as_ref()?;
            Some(Shown { wording: *self.adapts.get(place)?, at: text.span(), ..own })
        });
        adapted.unwrap_or(own)
    }
}

/// The words and the choices, whatever their order.
fn key(text: &Document, said: &Question) -> String {
    let mut key = folded(text.plain());
    let mut choices: Vec<String> =
        said.choices.iter().flatten().map(|choice| folded(choice.text.plain())).collect();
    choices.sort_unstable();
    for choice in choices {
        key.push('\n');
        key.push_str(&choice);
    }
    key
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
