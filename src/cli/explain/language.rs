//! The account of a language file: which language it is, and which phrases it changes.

use super::account::{Account, Entry};
use super::survey::Survey;
use crate::base::language::fallbacks;
use crate::base::{FileId, SourcePath};
use crate::report::{escape::visible, plural};
use crate::theme::{self, Wording};

/// Adds the phrases that a language file changes; gives what it is for.
pub fn add(survey: &Survey<'_>, path: &SourcePath, account: &mut Account) -> String {
    let site = &survey.library.site;
    let files = theme::files(survey.sources);
    let Some(said) = theme::wordings(&files, &site.theme.0, FileId::of(path)) else {
        return "not used: the site has another theme".to_owned();
    };
    let entry = |wording: &Wording, why: &str, file: FileId| {
        let other = survey.sources.file(file).map(|other| survey.file(&other.path));
        Entry::new(&wording.key, why).at(other).saying(wording.words.clone().unwrap_or_default())
    };
    account.changes.extend(said.phrases.iter().filter_map(|wording| {
        let file = wording.replaces.filter(|_| wording.replaced_by.is_none())?;
        Some(entry(wording, "stands before", file))
    }));
    account.changes.extend(said.phrases.iter().filter_map(|wording| {
        wording.replaced_by.map(|file| entry(wording, "not used: stands behind", file))
    }));
    let (tag, count) = (visible(&said.tag), plural(said.phrases.len(), "phrase"));
    let spoken = fallbacks(&site.language).contains(&said.tag);
    let heard = match (spoken, said.tag.as_str()) {
        (true, _) => String::new(),
        (false, "en") => ", for what has no words in the site's language".to_owned(),
        (false, _) => format!("; not heard here, for the site is in `{}`", visible(&site.language)),
    };
    let changed = if account.changes.is_empty() { "; it changes none of another file" } else { "" };
    format!("{count} of the pages in the language `{tag}`{heard}{changed}")
}
