//! Plays a talk plan and writes the report on it into a folder, and one on progress over all plans beside it, in every
//! format and both languages.
//!
//! `cargo run --no-default-features --example report -- tests/talks/last-day-sweets.lends-hope.talk FOLDER`
#![expect(clippy::disallowed_methods, reason = "files are read and written here")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use kikitori::assess::Reference;
use kikitori::lang::Lang;
use kikitori::progress::{Known, Practised, Progress, Run};
use kikitori::report::{About, Format, Note, OverTime, Report, progress_page, render};
use kikitori::scenario::read_and_compile;
use kikitori::session::{Action, Entries, Mode, Seed, Session};

fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let (Some(plan), Some(folder)) = (args.next(), args.next()) else {
        bail!("name a talk plan and a folder");
    };
    let plan = Path::new(&plan);
    let talk = played(plan)?;
    let plans = plan.parent().context("the plan is in no folder")?;
    fs::create_dir_all(&folder)?;
    for lang in Lang::ALL {
        let (person, when, note, reflection) = match lang {
            Lang::En => (
                "Mari",
                "25 November 2026, 14:05",
                "You heard the date here. I liked the pause before it.",
                "I wanted to make it right at once.\nNext time I ask first.",
            ),
            Lang::Ja => (
                "まり",
                "2026年11月25日 14:05",
                "ここで日付に気づけましたね。その前の一呼吸がよかったです。",
                "すぐに何とかしようとしていました。\n次は、先に聞いてみます。",
            ),
        };
        let report = Report {
            about: About {
                id: "12",
                person,
                mode: Mode::Practice,
                started: 1_795_586_700_000,
                ended: Some(1_795_587_360_000),
                when,
                taken_back: 0,
                changed: false,
                branch: None,
            },
            talk: &talk,
            notes: &[Note { turn: 1, text: note }],
            reflection: Some(reflection),
        };
        for format in Format::ALL {
            let file = Path::new(&folder).join(format!("{}.{}", lang.code(), format.code()));
            fs::write(&file, render(&report, format, lang))?;
            let progress = over_time(plans)?;
            let over_time = OverTime { person, when, progress: &progress };
            let file =
                Path::new(&folder).join(format!("progress-{}.{}", lang.code(), format.code()));
            fs::write(&file, progress_page(&over_time, format, lang))?;
        }
    }
    Ok(())
}

/// What the talks of all plans say, as if one person had held them on every second day.
fn over_time(plans: &Path) -> anyhow::Result<Progress> {
    let mut plans: Vec<PathBuf> = fs::read_dir(plans)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    plans.sort();
    let mut known: BTreeMap<String, Known> = BTreeMap::new();
    let mut runs = Vec::new();
    for (day, plan) in (20_760..).step_by(2).zip(&plans) {
        let talk = played(plan)?;
        let scenario = talk.scenario();
        let seen = known.insert(scenario.id.clone(), Known::of(scenario));
        let mode = if seen.is_none() { Mode::Check } else { Mode::Practice };
        let practised = Practised { day, mode, first: seen.is_none(), in_one_go: true };
        runs.push(Run::of(&talk, &Reference::of(scenario), practised));
    }
    let known: Vec<Known> = known.into_values().collect();
    Ok(Progress::of(&runs, &known, 20_782))
}

/// The talk that a plan describes, with a reply every ten seconds.
fn played(plan: &Path) -> anyhow::Result<Session> {
    let text = fs::read_to_string(plan).with_context(|| plan.display().to_string())?;
    let name = plan.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let id = name.split('.').next().unwrap_or_default();
    let places = ["scenarios", "scenarios/examples"].map(|folder| format!("{folder}/{id}.ron"));
    let file = places.iter().find(|file| Path::new(file).is_file());
    let scenario = fs::read_to_string(file.context("no scenario of this name")?)?;
    let scenario = read_and_compile(&scenario).0.context("the scenario cannot be played")?;
    let steps: Vec<Vec<&str>> = text
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default().split_whitespace().collect())
        .collect();
    let seed = steps.iter().find_map(|step| match step[..] {
        ["seed", seed] => seed.parse().ok(),
        _ => None,
    });
    let mut talk = Session::start(Arc::new(scenario), Seed(seed.unwrap_or(0)));
    for (at, step) in (1..).zip(&steps) {
        let action = match step[..] {
            ["choose", choice] => Action::Choose(talk.find(choice).context("no such choice")?),
            ["wait"] => Action::TimeRanOut,
            ["fill", ref ids @ ..] => {
                let entries = talk.scenario().sheet.iter().flat_map(|sheet| &sheet.entries);
                let written = entries.enumerate().filter(|(_, one)| ids.contains(&one.id.as_str()));
                Action::Fill(written.fold(Entries::default(), |all, (at, _)| all.with(at)))
            }
            _ => continue,
        };
        talk.handle(action, at * 10_000)?;
    }
    Ok(talk)
}
