//! Exact analysis: every situation and what becomes of trainees, against a model checker and against drawing talks.

mod draws;
mod model;

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, ensure};
use kikitori::analysis::{Exact, Reach, STATES_MAX, Space};
use kikitori::assess::Reference;
use kikitori::scenario::{BeatIdx, Scenario, read_and_compile};
use kikitori::session::State;
use kikitori::store::SHIPPED;

use crate::story::{Shape, Story};
use crate::table::{Table, ratio, time, whole};
use crate::timer::{interleaved, timed};

/// So many talks take about as many turns as those of a scenario written by hand.
const SHAPE: Shape = Shape { beats: 2000, width: 200, reach: 3, typed: false };

/// A story that is too large to be listed, situation by situation.
const LARGE: Shape = Shape { beats: 10_000, width: 1000, reach: 3, typed: false };

/// Trainees who always say the same at the same beat.
const BOTS: u64 = 60;

/// Runs the comparisons and prints their tables.
pub fn compare() -> Result<()> {
    let made = [SHAPE, LARGE].map(|shape| Story::new(shape).ron());
    let names = ["made by rule", "made by rule, large"];
    let shipped = SHIPPED.iter().map(|(name, text)| (*name, *text));
    let all: Vec<(&str, &'static Scenario)> = shipped
        .chain(names.into_iter().zip(made.iter().map(String::as_str)))
        .map(|(name, text)| {
            let (scenario, findings) = read_and_compile(text);
            assert!(findings.is_empty(), "{name} has findings");
            let scenario: &'static Scenario =
                Box::leak(Box::new(scenario.expect("nothing was found")));
            (name, scenario)
        })
        .collect();
    visits(&all)?;
    chances(&all[..=SHIPPED.len()])?;
    bots(&all[..SHIPPED.len()])
}

/// Visiting every situation.
fn visits(all: &[(&str, &'static Scenario)]) -> Result<()> {
    let head = [
        "scenario",
        "situations",
        "steps taken together",
        "together, min",
        "median",
        "one by one, min",
        "stateright 0.31, min",
        "median",
        "together is",
        "one by one is",
    ];
    let mut table = Table::new("Every situation visited, the same number in all", &head);
    for (name, scenario) in all {
        let situations = together(scenario);
        ensure!(model::visited(scenario) == situations, "{name}: the situations differ");
        let listed = situations <= STATES_MAX;
        if listed {
            ensure!(one_by_one(scenario) == situations, "{name}: the situations differ");
        }
        let [ours, each, stateright] = interleaved(|at| match at {
            0 => timed(|| together(scenario)).1,
            1 if listed => timed(|| one_by_one(scenario)).1,
            1 => Duration::ZERO,
            _ => timed(|| model::visited(scenario)).1,
        });
        let times = |time: f64| ratio(stateright.seconds() / time);
        let if_listed = |shown: String| if listed { shown } else { "–".to_owned() };
        table.row([
            (*name).to_owned(),
            whole(situations as f64),
            whole(Reach::of(scenario, usize::MAX).map_or(0.0, |reach| reach.steps() as f64)),
            time(ours.seconds()),
            time(ours.median.as_secs_f64()),
            if_listed(time(each.seconds())),
            time(stateright.seconds()),
            time(stateright.median.as_secs_f64()),
            times(ours.seconds()),
            if_listed(times(each.seconds())),
        ]);
    }
    table.print();
    Ok(())
}

fn together(scenario: &Scenario) -> usize {
    Reach::of(scenario, usize::MAX).map_or(0, |reach| reach.len())
}

fn one_by_one(scenario: &Scenario) -> usize {
    Space::of(scenario, STATES_MAX).map_or(0, |space| space.len())
}

/// The share of random trainees who come to the best ending.
fn chances(all: &[(&str, &'static Scenario)]) -> Result<()> {
    let head = [
        "scenario",
        "exact share",
        "visit and fold, min",
        "talks drawn in 1 s",
        "drawn share",
        "standard error",
        "off by",
    ];
    let mut table = Table::new("Random trainees who come to the best ending", &head);
    for (name, scenario) in all {
        let shared = Arc::new((*scenario).clone());
        let reference = Reference::of(&shared);
        let mut exact = 0.0;
        let [ours] = interleaved(|_| {
            let (fate, time) = timed(|| Space::of(scenario, STATES_MAX).ok()?.random(&reference));
            exact = fate.and_then(|fate| fate.endings.last().map(decimal)).unwrap_or_default();
            time
        });
        let drawn = draws::estimate(scenario, Duration::from_secs(1));
        let off = (drawn.share - exact).abs() / drawn.error;
        ensure!(off < 4.0, "{name}: {exact} is not {drawn:?}");
        table.row([
            (*name).to_owned(),
            format!("{exact:.8}"),
            time(ours.seconds()),
            whole(f64::from(drawn.talks)),
            format!("{:.6}", drawn.share),
            format!("{:.6}", drawn.error),
            format!("{off:.1} standard errors"),
        ]);
    }
    table.print();
    Ok(())
}

/// One visit, and the fates of a random trainee and of many who always say the same.
fn bots(shipped: &[(&str, &'static Scenario)]) -> Result<()> {
    let mut table = Table::new(
        format!("One visit, then random and {BOTS} deterministic trainees"),
        &["scenario", "min", "median"],
    );
    for (name, scenario) in shipped {
        let reference = Reference::of(&Arc::new((*scenario).clone()));
        let [ours] = interleaved(|_| timed(|| many(scenario, &reference)).1);
        table.row([(*name).to_owned(), time(ours.seconds()), time(ours.median.as_secs_f64())]);
    }
    table.print();
    Ok(())
}

fn many(scenario: &'static Scenario, reference: &Reference) -> Option<Exact> {
    let space = Space::of(scenario, STATES_MAX).ok()?;
    let mut sum = space.random(reference)?.scores[0].mean.clone();
    for bot in 0..BOTS {
        let policy = |scenario: &Scenario, _: &State, beat: BeatIdx| {
            let choices = scenario.beat(beat).choices.len();
            let mut picks = vec![0; choices];
            let mut chance = crate::chance::Chance::new(bot << 16 | u64::from(beat.0));
            picks[chance.below(choices)] = 1;
            picks
        };
        sum += space.fate(reference, &policy)?.scores[0].mean.clone();
    }
    Some(sum)
}

/// An exact number, as near as sixteen digits are.
fn decimal(exact: &Exact) -> f64 {
    let part = |part: String| part.parse::<f64>().expect("digits are a number");
    part(exact.numer().to_string()) / part(exact.denom().to_string())
}
