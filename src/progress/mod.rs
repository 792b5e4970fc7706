//! How someone comes along over many talks: what is practice, what is a tendency, what is due, and what to do next.

mod band;
mod due;
mod moving;
mod next;
mod standing;

use std::collections::{BTreeMap, BTreeSet};

use crate::assess::{Reference, Taken, ratings_at, scorecard, taken};
use crate::lang::Localized;
use crate::rubric::{Indicator, Skill};
use crate::scenario::{Channel, Scenario, Temptation};
use crate::session::{Mode, Session};

pub use due::Due;
pub use moving::{Moving, Way};
pub use next::{Next, Reason};
pub use standing::{Says, Standing};

/// A day, counted from 1 January 1970 in the person's own calendar.
pub type Day = i32;

/// One talk that came to its end, as far as progress asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The scenario's id.
    pub scenario: String,
    /// When, and how it was practised.
    pub practised: Practised,
    /// What it adds to the long run, in the order of [`Skill::ALL`].
    pub taken: [Taken; 3],
    /// Its scores, 0..=100, in the same order.
    pub points: [u8; 3],
    /// Each indicator that it rated: the sum of the ratings in half steps, and how many there were.
    pub rated: BTreeMap<Indicator, (i32, u32)>,
}

/// When and how a talk was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Practised {
    /// The day on which it began.
    pub day: Day,
    /// The mode.
    pub mode: Mode,
    /// Whether it was the person's first talk of this scenario.
    pub first: bool,
    /// Whether it was had in one go: nothing taken back, and no branch of another talk.
    pub in_one_go: bool,
}

impl Run {
    /// What a talk adds to progress.
    pub fn of(talk: &Session, reference: &Reference, practised: Practised) -> Self {
        let mut rated: BTreeMap<Indicator, (i32, u32)> = BTreeMap::new();
        for (indicator, rating) in talk.turns().iter().flat_map(|turn| ratings_at(talk, turn)) {
            let (sum, times) = rated.entry(indicator).or_default();
            *sum += rating.half_steps();
            *times += 1;
        }
        Self {
            scenario: talk.scenario().id.clone(),
            practised,
            taken: taken(talk, reference),
            points: scorecard(talk, reference).scores.map(|score| score.points),
            rated,
        }
    }

    /// Whether it says something about what the person tends to do.
    pub fn counts(&self) -> bool {
        self.practised.mode == Mode::Check && self.practised.first && self.practised.in_one_go
    }
}

/// What is known of a scenario that can be practised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its id.
    pub id: String,
    /// Its name for people.
    pub title: Localized,
    /// What it trains, most first.
    pub skills: Vec<Skill>,
    /// What it rates.
    pub rates: BTreeSet<Indicator>,
    /// How its talk is held: the nearest thing to a trade that a scenario names.
    pub channel: Channel,
    /// What tempts in it most often, if anything does.
    pub trap: Option<Temptation>,
    /// 1 to 5.
    pub difficulty: u8,
}

impl Known {
    /// What progress asks of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let pulls = scenario.beats.iter().filter_map(|beat| beat.pull.as_ref());
        let mut times: BTreeMap<Temptation, u32> = BTreeMap::new();
        for pull in pulls {
            *times.entry(pull.of).or_default() += 1;
        }
        let most = times.values().copied().max();
        Self {
            id: scenario.id.clone(),
            title: scenario.title.clone(),
            skills: scenario.skills.clone(),
            rates: scenario.beats.iter().flat_map(|beat| beat.rates.iter().copied()).collect(),
            channel: scenario.channel,
            trap: times.into_iter().find(|(_, count)| Some(*count) == most).map(|(trap, _)| trap),
            difficulty: scenario.difficulty,
        }
    }
}

/// One talk on the way, as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The scenario's name; its id where the scenario is not known any more.
    pub title: Localized,
    /// The day.
    pub day: Day,
    /// The mode.
    pub mode: Mode,
    /// Whether it counts towards the tendency.
    pub counts: bool,
    /// Its scores, in the order of [`Skill::ALL`].
    pub points: [u8; 3],
    /// How many decisions each rests on.
    pub observations: [u32; 3],
    /// Where a talk counts: where the skills stood after it, by all that counted until then.
    pub so_far: Option<[Standing; 3]>,
}

/// All that can be said of many talks. There is no total and no rank, on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// What first talks in one go in Check mode say, in the order of [`Skill::ALL`].
    pub checked: [Standing; 3],
    /// What all other talks say; it is practice, however many there are.
    pub practised: [Standing; 3],
    /// The talks, oldest first.
    pub steps: Vec<Step>,
    /// Each indicator that was ever rated, in the order of [`Indicator::ALL`].
    pub indicators: Vec<Moving>,
    /// What is due or will be, the earliest first.
    pub due: Vec<Due>,
    /// What to practise next; nothing where no scenario is known.
    pub next: Option<Next>,
}

impl Progress {
    /// Looks at runs, in any order, from a day that is not before any of them.
    pub fn of(runs: &[Run], known: &[Known], today: Day) -> Self {
        let mut runs: Vec<&Run> = runs.iter().collect();
        runs.sort_by_key(|run| run.practised.day);
        let pick = |counts: bool| runs.iter().copied().filter(move |run| run.counts() == counts);
        let checked = Skill::ALL.map(|skill| Standing::of(skill, pick(true), true));
        let practised = Skill::ALL.map(|skill| Standing::of(skill, pick(false), false));
        let due = due::due(&runs, known, today);
        let next = next::next(&runs, known, &due, today);
        Self {
            checked,
            practised,
            steps: (0..runs.len()).map(|at| step(&runs[..=at], known)).collect(),
            indicators: moving::moving(&runs),
            due,
            next,
        }
    }
}

/// The last of these runs, and where the skills stand after it.
fn step(runs: &[&Run], known: &[Known]) -> Step {
    let run = runs[runs.len() - 1];
    let known = known.iter().find(|known| known.id == run.scenario);
    let counting = || runs.iter().copied().filter(|run| run.counts());
    let so_far = || Skill::ALL.map(|skill| Standing::of(skill, counting(), true));
    Step {
        title: known.map_or_else(|| Localized::same(&run.scenario), |known| known.title.clone()),
        day: run.practised.day,
        mode: run.practised.mode,
        counts: run.counts(),
        points: run.points,
        observations: run.taken.map(|taken| taken.observations),
        so_far: run.counts().then(so_far),
    }
}
