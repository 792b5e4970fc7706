//! Where the words of a choice stand in the author's file.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Rule, Span};
use crate::lang::Lang;
use crate::scenario::source::{ChoiceSource, ScenarioSource};
use crate::scenario::{BeatIdx, ChoiceIdx, Scenario};

/// A scenario beside the file that it was compiled from.
pub(in crate::check) struct Places<'s> {
    pub(in crate::check) source: &'s ScenarioSource<'s>,
    pub(in crate::check) scenario: &'s Arc<Scenario>,
}

impl Places<'_> {
    /// A finding at the words of a choice; in the first language where it has none of its own.
    pub(in crate::check) fn finding(
        &self,
        rule: Rule,
        (beat, choice): (BeatIdx, ChoiceIdx),
        lang: Option<Lang>,
    ) -> Diagnostic {
        let lang = lang.or(self.scenario.languages.first().copied());
        let (beat, choice) = (&self.scenario.beat(beat).id, &self.scenario.choice(beat, choice).id);
        let span = words(self.source, beat, choice, lang).unwrap_or(self.source.head);
        Diagnostic::new(rule, span)
    }

    /// `beat/choice`, as an author looks it up.
    pub(super) fn name(&self, (beat, choice): (BeatIdx, ChoiceIdx)) -> String {
        format!("{}/{}", self.scenario.beat(beat).id, self.scenario.choice(beat, choice).id)
    }
}

/// Where the words of a choice stand: those in the language, those for both, or any.
pub(super) fn words(
    source: &ScenarioSource<'_>,
    beat: &str,
    choice: &str,
    lang: Option<Lang>,
) -> Option<Span> {
    let (_, beat) = source.beats.as_ref()?.0.iter().find(|(id, _)| id.value == beat)?;
    let is = |written: &&ChoiceSource<'_>| written.id.as_ref().is_some_and(|id| id.value == choice);
    let say = beat.choices.as_ref()?.iter().find(is)?.say.as_ref()?;
    let own = lang.and_then(|lang| say.named(lang));
    let any = || say.plain().or_else(|| Lang::ALL.into_iter().find_map(|lang| say.named(lang)));
    own.or_else(any).map(|text| text.span)
}
