//! Whether a scenario is called as hard as it is by rule: five things make a talk harder, a level each.

use crate::assess::Reference;
use crate::diagnostic::{Diagnostic, Rule};
use crate::lang::words::Arg;
use crate::rubric::Indicator;
use crate::scenario::source::ScenarioSource;
use crate::scenario::{Beat, Cue, Fact, FactKind, Line, Role, Scenario};
use crate::session::Turn;

/// So many hidden facts make a talk harder, and so much anger at its beginning.
const HIDDEN_MIN: usize = 2;
const ANGER_MIN: u8 = 6;

/// The difficulty that the scenario names, where it is another than it has by rule.
pub(super) fn check(
    source: &ScenarioSource<'_>,
    scenario: &Scenario,
    reference: &Reference,
) -> Option<Diagnostic> {
    let hard = [
        ("hidden", hidden(scenario).count() >= HIDDEN_MIN),
        ("refusal", scenario.beats.iter().any(is_refusal)),
        ("anger", scenario.start.anger >= ANGER_MIN),
        ("parties", has_a_third_voice(scenario)),
        ("apology", apologises_before_it_knows(scenario, reference)),
    ];
    let holds = hard.iter().filter(|(_, holds)| *holds).count();
    let by_rule = u8::try_from(holds).unwrap_or(u8::MAX).max(1);
    if by_rule == scenario.difficulty {
        return None;
    }
    let span = source.difficulty.as_ref().map_or(source.head, |difficulty| difficulty.span);
    let finding = Diagnostic::new(Rule::DifficultyOff, span)
        .with("named", i64::from(scenario.difficulty))
        .with("level", i64::from(by_rule));
    let yes_or_no = |holds: bool| Arg::Text(if holds { "yes" } else { "no" }.to_owned());
    Some(
        hard.into_iter()
            .fold(finding, |finding, (what, holds)| finding.with(what, yes_or_no(holds))),
    )
}

/// What the customer does not say at first.
fn hidden(scenario: &Scenario) -> impl Iterator<Item = &Fact> {
    scenario.facts.iter().filter(|fact| fact.kind == FactKind::Hidden)
}

/// Whether a rule decides here, and what it asks for is a plain no.
fn is_refusal(beat: &Beat) -> bool {
    let by_rule = beat.cues.iter().any(|cue| matches!(cue, Cue::Rule(_)));
    let firm = beat.rates.iter().position(|indicator| *indicator == Indicator::C4);
    let key = &beat.choices[beat.key.at()];
    let rated = firm.and_then(|at| key.ratings.get(at));
    by_rule && rated.is_some_and(|rating| rating.half_steps() > 0)
}

/// Whether somebody speaks besides the customer and the trainee.
fn has_a_third_voice(scenario: &Scenario) -> bool {
    let says = |line: &Line| scenario.speaker(line.speaker).role == Role::Colleague;
    let replies = |beat: &Beat| beat.choices.iter().any(|choice| choice.reply.iter().any(says));
    scenario.beats.iter().any(|beat| beat.lines.iter().any(says) || replies(beat))
}

/// Whether the trainee apologises in a role, and only later is told something that was hidden.
fn apologises_before_it_knows(scenario: &Scenario, reference: &Reference) -> bool {
    let end = reference.talk.state();
    let told_later =
        |turn: &Turn| hidden(scenario).any(|fact| !turn.before.knows(fact) && end.knows(fact));
    let apologises = |turn: &&Turn| scenario.beat(turn.beat).rates.contains(&Indicator::O1);
    reference.talk.turns().iter().filter(apologises).any(told_later)
}
