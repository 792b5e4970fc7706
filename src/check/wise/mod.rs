//! Test-wiseness: whether the better reply can be told from the others without having heard the customer.
//!
//! The bars and their reasons are in the project's scoring guide, section 3.8. None of them is applied to a scenario
//! with fewer than [`BEATS_MIN`] main beats: there, every count is an accident.

mod bots;
mod case;
mod difficulty;
mod library;
mod library_blind;
mod library_figures;
mod library_place;
mod library_readers;
mod library_report;
mod pairs;
mod place;
mod report;
mod tells;

pub use case::{Judged, Points, Trial};
pub use difficulty::Difficulty;
pub use library::{LibraryFinding, SCENARIOS_MIN, library};
pub use library_blind::BlindMean;
pub use library_place::LibraryChoice;
pub use library_readers::{Lesson, Mean};
pub use library_report::{KeyLengthShare, LibraryReport, library_report};
pub use report::{Report, report};

use std::fmt;
use std::sync::Arc;

use crate::analysis::TooLarge;
use crate::assess::Reference;
use crate::check::bars::not_judged;
use crate::diagnostic::Diagnostic;
use crate::scenario::Scenario;
use crate::scenario::source::ScenarioSource;
use case::{Case, STEPS_MAX};
pub(super) use place::Places;

/// The main beats that a scenario has at least if its test-wiseness is judged.
pub const BEATS_MIN: usize = 8;

/// A finding names this many choices at most.
const NAMED_MAX: usize = 5;

/// All that test-wiseness finds in one scenario, and what is kept of it to judge it with others; nothing is said of one
/// that is too small to be judged.
pub(super) fn judge(
    source: &ScenarioSource<'_>,
    scenario: &Arc<Scenario>,
    reference: &Reference,
) -> Option<(Vec<Diagnostic>, Judged)> {
    let mut case = Case::of(scenario, reference);
    if case.judged_beats() < BEATS_MIN {
        return None;
    }
    let places = Places { source, scenario };
    let mut findings = Vec::new();
    for appearance in &case.appearances {
        findings.extend(tells::judge(appearance, &places));
        findings.extend(pairs::judge(appearance, &places));
    }
    findings.extend(bots::judge(&mut case, &places));
    if case.chance().path.is_none() {
        findings.push(not_judged(source, TooLarge::Talks(STEPS_MAX), "whole-talks"));
    }
    Some((findings, case.judged()))
}

/// The first few of a list of names, as a sentence has them.
fn named(names: impl IntoIterator<Item = impl fmt::Display>) -> String {
    let names = names.into_iter().take(NAMED_MAX).map(|name| name.to_string());
    names.collect::<Vec<_>>().join(", ")
}
