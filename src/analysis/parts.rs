//! What every way on does to one skill's score: folded over by whoever follows talks along the ways.

use crate::analysis::fate::lcm;
use crate::analysis::onward::By;
use crate::analysis::space::{Space, index};
use crate::assess::{Share, decision_loss, decision_range, mend_factor};
use crate::rubric::Skill;
use crate::scenario::{Beat, BeatIdx, ChoiceIdx, Condition};
use crate::session::{State, mended_beat};

/// What saying a choice does to one skill's score.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    /// A main decision: what it offered, and what was lost of it.
    Decision(BeatIdx, i32, i64),
    /// A second chance for this beat's loss, which is multiplied by this, in units.
    Mend(BeatIdx, i64),
    /// Nothing.
    Nothing,
}

/// What every way on does, by its number.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) ways: Vec<Part>,
    /// What every factor of a mending divides.
    pub(super) factor_unit: i64,
    /// A half step of loss that is not mended: so large that it can be multiplied as often as a loss can be mended.
    pub(super) unit: i64,
}

impl Parts {
    pub(super) fn of(space: &Space<'_>, skill: Skill) -> Self {
        let factors = || ways(space).filter_map(|(at, by)| mends(space, at, by));
        let factor_unit = factors().fold(1, |unit, (_, factor)| lcm(unit, *factor.denom()));
        let mut mended: Vec<BeatIdx> = factors().map(|(main, _)| main).collect();
        mended.sort_unstable();
        mended.dedup();
        let often = |main: BeatIdx| {
            let of_it = |at, by| mends(space, at, by).is_some_and(|(other, _)| other == main);
            most_on_a_route(space, of_it)
        };
        let unit = factor_unit.saturating_pow(mended.into_iter().map(often).max().unwrap_or(0));
        // What is offered and lost where everything can always be said is the same in all situations.
        let mut known: Vec<Vec<Part>> = vec![Vec::new(); space.scenario.beats.len()];
        let part = |(at, by): (u32, By)| {
            let (By::Choice(choice), Some(beat)) = (by, space.beat(at)) else {
                return Part::Nothing;
            };
            if let Some((main, factor)) = mends(space, at, by) {
                return Part::Mend(main, factor.numer() * (factor_unit / factor.denom()));
            }
            let (written, state) = (space.scenario.beat(beat), &space.states[index(at)]);
            let of = |choice| decision((beat, written), state, choice, skill, unit);
            if written.choices.iter().any(|choice| choice.when != Condition::Always) {
                return of(choice);
            }
            let known = &mut known[beat.at()];
            if known.is_empty() {
                known.extend((0..).map(ChoiceIdx).take(written.choices.len()).map(of));
            }
            known[choice.at()]
        };
        Self { ways: ways(space).map(part).collect(), factor_unit, unit }
    }
}

/// How many ways of a kind a route can hold at most.
fn most_on_a_route(space: &Space<'_>, of_kind: impl Fn(u32, By) -> bool) -> u32 {
    let mut most = vec![0; space.len()];
    for at in &space.last_first {
        let ways = space.ways[index(*at)].iter();
        let counts = ways.map(|way| most[index(way.to)] + u32::from(of_kind(*at, way.by)));
        most[index(*at)] = counts.max().unwrap_or(0);
    }
    most.first().copied().unwrap_or_default()
}

fn ways(space: &Space<'_>) -> impl Iterator<Item = (u32, By)> {
    let numbered = (0..).zip(space.ways.iter());
    numbered.flat_map(|(at, ways)| ways.iter().map(move |way| (at, way.by)))
}

fn decision(
    (at, beat): (BeatIdx, &Beat),
    state: &State,
    choice: ChoiceIdx,
    skill: Skill,
    unit: i64,
) -> Part {
    if beat.is_second_chance() || beat.rates.is_empty() {
        return Part::Nothing;
    }
    let loss = i64::from(decision_loss(beat, state, choice, skill));
    Part::Decision(at, decision_range(beat, state, skill), loss * unit)
}

/// The beat whose loss a way mends, and what it multiplies that loss by.
fn mends(space: &Space<'_>, at: u32, by: By) -> Option<(BeatIdx, Share)> {
    let By::Choice(choice) = by else { return None };
    let beat = space.beat(at)?;
    let state = &space.states[index(at)];
    let main = mended_beat(space.scenario, beat, state)?;
    Some((main, mend_factor(space.scenario.beat(beat), state, choice)))
}
