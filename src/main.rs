//! The `greenroom` program: hands the arguments to the library and its answer to the shell.

use std::process::ExitCode;

/// Rendering makes many small values: a build spends an eighth of its time in the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    greenroom::cli::run(std::env::args_os())
}
