//! Everything that can be said of a scenario without anybody playing it.

use std::sync::Arc;

use num_bigint::BigUint;

use crate::analysis::choices::{ChoiceReport, Dominated, dominated};
use crate::analysis::fate::{Extremes, Fate, Route};
use crate::analysis::policy::Trainee;
use crate::analysis::promises::never_due;
use crate::analysis::sample::{RANDOM, Sample, sampled};
use crate::analysis::space::{STATES_MAX, Space, TooLarge, index};
use crate::assess::{Reference, scorecard};
use crate::rubric::Skill;
use crate::scenario::{EndingIdx, FactIdx, PromiseIdx, Scenario};

/// What an analysis found.
#[derive(Debug, Clone)]
pub struct Analysis {
    /// The talk of the keys.
    pub reference: Reference,
    /// How many decisions of the reference route can show each skill, in the order of [`Skill::ALL`].
    pub observations: [u32; 3],
    /// What becomes of each kind of trainee, by name, the random one first.
    pub policies: Vec<(String, Fate)>,
    /// What only a visit to every situation can tell; nothing where there are too many.
    pub whole: Option<Whole>,
    /// How the fates were sampled, where there are too many situations to visit.
    pub sample: Option<Sample>,
}

/// What every situation together tells.
#[derive(Debug, Clone)]
pub struct Whole {
    /// How many situations there are; those that will go on alike are one.
    pub states: usize,
    /// How many ways there are from the beginning to an end.
    pub routes: BigUint,
    /// For each ending, a shortest route to it; nothing for one that cannot be reached.
    pub endings: Vec<Option<Route>>,
    /// For each ending, how many slips the talk that comes to it with the fewest takes; nothing for one that cannot be
    /// reached.
    pub slips: Vec<Option<usize>>,
    /// For each skill, routes to its lowest and highest score.
    pub extremes: [Option<Extremes>; 3],
    /// What each choice does to where the talk can end.
    pub choices: Vec<ChoiceReport>,
    /// Choices that another one is better than in every way.
    pub dominated: Vec<Dominated>,
    /// Facts that no talk opens.
    pub facts_never_told: Vec<FactIdx>,
    /// Promises that no talk makes.
    pub promises_never_made: Vec<PromiseIdx>,
    /// Promises that are made and in no talk kept or broken.
    pub promises_never_due: Vec<PromiseIdx>,
}

impl Analysis {
    /// How many talks a trainee's figures come from; nothing where they are exact.
    pub fn talks_of(&self, trainee: &str) -> Option<u32> {
        let sample = self.sample.as_ref()?;
        (!sample.certain.iter().any(|certain| certain == trainee)).then_some(sample.talks)
    }
}

/// Analyses a scenario: exactly where it has at most `most` situations (see [`BUDGET`](crate::analysis::BUDGET)), else
/// by sampling.
pub fn analyze(scenario: &Arc<Scenario>, most: usize) -> Analysis {
    let reference = Reference::of(scenario);
    let card = scorecard(&reference.talk, &reference);
    let observations = Skill::ALL.map(|skill| card.score(skill).observations);
    let personas = scenario.personas.iter().map(Trainee::Persona);
    let trainees: Vec<Trainee<'_>> = [Trainee::Reference, Trainee::Worst, Trainee::BestDistractor]
        .into_iter()
        .chain(personas)
        .collect();
    let space = Space::of(scenario, most.min(STATES_MAX));
    let exact = space.and_then(|space| {
        let policies = policies(&space, &reference, &trainees);
        Ok((policies.ok_or(TooLarge::Talks(space.talks_max()))?, space))
    });
    let (policies, space) = match exact {
        Ok(exact) => exact,
        Err(why) => {
            let (policies, sample) = sampled(scenario, &reference, &trainees, why);
            let sample = Some(sample);
            return Analysis { reference, observations, policies, whole: None, sample };
        }
    };
    let whole = Some(whole(&space, &reference));
    Analysis { reference, observations, policies, whole, sample: None }
}

/// What becomes of the random trainee and of all others; nothing where too many talks would have to be told apart.
fn policies(
    space: &Space<'_>,
    reference: &Reference,
    trainees: &[Trainee<'_>],
) -> Option<Vec<(String, Fate)>> {
    let mut policies = vec![(RANDOM.to_owned(), space.random(reference)?)];
    for trainee in trainees {
        let picks = |scenario: &Scenario, state: &_, beat| trainee.picks(scenario, state, beat);
        policies.push((trainee.code().to_owned(), space.fate(reference, &picks)?));
    }
    Some(policies)
}

fn whole(space: &Space<'_>, reference: &Reference) -> Whole {
    let scenario = space.scenario;
    let facts = (0..).map(FactIdx).zip(&scenario.facts);
    let promises = || (0..).map(PromiseIdx).take(scenario.promises.len());
    Whole {
        states: space.len(),
        routes: routes(space),
        endings: endings(space),
        slips: space.fewest_slips().iter().map(|slips| slips.as_ref().map(Vec::len)).collect(),
        extremes: Skill::ALL.map(|skill| space.extremes(reference, skill)),
        choices: space.choices(),
        dominated: dominated(space),
        facts_never_told: facts
            .filter(|(at, fact)| {
                fact.kind != crate::scenario::FactKind::Confidential
                    && !space.noted.told.contains(at)
            })
            .map(|(at, _)| at)
            .collect(),
        promises_never_made: promises().filter(|at| !space.noted.made.contains(at)).collect(),
        promises_never_due: never_due(space),
    }
}

/// How many ways there are from the first situation to an end.
fn routes(space: &Space<'_>) -> BigUint {
    let mut ways = vec![BigUint::default(); space.len()];
    for at in &space.last_first {
        let here = &space.ways[index(*at)];
        ways[index(*at)] = if here.is_empty() {
            BigUint::from(1_u8)
        } else {
            here.iter().map(|way| &ways[index(way.to)]).sum()
        };
    }
    ways.first().cloned().unwrap_or_default()
}

/// For each ending, a shortest route.
fn endings(space: &Space<'_>) -> Vec<Option<Route>> {
    let count = space.scenario.endings.len();
    let found = |ending: EndingIdx| {
        // Situations are numbered as they were met, on shortest routes.
        let at = (0..).take(space.len()).find(|at| space.ending(*at) == Some(ending));
        at.map(|at| space.route_to(at))
    };
    (0..).map(EndingIdx).take(count).map(found).collect()
}
