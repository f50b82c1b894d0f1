//! Messages: placeholders and fields that match, and a length the channel takes.

use super::diags;
use crate::diag::Diagnostic;
use crate::model::{self, Library};
use crate::syntax::records::task::{COMMON_PLACEHOLDERS, Message, Placeholder};

pub(super) fn check(library: &Library, message: &model::Message, problems: &mut Vec<Diagnostic>) {
    // In a broken file fields may be there and unread.
    if !library.incomplete.file(&message.path) {
        fields(&message.said, problems);
    }
    length(&message.said, problems);
}

fn fields(said: &Message, problems: &mut Vec<Diagnostic>) {
    let placeholders = said.placeholders();
    let names = || said.fields.iter().map(|field| field.name.as_str());
    for placeholder in &placeholders {
        let Placeholder { name, .. } = *placeholder;
        if !names().chain(COMMON_PLACEHOLDERS).any(|known| known == name) {
            problems.push(diags::template_field(placeholder, names().chain(COMMON_PLACEHOLDERS)));
        }
    }
    for field in &said.fields {
        if !placeholders.iter().any(|placeholder| placeholder.name == field.name.as_str()) {
            problems.push(diags::unused_field(&field.name));
        }
    }
}

/// What a channel takes unless the message says otherwise.
#[derive(Clone, Copy)]
enum Limit {
    Words(usize),
    Characters(usize),
}

/// An e-mail and a LinkedIn message are read on a phone: 100 words fill its screen. LinkedIn cuts the note
/// of an invitation at 200 characters. A call of 120 words lasts under a minute. A text message of 300
/// characters goes out as two.
fn usual(channel: &str) -> Limit {
    match channel {
        "linkedin-note" => Limit::Characters(200),
        "text" => Limit::Characters(300),
        "phone" => Limit::Words(120),
        _ => Limit::Words(100),
    }
}

/// Counts the body as it stands, placeholders included; the subject has a line of its own everywhere.
fn length(said: &Message, problems: &mut Vec<Diagnostic>) {
    let own = [
        said.max_words.map(|most| Limit::Words(most.value as usize)),
        said.max_chars.map(|most| Limit::Characters(most.value as usize)),
    ];
    let usual = said.channel.filter(|_| own.iter().all(Option::is_none)).map(|channel| usual(channel.value));
    let body = said.body.as_str().trim();
    let start = said.body.as_str().len() - said.body.as_str().trim_start().len();
    let span = said.body.at(start..start + body.lines().next().unwrap_or_default().len());
    for limit in own.into_iter().chain([usual]).flatten() {
        let (count, most, unit) = match limit {
            Limit::Words(most) => (body.split_whitespace().count(), most, "words"),
            Limit::Characters(most) => (body.chars().count(), most, "characters"),
        };
        if count > most {
            problems.push(diags::message_too_long(span, count, most, unit));
        }
    }
}
