//! Where a talk stands: small, comparable and complete, so that analysis can fold over it.

use crate::scenario::{BeatIdx, Condition, EndingIdx, FactIdx, FlagIdx, Gauges};

/// A small set of indices below 128.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Bits(u128);

impl Bits {
    /// Whether the index is in the set.
    pub fn has(self, at: usize) -> bool {
        self.0 >> at & 1 == 1
    }

    /// The set with the index.
    #[must_use]
    pub fn with(self, at: usize) -> Self {
        Self(self.0 | 1 << at)
    }

    /// What is in both sets.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in either set.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set without the index.
    #[must_use]
    pub fn without(self, at: usize) -> Self {
        Self(self.0 & !(1 << at))
    }
}

/// Where the talk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum At {
    /// A beat awaits a choice.
    Beat(BeatIdx),
    /// The talk is over.
    Ended(EndingIdx),
}

/// Everything that decides how a talk goes on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct State {
    /// Where the talk is.
    pub at: At,
    /// How the customer is.
    pub gauges: Gauges,
    /// The flags that are up.
    pub flags: Bits,
    /// The facts that have been told.
    pub told: Bits,
    /// At a second chance, the main beat it was entered from.
    pub origin: Option<BeatIdx>,
}

impl State {
    /// Whether a condition holds.
    pub fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Always => true,
            Condition::Is(flag) => self.is(*flag),
            Condition::Told(fact) => self.knows(*fact),
            Condition::Gauge(gauge, min, max) => (*min..=*max).contains(&self.gauges.get(*gauge)),
            Condition::Not(inner) => !self.holds(inner),
            Condition::Any(list) => list.iter().any(|inner| self.holds(inner)),
            Condition::All(list) => list.iter().all(|inner| self.holds(inner)),
        }
    }

    /// Whether a flag is up.
    pub fn is(&self, flag: FlagIdx) -> bool {
        self.flags.has(flag.at())
    }

    /// Whether a fact has been told.
    pub fn knows(&self, fact: FactIdx) -> bool {
        self.told.has(fact.at())
    }
}
