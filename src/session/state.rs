//! Where a talk stands: small, comparable and complete, so that analysis can fold over it.

use std::ops::RangeInclusive;

use crate::scenario::{BeatIdx, ChanceIdx, Condition, EndingIdx, Fact, Gauge, Gauges, Mark, Time};

/// What the talk remembers: a set of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Marks([u64; 4]);

impl Marks {
    /// Whether the mark is up.
    pub fn has(self, mark: Mark) -> bool {
        self.0.get(mark.at() / 64).is_some_and(|word| word >> (mark.at() % 64) & 1 == 1)
    }

    /// The set with the mark.
    #[must_use]
    pub fn with(mut self, mark: Mark) -> Self {
        if let Some(word) = self.0.get_mut(mark.at() / 64) {
            *word |= 1 << (mark.at() % 64);
        }
        self
    }

    /// The set without the mark.
    #[must_use]
    pub fn without(mut self, mark: Mark) -> Self {
        if let Some(word) = self.0.get_mut(mark.at() / 64) {
            *word &= !(1 << (mark.at() % 64));
        }
        self
    }

    /// What is in both sets.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at] & other.0[at]))
    }

    /// What is in either set.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at] | other.0[at]))
    }
}

/// Where the talk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum At {
    /// A beat awaits a choice.
    Beat(BeatIdx),
    /// Chance decides where the talk goes from this beat.
    Chance(BeatIdx, ChanceIdx),
    /// The hand-over sheet awaits to be filled.
    Sheet,
    /// The talk is over.
    Ended(EndingIdx),
}

/// What a step asks of gauges and does to them.
///
/// A talk has [`Gauges`], one value each. The analysis has a crowd of talks in their place, which differ in their
/// gauges alone, and takes all of them through the very same step together.
pub trait Gauging {
    /// Whether a gauge is within a range.
    fn within(&self, gauge: Gauge, range: RangeInclusive<u8>) -> bool;

    /// Moves a gauge, kept within 0..=[`Gauges::MAX`]: its value before, and now; twice the same where there is no one
    /// value to tell.
    fn move_by(&mut self, gauge: Gauge, by: i8) -> (u8, u8);
}

impl Gauging for Gauges {
    fn within(&self, gauge: Gauge, range: RangeInclusive<u8>) -> bool {
        range.contains(&self.get(gauge))
    }

    fn move_by(&mut self, gauge: Gauge, by: i8) -> (u8, u8) {
        Self::move_by(self, gauge, by)
    }
}

/// Everything that decides how a talk goes on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct State<G = Gauges> {
    /// Where the talk is.
    pub at: At,
    /// How the customer is, and what else is kept count of.
    pub gauges: G,
    /// What is remembered.
    pub marks: Marks,
    /// What the clock shows; the beginning of the first day where the story has none.
    pub now: Time,
    /// At a second chance, the main beat it was entered from.
    pub origin: Option<BeatIdx>,
}

impl<G: Gauging> State<G> {
    /// Whether a condition holds.
    pub fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Always => true,
            Condition::Is(mark) => self.marks.has(*mark),
            Condition::Gauge(gauge, min, max) => self.gauges.within(*gauge, *min..=*max),
            Condition::Clock(from, until) => (*from..=*until).contains(&self.now),
            Condition::AtLeast(count, marks) => {
                marks.iter().filter(|mark| self.marks.has(**mark)).count() >= usize::from(*count)
            }
            Condition::Not(inner) => !self.holds(inner),
            Condition::Any(list) => list.iter().any(|inner| self.holds(inner)),
            Condition::All(list) => list.iter().all(|inner| self.holds(inner)),
        }
    }

    /// Whether a fact has been told.
    pub fn knows(&self, fact: &Fact) -> bool {
        self.marks.has(fact.told)
    }
}

impl State {
    /// All of it in a few whole numbers, as a key to find it by: other states have others.
    pub fn words(&self) -> [u64; 6] {
        let (kind, beat, other) = match self.at {
            At::Beat(beat) => (0, beat.0, 0),
            At::Chance(beat, chance) => (1, beat.0, chance.0),
            At::Sheet => (2, 0, 0),
            At::Ended(ending) => (3, 0, ending.0),
        };
        let origin = self.origin.map_or(0, |beat| u64::from(beat.0) + 1);
        let Gauges { anger, trust, own: [a, b, c, d] } = self.gauges;
        // Two bits, 32, 16, and three gauges of four; then 33 bits, 16, and the other three gauges.
        let packed = |first: u64, gauges: [u8; 3]| {
            gauges.into_iter().fold(first, |all, gauge| all << 4 | u64::from(gauge))
        };
        let place = kind | u64::from(beat) << 2 | u64::from(other) << 34;
        let time = origin | u64::from(self.now.0) << 33;
        let Marks([m0, m1, m2, m3]) = self.marks;
        [packed(place, [anger, trust, a]), packed(time, [b, c, d]), m0, m1, m2, m3]
    }
}
