//! What becomes of a trainee who picks by a policy, such as at random: endings and scores, exactly.
//!
//! No talk is drawn. Talks that stand in the same situation with the same loss so far are counted together, which is
//! exact because a score is a ratio of sums along the route.

use std::collections::BTreeMap;
use std::sync::Arc;

use num_bigint::{BigInt, BigUint};
use num_rational::BigRational;

use crate::analysis::onward::By;
use crate::analysis::parts::{Part, Parts};
use crate::analysis::space::{STATES_MAX, Space, Way, index};
use crate::analysis::strand::{Arrivals, Opens, Strand, Turn};
use crate::assess::{Reference, Share, share_taken};
use crate::rubric::Skill;
use crate::scenario::{BeatIdx, EndingIdx, Scenario};
use crate::session::{At, State};

/// An exact number of any size.
pub type Exact = BigRational;

/// How likely a trainee is to say each of a beat's choices: one whole weight a choice, in the order written.
/// A choice of weight 0 is never said; where all weights are 0, every choice is as likely as any other. Choices that
/// cannot be said in the situation are left out. The hand-over sheet is always filled rightly.
pub type Policy<'p> = dyn Fn(&Scenario, &State, BeatIdx) -> Vec<u32> + 'p;

/// What a score comes to; every value is exact, 0..=100 and not rounded.
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

/// What becomes of a trainee who picks by a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fate {
    /// Each ending's probability, in the order of the scenario's endings.
    pub endings: Vec<Exact>,
    /// Each skill's score, in the order of [`Skill::ALL`].
    pub scores: [Moments; 3],
}

/// A route: what is done from the beginning to the end, each with the beat where it is done, if it is done at one.
pub type Route = Vec<(Option<BeatIdx>, By)>;

/// Routes that come to the lowest and to the highest score of a skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extremes {
    /// One that comes to the lowest.
    pub lowest: Route,
    /// One that comes to the highest.
    pub highest: Route,
}

/// Folds over every talk that a trainee may have who picks every choice with equal chance, and fills the sheet so too.
///
/// # Panics
/// Where there are more than [`STATES_MAX`] situations, or too many talks to tell apart; ask [`Space::of`] and
/// [`Space::random`] where that may be.
pub fn random_trainee(scenario: &Arc<Scenario>, reference: &Reference) -> Fate {
    whole(scenario).random(reference).expect("the callers' scenarios have few talks to tell apart")
}

/// Folds over every talk that a trainee may have who picks by the policy.
///
/// # Panics
/// As [`random_trainee`].
pub fn fate(scenario: &Arc<Scenario>, reference: &Reference, policy: &Policy<'_>) -> Fate {
    let fate = whole(scenario).fate(reference, policy);
    fate.expect("the callers' scenarios have few talks to tell apart")
}

fn whole(scenario: &Arc<Scenario>) -> Space<'_> {
    Space::of(scenario, STATES_MAX).expect("the callers' scenarios are small enough to visit")
}

impl Space<'_> {
    /// Every choice with equal chance, and every way to fill the sheet; what is left to chance by its weights. Nothing
    /// where more than [`Space::talks_max`] talks would have to be told apart.
    pub fn random(&self, reference: &Reference) -> Option<Fate> {
        let weight = |way: &Way| match way.by {
            By::Outcome(_, weight) => weight,
            By::Choice(_) | By::Fill(..) => 1,
        };
        self.fold(reference, &|at| self.ways[index(at)].iter().map(weight).collect())
    }

    /// By a policy; nothing where more than [`Space::talks_max`] talks would have to be told apart.
    pub fn fate(&self, reference: &Reference, policy: &Policy<'_>) -> Option<Fate> {
        self.fold(reference, &|at| self.picks(at, policy))
    }

    /// How likely each way on from a situation is, by a policy.
    pub(super) fn picks(&self, at: u32, policy: &Policy<'_>) -> Vec<u32> {
        let state = &self.states[index(at)];
        let by_choice = match state.at {
            At::Beat(beat) => policy(self.scenario, state, beat),
            _ => Vec::new(),
        };
        let weight = |way: &Way| match way.by {
            By::Choice(choice) => by_choice.get(choice.at()).copied().unwrap_or_default(),
            By::Outcome(_, weight) => weight,
            By::Fill(_, right) => u32::from(right),
        };
        self.ways[index(at)].iter().map(weight).collect()
    }

    fn fold(&self, reference: &Reference, picks: &dyn Fn(u32) -> Vec<u32>) -> Option<Fate> {
        let weights = self.weights(picks);
        let sums = |skill| {
            let fold = Fold::of(self, &weights, skill, reference);
            // Whole numbers of 128 bits are fast; a very long talk with many choices may need larger ones.
            match fold.run::<u128>() {
                Err(Stopped::Small) => fold.run::<BigUint>().ok(),
                known => known.ok(),
            }
        };
        let [perspective, ownership, calm] = Skill::ALL.map(sums);
        let (perspective, ownership, calm) = (perspective?, ownership?, calm?);
        Some(Fate {
            scores: [perspective.moments(), ownership.moments(), calm.moments()],
            endings: perspective.endings(),
        })
    }

    /// The weights of all ways, where there is something to pick and only where the policy comes.
    pub(super) fn weights(&self, picks: &dyn Fn(u32) -> Vec<u32>) -> Vec<Vec<u32>> {
        let mut weights = vec![Vec::new(); self.states.len()];
        // From the first situation on: what comes earlier in this order is never led to from what comes later.
        let mut met = vec![false; self.states.len()];
        met[0] = true;
        for at in
            self.last_first.iter().rev().copied().filter(|at| !self.ways[index(*at)].is_empty())
        {
            if !met[index(at)] {
                continue;
            }
            let mut here = picks(at);
            here.resize(self.ways[index(at)].len(), 0);
            if here.iter().all(|weight| *weight == 0) {
                here.fill(1);
            }
            for (way, _) in
                self.ways[index(at)].iter().zip(&here).filter(|(_, weight)| **weight > 0)
            {
                met[index(way.to)] = true;
            }
            weights[index(at)] = here;
        }
        weights
    }

    /// Routes to the lowest and the highest score of a skill that any trainee can come to.
    pub fn extremes(&self, reference: &Reference, skill: Skill) -> Option<Extremes> {
        let weights = self.weights(&|at| vec![1; self.ways[index(at)].len()]);
        Fold::of(self, &weights, skill, reference).extremes()
    }
}

/// Talks that will go on alike, as far as one skill's score can tell. Losses are in [`Parts::unit`]s.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Standing {
    pub(super) at: u32,
    /// The opportunity met, in half steps.
    pub(super) available: i32,
    /// Losses that are final.
    pub(super) loss: i64,
    /// Losses that a second chance ahead may still mend or deepen, by their beat.
    pub(super) open: Vec<(BeatIdx, i64)>,
}

pub(super) struct Fold<'s> {
    pub(super) space: &'s Space<'s>,
    weights: &'s [Vec<u32>],
    parts: &'s Parts,
    reference: i32,
}

impl<'s> Fold<'s> {
    pub(super) fn of(
        space: &'s Space<'_>,
        weights: &'s [Vec<u32>],
        skill: Skill,
        reference: &Reference,
    ) -> Self {
        let reference = reference.available[skill as usize];
        Self { space, weights, parts: space.parts(skill), reference }
    }

    /// A loss multiplied by a factor in [`Parts::factor_unit`]s.
    fn mended(&self, loss: i64, factor: i64) -> i64 {
        let product = i128::from(loss) * i128::from(factor) / i128::from(self.parts.factor_unit);
        i64::try_from(product).unwrap_or(i64::MAX)
    }

    /// Where a talk stands after it went on by its `n`-th way.
    pub(super) fn after(&self, before: &Standing, n: usize) -> Standing {
        let to = self.space.ways[index(before.at)][n].to;
        let mut after = Standing { at: to, ..before.clone() };
        match self.parts.ways[self.space.ways.start(before.at) + n] {
            Part::Decision(beat, range, loss) => {
                after.available += range;
                after.open.push((beat, loss));
            }
            Part::Mend(main, factor) => {
                // The latest one, as play does.
                if let Some(open) = after.open.iter_mut().rev().find(|(beat, _)| *beat == main) {
                    open.1 = self.mended(open.1, factor);
                }
            }
            Part::Nothing => {}
        }
        let state = &self.space.states[index(to)];
        let ahead = &self.space.onward.ahead;
        for (main, loss) in std::mem::take(&mut after.open) {
            // A loss of nothing stays where it is the latest of its beat: what mends it does not mend an earlier one.
            let latest = after.open.iter().any(|(other, _)| *other == main);
            if (loss != 0 || latest) && ahead.may_mend(state, main) {
                after.open.push((main, loss));
            } else {
                after.loss += loss;
            }
        }
        after
    }

    /// The score of a talk that ended so.
    pub(super) fn score(&self, standing: &Standing, ending: EndingIdx) -> Share {
        let early = self.space.scenario.ending(ending).early;
        let loss = Share::new(standing.loss, self.parts.unit);
        share_taken(loss, standing.available, self.reference, early)
    }

    pub(super) fn start() -> Standing {
        Standing { at: 0, available: 0, loss: 0, open: Vec::new() }
    }

    /// Goes through the talks turn by turn. Within a turn all shares have one denominator, so that they are added as
    /// whole numbers; fractions are made only at the end.
    fn run<W: Weight>(&self) -> Result<Sums, Stopped> {
        let mut opens = Opens::of(self);
        let mut turn = Turn { stands: vec![(0, 1)], talks: vec![(Strand::default(), W::one())] };
        let mut next = Arrivals { runs: Vec::new(), talks: Vec::new() };
        let mut whole = BigUint::from(1_u8);
        // The talks that ended, and what the whole was when they did.
        let mut ended: Vec<(BigUint, BTreeMap<(EndingIdx, Share), W>)> = Vec::new();
        let mut carried = 0;
        // A compiled scenario has no loop, so every talk ends.
        while !turn.talks.is_empty() {
            let totals = turn.stands.iter().map(|(at, _)| total(&self.weights[index(*at)]));
            let parts = totals.fold(1, lcm_u64);
            whole *= parts;
            W::fits(&whole).ok_or(Stopped::Small)?;
            let mut ends: BTreeMap<(EndingIdx, Share), W> = BTreeMap::new();
            for (at, here) in turn.stands() {
                if let Some(ending) = self.space.ending(at) {
                    for (strand, weight) in here {
                        let score = opens.score(at, *strand).ok_or(Stopped::Many)?;
                        let sum = ends.entry((ending, score)).or_insert_with(W::zero);
                        sum.add(&weight.times(parts));
                    }
                    continue;
                }
                let picks = &self.weights[index(at)];
                let cut = parts / total(picks);
                for (n, pick) in picks.iter().enumerate().filter(|(_, pick)| **pick > 0) {
                    let (to, times) = (self.space.ways[index(at)][n].to, cut * u64::from(*pick));
                    // Talks with the same losses open change alike.
                    for alike in here.chunk_by(|(a, _), (b, _)| a.open == b.open) {
                        let change = opens.change(at, n, alike[0].0.open).ok_or(Stopped::Many)?;
                        next.come(to, alike, change, times);
                    }
                }
                if carried + next.talks.len() > self.space.talks_max {
                    return Err(Stopped::Many);
                }
            }
            carried += next.talks.len();
            ended.push((whole.clone(), ends));
            next.merge_into(&mut turn);
        }
        Ok(self.sums(&whole, ended))
    }

    /// Everything that ended, in parts of the whole.
    fn sums<W: Weight>(
        &self,
        whole: &BigUint,
        ended: Vec<(BigUint, BTreeMap<(EndingIdx, Share), W>)>,
    ) -> Sums {
        let mut endings = vec![BigUint::default(); self.space.scenario.endings.len()];
        let mut scores: BTreeMap<Share, BigUint> = BTreeMap::new();
        for (then, ends) in ended {
            let cut = whole / then;
            for ((ending, score), weight) in ends {
                let parts = weight.whole() * &cut;
                endings[ending.at()] += &parts;
                *scores.entry(score).or_default() += parts;
            }
        }
        Sums { whole: whole.clone().into(), endings, scores }
    }

    /// The same walk without weights, but with where each talk came from.
    fn extremes(&self) -> Option<Extremes> {
        let mut layers: Vec<Vec<Met>> = vec![vec![(Self::start(), None)]];
        let mut ends: Vec<(Share, usize, usize)> = Vec::new();
        while let Some(layer) = layers.last().filter(|layer| !layer.is_empty()) {
            let mut next: Vec<Met> = Vec::with_capacity(layer.len() * 3);
            for (place, (standing, _)) in layer.iter().enumerate() {
                if let Some(ending) = self.space.ending(standing.at) {
                    ends.push((self.score(standing, ending), layers.len() - 1, place));
                }
                for n in 0..self.space.ways[index(standing.at)].len() {
                    next.push((self.after(standing, n), Some((place, n))));
                }
            }
            next.sort_unstable();
            next.dedup_by(|later, kept| later.0 == kept.0);
            layers.push(next);
        }
        let route = |(_, layer, place): &(Share, usize, usize)| self.route(&layers, *layer, *place);
        // Among equals the shortest.
        let lowest = ends.iter().min_by_key(|(score, layer, _)| (*score, *layer))?;
        let highest =
            ends.iter().min_by_key(|(score, layer, _)| (std::cmp::Reverse(*score), *layer))?;
        Some(Extremes { lowest: route(lowest), highest: route(highest) })
    }

    fn route(&self, layers: &[Vec<Met>], layer: usize, place: usize) -> Route {
        let mut route = Vec::new();
        let (mut layer, mut place) = (layer, place);
        while let Some((before, n)) = layers[layer][place].1 {
            layer -= 1;
            place = before;
            let at = layers[layer][place].0.at;
            route.push((self.space.beat(at), self.space.ways[index(at)][n].by));
        }
        route.reverse();
        route
    }
}

/// A standing, and the place in the layer before and the way by which it was first come to.
type Met = (Standing, Option<(usize, usize)>);

/// Why a fold did not come to its end.
enum Stopped {
    /// The numbers it counts with are too small.
    Small,
    /// More talks would have to be told apart than the space's budget has.
    Many,
}

/// What the fold adds up: how often each ending and each score comes, in parts of a whole.
#[derive(Default)]
struct Sums {
    whole: BigInt,
    endings: Vec<BigUint>,
    scores: BTreeMap<Share, BigUint>,
}

impl Sums {
    fn endings(&self) -> Vec<Exact> {
        let share = |parts: &BigUint| Exact::new(parts.clone().into(), self.whole.clone());
        self.endings.iter().map(share).collect()
    }

    fn moments(&self) -> Moments {
        let mean = self.mean(1);
        let variance = self.mean(2) - &mean * &mean;
        let end = |score: Option<(&Share, &BigUint)>| score.map_or_else(zero, |(at, _)| exact(*at));
        let (min, max) = (end(self.scores.first_key_value()), end(self.scores.last_key_value()));
        Moments { mean, variance, min, max }
    }

    /// The mean of a power of the scores.
    fn mean(&self, power: u32) -> Exact {
        // Scores of one denominator are added as whole numbers: making a fraction takes longer than all else here.
        let mut sums: BTreeMap<i64, BigInt> = BTreeMap::new();
        for (score, parts) in &self.scores {
            let value = BigInt::from(*score.numer()).pow(power);
            *sums.entry(*score.denom()).or_default() += value * BigInt::from(parts.clone());
        }
        let part = |(denominator, sum): (i64, BigInt)| {
            Exact::new(sum, &self.whole * BigInt::from(denominator).pow(power))
        };
        sums.into_iter().map(part).sum()
    }
}

/// A whole number that talks are counted with.
pub(super) trait Weight: Clone {
    fn zero() -> Self;
    fn one() -> Self;
    fn times(&self, by: u64) -> Self;
    fn add(&mut self, other: &Self);
    fn whole(self) -> BigUint;
    /// Whether every count up to this one can be held; `None` if not.
    fn fits(most: &BigUint) -> Option<()>;
}

impl Weight for u128 {
    fn zero() -> Self {
        0
    }
    fn one() -> Self {
        1
    }
    fn times(&self, by: u64) -> Self {
        self * Self::from(by)
    }
    fn add(&mut self, other: &Self) {
        *self += other;
    }
    fn whole(self) -> BigUint {
        BigUint::from(self)
    }
    fn fits(most: &BigUint) -> Option<()> {
        (most.bits() < 128).then_some(())
    }
}

impl Weight for BigUint {
    fn zero() -> Self {
        Self::from(0_u8)
    }
    fn one() -> Self {
        Self::from(1_u8)
    }
    fn times(&self, by: u64) -> Self {
        self * by
    }
    fn add(&mut self, other: &Self) {
        *self += other;
    }
    fn whole(self) -> BigUint {
        self
    }
    fn fits(_: &BigUint) -> Option<()> {
        Some(())
    }
}

/// The sum of the weights; 1 where there are none.
pub(super) fn total(picks: &[u32]) -> u64 {
    picks.iter().map(|weight| u64::from(*weight)).sum::<u64>().max(1)
}

/// The least whole number that both divide.
pub(super) fn lcm_u64(a: u64, b: u64) -> u64 {
    let (mut x, mut y) = (a, b);
    while y != 0 {
        (x, y) = (y, x % y);
    }
    a / x * b
}

pub(super) fn lcm(a: i64, b: i64) -> i64 {
    i64::try_from(lcm_u64(a.unsigned_abs(), b.unsigned_abs())).unwrap_or(i64::MAX)
}

pub(super) fn zero() -> Exact {
    exact(Share::ZERO)
}

pub(super) fn exact(share: Share) -> Exact {
    Exact::new(BigInt::from(*share.numer()), BigInt::from(*share.denom()))
}
