//! Every situation that a talk can come to, and how it goes on from each: what all exact answers are folded over.
//!
//! Situations that will go on alike are one: what no condition ahead asks for is forgotten.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::analysis::numbers::Numbers;
use crate::analysis::onward::{By, Onward};
use crate::analysis::parts::Parts;
use crate::analysis::ways::Ways;
use crate::rubric::Skill;
use crate::scenario::{BeatIdx, EndingIdx, FactIdx, PromiseIdx, Scenario};
use crate::session::{At, Event, Events, State};

/// More situations than this are never visited.
pub const STATES_MAX: usize = 1_000_000;

/// More than this are sampled instead of visited, unless more are asked for: what becomes of trainees in so many takes
/// up to half a minute and a gigabyte.
pub const BUDGET: usize = 250_000;

/// So many talks may be told apart for each situation that a budget allows; eight times what a shipped scenario takes.
const TALKS_FOR_A_SITUATION: usize = 24;

/// Every situation and every way between them.
#[derive(Debug)]
pub struct Space<'s> {
    pub(super) scenario: &'s Scenario,
    pub(super) onward: Onward<'s>,
    pub(super) states: Vec<State>,
    pub(super) ways: Ways,
    /// The number of the way by which each situation was first come to, on a shortest route; nothing for the first.
    came_by: Vec<Option<u32>>,
    /// The situations, each after all that it can lead to.
    pub(super) last_first: Vec<u32>,
    pub(super) noted: Noted,
    /// How many situations there may be.
    pub(super) most: usize,
    /// How many talks are told apart at most.
    pub(super) talks_max: usize,
    /// What the ways do to each skill's score, found out once it is asked.
    parts: [OnceLock<Parts>; 3],
}

/// What happens somewhere.
#[derive(Debug, Default)]
pub(super) struct Noted {
    /// The facts that are told.
    pub(super) told: Vec<FactIdx>,
    /// The promises that are made, and those that are kept or broken.
    pub(super) made: Vec<PromiseIdx>,
    pub(super) settled: Vec<PromiseIdx>,
}

impl Events for Noted {
    fn push(&mut self, event: Event) {
        fn add<T: PartialEq>(list: &mut Vec<T>, one: T) {
            if !list.contains(&one) {
                list.push(one);
            }
        }
        match event {
            Event::Told(fact) => add(&mut self.told, fact),
            Event::Promised(promise) => add(&mut self.made, promise),
            Event::Kept(promise) | Event::Broken(promise) => add(&mut self.settled, promise),
            _ => {}
        }
    }
}

/// A way from one situation to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// What takes it.
    pub by: By,
    /// The situation it leads to.
    pub to: u32,
}

/// Why not every situation is visited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooLarge {
    /// There are more than so many.
    Situations(usize),
    /// The hand-over sheet can be filled in too many ways that matter.
    Fillings,
    /// All are visited, but more than so many talks would have to be told apart to say what becomes of trainees.
    Talks(usize),
}

impl<'s> Space<'s> {
    /// Visits every situation that a talk can come to.
    ///
    /// # Errors
    /// [`TooLarge`] where there are more than `most`.
    pub fn of(scenario: &'s Scenario, most: usize) -> Result<Self, TooLarge> {
        let onward = Onward::of(scenario).ok_or(TooLarge::Fillings)?;
        let (mut ways, mut noted) = (Ways::default(), Noted::default());
        let (mut numbers, mut came_by) = (Numbers::default(), vec![None]);
        numbers.of(onward.first(&mut noted));
        // First come, first served, so that every situation is met on a shortest route.
        let mut at = 0;
        while let Some(state) = numbers.states.get(at).cloned() {
            if numbers.states.len() > most {
                return Err(TooLarge::Situations(most));
            }
            onward.each(&state, |by| {
                let Some(after) = onward.after(&state, by, &mut noted) else { return };
                let to = numbers.of(after);
                if index(to) == came_by.len() {
                    came_by.push(Some(ways.total()));
                }
                ways.push(Way { by, to });
            });
            ways.close();
            at += 1;
        }
        let (states, last_first) = (numbers.states, ways.last_first());
        Ok(Self {
            scenario,
            onward,
            states,
            ways,
            came_by,
            last_first,
            noted,
            most,
            talks_max: most.saturating_mul(TALKS_FOR_A_SITUATION),
            parts: Default::default(),
        })
    }

    /// A shortest route to a situation: what is done, with the beat at which it is done where it is done at one.
    pub(super) fn route_to(&self, mut at: u32) -> Vec<(Option<BeatIdx>, By)> {
        let mut route = Vec::new();
        while let Some(number) = self.came_by[index(at)] {
            let (from, way) = self.ways.numbered(number);
            route.push((self.beat(from), way.by));
            at = from;
        }
        route.reverse();
        route
    }

    /// What every way does to a skill's score.
    pub(super) fn parts(&self, skill: Skill) -> &Parts {
        self.parts[skill as usize].get_or_init(|| Parts::of(self, skill))
    }

    /// How many talks are told apart at most, to say what becomes of trainees: talks in one situation differ in what a
    /// skill was offered and lost so far, and all that differ are carried from each turn to the next.
    pub fn talks_max(&self) -> usize {
        self.talks_max
    }

    /// How many situations there are.
    pub fn len(&self) -> usize {
        self.states.len()
    }

    /// How many ways there are between them.
    pub fn ways(&self) -> usize {
        self.ways.iter().map(<[Way]>::len).sum()
    }

    /// Whether there are none, which cannot be.
    pub fn is_empty(&self) -> bool {
        self.states.is_empty()
    }

    /// The endings that some talk comes to.
    pub fn endings(&self) -> BTreeSet<EndingIdx> {
        let ending = |state: &State| match state.at {
            At::Ended(ending) => Some(ending),
            _ => None,
        };
        self.states.iter().filter_map(ending).collect()
    }

    /// The beat of a situation.
    pub(super) fn beat(&self, at: u32) -> Option<BeatIdx> {
        match self.states[index(at)].at {
            At::Beat(beat) => Some(beat),
            _ => None,
        }
    }

    /// The ending of a situation.
    pub(super) fn ending(&self, at: u32) -> Option<EndingIdx> {
        match self.states[index(at)].at {
            At::Ended(ending) => Some(ending),
            _ => None,
        }
    }
}

/// A situation's number as a place in a list.
pub(super) fn index(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}
