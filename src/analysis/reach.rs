//! Which situations a talk can come to at all, and which endings from there: exact, without a list of situations.
//!
//! Situations that differ in their gauges alone stand in one place, and are visited together: a choice is tried once in
//! a place, not once in a situation.

use std::collections::{BTreeSet, VecDeque};

use crate::analysis::crowd::{Branch, Unheard, branches};
use crate::analysis::grid::{Carrying, Grid, ROW, cell, values};
use crate::analysis::numbers::Numbers;
use crate::analysis::onward::Onward;
use crate::analysis::space::index;
use crate::scenario::{ChoiceIdx, EndingIdx, Gauges, Scenario};
use crate::session::{Action, At, State};

/// All situations of a scenario.
#[derive(Debug)]
pub struct Reach<'s> {
    onward: Onward<'s>,
    /// Where talks can be, all gauges left at 0.
    places: Numbers,
    grids: Vec<Grid>,
    /// How it goes on from each place, with the place where that leads.
    ways: Vec<Vec<(Branch, u32)>>,
    /// The places, each after all that it can lead to.
    last_first: Vec<u32>,
    steps: usize,
}

impl<'s> Reach<'s> {
    /// Visits every situation that a talk can come to; nothing where even the rows of them are more than `most`.
    ///
    /// A row has all values of one gauge, and every value of every other gauge that matters in a place has one.
    pub fn of(scenario: &'s Scenario, most: usize) -> Option<Self> {
        let onward = Onward::of(scenario)?;
        let first = onward.first(&mut Unheard);
        let (places, grids, ways, order) = Default::default();
        let mut reach = Self { onward, places, grids, ways, last_first: order, steps: 0 };
        let (place, cell) = reach.find_or_add(&first);
        reach.grids[index(place)].meet(cell, 1);
        let mut waiting = VecDeque::from([place]);
        let mut rows = 0;
        while let Some(place) = waiting.pop_front() {
            let known = reach.grids.len();
            reach.go_on(scenario, place, &mut waiting);
            rows += reach.grids[known..].iter().map(|grid| grid.met.len()).sum::<usize>();
            if rows > most {
                return None;
            }
        }
        reach.last_first = last_first(&reach.ways);
        Some(reach)
    }

    /// How many situations there are.
    pub fn len(&self) -> usize {
        let rows = self.grids.iter().flat_map(|grid| &grid.met);
        rows.map(|row| row.count_ones() as usize).sum()
    }

    /// The endings that some talk comes to.
    pub fn endings(&self) -> BTreeSet<EndingIdx> {
        let met = |grid: &Grid| grid.met.iter().any(|row| *row != 0);
        let places = self.places.states.iter().zip(&self.grids).filter(|(_, grid)| met(grid));
        let ending = |(state, _): (&State, _)| match state.at {
            At::Ended(ending) => Some(ending),
            _ => None,
        };
        places.filter_map(ending).collect()
    }

    /// How often [`step`](crate::session::step) was taken to find them.
    pub fn steps(&self) -> usize {
        self.steps
    }

    /// Whether there are none, which cannot be.
    pub fn is_empty(&self) -> bool {
        self.grids.is_empty()
    }

    /// Takes the situations of a place on that were not taken yet.
    fn go_on(&mut self, scenario: &Scenario, place: u32, waiting: &mut VecDeque<u32>) {
        let at = index(place);
        let fresh = std::mem::take(&mut self.grids[at].fresh);
        self.grids[at].fresh = vec![0; fresh.len()];
        self.grids[at].waits = false;
        let from = self.grids[at].shape;
        if self.ways[at].is_empty() {
            self.ways[at] = self.ways_from(scenario, place);
        }
        let ways = std::mem::take(&mut self.ways[at]);
        for (branch, to) in &ways {
            let there = &mut self.grids[index(*to)];
            let mut any = 0;
            let carrying = Carrying::of(branch, from, there.shape);
            carrying.rows(&fresh, &mut |_, met, base| {
                any |= there.meet(base, carrying.moved(met));
            });
            if any != 0 && !std::mem::replace(&mut there.waits, true) {
                waiting.push_back(*to);
            }
        }
        self.ways[at] = ways;
    }

    fn ways_from(&mut self, scenario: &Scenario, place: u32) -> Vec<(Branch, u32)> {
        let from = self.places.states[index(place)].clone();
        let (mut found, mut steps) = (Vec::new(), 0);
        let ahead = &self.onward.ahead;
        let mut try_it = |action| {
            steps += branches(scenario, ahead, &from, action, |branch| found.push(branch));
        };
        match from.at {
            At::Ended(_) => {}
            At::Beat(beat) => {
                let choices = (0..).map(ChoiceIdx).take(scenario.beat(beat).choices.len());
                choices.map(Action::Choose).for_each(try_it);
            }
            At::Chance(_, chance) => {
                let outcomes = &scenario.chances[chance.at()].outcomes;
                (0..).zip(outcomes).for_each(|(outcome, _)| try_it(Action::Draw(outcome)));
            }
            At::Sheet => self.onward.filled().map(Action::Fill).for_each(try_it),
        }
        self.steps += steps;
        let with_place = |branch: Branch| {
            let (to, _) = self.find_or_add(&branch.to);
            (branch, to)
        };
        found.into_iter().map(with_place).collect()
    }

    /// The place of a state, and where in its grid the state is.
    fn find_or_add(&mut self, state: &State) -> (u32, usize) {
        let place = self.places.of(State { gauges: Gauges::default(), ..state.clone() });
        if index(place) == self.grids.len() {
            self.grids.push(Grid::of(self.onward.ahead.gauges(state.at)));
            self.ways.push(Vec::new());
        }
        (place, cell(self.grids[index(place)].shape, state.gauges))
    }

    /// For each place and each cell of its grid, the best ending that some talk comes to from there.
    pub(super) fn best_endings(&self) -> Vec<Vec<EndingIdx>> {
        let mut best: Vec<Vec<EndingIdx>> = vec![Vec::new(); self.grids.len()];
        for place in self.last_first.iter().copied().map(index) {
            let grid = &self.grids[place];
            let ending = match self.places.states[place].at {
                At::Ended(ending) => ending,
                _ => EndingIdx(0),
            };
            let mut here = vec![ending; grid.met.len() * ROW];
            for (branch, to) in &self.ways[place] {
                let there = &best[index(*to)];
                let carrying = Carrying::of(branch, grid.shape, self.grids[index(*to)].shape);
                carrying.rows(&grid.met, &mut |row, met, base| {
                    for value in values(met) {
                        let here = &mut here[row * ROW + value];
                        *here = (*here).max(there[base + carrying.add(value)]);
                    }
                });
            }
            best[place] = here;
        }
        best
    }

    /// Where a state is among them: its place, and the cell of its grid; nothing where no talk comes to it.
    pub(super) fn find(&self, state: &State) -> Option<(usize, usize)> {
        let mut state = state.clone();
        self.onward.ahead.forget(&mut state);
        let place = index(self.places.find(&State { gauges: Gauges::default(), ..state.clone() })?);
        let cell = cell(self.grids[place].shape, state.gauges);
        self.grids[place].has(cell).then_some((place, cell))
    }
}

/// The places, each after all that it leads to. There is no way round, for a compiled scenario has none.
fn last_first(ways: &[Vec<(Branch, u32)>]) -> Vec<u32> {
    let mut order = Vec::with_capacity(ways.len());
    let mut seen = vec![false; ways.len()];
    // A place is looked at twice: to look at what it leads to first, and then to be put into the order.
    let mut open: Vec<(u32, bool)> = vec![(0, false)];
    while let Some((place, done)) = open.pop() {
        if done {
            order.push(place);
        } else if !std::mem::replace(&mut seen[index(place)], true) {
            open.push((place, true));
            open.extend(ways[index(place)].iter().map(|(_, to)| (*to, false)));
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{BUDGET, STATES_MAX, Space};
    use crate::scenario::read_and_compile;

    const TEXTS: [&str; 5] = [
        include_str!("../../scenarios/last-day-sweets.ron"),
        include_str!("../../scenarios/on-whose-terms.ron"),
        include_str!("../../scenarios/company-face.ron"),
        include_str!("../../scenarios/first-call.ron"),
        include_str!("../../scenarios/examples/the-cold-lunch.ron"),
    ];

    /// Crowds and single situations take the same step, so they come to the same.
    #[test]
    fn crowds_come_to_every_situation_and_to_no_other() {
        for text in TEXTS {
            let scenario = read_and_compile(text).0.unwrap();
            let (space, reach) =
                (Space::of(&scenario, STATES_MAX).unwrap(), Reach::of(&scenario, BUDGET).unwrap());
            assert_eq!(reach.len(), space.len(), "{}", scenario.id);
            let best = reach.best_endings();
            let mut expected = vec![EndingIdx(0); space.len()];
            for at in space.last_first.iter().copied() {
                let onward = space.ways[index(at)].iter().map(|way| expected[index(way.to)]).max();
                expected[index(at)] = space.ending(at).or(onward).unwrap();
                let (place, cell) = reach.find(&space.states[index(at)]).unwrap();
                assert_eq!(best[place][cell], expected[index(at)], "{}", scenario.id);
            }
        }
    }

    #[test]
    fn a_state_that_no_talk_comes_to_is_not_found() {
        let scenario = read_and_compile(TEXTS[0]).0.unwrap();
        let reach = Reach::of(&scenario, BUDGET).unwrap();
        let (mut calm, _) = crate::session::open(&scenario);
        assert!(reach.find(&calm).is_some());
        calm.gauges = Gauges::new(0, 10);
        assert_eq!(reach.find(&calm), None);
    }
}
