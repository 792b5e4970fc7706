//! All routes through a scenario, folded once, so that many policies can be followed along them in little time.
//!
//! [`fate`](super::fate()) forgets a turn when it has the next one, which is right for one policy and a scenario of any
//! size. Here all turns are kept: where talks can stand, and where each choice leads from there. A policy then only
//! has to carry its shares along.

use std::collections::BTreeMap;
use std::sync::Arc;

use num_bigint::BigUint;

use crate::analysis::ahead::Ahead;
use crate::analysis::fate::{Exact, Policy, Rules, common_multiple, total};
use crate::analysis::web::Web;
use crate::assess::Reference;
use crate::rubric::Skill;
use crate::scenario::{ChoiceIdx, Scenario};
use crate::session::{Action, At, State, open, step};

/// All routes through a scenario.
#[derive(Debug)]
pub struct Routes<'s> {
    scenario: &'s Scenario,
    turns: Vec<Vec<Stop>>,
    skills: [Web; 3],
}

/// A state that talks can be in after some number of choices, and the stops of the next turn that its choices lead to.
#[derive(Debug)]
pub(super) struct Stop {
    pub(super) state: State,
    pub(super) ways: Vec<(ChoiceIdx, usize)>,
}

impl<'s> Routes<'s> {
    /// Folds a scenario; nothing if that would take more than `most` steps, as for one of no ordinary size.
    pub fn of(scenario: &'s Arc<Scenario>, reference: &Reference, most: usize) -> Option<Self> {
        let ahead = Ahead::of(scenario);
        let turns = turns(scenario, &ahead, most)?;
        let web = |skill: Skill| {
            let reference = reference.available[skill as usize];
            Web::of(&Rules { scenario, ahead: &ahead, skill, reference }, &turns, most)
        };
        let [perspective, ownership, calm] = Skill::ALL.map(web);
        let skills = [perspective?, ownership?, calm?];
        Some(Self { scenario, turns, skills })
    }

    /// Each skill's mean score for a trainee who picks by the policy, in the order of [`Skill::ALL`].
    pub fn means(&self, policy: &Policy<'_>) -> [Exact; 3] {
        let picks: Vec<Vec<Vec<u32>>> = self
            .turns
            .iter()
            .map(|stops| stops.iter().map(|stop| self.picks(stop, policy)).collect())
            .collect();
        let parts = common_multiple(picks.iter().flatten().map(|picks| total(picks)));
        // What all shares of all talks add up to. It nearly always fits the machine's own numbers.
        let turns = self.turns.iter().map(|_| BigUint::from(parts));
        let whole: BigUint = turns.product();
        let small = whole.bits() < 128;
        self.skills.each_ref().map(|web| {
            if small {
                web.mean::<u128>(&self.turns, &picks, parts, &whole)
            } else {
                web.mean::<BigUint>(&self.turns, &picks, parts, &whole)
            }
        })
    }

    /// How likely each way on from a stop is; where the policy would pick none of them, all are alike.
    fn picks(&self, stop: &Stop, policy: &Policy<'_>) -> Vec<u32> {
        let At::Beat(beat) = stop.state.at else {
            return Vec::new();
        };
        let weights = policy(self.scenario, &stop.state, beat);
        let weight = |choice: &ChoiceIdx| weights.get(choice.at()).copied().unwrap_or(0);
        let picks: Vec<u32> = stop.ways.iter().map(|(choice, _)| weight(choice)).collect();
        if picks.iter().all(|weight| *weight == 0) { vec![1; picks.len()] } else { picks }
    }
}

/// Turn by turn, every state that a talk can be in, without what makes no difference any more.
fn turns(scenario: &Scenario, ahead: &Ahead, most: usize) -> Option<Vec<Vec<Stop>>> {
    let mut turns = Vec::new();
    let mut steps = 0;
    let (mut now, mut ways) = (vec![open(scenario).0], Vec::new());
    while !now.is_empty() {
        let mut next: BTreeMap<State, usize> = BTreeMap::new();
        let mut stops = Vec::with_capacity(now.len());
        for state in now {
            ways.extend(after(scenario, &state).map(|(choice, mut after)| {
                ahead.forget(&mut after);
                let place = next.len();
                (choice, *next.entry(after).or_insert(place))
            }));
            steps += ways.len();
            stops.push(Stop { state, ways: std::mem::take(&mut ways) });
        }
        if steps > most {
            return None;
        }
        turns.push(stops);
        let mut placed: Vec<(usize, State)> =
            next.into_iter().map(|(state, place)| (place, state)).collect();
        placed.sort_unstable();
        now = placed.into_iter().map(|(_, state)| state).collect();
    }
    Some(turns)
}

/// The state after each choice that a talk takes here; none where it is over.
fn after<'s>(
    scenario: &'s Scenario,
    state: &'s State,
) -> impl Iterator<Item = (ChoiceIdx, State)> + 's {
    let choices = match state.at {
        At::Beat(beat) => scenario.beat(beat).choices.len(),
        At::Ended(_) => 0,
    };
    (0..).take(choices).map(ChoiceIdx).filter_map(|choice| {
        step(scenario, state, Action::Choose(choice)).ok().map(|(after, _)| (choice, after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fate;
    use crate::scenario::{BeatIdx, read_and_compile};

    /// Both are exact, so they agree to the last digit.
    #[test]
    fn routes_and_fate_agree() {
        let text = include_str!("../../scenarios/on-whose-terms.ron");
        let scenario = Arc::new(read_and_compile(text).0.unwrap());
        let reference = Reference::of(&scenario);
        let routes = Routes::of(&scenario, &reference, usize::MAX).unwrap();
        for sure in 0..2 {
            // Sure of every other beat, at a loss between two or three at the others.
            let policy = move |scenario: &Scenario, _: &State, beat: BeatIdx| {
                let mut picks = vec![0; scenario.beat(beat).choices.len()];
                picks[0] = 2;
                picks[1] = u32::from(beat.at() % 2 == sure);
                picks
            };
            let fate = fate(&scenario, &reference, &policy);
            let means = fate.scores.each_ref().map(|moments| moments.mean.clone());
            assert_eq!(routes.means(&policy), means);
        }
    }

    #[test]
    fn a_scenario_that_takes_too_many_steps_is_given_up() {
        let text = include_str!("../../scenarios/on-whose-terms.ron");
        let scenario = Arc::new(read_and_compile(text).0.unwrap());
        assert!(Routes::of(&scenario, &Reference::of(&scenario), 1000).is_none());
    }
}
