//! The door: parse the arguments, then run a command or open the window.

use std::process::ExitCode;

use clap::Parser;
use kikitori::cli::{self, Args};

fn main() -> ExitCode {
    let args = Args::parse();
    match &args.command {
        Some(command) => cli::run(&args, command),
        None => open(&args),
    }
}

/// The window; the same talk in the terminal where there is no display.
#[cfg(feature = "app")]
fn open(args: &Args) -> ExitCode {
    use kikitori::app::{Options, display, run};
    use kikitori::store::{Library, SettingsFile};

    if let Err(missing) = display::find() {
        return cli::without_window(args, missing.sentence());
    }
    let settings_file = SettingsFile::of_platform();
    let mut settings = settings_file.as_ref().map(SettingsFile::read).unwrap_or_default();
    settings.lang = args.lang.map(Into::into).or(settings.lang);
    let library = Library::open(&args.scenarios);
    let options =
        Options { library, settings, settings_file, machine_lang: Some(cli::machine_language()) };
    run(options)
}

/// A build without the window is for the terminal.
#[cfg(not(feature = "app"))]
fn open(args: &Args) -> ExitCode {
    cli::without_window(args, "open-no-window")
}
