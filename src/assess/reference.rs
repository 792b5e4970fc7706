//! The reference route: the key at every decision.

use std::sync::Arc;

use crate::assess::score::decision_range;
use crate::rubric::Skill;
use crate::scenario::Scenario;
use crate::session::{Action, Seed, Session};

/// The route of the keys, and what it offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The whole talk.
    pub talk: Session,
    /// The opportunity it offers per skill, in half steps, in the order of [`Skill::ALL`].
    pub available: [i32; 3],
}

impl Reference {
    /// Plays the keys from the first beat to the end.
    pub fn of(scenario: &Arc<Scenario>) -> Self {
        let mut talk = Session::start(Arc::clone(scenario), Seed(0));
        while let Some(beat) = talk.beat() {
            // A compiled scenario has no loop and takes every key, so this ends; a refusal would end it too.
            if talk.handle(Action::Choose(scenario.beat(beat).key), 0).is_err() {
                break;
            }
        }
        let main = || {
            talk.turns()
                .iter()
                .map(|turn| scenario.beat(turn.beat))
                .filter(|beat| !beat.is_second_chance())
        };
        let available =
            Skill::ALL.map(|skill| main().map(|beat| decision_range(beat, skill)).sum());
        Self { talk, available }
    }
}
