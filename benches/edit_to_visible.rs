//! From a save on the disk to the changed page in a waiting browser's hands, at three sizes.
//!
//! `cargo bench --bench edit_to_visible` runs the whole loop: watcher, session, server, event stream, request.
//! The times hold the watcher's quiet window of 40 ms, which is waiting and not work.

#![expect(clippy::unwrap_used, reason = "in a bench a panic is the report")]

mod generator;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use divan::Bencher;
use greenroom::dev::Session;
use greenroom::dev::server::{self, Address, Host, Port, Server};
use greenroom::dev::watch::{Settings, Watcher};
use greenroom::model::Options;
use tempfile::TempDir;

/// Numbers of questions: a small office, a large one, and far beyond.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn main() {
    divan::main();
}

/// A word of a question is changed; ends when a browser that was told has the page with the new word.
#[divan::bench(args = SIZES, sample_count = 20, sample_size = 1)]
fn edit_to_visible(bencher: Bencher<'_, '_>, questions: usize) {
    let preview = Preview::start(questions);
    let mut edits = 0;
    bencher
        .with_inputs(|| {
            edits += 1;
            (preview.listen(), preview.edited(edits), format!("edit {edits} of the bench"))
        })
        .bench_local_refs(|(events, text, word)| {
            fs::write(&preview.bank, text.as_bytes()).unwrap();
            wait_for_reload(events);
            assert!(preview.page().contains(word.as_str()));
        });
}

/// A project on the disk, under a running preview.
struct Preview {
    _root: TempDir,
    bank: PathBuf,
    text: String,
    port: u16,
    page: String,
}

impl Preview {
    fn start(questions: usize) -> Preview {
        let root = tempfile::tempdir().unwrap();
        for (path, text) in generator::files(questions) {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let bank = root.path().join("content/banks/basics.toml");
        let text = fs::read_to_string(&bank).unwrap();
        let id = text.split_once("id = \"").unwrap().1.split('"').next().unwrap().to_owned();
        let port = serve(root.path());
        Preview { _root: root, bank, text, port, page: format!("questions/basics/{id}/index.html") }
    }

    /// The bank with another word in the guidance of its first question.
    fn edited(&self, edit: usize) -> String {
        let (before, after) = self.text.split_once("They want to see").unwrap();
        format!("{before}They want to see edit {edit} of the bench{after}")
    }

    fn get(&self, path: &str) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_nodelay(true).unwrap();
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", self.port);
        stream.write_all(request.as_bytes()).unwrap();
        BufReader::new(stream)
    }

    fn page(&self) -> String {
        let mut answer = String::new();
        self.get(&format!("/{}", self.page)).read_to_string(&mut answer).unwrap();
        answer
    }

    /// The event stream of a browser that shows the page, after its first event.
    fn listen(&self) -> BufReader<TcpStream> {
        let page = self.page();
        let value = |name: &str| {
            let rest = page.split_once(&format!(" {name}=\"")).unwrap().1;
            rest.split('"').next().unwrap().to_owned()
        };
        let (token, has) = (value("data-token"), value("data-has"));
        let address = format!("/__greenroom/events?token={token}&page={}&has={has}", self.page);
        let mut events = self.get(&address);
        wait_for(&mut events, "event: problems");
        events
    }
}

/// Watches, builds and serves a project for the rest of the process; gives the port.
fn serve(root: &Path) -> u16 {
    let watcher = Watcher::start(root, &Settings::default()).unwrap();
    let mut session = Session::open(root, Options::default()).unwrap();
    let server = Server::bind(&Address { host: Host::Loopback, port: Port::Exactly(0) }).unwrap();
    let port = server.address().port();
    let (showing, shown) = server::channel(Arc::clone(session.turn()));
    std::thread::spawn(move || server.serve(shown, server::Settings::default()));
    std::thread::spawn(move || {
        for look in watcher {
            if let Some(turn) = session.look(&look) {
                showing.show(turn);
            }
        }
    });
    port
}

fn wait_for_reload(events: &mut BufReader<TcpStream>) {
    wait_for(events, "event: reload");
}

fn wait_for(events: &mut BufReader<TcpStream>, start: &str) {
    let mut line = String::new();
    while !line.starts_with(start) {
        line.clear();
        assert!(events.read_line(&mut line).unwrap() > 0, "the stream of events ended");
    }
}
