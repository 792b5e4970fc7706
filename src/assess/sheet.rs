//! The hand-over sheet read against what was heard: what belongs, what is missing, and what must not be there.

use crate::lang::Lang;
use crate::scenario::{Scenario, Section, SheetFault};
use crate::session::{Entries, Session, State};

/// One entry of a sheet that was filled, read against the talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryReview {
    /// Which question it answers.
    pub section: Section,
    /// The words.
    pub text: String,
    /// What is to be said of it.
    pub verdict: Verdict,
}

/// What is to be said of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It belongs on the sheet and was written.
    Right,
    /// It belongs on the sheet and was not written.
    Missed,
    /// It does not belong and was written all the same.
    Wrong(SheetFault),
    /// It does not belong and was not written.
    LeftOut,
}

impl Verdict {
    /// The name on the wire, and the end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Missed => "missed",
            Self::Wrong(fault) => fault.code(),
            Self::LeftOut => "left-out",
        }
    }
}

/// The entries that belong on the sheet in a state.
pub fn right_entries(scenario: &Scenario, state: &State) -> Entries {
    let entries = scenario.sheet.iter().flat_map(|sheet| &sheet.entries).enumerate();
    let right = entries.filter(|(_, entry)| state.holds(&entry.right));
    right.fold(Entries::default(), |all, (at, _)| all.with(at))
}

/// Every entry of a filled sheet, in its order; none where there is no sheet or it was not filled.
pub fn sheet_review(talk: &Session, lang: Lang) -> Vec<EntryReview> {
    let Some(filled) = talk.sheet() else {
        return Vec::new();
    };
    let belongs = right_entries(talk.scenario(), &filled.before);
    let entries = talk.scenario().sheet.iter().flat_map(|sheet| &sheet.entries).enumerate();
    entries
        .map(|(at, entry)| EntryReview {
            section: entry.section,
            text: entry.text.get(lang).to_owned(),
            verdict: match (belongs.has(at), filled.entries.has(at)) {
                (true, true) => Verdict::Right,
                (true, false) => Verdict::Missed,
                (false, true) => Verdict::Wrong(entry.fault),
                (false, false) => Verdict::LeftOut,
            },
        })
        .collect()
}
