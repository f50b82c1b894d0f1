//! Settings that make editors find the schemas, and the line in a file that does.
//!
//! Taplo and the editors that build on it (Even Better TOML among them) read `.taplo.toml` and the `#:schema` line.
//! `evenBetterToml.schema.associations` is not used: relative paths in it start one folder too high
//! (<https://github.com/tamasfe/taplo/issues/479>).

use crate::base::SourcePath;
use crate::export::schema;
use crate::source::Kind;

/// The folder of the schemas, below the project.
pub const FOLDER: &str = "schemas";

const EXTENSIONS: &str = r#"{
  "recommendations": ["tamasfe.even-better-toml"]
}
"#;

/// New ids are offered soon: the extension keeps a schema for ten minutes otherwise. Words are offered inside quotes.
const SETTINGS: &str = r#"{
  "evenBetterToml.schema.cache.memoryExpiration": 5,
  "evenBetterToml.schema.cache.diskExpiration": 5,
  "[toml]": {
    "editor.quickSuggestions": { "strings": true }
  }
}
"#;

/// The files of editor settings: path below the project, what to look for in an author's own, and text.
pub fn settings() -> [(&'static str, &'static str, String); 3] {
    [
        (".taplo.toml", "schemas/bank.json", rules()),
        (".vscode/extensions.json", "tamasfe.even-better-toml", EXTENSIONS.to_owned()),
        (".vscode/settings.json", "evenBetterToml.schema.cache", SETTINGS.to_owned()),
    ]
}

/// `.taplo.toml`: which schema each TOML file follows.
fn rules() -> String {
    let mut text = "# Which schema a file follows, for editors that know TOML.\n".to_owned();
    for about in &schema::ALL {
        let globs: Vec<String> =
            about.files.iter().filter(|glob| glob.ends_with(".toml")).map(quoted).collect();
        if !globs.is_empty() {
            let (include, name) = (globs.join(", "), about.name);
            text += &format!(
                "\n[[rule]]\ninclude = [{include}]\n\n[rule.schema]\npath = \"{FOLDER}/{name}.json\"\n"
            );
        }
    }
    text
}

fn quoted(glob: &&'static str) -> String {
    format!("\"{glob}\"")
}

/// The first line of a TOML file that names its schema, without a newline; `None` for other files.
///
/// The path is relative to the file, so that it holds wherever the project stands.
pub fn line(path: &SourcePath) -> Option<String> {
    let name = schema::of(&Kind::of(path)).filter(|_| path.name().ends_with(".toml"))?;
    let up = match path.parts().count() {
        1 => "./".to_owned(),
        depth => "../".repeat(depth - 1),
    };
    Some(format!("#:schema {up}{FOLDER}/{name}.json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_leads_from_the_file_to_the_schema() {
        let line = |path| line(&SourcePath::new(path).expect("a path"));
        assert_eq!(line("site.toml").as_deref(), Some("#:schema ./schemas/site.json"));
        assert_eq!(line("content/vocabulary.toml").as_deref(), Some("#:schema ../schemas/vocabulary.json"));
        assert_eq!(
            line("content/roles/nurse/in-hospitals.toml").as_deref(),
            Some("#:schema ../../../schemas/bank.json")
        );
        for other in ["content/roles/nurse/role.md", "greenroom.lock", "content/stray.toml", "static/a.toml"]
        {
            assert_eq!(line(other), None, "{other}");
        }
    }
}
