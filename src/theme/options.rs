//! Options of themes: declared in `theme.toml`, set in `[theme_options]`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::chain::Link;
use super::diags;
use super::load::chain_of;
use crate::base::Colour;
use crate::diag::{Diagnostic, Edit};
use crate::syntax::records::theme::ThemeOption;
use crate::syntax::toml::OptionValue;
use crate::syntax::{At, File, Text};

/// The value of an option, as templates see it.
#[derive(Clone, PartialEq, Eq, Serialize, Debug)]
#[serde(untagged)]
pub enum Setting {
    /// A text.
    Text(String),
    /// A flag.
    Flag(bool),
    /// A whole number.
    Number(i64),
}

/// Every option of the chain with its value: the site's, else its default.
pub(super) fn settings(
    chain: &[Link],
    set: &[(Text, At<OptionValue>)],
    problems: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Setting> {
    let mut declared: BTreeMap<&str, &ThemeOption> = BTreeMap::new();
    let mut settings = BTreeMap::new();
    // The farthest first, so that a nearer theme's declaration replaces its parent's.
    for option in chain.iter().rev().flat_map(|link| &link.manifest.options) {
        declared.insert(option.name.as_str(), option);
        match fit(option, &option.default.value) {
            Some(setting) => drop(settings.insert(option.name.as_str().to_owned(), setting)),
            None => problems.push(diags::option_type(option, option.default.span)),
        }
    }
    for (name, value) in set {
        let Some(option) = declared.get(name.as_str()) else {
            let problem = diags::unknown_option(name, declared.keys().copied());
            // No fix may write a key that stands there already.
            let writes = |edit: &Edit| set.iter().any(|(other, _)| other.as_str() == edit.text);
            let taken = problem.fix.as_ref().is_some_and(|fix| fix.edits.iter().any(writes));
            problems.push(if taken { Diagnostic { fix: None, ..problem } } else { problem });
            continue;
        };
        match fit(option, &value.value) {
            Some(setting) => drop(settings.insert(name.as_str().to_owned(), setting)),
            None => problems.push(diags::option_type(option, value.span)),
        }
    }
    settings
}

/// What a site may set in `[theme_options]` when it has this theme, the nearest theme's declarations first.
pub fn declared(files: &[File], theme: &str) -> Vec<ThemeOption> {
    let mut options: Vec<ThemeOption> = Vec::new();
    for option in chain_of(files, theme).iter().flat_map(|link| &link.manifest.options) {
        if options.iter().all(|nearer| nearer.name.as_str() != option.name.as_str()) {
            options.push(option.clone());
        }
    }
    options
}

/// The value, when it has the option's type.
fn fit(option: &ThemeOption, value: &OptionValue) -> Option<Setting> {
    match (option.kind, value) {
        ("text", OptionValue::Text(text)) => Some(Setting::Text(text.to_string())),
        ("flag", OptionValue::Flag(flag)) => Some(Setting::Flag(*flag)),
        ("number", OptionValue::Number(number)) => Some(Setting::Number(*number)),
        ("colour", OptionValue::Text(text)) if Colour::new(text).is_some() => {
            Some(Setting::Text(text.to_string()))
        }
        ("choice", OptionValue::Text(text))
            if option.choices.iter().any(|choice| choice.as_str() == &**text) =>
        {
            Some(Setting::Text(text.to_string()))
        }
        _ => None,
    }
}
