//! One skill's talks through all stops: which stand alike, where each way takes them, and what they score.

use std::collections::BTreeMap;

use num_bigint::{BigInt, BigUint};

use crate::analysis::fate::{Exact, Fold, Weight, total};
use crate::analysis::routes::{Parting, Stop};
use crate::analysis::strand::{Opens, Strand};
use crate::assess::Share;

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
    /// How many there are at each stop, and how many ways lead on from it.
    counts: Vec<(usize, usize)>,
    /// Stop by stop, way by way, strand by strand: its place at the next turn.
    to: Vec<u32>,
    /// For the strands of stops where talks are over, in their order: the place of the score.
    scores: Vec<u32>,
}

impl Web {
    /// Weaves the talks of a skill; nothing if that takes more than `most` steps.
    pub(super) fn of(fold: &Fold<'_>, turns: &[Vec<Stop>], most: usize) -> Option<Self> {
        let mut weaver = Weaver(Opens::of(fold));
        let mut now = vec![vec![Strand::default()]];
        let mut web = Self { turns: Vec::new(), scores: Vec::new() };
        let mut ends = Vec::new();
        let mut steps = 0;
        for (at, stops) in turns.iter().enumerate() {
            let next = turns.get(at + 1).map_or(0, Vec::len);
            let already = ends.len();
            let left = most.checked_sub(steps)?;
            let (mut strands, after) = weaver.turn(stops, next, &now, left, &mut ends)?;
            strands.scores = vec![0; ends.len() - already];
            steps += strands.to.len();
            web.turns.push(strands);
            now = after;
        }
        web.scores.clone_from(&ends);
        web.scores.sort_unstable();
        web.scores.dedup();
        let mut ends = ends.iter().filter_map(|score| web.scores.binary_search(score).ok());
        for place in web.turns.iter_mut().flat_map(|turn| &mut turn.scores) {
            *place = u32::try_from(ends.next()?).ok()?;
        }
        Some(web)
    }

    /// The mean score where talks part like this, in so many `parts` at each turn and so in a `whole` at the end.
    pub(super) fn mean<W: Weight>(
        &self,
        parting: &Parting,
        parts: &[u64],
        whole: &BigUint,
    ) -> Exact {
        let shares = self.follow::<W>(parting, parts);
        // Scores of one denominator are added as whole numbers: making a fraction takes longer than all else here.
        let mut sums: BTreeMap<i64, BigInt> = BTreeMap::new();
        for (score, share) in self.scores.iter().zip(shares) {
            *sums.entry(*score.denom()).or_default() += BigInt::from(share.whole()) * score.numer();
        }
        let whole = BigInt::from(whole.clone());
        sums.into_iter().map(|(denominator, sum)| Exact::new(sum, &whole * denominator)).sum()
    }

    /// Carries the shares along, and says how much of all talks comes to each score.
    fn follow<W: Weight>(&self, parting: &Parting, parts: &[u64]) -> Vec<W> {
        let mut scored = vec![W::zero(); self.scores.len()];
        let mut now = vec![W::one()];
        for ((strands, parting), parts) in self.turns.iter().zip(parting).zip(parts) {
            // What has ended keeps its part of a whole that is about to be cut finer.
            for share in &mut scored {
                *share = share.times(*parts);
            }
            let next = strands.to.iter().max().map_or(0, |last| *last as usize + 1);
            let mut after = vec![W::zero(); next];
            let (mut rest, mut to, mut ends) =
                (now.as_slice(), strands.to.as_slice(), strands.scores.iter());
            for (picks, (count, ways)) in parting.iter().zip(&strands.counts) {
                let (here, later) = rest.split_at(*count);
                rest = later;
                if *ways == 0 {
                    for (share, score) in here.iter().zip(ends.by_ref()) {
                        scored[*score as usize].add(&share.times(*parts));
                    }
                }
                let cut = parts / total(picks);
                for way in 0..*ways {
                    let (places, later) = to.split_at(*count);
                    to = later;
                    // Nothing is picked where the policy never comes.
                    let pick = picks.get(way).copied().unwrap_or(0);
                    if pick > 0 {
                        carry(&mut after, here, places, cut * u64::from(pick));
                    }
                }
            }
            now = after;
        }
        scored
    }
}

fn carry<W: Weight>(after: &mut [W], here: &[W], places: &[u32], times: u64) {
    for (share, place) in here.iter().zip(places) {
        after[*place as usize].add(&share.times(times));
    }
}

/// Weaves a web, turn by turn.
struct Weaver<'f>(Opens<'f>);

impl Weaver<'_> {
    /// Takes the strands of a turn to the `next` stops, and notes the scores of those that end; nothing if that takes
    /// more than `most` steps.
    fn turn(
        &mut self,
        stops: &[Stop],
        next: usize,
        now: &[Vec<Strand>],
        most: usize,
        ends: &mut Vec<Share>,
    ) -> Option<(Strands, Vec<Vec<Strand>>)> {
        let counts = now.iter().zip(stops).map(|(here, stop)| (here.len(), stop.to.len()));
        let mut strands = Strands { counts: counts.collect(), ..Strands::default() };
        let mut arrivals: Vec<Vec<(Strand, usize)>> = vec![Vec::new(); next];
        let mut slot = 0;
        for (stop, here) in stops.iter().zip(now) {
            if stop.to.is_empty() {
                ends.extend(here.iter().filter_map(|strand| self.0.score(stop.at, *strand)));
            }
            for (way, to) in stop.to.iter().enumerate() {
                // Talks with the same losses open change alike.
                for alike in here.chunk_by(|a, b| a.open == b.open) {
                    let change = self.0.change(stop.at, way, alike[0].open)?;
                    for strand in alike {
                        arrivals[*to].push((strand.changed(change), slot));
                        slot += 1;
                    }
                }
            }
            if slot > most {
                return None;
            }
        }
        strands.to = vec![0; slot];
        let mut place = 0;
        let mut after = Vec::with_capacity(next);
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
}
