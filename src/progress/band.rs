//! The 80 % band of a share of trials, from the Beta distribution, in whole numbers: the same on every machine.
//!
//! With a uniform prior and `met` of `trials` taken the share is Beta(1 + met, 1 + trials − met); see the scoring guide,
//! section 3.3. Its density is summed over [`CELLS`] cells in fixed point; the tests pin quantiles that `scipy.stats.beta`
//! gives.

use std::sync::LazyLock;

use crate::assess::Share;

/// How finely the density is summed: 4096 cells of equal width.
const CELLS: u64 = 1 << CELL_BITS;
const CELL_BITS: u32 = 12;

/// How many bits stand behind the point of a logarithm.
const LOG_BITS: u32 = 40;
/// How many bits stand behind the point of a weight, which is at most 1.
const WEIGHT_BITS: u32 = 62;

/// More trials than this make no band narrower, and keep every product within 128 bits.
const TRIALS_MAX: i64 = 1_000_000;

/// The tenth and the ninetieth percentile of the share, in thousandths.
pub(super) fn band(met: Share, trials: Share) -> (u16, u16) {
    let trials = trials.max(Share::ZERO).min(Share::from(TRIALS_MAX));
    let met = met.max(Share::ZERO).min(trials);
    let weights = weights(fixed(met), fixed(trials - met));
    let total: u128 = weights.iter().sum();
    (quantile(&weights, total / 10), quantile(&weights, total - total / 10))
}

/// A share with 20 bits behind the point.
fn fixed(share: Share) -> i128 {
    (i128::from(*share.numer()) << 20) / i128::from(*share.denom())
}

/// The density x^taken · (1 − x)^missed in the middle of each cell, in proportion to its highest.
fn weights(taken: i128, missed: i128) -> Vec<u128> {
    static LOGS: LazyLock<Vec<i128>> = LazyLock::new(|| {
        let middle = |cell: u64| log2(2 * cell + 1) - (i128::from(CELL_BITS + 1) << LOG_BITS);
        (0..CELLS).map(middle).collect()
    });
    let logs = &*LOGS;
    let mirrored = logs.iter().rev();
    let density: Vec<i128> = logs
        .iter()
        .zip(mirrored)
        .map(|(of_x, of_rest)| (taken * of_x + missed * of_rest) >> 20)
        .collect();
    let highest = density.iter().copied().max().unwrap_or_default();
    let falls = falls();
    density.iter().map(|log| exp2_below(&falls, (highest - log).unsigned_abs())).collect()
}

/// Where the weights below reach this sum, in thousandths of the whole width, rounded half up.
fn quantile(weights: &[u128], wanted: u128) -> u16 {
    let mut below = 0;
    for (cell, weight) in (0..).zip(weights) {
        if below + weight >= wanted && *weight > 0 {
            let within = ((wanted - below) << 20) / weight;
            let place = ((cell << 20) + within) * 1000;
            let whole = u128::from(CELLS) << 20;
            return u16::try_from((place + whole / 2) / whole).unwrap_or(1000);
        }
        below += weight;
    }
    1000
}

/// The binary logarithm of a whole number above 0, with [`LOG_BITS`] behind the point: each squaring gives one bit.
fn log2(n: u64) -> i128 {
    let whole = n.max(1).ilog2();
    let mut rest = u128::from(n.max(1)) << (WEIGHT_BITS - whole);
    let mut log = i128::from(whole);
    for _ in 0..LOG_BITS {
        rest = (rest * rest) >> WEIGHT_BITS;
        log <<= 1;
        if rest >> (WEIGHT_BITS + 1) > 0 {
            rest >>= 1;
            log |= 1;
        }
    }
    log
}

/// 2^(−1/2), 2^(−1/4) and so on, each the root of the one before.
fn falls() -> [u128; LOG_BITS as usize] {
    let mut fall = 1_u128 << (WEIGHT_BITS - 1);
    [(); LOG_BITS as usize].map(|()| {
        fall = (fall << WEIGHT_BITS).isqrt();
        fall
    })
}

/// 2 to the power of minus a logarithm.
fn exp2_below(falls: &[u128], log: u128) -> u128 {
    let mut value = 1_u128 << WEIGHT_BITS;
    for (bit, fall) in (0..LOG_BITS).rev().zip(falls) {
        if (log >> bit) & 1 == 1 {
            value = (value * fall) >> WEIGHT_BITS;
        }
    }
    let whole = u32::try_from(log >> LOG_BITS).unwrap_or(u32::MAX);
    value.checked_shr(whole).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_and_powers_undo_each_other() {
        assert_eq!(log2(1024), 10 << LOG_BITS);
        // log2(3) = 1.584962500721156
        assert_eq!((log2(3) * 10_000_000_000) >> LOG_BITS, 15_849_625_007);
        let third = exp2_below(&falls(), log2(3).unsigned_abs());
        assert_eq!((third * 100_000_000) >> WEIGHT_BITS, 33_333_333);
    }

    /// Quantiles as `scipy.stats.beta.ppf` 1.16 gives them, to a thousandth.
    #[test]
    fn bands_are_those_of_the_beta_distribution() {
        for (met, trials, low, high) in [
            (Share::ZERO, 0, 10_000, 90_000),
            (Share::ZERO, 6, 1_494, 28_031),
            (Share::from(6), 6, 71_969, 98_506),
            (Share::from(3), 6, 27_860, 72_140),
            (Share::new(9, 2), 7, 40_159, 80_834),
            (Share::new(81, 4), 30, 55_556, 76_797),
            (Share::from(29), 36, 70_238, 86_981),
            (Share::new(121, 2), 72, 77_379, 88_447),
            (Share::from(190), 200, 92_438, 96_481),
            (Share::new(1, 2), 9, 2_954, 27_456),
            (Share::from(900), 1000, 88_686, 91_120),
        ] {
            let (from, to) = band(met, Share::from(trials));
            for (found, expect) in [(from, low), (to, high)] {
                let off = (i64::from(found) * 100 - expect).abs();
                assert!(off <= 100, "{met} of {trials}: {found} is not {expect}");
            }
        }
    }

    #[test]
    fn a_band_lies_around_its_share_and_is_never_turned_round() {
        for trials in [1, 5, 40, 5000, 2_000_000] {
            for part in 0..=10 {
                let trials = Share::from(trials);
                let (low, high) = band(trials * Share::new(part, 10), trials);
                assert!(
                    low <= high && high <= 1000 && (low < high || trials > Share::from(1000)),
                    "{part}/10 of {trials}: {low}..{high}"
                );
            }
        }
    }
}
