//! A plan as a file: what a trainer has decided about a scenario beforehand, by the names of its beats.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::room::{Length, Plan};
use crate::scenario::{BeatIdx, Scenario};

/// The file's own form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct PlanFile {
    scenario: String,
    minutes: u16,
    deep: Vec<String>,
    hide: Vec<String>,
    questions: BTreeMap<String, String>,
}

impl PlanFile {
    /// A plan, by names.
    pub(super) fn of(scenario: &Scenario, plan: &Plan) -> Self {
        let names = |beats: &std::collections::BTreeSet<BeatIdx>| {
            beats.iter().map(|at| scenario.beat(*at).id.clone()).collect()
        };
        let questions = plan.questions.iter();
        Self {
            scenario: scenario.id.clone(),
            minutes: plan.length.minutes(),
            deep: names(&plan.deep),
            hide: names(&plan.hidden),
            questions: questions
                .map(|(at, words)| (scenario.beat(*at).id.clone(), words.clone()))
                .collect(),
        }
    }

    /// The id of the scenario that it is about.
    pub(super) fn scenario(&self) -> &str {
        &self.scenario
    }

    /// The plan, as far as the scenario still has its beats.
    pub(super) fn plan(&self, scenario: &Scenario) -> Plan {
        let places =
            |names: &[String]| names.iter().filter_map(|id| scenario.find_beat(id)).collect();
        let question =
            |(id, words): (&String, &String)| Some((scenario.find_beat(id)?, words.clone()));
        Plan {
            length: Length::of_minutes(self.minutes).unwrap_or_default(),
            deep: places(&self.deep),
            hidden: places(&self.hide),
            questions: self.questions.iter().filter_map(question).collect(),
        }
    }
}

/// A plan as text for a file.
pub fn plan_text(scenario: &Scenario, plan: &Plan) -> String {
    serde_json::to_string_pretty(&PlanFile::of(scenario, plan)).unwrap_or_default()
}

/// The plan in the text of a file, as far as the scenario still has its beats; `None` where it is not about this
/// scenario, or holds none.
pub fn read_plan(scenario: &Scenario, text: &str) -> Option<Plan> {
    let file: PlanFile = serde_json::from_str(text).ok()?;
    (file.scenario == scenario.id).then(|| file.plan(scenario))
}
