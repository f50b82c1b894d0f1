//! `data/v1/`: the questions as JSON, for student tools and other programs.
//!
//! `index.json` lists roles, industries, banks and words; a bank's file holds its questions as plain text; the
//! file of a role, an industry or a role in an industry holds the names of its questions in order, with what
//! is adapted there. Addresses are relative to the site's root. A field is added freely; a change of meaning
//! makes `v2`.

use serde::Serialize;

use crate::model::{BankIx, Library, List, PageIx, PageRef, QuestionIx, Status, WordIx};
use crate::plan::{Plan, Routes, called};
use crate::syntax::Document;
use crate::syntax::records::bank::AdaptList;
use crate::theme::Phrases;

/// The version of these files.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Index<'l> {
    version: u32,
    title: &'l str,
    language: &'l str,
    country: &'l str,
    banks: Vec<Entry<'l>>,
    pages: Vec<PageEntry>,
    words: Words<'l>,
}

#[derive(Serialize)]
struct Entry<'l> {
    id: &'l str,
    title: &'l str,
    direction: &'static str,
    audience: String,
    questions: usize,
    data: String,
    url: String,
}

#[derive(Serialize)]
struct PageEntry {
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    industry: Option<String>,
    title: String,
    questions: usize,
    data: String,
    url: String,
}

#[derive(Serialize)]
struct Words<'l> {
    kinds: Vec<WordEntry<'l>>,
    topics: Vec<WordEntry<'l>>,
    competencies: Vec<WordEntry<'l>>,
    stages: Vec<WordEntry<'l>>,
    levels: Vec<WordEntry<'l>>,
}

#[derive(Serialize)]
struct WordEntry<'l> {
    id: &'l str,
    label: String,
}

#[derive(Serialize)]
struct BankFile<'l> {
    version: u32,
    id: &'l str,
    title: &'l str,
    direction: &'static str,
    questions: Vec<Question<'l>>,
}

#[derive(Serialize)]
struct Question<'l> {
    name: String,
    url: String,
    text: &'l str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also_asked_as: Vec<&'l str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'l str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    stages: Vec<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    levels: Vec<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    competencies: Vec<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    difficulty: Option<&'static str>,
    priority: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cover: Vec<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    avoid: Vec<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    listen_for: Vec<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    watch_for: Vec<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    prompts: Vec<(&'static str, &'l str)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hints: Vec<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    follow_ups: Vec<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    choices: Vec<Choice<'l>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    think: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<u32>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    researchable: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    improper: Option<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    respond: Vec<&'l str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewed: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    retired: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    replaced_by: Option<String>,
}

#[derive(Serialize)]
struct Choice<'l> {
    text: &'l str,
    correct: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    feedback: Option<&'l str>,
}

#[derive(Serialize)]
struct PageFile<'l> {
    version: u32,
    title: String,
    questions: Vec<PageQuestion<'l>>,
}

#[derive(Serialize)]
struct PageQuestion<'l> {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'l str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cover_add: Vec<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    avoid_add: Vec<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    listen_for_add: Vec<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    watch_for_add: Vec<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    follow_ups_add: Vec<&'l str>,
}

/// `index.json`.
pub fn index(library: &Library, plan: &Plan, phrases: &Phrases) -> Vec<u8> {
    let bank = |at: usize| {
        let bank = &library.banks[at];
        Entry {
            id: bank.id.as_str(),
            title: bank.title(),
            direction: bank.direction.word(),
            audience: called::scope(library, phrases, bank.scope),
            questions: bank.questions.iter().filter(|ix| library.is_listed(**ix)).count(),
            data: Routes::bank_data(&bank.id).address(),
            url: plan.routes.page(PageRef::Bank(BankIx::new(at))).address(),
        }
    };
    let page = |at: usize| {
        let page = &library.composed[at];
        PageEntry {
            role: page.scope.role.map(|role| library[role].id.to_string()),
            industry: page.scope.industry.map(|industry| library[industry].id.to_string()),
            title: called::scope(library, phrases, page.scope),
            questions: page.items.len(),
            data: Routes::data(library, page.scope).address(),
            url: plan.routes.composed(PageIx::new(at)).address(),
        }
    };
    let words = |list| {
        let words = library.vocabulary.words(list).iter().enumerate();
        let label = |at| called::word(library, phrases, list, WordIx::new(at));
        words.map(|(at, word)| WordEntry { id: word.id.as_str(), label: label(at) }).collect()
    };
    json(&Index {
        version: VERSION,
        title: &library.site.title,
        language: &library.site.language,
        country: &library.site.country,
        banks: (0..library.banks.len()).map(bank).collect(),
        pages: (0..library.composed.len()).map(page).collect(),
        words: Words {
            kinds: words(List::Kind),
            topics: words(List::Topic),
            competencies: words(List::Competency),
            stages: words(List::Stage),
            levels: words(List::Level),
        },
    })
}

/// A bank's file. A retired question is there, so that saved progress can say what became of it.
pub fn bank(library: &Library, plan: &Plan, ix: BankIx) -> Vec<u8> {
    let bank = &library[ix];
    let published = bank.questions.iter().filter(|ix| library.is_published(**ix));
    json(&BankFile {
        version: VERSION,
        id: bank.id.as_str(),
        title: bank.title(),
        direction: bank.direction.word(),
        questions: published.map(|ix| question(library, plan, *ix)).collect(),
    })
}

/// The file of a role, an industry or a role in an industry.
pub fn page(library: &Library, phrases: &Phrases, ix: PageIx) -> Vec<u8> {
    let page = &library[ix];
    let item = |item: &crate::model::Item| {
        let adapts = || item.adapts.iter().map(|adapting| library.adapt(*adapting));
        let list = |wanted: AdaptList| {
            let lists = adapts().flat_map(|adapt| &adapt.add).filter(|(list, _)| *list == wanted);
            lists.flat_map(|(_, entries)| entries).map(Document::plain).collect()
        };
        PageQuestion {
            name: library[item.question].name.to_string(),
            text: adapts().filter_map(|adapt| adapt.text.as_ref()).next_back().map(Document::plain),
            why: adapts().filter_map(|adapt| adapt.why.as_ref()).next_back().map(Document::plain),
            cover_add: list(AdaptList::Cover),
            avoid_add: list(AdaptList::Avoid),
            listen_for_add: list(AdaptList::ListenFor),
            watch_for_add: list(AdaptList::WatchFor),
            follow_ups_add: list(AdaptList::FollowUps),
        }
    };
    let title = called::scope(library, phrases, page.scope);
    json(&PageFile { version: VERSION, title, questions: page.items.iter().map(item).collect() })
}

fn question<'l>(library: &'l Library, plan: &Plan, ix: QuestionIx) -> Question<'l> {
    let question = &library[ix];
    let said = question.said();
    let word = |list, word: WordIx| library.vocabulary.word(list, word).id.as_str();
    let words = |list, words: &[WordIx]| words.iter().map(|ix| word(list, *ix)).collect();
    Question {
        name: question.name.to_string(),
        url: plan.routes.page(PageRef::Question(ix)).address(),
        text: question.text(),
        also_asked_as: plain(&said.also_asked_as),
        kind: question.kind.map(|kind| word(List::Kind, kind)),
        topic: question.topic.map(|topic| word(List::Topic, topic)),
        stages: words(List::Stage, &question.stages),
        levels: words(List::Level, &question.levels),
        competencies: words(List::Competency, &question.competencies),
        tags: said.tags.iter().flatten().map(|tag| tag.value.to_string()).collect(),
        difficulty: said.difficulty.map(|difficulty| difficulty.value),
        priority: question.priority.word(),
        why: said.why.as_ref().map(Document::plain),
        cover: plain(&said.cover),
        avoid: plain(&said.avoid),
        listen_for: plain(&said.listen_for),
        watch_for: plain(&said.watch_for),
        prompts: said
            .prompts
            .iter()
            .flat_map(|prompts| &prompts.steps)
            .map(|(step, cue)| (*step, cue.plain()))
            .collect(),
        hints: plain(&said.hints),
        follow_ups: plain(&said.follow_ups),
        choices: said.choices.iter().flatten().map(choice).collect(),
        think: question.think.map(|think| think.0),
        answer: question.answer.map(|answer| answer.0),
        researchable: said.researchable.is_some_and(|search| search.value),
        improper: said.improper.as_ref().map(|category| category.as_str()),
        respond: plain(&said.respond),
        reviewed: said.reviewed.map(|reviewed| reviewed.value.to_string()),
        aliases: question.aliases.iter().map(ToString::to_string).collect(),
        retired: question.status == Status::Retired,
        replaced_by: question
            .replaced_by
            .filter(|ix| library.is_published(*ix))
            .map(|ix| library[ix].name.to_string()),
    }
}

fn choice(choice: &crate::syntax::records::question::Choice) -> Choice<'_> {
    let feedback = choice.feedback.as_ref().map(Document::plain);
    Choice { text: choice.text.plain(), correct: choice.correct, feedback }
}

fn plain(documents: &Option<Vec<Document>>) -> Vec<&str> {
    documents.iter().flatten().map(Document::plain).collect()
}

fn json(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(value).expect("these types have string keys and no failing parts");
    bytes.push(b'\n');
    bytes
}
