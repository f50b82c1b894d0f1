//! A project that is being worked on and the server that shows it, in this process: a save shows at once.
//!
//! What wakes the real program up is left out, so that no test waits for a watcher.

use std::fs;
use std::net::SocketAddr;
use std::thread::{JoinHandle, spawn};

use greenroom::base::Date;
use greenroom::dev::Session;
use greenroom::dev::server::{Address, Host, Limits, Port, Server, Settings, Showing, channel};
use greenroom::disk::Look;
use greenroom::model::Options;
use tempfile::TempDir;

use super::Page;
use crate::folder::write;

/// Where the site is below its host.
const BASE: &str = "/repo/";
/// Its settings; nothing is said about questions that were never published.
const SITE: &str =
    "title = \"Prep\"\nbase_url = \"https://prep.example.edu/repo/\"\nchecks.id-unlocked = \"allow\"\n";

/// A project and its server.
pub struct Preview {
    root: TempDir,
    session: Session,
    settings: Settings,
    address: SocketAddr,
    running: Option<(Showing, JoinHandle<()>)>,
}

impl Preview {
    /// Serves a site of these files.
    pub fn of(files: &[(&str, String)]) -> Preview {
        Preview::with(files, Settings::default())
    }

    /// The same, and browsers go where the author is.
    pub fn following(files: &[(&str, String)]) -> Preview {
        Preview::with(files, Settings { follow: true, ..Settings::default() })
    }

    /// The same, with a place for a single page that listens.
    pub fn for_one_page(files: &[(&str, String)]) -> Preview {
        let limits = Limits { listeners: 1, ..Limits::default() };
        Preview::with(files, Settings { limits, ..Settings::default() })
    }

    fn with(files: &[(&str, String)], settings: Settings) -> Preview {
        let root = TempDir::new().unwrap();
        write(root.path(), "site.toml", SITE);
        files.iter().for_each(|(path, text)| write(root.path(), path, text));
        let options = Options { drafts: true, today: Date::new(2026, 11, 23), ..Options::default() };
        let session = Session::open(root.path(), options).unwrap();
        let address = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut preview = Preview { root, session, settings, address, running: None };
        preview.start();
        preview
    }

    /// Starts a server; one that was stopped comes back under the same address, with another token.
    pub fn start(&mut self) {
        let address = Address { host: Host::At(self.address.ip()), port: Port::Exactly(self.address.port()) };
        let server = Server::bind(&address).unwrap();
        self.address = server.address();
        let (showing, turns) = channel(self.session.turn().clone());
        let settings = self.settings.clone();
        self.running = Some((showing, spawn(move || server.serve(turns, settings).unwrap())));
    }

    /// Ends the server; all its connections are cut.
    pub fn stop(&mut self) {
        if let Some((showing, thread)) = self.running.take() {
            drop(showing);
            thread.join().unwrap();
        }
    }

    /// The address of a page of the site.
    pub fn url(&self, page: &str) -> String {
        format!("http://{}{BASE}{page}", self.address)
    }

    /// The address of the stream of events for a guide.
    pub fn events(&self, token: &str) -> String {
        format!("http://{}/__greenroom/events?token={token}&page=guides/first/index.html&has=", self.address)
    }

    /// The settings of the site and some more.
    pub fn settings(&self, more: &str) -> String {
        format!("{SITE}{more}")
    }

    /// Saves a file.
    pub fn save(&mut self, path: &str, text: &str) {
        write(self.root.path(), path, text);
        self.look();
    }

    /// Deletes a file.
    pub fn delete(&mut self, path: &str) {
        fs::remove_file(self.root.path().join(path)).unwrap();
        self.look();
    }

    fn look(&mut self) {
        let turn = self.session.look(&Look::Everywhere).expect("the file holds something else now");
        self.running.as_ref().unwrap().0.show(turn);
    }

    /// Waits until a page has been told about the last save.
    pub fn heard(&self, page: &Page) {
        let turn = self.session.turn().number;
        page.wait(&format!("document.querySelector('greenroom-problems')?.report?.turn === {turn}"));
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.running.take();
    }
}

/// A bank with one question, at `questions/core/which/`, that has two hints.
pub fn question(text: &str) -> String {
    format!(
        "title = \"Core\"\ndirection = \"you-answer\"\ndefaults.kind = \"situational\"\n\n\
         [[question]]\nid = \"which\"\ntext = \"{text}\"\nhints = [\"Think small.\", \"Think big.\"]\n"
    )
}
