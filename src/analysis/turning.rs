//! Where in a talk the way to a better ending closed: what is certain about a line, without any share of likelihood.

use crate::analysis::reach::Reach;
use crate::analysis::space::BUDGET;
use crate::assess::{Debrief, Reference};
use crate::lang::Lang;
use crate::scenario::{EndingIdx, Scenario};
use crate::session::{Session, State};

/// A turn after which the best ending that was still within reach no longer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TurningPoint {
    /// Which turn of the talk, from 0.
    pub turn: usize,
    /// The best ending within reach before it, and in no way after it.
    pub lost: EndingIdx,
    /// The best that is left.
    pub left: EndingIdx,
}

/// The look back on a talk with its turning points marked, as far as the scenario can be visited as a whole.
pub fn look_back(talk: &Session, reference: &Reference, lang: Lang) -> Debrief {
    let mut debrief = Debrief::of(talk, reference, lang);
    if let Some(outlook) = Outlook::of(talk.scenario()) {
        let title = |at: EndingIdx| talk.scenario().ending(at).title.get(lang).to_owned();
        for point in outlook.turning_points(talk) {
            debrief.turns[point.turn].turning = Some((title(point.lost), title(point.left)));
        }
    }
    debrief
}

/// Which endings can still be come to, from every situation of a scenario.
#[derive(Debug)]
pub struct Outlook<'s> {
    reach: Reach<'s>,
    /// For each situation, the best ending that some talk comes to from there.
    best: Vec<Vec<EndingIdx>>,
}

impl<'s> Outlook<'s> {
    /// Visits every situation; nothing where [`Reach`] has more than [`BUDGET`] rows of them.
    pub fn of(scenario: &'s Scenario) -> Option<Self> {
        let reach = Reach::of(scenario, BUDGET)?;
        let best = reach.best_endings();
        Some(Self { reach, best })
    }

    /// The best ending that some talk comes to from this state; nothing for a state that no talk comes to.
    pub fn best_from(&self, state: &State) -> Option<EndingIdx> {
        let (place, cell) = self.reach.find(state)?;
        Some(self.best[place][cell])
    }

    /// The turning points of a talk of this scenario, in their order. Chance can be one: then the turn it follows is.
    pub fn turning_points(&self, talk: &Session) -> Vec<TurningPoint> {
        let turns = talk.turns().iter().enumerate();
        turns
            .filter_map(|(turn, taken)| {
                let lost = self.best_from(&taken.before)?;
                let left = self.best_from(&taken.after)?;
                (left < lost).then_some(TurningPoint { turn, lost, left })
            })
            .collect()
    }
}
