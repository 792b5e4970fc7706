//! Readings that no text asks for.

use crate::check::text::walk::Written;
use crate::diagnostic::{Diagnostic, Rule};
use crate::lang::Lang;
use crate::scenario::source::{ScenarioSource, Text};

/// The words that have a reading and were met in no text yet.
#[derive(Debug)]
pub(super) struct Unmet<'s>(Vec<&'s Text<'s>>);

impl<'s> Unmet<'s> {
    pub(super) fn of(source: &'s ScenarioSource<'s>) -> Self {
        Self(source.readings.0.iter().map(|(word, _)| word).collect())
    }

    pub(super) fn see(&mut self, text: &Written<'_>) {
        if text.lang == Lang::Ja {
            self.0.retain(|word| !text.words().contains(&*word.value));
        }
    }

    pub(super) fn judge(self, found: &mut Vec<Diagnostic>) {
        for word in self.0 {
            let finding = Diagnostic::new(Rule::ReadingNeverUsed, word.span);
            found.push(finding.with("word", &*word.value));
        }
    }
}
