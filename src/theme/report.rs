//! The engine's report on names it does not know, read back: it gives such mistakes as text only.
//!
//! Each is a paragraph: `error: …`, ` --> template:line:column`, the line, and carets below the name.

use std::ops::Range;

/// A name the engine does not know.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Unknown<'r> {
    /// What it says.
    pub message: &'r str,
    /// The template's name in the engine.
    pub template: &'r str,
    /// Line and column in the template, from 1; columns count characters.
    at: (usize, usize),
    width: usize,
}

/// The mistakes of a report; none when the text is no such report.
pub(super) fn unknowns(report: &str) -> Vec<Unknown<'_>> {
    report.split("\n\n").filter_map(unknown).collect()
}

fn unknown(paragraph: &str) -> Option<Unknown<'_>> {
    let mut lines = paragraph.lines();
    let message = lines.next()?.strip_prefix("error: ")?;
    let (place, column) = lines.next()?.trim_start().strip_prefix("--> ")?.rsplit_once(':')?;
    let (template, line) = place.rsplit_once(':')?;
    let width = lines.last()?.bytes().filter(|byte| *byte == b'^').count();
    Some(Unknown { message, template, at: (line.parse().ok()?, column.parse().ok()?), width })
}

impl Unknown<'_> {
    /// The bytes of the template that hold the name.
    pub fn range(&self, text: &str) -> Range<usize> {
        let (line, column) = self.at;
        let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let own = text[start..].lines().next().unwrap_or_default();
        let byte = |count: usize| own.char_indices().nth(count).map_or(own.len(), |(at, _)| at);
        let first = column.saturating_sub(1);
        start + byte(first)..start + byte(first + self.width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_paragraph_is_a_place() {
        let text = "<p>\né {{ name | loud }}\n{{ cry() }}";
        let mut engine = tera::Tera::new();
        let report = engine.add_raw_template("a:b.html", text).expect_err("unknown names").to_string();
        let found: Vec<(&str, &str, &str)> =
            unknowns(&report).iter().map(|it| (it.message, it.template, &text[it.range(text)])).collect();
        let filter = ("Unknown filter `loud`", "a:b.html", "loud");
        assert_eq!(found, [filter, ("Unknown function `cry`", "a:b.html", "cry()")]);
        assert!(unknowns("something else").is_empty());
    }
}
