//! Numbers that look random and are the same in every run and for every engine.

/// Knuth's linear congruence, of which the upper half is used.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// The numbers that follow from a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed ^ 0x9E37_79B9_7F4A_7C15)
    }

    /// A whole number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let upper = self.0 >> 32;
        usize::try_from((upper * n as u64) >> 32).expect("it is below n")
    }

    /// A whole number from `low` to `high`.
    pub fn between(&mut self, low: i8, high: i8) -> i8 {
        let offset = self.below(usize::from(high.abs_diff(low)) + 1);
        low + i8::try_from(offset).expect("it is at most high - low")
    }

    /// Puts a list into another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}
