//! A trainee who picks by a policy, such as at random: the endings' probabilities, the scores' mean, spread and ends.
//!
//! No talk is drawn. Talks that stand in the same state with the same loss so far are counted together, which is
//! exact because a score is a ratio of sums along the route. What no condition ahead asks for is forgotten.

use std::collections::BTreeMap;
use std::sync::Arc;

use num_bigint::{BigInt, BigUint};
use num_rational::BigRational;

use crate::analysis::ahead::Ahead;
use crate::assess::{Reference, Share, decision_loss, decision_range, mend_factor, share_taken};
use crate::rubric::Skill;
use crate::scenario::{Beat, BeatIdx, ChoiceIdx, EndingIdx, Scenario};
use crate::session::{Action, At, State, mended_beat, open, step};

/// An exact number of any size.
pub type Exact = BigRational;

/// The mean and the variance of a score, both exact; the score is 0..=100 and not rounded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moments {
    /// The mean.
    pub mean: Exact,
    /// The mean square distance from it.
    pub variance: Exact,
    /// The lowest score that can come of it.
    pub min: Exact,
    /// The highest score that can come of it.
    pub max: Exact,
}

/// How likely a trainee is to say each of a beat's choices: one whole weight a choice, in the order written.
/// A choice of weight 0 is never said; where all weights are 0, every choice is as likely as any other.
pub type Policy<'p> = dyn Fn(&Scenario, &State, BeatIdx) -> Vec<u32> + 'p;

/// What becomes of a trainee who picks by a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fate {
    /// Each ending's probability, in the order of the scenario's endings.
    pub endings: Vec<Exact>,
    /// Each skill's score, in the order of [`Skill::ALL`].
    pub scores: [Moments; 3],
}

/// Folds over every talk that a trainee may have who picks every choice with equal chance.
pub fn random_trainee(scenario: &Arc<Scenario>, reference: &Reference) -> Fate {
    fate(scenario, reference, &|scenario, _, beat| vec![1; scenario.beat(beat).choices.len()])
}

/// Folds over every talk that a trainee may have who picks by the policy.
pub fn fate(scenario: &Arc<Scenario>, reference: &Reference, policy: &Policy<'_>) -> Fate {
    let ahead = Ahead::of(scenario);
    let [perspective, ownership, calm] = Skill::ALL.map(|skill| {
        let reference = reference.available[skill as usize];
        Fold { rules: Rules { scenario, ahead: &ahead, skill, reference }, policy }.run()
    });
    Fate {
        scores: [perspective.moments(), ownership.moments(), calm.moments()],
        endings: perspective.endings,
    }
}

/// Talks that will go on alike, as far as one skill's score can tell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Standing {
    pub(super) state: State,
    /// Losses that a second chance ahead may still mend or deepen, by their beat.
    pub(super) open: Vec<(BeatIdx, i32)>,
    /// Losses that are final.
    pub(super) loss: Share,
    /// The opportunity met.
    pub(super) available: i32,
}

struct Fold<'s> {
    rules: Rules<'s>,
    policy: &'s Policy<'s>,
}

/// How one skill's score grows along a talk, whoever picks.
#[derive(Clone, Copy)]
pub(super) struct Rules<'s> {
    pub(super) scenario: &'s Scenario,
    pub(super) ahead: &'s Ahead,
    pub(super) skill: Skill,
    pub(super) reference: i32,
}

/// What the fold adds up: how often each ending and each score comes, as whole shares of a common denominator.
struct Sums {
    endings: Vec<Exact>,
    scores: BTreeMap<Share, Exact>,
}

impl Sums {
    fn moments(&self) -> Moments {
        let zero = || exact(Share::ZERO);
        let mean: Exact = self
            .scores
            .iter()
            .map(|(score, share)| exact(*score) * share)
            .fold(zero(), |a, b| a + b);
        let square = |score: &Share| exact(*score) * exact(*score);
        let squares = self
            .scores
            .iter()
            .map(|(score, share)| square(score) * share)
            .fold(zero(), |a, b| a + b);
        let variance = squares - &mean * &mean;
        let end = |score: Option<(&Share, &Exact)>| score.map_or_else(zero, |(at, _)| exact(*at));
        let (min, max) = (end(self.scores.first_key_value()), end(self.scores.last_key_value()));
        Moments { mean, variance, min, max }
    }
}

impl Fold<'_> {
    /// Goes through the talks turn by turn. Within a turn all shares have one denominator, so that they are added as
    /// whole numbers; fractions are made only where talks end.
    fn run(&self) -> Sums {
        let mut sums = Sums {
            endings: vec![exact(Share::ZERO); self.rules.scenario.endings.len()],
            scores: BTreeMap::new(),
        };
        let (state, _) = open(self.rules.scenario);
        let start = Standing { state, open: Vec::new(), loss: Share::ZERO, available: 0 };
        let mut talks = vec![(start, BigUint::ONE)];
        let mut denominator = BigUint::ONE;
        // A compiled scenario has no loop, so every talk ends.
        while !talks.is_empty() {
            let mut next = Vec::with_capacity(talks.len() * 4);
            let mut ended: BTreeMap<(EndingIdx, Share), BigUint> = BTreeMap::new();
            let picks: Vec<Vec<u32>> =
                talks.iter().map(|(standing, _)| self.picks(&standing.state)).collect();
            let parts = common_multiple(picks.iter().map(|picks| total(picks)));
            for ((standing, weight), picks) in talks.into_iter().zip(picks) {
                match standing.state.at {
                    At::Ended(ending) => {
                        *ended.entry((ending, self.rules.score(&standing, ending))).or_default() +=
                            weight;
                    }
                    At::Beat(beat) => {
                        let share = weight * (parts / total(&picks));
                        self.go_on(&mut next, &standing, beat, &share, &picks);
                    }
                }
            }
            for ((ending, score), weight) in ended {
                let share = Exact::new(BigInt::from(weight), BigInt::from(denominator.clone()));
                sums.endings[ending.at()] += &share;
                *sums.scores.entry(score).or_insert_with(|| exact(Share::ZERO)) += share;
            }
            denominator *= parts;
            talks = merged(next);
        }
        sums
    }

    /// How likely each choice is here, by the policy; nothing where there is none to pick.
    fn picks(&self, state: &State) -> Vec<u32> {
        let At::Beat(beat) = state.at else {
            return Vec::new();
        };
        let mut picks = (self.policy)(self.rules.scenario, state, beat);
        picks.resize(self.rules.scenario.beat(beat).choices.len(), 0);
        if picks.iter().all(|weight| *weight == 0) {
            picks.fill(1);
        }
        picks
    }

    /// Follows every choice that may be picked; `share` is one weight's part of the talks that stand here.
    fn go_on(
        &self,
        next: &mut Vec<(Standing, BigUint)>,
        standing: &Standing,
        at: BeatIdx,
        share: &BigUint,
        picks: &[u32],
    ) {
        let beat = self.rules.scenario.beat(at);
        for (choice, weight) in (0..).map(ChoiceIdx).zip(picks).filter(|(_, weight)| **weight > 0) {
            // A compiled scenario takes each of its choices.
            let Ok((state, _)) = step(self.rules.scenario, &standing.state, Action::Choose(choice))
            else {
                continue;
            };
            next.push((self.rules.after(standing, at, beat, choice, state), share * *weight));
        }
    }
}

impl Rules<'_> {
    /// Where a talk stands after a choice that led to this state.
    pub(super) fn after(
        &self,
        before: &Standing,
        at: BeatIdx,
        beat: &Beat,
        choice: ChoiceIdx,
        state: State,
    ) -> Standing {
        let mut after = Standing { state, ..before.clone() };
        match mended_beat(self.scenario, at, &before.state) {
            Some(main) => after.mend(main, mend_factor(beat, choice)),
            None if beat.is_second_chance() => {}
            None => {
                after.available += decision_range(beat, self.skill);
                after.open.push((at, decision_loss(beat, choice, self.skill)));
            }
        }
        self.ahead.forget(&mut after.state);
        let now = &after.state;
        let (open, closed) =
            after.open.iter().partition(|(main, _)| self.ahead.may_mend(now, *main));
        let closed: Vec<(BeatIdx, i32)> = closed;
        after.loss += closed.iter().map(|(_, loss)| Share::from(i64::from(*loss))).sum::<Share>();
        after.open = open;
        after
    }

    /// The score of a talk that ended so.
    pub(super) fn score(&self, standing: &Standing, ending: EndingIdx) -> Share {
        let early = self.scenario.ending(ending).early;
        share_taken(standing.loss, standing.available, self.reference, early)
    }
}

/// Talks that stand alike, counted together.
fn merged(mut talks: Vec<(Standing, BigUint)>) -> Vec<(Standing, BigUint)> {
    talks.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    talks.dedup_by(|(later, weight), (kept, sum)| {
        let alike = later == kept;
        if alike {
            *sum += std::mem::take(weight);
        }
        alike
    });
    talks
}

/// The sum of a policy's weights; 1 where there are none.
pub(super) fn total(picks: &[u32]) -> u64 {
    picks.iter().map(|weight| u64::from(*weight)).sum::<u64>().max(1)
}

/// The least whole number that all of these divide.
pub(super) fn common_multiple(numbers: impl Iterator<Item = u64>) -> u64 {
    let greatest_divisor = |mut a: u64, mut b: u64| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    numbers.fold(1, |all, one| all / greatest_divisor(all, one) * one)
}

impl Standing {
    /// A second chance was answered: the loss it mends is final. It mends the latest one, as play does.
    fn mend(&mut self, main: BeatIdx, factor: Share) {
        if let Some(at) = self.open.iter().rposition(|(beat, _)| *beat == main) {
            let (_, loss) = self.open.remove(at);
            self.loss += Share::from(i64::from(loss)) * factor;
        }
    }
}

fn exact(share: Share) -> Exact {
    Exact::new(BigInt::from(*share.numer()), BigInt::from(*share.denom()))
}
