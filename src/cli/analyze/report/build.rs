//! Fills the report from an analysis; exact numbers become decimals here.

use std::collections::BTreeMap;

use num_traits::ToPrimitive;

use crate::analysis::{Analysis, By, Exact, Fate, Moments, Sample, TooLarge, Whole};
use crate::assess::scorecard;
use crate::cli::analyze::interval;
use crate::cli::analyze::report::{
    ChoiceLine, DominatedLine, EndingReport, ExtremesReport, MomentsReport, PolicyReport,
    ReferenceReport, Report, SampleReport, Step,
};
use crate::scenario::{BeatIdx, ChoiceIdx, Ending, FactIdx, PromiseIdx, Scenario};

impl<'s> Report<'s> {
    pub(in crate::cli::analyze) fn of(scenario: &'s Scenario, analysis: &'s Analysis) -> Self {
        let whole = analysis.whole.as_ref();
        let card = scorecard(&analysis.reference.talk, &analysis.reference);
        let route = |route: &[(Option<BeatIdx>, By)]| steps(scenario, route);
        let choices = || whole.iter().flat_map(|whole| &whole.choices);
        let fact = |at: &FactIdx| scenario.facts[at.at()].id.as_str();
        let promise = |at: &PromiseIdx| scenario.promises[at.at()].id.as_str();
        Self {
            scenario: &scenario.id,
            exact: whole.is_some(),
            sample: analysis.sample.as_ref().map(SampleReport::of),
            states: whole.map(|whole| whole.states),
            routes: whole.map(|whole| whole.routes.to_string()),
            endings: endings(scenario, analysis),
            policies: analysis
                .policies
                .iter()
                .map(|(name, fate)| {
                    (name.as_str(), PolicyReport::of(scenario, fate, analysis.talks_of(name)))
                })
                .collect(),
            reference: ReferenceReport {
                ending: analysis.reference.talk.ending().map(|ending| ending.id.as_str()),
                scores: card.scores.map(|score| score.points).into(),
                route: analysis
                    .reference
                    .talk
                    .turns()
                    .iter()
                    .map(|turn| step(scenario, &(Some(turn.beat), By::Choice(turn.choice))))
                    .collect(),
            },
            observations: analysis.observations.into(),
            extremes: whole.map(|whole| {
                let of = |extremes: &Option<crate::analysis::Extremes>| {
                    extremes.as_ref().map(|extremes| ExtremesReport {
                        lowest: route(&extremes.lowest),
                        highest: route(&extremes.highest),
                    })
                };
                [of(&whole.extremes[0]), of(&whole.extremes[1]), of(&whole.extremes[2])].into()
            }),
            choices: choices()
                .map(|report| ChoiceLine {
                    beat: &scenario.beat(report.beat).id,
                    choice: &scenario.choice(report.beat, report.choice).id,
                    best_within_reach: report.still_within_reach > 0,
                    within_reach: [report.still_within_reach, report.within_reach],
                    shift: decimal(&report.shift),
                })
                .collect(),
            dominated: dominated(scenario, whole),
            points_of_no_return: choices()
                .filter(|report| report.is_point_of_no_return())
                .map(|report| place(scenario, report.beat, report.choice))
                .collect(),
            facts_never_told: whole
                .iter()
                .flat_map(|whole| &whole.facts_never_told)
                .map(fact)
                .collect(),
            promises_never_made: whole
                .iter()
                .flat_map(|whole| &whole.promises_never_made)
                .map(promise)
                .collect(),
            promises_never_due: whole
                .iter()
                .flat_map(|whole| &whole.promises_never_due)
                .map(promise)
                .collect(),
        }
    }
}

fn dominated<'s>(scenario: &'s Scenario, whole: Option<&'s Whole>) -> Vec<DominatedLine<'s>> {
    let all = whole.iter().flat_map(|whole| &whole.dominated);
    all.map(|line| DominatedLine {
        beat: &scenario.beat(line.beat).id,
        choice: &scenario.choice(line.beat, line.choice).id,
        by: &scenario.choice(line.beat, line.by).id,
        by_key: scenario.beat(line.beat).key == line.by,
    })
    .collect()
}

fn endings<'s>(
    scenario: &'s Scenario,
    analysis: &'s Analysis,
) -> BTreeMap<&'s str, EndingReport<'s>> {
    let fates = || analysis.policies.iter().map(|(_, fate)| fate);
    let talks = analysis.policies.first().and_then(|(name, _)| analysis.talks_of(name));
    let report = |(at, ending): (usize, &'s Ending)| {
        let random = fates().next().map_or(0.0, |fate| decimal(&fate.endings[at]));
        let route = analysis.whole.as_ref().map(|whole| whole.endings[at].as_ref());
        let seen = || fates().any(|fate| fate.endings[at] > Exact::ZERO).then_some(true);
        let report = EndingReport {
            reachable: route.map_or_else(seen, |route| Some(route.is_some())),
            random,
            interval95: talks.map(|talks| interval::of_share(random, talks)),
            shortest: route.flatten().map(|route| steps(scenario, route)),
            slips: analysis.whole.as_ref().and_then(|whole| whole.slips[at]),
        };
        (ending.id.as_str(), report)
    };
    scenario.endings.iter().enumerate().map(report).collect()
}

impl SampleReport {
    fn of(sample: &Sample) -> Self {
        let (budget, of) = match sample.why {
            TooLarge::Situations(budget) => (Some(budget), "situations"),
            TooLarge::Talks(budget) => (Some(budget), "talks"),
            TooLarge::Fillings => (None, "fillings"),
        };
        let Sample { seed, talks, .. } = *sample;
        Self { seed, talks, budget, budget_of: of, budget_passed: budget.is_some() }
    }
}

impl<'s> PolicyReport<'s> {
    /// With intervals where the figures come from so many talks.
    fn of(scenario: &'s Scenario, fate: &Fate, talks: Option<u32>) -> Self {
        let [p, o, c] = &fate.scores;
        let of = |moments: &Moments| {
            let (mean, sd) = (decimal(&moments.mean), deviation(moments));
            MomentsReport {
                mean,
                min: decimal(&moments.min),
                max: decimal(&moments.max),
                sd,
                interval95: talks.map(|talks| interval::of_mean(mean, sd, talks)),
            }
        };
        let ids = scenario.endings.iter().map(|ending| ending.id.as_str());
        let endings: BTreeMap<&str, f64> = ids.zip(fate.endings.iter().map(decimal)).collect();
        let intervals = |talks| {
            let of = |(id, share): (&&'s str, &f64)| (*id, interval::of_share(*share, talks));
            endings.iter().map(of).collect()
        };
        let endings_interval95 = talks.map(intervals);
        Self { scores: [of(p), of(o), of(c)].into(), endings, endings_interval95 }
    }
}

fn place(scenario: &Scenario, beat: BeatIdx, choice: ChoiceIdx) -> String {
    format!("{}/{}", scenario.beat(beat).id, scenario.choice(beat, choice).id)
}

fn steps<'s>(scenario: &'s Scenario, route: &[(Option<BeatIdx>, By)]) -> Vec<Step<'s>> {
    route.iter().map(|one| step(scenario, one)).collect()
}

fn step<'s>(scenario: &'s Scenario, (beat, by): &(Option<BeatIdx>, By)) -> Step<'s> {
    match (beat, by) {
        (Some(beat), By::Choice(choice)) => Step::Choice {
            beat: &scenario.beat(*beat).id,
            choice: &scenario.choice(*beat, *choice).id,
        },
        (_, By::Outcome(outcome, _)) => Step::Chance { chance: *outcome },
        (_, By::Fill(entries, _)) => {
            let all = scenario.sheet.iter().flat_map(|sheet| &sheet.entries).enumerate();
            let filled = all.filter(|(at, _)| entries.has(*at));
            Step::Fill { fill: filled.map(|(_, entry)| entry.id.as_str()).collect() }
        }
        (None, By::Choice(_)) => Step::Fill { fill: Vec::new() },
    }
}

fn decimal(exact: &Exact) -> f64 {
    exact.to_f64().unwrap_or(f64::NAN)
}

fn deviation(moments: &Moments) -> f64 {
    decimal(&moments.variance).max(0.0).sqrt()
}
