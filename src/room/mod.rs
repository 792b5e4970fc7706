//! A room that practises together: a trainer's keys go in, and what the room may see comes out.
//!
//! **A room is a plan, a seed and a list of actions with their times.** Votes, the talk and the look back follow from
//! it, so that it can be resumed at the same state. What the room decides is a choice of the talk like any other: it
//! goes through [`Session::handle`].

mod ballot;
mod card;
mod debrief;
mod journal;
mod keys;
mod map;
mod plan;
mod prepared;
mod record;
mod record_html;
mod shown;
mod stage;
mod step;
mod trainer;
mod view;
mod way;

pub use ballot::{Advice, Ballot, Round, Sum, Tally};
pub use card::{Sheets, pages};
pub use debrief::{Chart, Picked, Why, picked};
pub use journal::{JournalFault, Resumed, entry_line, head_line, read_journal};
pub use keys::{KEYS, RULES, RoomKey};
pub use map::{PlaceKind, RouteMap, RoutePlace, RouteWay};
pub use plan::{Length, Pace, Part, Plan, Stretch, TimeStrip, forks};
pub use prepared::{plan_text, read_plan};
pub use record::{DecisionRecord, Movement, Record, movement};
pub use record_html::{record_page, reminder};
pub use stage::Stage;
pub use step::{Pick, RoomAction, RoomEvent, RoomRefusal, room_step};
pub use trainer::{OptionNote, Tone, TrainerView};
pub use view::{OptionView, RoomView, RouteStep};

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::scenario::{BeatIdx, ChoiceIdx, Scenario};
use crate::session::{Action, Entries, Seed, Session, can_be_said};

/// The fewest and the most people that a room is for.
pub const GROUP: std::ops::RangeInclusive<u16> = 8..=60;

/// What a room begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setup {
    /// What is played.
    pub scenario: Arc<Scenario>,
    /// How.
    pub plan: Plan,
    /// The order of options, and what is left to chance.
    pub seed: Seed,
    /// How many people vote, within [`GROUP`].
    pub group: u16,
    /// Where to turn afterwards, as the trainer wrote it: a desk or a number at their workplace. Empty where she wrote
    /// nothing.
    pub contact: String,
}

/// The actions of the talk until a decision: which votes belong to which decision, also after going back.
pub type Route = Vec<Action>;

/// Something that was done, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomEntry {
    /// What.
    pub action: RoomAction,
    /// Seconds since the room began.
    pub at: u32,
}

/// A good line that was heard in the room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The beat at which it was said; none in the look back.
    pub beat: Option<BeatIdx>,
    /// The words, and nothing about who said them.
    pub words: String,
}

/// A place that one can go back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    stage: Stage,
    /// How many actions of the talk came before.
    actions: usize,
}

/// Where a room stands. Small enough to be copied with every key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    setup: Arc<Setup>,
    talk: Session,
    stage: Stage,
    trail: Vec<Place>,
    ballots: BTreeMap<Route, Ballot>,
    /// Decisions that were told in a line, by the actions before them.
    told: Vec<Route>,
    /// What was peeked at, with the actions before the decision.
    peeked: Vec<(Route, ChoiceIdx)>,
    group: u16,
    swapped: bool,
    noted: Vec<Noted>,
    take_aways: Vec<String>,
    next_date: String,
    ticked: Entries,
}

impl Room {
    /// A room before anybody has come in.
    pub fn open(setup: Setup) -> Self {
        let talk = Session::start(Arc::clone(&setup.scenario), setup.seed);
        let group = setup.group.clamp(*GROUP.start(), *GROUP.end());
        Self {
            setup: Arc::new(setup),
            talk,
            stage: Stage::Black,
            trail: Vec::new(),
            ballots: BTreeMap::new(),
            told: Vec::new(),
            peeked: Vec::new(),
            group,
            swapped: false,
            noted: Vec::new(),
            take_aways: Vec::new(),
            next_date: String::new(),
            ticked: Entries::default(),
        }
    }

    /// The room after these actions.
    ///
    /// # Errors
    /// The refusal of the first action that is not possible, with its place among them.
    pub fn replay(setup: Setup, entries: &[RoomEntry]) -> Result<Self, (usize, RoomRefusal)> {
        let mut room = Self::open(setup);
        for (at, entry) in entries.iter().enumerate() {
            room.handle(&entry.action).map_err(|refusal| (at, refusal))?;
        }
        Ok(room)
    }

    /// Takes an action, and says what came of it.
    ///
    /// # Errors
    /// A [`RoomRefusal`]; the room stays as it was.
    pub fn handle(&mut self, action: &RoomAction) -> Result<Vec<RoomEvent>, RoomRefusal> {
        let (after, events) = room_step(self, action)?;
        *self = after;
        Ok(events)
    }

    /// What it began with.
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    /// What is played.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.setup.scenario
    }

    /// The talk that the room has.
    pub fn talk(&self) -> &Session {
        &self.talk
    }

    /// Where the room stands.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// How many people vote.
    pub fn group(&self) -> u16 {
        self.group
    }

    /// Whether the halves of the room have swapped voices.
    pub fn swapped(&self) -> bool {
        self.swapped
    }

    /// Good lines that were heard.
    pub fn noted(&self) -> &[Noted] {
        &self.noted
    }

    /// What people said they will really say this week.
    pub fn take_aways(&self) -> &[String] {
        &self.take_aways
    }

    /// When the room meets again, as the trainer wrote it.
    pub fn next_date(&self) -> &str {
        &self.next_date
    }

    /// What is ticked on the hand-over sheet.
    pub fn ticked(&self) -> Entries {
        self.ticked
    }

    /// Every ballot, by the actions before it, also of routes that the room came back from.
    pub fn ballots(&self) -> &BTreeMap<Route, Ballot> {
        &self.ballots
    }

    /// What was peeked at, with the actions before the decision.
    pub fn peeked(&self) -> &[(Route, ChoiceIdx)] {
        &self.peeked
    }

    /// Whether the decision after these actions was told in a line.
    pub fn was_told(&self, route: &Route) -> bool {
        self.told.contains(route)
    }

    /// Whether one can go back.
    pub fn can_go_back(&self) -> bool {
        !self.trail.is_empty()
    }

    /// The actions of the talk so far.
    pub fn route(&self) -> Route {
        self.talk.transcript().entries.iter().map(|entry| entry.action).collect()
    }

    /// The actions before the decision that the room looks at: the next one, or the one just taken.
    fn route_in_view(&self) -> Route {
        let mut route = self.route();
        if self.looks_at_last() {
            route.pop();
        }
        route
    }

    /// Whether the room looks at the decision it has just taken.
    fn looks_at_last(&self) -> bool {
        self.stage.has_played() || matches!(self.stage, Stage::Told | Stage::Peek(_))
    }

    /// The beat that the room looks at.
    pub fn beat(&self) -> Option<BeatIdx> {
        let last = || self.talk.turns().last().map(|turn| turn.beat);
        if self.looks_at_last() { last() } else { self.talk.beat() }
    }

    /// How the room goes about the beat it looks at.
    pub fn pace(&self) -> Pace {
        self.beat().map_or(Pace::Quick, |beat| self.setup.plan.pace_in(self.scenario(), beat))
    }

    /// The options of the decision that stands, A first. They keep their letters for the whole session.
    pub fn options(&self) -> Vec<ChoiceIdx> {
        options_of(&self.talk)
    }

    /// The options of the decision that the room looks at, by their letters.
    pub fn options_in_view(&self) -> Vec<ChoiceIdx> {
        if let Some(ballot) = self.ballot() {
            return ballot.options.clone();
        }
        if !self.looks_at_last() {
            return self.options();
        }
        let last = self.talk.turns().len().checked_sub(1);
        last.and_then(|last| self.talk.before_turn(last))
            .map(|before| options_of(&before))
            .unwrap_or_default()
    }

    /// The ballot of the decision that the room looks at.
    pub fn ballot(&self) -> Option<&Ballot> {
        self.ballots.get(&self.route_in_view())
    }

    /// Where in the plan's stretches the room stands.
    pub fn stretch(&self) -> usize {
        let stretches = self.setup.plan.stretches(self.scenario());
        let place = |part: Part| stretches.iter().position(|one| one.part == part);
        let part = match self.stage {
            Stage::Black | Stage::Opening => Part::Opening,
            Stage::Context | Stage::Rules if self.talk.turns().is_empty() => Part::Context,
            Stage::Ending | Stage::Untold => Part::Ending,
            Stage::Pairs => Part::Pairs,
            Stage::Writing => Part::Writing,
            Stage::Closing => Part::Closing,
            stage if stage.looks_back() => Part::Debrief,
            _ => {
                // A second chance, or a beat off the planned route, counts to the last planned beat before it.
                let turns = self.talk.turns().iter().map(|turn| turn.beat);
                let beats: Vec<BeatIdx> = turns.chain(self.beat()).collect();
                let planned = beats.iter().rev().find_map(|at| place(Part::Beat(*at)));
                return planned.or_else(|| place(Part::Context)).unwrap_or_default();
            }
        };
        place(part).or_else(|| place(Part::Debrief)).unwrap_or_default()
    }

    /// How the hour stands after so many seconds.
    pub fn time_strip(&self, elapsed: u32) -> TimeStrip {
        TimeStrip::of(&self.setup.plan, self.scenario(), self.stretch(), elapsed)
    }
}

/// What can be said where a talk stands, in the order shown.
fn options_of(talk: &Session) -> Vec<ChoiceIdx> {
    let Some(beat) = talk.beat() else { return Vec::new() };
    let beat = talk.scenario().beat(beat);
    let mut options = talk.shown_choices();
    options.retain(|at| can_be_said(&beat.choices[at.at()], talk.state()));
    options
}
