//! S9: some talk comes to every ending, however small the scenario is.

use std::collections::BTreeSet;

use crate::analysis::{BUDGET, Reach, Space, TooLarge};
use crate::check::bars::heaviest;
use crate::diagnostic::{Diagnostic, Rule};
use crate::scenario::source::{ScenarioSource, Text};
use crate::scenario::{BeatIdx, Choice, ChoiceIdx, Ending, EndingIdx, Scenario, Target};

/// The endings that no talk comes to.
///
/// # Errors
/// Why that cannot be found out.
pub(super) fn check(
    source: &ScenarioSource<'_>,
    scenario: &Scenario,
) -> Result<Vec<Diagnostic>, TooLarge> {
    // Few steps are taken together; where even they are too many, single situations may be fewer.
    let reached = Reach::of(scenario, BUDGET).map(|reach| Ok(reach.endings()));
    let listed = || Space::of(scenario, BUDGET).map(|space| space.endings());
    let reached: BTreeSet<EndingIdx> = reached.unwrap_or_else(listed)?;
    let written = source.endings.iter().flat_map(|endings| &endings.0);
    let endings = (0..).map(EndingIdx).zip(written).zip(&scenario.endings);
    let missed = endings.filter(|((at, _), _)| !reached.contains(at));
    let finding = |((at, (id, _)), ending): ((EndingIdx, &(Text<'_>, _)), &Ending)| {
        let (choices, _) = heaviest(scenario, ways_to(scenario, at));
        let choices = if choices.is_empty() { "none".to_owned() } else { choices };
        let finding = Diagnostic::new(Rule::EndingOutOfReach, id.span);
        finding.with("id", ending.id.as_str()).with("choices", choices)
    };
    Ok(missed.map(finding).collect())
}

/// The choices from which a way leads there, if its condition ever held.
fn ways_to(scenario: &Scenario, ending: EndingIdx) -> Vec<(i64, BeatIdx, ChoiceIdx)> {
    let there = |to: Target| match to {
        Target::Ending(to) => to == ending,
        Target::Chance(chance) => {
            let mut outcomes = scenario.chances[chance.at()].outcomes.iter();
            outcomes.any(|(_, to)| *to == Target::Ending(ending))
        }
        Target::Beat(_) | Target::Back | Target::Sheet => false,
    };
    let leads = |choice: &Choice| choice.moves.iter().any(|way| there(way.to));
    let mut found = Vec::new();
    for (at, beat) in (0..).map(BeatIdx).zip(&scenario.beats) {
        let choices = (0..).map(ChoiceIdx).zip(&beat.choices);
        let leading = choices.filter(|(_, choice)| leads(choice));
        found.extend(leading.map(|(choice, _)| (0, at, choice)));
    }
    found
}
