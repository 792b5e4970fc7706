//! Moves, chance and interrupts: where a talk goes, the names resolved.

use crate::diagnostic::{Diagnostic, Rule, Span};
use crate::lang::words::Arg;
use crate::notation::Few;
use crate::scenario::compile::Compiler;
use crate::scenario::source::{MoveSource, OutcomeSource, ScenarioSource, TargetSource};
use crate::scenario::{Chance, ChanceIdx, Interrupt, Move, Target};

/// Where something stands that leads on, and so what it may lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    /// A main beat.
    Main,
    /// A second chance, which can go back.
    SecondChance,
    /// The hand-over sheet, which is filled once.
    Sheet,
}

impl From {
    pub(super) fn beat(second_chance: bool) -> Self {
        if second_chance { Self::SecondChance } else { Self::Main }
    }
}

impl Compiler<'_> {
    /// Where a beat, a choice or the sheet leads.
    pub(super) fn moves(&mut self, moves: &[MoveSource<'_>], from: From) -> Option<Few<Move>> {
        self.one_last_without_condition(moves, |way| (way.when.is_some(), way.span));
        self.few(moves, |compiler, way| {
            let when = compiler.when(way.when.as_deref());
            let to = compiler.target(way.to.as_ref()?, from);
            Some(Move { when: when?, to: to? })
        })
    }

    fn target(&mut self, to: &TargetSource<'_>, from: From) -> Option<Target> {
        match to {
            TargetSource::Named(id) => {
                self.names.target(id).map_err(|fault| self.faults.push(fault)).ok()
            }
            TargetSource::Back(_) if from == From::SecondChance => Some(Target::Back),
            TargetSource::Back(span) => self.misplaced(Rule::NothingToMend, *span),
            TargetSource::Sheet(_) if self.has_sheet && from != From::Sheet => Some(Target::Sheet),
            TargetSource::Sheet(span) => self.misplaced(Rule::NoSheet, *span),
            TargetSource::Chance(outcomes, span) => self.chance(outcomes, *span, from),
        }
    }

    fn misplaced(&mut self, rule: Rule, span: Span) -> Option<Target> {
        self.faults.push(Diagnostic::new(rule, span));
        None
    }

    /// A draw has two outcomes at least, and does not draw again.
    fn chance(&mut self, outcomes: &[OutcomeSource<'_>], span: Span, from: From) -> Option<Target> {
        if outcomes.len() < 2 {
            self.faults.push(Diagnostic::new(Rule::Empty, span).with("field", "chance"));
        }
        let outcomes = self.each(outcomes, |compiler, outcome| {
            let weight = compiler.number(outcome.weight.as_ref(), 1, 100);
            let to = match outcome.to.as_ref()? {
                TargetSource::Chance(_, span) => {
                    let finding = Diagnostic::new(Rule::WrongKind, *span);
                    compiler.faults.push(finding.with("expected", Arg::Word("part-id")));
                    None
                }
                other => compiler.target(other, from),
            };
            Some((u32::from(weight?), to?))
        })?;
        let at = u16::try_from(self.chances.len()).ok()?;
        self.chances.push(Chance { outcomes });
        Some(Target::Chance(ChanceIdx(at)))
    }

    /// What breaks in leads to an ending, or to a beat.
    pub(super) fn interrupts(&mut self, source: &ScenarioSource<'_>) -> Option<Vec<Interrupt>> {
        let marks = self.names.interrupt_marks.clone();
        let numbered: Vec<_> = source.interrupts.iter().zip(marks).collect();
        self.each(&numbered, |compiler, (interrupt, struck)| {
            let when = compiler.when(interrupt.when.as_deref());
            let to = match interrupt.to.as_ref()? {
                named @ TargetSource::Named(_) => compiler.target(named, From::Main),
                TargetSource::Back(span) => compiler.misplaced(Rule::NothingToMend, *span),
                TargetSource::Sheet(span) | TargetSource::Chance(_, span) => {
                    compiler.misplaced(Rule::NoSheet, *span)
                }
            };
            Some(Interrupt { when: when?, to: to?, struck: *struck })
        })
    }
}
