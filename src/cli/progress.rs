//! `kikitori progress`: how someone comes along over all talks that are kept.

use std::io::Write;

use anyhow::anyhow;
use clap::Args;

use crate::cli::Outcome;
use crate::cli::keeping::existing;
use crate::cli::paper::FormatArg;
use crate::lang::Lang;
use crate::lang::words::say;
use crate::progress::{Known, Progress};
use crate::report::{OverTime, progress_page};
use crate::store::calendar::{date, day, now};
use crate::store::{Library, Scenarios, StoreFault, runs_of};

/// Print how someone comes along: where each skill stands and how surely, what moves, what is due, and what to practise
/// next.
#[derive(Debug, Args)]
pub struct ProgressArgs {
    /// Who [default: the talks in which nobody was named]
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,

    /// What to print it as
    #[arg(long, value_name = "FORMAT", default_value = "md")]
    pub format: FormatArg,
}

pub(super) fn run(
    args: &super::Args,
    progress: &ProgressArgs,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let said = |fault: StoreFault| anyhow!(fault.sentence(lang));
    let library = Library::open(&args.scenarios);
    let known: Vec<Known> =
        library.shelves.iter().map(|shelf| Known::of(&shelf.scenario)).collect();
    let person = progress.person.as_deref();
    // Where nothing was ever kept there is still something to practise first.
    let runs = match existing(args, lang)? {
        Some(store) => {
            let kept = store.all_kept(person, &mut Scenarios::of(&library)).map_err(said)?;
            runs_of(&kept, day)
        }
        None => Vec::new(),
    };
    let today = now();
    let over_time = Progress::of(&runs, &known, day(today));
    let nobody = say(lang, "history-nobody");
    let page = OverTime {
        person: person.unwrap_or(&nobody),
        when: &date(today).to_string(),
        progress: &over_time,
    };
    out.write_all(progress_page(&page, progress.format.into(), lang).as_bytes())?;
    Ok(Outcome::Clean)
}
