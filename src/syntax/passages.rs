//! The Markdown texts of a file, each with what stands before its ids on a page.

use super::document::Document;
use super::parsed::Said;
use super::records::question::Question;

/// Every text of a file, with the prefix of its ids.
pub fn passages(said: &Said) -> Vec<(String, &Document)> {
    let mut all: Vec<(String, &Document)> = Vec::new();
    let mut plain = |document| all.push((String::new(), document));
    match said {
        Said::Guide(guide) => guide.summary.iter().chain([&guide.body]).for_each(&mut plain),
        Said::Role(role) => role.summary.iter().chain([&role.body]).for_each(&mut plain),
        Said::Industry(industry) => {
            industry.summary.iter().chain([&industry.body]).for_each(&mut plain);
            industry.jargon.iter().for_each(|(_, meaning)| plain(meaning));
            industry.trends.iter().for_each(|(text, _)| plain(text));
        }
        Said::Message(message) => message.summary.iter().for_each(&mut plain),
        Said::Checklist(checklist) => checklist.summary.iter().chain([&checklist.body]).for_each(&mut plain),
        Said::Kit(kit) => kit.intro.iter().for_each(&mut plain),
        Said::Bank(bank) => {
            bank.summary.iter().for_each(&mut plain);
            for adapt in &bank.adapts {
                adapt.text.iter().chain(&adapt.why).for_each(&mut plain);
                adapt.add.iter().flat_map(|(_, entries)| entries).for_each(&mut plain);
            }
            for question in &bank.questions {
                let mut texts = Vec::new();
                plain_texts(question, &mut texts);
                all.extend(texts.into_iter().map(|document| (String::new(), document)));
                all.extend(samples(question));
            }
        }
        Said::Site(_)
        | Said::Lock(_)
        | Said::Vocabulary(_)
        | Said::Theme(_)
        | Said::Template(_)
        | Said::Bytes => {}
    }
    all
}

/// Every text of a question.
pub fn question_texts<'q>(said: &'q Question, texts: &mut Vec<&'q Document>) {
    plain_texts(said, texts);
    texts.extend(said.samples.iter().flatten().map(|sample| &sample.text));
}

/// The texts of a question whose ids have nothing before them.
fn plain_texts<'q>(said: &'q Question, texts: &mut Vec<&'q Document>) {
    let lists = [
        &said.also_asked_as,
        &said.cover,
        &said.avoid,
        &said.listen_for,
        &said.watch_for,
        &said.follow_ups,
        &said.hints,
        &said.respond,
    ];
    texts.extend([&said.text, &said.why, &said.body].into_iter().flatten());
    lists.into_iter().flatten().for_each(|list| texts.extend(list));
    texts.extend(said.prompts.iter().flat_map(|prompts| prompts.steps.iter().map(|(_, cue)| cue)));
    for choice in said.choices.iter().flatten() {
        texts.push(&choice.text);
        texts.extend(&choice.feedback);
    }
}

/// The sample answers of a question, with the prefix of their ids.
fn samples(said: &Question) -> impl Iterator<Item = (String, &Document)> {
    let samples = said.samples.iter().flatten().enumerate();
    samples.map(|(at, sample)| (sample_prefix(at), &sample.text))
}

/// What stands before the ids of a question's sample answer, counted from 0.
pub fn sample_prefix(at: usize) -> String {
    format!("sample-{}-", at + 1)
}
