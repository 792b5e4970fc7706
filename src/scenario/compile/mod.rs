//! Turns a scenario as written into one that is valid by construction, and reports all its faults at once.

mod aims;
mod beats;
mod conditions;
mod flow;
mod graph;
mod links;
mod names;
mod scoring;
mod story;
mod texts;
mod topics;
mod ways;

use crate::diagnostic::{Diagnostic, Rule, Severity, Spanned};
use crate::lang::{Lang, Localized};
use crate::notation::{Few, Text};
use crate::scenario::source::{self, BriefingSource, ScenarioSource};
use crate::scenario::{
    Beat, BeatIdx, Briefing, Chance, Ending, Gauges, Mark, PromiseIdx, Role, Scenario, Speaker,
};
use names::Names;

/// A scenario, if it can be played, and everything that was found in it.
pub type Compiled = (Option<Scenario>, Vec<Diagnostic>);

/// A file's text, read and compiled.
#[derive(Debug)]
pub struct Reading<'t> {
    /// The scenario as written, as far as it could be read.
    pub source: ScenarioSource<'t>,
    /// The scenario, if it can be played.
    pub scenario: Option<Scenario>,
    /// Everything that was found, in the order of the file.
    pub findings: Vec<Diagnostic>,
}

/// Reads and compiles a file's text.
pub fn read(text: &str) -> Reading<'_> {
    let (source, mut findings) = source::read(text);
    let (scenario, found) = compile(&source);
    let garbled = findings.iter().any(|finding| finding.rule < Rule::UnknownField);
    let readable = findings.is_empty();
    // Where a part of the text could not be read, the ways it held are missing, and what seems lost may not be.
    let follows = |finding: &Diagnostic| {
        matches!(
            finding.rule,
            Rule::UnreachableBeat | Rule::UnreachableEnding | Rule::NoWayToAnEnding
        )
    };
    // And where any part of it could not be, what seems never to be used may be used there.
    let never =
        |finding: &Diagnostic| matches!(finding.rule, Rule::PromiseNeverMade | Rule::FactNeverTold);
    findings.extend(
        found
            .into_iter()
            .filter(|finding| !(garbled && follows(finding) || !readable && never(finding))),
    );
    findings.sort_by_key(|finding| (finding.span, finding.rule));
    Reading { source, scenario: scenario.filter(|_| readable), findings }
}

/// Reads and compiles a file's text, for those who need not see it as written.
pub fn read_and_compile(text: &str) -> Compiled {
    let reading = read(text);
    (reading.scenario, reading.findings)
}

/// Resolves every name, checks every part and builds the scenario if no error was found.
pub fn compile(source: &ScenarioSource<'_>) -> Compiled {
    let mut faults = Vec::new();
    let names = Names::of(source, &mut faults);
    let languages = languages(source);
    let has_sheet = source.sheet.is_some();
    let mut compiler =
        Compiler { names, languages, faults, has_sheet, has_leaks: false, chances: Vec::new() };
    let scenario = compiler.scenario(source);
    flow::check(source, &compiler.names, compiler.has_leaks, &mut compiler.faults);
    compiler.aims_can_show(source);
    let playable = compiler.faults.iter().all(|fault| fault.rule.severity() != Severity::Error);
    (scenario.filter(|_| playable), compiler.faults)
}

fn languages(source: &ScenarioSource<'_>) -> Vec<Lang> {
    match &source.languages {
        Some(written) if !written.is_empty() => {
            Lang::ALL.into_iter().filter(|lang| written.contains(lang)).collect()
        }
        _ => Lang::ALL.to_vec(),
    }
}

/// What every part of the compiler needs: the names, the languages, and where to report.
struct Compiler<'s> {
    names: Names<'s>,
    languages: Vec<Lang>,
    faults: Vec<Diagnostic>,
    /// Whether there is a hand-over sheet to lead to.
    has_sheet: bool,
    /// Whether a choice was met that passes on a fact.
    has_leaks: bool,
    /// The draws of chance met so far.
    chances: Vec<Chance>,
}

impl Compiler<'_> {
    fn scenario(&mut self, source: &ScenarioSource<'_>) -> Option<Scenario> {
        let title = self.text(source.title.as_ref());
        let summary = self.text(source.summary.as_ref());
        let difficulty = self.number(source.difficulty.as_ref(), 1, 5);
        let minutes = self.number(source.minutes.as_ref(), 1, 120);
        let start = self.start(source);
        let speakers = self.speakers(source);
        let briefing = source.briefing.as_ref().and_then(|briefing| self.briefing(briefing));
        let content_notes =
            self.each(&source.content_notes, |compiler, note| compiler.content_note(note));
        let acts = self.acts(source);
        let clock = source.clock.as_ref().map(|clock| self.time(clock));
        let own_gauges = self.own_gauges(source);
        let facts = self.facts(source);
        let promises = self.promises(source);
        let sheet = source.sheet.as_ref().map(|sheet| self.sheet(sheet));
        let opens_at = source.opens_at.as_ref().and_then(|id| self.beat_name(id));
        let beats = self.beats(source);
        let endings = self.endings(source);
        let interrupts = self.interrupts(source);
        let personas = self.personas(source);
        let readings = self.readings(source);
        self.not_empty(source.skills.as_deref(), source, "skills");
        Some(Scenario {
            id: source.id.as_ref()?.value.to_string(),
            languages: self.languages.clone(),
            title: title?,
            summary: summary?,
            channel: source.channel?,
            difficulty: difficulty?,
            minutes: minutes?,
            skills: source.skills.clone()?,
            speakers: speakers?,
            customer: self.names.customer?,
            briefing: briefing?,
            start: start?,
            content_notes: content_notes?,
            acts: acts?,
            clock: clock.map_or(Some(None), |clock| clock.map(Some))?,
            own_gauges: own_gauges?,
            marks: self.names.marks.clone(),
            facts: facts?,
            promises: promises?,
            chances: std::mem::take(&mut self.chances),
            sheet: sheet.map_or(Some(None), |sheet| sheet.map(Some))?,
            opens_at: opens_at?,
            interrupts: interrupts?,
            beats: beats?,
            endings: endings?,
            readings: readings?,
            personas: personas?,
        })
    }

    fn not_empty<T>(
        &mut self,
        list: Option<&[T]>,
        source: &ScenarioSource<'_>,
        field: &'static str,
    ) {
        if list.is_some_and(<[T]>::is_empty) {
            self.faults.push(Diagnostic::new(Rule::Empty, source.head).with("field", field));
        }
    }

    /// A whole number that must lie within `min..=max`.
    fn number(&mut self, written: Option<&Spanned<i64>>, min: i64, max: i64) -> Option<u8> {
        let written = written?;
        let good = (min..=max).contains(&written.value).then_some(written.value);
        if good.is_none() {
            let finding = Diagnostic::new(Rule::OutOfRange, written.span)
                .with("written", written.value.to_string());
            self.faults.push(finding.with("min", min).with("max", max));
        }
        good.and_then(|value| u8::try_from(value).ok())
    }

    fn start(&mut self, source: &ScenarioSource<'_>) -> Option<Gauges> {
        let start = source.start.as_ref()?;
        let most = i64::from(Gauges::MAX);
        let anger = self.number(start.anger.as_ref(), 0, most);
        let trust = self.number(start.trust.as_ref(), 0, most);
        let mut gauges = Gauges::new(anger?, trust?);
        let own = source.gauges.0.iter().filter_map(|(_, gauge)| gauge.start.as_ref());
        for (value, start) in gauges.own.iter_mut().zip(own) {
            *value = u8::try_from(start.value.clamp(0, most)).unwrap_or_default();
        }
        Some(gauges)
    }

    /// The written speakers, then the trainee and the narrator, whom every scenario has.
    fn speakers(&mut self, source: &ScenarioSource<'_>) -> Option<Vec<Speaker>> {
        let written = source.speakers.as_ref()?;
        let mut speakers = Some(Vec::new());
        for (id, speaker) in &written.0 {
            let name = self.text(speaker.name.as_ref());
            let built = name.zip(speaker.role).map(|(name, role)| Speaker {
                id: id.value.to_string(),
                role,
                name,
                look: speaker.look,
            });
            speakers = speakers.zip(built).map(|(mut list, one)| {
                list.push(one);
                list
            });
        }
        if self.names.customer.is_none()
            && written.0.iter().all(|(_, speaker)| speaker.role.is_some())
        {
            self.faults.push(Diagnostic::new(Rule::Empty, source.head).with("field", "customer"));
        }
        let nobody = |(id, role): (&str, Role)| Speaker {
            id: id.to_owned(),
            role,
            name: Localized::same(""),
            look: None,
        };
        let mut speakers = speakers?;
        speakers.extend(names::BUILT_IN_SPEAKERS.map(nobody));
        Some(speakers)
    }

    fn briefing(&mut self, briefing: &BriefingSource<'_>) -> Option<Briefing> {
        let you = self.text(briefing.you.as_ref());
        let situation = self.text(briefing.situation.as_ref());
        let rules: Option<Vec<_>> = briefing
            .rules
            .as_ref()
            .map(|rules| self.each(&rules.0, |compiler, (_, text)| compiler.text(Some(text))))?;
        let known: Option<Vec<_>> = briefing
            .known
            .as_ref()
            .map(|known| self.each(&known.0, |compiler, (_, text)| compiler.text(Some(text))))?;
        Some(Briefing { you: you?, situation: situation?, rules: rules?, known: known? })
    }

    fn beats(&mut self, source: &ScenarioSource<'_>) -> Option<Vec<Beat>> {
        let written = source.beats.as_ref()?;
        self.not_empty(Some(&written.0), source, "beats");
        self.each(&written.0, |compiler, (id, beat)| compiler.beat(id, beat, source))
    }

    fn endings(&mut self, source: &ScenarioSource<'_>) -> Option<Vec<Ending>> {
        let written = source.endings.as_ref()?;
        self.not_empty(Some(&written.0), source, "endings");
        self.each(&written.0, |compiler, (id, ending)| {
            let (title, text) =
                (compiler.text(ending.title.as_ref()), compiler.text(ending.text.as_ref()));
            Some(Ending {
                id: id.value.to_string(),
                outcome: ending.outcome?,
                early: ending.early,
                critical: ending.critical,
                title: title?,
                text: text?,
            })
        })
    }

    /// Compiles every item, so that all faults are found; `None` if any item failed.
    fn each<S, T>(
        &mut self,
        items: &[S],
        mut one: impl FnMut(&mut Self, &S) -> Option<T>,
    ) -> Option<Vec<T>> {
        let mut built = Vec::with_capacity(items.len());
        built.extend(items.iter().filter_map(|item| one(self, item)));
        (built.len() == items.len()).then_some(built)
    }

    /// The same for lists that mostly have one item.
    fn few<S, T>(
        &mut self,
        items: &[S],
        mut one: impl FnMut(&mut Self, &S) -> Option<T>,
    ) -> Option<Few<T>> {
        let built: Few<T> = items.iter().filter_map(|item| one(self, item)).collect();
        (built.len() == items.len()).then_some(built)
    }

    fn beat_name(&mut self, id: &Text<'_>) -> Option<BeatIdx> {
        self.names.beat(id).map_err(|fault| self.faults.push(fault)).ok()
    }

    fn flag_name(&mut self, id: &Text<'_>) -> Option<Mark> {
        self.names.flag(id).map_err(|fault| self.faults.push(fault)).ok()
    }

    fn promise_name(&mut self, id: &Text<'_>) -> Option<PromiseIdx> {
        self.names.promise(id).map_err(|fault| self.faults.push(fault)).ok()
    }
}
