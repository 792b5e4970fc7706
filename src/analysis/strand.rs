//! Talks that stand alike, besides their situation; lists of open losses are numbered, so that they are quickly compared.

use std::collections::BTreeMap;

use crate::analysis::fate::{Fold, Standing, Weight};
use crate::assess::Share;
use crate::scenario::BeatIdx;

/// Where talks stand, besides their situation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Strand {
    /// The losses that may still be mended, by their place in the list of [`Opens`].
    pub(super) open: u32,
    available: i32,
    /// Final losses.
    loss: i64,
}

impl Strand {
    pub(super) fn changed(self, by: Self) -> Self {
        Self { open: by.open, available: self.available + by.available, loss: self.loss + by.loss }
    }
}

/// The open losses met so far, none of them first.
pub(super) struct Opens<'f> {
    pub(super) fold: &'f Fold<'f>,
    opens: Vec<Vec<(BeatIdx, i64)>>,
    places: BTreeMap<Vec<(BeatIdx, i64)>, u32>,
}

impl<'f> Opens<'f> {
    pub(super) fn of(fold: &'f Fold<'f>) -> Self {
        let none: Vec<(BeatIdx, i64)> = Vec::new();
        Self { fold, opens: vec![none.clone()], places: BTreeMap::from([(none, 0)]) }
    }

    fn place(&mut self, open: Vec<(BeatIdx, i64)>) -> Option<u32> {
        if let Some(place) = self.places.get(&open) {
            return Some(*place);
        }
        let place = u32::try_from(self.opens.len()).ok()?;
        self.opens.push(open.clone());
        self.places.insert(open, place);
        Some(place)
    }

    fn standing(&self, at: u32, strand: Strand) -> Standing {
        let open = self.opens[strand.open as usize].clone();
        Standing { at, available: strand.available, loss: strand.loss, open }
    }

    /// What the `n`-th way on from a situation does to every talk that stands there with the same losses open.
    pub(super) fn change(&mut self, at: u32, n: usize, open: u32) -> Option<Strand> {
        let before = self.standing(at, Strand { open, ..Strand::default() });
        let after = self.fold.after(&before, n);
        let open = self.place(after.open)?;
        Some(Strand { open, available: after.available, loss: after.loss })
    }

    /// The score of a talk that is over.
    pub(super) fn score(&self, at: u32, strand: Strand) -> Option<Share> {
        let ending = self.fold.space.ending(at)?;
        Some(self.fold.score(&self.standing(at, strand), ending))
    }
}

/// The talks of one turn, counted: situation by situation, those that stand alike together, in order.
pub(super) struct Turn<W> {
    /// Each situation, and where its talks end.
    pub(super) stands: Vec<(u32, usize)>,
    pub(super) talks: Vec<(Strand, W)>,
}

impl<W> Turn<W> {
    /// Each situation with its talks.
    pub(super) fn stands(&self) -> impl Iterator<Item = (u32, &[(Strand, W)])> {
        let mut start = 0;
        self.stands
            .iter()
            .map(move |(at, end)| (*at, &self.talks[std::mem::replace(&mut start, *end)..*end]))
    }
}

/// The talks that come to the next turn, in runs that are each in order.
pub(super) struct Arrivals<W> {
    /// The situation that each run comes to, and where it stands.
    pub(super) runs: Vec<(u32, std::ops::Range<usize>)>,
    pub(super) talks: Vec<(Strand, W)>,
}

impl<W: Weight> Arrivals<W> {
    /// Talks that change alike come to a situation, each so many times.
    pub(super) fn come(&mut self, to: u32, talks: &[(Strand, W)], change: Strand, times: u64) {
        let start = self.talks.len();
        let changed =
            |(strand, weight): &(Strand, W)| (strand.changed(change), weight.times(times));
        self.talks.extend(talks.iter().map(changed));
        self.runs.push((to, start..self.talks.len()));
    }

    /// Makes them the talks of a turn, those that stand alike counted together.
    pub(super) fn merge_into(&mut self, turn: &mut Turn<W>) {
        turn.stands.clear();
        turn.talks.clear();
        self.runs.sort_unstable_by_key(|(to, run)| (*to, run.start));
        let mut here = Vec::new();
        for runs in self.runs.chunk_by(|(a, _), (b, _)| a == b) {
            here.clear();
            for (_, run) in runs {
                here.extend_from_slice(&self.talks[run.clone()]);
            }
            // A stable sort is one that makes use of runs.
            here.sort_by_key(|(strand, _)| *strand);
            let from = turn.talks.len();
            for (strand, weight) in here.drain(..) {
                match turn.talks[from..].last_mut() {
                    Some((last, sum)) if *last == strand => sum.add(&weight),
                    _ => turn.talks.push((strand, weight)),
                }
            }
            turn.stands.push((runs[0].0, turn.talks.len()));
        }
        self.runs.clear();
        self.talks.clear();
    }
}
