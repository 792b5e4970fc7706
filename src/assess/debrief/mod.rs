//! The guided look back: what went well, what each line did to her, what she never told.

mod aim;
mod growth;
mod turn;

pub use aim::{AimReview, OtherAim};
pub use growth::Growth;
pub use turn::{CueView, OtherReply, TurnReview};

use crate::assess::{EntryReview, Reference, Scorecard, scorecard, sheet_review};
use crate::lang::Lang;
use crate::scenario::{Ending, FactIdx, FactKind};
use crate::session::{Event, PromiseView, Session, promise_views};

/// Everything that is looked back on, in one language, not yet laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Debrief {
    /// The scores.
    pub card: Scorecard,
    /// The ending, if the talk came to one.
    pub ending: Option<(String, String)>,
    /// Each decision with what it did.
    pub turns: Vec<TurnReview>,
    /// At how many decisions what decided was heard, and at how many there was something to hear. It is said beside the
    /// scores and is no part of them.
    pub cues_heard: (usize, usize),
    /// Indicators at their best, with the line that showed them.
    pub strengths: Vec<Growth>,
    /// The two indicators furthest from exemplary, with the line chosen.
    pub to_work_on: Vec<Growth>,
    /// What the trainee said she was here for, held against her choices; empty where nobody asked.
    pub aims: Vec<AimReview>,
    /// What was told.
    pub told: Vec<FactView>,
    /// What was never told, and what would have opened it.
    pub untold: Vec<FactView>,
    /// What was said aloud as a guess before it was told.
    pub guessed: Vec<FactView>,
    /// What was passed on and must not have been.
    pub leaked: Vec<FactView>,
    /// What was promised, and what became of it.
    pub promises: Vec<PromiseView>,
    /// The hand-over sheet read against what was heard; empty where there is none.
    pub sheet: Vec<EntryReview>,
}

/// A fact, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactView {
    /// The fact.
    pub text: String,
    /// What opens it.
    pub opens: String,
}

impl Debrief {
    /// Looks back on a talk.
    pub fn of(talk: &Session, reference: &Reference, lang: Lang) -> Self {
        let turns: Vec<TurnReview> =
            talk.turns().iter().map(|turn| turn::review(talk, turn, lang)).collect();
        let said: Vec<Event> = talk.events().copied().collect();
        let facts = |wanted: &dyn Fn(FactIdx) -> bool| fact_views(talk, wanted, lang);
        let kind = |at: FactIdx| talk.scenario().facts[at.at()].kind;
        let ending =
            |ending: &Ending| (ending.title.get(lang).to_owned(), ending.text.get(lang).to_owned());
        let (strengths, to_work_on) = growth::growth(talk, lang);
        Self {
            card: scorecard(talk, reference),
            ending: talk.ending().map(ending),
            cues_heard: cues_heard(&turns),
            turns,
            strengths,
            to_work_on,
            aims: aim::aims(talk, lang),
            told: facts(&|at| {
                said.contains(&Event::Told(at)) && kind(at) != FactKind::Confidential
            }),
            untold: facts(&|at| !said.contains(&Event::Told(at)) && kind(at) == FactKind::Hidden),
            guessed: facts(&|at| said.contains(&Event::Guessed(at))),
            leaked: facts(&|at| said.contains(&Event::Leaked(at))),
            promises: promise_views(talk.scenario(), talk.state(), lang),
            sheet: sheet_review(talk, lang),
        }
    }
}

fn cues_heard(turns: &[TurnReview]) -> (usize, usize) {
    let with_cue = || turns.iter().filter(|turn| turn.has_cue());
    (with_cue().filter(|turn| turn.is_key).count(), with_cue().count())
}

fn fact_views(talk: &Session, wanted: &dyn Fn(FactIdx) -> bool, lang: Lang) -> Vec<FactView> {
    let facts = (0..).map(FactIdx).zip(&talk.scenario().facts);
    facts
        .filter(|(at, _)| wanted(*at))
        .map(|(_, fact)| FactView {
            text: fact.text.get(lang).to_owned(),
            opens: fact.opens.get(lang).to_owned(),
        })
        .collect()
}
