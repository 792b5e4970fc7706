//! The same talks for stateright, the model checker: the same step, and the same is forgotten.

use kikitori::analysis::{By, Onward};
use kikitori::scenario::{Gauges, Scenario};
use kikitori::session::{Event, Events, State};
use stateright::{Checker, Model, Property};

/// Keeps nothing of what happens.
struct Nothing;

impl Events for Nothing {
    fn push(&mut self, _: Event) {}
}

struct Talks(Onward<'static>);

impl Model for Talks {
    type State = State;
    type Action = By;

    fn init_states(&self) -> Vec<State> {
        vec![self.0.first(&mut Nothing)]
    }

    fn actions(&self, state: &State, actions: &mut Vec<By>) {
        self.0.each(state, |by| actions.push(by));
    }

    fn next_state(&self, state: &State, by: By) -> Option<State> {
        self.0.after(state, by, &mut Nothing)
    }

    /// Something that holds everywhere, so that all has to be visited.
    fn properties(&self) -> Vec<Property<Self>> {
        vec![Property::always("anger is in its range", |_: &Self, state: &State| {
            state.gauges.anger <= Gauges::MAX
        })]
    }
}

/// Visits everything, breadth first, in one thread: how many situations there are.
pub(super) fn visited(scenario: &'static Scenario) -> usize {
    let onward = Onward::of(scenario).expect("the scenario is not too large");
    let checker = Talks(onward).checker().threads(1).spawn_bfs().join();
    checker.assert_properties();
    checker.unique_state_count()
}
