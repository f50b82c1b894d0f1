//! What can go wrong while a page is made: only a template can fail.

use crate::base::{OutPath, Span};
use crate::diag::{Diagnostic, codes};
use crate::model::{Library, PageRef};
use crate::plan::Recipe;
use crate::theme::Failure;

/// A template that failed, with its line and the record it was rendering.
pub fn template_error(
    library: &Library,
    path: &OutPath,
    template: &str,
    recipe: &Recipe,
    failure: &Failure,
) -> Diagnostic {
    let message = format!("the template `{template}` fails: {}", failure.message.replace('\n', " "));
    let base = match failure.span {
        Some(span) => Diagnostic::at(&codes::TEMPLATE_ERROR, span, message),
        None => Diagnostic::project(&codes::TEMPLATE_ERROR, message),
    };
    let base = match record(library, recipe) {
        Some(span) => base.label(span, "while this was rendered"),
        None => base,
    };
    base.help(format!(
        "the page is `{}`; `themes/CONTEXT.md` says what its template is given",
        path.address()
    ))
}

/// One failure of each place in a template: it fails on every page alike.
pub fn distinct(mut failures: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = Vec::new();
    failures.sort_by_key(|failure| failure.span());
    for failure in failures {
        if kept.last().is_none_or(|last| last.span() != failure.span() || last.message != failure.message) {
            kept.push(failure);
        }
    }
    kept
}

/// Where the record that a page shows was written.
fn record(library: &Library, recipe: &Recipe) -> Option<Span> {
    let head = |path| Some(Span::head(crate::base::FileId::of(path)));
    match recipe {
        Recipe::Question(ix) | Recipe::Redirect(PageRef::Question(ix)) => Some(library[*ix].span),
        Recipe::Guide(ix) => head(&library[*ix].path),
        Recipe::Message(ix) => head(&library[*ix].path),
        Recipe::Checklist(ix) => head(&library[*ix].path),
        Recipe::Kit(ix) => head(&library[*ix].path),
        Recipe::Bank(ix, _) => head(&library[*ix].path),
        Recipe::Composed(ix, _) => match (library[*ix].scope.role, library[*ix].scope.industry) {
            (Some(role), _) => head(&library[role].path),
            (None, Some(industry)) => head(&library[industry].path),
            (None, None) => None,
        },
        _ => None,
    }
}
