//! Where a finding about a library points: into the file of the scenario that weighs most in it.

use std::fmt;

use crate::check::wise::place::words;
use crate::diagnostic::Span;
use crate::lang::Lang;
use crate::scenario::source::ScenarioSource;
use crate::scenario::{BeatIdx, ChoiceIdx, Scenario};
use crate::surface::Appearance;

/// A choice of one of a library's scenarios, by its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryChoice {
    /// The scenario's id.
    pub scenario: String,
    /// The beat's.
    pub beat: String,
    /// Its own.
    pub choice: String,
}

impl LibraryChoice {
    pub(super) fn of(appearance: &Appearance, choice: (BeatIdx, ChoiceIdx)) -> Self {
        Self::named(&appearance.scenario, choice)
    }

    pub(super) fn named(scenario: &Scenario, (beat, choice): (BeatIdx, ChoiceIdx)) -> Self {
        Self {
            scenario: scenario.id.clone(),
            beat: scenario.beat(beat).id.clone(),
            choice: scenario.choice(beat, choice).id.clone(),
        }
    }
}

/// `scenario: beat/choice`, as an author looks it up.
impl fmt::Display for LibraryChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}/{}", self.scenario, self.beat, self.choice)
    }
}

/// What a finding points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LibraryPlace {
    /// The words of the choice that weighs most, in the language that is at issue.
    Words(LibraryChoice, Option<Lang>),
    /// The difficulty of the scenario with this id.
    Difficulty(String),
}

impl LibraryPlace {
    pub(super) fn scenario(&self) -> &str {
        match self {
            Self::Words(choice, _) => &choice.scenario,
            Self::Difficulty(scenario) => scenario,
        }
    }

    /// The place in the scenario's file.
    pub(super) fn span(&self, source: &ScenarioSource<'_>) -> Span {
        let span = match self {
            Self::Words(choice, lang) => words(source, &choice.beat, &choice.choice, *lang),
            Self::Difficulty(_) => source.difficulty.as_ref().map(|difficulty| difficulty.span),
        };
        span.unwrap_or(source.head)
    }
}
