//! Beats and choices, put together from their parts.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Rule, Span, Spanned};
use crate::notation::duplicate_id;
use crate::scenario::compile::Compiler;
use crate::scenario::compile::texts::always_contains;
use crate::scenario::source::{BeatSource, ChoiceSource, CueSource, MendsSource};
use crate::scenario::{Beat, Choice, Cue, Effect, FactIdx, Line, Mends, Move};

/// A decision needs something to decide, and keys 1 to 9 to decide it with.
const CHOICES: std::ops::RangeInclusive<usize> = 2..=9;

impl Compiler<'_> {
    pub(super) fn beat(&mut self, id: &Spanned<String>, source: &BeatSource) -> Option<Beat> {
        let title = self.text(source.title.as_ref());
        let lines = self.lines(source.lines.as_ref());
        let enter = self.each(&source.enter, |compiler, enter| {
            let (when, effects) =
                (compiler.when(enter.when.as_ref()), compiler.effects(&enter.effects));
            Some((when?, effects?))
        });
        let tells = self.tells(&source.tells);
        let mends = match &source.mends {
            None => Some(None),
            Some(MendsSource::Before(_)) => Some(Some(Mends::Before)),
            Some(MendsSource::Named(id)) => self.beat_name(id).map(|beat| Some(Mends::Beat(beat))),
        };
        let cues = self.cues(id, source, lines.as_deref());
        let second_chance = source.mends.is_some();
        let next = source.next.as_ref().map(|next| self.moves(&next.0, second_chance));
        let next = next.unwrap_or_else(|| Some(Vec::new()));
        self.ratings_of(source);
        let choices = self.choices(id, source, next.as_deref());
        let key = self.key(id, source);
        let rates: Vec<_> =
            source.rates.as_ref()?.iter().map(|indicator| indicator.value).collect();
        Some(Beat {
            id: id.value.clone(),
            title: title?,
            lines: lines?,
            enter: enter?,
            tells: tells?,
            cues: cues?,
            rates,
            key: key?,
            choices: choices?,
            next: next?,
            mends: mends?,
        })
    }

    fn key(
        &mut self,
        beat: &Spanned<String>,
        source: &BeatSource,
    ) -> Option<crate::scenario::ChoiceIdx> {
        let beat = self.names.beat(beat).ok()?;
        let key = source.key.as_ref()?;
        self.names.choice(beat, key).map_err(|fault| self.faults.push(fault)).ok()
    }

    fn choices(
        &mut self,
        beat: &Spanned<String>,
        source: &BeatSource,
        next: Option<&[Move]>,
    ) -> Option<Vec<Choice>> {
        let written = source.choices.as_ref()?;
        if !CHOICES.contains(&written.len()) {
            let rule = if written.len() < 2 { Rule::Empty } else { Rule::TooMany };
            self.faults.push(
                Diagnostic::new(rule, source.head)
                    .with("field", "choices")
                    .with("most", *CHOICES.end()),
            );
        }
        let mut first: BTreeMap<&str, Span> = BTreeMap::new();
        for id in written.iter().filter_map(|choice| choice.id.as_ref()) {
            super::names::good_id(id, &mut self.faults);
            if let Some(span) = first.insert(&id.value, id.span) {
                self.faults.push(duplicate_id(id, span));
                first.insert(&id.value, span);
            }
        }
        let second_chance = source.mends.is_some();
        self.each(written, |compiler, choice| {
            compiler.choice(beat, choice, next, second_chance, source)
        })
    }

    fn choice(
        &mut self,
        beat: &Spanned<String>,
        source: &ChoiceSource,
        next: Option<&[Move]>,
        second_chance: bool,
        of: &BeatSource,
    ) -> Option<Choice> {
        let (say, reply) = (self.text(source.say.as_ref()), self.lines(source.reply.as_ref()));
        let effects = self.effects(&source.effects);
        let tells = self.tells(&source.tells);
        let (feedback, best_when) =
            (self.text(source.feedback.as_ref()), self.text(source.best_when.as_ref()));
        let moves = match &source.next {
            Some(own) => self.moves(&own.0, second_chance),
            None => next.map(<[Move]>::to_vec),
        };
        let ratings = self.ratings(of, source);
        let id = source.id.as_ref()?.value.clone();
        let mut effects = effects?;
        effects.extend(self.names.chose_flag(&beat.value, &id).map(Effect::Set));
        Some(Choice {
            id,
            say: say?,
            reply: reply?,
            ratings: ratings?,
            effects,
            tells: tells?,
            critical: source.critical,
            moves: moves?,
            feedback: feedback?,
            best_when: best_when?,
        })
    }

    fn tells(&mut self, facts: &[Spanned<String>]) -> Option<Vec<FactIdx>> {
        self.each(facts, |compiler, id| {
            compiler.names.fact(id).map_err(|fault| compiler.faults.push(fault)).ok()
        })
    }

    /// Every decision has a cue that can be pointed at.
    fn cues(
        &mut self,
        id: &Spanned<String>,
        source: &BeatSource,
        lines: Option<&[Line]>,
    ) -> Option<Vec<Cue>> {
        let written = source.cues.as_ref().map_or(&[][..], |cues| &cues.0);
        if written.is_empty() {
            self.faults.push(Diagnostic::new(Rule::NoCue, id.span).with("id", id.value.as_str()));
            return None;
        }
        self.each(written, |compiler, cue| match cue {
            CueSource::Line(text) => {
                let words = compiler.text(Some(text))?;
                let lines = lines?;
                for lang in compiler.languages.clone() {
                    let said =
                        lines.iter().any(|line| always_contains(line, words.get(lang), lang));
                    if !said {
                        let finding = Diagnostic::new(Rule::CueNotSaid, text.head)
                            .with("cue", words.get(lang));
                        compiler.faults.push(finding.with("lang", lang.code()));
                    }
                }
                Some(Cue::Line(words))
            }
            CueSource::Rule(id) => compiler
                .names
                .rule(id)
                .map_err(|fault| compiler.faults.push(fault))
                .ok()
                .map(Cue::Rule),
            CueSource::Known(id) => compiler
                .names
                .known(id)
                .map_err(|fault| compiler.faults.push(fault))
                .ok()
                .map(Cue::Known),
            CueSource::Fact(id) => compiler
                .names
                .fact(id)
                .map_err(|fault| compiler.faults.push(fault))
                .ok()
                .map(Cue::Fact),
        })
    }
}
