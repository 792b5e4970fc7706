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
    use kikitori::store::{Library, Place, Rooms};

    if let Err(missing) = display::find() {
        return cli::without_window(args, missing.sentence());
    }
    let place = cli::place_of(args);
    // A scenario that is being written is tried out, not practised.
    let data =
        if edited.is_some() || args.no_save { Data::Nowhere } else { Data::of(place.as_ref()) };
    let set = place.as_ref().ok().map(Place::settings);
    // Where it cannot be read what was set, that is said at the door, and nothing is asked.
    let first_start = edited.is_none() && matches!(set, Some(Ok(None)));
    let settings = set.and_then(Result::ok).flatten().unwrap_or_default();
    run(Options {
        library: Library::open(&args.scenarios),
        // What was asked for this once is not kept.
        lang: args
            .lang
            .map_or_else(|| settings.lang.unwrap_or_else(cli::machine_language), Into::into),
        settings,
        first_start,
        seed: args.seed.map(Seed),
        data,
        rooms: place
            .as_ref()
            .ok()
            .filter(|_| !args.no_save)
            .map(|place| Rooms::in_folder(place.folder())),
        place: place.ok(),
        edited,
    })
}

/// A build without the window is for the terminal.
#[cfg(not(feature = "app"))]
fn open(args: &Args, _edited: Option<cli::Edited>) -> ExitCode {
    cli::without_window(args, "open-no-window")
}
