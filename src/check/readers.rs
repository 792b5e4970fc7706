//! Whether a scenario was read blind since its choices were changed, and what came of it: the scoring guide's bar T7.

use crate::blind::{BLIND_MAX, Mode, Reading, options_mark, rated, result, unread};
use crate::check::bars::MAIN_BEATS_MIN;
use crate::diagnostic::{Diagnostic, Rule, Span};
use crate::lang::Lang;
use crate::scenario::Scenario;
use crate::scenario::source::ScenarioSource;

/// What the readings beside a scenario say. A scenario too small for the bars need not be read.
pub(super) fn readings(
    source: &ScenarioSource<'_>,
    scenario: &Scenario,
    readings: &[Reading],
) -> Vec<Diagnostic> {
    if rated(scenario).count() < MAIN_BEATS_MIN {
        return Vec::new();
    }
    let span = source.id.as_ref().map_or(source.head, |id| id.span);
    let unread = unread(scenario, readings);
    let mut found: Vec<Diagnostic> = unread
        .iter()
        .map(|lang| Diagnostic::new(Rule::NotReadBlind, span).with("lang", lang.code()))
        .collect();
    found.extend(Lang::ALL.iter().filter_map(|lang| given_away(scenario, readings, *lang, span)));
    found
}

/// The readings of the present wording, taken together.
fn given_away(
    scenario: &Scenario,
    readings: &[Reading],
    lang: Lang,
    span: Span,
) -> Option<Diagnostic> {
    let mark = options_mark(scenario, lang);
    let present = readings.iter().filter(|reading| {
        reading.mode == Mode::Blind && reading.lang == lang && reading.options == mark
    });
    let results: Vec<_> = present.map(|reading| result(scenario, reading)).collect();
    let items: u32 = results.iter().map(|result| result.items).sum();
    let keys: u32 = results.iter().map(|result| result.keys).sum();
    if items == 0 || 100 * keys <= BLIND_MAX * items {
        return None;
    }
    let mut beats: Vec<_> = results.into_iter().flat_map(|result| result.given_away).collect();
    beats.sort_unstable();
    beats.dedup();
    let names: Vec<&str> = beats.iter().map(|beat| scenario.beat(*beat).id.as_str()).collect();
    let finding = Diagnostic::new(Rule::GivenAway, span).with("lang", lang.code());
    let finding = finding.with("keys", i64::from(keys)).with("items", i64::from(items));
    Some(finding.with("max", i64::from(BLIND_MAX)).with("beats", names.join(", ")))
}
