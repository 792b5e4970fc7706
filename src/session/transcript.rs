//! What is kept of a talk: the scenario's id, the seed and the actions with their times.

use crate::session::{Action, Seed};

/// Milliseconds since the talk began.
pub type Millis = u64;

/// One action and when it was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entry {
    /// What was done.
    pub action: Action,
    /// When.
    pub at: Millis,
}

/// All that need be kept of a talk: everything else is played again from it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Transcript {
    /// The scenario that was played.
    pub scenario: String,
    /// What chance was drawn from.
    pub seed: Seed,
    /// Every action, in order.
    pub entries: Vec<Entry>,
}

impl Transcript {
    /// A talk before its first action.
    pub fn new(scenario: &str, seed: Seed) -> Self {
        Self { scenario: scenario.to_owned(), seed, entries: Vec::new() }
    }
}
