//! Copies of templates that `greenroom theme eject` made: the line that says what each was copied from, and
//! whether that has changed since.

use std::ops::Range;

use super::diags;
use super::load::Layer;
use crate::base::{ContentHash, SourcePath};
use crate::diag::Diagnostic;

const START: &str = "{#- Copied from `";
const HASH: &str = ", hash ";
const END: &str = "-#}";

/// The copy of a template, headed by a line that says where it comes from.
pub fn copy(origin: &SourcePath, name: &str, text: &str) -> String {
    let (version, hash) = (env!("CARGO_PKG_VERSION"), hash(text));
    format!(
        "{START}{origin}` (greenroom {version}{HASH}{hash}). Compare: greenroom theme eject --diff {name} {END}\n{text}"
    )
}

/// A copy without the line that says where it comes from.
pub fn body(text: &str) -> &str {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if mark(text).is_none() {
        return text;
    }
    text.split_once('\n').map_or("", |(_, body)| body)
}

/// What tells two versions of a template apart. Line ends do not count: a checkout may change them.
pub fn hash(text: &str) -> String {
    ContentHash::of(text.replace("\r\n", "\n").as_bytes()).short()
}

/// The file that a text says it was copied from, and where the hash stands.
fn mark(text: &str) -> Option<(&str, Range<usize>)> {
    let line = text.lines().next()?;
    let (origin, rest) = line.strip_prefix(START)?.split_once('`')?;
    let at = line.len() - rest.len() + rest.find(HASH)? + HASH.len();
    let end = at + line[at..].find(')')?;
    line.trim_end().ends_with(END).then_some((origin, at..end))
}

/// Copies of the site whose originals are others now; `layers` as they were read.
pub(super) fn outdated(layers: &[Layer]) -> Vec<Diagnostic> {
    let copied = layers.iter().enumerate().filter(|(_, layer)| layer.is_of_site());
    let outdated = copied.filter_map(|(at, layer)| {
        let (origin, range) = mark(&layer.text)?;
        // What the copy hides: another file when the site has changed its theme.
        let hidden = layers[at + 1..].iter().find(|hidden| hidden.name == layer.name)?;
        let now = hash(&hidden.text);
        let differs = layer.text[range.clone()] != now;
        let moved = hidden.path.as_str() != origin;
        differs.then(|| {
            diags::outdated_template(
                layer.span(range),
                &layer.name,
                (&hidden.path, &now),
                moved.then_some(origin),
            )
        })
    });
    outdated.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_says_where_it_comes_from() {
        let origin = SourcePath::new("themes/default/templates/home.html").expect("a path");
        let made = copy(&origin, "home.html", "<p>\r\n");
        let (from, range) = mark(&made).expect("a mark");
        assert_eq!((from, &made[range]), (origin.as_str(), hash("<p>\n").as_str()));
        assert_eq!(body(&made), "<p>\r\n");
        assert_eq!(body("<p>"), "<p>");
        for other in ["", "{#- Copied from `x` -#}", "{#- Copied from `x` (greenroom 1, hash ab) ", "<p>"] {
            assert!(mark(other).is_none(), "{other}");
        }
    }
}
