//! How far a feature goes with the better replies: a correlation within beats, and the choices that make it.

use crate::scenario::{BeatIdx, ChoiceIdx};
use crate::surface::appearance::{Appearance, BeatAppearance};
use crate::surface::feature::Feature;
use crate::surface::figures::{Thousandths, nearest};

/// Millionths, in which correlations are added up.
const PARTS: i128 = 1_000_000;

/// What a feature tells of the ratings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tell {
    /// The feature.
    pub feature: Feature,
    /// The correlation of feature and rating, both standardised within their beat, over all judged beats.
    pub r: Thousandths,
    /// The choices that push it away from zero, by the place of their appearance, the strongest first.
    pub because: Vec<(usize, BeatIdx, ChoiceIdx)>,
}

/// Measures a feature over the judged beats of appearances in one language.
///
/// Beats where every choice has as much of the feature say nothing for or against it and keep the figure down, so a
/// feature that is rare in a scenario cannot be a strong tell of it.
pub fn tell(appearances: &[&Appearance], feature: Feature) -> Tell {
    let mut product = 0;
    // How many choices stand in beats where the feature differs, and how many in all: the sums of squares.
    let (mut differing, mut all) = (0, 0);
    let mut pushes = Vec::new();
    for (place, appearance) in appearances.iter().enumerate() {
        for beat in appearance.judged() {
            let count = i128::try_from(beat.rows.len()).unwrap_or(i128::MAX);
            all += count;
            if let Some(parts) = products(beat, feature) {
                differing += count;
                product += parts.iter().sum::<i128>();
                pushes.extend(parts.into_iter().enumerate().map(|(row, part)| {
                    let (beat, choice) = beat.at(row);
                    (part, place, beat, choice)
                }));
            }
        }
    }
    // √(differing · all), in millionths.
    let root = isqrt(differing * all * PARTS * PARTS);
    let r = Thousandths(nearest(product * 1000, root));
    let sign = product.signum();
    pushes.retain(|(part, ..)| part * sign > 0);
    // Sorting keeps the order of the file among equals.
    pushes.sort_by_key(|(part, ..)| -part.abs());
    let because =
        pushes.into_iter().map(|(_, place, beat, choice)| (place, beat, choice)).collect();
    Tell { feature, r, because }
}

/// Choice by choice, feature times effect, both standardised within the beat, in millionths; nothing where every
/// choice has as much of the feature.
fn products(beat: &BeatAppearance, feature: Feature) -> Option<Vec<i128>> {
    let (feature, effect) = (deviations(&beat.column(feature)), deviations(&beat.effects()));
    let squares = |deviations: &[i128]| deviations.iter().map(|d| d * d).sum::<i128>();
    let root = isqrt(squares(&feature) * squares(&effect) * PARTS * PARTS);
    let count = i128::try_from(beat.rows.len()).ok()?;
    let part = |(f, e): (&i128, &i128)| f * e * count * PARTS * PARTS / root;
    (root > 0).then(|| feature.iter().zip(&effect).map(part).collect())
}

/// Each value's distance from their mean, times their number, so that it is whole.
pub(super) fn deviations(values: &[i64]) -> Vec<i128> {
    let count = i128::try_from(values.len()).unwrap_or(i128::MAX);
    let sum: i128 = values.iter().map(|value| i128::from(*value)).sum();
    values.iter().map(|value| i128::from(*value) * count - sum).collect()
}

/// The whole part of a square root.
pub(super) fn isqrt(square: i128) -> i128 {
    square.max(0).isqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deviations_add_up_to_nothing() {
        assert_eq!(deviations(&[1, 2, 6]), [-6, -3, 9]);
        assert_eq!(deviations(&[]), Vec::<i128>::new());
    }
}
