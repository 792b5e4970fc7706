//! The command line: parse the arguments, load, call the core, print, and return an exit status.
#![expect(
    clippy::disallowed_methods,
    reason = "a shell: the environment and the clock are read here"
)]

mod analyze;
mod blind;
mod check;
mod explain;
mod graph;
mod handbook;
mod handing;
mod history;
mod keeping;
mod list;
mod new;
mod paper;
mod person;
mod plan;
mod play;
mod progress;
mod report;
mod room;
mod show;
mod wire;

pub use keeping::place_of;

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, anyhow, bail};
use clap::{Parser, Subcommand, ValueEnum};

use crate::lang::Lang;
use crate::lang::words::{Arg, say, say_with};
use crate::scenario::Scenario;
use crate::store::{FileText, Library, Shelf, Unplayable, load, read_file};

/// Practise answering complaints: branching talks with customers, scored on perspective-taking, ownership of the
/// apology and staying calm.
///
/// Without a command, the window opens. Everything works offline.
#[derive(Debug, Parser)]
#[command(name = "kikitori", version, disable_help_subcommand = true, max_term_width = 100)]
pub struct Args {
    /// What to do; the window, if nothing is named.
    #[command(subcommand)]
    pub command: Option<Command>,

    /// The language of everything shown [default: what was set in the window, or the machine's]
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<LangArg>,

    /// Also offer the scenarios in this folder; may be given several times
    #[arg(long, global = true, value_name = "DIR")]
    pub scenarios: Vec<PathBuf>,

    /// Keep everything in this folder [default: that of `KIKITORI_DATA`, a folder kikitori-data beside the program, or the
    /// platform's]
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,

    /// In the window: leave no trace of what is practised
    #[arg(long)]
    pub no_save: bool,

    /// In the window: the order in which replies are shown follows from this number [default: a new one each talk]
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
}

/// `en` or `ja`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// English
    En,
    /// 日本語
    Ja,
}

impl From<LangArg> for Lang {
    fn from(arg: LangArg) -> Self {
        match arg {
            LangArg::En => Self::En,
            LangArg::Ja => Self::Ja,
        }
    }
}

/// What can be done without the window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Play a scenario in the terminal
    Play(play::PlayArgs),
    /// Go on with a talk that was left in the middle
    Resume(play::ResumeArgs),
    /// List the attempts that are kept
    History(history::HistoryArgs),
    /// Print an attempt, to read, to hand out or to count
    Report(paper::ReportArgs),
    /// Print how someone comes along over all talks, and what to practise next
    Progress(progress::ProgressArgs),
    /// Write a note beside a turn of an attempt
    Note(paper::NoteArgs),
    /// Print an attempt as a file to hand on
    Export(handing::ExportArgs),
    /// Take in an attempt, or a person, from such a file
    Import(handing::ImportArgs),
    /// List the people of whom something is kept, print all of it, or erase it
    Person(person::PersonArgs),
    /// List the scenarios
    List(list::ListArgs),
    /// Say everything that can be said of a scenario without anybody playing it
    Analyze(analyze::AnalyzeArgs),
    /// Open a scenario file in the window while it is being written
    Edit(EditArgs),
    /// Write a small whole scenario to start from
    New(new::NewArgs),
    /// Read the choices of a scenario blind
    Blind(blind::BlindArgs),
    /// Check scenario files and print everything that is wrong with them
    Check(check::CheckArgs),
    /// Explain a rule of the check, or list all rules
    Explain(explain::ExplainArgs),
    /// Draw a scenario as a picture
    Graph(graph::GraphArgs),
    /// Read the handbook: what the score goes by
    Handbook(handbook::HandbookArgs),
    /// Print what a trainer needs for a room, and what is kept of one
    Room(room::RoomArgs),
}

/// Open a scenario file in the window while it is being written: it is read again whenever it is saved, the check's
/// findings stand beside the talk, and any beat can be tried in any state.
#[derive(Debug, clap::Args)]
pub struct EditArgs {
    /// The scenario's file
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
}

/// A file to edit, and the scenario in it.
pub type Edited = (PathBuf, Arc<Scenario>);

/// The scenario of a file that is to be edited.
///
/// # Errors
/// The exit status, after one sentence about a file that holds nothing to play.
pub fn edited(args: &Args, edit: &EditArgs) -> Result<Edited, ExitCode> {
    let lang = language(args);
    load(&edit.path).map(|shelf| (edit.path.clone(), shelf.scenario)).map_err(|why| {
        complain(&unplayable(&why, lang));
        Outcome::CouldNotRun.into()
    })
}

/// Where no window can be opened: the same talk in the terminal, or one sentence where there is no terminal either.
pub fn without_window(args: &Args, reason: &str) -> ExitCode {
    let lang = language(args);
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        complain(&say(lang, reason));
        return finish(play::offer_in_terminal(args, lang));
    }
    complain(&say(lang, &format!("{reason}.no-terminal")));
    Outcome::Findings.into()
}

/// What a command came to. The numbers are the exit statuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All is well.
    Clean = 0,
    /// It ran, and found something wrong.
    Findings = 1,
    /// It could not run.
    CouldNotRun = 2,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(outcome as u8)
    }
}

/// Runs a command and returns its exit status. A reader who has seen enough (a closed pipe) is no failure.
pub fn run(args: &Args, command: &Command) -> ExitCode {
    let lang = language(args);
    let mut out = anstream::stdout().lock();
    let result = match command {
        Command::Play(play) => play::run(args, play, lang, &mut out),
        Command::Resume(resume) => play::resume(args, resume, lang, &mut out),
        Command::History(history) => history::run(args, history, lang, &mut out),
        Command::Report(report) => paper::report(args, report, lang, &mut out),
        Command::Progress(progress) => progress::run(args, progress, lang, &mut out),
        Command::Note(note) => paper::note(args, note, lang, &mut out),
        Command::Export(export) => handing::export(args, export, lang, &mut out),
        Command::Import(import) => handing::import(args, import, lang, &mut out),
        Command::Person(person) => person::run(args, person, lang, &mut out),
        Command::List(list) => list::run(args, list, lang, &mut out),
        Command::Analyze(command) => analyze::run(args, command, lang, &mut out),
        Command::Blind(command) => blind::run(args, command, lang, &mut out),
        // The window is opened by `main`, which knows it.
        Command::Edit(_) => Ok(Outcome::Clean),
        Command::New(new) => new::run(new, lang, &mut out),
        Command::Check(check) => check::run(check, lang, &mut out),
        Command::Explain(explain) => explain::run(explain, lang, &mut out),
        Command::Graph(graph) => graph::run(args, graph, lang, &mut out),
        Command::Handbook(handbook) => handbook::run(handbook, lang, &mut out),
        Command::Room(command) => room::run(args, command, lang, &mut out),
    };
    finish(result.and_then(|outcome| Ok(out.flush().map(|()| outcome)?)))
}

fn finish(result: anyhow::Result<Outcome>) -> ExitCode {
    match result {
        Ok(outcome) => outcome.into(),
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("{error:#}"));
            Outcome::CouldNotRun.into()
        }
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// One sentence on the error stream.
pub fn complain(sentence: &str) {
    // Where even that stream is closed, there is nobody left to tell.
    let _ = writeln!(anstream::stderr(), "kikitori: {sentence}");
}

/// The language asked for, or set before, or the machine's.
pub fn language(args: &Args) -> Lang {
    let set = || keeping::settings(args).lang;
    args.lang.map(Lang::from).or_else(set).unwrap_or_else(machine_language)
}

/// The language of the machine's locale.
pub fn machine_language() -> Lang {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    locale.map_or(Lang::En, |locale| Lang::from_locale(&locale))
}

/// A scenario by its id, or by the path of its file.
fn find_scenario(args: &Args, id_or_path: &str, lang: Lang) -> anyhow::Result<Arc<Scenario>> {
    find_shelf(args, id_or_path, lang).map(|shelf| shelf.scenario)
}

/// The same with where it came from.
fn find_shelf(args: &Args, id_or_path: &str, lang: Lang) -> anyhow::Result<Shelf> {
    let path = PathBuf::from(id_or_path);
    if path.components().count() > 1 || path.extension().is_some() || path.is_file() {
        return load(&path).map_err(|why| anyhow!(unplayable(&why, lang)));
    }
    let library = Library::open(&args.scenarios);
    for why in &library.unplayable {
        complain(&unplayable(why, lang));
    }
    let found = library.find(id_or_path).cloned();
    found.with_context(|| {
        let known: Vec<&str> =
            library.shelves.iter().map(|shelf| shelf.scenario.id.as_str()).collect();
        say_with(
            lang,
            "command-no-scenario",
            &[("id", id_or_path.into()), ("known", known.join(", ").into())],
        )
    })
}

/// The text of a file.
///
/// # Errors
/// Why it cannot be read, or is no text.
fn text_of(path: &Path, lang: Lang) -> anyhow::Result<String> {
    match read_file(path) {
        Err(fault) => bail!("{}: {}", path.display(), fault.error),
        Ok(FileText::NotText(finding)) => bail!("{}: {}", path.display(), finding.message(lang)),
        Ok(FileText::Text(text, _)) => Ok(text),
    }
}

/// One sentence about a file that holds no playable scenario.
fn unplayable(why: &Unplayable, lang: Lang) -> String {
    let path = ("path", Arg::from(why.path().display().to_string()));
    match why {
        Unplayable::Unreadable(fault) => {
            say_with(lang, "command-unreadable", &[path, ("error", fault.error.to_string().into())])
        }
        Unplayable::Faulty(_, findings) => {
            let first = findings.first().map(|finding| finding.message(lang)).unwrap_or_default();
            say_with(
                lang,
                "command-faulty",
                &[path, ("count", findings.len().into()), ("first", first.into())],
            )
        }
    }
}
