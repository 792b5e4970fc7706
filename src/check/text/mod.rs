//! Judges the texts of a scenario: can they be read in time, and do they sound as such people speak?
//!
//! Each file holds one rule or a few that belong together: as a function of a text, or of both its languages, or as a
//! list of what was seen in all texts.

mod kinds;
mod languages;
mod length;
mod phrases;
mod placeholder;
mod politeness;
mod readings;
mod script;
mod sentences;
mod signs;
mod walk;

use crate::diagnostic::Diagnostic;
use crate::scenario::source::ScenarioSource;
use politeness::Politeness;
use readings::Unmet;
use signs::Ellipses;
use walk::{Languages, Written, each_passage};

/// One rule, or a few, that a text can break by itself.
type Check = fn(&Written<'_>, &mut Vec<Diagnostic>);

const CHECKS: [Check; 5] = [
    length::too_long,
    length::long_feedback,
    phrases::banned,
    placeholder::left,
    signs::of_each_text,
];

/// Everything that is wrong with the texts of a scenario.
pub(super) fn findings(source: &ScenarioSource<'_>) -> Vec<Diagnostic> {
    let languages = Languages::of(source);
    let mut found = Vec::new();
    let (mut politeness, mut ellipses) = (Politeness::default(), Ellipses::default());
    let mut unmet = Unmet::of(source);
    each_passage(source, &mut |passage| {
        let both = languages.in_both(&passage);
        languages::untranslated(both, &mut found);
        languages::wrong_script(both, &mut found);
        for written in languages.written(&passage) {
            for check in CHECKS {
                check(&written, &mut found);
            }
            politeness.hear(&written);
            ellipses.see(&written);
            unmet.see(&written);
        }
    });
    politeness.judge(&mut found);
    ellipses.judge(&mut found);
    unmet.judge(&mut found);
    found
}
