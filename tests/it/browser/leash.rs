//! A program that cannot outlive its test: it ends with its value, and with the test's process however that ends.
//!
//! A shell holds the leash: it waits for the end of its standard input, whose other end is here, and ends the
//! program then. What the program says, on both of its outputs, is heard line by line.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::spawn;
use std::time::{Duration, Instant};

use super::cdp::DEADLINE;

/// How long a silent program is left before its user looks again.
const MOMENT: Duration = Duration::from_millis(15);

/// Says the program's number, waits for the end of its input, then sends the signal `$0`. Signals to the shell are
/// none of the program's: Ctrl-C ends the test, and thereby the program. The outputs are the program's alone.
const HOLD: &str = r#""$@" 2>&1 & trap "" HUP INT TERM; echo "$!"; exec >/dev/null 2>&1; read -r _; kill -"$0" "$!"; wait "$!""#;

/// A running program.
pub struct Leash {
    shell: Child,
    lines: Receiver<String>,
    heard: String,
    /// The program's number.
    pub number: u32,
}

impl Leash {
    /// A program that will be ended by SIGKILL: to be given arguments and started.
    pub fn on(program: &Path) -> Command {
        Leash::with("KILL", program)
    }

    /// A program that will be ended by SIGTERM, because it has things to put away.
    pub fn gently_on(program: &Path) -> Command {
        Leash::with("TERM", program)
    }

    fn with(signal: &str, program: &Path) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", HOLD, signal]).arg(program);
        shell
    }

    /// Starts it.
    pub fn start(mut shell: Command) -> Leash {
        let mut shell = shell.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let output = BufReader::new(shell.stdout.take().unwrap());
        let (hear, lines) = channel();
        // Read to the end, whoever listens: a program whose words nobody reads would wait for ever.
        spawn(move || output.lines().map_while(Result::ok).for_each(|line| drop(hear.send(line))));
        let mut leash = Leash { shell, lines, heard: String::new(), number: 0 };
        leash.number = leash.line(|line| line.parse().ok());
        leash
    }

    /// What `read` makes of the first line that it can read.
    pub fn line<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> T {
        let until = Instant::now() + DEADLINE;
        loop {
            let line = self.hear(until.saturating_duration_since(Instant::now()));
            if let Some(found) = line.as_deref().and_then(&read) {
                return found;
            }
            assert!(Instant::now() < until, "the program did not say it:\n{}", self.heard);
        }
    }

    /// What `look` finds, asked with the program's number until it finds something.
    pub fn wait<T>(&mut self, look: impl Fn(u32) -> Option<T>) -> T {
        let until = Instant::now() + DEADLINE;
        loop {
            if let Some(found) = look(self.number) {
                return found;
            }
            assert!(Instant::now() < until, "the program is not ready:\n{}", self.heard);
            self.hear(MOMENT);
        }
    }

    /// Waits until the program, which was asked to, has closed its outputs.
    pub fn ended(&self) {
        let until = Instant::now() + DEADLINE;
        while self.lines.recv_timeout(until.saturating_duration_since(Instant::now())).is_ok() {}
    }

    fn hear(&mut self, within: Duration) -> Option<String> {
        match self.lines.recv_timeout(within) {
            Ok(line) => {
                self.heard.extend([&line, "\n"]);
                Some(line)
            }
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => panic!("the program ended:\n{}", self.heard),
        }
    }
}

impl Drop for Leash {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        drop(self.shell.wait());
    }
}
