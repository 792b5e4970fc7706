//! `kikitori report` and `kikitori note`: an attempt on paper, and what a trainer writes beside its turns.

use std::io::Write;

use anyhow::{anyhow, bail};
use clap::{Args, ValueEnum};

use crate::cli::Outcome;
use crate::cli::keeping::existing;
use crate::lang::Lang;
use crate::lang::words::{say, say_with};
use crate::paper::{self, Print};
use crate::report::Format;
use crate::store::{self, Kept, Library, Scenarios, Store, StoreFault, calendar};

/// Print an attempt: the page to hand out, a table, data for a program, or plain text.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// The beginning of the attempt's id, as `kikitori history` prints it
    #[arg(value_name = "ATTEMPT")]
    pub attempt: String,

    /// What to print it as
    #[arg(long, value_name = "FORMAT", default_value = "html")]
    pub format: FormatArg,
}

/// A format of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    /// One page for browsers and printers
    Html,
    /// One row a turn, for spreadsheets
    Csv,
    /// For programs
    Json,
    /// Plain text with marks
    Md,
}

impl From<FormatArg> for Format {
    fn from(arg: FormatArg) -> Self {
        match arg {
            FormatArg::Html => Self::Html,
            FormatArg::Csv => Self::Csv,
            FormatArg::Json => Self::Json,
            FormatArg::Md => Self::Markdown,
        }
    }
}

/// Write a note beside a turn of an attempt, for the trainee to read in the report; an empty one takes it away.
#[derive(Debug, Args)]
pub struct NoteArgs {
    /// The beginning of the attempt's id, as `kikitori history` prints it
    #[arg(value_name = "ATTEMPT")]
    pub attempt: String,

    /// The turn, counted from 1 as in the report
    #[arg(value_name = "TURN", value_parser = clap::value_parser!(u32).range(1..))]
    pub turn: u32,

    /// The words
    #[arg(value_name = "TEXT")]
    pub text: String,
}

/// The longest note, in characters.
const NOTE_MAX: usize = 2000;

/// The attempt that these letters begin, with its store.
fn find(args: &super::Args, beginning: &str, lang: Lang) -> anyhow::Result<(Store, Kept)> {
    let said = |fault: StoreFault| anyhow!(fault.sentence(lang));
    let Some(store) = existing(args, lang)? else {
        bail!(say(lang, "history-none"));
    };
    let attempt = store.attempt(beginning).map_err(said)?;
    let kept = store.kept(attempt, &mut Scenarios::default()).map_err(said)?;
    Ok((store, kept))
}

pub(super) fn report(
    args: &super::Args,
    report: &ReportArgs,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let said = |fault: StoreFault| anyhow!(fault.sentence(lang));
    let (store, kept) = find(args, &report.attempt, lang)?;
    let attempt = &kept.attempt;
    let talk = kept.talk.as_ref().map_err(|lost| anyhow!(lost.sentence(attempt, lang)))?;
    let print = Print {
        when: &calendar::local(attempt.started),
        changed: Scenarios::has_changed(attempt, &Library::open(&args.scenarios)),
        format: report.format.into(),
        lang,
    };
    let page = paper::print(&store, attempt, talk, print).map_err(said)?;
    out.write_all(page.as_bytes())?;
    Ok(Outcome::Clean)
}

pub(super) fn note(
    args: &super::Args,
    note: &NoteArgs,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let (mut store, kept) = find(args, &note.attempt, lang)?;
    let turns = kept.talk.as_ref().map_or(0, |talk| talk.turns().len());
    let turn = note.turn - 1;
    if usize::try_from(turn).is_ok_and(|turn| turn >= turns) {
        let id = kept.attempt.id.to_string();
        bail!(say_with(lang, "note-no-turn", &[("id", id.into()), ("turns", turns.into())]));
    }
    let text = note.text.chars().filter(|c| !c.is_control()).take(NOTE_MAX).collect();
    let kept = store.annotate(&kept.attempt.id, &store::Note { turn, text });
    kept.map_err(|fault| anyhow!(fault.sentence(lang)))?;
    writeln!(out, "{}", say(lang, "note-kept"))?;
    Ok(Outcome::Clean)
}
