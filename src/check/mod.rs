//! Judges a scenario: all that compiling finds, how its texts read, and what only playing it can show.

mod text;

use std::sync::Arc;

use crate::assess::Reference;
use crate::diagnostic::{Diagnostic, Rule, Spanned};
use crate::scenario::source::ScenarioSource;
use crate::scenario::{self, Reading, Scenario};

/// Everything that is wrong with a file's text, in the order of the file.
pub fn check(text: &str) -> Vec<Diagnostic> {
    let Reading { source, scenario, mut findings } = scenario::read(text);
    // In a file that is garbled, what looks like a text may be half a beat.
    if findings.iter().all(|finding| finding.rule >= Rule::UnknownField) {
        findings.extend(text::findings(&source));
    }
    if let Some(scenario) = scenario {
        findings.extend(play(&source, &Arc::new(scenario)));
    }
    findings.sort_by_key(|finding| (finding.span, finding.rule));
    findings
}

/// What playing the scenario shows.
fn play(source: &ScenarioSource, scenario: &Arc<Scenario>) -> Option<Diagnostic> {
    let reference = Reference::of(scenario);
    let ended = reference.talk.ending()?;
    let best = scenario.endings.last()?;
    if ended.id == best.id {
        return None;
    }
    let written = source.endings.as_ref()?.0.iter().map(|(id, _)| id);
    let place = |id: &Spanned<String>| id.value == best.id;
    let span = written.into_iter().find(|id| place(id))?.span;
    let finding = Diagnostic::new(Rule::ReferenceFallsShort, span);
    Some(finding.with("id", ended.id.as_str()).with("best", best.id.as_str()))
}
