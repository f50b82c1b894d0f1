//! What the program prints to: whether it is a terminal, how wide, in colour or not.

use std::io::{IsTerminal, Write};

use super::args::Color;
use crate::diag::Diagnostic;
use crate::report::{LIMIT, Report, WIDTH};
use crate::source::Sources;

/// Where people read: standard error, and standard output when they ask for lines.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// Whether colour is wanted on standard error.
    pub colour: bool,
    /// Whether colour is wanted on standard output.
    pub output_colour: bool,
    /// Whether standard error is a terminal.
    pub interactive: bool,
}

impl Terminal {
    /// Looks at the environment: `NO_COLOR` (<https://no-color.org>), `TERM`, and what standard error is.
    pub fn new(color: Color) -> Terminal {
        let interactive = std::io::stderr().is_terminal();
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let colour = |interactive: bool| match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => interactive && !set("NO_COLOR") && !dumb,
        };
        let output_colour = colour(std::io::stdout().is_terminal());
        Terminal { colour: colour(interactive), output_colour, interactive }
    }

    /// A report for people.
    pub fn report<'r>(&self, problems: &'r [Diagnostic], sources: &'r Sources, root: &'r str) -> Report<'r> {
        Report {
            diagnostics: problems,
            texts: sources,
            root,
            colour: self.colour,
            width: WIDTH,
            limit: Some(LIMIT),
        }
    }

    /// Prints a line to standard error; a closed pipe is no reason to stop.
    pub fn say(&self, line: &str) {
        let _ = writeln!(std::io::stderr().lock(), "{line}");
    }

    /// Prints an error of the program itself and the way out.
    pub fn fail(&self, error: &dyn std::fmt::Display) {
        let (red, plain) = if self.colour { ("\u{1b}[1;31m", "\u{1b}[0m") } else { ("", "") };
        self.say(&format!("{red}error{plain}: {error}"));
    }

    /// Shows a line that the next one replaces; nothing where there is no terminal.
    pub fn show(&self, line: &str) {
        if self.interactive {
            let mut err = std::io::stderr().lock();
            let _ = write!(err, "\r\u{1b}[2K{line}");
            let _ = err.flush();
        }
    }
}
