//! Readers who pick by a surface alone, and what they get at single decisions.

use crate::scenario::{BeatIdx, ChoiceIdx};
use crate::surface::appearance::{Appearance, BeatAppearance, Row};
use crate::surface::feature::Feature;
use crate::surface::figures::{Tenths, nearest};

/// A rule for picking that needs no listening. Where it cannot decide, it picks among equals by chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bot {
    /// The reply with the most of a feature.
    Most(Feature),
    /// The reply with the least of a feature.
    Least(Feature),
    /// A reply that both apologises and asks.
    ApologyAndQuestion,
    /// A reply that gives back words, says "I", names a number and asks, or as much of this as there is.
    Recipe,
    /// The reply at a place of the file: 0 is the first.
    Place(usize),
    /// The last reply in the file.
    Last,
}

/// For every beat of a scenario, one weight a reply.
pub type Picks = Vec<Vec<u32>>;

impl Bot {
    /// The bots that read, for appearances of one language.
    pub fn readers(appearance: &Appearance) -> Vec<Self> {
        let ends = Feature::of(appearance.lang)
            .iter()
            .flat_map(|feature| [Self::Most(*feature), Self::Least(*feature)]);
        ends.chain([Self::ApologyAndQuestion, Self::Recipe]).collect()
    }

    /// The bots that only count places, the same in every language.
    pub const PLACES: [Self; 4] = [Self::Place(0), Self::Place(1), Self::Place(2), Self::Last];

    /// Which end or place it goes for, as the sentences about it know it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Most(_) => "most",
            Self::Least(_) => "least",
            Self::ApologyAndQuestion => "apology-and-question",
            Self::Recipe => "recipe",
            Self::Place(0) => "first",
            Self::Place(1) => "second",
            Self::Place(_) => "third",
            Self::Last => "last",
        }
    }

    /// The feature it goes by, if it goes by one.
    pub fn feature(self) -> Option<Feature> {
        match self {
            Self::Most(feature) | Self::Least(feature) => Some(feature),
            Self::ApologyAndQuestion | Self::Recipe | Self::Place(_) | Self::Last => None,
        }
    }

    /// What it would pick at every beat.
    pub fn picks(self, appearance: &Appearance) -> Picks {
        appearance.beats.iter().map(|beat| self.picks_at(beat)).collect()
    }

    fn picks_at(self, beat: &BeatAppearance) -> Vec<u32> {
        let last = beat.rows.len().saturating_sub(1);
        let at = |place: usize| {
            (0..beat.rows.len()).map(|row| i64::from(row == place.min(last))).collect()
        };
        let most = |value: fn(&Row) -> i64| beat.rows.iter().map(value).collect();
        let values: Vec<i64> = match self {
            Self::Most(feature) => beat.column(feature),
            Self::Least(feature) => beat.column(feature).iter().map(|value| -value).collect(),
            Self::ApologyAndQuestion => {
                most(|row| has(row, &[Feature::Apologies, Feature::Questions]))
            }
            Self::Recipe => most(|row| {
                has(
                    row,
                    &[Feature::Echo, Feature::FirstPerson, Feature::Numbers, Feature::Questions],
                )
            }),
            Self::Place(place) => at(place),
            Self::Last => at(last),
        };
        highest(&values)
    }
}

/// How many of the features a reply has at all.
fn has(row: &Row, features: &[Feature]) -> i64 {
    features.iter().map(|feature| i64::from(row.features.get(*feature) > 0)).sum()
}

/// A weight of 1 for each of the highest.
pub(super) fn highest<T: Ord>(values: &[T]) -> Vec<u32> {
    let most = values.iter().max();
    values.iter().map(|value| u32::from(Some(value) == most)).collect()
}

/// Every choice alike.
pub fn by_chance(appearance: &Appearance) -> Picks {
    appearance.beats.iter().map(|beat| vec![1; beat.rows.len()]).collect()
}

/// The picks as weights of a beat's choices, as a policy has them. Nobody who reads picks saying nothing.
pub fn weights(appearance: &Appearance, picks: &Picks) -> Vec<Vec<u32>> {
    let of = |(beat, picks): (&BeatAppearance, &Vec<u32>)| {
        let mut weights = vec![0; appearance.scenario.beat(beat.beat).choices.len()];
        for (row, pick) in beat.rows.iter().zip(picks) {
            weights[row.choice.at()] = *pick;
        }
        weights
    };
    appearance.beats.iter().zip(picks).map(of).collect()
}

/// What the picks get at single decisions: the mean over judged beats, the worst choice being 0 and the best 100.
/// With it, the choices that bring more than chance would, the richest first.
pub fn item_level(appearance: &Appearance, picks: &Picks) -> (Tenths, Vec<(BeatIdx, ChoiceIdx)>) {
    // Points in billionths, in which a beat is rounded; the sum is rounded to tenths.
    const PARTS: i128 = 1_000_000_000;
    let (mut sum, mut beats) = (0, 0);
    let mut because = Vec::new();
    for (beat, picks) in appearance.beats.iter().zip(picks).filter(|(beat, _)| beat.judged) {
        let effects = beat.effects();
        let (worst, best) =
            (effects.iter().min().unwrap_or(&0), effects.iter().max().unwrap_or(&0));
        let points = |effect: &i64| {
            i128::from(effect - worst) * 100 * PARTS / i128::from((best - worst).max(1))
        };
        let total: i128 = picks.iter().map(|weight| i128::from(*weight)).sum();
        let count = i128::try_from(effects.len()).unwrap_or(i128::MAX);
        let chance = effects.iter().map(points).sum::<i128>() / count.max(1);
        beats += 1;
        for ((row, weight), effect) in picks.iter().enumerate().zip(&effects) {
            let share = points(effect) * i128::from(*weight) / total.max(1);
            let gain = (points(effect) - chance) * i128::from(*weight) / total.max(1);
            sum += share;
            if gain > 0 {
                because.push((gain, beat.at(row)));
            }
        }
    }
    because.sort_by_key(|(gain, _)| -gain);
    let because = because.into_iter().map(|(_, choice)| choice).collect();
    (Tenths(nearest(sum * 10, PARTS * beats)), because)
}

/// How often the picks are keys, and how often chance is, in tenths of a percent of the judged beats.
pub fn keys_picked(appearance: &Appearance, picks: &Picks) -> (Tenths, Tenths) {
    const PARTS: i128 = 1_000_000_000;
    let (mut picked, mut chance, mut beats) = (0, 0, 0);
    for (beat, picks) in appearance.beats.iter().zip(picks).filter(|(beat, _)| beat.judged) {
        let total: i128 = picks.iter().map(|weight| i128::from(*weight)).sum();
        let key = picks.get(beat.key).map_or(0, |weight| i128::from(*weight));
        picked += key * PARTS / total.max(1);
        chance += PARTS / i128::try_from(picks.len()).unwrap_or(i128::MAX).max(1);
        beats += 1;
    }
    let percent = |sum: i128| Tenths(nearest(sum * 1000, PARTS * beats));
    (percent(picked), percent(chance))
}
