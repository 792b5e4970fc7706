//! Where a skill stands over many talks: a running estimate with a band, and how much may be said of it.

use std::collections::BTreeSet;

use crate::assess::Share;
use crate::progress::Run;
use crate::progress::band::band;
use crate::rubric::{Level, Skill};

/// How much may be said of an estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Says {
    /// Too few decisions to say anything.
    NotEnough,
    /// What this practice showed.
    Practice,
    /// What the person tends to do.
    Tendency,
}

impl Says {
    /// The name on the wire, and the end of its words' key.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotEnough => "not-enough",
            Self::Practice => "practice",
            Self::Tendency => "tendency",
        }
    }
}

/// Where a skill stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The skill.
    pub skill: Skill,
    /// How many decisions it rests on.
    pub observations: u32,
    /// In how many scenarios.
    pub scenarios: usize,
    /// The running estimate, 0..=1; one half where nothing is known.
    pub estimate: Share,
    /// The 80 % band around it, in thousandths, 0..=1000.
    pub band: (u16, u16),
    /// How much may be said of it.
    pub says: Says,
}

impl Standing {
    /// What the estimate starts from weighs as much as this: 6 rating units, in half steps.
    const PRIOR: i64 = 12;

    /// From so many decisions on one may speak of a tendency, if they lie in enough scenarios.
    pub const TENDENCY_MIN: u32 = 36;
    /// In so many.
    pub const SCENARIOS_MIN: usize = 4;

    /// The estimate in whole points, 0..=100, rounded half up.
    pub fn points(&self) -> u8 {
        let points = (self.estimate * Share::from(100) + Share::new(1, 2)).floor().to_integer();
        u8::try_from(points).unwrap_or(100)
    }

    /// What runs say of a skill: (Σ earned + κ/2) / (Σ available + κ). Scoring guide, section 3.3.
    pub(super) fn of<'r>(
        skill: Skill,
        runs: impl Iterator<Item = &'r Run>,
        may_be_tendency: bool,
    ) -> Self {
        let (mut earned, mut available) = (Share::ZERO, Share::ZERO);
        let (mut observations, mut scenarios) = (0_u32, BTreeSet::new());
        for run in runs {
            let taken = run.taken[skill as usize];
            earned += taken.earned;
            available += taken.available;
            observations = observations.saturating_add(taken.observations);
            if taken.observations > 0 {
                scenarios.insert(run.scenario.as_str());
            }
        }
        let prior = Share::from(Self::PRIOR);
        let estimate = (earned + prior / Share::from(2)) / (available + prior);
        let trials = Share::from(i64::from(observations));
        // One decision, as large as they are on average, is one trial.
        let met = if available > Share::ZERO { earned / available * trials } else { Share::ZERO };
        let enough = observations >= Self::TENDENCY_MIN && scenarios.len() >= Self::SCENARIOS_MIN;
        let says = match observations {
            ..Level::OBSERVATIONS_MIN => Says::NotEnough,
            _ if enough && may_be_tendency => Says::Tendency,
            _ => Says::Practice,
        };
        let scenarios = scenarios.len();
        Self { skill, observations, scenarios, estimate, band: band(met, trials), says }
    }
}
