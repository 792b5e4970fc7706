//! Where a talk stands: small, comparable and complete, so that analysis can fold over it.

use crate::scenario::{BeatIdx, ChanceIdx, Condition, EndingIdx, Fact, Gauges, Mark, Time};

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

/// Everything that decides how a talk goes on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct State {
    /// Where the talk is.
    pub at: At,
    /// How the customer is, and what else is kept count of.
    pub gauges: Gauges,
    /// What is remembered.
    pub marks: Marks,
    /// What the clock shows; the beginning of the first day where the story has none.
    pub now: Time,
    /// At a second chance, the main beat it was entered from.
    pub origin: Option<BeatIdx>,
}

impl State {
    /// Whether a condition holds.
    pub fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Always => true,
            Condition::Is(mark) => self.marks.has(*mark),
            Condition::Gauge(gauge, min, max) => (*min..=*max).contains(&self.gauges.get(*gauge)),
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
