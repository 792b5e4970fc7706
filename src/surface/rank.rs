//! How far two orders of the same things agree: Spearman's ρ, in whole numbers.

use crate::surface::figures::{Thousandths, nearest};
use crate::surface::tell::{deviations, isqrt};

/// Square roots are taken of so many times the number, so that roots of small ones are exact enough.
const PARTS: i128 = 1_000_000_000_000;

/// Each value's place among all, times two so that those who share places have a whole one between them.
pub fn ranks(values: &[i64]) -> Vec<i64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let rank = |value: &i64| {
        let below = sorted.partition_point(|other| other < value);
        let up_to = sorted.partition_point(|other| other <= value);
        // Places `below + 1` to `up_to`; twice their middle.
        i64::try_from(below + up_to + 1).unwrap_or(i64::MAX)
    };
    values.iter().map(rank).collect()
}

/// Spearman's ρ of two lists, value by value; nothing where all values of one are equal and there is no order.
pub fn rho(these: &[i64], those: &[i64]) -> Option<Thousandths> {
    let (these, those) = (deviations(&ranks(these)), deviations(&ranks(those)));
    let root = |deviations: &[i128]| isqrt(deviations.iter().map(|d| d * d).sum::<i128>() * PARTS);
    let root = root(&these) * root(&those);
    let product: i128 = these.iter().zip(&those).map(|(a, b)| a * b).sum();
    (root > 0).then(|| Thousandths(nearest(product * 1000 * PARTS, root)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_share_the_middle_of_their_places() {
        assert_eq!(ranks(&[30, 10, 20, 20]), [8, 2, 5, 5]);
        assert_eq!(ranks(&[]), Vec::<i64>::new());
    }

    #[test]
    fn orders_agree_or_not() {
        for (these, those, agree) in [
            (&[1, 2, 3, 4][..], &[10, 11, 50, 51][..], Some(1000)),
            (&[1, 2, 3, 4], &[51, 50, 11, 10], Some(-1000)),
            // Without ties: 1 - 6 · Σd² / n(n² - 1), and Σd² is 4 of 30 · 2.
            (&[1, 2, 3, 4], &[2, 1, 4, 3], Some(600)),
            (&[1, 2, 3, 4], &[3, 1, 4, 2], Some(0)),
            // With ties: 4.5 / √(4.5 · 5) by hand.
            (&[1, 1, 2, 3], &[1, 2, 3, 4], Some(949)),
            (&[1, 1, 2, 2], &[1, 2, 1, 2], Some(0)),
            (&[2, 2, 2, 2], &[1, 2, 3, 4], None),
            (&[], &[], None),
        ] {
            assert_eq!(rho(these, those).map(|rho| rho.0), agree, "{these:?} {those:?}");
        }
    }
}
