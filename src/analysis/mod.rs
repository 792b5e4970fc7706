//! Exact answers about all talks that a scenario can become, folded from the same `step` that plays one.

mod ahead;
mod bounds;
mod choices;
mod crowd;
mod detours;
mod fate;
mod grid;
mod numbers;
mod onward;
mod parts;
mod policy;
mod promises;
mod reach;
mod report;
mod routes;
mod sample;
mod space;
mod strand;
mod turning;
mod ways;
mod web;

pub use choices::{ChoiceReport, Dominated};
pub use detours::Detour;
pub use fate::{Exact, Extremes, Fate, Moments, Policy, Route, fate, random_trainee};
pub use onward::{By, Onward};
pub use policy::{Trainee, nearly_right, total};
pub use reach::Reach;
pub use report::{Analysis, Whole, analyze};
pub use routes::Routes;
pub use sample::Sample;
pub use space::{BUDGET, STATES_MAX, Space, TooLarge, Way};
pub use turning::{Outlook, TurningPoint, look_back};
