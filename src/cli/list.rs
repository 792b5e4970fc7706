//! `kikitori list`: the scenarios that can be played.

use std::io::Write;

use clap::Args;
use serde::Serialize;

use crate::cli::{Outcome, complain, unplayable};
use crate::lang::Lang;
use crate::lang::words::{say, say_with};
use crate::scenario::Scenario;
use crate::store::Library;

/// List the scenarios.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// Print one JSON array instead of a table
    #[arg(long)]
    pub json: bool,
}

/// A scenario on the wire. Fields may be added; these stay.
#[derive(Debug, Serialize)]
struct ListItem<'s> {
    id: &'s str,
    title: &'s str,
    channel: &'s str,
    difficulty: u8,
    languages: Vec<&'s str>,
    minutes: u8,
    skills: Vec<&'s str>,
    summary: &'s str,
}

pub(super) fn run(
    args: &super::Args,
    list: &ListArgs,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let library = Library::open(&args.scenarios);
    for why in &library.unplayable {
        complain(&unplayable(why, lang));
    }
    let scenarios = library.shelves.iter().map(|shelf| shelf.scenario.as_ref());
    if list.json {
        let items: Vec<ListItem<'_>> = scenarios.map(|scenario| item(scenario, lang)).collect();
        writeln!(out, "{}", serde_json::to_string_pretty(&items)?)?;
    } else {
        for scenario in scenarios {
            write_row(out, scenario, lang)?;
        }
        writeln!(out, "{}", say(lang, "list-how"))?;
    }
    Ok(if library.unplayable.is_empty() { Outcome::Clean } else { Outcome::CouldNotRun })
}

fn item(scenario: &Scenario, lang: Lang) -> ListItem<'_> {
    ListItem {
        id: &scenario.id,
        title: scenario.title.get(lang),
        channel: scenario.channel.code(),
        difficulty: scenario.difficulty,
        languages: scenario.languages.iter().map(|lang| lang.code()).collect(),
        minutes: scenario.minutes,
        skills: scenario.skills.iter().map(|skill| skill.code()).collect(),
        summary: scenario.summary.get(lang),
    }
}

fn write_row(out: &mut impl Write, scenario: &Scenario, lang: Lang) -> std::io::Result<()> {
    let channel = say(lang, &format!("channel-{}", scenario.channel.code()));
    let about = say_with(
        lang,
        "list-about",
        &[
            ("channel", channel.into()),
            ("minutes", i64::from(scenario.minutes).into()),
            ("difficulty", i64::from(scenario.difficulty).into()),
        ],
    );
    writeln!(out, "{}  {}", scenario.id, scenario.title.get(lang))?;
    writeln!(out, "    {about}")?;
    writeln!(out, "    {}\n", scenario.summary.get(lang))
}
