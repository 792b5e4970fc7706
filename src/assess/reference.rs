//! The reference route: the key at every decision, and what belongs on the hand-over sheet.

use std::sync::Arc;

use crate::assess::score::decision_range;
use crate::assess::sheet::right_entries;
use crate::rubric::Skill;
use crate::scenario::Scenario;
use crate::session::{Action, Session, key_of};

/// The route of the keys, and what it offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The whole talk; where chance decides, what is likeliest came.
    pub talk: Session,
    /// The opportunity it offers per skill, in half steps, in the order of [`Skill::ALL`].
    pub available: [i32; 3],
}

impl Reference {
    /// Plays the keys from the first beat to the end.
    pub fn of(scenario: &Arc<Scenario>) -> Self {
        Self::instead(scenario, |_| None)
    }

    /// Plays the keys, but what `choice` says where it says something.
    pub fn instead(
        scenario: &Arc<Scenario>,
        mut choice: impl FnMut(&Session) -> Option<crate::scenario::ChoiceIdx>,
    ) -> Self {
        let mut talk = Session::start_likeliest(Arc::clone(scenario));
        // A compiled scenario has no loop and takes every key, so this ends; a refusal would end it too.
        while !talk.is_over() {
            let action = match talk.beat() {
                Some(beat) => Action::Choose(
                    choice(&talk).unwrap_or_else(|| key_of(scenario.beat(beat), talk.state())),
                ),
                None => Action::Fill(right_entries(scenario, talk.state())),
            };
            if talk.handle(action, 0).is_err() {
                break;
            }
        }
        let main = || {
            let turns = talk.turns().iter().map(|turn| (scenario.beat(turn.beat), &turn.before));
            turns.filter(|(beat, _)| !beat.is_second_chance())
        };
        let offered =
            |skill| main().map(|(beat, before)| decision_range(beat, before, skill)).sum();
        let available = Skill::ALL.map(offered);
        Self { talk, available }
    }
}
