//! Colours for code: the owner of syntect and two-face.
//!
//! In: code and the word behind its fence. Out: escaped code in spans of twelve classes of one letter, which
//! the theme colours; syntect's own HTML is six times larger. Long code and long lines stay without colours:
//! the grammars' regular expressions backtrack.

use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use super::escape;

/// Code beyond this many bytes is not coloured.
const MAX_CODE: usize = 64 * 1024;
/// The most that colours add for each byte of code: a span around it.
pub const PER_BYTE: usize = "<span class=\"c\"></span>".len();
/// Nor is code with a line beyond this many bytes.
const MAX_LINE: usize = 2_000;

/// The grammars, 3 ms to load. The one global of this layer: they are constants too large to be compiled in,
/// and only sites with code pay for them.
static GRAMMARS: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// What each kind of name in a grammar is called in HTML; the first that fits counts.
///
/// c comment, s string, n number or constant, k keyword, f function, t type, g tag, a attribute or key,
/// v variable, h heading, i inserted, d deleted. Operators and brackets have no class.
static CLASSES: LazyLock<Vec<(Scope, Option<Class>)>> = LazyLock::new(|| {
    let class = |(scope, class): &(&str, &'static str)| {
        let scope = Scope::new(scope).ok()?;
        Some((scope, Some(*class).filter(|class| !class.is_empty())))
    };
    SCOPES.iter().filter_map(class).collect()
});

type Class = &'static str;

const SCOPES: &[(&str, &str)] = &[
    ("comment", "c"),
    ("constant.character.escape", "n"),
    ("meta.mapping.key string", "a"),
    ("string", "s"),
    ("constant", "n"),
    ("keyword.operator.word", "k"),
    ("keyword.operator.logical.python", "k"),
    ("keyword.operator", ""),
    ("keyword", "k"),
    ("storage", "k"),
    ("variable.language", "k"),
    ("variable.function", "f"),
    ("variable.annotation", "a"),
    ("variable", "v"),
    ("support.function", "f"),
    ("support.macro", "f"),
    ("support.type.property-name", "a"),
    ("support.constant", "n"),
    ("support", "t"),
    ("entity.name.function", "f"),
    ("entity.name.tag", "g"),
    ("entity.name.section", "h"),
    ("entity.name.label", "a"),
    ("entity.name", "t"),
    ("entity.other.inherited-class", "t"),
    ("entity.other.attribute-name", "a"),
    ("markup.heading", "h"),
    ("markup.inserted", "i"),
    ("markup.deleted", "d"),
    ("markup.raw", "s"),
];

/// Names that authors use and the grammars do not know, with one that they do.
const ALIASES: &[(&str, &str)] = &[
    ("c#", "cs"),
    ("csharp", "cs"),
    ("console", "sh"),
    ("cplusplus", "cpp"),
    ("docker", "Dockerfile"),
    ("f#", "fs"),
    ("golang", "go"),
    ("javascript", "js"),
    ("jsonc", "json"),
    ("jsonl", "json"),
    ("jsx", "js"),
    ("mysql", "sql"),
    ("node", "js"),
    ("objc", "m"),
    ("pgsql", "sql"),
    ("plsql", "sql"),
    ("postgres", "sql"),
    ("postgresql", "sql"),
    ("pycon", "py"),
    ("python3", "py"),
    ("scheme", "scm"),
    ("shell", "sh"),
    ("sqlite", "sql"),
    ("terminal", "sh"),
    ("zsh", "sh"),
];

/// Names for code without colours: no language at all, or one there is no grammar for.
const PLAIN: &[&str] = &[
    "",
    "text",
    "txt",
    "plain",
    "plaintext",
    "none",
    "pseudo",
    "pseudocode",
    "output",
    "ascii",
    "abap",
    "apex",
    "asm",
    "assembly",
    "cobol",
    "excel",
    "mermaid",
    "powershell",
    "ps1",
    "pwsh",
    "sas",
    "stata",
    "vb",
    "vba",
    "visualbasic",
];

/// What "did you mean" offers.
pub const COMMON: [&str; 33] = [
    "bash",
    "c",
    "cpp",
    "csharp",
    "css",
    "diff",
    "dockerfile",
    "elixir",
    "go",
    "graphql",
    "haskell",
    "html",
    "java",
    "javascript",
    "json",
    "kotlin",
    "lua",
    "markdown",
    "matlab",
    "perl",
    "php",
    "powershell",
    "python",
    "r",
    "ruby",
    "rust",
    "scala",
    "sql",
    "swift",
    "text",
    "toml",
    "typescript",
    "yaml",
];

/// Whether a word behind a fence means something here.
pub fn is_known(language: &str) -> bool {
    let plain = PLAIN.iter().any(|plain| plain.eq_ignore_ascii_case(language));
    // The usual names are known without loading the grammars.
    plain || COMMON.contains(&language) || grammar(language).is_some()
}

/// Appends the code with colours; false, and nothing appended, when it has to do without.
pub fn write(out: &mut String, language: &str, code: &str) -> bool {
    if code.len() > MAX_CODE || code.lines().any(|line| line.len() > MAX_LINE) {
        return false;
    }
    if PLAIN.iter().any(|plain| plain.eq_ignore_ascii_case(language)) {
        return false;
    }
    let Some(grammar) = grammar(language) else { return false };
    let start = out.len();
    let done = spans(out, grammar, code);
    if done.is_none() {
        out.truncate(start);
    }
    done.is_some()
}

fn grammar(language: &str) -> Option<&'static SyntaxReference> {
    let alias = ALIASES.iter().find(|(name, _)| name.eq_ignore_ascii_case(language));
    GRAMMARS.find_syntax_by_token(alias.map_or(language, |(_, known)| known))
}

/// The spans; `None` when the grammar fails on this code.
fn spans(out: &mut String, grammar: &SyntaxReference, code: &str) -> Option<()> {
    let mut state = ParseState::new(grammar);
    let mut stack = ScopeStack::new();
    let mut open: Option<Class> = None;
    for line in code.split_inclusive('\n') {
        let steps = state.parse_line(line, &GRAMMARS).ok()?;
        let mut from = 0;
        for (at, step) in steps {
            token(out, &mut open, class(&stack), line.get(from..at)?);
            from = at;
            stack.apply(&step).ok()?;
        }
        token(out, &mut open, class(&stack), line.get(from..)?);
    }
    close(out, open);
    Some(())
}

/// Appends a token; neighbours of one class share a span, and spaces belong to either.
fn token(out: &mut String, open: &mut Option<Class>, class: Option<Class>, text: &str) {
    if text.is_empty() {
        return;
    }
    if class != *open && !text.trim().is_empty() {
        close(out, *open);
        if let Some(class) = class {
            out.push_str("<span class=\"");
            out.push_str(class);
            out.push_str("\">");
        }
        *open = class;
    }
    escape::text(out, text);
}

fn close(out: &mut String, open: Option<Class>) {
    if open.is_some() {
        out.push_str("</span>");
    }
}

/// The class of the innermost scope that has one.
fn class(stack: &ScopeStack) -> Option<Class> {
    let of = |scope: &Scope| CLASSES.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope));
    stack.as_slice().iter().rev().find_map(of).and_then(|(_, class)| *class)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coloured(language: &str, code: &str) -> Option<String> {
        let mut out = String::new();
        write(&mut out, language, code).then_some(out)
    }

    #[test]
    fn code_has_small_classes() {
        let rust = coloured("rust", "let a = \"b\"; // c\n").expect("a known language");
        assert_eq!(
            rust,
            "<span class=\"k\">let</span> a = <span class=\"s\">\"b\"</span>; <span class=\"c\">// c\n</span>"
        );
        let python = coloured("py", "def f(x):\n    return x < 1\n").expect("a known language");
        assert!(python.contains("<span class=\"f\">f</span>") && python.contains("&lt;"), "{python}");
    }

    #[test]
    fn common_names_are_known() {
        for name in COMMON.iter().chain(ALIASES.iter().map(|(name, _)| name)) {
            assert!(PLAIN.contains(name) || grammar(name).is_some(), "{name}");
        }
        for name in ["js", "ts", "tsx", "TypeScript", "C++", "c", "h", "rb", "yml", "kt", "sh", "Java", "R"] {
            assert!(is_known(name), "{name}");
        }
        assert!(!is_known("klingon"));
    }

    #[test]
    fn long_code_has_no_colours() {
        assert_eq!(coloured("rust", &"let a = 1;\n".repeat(6_000)), None);
        assert_eq!(coloured("json", &format!("[{}]", "1,".repeat(1_000))), None);
    }
}
