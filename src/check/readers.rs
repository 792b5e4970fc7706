//! Whether a scenario was read blind since its choices were changed, and what came of it: the scoring guide's bar T7.

use crate::assess::Share;
use crate::blind::{BLIND_MAX, Hits, LISTENING_MIN, Mode, Reading, rated, unread};
use crate::check::bars::{MAIN_BEATS_MIN, heaviest};
use crate::check::wise::Places;
use crate::diagnostic::{Diagnostic, Rule};
use crate::lang::Lang;
use crate::scenario::BeatIdx;

/// What the readings beside a scenario say. A scenario too small for the bars need not be read.
pub(super) fn readings(places: &Places<'_>, readings: &[Reading]) -> Vec<Diagnostic> {
    let (source, scenario) = (places.source, places.scenario);
    if rated(scenario).count() < MAIN_BEATS_MIN {
        return Vec::new();
    }
    let span = source.id.as_ref().map_or(source.head, |id| id.span);
    let mut found: Vec<Diagnostic> = unread(scenario, readings)
        .iter()
        .map(|lang| Diagnostic::new(Rule::NotReadBlind, span).with("lang", lang.code()))
        .collect();
    for lang in Lang::ALL {
        let hits = |mode| Hits::of(scenario, readings, mode, lang);
        let Some(blind) = hits(Mode::Blind) else { continue };
        found.extend(given_away(places, &blind, lang));
        found.extend(
            hits(Mode::Sighted).and_then(|sighted| listening(places, &blind, &sighted, lang)),
        );
    }
    found
}

/// The keys that were found without listening are too many.
fn given_away(places: &Places<'_>, blind: &Hits, lang: Lang) -> Option<Diagnostic> {
    if blind.percent() <= Share::from(i64::from(BLIND_MAX)) {
        return None;
    }
    let finding = finding(places, Rule::GivenAway, lang, |beat| blind.percent_at(beat))?;
    let finding = finding.with("keys", i64::from(blind.keys)).with("items", i64::from(blind.items));
    Some(finding.with("max", i64::from(BLIND_MAX)))
}

/// Having heard the talk helps too little.
fn listening(places: &Places<'_>, blind: &Hits, sighted: &Hits, lang: Lang) -> Option<Diagnostic> {
    let gap = sighted.percent() - blind.percent();
    if gap >= Share::from(i64::from(LISTENING_MIN)) {
        return None;
    }
    // Where the key is found as often without the talk as with it, the talk says nothing about it.
    let helps_not = |beat| Some(blind.percent_at(beat)? - sighted.percent_at(beat)?);
    let finding = finding(places, Rule::ListeningGap, lang, helps_not)?;
    let count = |hits: &Hits| [i64::from(hits.keys), i64::from(hits.items)];
    let ([keys, items], [heard_keys, heard_items]) = (count(blind), count(sighted));
    let finding = finding.with("keys", keys).with("items", items);
    let finding = finding.with("heard_keys", heard_keys).with("heard_items", heard_items);
    Some(finding.with("gap", gap.floor().to_integer()).with("bar", i64::from(LISTENING_MIN)))
}

/// A finding at the key that weighs most in it, with the names of the keys that do.
fn finding(
    places: &Places<'_>,
    rule: Rule,
    lang: Lang,
    weight: impl Fn(BeatIdx) -> Option<Share>,
) -> Option<Diagnostic> {
    let scenario = places.scenario;
    let keys = rated(scenario).filter_map(|beat| {
        let thousandths = (weight(beat)? * 1000).to_integer();
        Some((thousandths, beat, scenario.beat(beat).key))
    });
    let (choices, first) = heaviest(scenario, keys.collect());
    let finding = places.finding(rule, first?, Some(lang));
    Some(finding.with("lang", lang.code()).with("choices", choices))
}
