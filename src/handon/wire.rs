//! The file as it is written. `docs/handon.md` describes every field.

use serde::{Deserialize, Serialize};

use crate::handon::few::Few;
use crate::handon::{DEEDS_MAX, HandOn, NOTES_MAX};
use crate::lang::plain::escaped_json;
use crate::scenario::hash_of;
use crate::session::{Deed, Millis};

/// The name of the format, by which a file is known.
pub(super) const FORMAT: &str = "kikitori-attempt";

/// What is raised when a field changes its meaning; fields may be added without.
pub(super) const VERSION: u32 = 1;

/// No hand-over sheet has as many entries.
const ENTRIES_MAX: usize = 64;

/// What is read before all else.
#[derive(Debug, Deserialize)]
pub(super) struct Label {
    pub(super) format: Option<String>,
    pub(super) version: Option<u32>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct File {
    format: String,
    version: u32,
    pub(super) attempt: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) person: Option<String>,
    pub(super) scenario: WireScenario,
    pub(super) seed: u64,
    pub(super) mode: String,
    pub(super) started: i64,
    #[serde(default)]
    pub(super) ended: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) parent: Option<WireParent>,
    pub(super) steps: Few<WireStep, DEEDS_MAX>,
    #[serde(default, skip_serializing_if = "Few::is_empty")]
    pub(super) notes: Few<WireNote, NOTES_MAX>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) reflection: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WireScenario {
    pub(super) hash: String,
    pub(super) text: String,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WireParent {
    pub(super) attempt: String,
    pub(super) turn: u32,
}

/// One step; of the last four fields it has one.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct WireStep {
    pub(super) at: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    beat: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    choose: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    wait: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fill: Option<Few<String, ENTRIES_MAX>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    take_back: Option<bool>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct WireNote {
    pub(super) turn: u32,
    pub(super) text: String,
}

/// The file of an attempt. The same attempt gives the same bytes.
pub fn write(attempt: &HandOn) -> String {
    let file = File {
        format: FORMAT.to_owned(),
        version: VERSION,
        attempt: attempt.attempt.clone(),
        person: attempt.person.clone(),
        scenario: WireScenario { hash: hash_of(&attempt.text), text: attempt.text.clone() },
        seed: attempt.seed.0,
        mode: attempt.mode.code().to_owned(),
        started: attempt.started,
        ended: attempt.ended,
        parent: attempt.parent.as_ref().map(|(attempt, turn)| WireParent {
            attempt: attempt.clone(),
            turn: turn.saturating_add(1),
        }),
        steps: attempt.deeds.iter().map(step).collect::<Vec<_>>().into(),
        notes: attempt
            .notes
            .iter()
            .map(|(turn, text)| WireNote { turn: turn.saturating_add(1), text: text.clone() })
            .collect::<Vec<_>>()
            .into(),
        reflection: attempt.reflection.clone(),
    };
    let text = serde_json::to_string_pretty(&file)
        .expect("plain structs with text keys always have a JSON form");
    escaped_json(&text) + "\n"
}

fn step((deed, at): &(Deed, Millis)) -> WireStep {
    let step = WireStep { at: *at, ..WireStep::default() };
    match deed.clone() {
        Deed::Choose { beat, choice } => {
            WireStep { beat: Some(beat), choose: Some(choice), ..step }
        }
        Deed::Wait { beat } => WireStep { beat: Some(beat), wait: Some(true), ..step },
        Deed::Fill(entries) => WireStep { fill: Some(entries.into()), ..step },
        Deed::TakeBack => WireStep { take_back: Some(true), ..step },
    }
}

impl WireStep {
    /// The deed that it is; nothing where it is none, or several at once.
    pub(super) fn deed(self) -> Option<(Deed, Millis)> {
        let deed = match (self.beat, self.choose, self.wait, self.fill, self.take_back) {
            (Some(beat), Some(choice), None, None, None) => Deed::Choose { beat, choice },
            (Some(beat), None, Some(true), None, None) => Deed::Wait { beat },
            (None, None, None, Some(entries), None) => Deed::Fill(entries.all().ok()?),
            (None, None, None, None, Some(true)) => Deed::TakeBack,
            _ => return None,
        };
        // Stores count in whole numbers with a sign.
        i64::try_from(self.at).is_ok().then_some((deed, self.at))
    }
}
