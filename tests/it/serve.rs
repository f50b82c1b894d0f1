//! `serve` and `build --watch` as a user runs them: what is said, what is answered, and how they end.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;

use tempfile::TempDir;

use crate::folder::{self, write};
use crate::program::{PATIENCE, Running};

fn project() -> TempDir {
    folder::project(&[
        ("site.toml", "title = \"T\"\nbase_url = \"https://prep.example.edu/prep/\"\n"),
        ("content/guides/first.md", "# First\n\nWords.\n"),
        ("content/guides/hidden.md", "+++\ntitle = \"Hidden\"\ndraft = true\n+++\nNot yet.\n"),
    ])
}

/// The port of the preview.
fn port(serve: &Running) -> u16 {
    let url = serve.url();
    let rest = url.strip_prefix("http://127.0.0.1:").unwrap();
    rest.split('/').next().unwrap().parse().unwrap()
}

/// The answer of the preview: status and everything else.
fn get(port: u16, path: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    (answer.split(' ').nth(1).unwrap().parse().unwrap(), answer)
}

#[test]
fn a_save_is_shown_and_told_once() {
    let root = project();
    let serve = Running::start(root.path(), &["serve", "--port", "0"]);
    let port = port(&serve);
    assert_eq!(get(port, "/").0, 307, "the site is below the path of its address");
    assert!(get(port, "/prep/guides/first/").1.contains("Words."));
    assert_eq!(get(port, "/prep/guides/hidden/").0, 200, "drafts are shown");
    write(root.path(), "content/guides/first.md", "# First\n\nOther words.\n");
    let line = serve.line("content/guides/first.md");
    assert!(line.contains("no problems") || line.contains("remain"), "{line}");
    assert!(line.ends_with(&format!("http://127.0.0.1:{port}/prep/guides/first/")), "{line}");
    assert!(get(port, "/prep/guides/first/").1.contains("Other words."));

    write(root.path(), "content/guides/first.md", "# First\n\n[Gone](gone.md)\n");
    serve.line("error[broken-link]");
    assert!(serve.line("content/guides/first.md: ").contains("1 new problem"));
    assert!(get(port, "/prep/guides/first/").1.contains("Other words."), "the last good page stays");
    write(root.path(), "content/guides/first.md", "# First\n\nMended.\n");
    assert!(serve.line("content/guides/first.md: ").contains("1 fixed"));
    assert!(!root.path().join("public").exists(), "a preview writes nothing");
}

#[test]
fn the_new_address_is_told_when_the_site_moves() {
    let root = project();
    let serve = Running::start(root.path(), &["serve", "--port", "0"]);
    let port = port(&serve);
    write(root.path(), "site.toml", "title = \"T\"\nbase_url = \"https://prep.example.edu/new/\"\n");
    let line = serve.line("the preview moved");
    assert!(line.ends_with(&format!(": http://127.0.0.1:{port}/new/")), "{line}");
    assert_eq!(get(port, "/new/guides/first/").0, 200);
}

#[test]
fn an_empty_folder_is_served_with_what_to_do() {
    let root = TempDir::new().unwrap();
    let serve = Running::start(root.path(), &["serve", "--port", "0"]);
    serve.line("error[");
    let port = port(&serve);
    let (status, page) = get(port, "/");
    assert!(status >= 500, "{status}");
    assert!(page.contains("no-site-file"), "{page}");
    write(root.path(), "site.toml", "title = \"T\"\n");
    write(root.path(), "content/guides/first.md", "# First\n\nWords.\n");
    serve.line("fixed");
    assert!(get(port, "/guides/first/").1.contains("Words."));
}

#[test]
fn before_the_first_good_site_none_is_said_to_stay() {
    let root = project();
    write(root.path(), "content/guides/first.md", "# First\n\n[Gone](gone.md)\n");
    let build = Running::start(root.path(), &["build", "--watch"]);
    assert_eq!(
        build.line("nothing was published"),
        "nothing was published: there is no site until the errors are mended"
    );
    build.line("waiting for changes");
    write(root.path(), "content/guides/first.md", "# First\n\nWords.\n");
    build.line("written");
    write(root.path(), "content/guides/first.md", "# First\n\n[Gone](gone.md)\n");
    assert_eq!(
        build.line("nothing was published"),
        "nothing was published: the last good site stays as it is"
    );
    let root = project();
    write(root.path(), "content/guides/first.md", "# First\n\n[Gone](gone.md)\n");
    let serve = Running::start(root.path(), &["serve", "--port", "0"]);
    serve.line("there is no site to show yet");
}

#[test]
fn who_else_can_read_the_preview_is_told_where() {
    let root = project();
    let serve = Running::start(root.path(), &["serve", "--port", "0", "--host", "0.0.0.0"]);
    serve.line("warning: everyone who can reach");
    let line = serve.line("listens on every address of this machine");
    // Without a network there is no address to name, only the way to find one.
    let named = line.contains("such as http://") && line.ends_with("/prep/");
    assert!(named || line.contains("`ip address`"), "{line}");
    assert!(!line.contains("0.0.0.0") && !line.contains("127.0.0.1"), "{line}");
    assert_eq!(get(port(&serve), "/prep/").0, 200);
}

#[test]
fn a_port_that_is_taken_is_named() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let root = project();
    let mut serve = Running::start(root.path(), &["serve", "--port", &port]);
    let line = serve.line("error");
    assert!(line.contains(&port), "{line}");
    assert_eq!(serve.child.wait().unwrap().code(), Some(2));
}

#[cfg(target_os = "linux")]
#[test]
fn an_interrupt_ends_a_preview_and_leaves_the_site_alone() {
    let root = project();
    write(root.path(), "public/index.html", "of somebody else");
    let mut serve = Running::start(root.path(), &["serve", "--port", "0"]);
    serve.url();
    let pid = rustix::process::Pid::from_child(&serve.child);
    rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
    serve.child.wait().unwrap();
    assert_eq!(fs::read_to_string(root.path().join("public/index.html")).unwrap(), "of somebody else");
}

#[test]
fn build_watch_publishes_every_save_that_is_good() {
    let root = project();
    let page = root.path().join("public/guides/first/index.html");
    let build = Running::start(root.path(), &["build", "--watch"]);
    build.line("waiting for changes");
    assert!(fs::read_to_string(&page).unwrap().contains("Words."));
    write(root.path(), "content/guides/first.md", "# First\n\n[Gone](gone.md)\n");
    build.line("nothing was published");
    assert!(fs::read_to_string(&page).unwrap().contains("Words."));
    write(root.path(), "content/guides/first.md", "# First\n\nMended.\n");
    build.line("written");
    assert!(fs::read_to_string(&page).unwrap().contains("Mended."));
}
