//! `kikitori history`: the attempts that are kept.

use std::collections::BTreeMap;
use std::io::Write;

use anyhow::anyhow;
use clap::Args;
use jiff::Timestamp;
use serde::Serialize;

use crate::assess::{Reference, Scorecard, scorecard};
use crate::cli::Outcome;
use crate::cli::keeping::existing;
use crate::lang::Lang;
use crate::lang::words::{say, say_with};
use crate::store::{Finish, Kept, Library, Scenarios, StoreFault, calendar};

/// List the attempts that are kept, the latest first.
#[derive(Debug, Args)]
pub struct HistoryArgs {
    /// Only those of this person
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,

    /// Print one JSON array instead of a table
    #[arg(long)]
    pub json: bool,
}

/// An attempt on the wire. Fields may be added; these stay.
#[derive(Debug, Serialize)]
struct Item<'k> {
    id: &'k str,
    person: Option<&'k str>,
    scenario: &'k str,
    title: Option<String>,
    mode: &'static str,
    started: String,
    ended: Option<String>,
    ending: Option<&'k str>,
    scores: Option<BTreeMap<&'static str, u8>>,
    observations: Option<BTreeMap<&'static str, u32>>,
    choices: u32,
    taken_back: u32,
    scenario_changed: bool,
    parent: Option<Branch<'k>>,
}

/// Which attempt another one left, and at which turn, counted from 1 as people do.
#[derive(Debug, Serialize)]
struct Branch<'k> {
    attempt: &'k str,
    turn: u32,
}

pub(super) fn run(
    args: &super::Args,
    history: &HistoryArgs,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let said = |fault: StoreFault| anyhow!(fault.sentence(lang));
    let library = Library::open(&args.scenarios);
    let mut all = Vec::new();
    if let Some(store) = existing(args, lang)? {
        let mut scenarios = Scenarios::of(&library);
        for attempt in store.attempts(history.person.as_deref()).map_err(said)? {
            all.push(store.kept(attempt, &mut scenarios).map_err(said)?);
        }
    }
    let items: Vec<Item<'_>> = all.iter().map(|kept| item(kept, &library, lang)).collect();
    if history.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&items)?)?;
        return Ok(Outcome::Clean);
    }
    if items.is_empty() {
        writeln!(out, "{}", say(lang, "history-none"))?;
    }
    for item in &items {
        row(out, item, lang)?;
    }
    Ok(Outcome::Clean)
}

fn item<'k>(kept: &'k Kept, library: &Library, lang: Lang) -> Item<'k> {
    let attempt = &kept.attempt;
    let finish = attempt.finish.as_ref();
    let talk = kept.talk.as_ref().ok();
    let card = talk
        .filter(|talk| talk.is_over())
        .map(|talk| scorecard(talk, &Reference::of(talk.scenario())));
    let (scores, observations) = match card {
        Some(card) => {
            let (scores, observations) = of_card(&card);
            (Some(scores), Some(observations))
        }
        // What it came to that day, where the talk cannot be had again.
        None => finish.and_then(Finish::figures).unzip(),
    };
    Item {
        id: attempt.id.as_str(),
        person: attempt.person.as_deref(),
        scenario: &attempt.scenario,
        title: talk.map(|talk| talk.scenario().title.get(lang).to_owned()),
        mode: attempt.mode.code(),
        started: calendar::utc(attempt.started),
        ended: finish.map(|finish| calendar::utc(finish.ended)),
        ending: finish.and_then(|finish| finish.ending.as_deref()),
        scores,
        observations,
        choices: attempt.choices,
        taken_back: attempt.taken_back,
        scenario_changed: Scenarios::has_changed(attempt, library),
        parent: attempt.parent.as_ref().map(|(parent, fork)| Branch {
            attempt: parent.as_str(),
            turn: fork.saturating_add(1),
        }),
    }
}

fn of_card(card: &Scorecard) -> (BTreeMap<&'static str, u8>, BTreeMap<&'static str, u32>) {
    let scores = card.scores.iter();
    scores
        .map(|score| {
            let skill = score.skill.code();
            ((skill, score.points), (skill, score.observations))
        })
        .unzip()
}

fn row(out: &mut impl Write, item: &Item<'_>, lang: Lang) -> std::io::Result<()> {
    let started = item.started.parse::<Timestamp>().map_or(0, Timestamp::as_millisecond);
    let person = item.person.map_or_else(|| say(lang, "history-nobody"), str::to_owned);
    let title = item.title.as_deref().unwrap_or(item.scenario);
    let mode = say(lang, &format!("mode-{}", item.mode));
    writeln!(out, "{}  {}  {person}  {title}", item.id, calendar::local(started))?;
    let how = match (&item.scores, item.ending, &item.ended) {
        (Some(scores), Some(ending), _) => {
            let figure = |skill: &str| scores.get(skill).copied().map_or(0, i64::from).into();
            let args = [
                ("ending", ending.into()),
                ("perspective", figure("perspective")),
                ("ownership", figure("ownership")),
                ("calm", figure("calm")),
            ];
            say_with(lang, "history-ended", &args)
        }
        (_, _, Some(_)) => say(lang, "history-put-away"),
        _ => say_with(lang, "history-open", &[("choices", i64::from(item.choices).into())]),
    };
    writeln!(out, "    {mode} · {how}")?;
    if item.scenario_changed {
        writeln!(out, "    {}", say(lang, "history-changed"))?;
    }
    Ok(())
}
