//! Exact answers about all talks that a scenario can become, folded from the same `step` that plays one.

mod ahead;
mod fate;
mod space;

pub use fate::{Exact, Extremes, Fate, Moments, Policy, Route, fate, random_trainee};
pub use space::{By, STATES_MAX, Space, TooLarge, Way};
