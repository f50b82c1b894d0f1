//! WebKitGTK, driven over WebDriver by its own driver, in a small browser on a screen that nobody sees.
//!
//! A page is opened by another page of its site, which listens to it from its first moment: this engine tells
//! nobody outside what went wrong. Colours are chosen when the browser starts, so a new one starts for others.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;
use ureq::Agent;

use super::cdp::DEADLINE;
use super::chromium::{installed, skipped};
use super::engine::{Answer, Command, Engine, GO, Look};
use super::leash::Leash;

/// The driver and the screen: Debian's packages webkit2gtk-driver and xvfb.
const NAMES: [&str; 2] = ["WebKitWebDriver", "Xvfb"];

/// A window is as narrow as it is asked to be when nothing around the page takes space.
const STYLE: &str = "* { min-width: 0; padding: 0; margin: 0; font-size: 1px }\n";
const SETTINGS: &str = "[Settings]\ngtk-enable-animations=0\n";

const SIZE: Command = Command { name: "set window rect", path: "window/rect" };
const SWITCH: Command = Command { name: "switch to window", path: "window" };

/// Opens `$URL` in a window of its own and hears what goes wrong there; done when it is loaded.
const OPEN: &str = "
    const page = open('$URL', '', 'width=$WIDTH,height=800');
    window.heard = [];
    const note = (kind, text) => window.heard.push(`${kind}: ${text}`);
    const broken = ({ violatedDirective, blockedURI }) => note('policy', `${violatedDirective} ${blockedURI}`);
    page.addEventListener('securitypolicyviolation', broken);
    page.addEventListener('unhandledrejection', ({ reason }) => note('rejection', reason));
    page.addEventListener('error', ({ message, target }) => note('error', message ?? target.outerHTML), true);
    const there = () => page.location.href !== 'about:blank';
    return new Promise((loaded) => page.addEventListener('load', () => there() && loaded(true)));";

/// A running driver, and a browser of it when a page was opened.
pub struct WebKit {
    agent: Agent,
    /// Where the driver listens: `http://127.0.0.1:1111`.
    driver: String,
    session: Option<Session>,
    /// These end in this order; without a screen the browser ends too, whatever became of its driver.
    _driver: Leash,
    _screen: Leash,
    _profile: TempDir,
}

/// A browser of the driver.
struct Session {
    /// Its path: `/session/1111`.
    path: String,
    scheme: &'static str,
    /// The window that opens the others.
    home: Value,
}

impl WebKit {
    /// Starts the driver; `None`, with a line on stderr, when it or the screen is not installed.
    pub fn start() -> Option<WebKit> {
        let [Some(driver), Some(screen)] = NAMES.map(|name| installed(&[name])) else {
            skipped(&format!("no WebKitGTK in PATH ({})", NAMES.join(", ")));
            return None;
        };
        let profile = TempDir::new().unwrap();
        let settings = profile.path().join("gtk-3.0");
        fs::create_dir(&settings).unwrap();
        fs::write(settings.join("gtk.css"), STYLE).unwrap();
        fs::write(settings.join("settings.ini"), SETTINGS).unwrap();
        // Asked to end it takes away the file that holds its number.
        let mut command = Leash::gently_on(&screen);
        command.args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]);
        let mut screen = Leash::start(command);
        let display: u32 = screen.line(|line| line.parse().ok());
        let mut command = Leash::on(&driver);
        command.arg("--port=0").env("DISPLAY", format!(":{display}")).env("GDK_BACKEND", "x11");
        for folder in ["HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
            command.env(folder, profile.path());
        }
        for other in ["WAYLAND_DISPLAY", "GTK_THEME", "DBUS_SESSION_BUS_ADDRESS"] {
            command.env_remove(other);
        }
        let mut leash = Leash::start(command);
        let driver = format!("http://127.0.0.1:{}", leash.wait(listens));
        // Longer than the deadline of a script, which the driver itself keeps.
        let waits = Agent::config_builder().timeout_global(Some(DEADLINE * 2)).proxy(None);
        let agent = waits.http_status_as_error(false).build().new_agent();
        Some(WebKit { agent, driver, session: None, _driver: leash, _screen: screen, _profile: profile })
    }

    /// Asks the driver.
    fn ask(&self, verb: &str, path: &str, body: &str) -> Answer {
        let url = format!("{}{path}", self.driver);
        let answer = match verb {
            "GET" => self.agent.get(&url).call(),
            "DELETE" => self.agent.delete(&url).call(),
            _ => self.agent.post(&url).content_type("application/json").send(body),
        };
        let text = answer.and_then(|mut answer| answer.body_mut().read_to_string());
        let text = text.map_err(|error| format!("{url}: {error}"))?;
        let mut answer: Value = serde_json::from_str(&text).map_err(|error| format!("{error}: {text}"))?;
        match answer["value"]["error"].as_str() {
            Some(error) => Err(format!("{error}: {}", answer["value"]["message"])),
            None => Ok(answer["value"].take()),
        }
    }

    /// A browser with these colours; another one ends.
    fn browser(&mut self, scheme: &'static str) {
        if self.session.as_ref().is_some_and(|session| session.scheme == scheme) {
            return;
        }
        self.end();
        let mut arguments = vec![
            "--automation",
            "--javascript-can-open-windows-automatically=true",
            // Readers choose whether Tab stops at links; it does where they chose nothing.
            "--enable-tabs-to-links=true",
        ];
        arguments.extend((scheme == "dark").then_some("--dark-mode"));
        let options = json!({ "webkitgtk:browserOptions": { "args": arguments } });
        let body = json!({ "capabilities": { "alwaysMatch": options } }).to_string();
        let made = self.ask("POST", "/session", &body).unwrap();
        let path = format!("/session/{}", made["sessionId"].as_str().unwrap());
        let home = self.ask("GET", &format!("{path}/window"), "").unwrap();
        self.session = Some(Session { path, scheme, home });
    }

    /// The browser that is there since a page was opened.
    fn session(&self) -> &Session {
        self.session.as_ref().expect("a page was opened")
    }

    /// Asks the driver about its browser; the path is the one below the session.
    fn within(&self, verb: &str, path: &str, body: &str) -> Answer {
        self.ask(verb, &format!("{}{path}", self.session().path), body)
    }

    /// Leaves the page that is open for the window that opened it, which shows some page of the same site.
    fn home(&mut self, url: &str) {
        let home = self.session().home.clone();
        if self.within("GET", "/window", "").unwrap() != home {
            self.within("DELETE", "/window", "").unwrap();
            self.must(&SWITCH, json!({ "handle": home }));
        }
        if self.eval("location.origin") != origin(url) {
            self.must(&GO, json!({ "url": url }));
        }
    }

    fn end(&mut self) {
        if let Some(session) = self.session.take() {
            drop(self.ask("DELETE", &session.path, ""));
        }
    }
}

/// The port where a process listens; the kernel says it as nobody else does.
fn listens(number: u32) -> Option<u16> {
    let process = Path::new("/proc").join(number.to_string());
    let socket = |file: fs::DirEntry| fs::read_link(file.path()).ok()?.to_str().map(str::to_owned);
    let own: Vec<String> = fs::read_dir(process.join("fd")).ok()?.flatten().filter_map(socket).collect();
    let table = fs::read_to_string(process.join("net/tcp")).ok()?;
    table.lines().skip(1).find_map(|line| {
        // number, address:port in hexadecimal digits, the other end, the state (0A listens), …, the socket
        let fields: Vec<&str> = line.split_whitespace().collect();
        let mine = fields[3] == "0A" && own.contains(&format!("socket:[{}]", fields[9]));
        if mine { u16::from_str_radix(fields[1].split_once(':')?.1, 16).ok() } else { None }
    })
}

/// The scheme, host and port of an address.
fn origin(url: &str) -> String {
    url.split('/').take(3).collect::<Vec<_>>().join("/")
}

impl Engine for WebKit {
    fn command(&mut self, command: &Command, parameters: Value) -> Answer {
        self.within("POST", &format!("/{}", command.path), &parameters.to_string())
    }

    fn open(&mut self, url: &str, look: Look) {
        self.browser(look.scheme);
        self.home(url);
        self.run(&OPEN.replace("$URL", url).replace("$WIDTH", &look.width.to_string()));
        let windows = self.within("GET", "/window/handles", "").unwrap();
        let home = &self.session().home;
        let page = windows.as_array().unwrap().iter().find(|window| *window != home).unwrap().clone();
        self.must(&SWITCH, json!({ "handle": page }));
        self.must(&SIZE, json!({ "width": look.width, "height": 800 }));
    }

    fn complaints(&mut self) -> Vec<String> {
        serde_json::from_value(self.eval("opener.heard.splice(0)")).unwrap()
    }
}

impl Drop for WebKit {
    fn drop(&mut self) {
        self.end();
    }
}
