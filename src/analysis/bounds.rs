//! Bounds over all routes: the fewest slips to each ending, and how much opportunity a whole talk can offer.

use std::collections::BTreeMap;

use crate::analysis::onward::By;
use crate::analysis::space::{Space, index};
use crate::assess::{decision_loss, decision_range};
use crate::rubric::Skill;
use crate::scenario::{BeatIdx, ChoiceIdx};
use crate::session::key_of;

/// A choice at a beat.
type Said = (BeatIdx, ChoiceIdx);

impl Space<'_> {
    /// For each ending, the slips of a talk that comes to it with the fewest; nothing where no talk does.
    ///
    /// A slip is a main decision at which something is lost. Answers to a second chance are no slips of their own.
    pub fn fewest_slips(&self) -> Vec<Option<Vec<Said>>> {
        // The fewest so far, and the situation and the way by which they are had.
        let mut fewest: Vec<Option<(u32, Option<(u32, By)>)>> = vec![None; self.states.len()];
        if let Some(first) = fewest.first_mut() {
            *first = Some((0, None));
        }
        for at in self.last_first.iter().rev() {
            let Some((so_far, _)) = fewest[index(*at)] else { continue };
            for way in &self.ways[index(*at)] {
                let now = so_far + u32::from(self.is_slip(*at, way.by));
                let known = &mut fewest[index(way.to)];
                if known.is_none_or(|(known, _)| now < known) {
                    *known = Some((now, Some((*at, way.by))));
                }
            }
        }
        let mut nearest: Vec<Option<(u32, u32)>> = vec![None; self.scenario.endings.len()];
        for (at, known) in (0..).zip(&fewest) {
            let (Some(ending), Some((slips, _))) = (self.ending(at), known) else { continue };
            let nearest = &mut nearest[ending.at()];
            if nearest.is_none_or(|(known, _)| *slips < known) {
                *nearest = Some((*slips, at));
            }
        }
        let slips = |mut at: u32| {
            let mut slips = Vec::new();
            while let Some((_, Some((from, by)))) = fewest[index(at)] {
                if let (true, By::Choice(choice), Some(beat)) =
                    (self.is_slip(from, by), by, self.beat(from))
                {
                    slips.push((beat, choice));
                }
                at = from;
            }
            slips.reverse();
            slips
        };
        nearest.into_iter().map(|nearest| nearest.map(|(_, at)| slips(at))).collect()
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
        self.offered(skill).first().copied().flatten()
    }

    /// For every choice that is not the key, by how many half steps less than after the key a talk may offer a skill
    /// after it, and by how many more; 0 where that is not so.
    pub fn narrows_and_widens(&self, skill: Skill) -> BTreeMap<Said, (i32, i32)> {
        let offered = self.offered(skill);
        let mut found: BTreeMap<Said, (i32, i32)> = BTreeMap::new();
        for (at, ways) in (0..).zip(self.ways.iter()) {
            let Some(beat) = self.beat(at) else { continue };
            let key = By::Choice(key_of(self.scenario.beat(beat), &self.states[index(at)]));
            let of_key = ways.iter().find(|way| way.by == key);
            let Some((low, high)) = of_key.and_then(|way| offered[index(way.to)]) else { continue };
            for way in ways.iter().filter(|way| way.by != key) {
                let (By::Choice(choice), Some((least, most))) = (way.by, offered[index(way.to)])
                else {
                    continue;
                };
                let (narrows, widens) = found.entry((beat, choice)).or_default();
                *narrows = (*narrows).max(low - least);
                *widens = (*widens).max(most - high);
            }
        }
        found
    }

    /// For each situation, the least and the most that a talk offers a skill from there on if it does not break off.
    fn offered(&self, skill: Skill) -> Vec<Option<(i32, i32)>> {
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
        offered
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
