//! Whether every beat and ending can be reached, and every beat left.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Rule, Span};
use crate::notation::Text;
use crate::scenario::compile::graph::{Graph, Way, goes_back, ways_out};
use crate::scenario::compile::names::Names;
use crate::scenario::source::{
    BeatSource, ChoiceSource, EffectSource, MendsSource, ScenarioSource, TargetSource,
};
use crate::scenario::{BeatIdx, FactKind, Target};

/// More loops than this in one file say nothing new.
const LOOPS_MAX: usize = 5;

type Beats<'s> = &'s [(Text<'s>, BeatSource<'s>)];

/// Reports every fault in where the talk can go.
pub(super) fn check(
    source: &ScenarioSource<'_>,
    names: &Names<'_>,
    has_leaks: bool,
    faults: &mut Vec<Diagnostic>,
) {
    let Some(beats) = source.beats.as_ref().map(|beats| beats.0.as_slice()) else {
        return;
    };
    let graph = Graph::of(source, names);
    if graph.places.is_empty() {
        return;
    }
    never(source, faults);
    if has_leaks {
        leaks(source, faults);
    }
    loops(beats, &graph, faults);
    nowhere_to_go_back(beats, names, &graph, faults);
    if !graph.uncertain {
        nothing_to_mend(beats, names, &graph, faults);
        unreachable_beats(beats, names, &graph, faults);
        unreachable_endings(source, names, beats, &graph, faults);
    }
}

/// Promises that nothing makes, and hidden facts that nothing tells. Where a name is unknown, it may have been theirs.
fn never(source: &ScenarioSource<'_>, faults: &mut Vec<Diagnostic>) {
    let names_known = |rule| faults.iter().all(|fault| fault.rule != rule);
    let (facts_known, promises_known) =
        (names_known(Rule::UnknownFact), names_known(Rule::UnknownPromise));
    // Where there are none, the beats need not be gone through for them.
    if promises_known && !source.promises.0.is_empty() {
        promises_never_made(source, faults);
    }
    if facts_known && source.facts.0.iter().any(|(_, fact)| fact.kind == FactKind::Hidden) {
        facts_never_told(source, faults);
    }
}

fn beats<'s>(source: &'s ScenarioSource<'s>) -> impl Iterator<Item = &'s BeatSource<'s>> {
    source.beats.iter().flat_map(|beats| &beats.0).map(|(_, beat)| beat)
}

fn choices<'s>(source: &'s ScenarioSource<'s>) -> impl Iterator<Item = &'s ChoiceSource<'s>> {
    beats(source).flat_map(|beat| beat.choices.iter().flatten())
}

fn promises_never_made(source: &ScenarioSource<'_>, faults: &mut Vec<Diagnostic>) {
    let of_choices = choices(source).flat_map(|choice| &choice.effects);
    let of_entering = beats(source).flat_map(|beat| &beat.enter).flat_map(|enter| &enter.effects);
    let made: BTreeSet<&str> = of_choices
        .chain(of_entering)
        .filter_map(|effect| match effect {
            EffectSource::Promise(id) => Some(&*id.value),
            _ => None,
        })
        .collect();
    for (id, _) in source.promises.0.iter().filter(|(id, _)| !made.contains(&*id.value)) {
        faults.push(Diagnostic::new(Rule::PromiseNeverMade, id.span).with("id", &*id.value));
    }
}

fn facts_never_told(source: &ScenarioSource<'_>, faults: &mut Vec<Diagnostic>) {
    let by_choices = choices(source).flat_map(|choice| &choice.tells);
    let by_lines = beats(source).flat_map(|beat| &beat.tells);
    let told: BTreeSet<&str> = by_choices.chain(by_lines).map(|id| &*id.value).collect();
    let hidden = source.facts.0.iter().filter(|(_, fact)| fact.kind == FactKind::Hidden);
    for (id, _) in hidden.filter(|(id, _)| !told.contains(&*id.value)) {
        faults.push(Diagnostic::new(Rule::FactNeverTold, id.span).with("id", &*id.value));
    }
}

/// Who passes on what is confidential errs critically.
fn leaks(source: &ScenarioSource<'_>, faults: &mut Vec<Diagnostic>) {
    for choice in choices(source).filter(|choice| choice.critical.is_none()) {
        if let Some(leak) = choice.leaks.first() {
            let finding = Diagnostic::new(Rule::LeakNotCritical, leak.span);
            faults.push(finding.with("id", &*leak.value));
        }
    }
}

/// A loop with a way out is a loop; one without is no way to an ending.
fn loops(beats: Beats<'_>, graph: &Graph, faults: &mut Vec<Diagnostic>) {
    let can_end = graph.can_end();
    let mut reported = BTreeSet::new();
    for _ in 0..LOOPS_MAX {
        let cycle = graph.cycle(&reported);
        let Some(first) = cycle.iter().copied().min_by_key(|at| graph.places[*at].0) else {
            return;
        };
        let id = &beats[graph.places[first].0.at()].0;
        let rule =
            if cycle.iter().any(|at| can_end[*at]) { Rule::Loop } else { Rule::NoWayToAnEnding };
        let turn = cycle.iter().position(|at| *at == first).unwrap_or_default();
        let shown: Vec<&str> = cycle[turn..]
            .iter()
            .chain(&cycle[..turn])
            .chain([&first])
            .map(|at| &*beats[graph.places[*at].0.at()].0.value)
            .collect();
        let finding = Diagnostic::new(rule, id.span).with("id", &*id.value);
        faults.push(finding.with("route", shown.join(" → ")));
        reported.insert(first);
    }
}

/// A second chance mends a main beat that can come before it.
fn nothing_to_mend(
    beats: Beats<'_>,
    names: &Names<'_>,
    graph: &Graph,
    faults: &mut Vec<Diagnostic>,
) {
    for (id, beat) in beats {
        let Some(MendsSource::Named(mended)) = &beat.mends else {
            continue;
        };
        let (Ok(this), Ok(main)) = (names.beat(id), names.beat(mended)) else {
            continue;
        };
        let comes_before = || leads_to(graph, main, this);
        if beats[main.at()].1.mends.is_some() || !comes_before() {
            faults
                .push(Diagnostic::new(Rule::NothingToMend, mended.span).with("id", &*mended.value));
        }
    }
}

/// A second chance goes back to where the beat before it would have gone, so that beat must go somewhere; one that
/// breaks in may come after any beat.
fn nowhere_to_go_back(
    beats: Beats<'_>,
    names: &Names<'_>,
    graph: &Graph,
    faults: &mut Vec<Diagnostic>,
) {
    // Most files have no second chance, and need not be gone through.
    if graph.struck.is_empty() && graph.places.iter().all(|(_, before)| before.is_none()) {
        return;
    }
    let back: Vec<bool> = beats.iter().map(|(_, beat)| goes_back(beat, names)).collect();
    let breaks_in = graph.struck.iter().find(|beat| back[beat.at()]);
    let mut reported = BTreeSet::new();
    for (place, before) in &graph.places {
        let (second_chance, main) = match (before, breaks_in) {
            (Some(before), _) if back[place.at()] => (place, before),
            (None, Some(struck)) if beats[place.at()].1.mends.is_none() => (struck, place),
            _ => continue,
        };
        let (id, beat) = &beats[main.at()];
        let goes_on = beat.next.as_ref().is_some_and(|next| !next.0.is_empty());
        if !goes_on && reported.insert(*main) {
            let route = format!("{} → {}", beats[second_chance.at()].0.value, id.value);
            let finding = Diagnostic::new(Rule::NoWayToAnEnding, id.span);
            faults.push(finding.with("id", &*id.value).with("route", route));
        }
    }
}

/// Whether one beat can come after another, at once or later; what an interrupt leads to can come after any.
fn leads_to(graph: &Graph, from: BeatIdx, to: BeatIdx) -> bool {
    if graph.struck.contains(&to) {
        return true;
    }
    let begins = |beat: BeatIdx| beat == from || graph.struck.contains(&beat);
    let mut seen = vec![false; graph.places.len()];
    let mut open: Vec<usize> =
        (0..graph.places.len()).filter(|at| begins(graph.places[*at].0)).collect();
    while let Some(at) = open.pop() {
        for next in graph.ways.of(at) {
            if graph.places[*next].0 == to {
                return true;
            }
            if !std::mem::replace(&mut seen[*next], true) {
                open.push(*next);
            }
        }
    }
    false
}

/// Only the first beat of an unreachable stretch is reported; the rest follows from it.
fn unreachable_beats(
    beats: Beats<'_>,
    names: &Names<'_>,
    graph: &Graph,
    faults: &mut Vec<Diagnostic>,
) {
    let mut reached = vec![false; beats.len()];
    for (beat, _) in &graph.places {
        reached[beat.at()] = true;
    }
    let lost: Vec<usize> = (0..beats.len()).filter(|at| !reached[*at]).collect();
    let mut follows = vec![false; beats.len()];
    for at in &lost {
        ways_out(&beats[*at].1, names, &mut |way| {
            if let Way::To(Target::Beat(next)) | Way::Topic(next) = way {
                follows[next.at()] |= next.at() != *at;
            }
        });
    }
    let heads: Vec<usize> = lost.iter().copied().filter(|at| !follows[*at]).collect();
    let shown = if heads.is_empty() { lost.into_iter().take(1).collect() } else { heads };
    for at in shown {
        let id = &beats[at].0;
        faults.push(Diagnostic::new(Rule::UnreachableBeat, id.span).with("id", &*id.value));
    }
}

/// An ending that only an unreachable beat leads to follows from that beat.
fn unreachable_endings(
    source: &ScenarioSource<'_>,
    names: &Names<'_>,
    beats: Beats<'_>,
    graph: &Graph,
    faults: &mut Vec<Diagnostic>,
) {
    let mut led_to = graph.endings.clone();
    let endings = source.endings.as_ref().map_or(0, |endings| endings.0.len());
    // Most often the beats that can be reached lead to all of them.
    for (_, beat) in beats {
        if led_to.len() == endings {
            break;
        }
        ways_out(beat, names, &mut |way| {
            if let Way::To(Target::Ending(ending)) = way {
                led_to.insert(ending);
            }
        });
    }
    // Sheets and interrupts may lead to an ending from anywhere.
    let sheet = source.sheet.iter().filter_map(|sheet| sheet.next.as_ref());
    for way in source.interrupts.iter().chain(sheet.flat_map(|next| &next.0)) {
        if let Some(TargetSource::Named(id)) = &way.to {
            led_to.extend(names.ending(id));
        }
    }
    let lost =
        |(id, _): &&(Text<'_>, _)| names.ending(id).is_ok_and(|ending| !led_to.contains(&ending));
    let spans: Vec<(Span, String)> = source
        .endings
        .iter()
        .flat_map(|endings| &endings.0)
        .filter(lost)
        .map(|(id, _)| (id.span, id.value.to_string()))
        .collect();
    for (span, id) in spans {
        faults.push(Diagnostic::new(Rule::UnreachableEnding, span).with("id", id));
    }
}
