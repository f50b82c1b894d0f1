//! JSON Schemas of everything authors write: what editors complete, explain and underline.
//!
//! Takes the tables of keys and what a site says, gives one schema for each kind of file. The tables are those
//! the reader uses; the words are the site's own. Reads and writes no file.

mod json;
mod rules;
mod shapes;
mod words;

use std::sync::Arc;

use json::Schema;
use shapes::Writer;
use words::Words;

use crate::model::Library;
use crate::source::{Kind, Sources};
use crate::syntax::record::Record;
use crate::syntax::records::theme::ThemeOption;
use crate::syntax::records::{bank, guide, kit, place, site, task, theme, vocabulary};
use crate::syntax::{File, parse};
use crate::theme::{BUILT_IN, declared};

/// The dialect that every schema declares.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The comment in every schema: by it a later run knows its own files.
pub const MARK: &str = "written by greenroom schema; changes here are lost";

/// A kind of file that has a schema.
#[derive(Debug)]
pub struct About {
    /// What the schema is called: `bank`.
    pub name: &'static str,
    /// The files it is for: globs of paths from the project's root.
    pub files: &'static [&'static str],
    record: &'static Record,
}

/// Every schema, in the order of the manual.
pub static ALL: [About; 10] = [
    About { name: "site", files: &["site.toml"], record: &site::SITE },
    About {
        name: "bank",
        files: &["content/banks/**/*.toml", "content/industries/*/*.toml", "content/roles/*/*.toml"],
        record: &bank::BANK,
    },
    About { name: "kit", files: &["content/kits/*.toml"], record: &kit::KIT },
    About { name: "vocabulary", files: &["content/vocabulary.toml"], record: &vocabulary::VOCABULARY },
    About { name: "theme", files: &["themes/*/theme.toml"], record: &theme::THEME },
    About { name: "role", files: &["content/roles/*/role.md"], record: &place::ROLE },
    About { name: "industry", files: &["content/industries/*/industry.md"], record: &place::INDUSTRY },
    About { name: "guide", files: &["content/guides/**/*.md"], record: &guide::GUIDE },
    About { name: "message", files: &["content/messages/*.md"], record: &task::MESSAGE },
    About { name: "checklist", files: &["content/checklists/*.md"], record: &task::CHECKLIST },
];

/// The name of the schema for a file of this kind: of all its TOML, or of its front matter.
pub fn of(kind: &Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Site => "site",
        Kind::Bank(_) => "bank",
        Kind::Kit => "kit",
        Kind::Vocabulary => "vocabulary",
        Kind::Theme(_, inner) if inner == "theme.toml" => "theme",
        Kind::Role(_) => "role",
        Kind::Industry(_) => "industry",
        Kind::Guide => "guide",
        Kind::Message => "message",
        Kind::Checklist => "checklist",
        _ => return None,
    })
}

/// What a site has that its library does not know.
#[derive(Clone, Debug)]
pub struct Themes {
    names: Vec<String>,
    options: Vec<ThemeOption>,
}

impl Themes {
    /// The themes among the sources, and the options of the one that the site has.
    pub fn of(sources: &Sources, library: &Library) -> Themes {
        let mut files = Vec::new();
        let mut names = vec![BUILT_IN.to_owned()];
        for source in sources.files() {
            if let Kind::Theme(name, inner) = &source.kind
                && inner == "theme.toml"
            {
                names.push(name.clone());
                let (path, kind, parsed) =
                    (source.path.clone(), source.kind.clone(), Arc::new(parse(source)));
                files.push(File { path, id: source.id, kind, parsed });
            }
        }
        names.sort();
        names.dedup();
        Themes { names, options: declared(&files, &library.site.theme.0) }
    }
}

/// Whether every name is known; else some file cannot be read to its end, and where its names would stand only the
/// form of a name is checked.
pub fn knows_all_names(library: &Library) -> bool {
    let incomplete = &library.incomplete;
    incomplete.has_all_banks() && !incomplete.vocabulary() && !incomplete.site()
}

/// The text of one schema; equal for equal sites.
pub fn write(about: &About, library: &Library, themes: &Themes) -> String {
    let words = Words { library, themes: &themes.names, options: &themes.options };
    let mut writer = Writer::new(words);
    let schema = writer.record(about.record);
    let schema = match about.name {
        "bank" => rules::bank(schema, &words),
        "kit" => in_each(schema, "pick", rules::pick),
        "theme" => in_each(schema, "option", rules::option),
        _ => schema,
    };
    let schema = Schema {
        dialect: Some(DIALECT),
        comment: Some(MARK),
        title: Some(about.record.name.to_owned()),
        definitions: writer.definitions(),
        ..schema
    };
    let mut text =
        serde_json::to_string_pretty(&schema).expect("texts, numbers and flags have a form in JSON");
    text.push('\n');
    text
}

/// The schema with a rule for each table of an array.
fn in_each(mut schema: Schema, key: &str, rule: fn(Schema) -> Schema) -> Schema {
    if let Some(tables) = schema.properties.get_mut(key) {
        tables.items = tables.items.take().map(|item| Box::new(rule(*item)));
    }
    schema
}
