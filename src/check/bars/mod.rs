//! The bars of the scoring guide, section 3.8, that a scenario's scores must pass: S1 and S3 to S10, and the difficulty by rule.
//!
//! A scenario of fewer than [`MAIN_BEATS_MIN`] rated beats is too small for them: it is only asked whether talks come to
//! every ending.

mod difficulty;
mod endings;
mod fates;
mod routes;

use std::sync::Arc;

use crate::analysis::{BUDGET, Space, TooLarge};
use crate::assess::Reference;
use crate::diagnostic::{Diagnostic, Rule, Span};
use crate::lang::words::Arg;
use crate::rubric::Skill;
use crate::scenario::source::ScenarioSource;
use crate::scenario::{Beat, BeatIdx, ChoiceIdx, Scenario};

/// Below this many rated main beats, means and shares say too little.
pub(super) const MAIN_BEATS_MIN: usize = 8;

/// What every bar looks at.
struct Measured<'s> {
    source: &'s ScenarioSource<'s>,
    scenario: &'s Arc<Scenario>,
    reference: &'s Reference,
    space: &'s Space<'s>,
}

/// Every bar that the scenario does not pass, with what was measured.
pub(super) fn bars(
    source: &ScenarioSource<'_>,
    scenario: &Arc<Scenario>,
    reference: &Reference,
) -> Vec<Diagnostic> {
    let endings = endings::check(source, scenario);
    let every_ending_is_judged = endings.is_ok();
    if main_beats(scenario).count() < MAIN_BEATS_MIN {
        return endings.unwrap_or_else(|why| vec![not_judged(source, why, "endings")]);
    }
    let mut found = endings.unwrap_or_default();
    found.extend(difficulty::check(source, scenario, reference));
    // A scenario too large to visit is analysed by sampling, which proves nothing.
    let space = match Space::of(scenario, BUDGET) {
        Ok(space) => space,
        Err(why) => {
            let rules = if every_ending_is_judged { "all-but-endings" } else { "all" };
            found.push(not_judged(source, why, rules));
            return found;
        }
    };
    let measured = Measured { source, scenario, reference, space: &space };
    found.extend(routes::check(&measured));
    found.extend(fates::check(&measured));
    found
}

/// That the talk can become too much to judge the scenario by these rules.
pub(super) fn not_judged(
    source: &ScenarioSource<'_>,
    why: TooLarge,
    rules: &'static str,
) -> Diagnostic {
    let (why, most) = match why {
        TooLarge::Situations(most) => ("situations", most),
        TooLarge::Fillings => ("fillings", 0),
        TooLarge::Talks(most) => ("talks", most),
    };
    let span = source.id.as_ref().map_or(source.head, |id| id.span);
    let finding = Diagnostic::new(Rule::TooManySituations, span).with("why", why);
    finding.with("most", most).with("rules", rules)
}

/// The rated main beats.
fn main_beats(scenario: &Scenario) -> impl Iterator<Item = (BeatIdx, &Beat)> {
    let beats = (0..).map(BeatIdx).zip(&scenario.beats);
    beats.filter(|(_, beat)| !beat.is_second_chance() && !beat.rates.is_empty())
}

impl Measured<'_> {
    /// Where the scenario itself is written.
    fn whole(&self) -> Span {
        self.source.id.as_ref().map_or(self.source.head, |id| id.span)
    }

    /// Where an ending is written.
    fn ending(&self, at: usize) -> Span {
        let written = self.source.endings.iter().flat_map(|endings| &endings.0).nth(at);
        written.map_or(self.source.head, |(id, _)| id.span)
    }

    /// Where a choice is written.
    fn choice(&self, beat: BeatIdx, choice: ChoiceIdx) -> Span {
        let beats = self.source.beats.as_ref().map_or(&[][..], |beats| &beats.0);
        let written = beats.get(beat.at()).and_then(|(_, beat)| beat.choices.as_ref());
        let written = written.and_then(|choices| choices.get(choice.at()));
        written.and_then(|choice| choice.id.as_ref()).map_or(self.source.head, |id| id.span)
    }

    /// Where a persona is written.
    fn persona(&self, at: usize) -> Span {
        let written = self.source.personas.0.get(at);
        written.map_or(self.source.head, |(id, _)| id.span)
    }
}

/// The choices that weigh most in a finding, at most five, as an author would name them.
pub(super) fn heaviest(
    scenario: &Scenario,
    mut weights: Vec<(i64, BeatIdx, ChoiceIdx)>,
) -> (String, Option<(BeatIdx, ChoiceIdx)>) {
    weights.sort_by_key(|(weight, beat, choice)| (-weight, *beat, *choice));
    let name = |(_, beat, choice): &(i64, BeatIdx, ChoiceIdx)| {
        format!("{}/{}", scenario.beat(*beat).id, scenario.choice(*beat, *choice).id)
    };
    let names: Vec<String> = weights.iter().take(5).map(name).collect();
    let first = weights.first().map(|(_, beat, choice)| (*beat, *choice));
    (names.join(", "), first)
}

/// The word for a skill, to be put into a sentence.
fn skill_word(skill: Skill) -> Arg {
    Arg::Word(match skill {
        Skill::Perspective => "skill-perspective",
        Skill::Ownership => "skill-ownership",
        Skill::Calm => "skill-calm",
    })
}
