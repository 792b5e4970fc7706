//! What a talk showed: the scorecard per skill, and the debrief that explains it.

mod debrief;
mod reference;
mod score;
mod sheet;

pub use debrief::{
    AimReview, CueView, Debrief, FactView, Growth, OtherAim, OtherReply, TurnReview,
};
pub use reference::Reference;
pub use score::{
    Score, Scorecard, Share, Taken, decision_loss, decision_range, mend_factor, scorecard, taken,
};
pub(crate) use score::{ratings_at, share_taken};
pub use sheet::{EntryReview, Verdict, right_entries, sheet_review};
