//! The command line: arguments in, settings, commands and reports out.
//!
//! The last layer: it may use every other, and nothing uses it. What is printed is made here; what is
//! wrong with a project is found further up.

mod args;
mod build;
mod check;
mod columns;
mod deploy;
mod difference;
mod explain;
mod files;
mod fix;
mod fmt;
mod follow;
mod init;
mod list;
mod lock;
mod new;
mod project;
mod schema;
mod serve;
mod terminal;
mod theme;
mod timings;
mod unknown;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Args, Command};
use terminal::Terminal;

/// How a command ended; also its exit code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum End {
    /// All is well.
    Clean = 0,
    /// The project has problems.
    Problems = 1,
    /// The command could not do its work.
    Failed = 2,
}

/// Runs the program; `arguments` start with its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(error) => {
            // A closed pipe is no reason to panic.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let terminal = Terminal::new(args.color);
    if let Err(why) = project::fixed_day() {
        terminal.fail(&why);
        return ExitCode::from(End::Failed as u8);
    }
    let end = match &args.command {
        Command::Build(options) => build::run(&args.project, options, &terminal),
        Command::Check(options) => check::run(&args.project, options, &terminal),
        Command::Lock(options) => lock::run(&args.project, options, &terminal),
        Command::Serve(options) => serve::run(&args.project, options, &terminal),
        Command::New(options) => new::run(&args.project, options, &terminal),
        Command::Fix(options) => fix::run(&args.project, options, &terminal),
        Command::Fmt(options) => fmt::run(&args.project, options, &terminal),
        Command::List(options) => list::run(&args.project, options, &terminal),
        Command::Schema(options) => schema::run(&args.project, options, &terminal),
        Command::Deploy(options) => deploy::run(&args.project, options, &terminal),
        Command::Theme(options) => theme::run(&args.project, options, &terminal),
        Command::Explain(options) => explain::run(&args.project, options, &terminal),
        Command::Init { folder } => init::run(&args.project, folder, &terminal),
        Command::Completions { shell } => print(|out| {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Args::command(), "greenroom", &mut script);
            out.write_all(&script).map(|()| End::Clean)
        }),
    };
    ExitCode::from(end as u8)
}

/// Writes to standard output; a reader that stops reading ends the output and nothing else.
fn print(write: impl FnOnce(&mut dyn Write) -> std::io::Result<End>) -> End {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let result = write(&mut out).and_then(|end| out.flush().map(|()| end));
    match result {
        Ok(end) => end,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => End::Clean,
        Err(error) => {
            // A full disk behind `> file`: half a list must not pass for a whole one.
            let _ = writeln!(std::io::stderr().lock(), "error: the output cannot be written: {error}");
            End::Failed
        }
    }
}
