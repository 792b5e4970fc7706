//! Bounds over all routes: the fewest slips to each ending, and how much opportunity a whole talk can offer.

use crate::analysis::onward::By;
use crate::analysis::space::{Space, index};
use crate::assess::{decision_loss, decision_range};
use crate::rubric::Skill;

impl Space<'_> {
    /// For each ending, the fewest slips with which a talk comes to it; nothing where none does.
    ///
    /// A slip is a main decision at which something is lost. Answers to a second chance are no slips of their own.
    pub fn fewest_slips(&self) -> Vec<Option<u32>> {
        let mut fewest: Vec<Option<u32>> = vec![None; self.states.len()];
        if let Some(first) = fewest.first_mut() {
            *first = Some(0);
        }
        for at in self.last_first.iter().rev() {
            let Some(so_far) = fewest[index(*at)] else { continue };
            for way in &self.ways[index(*at)] {
                let now = so_far + u32::from(self.is_slip(*at, way.by));
                let known = &mut fewest[index(way.to)];
                *known = Some(known.map_or(now, |known| known.min(now)));
            }
        }
        let mut endings = vec![None; self.scenario.endings.len()];
        for (at, slips) in (0..).zip(&fewest) {
            if let (Some(ending), Some(slips)) = (self.ending(at), slips) {
                let known: &mut Option<u32> = &mut endings[ending.at()];
                *known = Some(known.map_or(*slips, |known| known.min(*slips)));
            }
        }
        endings
    }

    fn is_slip(&self, at: u32, by: By) -> bool {
        let (By::Choice(choice), Some(beat)) = (by, self.beat(at)) else {
            return false;
        };
        let (written, state) = (self.scenario.beat(beat), &self.states[index(at)]);
        let lost = |skill: &Skill| decision_loss(written, state, choice, *skill) > 0;
        !written.is_second_chance() && Skill::ALL.iter().any(lost)
    }

    /// The least and the most opportunity, in half steps, that a talk offers a skill if it does not break off;
    /// nothing where every talk breaks off.
    pub fn opportunity(&self, skill: Skill) -> Option<(i32, i32)> {
        let mut offered: Vec<Option<(i32, i32)>> = vec![None; self.states.len()];
        for at in &self.last_first {
            offered[index(*at)] = match self.ending(*at) {
                Some(ending) => (!self.scenario.ending(ending).early).then_some((0, 0)),
                None => {
                    let here = self.offered_here(*at, skill);
                    let ahead =
                        self.ways[index(*at)].iter().filter_map(|way| offered[index(way.to)]);
                    ahead
                        .reduce(|(low, high), (a, b)| (low.min(a), high.max(b)))
                        .map(|(low, high)| (low + here, high + here))
                }
            };
        }
        offered.first().copied().flatten()
    }

    fn offered_here(&self, at: u32, skill: Skill) -> i32 {
        let Some(beat) = self.beat(at) else { return 0 };
        let written = self.scenario.beat(beat);
        if written.is_second_chance() {
            return 0;
        }
        decision_range(written, &self.states[index(at)], skill)
    }
}
