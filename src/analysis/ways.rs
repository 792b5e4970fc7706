//! The ways between situations, in one list: for each situation a stretch of it.

use std::ops::Index;

use crate::analysis::space::{Way, index};

/// The ways on from every situation, by its number.
#[derive(Debug, Default)]
pub(super) struct Ways {
    /// Where the stretch of each situation ends.
    ends: Vec<u32>,
    all: Vec<Way>,
}

impl Ways {
    /// One more way on from the situation that is being written.
    pub(super) fn push(&mut self, way: Way) {
        self.all.push(way);
    }

    /// That was the last way on from the situation; the next one is written now.
    pub(super) fn close(&mut self) {
        self.ends.push(self.total());
    }

    /// How many ways there are by now, which is the number of the next one.
    pub(super) fn total(&self) -> u32 {
        u32::try_from(self.all.len()).unwrap_or(u32::MAX)
    }

    /// The number of the first way on from a situation.
    pub(super) fn start(&self, at: u32) -> usize {
        index(at).checked_sub(1).map_or(0, |before| index(self.ends[before]))
    }

    /// The ways on from each situation, in their order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[Way]> {
        (0..self.ends.len()).map(|at| &self[at])
    }

    /// A way by its number, and the situation that it leads on from.
    pub(super) fn numbered(&self, number: u32) -> (u32, Way) {
        let from = self.ends.partition_point(|end| *end <= number);
        (u32::try_from(from).unwrap_or(u32::MAX), self.all[index(number)])
    }

    /// The situations, each after all that it can lead to.
    pub(super) fn last_first(&self) -> Vec<u32> {
        let situations = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        // Where every way leads to a later number, the order is plain.
        let forward = (0..).zip(self.iter()).all(|(at, ways)| ways.iter().all(|way| way.to > at));
        if forward { (0..situations).rev().collect() } else { self.sorted(situations) }
    }

    fn sorted(&self, situations: u32) -> Vec<u32> {
        let mut left: Vec<usize> = self.iter().map(<[Way]>::len).collect();
        let before = self.backwards();
        let mut order: Vec<u32> = (0..situations).filter(|at| left[index(*at)] == 0).collect();
        let mut next = 0;
        while let Some(at) = order.get(next).copied() {
            next += 1;
            let start = index(at).checked_sub(1).map_or(0, |last| before.ends[last]);
            for from in &before.from[start..before.ends[index(at)]] {
                left[index(*from)] -= 1;
                if left[index(*from)] == 0 {
                    order.push(*from);
                }
            }
        }
        order
    }

    fn backwards(&self) -> Before {
        // Counted first, so that each stretch is known; then filled from its end.
        let mut starts = vec![0_usize; self.ends.len()];
        for way in &self.all {
            starts[index(way.to)] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let ends = starts.clone();
        let mut from_where = vec![0; self.all.len()];
        for (from, ways) in (0..).zip(self.iter()) {
            for way in ways {
                let place = &mut starts[index(way.to)];
                *place -= 1;
                from_where[*place] = from;
            }
        }
        Before { ends, from: from_where }
    }
}

/// For each situation, those that lead to it.
struct Before {
    ends: Vec<usize>,
    from: Vec<u32>,
}

impl Index<usize> for Ways {
    type Output = [Way];

    fn index(&self, at: usize) -> &[Way] {
        let start = at.checked_sub(1).map_or(0, |before| index(self.ends[before]));
        &self.all[start..index(self.ends[at])]
    }
}
