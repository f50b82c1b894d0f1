//! What can be wrong with a theme or a template.

use super::colours::Laid;
pub mod phrases;

use crate::base::near::{nearest, only_near};
use crate::base::{Colour, SourcePath, Span};
use crate::diag::{Diagnostic, codes};
use crate::syntax::record::list;
use crate::syntax::records::contrast::Paint;
use crate::syntax::records::theme::ThemeOption;
use crate::syntax::{At, Text};

/// A theme without a folder.
pub fn unknown_theme<'a>(
    name: &str,
    span: Option<Span>,
    known: impl Iterator<Item = &'a str> + Clone,
    without_manifest: bool,
) -> Diagnostic {
    let message = format!("there is no theme `{name}`");
    let base = match span {
        Some(span) => Diagnostic::at(&codes::UNKNOWN_THEME, span, message),
        None => Diagnostic::project(&codes::UNKNOWN_THEME, message),
    };
    if without_manifest {
        return base.help(format!(
            "the folder `themes/{name}/` has no `theme.toml`: write `name` and `api = 1` in one"
        ));
    }
    let base = match (span, only_near(name, known.clone())) {
        (Some(span), Some(sure)) => base.fix(format!("write `{sure}`"), span, format!("\"{sure}\"")),
        _ => base,
    };
    match nearest(name, known.clone()) {
        Some(near) => base.help(format!("did you mean `{near}`?")),
        None => base.help(format!("the themes are {}", list(known))),
    }
}

/// Themes in a circle.
pub fn theme_circle(name: &str, span: Option<Span>) -> Diagnostic {
    let message = format!("the theme `{name}` leads back to itself");
    let base = match span {
        Some(span) => Diagnostic::at(&codes::THEME_PARENT, span, message),
        None => Diagnostic::project(&codes::THEME_PARENT, message),
    };
    base.help("remove one `extends` of the circle")
}

/// A theme for another version of the contract.
pub fn other_api(path: &SourcePath, api: u32) -> Diagnostic {
    let message = format!(
        "this theme is written for version {api} of the template contract, not {}",
        crate::theme::API
    );
    let base = Diagnostic::file(&codes::THEME_API, path, message);
    if api > crate::theme::API {
        base.help("install a newer greenroom, or an older version of the theme")
    } else {
        base.help("install a newer version of the theme, or adapt it as `themes/CONTEXT.md` says")
    }
}

/// An option no theme declares.
pub fn unknown_option<'a>(name: &Text, known: impl Iterator<Item = &'a str> + Clone) -> Diagnostic {
    let message = format!("the theme has no option `{}`", name.as_str());
    let base = Diagnostic::at(&codes::THEME_OPTION, name.span(), message);
    match nearest(name.as_str(), known.clone()) {
        Some(near) => {
            let base = base.help(format!("did you mean `{near}`?"));
            match only_near(name.as_str(), known) {
                Some(sure) => base.fix(format!("write `{sure}`"), name.span(), sure),
                None => base,
            }
        }
        None if known.clone().next().is_none() => base.help("this theme has no options"),
        None => base.help(format!("its options are {}", list(known))),
    }
}

/// An option of another type.
pub fn option_type(option: &ThemeOption, span: Span) -> Diagnostic {
    let name = option.name.as_str();
    let base =
        Diagnostic::at(&codes::THEME_OPTION, span, format!("this is not a value of the option `{name}`"));
    let base = base.label(option.name.span(), "declared here");
    match option.kind {
        "choice" => base.help(format!("choose {}", list(option.choices.iter().map(Text::as_str)))),
        "colour" => base.help("write a colour such as `\"#0b5c63\"`"),
        "flag" => base.help("write `true` or `false`"),
        "number" => base.help("write a whole number"),
        _ => base.help("write a text in quotes"),
    }
}

/// An accent that is too like what it lies on, or what lies on it; `nearest` is not.
pub fn low_accent(laid: &Laid<'_>, accent: At<Colour>, nearest: Colour) -> Diagnostic {
    Diagnostic::at(&codes::LOW_CONTRAST, accent.span, too_alike(laid, accent.value))
        .label(laid.text.span, reason(laid))
        .help(format!("the nearest colour of this hue that can be read is `{nearest}`"))
        .fix(format!("write `{nearest}`"), accent.span, format!("\"{nearest}\""))
}

/// A theme that asks for more than any lightness of an accent gives.
pub fn no_accent(laid: &Laid<'_>, accent: Span) -> Diagnostic {
    let message =
        format!("no lightness of the accent can be read on all it is laid on in {} mode", laid.mode);
    Diagnostic::at(&codes::LOW_CONTRAST, laid.text.span, message)
        .label(accent, "the accent")
        .help("lay it on colours that are more alike, or ask for less contrast")
}

/// Two fixed colours of a theme that are too alike.
pub fn low_pair(laid: &Laid<'_>, nearest: Option<Colour>) -> Diagnostic {
    // Neither of the two follows from the accent.
    let base = Diagnostic::at(&codes::LOW_CONTRAST, laid.text.span, too_alike(laid, Colour::BLACK));
    let base = base.label(laid.on.span, reason(laid));
    match nearest {
        Some(nearest) => base.help(format!(
            "the nearest colour of this hue that can be read is `{nearest}`: write it here and in the style sheet"
        )),
        None => base.help("change what it is laid on, here and in the style sheet"),
    }
}

/// Which two they are, how far they stand apart and how far they must.
fn too_alike(laid: &Laid<'_>, accent: Colour) -> String {
    let (text, on) = (laid.text.value.with(accent), laid.on.value.with(accent));
    let named = |paint: Paint, colour: Colour| match paint {
        Paint::Accent => format!("the accent `{colour}`"),
        Paint::Fixed(_) | Paint::OnAccent => format!("`{colour}`"),
        Paint::Tint(..) => format!("its tint `{colour}`"),
    };
    let what = if laid.pairing.least == "3:1" { "signs and borders need" } else { "text needs" };
    format!(
        "{} on {} has a contrast of {} in {} mode; {what} {}",
        named(laid.text.value, text),
        named(laid.on.value, on),
        text.contrast(on),
        laid.mode,
        laid.pairing.least
    )
}

/// Why the two meet, for the place in `theme.toml`.
fn reason(laid: &Laid<'_>) -> String {
    match &laid.pairing.what {
        Some(what) => what.as_str().to_owned(),
        None => "laid on each other here".to_owned(),
    }
}

/// A template that cannot be read.
pub fn template_syntax(span: Span, message: &str) -> Diagnostic {
    let message = message.replace('\n', " ");
    Diagnostic::at(&codes::TEMPLATE_SYNTAX, span, format!("this template cannot be read: {message}"))
        .help("templates are written in Tera 2; `themes/CONTEXT.md` says what each is given")
}

/// A parent template that is not there.
pub fn missing_parent<'a>(span: Span, parent: &str, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    let base =
        Diagnostic::at(&codes::TEMPLATE_SYNTAX, span, format!("there is no template `{parent}` to extend"));
    match nearest(parent, known) {
        Some(near) => base.help(format!("did you mean `{near}`?")),
        None => base.help("look for its name in the theme's `templates/`"),
    }
}

/// Templates in a circle.
pub fn template_circle(span: Span, name: &str) -> Diagnostic {
    Diagnostic::at(&codes::TEMPLATE_SYNTAX, span, format!("the template `{name}` leads back to itself"))
        .help("a template may extend the one of the same name in the next theme, not one that extends it")
}

/// A mistake the engine reports without a place.
pub fn template_message(path: Option<&SourcePath>, message: &str) -> Diagnostic {
    let message = message.replace('\n', " ");
    let base = match path {
        Some(path) => Diagnostic::file(&codes::TEMPLATE_SYNTAX, path, message),
        None => Diagnostic::project(&codes::TEMPLATE_SYNTAX, message),
    };
    base.help("templates are written in Tera 2: look for the name that the message quotes")
}

/// A variable that a template is never given.
pub fn unknown_variable(span: Span, variable: &str, template: &str, given: &[&'static str]) -> Diagnostic {
    let message = format!("`{variable}` is not given to `{template}`");
    let base = Diagnostic::at(&codes::UNKNOWN_VARIABLE, span, message);
    match nearest(variable, given.iter().copied()) {
        Some(near) => base.help(format!("did you mean `{near}`?")),
        None => base.help(format!("it is given {}", list(given.iter().copied()).replace(" or ", " and "))),
    }
}

/// A template that is never used.
pub fn unused_template<'a>(
    path: &SourcePath,
    name: &str,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let base =
        Diagnostic::file(&codes::UNKNOWN_TEMPLATE, path, format!("no page uses the template `{name}`"));
    match nearest(name, known) {
        Some(near) => base.help(format!("did you mean `{near}`?")),
        None => base.help("a template replaces one of the same name, or is included by another"),
    }
}

/// A copy of a template whose original has changed; `original` is what it hides now and its hash.
pub fn outdated_template(
    span: Span,
    name: &str,
    (original, now): (&SourcePath, &str),
    copied_from: Option<&str>,
) -> Diagnostic {
    let message = match copied_from {
        Some(old) => format!("this was copied from `{old}`, and the theme has `{original}` now"),
        None => format!("`{original}` has changed since this was copied from it"),
    };
    Diagnostic::at(&codes::OUTDATED_TEMPLATE, span, message)
        .caret(format!("it is `{now}` now"))
        .help(format!("compare the two: `greenroom theme eject --diff {name}`"))
        .help(format!("then write `{now}` here, or remove this file to use the theme's own"))
}
