//! What can be wrong with language files and with the phrases that templates ask for.

use crate::base::near::{nearest, only_near};
use crate::base::{SourcePath, Span};
use crate::diag::{Diagnostic, codes};
use crate::syntax::record::list;

/// A file that is not named after a language.
pub fn not_a_tag(path: &SourcePath, tag: &str) -> Diagnostic {
    Diagnostic::file(&codes::LANGUAGE_FILE, path, format!("`{tag}` is not the tag of a language"))
        .help("name the file after one: `es.ftl` or `pt-BR.ftl`")
}

/// A part of a file that cannot be read.
pub fn syntax(span: Span, message: &str) -> Diagnostic {
    let mut chars = message.chars();
    let first = chars.next().map(|first| first.to_ascii_lowercase());
    let message: String = first.into_iter().chain(chars).collect::<String>().replace('"', "`");
    Diagnostic::at(&codes::LANGUAGE_FILE, span, format!("this phrase cannot be read: {message}"))
        .help("a phrase is `key = its words`; further lines are indented, and gaps stand as `{ $name }`")
}

/// A phrase that says nothing.
pub fn no_words(span: Span, key: &str) -> Diagnostic {
    Diagnostic::at(&codes::LANGUAGE_FILE, span, format!("the phrase `{key}` has no words"))
        .help("write them behind `=`; attributes of a phrase are not used")
}

/// One key with two phrases.
pub fn twice(span: Span, first: Span, key: &str) -> Diagnostic {
    Diagnostic::at(&codes::LANGUAGE_FILE, span, format!("the phrase `{key}` stands twice in this file"))
        .label(first, "first written here")
        .help("remove one of the two")
}

/// A function that there is not.
pub fn unknown_function(span: Span, name: &str) -> Diagnostic {
    Diagnostic::at(&codes::LANGUAGE_FILE, span, format!("a phrase cannot call `{name}`"))
        .help("the only function is `NUMBER`; a date is given to the phrase as text")
}

/// A gap that nobody fills.
pub fn unknown_gap<'a>(
    span: Span,
    gap: &str,
    key: &str,
    given: impl Iterator<Item = &'a String> + Clone,
) -> Diagnostic {
    let message = format!("nothing fills the gap `${gap}` of the phrase `{key}`");
    let base = Diagnostic::at(&codes::LANGUAGE_FILE, span, message);
    let given = || given.clone().map(String::as_str);
    match nearest(gap, given()) {
        Some(near) => {
            let base = base.help(format!("did you mean `${near}`?"));
            match only_near(gap, given()) {
                Some(sure) => base.fix(format!("write `{sure}`"), span, sure),
                None => base,
            }
        }
        None if given().next().is_none() => base.help("it has no gaps"),
        None => base.help(format!("its gaps are {}", list(given()).replace(" or ", " and "))),
    }
}

/// A key without a phrase.
pub fn unknown<'a>(span: Span, key: &str, known: impl Iterator<Item = &'a str> + Clone) -> Diagnostic {
    let base = Diagnostic::at(&codes::UNKNOWN_PHRASE, span, format!("there is no phrase `{key}`"));
    match nearest(key, known.clone()) {
        Some(near) => {
            let base = base.help(format!("did you mean `{near}`?"));
            match only_near(key, known) {
                Some(sure) => base.fix(format!("write `{sure}`"), span, sure.trim_start_matches('-')),
                None => base,
            }
        }
        None => base.help(format!("write `{key} = …` in `languages/en.ftl` beside the template's folder")),
    }
}

/// The start of a key that no phrase has.
pub fn unknown_start(span: Span, start: &str) -> Diagnostic {
    let message = format!("there is no phrase whose key begins with `{start}`");
    Diagnostic::at(&codes::UNKNOWN_PHRASE, span, message)
        .help("the keys are those in `languages/en.ftl` of the theme and of the site's `templates/`")
}

/// A key that only rendering would show.
pub fn open_key(span: Span) -> Diagnostic {
    Diagnostic::at(&codes::UNKNOWN_PHRASE, span, "the key of this phrase is not written out")
        .help("write `t(key=\"…\")`, or at least how the key begins: `t(key=\"phase-\" ~ guide.phase)`")
}

/// A phrase that is never said.
pub fn unused<'a>(span: Span, key: &str, known: impl Iterator<Item = &'a str> + Clone) -> Diagnostic {
    let base = Diagnostic::at(&codes::UNUSED_PHRASE, span, format!("no template uses the phrase `{key}`"));
    match nearest(key, known.clone()) {
        Some(near) => {
            let base = base.help(format!("did you mean `{near}`?"));
            match only_near(key, known) {
                Some(sure) => base.fix(format!("write `{sure}`"), span, sure),
                None => base,
            }
        }
        None => base.help("remove it, or say it in a template: `t(key=\"…\")`"),
    }
}

/// How many missing phrases a message names.
const NAMED: usize = 3;

/// Phrases that are missing in the site's language.
pub fn untranslated(asked: Option<Span>, language: &str, missing: &[&str], nothing: bool) -> Diagnostic {
    let named: Vec<String> = missing.iter().take(NAMED).map(|key| format!("`{key}`")).collect();
    let more = missing.len() - named.len();
    let message = match (nothing, more) {
        (true, _) => {
            format!("the theme has no words in `{language}`: its pages speak English around your texts")
        }
        (false, 0) => format!("the theme has no words in `{language}` for {}", named.join(", ")),
        (false, more) => {
            format!("the theme has no words in `{language}` for {} and {more} more phrases", named.join(", "))
        }
    };
    let base = match asked {
        Some(span) => Diagnostic::at(&codes::UNTRANSLATED, span, message),
        None => Diagnostic::project(&codes::UNTRANSLATED, message),
    };
    base.help(format!(
        "write them in `templates/languages/{language}.ftl`: `greenroom explain untranslated` says how"
    ))
}
