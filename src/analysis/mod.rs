//! Exact answers about all talks that a scenario can become, folded from the same `step` that plays one.

mod ahead;
mod random;

pub use random::{Exact, Moments, RandomTrainee, random_trainee};
