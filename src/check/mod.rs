//! Judges a scenario: all that compiling finds, how its texts read, and what only playing it can show.

mod asked;
mod bars;
mod readers;
mod text;
mod wise;

pub use wise::{
    BEATS_MIN, BlindMean, Difficulty, Judged, KeyLengthShare, Lesson, LibraryChoice,
    LibraryFinding, LibraryReport, Mean, Points, Report, SCENARIOS_MIN, Trial, library,
    library_report, report,
};

use std::sync::Arc;

use crate::assess::Reference;
use crate::diagnostic::{Diagnostic, Rule, Severity, Span};
use crate::scenario::source::{ScenarioSource, Text};
use crate::scenario::{self, Reading, Scenario};
use wise::Places;

/// Everything that is wrong with a file's text, in the order in which it is best read.
///
/// Whether its right answers can be found without listening is only judged from [`BEATS_MIN`] main beats on.
pub fn check(text: &str) -> Vec<Diagnostic> {
    check_with(text, None).findings
}

/// What checking a file comes to.
#[derive(Debug)]
pub struct Checked {
    /// Everything that is wrong with it, in the order in which it is best read.
    pub findings: Vec<Diagnostic>,
    /// The scenario, if it can be played and is large enough to be judged with others in a [`library`].
    pub judged: Option<Judged>,
    /// What the file accepts of what only a library can be found to break, and where it says so.
    pub accepts: Vec<(Rule, Span)>,
}

/// The same, and what the readings say that are kept beside the file, if they are known.
pub fn check_with(text: &str, readings: Option<&[crate::blind::Reading]>) -> Checked {
    let (source, played, mut findings) = written(text);
    let mut judged = None;
    if let Some((scenario, reference)) = played {
        findings.extend(asked::check(&source, &scenario));
        if let Some((found, kept)) = wise::judge(&source, &scenario, &reference) {
            findings.extend(found);
            judged = Some(kept);
        }
        let mut of_bars = bars::bars(&source, &scenario, &reference);
        // Where no way is written to an ending, no talk comes to it.
        let no_way: Vec<Span> = findings
            .iter()
            .filter(|finding| finding.rule == Rule::UnreachableEnding)
            .map(|finding| finding.span)
            .collect();
        of_bars.retain(|finding| {
            finding.rule != Rule::EndingOutOfReach || !no_way.contains(&finding.span)
        });
        // What the bars cannot judge is more than whole talks, and is said once.
        let too_many = |finding: &Diagnostic| finding.rule == Rule::TooManySituations;
        if of_bars.iter().any(too_many) {
            findings.retain(|finding| !too_many(finding));
        }
        findings.extend(of_bars);
        if let Some(readings) = readings {
            let places = Places { source: &source, scenario: &scenario };
            findings.extend(readers::readings(&places, readings));
            judged = judged.map(|judged| judged.read_by(readings));
        }
    }
    let is_error = |finding: &Diagnostic| finding.rule.severity() == Severity::Error;
    let hides_others =
        |finding: &Diagnostic| is_error(finding) || finding.rule == Rule::TooManySituations;
    let whole = !findings.iter().any(hides_others);
    accept(&source, &mut findings, |rule| {
        whole && !rule.is_of_libraries() && (readings.is_some() || !rule.is_of_readers())
    });
    settle(&mut findings);
    let of_libraries = |(code, _): &(Text<'_>, _)| {
        let rule = Rule::find(&code.value).filter(|rule| rule.is_of_libraries())?;
        Some((rule, code.span))
    };
    let accepts = source.accepts.0.iter().filter_map(of_libraries).collect();
    Checked { findings, judged, accepts }
}

/// What is wrong with what is written: all but what takes counting over all beats or following all talks to see.
/// It takes time that grows with the file alone.
pub fn check_written(text: &str) -> Vec<Diagnostic> {
    compile_and_check_written(text).1
}

/// The scenario, if it can be played, and what [`check_written`] finds: of a file that cannot be played, that is all
/// that [`check`] would find.
pub fn compile_and_check_written(text: &str) -> (Option<Arc<Scenario>>, Vec<Diagnostic>) {
    let (source, played, mut findings) = written(text);
    accept(&source, &mut findings, |_| false);
    settle(&mut findings);
    (played.map(|(scenario, _)| scenario), findings)
}

/// Puts findings into the order in which they are best read: that of the file, but what may only follow from something
/// that could not be read comes after it. Where a bracket has no partner nearly all else follows from that, and is left
/// out.
fn settle(findings: &mut Vec<Diagnostic>) {
    if findings.iter().any(Diagnostic::is_open_bracket) {
        findings.retain(|finding| {
            finding.rule < Rule::UnknownBeat && finding.rule != Rule::MissingField
        });
    }
    let unread = |rule: Rule| rule < Rule::UnknownField || rule == Rule::WrongKind;
    let any_unread = findings.iter().any(|finding| unread(finding.rule));
    findings
        .sort_by_key(|finding| (any_unread && !unread(finding.rule), finding.span, finding.rule));
}

/// The file, the scenario with its reference route if it can be played, and what is wrong with what is written.
fn written(
    text: &str,
) -> (ScenarioSource<'_>, Option<(Arc<Scenario>, Reference)>, Vec<Diagnostic>) {
    let Reading { source, scenario, mut findings } = scenario::read(text);
    // In a file that is garbled, what looks like a text may be half a beat.
    if findings.iter().all(|finding| finding.rule >= Rule::UnknownField) {
        findings.extend(text::findings(&source));
    }
    let played = scenario.map(Arc::new).map(|scenario| {
        let reference = Reference::of(&scenario);
        findings.extend(falls_short(&source, &scenario, &reference));
        findings.extend(needless_chance(&source, &scenario, &reference));
        (scenario, reference)
    });
    (source, played, findings)
}

/// Takes out the warnings that the author accepts. What is accepted and not there is a warning of its own where it has
/// been looked for.
fn accept(
    source: &ScenarioSource<'_>,
    findings: &mut Vec<Diagnostic>,
    looked_for: impl Fn(Rule) -> bool,
) {
    for (code, _) in &source.accepts.0 {
        let Some(rule) =
            Rule::find(&code.value).filter(|rule| rule.severity() == Severity::Warning)
        else {
            let warnings = || Rule::ALL.iter().filter(|rule| rule.severity() == Severity::Warning);
            let known = warnings().map(|rule| rule.code()).collect::<Vec<_>>().join(", ");
            let finding = Diagnostic::new(Rule::UnknownWord, code.span);
            let finding = finding.with("word", &*code.value).with("known", known);
            findings.push(finding.with_nearest(&code.value, warnings().map(|rule| rule.code())));
            continue;
        };
        let before = findings.len();
        findings.retain(|finding| finding.rule != rule);
        if findings.len() == before && looked_for(rule) {
            let finding = Diagnostic::new(Rule::AcceptsNothing, code.span);
            findings.push(finding.with("code", rule.code()));
        }
    }
}

/// The route of the keys does not lead to the best ending.
fn falls_short(
    source: &ScenarioSource<'_>,
    scenario: &Scenario,
    reference: &Reference,
) -> Option<Diagnostic> {
    let ended = reference.talk.ending()?;
    let best = scenario.endings.last()?;
    if ended.id == best.id {
        return None;
    }
    let written = source.endings.as_ref()?.0.iter().map(|(id, _)| id);
    let place = |id: &Text<'_>| id.value == best.id;
    let span = written.into_iter().find(|id| place(id))?.span;
    let finding = Diagnostic::new(Rule::ReferenceFallsShort, span);
    Some(finding.with("id", ended.id.as_str()).with("best", best.id.as_str()))
}

/// A second chance on the route of the keys mends what was never lost.
fn needless_chance(
    source: &ScenarioSource<'_>,
    scenario: &Scenario,
    reference: &Reference,
) -> Option<Diagnostic> {
    let turns = reference.talk.turns();
    let met = turns.iter().position(|turn| scenario.beat(turn.beat).is_second_chance())?;
    let from = turns.get(met.checked_sub(1)?)?.beat;
    let (_, written) = source.beats.as_ref()?.0.get(from.at())?;
    let finding = Diagnostic::new(Rule::KeyNeedsNoChance, written.key.as_ref()?.span);
    let (from, met) = (scenario.beat(from), scenario.beat(turns[met].beat));
    Some(finding.with("id", from.id.as_str()).with("chance", met.id.as_str()))
}
