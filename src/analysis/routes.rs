//! All routes through a scenario, folded once, so that many policies can be followed along them in little time.
//!
//! A [`Space`] is folded anew for every policy, and forgets a turn when it has the next one, which is right for a few
//! policies and a scenario of any size. Here all turns are kept: where talks stand alike, and where each way takes
//! them. A policy then only has to carry its shares along.

use std::collections::BTreeMap;
use std::sync::Arc;

use num_bigint::BigUint;

use crate::analysis::fate::{Exact, Fold, Policy, Weight, lcm_u64, total};
use crate::analysis::space::{BUDGET, Space, index};
use crate::analysis::web::Web;
use crate::assess::Reference;
use crate::rubric::Skill;
use crate::scenario::Scenario;

/// All routes through a scenario.
#[derive(Debug)]
pub struct Routes<'s> {
    space: Space<'s>,
    turns: Vec<Vec<Stop>>,
    skills: [Web; 3],
}

/// A situation at some turn of a talk, and where each way on from it leads: the place of a stop at the next turn.
#[derive(Debug)]
pub(super) struct Stop {
    pub(super) at: u32,
    pub(super) to: Vec<usize>,
}

/// How talks part at each stop of each turn.
pub(super) type Parting = Vec<Vec<Vec<u32>>>;

impl<'s> Routes<'s> {
    /// Folds a scenario; nothing if that would take more than `most` steps, as for one of no ordinary size.
    pub fn of(scenario: &'s Arc<Scenario>, reference: &Reference, most: usize) -> Option<Self> {
        let space = Space::of(scenario, most.min(BUDGET)).ok()?;
        let turns = turns(&space, most)?;
        let web = |skill: Skill| Web::of(&Fold::of(&space, &[], skill, reference), &turns, most);
        let [perspective, ownership, calm] = Skill::ALL;
        let skills = [web(perspective)?, web(ownership)?, web(calm)?];
        Some(Self { space, turns, skills })
    }

    /// Each skill's mean score for a trainee who picks by the policy, in the order of [`Skill::ALL`].
    pub fn means(&self, policy: &Policy<'_>) -> [Exact; 3] {
        let picks: Vec<Vec<u32>> = self.space.weights(&|at| self.space.picks(at, policy));
        let parting: Parting = self
            .turns
            .iter()
            .map(|stops| stops.iter().map(|stop| picks[index(stop.at)].clone()).collect())
            .collect();
        // Every turn cuts the shares into so many parts. At the end, all shares of all talks add up to the whole.
        let parts = |picks: &Vec<Vec<u32>>| picks.iter().map(|picks| total(picks)).fold(1, lcm_u64);
        let parts: Vec<u64> = parting.iter().map(parts).collect();
        let whole: BigUint = parts.iter().map(|parts| BigUint::from(*parts)).product();
        let small = u128::fits(&whole).is_some();
        self.skills.each_ref().map(|web| {
            if small {
                web.mean::<u128>(&parting, &parts, &whole)
            } else {
                web.mean::<BigUint>(&parting, &parts, &whole)
            }
        })
    }
}

/// Turn by turn, every situation that a talk can be in.
fn turns(space: &Space<'_>, most: usize) -> Option<Vec<Vec<Stop>>> {
    let mut turns = Vec::new();
    let mut steps = 0;
    let mut now: Vec<u32> = vec![0];
    while !now.is_empty() {
        let mut next: BTreeMap<u32, usize> = BTreeMap::new();
        for at in &now {
            next.extend(space.ways[index(*at)].iter().map(|way| (way.to, 0)));
        }
        for (place, (_, there)) in next.iter_mut().enumerate() {
            *there = place;
        }
        let stop = |at: u32| {
            let to = space.ways[index(at)].iter().filter_map(|way| next.get(&way.to).copied());
            Stop { at, to: to.collect() }
        };
        let stops: Vec<Stop> = now.into_iter().map(stop).collect();
        steps += stops.iter().map(|stop| stop.to.len()).sum::<usize>();
        if steps > most {
            return None;
        }
        turns.push(stops);
        now = next.into_keys().collect();
    }
    Some(turns)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fate;
    use crate::scenario::{BeatIdx, read_and_compile};
    use crate::session::State;

    fn scenario() -> Arc<Scenario> {
        let text = include_str!("../../scenarios/on-whose-terms.ron");
        Arc::new(read_and_compile(text).0.unwrap())
    }

    /// Both are exact, so they agree to the last digit.
    #[test]
    fn routes_and_fate_agree() {
        let scenario = scenario();
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
        let scenario = scenario();
        assert!(Routes::of(&scenario, &Reference::of(&scenario), 2000).is_none());
    }
}
