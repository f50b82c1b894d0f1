//! What browsers hear of a turn: a reload only when their page changed, style sheets, where to go, problems.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

use greenroom::dev::server::{Limits, Settings};

use super::preview::{Answer, Preview, turn, with};

const GUIDE: &str = "/prep/guides/first/";

/// A stream of events, as a browser reads it.
struct Events(BufReader<TcpStream>);

impl Events {
    /// Listens as the page that `answer` is.
    fn of(preview: &Preview, answer: &Answer) -> Events {
        Events::with(preview, &answer.script("data-page"), &answer.script("data-has"), answer)
    }

    fn with(preview: &Preview, page: &str, has: &str, answer: &Answer) -> Events {
        let (status, events) = Events::try_with(preview, page, has, &answer.script("data-token"), "");
        assert_eq!(status, 200);
        events
    }

    fn try_with(preview: &Preview, page: &str, has: &str, token: &str, lines: &str) -> (u16, Events) {
        let mut stream = preview.connect();
        let page = page.replace('%', "%25").replace('/', "%2F").replace(' ', "+");
        let head = format!(
            "GET /__greenroom/events?token={token}&page={page}&has={has} HTTP/1.1\r\nHost: localhost:{}\r\n{lines}\r\n",
            preview.port
        );
        stream.write_all(head.as_bytes()).unwrap();
        let answer = Answer::read(&mut stream, true);
        (answer.status, Events(BufReader::new(stream)))
    }

    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        let read = self.0.read_line(&mut line).unwrap();
        (read > 0).then(|| line.trim_end().to_owned())
    }

    /// The next event and its data; none when the stream ends.
    fn next(&mut self) -> Option<(String, String)> {
        let mut name = String::new();
        loop {
            let line = self.line()?;
            if let Some(event) = line.strip_prefix("event: ") {
                name = event.to_owned();
            } else if let Some(data) = line.strip_prefix("data: ") {
                return Some((name, data.to_owned()));
            }
        }
    }

    /// The next event, which has to be this one: its data.
    fn expect(&mut self, name: &str) -> String {
        let (found, data) = self.next().expect("an event");
        assert_eq!(found, name, "{data}");
        data
    }

    /// The problems of turn number `turn` come next.
    fn problems(&mut self, turn: u64) -> String {
        let data = self.expect("problems");
        assert!(data.starts_with(&format!("{{\"turn\":{turn},")), "{data}");
        data
    }
}

fn guide(words: &str) -> BTreeMap<String, String> {
    with(&[("content/guides/first.md", &format!("+++\ntitle = \"First\"\n+++\n{words}\n"))])
}

#[test]
fn a_browser_reloads_when_its_page_changed_and_only_then() {
    let mut preview = Preview::of(turn(&with(&[])));
    let page = preview.get(GUIDE);
    let mut there = Events::of(&preview, &page);
    let mut elsewhere = Events::of(&preview, &preview.get("/prep/roles/nurse/"));
    there.problems(1);
    elsewhere.problems(1);
    preview.show(&guide("Other words."));
    there.problems(2);
    assert_eq!(there.expect("reload"), "{}");
    elsewhere.problems(2);
    preview.show(&guide("Other words."));
    // The browser that did not reload is told again; the other page is still what it was.
    there.problems(3);
    there.expect("reload");
    elsewhere.problems(3);
    preview.show(&with(&[]));
    there.problems(4);
    elsewhere.problems(4);
    preview.show(&with(&[("content/roles/nurse/role.md", "+++\ntitle = \"Nurse\"\n+++\nShort days.\n")]));
    there.problems(5);
    elsewhere.problems(5);
    elsewhere.expect("reload");
}

#[test]
fn a_browser_that_comes_late_hears_at_once_that_its_page_is_old() {
    let mut preview = Preview::of(turn(&with(&[])));
    let (page, other) = (preview.get(GUIDE), preview.get("/prep/roles/nurse/"));
    preview.show(&guide("Other words."));
    let mut events = Events::of(&preview, &page);
    events.problems(2);
    events.expect("reload");
    let mut events = Events::of(&preview, &other);
    events.problems(2);
    preview.show(&guide("Again."));
    events.problems(3);
    let mut events = Events::with(&preview, "guides/first/index.html", "nonsense", &page);
    events.problems(3);
    events.expect("reload");
}

#[test]
fn a_page_that_goes_is_gone_at_once_and_one_that_comes_appears() {
    let mut preview = Preview::of(turn(&with(&[])));
    let mut events = Events::of(&preview, &preview.get(GUIDE));
    events.problems(1);
    let mut less = with(&[]);
    less.remove("content/guides/first.md");
    preview.show(&less);
    assert_eq!(preview.get(GUIDE).status, 404);
    events.problems(2);
    events.expect("reload");
    for address in [GUIDE, "/prep/guides/first", "/prep/guides/first/index.html"] {
        let missing = preview.get(address);
        assert_eq!((missing.status, missing.script("data-page").as_str()), (404, address));
        let mut events = Events::of(&preview, &missing);
        events.problems(2);
        preview.show(&less);
        events.problems(3);
        preview.show(&with(&[]));
        events.problems(4);
        events.expect("reload");
        preview = Preview::of(turn(&less));
        preview.show(&less);
    }
}

#[test]
fn a_style_sheet_is_swapped_without_a_reload() {
    let head = "{% extends \"base.html\" %}{% block styles %}{{ super() }}<link rel=\"stylesheet\" href=\"{{ site.root }}own.css\">{% endblock styles %}\n";
    let site = |accent: &str, own: &str| {
        with(&[
            ("templates/guide.html", &head.replace("base.html", "guide.html")),
            (
                "site.toml",
                &format!(
                    "title = \"T\"\nbase_url = \"https://prep.example.edu/prep/\"\n[brand]\naccent = \"{accent}\"\n"
                ),
            ),
            ("static/own.css", own),
        ])
    };
    let mut preview = Preview::of(turn(&site("#1f5fa8", "a { color: red }")));
    let page = preview.get(GUIDE);
    assert_eq!(page.status, 200, "{}", page.text());
    let mut events = Events::of(&preview, &page);
    events.problems(1);
    preview.show(&site("#8a2be2", "a { color: red }"));
    events.problems(2);
    let styles = events.expect("styles");
    let (now, _) = preview.get(GUIDE).apart();
    let now = String::from_utf8(now).unwrap();
    let hrefs: Vec<&str> = now
        .split("<link rel=\"stylesheet\" href=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert_eq!(hrefs.len(), 2, "{hrefs:?}");
    let has = preview.get(GUIDE).script("data-has");
    let listed: Vec<String> = hrefs.iter().map(|href| format!("\"{href}\"")).collect();
    assert_eq!(styles, format!("{{\"hrefs\":[{}],\"has\":\"{has}\"}}", listed.join(",")));
    // A style sheet of the author keeps its name, so a browser needs another address to ask again.
    preview.show(&site("#8a2be2", "a { color: green }"));
    events.problems(3);
    let styles = events.expect("styles");
    assert!(styles.contains("own.css?"), "{styles}");
    assert!(styles.contains(&listed[0]), "{styles}");
    preview.show(&site("#8a2be2", "a { color: green }"));
    events.problems(4);
    preview.show(&site("#8a2be2", "a { color: green }"));
    events.problems(5);
    // A browser that held the former style sheets comes back.
    let mut late = Events::of(&preview, &page);
    late.problems(5);
    late.expect("styles");
}

#[test]
fn a_browser_that_follows_goes_to_what_changed() {
    let settings = Settings { follow: true, ..Settings::default() };
    let mut preview = Preview::with(turn(&with(&[])), settings);
    let mut home = Events::of(&preview, &preview.get("/prep/"));
    let mut there = Events::of(&preview, &preview.get(GUIDE));
    home.problems(1);
    there.problems(1);
    preview.show_changed(&guide("Other words."), Some("guides/first/index.html"));
    home.problems(2);
    assert_eq!(home.expect("go"), "{\"url\":\"/prep/guides/first/index.html\"}");
    there.problems(2);
    there.expect("reload");
    preview.show_changed(&guide("More words."), Some("guides/gone/index.html"));
    home.problems(3);
    preview.show_changed(&guide("More words."), None);
    home.problems(4);
    // Who only now comes chose the page.
    preview.show_changed(&guide("Last words."), Some("guides/first/index.html"));
    let mut late = Events::of(&preview, &preview.get("/prep/"));
    late.problems(5);
    preview.show(&guide("Last words."));
    late.problems(6);
}

#[test]
fn nobody_is_led_around_who_did_not_ask_for_it() {
    let mut preview = Preview::of(turn(&with(&[])));
    let mut home = Events::of(&preview, &preview.get("/prep/roles/nurse/"));
    home.problems(1);
    preview.show_changed(&guide("Other words."), Some("guides/first/index.html"));
    home.problems(2);
    preview.show(&guide("Other words."));
    home.problems(3);
}

#[test]
fn problems_come_with_every_turn_and_the_last_good_page_stays() {
    let mut preview = Preview::of(turn(&with(&[])));
    let page = preview.get(GUIDE);
    let mut events = Events::of(&preview, &page);
    events.problems(1);
    let broken = with(&[(
        "content/guides/first.md",
        "+++\ntitle = \"First\"\ntitel = \"<b>\"\nphase = \"no\"\n+++\n[x](nowhere.md)\n",
    )]);
    preview.show(&broken);
    let problems = events.problems(2);
    for part in [
        "\"fresh\":false",
        "\"command\":\"greenroom fix\"",
        "\"code\":\"broken-link\"",
        "content/guides/first.md:6:5",
        "\"excerpt\":\"",
        "\"more\":0",
    ] {
        assert!(problems.contains(part), "{part} is not in {problems}");
    }
    assert_eq!(preview.get(GUIDE).script("data-has"), page.script("data-has"));
    preview.show(&with(&[]));
    assert!(events.problems(3).contains("\"fresh\":true,\"errors\":0"));
}

#[test]
fn only_pages_of_this_preview_hear_anything() {
    let preview = Preview::of(turn(&with(&[])));
    let page = preview.get(GUIDE);
    let (token, has) = (page.script("data-token"), page.script("data-has"));
    assert_eq!(token.len(), 32);
    let status = |token: &str, lines: &str| Events::try_with(&preview, "index.html", &has, token, lines).0;
    assert_eq!(status(&token, ""), 200);
    assert_eq!(status(&token, "Sec-Fetch-Site: same-origin\r\n"), 200);
    for (token, lines) in [
        ("", ""),
        (&token[1..], ""),
        (&format!("{token}0"), ""),
        (&token.to_uppercase(), ""),
        (&token, "Sec-Fetch-Site: cross-site\r\n"),
        (&token, "Sec-Fetch-Site: same-site\r\n"),
        (&token, "Sec-Fetch-Site: none\r\n"),
        (&token, "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n"),
    ] {
        assert_eq!(status(token, lines), 403, "{token} {lines}");
    }
    for target in ["/__greenroom/events", "/__greenroom/events?", "/__greenroom/events?token"] {
        assert_eq!(preview.get(target).status, 403, "{target}");
    }
    let other = Preview::of(turn(&with(&[])));
    assert_ne!(other.get(GUIDE).script("data-token"), token);
}

#[test]
fn more_listeners_than_there_are_seats_are_refused_until_one_leaves() {
    let preview = Preview::of(turn(&with(&[])));
    let page = preview.get(GUIDE);
    let mut seated: Vec<Events> = (0..32).map(|_| Events::of(&preview, &page)).collect();
    let (token, has) = (page.script("data-token"), page.script("data-has"));
    let status = || Events::try_with(&preview, "index.html", &has, &token, "").0;
    assert_eq!(status(), 503);
    assert_eq!(preview.get(GUIDE).status, 200);
    seated.iter_mut().for_each(|events| drop(events.problems(1)));
    drop(seated.pop());
    // That one has left is heard a little later; a request in between is only one more refusal.
    assert!((0..10_000).any(|_| status() == 200), "the seat is free again");
}

#[test]
fn a_silent_stream_says_that_it_is_alive_and_ends_with_the_preview() {
    let limits = Limits { heartbeat: Duration::from_millis(20), ..Limits::default() };
    let preview = Preview::with(turn(&with(&[])), Settings { limits, ..Settings::default() });
    let mut events = Events::of(&preview, &preview.get(GUIDE));
    events.problems(1);
    let alive = std::iter::from_fn(|| events.line()).filter(|line| line.starts_with(':')).take(3).count();
    assert_eq!(alive, 3);
    drop(preview);
    assert_eq!(events.next(), None);
}

#[test]
fn a_listener_that_reads_nothing_keeps_no_one_waiting() {
    let mut preview = Preview::of(turn(&with(&[])));
    let page = preview.get(GUIDE);
    let _deaf: Vec<Events> = (0..8).map(|_| Events::of(&preview, &page)).collect();
    let mut events = Events::of(&preview, &page);
    events.problems(1);
    for turn in 2..20 {
        preview.show(&guide(&format!("Words {turn}.")));
        events.problems(turn);
        events.expect("reload");
    }
}
