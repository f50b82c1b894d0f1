//! Chromium's own protocol over two pipes: calls and their answers, and the events of each tab.
//!
//! Messages are JSON with a NUL behind each. One thread reads; whoever called waits for its answer, and each
//! [`Session`] has its own queue of events. It knows no method of the protocol and starts no process.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long anything may take before the test has failed: far more than a slow machine needs.
pub const DEADLINE: Duration = Duration::from_secs(30);

/// What a call gives: its result, or the browser's message.
pub type Answer = Result<Value, String>;

/// The two pipes, shared by all sessions of one browser.
pub struct Pipe {
    writer: Mutex<Box<dyn Write + Send>>,
    number: AtomicU64,
    open: Mutex<Open>,
}

/// Who waits for what. `None` in `calls` after the browser has ended.
struct Open {
    calls: Option<HashMap<u64, Sender<Answer>>>,
    sessions: HashMap<String, Sender<Value>>,
}

impl Pipe {
    /// Takes over both ends; the receiver hears, by an error, that the browser has ended.
    pub fn new(
        reader: impl Read + Send + 'static,
        writer: impl Write + Send + 'static,
    ) -> (Arc<Pipe>, Receiver<()>) {
        let open = Open { calls: Some(HashMap::new()), sessions: HashMap::new() };
        let (writer, number) = (Mutex::new(Box::new(writer) as Box<dyn Write + Send>), AtomicU64::new(1));
        let pipe = Arc::new(Pipe { writer, number, open: Mutex::new(open) });
        let (alive, ended) = channel();
        let own = Arc::clone(&pipe);
        thread::spawn(move || {
            own.read(BufReader::new(reader));
            drop(alive);
        });
        (pipe, ended)
    }

    fn read(&self, mut reader: impl BufRead) {
        let mut message = Vec::new();
        while reader.read_until(0, &mut message).is_ok_and(|length| length > 0) {
            message.pop();
            if let Ok(message) = serde_json::from_slice(&message) {
                self.hand_out(message);
            }
            message.clear();
        }
        let mut open = self.open.lock().unwrap();
        open.calls = None;
        open.sessions.clear();
    }

    fn hand_out(&self, mut message: Value) {
        let mut open = self.open.lock().unwrap();
        if let Some(number) = message["id"].as_u64() {
            let caller = open.calls.as_mut().and_then(|calls| calls.remove(&number));
            let answer = match message["error"]["message"].as_str() {
                Some(error) => {
                    Err(format!("{error} {}", message["error"]["data"].as_str().unwrap_or_default()))
                }
                None => Ok(message["result"].take()),
            };
            // A caller that gave up does not listen any more.
            caller.map(|caller| caller.send(answer));
        } else if let Some(session) = message["sessionId"].as_str().and_then(|id| open.sessions.get(id)) {
            drop(session.send(message));
        }
    }

    fn call(&self, mut message: Value, until: Instant) -> Answer {
        let number = self.number.fetch_add(1, Ordering::Relaxed);
        message["id"] = number.into();
        let (sender, answer) = channel();
        match &mut self.open.lock().unwrap().calls {
            Some(calls) => calls.insert(number, sender),
            None => return Err("the browser has ended".into()),
        };
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        let sent = self.writer.lock().unwrap().write_all(&bytes);
        sent.map_err(|error| format!("the browser has ended: {error}"))?;
        match answer.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(answer) => answer,
            Err(RecvTimeoutError::Disconnected) => Err("the browser has ended".into()),
            Err(RecvTimeoutError::Timeout) => Err(LATE.into()),
        }
    }
}

/// What a call says that had no answer in time.
pub const LATE: &str = "no answer in time";

/// A conversation with the browser as a whole, or with one tab of it.
pub struct Session {
    pipe: Arc<Pipe>,
    /// Empty for the browser as a whole.
    id: String,
    events: Mutex<Receiver<Value>>,
}

impl Session {
    /// The conversation with the browser as a whole; it gives no events.
    pub fn whole(pipe: &Arc<Pipe>) -> Session {
        Session { pipe: Arc::clone(pipe), id: String::new(), events: Mutex::new(channel().1) }
    }

    /// The conversation with a tab that was opened.
    pub fn tab(&self, target: &str) -> Session {
        let attached = self.must("Target.attachToTarget", json!({ "targetId": target, "flatten": true }));
        let id = attached["sessionId"].as_str().unwrap().to_owned();
        let (sender, events) = channel();
        self.pipe.open.lock().unwrap().sessions.insert(id.clone(), sender);
        Session { pipe: Arc::clone(&self.pipe), id, events: Mutex::new(events) }
    }

    /// Calls a method and waits for its answer, until `until` at most.
    pub fn call_until(&self, method: &str, params: Value, until: Instant) -> Answer {
        let mut message = json!({ "method": method, "params": params });
        if !self.id.is_empty() {
            message["sessionId"] = self.id.as_str().into();
        }
        self.pipe.call(message, until)
    }

    /// Calls a method and waits for its answer.
    pub fn call(&self, method: &str, params: Value) -> Answer {
        self.call_until(method, params, Instant::now() + DEADLINE)
    }

    /// The result of a method that does not fail.
    pub fn must(&self, method: &str, params: Value) -> Value {
        self.call(method, params).unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// The next event, when there is one before `until`.
    pub fn event(&self, until: Instant) -> Option<Value> {
        self.events.lock().unwrap().recv_timeout(until.saturating_duration_since(Instant::now())).ok()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Ok(mut open) = self.pipe.open.lock() {
            open.sessions.remove(&self.id);
        }
    }
}
