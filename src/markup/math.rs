//! Formulas: LaTeX to MathML Core, the owner of math-core.
//!
//! The converter's output is read tag by tag and only what is on a list is kept: it writes `style`
//! attributes, which the content security policy blocks, so those that matter become classes; colours and
//! negative spaces are lost, and links and anchors within formulas are taken out.

use std::ops::Range;
use std::sync::LazyLock;

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};

/// The longest formula, in bytes.
const MAX_BYTES: usize = 4 * 1024;
/// The deepest nesting: the converter recurses.
const MAX_DEPTH: usize = 40;

/// The converter without macros. It has no state and costs microseconds; kept because it owns a hash map.
static CONVERTER: LazyLock<LatexToMathML> =
    LazyLock::new(|| LatexToMathML::new(MathCoreConfig::default()).unwrap_or_default());

/// Why a formula cannot be read.
#[derive(Debug)]
pub struct Unreadable {
    /// Where in the source, when one place is to blame.
    pub at: Option<Range<usize>>,
    /// In a few words.
    pub why: String,
}

/// A formula as MathML.
pub fn formula(source: &str, display: bool) -> Result<String, Unreadable> {
    if source.len() > MAX_BYTES {
        let why = format!("it has more than {MAX_BYTES} bytes");
        return Err(Unreadable { at: None, why });
    }
    if let Some(at) = too_deep(source) {
        let why = format!("it is nested more than {MAX_DEPTH} deep");
        return Err(Unreadable { at: Some(at..at + 1), why });
    }
    let display = if display { MathDisplay::Block } else { MathDisplay::Inline };
    match CONVERTER.convert_with_local_state(source, display) {
        Ok(made) => Ok(permitted(&made.mathml)),
        Err(error) => Err(Unreadable { at: Some(error.0.clone()), why: plainly(&error.error_message()) }),
    }
}

/// Where the nesting passes [`MAX_DEPTH`].
///
/// Counts open brackets of every kind, and commands that follow each other, because `\sqrt\sqrt\sqrt x`
/// nests too. Errs on the strict side.
fn too_deep(source: &str) -> Option<usize> {
    let bytes = source.as_bytes();
    let (mut open, mut chain) = (0_usize, 0_usize);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'{' | b'[' | b'(' => open += 1,
            b'}' | b']' | b')' => {
                open = open.saturating_sub(1);
                chain = 0;
            }
            b'\\' => {
                let word = &source[at + 1..];
                if word.starts_with("left") || word.starts_with("begin") {
                    open += 1;
                } else if word.starts_with("right") || word.starts_with("end") {
                    open = open.saturating_sub(1);
                }
                chain += 1;
            }
            b'^' | b'_' => chain += 1,
            b' ' | b'\n' | b'\t' => {}
            // The letters of a command's name do not end a chain of commands; other letters do.
            byte if byte.is_ascii_alphabetic() && in_command(bytes, at) => {}
            _ => chain = 0,
        }
        if open + chain > MAX_DEPTH {
            return Some(at);
        }
    }
    None
}

/// Whether the letter at `at` belongs to the name of a command.
fn in_command(bytes: &[u8], at: usize) -> bool {
    let letters = bytes[..at].iter().rev().take(30).take_while(|byte| byte.is_ascii_alphabetic()).count();
    at > letters && bytes[at - letters - 1] == b'\\'
}

/// The converter's message as ours are: lower case, no full stop, backticks.
fn plainly(message: &str) -> String {
    let message = message.trim().trim_end_matches('.').replace(['"', '\u{201C}', '\u{201D}'], "`");
    let mut chars = message.chars();
    chars.next().map_or(message.clone(), |first| first.to_lowercase().chain(chars).collect())
}

/// Elements of MathML Core, and the few of HTML that text in formulas uses.
const ELEMENTS: &[&str] = &[
    "b",
    "code",
    "em",
    "i",
    "math",
    "menclose",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "s",
    "span",
    "u",
];

/// Attributes that change how a formula looks and nothing else.
const ATTRIBUTES: &[&str] = &[
    "accent",
    "accentunder",
    "columnspan",
    "depth",
    "dir",
    "display",
    "displaystyle",
    "fence",
    "form",
    "height",
    "largeop",
    "linethickness",
    "lspace",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "notation",
    "rowspan",
    "rspace",
    "scriptlevel",
    "separator",
    "stretchy",
    "symmetric",
    "voffset",
    "width",
];

/// Styles that are kept, as the classes that stand for them.
const STYLES: &[(&str, &str)] = &[
    ("text-align: left", "m-left"),
    ("text-align: right", "m-right"),
    ("padding-left: 0", "m-pl0"),
    ("padding-right: 0", "m-pr0"),
    ("padding-left:1em", "m-pl1"),
    ("border-left: 0.05em solid currentcolor", "m-bl"),
    ("border-right: 0.05em solid currentcolor", "m-br"),
    ("border-top: 0.05em solid currentcolor", "m-bt"),
    ("border-left: 0.05em dashed currentcolor", "m-bl m-dash"),
    ("border-right: 0.05em dashed currentcolor", "m-br m-dash"),
    ("border-top: 0.05em dashed currentcolor", "m-bt m-dash"),
    ("width: 100%", "m-wide"),
    ("width: 50%", "m-half"),
];

/// Only what is on the lists.
fn permitted(mathml: &str) -> String {
    let mut out = String::with_capacity(mathml.len());
    let mut rest = mathml;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        let Some(end) = rest[start..].find('>') else {
            rest = "";
            break;
        };
        tag(&mut out, &rest[start + 1..start + end]);
        rest = &rest[start + end + 1..];
    }
    out.push_str(rest);
    out
}

fn tag(out: &mut String, inner: &str) {
    let (closing, body) = inner.strip_prefix('/').map_or((false, inner), |body| (true, body));
    let (body, empty) = body.strip_suffix('/').map_or((body, false), |body| (body, true));
    let (name, mut rest) = body.split_once(char::is_whitespace).unwrap_or((body, ""));
    if !ELEMENTS.contains(&name) {
        return;
    }
    out.push_str(if closing { "</" } else { "<" });
    out.push_str(name);
    let mut classes: Vec<&str> = Vec::new();
    while let Some((attribute, value)) = rest.split_once("=\"") {
        let Some((value, behind)) = value.split_once('"') else { break };
        rest = behind;
        match attribute.trim() {
            "class" => classes.extend(value.split_whitespace()),
            "style" => classes.extend(value.split(';').filter_map(class_of)),
            name if ATTRIBUTES.contains(&name) => {
                out.push(' ');
                out.push_str(name);
                out.push_str("=\"");
                out.push_str(value);
                out.push('"');
            }
            _ => {}
        }
    }
    if !classes.is_empty() {
        out.push_str(" class=\"");
        out.push_str(&classes.join(" "));
        out.push('"');
    }
    out.push_str(if empty { "/>" } else { ">" });
}

fn class_of(style: &str) -> Option<&str> {
    STYLES.iter().find(|(known, _)| *known == style.trim()).map(|(_, class)| *class)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_mathml() {
        let made = formula("x^2", false).expect("a formula");
        assert_eq!(made, "<math><msup><mi>x</mi><mn>2</mn></msup></math>");
        let aligned = formula("\\begin{aligned} a &= b \\\\ c &= \\color{red} d \\end{aligned}", true);
        let aligned = aligned.expect("a formula");
        assert!(aligned.contains("class=\"m-right m-pr0\"") && !aligned.contains(" style="), "{aligned}");
    }

    #[test]
    fn mistakes_have_a_place() {
        let error = formula("a + \\foo", false).expect_err("no such command");
        assert_eq!(error.at, Some(4..8));
        assert!(error.why.starts_with("unknown command `"), "{}", error.why);
    }

    #[test]
    fn nothing_nests_deep_enough_to_hurt() {
        let deep = [
            "{".repeat(2_000),
            "\\sqrt".repeat(800),
            "\\sqrt ".repeat(600),
            "\\left(".repeat(600),
            "x^".repeat(2_000),
            "\\frac{".repeat(600),
            "\\hat\\bar".repeat(500),
            "\\begin{matrix}".repeat(290),
            "\\text{".repeat(600),
            "\\sqrt[".repeat(600),
            "\\not".repeat(1_000),
        ];
        let test = move || deep.iter().for_each(|source| drop(formula(source, false)));
        // Half of what the smallest thread that renders has.
        let thread = std::thread::Builder::new().stack_size(1024 * 1024).spawn(test).expect("a thread");
        assert!(thread.join().is_ok());
    }

    #[test]
    fn only_listed_markup_passes() {
        let made = permitted(
            "<math><script src=\"x\">a</script><mi onclick=\"x\" id=\"y\" dir=\"ltr\">b</mi></math>",
        );
        assert_eq!(made, "<math>a<mi dir=\"ltr\">b</mi></math>");
        for source in
            ["\\text{<script>}", "\\href{javascript:x}{y}", "\\tag{<b>}", "\\label{\"><script>}", "\\ref{x}"]
        {
            if let Ok(made) = formula(source, true) {
                assert!(!made.contains("<script") && !made.contains("href"), "{made}");
            }
        }
    }
}
