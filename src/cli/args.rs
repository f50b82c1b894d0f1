//! The arguments of the program.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use super::deploy::DeployOptions;
use super::explain::ExplainOptions;
use super::fix::FixOptions;
use super::fmt::FmtOptions;
use super::list::ListOptions;
use super::new::NewOptions;
use super::schema::SchemaOptions;
use super::serve::ServeOptions;
use super::theme::ThemeOptions;
use crate::report::Format;

/// Where `--help` puts what every command takes: behind the options of its own.
const LAST: usize = 900;

/// A static site generator for interview preparation.
///
/// Reads site.toml, content/, static/, templates/ and themes/ of a project and writes a site of static pages.
#[derive(Parser, Debug)]
#[command(name = "greenroom", version, max_term_width = 100, arg_required_else_help = true)]
#[command(after_help = "\
Examples:
  greenroom init prep-site          start a new site in the folder prep-site
  greenroom serve --open            see it in a browser while you write
  greenroom check                   say everything that is wrong with the content
  greenroom build                   build the site into public/
  greenroom explain unknown-key     say what a problem means and how to mend it

Exit codes: 0 all is well, 1 the content has problems, 2 the command could not do its work.")]
pub struct Args {
    /// The project: the folder with site.toml
    #[arg(short = 'C', long, global = true, value_name = "DIR", default_value = ".", display_order = LAST)]
    pub project: PathBuf,
    /// When to colour what is printed; NO_COLOR is respected
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", display_order = LAST)]
    pub color: Color,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// When to colour.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What to do.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Show the site in a browser and follow every save
    Serve(ServeOptions),
    /// Build the site
    Build(BuildOptions),
    /// Say everything that is wrong with the content; write nothing
    Check(CheckOptions),
    /// Mend what can be mended without asking
    Fix(FixOptions),
    /// Give bank files one layout
    Fmt(FmtOptions),
    /// Start a question, bank, guide, role, industry, message, checklist or kit
    New(NewOptions),
    /// List questions, guides, roles and the rest
    List(Box<ListOptions>),
    /// Say what a problem, an id, an address or a file means, and where all of it comes from
    Explain(ExplainOptions),
    /// Write JSON Schemas, so that editors complete and underline
    Schema(SchemaOptions),
    /// Record the ids of all questions in greenroom.lock
    Lock(LockOptions),
    /// Write the files that publish the site from its repository
    Deploy(DeployOptions),
    /// Start a theme, copy its templates, try it
    Theme(ThemeOptions),
    /// Start a new site
    #[command(after_help = "Examples:\n  greenroom init prep-site\n  cd prep-site && greenroom serve --open")]
    Init {
        /// The folder of the new site; it may exist when nothing in it would be replaced
        #[arg(default_value = ".")]
        folder: PathBuf,
    },
    /// Print a script that completes commands and options in a shell
    #[command(
        after_help = "Example:\n  greenroom completions bash > ~/.local/share/bash-completion/completions/greenroom"
    )]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// Options of `build`.
#[derive(ClapArgs, Debug)]
#[command(after_help = "\
Examples:
  greenroom build
  greenroom build --out /srv/www/prep --base-url https://prep.example.edu/
  greenroom build --drafts --timings
  greenroom build --watch           for those who have a server of their own

Nothing is written when there are errors: the last good site stays.")]
pub struct BuildOptions {
    /// The folder the site is written to; below the project unless it is absolute
    #[arg(short, long, value_name = "DIR", default_value = "public")]
    pub out: PathBuf,
    /// Publish drafts too
    #[arg(long)]
    pub drafts: bool,
    /// Where the site will be: replaces base_url of site.toml
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub base_url: Option<String>,
    /// Write into a folder that has files of others; they stay unless a page takes their place
    #[arg(long)]
    pub adopt: bool,
    /// Go on: build again with every save
    #[arg(short, long)]
    pub watch: bool,
    /// With --watch: find changes by reading the folders, where the system does not tell of them
    #[arg(long, requires = "watch")]
    pub poll: bool,
    /// Say where the time went, by step and by template
    #[arg(long, conflicts_with = "watch")]
    pub timings: bool,
    /// Treat warnings as errors
    #[arg(long)]
    pub strict: bool,
    /// How problems are printed: human, short, json, github or sarif; --watch speaks to people alone
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = format, conflicts_with = "watch")]
    pub format: Format,
}

/// Options of `check`.
#[derive(ClapArgs, Debug)]
#[command(after_help = "\
Examples:
  greenroom check
  greenroom check --strict --format github     in a workflow: warnings fail, lines are annotated
  greenroom check --format json > problems.json")]
pub struct CheckOptions {
    /// How problems are printed: human, short, json, github or sarif
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = format)]
    pub format: Format,
    /// Treat warnings as errors
    #[arg(long)]
    pub strict: bool,
    /// Check drafts as if they were published
    #[arg(long)]
    pub drafts: bool,
}

/// Options of `lock`.
#[derive(ClapArgs, Debug)]
#[command(after_help = "\
Examples:
  greenroom lock
  greenroom lock --confirm behavioral-core/conflict-teammate    the new words ask the same question
  greenroom lock --forget nurse-clinical/old-question           the id may vanish")]
pub struct LockOptions {
    /// Accept new words for this question: it still asks the same; may be given several times
    #[arg(long, value_name = "BANK/ID")]
    pub confirm: Vec<String>,
    /// Let this id go: nobody has saved it; may be given several times
    #[arg(long, value_name = "BANK/ID")]
    pub forget: Vec<String>,
}

/// Reads the name of a format of reports.
pub(super) fn format(word: &str) -> Result<Format, String> {
    let known = || Format::WORDS.map(|(word, _)| word).join(", ");
    Format::parse(word).ok_or_else(|| format!("the formats are {}", known()))
}

fn web_address(text: &str) -> Result<String, String> {
    if crate::syntax::toml::is_web_address(text) {
        Ok(text.to_owned())
    } else {
        Err("write an address such as https://prep.example.edu/".to_owned())
    }
}
