//! 95 % intervals for what was sampled.
#![expect(clippy::float_arithmetic, reason = "estimates are no exact numbers to begin with")]

/// So many standard errors either way.
const ERRORS: f64 = 1.96;

/// How often something comes of which a sample of talks holds this share: Wilson's interval, which is also right for
/// what never came.
pub(super) fn of_share(share: f64, talks: u32) -> [f64; 2] {
    let (talks, square) = (f64::from(talks), ERRORS * ERRORS);
    let whole = 1.0 + square / talks;
    let middle = (share + square / (2.0 * talks)) / whole;
    let spread = share * (1.0 - share) / talks + square / (4.0 * talks * talks);
    let half = ERRORS * spread.sqrt() / whole;
    [(middle - half).max(0.0), (middle + half).min(1.0)]
}

/// The mean of scores from 0 to 100 of which a sample of talks has this mean and deviation. A score that never came
/// may come as often as what never came, and move the mean by that.
pub(super) fn of_mean(mean: f64, deviation: f64, talks: u32) -> [f64; 2] {
    let [_, unseen] = of_share(0.0, talks);
    let half = ERRORS * deviation / f64::from(talks).sqrt() + unseen * 100.0;
    [(mean - half).max(0.0), (mean + half).min(100.0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close([low, high]: [f64; 2], wanted: [f64; 2]) -> bool {
        (low - wanted[0]).abs() < 0.0001 && (high - wanted[1]).abs() < 0.0001
    }

    #[test]
    fn intervals_are_those_of_the_books() {
        assert!(close(of_share(0.5, 100), [0.4038, 0.5962]), "{:?}", of_share(0.5, 100));
        assert!(close(of_share(0.0, 10), [0.0, 0.2775]), "{:?}", of_share(0.0, 10));
        assert!(close(of_share(1.0, 10), [0.7225, 1.0]), "{:?}", of_share(1.0, 10));
    }

    #[test]
    fn a_mean_lies_among_the_scores() {
        assert!(close(of_mean(100.0, 0.0, 20_000), [99.9808, 100.0]));
        let [low, high] = of_mean(50.0, 20.0, 10_000);
        assert!(low < 49.608 && low > 49.5 && high > 50.392 && high < 50.5, "{low} {high}");
    }
}
