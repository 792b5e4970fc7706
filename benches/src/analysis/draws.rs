//! Monte Carlo: talks of a random trainee, one after the other, on the bare state.

use std::time::Duration;

use cpu_time::ProcessTime;
use kikitori::scenario::{EndingIdx, Scenario};
use kikitori::session::{Action, At, Entries, Event, Events, State, can_be_said, open, step_on};

use crate::chance::Chance;

/// What drawing talks came to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Estimate {
    /// How many talks were drawn.
    pub(super) talks: u32,
    /// The share of those that came to the best ending.
    pub(super) share: f64,
    /// Its standard error.
    pub(super) error: f64,
}

struct Nothing;

impl Events for Nothing {
    fn push(&mut self, _: Event) {}
}

/// Draws talks for so long.
pub(super) fn estimate(scenario: &Scenario, time: Duration) -> Estimate {
    let best = EndingIdx(u16::try_from(scenario.endings.len() - 1).expect("endings are few"));
    let (first, _) = open(scenario);
    let mut chance = Chance::new(1);
    let (mut talks, mut hits) = (0_u32, 0_u32);
    let start = ProcessTime::now();
    while !talks.is_multiple_of(256) || talks == 0 || start.elapsed() < time {
        hits += u32::from(talk(scenario, first.clone(), &mut chance) == best);
        talks += 1;
    }
    let share = f64::from(hits) / f64::from(talks);
    Estimate { talks, share, error: (share * (1.0 - share) / f64::from(talks)).sqrt() }
}

fn talk(scenario: &Scenario, mut state: State, chance: &mut Chance) -> EndingIdx {
    loop {
        let action = match state.at {
            At::Ended(ending) => return ending,
            At::Beat(beat) => {
                let choices = &scenario.beat(beat).choices;
                let open = choices.iter().filter(|choice| can_be_said(choice, &state)).count();
                let said = (0..).zip(choices).filter(|(_, choice)| can_be_said(choice, &state));
                let drawn = said.map(|(at, _)| at).nth(chance.below(open));
                Action::Choose(kikitori::scenario::ChoiceIdx(drawn.expect("it is below the count")))
            }
            At::Chance(_, at) => {
                let chances = &scenario.chances[at.at()];
                let drawn =
                    chance.below(usize::try_from(chances.total()).expect("weights are small"));
                Action::Draw(chances.outcome(u32::try_from(drawn).expect("it is below the total")))
            }
            At::Sheet => {
                let entries = scenario.sheet.iter().flat_map(|sheet| 0..sheet.entries.len());
                let written = entries.filter(|_| chance.below(2) == 1);
                Action::Fill(written.fold(Entries::default(), Entries::with))
            }
        };
        step_on(scenario, &mut state, action, &mut Nothing).expect("it is possible");
    }
}
