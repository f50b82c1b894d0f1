//! `greenroom serve`: the site in a browser, anew with every save.

use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;

use clap::Args;

use super::follow::Follow;
use super::terminal::Terminal;
use super::{End, project, schema};
use crate::dev::Turn;
use crate::dev::server::{self, Address, Host, Port, Server};
use crate::dev::watch::Poll;
use crate::model::Options;

/// Options of `serve`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  greenroom serve --open
  greenroom serve --follow          a browser moves to what was saved last
  greenroom serve --port 8080 --no-drafts

The site is made in memory. Only the schemas in schemas/ are written, when there are some that a
change made out of date. Ctrl-C ends the preview.")]
pub struct ServeOptions {
    /// The port; the next free one from 1111 when left out, any free one when 0
    #[arg(short, long, value_name = "PORT")]
    pub port: Option<u16>,
    /// The address to listen on instead of this machine's own: others may then read the preview
    #[arg(long, value_name = "ADDRESS", value_parser = ip)]
    pub host: Option<IpAddr>,
    /// A name that browsers may call this machine besides localhost; may be given several times
    #[arg(long, value_name = "NAME")]
    pub allowed_host: Vec<String>,
    /// Open the site in the browser
    #[arg(short, long)]
    pub open: bool,
    /// Move browsers to the first question, guide or role that a save changed
    #[arg(long)]
    pub follow: bool,
    /// Show drafts, which is the default here
    #[arg(long, hide = true, conflicts_with = "no_drafts")]
    pub drafts: bool,
    /// Leave drafts out, as a published site does
    #[arg(long)]
    pub no_drafts: bool,
    /// Find changes by reading the folders again and again, where the system does not tell of them
    #[arg(long)]
    pub poll: bool,
}

/// Shows a project until the process is ended.
pub fn run(folder: &Path, args: &ServeOptions, terminal: &Terminal) -> End {
    let options = Options { drafts: !args.no_drafts, base_url: None, today: project::today() };
    let host = args.host.map_or(Host::Loopback, Host::At);
    let port = args.port.map_or(Port::NextFree, Port::Exactly);
    let server = match Server::bind(&Address { host, port }) {
        Ok(server) => server,
        Err(error) => {
            terminal.fail(&error);
            return End::Failed;
        }
    };
    let poll = if args.poll { Poll::Always } else { Poll::WhenNeeded };
    let Some(mut follow) = Follow::open(folder, options, poll, terminal) else { return End::Failed };
    let turn = follow.session().turn();
    // What cannot be printed can be read in the browser.
    let _ = project::print(&turn.problems, &turn.sources, crate::report::Format::Human, folder, terminal);
    let origin = server.url("");
    let url = format!("{origin}{}", base(turn));
    if host.is_open() {
        let at = server.address();
        terminal.say(&format!("warning: everyone who can reach {at} can read this preview"));
    }
    if server.is_everywhere() {
        terminal.say(&everywhere(&server.urls_of_others(base(turn))));
    }
    terminal.say(&format!("preview at {url} — Ctrl-C ends it"));
    if turn.site.is_none() {
        terminal.say("there is no site to show yet: the preview says what to mend");
    }
    let (showing, shown) = server::channel(Arc::clone(turn));
    let allowed_hosts = args.allowed_host.clone();
    let settings = server::Settings { follow: args.follow, allowed_hosts, ..server::Settings::default() };
    let failed = *terminal;
    std::thread::spawn(move || server.serve(shown, settings).map_err(|error| failed.fail(&error)));
    if args.open && open::that_detached(&url).is_err() {
        terminal.say("no browser could be started: open the address above in one");
    }
    let mut at = base(turn).to_owned();
    while let Some(step) = follow.next() {
        showing.show(Arc::clone(&step.turn));
        let page = step.turn.changed.as_ref();
        let page = page.map(|page| format!(" {origin}{}{}", base(&step.turn), page.address()));
        let turn = Arc::clone(&step.turn);
        follow.tell(step, &page.unwrap_or_default());
        if base(&turn) != at {
            base(&turn).clone_into(&mut at);
            terminal.say(&format!("the preview moved with base_url: {origin}{at}"));
        }
        refresh_schemas(folder, &turn, terminal);
    }
    End::Clean
}

fn ip(text: &str) -> Result<IpAddr, String> {
    text.parse().map_err(|_| {
        "write an IP address, such as 0.0.0.0 for every interface; a name goes to --allowed-host".to_owned()
    })
}

/// Where others find a preview that listens on every address.
fn everywhere(urls: &[String]) -> String {
    let so = "it listens on every address of this machine";
    match urls {
        [] => format!("{so}: `ip address` lists them, on Windows `ipconfig`, on a Mac `ifconfig`"),
        urls => format!("{so}, such as {}", urls.join(" and ")),
    }
}

/// Brings the schemas up to date that editors read, if the project has some.
fn refresh_schemas(folder: &Path, turn: &Turn, terminal: &Terminal) {
    let Some(site) = turn.site.as_ref().filter(|_| turn.fresh) else { return };
    if let Err(error) = schema::refresh(folder, site.library(), &turn.sources) {
        terminal.fail(&error);
    }
}

/// The path that the site is served below.
fn base(turn: &Turn) -> &str {
    turn.site.as_ref().map_or("/", |site| site.library().site.base_path())
}
