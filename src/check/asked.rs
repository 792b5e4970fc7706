//! What conditions ask for and what ever comes about, held against each other: flags, facts and promises.

use crate::diagnostic::{Diagnostic, Rule, Span};
use crate::scenario::source::{ScenarioSource, Text};
use crate::scenario::{Beat, Condition, Effect, Fact, FactIdx, FactKind, Line, Mark, Scenario};
use crate::session::Marks;

/// What is asked for and never comes about, and flags that come about and are never asked for.
pub(super) fn check(source: &ScenarioSource<'_>, scenario: &Scenario) -> Vec<Diagnostic> {
    let (asked, comes) = (asked(scenario), comes_about(scenario));
    let mut found = Vec::new();
    for (mark, span) in flags(source, scenario) {
        let rule = match (asked.has(mark), comes.has(mark)) {
            (true, false) => Rule::NeverSo,
            (false, _) => Rule::NeverAsked,
            (true, true) => continue,
        };
        found.push(Diagnostic::new(rule, span).with("what", &*scenario.marks[mark.at()]));
    }
    let never_so = |(mark, span): &(Mark, Span)| {
        (asked.has(*mark) && !comes.has(*mark)).then(|| {
            Diagnostic::new(Rule::NeverSo, *span).with("what", &*scenario.marks[mark.at()])
        })
    };
    found.extend(facts(source, scenario).iter().filter_map(never_so));
    found.extend(promises(source, scenario, comes).iter().filter_map(never_so));
    found
}

/// The mark of each flag, and where the flag is declared.
fn flags(source: &ScenarioSource<'_>, scenario: &Scenario) -> Vec<(Mark, Span)> {
    let marks = || (0..).map(Mark).zip(&scenario.marks);
    let of = |flag: &Text<'_>| {
        let name = format!("Is(\"{}\")", flag.value);
        let (mark, _) = marks().find(|(_, known)| **known == name)?;
        Some((mark, flag.span))
    };
    source.flags.iter().filter_map(of).collect()
}

/// The marks of each fact; that a hidden one is never told is a finding of its own.
fn facts(source: &ScenarioSource<'_>, scenario: &Scenario) -> Vec<(Mark, Span)> {
    let written = scenario.facts.iter().zip(&source.facts.0);
    let marks = |(fact, (id, _)): (&Fact, &(Text<'_>, _))| {
        let told = (fact.kind != FactKind::Hidden).then_some(fact.told);
        let marks = told.into_iter().chain([fact.guessed, fact.leaked]);
        marks.map(|mark| (mark, id.span)).collect::<Vec<_>>()
    };
    written.flat_map(marks).collect()
}

/// What can become of each promise that is made; that one is never made is a finding of its own.
fn promises(source: &ScenarioSource<'_>, scenario: &Scenario, comes: Marks) -> Vec<(Mark, Span)> {
    let written = scenario.promises.iter().zip(&source.promises.0);
    let made = written.filter(|(promise, _)| comes.has(promise.made));
    made.flat_map(|(promise, (id, _))| [(promise.kept, id.span), (promise.broken, id.span)])
        .collect()
}

/// Everything that some choice or some way to a beat brings about.
fn comes_about(scenario: &Scenario) -> Marks {
    let choices = || scenario.beats.iter().flat_map(|beat| &beat.choices);
    let facts = |list: &[FactIdx], mark: fn(&Fact) -> Mark| {
        list.iter().map(|fact| mark(&scenario.facts[fact.at()])).collect::<Vec<_>>()
    };
    let told = scenario.beats.iter().flat_map(|beat| facts(&beat.tells, |fact| fact.told));
    let of_choices = choices().flat_map(|choice| {
        let told = facts(&choice.tells, |fact| fact.told);
        let guessed = facts(&choice.guesses, |fact| fact.guessed);
        let leaked = facts(&choice.leaks, |fact| fact.leaked);
        told.into_iter().chain(guessed).chain(leaked)
    });
    let entering = scenario.beats.iter().flat_map(|beat| &beat.enter);
    let effects = choices()
        .flat_map(|choice| &choice.effects)
        .chain(entering.flat_map(|(_, effects)| effects))
        .chain(scenario.facts.iter().flat_map(|fact| &fact.guess));
    let of_effects = effects.filter_map(|effect| match *effect {
        Effect::Set(mark) => Some(mark),
        Effect::Promise(at) => Some(scenario.promises[at.at()].made),
        Effect::Keep(at) => Some(scenario.promises[at.at()].kept),
        Effect::Break(at) => Some(scenario.promises[at.at()].broken),
        Effect::Gauge(..) | Effect::Clear(_) => None,
    });
    // The clock breaks what comes due.
    let due = scenario.promises.iter().filter(|promise| promise.due.is_some());
    let due = due.map(|promise| promise.broken);
    told.chain(of_choices).chain(of_effects).chain(due).fold(Marks::default(), Marks::with)
}

/// Everything that a condition asks for.
fn asked(scenario: &Scenario) -> Marks {
    let mut asked = Marks::default();
    let mut ask = |condition: &Condition| read(condition, &mut asked);
    scenario.interrupts.iter().for_each(|interrupt| ask(&interrupt.when));
    if let Some(sheet) = &scenario.sheet {
        sheet.entries.iter().for_each(|entry| ask(&entry.right));
        sheet.next.iter().for_each(|way| ask(&way.when));
    }
    scenario.beats.iter().for_each(|beat| of_beat(beat, &mut ask));
    asked
}

fn of_beat(beat: &Beat, ask: &mut impl FnMut(&Condition)) {
    beat.passes_when.iter().for_each(&mut *ask);
    beat.enter.iter().for_each(|(when, _)| ask(when));
    beat.next.iter().for_each(|way| ask(&way.when));
    beat.lines.iter().for_each(|line| of_line(line, ask));
    for choice in &beat.choices {
        ask(&choice.when);
        choice.moves.iter().for_each(|way| ask(&way.when));
        choice.reply.iter().for_each(|line| of_line(line, ask));
    }
}

fn of_line(line: &Line, ask: &mut impl FnMut(&Condition)) {
    ask(&line.when);
    line.variants.iter().for_each(|(when, _)| ask(when));
}

fn read(condition: &Condition, asked: &mut Marks) {
    match condition {
        Condition::Always | Condition::Clock(..) | Condition::Gauge(..) => {}
        Condition::Is(mark) => *asked = asked.with(*mark),
        Condition::AtLeast(_, marks) => {
            *asked = marks.iter().fold(*asked, |all, mark| all.with(*mark));
        }
        Condition::Not(inner) => read(inner, asked),
        Condition::Any(list) | Condition::All(list) => {
            list.iter().for_each(|inner| read(inner, asked));
        }
    }
}
