//! What a talk showed: the scorecard per skill, and the debrief that explains it.

mod debrief;
mod reference;
mod score;

pub use debrief::{CueView, Debrief, FactView, Growth, TurnReview};
pub use reference::Reference;
pub(crate) use score::share_taken;
pub use score::{Score, Scorecard, Share, decision_loss, decision_range, mend_factor, scorecard};
