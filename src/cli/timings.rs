//! Where the time of a build went, by step and by template.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use super::terminal::Terminal;

/// A clock that is told when steps end and how long pages took.
#[derive(Debug)]
pub struct Timings {
    start: Instant,
    last: RefCell<Instant>,
    steps: RefCell<Vec<(&'static str, Duration)>>,
}

/// How long the pages of each template took; filled from several threads.
pub type Templates = Mutex<BTreeMap<&'static str, (usize, Duration)>>;

impl Timings {
    /// Starts now.
    pub fn start() -> Timings {
        let now = Instant::now();
        Timings { start: now, last: RefCell::new(now), steps: RefCell::new(Vec::new()) }
    }

    /// A step that began when the last one ended ends now.
    pub fn step(&self, name: &'static str) {
        let now = Instant::now();
        let last = self.last.replace(now);
        self.steps.borrow_mut().push((name, now - last));
    }

    /// Since the start.
    pub fn total(&self) -> Duration {
        self.start.elapsed()
    }

    /// Prints the table.
    pub fn print(&self, templates: &Templates, terminal: &Terminal) {
        terminal.say("    time  step");
        for (name, took) in self.steps.borrow().iter() {
            terminal.say(&format!("{}  {name}", milliseconds(*took)));
        }
        terminal.say(&format!("{}  all", milliseconds(self.total())));
        let Ok(templates) = templates.lock() else { return };
        let mut rows: Vec<_> = templates.iter().collect();
        rows.sort_by_key(|(_, (_, took))| std::cmp::Reverse(*took));
        if !rows.is_empty() {
            terminal.say("    time  outputs  made by (time of all threads)");
        }
        for (name, (count, took)) in rows {
            terminal.say(&format!("{}  {count:>7}  {name}", milliseconds(*took)));
        }
    }
}

fn milliseconds(took: Duration) -> String {
    format!("{:>5.0} ms", took.as_secs_f64() * 1_000.0)
}
