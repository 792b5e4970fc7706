//! Gauges: how angry and how trusting the customer is, and what else a story keeps count of.

use crate::lang::Localized;

/// A number that moves in the talk, 0..=10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gauge {
    /// How angry the customer is.
    Anger,
    /// How much the customer trusts the trainee.
    Trust,
    /// One that the scenario declares, by its place.
    Own(u8),
}

/// A gauge that a scenario declares, 0..=[`Gauges::MAX`] like the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnGauge {
    /// The name in files and on the wire.
    pub id: String,
    /// Its name for people.
    pub name: Localized,
    /// Its value at the beginning.
    pub start: u8,
}

/// The value of every gauge, each 0..=[`Gauges::MAX`]. Gauges are state, never score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Gauges {
    /// How angry the customer is.
    pub anger: u8,
    /// How much the customer trusts the trainee.
    pub trust: u8,
    /// Those that the scenario declares, in its order; 0 where it declares fewer.
    pub own: [u8; Gauges::OWN_MAX],
}

impl Gauges {
    /// The highest value of a gauge.
    pub const MAX: u8 = 10;

    /// How many gauges a scenario can declare.
    pub const OWN_MAX: usize = 4;

    /// The customer's two gauges, and none of a scenario's own.
    pub fn new(anger: u8, trust: u8) -> Self {
        Self { anger, trust, own: [0; Self::OWN_MAX] }
    }

    /// The value of one gauge.
    pub fn get(self, gauge: Gauge) -> u8 {
        match gauge {
            Gauge::Anger => self.anger,
            Gauge::Trust => self.trust,
            Gauge::Own(at) => self.own.get(usize::from(at)).copied().unwrap_or_default(),
        }
    }

    /// The gauges after one of them moved, kept within 0..=[`Gauges::MAX`].
    pub fn moved(mut self, gauge: Gauge, by: i8) -> Self {
        self.move_by(gauge, by);
        self
    }

    /// Moves a gauge, kept within 0..=[`Gauges::MAX`]: its value before, and now.
    pub fn move_by(&mut self, gauge: Gauge, by: i8) -> (u8, u8) {
        let value = match gauge {
            Gauge::Anger => &mut self.anger,
            Gauge::Trust => &mut self.trust,
            Gauge::Own(at) => match self.own.get_mut(usize::from(at)) {
                Some(value) => value,
                None => return (0, 0),
            },
        };
        let before = *value;
        *value = before.saturating_add_signed(by).min(Self::MAX);
        (before, *value)
    }
}
