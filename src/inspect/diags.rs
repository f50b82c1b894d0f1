//! How findings on pages become diagnostics.

use std::collections::BTreeSet;

use super::{Finding, code, place::Templates};
use crate::base::OutPath;
use crate::diag::Diagnostic;

/// A finding with the pages that show it: in the template that wrote it when that can be told, else with the
/// template that makes the first of the pages.
pub fn finding(
    finding: &Finding,
    on: &[(&OutPath, &'static str)],
    templates: &Templates,
    whose: &str,
) -> Diagnostic {
    let (first, template) = on.first().expect("a finding is on a page");
    let code = code(finding.code);
    let span = finding.written.as_deref().and_then(|written| templates.span(template, written));
    let made: BTreeSet<&str> = on.iter().map(|(_, template)| *template).collect();
    // What many templates show is mostly written in the page around them all.
    let maker = if made.len() > 2 { "base.html" } else { template };
    let base = match (span, templates.file(maker).or_else(|| templates.file(template))) {
        (Some(span), _) => Diagnostic::at(code, span, finding.message.clone()),
        (None, Some(path)) => Diagnostic::file(code, path, finding.message.clone()),
        (None, None) => Diagnostic::project(code, finding.message.clone()),
    };
    let page = match first.address() {
        home if home.is_empty() => "the home page".to_owned(),
        address => format!("`{address}`"),
    };
    let more = match on.len() - 1 {
        0 => String::new(),
        1 => " and one page more".to_owned(),
        more => format!(" and {more} pages more"),
    };
    let by = match made.len() {
        1 => format!("made with `{template}`"),
        2..=3 => format!(
            "made with {}",
            made.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
        ),
        count => {
            format!("made with `{template}` and {} templates more: look in what they all extend", count - 1)
        }
    };
    base.help(finding.help).help(format!("seen on {page}{whose}{more}, {by}"))
}
