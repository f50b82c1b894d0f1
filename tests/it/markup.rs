//! Markdown in, HTML out: what each construct becomes, and what no text can do.

mod corpus;
mod safety;
mod tables;

use greenroom::base::{FileId, SourcePath};
use greenroom::diag::Diagnostic;
use greenroom::markup::{Filling, Options, render};
use greenroom::syntax::{Document, Text, markdown};

/// A text as if a file began with it.
fn text(source: &str) -> Text {
    Text::verbatim(FileId::of(&SourcePath::new("a.md").expect("a path")), 0, source)
}

/// What a document becomes when links stay as written, pictures have no known size and embeds say what they are.
fn html(document: &Document, options: &Options<'_>, problems: &mut Vec<Diagnostic>) -> String {
    let fragment = render(document, options, problems);
    let mut out = String::new();
    let embed = |index: usize| format!("<!-- embed {} -->", document.embeds()[index].id);
    let link = |index: usize| document.links()[index].destination.to_string();
    fragment.fill(&Filling { links: &link, sizes: &|_| None, embeds: &embed }, &mut out);
    out
}

fn blocks(source: &str) -> String {
    let mut problems = Vec::new();
    let document = markdown::blocks(&text(source), &mut problems);
    html(&document, &Options::default(), &mut problems)
}

fn inline(source: &str) -> String {
    let mut problems = Vec::new();
    let document = markdown::inline(&text(source), &mut problems);
    html(&document, &Options::default(), &mut problems)
}
