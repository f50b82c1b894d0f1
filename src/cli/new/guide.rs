//! A new guide: a draft with headings to write under.

use super::form::{Field, Form, Stop, Talk, anything, one_of};
use super::options::GuideOptions;
use super::text::Lines;
use super::{Desk, Draft, Page, ids, industries, owned, path, roles, titled};
use crate::syntax::records::guide::PHASES;

/// What stands below the front matter: what to write, said to the author; a draft shows it to nobody else.
const BODY: &str = "\
Say in two sentences what this guide helps with, and for whom it is.

## Before you start

What should the reader have at hand, and how long will it take?

## Step by step

1. Begin with the one thing that helps most.
2. Say what to do, then why.
3. Give an example from someone's real week.

## How you know it went well

What is different afterward, and what comes next?
";

/// Asks for what is missing and writes a draft.
pub fn draft(desk: Desk<'_>, options: &GuideOptions, talk: Option<Talk<'_>>) -> Result<Draft, Stop> {
    let library = desk.library;
    let mut form = Form::new("greenroom new guide", talk);
    let taken = ids::of_pages(library.guides.iter().map(|guide| (&guide.id, &guide.said.upkeep)));
    let ask = ("What is the guide called?", "Write to an alum");
    let named = titled(&mut form, ask, &options.named, &taken);
    let (phases, roles, industries) = (owned(&PHASES), roles(library), industries(library));
    let field = Field::word("--phase", "When does it help?", &phases);
    let phase = form.needed(&field, options.phase.as_deref(), &one_of("phase", &phases));
    let summary = form.optional("--summary", options.summary.as_deref(), &anything);
    let roles = form.list("--role", &options.role, &one_of("role", &roles));
    let industries = form.list("--industry", &options.industry, &one_of("industry", &industries));
    form.done()?;
    let (Some((title, id)), Some(phase)) = (named, phase) else { return Err(Stop::Ended) };
    let mut lines = Lines::front();
    lines.key("title", &title);
    lines.key_or("summary", summary.as_deref(), "\"One or two sentences: what a reader takes from it.\"");
    lines.key("phase", &phase).line("# order = 1 # its place among the guides of its phase");
    lines.line("# audience = [\"first-year students\"]");
    lines.list("roles", &roles).list("industries", &industries);
    lines.line("draft = true # only previews show it; delete this line to publish it");
    lines.reviewed(desk.today).line("# sources = [\"https://…\"]").line("+++");
    Ok(Draft {
        path: path(&format!("content/guides/{id}.md")),
        text: lines.text() + BODY,
        page: Page::File,
        next: "a draft: write it, then delete the line `draft = true` to publish it".to_owned(),
    })
}
