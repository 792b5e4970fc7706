//! `kikitori play`: a talk in the terminal, for a person, a plan or a program.
#![expect(clippy::disallowed_methods, reason = "the clock that times a talk is read here")]

use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Instant, SystemTime};

use anyhow::{anyhow, bail};
use clap::{Args, ValueEnum};

use crate::analysis::look_back;
use crate::assess::Reference;
use crate::cli::keeping::{KeepArgs, Keeping, existing};
use crate::cli::plan::Plan;
use crate::cli::show::{PLAIN_WIDTH, Page, width};
use crate::cli::{Outcome, complain, find_shelf, wire};
use crate::lang::Lang;
use crate::lang::readings::Readings;
use crate::lang::words::{say, say_with};
use crate::scenario::Scenario;
use crate::session::{Action, Entries, Event, Mode, Moment, Seed, Session, TalkView};
use crate::store::{Record, Scenarios, StoreFault};

/// Play a scenario in the terminal.
#[derive(Debug, Args)]
pub struct PlayArgs {
    /// A scenario's id, as `kikitori list` prints it, or the path of its file
    #[arg(value_name = "ID-or-PATH")]
    pub scenario: String,

    /// The order in which replies are shown follows from this number [default: a new one each time]
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,

    /// Play the route written in this file instead of asking, and print the whole talk
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    pub plan: Option<PathBuf>,

    /// Let a program play: one JSON object a line, in and out
    #[arg(long)]
    pub json: bool,

    /// How it is practised; only check says something about what one tends to do
    #[arg(long, value_name = "MODE", default_value = "practice", conflicts_with = "plan")]
    pub mode: ModeArg,

    /// Readings in brackets behind Japanese names and rare words, where the scenario gives them
    #[arg(long, conflicts_with = "json")]
    pub furigana: bool,

    /// Whether and for whom it is kept
    #[command(flatten)]
    pub keep: KeepArgs,
}

/// Go on with a talk that was left in the middle.
#[derive(Debug, Args)]
pub struct ResumeArgs {
    /// The beginning of the attempt's id, as `kikitori history` prints it [default: the latest that was left]
    #[arg(value_name = "ATTEMPT")]
    pub attempt: Option<String>,

    /// Let a program play: one JSON object a line, in and out
    #[arg(long)]
    pub json: bool,

    /// Readings in brackets behind Japanese names and rare words, where the scenario gives them
    #[arg(long, conflicts_with = "json")]
    pub furigana: bool,
}

/// A way to practise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ModeArg {
    /// A sentence after each reply, and choices can be taken back
    Learn,
    /// Replies only
    Practice,
    /// Replies only, and nothing can be taken back
    Check,
}

impl From<ModeArg> for Mode {
    fn from(arg: ModeArg) -> Self {
        match arg {
            ModeArg::Learn => Self::Learn,
            ModeArg::Practice => Self::Practice,
            ModeArg::Check => Self::Check,
        }
    }
}

pub(super) fn run(
    args: &super::Args,
    play: &PlayArgs,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let shelf = find_shelf(args, &play.scenario, lang)?;
    let seed = play.seed.map(Seed);
    if let Some(path) = &play.plan {
        // A plan is played to be looked at; nobody has practised.
        return by_plan(&shelf.scenario, seed, (path, play.furigana), lang, out);
    }
    let talk = Session::start(Arc::clone(&shelf.scenario), seed.unwrap_or_else(fresh_seed));
    let keeping = Keeping::of_new(args, &play.keep, (&shelf, &talk, play.mode.into()), lang)?;
    let how = How { mode: play.mode.into(), json: play.json, furigana: play.furigana };
    go_on(talk, keeping, how, lang, out)
}

/// Goes on with a kept talk at the very place where it was left.
pub(super) fn resume(
    args: &super::Args,
    resume: &ResumeArgs,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let said = |fault: StoreFault| anyhow!(fault.sentence(lang));
    let nothing = || anyhow!(say(lang, "resume-nothing"));
    let store = existing(args, lang)?.ok_or_else(nothing)?;
    let attempt = match &resume.attempt {
        Some(beginning) => store.attempt(beginning).map_err(said)?,
        None => store.latest_open().map_err(said)?.ok_or_else(nothing)?,
    };
    if attempt.finish.is_some() {
        bail!(say_with(lang, "resume-over", &[("id", attempt.id.to_string().into())]));
    }
    let kept = store.kept(attempt, &mut Scenarios::default()).map_err(said)?;
    let talk = kept.talk.map_err(|lost| anyhow!(lost.sentence(&kept.attempt, lang)))?;
    let record = Record::of_open(store, &kept.attempt, kept.deeds.len()).map_err(said)?;
    let keeping = Keeping::of_open(record, Reference::of(talk.scenario()));
    let how = How { mode: kept.attempt.mode, json: resume.json, furigana: resume.furigana };
    go_on(talk, keeping, how, lang, out)
}

/// How a talk is had in the terminal.
#[derive(Debug, Clone, Copy)]
struct How {
    mode: Mode,
    /// Whether a program has it.
    json: bool,
    /// Whether readings stand behind words.
    furigana: bool,
}

/// A page for a talk, with its readings where they are asked for.
fn page_for(scenario: &Scenario, furigana: bool, lang: Lang, width: usize) -> Page {
    let readings = if furigana { scenario.readings.clone() } else { Readings::default() };
    Page::new(lang, width).with_readings(readings)
}

/// Plays from here to the end, or until the player leaves.
fn go_on(
    talk: Session,
    keeping: Keeping,
    how: How,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let started = Instant::now();
    // The time between leaving and going on is not the talk's.
    let before = talk.transcript().entries.last().map_or(0, |entry| entry.at);
    let clock =
        || u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX).saturating_add(before);
    if how.json {
        return wire::run(talk, keeping, lang, clock, io::stdin().lock(), out);
    }
    by_hand(talk, keeping, (how, lang), clock, io::stdin().lock(), out)
}

/// The same talk for a person who has neither a window nor a command.
pub(super) fn offer_in_terminal(args: &super::Args, lang: Lang) -> anyhow::Result<Outcome> {
    let library = crate::store::Library::open(&args.scenarios);
    let mut out = anstream::stdout().lock();
    let mut page = Page::new(lang, width());
    page.shelves(&mut out, &library)?;
    let mut input = io::stdin().lock();
    loop {
        write!(out, "{} ", say(lang, "play-which"))?;
        out.flush()?;
        let Some(line) = ask(&mut input)? else {
            return Ok(Outcome::Clean);
        };
        let picked = number(&line).and_then(|n| library.shelves.get(n.checked_sub(1)?));
        let named = library.find(line.trim());
        if let Some(shelf) = picked.or(named) {
            let talk = Session::start(Arc::clone(&shelf.scenario), fresh_seed());
            let keep = KeepArgs { no_save: false, person: None };
            let of = (shelf, &talk, Mode::Practice);
            let keeping = Keeping::of_new(args, &keep, of, lang)?;
            drop(input);
            let how = How { mode: Mode::Practice, json: false, furigana: false };
            return go_on(talk, keeping, how, lang, &mut out);
        }
        if line.trim() == "q" {
            return Ok(Outcome::Clean);
        }
    }
}

/// A seed that differs from run to run; it is printed, so that a talk can be had again.
fn fresh_seed() -> Seed {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    Seed(u64::from(now.subsec_nanos() ^ now.as_secs().to_le_bytes()[0] as u32) % 1_000_000)
}

fn by_plan(
    scenario: &Arc<Scenario>,
    seed: Option<Seed>,
    (path, furigana): (&Path, bool),
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let plan = Plan::of_file(path, lang)?;
    let mut talk = Session::start(Arc::clone(scenario), seed.or(plan.seed).unwrap_or(Seed(0)));
    let problem = plan.play(&mut talk);
    let mut page = page_for(scenario, furigana, lang, PLAIN_WIDTH);
    page.whole_talk(out, &talk)?;
    if talk.ending().is_some() {
        page.debrief(out, &look_back(&talk, &Reference::of(scenario), lang))?;
    }
    match problem {
        None => Ok(Outcome::Clean),
        Some(problem) => {
            complain(&format!("{}: {problem}", path.display()));
            Ok(Outcome::Findings)
        }
    }
}

fn by_hand(
    mut talk: Session,
    mut keeping: Keeping,
    (how, lang): (How, Lang),
    clock: impl Fn() -> u64,
    mut input: impl BufRead,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let mode = how.mode;
    let mut page = page_for(talk.scenario(), how.furigana, lang, width());
    page.briefing(out, talk.scenario(), talk.transcript().seed)?;
    page.moment(out, &talk.view(lang))?;
    while !talk.is_over() {
        let prompt = if talk.at_sheet() { "play-prompt-sheet" } else { "play-prompt" };
        write!(out, "{} ", say(lang, prompt))?;
        out.flush()?;
        let Some(line) = ask(&mut input)? else {
            return leave(&talk, &keeping, lang, out);
        };
        match line.trim() {
            "q" => return leave(&talk, &keeping, lang, out),
            "r" => page.rule_card(out, talk.scenario())?,
            "h" => page.whole_talk(out, &talk)?,
            "u" if mode.teaches_at_once() => {
                take_back(&mut talk, &mut keeping, clock(), &mut page, lang, out)?;
            }
            typed => match understood(&talk, typed) {
                None => say_how(&talk, lang, out)?,
                Some(action) => {
                    let done = (action, clock());
                    act(&mut talk, &mut keeping, done, &mut page, (mode, lang), out)?;
                }
            },
        }
    }
    page.debrief(out, &look_back(&talk, keeping.reference(), lang))?;
    if let Some(id) = keeping.id() {
        writeln!(out, "{}", say_with(lang, "play-kept", &[("id", id.to_string().into())]))?;
    }
    Ok(Outcome::Clean)
}

/// What a person means: the number of a choice, or the numbers of the entries to write, 0 for none of them.
fn understood(talk: &Session, typed: &str) -> Option<Action> {
    if talk.at_sheet() {
        let entries = talk.scenario().sheet.as_ref().map_or(0, |sheet| sheet.entries.len());
        let apart = |c: char| c.is_whitespace() || matches!(c, ',' | '、' | '，');
        let numbers = typed.split(apart).filter(|part| !part.is_empty()).map(number);
        let numbers: Vec<usize> = numbers.collect::<Option<_>>()?;
        // Enter alone hands nothing over: a sheet is filled once.
        let fits = numbers == [0] || numbers.iter().all(|n| (1..=entries).contains(n));
        let all = numbers.iter().filter_map(|n| n.checked_sub(1));
        let all = all.fold(Entries::default(), Entries::with);
        return (fits && !numbers.is_empty()).then_some(Action::Fill(all));
    }
    let at = number(typed)?.checked_sub(1)?;
    talk.shown_choices().get(at).copied().map(Action::Choose)
}

fn say_how(talk: &Session, lang: Lang, out: &mut impl Write) -> io::Result<()> {
    let (key, count) = if talk.at_sheet() {
        let entries = talk.scenario().sheet.as_ref().map_or(0, |sheet| sheet.entries.len());
        ("play-not-an-entry", entries)
    } else {
        ("play-not-a-choice", talk.shown_choices().len())
    };
    writeln!(out, "{}", say_with(lang, key, &[("count", count.into())]))
}

/// Why what is shown here cannot be said yet.
fn locked(view: &TalkView, action: Action) -> Option<String> {
    let (Moment::Decision { choices, .. }, Action::Choose(meant)) = (&view.now, action) else {
        return None;
    };
    choices.iter().find(|shown| shown.choice == meant)?.locked.clone()
}

/// Does it, and shows what came of it; what cannot be said yet says why.
fn act(
    talk: &mut Session,
    keeping: &mut Keeping,
    (action, at): (Action, u64),
    page: &mut Page,
    (mode, lang): (Mode, Lang),
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let mut after = talk.clone();
    let Ok(events) = after.handle(action, at) else {
        return match locked(&talk.view(lang), action) {
            Some(why) => Ok(page.locked(out, &why)?),
            None => Ok(say_how(talk, lang, out)?),
        };
    };
    if let Err(fault) = keeping.keep(talk, (action, at), &after) {
        // Nothing is said to have been taken that may be gone tomorrow.
        bail!(fault.sentence(lang));
    }
    *talk = after;
    let view = talk.view(lang);
    if let Some(Event::Chose(..)) = events.first() {
        page.reply(out, &view)?;
        if mode.teaches_at_once() {
            teach(talk, page, lang, out)?;
        }
    }
    Ok(page.moment(out, &view)?)
}

/// What the last line did to the listener, and that it can be taken back.
fn teach(talk: &Session, page: &mut Page, lang: Lang, out: &mut impl Write) -> io::Result<()> {
    let Some(last) = talk.turns().last() else { return Ok(()) };
    let feedback = talk.scenario().choice(last.beat, last.choice).feedback.get(lang);
    // A talk that is over is looked back on.
    let back = if talk.is_over() { String::new() } else { say(lang, "play-take-back") };
    page.lesson(out, feedback, &back)
}

/// Takes the last line back, so that something else can be said.
fn take_back(
    talk: &mut Session,
    keeping: &mut Keeping,
    at: u64,
    page: &mut Page,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let last = talk.turns().len().checked_sub(1);
    let Some(before) = last.and_then(|last| talk.before_turn(last)) else {
        return Ok(writeln!(out, "{}", say(lang, "play-nothing-said"))?);
    };
    if let Err(fault) = keeping.take_back(at) {
        bail!(fault.sentence(lang));
    }
    *talk = before;
    Ok(page.moment(out, &talk.view(lang))?)
}

fn leave(
    talk: &Session,
    keeping: &Keeping,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    writeln!(out, "\n{}", say(lang, "play-left"))?;
    if let Some(id) = keeping.id().filter(|_| !talk.transcript().entries.is_empty()) {
        writeln!(out, "{}", say_with(lang, "play-left.go-on", &[("id", id.to_string().into())]))?;
    }
    Ok(Outcome::Clean)
}

/// The next line a person types; nothing at the end of the input. What is no text is an empty line.
fn ask(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let read = io::Read::take(&mut *input, 4096).read_until(b'\n', &mut bytes)?;
    Ok((read > 0).then(|| String::from_utf8_lossy(&bytes).into_owned()))
}

/// A number in half-width or full-width digits.
fn number(line: &str) -> Option<usize> {
    let half = |c: char| match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        other => other,
    };
    line.trim().chars().map(half).collect::<String>().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_may_be_full_width() {
        for (typed, number_meant) in
            [("2\n", Some(2)), ("３", Some(3)), (" 1 ", Some(1)), ("a", None), ("", None)]
        {
            assert_eq!(number(typed), number_meant, "{typed:?}");
        }
    }
}
