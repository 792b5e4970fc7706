//! What the room's window may show. It has no place for a rating, a score, a name or a note, so none can be shown.

use crate::room::{Chart, RouteMap};
use crate::scenario::Look;
use crate::session::LineView;

/// An option by its letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionView {
    /// `A`, `B` and so on.
    pub letter: char,
    /// The words.
    pub text: String,
}

/// One step of the room's route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteStep {
    /// The title of the beat.
    pub title: String,
    /// What the room said.
    pub said: String,
    /// Whether it was only told.
    pub told: bool,
    /// Whether there was a vote after the talk in pairs.
    pub talked_over: bool,
    /// What else was looked at here.
    pub peeked: Vec<String>,
}

/// What the room sees, in its language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoomView {
    /// Nothing.
    Black,
    /// Why today, and what is safe here.
    Opening {
        /// What is played.
        title: String,
        /// The minutes of the session.
        minutes: u16,
    },
    /// Who you are, what has happened, what you know.
    Context {
        /// What one should know before.
        content_notes: Vec<String>,
        /// Who you are.
        you: String,
        /// What has happened.
        situation: String,
        /// What you know.
        known: Vec<String>,
    },
    /// The rule card.
    Rules {
        /// Each rule.
        rules: Vec<String>,
    },
    /// The customer's line.
    Line {
        /// What is said.
        lines: Vec<LineView>,
        /// Whose face is beside it.
        face: Option<Look>,
        /// Whether this is a second chance.
        second_chance: bool,
        /// Whether the halves have swapped voices.
        swapped: bool,
    },
    /// Everybody answers aloud.
    Say {
        /// What was said.
        lines: Vec<LineView>,
        /// Whether they answer their neighbour.
        in_pairs: bool,
        /// Whether the halves have swapped voices.
        swapped: bool,
    },
    /// What can be said.
    Options {
        /// The last thing that was said.
        line: Option<LineView>,
        /// The options.
        options: Vec<OptionView>,
    },
    /// A vote is taken. How it goes is not shown.
    Voting {
        /// Which vote.
        again: bool,
        /// How many votes were counted.
        votes: u16,
        /// The options, which people have to see to hold up a letter.
        options: Vec<OptionView>,
    },
    /// The vote is closed. How it went is not shown.
    Closed {
        /// How many votes were counted.
        votes: u16,
    },
    /// Pairs talk.
    Talk {
        /// About this.
        question: String,
        /// The options.
        options: Vec<OptionView>,
    },
    /// Both votes side by side, with no mark on any.
    Reveal {
        /// The options.
        options: Vec<OptionView>,
        /// The votes; nothing where nobody voted.
        chart: Option<Chart>,
    },
    /// What the room says.
    Play {
        /// The words.
        said: String,
    },
    /// What is answered.
    Reaction {
        /// What was said.
        said: String,
        /// The answer.
        reply: Vec<LineView>,
    },
    /// What it did to the listener.
    Note {
        /// What was said.
        said: String,
        /// One sentence.
        feedback: String,
        /// The behaviours that the decision is about.
        about: Vec<String>,
    },
    /// A beat told in a line.
    Told {
        /// What led to it.
        line: Option<LineView>,
        /// What was said.
        said: String,
        /// What was answered.
        reply: Option<LineView>,
    },
    /// What another choice would have led to.
    Peek {
        /// What would have been said.
        said: String,
        /// What would have been answered.
        reply: Vec<LineView>,
        /// What would have come next.
        next: Vec<LineView>,
    },
    /// The hand-over sheet.
    Sheet {
        /// The entries, and whether each is ticked.
        entries: Vec<(String, bool)>,
    },
    /// How it ended.
    Ending {
        /// Its name.
        title: String,
        /// What became of it.
        text: String,
    },
    /// What was never told, once the talk is over.
    Untold {
        /// What it was, and what would have opened it.
        facts: Vec<(String, String)>,
    },
    /// Pairs play it from cards.
    Pairs,
    /// Everybody writes a tempting wrong reply.
    Writing,
    /// What was heard, and how it felt.
    Gather {
        /// What is asked.
        questions: Vec<String>,
        /// Where to turn, where it is asked whom one hands over to; else empty.
        contact: String,
    },
    /// A beat that is looked back on.
    Analyse {
        /// Whether it was picked because minds were changed here; else because the first vote was split.
        moved: bool,
        /// The line.
        line: Option<LineView>,
        /// The options.
        options: Vec<OptionView>,
        /// The votes.
        chart: Option<Chart>,
        /// What is asked.
        question: String,
    },
    /// The route of the room.
    Route {
        /// Where it was.
        map: RouteMap,
        /// What it said.
        steps: Vec<RouteStep>,
        /// How it ended; empty where it was left before.
        ending: String,
    },
    /// What to keep and what to change.
    PlusDelta,
    /// What to take along.
    Summarise,
    /// One sentence each for the week, and the next date.
    Closing {
        /// When the room meets again.
        next_date: String,
        /// Where to turn afterwards; empty where nothing was written.
        contact: String,
    },
}

/// The letter of an option.
pub(super) fn letter(at: usize) -> char {
    char::from(b'A' + u8::try_from(at.min(25)).unwrap_or_default())
}
