//! Firefox ESR, driven over Marionette: the protocol that it speaks itself, under WebDriver's names.
//!
//! A message is its length, a colon, and JSON: `[0, number, name, parameters]` and `[1, number, error, result]`.
//! Width, colours and the console are reached through the browser's own window, where scripts may do anything.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::cdp::DEADLINE;
use super::chromium::{installed, skipped};
use super::engine::{Answer, Command, Engine, GO, Look};
use super::leash::Leash;

/// The name under which it is installed.
const NAME: &str = "firefox-esr";

/// A port of its own, no motion, and no word to anyone: what does not go to this machine goes to a proxy that is none.
const PREFERENCES: &str = "\
    user_pref('marionette.port', 0);\n\
    user_pref('ui.prefersReducedMotion', 1);\n\
    user_pref('network.proxy.type', 1);\n\
    user_pref('network.proxy.http', '127.0.0.1');\n\
    user_pref('network.proxy.http_port', 1);\n\
    user_pref('network.proxy.ssl', '127.0.0.1');\n\
    user_pref('network.proxy.ssl_port', 1);\n\
    user_pref('network.proxy.no_proxies_on', '127.0.0.1');\n\
    user_pref('app.normandy.enabled', false);\n";

/// Where the commands go: to the page, or to the browser around it.
const SIDE: Command = Command { name: "Marionette:SetContext", path: "" };

/// Errors and warnings that the site gave rise to, and with them broken policies; then they are gone.
const CONSOLE: &str = "
    const own = (from) => from.startsWith('http://127.0.0.1:');
    const said = Services.console.getMessageArray()
        .filter((one) => one instanceof Ci.nsIScriptError && own(one.sourceName))
        .filter(({ flags }) => !(flags & Ci.nsIScriptError.infoFlag))
        .map((one) => `${one.category}: ${one.errorMessage} (${one.sourceName})`);
    Services.console.reset();
    return said;";

/// A running Firefox.
pub struct Firefox {
    wire: BufReader<TcpStream>,
    number: u64,
    look: Option<Look>,
    leash: Leash,
    /// Held last: the folder goes when the program has gone.
    _profile: TempDir,
}

impl Firefox {
    /// Starts it with an empty profile; `None`, with a line on stderr, when it is not installed.
    pub fn start() -> Option<Firefox> {
        let Some(program) = installed(&[NAME]) else {
            skipped(&format!("no Firefox in PATH ({NAME})"));
            return None;
        };
        let profile = TempDir::new().unwrap();
        fs::write(profile.path().join("user.js"), PREFERENCES).unwrap();
        let mut command = Leash::on(&program);
        command.args(["--headless", "--no-remote", "--marionette", "--remote-allow-system-access"]);
        command.arg("--profile").arg(profile.path()).env("HOME", profile.path());
        let mut leash = Leash::start(command);
        let port: u16 = leash.line(|line| line.split_once("Listening on port ")?.1.trim().parse().ok());
        let stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        // Longer than the deadline of a script, which the browser itself keeps.
        stream.set_read_timeout(Some(DEADLINE * 2)).unwrap();
        let wire = BufReader::new(stream);
        let mut firefox = Firefox { wire, number: 0, look: None, leash, _profile: profile };
        firefox.read().unwrap();
        firefox.call("WebDriver:NewSession", json!({})).unwrap();
        Some(firefox)
    }

    fn call(&mut self, name: &str, parameters: Value) -> Answer {
        self.number += 1;
        let message = json!([0, self.number, name, parameters]).to_string();
        let sent = write!(self.wire.get_mut(), "{}:{message}", message.len());
        sent.map_err(|error| error.to_string())?;
        let mut answer = self.read()?;
        match answer[2]["message"].as_str() {
            Some(message) => Err(message.to_owned()),
            None => Ok(answer[3]["value"].take()),
        }
    }

    fn read(&mut self) -> Answer {
        let mut length = Vec::new();
        self.wire.read_until(b':', &mut length).map_err(|error| error.to_string())?;
        let length = String::from_utf8_lossy(&length);
        let length = length.trim_end_matches(':').parse().map_err(|_| "the browser has ended".to_owned())?;
        let mut message = vec![0; length];
        self.wire.read_exact(&mut message).map_err(|error| error.to_string())?;
        serde_json::from_slice(&message).map_err(|error| error.to_string())
    }

    /// What a function's body returns in the browser's own window.
    fn around(&mut self, body: &str) -> Value {
        self.must(&SIDE, json!({ "value": "chrome" }));
        let value = self.run(body);
        self.must(&SIDE, json!({ "value": "content" }));
        value
    }
}

impl Engine for Firefox {
    fn command(&mut self, command: &Command, parameters: Value) -> Answer {
        self.call(command.name, parameters)
    }

    fn open(&mut self, url: &str, look: Look) {
        if self.look.replace(look) != Some(look) {
            let Look { width, scheme } = look;
            // A window of this browser is never as narrow as a telephone; the page in it may be.
            self.around(&format!(
                "const {{ style }} = gBrowser.selectedBrowser; style.minWidth = style.maxWidth = '{width}px'; \
                 Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', {});",
                u8::from(scheme == "light")
            ));
        }
        self.complaints();
        self.must(&GO, json!({ "url": url }));
    }

    fn complaints(&mut self) -> Vec<String> {
        let said = self.around(CONSOLE);
        serde_json::from_value(said).unwrap()
    }
}

impl Drop for Firefox {
    fn drop(&mut self) {
        // Asked to end it writes nothing into its folder any more when that is removed; its outputs close then.
        if self.call("Marionette:Quit", json!({ "flags": ["eForceQuit"] })).is_ok() {
            self.leash.ended();
        }
    }
}
