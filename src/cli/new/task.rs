//! A new message and a new checklist.
//!
//! Neither has a draft, so each can be used as it is first written.

use super::form::{Field, Form, Stop, Talk, anything, one_of};
use super::options::{ChecklistOptions, MessageOptions};
use super::text::Lines;
use super::words::{MESSAGES, TASKS, Words};
use super::{Desk, Draft, Page, ids, owned, path, titled};
use crate::syntax::records::task::{CHANNELS, MOMENTS, PURPOSES, RELATIONSHIPS};

/// Asks for what is missing and writes a message for its channel and purpose.
pub fn message(desk: Desk<'_>, options: &MessageOptions, talk: Option<Talk<'_>>) -> Result<Draft, Stop> {
    let library = desk.library;
    let mut form = Form::new("greenroom new message", talk);
    let taken = ids::of_pages(library.messages.iter().map(|message| (&message.id, &message.said.upkeep)));
    let ask = ("What is the message called?", "Thank an alum");
    let named = titled(&mut form, ask, &options.named, &taken);
    let (channels, purposes, relationships) = (owned(&CHANNELS), owned(&PURPOSES), owned(&RELATIONSHIPS));
    let field = Field::word("--channel", "Where is it sent?", &channels).or("email");
    let channel = form.needed(&field, options.channel.as_deref(), &one_of("channel", &channels));
    let field = Field::word("--purpose", "What is it for?", &purposes).or("request");
    let purpose = form.needed(&field, options.purpose.as_deref(), &one_of("purpose", &purposes));
    let known = one_of("relationship", &relationships);
    let relationship = form.optional("--relationship", options.relationship.as_deref(), &known);
    let summary = form.optional("--summary", options.summary.as_deref(), &anything);
    form.done()?;
    let (Some((title, id)), Some(channel), Some(purpose)) = (named, channel, purpose) else {
        return Err(Stop::Ended);
    };
    let words = MESSAGES.iter().find(|words| words.purpose == purpose);
    let words = words.expect("there are words for every purpose");
    let mut lines = Lines::front();
    lines.key("title", &title).key("channel", &channel).key("purpose", &purpose);
    let hint = "\"alum\" # or \"cold\", \"referral\", \"warm\"";
    lines.key_or("relationship", relationship.as_deref(), hint);
    lines.key_or("summary", summary.as_deref(), "\"One sentence: when to use it.\"");
    if channel == "email" {
        lines.key("subject", words.subject);
    }
    lines.line("# send = \"24h after meeting\"").reviewed(desk.today);
    lines
        .line("")
        .line("# Every [placeholder] below but [Name], [Your name] and [School] is explained here.");
    for (name, help, example) in words.blanks {
        lines.line("[[field]]").key("name", name).key("help", help).key("example", example);
    }
    if words.blanks.is_empty() {
        lines.line("# [[field]]").line("# name = \"Their work\"").line("# help = \"What to write there.\"");
    }
    lines.line("+++");
    Ok(Draft {
        path: path(&format!("content/messages/{id}.md")),
        text: lines.text() + &body(&channel, words),
        page: Page::File,
        next: "it can be sent as it is; make its words your office's own".to_owned(),
    })
}

/// The message: as long as its channel takes.
fn body(channel: &str, words: &Words) -> String {
    match channel {
        "email" | "linkedin-message" => format!("Dear [Name],\n\n{}\n\n[Your name]\n", words.long),
        "phone" => format!("Hello [Name], this is [Your name]. {}\n", spoken(words.short)),
        _ => format!("Hello [Name], {}\n[Your name]\n", words.short),
    }
}

/// The same words at the start of a sentence.
fn spoken(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Asks for what is missing and writes a checklist of three tasks.
pub fn checklist(desk: Desk<'_>, options: &ChecklistOptions, talk: Option<Talk<'_>>) -> Result<Draft, Stop> {
    let library = desk.library;
    let mut form = Form::new("greenroom new checklist", talk);
    let taken = ids::of_pages(library.checklists.iter().map(|list| (&list.id, &list.said.upkeep)));
    let ask = ("What is the checklist called?", "On the day");
    let named = titled(&mut form, ask, &options.named, &taken);
    let moments = owned(&MOMENTS);
    let field = Field::word("--when", "When does it help?", &moments).or("before");
    let when = form.offered(&field, options.when.as_deref(), &one_of("moment", &moments));
    let summary = form.optional("--summary", options.summary.as_deref(), &anything);
    form.done()?;
    let (Some((title, id)), Some(when)) = (named, when) else { return Err(Stop::Ended) };
    let mut lines = Lines::front();
    lines.key("title", &title).key("when", &when);
    lines.key_or("summary", summary.as_deref(), "\"One sentence: what it is for.\"");
    lines.reviewed(desk.today).line("# sources = [\"https://…\"]").line("+++");
    let tasks = TASKS.iter().find(|(moment, _)| *moment == when).map(|(_, tasks)| tasks);
    for task in tasks.into_iter().flatten() {
        lines.line(&format!("- [ ] {task}"));
    }
    Ok(Draft {
        path: path(&format!("content/checklists/{id}.md")),
        text: lines.text(),
        page: Page::File,
        next: "one task a line, starting with `- [ ] `; make them your own".to_owned(),
    })
}
