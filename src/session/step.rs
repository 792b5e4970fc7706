//! The one function that decides where a talk goes. Play, replay, class, analysis and checker all call it.

use std::fmt;

use crate::lang::{Lang, Localized};
use crate::scenario::{
    BeatIdx, ChoiceIdx, Effect, EndingIdx, FactIdx, Gauge, Line, Mends, Move, Scenario, SpeakerIdx,
    Target,
};
use crate::session::{At, State};

/// What a person, a room or a plan does in a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Says one of the current beat's choices.
    Choose(ChoiceIdx),
}

/// What came of an action, in the order in which it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Event {
    /// The trainee said this; show it, then the choice's reply.
    Chose(BeatIdx, ChoiceIdx),
    /// A gauge moved; show its new value.
    Moved {
        /// Which.
        gauge: Gauge,
        /// Its value before.
        from: u8,
        /// Its value now.
        to: u8,
    },
    /// A fact was told for the first time; it belongs to what has been heard.
    Told(FactIdx),
    /// The talk came to this beat; show its lines, then its choices. What follows came of entering it.
    Entered(BeatIdx),
    /// The talk is over; nothing more will be taken.
    Ended(EndingIdx),
}

/// An action that the talk does not take, and why. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// The talk is over.
    Over,
    /// The current beat has no such choice.
    NoSuchChoice,
    /// The scenario leaves no way on from here, which its check should have found.
    NoWayOn,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Over => "the talk is over",
            Self::NoSuchChoice => "this beat has no such choice",
            Self::NoWayOn => "the scenario leaves no way on from here",
        })
    }
}

impl std::error::Error for Refusal {}

/// The state before the first choice, and what opening the talk did.
pub fn open(scenario: &Scenario) -> (State, Vec<Event>) {
    let mut state = State {
        at: At::Beat(scenario.opens_at),
        gauges: scenario.start,
        flags: crate::session::Bits::default(),
        told: crate::session::Bits::default(),
        origin: None,
    };
    let mut events = Vec::new();
    enter(scenario, &mut state, scenario.opens_at, &mut events);
    (state, events)
}

/// Takes an action in a state: the state after it, and what happened.
///
/// The order is fixed: the choice's effects, the facts its reply tells, interrupts, the move, then what the next beat
/// does on being entered.
///
/// # Errors
/// A [`Refusal`] where the action is not possible.
pub fn step(
    scenario: &Scenario,
    state: &State,
    action: Action,
) -> Result<(State, Vec<Event>), Refusal> {
    let Action::Choose(chosen) = action;
    let At::Beat(beat) = state.at else {
        return Err(Refusal::Over);
    };
    let choice = scenario.beat(beat).choices.get(chosen.at()).ok_or(Refusal::NoSuchChoice)?;
    let mut after = state.clone();
    let mut events = vec![Event::Chose(beat, chosen)];
    apply(&mut after, &choice.effects, &mut events);
    tell(&mut after, &choice.tells, &mut events);
    match way_on(scenario, &after, beat, &choice.moves).ok_or(Refusal::NoWayOn)? {
        Way::Ending(ending) => {
            after.at = At::Ended(ending);
            after.origin = None;
            events.push(Event::Ended(ending));
        }
        Way::Beat(next) => {
            let main = state.origin.unwrap_or(beat);
            after.origin = scenario.beat(next).is_second_chance().then_some(main);
            enter(scenario, &mut after, next, &mut events);
        }
    }
    Ok((after, events))
}

/// Where a move led, with `Back` resolved.
enum Way {
    Beat(BeatIdx),
    Ending(EndingIdx),
}

fn way_on(scenario: &Scenario, state: &State, beat: BeatIdx, moves: &[Move]) -> Option<Way> {
    if let Some(interrupt) =
        scenario.interrupts.iter().find(|interrupt| state.holds(&interrupt.when))
    {
        return Some(Way::Ending(interrupt.to));
    }
    let first = |moves: &[Move]| moves.iter().find(|way| state.holds(&way.when)).map(|way| way.to);
    let target = match first(moves)? {
        Target::Back => first(&scenario.beat(state.origin.unwrap_or(beat)).next)?,
        other => other,
    };
    match target {
        Target::Beat(next) => Some(Way::Beat(next)),
        Target::Ending(ending) => Some(Way::Ending(ending)),
        Target::Back => None,
    }
}

fn enter(scenario: &Scenario, state: &mut State, beat: BeatIdx, events: &mut Vec<Event>) {
    state.at = At::Beat(beat);
    events.push(Event::Entered(beat));
    for (when, effects) in &scenario.beat(beat).enter {
        if state.holds(when) {
            apply(state, effects, events);
        }
    }
    tell(state, &scenario.beat(beat).tells, events);
}

fn apply(state: &mut State, effects: &[Effect], events: &mut Vec<Event>) {
    for effect in effects {
        match *effect {
            Effect::Gauge(gauge, by) => {
                let from = state.gauges.get(gauge);
                state.gauges = state.gauges.moved(gauge, by);
                let to = state.gauges.get(gauge);
                if from != to {
                    events.push(Event::Moved { gauge, from, to });
                }
            }
            Effect::Set(flag) => state.flags = state.flags.with(flag.at()),
            Effect::Clear(flag) => state.flags = state.flags.without(flag.at()),
        }
    }
}

fn tell(state: &mut State, facts: &[FactIdx], events: &mut Vec<Event>) {
    for fact in facts {
        if !state.knows(*fact) {
            state.told = state.told.with(fact.at());
            events.push(Event::Told(*fact));
        }
    }
}

/// The main beat that the second chance in this state mends; `None` at a main beat.
pub fn mended_beat(scenario: &Scenario, beat: BeatIdx, state: &State) -> Option<BeatIdx> {
    match scenario.beat(beat).mends? {
        Mends::Beat(main) => Some(main),
        Mends::Before => state.origin,
    }
}

/// What is really said of these lines in a state: who speaks, and the variant that holds.
pub fn said<'s>(lines: &'s [Line], state: &State) -> Vec<(SpeakerIdx, &'s Localized)> {
    let variant = |line: &'s Line| {
        line.variants.iter().find(|(when, _)| state.holds(when)).map(|(_, text)| text)
    };
    lines
        .iter()
        .filter(|line| state.holds(&line.when))
        .filter_map(|line| variant(line).map(|text| (line.speaker, text)))
        .collect()
}

/// What is really said, in one language.
pub(super) fn said_in<'s>(
    lines: &'s [Line],
    state: &State,
    lang: Lang,
) -> Vec<(SpeakerIdx, &'s str)> {
    said(lines, state).into_iter().map(|(speaker, text)| (speaker, text.get(lang))).collect()
}
