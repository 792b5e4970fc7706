//! Exact answers about all talks that a scenario can become, folded from the same `step` that plays one.

mod ahead;
mod fate;
mod routes;
mod web;

pub use fate::{Exact, Fate, Moments, Policy, fate, random_trainee};
pub use routes::Routes;
