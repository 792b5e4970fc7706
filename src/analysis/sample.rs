//! Fates by sampling, for scenarios with more situations than can be visited: a stated number of
//! talks from a stated seed.

use std::collections::BTreeMap;
use std::sync::Arc;

use num_bigint::BigInt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::analysis::fate::{Exact, Fate, Moments, exact, zero};
use crate::analysis::policy::Trainee;
use crate::analysis::space::TooLarge;
use crate::assess::{Reference, Share, right_entries, scorecard};
use crate::rubric::Skill;
use crate::scenario::{BeatIdx, ChoiceIdx, Scenario};
use crate::session::{Action, Entries, Seed, Session, State, can_be_said};

/// How fates were sampled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// Why they were.
    pub why: TooLarge,
    /// What the talks were drawn from.
    pub seed: u64,
    /// How many talks were drawn for each kind of trainee.
    pub talks: u32,
    /// The trainees, by name, whose talks are all alike, so that their figures are exact.
    pub certain: Vec<String>,
}

/// The name of the trainee who picks at random.
pub(super) const RANDOM: &str = "random";

const SEED: u64 = 20;

/// So many talks are drawn, or fewer where talks are so long that it would take minutes.
const TALKS: std::ops::RangeInclusive<usize> = 1000..=20_000;
const TURNS: usize = 4_000_000;

/// The fate of a random trainee, then of each of the others, by name.
pub(super) fn sampled(
    scenario: &Arc<Scenario>,
    reference: &Reference,
    trainees: &[Trainee<'_>],
    why: TooLarge,
) -> (Vec<(String, Fate)>, Sample) {
    let turns = reference.talk.turns().len().max(1);
    let talks = u32::try_from((TURNS / turns).clamp(*TALKS.start(), *TALKS.end()));
    let talks = talks.unwrap_or(u32::MAX);
    let (mut fates, mut certain) = (Vec::new(), Vec::new());
    for who in std::iter::once(None).chain(trainees.iter().map(Some)) {
        let name = who.map_or(RANDOM, |who| who.code());
        let (fate, is_certain) = fate(scenario, reference, who, talks);
        fates.push((name.to_owned(), fate));
        certain.extend(is_certain.then(|| name.to_owned()));
    }
    (fates, Sample { why, seed: SEED, talks, certain })
}

/// What talks are drawn by.
struct Draws {
    chance: ChaCha8Rng,
    /// Whether anything else could have been drawn so far.
    open: bool,
}

/// The fate of one, and whether there is no other.
fn fate(
    scenario: &Arc<Scenario>,
    reference: &Reference,
    who: Option<&Trainee<'_>>,
    most: u32,
) -> (Fate, bool) {
    let mut draws =
        Draws { chance: ChaCha8Rng::seed_from_u64(SEED), open: !scenario.chances.is_empty() };
    let mut endings = vec![0_u32; scenario.endings.len()];
    let mut scores: [BTreeMap<Share, u32>; 3] = Default::default();
    let mut talks = 0;
    // Where nothing was left open in the first talk, all others are like it.
    while talks < most && (talks == 0 || draws.open) {
        talks += 1;
        let talk = talk(scenario, who, &mut draws);
        if let Some(ending) = talk.ending_idx() {
            endings[ending.at()] += 1;
        }
        let card = scorecard(&talk, reference);
        for (skill, counts) in Skill::ALL.into_iter().zip(&mut scores) {
            *counts.entry(card.score(skill).exact).or_default() += 1;
        }
    }
    let share = |count: u32| Exact::new(BigInt::from(count), BigInt::from(talks));
    let fate = Fate {
        endings: endings.into_iter().map(share).collect(),
        scores: scores.map(|counts| moments(&counts, talks)),
    };
    (fate, !draws.open)
}

fn talk(scenario: &Arc<Scenario>, who: Option<&Trainee<'_>>, draws: &mut Draws) -> Session {
    let mut talk = Session::start(Arc::clone(scenario), Seed(draws.chance.next_u64()));
    while !talk.is_over() {
        let action = match talk.beat() {
            Some(beat) => {
                let picks = picks(scenario, who, talk.state(), beat);
                Action::Choose(drawn(&picks, draws))
            }
            None => Action::Fill(match who {
                Some(_) => right_entries(scenario, talk.state()),
                None => any_entries(scenario, draws),
            }),
        };
        // A compiled scenario takes what is possible; a refusal would end the talk.
        if talk.handle(action, 0).is_err() {
            break;
        }
    }
    talk
}

/// The weight of each choice; those that can be said weigh the same where the policy picks none of them.
fn picks(scenario: &Scenario, who: Option<&Trainee<'_>>, state: &State, at: BeatIdx) -> Vec<u32> {
    let choices = &scenario.beat(at).choices;
    let can: Vec<u32> =
        choices.iter().map(|choice| u32::from(can_be_said(choice, state))).collect();
    let wanted = who.map_or_else(|| can.clone(), |who| who.picks(scenario, state, at));
    let picks: Vec<u32> = wanted.iter().zip(&can).map(|(pick, can)| pick * can).collect();
    if picks.iter().all(|pick| *pick == 0) { can } else { picks }
}

/// Each entry of the sheet, or not, with equal chance.
fn any_entries(scenario: &Scenario, draws: &mut Draws) -> Entries {
    draws.open = true;
    let count = scenario.sheet.as_ref().map_or(0, |sheet| sheet.entries.len());
    let drawn = Entries(draws.chance.next_u32());
    (0..count).filter(|at| drawn.has(*at)).fold(Entries::default(), Entries::with)
}

/// One of the choices by its weight; any, where all weigh nothing.
fn drawn(picks: &[u32], draws: &mut Draws) -> ChoiceIdx {
    draws.open |= picks.iter().filter(|weight| **weight > 0).count() > 1;
    let total = picks.iter().sum::<u32>().max(1);
    let mut left = draws.chance.next_u32() % total;
    let at = picks.iter().position(|weight| {
        let hit = left < *weight;
        left = left.saturating_sub(*weight);
        hit
    });
    ChoiceIdx(at.and_then(|at| u16::try_from(at).ok()).unwrap_or_default())
}

fn moments(counts: &BTreeMap<Share, u32>, talks: u32) -> Moments {
    let talks = Exact::from_integer(BigInt::from(talks));
    let sum = |of: &dyn Fn(Exact) -> Exact| {
        let terms =
            counts.iter().map(|(score, n)| of(exact(*score)) * Exact::from_integer((*n).into()));
        terms.fold(zero(), |all, one| all + one) / &talks
    };
    let mean = sum(&|score| score);
    let variance = sum(&|score| &score * &score) - &mean * &mean;
    let end = |score: Option<(&Share, &u32)>| score.map_or_else(zero, |(at, _)| exact(*at));
    let (min, max) = (end(counts.first_key_value()), end(counts.last_key_value()));
    Moments { mean, variance, min, max }
}
