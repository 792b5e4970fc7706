//! A reader who has learned from other scenarios which surfaces pay: ridge regression on all features, in exact numbers.

use num_bigint::BigInt;
use num_rational::BigRational;

use crate::lang::Lang;
use crate::surface::appearance::{Appearance, BeatAppearance};
use crate::surface::bot::{Picks, highest};
use crate::surface::feature::Feature;
use crate::surface::tell::{deviations, isqrt};

/// Thousandths, in which a standardised value is written as a whole number.
const PARTS: i128 = 1000;

/// How much evidence of no effect every feature starts with: as much as ten choices would bring.
const DOUBT: i128 = 10;

/// What was learned: how much each feature of a language counts.
#[derive(Debug, Clone)]
pub struct Learned {
    lang: Lang,
    weights: Vec<BigRational>,
}

impl Learned {
    /// Learns from appearances of one language.
    pub fn from(appearances: &[&Appearance], lang: Lang) -> Self {
        let features = Feature::of(lang);
        let mut squares = vec![vec![0_i128; features.len()]; features.len()];
        let mut products = vec![0_i128; features.len()];
        for beat in appearances.iter().flat_map(|appearance| appearance.judged()) {
            let columns: Vec<Vec<i128>> =
                features.iter().map(|feature| standardised(&beat.column(*feature))).collect();
            let effect = standardised(&beat.effects());
            for (row, column) in columns.iter().enumerate() {
                products[row] += dot(column, &effect);
                for (at, other) in columns.iter().enumerate() {
                    squares[row][at] += dot(column, other);
                }
            }
        }
        for (at, row) in squares.iter_mut().enumerate() {
            row[at] += DOUBT * PARTS * PARTS;
        }
        Self { lang, weights: solved(&squares, &products) }
    }

    /// What it would pick at every beat of a appearance.
    pub fn picks(&self, appearance: &Appearance) -> Picks {
        appearance.beats.iter().map(|beat| self.picks_at(beat)).collect()
    }

    fn picks_at(&self, beat: &BeatAppearance) -> Vec<u32> {
        let nothing = BigRational::from_integer(BigInt::ZERO);
        let mut hopes = vec![nothing; beat.rows.len()];
        for (feature, weight) in Feature::of(self.lang).iter().zip(&self.weights) {
            for (hope, value) in hopes.iter_mut().zip(standardised(&beat.column(*feature))) {
                *hope += weight * BigInt::from(value);
            }
        }
        highest(&hopes)
    }
}

/// Values with mean 0 and variance 1 within their beat, in thousandths; all 0 where they are all alike.
fn standardised(values: &[i64]) -> Vec<i128> {
    let deviations = deviations(values);
    let squares: i128 = deviations.iter().map(|deviation| deviation * deviation).sum();
    let count = i128::try_from(values.len()).unwrap_or(i128::MAX);
    // The deviations are count times too large, and so is their root.
    let root = isqrt(squares * PARTS * PARTS / count.max(1));
    deviations.iter().map(|deviation| deviation * PARTS * PARTS / root.max(1)).collect()
}

fn dot(a: &[i128], b: &[i128]) -> i128 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Solves `matrix · x = right` by elimination. The matrix is symmetric and its diagonal was raised, so no pivot is 0.
fn solved(matrix: &[Vec<i128>], right: &[i128]) -> Vec<BigRational> {
    let exact = |whole: &i128| BigRational::from_integer(BigInt::from(*whole));
    let mut rows: Vec<Vec<BigRational>> = matrix
        .iter()
        .zip(right)
        .map(|(row, right)| row.iter().chain([right]).map(exact).collect())
        .collect();
    let size = rows.len();
    for pivot in 0..size {
        let head = rows[pivot].clone();
        for row in rows.iter_mut().skip(pivot + 1) {
            let times = &row[pivot] / &head[pivot];
            for at in pivot..=size {
                let less = &times * &head[at];
                row[at] -= less;
            }
        }
    }
    let mut found: Vec<BigRational> = vec![exact(&0); size];
    for row in (0..size).rev() {
        let known: BigRational = (row + 1..size).map(|at| &rows[row][at] * &found[at]).sum();
        found[row] = (&rows[row][size] - known) / &rows[row][row];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equations_are_solved_exactly() {
        let found = solved(&[vec![4, 1, 0], vec![1, 3, 1], vec![0, 1, 2]], &[6, 10, 8]);
        let exact: Vec<BigRational> = ["1", "2", "3"].iter().map(|x| x.parse().unwrap()).collect();
        assert_eq!(found, exact);
    }

    #[test]
    fn standardised_values_have_mean_0_and_variance_1() {
        assert_eq!(standardised(&[1, 3]), [-1000, 1000]);
        assert_eq!(standardised(&[5, 5, 5]), [0, 0, 0]);
        assert_eq!(standardised(&[1, 2, 6]), [-925, -462, 1388]);
    }
}
