//! The one function that decides what a room does next.

use std::fmt;

use crate::room::{Ballot, GROUP, Noted, Place, Room, Round, Stage, Sum};
use crate::scenario::ChoiceIdx;
use crate::session::{Action, Entries, Event, Session, key_of};

/// Which choice the room says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pick {
    /// The one with most votes in the latest vote; see [`Ballot::majority`] for ties.
    Majority,
    /// The best there is.
    Best,
    /// This one.
    Choice(ChoiceIdx),
}

/// What a trainer does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoomAction {
    /// Goes to a stage that can follow.
    Go(Stage),
    /// Goes to where the room was before. Votes are kept; a choice that was played is not played yet.
    Back,
    /// One vote more for the option with this letter, counted from 0.
    Count(u8),
    /// So many votes for the option with this letter.
    Total(u8, u16),
    /// Takes the latest count back.
    Uncount,
    /// Has the room say a choice; after one was said, another instead.
    Play(Pick),
    /// Tells the beat in a line, with this choice.
    Tell(Pick),
    /// Shows what another choice would have led to; going back returns.
    Peek(ChoiceIdx),
    /// The halves of the room swap voices.
    Swap,
    /// So many people vote from now on.
    Group(u16),
    /// Ticks an entry of the hand-over sheet, or takes the tick away.
    Tick(u8),
    /// Hands the sheet over.
    HandOver,
    /// Notes a good line that was heard.
    Note(String),
    /// Notes what someone will really say this week.
    TakeAway(String),
    /// Writes down when the room meets again.
    NextDate(String),
    /// Ends the talk here, for the look back.
    LookBack,
}

/// What came of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoomEvent {
    /// The room is at another stage; show it.
    Came(Stage),
    /// The count of this vote changed.
    Counted(Round),
    /// The talk went on; these are its events.
    Talked(Vec<Event>),
    /// Something was written down.
    Noted,
}

/// An action that a room does not take, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoomRefusal {
    /// This cannot follow what the room is at.
    NotNow,
    /// There is nothing before this.
    AtTheStart,
    /// Nobody has voted.
    NoVotes,
    /// More votes were counted than there are people.
    TooManyVotes,
    /// There is no option with this letter.
    NoSuchOption,
    /// There is nothing to take back.
    NothingCounted,
    /// The talk does not take this.
    Talk(crate::session::Refusal),
    /// The group is smaller or larger than a room can be.
    NoSuchGroup,
    /// There is nothing to write down, or too much.
    NoWords,
}

impl RoomRefusal {
    /// The end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotNow | Self::Talk(_) => "not-now",
            Self::AtTheStart => "at-the-start",
            Self::NoVotes => "no-votes",
            Self::TooManyVotes => "too-many-votes",
            Self::NoSuchOption => "no-such-option",
            Self::NothingCounted => "nothing-counted",
            Self::NoSuchGroup => "no-such-group",
            Self::NoWords => "no-words",
        }
    }
}

impl fmt::Display for RoomRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for RoomRefusal {}

/// More than anyone writes into a line, in characters.
const WORDS_MAX: usize = 400;

/// More lines than an hour has.
const LINES_MAX: usize = 500;

/// Takes an action in a room: the room after it, and what happened.
///
/// # Errors
/// A [`RoomRefusal`] where the action is not possible.
pub fn room_step(room: &Room, action: &RoomAction) -> Result<(Room, Vec<RoomEvent>), RoomRefusal> {
    let mut after = room.clone();
    let events = match action {
        RoomAction::Go(to) => after.go(*to)?,
        RoomAction::Back => after.back()?,
        RoomAction::Count(option) => after.count(usize::from(*option), None)?,
        RoomAction::Total(option, votes) => after.count(usize::from(*option), Some(*votes))?,
        RoomAction::Uncount => after.uncount()?,
        RoomAction::Play(pick) => after.play(*pick)?,
        RoomAction::Tell(pick) => after.tell(*pick)?,
        RoomAction::Peek(choice) => after.peek(*choice)?,
        RoomAction::Swap => {
            after.swapped = !after.swapped;
            vec![RoomEvent::Noted]
        }
        RoomAction::Group(group) => {
            after.group =
                Some(*group).filter(|n| GROUP.contains(n)).ok_or(RoomRefusal::NoSuchGroup)?;
            vec![RoomEvent::Noted]
        }
        RoomAction::Tick(entry) => after.tick(usize::from(*entry))?,
        RoomAction::HandOver => after.hand_over()?,
        RoomAction::Note(words) => {
            let words = written(words, after.noted.len())?;
            let beat = after.beat().filter(|_| !after.stage.looks_back());
            after.noted.push(Noted { beat, words });
            vec![RoomEvent::Noted]
        }
        RoomAction::TakeAway(words) => {
            after.take_aways.push(written(words, after.take_aways.len())?);
            vec![RoomEvent::Noted]
        }
        RoomAction::NextDate(words) => {
            after.next_date = written(words, 0)?;
            vec![RoomEvent::Noted]
        }
        RoomAction::LookBack => {
            if after.stage.looks_back() {
                return Err(RoomRefusal::NotNow);
            }
            after.come(after.look_back())
        }
    };
    Ok((after, events))
}

fn written(words: &str, lines: usize) -> Result<String, RoomRefusal> {
    let words = words.trim();
    let fits = !words.is_empty() && words.chars().count() <= WORDS_MAX && lines < LINES_MAX;
    fits.then(|| words.to_owned()).ok_or(RoomRefusal::NoWords)
}

impl Room {
    fn go(&mut self, to: Stage) -> Result<Vec<RoomEvent>, RoomRefusal> {
        if !self.can_go(to) {
            return Err(RoomRefusal::NotNow);
        }
        if to == Stage::Closed {
            let group = self.group;
            let ballot = self.ballot().ok_or(RoomRefusal::NoVotes)?;
            counted(ballot, Round::First, group)?;
        }
        if self.stage == Stage::Vote(Round::Second) && to == Stage::Reveal {
            let over = |ballot: &Ballot| matches!(ballot.second.sum(self.group), Sum::Over(_));
            if self.ballot().is_some_and(over) {
                return Err(RoomRefusal::TooManyVotes);
            }
        }
        if matches!(to, Stage::Options | Stage::Vote(_)) {
            self.lay_out_ballot();
        }
        Ok(self.come(to))
    }

    fn come(&mut self, to: Stage) -> Vec<RoomEvent> {
        self.remember();
        self.stage = to;
        vec![RoomEvent::Came(to)]
    }

    fn remember(&mut self) {
        let actions = self.talk.transcript().entries.len();
        self.trail.push(Place { stage: self.stage, actions });
    }

    fn lay_out_ballot(&mut self) {
        let (route, options) = (self.route_in_view(), self.options());
        if let Some(beat) = self.talk.beat() {
            self.ballots.entry(route).or_insert_with(|| Ballot::new(beat, options));
        }
    }

    fn back(&mut self) -> Result<Vec<RoomEvent>, RoomRefusal> {
        let place = self.trail.pop().ok_or(RoomRefusal::AtTheStart)?;
        self.rewind(place.actions)?;
        self.stage = place.stage;
        Ok(vec![RoomEvent::Came(place.stage)])
    }

    /// Has the talk again as far as its first so many actions.
    fn rewind(&mut self, actions: usize) -> Result<(), RoomRefusal> {
        let entries = &self.talk.transcript().entries;
        if entries.len() == actions {
            return Ok(());
        }
        let mut again = Session::start(self.scenario().clone(), self.setup.seed);
        for entry in entries.iter().take(actions) {
            again.handle(entry.action, entry.at).map_err(RoomRefusal::Talk)?;
        }
        self.talk = again;
        Ok(())
    }

    fn count(&mut self, option: usize, total: Option<u16>) -> Result<Vec<RoomEvent>, RoomRefusal> {
        let Stage::Vote(round) = self.stage else { return Err(RoomRefusal::NotNow) };
        let route = self.route_in_view();
        let ballot = self.ballots.get_mut(&route).ok_or(RoomRefusal::NotNow)?;
        let tally = ballot.round_mut(round);
        let now = tally.counts().get(option).copied().ok_or(RoomRefusal::NoSuchOption)?;
        let votes = total.unwrap_or(now.saturating_add(1));
        // A slip of the hand may count a few too many; nobody counts a thousand.
        if votes > *GROUP.end() * 2 {
            return Err(RoomRefusal::TooManyVotes);
        }
        tally.set(option, votes);
        Ok(vec![RoomEvent::Counted(round)])
    }

    fn uncount(&mut self) -> Result<Vec<RoomEvent>, RoomRefusal> {
        let Stage::Vote(round) = self.stage else { return Err(RoomRefusal::NotNow) };
        let route = self.route_in_view();
        let ballot = self.ballots.get_mut(&route).ok_or(RoomRefusal::NotNow)?;
        let undone = ballot.round_mut(round).undo();
        undone.then(|| vec![RoomEvent::Counted(round)]).ok_or(RoomRefusal::NothingCounted)
    }

    /// The choice of a pick at the decision that stands.
    fn choice_of(&self, pick: Pick) -> Result<ChoiceIdx, RoomRefusal> {
        match pick {
            Pick::Choice(choice) => Ok(choice),
            Pick::Best => {
                let beat = self.talk.beat().ok_or(RoomRefusal::NotNow)?;
                Ok(key_of(self.scenario().beat(beat), self.talk.state()))
            }
            Pick::Majority => {
                let ballot = self.ballots.get(&self.route()).ok_or(RoomRefusal::NoVotes)?;
                ballot.majority().ok_or(RoomRefusal::NoVotes)
            }
        }
    }

    fn play(&mut self, pick: Pick) -> Result<Vec<RoomEvent>, RoomRefusal> {
        if self.looks_at_last() && self.stage != Stage::Told {
            let before = self.talk.transcript().entries.len().saturating_sub(1);
            // The place that one goes back to is the decision, where everything can be tried again.
            while self.trail.last().is_some_and(|place| place.actions > before) {
                self.trail.pop();
            }
            self.rewind(before)?;
        } else if self.stage.decides() {
            self.remember();
        } else {
            return Err(RoomRefusal::NotNow);
        }
        if let (Some(ballot), Stage::Vote(round)) = (self.ballot(), self.stage)
            && matches!(ballot.round(round).sum(self.group), Sum::Over(_))
        {
            return Err(RoomRefusal::TooManyVotes);
        }
        let route = self.route();
        let events = self.say(pick, Stage::Play)?;
        self.told.retain(|told| *told != route);
        Ok(events)
    }

    fn tell(&mut self, pick: Pick) -> Result<Vec<RoomEvent>, RoomRefusal> {
        let next = self.stage.has_played()
            || matches!(self.stage, Stage::Told | Stage::Context | Stage::Rules);
        if !next && !self.stage.decides() {
            return Err(RoomRefusal::NotNow);
        }
        let route = self.route();
        self.remember();
        let events = self.say(pick, Stage::Told)?;
        if !self.told.contains(&route) {
            self.told.push(route);
        }
        Ok(events)
    }

    fn say(&mut self, pick: Pick, stage: Stage) -> Result<Vec<RoomEvent>, RoomRefusal> {
        let choice = self.choice_of(pick)?;
        let events = self.talk.handle(Action::Choose(choice), 0).map_err(RoomRefusal::Talk)?;
        self.stage = stage;
        Ok(vec![RoomEvent::Talked(events), RoomEvent::Came(stage)])
    }

    fn peek(&mut self, choice: ChoiceIdx) -> Result<Vec<RoomEvent>, RoomRefusal> {
        if !self.stage.has_played() {
            return Err(RoomRefusal::NotNow);
        }
        self.branch(choice).ok_or(RoomRefusal::NoSuchOption)?;
        let peeked = (self.route_in_view(), choice);
        if !self.peeked.contains(&peeked) {
            self.peeked.push(peeked);
        }
        Ok(self.come(Stage::Peek(choice)))
    }

    /// The talk as it would be had another choice been said at the last decision.
    pub(super) fn branch(&self, choice: ChoiceIdx) -> Option<Session> {
        let last = self.talk.turns().len().checked_sub(1)?;
        let mut other = self.talk.before_turn(last)?;
        other.handle(Action::Choose(choice), 0).ok()?;
        Some(other)
    }

    fn tick(&mut self, entry: usize) -> Result<Vec<RoomEvent>, RoomRefusal> {
        let entries = self.scenario().sheet.as_ref().map_or(0, |sheet| sheet.entries.len());
        if self.stage != Stage::Sheet || entry >= entries {
            return Err(RoomRefusal::NotNow);
        }
        let one = Entries::default().with(entry);
        self.ticked = Entries(self.ticked.0 ^ one.0);
        Ok(vec![RoomEvent::Noted])
    }

    fn hand_over(&mut self) -> Result<Vec<RoomEvent>, RoomRefusal> {
        if self.stage != Stage::Sheet {
            return Err(RoomRefusal::NotNow);
        }
        self.remember();
        let events = self.talk.handle(Action::Fill(self.ticked), 0).map_err(RoomRefusal::Talk)?;
        self.stage = self.on();
        Ok(vec![RoomEvent::Talked(events), RoomEvent::Came(self.stage)])
    }
}

/// Whether a vote can be closed.
fn counted(ballot: &Ballot, round: Round, group: u16) -> Result<(), RoomRefusal> {
    match ballot.round(round).sum(group) {
        Sum::Over(_) => Err(RoomRefusal::TooManyVotes),
        _ if ballot.round(round).total() == 0 => Err(RoomRefusal::NoVotes),
        Sum::Short(_) | Sum::Exact => Ok(()),
    }
}
