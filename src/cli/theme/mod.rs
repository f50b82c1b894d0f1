//! `greenroom theme`: start a theme, copy a template, try a theme.
//!
//! In: a project. Out: new files that replace nothing, or what is wrong with a theme. What is wrong with pages is
//! found by `inspect`.

mod check;
mod eject;
mod list;
mod new;

use std::path::Path;

use clap::{Args, Subcommand};

use super::End;
use super::terminal::Terminal;
use check::CheckOptions;
use eject::EjectOptions;
use new::NewOptions;

/// Options of `theme`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  greenroom theme new campus           start a theme that builds on the built-in one
  greenroom theme list                 every template, and the file that provides it
  greenroom theme eject question.html  copy a template into templates/ to change it
  greenroom theme check                try the theme on the worst of everything

Two themes are built in: default, and plain, which is short, has no script and is made to be copied \
(`greenroom theme new NAME --copy plain`). Say which a site has in site.toml: theme = \"plain\"")]
pub struct ThemeOptions {
    /// What to do
    #[command(subcommand)]
    pub what: What,
}

/// What to do with themes.
#[derive(Subcommand, Debug)]
pub enum What {
    /// Start a theme in themes/NAME/
    New(NewOptions),
    /// Copy templates of the theme into templates/, where the site's own stand
    Eject(EjectOptions),
    /// Try a theme on the worst of everything and on this site
    Check(CheckOptions),
    /// List the templates, each with the file that provides it
    List,
}

/// Does what was asked for.
pub fn run(project: &Path, options: &ThemeOptions, terminal: &Terminal) -> End {
    match &options.what {
        What::New(options) => new::run(project, options, terminal),
        What::Eject(options) => eject::run(project, options, terminal),
        What::Check(options) => check::run(project, options, terminal),
        What::List => list::run(project, terminal),
    }
}
