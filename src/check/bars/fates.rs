//! Bars on what becomes of trainees: at random, by the best distractor, at each ending, and what talks offer.

use crate::analysis::{ChoiceReport, Exact, Fate, TooLarge, Trainee};
use crate::assess::Share;
use crate::check::bars::routes::tenths;
use crate::check::bars::{Measured, heaviest, main_beats, not_judged, skill_word};
use crate::diagnostic::{Diagnostic, Rule};
use crate::rubric::{Rating, Skill};
use crate::scenario::{Beat, BeatIdx, ChoiceIdx, Outcome, Scenario};
use crate::session::State;

/// S3: the mean score of someone who picks at random, over single decisions and over whole talks.
const RANDOM_ITEMS: std::ops::RangeInclusive<i64> = 30..=50;
const RANDOM_TALKS: std::ops::RangeInclusive<i64> = 20..=50;

/// S4: the mean score, per skill, of someone who always picks the best choice that is not the key.
const BEST_DISTRACTOR_MAX: i64 = 50;

/// S9: how often luck may come to the best and to the worst ending, in per cent; and within how many slips of the
/// reference each ending must lie in which the customer stays.
///
/// The bar first left out the worst ending alone. It was estimated anew on the shipped scenarios, as the scoring guide
/// asks: where the customer stays, every ending takes one slip at most; where the customer leaves, it takes one to six,
/// for trust that is lost slowly is lost by many small slips.
const LUCKY_BEST_MAX: i64 = 10;
const LUCKY_WORST_MAX: i64 = 50;
const SLIPS_TO_AN_ENDING: usize = 2;

pub(super) fn check(measured: &Measured<'_>) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = random_items(measured).into_iter().collect();
    found.extend(far_away(measured));
    found.extend(offers(measured));
    match of_trainees(measured) {
        Some(of_trainees) => found.extend(of_trainees),
        None => {
            let why = TooLarge::Talks(measured.space.talks_max());
            found.push(not_judged(measured.source, why, "trainees"));
        }
    }
    found
}

/// What asks what becomes of trainees; nothing where too many talks would have to be told apart.
fn of_trainees(measured: &Measured<'_>) -> Option<Vec<Diagnostic>> {
    let random = measured.space.random(measured.reference)?;
    let picks = |scenario: &Scenario, state: &State, beat: BeatIdx| {
        Trainee::BestDistractor.picks(scenario, state, beat)
    };
    let never_the_key = measured.space.fate(measured.reference, &picks)?;
    let mut found = random_talks(measured, &random);
    found.extend(best_distractor(measured, &never_the_key));
    found.extend(lucky(measured, &random));
    Some(found)
}

/// S3, at single decisions: luck neither fails nor passes.
fn random_items(measured: &Measured<'_>) -> Option<Diagnostic> {
    let (items, likest) = items(measured);
    if within(&items, RANDOM_ITEMS) {
        return None;
    }
    let (choices, worst) = heaviest(measured.scenario, likest);
    let span = worst.map_or(measured.whole(), |(beat, choice)| measured.choice(beat, choice));
    Some(
        Diagnostic::new(Rule::RandomItems, span)
            .with("mean", tenths(items))
            .with("min", *RANDOM_ITEMS.start())
            .with("max", *RANDOM_ITEMS.end())
            .with("choices", choices),
    )
}

/// S3, over whole talks.
fn random_talks(measured: &Measured<'_>, random: &Fate) -> Vec<Diagnostic> {
    let (low, high) = (exact(*RANDOM_TALKS.start()), exact(*RANDOM_TALKS.end()));
    let off = Skill::ALL.into_iter().zip(&random.scores);
    let off = off.filter(|(_, moments)| moments.mean < low || moments.mean > high);
    off.map(|(skill, moments)| {
        let weights = weights(measured, skill, moments.mean > high);
        let (choices, worst) = heaviest(measured.scenario, weights);
        let span = worst.map_or(measured.whole(), |(beat, choice)| measured.choice(beat, choice));
        Diagnostic::new(Rule::RandomTalks, span)
            .with("skill", skill_word(skill))
            .with("mean", hundredths_of(&moments.mean))
            .with("min", *RANDOM_TALKS.start())
            .with("max", *RANDOM_TALKS.end())
            .with("choices", choices)
    })
    .collect()
}

/// What each distractor earns of a skill, or what it loses of it, in half steps.
fn weights(measured: &Measured<'_>, skill: Skill, earned: bool) -> Vec<(i64, BeatIdx, ChoiceIdx)> {
    let of_beat = |(at, beat): (BeatIdx, &Beat)| {
        let worths: Vec<i64> = (0..)
            .map(ChoiceIdx)
            .take(beat.choices.len())
            .map(|choice| shown(beat, choice, skill))
            .collect();
        let (low, high) = (worths.iter().min().copied(), worths.iter().max().copied());
        let weight = move |worth: i64| {
            if earned { worth - low.unwrap_or(worth) } else { high.unwrap_or(worth) - worth }
        };
        let key = beat.key;
        let all = (0..).map(ChoiceIdx).zip(worths).filter(move |(choice, _)| *choice != key);
        all.map(move |(choice, worth)| (weight(worth), at, choice)).collect::<Vec<_>>()
    };
    main_beats(measured.scenario).flat_map(of_beat).collect()
}

/// How much of a skill a choice shows, in half steps.
pub(super) fn shown(beat: &Beat, choice: ChoiceIdx, skill: Skill) -> i64 {
    let rated = beat.rates.iter().zip(&beat.choices[choice.at()].ratings);
    let of_skill = rated.filter(|(indicator, _)| indicator.skill() == skill);
    of_skill.map(|(_, rating)| i64::from(rating.half_steps())).sum()
}

fn within(value: &Share, range: std::ops::RangeInclusive<i64>) -> bool {
    *value >= Share::from(*range.start()) && *value <= Share::from(*range.end())
}

fn exact(whole: i64) -> Exact {
    Exact::from_integer(whole.into())
}

/// An exact number with one decimal.
fn hundredths_of(value: &Exact) -> String {
    let tenths = (value * exact(10) + Exact::new(1.into(), 2.into())).floor().to_integer();
    format!("{}.{}", &tenths / 10, &tenths % 10)
}

/// How near each choice comes to the best of its beat, from 0 to 100, and the mean over all main beats; with the
/// distractors that come nearest and the keys that stand out least.
fn items(measured: &Measured<'_>) -> (Share, Vec<(i64, BeatIdx, ChoiceIdx)>) {
    let mut sum = Share::ZERO;
    let mut beats = 0;
    let mut nearness = Vec::new();
    for (at, beat) in main_beats(measured.scenario) {
        let worths: Vec<i64> = beat.choices.iter().map(|choice| worth(&choice.ratings)).collect();
        let (Some(low), Some(high)) = (worths.iter().min(), worths.iter().max()) else { continue };
        if low == high {
            continue;
        }
        let count = i64::try_from(worths.len()).unwrap_or(1);
        let share = |worth: i64| Share::new(100 * (worth - low), high - low);
        sum += worths.iter().map(|worth| share(*worth)).sum::<Share>() / count;
        beats += 1;
        for (choice, worth) in (0..).map(ChoiceIdx).zip(&worths) {
            if choice != beat.key {
                nearness.push((share(*worth).to_integer(), at, choice));
            }
        }
    }
    (if beats == 0 { Share::ZERO } else { sum / beats }, nearness)
}

fn worth(ratings: &[Rating]) -> i64 {
    ratings.iter().map(|rating| i64::from(rating.half_steps())).sum()
}

/// S4: someone who never finds the key does not pass.
fn best_distractor(measured: &Measured<'_>, fate: &Fate) -> Vec<Diagnostic> {
    let near = main_beats(measured.scenario).filter_map(|(at, beat)| {
        let second = second_best(beat)?;
        Some((worth(&beat.choices[second.at()].ratings), at, second))
    });
    let near: Vec<_> = near.collect();
    let high = Skill::ALL.into_iter().zip(&fate.scores);
    let high = high.filter(|(_, moments)| moments.mean > exact(BEST_DISTRACTOR_MAX));
    high.map(|(skill, moments)| {
        let (choices, worst) = heaviest(measured.scenario, near.clone());
        let span = worst.map_or(measured.whole(), |(beat, choice)| measured.choice(beat, choice));
        Diagnostic::new(Rule::BestDistractorPasses, span)
            .with("skill", skill_word(skill))
            .with("mean", hundredths_of(&moments.mean))
            .with("max", BEST_DISTRACTOR_MAX)
            .with("choices", choices)
    })
    .collect()
}

/// The best choice that is not the key.
fn second_best(beat: &Beat) -> Option<ChoiceIdx> {
    let others = (0..).map(ChoiceIdx).zip(&beat.choices).filter(|(at, _)| *at != beat.key);
    others
        .max_by_key(|(at, choice)| (worth(&choice.ratings), std::cmp::Reverse(*at)))
        .map(|(at, _)| at)
}

/// S9: a good trainee sees more endings than one.
fn far_away(measured: &Measured<'_>) -> Vec<Diagnostic> {
    let slips = measured.space.fewest_slips().into_iter().enumerate();
    let may_take_many =
        |at: usize| at == 0 || measured.scenario.endings[at].outcome == Outcome::Left;
    let far = slips.filter_map(|(at, slips)| Some((at, slips.filter(|_| !may_take_many(at))?)));
    far.filter(|(_, slips)| slips.len() > SLIPS_TO_AN_ENDING)
        .map(|(at, slips)| {
            // As they come in the talk.
            let weights =
                (0..).zip(&slips).map(|(n, (beat, choice)): (i64, _)| (-n, *beat, *choice));
            Diagnostic::new(Rule::EndingFarAway, measured.ending(at))
                .with("id", measured.scenario.endings[at].id.as_str())
                .with("slips", slips.len())
                .with("max", SLIPS_TO_AN_ENDING)
                .with("choices", heaviest(measured.scenario, weights.collect()).0)
        })
        .collect()
}

/// S9: luck does not decide how it ends.
fn lucky(measured: &Measured<'_>, random: &Fate) -> Vec<Diagnostic> {
    let last = measured.scenario.endings.len().saturating_sub(1);
    let judged = [
        (last, Rule::LuckyBestEnding, LUCKY_BEST_MAX, true),
        (0, Rule::LuckyWorstEnding, LUCKY_WORST_MAX, false),
    ];
    let finding = |(at, rule, max, up): (usize, Rule, i64, bool)| {
        let percent = random.endings.get(at)? * exact(100);
        if percent < exact(max) {
            return None;
        }
        let (choices, _) = heaviest(measured.scenario, shifts(measured, up));
        Some(
            Diagnostic::new(rule, measured.ending(at))
                .with("id", measured.scenario.endings[at].id.as_str())
                .with("percent", hundredths_of(&percent))
                .with("max", max)
                .with("choices", choices),
        )
    };
    judged.into_iter().filter_map(finding).collect()
}

/// How far each distractor moves the ending that luck comes to, up or down, in thousandths of a place on the list.
fn shifts(measured: &Measured<'_>, up: bool) -> Vec<(i64, BeatIdx, ChoiceIdx)> {
    let choices = measured.space.choices().into_iter();
    let distractors =
        choices.filter(|report| measured.scenario.beat(report.beat).key != report.choice);
    let shift = |report: &ChoiceReport| {
        let thousandths = (&report.shift * exact(1000)).round().to_integer();
        let moved = i64::try_from(thousandths).unwrap_or_default();
        if up { moved } else { -moved }
    };
    distractors.map(|report| (shift(&report), report.beat, report.choice)).collect()
}

/// S10: every talk that does not break off offers about what the reference route offers.
fn offers(measured: &Measured<'_>) -> Vec<Diagnostic> {
    let uneven = Skill::ALL.into_iter().filter_map(|skill| {
        let reference = measured.reference.available[skill as usize];
        let (least, most) = measured.space.opportunity(skill)?;
        let fits = 4 * least >= 3 * reference && 4 * most <= 5 * reference;
        (!fits && reference > 0).then_some((skill, reference, least, most))
    });
    uneven
        .map(|(skill, reference, least, most)| {
            let percent = |offered: i32| i64::from(100 * offered / reference);
            let (low, high) = (4 * least < 3 * reference, 4 * most > 5 * reference);
            let moved = measured.space.narrows_and_widens(skill).into_iter();
            let weight = |((beat, choice), (narrows, widens)): (_, (i32, i32))| {
                let narrows = if low { narrows } else { 0 };
                let widens = if high { widens } else { 0 };
                (i64::from(narrows.max(widens)), beat, choice)
            };
            let weights = moved.map(weight).filter(|(weight, ..)| *weight > 0).collect();
            let (choices, worst) = heaviest(measured.scenario, weights);
            let span =
                worst.map_or(measured.whole(), |(beat, choice)| measured.choice(beat, choice));
            Diagnostic::new(Rule::UnevenOffers, span)
                .with("skill", skill_word(skill))
                .with("least", percent(least))
                .with("most", percent(most))
                .with("choices", choices)
        })
        .collect()
}
