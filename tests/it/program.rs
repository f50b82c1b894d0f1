//! The program as a user runs it, in a folder, on a day that does not change and without colours.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread::spawn;
use std::time::Duration;

/// How long anything may take before a test gives up: far longer than a busy machine needs.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// The program with arguments, not started yet; nobody types anything.
pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_greenroom"));
    command.current_dir(folder).args(arguments).stdin(Stdio::null());
    command.env("SOURCE_DATE_EPOCH", "1795392000").env("NO_COLOR", "1");
    command
}

/// Exit code, standard output and standard error.
pub fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command(folder, arguments).output().unwrap();
    (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

/// A program that goes on until it is ended; it ends with the test.
pub struct Running {
    pub child: Child,
    said: Receiver<String>,
}

impl Running {
    pub fn start(folder: &Path, arguments: &[&str]) -> Running {
        let mut command = command(folder, arguments);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        let (hear, said) = channel();
        // Read to the end, whoever listens: a program whose words nobody reads would wait for ever.
        spawn(move || stderr.lines().map_while(Result::ok).for_each(|line| drop(hear.send(line))));
        Running { child, said }
    }

    /// The next line that holds `text`; the lines before it are dropped.
    pub fn line(&self, text: &str) -> String {
        let mut heard = String::new();
        loop {
            let line = self.said.recv_timeout(PATIENCE);
            let line = line.unwrap_or_else(|why| panic!("no `{text}` was said, {why}:\n{heard}"));
            if line.contains(text) {
                return line;
            }
            heard.extend([&line, "\n"]);
        }
    }

    /// The address of the preview.
    pub fn url(&self) -> String {
        let line = self.line("preview at ");
        line.split(' ').find(|word| word.starts_with("http://")).unwrap().to_owned()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
