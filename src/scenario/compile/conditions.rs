//! Conditions, effects, moves and interrupts, their names resolved.

use crate::diagnostic::{Diagnostic, Rule, Spanned};
use crate::scenario::compile::Compiler;
use crate::scenario::source::{
    ConditionSource, EffectSource, MoveSource, ScenarioSource, TargetSource,
};
use crate::scenario::{Condition, Effect, EndingIdx, Gauges, Move, Target};

impl Compiler<'_> {
    /// A condition that may be left out.
    pub(super) fn when(&mut self, condition: Option<&ConditionSource>) -> Option<Condition> {
        condition.map_or(Some(Condition::Always), |condition| self.condition(condition))
    }

    fn condition(&mut self, condition: &ConditionSource) -> Option<Condition> {
        match condition {
            ConditionSource::Is(flag) => self.flag_name(flag).map(Condition::Is),
            ConditionSource::Told(fact) => self
                .names
                .fact(fact)
                .map_err(|fault| self.faults.push(fault))
                .ok()
                .map(Condition::Told),
            ConditionSource::Chose(beat, choice) => self.chose(beat, choice),
            ConditionSource::Gauge(gauge, min, max, _) => {
                let most = i64::from(Gauges::MAX);
                let low = min.as_ref().map_or(Some(0), |min| self.number(Some(min), 0, most));
                let high =
                    max.as_ref().map_or(Some(Gauges::MAX), |max| self.number(Some(max), 0, most));
                Some(Condition::Gauge(*gauge, low?, high?))
            }
            ConditionSource::Not(inner) => {
                self.condition(inner).map(|inner| Condition::Not(Box::new(inner)))
            }
            ConditionSource::Any(list) => self.each(list, Self::condition).map(Condition::Any),
            ConditionSource::All(list) => self.each(list, Self::condition).map(Condition::All),
        }
    }

    fn chose(&mut self, beat: &Spanned<String>, choice: &Spanned<String>) -> Option<Condition> {
        let idx = self.beat_name(beat)?;
        self.names.choice(idx, choice).map_err(|fault| self.faults.push(fault)).ok()?;
        self.names.chose_flag(&beat.value, &choice.value).map(Condition::Is)
    }

    /// What a choice or an entrance changes.
    pub(super) fn effects(&mut self, effects: &[EffectSource]) -> Option<Vec<Effect>> {
        self.each(effects, |compiler, effect| match effect {
            EffectSource::Gauge(gauge, by) => {
                let most = i64::from(Gauges::MAX);
                if !(-most..=most).contains(&by.value) {
                    let finding = Diagnostic::new(Rule::OutOfRange, by.span)
                        .with("written", by.value.to_string());
                    compiler.faults.push(finding.with("min", -most).with("max", most));
                    return None;
                }
                i8::try_from(by.value).ok().map(|by| Effect::Gauge(*gauge, by))
            }
            EffectSource::Set(flag) => compiler.flag_name(flag).map(Effect::Set),
            EffectSource::Clear(flag) => compiler.flag_name(flag).map(Effect::Clear),
        })
    }

    /// Where a beat or a choice leads.
    pub(super) fn moves(
        &mut self,
        moves: &[MoveSource],
        in_second_chance: bool,
    ) -> Option<Vec<Move>> {
        self.one_last_without_condition(moves, |way| (way.when.is_some(), way.span));
        self.each(moves, |compiler, way| {
            let when = compiler.when(way.when.as_ref());
            let to = match way.to.as_ref()? {
                TargetSource::Named(id) => {
                    compiler.names.target(id).map_err(|fault| compiler.faults.push(fault)).ok()
                }
                TargetSource::Back(_) if in_second_chance => Some(Target::Back),
                TargetSource::Back(span) => {
                    compiler.faults.push(Diagnostic::new(Rule::NothingToMend, *span));
                    None
                }
            };
            Some(Move { when: when?, to: to? })
        })
    }

    /// An interrupt ends the talk, so it leads to an ending.
    pub(super) fn ending_target(&mut self, to: &TargetSource) -> Option<EndingIdx> {
        match to {
            TargetSource::Named(id) => self.ending_name(id),
            TargetSource::Back(span) => {
                self.faults.push(Diagnostic::new(Rule::NothingToMend, *span));
                None
            }
        }
    }
}

/// Calls `found` for every `Chose` in the scenario.
pub(super) fn each_chose(
    source: &ScenarioSource,
    found: &mut impl FnMut(&Spanned<String>, &Spanned<String>),
) {
    let mut visit = |condition: Option<&ConditionSource>| {
        if let Some(condition) = condition {
            chose_inside(condition, found);
        }
    };
    for interrupt in &source.interrupts {
        visit(interrupt.when.as_ref());
    }
    for (_, beat) in source.beats.iter().flat_map(|beats| &beats.0) {
        for enter in &beat.enter {
            visit(enter.when.as_ref());
        }
        let choices = beat.choices.iter().flatten();
        let replies = choices.clone().filter_map(|choice| choice.reply.as_ref());
        for line in beat.lines.iter().chain(replies).flat_map(|lines| &lines.0) {
            visit(line.when.as_ref());
            for variant in &line.say {
                visit(variant.when.as_ref());
            }
        }
        let of_choices = choices.filter_map(|choice| choice.next.as_ref());
        for way in beat.next.iter().chain(of_choices).flat_map(|next| &next.0) {
            visit(way.when.as_ref());
        }
    }
}

fn chose_inside(
    condition: &ConditionSource,
    found: &mut impl FnMut(&Spanned<String>, &Spanned<String>),
) {
    match condition {
        ConditionSource::Chose(beat, choice) => found(beat, choice),
        ConditionSource::Not(inner) => chose_inside(inner, found),
        ConditionSource::Any(list) | ConditionSource::All(list) => {
            for inner in list {
                chose_inside(inner, found);
            }
        }
        ConditionSource::Is(_) | ConditionSource::Told(_) | ConditionSource::Gauge(..) => {}
    }
}
