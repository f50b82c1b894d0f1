//! Pseudo-locales: the English words in a form that shows where they come from, and made longer.
//!
//! Made from the built-in `en.ftl` when a test runs; nothing of them is shipped.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use fluent_syntax::{parser, serializer};

/// A letter of each kind for every letter of English.
const ACCENTED: &str = "áƀçðéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýž";

/// `en.ftl` with accents on every letter and doubled vowels: about a third longer, as German or French is.
pub fn accented(english: &str) -> String {
    with_words(english, &|text| {
        let mut out = String::new();
        for c in text.chars() {
            let Some(at) = "abcdefghijklmnopqrstuvwxyz".find(c.to_ascii_lowercase()) else {
                out.push(c);
                continue;
            };
            let letter = ACCENTED.chars().nth(at).expect("one for each letter");
            let count = if "aeiou".contains(c.to_ascii_lowercase()) { 2 } else { 1 };
            out.extend(std::iter::repeat_n(letter, count));
        }
        out
    })
}

/// `en.ftl` in Hebrew letters, one for each: it reads from right to left and means nothing.
pub fn leftwards(english: &str) -> String {
    with_words(english, &|text| {
        let letter = |c: char| match "abcdefghijklmnopqrstuvwxyz".find(c.to_ascii_lowercase()) {
            Some(at) => char::from_u32(0x05D0 + at as u32).expect("a letter of Hebrew"),
            None => c,
        };
        text.chars().map(letter).collect()
    })
}

fn with_words(english: &str, change: &dyn Fn(&str) -> String) -> String {
    let mut resource: Resource<String> =
        parser::parse(english.to_owned()).expect("the built-in theme can be read");
    for entry in &mut resource.body {
        match entry {
            Entry::Message(message) => pattern(message.value.as_mut().expect("words"), change),
            Entry::Term(term) => pattern(&mut term.value, change),
            _ => {}
        }
    }
    serializer::serialize(&resource)
}

fn pattern(of: &mut Pattern<String>, change: &dyn Fn(&str) -> String) {
    for element in &mut of.elements {
        match element {
            PatternElement::TextElement { value } => *value = change(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter_mut().for_each(|variant| pattern(&mut variant.value, change));
            }
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::StringLiteral { value }),
            } => *value = change(value),
            PatternElement::Placeable { .. } => {}
        }
    }
}
