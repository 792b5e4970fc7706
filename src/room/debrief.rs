//! What a room looks back on: the two beats that moved it most, as charts, and what it was never told.

use crate::lang::Lang;
use crate::lang::words::say;
use crate::room::{Ballot, Room, Route};
use crate::rubric::Indicator;
use crate::scenario::{BeatIdx, ChoiceIdx, FactIdx, FactKind};
use crate::session::Event;

/// Why a beat is looked back on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Most people changed their minds here.
    Shift,
    /// The first vote was split most widely here.
    Split,
}

impl Why {
    /// The end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Shift => "shift",
            Self::Split => "split",
        }
    }
}

/// A beat that is looked back on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked {
    /// Which turn of the talk, counted from 0.
    pub turn: usize,
    /// The beat.
    pub beat: BeatIdx,
    /// Why this one.
    pub why: Why,
}

/// Votes as bars, A first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// The votes of the first round.
    pub first: Vec<u16>,
    /// The votes of the second round, where there was one.
    pub second: Option<Vec<u16>>,
}

impl Chart {
    /// The chart of a ballot; nothing where nobody voted.
    pub fn of(ballot: &Ballot) -> Option<Self> {
        let second = (ballot.second.total() > 0).then(|| ballot.second.counts().to_vec());
        let voted = ballot.first.total() > 0 || second.is_some();
        voted.then(|| Self { first: ballot.first.counts().to_vec(), second })
    }

    /// How many votes each option won or lost between the rounds; nothing without a second one.
    pub fn moved(&self) -> Option<Vec<i32>> {
        let second = self.second.as_ref()?;
        let moved = self.first.iter().zip(second);
        Some(moved.map(|(one, two)| i32::from(*two) - i32::from(*one)).collect())
    }

    /// The highest bar.
    pub fn most(&self) -> u16 {
        let second = self.second.iter().flatten();
        self.first.iter().chain(second).copied().max().unwrap_or_default()
    }
}

/// The beat at which most votes moved, and the one whose first vote was split most widely: each on the route that the
/// room took, never the same twice, the earlier among equals.
pub fn picked(room: &Room) -> Vec<Picked> {
    let turns = voted(room);
    let most = |of: &dyn Fn(&Ballot) -> Option<(u64, u64)>, but: Option<usize>| {
        let found = turns.iter().filter(|(at, _)| Some(*at) != but);
        let found = found.filter_map(|(at, ballot)| Some((*at, of(ballot)?)));
        let more = |a: (u64, u64), b: (u64, u64)| {
            u128::from(a.0) * u128::from(b.1) > u128::from(b.0) * u128::from(a.1)
        };
        found.fold(None, |best: Option<(usize, (u64, u64))>, (at, share)| match best {
            Some((_, known)) if !more(share, known) => best,
            _ => Some((at, share)),
        })
    };
    let shift = most(&Ballot::shift, None).filter(|(_, share)| share.0 > 0).map(|(at, _)| at);
    let split = most(&Ballot::split, shift).map(|(at, _)| at);
    let found = [(shift, Why::Shift), (split, Why::Split)];
    let pick = |(at, why): (Option<usize>, Why)| {
        let turn = at?;
        Some(Picked { turn, beat: room.talk().turns()[turn].beat, why })
    };
    let mut picked: Vec<Picked> = found.into_iter().filter_map(pick).collect();
    picked.sort_by_key(|one| one.turn);
    picked
}

/// The turns of the room's route that were voted on, with their ballots.
fn voted(room: &Room) -> Vec<(usize, &Ballot)> {
    let turns = 0..room.talk().turns().len();
    turns
        .filter_map(|turn| Some((turn, room.ballot_of(turn)?)))
        .filter(|(_, ballot)| ballot.first.total() > 0)
        .collect()
}

impl Room {
    /// The actions of the talk before one of its turns, counted from 0.
    pub fn route_before(&self, turn: usize) -> Route {
        // Every turn is one action; the sheet, which is none, comes after all of them that matter here.
        let mut route = Route::new();
        let mut turns = 0;
        for entry in &self.talk.transcript().entries {
            if turns == turn {
                break;
            }
            turns += usize::from(!matches!(entry.action, crate::session::Action::Fill(_)));
            route.push(entry.action);
        }
        route
    }

    /// The ballot of one of the turns of the talk, counted from 0.
    pub fn ballot_of(&self, turn: usize) -> Option<&Ballot> {
        self.ballots.get(&self.route_before(turn))
    }

    /// What the customer holds back and never told, by what was really said and not by what was peeked at.
    pub fn untold(&self) -> Vec<FactIdx> {
        let told: Vec<FactIdx> = self
            .talk
            .events()
            .filter_map(|event| if let Event::Told(fact) = event { Some(*fact) } else { None })
            .collect();
        let facts = (0..).map(FactIdx).zip(&self.scenario().facts);
        let held = facts.filter(|(at, fact)| fact.kind == FactKind::Hidden && !told.contains(at));
        held.map(|(at, _)| at).collect()
    }

    /// The open question for pairs at a beat: the trainer's own, or that of the notes, or one that always fits.
    pub fn question(&self, beat: BeatIdx, lang: Lang) -> String {
        if let Some(own) = self.setup.plan.questions.get(&beat) {
            return own.clone();
        }
        let note = self.scenario().beat(beat).facilitator.as_ref();
        note.map_or_else(|| say(lang, "room-ask-pairs"), |note| note.question.get(lang).to_owned())
    }

    /// What is asked when everything was heard, about the whole talk.
    pub fn gather_questions(&self, lang: Lang) -> Vec<String> {
        let mut asked =
            vec![say(lang, "room-ask-gather-words"), say(lang, "room-ask-gather-eased")];
        if self.hands_over() {
            asked.push(say(lang, "room-ask-hand-over"));
        }
        asked
    }

    /// Whether getting help is a part of what is practised.
    pub(super) fn hands_over(&self) -> bool {
        self.scenario().beats.iter().any(|beat| beat.rates.contains(&Indicator::C5))
    }

    /// Where to turn afterwards, as the trainer wrote it.
    pub(super) fn contact(&self) -> String {
        self.setup.contact.trim().to_owned()
    }

    /// The words of a choice.
    pub(super) fn words(&self, beat: BeatIdx, choice: ChoiceIdx, lang: Lang) -> String {
        self.scenario().choice(beat, choice).say.get(lang).to_owned()
    }
}
