//! Patterns say what the reader's functions say: forms, durations, addresses.

use greenroom::base::Seconds;
use greenroom::source::Sources;
use greenroom::syntax::record::Shape;
use greenroom::syntax::records;
use greenroom::syntax::toml::is_web_address;
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value;

use super::{analyse, schemas};

/// The schema of one key, at a JSON pointer of a file's schema.
fn key(name: &str, pointer: &str) -> Validator {
    let schemas = schemas(&analyse(Sources::default()));
    let schema = &schemas.iter().find(|(own, _)| *own == name).expect("a schema").1;
    let key = schema.pointer(pointer).unwrap_or_else(|| panic!("{name} has no {pointer}"));
    jsonschema::validator_for(key).expect("a schema")
}

fn agree(validator: &Validator, text: &str, fits: bool) -> Result<(), TestCaseError> {
    prop_assert_eq!(validator.is_valid(&Value::from(text)), fits, "{:?}", text);
    Ok(())
}

/// Runs a property over texts that are nearly right.
fn holds(near: &'static str, property: impl Fn(&str) -> Result<(), TestCaseError>) {
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    runner.run(&near, |text| property(&text)).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn a_duration_is_what_the_reader_takes() {
    let answer = key("bank", "/properties/question/items/properties/answer");
    // Few hours: a pattern cannot hold that the sum stays below a day.
    let near = "\\PC{0,2}|[ \u{a0}]?([0-9]{0,2} {0,2}(s|sec|SECS|seconds|m|Min|minutes|M|x|)|[0-9]\u{a0}?(h|HR|hours))\
        [ ,]{0,2}([0-9]{1,2} ?(s|mins))?[ ,]?";
    holds(near, |text| agree(&answer, text, Seconds::parse(text).is_some()));
    for text in ["1 hour", "2 hrs", "2hours", "1hr", "3 h", "1h 30m", "1 weeks", "1.5m"] {
        agree(&answer, text, Seconds::parse(text).is_some()).unwrap();
    }
}

#[test]
fn an_address_is_what_the_reader_takes() {
    let url = key("site", "/properties/base_url");
    let near = "https?:/{0,3}[a-z.@:\\[\\]0-9é-]{0,5}[/?#.]?[a-zé @%&=\"<>`\\\\#?/\u{7f}\u{85}\u{a0}]{0,4}|\\PC{0,8}";
    holds(near, |text| agree(&url, text, is_web_address(text)));
}

#[test]
fn a_form_is_what_the_reader_takes() {
    let of = |name: &str| -> fn(&str) -> bool {
        let mut fields = records::ALL.iter().flat_map(|record| record.fields);
        match fields.find(|field| field.name == name).map(|field| &field.shape) {
            Some(Shape::Form(fits, _)) => *fits,
            _ => panic!("{name} has no form"),
        }
    };
    let forms = [
        ("site", "/properties/language", "language", "[a-zA-Z]{1,4}(-[a-zA-Z0-9]{0,9}){0,2}"),
        ("site", "/properties/country", "country", "[A-Za-zÄ]{1,3}"),
        (
            "site",
            "/properties/office/properties/email",
            "email",
            "[a-zA-Z._+-]{0,3}@{0,2}[a-z._é-]{0,4}\\.?[a-z@]{0,3}",
        ),
        ("role", "/properties/soc", "soc", "[0-9]{1,3}-[0-9]{3,5}(\\.[0-9]{1,3})?"),
        ("industry", "/properties/naics", "naics", "[0-9]{1,7}|(31|44|48)-(33|45|49)"),
    ];
    for (name, pointer, field, near) in forms {
        let (form, fits) = (key(name, pointer), of(field));
        holds(near, |text| agree(&form, text, fits(text)));
    }
}
