//! Embeds: `{{ question "bank/id" }}` and its siblings show something that is there and published.

use super::{diags, extents};
use crate::base::near::nearest;
use crate::base::{Slug, SourcePath};
use crate::diag::Diagnostic;
use crate::model::Library;
use crate::syntax::document::{Document, Embed, EmbedKind};

pub(super) fn check(
    library: &Library,
    path: &SourcePath,
    document: &Document,
    problems: &mut Vec<Diagnostic>,
) {
    for embed in document.embeds() {
        match library.embedded(embed) {
            None if may_be_unread(library, embed) => {}
            None => problems.push(diags::unknown_embed(embed, near(library, embed).as_deref())),
            Some(page) if library.has_page(page) => {}
            Some(_) if extents::is_draft(library, path, embed.span) => {}
            Some(_) => problems.push(diags::embedded_draft(embed)),
        }
    }
}

fn may_be_unread(library: &Library, embed: &Embed) -> bool {
    let bank = embed.id.split_once('/').and_then(|(bank, _)| Slug::new(bank).ok());
    embed.kind == EmbedKind::Question && bank.is_some_and(|bank| library.incomplete.bank(&bank))
}

fn near(library: &Library, embed: &Embed) -> Option<String> {
    fn among<'l>(id: &str, ids: impl Iterator<Item = &'l Slug>) -> Option<String> {
        nearest(id, ids.map(Slug::as_str)).map(str::to_owned)
    }
    match embed.kind {
        EmbedKind::Kit => among(&embed.id, library.kits.iter().map(|kit| &kit.id)),
        EmbedKind::Checklist => among(&embed.id, library.checklists.iter().map(|list| &list.id)),
        EmbedKind::Message => among(&embed.id, library.messages.iter().map(|message| &message.id)),
        EmbedKind::Question => question(library, &embed.id),
    }
}

/// The same id in another bank, else the nearest id in the bank, else the nearest bank.
fn question(library: &Library, id: &str) -> Option<String> {
    let (bank, id) = id.split_once('/').unwrap_or(("", id));
    let same = library.questions.iter().find(|question| question.name.id.as_str() == id);
    if let Some(same) = same {
        return Some(same.name.to_string());
    }
    let at = Library::find(&library.banks, bank, |bank| &bank.id)?;
    let ids = library.banks[at].questions.iter().map(|question| library[*question].name.id.as_str());
    nearest(id, ids).map(|near| format!("{bank}/{near}"))
}
