//! `greenroom theme check`: a theme on the worst of everything, and on this site.

use std::path::Path;

use clap::Args;

use super::super::args::format;
use super::super::project;
use super::super::terminal::Terminal;
use super::{End, new};
use crate::base::near::nearest;
use crate::base::{SourcePath, Span};
use crate::build::{Build, Memo, build};
use crate::diag::{Diagnostic, Place};
use crate::inspect::{pages, torture::Torture};
use crate::model::Options;
use crate::report::Format;
use crate::report::escape::visible;
use crate::source::{Kind, Sources};
use crate::syntax::Text;
use crate::theme::{declared, files};

/// Options of `theme check`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  greenroom theme check                           the theme of this site
  greenroom theme check plain                     another one
  greenroom theme check --strict --format github  in a workflow

Every page of three sites is made in memory and read as a browser reads it: of a site with the worst of \
everything (long words, text from right to left, hostile text, forty tags, empty lists, lists of several \
pages), of a site with next to nothing, and of this one. Found are templates that fail, HTML that browsers \
have to mend, links and anchors that lead nowhere or break below a folder of a host (addresses in style sheets \
and scripts too), code and style within pages, requests to other hosts, missing titles, languages, landmarks, \
labels and alternatives, skipped headings, and pages that are too heavy.

What only eyes or a browser can tell is not found. The colours of style sheets are not looked at.")]
pub struct CheckOptions {
    /// The theme; that of this site when left out
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    /// How problems are printed: human, short, json, github or sarif
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = format)]
    pub format: Format,
    /// Treat warnings as errors
    #[arg(long)]
    pub strict: bool,
}

/// Tries a theme.
pub fn run(folder: &Path, args: &CheckOptions, terminal: &Terminal) -> End {
    let Some(sources) = project::open(folder, terminal) else { return End::Failed };
    let options = Options { drafts: true, base_url: None, today: None };
    let built = |sources: Sources| build(sources, &options, &Memo::default(), &|_| {});
    let site = built(sources.clone());
    let theme = args.name.as_ref().unwrap_or(&site.library().site.theme.0);
    if args.name.is_some() && new::themes(&site).all(|known| known != theme) {
        let near = nearest(theme, new::themes(&site));
        let near =
            near.map_or_else(|| "look into `themes/`".to_owned(), |near| format!("did you mean `{near}`?"));
        terminal.fail(&format!("there is no theme `{}`; {near}", visible(theme)));
        return End::Failed;
    }
    let (mut problems, mut count) = (Vec::new(), 0);
    for torture in Torture::ALL {
        look(&built(torture.sources(&sources, theme)), torture.name(), &mut problems, &mut count);
    }
    let own =
        if *theme == site.library().site.theme.0 { None } else { Some(built(with_theme(&site, theme))) };
    let own = own.as_ref().unwrap_or(&site);
    look(own, "", &mut problems, &mut count);
    let problems = sorted(problems, &site);
    match project::print(&problems, &site.sources, args.format, folder, terminal) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            terminal.fail(&error);
            return End::Failed;
        }
        _ => {}
    }
    if args.format == Format::Human {
        if own.site().is_none() {
            terminal.say(
                "this site has errors of its own, so the theme was not tried on it; see `greenroom check`",
            );
        }
        if problems.is_empty() {
            terminal.say(&format!("no problems in {count} pages made with the theme `{theme}`"));
        }
    }
    project::end(&problems, args.strict)
}

/// What is wrong with the theme of a site: in its files and on its pages.
fn look(build: &Build, whose: &str, problems: &mut Vec<Diagnostic>, count: &mut usize) {
    let of_theme = |span: Span| {
        let kind = build.sources.file(span.file).map(|file| &file.kind);
        matches!(kind, Some(Kind::Template(_) | Kind::Theme(..)))
    };
    let about_theme = |problem: &&Diagnostic| match &problem.place {
        Place::At(span) => of_theme(*span),
        Place::File(path) => matches!(Kind::of(path), Kind::Template(_) | Kind::Theme(..)),
        Place::Project => false,
    };
    problems.extend(build.problems.iter().filter(about_theme).cloned());
    let Some(site) = build.site() else { return };
    *count += site.outputs().iter().filter(|path| path.is_page()).count();
    problems.extend(site.failures().into_iter().map(|mut failure| {
        // The records of a built-in site are no files of this project.
        failure.labels.retain(|label| whose.is_empty() || of_theme(label.span));
        failure
    }));
    problems.extend(pages(site, whose));
}

/// Each problem once, by file and place, as the site weighs it: what several sites show is said of the first.
fn sorted(problems: Vec<Diagnostic>, site: &Build) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = Vec::new();
    for problem in problems {
        let same = |other: &Diagnostic| {
            other.code == problem.code && other.message == problem.message && other.place == problem.place
        };
        if !kept.iter().any(same) {
            kept.push(problem);
        }
    }
    kept.sort_by_cached_key(|problem| {
        let path = match &problem.place {
            Place::Project => None,
            Place::File(path) => Some(path.clone()),
            Place::At(span) => site.sources.file(span.file).map(|file| file.path.clone()),
        };
        (path, problem.span().map_or(0, |span| span.start), problem.code.name)
    });
    kept.into_iter().filter_map(|problem| site.library().levels.apply(problem)).collect()
}

/// The project with another theme; options that this one does not know are left out.
fn with_theme(build: &Build, theme: &str) -> Sources {
    let mut sources = (*build.sources).clone();
    let Some(path) = SourcePath::new("site.toml") else { return sources };
    let Some(text) = sources.get(&path).and_then(|file| file.text().ok()).map(str::to_owned) else {
        return sources;
    };
    let known = declared(&files(&sources), theme);
    let site = &build.library().site;
    let named = site.theme.1.as_ref().map(Text::span);
    let mut changes: Vec<(std::ops::Range<usize>, String)> =
        named.map(|span| (span.range(), format!("\"{theme}\""))).into_iter().collect();
    if named.is_none() {
        // Above all else: there it belongs to no table.
        let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        changes.push((start..start, format!("theme = \"{theme}\"\n")));
    }
    for (name, value) in site.theme_options() {
        if known.iter().all(|option| option.name.as_str() != name.as_str()) {
            changes.push((name.span().range().start..value.span.range().end, String::new()));
        }
    }
    changes.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut changed = text;
    for (range, new) in changes {
        changed.replace_range(range, &new);
    }
    sources.insert(path, changed.into_bytes());
    sources
}
