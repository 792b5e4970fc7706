//! What can be seen of a reply without hearing the customer: lengths, apologies, questions, numbers, register.
//!
//! If such a surface goes with the better replies, a trainee can score by it and learns nothing. This module counts
//! surfaces, asks how far they go with the ratings, and picks by them as a test-wise reader would. It counts in whole
//! numbers, so that a finding is the same on every machine; what is too much is for `check` to say.

mod appearance;
mod bot;
mod english;
mod feature;
mod figures;
mod japanese;
mod learned;
mod phrases;
mod rank;
mod tell;
mod terms;

pub use appearance::{Appearance, BeatAppearance, Row};
pub use bot::{Bot, Picks, by_chance, item_level, keys_picked, weights};
pub use feature::{Feature, Features, Heard, measure};
pub use figures::{Tenths, Thousandths};
pub use learned::Learned;
pub use phrases::{Phrase, phrases_of_keys};
pub use rank::{ranks, rho};
pub use tell::{Tell, tell};
