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
    /// `S`: everybody answers aloud; once more: to their neighbour.
    Say,
    /// `O`: what can be said.
    Options,
    /// `V`: hands or cards are counted; after the talk, again.
    Vote,
    /// A digit from 1, for an option counted from 0: one vote more; once both votes are shown, the room says it; once
    /// something was said, a look at it.
    Digit(u8),
    /// `U`: takes the latest count back.
    Uncount,
    /// `T`: pairs talk.
    Talk,
    /// `R`: both votes side by side.
    Reveal,
    /// `P`: the room says what most chose; at another way, that one instead.
    Play,
    /// `K`: tells the beat in a line.
    Tell,
    /// `X`: the halves swap voices.
    Swap,
    /// `[` and `]`: one person fewer or more has come.
    People(bool),
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
    ("1–9", "room-key-another"),
    ("N", "room-key-note"),
    ("K", "room-key-tell"),
    ("X", "room-key-swap"),
    ("[  ]", "room-key-people"),
    ("D", "room-key-look-back"),
    ("B", "room-key-black"),
    ("F", "room-key-freeze"),
    ("+  −", "room-key-font"),
    ("L", "room-key-colours"),
    ("M", "room-key-mute"),
    (",  .", "room-key-timer"),
    ("W", "room-key-write"),
    ("F11", "room-key-window"),
    ("H", "room-key-handbook"),
    ("?", "room-key-sheet"),
];

/// What the cheat sheet says below the keys: what is done by a rule, and why.
pub const RULES: [&str; 3] = ["room-rule-tie", "room-rule-advice", "room-rule-hidden"];

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
            RoomKey::Context if here == Stage::Context => RoomAction::Go(Stage::Rules),
            RoomKey::Context => RoomAction::Go(Stage::Context),
            RoomKey::Note => RoomAction::Go(Stage::Note),
            RoomKey::Say if here == Stage::Say => RoomAction::Go(Stage::SayInPairs),
            RoomKey::Say => RoomAction::Go(Stage::Say),
            RoomKey::Options => RoomAction::Go(Stage::Options),
            RoomKey::Vote if self.can_go(Stage::Vote(Round::Second)) => {
                RoomAction::Go(Stage::Vote(Round::Second))
            }
            RoomKey::Vote => RoomAction::Go(Stage::Vote(Round::First)),
            RoomKey::Digit(at) => match here {
                Stage::Vote(_) => RoomAction::Count(at),
                Stage::Sheet => RoomAction::Tick(at),
                _ => return self.another(usize::from(at)),
            },
            RoomKey::Uncount => RoomAction::Uncount,
            RoomKey::Talk => RoomAction::Go(Stage::Talk),
            RoomKey::Reveal => RoomAction::Go(Stage::Reveal),
            RoomKey::Play => match here {
                Stage::Peek(choice) => RoomAction::Play(Pick::Choice(choice)),
                _ => RoomAction::Play(Pick::Majority),
            },
            RoomKey::Tell => RoomAction::Tell(self.told_pick()),
            RoomKey::Swap => RoomAction::Swap,
            RoomKey::People(more) => {
                let group = self.group();
                RoomAction::Group(if more { group + 1 } else { group.saturating_sub(1) })
            }
            RoomKey::LookBack => RoomAction::LookBack,
        })
    }

    /// Another option than the one that most chose, or than the one that was said.
    fn another(&self, at: usize) -> Option<RoomAction> {
        let option = self.options_in_view().get(at).copied()?;
        let said = self.talk().turns().last().map(|turn| turn.choice);
        match self.stage() {
            Stage::Reveal => Some(RoomAction::Play(Pick::Choice(option))),
            stage if stage.has_played() && said != Some(option) => Some(RoomAction::Peek(option)),
            _ => None,
        }
    }

    /// A beat that was voted on is told with what most chose, else with its best reply.
    fn told_pick(&self) -> Pick {
        let voted = self.stage().decides()
            && self.ballot().is_some_and(|ballot| ballot.majority().is_some());
        if voted { Pick::Majority } else { Pick::Best }
    }
}
