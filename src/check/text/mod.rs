//! Judges the texts of a scenario: can they be read in time, and do they sound as such people speak?
//!
//! Each file holds one rule or a few that belong together, as a function over all texts.

mod languages;
mod length;
mod phrases;
mod placeholder;
mod politeness;
mod script;
mod sentences;
mod signs;
mod walk;

use crate::diagnostic::Diagnostic;
use crate::scenario::source::ScenarioSource;
use walk::Texts;

/// One rule, or a few: looks at all texts and reports what it finds.
type Check = fn(&Texts<'_>, &mut Vec<Diagnostic>);

const CHECKS: [Check; 9] = [
    length::too_long,
    length::long_feedback,
    politeness::mixed,
    phrases::banned,
    languages::untranslated,
    languages::wrong_script,
    placeholder::left,
    signs::of_each_text,
    signs::uneven_ellipsis,
];

/// Everything that is wrong with the texts of a scenario.
pub(super) fn findings(source: &ScenarioSource) -> Vec<Diagnostic> {
    let texts = Texts::of(source);
    let mut found = Vec::new();
    for check in CHECKS {
        check(&texts, &mut found);
    }
    found
}
