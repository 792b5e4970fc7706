//! One key for everything that a trainer does, as it stands on the cheat sheet.

use crate::room::{Pick, Room, RoomAction, Round, Stage};

/// A key of the trainer's keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoomKey {
    /// Space: what comes next.
    Next,
    /// Enter: closes a vote; else what comes next.
    Enter,
    /// Backspace or the left arrow: where the room was before.
    Back,
    /// `C`: who you are, the rule card, what you know.
    Context,
    /// `N`: what the line did to the listener.
    Note,
    /// `S`: everybody answers aloud.
    Say,
    /// `O`: what can be said.
    Options,
    /// `V`: hands or cards are counted; after the talk, again.
    Vote,
    /// A digit from 1: one vote more for this option, counted from 0.
    Digit(u8),
    /// `U`: takes the latest count back.
    Uncount,
    /// `T`: pairs talk.
    Talk,
    /// `R`: both votes side by side.
    Reveal,
    /// `P`: the room says what most chose.
    Play,
    /// `K`: tells the beat in a line.
    Tell,
    /// `X`: the halves swap voices.
    Swap,
    /// `D`: ends the talk here, for the look back.
    LookBack,
}

/// The cheat sheet: every key as it is printed, with the key of the words that say what it does. The last ones are the
/// window's own and change nothing in the talk.
pub const KEYS: &[(&str, &str)] = &[
    ("Space", "room-key-next"),
    ("←", "room-key-back"),
    ("C", "room-key-context"),
    ("S", "room-key-say"),
    ("O", "room-key-options"),
    ("V", "room-key-vote"),
    ("1–9", "room-key-count"),
    ("U", "room-key-uncount"),
    ("Enter", "room-key-close"),
    ("T", "room-key-talk"),
    ("R", "room-key-reveal"),
    ("P", "room-key-play"),
    ("N", "room-key-note"),
    ("K", "room-key-tell"),
    ("X", "room-key-swap"),
    ("D", "room-key-look-back"),
    ("B", "room-key-black"),
    ("F", "room-key-freeze"),
    ("+  −", "room-key-font"),
    ("L", "room-key-colours"),
    (",  .", "room-key-timer"),
    ("?", "room-key-sheet"),
];

impl Room {
    /// What a key asks for here; nothing where it means nothing.
    pub fn asked(&self, key: RoomKey) -> Option<RoomAction> {
        let here = self.stage();
        Some(match key {
            RoomKey::Next => return self.next(),
            RoomKey::Enter => match here {
                Stage::Vote(Round::First) => RoomAction::Go(Stage::Closed),
                Stage::Vote(Round::Second) => RoomAction::Go(Stage::Reveal),
                _ => return self.next(),
            },
            RoomKey::Back => RoomAction::Back,
            RoomKey::Context => RoomAction::Go(Stage::Context),
            RoomKey::Note => RoomAction::Go(Stage::Note),
            RoomKey::Say => RoomAction::Go(Stage::Say),
            RoomKey::Options => RoomAction::Go(Stage::Options),
            RoomKey::Vote if self.can_go(Stage::Vote(Round::Second)) => {
                RoomAction::Go(Stage::Vote(Round::Second))
            }
            RoomKey::Vote => RoomAction::Go(Stage::Vote(Round::First)),
            RoomKey::Digit(at) => match here {
                Stage::Vote(_) => RoomAction::Count(at),
                Stage::Sheet => RoomAction::Tick(at),
                _ => return None,
            },
            RoomKey::Uncount => RoomAction::Uncount,
            RoomKey::Talk => RoomAction::Go(Stage::Talk),
            RoomKey::Reveal => RoomAction::Go(Stage::Reveal),
            RoomKey::Play => RoomAction::Play(Pick::Majority),
            RoomKey::Tell => RoomAction::Tell(self.told_pick()),
            RoomKey::Swap => RoomAction::Swap,
            RoomKey::LookBack => RoomAction::LookBack,
        })
    }

    /// A beat that was voted on is told with what most chose, else with its best reply.
    fn told_pick(&self) -> Pick {
        let voted = self.stage().decides()
            && self.ballot().is_some_and(|ballot| ballot.majority().is_some());
        if voted { Pick::Majority } else { Pick::Best }
    }
}
