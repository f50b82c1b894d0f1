//! A published site below `/repo/`, as any host would serve it: what a visitor gets, without the preview's script.

use std::io::Write;
use std::net::{Shutdown, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};

use greenroom::base::OutPath;
use greenroom::base::path::decoded;
use greenroom::build::{Memo, build};
use greenroom::disk::scan;
use greenroom::model::Options;
use greenroom::site::Site;
use greenroom::source::Sources;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::tiny::Tiny;

/// Where the site is below its host.
const BASE: &str = "/repo/";

/// Asks the server for a page that does not lead on.
const STAY: &str = "?stay";

/// A built site and the server that hands it out.
pub struct Published {
    site: Arc<Site>,
    server: Tiny,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Published {
    /// This repository's own site.
    pub fn own() -> Published {
        Published::of(scan(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap())
    }

    /// The site of these sources.
    pub fn of(sources: Sources) -> Published {
        Published::with(sources, Options::default())
    }

    /// The site of these sources, built with these options below its own address.
    pub fn with(sources: Sources, options: Options) -> Published {
        Published::start(sources, options, "")
    }

    /// The same, but one of its outputs is lost.
    pub fn without(sources: Sources, lost: &'static str) -> Published {
        Published::start(sources, Options::default(), lost)
    }

    fn start(sources: Sources, options: Options, lost: &'static str) -> Published {
        let base_url = Some(format!("https://prep.example.edu{BASE}"));
        let options = Options { base_url, ..options };
        let built = build(sources, &options, &Memo::default(), &|_| {});
        let problems = format!("{:?}", built.problems);
        let site = Arc::new(built.into_site().unwrap_or_else(|| panic!("{problems}")));
        let served = Arc::clone(&site);
        let made = move |path: &str| {
            let path = OutPath::new(path).ok().filter(|path| path.as_str() != lost)?;
            let page = served.render(&path)?.unwrap();
            Some(page.as_slice().to_vec())
        };
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        let server = Tiny::new(move |target, stream| {
            log.lock().unwrap().push(target.to_owned());
            answer(BASE, &made, target, stream);
        });
        Published { site, server, asked }
    }

    /// A small site with one of everything, which no change of this repository's content touches.
    pub fn small() -> Published {
        Published::of(small())
    }

    /// The site.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The address of an output.
    pub fn url(&self, output: &OutPath) -> String {
        self.at(&output.address())
    }

    /// An address below the site's own, perhaps with a query.
    pub fn at(&self, address: &str) -> String {
        format!("http://127.0.0.1:{}{BASE}{address}", self.server.port())
    }

    /// What the server was asked for until now, in order: paths with their queries.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    /// An address at which a page stays, though it would lead on to another.
    pub fn staying(&self, output: &OutPath) -> String {
        format!("{}{STAY}", self.url(output))
    }
}

/// The sources of the small site with one of everything.
pub fn small() -> Sources {
    scan(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/data/one-of-each")).unwrap()
}

/// The file of a site that starts at `base` on its host which the path of a request means.
pub fn file_at(base: &str, target: &str) -> Option<String> {
    let path = decoded(target.split(['?', '#']).next().unwrap_or_default());
    let inside = path.strip_prefix(base)?;
    let folder = inside.is_empty() || inside.ends_with('/');
    Some(if folder { format!("{inside}index.html") } else { inside.to_owned() })
}

/// Answers as hosts of static files do, compressed: the file, the index of a folder, or the page for what is not
/// there.
pub fn answer(base: &str, made: &dyn Fn(&str) -> Option<Vec<u8>>, target: &str, mut stream: TcpStream) {
    let found = file_at(base, target).and_then(|file| Some((made(&file)?, file)));
    let (status, file, mut bytes) = match found {
        Some((bytes, file)) => ("200 OK", file, bytes),
        None => ("404 Not Found", "404.html".to_owned(), made("404.html").unwrap()),
    };
    if target.ends_with(STAY) {
        let page = String::from_utf8(bytes).unwrap();
        bytes = page.replace("http-equiv=\"refresh\"", "http-equiv=\"nothing\"").into_bytes();
    }
    let kind = match file.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css",
        "js" => "text/javascript",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "png" => "image/png",
        _ => "application/octet-stream",
    };
    // Only browsers ask here, and all of them read gzip.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    let bytes = encoder.write_all(&bytes).and_then(|()| encoder.finish()).unwrap();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Encoding: gzip\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        bytes.len()
    );
    // A browser that went away meanwhile has no need of it.
    let written = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&bytes));
    drop(written.and_then(|()| stream.shutdown(Shutdown::Write)));
}
