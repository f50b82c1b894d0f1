//! `greenroom deploy`: write the files that publish the site from its repository.
//!
//! In: a project that builds, and the Git repository around it. Out: the host's own files, `static/_headers` or
//! `static/CNAME` where the host wants them, and `base_url` in `site.toml` when it is missing. Sends nothing
//! anywhere, needs no `git`, and replaces no file that differs unless it is told to.

mod address;
mod base_url;
mod headers;
mod host;
mod limits;
mod repository;
mod write;

use std::path::{Path, PathBuf};

use clap::Args;

use super::terminal::Terminal;
use super::{End, project};
use crate::base::SourcePath;
use crate::build::Build;
use crate::diag::{Diagnostic, Severity};
use crate::model::Options;
use crate::report::Format;
use crate::report::escape::visible;
use crate::site::Site;
use host::{Host, Setting};
use repository::Repository;
use write::{File, Mode, Refused};

/// Options of `deploy`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  greenroom deploy github                             below https://<owner>.github.io/<repository>/
  greenroom deploy github --domain prep.example.edu   at a domain of your own
  greenroom deploy netlify --dry-run                  show what would be written

Commit what it writes. A file that is there and differs is shown and stays, unless you give --force.")]
pub struct DeployOptions {
    /// Where the site will be published
    #[arg(value_enum, value_name = "HOST")]
    pub host: Host,
    /// A domain of your own: the name alone, such as prep.example.edu
    #[arg(long, value_name = "DOMAIN", value_parser = address::domain)]
    pub domain: Option<String>,
    /// Write nothing; show what would be written
    #[arg(long)]
    pub dry_run: bool,
    /// Replace files that are there and differ; with --domain, base_url too
    #[arg(long, conflicts_with = "dry_run")]
    pub force: bool,
}

/// Writes the files that publish the site from its repository.
pub fn run(folder: &Path, args: &DeployOptions, terminal: &Terminal) -> End {
    let repository = repository::find(folder);
    let wanted = wanted(args, repository.as_ref());
    // As it will be published: with the address come a feed and a sitemap.
    let options = Options { drafts: false, base_url: None, today: None };
    let Some(mut build) = project::analyse(folder, &options, terminal) else { return End::Failed };
    let own = build.library().site.base_url.clone();
    if own.is_none() && wanted.is_some() {
        let options = Options { base_url: wanted.clone(), ..options };
        build = crate::build::build((*build.sources).clone(), &options, &build.memo, &|_| {});
    }
    let Some(site) = build.site() else { return broken(&build.problems, &build, folder, terminal) };
    let extent = match limits::measure(site) {
        Ok(extent) => extent,
        Err(failure) => return broken(&[*failure], &build, folder, terminal),
    };
    let setting = match setting(site, repository.as_ref(), own.is_some() || wanted.is_some()) {
        Ok(setting) => setting,
        Err(why) => {
            terminal.fail(&why);
            return End::Failed;
        }
    };
    let (mut files, mut notes) = files(folder, args, site, &setting, repository.as_ref());
    notes.extend(address(folder, args, &build, (own.as_deref(), wanted.as_deref()), &mut files));
    let mode = match (args.dry_run, args.force) {
        (true, _) => Mode::Show,
        (_, true) => Mode::Replace,
        _ => Mode::Careful,
    };
    match write::write(&files, mode, terminal) {
        Ok(()) => {}
        Err(Refused::Differ) => return End::Failed,
        Err(Refused::Disk(why)) => {
            terminal.fail(&why);
            return End::Failed;
        }
    }
    tell(args, &setting, &notes, &extent, terminal)
}

/// Where the pages will be, as far as that can be known here.
fn wanted(args: &DeployOptions, repository: Option<&Repository>) -> Option<String> {
    match (&args.domain, args.host) {
        (Some(domain), _) => Some(format!("https://{domain}/")),
        (None, Host::Github) => address::github_pages(&address::remote(repository?.remote.as_ref()?)?),
        // These hosts choose the name and tell it while they build.
        (None, _) => None,
    }
}

fn broken(problems: &[Diagnostic], build: &Build, folder: &Path, terminal: &Terminal) -> End {
    let errors: Vec<Diagnostic> =
        problems.iter().filter(|problem| problem.severity == Severity::Error).cloned().collect();
    let _ = project::print(&errors, &build.sources, Format::Human, folder, terminal);
    terminal.say("nothing was written: mend the errors first");
    End::Problems
}

fn setting(site: &Site, repository: Option<&Repository>, address_known: bool) -> Result<Setting, String> {
    let below = repository.map_or("", |repository| repository.below.as_str());
    if !below.is_empty() && !repository::is_plain(below) {
        return Err(format!(
            "the folder `{}` has characters that workflows read as their own; rename it",
            visible(below)
        ));
    }
    let branch = match site.library().site.repository() {
        Some((_, branch)) => branch.to_owned(),
        None => repository.and_then(|found| found.branch.clone()).unwrap_or_else(|| "main".to_owned()),
    };
    if !repository::is_plain(&branch) {
        return Err(format!(
            "the branch `{}` has characters that workflows read as their own",
            visible(&branch)
        ));
    }
    // `.nojekyll` is for those who publish from a branch; nobody asks for it by its address.
    let asked = |path: &str| path.split('/').any(|part| part.starts_with('.')) && path != ".nojekyll";
    let hidden = site.plan().outputs().any(|(path, _)| asked(path.as_str()));
    Ok(Setting { below: below.to_owned(), branch, address_known, hidden })
}

/// The host's files, and what to know about them.
fn files(
    folder: &Path,
    args: &DeployOptions,
    site: &Site,
    setting: &Setting,
    repository: Option<&Repository>,
) -> (Vec<File>, Vec<String>) {
    let mut files = Vec::new();
    let mut notes = Vec::new();
    let top: PathBuf = match repository {
        Some(repository) if !repository.below.is_empty() => repository.root.clone(),
        _ => folder.to_owned(),
    };
    let new = |path: PathBuf, text: String| File { path, text, edits: None };
    if let Some((name, text)) = args.host.file(setting) {
        files.push(new(top.join(name), text));
    }
    if args.host.reads_headers() {
        let (text, more) = headers::headers(site);
        notes.extend(more);
        files.push(new(folder.join("static/_headers"), text));
    }
    if args.host == Host::Github {
        files.push(new(folder.join("static/.nojekyll"), String::new()));
        if let Some(domain) = &args.domain {
            files.push(new(folder.join("static/CNAME"), format!("{domain}\n")));
        }
    }
    if repository.is_none() {
        notes.push("there is no Git repository here yet: git init".to_owned());
    }
    (files, notes)
}

/// `base_url`: added when it is missing, told when it differs, replaced when that is asked for.
fn address(
    folder: &Path,
    args: &DeployOptions,
    build: &Build,
    (own, wanted): (Option<&str>, Option<&str>),
    files: &mut Vec<File>,
) -> Option<String> {
    let path = SourcePath::new("site.toml")?;
    let source = build.sources.get(&path)?;
    let named = args.domain.is_some();
    let text = match (own, wanted) {
        (Some(own), Some(wanted)) if own != wanted && named && args.force => {
            base_url::replaced(source, wanted)
        }
        (Some(own), Some(wanted)) if own != wanted => {
            let out = if named {
                "--force writes the new one"
            } else {
                "if it is your own domain, name it: --domain"
            };
            let (own, host) = (visible(own), args.host.name());
            return Some(format!(
                "`site.toml` says base_url = \"{own}\", but {host} will publish at {wanted}; {out}"
            ));
        }
        (Some(_), _) => return None,
        (None, Some(wanted)) => base_url::added(source, wanted),
        (None, None) => return unknown(args.host).map(str::to_owned),
    };
    match text {
        Some(text) => {
            let edits = source.text().ok().map(str::to_owned);
            files.push(File { path: folder.join("site.toml"), text, edits });
            None
        }
        None => Some(format!("put this into the top of `site.toml`: base_url = \"{}\"", wanted?)),
    }
}

/// What to do about an address that cannot be known here.
fn unknown(host: Host) -> Option<&'static str> {
    match host {
        Host::Github => Some(
            "the repository has no remote on github.com yet, so `site.toml` gets no base_url: run this again when it has one",
        ),
        Host::Cloudflare => Some(
            "when Cloudflare has named the site, put its address into `site.toml`: base_url = \"https://….pages.dev/\"",
        ),
        Host::Gitlab | Host::Netlify => None,
    }
}

/// What to know, whether the site fits, and what is left to do.
fn tell(
    args: &DeployOptions,
    setting: &Setting,
    notes: &[String],
    extent: &limits::Extent,
    terminal: &Terminal,
) -> End {
    for note in notes {
        terminal.say(&format!("note: {note}"));
    }
    let too_much = limits::broken(args.host, extent);
    for limit in &too_much {
        terminal.fail(limit);
    }
    if too_much.is_empty() {
        let (files, size) = (limits::grouped(extent.files), extent.bytes.div_ceil(1_000_000));
        terminal.say(&format!("the site has {files} files and {size} MB: {} takes it", args.host.name()));
    }
    if !args.dry_run {
        terminal.say("next:");
        for line in args.host.next(args.domain.as_deref(), setting) {
            terminal.say(&format!("- {line}"));
        }
    }
    if too_much.is_empty() { End::Clean } else { End::Problems }
}
