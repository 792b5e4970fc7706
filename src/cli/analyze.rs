//! `kikitori analyze`: everything that can be said of a scenario without anybody playing it.
#![expect(
    clippy::float_arithmetic,
    reason = "exact numbers become decimals where they are printed"
)]

use std::collections::BTreeMap;
use std::io::Write;

use clap::Args;
use num_traits::ToPrimitive;
use serde::Serialize;

use crate::analysis::{Analysis, By, Exact, Fate, Moments, STATES_MAX, Whole, analyze};
use crate::assess::scorecard;
use crate::cli::{Outcome, find_scenario};
use crate::lang::Lang;
use crate::lang::words::{say, say_with};
use crate::rubric::Skill;
use crate::scenario::{BeatIdx, Scenario};

/// Analyse every talk that a scenario can become, exactly.
#[derive(Debug, Args)]
pub struct AnalyzeArgs {
    /// A scenario's id, as `kikitori list` prints it, or the path of its file
    #[arg(value_name = "ID-or-PATH")]
    pub scenario: String,

    /// One JSON object instead of text
    #[arg(long)]
    pub json: bool,

    /// Above this many situations, sample instead of visiting them all
    #[arg(long, value_name = "N", default_value_t = STATES_MAX)]
    pub budget: usize,
}

pub(super) fn run(
    args: &super::Args,
    command: &AnalyzeArgs,
    lang: Lang,
    out: &mut impl Write,
) -> anyhow::Result<Outcome> {
    let scenario = find_scenario(args, &command.scenario, lang)?;
    let analysis = analyze(&scenario, command.budget);
    if command.json {
        serde_json::to_writer_pretty(&mut *out, &Report::of(&scenario, &analysis))
            .map_err(std::io::Error::from)?;
        writeln!(out)?;
    } else {
        Text { scenario: &scenario, analysis: &analysis, lang }.write(out)?;
    }
    Ok(Outcome::Clean)
}

fn decimal(exact: &Exact) -> f64 {
    exact.to_f64().unwrap_or(f64::NAN)
}

fn deviation(moments: &Moments) -> f64 {
    decimal(&moments.variance).max(0.0).sqrt()
}

/// Half the width of a 95 % interval for a sampled mean.
fn half_interval(moments: &Moments, talks: u32) -> f64 {
    1.96 * deviation(moments) / f64::from(talks).sqrt()
}

#[derive(Debug, Serialize)]
struct Report<'s> {
    scenario: &'s str,
    exact: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    sample: Option<SampleReport>,
    #[serde(skip_serializing_if = "Option::is_none")]
    states: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    routes: Option<String>,
    endings: BTreeMap<&'s str, EndingReport<'s>>,
    policies: BTreeMap<&'s str, PolicyReport<'s>>,
    reference: ReferenceReport<'s>,
    observations: BySkill<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extremes: Option<BySkill<Option<ExtremesReport<'s>>>>,
    choices: Vec<ChoiceLine<'s>>,
    dominated: Vec<DominatedLine<'s>>,
    points_of_no_return: Vec<String>,
    facts_never_told: Vec<&'s str>,
    promises_never_made: Vec<&'s str>,
    promises_never_due: Vec<&'s str>,
}

#[derive(Debug, Serialize)]
struct SampleReport {
    seed: u64,
    talks: u32,
    budget_passed: bool,
}

#[derive(Debug, Serialize)]
struct EndingReport<'s> {
    reachable: bool,
    random: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    shortest: Option<Vec<Step<'s>>>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Step<'s> {
    Choice { beat: &'s str, choice: &'s str },
    Chance { chance: u16 },
    Fill { fill: Vec<&'s str> },
}

#[derive(Debug, Serialize)]
struct PolicyReport<'s> {
    #[serde(flatten)]
    scores: BySkill<MomentsReport>,
    endings: BTreeMap<&'s str, f64>,
}

#[derive(Debug, Serialize)]
struct MomentsReport {
    mean: f64,
    min: f64,
    max: f64,
    sd: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    interval95: Option<[f64; 2]>,
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
struct ChoiceLine<'s> {
    beat: &'s str,
    choice: &'s str,
    /// Whether the best ending is still within reach in some situation after it.
    best_within_reach: bool,
    /// In how many situations, of those where it was, it still is.
    within_reach: [usize; 2],
    /// How far the expected ending moves, in places on the list of endings.
    shift: f64,
}

#[derive(Debug, Serialize)]
struct DominatedLine<'s> {
    beat: &'s str,
    choice: &'s str,
    by: &'s str,
    by_key: bool,
}

#[derive(Debug, Serialize)]
struct BySkill<T> {
    perspective: T,
    ownership: T,
    calm: T,
}

impl<T> From<[T; 3]> for BySkill<T> {
    fn from([perspective, ownership, calm]: [T; 3]) -> Self {
        Self { perspective, ownership, calm }
    }
}

impl<'s> Report<'s> {
    fn of(scenario: &'s Scenario, analysis: &'s Analysis) -> Self {
        let random = analysis.policies.first().map(|(_, fate)| fate);
        let whole = analysis.whole.as_ref();
        let talks = analysis.sample.map(|sample| sample.talks);
        let card = scorecard(&analysis.reference.talk, &analysis.reference);
        let route = |route: &[(Option<BeatIdx>, By)]| steps(scenario, route);
        let choices = || whole.iter().flat_map(|whole| &whole.choices);
        let fact = |at: &crate::scenario::FactIdx| scenario.facts[at.at()].id.as_str();
        let promise = |at: &crate::scenario::PromiseIdx| scenario.promises[at.at()].id.as_str();
        Self {
            scenario: &scenario.id,
            exact: whole.is_some(),
            sample: analysis.sample.map(|sample| SampleReport {
                seed: sample.seed,
                talks: sample.talks,
                budget_passed: true,
            }),
            states: whole.map(|whole| whole.states),
            routes: whole.map(|whole| whole.routes.to_string()),
            endings: endings(scenario, random, whole),
            policies: analysis
                .policies
                .iter()
                .map(|(name, fate)| (name.as_str(), PolicyReport::of(scenario, fate, talks)))
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
    random: Option<&Fate>,
    whole: Option<&Whole>,
) -> BTreeMap<&'s str, EndingReport<'s>> {
    let report = |(at, ending): (usize, &'s crate::scenario::Ending)| {
        let random = random.map_or(0.0, |fate| decimal(&fate.endings[at]));
        let route = whole.and_then(|whole| whole.endings[at].as_ref());
        let reachable = whole.map_or(random > 0.0, |whole| whole.endings[at].is_some());
        let shortest = route.map(|route| steps(scenario, route));
        (ending.id.as_str(), EndingReport { reachable, random, shortest })
    };
    scenario.endings.iter().enumerate().map(report).collect()
}

impl<'s> PolicyReport<'s> {
    fn of(scenario: &'s Scenario, fate: &Fate, talks: Option<u32>) -> Self {
        let [p, o, c] = &fate.scores;
        let of = |moments: &Moments| {
            let mean = decimal(&moments.mean);
            let half = talks.map(|talks| half_interval(moments, talks));
            MomentsReport {
                mean,
                min: decimal(&moments.min),
                max: decimal(&moments.max),
                sd: deviation(moments),
                interval95: half.map(|half| [mean - half, mean + half]),
            }
        };
        let ids = scenario.endings.iter().map(|ending| ending.id.as_str());
        Self {
            scores: [of(p), of(o), of(c)].into(),
            endings: ids.zip(fate.endings.iter().map(decimal)).collect(),
        }
    }
}

fn place(scenario: &Scenario, beat: BeatIdx, choice: crate::scenario::ChoiceIdx) -> String {
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

/// The same for a person.
struct Text<'s> {
    scenario: &'s Scenario,
    analysis: &'s Analysis,
    lang: Lang,
}

impl Text<'_> {
    fn write(&self, out: &mut impl Write) -> anyhow::Result<()> {
        let report = Report::of(self.scenario, self.analysis);
        writeln!(out, "{}", self.scenario.title.get(self.lang))?;
        match (&report.sample, report.states, &report.routes) {
            (Some(sample), ..) => {
                let args = [
                    ("talks", i64::from(sample.talks).into()),
                    ("seed", sample.seed.to_string().into()),
                ];
                writeln!(out, "{}", say_with(self.lang, "analyze-sampled", &args))?;
            }
            (None, Some(states), Some(routes)) => {
                let args = [("states", states.into()), ("routes", routes.as_str().into())];
                writeln!(out, "{}", say_with(self.lang, "analyze-size", &args))?;
            }
            _ => {}
        }
        self.endings(out, &report)?;
        self.policies(out, &report)?;
        self.choices(out, &report)?;
        self.list(out, "analyze-no-return", &report.points_of_no_return)?;
        let dominated = report.dominated.iter().filter(|line| !line.by_key);
        let dominated: Vec<String> = dominated
            .map(|line| format!("{}/{} < {}/{}", line.beat, line.choice, line.beat, line.by))
            .collect();
        self.list(out, "analyze-dominated", &dominated)?;
        self.list(out, "analyze-facts-never", &report.facts_never_told)?;
        self.list(out, "analyze-promises-never-made", &report.promises_never_made)?;
        self.list(out, "analyze-promises-never-due", &report.promises_never_due)?;
        Ok(())
    }

    fn heading(&self, out: &mut impl Write, key: &str) -> anyhow::Result<()> {
        Ok(writeln!(out, "\n{}", say(self.lang, key))?)
    }

    fn endings(&self, out: &mut impl Write, report: &Report<'_>) -> anyhow::Result<()> {
        self.heading(out, "analyze-endings")?;
        for (id, ending) in &report.endings {
            let steps = ending.shortest.as_ref().map_or_else(
                || say(self.lang, "analyze-unreachable"),
                |route| {
                    let count = i64::try_from(route.len()).unwrap_or(i64::MAX);
                    say_with(self.lang, "analyze-shortest", &[("count", count.into())])
                },
            );
            writeln!(out, "  {id:<16} {:>8.3} %   {steps}", ending.random * 100.0)?;
        }
        Ok(())
    }

    fn policies(&self, out: &mut impl Write, report: &Report<'_>) -> anyhow::Result<()> {
        self.heading(out, "analyze-policies")?;
        let names = Skill::ALL.map(|skill| say(self.lang, &format!("skill-{}", skill.code())));
        writeln!(out, "  {}", names.join(" / "))?;
        for (name, _) in &self.analysis.policies {
            let Some(policy) = report.policies.get(name.as_str()) else { continue };
            let of = |moments: &MomentsReport| {
                format!(
                    "{:>6.2} ±{:>5.2} [{:>3.0}–{:>3.0}]",
                    moments.mean, moments.sd, moments.min, moments.max
                )
            };
            let BySkill { perspective, ownership, calm } = &policy.scores;
            writeln!(out, "  {name:<24} {}  {}  {}", of(perspective), of(ownership), of(calm))?;
        }
        let BySkill { perspective, ownership, calm } = report.observations;
        let args = [
            ("perspective", i64::from(perspective).into()),
            ("ownership", i64::from(ownership).into()),
            ("calm", i64::from(calm).into()),
        ];
        writeln!(out, "  {}", say_with(self.lang, "analyze-observations", &args))?;
        Ok(())
    }

    /// What each choice does, beat by beat.
    fn choices(&self, out: &mut impl Write, report: &Report<'_>) -> anyhow::Result<()> {
        if report.choices.is_empty() {
            return Ok(());
        }
        self.heading(out, "analyze-choices")?;
        let mut beat = "";
        for line in &report.choices {
            let shown = if line.beat == beat { "" } else { line.beat };
            beat = line.beat;
            let reach = match line.within_reach {
                [_, 0] => "·",
                [0, _] => "✗",
                [still, all] if still == all => "○",
                _ => "△",
            };
            writeln!(out, "  {shown:<12} {:<8} {reach} {:>+7.3}", line.choice, line.shift)?;
        }
        Ok(())
    }

    fn list<T: AsRef<str>>(
        &self,
        out: &mut impl Write,
        key: &str,
        list: &[T],
    ) -> anyhow::Result<()> {
        if list.is_empty() {
            return Ok(());
        }
        self.heading(out, key)?;
        for one in list {
            writeln!(out, "  {}", one.as_ref())?;
        }
        Ok(())
    }
}
