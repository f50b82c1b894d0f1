//! Writes the made-up site that benches build, so that anyone can time the program on it:
//! `cargo run --release --example generate -- 10000 /tmp/site`.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program of its own")]

mod generator;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let count = arguments.next().and_then(|count| count.parse().ok());
    let (Some(count), Some(folder)) = (count, arguments.next().map(PathBuf::from)) else {
        eprintln!("usage: generate QUESTIONS FOLDER");
        return ExitCode::FAILURE;
    };
    let files = generator::files(count);
    for (path, text) in &files {
        let path = folder.join(path);
        let written =
            path.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(&path, text));
        if let Err(error) = written {
            eprintln!("{}: {error}", path.display());
            return ExitCode::FAILURE;
        }
    }
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    println!("{} files, {:.1} MB in {}", files.len(), bytes as f64 / 1e6, folder.display());
    ExitCode::SUCCESS
}
