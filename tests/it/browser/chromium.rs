//! One Chromium for all tests of this process: started by the first that needs it, ended with the last.
//!
//! Every page has a context of its own: cookies, storage and cache are those of a new profile.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{Write, stderr};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, Weak};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::cdp::{DEADLINE, Pipe, Session};

/// The names under which it is installed.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// No window, no sandbox (containers have no user namespaces), no word to anyone: names of other hosts do not resolve.
pub(super) const FLAGS: [&str; 15] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--hide-scrollbars",
    "--window-size=1200,800",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];

static RUNNING: Mutex<Weak<Browser>> = Mutex::new(Weak::new());
static SKIPPED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// A running Chromium.
pub struct Browser {
    pub session: Session,
    child: Mutex<Child>,
    ended: Mutex<Receiver<()>>,
    profile: TempDir,
}

impl Browser {
    /// The browser of this process; `None`, with a line on stderr, when none is installed.
    ///
    /// In continuous integration nothing is skipped: there a missing browser is a failure.
    pub fn get() -> Option<Arc<Browser>> {
        let mut running = RUNNING.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(browser) = running.upgrade() {
            return Some(browser);
        }
        let browser = Arc::new(Browser::start(&program()?));
        *running = Arc::downgrade(&browser);
        Some(browser)
    }

    fn start(program: &PathBuf) -> Browser {
        let profile = TempDir::new().unwrap();
        let mut data = OsString::from("--user-data-dir=");
        data.push(profile.path());
        let log = fs::File::create(profile.path().join("log")).unwrap();
        // The browser reads its descriptor 3 and writes 4: the shell puts them where a child's own are.
        let mut child = Command::new("sh")
            .args(["-c", r#"exec "$@" 3<&0 4>&1 0</dev/null 1>/dev/null"#, "sh"])
            .arg(program)
            .args(FLAGS)
            .arg("--remote-debugging-pipe")
            .arg(data)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        let (pipe, ended) = Pipe::new(child.stdout.take().unwrap(), child.stdin.take().unwrap());
        let session = Session::whole(&pipe);
        let browser = Browser { session, child: Mutex::new(child), ended: Mutex::new(ended), profile };
        if let Err(error) = browser.session.call("Browser.getVersion", json!({})) {
            panic!("Chromium did not start: {error}\n{}", browser.log());
        }
        browser
    }

    /// A new context, as it were a new profile: its id.
    pub fn context(&self) -> String {
        let made = self.session.must("Target.createBrowserContext", json!({ "disposeOnDetach": true }));
        text(&made, "browserContextId")
    }

    /// A new empty tab in a context: its id.
    pub fn target(&self, context: &str) -> String {
        let params = json!({ "url": "about:blank", "browserContextId": context, "newWindow": true });
        text(&self.session.must("Target.createTarget", params), "targetId")
    }

    /// What it wrote on stderr.
    fn log(&self) -> String {
        fs::read_to_string(self.profile.path().join("log")).unwrap_or_default()
    }
}

fn text(answer: &Value, key: &str) -> String {
    answer[key].as_str().unwrap().to_owned()
}

/// The program; `None`, with a line on stderr, when none is installed.
pub(super) fn program() -> Option<PathBuf> {
    let program = installed(&NAMES);
    if program.is_none() {
        skipped(&format!("no Chromium in PATH ({})", NAMES.join(", ")));
    }
    program
}

/// The first of these programs that is in PATH.
pub(super) fn installed(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}

/// Says on stderr, once, why tests are skipped; in continuous integration nothing is: there it is a failure.
pub(super) fn skipped(missing: &str) {
    assert!(env::var_os("CI").is_none_or(|ci| ci != "true"), "{missing}: `bash tests/run` installs it");
    if SKIPPED.lock().unwrap().insert(missing.to_owned()) {
        stderr().write_all(format!("browser tests are skipped: {missing}\n").as_bytes()).unwrap();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Asked to end it writes nothing into its folder any more when that is removed.
        if self.session.call("Browser.close", json!({})).is_ok() {
            let ended = self.ended.get_mut().unwrap_or_else(|poisoned| poisoned.into_inner());
            let _ = ended.recv_timeout(DEADLINE);
        }
        let child = self.child.get_mut().unwrap_or_else(|poisoned| poisoned.into_inner());
        drop(child.kill());
        drop(child.wait());
    }
}
