//! What the preview shows: the bytes of a build with one script more, at the addresses that a host would use.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::thread::JoinHandle;

use greenroom::base::{OutPath, SourcePath};
use greenroom::build::{Build, Memo, build};
use greenroom::dev::server::{Address, Host, Port, Server, Settings, Showing, channel};
use greenroom::dev::{Session, Turn};
use greenroom::model::Options;
use greenroom::source::Sources;

use crate::program::PATIENCE;

/// A small project: pages of several depths, files of several kinds, names that need escapes.
pub const PROJECT: [(&str, &str); 9] = [
    ("site.toml", "title = \"T\"\nbase_url = \"https://prep.example.edu/prep/\"\n"),
    ("content/guides/first.md", "+++\ntitle = \"First\"\n+++\nWords of the first guide.\n"),
    (
        "content/banks/core.toml",
        "title = \"Core\"\ndirection = \"you-answer\"\n[defaults]\nkind = \"background\"\n[[question]]\nid = \"tell-me\"\ntext = \"Tell me about yourself.\"\naliases = [\"core/you\"]\n",
    ),
    ("content/roles/nurse/role.md", "+++\ntitle = \"Nurse\"\n+++\nLong days.\n"),
    ("static/own.css", "a { color: red }\n"),
    ("static/a b#c%d.txt", "odd\n"),
    ("static/ü/日本.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ("static/CNAME", "prep.example.edu\n"),
    ("static/plain.html", "<p>no head, no body"),
];

/// [`PROJECT`] with some files as given.
pub fn with(changes: &[(&str, &str)]) -> BTreeMap<String, String> {
    let all = PROJECT.iter().chain(changes);
    all.map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

pub fn built(files: &BTreeMap<String, String>) -> Build {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.insert(SourcePath::new(path).unwrap(), text.as_bytes());
    }
    build(sources, &Options::default(), &Memo::default(), &|_| {})
}

/// A turn of these files; `last` is the one before.
pub fn turn_after(last: Option<&Turn>, files: &BTreeMap<String, String>) -> Turn {
    let built = built(files);
    let (problems, sources) = (built.problems.clone(), Arc::clone(&built.sources));
    let site = built.into_site().map(Arc::new);
    let fresh = site.is_some();
    let site = site.or_else(|| last?.site.clone());
    Turn { number: last.map_or(1, |last| last.number + 1), site, fresh, problems, sources, ..Turn::default() }
}

pub fn turn(files: &BTreeMap<String, String>) -> Turn {
    turn_after(None, files)
}

/// A server on a free port, gone when it is dropped.
pub struct Preview {
    pub port: u16,
    last: Arc<Turn>,
    showing: Option<Showing>,
    serving: Option<JoinHandle<std::io::Result<()>>>,
}

impl Preview {
    pub fn of(turn: Turn) -> Preview {
        Preview::with(turn, Settings::default())
    }

    pub fn with(turn: Turn, settings: Settings) -> Preview {
        let server = Server::bind(&Address { host: Host::Loopback, port: Port::Exactly(0) }).unwrap();
        let port = server.address().port();
        let last = Arc::new(turn);
        let (showing, turns) = channel(Arc::clone(&last));
        let serving = std::thread::spawn(move || server.serve(turns, settings));
        Preview { port, last, showing: Some(showing), serving: Some(serving) }
    }

    /// Shows the next turn.
    pub fn show(&mut self, files: &BTreeMap<String, String>) {
        self.show_changed(files, None);
    }

    /// Shows the next turn, which changed a page.
    pub fn show_changed(&mut self, files: &BTreeMap<String, String>, changed: Option<&str>) {
        let changed = changed.map(|path| OutPath::new(path).unwrap());
        self.last = Arc::new(Turn { changed, ..turn_after(Some(&self.last), files) });
        self.showing.as_ref().unwrap().show(Arc::clone(&self.last));
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// What is answered to these bytes and the end of the connection.
    pub fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = self.connect();
        // Who is refused early cannot always write to the end.
        drop(stream.write_all(request));
        Answer::read(&mut stream, !request.starts_with(b"HEAD"))
    }

    /// What is answered to a request with further header lines.
    pub fn ask(&self, method: &str, target: &str, lines: &str) -> Answer {
        let port = self.port;
        let head = format!("{method} {target} HTTP/1.1\r\nHost: localhost:{port}\r\n{lines}\r\n");
        self.raw(head.as_bytes())
    }

    pub fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, "")
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        drop(self.showing.take());
        let served = self.serving.take().unwrap().join();
        if !std::thread::panicking() {
            served.unwrap().unwrap();
        }
    }
}

/// An answer as it came; status 0 is none.
#[derive(Default, Debug)]
pub struct Answer {
    pub status: u16,
    /// Each line of the head but the first, in order.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// Reads one answer; a connection that ends before gives none.
    pub fn read(stream: &mut TcpStream, has_body: bool) -> Answer {
        let mut head = Vec::new();
        let mut byte = [0];
        while !head.ends_with(b"\r\n\r\n") {
            match stream.read(&mut byte) {
                Ok(1) => head.push(byte[0]),
                Ok(_) => return Answer::default(),
                Err(error) => {
                    let reset = error.kind() == std::io::ErrorKind::ConnectionReset;
                    assert!(reset, "no answer in time: {error}");
                    return Answer::default();
                }
            }
        }
        let head = String::from_utf8(head).unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let header = |line: &str| line.split_once(": ").map(|(name, value)| (name.into(), value.into()));
        let mut answer = Answer { status, headers: lines.filter_map(header).collect(), body: Vec::new() };
        let length = answer.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        if has_body && status != 304 {
            answer.body = vec![0; length];
            stream.read_exact(&mut answer.body).unwrap();
        }
        answer
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// The body without the preview's script, and that script.
    pub fn apart(&self) -> (Vec<u8>, String) {
        let text = self.text();
        let start = text.find("<script src=\"/__greenroom/live.js\"").expect("a script");
        let end = start + text[start..].find("</script>").unwrap() + 9;
        ([&text[..start], &text[end..]].concat().into_bytes(), text[start..end].to_owned())
    }

    /// An attribute of the preview's script.
    pub fn script(&self, name: &str) -> String {
        let (_, script) = self.apart();
        let value = script.split(&format!(" {name}=\"")).nth(1).unwrap_or_else(|| panic!("{script}"));
        value.split('"').next().unwrap().to_owned()
    }
}

#[test]
fn what_is_served_is_what_is_built() {
    let turn = turn(&with(&[]));
    let site = Arc::clone(turn.site.as_ref().unwrap());
    let preview = Preview::of(turn);
    let outputs = site.outputs();
    assert!(outputs.len() > 20, "{outputs:?}");
    for path in outputs {
        let address = format!("/prep/{}", path.address());
        let answer = preview.get(&address);
        let expected = site.render(&path).unwrap().unwrap();
        assert_eq!(answer.status, 200, "{address}");
        let (body, page) = match path.is_page() {
            true => (answer.apart().0, answer.script("data-page")),
            false => (answer.body.clone(), path.to_string()),
        };
        assert!(body == expected.as_slice(), "{address} differs");
        assert_eq!(page, path.as_str());
        let head = preview.ask("HEAD", &address, "");
        let without_date = |answer: &Answer| {
            let headers = answer.headers.iter().filter(|(name, _)| name != "date");
            headers.cloned().collect::<BTreeMap<_, _>>()
        };
        assert_eq!(without_date(&head), without_date(&answer), "{address}");
        let full = format!("/prep/{}", OutPath::new("index.html").unwrap().link(&path));
        assert_eq!(preview.get(&full).body, answer.body, "{full}");
    }
}

#[test]
fn every_answer_says_how_it_may_be_used() {
    let preview = Preview::of(turn(&with(&[])));
    let said = |target: &str| {
        let answer = preview.get(target);
        let changing = ["date", "content-length", "etag"];
        let lines = answer.headers.iter().filter(|(name, _)| !changing.contains(&name.as_str()));
        let lines: String = lines.map(|(name, value)| format!("{name}: {value}\n")).collect();
        format!("{}\n{lines}", answer.status)
    };
    let common = "cross-origin-resource-policy: same-origin\nreferrer-policy: no-referrer\nx-content-type-options: nosniff\n";
    let page = "cache-control: no-store\ncontent-security-policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types greenroom-sw; frame-ancestors 'none'\n";
    let other = "cache-control: no-store\ncontent-security-policy: default-src 'none'; img-src 'self' data:; media-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'\n";
    let html = "content-type: text/html; charset=utf-8\n";
    assert_eq!(said("/prep/"), format!("200\n{page}{common}{html}"));
    assert_eq!(said("/prep/nowhere"), format!("404\n{page}{common}{html}"));
    let bare = "cache-control: no-store\ncontent-security-policy: frame-ancestors 'none'\n";
    assert_eq!(said("/prep/plain.html"), format!("200\n{bare}{common}{html}"));
    for (target, media) in [
        ("/prep/own.css", "text/css; charset=utf-8"),
        ("/prep/%C3%BC/%E6%97%A5%E6%9C%AC.svg", "image/svg+xml; charset=utf-8"),
        ("/prep/a%20b%23c%25d.txt", "text/plain; charset=utf-8"),
        ("/prep/CNAME", "application/octet-stream"),
        ("/prep/sitemap.xml", "application/xml; charset=utf-8"),
        ("/prep/data/v1/index.json", "application/json; charset=utf-8"),
        ("/__greenroom/live.js", "text/javascript; charset=utf-8"),
        ("/__greenroom/live.css", "text/css; charset=utf-8"),
        ("/__greenroom/apology.css", "text/css; charset=utf-8"),
    ] {
        assert_eq!(said(target), format!("200\n{other}{common}content-type: {media}\n"), "{target}");
    }
    assert_eq!(said("/__greenroom/alive"), format!("204\n{other}{common}"));
    let text = "content-type: text/plain; charset=utf-8\n";
    assert_eq!(said("/"), format!("307\n{other}{common}{text}location: /prep/\n"));
    assert_eq!(said("/__greenroom/other"), format!("404\n{other}{common}{text}"));
    assert_eq!(said("/%00"), format!("400\n{other}{common}{text}"));
}

#[test]
fn folders_get_their_slash_and_the_root_leads_to_the_site() {
    let preview = Preview::of(turn(&with(&[])));
    for (asked, to) in [
        ("/", Some("/prep/")),
        ("/prep", Some("/prep/")),
        ("/?x=1", Some("/prep/?x=1")),
        ("/prep/roles/nurse", Some("/prep/roles/nurse/")),
        ("/prep/roles/nurse?a=b&c", Some("/prep/roles/nurse/?a=b&c")),
        ("/prep/%72oles", Some("/prep/roles/")),
        ("/prep/ROLES", None),
        ("/prepa", None),
        ("/pre", None),
        ("/roles/nurse/", None),
        ("/prep//roles/", None),
        ("//prep/", None),
        ("/prep/own.css/", None),
        ("/prep/index.html/", None),
        ("/prep/data", None),
    ] {
        let answer = preview.get(asked);
        assert_eq!(answer.header("location"), to, "{asked}");
        assert_eq!(answer.status, if to.is_some() { 307 } else { 404 }, "{asked}");
    }
}

#[test]
fn a_site_at_the_root_of_its_host_is_served_there() {
    let preview = Preview::of(turn(&with(&[("site.toml", "title = \"T\"\n")])));
    assert_eq!(preview.get("/").status, 200);
    assert_eq!(preview.get("/roles/nurse").header("location"), Some("/roles/nurse/"));
    assert_eq!(preview.get("/prep/").status, 404);
    let spaced = "title = \"T\"\nbase_url = \"https://example.edu/~a%20b/x/\"\n";
    let preview = Preview::of(turn(&with(&[("site.toml", spaced)])));
    assert_eq!(preview.get("/").header("location"), Some("/~a%20b/x/"));
    assert_eq!(preview.get("/%7Ea%20b/x/roles/nurse/").status, 200);
}

#[test]
fn an_address_that_leads_nowhere_gets_the_sites_own_page() {
    let turn = turn(&with(&[]));
    let site = Arc::clone(turn.site.as_ref().unwrap());
    let preview = Preview::of(turn);
    let own = site.render(&OutPath::new("404.html").unwrap()).unwrap().unwrap();
    for asked in ["/prep/roles/surgeon/", "/elsewhere", "/prep/%22%3E%3Cscript%3Ealert(1)%3C/script%3E"] {
        let answer = preview.get(asked);
        assert_eq!(answer.status, 404, "{asked}");
        assert!(answer.apart().0 == own.as_slice(), "{asked}");
    }
    let asked = preview.get("/prep/%22%3E%3Cb%3E/").script("data-page");
    assert_eq!(asked, "/prep/&quot;&gt;&lt;b&gt;/");
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    let mut preview = Preview::of(turn(&with(&[])));
    let tag = preview.get("/prep/").header("etag").unwrap().to_owned();
    let css = preview.get("/prep/own.css").header("etag").unwrap().to_owned();
    assert!(tag.len() == 34 && tag.starts_with('"'), "{tag}");
    for (said, status) in [
        (tag.clone(), 304),
        (format!("W/{tag}"), 304),
        (format!("\"other\", W/\"x\" ,{tag}"), 304),
        (format!("\"other\"\r\nIf-None-Match: {tag}"), 304),
        ("*".into(), 304),
        ("\"other\"".into(), 200),
        (tag.trim_matches('"').into(), 200),
        (String::new(), 200),
    ] {
        let answer = preview.ask("GET", "/prep/", &format!("If-None-Match: {said}\r\n"));
        assert_eq!(answer.status, status, "{said}");
        assert_eq!(answer.header("etag"), Some(tag.as_str()), "{said}");
        let head = preview.ask("HEAD", "/prep/", &format!("If-None-Match: {said}\r\n"));
        assert_eq!(head.status, status, "{said}");
    }
    assert_eq!(preview.ask("GET", "/prep/nowhere", "If-None-Match: *\r\n").status, 404);
    preview.show(&with(&[("static/own.css", "a { color: blue }\n")]));
    assert_eq!(preview.ask("GET", "/prep/own.css", &format!("If-None-Match: {css}\r\n")).status, 200);
}

#[test]
fn once_it_is_read_a_project_is_not_looked_at_for_an_answer() {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in PROJECT {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let session = Session::open(folder.path(), Options::default()).unwrap();
    let turn = session.turn().as_ref().clone();
    // What follows needs no file: there is none left.
    drop((session, folder));
    let site = Arc::clone(turn.site.as_ref().unwrap());
    let preview = Preview::of(turn);
    for path in site.outputs() {
        assert_eq!(preview.get(&format!("/prep/{}", path.address())).status, 200, "{path}");
    }
}

#[test]
fn many_requests_share_a_connection() {
    let preview = Preview::of(turn(&with(&[])));
    let mut stream = preview.connect();
    let port = preview.port;
    for target in ["/prep/", "/prep/own.css", "/prep/nowhere", "/", "/prep/roles/nurse/"].repeat(20) {
        let head = format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
        stream.write_all(head.as_bytes()).unwrap();
        assert_ne!(Answer::read(&mut stream, true).status, 0, "{target}");
    }
}
