//! One skill's talks through all stops: which stand alike, where each choice takes them, and what they score.

use std::collections::BTreeMap;
use std::ops::{AddAssign, Mul};

use num_bigint::{BigInt, BigUint};

use crate::analysis::fate::{Exact, Rules, Standing, common_multiple, total};
use crate::analysis::routes::Stop;
use crate::assess::{Share, mend_factor};
use crate::scenario::{BeatIdx, ChoiceIdx};
use crate::session::At;

/// The talks of one skill, turn by turn.
#[derive(Debug)]
pub(super) struct Web {
    turns: Vec<Strands>,
    /// Every score that a talk can have, the lowest first.
    scores: Vec<Share>,
}

/// The talks of one turn that stand differently, stop by stop.
#[derive(Debug, Default)]
struct Strands {
    /// How many there are at each stop.
    counts: Vec<usize>,
    /// Stop by stop, way by way, strand by strand: its place at the next turn.
    to: Vec<u32>,
    /// For the strands of stops where talks are over, in their order: the place of the score.
    scores: Vec<u32>,
}

/// Where talks stand, besides their state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Strand {
    /// The losses that may still be mended, by their place in the weaver's list.
    open: u32,
    available: i32,
    /// Final losses, in the weaver's unit.
    loss: i64,
}

/// A part of all talks: a whole number, of any size where it must be.
pub(super) trait Part:
    Clone + Default + From<u8> + Mul<u128, Output = Self> + AddAssign
{
    /// As a number that can be counted on with.
    fn counted(self) -> BigInt;
}

impl Part for u128 {
    fn counted(self) -> BigInt {
        self.into()
    }
}

impl Part for BigUint {
    fn counted(self) -> BigInt {
        self.into()
    }
}

impl Web {
    /// Weaves the talks of a skill; nothing if that takes more than `most` steps.
    pub(super) fn of(rules: &Rules<'_>, turns: &[Vec<Stop>], most: usize) -> Option<Self> {
        let mut weaver = Weaver::new(rules)?;
        let open = weaver.place(&[])?;
        let mut now = vec![vec![Strand { open, available: 0, loss: 0 }]];
        let mut web = Self { turns: Vec::new(), scores: Vec::new() };
        let mut ends = Vec::new();
        let mut steps = 0;
        for (at, stops) in turns.iter().enumerate() {
            let next = turns.get(at + 1).map_or(&[][..], Vec::as_slice);
            let already = ends.len();
            let (mut strands, after) = weaver.turn(stops, next, &now, &mut ends)?;
            strands.scores = vec![0; ends.len() - already];
            steps += strands.to.len();
            if steps > most {
                return None;
            }
            web.turns.push(strands);
            now = after;
        }
        web.scores = ends.clone();
        web.scores.sort_unstable();
        web.scores.dedup();
        let mut ends = ends.iter().filter_map(|score| web.scores.binary_search(score).ok());
        for place in web.turns.iter_mut().flat_map(|turn| &mut turn.scores) {
            *place = u32::try_from(ends.next()?).ok()?;
        }
        Some(web)
    }

    /// The mean score where talks part at each stop as the picks say, in `parts` of a turn and in a `whole` at the end.
    pub(super) fn mean<P: Part>(
        &self,
        stops: &[Vec<Stop>],
        picks: &[Vec<Vec<u32>>],
        parts: u64,
        whole: &BigUint,
    ) -> Exact {
        let shares = self.follow::<P>(stops, picks, parts);
        // Scores of one denominator are added as whole numbers: making a fraction takes longer than all else here.
        let mut sums: BTreeMap<i64, BigInt> = BTreeMap::new();
        for (score, share) in self.scores.iter().zip(shares) {
            *sums.entry(*score.denom()).or_default() += share.counted() * *score.numer();
        }
        let whole = BigInt::from(whole.clone());
        sums.into_iter().map(|(denominator, sum)| Exact::new(sum, &whole * denominator)).sum()
    }

    /// Carries the shares along, and says how much of all talks comes to each score.
    fn follow<P: Part>(&self, stops: &[Vec<Stop>], picks: &[Vec<Vec<u32>>], parts: u64) -> Vec<P> {
        let mut scored = vec![P::default(); self.scores.len()];
        let mut now = vec![P::from(1)];
        for ((strands, stops), picks) in self.turns.iter().zip(stops).zip(picks) {
            // What has ended keeps its part of a whole that is about to be cut finer.
            for share in &mut scored {
                *share = std::mem::take(share) * u128::from(parts);
            }
            let next = strands.to.iter().max().map_or(0, |last| *last as usize + 1);
            let mut after = vec![P::default(); next];
            let (mut first, mut to, mut ends) = (0, strands.to.as_slice(), strands.scores.iter());
            for ((stop, picks), count) in stops.iter().zip(picks).zip(&strands.counts) {
                let here = &now[first..first + count];
                first += count;
                if stop.ways.is_empty() {
                    for (share, score) in here.iter().zip(ends.by_ref()) {
                        scored[*score as usize] += share.clone() * u128::from(parts);
                    }
                }
                let cut = u128::from(parts / total(picks));
                for pick in picks {
                    let (places, rest) = to.split_at(*count);
                    to = rest;
                    if *pick > 0 {
                        carry(&mut after, here, places, cut * u128::from(*pick));
                    }
                }
            }
            now = after;
        }
        scored
    }
}

fn carry<P: Part>(after: &mut [P], here: &[P], places: &[u32], times: u128) {
    for (share, place) in here.iter().zip(places) {
        after[*place as usize] += share.clone() * times;
    }
}

/// What weaving a web needs.
struct Weaver<'r> {
    rules: &'r Rules<'r>,
    /// Every loss is a whole number of these parts of a half step.
    unit: i64,
    /// The losses that may still be mended, and their places in the list.
    opens: Vec<Vec<(BeatIdx, i32)>>,
    places: BTreeMap<Vec<(BeatIdx, i32)>, u32>,
}

impl<'r> Weaver<'r> {
    /// Nothing if no unit is fine enough, which takes dozens of second chances, all of them unlike.
    fn new(rules: &'r Rules<'r>) -> Option<Self> {
        const FINEST: u64 = 1_000_000_000;
        let mut unit = 1;
        for beat in rules.scenario.beats.iter().filter(|beat| beat.is_second_chance()) {
            for choice in (0..).take(beat.choices.len()).map(ChoiceIdx) {
                let part = u64::try_from(*mend_factor(beat, choice).denom()).ok()?;
                unit = common_multiple([unit, part].into_iter());
                if unit > FINEST {
                    return None;
                }
            }
        }
        let unit = i64::try_from(unit).ok()?;
        Some(Self { rules, unit, opens: Vec::new(), places: BTreeMap::new() })
    }

    fn place(&mut self, open: &[(BeatIdx, i32)]) -> Option<u32> {
        if let Some(place) = self.places.get(open) {
            return Some(*place);
        }
        let place = u32::try_from(self.opens.len()).ok()?;
        self.opens.push(open.to_vec());
        self.places.insert(open.to_vec(), place);
        Some(place)
    }

    /// Takes the strands of a turn to the next one, and notes the scores of those that end.
    fn turn(
        &mut self,
        stops: &[Stop],
        next: &[Stop],
        now: &[Vec<Strand>],
        ends: &mut Vec<Share>,
    ) -> Option<(Strands, Vec<Vec<Strand>>)> {
        let mut strands =
            Strands { counts: now.iter().map(Vec::len).collect(), ..Strands::default() };
        let mut arrivals: Vec<Vec<(Strand, usize)>> = vec![Vec::new(); next.len()];
        let mut slot = 0;
        for (stop, here) in stops.iter().zip(now) {
            if let At::Ended(_) = stop.state.at {
                ends.extend(here.iter().map(|strand| self.score(stop, *strand)));
            }
            for (choice, to) in &stop.ways {
                // Talks with the same losses open change alike.
                for alike in here.chunk_by(|a, b| a.open == b.open) {
                    let change = self.change(stop, *choice, &next[*to], alike[0].open)?;
                    for strand in alike {
                        arrivals[*to].push((strand.changed(change), slot));
                        slot += 1;
                    }
                }
            }
        }
        strands.to = vec![0; slot];
        let mut place = 0;
        let mut after = Vec::with_capacity(next.len());
        for mut arrivals in arrivals {
            arrivals.sort_unstable();
            let mut kept = Vec::new();
            for alike in arrivals.chunk_by(|(a, _), (b, _)| a == b) {
                kept.push(alike[0].0);
                for (_, slot) in alike {
                    strands.to[*slot] = place;
                }
                place += 1;
            }
            after.push(kept);
        }
        Some((strands, after))
    }

    /// What a choice does to every talk that stands here with the same losses open.
    fn change(&mut self, stop: &Stop, choice: ChoiceIdx, next: &Stop, open: u32) -> Option<Strand> {
        let At::Beat(at) = stop.state.at else {
            return None;
        };
        let before = Standing {
            state: stop.state.clone(),
            open: self.opens[open as usize].clone(),
            loss: Share::ZERO,
            available: 0,
        };
        let beat = self.rules.scenario.beat(at);
        let after = self.rules.after(&before, at, beat, choice, next.state.clone());
        Some(Strand {
            open: self.place(&after.open)?,
            available: after.available,
            loss: (after.loss * self.unit).to_integer(),
        })
    }

    fn score(&self, stop: &Stop, strand: Strand) -> Share {
        let standing = Standing {
            state: stop.state.clone(),
            open: Vec::new(),
            loss: Share::new(strand.loss, self.unit),
            available: strand.available,
        };
        match stop.state.at {
            At::Ended(ending) => self.rules.score(&standing, ending),
            At::Beat(_) => Share::ZERO,
        }
    }
}

impl Strand {
    fn changed(self, by: Self) -> Self {
        Self { open: by.open, available: self.available + by.available, loss: self.loss + by.loss }
    }
}
