//! Beats and choices, put together from their parts.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Rule, Span, Spanned};
use crate::notation::{Few, Text, duplicate_id};
use crate::scenario::compile::Compiler;
use crate::scenario::compile::aims::aim;
use crate::scenario::compile::graph::leading_nowhere;
use crate::scenario::compile::texts::always_contains;
use crate::scenario::compile::ways::From;
use crate::scenario::source::{BeatSource, ChoiceSource, CueSource, MendsSource, ScenarioSource};
use crate::scenario::{Beat, Choice, ChoiceIdx, Cue, Effect, FactIdx, Line, Mends, Move};

/// A decision needs something to decide, and keys 1 to 9 to decide it with.
const CHOICES: std::ops::RangeInclusive<usize> = 2..=9;

impl Compiler<'_> {
    pub(super) fn beat(
        &mut self,
        id: &Text<'_>,
        source: &BeatSource<'_>,
        of: &ScenarioSource<'_>,
    ) -> Option<Beat> {
        let title = self.text(source.title.as_ref());
        let lines = self.lines(source.lines.as_ref());
        let enter = self.each(&source.enter, |compiler, enter| {
            let (when, effects) =
                (compiler.when(enter.when.as_deref()), compiler.effects(&enter.effects));
            Some((when?, effects?))
        });
        let tells = self.tells(&source.tells);
        let mends = match &source.mends {
            None => Some(None),
            Some(MendsSource::Before(_)) => Some(Some(Mends::Before)),
            Some(MendsSource::Named(id)) => self.beat_name(id).map(|beat| Some(Mends::Beat(beat))),
        };
        let unrated = source.topics.is_some() || source.aims.is_some();
        let cues = if unrated { Some(Vec::new()) } else { self.cues(id, source, lines.as_deref()) };
        let from = From::beat(source.mends.is_some());
        let next = source.next.as_ref().map(|next| self.moves(&next.0, from));
        let next = next.unwrap_or_else(|| Some(Few::new()));
        self.ratings_of(source);
        self.silence(id, source);
        for span in leading_nowhere(source) {
            let finding = Diagnostic::new(Rule::NoWayToAnEnding, span).with("id", &*id.value);
            self.faults.push(finding.with("route", &*id.value));
        }
        let act = self.act(id, source, of);
        let pull = source.pull.as_ref().map(|pull| self.pull(pull));
        let facilitator = source.facilitator.as_ref().map(|note| self.facilitator(note));
        let seconds = source.seconds.as_ref().map(|seconds| self.number(Some(seconds), 5, 240));
        let (choices, passes_when) = match (&source.topics, &source.aims) {
            (Some(topics), _) => {
                let (choices, passes) = self.topics(id, source, topics, next.as_deref());
                (choices, Some(passes))
            }
            (None, Some(aims)) => (self.aimed(id, source, aims, next.as_deref()), None),
            (None, None) => (self.choices(id, source, next.as_deref()), None),
        };
        let key = if unrated { Some(ChoiceIdx(0)) } else { self.key(id, source) };
        let rates: Option<Vec<_>> = source
            .rates
            .as_ref()
            .map(|rates| rates.iter().map(|indicator| indicator.value).collect());
        Some(Beat {
            id: id.value.to_string(),
            title: title?,
            act: act?,
            phase: source.phase,
            pull: pull.map_or(Some(None), |pull| pull.map(Some))?,
            facilitator: facilitator.map_or(Some(None), |note| note.map(Box::new).map(Some))?,
            seconds: seconds.map_or(Some(None), |seconds| seconds.map(Some))?.map(u16::from),
            passes_when,
            aims: source.aims.iter().flatten().map(aim).collect(),
            lines: lines?,
            enter: enter?,
            tells: tells?,
            cues: cues?,
            rates: if unrated { Vec::new() } else { rates? },
            key: key?,
            choices: choices?,
            next: next?,
            mends: mends?,
        })
    }

    /// Where there are acts, every beat belongs to one.
    fn act(
        &mut self,
        id: &Text<'_>,
        source: &BeatSource<'_>,
        of: &ScenarioSource<'_>,
    ) -> Option<Option<crate::scenario::ActIdx>> {
        match &source.act {
            Some(act) => {
                self.names.act(act).map_err(|fault| self.faults.push(fault)).ok().map(Some)
            }
            None if of.acts.0.is_empty() => Some(None),
            None => {
                let finding = Diagnostic::new(Rule::MissingField, id.span).with("field", "act");
                self.faults.push(finding.with("part", crate::lang::words::Arg::Word("part-beat")));
                None
            }
        }
    }

    /// A beat that does not wait for ever has one choice that stands for saying nothing, and no other beat has one.
    fn silence(&mut self, id: &Text<'_>, source: &BeatSource<'_>) {
        let silent: Vec<&ChoiceSource<'_>> =
            source.choices.iter().flatten().filter(|choice| choice.silence).collect();
        let fits = match (&source.seconds, silent.as_slice()) {
            (None, []) => true,
            (Some(_), [only]) => only.when.is_none(),
            _ => false,
        };
        if !fits {
            let span = silent.last().map_or(id.span, |choice| choice.head);
            self.faults.push(Diagnostic::new(Rule::SilenceUnclear, span).with("id", &*id.value));
        }
    }

    /// The best choice; one that cannot always be said would leave some trainees without a right answer.
    fn key(&mut self, beat: &Text<'_>, source: &BeatSource<'_>) -> Option<ChoiceIdx> {
        let beat = self.names.beat(beat).ok()?;
        let key = source.key.as_ref()?;
        let found = self.names.choice(beat, key).map_err(|fault| self.faults.push(fault)).ok()?;
        let written = source.choices.as_ref().and_then(|choices| choices.get(found.at()));
        if written.is_some_and(|choice| choice.when.is_some()) {
            let finding = Diagnostic::new(Rule::KeyNotAlways, key.span);
            self.faults.push(finding.with("id", &*key.value));
        }
        Some(found)
    }

    fn choices(
        &mut self,
        beat: &Text<'_>,
        source: &BeatSource<'_>,
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
        self.own_ids(written.iter().filter_map(|choice| choice.id.as_ref()));
        self.each(written, |compiler, choice| compiler.choice(beat, choice, next, source))
    }

    /// Ids that differ within their beat.
    pub(super) fn own_ids<'i>(&mut self, ids: impl Iterator<Item = &'i Text<'i>>) {
        let mut first: BTreeMap<&str, Span> = BTreeMap::new();
        for id in ids {
            super::names::good_id(id, &mut self.faults);
            if let Some(span) = first.insert(&id.value, id.span) {
                self.faults.push(duplicate_id(id, span));
                first.insert(&id.value, span);
            }
        }
    }

    fn choice(
        &mut self,
        beat: &Text<'_>,
        source: &ChoiceSource<'_>,
        next: Option<&[Move]>,
        of: &BeatSource<'_>,
    ) -> Option<Choice> {
        let (say, reply) = (self.text(source.say.as_ref()), self.lines(source.reply.as_ref()));
        let when = self.when(source.when.as_deref());
        let locked = source.locked.as_ref().map(|why| self.text(Some(why)));
        let thought = source.thought.as_ref().map(|thought| self.text(Some(thought)));
        let effects = self.effects(&source.effects);
        let takes = source.takes.as_ref().map_or(Some(0), |takes| self.minutes(takes));
        let tells = self.tells(&source.tells);
        self.has_leaks |= !source.leaks.is_empty();
        let (guesses, leaks) = (self.tells(&source.guesses), self.tells(&source.leaks));
        let (feedback, best_when) =
            (self.text(source.feedback.as_ref()), self.text(source.best_when.as_ref()));
        let moves = match &source.next {
            Some(own) => self.moves(&own.0, From::beat(of.mends.is_some())),
            None => next.map(|next| next.iter().cloned().collect()),
        };
        let ratings = self.ratings(of, source);
        let id = source.id.as_ref()?.value.to_string();
        let takes = takes?;
        let mut effects = effects?;
        effects.extend(self.names.chose_mark(&beat.value, &id).map(Effect::Set));
        Some(Choice {
            id,
            say: say?,
            when: when?,
            locked: locked.map_or(Some(None), |why| why.map(Some))?,
            silence: source.silence,
            reply: reply?,
            thought: thought.map_or(Some(None), |thought| thought.map(Some))?,
            ratings: ratings?,
            effects,
            takes,
            tells: tells?,
            guesses: guesses?,
            leaks: leaks?,
            critical: source.critical,
            moves: moves?,
            feedback: feedback?,
            best_when: best_when?,
        })
    }

    fn tells(&mut self, facts: &[Text<'_>]) -> Option<Vec<FactIdx>> {
        self.each(facts, |compiler, id| {
            compiler.names.fact(id).map_err(|fault| compiler.faults.push(fault)).ok()
        })
    }

    /// Every decision has a cue that can be pointed at.
    fn cues(
        &mut self,
        id: &Text<'_>,
        source: &BeatSource<'_>,
        lines: Option<&[Line]>,
    ) -> Option<Vec<Cue>> {
        let written = source.cues.as_ref().map_or(&[][..], |cues| &cues.0);
        if written.is_empty() {
            self.faults.push(Diagnostic::new(Rule::NoCue, id.span).with("id", &*id.value));
            return None;
        }
        self.each(written, |compiler, cue| match cue {
            CueSource::Line(text) => {
                let words = compiler.text(Some(text))?;
                let lines = lines?;
                for at in 0..compiler.languages.len() {
                    let lang = compiler.languages[at];
                    let said =
                        lines.iter().any(|line| always_contains(line, words.get(lang), lang));
                    if !said {
                        let finding = Diagnostic::new(Rule::CueNotSaid, text.head())
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
            CueSource::Promise(id) => compiler.promise_name(id).map(Cue::Promise),
        })
    }

    /// How many minutes of the story something takes: less than a day.
    fn minutes(&mut self, written: &Spanned<i64>) -> Option<u16> {
        let good = (0..24 * 60).contains(&written.value).then_some(written.value);
        if good.is_none() {
            let finding = Diagnostic::new(Rule::OutOfRange, written.span)
                .with("written", written.value.to_string());
            self.faults.push(finding.with("min", 0_i64).with("max", 24 * 60 - 1_i64));
        }
        good.and_then(|value| u16::try_from(value).ok())
    }
}
