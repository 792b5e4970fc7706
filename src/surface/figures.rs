//! Figures in whole numbers of small parts, and how they are printed.

use std::fmt;

/// Points in tenths; 368 is printed as 36.8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Tenths(pub i64);

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{}", self.0.abs() / 10, self.0.abs() % 10)
    }
}

/// A correlation in thousandths; -240 is printed as -0.24.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Thousandths(pub i64);

impl Thousandths {
    /// How far it is from zero, printed without a sign.
    pub fn unsigned(self) -> String {
        format!("{}.{:03}", self.0.abs() / 1000, self.0.abs() % 1000)
    }
}

impl fmt::Display for Thousandths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "+" };
        write!(f, "{sign}{}", self.unsigned())
    }
}

/// The quotient rounded to the nearest whole number, halves away from zero; the divisor is not negative.
pub(super) fn nearest(dividend: i128, divisor: i128) -> i64 {
    let divisor = divisor.max(1);
    let rounded = (dividend.abs() * 2 + divisor) / (divisor * 2) * dividend.signum();
    i64::try_from(rounded).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_printed_with_their_point() {
        assert_eq!(Tenths(368).to_string(), "36.8");
        assert_eq!(Tenths(-5).to_string(), "-0.5");
        assert_eq!(Thousandths(-240).to_string(), "-0.240");
        assert_eq!(Thousandths(1000).to_string(), "+1.000");
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        for (dividend, divisor, rounded) in [(5, 2, 3), (-5, 2, -3), (7, 5, 1), (0, 0, 0)] {
            assert_eq!(nearest(dividend, divisor), rounded, "{dividend}/{divisor}");
        }
    }
}
