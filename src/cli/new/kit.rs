//! A new kit: questions by name, and a rule that draws from a bank.

use std::collections::BTreeMap;

use super::form::{Field, Form, Stop, Talk, anything, one_of};
use super::options::KitOptions;
use super::text::Lines;
use super::{Desk, Draft, Page, ids, path, titled};
use crate::model::{Library, Status};

/// How many questions a kit draws unless it is told: as many as fit twenty minutes.
const COUNT: usize = 5;

/// The range of `minutes`, as its record says.
const MINUTES: std::ops::RangeInclusive<u32> = 1..=480;

/// Asks for what is missing and writes a kit.
pub fn draft(desk: Desk<'_>, options: &KitOptions, talk: Option<Talk<'_>>) -> Result<Draft, Stop> {
    let library = desk.library;
    let mut form = Form::new("greenroom new kit", talk);
    let (questions, banks) = (questions(library), banks(library));
    if questions.is_empty() {
        let why = "there is no published question yet; write one first: greenroom new question --ready";
        return Err(Stop::Told(vec![why.to_owned()]));
    }
    let taken = ids::of_pages(library.kits.iter().map(|kit| (&kit.id, &kit.said.upkeep)));
    let ask = ("What is the kit called?", "Twenty minutes with an alum");
    let named = titled(&mut form, ask, &options.named, &taken);
    let picked = form.list("--question", &options.question, &one_of("published question", &questions));
    let names: Vec<String> = banks.keys().cloned().collect();
    let field = Field::word("--bank", "Which bank does it draw from?", &names);
    let known = one_of("bank with published questions", &names);
    let bank = match &options.bank {
        None if !options.question.is_empty() => None,
        given => form.needed(&field, given.as_deref(), &known),
    };
    let has = bank.as_ref().and_then(|bank| banks.get(bank)).copied().unwrap_or_default();
    let count = options.count.unwrap_or_else(|| COUNT.min(has));
    if bank.is_some() && !(1..=has).contains(&count) {
        form.refuse(format!(
            "`--count`: the bank has {has} published questions; draw at least one and at most all"
        ));
    }
    if let Some(minutes) = options.minutes.filter(|minutes| !MINUTES.contains(minutes)) {
        form.refuse(format!("`--minutes`: `{minutes}` is not from {} to {}", MINUTES.start(), MINUTES.end()));
    }
    let for_whom = form.optional("--for", options.for_whom.as_deref(), &anything);
    form.done()?;
    let Some((title, id)) = named else { return Err(Stop::Ended) };
    let mut lines = Lines::default();
    lines.line("# A selection for one occasion: questions by name, and rules that draw some.");
    lines.key("title", &title).key_or("for", for_whom.as_deref(), "\"A first informational interview\"");
    match options.minutes {
        Some(minutes) => lines.line(&format!("minutes = {minutes}")),
        None => lines.line("# minutes = 20"),
    };
    lines.line("# intro = \"What to know before using it.\"").reviewed(desk.today);
    lines.line("").line("# [print]").line("# note_lines = 3");
    for question in &picked {
        lines.line("").line("[[pick]]").key("question", question);
    }
    if let Some(bank) = bank {
        lines.line("").line("[[pick]]").key("bank", &bank).line("# priority = \"must\"");
        lines.line(&format!("count = {count}"));
    }
    Ok(Draft {
        path: path(&format!("content/kits/{id}.toml")),
        text: lines.text(),
        page: Page::File,
        next: "each `[[pick]]` names a question or draws some; `greenroom explain pick` lists its keys"
            .to_owned(),
    })
}

/// The full names of the questions a kit may hold.
fn questions(library: &Library) -> Vec<String> {
    let ready = library.questions.iter().filter(|question| question.status == Status::Ready);
    ready.map(|question| question.name.to_string()).collect()
}

/// The banks with questions a kit may draw, and how many.
fn banks(library: &Library) -> BTreeMap<String, usize> {
    let mut banks = BTreeMap::new();
    for question in library.questions.iter().filter(|question| question.status == Status::Ready) {
        *banks.entry(question.name.bank.to_string()).or_default() += 1;
    }
    banks
}
