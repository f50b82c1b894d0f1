//! What templates call: `t(key="…", n=…)` for a phrase, `day(of="2026-05-01")` for a date.
//!
//! A phrase is text and is escaped where it is printed. HTML in a gap stays HTML: then the words around it are
//! escaped here, so a sentence can hold a link and a language file can still not write a tag.

use std::collections::HashMap;
use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use tera::{Error, Kwargs, State, TeraResult, Value};

use super::Phrases;

/// Gives the engine its functions.
pub(in crate::theme) fn register(engine: &mut tera::Tera, phrases: &Arc<Phrases>) {
    // A phrase without gaps is the same value wherever it stands.
    let plain: HashMap<String, Value> =
        phrases.plain.iter().map(|(key, text)| (key.clone(), Value::from(text.as_str()))).collect();
    let said = Arc::clone(phrases);
    engine.register_function("t", move |given: Kwargs, _: &State<'_>| {
        let key: &str = given.must_get("key")?;
        match plain.get(key) {
            Some(text) => Ok(text.clone()),
            None => phrase(&said, key, &given),
        }
    });
    let said = Arc::clone(phrases);
    engine.register_function("day", move |given: Kwargs, _: &State<'_>| -> TeraResult<String> {
        Ok(said.day(given.must_get("of")?))
    });
}

fn phrase(phrases: &Phrases, key: &str, given: &Kwargs) -> TeraResult<Value> {
    let mut args = FluentArgs::new();
    let mut html: Vec<&str> = Vec::new();
    for (name, value) in given.iter() {
        let Some(name) = name.as_str().filter(|name| *name != "key") else { continue };
        match (value.as_str(), value.as_u64()) {
            (Some(text), _) if value.is_safe() => {
                args.set(name.to_owned(), FluentValue::from(gap(html.len()).to_string()));
                html.push(text);
            }
            (Some(text), _) => args.set(name.to_owned(), FluentValue::from(text)),
            (None, Some(number)) => args.set(name.to_owned(), FluentValue::from(number)),
            (None, None) if value.is_number() => {
                args.set(name.to_owned(), FluentValue::from(value.as_f64().unwrap_or_default()));
            }
            (None, None) => {
                return Err(Error::message(format!(
                    "`{name}` of the phrase `{key}` is no text and no number"
                )));
            }
        }
    }
    let text = phrases
        .format(key, &args)
        .ok_or_else(|| Error::message(format!("there is no phrase `{key}` in any language file")))?;
    if html.is_empty() {
        return Ok(Value::from(text));
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match (0..html.len()).find(|at| gap(*at) == c) {
            Some(at) => out.push_str(html[at]),
            None => match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '"' => out.push_str("&quot;"),
                c => out.push(c),
            },
        }
    }
    Ok(Value::safe_string(&out))
}

/// What stands for HTML until the words around it are escaped: a character for private use, that no text has.
fn gap(at: usize) -> char {
    u32::try_from(at).ok().and_then(|at| char::from_u32(0xF_0000 + at)).unwrap_or('\u{F0000}')
}
