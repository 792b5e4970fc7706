//! A talk in progress: actions go in, events come out, and the list of actions is all that need be kept.

mod order;
mod state;
mod step;
mod transcript;
mod view;

pub use order::{Seed, shown_order};
pub use state::{At, Bits, State};
pub use step::{Action, Event, Refusal, mended_beat, open, said, step};
pub use transcript::{Entry, Millis, Transcript};
pub use view::{ChoiceView, LineView, Moment, TalkView, TurnView};
pub(crate) use view::{beat_lines, reply_lines};

use std::sync::Arc;

use crate::scenario::{BeatIdx, ChoiceIdx, Ending, EndingIdx, Gauges, Scenario};

/// One decision taken, with the state around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Where.
    pub beat: BeatIdx,
    /// What was said.
    pub choice: ChoiceIdx,
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
        let own = self.events.iter().take_while(|event| !matches!(event, Event::Entered(_)));
        own.fold(self.before.gauges, |gauges, event| match *event {
            Event::Moved { gauge, from, to } => {
                gauges.moved(gauge, to.wrapping_sub(from).cast_signed())
            }
            Event::Chose(..) | Event::Told(_) | Event::Entered(_) | Event::Ended(_) => gauges,
        })
    }
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
    transcript: Transcript,
}

impl Session {
    /// Opens the scenario's first beat. The seed decides the order in which choices are shown, and nothing else.
    pub fn start(scenario: Arc<Scenario>, seed: Seed) -> Self {
        let (state, opening) = open(&scenario);
        let transcript = Transcript::new(&scenario.id, seed);
        Self { scenario, state, opening, turns: Vec::new(), transcript }
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

    /// Takes an action, `at` milliseconds after the start, and says what came of it.
    ///
    /// # Errors
    /// A [`Refusal`] for an action that is not possible now; the talk stays as it was.
    pub fn handle(&mut self, action: Action, at: Millis) -> Result<Vec<Event>, Refusal> {
        let (after, events) = step(&self.scenario, &self.state, action)?;
        if let (At::Beat(beat), Action::Choose(choice)) = (self.state.at, action) {
            let mends = self.mended_turn(beat);
            let before = std::mem::replace(&mut self.state, after.clone());
            self.turns.push(Turn { beat, choice, before, after, events: events.clone(), mends });
        }
        self.transcript.entries.push(Entry { action, at });
        Ok(events)
    }

    /// The latest turn at the main beat that a second chance mends.
    fn mended_turn(&self, beat: BeatIdx) -> Option<usize> {
        let main = mended_beat(&self.scenario, beat, &self.state)?;
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

    /// Every decision so far.
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// What need be kept to have this talk again.
    pub fn transcript(&self) -> &Transcript {
        &self.transcript
    }

    /// The beat that awaits a choice; `None` at the end.
    pub fn beat(&self) -> Option<BeatIdx> {
        match self.state.at {
            At::Beat(beat) => Some(beat),
            At::Ended(_) => None,
        }
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
            At::Beat(_) => None,
            At::Ended(ending) => Some(ending),
        }
    }

    /// The current beat's choices in the order in which they are shown; empty at the end.
    pub fn shown_choices(&self) -> Vec<ChoiceIdx> {
        let Some(beat) = self.beat() else {
            return Vec::new();
        };
        let visit = self.turns.iter().filter(|turn| turn.beat == beat).count();
        let visit = u32::try_from(visit).unwrap_or(u32::MAX);
        shown_order(self.transcript.seed, beat, visit, self.scenario.beat(beat).choices.len())
    }
}
