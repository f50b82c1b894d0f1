//! Messages, and waivers.

use crate::base::Span;
use crate::base::near::{nearest, only_near};
use crate::diag::{Diagnostic, codes};
use crate::syntax::Text;
use crate::syntax::record::list;
use crate::syntax::records::task::Placeholder;

/// A placeholder nobody fills in.
pub fn template_field<'n>(
    placeholder: &Placeholder<'_>,
    known: impl Iterator<Item = &'n str> + Clone,
) -> Diagnostic {
    let name = placeholder.name;
    let base = Diagnostic::at(&codes::TEMPLATE_FIELD, placeholder.span, format!("`[{name}]` has no field"));
    if placeholder.linked {
        return base.help("a message is plain text, not Markdown: write the address itself");
    }
    match nearest(name, known.clone()) {
        Some(near) => base.help(format!("did you mean `[{near}]`?")),
        None => base.help(format!(
            "add a `[[field]]` with `name = \"{name}\"` to the front matter; known here: {}",
            list(known)
        )),
    }
}

/// A field that the message does not use.
pub fn unused_field(name: &Text) -> Diagnostic {
    Diagnostic::at(
        &codes::UNUSED_FIELD,
        name.span(),
        format!("the message does not use the field `{}`", name.as_str()),
    )
    .help(format!("write `[{}]` where it belongs, or remove the field", name.as_str()))
}

/// More than the channel takes.
pub fn message_too_long(span: Span, count: usize, most: usize, unit: &str) -> Diagnostic {
    Diagnostic::at(
        &codes::MESSAGE_TOO_LONG,
        span,
        format!("this message has {count} {unit} and may have {most}"),
    )
    .help(
        "keep who you are, why you write, what you ask and a thank-you; \
               `max_words` or `max_chars` in the front matter sets another limit",
    )
}

/// A waiver of a check that is not there.
pub fn unknown_check(name: &Text) -> Diagnostic {
    let known = || codes::ALL.iter().map(|code| code.name);
    let base = crate::model::diags::unknown_check(name, nearest(name.as_str(), known()));
    match only_near(name.as_str(), known()) {
        Some(sure) => base.fix(format!("write `{sure}`"), name.span(), format!("\"{sure}\"")),
        None => base,
    }
}

/// A waiver that nothing needs.
pub fn unused_waiver(name: &Text) -> Diagnostic {
    let message = format!("`{}` finds nothing here: this waiver is not needed", name.as_str());
    Diagnostic::at(&codes::UNUSED_WAIVER, name.span(), message)
        .help("remove it: left here, it would hide the next problem of this kind")
}
