//! What one key makes of another: the side a bank is on, the choices of a question, what a pick needs.
//!
//! Only what no site can allow: a rule that `[checks]` may lower must not be underlined.
//!
//! Rules stand in `then`, never beside `properties`: editors that complete look into `allOf` and `anyOf`
//! there, and offer nothing else any more.

use super::json::Schema;
use super::shapes::theme_value;
use super::words::Words;
use crate::model::{Direction, List};
use crate::syntax::records::theme::OPTION_TYPES;

/// The rules of a bank.
pub(super) fn bank(schema: Schema, words: &Words<'_>) -> Schema {
    let side =
        |direction: Direction, rules: Schema| rules.only_if(Schema::has("direction", is(direction.word())));
    let rules = vec![
        side(Direction::YouAsk, you_ask(words)),
        side(Direction::YouAnswer, you_answer(words)),
        // The kind comes from the defaults or from each question.
        for_each("question", Schema { required: vec!["kind"], ..Schema::default() })
            .only_if(Schema::has("defaults", Schema::has("kind", Schema::default())).negated()),
        for_each("question", choices()),
    ];
    let all = Schema { all_of: rules, ..Schema::default() };
    let ruled = all.only_if(Schema { required: vec!["direction"], ..Schema::default() });
    Schema { when: ruled.when, then: ruled.then, ..schema }
}

/// The rule of `[[pick]]`: a question or something to draw by.
pub(super) fn pick(schema: Schema) -> Schema {
    let by = ["bank", "topic", "competency", "kind", "priority"];
    let by = by.map(|key| Schema { required: vec![key], ..Schema::default() });
    let drawn = Schema { any_of: by.into(), ..Schema::default() };
    let ruled = Schema { required: vec!["question"], ..Schema::default() }.only_if(drawn.negated());
    Schema { when: ruled.when, then: ruled.then, ..schema }
}

/// The rule of `[[option]]` in a theme: the default has the type.
pub(super) fn option(schema: Schema) -> Schema {
    let typed =
        |kind: &'static str| Schema::has("default", theme_value(kind)).only_if(Schema::has("type", is(kind)));
    let rules = Schema { all_of: OPTION_TYPES.map(typed).into(), ..Schema::default() };
    let both = Schema { required: vec!["type", "default"], ..Schema::default() };
    let ruled = rules.only_if(both);
    Schema { when: ruled.when, then: ruled.then, ..schema }
}

fn you_ask(words: &Words<'_>) -> Schema {
    let instead = |key: &str| format!("a you-ask bank has `{key}` in its place");
    let answering = || "only a question that the student answers has this".to_owned();
    let keys = vec![
        ("cover", nothing(&instead("listen_for"))),
        ("avoid", nothing(&instead("watch_for"))),
        ("prompts", Schema { min_properties: Some(1), ..Schema::default() }.described(answering()).negated()),
        ("sample", nothing(&answering())),
        ("choice", nothing(&answering())),
        ("improper", Schema::refuse(&answering())),
        ("respond", nothing(&answering())),
        ("think", Schema::refuse(&answering())),
        ("kind", not_of(Direction::YouAnswer, words)),
    ];
    sides(Schema::keys(keys))
}

fn you_answer(words: &Words<'_>) -> Schema {
    let instead = |key: &str| format!("a you-answer bank has `{key}` in its place");
    let keys = [
        ("listen_for", nothing(&instead("cover"))),
        ("watch_for", nothing(&instead("avoid"))),
        ("kind", not_of(Direction::YouAsk, words)),
    ];
    sides(Schema::keys(keys))
}

/// What holds for the defaults and for each question. An adaptation is on the side of its question, which may
/// stand in another bank.
fn sides(question: Schema) -> Schema {
    Schema::keys([("defaults", question.clone()), ("question", question.each())])
}

/// `kind = "choice"` needs choices, and another kind has none.
fn choices() -> Schema {
    let right = Schema::has("correct", Schema { r#const: Some(true.into()), ..Schema::default() });
    let some = Schema {
        min_items: Some(2),
        max_items: Some(10),
        contains: Some(Box::new(right)),
        ..Schema::default()
    };
    let another = Schema::has("kind", is("choice").negated());
    let rules = vec![
        Schema::keys([("choice", some)]).only_if(Schema::has("kind", is("choice"))),
        Schema::keys([("choice", nothing("only a question of the kind `choice` has choices"))])
            .only_if(another),
    ];
    Schema { all_of: rules, ..Schema::default() }
}

fn for_each(key: &'static str, schema: Schema) -> Schema {
    Schema::keys([(key, schema.each())])
}

fn is(word: &str) -> Schema {
    Schema { r#const: Some(word.into()), ..Schema::default() }
}

/// A list with nothing in it.
fn nothing(reason: &str) -> Schema {
    Schema { min_items: Some(1), ..Schema::default() }.described(reason).negated()
}

/// No kind of this side. An unknown kind is refused elsewhere.
fn not_of(direction: Direction, words: &Words<'_>) -> Schema {
    let kinds = words.library.vocabulary.words(List::Kind).iter();
    let kinds = kinds.filter(|kind| kind.direction == Some(direction)).map(|kind| kind.id.as_str());
    let kinds = Schema { types: None, ..Schema::one_of(kinds) };
    if kinds.words.is_empty() {
        return Schema::default();
    }
    kinds.described(format!("these kinds belong to {} banks", direction.word())).negated()
}
