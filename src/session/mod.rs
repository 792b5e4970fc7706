//! A talk in progress: actions go in, events come out, and the list of actions is all that need be kept.

mod deed;
mod mode;
mod order;
mod state;
mod step;
mod story;
mod telling;
mod transcript;
mod view;

pub use deed::{Deed, Misfit};
pub use mode::Mode;
pub use order::{Seed, drawn_outcome, shown_order};
pub use state::{At, Gauging, Marks, State};
pub use step::{
    Action, Entries, Event, Events, Refusal, can_be_said, key_of, mended_beat, open, sayable, step,
    step_on,
};
pub use telling::{Telling, said};
pub use transcript::{Entry, Millis, Transcript};
pub use view::{
    ChoiceView, ClockView, EntryView, GaugeView, LineView, Moment, PromiseState, PromiseView,
    TalkView, TurnView, promise_views,
};
pub(crate) use view::{beat_lines, reply_lines, reply_lines_to};

use std::sync::Arc;

use crate::scenario::{BeatIdx, ChoiceIdx, Ending, EndingIdx, Gauges, Scenario};

/// One decision taken, with the state around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Where.
    pub beat: BeatIdx,
    /// What was said.
    pub choice: ChoiceIdx,
    /// How often the talk had been at this beat before.
    pub visit: u32,
    /// The state in which it was said.
    pub before: State,
    /// The state after the reply, already at the next beat or ending.
    pub after: State,
    /// What happened, in order.
    pub events: Vec<Event>,
    /// The turn that this second chance mends, by its place among the turns.
    pub mends: Option<usize>,
}

impl Turn {
    /// The gauges once the reply was heard, before the next beat changed anything.
    pub fn gauges_after_reply(&self) -> Gauges {
        gauges_after_reply(self.before.gauges, &self.events)
    }
}

/// The gauges once the reply was heard, by what happened from the choice on.
pub(crate) fn gauges_after_reply(before: Gauges, events: &[Event]) -> Gauges {
    let comes_next =
        |event: &Event| matches!(event, Event::Entered(_) | Event::SheetOpened | Event::Ended(_));
    let own = events.iter().take_while(|event| !comes_next(event));
    own.fold(before, |gauges, event| match *event {
        Event::Moved { gauge, from, to } => {
            gauges.moved(gauge, to.wrapping_sub(from).cast_signed())
        }
        _ => gauges,
    })
}

/// The hand-over sheet as it was filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledSheet {
    /// What was written.
    pub entries: Entries,
    /// The state in which it was written, which decides what belonged on it.
    pub before: State,
    /// What came of it.
    pub events: Vec<Event>,
}

/// More turns than most talks have, so that their list grows once.
const TURNS: usize = 32;

/// How chance decides in a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Luck {
    /// By the transcript's seed.
    Seeded,
    /// What is likeliest always comes, as on the route that others are measured by.
    Likeliest,
}

/// A talk in progress or at its end.
///
/// ```
/// # use std::sync::Arc;
/// # use kikitori::{scenario, session::{Action, Seed, Session}};
/// # let text = include_str!("../../tests/scenarios/tiny.ron");
/// let (scenario, findings) = scenario::read_and_compile(text);
/// assert!(findings.is_empty());
/// let mut talk = Session::start(Arc::new(scenario.unwrap()), Seed(7));
/// let first = talk.find("ask").unwrap();
/// talk.handle(Action::Choose(first), 1200).unwrap();
/// assert_eq!(talk.ending().unwrap().id, "heard");
/// // The same inputs give the same talk.
/// let again = Session::replay(Arc::clone(talk.scenario()), talk.transcript()).unwrap();
/// assert_eq!(again, talk);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    scenario: Arc<Scenario>,
    state: State,
    opening: Vec<Event>,
    turns: Vec<Turn>,
    sheet: Option<FilledSheet>,
    luck: Luck,
    transcript: Transcript,
}

impl Session {
    /// Opens the scenario's first beat. The seed decides the order in which choices are shown, and what is left to
    /// chance.
    pub fn start(scenario: Arc<Scenario>, seed: Seed) -> Self {
        Self::open(scenario, seed, Luck::Seeded)
    }

    /// Opens a talk in which chance always decides on what is likeliest.
    pub fn start_likeliest(scenario: Arc<Scenario>) -> Self {
        Self::open(scenario, Seed(0), Luck::Likeliest)
    }

    /// Begins in the middle, for an author who tries a beat. Such a talk is no attempt: its transcript does not say how
    /// it began, and it is not kept.
    pub fn rehearse(scenario: Arc<Scenario>, seed: Seed, from: State) -> Self {
        let transcript = Transcript::new(&scenario.id, seed);
        let (opening, turns) = (Vec::new(), Vec::new());
        let luck = Luck::Seeded;
        Self { scenario, state: from, opening, turns, sheet: None, luck, transcript }
    }

    /// The same talk in a changed scenario: what was said is said again, as far as its beats and choices still have
    /// their ids; if that no longer leads here, it is rehearsed from here. `None` where this beat is gone.
    pub fn carried_over(&self, changed: Arc<Scenario>) -> Option<Self> {
        let here = self.scenario.beat(self.beat()?).id.as_str();
        let here = changed.find_beat(here)?;
        let mut again = Self::start(Arc::clone(&changed), self.transcript.seed);
        for turn in &self.turns {
            let said = self.scenario.choice(turn.beat, turn.choice).id.as_str();
            let same = again
                .beat()
                .is_some_and(|beat| changed.beat(beat).id == self.scenario.beat(turn.beat).id);
            let Some(choice) = again.find(said).filter(|_| same) else { break };
            if again.handle(Action::Choose(choice), 0).is_err() {
                break;
            }
        }
        if again.beat() == Some(here) && again.turns.len() == self.turns.len() {
            return Some(again);
        }
        let (mut state, _) = open(&changed);
        state.at = At::Beat(here);
        state.gauges = self.state.gauges;
        for (at, name) in (0..).map(crate::scenario::Mark).zip(&changed.marks) {
            let known = self.scenario.marks.iter().position(|known| known == name);
            let known = known.and_then(|at| u16::try_from(at).ok()).map(crate::scenario::Mark);
            if known.is_some_and(|known| self.state.marks.has(known)) {
                state.marks = state.marks.with(at);
            }
        }
        Some(Self::rehearse(changed, self.transcript.seed, state))
    }

    fn open(scenario: Arc<Scenario>, seed: Seed, luck: Luck) -> Self {
        let (state, opening) = open(&scenario);
        let transcript = Transcript::new(&scenario.id, seed);
        let mut talk = Self {
            scenario,
            state,
            opening,
            turns: Vec::with_capacity(TURNS),
            sheet: None,
            luck,
            transcript,
        };
        let state = talk.state.clone();
        let mut opening = std::mem::take(&mut talk.opening);
        if let Ok(state) = talk.draw(state, &mut opening) {
            talk.state = state;
        }
        talk.opening = opening;
        talk
    }

    /// Plays a transcript again.
    ///
    /// # Errors
    /// The refusal of the first action that this scenario does not take.
    pub fn replay(scenario: Arc<Scenario>, transcript: &Transcript) -> Result<Self, Refusal> {
        let mut session = Self::start(scenario, transcript.seed);
        for entry in &transcript.entries {
            session.handle(entry.action, entry.at)?;
        }
        Ok(session)
    }

    /// The same talk as it stood before one of its decisions, counted from 0, to go on from there in another way.
    /// `None` where it was not played from its beginning, or has no such decision.
    pub fn before_turn(&self, turn: usize) -> Option<Self> {
        let wanted = self.turns.get(turn)?;
        let mut again = Self::open(Arc::clone(&self.scenario), self.transcript.seed, self.luck);
        for entry in &self.transcript.entries {
            if again.turns.len() == turn {
                break;
            }
            again.handle(entry.action, entry.at).ok()?;
        }
        (again.state == wanted.before && again.turns == self.turns[..turn]).then_some(again)
    }

    /// Takes an action, `at` milliseconds after the start, and says what came of it.
    ///
    /// # Errors
    /// A [`Refusal`] for an action that is not possible now; the talk stays as it was.
    pub fn handle(&mut self, action: Action, at: Millis) -> Result<Vec<Event>, Refusal> {
        if let Action::Draw(_) = action {
            return Err(Refusal::NotYours);
        }
        let (after, mut events) = step(&self.scenario, &self.state, action)?;
        let after = self.draw(after, &mut events)?;
        let before = std::mem::replace(&mut self.state, after.clone());
        match *events.as_slice() {
            [Event::Chose(beat, choice), ..] => {
                let mends = self.mended_turn(beat, &before);
                let (visit, events) = (self.visits(beat), events.clone());
                self.turns.push(Turn { beat, choice, visit, before, after, events, mends });
            }
            [Event::Filled(entries), ..] => {
                self.sheet = Some(FilledSheet { entries, before, events: events.clone() });
            }
            _ => {}
        }
        self.transcript.entries.push(Entry { action, at });
        Ok(events)
    }

    /// Lets chance decide until someone else has to.
    fn draw(&self, mut state: State, events: &mut Vec<Event>) -> Result<State, Refusal> {
        while let At::Chance(_, at) = state.at {
            let chance = &self.scenario.chances[at.at()];
            let same = |event: &&Event| matches!(event, Event::Drawn(other, _) if *other == at);
            let before = self.turns.iter().flat_map(|turn| &turn.events).chain(&self.opening);
            let visit = before.chain(events.iter()).filter(same).count();
            let outcome = match self.luck {
                Luck::Likeliest => chance.likeliest(),
                Luck::Seeded => {
                    let visit = u32::try_from(visit).unwrap_or(u32::MAX);
                    drawn_outcome(self.transcript.seed, at, visit, chance)
                }
            };
            let (after, drawn) = step(&self.scenario, &state, Action::Draw(outcome))?;
            state = after;
            events.extend(drawn);
        }
        Ok(state)
    }

    /// How often the talk has answered at a beat.
    fn visits(&self, beat: BeatIdx) -> u32 {
        let count = self.turns.iter().filter(|turn| turn.beat == beat).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// The latest turn at the main beat that a second chance mends.
    fn mended_turn(&self, beat: BeatIdx, before: &State) -> Option<usize> {
        let main = mended_beat(&self.scenario, beat, before)?;
        self.turns.iter().rposition(|turn| turn.beat == main)
    }

    /// The scenario that is played.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// Where the talk stands.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What happened when the talk opened.
    pub fn opening(&self) -> &[Event] {
        &self.opening
    }

    /// The hand-over sheet, once it was filled.
    pub fn sheet(&self) -> Option<&FilledSheet> {
        self.sheet.as_ref()
    }

    /// Everything that happened, from the opening on.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        let turns = self.turns.iter().flat_map(|turn| &turn.events);
        let sheet = self.sheet.iter().flat_map(|sheet| &sheet.events);
        self.opening.iter().chain(turns).chain(sheet)
    }

    /// Every decision so far.
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// What need be kept to have this talk again.
    pub fn transcript(&self) -> &Transcript {
        &self.transcript
    }

    /// The beat that awaits a choice; `None` at the hand-over sheet and at the end.
    pub fn beat(&self) -> Option<BeatIdx> {
        match self.state.at {
            At::Beat(beat) => Some(beat),
            At::Chance(..) | At::Sheet | At::Ended(_) => None,
        }
    }

    /// Whether the hand-over sheet awaits to be filled.
    pub fn at_sheet(&self) -> bool {
        self.state.at == At::Sheet
    }

    /// Whether nothing more will be taken.
    pub fn is_over(&self) -> bool {
        matches!(self.state.at, At::Ended(_))
    }

    /// The choice with this id at the current beat.
    pub fn find(&self, choice: &str) -> Option<ChoiceIdx> {
        self.beat().and_then(|beat| self.scenario.beat(beat).find_choice(choice))
    }

    /// The ending, once the talk is over.
    pub fn ending(&self) -> Option<&Ending> {
        self.ending_idx().map(|ending| self.scenario.ending(ending))
    }

    /// The ending's place, once the talk is over.
    pub fn ending_idx(&self) -> Option<EndingIdx> {
        match self.state.at {
            At::Beat(_) | At::Chance(..) | At::Sheet => None,
            At::Ended(ending) => Some(ending),
        }
    }

    /// The current beat's choices in the order in which they are shown; empty at the end. Saying nothing comes last, and
    /// so does the way on from topics, which keep their order while they are asked one by one.
    /// What cannot be said is among them only where the scenario shows it with the reason.
    pub fn shown_choices(&self) -> Vec<ChoiceIdx> {
        let Some(at) = self.beat() else {
            return Vec::new();
        };
        let beat = self.scenario.beat(at);
        let visit = if beat.is_hub() { 0 } else { self.visits(at) };
        let mut order = shown_order(self.transcript.seed, at, visit, beat.choices.len());
        order.retain(|at| {
            let choice = &beat.choices[at.at()];
            choice.locked.is_some() || can_be_said(choice, &self.state)
        });
        order.sort_by_key(|at| beat.silence() == Some(*at) || beat.enough() == Some(*at));
        order
    }

    /// How the lines of the current beat are told.
    pub fn telling(&self, beat: BeatIdx) -> Telling {
        Telling { seed: self.transcript.seed, beat, visit: self.visits(beat) }
    }

    /// How the lines of a turn, and what was answered, are told.
    pub fn telling_of(&self, turn: &Turn) -> Telling {
        Telling { seed: self.transcript.seed, beat: turn.beat, visit: turn.visit }
    }
}
