//! What an analysis found as one JSON object.

mod build;

use std::collections::BTreeMap;

use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct Report<'s> {
    scenario: &'s str,
    exact: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sample: Option<SampleReport>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) states: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) routes: Option<String>,
    pub(super) endings: BTreeMap<&'s str, EndingReport<'s>>,
    pub(super) policies: BTreeMap<&'s str, PolicyReport<'s>>,
    reference: ReferenceReport<'s>,
    pub(super) observations: BySkill<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extremes: Option<BySkill<Option<ExtremesReport<'s>>>>,
    pub(super) choices: Vec<ChoiceLine<'s>>,
    pub(super) dominated: Vec<DominatedLine<'s>>,
    pub(super) points_of_no_return: Vec<String>,
    pub(super) facts_never_told: Vec<&'s str>,
    pub(super) promises_never_made: Vec<&'s str>,
    pub(super) promises_never_due: Vec<&'s str>,
}

#[derive(Debug, Serialize)]
pub(super) struct SampleReport {
    pub(super) seed: u64,
    pub(super) talks: u32,
    /// How many situations would have been visited, or talks told apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) budget: Option<usize>,
    /// What there are too many of: `situations`, `talks`, or `fillings` of the hand-over sheet.
    pub(super) budget_of: &'static str,
    /// Whether they are more than the budget; for fillings there is none.
    pub(super) budget_passed: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct EndingReport<'s> {
    /// Nothing where talks were sampled and none came here.
    pub(super) reachable: Option<bool>,
    pub(super) random: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) interval95: Option<[f64; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) shortest: Option<Vec<Step<'s>>>,
    /// The fewest slips that lead here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) slips: Option<usize>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Step<'s> {
    Choice { beat: &'s str, choice: &'s str },
    Chance { chance: u16 },
    Fill { fill: Vec<&'s str> },
}

#[derive(Debug, Serialize)]
pub(super) struct PolicyReport<'s> {
    #[serde(flatten)]
    pub(super) scores: BySkill<MomentsReport>,
    endings: BTreeMap<&'s str, f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    endings_interval95: Option<BTreeMap<&'s str, [f64; 2]>>,
}

#[derive(Debug, Serialize)]
pub(super) struct MomentsReport {
    pub(super) mean: f64,
    pub(super) min: f64,
    pub(super) max: f64,
    pub(super) sd: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) interval95: Option<[f64; 2]>,
}

#[derive(Debug, Serialize)]
struct ReferenceReport<'s> {
    ending: Option<&'s str>,
    scores: BySkill<u8>,
    route: Vec<Step<'s>>,
}

#[derive(Debug, Serialize)]
struct ExtremesReport<'s> {
    lowest: Vec<Step<'s>>,
    highest: Vec<Step<'s>>,
}

#[derive(Debug, Serialize)]
pub(super) struct ChoiceLine<'s> {
    pub(super) beat: &'s str,
    pub(super) choice: &'s str,
    /// Whether the best ending is still within reach in some situation after it.
    best_within_reach: bool,
    /// In how many situations, of those where it was, it still is.
    pub(super) within_reach: [usize; 2],
    /// How far the expected ending moves, in places on the list of endings.
    pub(super) shift: f64,
}

#[derive(Debug, Serialize)]
pub(super) struct DominatedLine<'s> {
    pub(super) beat: &'s str,
    pub(super) choice: &'s str,
    pub(super) by: &'s str,
    pub(super) by_key: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct BySkill<T> {
    pub(super) perspective: T,
    pub(super) ownership: T,
    pub(super) calm: T,
}

impl<T> From<[T; 3]> for BySkill<T> {
    fn from([perspective, ownership, calm]: [T; 3]) -> Self {
        Self { perspective, ownership, calm }
    }
}
