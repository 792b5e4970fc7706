//! Where a room can go from where it is: the main way that one key walks, and what may follow what.

use crate::room::{Advice, Length, Pace, Pick, Room, RoomAction, Round, Stage, picked};
use crate::scenario::{BeatIdx, ChoiceIdx};
use crate::session::{At, key_of};

impl Room {
    /// What comes next on the trainer's main way, which one key walks; nothing where only a decision of theirs goes on.
    pub fn next(&self) -> Option<RoomAction> {
        use Stage::{
            Analyse, Black, Closed, Closing, Context, Ending, Gather, Line, Note, Opening, Options,
            Pairs, Peek, Play, PlusDelta, Reaction, Reveal, Route, Rules, Say, SayInPairs, Sheet,
            Summarise, Talk, Told, Untold, Vote, Writing,
        };
        let deep = self.pace() == Pace::Deep;
        Some(match self.stage {
            Black => RoomAction::Go(Opening),
            Opening => RoomAction::Go(Context),
            Context => RoomAction::Go(Rules),
            Rules => self.onward(),
            Line if self.pace() == Pace::Hidden => RoomAction::Tell(Pick::Best),
            Line => RoomAction::Go(Say),
            Say if deep => RoomAction::Go(SayInPairs),
            Say | SayInPairs => RoomAction::Go(Options),
            Options => RoomAction::Go(Vote(Round::First)),
            Vote(Round::First) => RoomAction::Go(Closed),
            Closed if !deep => RoomAction::Play(Pick::Majority),
            Closed => match self.advice() {
                Some(Advice::Explain) => RoomAction::Go(Reveal),
                _ => RoomAction::Go(Talk),
            },
            Talk => RoomAction::Go(Vote(Round::Second)),
            Vote(Round::Second) => RoomAction::Go(Reveal),
            Reveal => RoomAction::Play(Pick::Majority),
            Play => RoomAction::Go(Reaction),
            Reaction if deep => RoomAction::Go(Note),
            Reaction | Note | Told => self.onward(),
            Peek(_) => RoomAction::Back,
            Sheet => RoomAction::HandOver,
            Ending => RoomAction::Go(self.after_ending()),
            Untold if self.setup.plan.length == Length::Long => RoomAction::Go(Pairs),
            Untold | Writing => RoomAction::Go(self.look_back()),
            Pairs => RoomAction::Go(Writing),
            Gather => RoomAction::Go(self.analysed(0)),
            Analyse(at) => RoomAction::Go(self.analysed(at + 1)),
            Route => RoomAction::Go(Summarise),
            Summarise | PlusDelta => RoomAction::Go(Closing),
            Closing => return None,
        })
    }

    /// What to do after the first vote.
    pub fn advice(&self) -> Option<Advice> {
        let ballot = self.ballot()?;
        let key = self.best()?;
        Advice::of(ballot.first_share(key))
    }

    /// The best choice of the decision that the room looks at.
    pub fn best(&self) -> Option<ChoiceIdx> {
        let beat = self.beat()?;
        let before = match self.talk.turns().last() {
            Some(turn) if self.looks_at_last() => &turn.before,
            _ => self.talk.state(),
        };
        Some(key_of(self.scenario().beat(beat), before))
    }

    /// Where the talk goes on: a line, the sheet or the ending; a hidden beat is told.
    fn onward(&self) -> RoomAction {
        let hidden = |beat: BeatIdx| self.setup.plan.pace_in(self.scenario(), beat) == Pace::Hidden;
        match self.talk.state().at {
            At::Beat(beat) if hidden(beat) => RoomAction::Tell(Pick::Best),
            _ => RoomAction::Go(self.on()),
        }
    }

    /// The stage of where the talk stands.
    pub(super) fn on(&self) -> Stage {
        match self.talk.state().at {
            At::Beat(_) | At::Chance(..) => Stage::Line,
            At::Sheet => Stage::Sheet,
            At::Ended(_) => Stage::Ending,
        }
    }

    fn after_ending(&self) -> Stage {
        let long = self.setup.plan.length == Length::Long;
        match (self.untold().is_empty(), long) {
            (false, _) => Stage::Untold,
            (true, true) => Stage::Pairs,
            (true, false) => self.look_back(),
        }
    }

    /// The first stage of the look back.
    pub(super) fn look_back(&self) -> Stage {
        if self.setup.plan.length == Length::Half { Stage::PlusDelta } else { Stage::Gather }
    }

    /// The look back on the picked beat at this place, or what follows the last of them.
    fn analysed(&self, at: u8) -> Stage {
        if usize::from(at) < picked(self).len() { Stage::Analyse(at) } else { Stage::Route }
    }

    /// Whether the room can go to a stage from where it is.
    pub fn can_go(&self, to: Stage) -> bool {
        use Stage::{
            Analyse, Black, Closed, Closing, Context, Gather, Line, Note, Opening, Options, Pairs,
            PlusDelta, Reaction, Reveal, Route, Rules, Say, SayInPairs, Sheet, Summarise, Talk,
            Told, Vote, Writing,
        };
        let from = self.stage;
        let on = self.on();
        let played = from.has_played() || from == Told;
        match to {
            Black | Stage::Peek(_) | Stage::Play | Told => false,
            Opening => from == Black,
            Context => matches!(from, Black | Opening | Rules) || from.decides() || played,
            Rules => from == Context,
            Line | Sheet | Stage::Ending if to == on => {
                let begun = matches!(from, Black | Opening | Context | Rules) || played;
                begun || (to == Line && from.decides())
            }
            Line | Sheet | Stage::Ending => false,
            Say | SayInPairs | Options => from.decides(),
            Vote(Round::First) => matches!(from, Line | Say | SayInPairs | Options | Closed),
            Closed => from == Vote(Round::First),
            Talk => matches!(from, Closed | Reveal | Vote(Round::Second)),
            Vote(Round::Second) => matches!(from, Closed | Talk | Reveal),
            Reveal => matches!(from, Closed | Talk | Vote(Round::Second)),
            Reaction => from == Stage::Play || from == Note,
            Note => matches!(from, Stage::Play | Reaction),
            Stage::Untold => from == Stage::Ending,
            Pairs => matches!(from, Stage::Ending | Stage::Untold),
            Writing => matches!(from, Stage::Ending | Stage::Untold | Pairs),
            Gather | PlusDelta => {
                let ends = matches!(from, Stage::Ending | Stage::Untold | Pairs | Writing);
                ends || (from.looks_back() && from != to)
            }
            Analyse(at) => from.looks_back() && from != to && usize::from(at) < picked(self).len(),
            Route | Summarise | Closing => from.looks_back() && from != to,
        }
    }
}
