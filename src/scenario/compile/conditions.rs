//! Conditions and effects, their names resolved.

use crate::diagnostic::{Diagnostic, Rule};
use crate::notation::{OneOrMany, Text};
use crate::scenario::compile::Compiler;
use crate::scenario::source::{
    ConditionSource, EffectSource, GaugeSource, MoveSource, RightSource, ScenarioSource,
};
use crate::scenario::{Condition, Effect, Gauge, Gauges, Time};

impl Compiler<'_> {
    /// A condition that may be left out.
    pub(super) fn when(&mut self, condition: Option<&ConditionSource<'_>>) -> Option<Condition> {
        condition.map_or(Some(Condition::Always), |condition| self.condition(condition))
    }

    fn condition(&mut self, condition: &ConditionSource<'_>) -> Option<Condition> {
        match condition {
            ConditionSource::Is(flag) => self.flag_name(flag).map(Condition::Is),
            ConditionSource::Told(fact) => self.fact_mark(fact, 0),
            ConditionSource::Guessed(fact) => self.fact_mark(fact, 1),
            ConditionSource::Leaked(fact) => self.fact_mark(fact, 2),
            ConditionSource::Promised(promise) => self.promise_mark(promise, 0),
            ConditionSource::Kept(promise) => self.promise_mark(promise, 1),
            ConditionSource::Broken(promise) => self.promise_mark(promise, 2),
            ConditionSource::Noted(entry) => self
                .names
                .entry(entry)
                .map_err(|fault| self.faults.push(fault))
                .ok()
                .map(Condition::Is),
            ConditionSource::Chose(beat, choice) => self.chose(beat, choice),
            ConditionSource::Clock(from, until) => {
                let from = from.as_ref().map_or(Some(Time(0)), |from| self.time(from));
                let until = until.as_ref().map_or(Some(Time::LAST), |until| self.time(until));
                Some(Condition::Clock(from?, until?))
            }
            ConditionSource::Gauge(gauge, min, max, _) => {
                let most = i64::from(Gauges::MAX);
                let low = min.as_ref().map_or(Some(0), |min| self.number(Some(min), 0, most));
                let high =
                    max.as_ref().map_or(Some(Gauges::MAX), |max| self.number(Some(max), 0, most));
                let (low, high) = (low?, high?);
                if let (Some(max), true) = (max, low > high) {
                    // Between these limits there is nothing.
                    self.number(Some(max), i64::from(low), most);
                    return None;
                }
                Some(Condition::Gauge(self.gauge(gauge)?, low, high))
            }
            ConditionSource::Not(inner) => {
                self.condition(inner).map(|inner| Condition::Not(Box::new(inner)))
            }
            ConditionSource::Any(list) => self.each(list, Self::condition).map(Condition::Any),
            ConditionSource::All(list) => self.each(list, Self::condition).map(Condition::All),
        }
    }

    fn chose(&mut self, beat: &Text<'_>, choice: &Text<'_>) -> Option<Condition> {
        let idx = self.beat_name(beat)?;
        self.names.choice(idx, choice).map_err(|fault| self.faults.push(fault)).ok()?;
        self.names.chose_mark(&beat.value, &choice.value).map(Condition::Is)
    }

    fn fact_mark(&mut self, fact: &Text<'_>, which: usize) -> Option<Condition> {
        let fact = self.names.fact(fact).map_err(|fault| self.faults.push(fault)).ok()?;
        self.names.fact_marks.get(fact.at()).map(|marks| Condition::Is(marks[which]))
    }

    fn promise_mark(&mut self, promise: &Text<'_>, which: usize) -> Option<Condition> {
        let promise = self.promise_name(promise)?;
        self.names.promise_marks.get(promise.at()).map(|marks| Condition::Is(marks[which]))
    }

    /// When an entry belongs on the hand-over sheet.
    pub(super) fn right(&mut self, right: &RightSource<'_>) -> Option<Condition> {
        match right {
            RightSource::Always => Some(Condition::Always),
            RightSource::Never => Some(Condition::Not(Box::new(Condition::Always))),
            RightSource::When(condition) => self.condition(condition),
        }
    }

    /// A moment of the story.
    pub(super) fn time(&mut self, written: &Text<'_>) -> Option<Time> {
        let time = Time::from_written(&written.value);
        if time.is_none() {
            let finding = Diagnostic::new(Rule::BadTime, written.span);
            self.faults.push(finding.with("written", &*written.value));
        }
        time
    }

    fn gauge(&mut self, gauge: &GaugeSource<'_>) -> Option<Gauge> {
        match gauge {
            GaugeSource::Known(gauge) => Some(*gauge),
            GaugeSource::Own(id) => {
                self.names.gauge(id).map_err(|fault| self.faults.push(fault)).ok()
            }
        }
    }

    /// What a choice or an entrance changes.
    pub(super) fn effects(&mut self, effects: &[EffectSource<'_>]) -> Option<Vec<Effect>> {
        self.each(effects, |compiler, effect| match effect {
            EffectSource::Gauge(gauge, by) => {
                let most = i64::from(Gauges::MAX);
                if !(-most..=most).contains(&by.value) {
                    let finding = Diagnostic::new(Rule::OutOfRange, by.span)
                        .with("written", by.value.to_string());
                    compiler.faults.push(finding.with("min", -most).with("max", most));
                    return None;
                }
                let gauge = compiler.gauge(gauge)?;
                i8::try_from(by.value).ok().map(|by| Effect::Gauge(gauge, by))
            }
            EffectSource::Promise(id) => compiler.promise_name(id).map(Effect::Promise),
            EffectSource::Keep(id) => compiler.promise_name(id).map(Effect::Keep),
            EffectSource::Break(id) => compiler.promise_name(id).map(Effect::Break),
            EffectSource::Set(flag) => compiler.flag_name(flag).map(Effect::Set),
            EffectSource::Clear(flag) => compiler.flag_name(flag).map(Effect::Clear),
        })
    }
}

/// Calls `found` for every `Chose` in the scenario.
pub(super) fn each_chose<'s>(
    source: &'s ScenarioSource<'s>,
    found: &mut impl FnMut(&'s Text<'s>, &'s Text<'s>),
) {
    each_condition(source, &mut |condition| chose_inside(condition, found));
}

/// Calls `found` for every condition that stands on its own in the scenario.
fn each_condition<'s>(
    source: &'s ScenarioSource<'s>,
    found: &mut impl FnMut(&'s ConditionSource<'s>),
) {
    let mut visit = |condition: Option<&'s ConditionSource<'s>>| {
        if let Some(condition) = condition {
            found(condition);
        }
    };
    for interrupt in &source.interrupts {
        visit(interrupt.when.as_deref());
    }
    if let Some(sheet) = &source.sheet {
        for way in sheet.next.iter().flat_map(|next| &next.0) {
            visit(way.when.as_deref());
        }
        for (_, entry) in sheet.entries.iter().flat_map(|entries| &entries.0) {
            if let Some(RightSource::When(condition)) = &entry.right {
                visit(Some(condition));
            }
        }
    }
    for (_, beat) in source.beats.iter().flat_map(|beats| &beats.0) {
        for enter in &beat.enter {
            visit(enter.when.as_deref());
        }
        for topic in beat.topics.iter().flatten() {
            visit(topic.when.as_deref());
        }
        let choices = beat.choices.iter().flatten();
        for choice in choices.clone() {
            visit(choice.when.as_deref());
        }
        let of_aims = beat.aims.iter().flatten().filter_map(|aim| aim.reply.as_ref());
        let replies = choices.clone().filter_map(|choice| choice.reply.as_ref()).chain(of_aims);
        for line in beat.lines.iter().chain(replies).flat_map(|lines| &lines.0) {
            visit(line.when.as_deref());
            for variant in &line.say {
                visit(variant.when.as_deref());
            }
        }
        let of_choices = choices.filter_map(|choice| choice.next.as_ref());
        for way in beat
            .next
            .iter()
            .chain(of_choices)
            .flat_map(|next: &'s OneOrMany<MoveSource<'s>>| &next.0)
        {
            visit(way.when.as_deref());
        }
    }
}

fn chose_inside<'s>(
    condition: &'s ConditionSource<'s>,
    found: &mut impl FnMut(&'s Text<'s>, &'s Text<'s>),
) {
    match condition {
        ConditionSource::Chose(beat, choice) => found(beat, choice),
        ConditionSource::Not(inner) => chose_inside(inner, found),
        ConditionSource::Any(list) | ConditionSource::All(list) => {
            for inner in list {
                chose_inside(inner, found);
            }
        }
        ConditionSource::Is(_)
        | ConditionSource::Told(_)
        | ConditionSource::Guessed(_)
        | ConditionSource::Leaked(_)
        | ConditionSource::Promised(_)
        | ConditionSource::Kept(_)
        | ConditionSource::Broken(_)
        | ConditionSource::Noted(_)
        | ConditionSource::Clock(..)
        | ConditionSource::Gauge(..) => {}
    }
}
