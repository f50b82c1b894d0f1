//! Language files and templates together: what has no words, what is never said, what a gap is called.
//!
//! In: the files of the chain, the templates, the language of the site. Out: [`Phrases`] and what is wrong.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::super::chain::Link;
use super::super::diags::phrases as diags;
use super::file::{LanguageFile, Phrase, files, keys, of};
use super::uses::{Key, uses};
use super::{ENGLISH, Phrases, tongue};
use crate::base::Span;
use crate::base::language::fallbacks;
use crate::diag::{Diagnostic, Edit};
use crate::syntax::File;

/// The functions that a phrase may call.
const FUNCTIONS: [&str; 1] = ["NUMBER"];

/// A template with a way from bytes of its text to a place in its file.
pub(in crate::theme) struct Template<'t> {
    /// What stands in it.
    pub text: &'t str,
    /// The place of bytes of the text.
    pub place: &'t dyn Fn(std::ops::Range<usize>) -> Span,
}

/// The language files of a chain.
pub(in crate::theme) struct Languages {
    files: Vec<LanguageFile>,
    /// The language and what it falls back to, in lower case; English last.
    tags: Vec<String>,
}

impl Languages {
    /// Reads the language files of the chain, for a site in `language`.
    pub fn read(from: &[File], chain: &[Link], language: &str, problems: &mut Vec<Diagnostic>) -> Languages {
        let mut tags = fallbacks(language);
        if !tags.iter().any(|tag| tag == ENGLISH) {
            tags.push(ENGLISH.to_owned());
        }
        let languages = Languages { files: files(from, chain, problems), tags };
        problems.extend(languages.gaps());
        languages
    }

    /// What the site says.
    pub fn phrases(&self) -> Phrases {
        let mut plain = HashMap::new();
        let mut tongues = Vec::new();
        for tag in &self.tags {
            let own = || of(&self.files, std::slice::from_ref(tag));
            let mut resources: Vec<_> = own().map(|file| Arc::clone(&file.resource)).collect();
            // The engine lets a later file replace what an earlier one says.
            resources.reverse();
            tongues.push(tongue(tag, resources));
            let mut said: BTreeSet<&str> = BTreeSet::new();
            for (key, phrase) in own().flat_map(|file| &file.phrases) {
                if !said.insert(key) {
                    continue;
                }
                // `None` when a nearer language has the key with gaps: then it is not plain here either.
                plain.entry(key.clone()).or_insert_with(|| phrase.plain.clone());
            }
        }
        let plain = plain.into_iter().filter_map(|(key, text)| Some((key, text?))).collect();
        Phrases { tongues, plain }
    }

    /// What is wrong between files, and between them and the templates; `asked` is where the site names its
    /// language.
    pub fn problems(
        &self,
        language: &str,
        asked: Option<Span>,
        templates: &[Template<'_>],
    ) -> Vec<Diagnostic> {
        let mut problems = self.parts();
        let known = keys(of(&self.files, &self.tags));
        let mut said: BTreeSet<&str> = BTreeSet::new();
        let mut starts: BTreeSet<&str> = BTreeSet::new();
        for template in templates {
            for call in uses(template.text) {
                let place = (template.place)(call.range);
                match call.key {
                    Key::Whole(key) if known.contains(key) => drop(said.insert(key)),
                    Key::Start(start) if known.iter().any(|key| key.starts_with(start)) => {
                        starts.insert(start);
                    }
                    Key::Whole(key) => problems.push(diags::unknown(place, key, known.iter().copied())),
                    Key::Start(start) => problems.push(diags::unknown_start(place, start)),
                    Key::Unknown => problems.push(diags::open_key(place)),
                }
            }
        }
        let ours = keys(self.files.iter().rev().take(1));
        let used = |key: &str| {
            said.contains(key) || ours.contains(key) || starts.iter().any(|start| key.starts_with(start))
        };
        for file in &self.files {
            for (key, phrase) in file.phrases.iter().filter(|(key, _)| !key.starts_with('-')) {
                if let Some(span) = phrase.span
                    && !used(key)
                    && !self.is_part(key)
                {
                    let problem = diags::unused(span, key, ours.iter().chain(&said).copied());
                    // No fix may write a key that stands there already.
                    let writes = |edit: &Edit| file.phrases.contains_key(&edit.text);
                    let taken = problem.fix.as_ref().is_some_and(|fix| fix.edits.iter().any(writes));
                    problems.push(if taken { Diagnostic { fix: None, ..problem } } else { problem });
                }
            }
        }
        problems.extend(self.untranslated(language, asked));
        problems
    }

    /// Whether another phrase holds this one.
    fn is_part(&self, key: &str) -> bool {
        self.files
            .iter()
            .flat_map(|file| file.phrases.values())
            .any(|phrase| phrase.phrases.contains_key(key))
    }

    /// Phrases that the site's language lacks; a reader meets them in English.
    fn untranslated(&self, language: &str, asked: Option<Span>) -> Option<Diagnostic> {
        let (english, own) = self.tags.split_last()?;
        if own.is_empty() || fallbacks(language).contains(english) {
            return None;
        }
        let all = keys(of(&self.files, std::slice::from_ref(english)));
        let has = keys(of(&self.files, own));
        let missing: Vec<&str> = all.difference(&has).copied().collect();
        let nothing = has.is_empty();
        (!missing.is_empty()).then(|| diags::untranslated(asked, language, &missing, nothing))
    }

    /// Phrases within phrases must be there.
    fn parts(&self) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        for file in &self.files {
            let same: BTreeSet<&str> = of(&self.files, std::slice::from_ref(&file.tag))
                .flat_map(|file| file.phrases.keys().map(String::as_str))
                .collect();
            for (name, span) in file.phrases.values().flat_map(|phrase| &phrase.phrases) {
                if let Some(span) = span.filter(|_| !same.contains(name.as_str())) {
                    problems.push(diags::unknown(span, name, same.iter().copied()));
                }
            }
        }
        problems
    }

    /// Gaps must be those of the English phrase, and functions those that there are.
    fn gaps(&self) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        for file in &self.files {
            for (key, phrase) in &file.phrases {
                for (name, span) in &phrase.functions {
                    if let Some(span) = span.filter(|_| !FUNCTIONS.contains(&name.as_str())) {
                        problems.push(diags::unknown_function(span, name));
                    }
                }
                let Some(english) = self.english(key) else { continue };
                for (name, span) in &phrase.gaps {
                    if let Some(span) = span.filter(|_| !english.gaps.contains_key(name)) {
                        problems.push(diags::unknown_gap(span, name, key, english.gaps.keys()));
                    }
                }
            }
        }
        problems
    }

    /// The English phrase of the farthest theme that has it: what says which gaps there are.
    fn english(&self, key: &str) -> Option<&Phrase> {
        let of_english = self.files.iter().filter(|file| file.tag == ENGLISH);
        let by_nearness: BTreeMap<usize, &Phrase> =
            of_english.filter_map(|file| Some((file.nearness, file.phrases.get(key)?))).collect();
        by_nearness.into_values().next_back()
    }
}
