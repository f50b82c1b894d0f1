//! The shape of every record an author writes: its keys, what they take, and what they mean.
//!
//! One table per record serves the reader, the diagnostics and the documentation, so that the three
//! cannot disagree. Reads nothing itself.

/// A kind of record: a file, a front matter or a table in one.
#[derive(Debug)]
pub struct Record {
    /// What an author calls it: `question`.
    pub name: &'static str,
    /// One sentence: what it is.
    pub doc: &'static str,
    /// Its keys, in the order of the manual.
    pub fields: &'static [Field],
}

impl Record {
    /// The key of this name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The names of its keys, in the order of the manual.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.fields.iter().map(|field| field.name)
    }
}

/// Which keys of a record an author wrote, whether or not they could be read.
///
/// What was written and not read was reported; it is not missing.
#[derive(Clone, Copy, PartialEq, Eq, Default, Hash, Debug)]
pub struct Written(u64);

impl Written {
    /// Notes a key.
    pub fn add(&mut self, record: &Record, key: &str) {
        self.0 |= Written::bit(record, key);
    }

    /// These keys and those of `other`.
    pub fn and(self, other: Written) -> Written {
        Written(self.0 | other.0)
    }

    /// Whether the key is among them.
    pub fn has(self, record: &Record, key: &str) -> bool {
        self.0 & Written::bit(record, key) != 0
    }

    /// No record has more than 64 keys.
    fn bit(record: &Record, key: &str) -> u64 {
        record.fields.iter().take(64).position(|field| field.name == key).map_or(0, |at| 1 << at)
    }
}

/// A key of a record.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub name: &'static str,
    /// What it takes.
    pub shape: Shape,
    /// Whether the record is wrong without it.
    pub required: bool,
    /// One sentence: what it means.
    pub doc: &'static str,
}

impl Field {
    /// A key the record is wrong without.
    pub const fn required(mut self) -> Field {
        self.required = true;
        self
    }
}

/// A key that may be left out.
pub const fn field(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field { name, shape, required: false, doc }
}

/// What a key takes.
#[derive(Debug)]
pub enum Shape {
    /// A slug.
    Id,
    /// A slug that names something else: a role, a vocabulary word.
    Name,
    /// `bank/question`, or `question` inside its own bank.
    QuestionName,
    /// One line of plain text.
    Line,
    /// Plain text of any length.
    Text,
    /// One line of inline Markdown.
    InlineLine,
    /// Inline Markdown of any length.
    Inline,
    /// Markdown.
    Markdown,
    /// `true` or `false`.
    Flag,
    /// A whole number in this range.
    Number(i64, i64),
    /// A date, without quotes.
    Date,
    /// A duration: `"30s"`, `"2 min"` or seconds.
    Duration,
    /// An `http` or `https` address.
    Url,
    /// A number of months: `"12 months"` or `"1 year"`.
    Months,
    /// A colour: `#rrggbb`.
    Colour,
    /// A text of a known form, with an example of it.
    Form(fn(&str) -> bool, &'static str),
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A list.
    List(&'static Shape),
    /// An address, or a table with `title` and `url`.
    Source,
    /// A table with these keys.
    Table(&'static Record),
    /// An array of tables with these keys.
    Tables(&'static Record),
    /// Codes and their levels.
    Levels,
    /// Options that something else declares: texts, numbers, flags.
    Options,
}

impl Shape {
    /// The shape in words, for messages: "a list of texts".
    pub fn words(&self) -> String {
        match self {
            Shape::Id | Shape::Name | Shape::QuestionName => "an id in quotes".into(),
            Shape::Line
            | Shape::Text
            | Shape::InlineLine
            | Shape::Inline
            | Shape::Markdown
            | Shape::Form(..) => "a text in quotes".into(),
            Shape::Flag => "`true` or `false`".into(),
            Shape::Number(least, most) => format!("a whole number from {least} to {most}"),
            Shape::Date => "a date such as `2026-09-01`, without quotes".into(),
            Shape::Duration => "a duration such as `\"90s\"` or `\"2 min\"`".into(),
            Shape::Url => "an address in quotes that starts with `https://`".into(),
            Shape::Months => "a number of months such as `\"12 months\"`".into(),
            Shape::Colour => "a colour such as `\"#0b5c63\"`".into(),
            Shape::OneOf(words) => format!("one of {}", list(words.iter().copied())),
            Shape::List(item) => match item {
                Shape::Id | Shape::Name | Shape::QuestionName => "a list of ids: `[\"one\", \"two\"]`".into(),
                Shape::Source => "a list of addresses: `[\"https://…\"]`".into(),
                _ => "a list of texts: `[\"one\", \"two\"]`".into(),
            },
            Shape::Source => "an address in quotes, or `{ title = \"…\", url = \"…\" }`".into(),
            Shape::Table(record) => match record.fields.first() {
                Some(field) => format!("keys of its own: `{}.{} = …`", record.name, field.name),
                None => "keys of its own".into(),
            },
            Shape::Levels | Shape::Options => {
                "keys of its own, below a line with its name in brackets".into()
            }
            Shape::Tables(record) => format!("tables that start with `[[{}]]`", record.name),
        }
    }
}

/// `a`, `b` or `c`, each in backticks.
pub fn list<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        Some((only, _)) => only.clone(),
        None => String::new(),
    }
}
