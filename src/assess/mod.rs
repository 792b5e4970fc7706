//! What a talk showed: the scorecard per skill, and the debrief that explains it.

mod debrief;
mod reference;
mod score;
mod sheet;

pub use debrief::{CueView, Debrief, FactView, Growth, OtherReply, TurnReview};
pub use reference::Reference;
pub(crate) use score::share_taken;
pub use score::{Score, Scorecard, Share, decision_loss, decision_range, mend_factor, scorecard};
pub use sheet::{EntryReview, Verdict, right_entries, sheet_review};
