//! Where a room stands, and what can follow.

use crate::room::Round;
use crate::scenario::ChoiceIdx;

/// What the room's window shows, and so what the trainer does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Nothing: the room is coming in.
    Black,
    /// Why today, and what is safe here.
    Opening,
    /// Who you are, what has happened, what you know.
    Context,
    /// The rule card.
    Rules,
    /// The customer's line.
    Line,
    /// Everybody answers aloud.
    Say,
    /// Everybody says it to their neighbour.
    SayInPairs,
    /// What can be said, by letters.
    Options,
    /// Hands or cards are counted.
    Vote(Round),
    /// The first vote is closed, and nobody knows how it went.
    Closed,
    /// Pairs talk.
    Talk,
    /// Both votes side by side.
    Reveal,
    /// What the room says.
    Play,
    /// What is answered.
    Reaction,
    /// What it did to the listener.
    Note,
    /// A beat told in a line.
    Told,
    /// What another choice would have led to.
    Peek(ChoiceIdx),
    /// The hand-over sheet.
    Sheet,
    /// How it ended.
    Ending,
    /// What was never told.
    Untold,
    /// Pairs play it from cards.
    Pairs,
    /// Everybody writes a tempting wrong reply.
    Writing,
    /// What was heard, and how it felt.
    Gather,
    /// One of the beats that are looked back on, counted from 0.
    Analyse(u8),
    /// The route of the room.
    Route,
    /// What to keep and what to change: the short look back.
    PlusDelta,
    /// What to take along.
    Summarise,
    /// One sentence each for the week, and the next date.
    Closing,
}

impl Stage {
    /// The end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Black => "black",
            Self::Opening => "opening",
            Self::Context => "context",
            Self::Rules => "rules",
            Self::Line => "line",
            Self::Say => "say",
            Self::SayInPairs => "say-in-pairs",
            Self::Options => "options",
            Self::Vote(Round::First) => "vote",
            Self::Vote(Round::Second) => "vote-again",
            Self::Closed => "closed",
            Self::Talk => "talk",
            Self::Reveal => "reveal",
            Self::Play => "play",
            Self::Reaction => "reaction",
            Self::Note => "note",
            Self::Told => "told",
            Self::Peek(_) => "peek",
            Self::Sheet => "sheet",
            Self::Ending => "ending",
            Self::Untold => "untold",
            Self::Pairs => "pairs",
            Self::Writing => "writing",
            Self::Gather => "gather",
            Self::Analyse(_) => "analyse",
            Self::Route => "route",
            Self::PlusDelta => "plus-delta",
            Self::Summarise => "summarise",
            Self::Closing => "closing",
        }
    }

    /// Whether the room is at a decision that was not taken yet.
    pub fn decides(self) -> bool {
        use Stage::{Closed, Line, Options, Reveal, Say, SayInPairs, Talk, Vote};
        matches!(self, Line | Say | SayInPairs | Options | Vote(_) | Closed | Talk | Reveal)
    }

    /// Whether a decision was just taken.
    pub fn has_played(self) -> bool {
        matches!(self, Self::Play | Self::Reaction | Self::Note)
    }

    /// Whether the look back has begun.
    pub fn looks_back(self) -> bool {
        use Stage::{Analyse, Closing, Gather, PlusDelta, Route, Summarise};
        matches!(self, Gather | Analyse(_) | Route | PlusDelta | Summarise | Closing)
    }

    /// How long people are given, in seconds, where the window counts.
    pub fn seconds(self, deep: bool) -> Option<u16> {
        match (self, deep) {
            (Self::Say, true) => Some(40),
            (Self::Say, false) => Some(20),
            (Self::SayInPairs, _) => Some(60),
            (Self::Vote(Round::First), true) => Some(40),
            (Self::Talk, true) => Some(120),
            (Self::Talk, false) => Some(90),
            (Self::Gather, _) => Some(180),
            (Self::Analyse(_), _) => Some(180),
            (Self::PlusDelta, _) => Some(240),
            (Self::Summarise, _) => Some(120),
            (Self::Closing, _) => Some(120),
            _ => None,
        }
    }
}
