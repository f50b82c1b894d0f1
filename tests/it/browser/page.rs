//! A tab: goes to an address, waits until something holds, presses keys, and is clean when it closes.
//!
//! Conditions are JavaScript expressions that are true in the page. Nothing here sleeps: the page itself looks
//! again every few milliseconds, and a page that is left meanwhile is asked again when the next one is there.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{current, panicking};
use std::time::Instant;

use serde_json::{Value, json};

use super::cdp::{DEADLINE, LATE, Session};
use super::chromium::Browser;
use super::heard::Heard;

/// A tab with a context of its own; when it goes out of scope its page must have been clean.
pub struct Page {
    pub(super) session: Session,
    heard: RefCell<Heard>,
    target: String,
    context: String,
    /// Whether complaints fail the test when the tab closes.
    is_judged: Cell<bool>,
    /// Held last, so that the browser outlives its tabs.
    browser: Arc<Browser>,
}

impl Page {
    /// An empty tab of a new context.
    pub fn new(browser: &Arc<Browser>) -> Page {
        Page::within(browser, browser.context())
    }

    /// Another tab beside this one: they share storage.
    pub fn beside(&self) -> Page {
        Page::within(&self.browser, self.context.clone())
    }

    fn within(browser: &Arc<Browser>, context: String) -> Page {
        let target = browser.target(&context);
        let session = browser.session.tab(&target);
        for domain in ["Page", "Runtime", "Log", "Network", "Audits"] {
            session.must(&format!("{domain}.enable"), json!({}));
        }
        let (heard, is_judged, browser) = (RefCell::default(), Cell::new(true), Arc::clone(browser));
        Page { session, heard, target, context, is_judged, browser }
    }

    /// Goes to an address, whose origin is then the page's own, and waits until it is loaded.
    pub fn goto(&self, url: &str) {
        self.heard.borrow_mut().at_home(url);
        let gone = self.session.must("Page.navigate", json!({ "url": url }));
        assert!(gone["errorText"].is_null(), "{url}: {}", gone["errorText"]);
        self.wait("document.readyState === 'complete'");
    }

    /// Complaints with these words are what the test is about.
    pub fn forgive(&self, words: &str) {
        self.heard.borrow_mut().forgive(words);
    }

    /// The test itself reads the complaints: the tab may close with them.
    pub fn heard_by_test(&self) {
        self.is_judged.set(false);
    }

    /// Requests to the origin of this address are no complaint.
    pub fn may_ask(&self, url: &str) {
        self.heard.borrow_mut().at_home(url);
    }

    /// The reader allows what is asked for, such as `clipboardReadWrite`, and nothing else.
    pub fn allow(&self, permissions: &[&str]) {
        let params = json!({ "permissions": permissions, "browserContextId": self.context });
        self.browser.session.must("Browser.grantPermissions", params);
    }

    /// What went wrong in the page until now and was not forgiven.
    pub fn complaints(&self) -> Vec<String> {
        let now = Instant::now();
        // What the page said before this answer has been heard with it.
        drop(self.evaluate("new Promise((next) => setTimeout(next))", now + DEADLINE));
        while self.listen(now) {}
        self.heard.borrow().complaints().into_iter().map(str::to_owned).collect()
    }

    /// Waits until every request of the page has had its end.
    pub fn quiet(&self) {
        let until = Instant::now() + DEADLINE;
        loop {
            // Twice: what the answer to the last request asked for has been heard too.
            drop((self.complaints(), self.complaints()));
            if self.heard.borrow().is_quiet() {
                return;
            }
            assert!(self.listen(until), "a request has no end\n{}", self.describe());
        }
    }

    /// The addresses from which the page got nothing, or an error.
    pub fn failed(&self) -> Vec<String> {
        self.heard.borrow().failed().to_vec()
    }

    /// The value of an expression now; a promise is waited for.
    pub fn eval(&self, expression: &str) -> Value {
        self.evaluate(expression, Instant::now() + DEADLINE)
            .unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// The text that an expression gives now.
    pub fn text(&self, expression: &str) -> String {
        let value = self.eval(expression);
        value.as_str().unwrap_or_else(|| panic!("{expression} is no text: {value}")).to_owned()
    }

    /// Waits until an expression is true, and gives its value; over reloads and walks to other pages too.
    /// One that throws is not true yet: half of a page may be there.
    pub fn wait(&self, expression: &str) -> Value {
        let until = Instant::now() + DEADLINE;
        let waiting = format!(
            "(async () => {{ for (;;) {{ const got = await (async () => {expression})().catch(() => false); \
             if (got) return got; await new Promise((next) => setTimeout(next, 15)); }} }})()"
        );
        loop {
            match self.evaluate(&waiting, until) {
                Ok(value) => return value,
                Err(error) if Page::left(&error) && self.listen(until) => {}
                Err(error) => {
                    let now = self.evaluate(expression, Instant::now() + DEADLINE);
                    panic!("waited for `{expression}`: {error}; it is {now:?}\n{}", self.describe());
                }
            }
        }
    }

    /// Whether an answer says only that the page was left while it was asked.
    pub(super) fn left(error: &str) -> bool {
        let words = [
            "context was destroyed",
            "navigated or closed",
            "Cannot find",
            "context with given id",
            "collected",
        ];
        words.iter().any(|words| error.contains(words))
    }

    /// Waits for the next event of the tab; false when there is none in time.
    pub(super) fn listen(&self, until: Instant) -> bool {
        let event = self.session.event(until);
        event.inspect(|event| self.heard.borrow_mut().note(event)).is_some()
    }

    fn evaluate(&self, expression: &str, until: Instant) -> Result<Value, String> {
        let params = json!({
            "expression": expression, "awaitPromise": true, "returnByValue": true, "userGesture": true,
        });
        let mut answer = self.session.call_until("Runtime.evaluate", params, until)?;
        match answer["exceptionDetails"]["exception"]["description"].as_str() {
            Some(thrown) => Err(format!("it threw {thrown}")),
            None => Ok(answer["result"]["value"].take()),
        }
    }

    /// What there is to see, for the report of a failed test.
    pub(super) fn describe(&self) -> String {
        let seen = "`${location.href}: ${document.title}\\n${document.body?.innerText.slice(0, 2000)}`";
        let seen = self.evaluate(seen, Instant::now() + DEADLINE / 10);
        let seen = seen.map_or_else(|error| error, |seen| seen.as_str().unwrap_or(LATE).to_owned());
        let picture = self.picture().map(|file| format!("as in {}\n", file.display())).unwrap_or_default();
        format!("{seen}\n{picture}{}", self.heard.borrow().complaints().join("\n"))
    }

    /// Presses a key, or several at once: `Tab`, `Shift+Tab`, `Escape`, `a`.
    pub fn press(&self, keys: &str) {
        let (modifiers, key) = keys.rsplit_once('+').unwrap_or(("", keys));
        let modifier = |(bit, name): (u32, &str)| if modifiers.contains(name) { bit } else { 0 };
        let modifiers: u32 =
            [(1, "Alt"), (2, "Control"), (4, "Meta"), (8, "Shift")].map(modifier).iter().sum();
        let (code, number, text) = match key {
            "Tab" => ("Tab", 9, ""),
            "Enter" => ("Enter", 13, "\r"),
            "Escape" => ("Escape", 27, ""),
            " " => ("Space", 32, " "),
            "ArrowUp" => ("ArrowUp", 38, ""),
            "ArrowDown" => ("ArrowDown", 40, ""),
            "Home" => ("Home", 36, ""),
            "End" => ("End", 35, ""),
            text => ("", 0, text),
        };
        let mut params = json!({
            "type": if text.is_empty() { "rawKeyDown" } else { "keyDown" },
            "key": key, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers, "text": text,
        });
        self.session.must("Input.dispatchKeyEvent", params.clone());
        params["type"] = "keyUp".into();
        params["text"] = "".into();
        self.session.must("Input.dispatchKeyEvent", params);
    }

    /// Shows the page as on `screen` or on paper (`print`), with preferences such as `("prefers-color-scheme", "dark")`.
    pub fn prefer(&self, media: &str, preferences: &[(&str, &str)]) {
        let features: Vec<_> =
            preferences.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.session.must("Emulation.setEmulatedMedia", json!({ "media": media, "features": features }));
    }

    /// Makes the window so wide and high, in CSS pixels.
    pub fn size(&self, width: u32, height: u32) {
        let params =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.session.must("Emulation.setDeviceMetricsOverride", params);
    }

    /// Takes the page's policy away, and runs `script` before anything of a page.
    pub fn unguarded(&self, script: &str) {
        self.session.must("Page.setBypassCSP", json!({ "enabled": true }));
        self.session.must("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
    }

    /// The page as it is printed on a Letter sheet: a PDF file.
    pub fn print(&self) -> Vec<u8> {
        self.print_on((8.5, 11.0))
    }

    /// The page as it is printed on sheets of this width and height in inches.
    pub fn print_on(&self, (width, height): (f64, f64)) -> Vec<u8> {
        let paper = json!({
            "printBackground": false, "preferCSSPageSize": false, "paperWidth": width, "paperHeight": height,
        });
        let printed = self.session.must("Page.printToPDF", paper);
        base64(printed["data"].as_str().unwrap_or_default())
    }

    /// Writes what is to be seen as a PNG file named after the test; nothing when the page does not answer.
    fn picture(&self) -> Option<PathBuf> {
        let until = Instant::now() + DEADLINE / 10;
        let shot =
            self.session.call_until("Page.captureScreenshot", json!({ "format": "png" }), until).ok()?;
        let name = current().name().unwrap_or("page").replace("::", "-");
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).with_extension("png");
        std::fs::write(&file, base64(shot["data"].as_str()?)).ok()?;
        Some(file)
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let complaints = self.complaints();
        drop(self.browser.session.call("Target.closeTarget", json!({ "targetId": self.target })));
        let fine = complaints.is_empty() || !self.is_judged.get();
        assert!(panicking() || fine, "the page complained:\n{}", complaints.join("\n"));
    }
}

/// The bytes of a text in base64 (RFC 4648).
fn base64(text: &str) -> Vec<u8> {
    let digit = |c: u8| match c {
        b'A'..=b'Z' => c - b'A',
        b'a'..=b'z' => c - b'a' + 26,
        b'0'..=b'9' => c - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let digits: Vec<u32> = text.bytes().filter(|c| *c != b'=').map(|c| u32::from(digit(c))).collect();
    let bytes = |four: &[u32]| {
        let bits = four.iter().fold(0, |bits, digit| bits << 6 | digit) << (6 * (4 - four.len()));
        bits.to_be_bytes()[1..four.len()].to_vec()
    };
    digits.chunks(4).flat_map(bytes).collect()
}
