//! The hosts: their files, made from embedded ones, and what an author still does there by hand.

use clap::ValueEnum;

/// Where a site is published.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Host {
    /// GitHub Pages: a workflow that checks pull requests and publishes
    Github,
    /// GitLab Pages: jobs that check merge requests and publish
    Gitlab,
    /// Netlify: netlify.toml and headers
    Netlify,
    /// Cloudflare Pages: headers
    Cloudflare,
}

/// What the files of a host are filled with.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The project's folder in the repository; empty at its top.
    pub below: String,
    /// The branch that is published.
    pub branch: String,
    /// Whether `site.toml` says where the site will be, or will when this is done.
    pub address_known: bool,
    /// Whether a file is published whose name starts with a dot and that visitors ask for.
    pub hidden: bool,
}

const GITHUB: &str = include_str!("files/github.yml");
const GITLAB: &str = include_str!("files/gitlab.yml");
const NETLIFY: &str = include_str!("files/netlify.toml");

impl Host {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Host::Github => "GitHub Pages",
            Host::Gitlab => "GitLab Pages",
            Host::Netlify => "Netlify",
            Host::Cloudflare => "Cloudflare Pages",
        }
    }

    /// Its file at the top of the repository: path and text.
    pub fn file(self, setting: &Setting) -> Option<(&'static str, String)> {
        // The address that the host tells while it builds, unless `site.toml` has one.
        let from = |variable: &str| {
            if setting.address_known { String::new() } else { format!(" --base-url \"${variable}\"") }
        };
        match self {
            Host::Github => Some((".github/workflows/site.yml", filled(GITHUB, setting, ""))),
            Host::Gitlab => Some((".gitlab-ci.yml", filled(GITLAB, setting, &from("CI_PAGES_URL")))),
            Host::Netlify => Some(("netlify.toml", filled(NETLIFY, setting, &from("URL")))),
            Host::Cloudflare => None,
        }
    }

    /// Whether it reads `static/_headers`.
    pub fn reads_headers(self) -> bool {
        matches!(self, Host::Netlify | Host::Cloudflare)
    }

    /// What is left to do, a line each.
    pub fn next(self, domain: Option<&str>, setting: &Setting) -> Vec<String> {
        let domain = |place: &str| domain.map(|domain| format!("add the domain {domain} under {place}"));
        let commit = || Some("commit these files and push them".to_owned());
        let lines = match self {
            Host::Github => [
                Some("on GitHub, under Settings → Pages, choose the source GitHub Actions".to_owned()),
                domain("Settings → Pages → Custom domain"),
                commit(),
            ],
            Host::Gitlab => [domain("Deploy → Pages → New domain"), commit(), None],
            Host::Netlify => [
                commit(),
                Some("on Netlify, choose Add new site → Import an existing project".to_owned()),
                domain("Domain management"),
            ],
            Host::Cloudflare => [
                commit(),
                Some(cloudflare(setting)),
                domain("Workers & Pages → your project → Custom domains"),
            ],
        };
        lines.into_iter().flatten().collect()
    }
}

/// Cloudflare keeps the command in its dashboard; its build image has no Rust ("Build image", Cloudflare Docs).
fn cloudflare(setting: &Setting) -> String {
    let folder = if setting.below.is_empty() {
        String::new()
    } else {
        format!("\n  root directory: {}", setting.below)
    };
    format!(
        "on Cloudflare, under Workers & Pages, connect the repository and enter:{folder}\n  \
         build command: curl -sSf https://sh.rustup.rs | sh -s -- -y --profile minimal --default-toolchain {RUST} && \
         . \"$HOME/.cargo/env\" && cargo install greenroom --version {VERSION} --locked && greenroom build\n  \
         build output directory: public\n\
         or build here and send the pages: greenroom build && npx wrangler pages deploy public"
    )
}

/// The version of this program: what the host installs is what the author tried.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The oldest compiler this program is tested with.
const RUST: &str = env!("CARGO_PKG_RUST_VERSION");

fn filled(text: &str, setting: &Setting, address: &str) -> String {
    let below = setting.below.as_str();
    let project = if below.is_empty() { String::new() } else { format!(" -C {below}") };
    let output = if below.is_empty() { "public/".to_owned() } else { format!("{below}/public/") };
    let base = if below.is_empty() { String::new() } else { format!("base = \"{below}\"\n") };
    // Both upload steps leave files out whose names start with a dot, unless they are told not to.
    let hidden = if setting.hidden { "          include-hidden-files: true\n" } else { "" };
    text.replace("@HIDDEN@", hidden)
        .replace("@VERSION@", VERSION)
        .replace("@RUST@", RUST)
        .replace("@REPOSITORY@", env!("CARGO_PKG_REPOSITORY"))
        .replace("@BRANCH@", &setting.branch)
        .replace("@PROJECT@", &project)
        .replace("@OUTPUT@", &output)
        .replace("@BASE@", &base)
        .replace("@ADDRESS@", address)
}
