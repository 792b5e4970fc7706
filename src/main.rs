//! The door: parse the arguments, then run a command or open the window.

use std::process::ExitCode;

use clap::Parser;
use kikitori::cli::{self, Args};

fn main() -> ExitCode {
    let args = Args::parse();
    match &args.command {
        Some(cli::Command::Edit(edit)) => match cli::edited(&args, edit) {
            Ok(edited) => open(&args, Some(edited)),
            Err(status) => status,
        },
        Some(command) => cli::run(&args, command),
        None => open(&args, None),
    }
}

/// The window; the same talk in the terminal where there is no display.
#[cfg(feature = "app")]
fn open(args: &Args, edited: Option<cli::Edited>) -> ExitCode {
    use kikitori::app::{Data, Options, display, run};
    use kikitori::session::Seed;
    use kikitori::store::{Library, Rooms, SettingsFile};

    if let Err(missing) = display::find() {
        return cli::without_window(args, missing.sentence());
    }
    let settings_file = cli::settings_of(args);
    let settings = settings_file.as_ref().map(SettingsFile::read).unwrap_or_default();
    run(Options {
        library: Library::open(&args.scenarios),
        // What was asked for this once is not kept.
        lang: args
            .lang
            .map_or_else(|| settings.lang.unwrap_or_else(cli::machine_language), Into::into),
        settings,
        first_start: edited.is_none()
            && settings_file.as_ref().is_some_and(|file| !file.is_there()),
        settings_file,
        seed: args.seed.map(Seed),
        // A scenario that is being written is tried out, not practised.
        data: if edited.is_some() || args.no_save {
            Data::Nowhere
        } else {
            Data::of(cli::data_of(args))
        },
        rooms: cli::data_of(args)
            .ok()
            .filter(|_| !args.no_save)
            .map(|data| Rooms::in_folder(&data)),
        edited,
    })
}

/// A build without the window is for the terminal.
#[cfg(not(feature = "app"))]
fn open(args: &Args, _edited: Option<cli::Edited>) -> ExitCode {
    cli::without_window(args, "open-no-window")
}
