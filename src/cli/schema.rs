//! `greenroom schema`: write JSON Schemas, so that editors complete and underline.
//!
//! The schemas come from `export::schema`; here they become files, and editors are told of them.

mod editor;
mod files;

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::terminal::Terminal;
use super::{End, project};
use crate::disk::{WriteError, create};
use crate::export::schema::{ALL, Themes, knows_all_names, write};
use crate::model::{Library, Options};
use crate::source::Sources;

pub use editor::{FOLDER, line, settings};
use files::{State, put, state};

/// Options of `schema`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  greenroom schema                  write schemas/ and settings for editors
  greenroom schema --check          in a workflow: fails when schemas/ is out of date
  greenroom schema bank             print one schema

A schema says what a file may hold. With one, an editor offers keys and words while you type, says what \
each means, and underlines what is wrong before you save.

The schemas hold the words of this site: its vocabulary, roles, industries, banks and questions. \
`greenroom serve` keeps the folder schemas/ up to date; without it run `greenroom schema` after adding a \
role, a bank or questions.

Visual Studio Code needs the extension Even Better TOML (tamasfe.even-better-toml), which .vscode/ \
recommends. Other editors need Taplo, which reads .taplo.toml. A first line such as \
`#:schema ../../schemas/bank.json` works in both, whichever folder is opened. Schemas of Markdown files \
(role, industry, guide, message, checklist) are for their front matter.

Editor settings that are there already are never changed, and neither is a file in schemas/ that \
greenroom did not write.")]
pub struct SchemaOptions {
    /// Print this schema and write nothing
    #[arg(value_name = "NAME", value_parser = PossibleValuesParser::new(ALL.iter().map(|about| about.name)))]
    pub name: Option<String>,
    /// The folder of the schemas; below the project unless it is absolute
    #[arg(short, long, value_name = "DIR", default_value = FOLDER, conflicts_with = "name")]
    pub out: PathBuf,
    /// Write nothing; fail when a schema is missing or out of date
    #[arg(long, conflicts_with = "name")]
    pub check: bool,
}

/// Write JSON Schemas, so that editors complete and underline.
pub fn run(project: &Path, options: &SchemaOptions, terminal: &Terminal) -> End {
    let Some(build) = project::analyse(project, &Options::default(), terminal) else { return End::Failed };
    let (library, sources) = (build.library(), &build.sources);
    if let Some(about) = ALL.iter().find(|about| options.name.as_deref() == Some(about.name)) {
        let text = write(about, library, &Themes::of(sources, library));
        return super::print(|out| out.write_all(text.as_bytes()).map(|()| End::Clean));
    }
    if !project::is_site(sources) {
        terminal.fail(
            &"there is no `site.toml` here; go to the folder of a site, or name it: `greenroom -C DIR schema`",
        );
        return End::Failed;
    }
    if !knows_all_names(library) {
        terminal.say(
            "some files cannot be read to their end: their names are not in the schemas; see `greenroom check`",
        );
    }
    let folder = project.join(&options.out);
    let schemas = texts(library, sources);
    let result = if options.check {
        check(&folder, &schemas, &options.out, terminal)
    } else {
        let fresh = !folder.exists();
        let written = write_all(&folder, &schemas, &options.out, terminal);
        match written {
            Ok(End::Clean) if options.out == Path::new(FOLDER) => tell_editors(project, fresh, terminal),
            other => other,
        }
    };
    result.unwrap_or_else(|error| {
        terminal.fail(&error);
        End::Failed
    })
}

/// The schemas of a site: file name and text.
pub fn texts(library: &Library, sources: &Sources) -> Vec<(String, String)> {
    let themes = Themes::of(sources, library);
    ALL.iter().map(|about| (format!("{}.json", about.name), write(about, library, &themes))).collect()
}

/// Brings the schemas of a project up to date that it has and that greenroom wrote; gives their names.
///
/// Nothing happens without the folder `schemas/`, and while a file cannot be read to its end: its names would
/// come and go. `sources` are those of a build: they have the built-in theme.
///
/// # Errors
///
/// When one cannot be read or written; the others are up to date then.
pub fn refresh(project: &Path, library: &Library, sources: &Sources) -> Result<Vec<String>, WriteError> {
    let folder = project.join(FOLDER);
    if !knows_all_names(library) || !folder.is_dir() {
        return Ok(Vec::new());
    }
    let (mut written, mut failed) = (Vec::new(), None);
    for (name, text) in texts(library, sources) {
        let path = folder.join(&name);
        match state(&path, &text) {
            Ok(State::Stale) => match put(&path, &text, State::Stale) {
                Ok(()) => written.push(name),
                Err(error) => failed = Some(error),
            },
            Ok(State::Current | State::Missing | State::Foreign) => {}
            Err(error) => failed = Some(error),
        }
    }
    failed.map_or(Ok(written), Err)
}

fn check(
    folder: &Path,
    schemas: &[(String, String)],
    shown: &Path,
    terminal: &Terminal,
) -> Result<End, WriteError> {
    let mut old = Vec::new();
    for (name, text) in schemas {
        if state(&folder.join(name), text)? != State::Current {
            old.push(name.as_str());
        }
    }
    if old.is_empty() {
        terminal.say(&format!("`{}` is up to date", shown.display()));
        return Ok(End::Clean);
    }
    terminal.say(&format!(
        "out of date in `{}`: {}; run `greenroom schema` and keep what it writes",
        shown.display(),
        old.join(", ")
    ));
    Ok(End::Problems)
}

fn write_all(
    folder: &Path,
    schemas: &[(String, String)],
    shown: &Path,
    terminal: &Terminal,
) -> Result<End, WriteError> {
    let (mut written, mut foreign) = (Vec::new(), Vec::new());
    for (name, text) in schemas {
        let path = folder.join(name);
        let state = state(&path, text)?;
        put(&path, text, state)?;
        match state {
            State::Current => {}
            State::Foreign => foreign.push(name.as_str()),
            State::Missing | State::Stale => written.push(name.as_str()),
        }
    }
    match written.as_slice() {
        [] => terminal.say(&format!("`{}` is up to date", shown.display())),
        written => terminal.say(&format!("wrote in `{}`: {}", shown.display(), written.join(", "))),
    }
    if foreign.is_empty() {
        return Ok(End::Clean);
    }
    terminal.fail(&format!(
        "not written by greenroom and left as it is: {}; move it away, or choose another folder with --out",
        foreign.join(", ")
    ));
    Ok(End::Failed)
}

/// Writes the editor settings that are not there; says once what an author's own would need.
fn tell_editors(project: &Path, fresh: bool, terminal: &Terminal) -> Result<End, WriteError> {
    for (name, sign, text) in settings() {
        let path = project.join(name);
        if path.symlink_metadata().is_err() {
            create(&path, text.as_bytes())?;
            terminal.say(&format!("wrote `{name}`"));
        } else if fresh && !std::fs::read_to_string(&path).unwrap_or_default().contains(sign) {
            terminal.say(&format!(
                "`{name}` is yours and stays as it is; to use the schemas, add to it:\n\n{text}"
            ));
        }
    }
    Ok(End::Clean)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::base::SourcePath;
    use crate::build::{Build, Memo, build};

    fn site(bank: &str) -> Build {
        let mut sources = Sources::default();
        for (path, text) in [("site.toml", "title = \"S\"\n"), ("content/banks/core.toml", bank)] {
            sources.insert(SourcePath::new(path).expect("a path"), text.as_bytes());
        }
        build(sources, &Options::default(), &Memo::default(), &|_| {})
    }

    #[test]
    fn only_what_is_there_and_ours_is_kept_up_to_date() {
        let root = tempfile::TempDir::new().expect("a folder");
        let bank = "title = \"B\"\ndirection = \"you-ask\"\n[[question]]\nkind = \"open\"\n";
        let (first, second) = ("id = \"one\"\ntext = \"What?\"\n", "id = \"two\"\ntext = \"What?\"\n");
        let (before, after) = (site(&format!("{bank}{first}")), site(&format!("{bank}{second}")));
        let refreshed = |of: &Build| refresh(root.path(), of.library(), &of.sources).expect("written");
        assert!(refreshed(&before).is_empty() && !root.path().join(FOLDER).exists());
        for (name, text) in texts(before.library(), &before.sources) {
            create(&root.path().join(FOLDER).join(name), text.as_bytes()).expect("written");
        }
        fs::remove_file(root.path().join("schemas/role.json")).expect("gone");
        fs::write(root.path().join("schemas/guide.json"), "mine").expect("written");
        assert!(refreshed(&before).is_empty());
        assert_eq!(refreshed(&after), ["bank.json", "kit.json"]);
        assert!(refreshed(&after).is_empty());
        // A question that is not written to its end makes no name come and go.
        assert!(refreshed(&site(bank)).is_empty());
        assert_eq!(fs::read(root.path().join("schemas/guide.json")).expect("there"), b"mine");
        assert!(!root.path().join("schemas/role.json").exists());
    }
}
