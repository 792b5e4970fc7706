//! Where in a talk the way to a better ending closed: what is certain about a line, without any share of likelihood.

use std::collections::BTreeMap;

use crate::analysis::space::{BUDGET, Space, index};
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
    space: Space<'s>,
    /// For each situation, the best ending that some talk comes to from there.
    best: BTreeMap<State, EndingIdx>,
}

impl<'s> Outlook<'s> {
    /// Visits every situation; nothing where there are more than [`BUDGET`].
    pub fn of(scenario: &'s Scenario) -> Option<Self> {
        let space = Space::of(scenario, BUDGET).ok()?;
        let mut best = vec![EndingIdx(0); space.len()];
        for at in &space.last_first {
            let ways = space.ways[index(*at)].iter();
            let onward = ways.map(|way| best[index(way.to)]).max();
            best[index(*at)] = space.ending(*at).or(onward).unwrap_or(EndingIdx(0));
        }
        let best = space.states.iter().cloned().zip(best).collect();
        Some(Self { space, best })
    }

    /// The best ending that some talk comes to from this state; nothing for a state that no talk comes to.
    pub fn best_from(&self, state: &State) -> Option<EndingIdx> {
        let mut state = state.clone();
        self.space.onward.ahead.forget(&mut state);
        self.best.get(&state).copied()
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
