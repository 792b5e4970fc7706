//! Talks that differ in their gauges alone, taken through one step together: what each way on does to all of them.

use std::cell::Cell;
use std::ops::RangeInclusive;

use crate::analysis::ahead::{Ahead, GAUGES, gauge_at};
use crate::scenario::{Gauge, Gauges, Scenario};
use crate::session::{Action, Event, Events, Gauging, State, step_on};

/// How many values a gauge can have.
pub(super) const VALUES: usize = Gauges::MAX as usize + 1;

/// One way that a step can go: for whom, and what becomes of their gauges.
#[derive(Debug, Clone)]
pub(super) struct Branch {
    /// Where it leads, all gauges left at 0.
    pub(super) to: State,
    /// Whose way it is: for each gauge, a bit for every value that it may have before.
    pub(super) whose: [u16; GAUGES],
    /// For each gauge, what every value is afterwards.
    pub(super) becomes: [[u8; VALUES]; GAUGES],
}

/// Every way that an action can go from a place of the talk, whatever the gauges are there. Those that do not matter
/// are 0.
///
/// The step is taken once for each: where a condition holds for some of the crowd and not for others, those for whom it
/// holds go on, and another time the others. How often it was taken in all.
pub(super) fn branches(
    scenario: &Scenario,
    ahead: &Ahead,
    from: &State,
    action: Action,
    mut found: impl FnMut(Branch),
) -> usize {
    let matter = ahead.gauges(from.at);
    let mut steps = 0;
    let mut next = Some(Partings::default());
    while let Some(partings) = next {
        let State { at, gauges: _, marks, now, origin } = *from;
        let gauges = Crowd::of(matter, partings);
        let mut state = State { at, gauges, marks, now, origin };
        if step_on(scenario, &mut state, action, &mut Unheard).is_ok() {
            ahead.forget_all_but_gauges(&mut state);
            let State { at, gauges, marks, now, origin } = &state;
            let to = State {
                at: *at,
                gauges: Gauges::default(),
                marks: *marks,
                now: *now,
                origin: *origin,
            };
            let whose = gauges.here.each_ref().map(Cell::get);
            found(Branch { to, whose, becomes: gauges.now });
        }
        next = state.gauges.partings.get().next();
        steps += 1;
    }
    steps
}

/// Keeps nothing of what happens.
pub(super) struct Unheard;

impl Events for Unheard {
    fn push(&mut self, _: Event) {}
}

/// Every talk with one of these gauges.
#[derive(Debug)]
struct Crowd {
    /// For each gauge, the values before the step of those who are still here: a bit for each.
    here: [Cell<u16>; GAUGES],
    /// For each gauge, what every value is by now.
    now: [[u8; VALUES]; GAUGES],
    partings: Cell<Partings>,
}

impl Crowd {
    fn of(matter: [bool; GAUGES], partings: Partings) -> Self {
        let here = matter.map(|matters| Cell::new(if matters { (1 << VALUES) - 1 } else { 1 }));
        let values = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, Gauges::MAX];
        Self { here, now: [values; GAUGES], partings: Cell::new(partings) }
    }
}

impl Gauging for Crowd {
    fn within(&self, gauge: Gauge, range: RangeInclusive<u8>) -> bool {
        let at = gauge_at(gauge);
        let (Some(here), Some(now)) = (self.here.get(at), self.now.get(at)) else {
            return range.contains(&0);
        };
        let within = now.iter().rev().fold(0, |all, now| all << 1 | u16::from(range.contains(now)));
        let (inside, outside) = (here.get() & within, here.get() & !within);
        if inside == 0 || outside == 0 {
            return outside == 0;
        }
        let mut partings = self.partings.get();
        let answer = partings.part();
        self.partings.set(partings);
        here.set(if answer { inside } else { outside });
        answer
    }

    /// A crowd has no one value to tell.
    fn move_by(&mut self, gauge: Gauge, by: i8) -> (u8, u8) {
        for now in self.now.get_mut(gauge_at(gauge)).into_iter().flatten() {
            *now = now.saturating_add_signed(by).min(Gauges::MAX);
        }
        (0, 0)
    }
}

/// Where crowds part in a step, and which part goes on: a bit for each parting, set for those for whom it holds.
///
/// At every parting somebody is left behind, so that some gauge has a value less; there are fewer partings than bits.
#[derive(Debug, Clone, Copy, Default)]
struct Partings {
    answers: u64,
    /// How many answers are laid down; after that, those go on for whom it holds.
    laid_down: u32,
    met: u32,
}

impl Partings {
    fn part(&mut self) -> bool {
        let bit = 1 << self.met;
        if self.met >= self.laid_down {
            self.answers |= bit;
        }
        self.met += 1;
        self.answers & bit != 0
    }

    /// The next way through: the last parting at which those went on for whom it holds, with the others.
    fn next(self) -> Option<Self> {
        let met = self.answers & ((1 << self.met) - 1);
        let last = met.checked_ilog2()?;
        Some(Self { answers: met & !(1 << last), laid_down: last + 1, met: 0 })
    }
}
