//! Every situation that a talk can come to, and how it goes on from each: what all exact answers are folded over.
//!
//! Situations that will go on alike are one: what no condition ahead asks for is forgotten.

use std::collections::BTreeMap;

use crate::analysis::ahead::Ahead;
use crate::assess::right_entries;
use crate::scenario::{BeatIdx, ChoiceIdx, EndingIdx, FactIdx, PromiseIdx, Scenario};
use crate::session::{Action, At, Entries, Event, State, open, sayable, step};

/// More situations than this are sampled instead of visited.
pub const STATES_MAX: usize = 1_000_000;

/// Entries that conditions ask for are tried in every combination; more of them than this are too many situations.
const TRIED_ENTRIES_MAX: usize = 10;

/// Every situation and every way between them.
#[derive(Debug)]
pub struct Space<'s> {
    pub(super) scenario: &'s Scenario,
    pub(super) ahead: Ahead,
    pub(super) states: Vec<State>,
    pub(super) ways: Vec<Vec<Way>>,
    /// How each situation was first come to, on a shortest route; nothing for the first.
    pub(super) came_by: Vec<Option<(u32, By)>>,
    /// The situations, each after all that it can lead to.
    pub(super) last_first: Vec<u32>,
    /// The facts that are told somewhere.
    pub(super) told: Vec<FactIdx>,
    /// The promises that are made somewhere, and those that are kept or broken somewhere.
    pub(super) made: Vec<PromiseIdx>,
    pub(super) settled: Vec<PromiseIdx>,
}

/// A way from one situation to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// What takes it.
    pub by: By,
    /// The situation it leads to.
    pub to: u32,
}

/// What takes a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// The trainee says this.
    Choice(ChoiceIdx),
    /// Chance decides on this outcome, which has this weight.
    Outcome(u16, u32),
    /// The hand-over sheet is filled like this; the second value says whether that is right.
    Fill(Entries, bool),
}

impl By {
    /// The action that takes it.
    pub fn action(self) -> Action {
        match self {
            Self::Choice(choice) => Action::Choose(choice),
            Self::Outcome(outcome, _) => Action::Draw(outcome),
            Self::Fill(entries, _) => Action::Fill(entries),
        }
    }
}

/// There are more situations than [`STATES_MAX`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

impl<'s> Space<'s> {
    /// Visits every situation that a talk can come to.
    ///
    /// # Errors
    /// [`TooLarge`] where there are more than `most`.
    pub fn of(scenario: &'s Scenario, most: usize) -> Result<Self, TooLarge> {
        let mut space = Self {
            scenario,
            ahead: Ahead::of(scenario),
            states: Vec::new(),
            ways: Vec::new(),
            came_by: Vec::new(),
            last_first: Vec::new(),
            told: Vec::new(),
            made: Vec::new(),
            settled: Vec::new(),
        };
        if space.asked_entries().len() > TRIED_ENTRIES_MAX {
            return Err(TooLarge);
        }
        let (mut first, opening) = open(scenario);
        space.note(&opening);
        space.ahead.forget(&mut first);
        let mut known = BTreeMap::new();
        space.meet(first, None, &mut known);
        // First come, first served, so that every situation is met on a shortest route.
        let mut at = 0;
        while index(at) < space.states.len() {
            if space.states.len() > most {
                return Err(TooLarge);
            }
            let ways = space.ways_from(at, &mut known);
            space.ways[index(at)] = ways;
            at += 1;
        }
        space.last_first = space.backwards();
        Ok(space)
    }

    /// The situations in an order in which each comes after all that it leads to.
    fn backwards(&self) -> Vec<u32> {
        let mut before = vec![Vec::new(); self.states.len()];
        let mut left: Vec<usize> = self.ways.iter().map(Vec::len).collect();
        for (from, ways) in (0..).zip(&self.ways) {
            for way in ways {
                before[index(way.to)].push(from);
            }
        }
        let mut order: Vec<u32> =
            (0..).zip(&left).filter(|(_, left)| **left == 0).map(|(at, _)| at).collect();
        let mut next = 0;
        while let Some(at) = order.get(next).copied() {
            next += 1;
            for from in &before[index(at)] {
                left[index(*from)] -= 1;
                if left[index(*from)] == 0 {
                    order.push(*from);
                }
            }
        }
        order
    }

    /// The number of a situation, new or known.
    fn meet(
        &mut self,
        state: State,
        came_by: Option<(u32, By)>,
        known: &mut BTreeMap<State, u32>,
    ) -> u32 {
        let next = u32::try_from(self.states.len()).unwrap_or(u32::MAX);
        if let Some(at) = known.get(&state) {
            return *at;
        }
        self.states.push(state.clone());
        self.ways.push(Vec::new());
        self.came_by.push(came_by);
        known.insert(state, next);
        next
    }

    fn ways_from(&mut self, at: u32, known: &mut BTreeMap<State, u32>) -> Vec<Way> {
        let state = self.states[index(at)].clone();
        let mut ways = Vec::new();
        for by in self.possible(&state) {
            // A compiled scenario takes every action that is possible.
            let Ok((mut after, events)) = step(self.scenario, &state, by.action()) else {
                continue;
            };
            self.note(&events);
            self.ahead.forget(&mut after);
            ways.push(Way { by, to: self.meet(after, Some((at, by)), known) });
        }
        ways
    }

    /// Everything that can be done in a situation.
    fn possible(&self, state: &State) -> Vec<By> {
        match state.at {
            At::Ended(_) => Vec::new(),
            At::Beat(beat) => {
                let choices = sayable(self.scenario.beat(beat), state);
                choices.map(|(choice, _)| By::Choice(choice)).collect()
            }
            At::Chance(_, chance) => {
                let outcomes = self.scenario.chances[chance.at()].outcomes.iter();
                (0..).zip(outcomes).map(|(at, (weight, _))| By::Outcome(at, *weight)).collect()
            }
            At::Sheet => self.fillings(state),
        }
    }

    /// The entries that a condition asks for, by their place.
    fn asked_entries(&self) -> Vec<usize> {
        let entries = self.scenario.sheet.iter().flat_map(|sheet| &sheet.entries).enumerate();
        let asked = self.ahead.asked_after_sheet();
        entries.filter(|(_, entry)| asked.has(entry.noted)).map(|(at, _)| at).collect()
    }

    /// The entries that a condition asks for, in every combination; the others change nothing.
    fn fillings(&self, state: &State) -> Vec<By> {
        let asked = self.asked_entries();
        let belongs = right_entries(self.scenario, state);
        let right = asked
            .iter()
            .filter(|at| belongs.has(**at))
            .fold(Entries::default(), |all, at| all.with(*at));
        (0..1_u32 << asked.len())
            .map(|bits| {
                let picked = asked.iter().enumerate().filter(|(n, _)| bits >> n & 1 == 1);
                let entries = picked.fold(Entries::default(), |all, (_, at)| all.with(*at));
                By::Fill(entries, entries == right)
            })
            .collect()
    }

    fn note(&mut self, events: &[Event]) {
        fn add<T: PartialEq>(list: &mut Vec<T>, one: T) {
            if !list.contains(&one) {
                list.push(one);
            }
        }
        for event in events {
            match *event {
                Event::Told(fact) => add(&mut self.told, fact),
                Event::Promised(promise) => add(&mut self.made, promise),
                Event::Kept(promise) | Event::Broken(promise) => add(&mut self.settled, promise),
                _ => {}
            }
        }
    }

    /// A shortest route to a situation: what is done, with the beat at which it is done where it is done at one.
    pub(super) fn route_to(&self, mut at: u32) -> Vec<(Option<BeatIdx>, By)> {
        let mut route = Vec::new();
        while let Some((from, by)) = self.came_by[index(at)] {
            route.push((self.beat(from), by));
            at = from;
        }
        route.reverse();
        route
    }

    /// How many situations there are.
    pub fn len(&self) -> usize {
        self.states.len()
    }

    /// Whether there are none, which cannot be.
    pub fn is_empty(&self) -> bool {
        self.states.is_empty()
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
