//! Who the preview answers to and what it refuses: hosts, methods, targets, sizes, and those who are slow.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::time::Duration;

use greenroom::dev::server::{
    Address, BindError, FIRST_PORT, Host, LAST_PORT, Limits, Port, Server, Settings,
};

use super::preview::{Answer, Preview, turn, with};

fn preview() -> Preview {
    Preview::of(turn(&with(&[])))
}

#[test]
fn only_its_own_names_are_answered_to() {
    let settings = Settings { allowed_hosts: vec!["Prep.test".into()], ..Settings::default() };
    let preview = Preview::with(turn(&with(&[])), settings);
    let table = [
        ("localhost:PORT", 200),
        ("LOCALHOST:PORT", 200),
        ("127.0.0.1:PORT", 200),
        ("[::1]:PORT", 200),
        ("prep.test", 200),
        ("PREP.test:443", 200),
        ("localhost", 403),
        ("127.0.0.1", 403),
        ("localhost:1", 403),
        ("localhost:", 403),
        ("localhost:0PORT", 403),
        ("localhost:+PORT", 403),
        ("localhost.:PORT", 403),
        ("localhost:PORT:PORT", 403),
        ("127.0.0.2:PORT", 403),
        ("127.1:PORT", 403),
        ("2130706433:PORT", 403),
        ("0x7f000001:PORT", 403),
        ("0.0.0.0:PORT", 403),
        ("::1:PORT", 403),
        ("[::]:PORT", 403),
        ("[0:0:0:0:0:0:0:1]:PORT", 403),
        ("[::ffff:127.0.0.1]:PORT", 403),
        ("[::1%25lo]:PORT", 403),
        ("evil.example:PORT", 403),
        ("localhost.evil.example:PORT", 403),
        ("evil.localhost:PORT", 403),
        ("prep.test.", 403),
        ("user@localhost:PORT", 403),
        ("localhost:PORT@evil.example", 403),
        ("localhost:PORT, evil.example", 403),
        ("localhost:PORT/", 403),
        ("localhost\u{ff0e}:PORT", 403),
        ("", 400),
        ("localhost:PORT\r\nHost: localhost:PORT", 400),
        ("localhost:PORT\r\nHost: evil.example", 400),
    ];
    for (host, status) in table {
        let host = host.replace("PORT", &preview.port.to_string());
        for path in ["/prep/", "/__greenroom/alive"] {
            let answer = preview.raw(format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes());
            let expected = if status == 200 && path.ends_with("alive") { 204 } else { status };
            assert_eq!(answer.status, expected, "{host:?} {path}");
        }
    }
}

#[test]
fn a_target_may_name_the_host_but_not_another_one() {
    let preview = preview();
    let port = preview.port;
    for (target, host, status) in [
        ("http://localhost:PORT/prep/", "localhost:PORT", 200),
        ("HTTP://LocalHost:PORT/prep/", "localhost:PORT", 200),
        ("http://evil.example/prep/", "localhost:PORT", 400),
        ("http://localhost:PORT/prep/", "evil.example", 400),
        ("http://evil.example/prep/", "evil.example", 403),
        ("http://user@localhost:PORT/prep/", "localhost:PORT", 400),
        ("http://localhost:PORT/prep/", "127.0.0.1:PORT", 400),
        ("https://localhost:PORT/prep/", "localhost:PORT", 400),
        ("file://localhost:PORT/etc/passwd", "localhost:PORT", 400),
        ("prep/", "localhost:PORT", 400),
        ("*", "localhost:PORT", 400),
    ] {
        let head =
            format!("GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n").replace("PORT", &port.to_string());
        assert_eq!(preview.raw(head.as_bytes()).status, status, "{head}");
    }
    for head in ["GET /prep/ HTTP/1.1\r\n\r\n", "GET /prep/ HTTP/1.0\r\n\r\n"] {
        assert_eq!(preview.raw(head.as_bytes()).status, 400, "{head}");
    }
    let old = format!("GET /prep/ HTTP/1.0\r\nHost: localhost:{port}\r\n\r\n");
    assert_eq!(preview.raw(old.as_bytes()).status, 200);
}

#[test]
fn nothing_but_get_and_head_is_answered() {
    let preview = preview();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get", "X"] {
        for target in ["/prep/", "/__greenroom/events", "/nowhere"] {
            let answer = preview.ask(method, target, "");
            assert_eq!(answer.status, 405, "{method} {target}");
            assert_eq!(answer.header("allow"), Some("GET, HEAD"), "{method} {target}");
        }
    }
    for (method, target) in [("OPTIONS", "*"), ("CONNECT", "localhost:80")] {
        let status = preview.ask(method, target, "").status;
        assert!(matches!(status, 400 | 405), "{method}: {status}");
    }
    let answer = preview.ask("POST", "/prep/", "Content-Length: 100000\r\n");
    assert_eq!(answer.status, 405);
}

#[test]
fn no_other_site_can_make_a_browser_load_anything() {
    let preview = preview();
    let fetched = |site: &str, mode: &str, dest: &str| {
        let lines = format!("Sec-Fetch-Site: {site}\r\nSec-Fetch-Mode: {mode}\r\nSec-Fetch-Dest: {dest}\r\n");
        ["/prep/", "/prep/own.css"].map(|target| preview.ask("GET", target, &lines).status)
    };
    assert_eq!(fetched("cross-site", "navigate", "document"), [200, 200]);
    assert_eq!(fetched("cross-site", "navigate", "iframe"), [403, 403]);
    assert_eq!(fetched("cross-site", "no-cors", "script"), [403, 403]);
    assert_eq!(fetched("Cross-Site", "cors", "empty"), [403, 403]);
    assert_eq!(fetched("same-origin", "no-cors", "style"), [200, 200]);
    assert_eq!(fetched("none", "navigate", "document"), [200, 200]);
    let answer = preview.ask("GET", "/prep/", "Origin: https://evil.example\r\n");
    assert!(answer.headers.iter().all(|(name, _)| !name.starts_with("access-control")), "{answer:?}");
}

/// Targets that have led out of a folder of some server, or past its list of what is forbidden.
fn climbs() -> BTreeSet<String> {
    let ups = [
        "..",
        "%2e%2e",
        "%2E.",
        ".%2e",
        "..%2f",
        "..%5c",
        "..\\",
        "..;",
        "....",
        "%252e%252e",
        "%c0%ae%c0%ae",
        "%u002e%u002e",
        "..%00",
        "...",
        "%2e%2e%2f%2e%2e",
        "%uff0e%uff0e",
    ];
    let files = ["etc/passwd", "site.toml", "Cargo.toml", "content/banks/core.toml", ".git/config"];
    let mut targets = BTreeSet::new();
    for prefix in ["/", "/prep/", "/prep/assets/", "/prep/own.css/"] {
        for up in ups {
            for file in files {
                targets.insert(format!("{prefix}{}{file}", format!("{up}/").repeat(4)));
            }
        }
    }
    for file in files {
        for ends in
            ["", "?raw??", "?import&raw", "%00.html", ".svg?.wasm?init", "/.", "\\", "#/x.html", "%20", "."]
        {
            targets.insert(format!("/{file}{ends}"));
            targets.insert(format!("/@fs/{file}{ends}"));
            targets.insert(format!("/prep/../{file}{ends}"));
            targets.insert(format!("//{file}{ends}"));
            targets.insert(format!("/C:/{file}{ends}"));
            targets.insert(format!("/file:///{file}{ends}"));
        }
    }
    targets
}

#[test]
fn no_target_leads_to_a_file() {
    let preview = preview();
    let targets = climbs();
    assert!(targets.len() > 200, "{}", targets.len());
    let mut stream = preview.connect();
    let mut asked = 0;
    for target in targets {
        let head = format!("GET {target} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", preview.port);
        let mut answer = Answer::default();
        if asked % 20 != 0 && stream.write_all(head.as_bytes()).is_ok() {
            answer = Answer::read(&mut stream, true);
        }
        if answer.status == 0 {
            // The last one ended the connection.
            stream = preview.connect();
            stream.write_all(head.as_bytes()).unwrap();
            answer = Answer::read(&mut stream, true);
        }
        asked += 1;
        assert!(matches!(answer.status, 400 | 404), "{target}: {answer:?}");
        if target.contains(['\\', '#']) || target.contains("%00") || target.contains("%2f") {
            assert_eq!(answer.status, 400, "{target}");
            asked = 0;
        }
    }
}

#[test]
fn what_is_too_long_is_refused() {
    let preview = preview();
    let long = |length: usize| "a".repeat(length);
    assert_eq!(preview.get(&format!("/{}", long(8_000))).status, 404);
    for target in [format!("/{}", long(8_192)), format!("/prep/?{}", long(9_000))] {
        assert_eq!(preview.get(&target).status, 400);
    }
    let line = |length: usize| format!("X: {}\r\n", long(length));
    let lines = |count: usize| (0..count).map(|n| format!("X-{n}: 1\r\n")).collect::<String>();
    assert_eq!(preview.ask("GET", "/prep/", &line(20_000)).status, 200);
    assert_eq!(preview.ask("GET", "/prep/", &lines(90)).status, 200);
    for (target, lines) in [
        (format!("/{}", long(100_000)), String::new()),
        ("/prep/".into(), line(65_536)),
        ("/prep/".into(), lines(200)),
        ("/prep/".into(), lines(20_000)),
    ] {
        // Who sends on after the refusal may be cut off before it arrives.
        let status = preview.ask("GET", &target, &lines).status;
        assert!(matches!(status, 0 | 400 | 414 | 431), "{status}");
    }
    assert_eq!(preview.get("/prep/").status, 200);
}

#[test]
fn what_is_no_request_ends_its_connection_and_nothing_else() {
    let preview = preview();
    let port = preview.port;
    for bytes in [
        "\0\0\0\0\r\n\r\n".into(),
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".into(),
        "GET /\r\n\r\n".into(),
        "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n".into(),
        "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\r\n\r\n".into(),
        format!("GET /\0 HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"),
        format!("GET / x HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: localhost:{port}\r\n X: folded\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost : localhost:{port}\r\n\r\n"),
    ] {
        let mut stream = preview.connect();
        drop(stream.write_all(bytes.as_bytes()));
        drop(stream.shutdown(std::net::Shutdown::Write));
        assert!(matches!(Answer::read(&mut stream, true).status, 0 | 400 | 505), "{bytes:?}");
        assert_eq!(preview.get("/prep/").status, 200, "after {bytes:?}");
    }
}

fn patient(head: u64, connections: usize) -> Settings {
    let head = Duration::from_millis(head);
    Settings { limits: Limits { head, connections, stall: head, ..Limits::default() }, ..Settings::default() }
}

#[test]
fn those_who_send_slowly_keep_no_one_waiting() {
    let preview = preview();
    let slow: Vec<_> = (0..200)
        .map(|n| {
            let mut stream = preview.connect();
            stream.write_all(&b"GET /prep/ HTTP/1.1\r\nHost: localh"[..n % 30]).unwrap();
            stream
        })
        .collect();
    assert_eq!(preview.get("/prep/").status, 200);
    drop(slow);
}

#[test]
fn an_unfinished_request_and_an_idle_connection_are_dropped() {
    let preview = Preview::with(turn(&with(&[])), patient(100, 4));
    let head = format!("GET /prep/ HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", preview.port);
    let mut slow: Vec<_> =
        ["", "GET", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\nX:", "", "", "", ""]
            .map(|part| {
                let mut stream = preview.connect();
                stream.write_all(part.as_bytes()).unwrap();
                stream
            })
            .into();
    // There are more of them than places: it is let in when they are dropped.
    let mut idle = preview.connect();
    idle.write_all(head.as_bytes()).unwrap();
    assert_eq!(Answer::read(&mut idle, true).status, 200);
    slow.push(idle);
    for mut stream in slow {
        let mut rest = Vec::new();
        drop(stream.read_to_end(&mut rest));
        assert!(!rest.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&rest));
    }
}

#[test]
fn who_does_not_read_is_dropped() {
    let big = "x".repeat(900_000);
    let preview = Preview::with(turn(&with(&[("static/big.txt", &big)])), patient(100, 1));
    let mut stream = preview.connect();
    let head = format!("GET /prep/big.txt HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", preview.port);
    // More than what the system keeps for a connection.
    stream.write_all(head.repeat(60).as_bytes()).unwrap();
    assert_eq!(preview.get("/prep/").status, 200, "the only place is free again");
}

#[test]
fn a_port_that_is_taken_is_named() {
    let loopback = |port| Address { host: Host::Loopback, port };
    let first = Server::bind(&loopback(Port::NextFree)).unwrap();
    let port = first.address().port();
    assert!((FIRST_PORT..=LAST_PORT).contains(&port));
    assert!(first.address().ip().is_loopback());
    let second = Server::bind(&loopback(Port::NextFree)).unwrap();
    assert_ne!(second.address().port(), port);
    let error = Server::bind(&loopback(Port::Exactly(port))).unwrap_err();
    assert!(matches!(error, BindError::Taken(_)));
    let said = error.to_string();
    assert!(said.contains(&format!("port {port} of 127.0.0.1")) && said.contains("`--port`"), "{said}");
    let nowhere = Address { host: "192.0.2.1".parse().unwrap(), port: Port::Exactly(0) };
    let said = Server::bind(&nowhere).unwrap_err().to_string();
    assert!(said.contains("192.0.2.1") && said.contains("--host"), "{said}");
    assert_eq!(first.url("/prep/"), format!("http://127.0.0.1:{port}/prep/"));
}

#[test]
fn both_addresses_of_localhost_are_served() {
    let preview = preview();
    // A machine without IPv6 has only the one.
    if let Ok(mut stream) = std::net::TcpStream::connect(("::1", preview.port)) {
        let head = format!("GET /prep/ HTTP/1.1\r\nHost: [::1]:{}\r\n\r\n", preview.port);
        stream.write_all(head.as_bytes()).unwrap();
        assert_eq!(Answer::read(&mut stream, true).status, 200);
    }
}

#[test]
fn a_host_is_an_address_or_localhost() {
    let open = |text: &str| text.parse::<Host>().map(Host::is_open);
    assert_eq!(open("localhost"), Ok(false));
    assert_eq!(open("127.0.0.1"), Ok(false));
    assert_eq!(open("[::1]"), Ok(false));
    assert_eq!(open("0.0.0.0"), Ok(true));
    assert_eq!(open("::"), Ok(true));
    assert!(open("prep.test").unwrap_err().contains("`prep.test`"));
}
