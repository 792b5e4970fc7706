//! What went well and what to work on, each with the line that showed it.

use crate::assess::score::ratings_at;
use crate::lang::Lang;
use crate::rubric::{Indicator, Rating};
use crate::session::Session;

/// An indicator and the line that showed it, or failed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Growth {
    /// The indicator.
    pub indicator: Indicator,
    /// Its rating there.
    pub rating: Rating,
    /// The line.
    pub said: String,
    /// The beat's title.
    pub title: String,
    /// Which turn.
    pub turn: usize,
}

/// How many strengths a debrief names: enough to be heard, few enough to be believed.
const STRENGTHS_MAX: usize = 2;

/// How many indicators a debrief proposes to work on.
const TO_WORK_ON_MAX: usize = 2;

/// The indicators at their best and at their worst. Among equals the earlier turn speaks, and no turn speaks twice.
pub(super) fn growth(talk: &Session, lang: Lang) -> (Vec<Growth>, Vec<Growth>) {
    let scenario = talk.scenario();
    let mut all: Vec<Growth> = Vec::new();
    for (at, turn) in talk.turns().iter().enumerate() {
        let title = scenario.beat(turn.beat).title.get(lang);
        let said = scenario.choice(turn.beat, turn.choice).say.get(lang);
        all.extend(ratings_at(talk, turn).into_iter().map(|(indicator, rating)| Growth {
            indicator,
            rating,
            said: said.to_owned(),
            title: title.to_owned(),
            turn: at,
        }));
    }
    // The lines that did the listener most good speak first.
    let harm = |growth: &Growth| {
        let turn = &talk.turns()[growth.turn];
        let (before, after) = (turn.before.gauges, turn.gauges_after_reply());
        i32::from(after.anger) - i32::from(before.anger) + i32::from(before.trust)
            - i32::from(after.trust)
    };
    // Of a reply that fits, nothing is left to be worked on, though it is not exemplary in everything.
    let fitted = |growth: &Growth| {
        let turn = &talk.turns()[growth.turn];
        scenario.beat(turn.beat).key == turn.choice
    };
    let worst = pick(
        &all,
        TO_WORK_ON_MAX,
        |growth| growth.rating.half_steps() < 2 && !fitted(growth),
        |growth| growth.rating.half_steps(),
    );
    let exemplary = |growth: &Growth| growth.rating.half_steps() == 2;
    // What is to be worked on is not also praised, unless there is nothing else to praise.
    let elsewhere = |growth: &Growth| worst.iter().all(|other| other.indicator != growth.indicator);
    let best = pick(&all, STRENGTHS_MAX, |growth| exemplary(growth) && elsewhere(growth), harm);
    let best = if best.is_empty() { pick(&all, STRENGTHS_MAX, exemplary, harm) } else { best };
    (best, worst)
}

fn pick(
    all: &[Growth],
    most: usize,
    fits: impl Fn(&Growth) -> bool,
    order: impl Fn(&Growth) -> i32,
) -> Vec<Growth> {
    let mut fitting: Vec<&Growth> = all.iter().filter(|growth| fits(growth)).collect();
    fitting.sort_by_key(|growth| (order(growth), growth.turn));
    let mut picked: Vec<Growth> = Vec::new();
    for growth in fitting {
        let new = picked
            .iter()
            .all(|other| other.turn != growth.turn && other.indicator != growth.indicator);
        if new && picked.len() < most {
            picked.push(growth.clone());
        }
    }
    picked
}
