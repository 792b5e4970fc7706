//! Bars on single routes: the reference, one slip away from it, the personas, and detours.

use crate::assess::{Reference, Share, decision_loss, decision_range, scorecard};
use crate::check::bars::fates::shown;
use crate::check::bars::{Measured, heaviest, main_beats, skill_word};
use crate::diagnostic::{Diagnostic, Rule};
use crate::rubric::Skill;
use crate::scenario::{Beat, BeatIdx, ChoiceIdx, Persona};

/// S5: decisions that can show a skill, and the skill that the scenario trains most.
const OBSERVATIONS_MIN: u32 = 6;
const PRIMARY_OBSERVATIONS_MIN: u32 = 8;

/// S6: what one slip may cost the mean of the three scores, and must at least cost the skill it hits, in points.
const SLIP_MEAN: std::ops::RangeInclusive<i64> = 1..=15;
const SLIP_HIT_MIN: i64 = 3;

/// S7: so many random talks are compared with the same talk less one slip.
const DETOURS: u32 = 5000;

/// Section 3.4: how near a persona's weakest skill may be to its intended one, and how far below its best it must be.
const PERSONA_TIE: i64 = 2;
const PERSONA_GAP: i64 = 8;

pub(super) fn check(measured: &Measured<'_>) -> Vec<Diagnostic> {
    let mut found = reference(measured);
    found.extend(observations(measured));
    found.extend(slips(measured));
    found.extend(personas(measured));
    found.extend(detours(measured));
    found
}

/// S1: the reference route scores 95 at least on each skill, or 90 where some beat makes skills pull apart.
fn reference(measured: &Measured<'_>) -> Vec<Diagnostic> {
    let card = scorecard(&measured.reference.talk, measured.reference);
    let pulls_apart = main_beats(measured.scenario).any(|(_, beat)| is_trade_off(beat));
    let bar = if pulls_apart { 90 } else { 95 };
    let low = card.scores.iter().filter(|score| score.points < bar);
    let losses = |skill: Skill| {
        let turns = measured.reference.talk.turns().iter();
        turns
            .map(|turn| {
                let beat = measured.scenario.beat(turn.beat);
                let lost = decision_loss(beat, &turn.before, turn.choice, skill);
                (i64::from(lost), turn.beat, turn.choice)
            })
            .filter(|(lost, ..)| *lost > 0)
            .collect()
    };
    low.map(|score| {
        let (choices, worst) = heaviest(measured.scenario, losses(score.skill));
        let span = worst.map_or(measured.whole(), |(beat, choice)| measured.choice(beat, choice));
        Diagnostic::new(Rule::ReferenceScoresLow, span)
            .with("skill", skill_word(score.skill))
            .with("points", i64::from(score.points))
            .with("bar", i64::from(bar))
            .with("choices", choices)
    })
    .collect()
}

/// Whether the best choice on one skill is not the best on another.
fn is_trade_off(beat: &Beat) -> bool {
    let best = |skill: Skill| {
        let choices = (0..).map(ChoiceIdx).take(beat.choices.len());
        let most = choices.map(|choice| shown(beat, choice, skill)).max();
        let rated = beat.rates.iter().any(|indicator| indicator.skill() == skill);
        rated.then(|| most == Some(shown(beat, beat.key, skill)))
    };
    Skill::ALL.iter().filter_map(|skill| best(*skill)).any(|key_is_best| !key_is_best)
}

/// S5: there is enough to see of each skill on the reference route.
fn observations(measured: &Measured<'_>) -> Vec<Diagnostic> {
    let card = scorecard(&measured.reference.talk, measured.reference);
    let primary = measured.scenario.skills.first();
    let few = card.scores.iter().filter_map(|score| {
        let is_primary = primary == Some(&score.skill);
        let bar = if is_primary { PRIMARY_OBSERVATIONS_MIN } else { OBSERVATIONS_MIN };
        (score.observations < bar).then_some((score, bar))
    });
    few.map(|(score, bar)| {
        let (choices, nearest) = named(measured, unshown(measured, score.skill));
        let span = nearest.map_or(measured.whole(), |(beat, key)| measured.choice(beat, key));
        Diagnostic::new(Rule::TooFewObservations, span)
            .with("skill", skill_word(score.skill))
            .with("count", i64::from(score.observations))
            .with("bar", i64::from(bar))
            .with("choices", choices)
    })
    .collect()
}

/// The heaviest choices; the word `none` where there are none.
fn named(
    measured: &Measured<'_>,
    weights: Vec<(i64, BeatIdx, ChoiceIdx)>,
) -> (String, Option<(BeatIdx, ChoiceIdx)>) {
    let (names, first) = heaviest(measured.scenario, weights);
    (if first.is_none() { "none".to_owned() } else { names }, first)
}

/// The keys of the reference route at whose beats a skill does not show: those nearest to showing it weigh most, where
/// it is rated and all are rated alike, and then those with the fewest indicators.
fn unshown(measured: &Measured<'_>, skill: Skill) -> Vec<(i64, BeatIdx, ChoiceIdx)> {
    let weight = |beat: &Beat| {
        let rated = beat.rates.iter().any(|indicator| indicator.skill() == skill);
        if rated { 1 } else { -i64::try_from(beat.rates.len()).unwrap_or(i64::MAX) }
    };
    let turns = measured.reference.talk.turns().iter();
    turns
        .map(|turn| (turn, measured.scenario.beat(turn.beat)))
        .filter(|(_, beat)| !beat.is_second_chance() && !beat.rates.is_empty())
        .filter(|(turn, beat)| decision_range(beat, &turn.before, skill) == 0)
        .map(|(turn, beat)| (weight(beat), turn.beat, turn.choice))
        .collect()
}

/// S6: each single slip from the reference costs something, and not everything.
fn slips(measured: &Measured<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for turn in measured.reference.talk.turns() {
        let beat = measured.scenario.beat(turn.beat);
        if beat.is_second_chance() || beat.rates.is_empty() {
            continue;
        }
        for choice in (0..).map(ChoiceIdx).take(beat.choices.len()) {
            let sayable = turn.before.holds(&beat.choices[choice.at()].when);
            if choice == turn.choice || !sayable {
                continue;
            }
            let (mean, hit) = cost(measured, turn.beat, choice);
            let fits = Share::from(*SLIP_MEAN.start()) <= mean
                && mean <= Share::from(*SLIP_MEAN.end())
                && hit >= Share::from(SLIP_HIT_MIN);
            if !fits {
                let span = measured.choice(turn.beat, choice);
                let finding = Diagnostic::new(Rule::SlipCost, span)
                    .with("mean", tenths(mean))
                    .with("hit", tenths(hit))
                    .with("id", beat.choices[choice.at()].id.as_str());
                found.push(finding.with("beat", beat.id.as_str()));
            }
        }
    }
    found
}

/// What one slip costs the mean of the scores, and the skill that it hits most, in points.
fn cost(measured: &Measured<'_>, at: BeatIdx, choice: ChoiceIdx) -> (Share, Share) {
    let erring =
        Reference::instead(measured.scenario, |talk| (talk.beat() == Some(at)).then_some(choice));
    let card = scorecard(&erring.talk, measured.reference);
    let lost = card.scores.map(|score| Share::from(100) - score.exact);
    let mean = lost.iter().copied().sum::<Share>() / 3;
    (mean, lost.into_iter().fold(Share::ZERO, Share::max))
}

/// A number of points with one decimal.
pub(super) fn tenths(points: Share) -> String {
    let tenths = (points * 10 + Share::new(1, 2)).floor().to_integer();
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// S8: the skill that a persona is weak in is its lowest, or nearly, and well below its best.
fn personas(measured: &Measured<'_>) -> Vec<Diagnostic> {
    let personas = measured.scenario.personas.iter().enumerate();
    let weak = personas.filter_map(|(at, persona)| persona.weak_in.map(|weak| (at, persona, weak)));
    weak.filter_map(|(at, persona, weak)| persona_finding(measured, at, persona, weak)).collect()
}

fn persona_finding(
    measured: &Measured<'_>,
    at: usize,
    persona: &Persona,
    weak: Skill,
) -> Option<Diagnostic> {
    let run = Reference::instead(measured.scenario, |talk| {
        let here = talk.beat()?;
        persona.chooses.iter().find(|(beat, _)| *beat == here).map(|(_, choice)| *choice)
    });
    let card = scorecard(&run.talk, measured.reference);
    let points = card.scores.map(|score| i64::from(score.points));
    let of_weak = points[weak as usize];
    let (lowest, best) = (points.iter().min()?, points.iter().max()?);
    let fits = of_weak <= lowest + PERSONA_TIE && of_weak <= best - PERSONA_GAP;
    (!fits).then(|| {
        Diagnostic::new(Rule::PersonaUnseen, measured.persona(at))
            .with("id", persona.id.as_str())
            .with("skill", skill_word(weak))
            .with("perspective", points[0])
            .with("ownership", points[1])
            .with("calm", points[2])
            .with("choices", named(measured, unseen(measured, persona, weak)).0)
    })
}

/// What a persona says in place of keys: that weighs most which costs another skill more than the one it is weak in.
fn unseen(
    measured: &Measured<'_>,
    persona: &Persona,
    weak: Skill,
) -> Vec<(i64, BeatIdx, ChoiceIdx)> {
    let weigh = |&(at, choice): &(BeatIdx, ChoiceIdx)| {
        let beat = measured.scenario.beat(at);
        let cost = |skill: Skill| shown(beat, beat.key, skill) - shown(beat, choice, skill);
        let others = Skill::ALL.into_iter().filter(|skill| *skill != weak).map(cost);
        (others.max().unwrap_or_default() - cost(weak), at, choice)
    };
    persona.chooses.iter().map(weigh).collect()
}

/// S7: nobody gains by erring first.
fn detours(measured: &Measured<'_>) -> Option<Diagnostic> {
    let found = measured.space.paying_detours(measured.reference, DETOURS, 7);
    let most = found.first()?;
    let (beat, choice) = most.said;
    // They stand in the order of what they pay.
    let weights = (0..).zip(&found).map(|(at, detour): (i64, _)| {
        let (beat, choice) = detour.said;
        (-at, beat, choice)
    });
    Some(
        Diagnostic::new(Rule::DetourPays, measured.choice(beat, choice))
            .with("beat", measured.scenario.beat(beat).id.as_str())
            .with("id", measured.scenario.choice(beat, choice).id.as_str())
            .with("skill", skill_word(most.skill))
            .with("with", tenths(most.with))
            .with("without", tenths(most.without))
            .with("choices", heaviest(measured.scenario, weights.collect()).0),
    )
}
