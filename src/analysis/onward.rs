//! How a talk can go on from a situation: what can be done there, and which situation that leads to.

use crate::analysis::ahead::Ahead;
use crate::assess::right_entries;
use crate::scenario::{ChoiceIdx, PromiseIdx, Scenario};
use crate::session::{Action, At, Entries, Events, State, open, step_on};

/// Entries that conditions ask for are tried in every combination; more of them than this are too many situations.
const TRIED_ENTRIES_MAX: usize = 10;

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

/// The ways on from every situation. What no condition ahead asks for is forgotten in all of them, so that situations
/// that will go on alike are one.
#[derive(Debug)]
pub struct Onward<'s> {
    scenario: &'s Scenario,
    pub(super) ahead: Ahead,
    /// The entries of the hand-over sheet that a condition asks for, by their place.
    asked: Vec<usize>,
}

impl<'s> Onward<'s> {
    /// The ways on in a scenario; nothing where its hand-over sheet can be filled in too many ways.
    pub fn of(scenario: &'s Scenario) -> Option<Self> {
        Self::watching(scenario, &[])
    }

    /// The same, where it also matters what becomes of some promises, whether or not a condition asks for it.
    pub(super) fn watching(scenario: &'s Scenario, promises: &[PromiseIdx]) -> Option<Self> {
        let ahead = Ahead::of(scenario, promises);
        let entries = scenario.sheet.iter().flat_map(|sheet| &sheet.entries).enumerate();
        let asked = entries.filter(|(_, entry)| ahead.asked_after_sheet().has(entry.noted));
        let asked: Vec<usize> = asked.map(|(at, _)| at).collect();
        (asked.len() <= TRIED_ENTRIES_MAX).then_some(Self { scenario, ahead, asked })
    }

    /// The first situation.
    pub fn first(&self, events: &mut impl Events) -> State {
        let (mut first, opening) = open(self.scenario);
        opening.into_iter().for_each(|event| events.push(event));
        self.ahead.forget(&mut first);
        first
    }

    /// Calls `found` for everything that can be done in a situation; some of it may be refused when it is tried.
    pub fn each(&self, state: &State, mut found: impl FnMut(By)) {
        match state.at {
            At::Ended(_) => {}
            At::Beat(beat) => {
                let choices = (0..).map(ChoiceIdx).take(self.scenario.beat(beat).choices.len());
                choices.for_each(|choice| found(By::Choice(choice)));
            }
            At::Chance(_, chance) => {
                let outcomes = self.scenario.chances[chance.at()].outcomes.iter();
                (0..).zip(outcomes).for_each(|(at, (weight, _))| found(By::Outcome(at, *weight)));
            }
            At::Sheet => self.fillings(state).into_iter().for_each(found),
        }
    }

    /// The situation after this; nothing where it is refused.
    pub fn after(&self, state: &State, by: By, events: &mut impl Events) -> Option<State> {
        let mut after = state.clone();
        step_on(self.scenario, &mut after, by.action(), events).ok()?;
        self.ahead.forget(&mut after);
        Some(after)
    }

    /// The entries that a condition asks for, in every combination; the others change nothing.
    fn fillings(&self, state: &State) -> Vec<By> {
        let belongs = right_entries(self.scenario, state);
        let right = self
            .asked
            .iter()
            .filter(|at| belongs.has(**at))
            .fold(Entries::default(), |all, at| all.with(*at));
        self.filled().map(|entries| By::Fill(entries, entries == right)).collect()
    }

    /// Every combination of the entries that a condition asks for.
    pub(super) fn filled(&self) -> impl Iterator<Item = Entries> {
        (0..1_u32 << self.asked.len()).map(|bits| {
            let picked = self.asked.iter().enumerate().filter(|(n, _)| bits >> n & 1 == 1);
            picked.fold(Entries::default(), |all, (_, at)| all.with(*at))
        })
    }
}
