//! What each choice does to where a talk can end, and which choices another one is better than in every way.

use std::collections::BTreeMap;

use crate::analysis::fate::{Exact, zero};
use crate::analysis::onward::By;
use crate::analysis::space::{Space, index};
use crate::scenario::{BeatIdx, ChoiceIdx};

/// What a choice does to where the talk can end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceReport {
    /// Where.
    pub beat: BeatIdx,
    /// What is said.
    pub choice: ChoiceIdx,
    /// In how many situations it can be said while the best ending is still within reach.
    pub within_reach: usize,
    /// In how many of these it still is afterwards.
    pub still_within_reach: usize,
    /// How far it moves the ending that a random trainee can expect, in places on the scenario's list: the mean over
    /// all that random trainees who come here go through.
    pub shift: Exact,
}

impl ChoiceReport {
    /// Whether the best ending is out of reach after this, and only after this.
    pub fn is_point_of_no_return(&self) -> bool {
        self.within_reach > 0 && self.still_within_reach == 0
    }
}

/// A choice that another one is better than in every way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dominated {
    /// Where.
    pub beat: BeatIdx,
    /// The worse one.
    pub choice: ChoiceIdx,
    /// The better one.
    pub by: ChoiceIdx,
}

impl Space<'_> {
    /// The report of every choice that can be said somewhere, by beat and in the order written.
    pub fn choices(&self) -> Vec<ChoiceReport> {
        choices(self)
    }
}

fn choices(space: &Space<'_>) -> Vec<ChoiceReport> {
    let best = space.scenario.endings.len().saturating_sub(1);
    let reach = best_within_reach(space, best);
    let expected = expected_place(space);
    let likely = how_likely(space);
    let mut found: BTreeMap<(BeatIdx, ChoiceIdx), (ChoiceReport, Exact)> = BTreeMap::new();
    for (at, ways) in (0..).zip(space.ways.iter()) {
        let Some(beat) = space.beat(at) else { continue };
        for way in ways {
            let By::Choice(choice) = way.by else { continue };
            let empty = ChoiceReport {
                beat,
                choice,
                within_reach: 0,
                still_within_reach: 0,
                shift: zero(),
            };
            let (report, weight) = found.entry((beat, choice)).or_insert((empty, zero()));
            if reach[index(at)] {
                report.within_reach += 1;
                report.still_within_reach += usize::from(reach[index(way.to)]);
            }
            let moved = &expected[index(way.to)] - &expected[index(at)];
            report.shift += moved * &likely[index(at)];
            *weight += &likely[index(at)];
        }
    }
    let mean = |(mut report, weight): (ChoiceReport, Exact)| {
        if weight != zero() {
            report.shift /= weight;
        }
        report
    };
    found.into_values().map(mean).collect()
}

/// For each situation, whether the best ending can still be come to.
fn best_within_reach(space: &Space<'_>, best: usize) -> Vec<bool> {
    let mut reach = vec![false; space.len()];
    for at in &space.last_first {
        let ends_best = space.ending(*at).is_some_and(|ending| ending.at() == best);
        let leads_there = space.ways[index(*at)].iter().any(|way| reach[index(way.to)]);
        reach[index(*at)] = ends_best || leads_there;
    }
    reach
}

/// For each situation, the mean place of the ending that a random trainee comes to from there, the worst being 0.
fn expected_place(space: &Space<'_>) -> Vec<Exact> {
    let mut expected = vec![zero(); space.len()];
    for at in &space.last_first {
        expected[index(*at)] = match space.ending(*at) {
            Some(ending) => whole(ending.at()),
            None => {
                let shares = shares(space, *at);
                let ways = space.ways[index(*at)].iter().zip(&shares);
                ways.map(|(way, share)| &expected[index(way.to)] * share)
                    .fold(zero(), |all, one| all + one)
            }
        };
    }
    expected
}

/// For each situation, how likely a random trainee is to come to it.
fn how_likely(space: &Space<'_>) -> Vec<Exact> {
    let mut likely = vec![zero(); space.len()];
    if let Some(first) = likely.first_mut() {
        *first = whole(1);
    }
    for at in space.last_first.iter().rev() {
        let here = likely[index(*at)].clone();
        for (way, share) in space.ways[index(*at)].iter().zip(shares(space, *at)) {
            likely[index(way.to)] += &here * share;
        }
    }
    likely
}

/// What part of random trainees takes each way on.
fn shares(space: &Space<'_>, at: u32) -> Vec<Exact> {
    let weights: Vec<usize> = space.ways[index(at)]
        .iter()
        .map(|way| match way.by {
            By::Outcome(_, weight) => usize::try_from(weight).unwrap_or(1),
            By::Choice(_) | By::Fill(..) => 1,
        })
        .collect();
    let total = whole(weights.iter().sum::<usize>().max(1));
    weights.into_iter().map(|weight| whole(weight) / &total).collect()
}

fn whole(number: usize) -> Exact {
    Exact::from_integer(number.into())
}

/// The choices of rated beats that another choice of the same beat is at least as good as on every indicator, better on
/// one, and never leads to a worse ending than in any situation; each with such a choice that is not the key, if there
/// is one: that the key is better says nothing new.
pub(super) fn dominated(space: &Space<'_>) -> Vec<Dominated> {
    let expected = expected_place(space);
    let scenario = space.scenario;
    let mut worse: BTreeMap<(BeatIdx, ChoiceIdx, ChoiceIdx), bool> = BTreeMap::new();
    for (at, ways) in (0..).zip(space.ways.iter()) {
        let Some(beat) = space.beat(at) else { continue };
        for a in ways {
            for b in ways {
                if let (By::Choice(worse_one), By::Choice(better)) = (a.by, b.by) {
                    let holds = expected[index(b.to)] >= expected[index(a.to)];
                    let all = worse.entry((beat, worse_one, better)).or_insert(true);
                    *all &= holds;
                }
            }
        }
    }
    let better_rated = |beat: BeatIdx, choice: ChoiceIdx, by: ChoiceIdx| {
        let ratings = |at: ChoiceIdx| &scenario.choice(beat, at).ratings;
        let pairs = || ratings(choice).iter().zip(ratings(by));
        pairs().all(|(mine, theirs)| theirs >= mine) && pairs().any(|(mine, theirs)| theirs > mine)
    };
    let mut found: Vec<Dominated> = Vec::new();
    for ((beat, choice, by), holds) in worse {
        if !holds || !better_rated(beat, choice, by) {
            continue;
        }
        let by_key = |by: ChoiceIdx| scenario.beat(beat).key == by;
        match found.iter_mut().find(|other| other.beat == beat && other.choice == choice) {
            None => found.push(Dominated { beat, choice, by }),
            Some(known) if by_key(known.by) => known.by = by,
            Some(_) => {}
        }
    }
    found
}
