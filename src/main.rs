//! The door: parse the arguments, then run a command or open the window.

use std::process::ExitCode;

use clap::Parser;
use kikitori::cli;

fn main() -> ExitCode {
    let args = cli::Args::parse();
    match &args.command {
        Some(command) => cli::run(&args, command),
        None => cli::open(&args),
    }
}
