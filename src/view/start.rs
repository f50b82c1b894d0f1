//! What the page of a role or an industry starts with: its essential questions, those to answer by stage.
//!
//! The whole list stands further down the page; nothing is chosen here that is not in it.

use std::collections::BTreeSet;

use serde::Serialize;

use super::items::{ItemView, WordView};
use super::sheet::Sheet;
use crate::model::{Direction, Item, List, PageIx, Priority, WordIx};

/// A stage of hiring and what is asked in it.
#[derive(Clone, Serialize, Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct StepView {
    /// The stage.
    pub stage: WordView,
    /// Its first essential questions.
    pub items: Vec<ItemView>,
}

/// How many questions to ask a page starts with.
const ASK: usize = 5;
/// How many of one stage.
const PER_STAGE: usize = 3;

/// The first essential questions to ask.
pub fn ask(sheet: &Sheet<'_>, ix: PageIx) -> Vec<ItemView> {
    essential(sheet, ix, Direction::YouAsk).take(ASK).map(|item| row(sheet, ix, item)).collect()
}

/// The first essential questions to answer at each of these stages, a question at the first that asks it.
pub fn steps(sheet: &Sheet<'_>, ix: PageIx, stages: &[WordIx]) -> Vec<StepView> {
    let mut seen = BTreeSet::new();
    let mut step = |stage: &WordIx| {
        let asked: Vec<&Item> = essential(sheet, ix, Direction::YouAnswer)
            .filter(|item| sheet.library()[item.question].stages.contains(stage))
            .filter(|item| !seen.contains(&item.question))
            .take(PER_STAGE)
            .collect();
        seen.extend(asked.iter().map(|item| item.question));
        let items: Vec<ItemView> = asked.into_iter().map(|item| row(sheet, ix, item)).collect();
        (!items.is_empty()).then(|| StepView { stage: WordView::new(sheet, List::Stage, *stage), items })
    };
    stages.iter().filter_map(&mut step).collect()
}

/// The essential questions of a page in one direction.
fn essential<'s>(sheet: &Sheet<'s>, ix: PageIx, direction: Direction) -> impl Iterator<Item = &'s Item> {
    let library = sheet.library();
    library[ix].items.iter().filter(move |item| {
        let question = &library[item.question];
        question.direction == direction && question.priority == Priority::Must
    })
}

fn row(sheet: &Sheet<'_>, ix: PageIx, item: &Item) -> ItemView {
    ItemView::of_item(sheet, &sheet.library()[ix], item)
}
