//! Published ids.

use crate::base::Span;
use crate::diag::{Diagnostic, codes};
use crate::model::QuestionName;
use crate::syntax::Text;

/// A published question that is gone; `moved` is one with the same words.
pub fn id_lost(id: &Text, name: &QuestionName, published: &str, moved: Option<&QuestionName>) -> Diagnostic {
    let base = Diagnostic::at(&codes::ID_LOST, id.span(), format!("the published question `{name}` is gone"))
        .help(format!("it was published as: {}", quoted(published)));
    match moved {
        Some(now) if now.id == name.id => base.help(format!(
            "it is `{now}` now: add `aliases = [\"{name}\"]` to it, \
             or write `id = \"{}\"` at the top of its bank",
            name.bank
        )),
        Some(now) => base.help(format!("it is `{now}` now: add `aliases = [\"{name}\"]` to it")),
        None => base.help(format!(
            "put `aliases = [\"{name}\"]` into the question that took its place, or bring it back with \
             `status = \"retired\"`"
        )),
    }
}

/// A published id with another question behind it.
pub fn id_reused(span: Span, id: &Text, name: &QuestionName, words: &[Box<str>]) -> Diagnostic {
    let (text, choices) = words.split_first().map_or(("", &[][..]), |(text, choices)| (text, choices));
    let base = Diagnostic::at(&codes::ID_REUSED, span, format!("`{name}` was published as another question"))
        .label(id.span(), "the published words are here")
        .help(format!("it was published as: {}", quoted(text)));
    let base = match choices {
        [] => base,
        choices => {
            let choices: Vec<String> = choices.iter().map(|choice| quoted(choice)).collect();
            base.help(format!("with the choices {}", choices.join(", ")))
        }
    };
    base.help(format!(
        "give the new question an id of its own; if it is the same question in other words, run \
         `greenroom lock --confirm {name}`"
    ))
}

/// An entry of the lock file that is no id.
pub fn not_a_full_id(id: &Text) -> Diagnostic {
    Diagnostic::at(
        &codes::LOCK_FILE,
        id.span(),
        format!("`{}` is not the full id of a question", id.as_str()),
    )
    .help("a full id is `bank/question`; `greenroom lock` writes this file, nobody has to edit it")
}

/// Questions without a promise.
pub fn id_unlocked(count: usize, has_lock: bool) -> Diagnostic {
    let message = match (count, has_lock) {
        (1, true) => "1 question is not in `greenroom.lock` yet".to_owned(),
        (_, true) => format!("{count} questions are not in `greenroom.lock` yet"),
        (_, false) => "there is no `greenroom.lock` yet".to_owned(),
    };
    Diagnostic::project(&codes::ID_UNLOCKED, message)
        .help("run `greenroom lock` before you publish: it keeps every published address from getting lost")
}

fn quoted(text: &str) -> String {
    format!("“{text}”")
}
