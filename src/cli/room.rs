//! `kikitori room`: pages to print before a session, and what is kept of one afterwards.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, bail};
use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand, ValueEnum};

use crate::cli::{Outcome, find_scenario};
use crate::lang::Lang;
use crate::lang::words::say_with;
use crate::room::{Record, Sheets, movement, pages, read_journal, record_page};
use crate::store::{FileText, Library, read_file};

/// Print what a trainer needs for a room, and what is kept of one. The room itself is run in the window.
#[derive(Debug, Args)]
pub struct RoomArgs {
    #[command(subcommand)]
    command: RoomCommand,
}

#[derive(Debug, Subcommand)]
enum RoomCommand {
    /// Write a page to print, as HTML: the trainer's keys, letters to hold up, role cards, a sheet for observers
    Cards(CardsArgs),
    /// Write the record of a session from its journal: votes, lines and take-aways, and no names
    Record(RecordArgs),
}

#[derive(Debug, Args)]
struct CardsArgs {
    /// A scenario's id, as `kikitori list` prints it, or the path of its file
    #[arg(value_name = "ID-or-PATH")]
    scenario: String,

    /// Which page: the trainer's keys, what is said before it begins, letters to hold up, the role cards, a sheet for
    /// whoever watches, or a line for everybody to take along
    #[arg(long, value_name = "KIND", default_value = "roles", value_parser = kinds())]
    kind: String,

    /// Where to turn afterwards, for the line that everybody takes along: a desk or a number at your workplace
    #[arg(long, value_name = "LINE", default_value = "")]
    contact: String,
}

#[derive(Debug, Args)]
struct RecordArgs {
    /// The journal, from the folder `rooms` in the data folder
    #[arg(value_name = "JOURNAL")]
    journal: PathBuf,

    /// What to write it as
    #[arg(long, value_name = "FORMAT", default_value = "html")]
    format: Form,

    /// The JSON record of an earlier session over the same scenario, to compare with
    #[arg(long, value_name = "RECORD")]
    before: Option<PathBuf>,
}

/// The pages by their names.
fn kinds() -> PossibleValuesParser {
    Sheets::ALL.map(Sheets::code).into()
}

/// A form of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A page to print
    Html,
    /// A row for each option
    Csv,
    /// For other programs, and to compare a later session with
    Json,
}

pub(super) fn run(
    args: &super::Args,
    room: &RoomArgs,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let text = match &room.command {
        RoomCommand::Cards(cards) => {
            let kind = Sheets::ALL.into_iter().find(|kind| kind.code() == cards.kind);
            let kind = kind.unwrap_or(Sheets::Roles);
            pages(kind, &find_scenario(args, &cards.scenario, lang)?, lang, &cards.contact)
        }
        RoomCommand::Record(record) => written(args, record, lang)?,
    };
    out.write_all(text.as_bytes())?;
    Ok(Outcome::Clean)
}

fn written(args: &super::Args, asked: &RecordArgs, lang: Lang) -> anyhow::Result<String> {
    let path = asked.journal.display().to_string();
    let library = Library::open(&args.scenarios);
    let find = |id: &str| library.find(id).map(|shelf| Arc::clone(&shelf.scenario));
    let Ok(resumed) = read_journal(&text_of(&asked.journal)?, find) else {
        bail!(say_with(lang, "command-room-no-journal", &[("path", path.into())]));
    };
    let record = Record::of(&resumed.room, lang, "");
    Ok(match asked.format {
        Form::Csv => record.csv(),
        Form::Json => record.json() + "\n",
        Form::Html => {
            let before = asked.before.as_ref().map(|path| text_of(path)).transpose()?;
            let before = before.and_then(|text| Record::read(&text));
            let moved = before.map(|before| movement(&before, &record)).unwrap_or_default();
            record_page(&record, &moved, lang)
        }
    })
}

fn text_of(path: &std::path::Path) -> anyhow::Result<String> {
    match read_file(path)
        .map_err(|fault| fault.error)
        .with_context(|| path.display().to_string())?
    {
        FileText::Text(text, _) => Ok(text),
        FileText::NotText(_) => bail!("{}", path.display()),
    }
}
