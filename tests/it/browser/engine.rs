//! What a test asks of any browser engine: show an address, press keys, say what is there and what went wrong.
//!
//! The commands are those of WebDriver (w3.org/TR/webdriver2), which both drivers speak, each on a wire of its own.

use serde_json::{Value, json};

/// What a command gives: its value, or the driver's message.
pub type Answer = Result<Value, String>;

/// A command of WebDriver, by its name in Firefox and by its path below a session elsewhere.
pub struct Command {
    pub name: &'static str,
    pub path: &'static str,
}

/// Goes to an address and waits until it is loaded.
pub const GO: Command = Command { name: "WebDriver:Navigate", path: "url" };
const RUN: Command = Command { name: "WebDriver:ExecuteScript", path: "execute/sync" };
const ACT: Command = Command { name: "WebDriver:PerformActions", path: "actions" };

/// How wide a page is shown, in CSS pixels, and in which colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    pub width: u32,
    /// `light` or `dark`.
    pub scheme: &'static str,
}

/// A browser engine with one page. It asks for reduced motion.
pub trait Engine {
    /// Sends a command and waits for its answer.
    fn command(&mut self, command: &Command, parameters: Value) -> Answer;

    /// Shows an address and waits until it is loaded.
    fn open(&mut self, url: &str, look: Look);

    /// What went wrong in the page since it was opened or this was asked.
    fn complaints(&mut self) -> Vec<String>;

    /// The result of a command that does not fail.
    fn must(&mut self, command: &Command, parameters: Value) -> Value {
        self.command(command, parameters).unwrap_or_else(|error| panic!("{}: {error}", command.name))
    }

    /// What a function's body returns in the page; a promise is waited for.
    fn run(&mut self, body: &str) -> Value {
        let end = body.len().min(200);
        let answer = self.command(&RUN, json!({ "script": body, "args": [] }));
        answer.unwrap_or_else(|error| panic!("{}: {error}", body.get(..end).unwrap_or(body)))
    }

    /// The value of an expression in the page; a promise is waited for.
    fn eval(&mut self, expression: &str) -> Value {
        self.run(&format!("return ({expression});"))
    }

    /// Waits until an expression is true in the page. The driver's own deadline ends it.
    fn wait(&mut self, expression: &str) {
        let waiting = "while (!done()) await new Promise((next) => setTimeout(next, 15)); return true;";
        self.eval(&format!("(async (done) => {{ {waiting} }})(() => {expression})"));
    }

    /// Presses a key: `Tab`, `Enter` or a character.
    fn press(&mut self, key: &str) {
        let value = match key {
            "Tab" => "\u{e004}",
            "Enter" => "\u{e007}",
            text => text,
        };
        let keys = ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": value }));
        let source = json!({ "type": "key", "id": "keyboard", "actions": keys });
        self.must(&ACT, json!({ "actions": [source] }));
    }
}
