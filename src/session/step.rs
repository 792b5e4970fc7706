//! The one function that decides where a talk goes. Play, replay, class, analysis and checker all call it.

use std::fmt;

use crate::scenario::{
    Beat, BeatIdx, ChanceIdx, Choice, ChoiceIdx, Effect, EndingIdx, FactIdx, Gauge, Mark, Mends,
    Move, PromiseIdx, Scenario, Target, Time,
};
use crate::session::{At, Gauging, Marks, State};

/// What a person, a room, a plan or chance does in a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Says one of the current beat's choices.
    Choose(ChoiceIdx),
    /// Lets the time of a beat run out, which says what its silence says.
    TimeRanOut,
    /// Fills the hand-over sheet: which of its entries are written, by their place.
    Fill(Entries),
    /// Chance has decided. A session does this by itself and takes it from nobody.
    Draw(u16),
}

/// Entries of a hand-over sheet, by their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Entries(pub u32);

impl Entries {
    /// Whether the entry at this place is among them.
    pub fn has(self, at: usize) -> bool {
        self.0.checked_shr(u32::try_from(at).unwrap_or(u32::MAX)).unwrap_or_default() & 1 == 1
    }

    /// These and the entry at this place.
    #[must_use]
    pub fn with(self, at: usize) -> Self {
        let bit = 1_u32.checked_shl(u32::try_from(at).unwrap_or(u32::MAX)).unwrap_or_default();
        Self(self.0 | bit)
    }
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
    /// A fact was said aloud as a guess before it was told.
    Guessed(FactIdx),
    /// A confidential fact was passed on.
    Leaked(FactIdx),
    /// A promise was made; it belongs to what must be done.
    Promised(PromiseIdx),
    /// A promise was kept.
    Kept(PromiseIdx),
    /// A promise was broken, or its time passed.
    Broken(PromiseIdx),
    /// The clock went on; show the new time.
    Later(Time),
    /// Chance decided on this outcome; nothing of it is shown.
    Drawn(ChanceIdx, u16),
    /// The talk came to this beat; show its lines, then its choices. What follows came of entering it.
    Entered(BeatIdx),
    /// The hand-over sheet is to be filled.
    SheetOpened,
    /// The hand-over sheet was filled.
    Filled(Entries),
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
    /// This choice cannot be said yet.
    Locked,
    /// The other side waits for ever here.
    NotTimed,
    /// The hand-over sheet is to be filled, and nothing else.
    AtTheSheet,
    /// There is no hand-over sheet to fill here, or it has no such entry.
    NoSuchEntry,
    /// Only chance decides here.
    NotYours,
    /// The scenario leaves no way on from here, which its check should have found.
    NoWayOn,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Over => "the talk is over",
            Self::NoSuchChoice => "this beat has no such choice",
            Self::Locked => "this choice cannot be said yet",
            Self::NotTimed => "this beat waits for an answer for ever",
            Self::AtTheSheet => "the hand-over sheet is to be filled now",
            Self::NoSuchEntry => "there is no such entry to write",
            Self::NotYours => "only chance decides here",
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
        marks: Marks::default(),
        now: scenario.clock.unwrap_or_default(),
        origin: None,
    };
    let mut events = Vec::new();
    // A first beat that passes at once and leads nowhere stays where it is; the check reports it.
    if enter(scenario, &mut state, scenario.opens_at, &mut events).is_none() {
        state.at = At::Beat(scenario.opens_at);
    }
    (state, events)
}

/// What happens is handed to this, in order: a list keeps it all, and who needs less keeps less.
pub trait Events {
    /// Takes what happened next.
    fn push(&mut self, event: Event);
}

impl Events for Vec<Event> {
    fn push(&mut self, event: Event) {
        self.push(event);
    }
}

/// More than most steps bring about, so that a list of events grows once.
const EVENTS: usize = 8;

/// Takes an action in a state: the state after it, and what happened.
///
/// The order is fixed: the choice's guesses and leaks, its effects, the facts its reply tells, the time it takes and
/// the promises that are due by then, interrupts, the move, then what the next beat does on being entered.
///
/// # Errors
/// A [`Refusal`] where the action is not possible.
pub fn step(
    scenario: &Scenario,
    state: &State,
    action: Action,
) -> Result<(State, Vec<Event>), Refusal> {
    let (mut after, mut events) = (state.clone(), Vec::with_capacity(EVENTS));
    step_on(scenario, &mut after, action, &mut events)?;
    Ok((after, events))
}

/// The same step, taken in place: what [`step`] calls, and what visits many states without keeping what happened.
/// It knows of gauges only what [`Gauging`] tells, so that a crowd of talks can take it together.
///
/// # Errors
/// As [`step`]; the state is of no use then.
pub fn step_on<G: Gauging>(
    scenario: &Scenario,
    state: &mut State<G>,
    action: Action,
    events: &mut impl Events,
) -> Result<(), Refusal> {
    match (state.at, action) {
        (At::Ended(_), _) => Err(Refusal::Over),
        (At::Beat(beat), Action::Choose(choice)) => say(scenario, state, beat, choice, events),
        (At::Beat(beat), Action::TimeRanOut) => {
            let silence = scenario.beat(beat).silence().ok_or(Refusal::NotTimed)?;
            say(scenario, state, beat, silence, events)
        }
        (At::Sheet, Action::Fill(entries)) => fill(scenario, state, entries, events),
        (At::Chance(beat, chance), Action::Draw(outcome)) => {
            draw(scenario, state, beat, chance, outcome, events)
        }
        (At::Sheet, Action::Choose(_) | Action::TimeRanOut) => Err(Refusal::AtTheSheet),
        (At::Beat(_), Action::Fill(_)) => Err(Refusal::NoSuchEntry),
        (At::Chance(..), _) | (_, Action::Draw(_)) => Err(Refusal::NotYours),
    }
}

fn say<G: Gauging>(
    scenario: &Scenario,
    state: &mut State<G>,
    beat: BeatIdx,
    chosen: ChoiceIdx,
    events: &mut impl Events,
) -> Result<(), Refusal> {
    let choice = scenario.beat(beat).choices.get(chosen.at()).ok_or(Refusal::NoSuchChoice)?;
    if !can_be_said(choice, state) {
        return Err(Refusal::Locked);
    }
    events.push(Event::Chose(beat, chosen));
    say_what_should_wait(scenario, state, choice, events);
    apply(scenario, state, &choice.effects, events);
    tell(scenario, state, &choice.tells, events);
    let then = state.now.later(choice.takes);
    pass_time(scenario, state, then, events);
    let struck = scenario.interrupts.iter().find(|interrupt| {
        let spent = interrupt.struck.is_some_and(|mark| state.marks.has(mark));
        !spent && state.holds(&interrupt.when)
    });
    let way = match struck {
        Some(interrupt) => {
            if let Some(mark) = interrupt.struck {
                state.marks = state.marks.with(mark);
            }
            go(scenario, state, beat, interrupt.to, events)
        }
        None => go_on(scenario, state, beat, &choice.moves, events),
    };
    way.ok_or(Refusal::NoWayOn)
}

/// Whether a choice can be said in a state.
pub fn can_be_said<G: Gauging>(choice: &Choice, state: &State<G>) -> bool {
    state.holds(&choice.when)
}

/// The choices of a beat that can be said in a state, in the order written.
pub fn sayable<'s>(
    beat: &'s Beat,
    state: &'s State,
) -> impl Iterator<Item = (ChoiceIdx, &'s Choice)> + Clone {
    (0..).map(ChoiceIdx).zip(&beat.choices).filter(|(_, choice)| can_be_said(choice, state))
}

/// The best choice of a beat in a state; where topics are offered, the first that is left.
pub fn key_of(beat: &Beat, state: &State) -> ChoiceIdx {
    let key = &beat.choices[beat.key.at()];
    if can_be_said(key, state) {
        return beat.key;
    }
    sayable(beat, state).next().map_or(beat.key, |(choice, _)| choice)
}

fn fill<G: Gauging>(
    scenario: &Scenario,
    state: &mut State<G>,
    entries: Entries,
    events: &mut impl Events,
) -> Result<(), Refusal> {
    let sheet = scenario.sheet.as_ref().ok_or(Refusal::NoSuchEntry)?;
    let known = (0..sheet.entries.len()).fold(Entries::default(), Entries::with);
    if entries.0 & !known.0 != 0 {
        return Err(Refusal::NoSuchEntry);
    }
    events.push(Event::Filled(entries));
    for (_, entry) in sheet.entries.iter().enumerate().filter(|(at, _)| entries.has(*at)) {
        state.marks = state.marks.with(entry.noted);
    }
    let target = first(state, &sheet.next).ok_or(Refusal::NoWayOn)?;
    go(scenario, state, scenario.opens_at, target, events).ok_or(Refusal::NoWayOn)
}

fn draw<G: Gauging>(
    scenario: &Scenario,
    state: &mut State<G>,
    beat: BeatIdx,
    chance: ChanceIdx,
    outcome: u16,
    events: &mut impl Events,
) -> Result<(), Refusal> {
    let outcomes = &scenario.chances[chance.at()].outcomes;
    let (_, target) = outcomes.get(usize::from(outcome)).ok_or(Refusal::NotYours)?;
    events.push(Event::Drawn(chance, outcome));
    go(scenario, state, beat, *target, events).ok_or(Refusal::NoWayOn)
}

fn first<G: Gauging>(state: &State<G>, moves: &[Move]) -> Option<Target> {
    moves.iter().find(|way| state.holds(&way.when)).map(|way| way.to)
}

fn go_on<G: Gauging>(
    scenario: &Scenario,
    state: &mut State<G>,
    from: BeatIdx,
    moves: &[Move],
    events: &mut impl Events,
) -> Option<()> {
    let target = first(state, moves)?;
    go(scenario, state, from, target, events)
}

/// Goes where a move leads; `None` where it leads nowhere.
fn go<G: Gauging>(
    scenario: &Scenario,
    state: &mut State<G>,
    from: BeatIdx,
    target: Target,
    events: &mut impl Events,
) -> Option<()> {
    let main = state.origin.unwrap_or(from);
    match target {
        Target::Back => {
            let target = first(state, &scenario.beat(main).next)?;
            if target == Target::Back {
                return None;
            }
            go(scenario, state, from, target, events)?;
        }
        Target::Beat(next) => {
            state.origin = scenario.beat(next).is_second_chance().then_some(main);
            enter(scenario, state, next, events)?;
        }
        Target::Chance(chance) => state.at = At::Chance(from, chance),
        Target::Sheet => {
            state.at = At::Sheet;
            state.origin = None;
            events.push(Event::SheetOpened);
        }
        Target::Ending(ending) => {
            state.at = At::Ended(ending);
            state.origin = None;
            events.push(Event::Ended(ending));
        }
    }
    Some(())
}

fn enter<G: Gauging>(
    scenario: &Scenario,
    state: &mut State<G>,
    at: BeatIdx,
    events: &mut impl Events,
) -> Option<()> {
    let beat = scenario.beat(at);
    if beat.passes_when.as_ref().is_some_and(|when| state.holds(when)) {
        // Everything was asked: the talk goes on by itself. It cannot come back here without a topic left.
        return go_on(scenario, state, at, &beat.next, events);
    }
    state.at = At::Beat(at);
    events.push(Event::Entered(at));
    if let Some(time) = scenario.act_at(at).and_then(|act| act.opens_at) {
        let then = time.max(state.now);
        pass_time(scenario, state, then, events);
    }
    for (when, effects) in &beat.enter {
        if state.holds(when) {
            apply(scenario, state, effects, events);
        }
    }
    tell(scenario, state, &beat.tells, events);
    Some(())
}

/// The clock goes on, and promises whose time has passed are broken.
fn pass_time<G: Gauging>(
    scenario: &Scenario,
    state: &mut State<G>,
    then: Time,
    events: &mut impl Events,
) {
    if scenario.clock.is_none() || then == state.now {
        return;
    }
    state.now = then;
    events.push(Event::Later(then));
    for (at, promise) in (0..).map(PromiseIdx).zip(&scenario.promises) {
        if promise.due.is_some_and(|due| due < then) {
            settle(scenario, state, at, promise.broken, Event::Broken(at), events);
        }
    }
}

/// A promise that stands is settled once, one way or the other.
fn settle<G: Gauging>(
    scenario: &Scenario,
    state: &mut State<G>,
    at: PromiseIdx,
    as_what: Mark,
    event: Event,
    events: &mut impl Events,
) {
    let promise = &scenario.promises[at.at()];
    let settled = state.marks.has(promise.kept) || state.marks.has(promise.broken);
    if state.marks.has(promise.made) && !settled {
        state.marks = state.marks.with(as_what);
        events.push(event);
    }
}

/// Guesses cost what they cost, unless the fact was told already; what must not travel is remembered.
fn say_what_should_wait<G: Gauging>(
    scenario: &Scenario,
    state: &mut State<G>,
    choice: &Choice,
    events: &mut impl Events,
) {
    for at in &choice.guesses {
        let fact = &scenario.facts[at.at()];
        if !state.knows(fact) {
            state.marks = state.marks.with(fact.guessed);
            events.push(Event::Guessed(*at));
            apply(scenario, state, &fact.guess, events);
        }
    }
    for at in &choice.leaks {
        state.marks = state.marks.with(scenario.facts[at.at()].leaked);
        events.push(Event::Leaked(*at));
    }
}

fn apply<G: Gauging>(
    scenario: &Scenario,
    state: &mut State<G>,
    effects: &[Effect],
    events: &mut impl Events,
) {
    for effect in effects {
        match *effect {
            Effect::Gauge(gauge, by) => {
                let (from, to) = state.gauges.move_by(gauge, by);
                if from != to {
                    events.push(Event::Moved { gauge, from, to });
                }
            }
            Effect::Set(mark) => state.marks = state.marks.with(mark),
            Effect::Clear(mark) => state.marks = state.marks.without(mark),
            Effect::Promise(at) => {
                let made = scenario.promises[at.at()].made;
                if !state.marks.has(made) {
                    state.marks = state.marks.with(made);
                    events.push(Event::Promised(at));
                }
            }
            Effect::Keep(at) => {
                let kept = scenario.promises[at.at()].kept;
                settle(scenario, state, at, kept, Event::Kept(at), events);
            }
            Effect::Break(at) => {
                let broken = scenario.promises[at.at()].broken;
                settle(scenario, state, at, broken, Event::Broken(at), events);
            }
        }
    }
}

fn tell<G: Gauging>(
    scenario: &Scenario,
    state: &mut State<G>,
    facts: &[FactIdx],
    events: &mut impl Events,
) {
    for at in facts {
        let fact = &scenario.facts[at.at()];
        if !state.knows(fact) {
            state.marks = state.marks.with(fact.told);
            events.push(Event::Told(*at));
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
