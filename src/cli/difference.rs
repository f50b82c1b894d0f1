//! What changes in a file, as a unified diff.

use std::borrow::Cow;
use std::io::IsTerminal;

use similar::TextDiff;

use crate::report::escape::{acts, push};

/// The difference between two versions of the file called `name`, as `patch` and `git apply` read it; empty when
/// there is none.
pub fn unified(name: &str, before: &str, after: &str) -> String {
    // A tab ends a name that holds spaces, as diff and git write it.
    let end = if name.contains(' ') { "\t" } else { "" };
    let (old, new) = (format!("a/{name}{end}"), format!("b/{name}{end}"));
    TextDiff::from_lines(before, after).unified_diff().header(&old, &new).to_string()
}

/// A difference as standard output takes it: a program gets every byte, a terminal nothing that acts on it.
pub fn shown(difference: &str) -> Cow<'_, str> {
    if std::io::stdout().is_terminal() { escaped(difference) } else { difference.into() }
}

/// A difference that acts on no terminal; its lines and their tabs stay.
pub fn escaped(difference: &str) -> Cow<'_, str> {
    if !difference.contains(|c| acts(c) && !matches!(c, '\n' | '\t')) {
        return difference.into();
    }
    let mut shown = String::with_capacity(difference.len());
    for c in difference.chars() {
        match c {
            '\n' | '\t' => shown.push(c),
            c => push(&mut shown, c),
        }
    }
    shown.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_not_acted_upon() {
        assert_eq!(escaped("+\ta\u{1b}[2J\n-b\r\n"), "+\ta\\u{1b}[2J\n-b\\r\n");
        assert_eq!(unified("a", "x\n", "x\n"), "");
        assert!(unified("a b", "x\n", "y\n").starts_with("--- a/a b\t\n+++ b/a b\t\n"));
    }
}
