//! `greenroom theme new`: the first files of a theme.

use std::path::Path;

use clap::Args;

use super::super::project::analyse;
use super::super::terminal::Terminal;
use super::End;
use crate::base::near::nearest;
use crate::base::{Slug, SourcePath};
use crate::build::Build;
use crate::disk::create;
use crate::model::Options;
use crate::report::escape::visible;
use crate::source::Kind;
use crate::syntax::record::list;
use crate::theme::{BUILT_IN, BUILT_IN_THEMES};

/// Options of `theme new`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  greenroom theme new campus                   a few lines on top of the built-in theme
  greenroom theme new campus --extends plain   the same on top of the plain theme
  greenroom theme new campus --copy plain      a whole theme of your own, to change at will

Nothing is replaced: NAME must be new. The theme is used when site.toml says theme = \"NAME\".")]
pub struct NewOptions {
    /// Its name: small letters, digits and hyphens
    #[arg(value_name = "NAME")]
    pub name: String,
    /// The theme it builds on
    #[arg(long, value_name = "THEME", default_value = BUILT_IN)]
    pub extends: String,
    /// Start with all files of this theme
    #[arg(long, value_name = "THEME", conflicts_with = "extends")]
    pub copy: Option<String>,
}

/// Writes the theme; nothing when anything stands in its place.
pub fn run(project: &Path, options: &NewOptions, terminal: &Terminal) -> End {
    let Some(build) = analyse(project, &Options::default(), terminal) else { return End::Failed };
    match files(project, options, &build) {
        Err(why) => {
            terminal.fail(&why);
            End::Failed
        }
        Ok(files) => write(project, &options.name, &files, terminal),
    }
}

/// The files of the new theme, or why there can be none.
fn files(project: &Path, options: &NewOptions, build: &Build) -> Result<Vec<(String, Vec<u8>)>, String> {
    let name = &options.name;
    if SourcePath::new("site.toml").is_none_or(|path| build.sources.get(&path).is_none()) {
        return Err("there is no `site.toml` here; go to the folder of a site, or name it: `greenroom -C DIR theme new NAME`".into());
    }
    if Slug::new(name).is_err() {
        let shown = visible(name);
        return Err(match Slug::suggest(name) {
            Some(slug) => format!("`{shown}` cannot be the name of a theme; call it `{slug}`"),
            None => format!("`{shown}` cannot be the name of a theme; use small letters, digits and hyphens"),
        });
    }
    if BUILT_IN_THEMES.contains(&name.as_str()) {
        return Err(format!("`{name}` is built in; give yours another name"));
    }
    if project.join("themes").join(name).symlink_metadata().is_ok() {
        return Err(format!("`themes/{name}` is there already; give the new theme another name"));
    }
    let from = options.copy.as_ref().unwrap_or(&options.extends);
    let themes: Vec<&str> = themes(build).collect();
    if !themes.contains(&from.as_str()) {
        let shown = visible(from);
        return Err(match nearest(from, themes.iter().copied()) {
            Some(near) => format!("there is no theme `{shown}`; did you mean `{near}`?"),
            None => format!("there is no theme `{shown}`; the themes are {}", list(themes.iter().copied())),
        });
    }
    Ok(if options.copy.is_some() { copied(build, from, name) } else { fresh(from, name) })
}

/// The names of the themes of a project, the built-in ones among them.
pub fn themes(build: &Build) -> impl Iterator<Item = &str> {
    build.sources.files().filter_map(|file| match &file.kind {
        Kind::Theme(name, inner) if inner == "theme.toml" => Some(name.as_str()),
        _ => None,
    })
}

fn fresh(parent: &str, name: &str) -> Vec<(String, Vec<u8>)> {
    let fill = |text: &str| {
        text.replace("{NAME}", name).replace("{PARENT}", parent).replace("{TITLE}", &title(name)).into_bytes()
    };
    vec![
        ("theme.toml".to_owned(), fill(include_str!("new/theme.toml"))),
        ("templates/base.html".to_owned(), fill(include_str!("new/base.html"))),
        (format!("static/{name}.css"), fill(include_str!("new/style.css"))),
    ]
}

/// Every file of a theme, with the new name in its `theme.toml`.
fn copied(build: &Build, from: &str, name: &str) -> Vec<(String, Vec<u8>)> {
    let files = build.sources.files().filter_map(|file| match &file.kind {
        Kind::Theme(theme, inner) if theme == from => Some((inner.clone(), file.bytes.to_vec())),
        _ => None,
    });
    let named = |(inner, bytes): (String, Vec<u8>)| {
        if inner != "theme.toml" {
            return (inner, bytes);
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let line = |line: &str| {
            if line.starts_with("name = ") { format!("name = \"{}\"", title(name)) } else { line.to_owned() }
        };
        let mut options = false;
        let lines: Vec<String> = text
            .lines()
            .map(|text| {
                options |= text.starts_with('[');
                if options { text.to_owned() } else { line(text) }
            })
            .collect();
        (inner, (lines.join("\n") + "\n").into_bytes())
    };
    files.map(named).collect()
}

/// `campus-blue` is called "Campus blue".
fn title(name: &str) -> String {
    let words = name.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn write(project: &Path, name: &str, files: &[(String, Vec<u8>)], terminal: &Terminal) -> End {
    for (inner, bytes) in files {
        let path = format!("themes/{name}/{inner}");
        if let Err(error) = create(&project.join(&path), bytes) {
            terminal.fail(&error);
            return End::Failed;
        }
        terminal.say(&format!("wrote `{path}`"));
    }
    terminal.say(&format!(
        "to turn it on, write in `site.toml`, above the first line in brackets: theme = \"{name}\""
    ));
    terminal.say(&format!(
        "then look at it with `greenroom serve` and try it with `greenroom theme check {name}`"
    ));
    End::Clean
}
