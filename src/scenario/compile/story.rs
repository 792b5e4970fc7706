//! Acts, facts, promises, the hand-over sheet, notes and personas, their names resolved.

use crate::diagnostic::{Diagnostic, Rule};
use crate::notation::Text;
use crate::scenario::compile::Compiler;
use crate::scenario::compile::ways::From;
use crate::scenario::source::{
    FacilitatorSource, NoteSource, PersonaSource, PromiseSource, PullSource, ScenarioSource,
    SheetSource,
};
use crate::scenario::{
    Act, ContentNote, FacilitatorNote, Fact, OwnGauge, Persona, Promise, Pull, Sheet, SheetEntry,
    SpeakerIdx, Time,
};

impl Compiler<'_> {
    pub(super) fn content_note(&mut self, source: &NoteSource<'_>) -> Option<ContentNote> {
        let text = self.text(source.text.as_ref());
        Some(ContentNote { of: source.of, text: text? })
    }

    pub(super) fn acts(&mut self, source: &ScenarioSource<'_>) -> Option<Vec<Act>> {
        self.each(&source.acts.0, |compiler, (id, act)| {
            let title = compiler.text(act.title.as_ref());
            let opens_at = match &act.opens_at {
                None => Some(None),
                Some(time) => compiler.time(time).map(Some),
            };
            Some(Act {
                id: id.value.to_string(),
                title: title?,
                channel: act.channel?,
                opens_at: opens_at?,
            })
        })
    }

    pub(super) fn own_gauges(&mut self, source: &ScenarioSource<'_>) -> Option<Vec<OwnGauge>> {
        self.each(&source.gauges.0, |compiler, (id, gauge)| {
            let name = compiler.text(gauge.name.as_ref());
            let start = compiler.number(gauge.start.as_ref(), 0, 10);
            Some(OwnGauge { id: id.value.to_string(), name: name?, start: start? })
        })
    }

    pub(super) fn facts(&mut self, source: &ScenarioSource<'_>) -> Option<Vec<Fact>> {
        let marks = self.names.fact_marks.clone();
        let marked: Vec<_> = source.facts.0.iter().zip(marks).collect();
        self.each(&marked, |compiler, ((id, fact), [told, guessed, leaked])| {
            let holder = compiler.speaker_or_customer(fact.holder.as_ref());
            let (text, opens) =
                (compiler.text(fact.text.as_ref()), compiler.text(fact.opens.as_ref()));
            let guess = compiler.effects(&fact.guess);
            Some(Fact {
                id: id.value.to_string(),
                kind: fact.kind,
                holder: holder?,
                text: text?,
                opens: opens?,
                guess: guess?,
                told: *told,
                guessed: *guessed,
                leaked: *leaked,
            })
        })
    }

    /// Who is named, or the customer.
    pub(super) fn speaker_or_customer(&mut self, id: Option<&Text<'_>>) -> Option<SpeakerIdx> {
        match id {
            Some(id) => self.names.speaker(id).map_err(|fault| self.faults.push(fault)).ok(),
            None => self.names.customer,
        }
    }

    pub(super) fn promises(&mut self, source: &ScenarioSource<'_>) -> Option<Vec<Promise>> {
        let marks = self.names.promise_marks.clone();
        let marked: Vec<_> = source.promises.0.iter().zip(marks).collect();
        self.each(&marked, |compiler, ((id, promise), [made, kept, broken])| {
            let (by, act) = compiler.promise_parts(promise);
            let due = promise.due.as_ref().map(|due| compiler.time(due));
            if source.clock.is_none()
                && let Some(due) = &promise.due
            {
                let finding = Diagnostic::new(Rule::NoClock, due.span);
                compiler.faults.push(finding.with("id", &*id.value));
            }
            compiler.comes_due_in_time(source.clock.as_ref(), promise.due.as_ref());
            let fallback = promise.fallback.as_ref().map(|text| compiler.text(Some(text)));
            Some(Promise {
                id: id.value.to_string(),
                by: by?,
                act: act?,
                due: due.map_or(Some(None), |due| due.map(Some))?,
                fallback: fallback.map_or(Some(None), |text| text.map(Some))?,
                made: *made,
                kept: *kept,
                broken: *broken,
            })
        })
    }

    /// A promise cannot be due before the story begins.
    fn comes_due_in_time(&mut self, clock: Option<&Text<'_>>, due: Option<&Text<'_>>) {
        let (Some(clock), Some(due)) = (clock, due) else { return };
        let times = Time::from_written(&clock.value).zip(Time::from_written(&due.value));
        if times.is_some_and(|(start, due)| due < start) {
            let finding = Diagnostic::new(Rule::OutOfRange, due.span)
                .with("written", format!("\"{}\"", due.value))
                .with("min", format!("\"{}\"", clock.value));
            self.faults.push(finding.with("max", "\"40 23:59\""));
        }
    }

    fn promise_parts(
        &mut self,
        promise: &PromiseSource<'_>,
    ) -> (Option<SpeakerIdx>, Option<crate::lang::Localized>) {
        let by = match &promise.by {
            Some(id) => self.names.speaker(id).map_err(|fault| self.faults.push(fault)).ok(),
            None => Some(self.names.trainee()),
        };
        (by, self.text(promise.act.as_ref()))
    }

    pub(super) fn sheet(&mut self, source: &SheetSource<'_>) -> Option<Sheet> {
        let entries = source.entries.as_ref().and_then(|entries| {
            self.each(&entries.0, |compiler, (id, entry)| {
                let text = compiler.text(entry.text.as_ref());
                let right = entry.right.as_ref().and_then(|right| compiler.right(right));
                let noted = compiler.names.entry(id).ok();
                Some(SheetEntry {
                    id: id.value.to_string(),
                    section: entry.section?,
                    text: text?,
                    right: right?,
                    fault: entry.fault,
                    noted: noted?,
                })
            })
        });
        let next = source.next.as_ref().and_then(|next| self.moves(&next.0, From::Sheet));
        Some(Sheet { entries: entries?, next: next? })
    }

    pub(super) fn pull(&mut self, source: &PullSource<'_>) -> Option<Pull> {
        Some(Pull { voice: self.text(source.voice.as_ref())?, of: source.of? })
    }

    pub(super) fn facilitator(
        &mut self,
        source: &FacilitatorSource<'_>,
    ) -> Option<FacilitatorNote> {
        let question = self.text(source.question.as_ref());
        let listen_for = self.each(&source.listen_for, |compiler, text| compiler.text(Some(text)));
        let reasons = self.each(&source.reasons, |compiler, reason| {
            let (says, ask) =
                (compiler.text(reason.says.as_ref()), compiler.text(reason.ask.as_ref()));
            Some((says?, ask?))
        });
        let if_silent = self.text(source.if_silent.as_ref());
        let move_on = self.text(source.move_on.as_ref());
        let principle = self.text(source.principle.as_ref());
        let minutes = self.number(source.minutes.as_ref(), 1, 60);
        Some(FacilitatorNote {
            question: question?,
            listen_for: listen_for?,
            reasons: reasons?,
            if_silent: if_silent?,
            move_on: move_on?,
            principle: principle?,
            minutes: minutes?,
        })
    }

    pub(super) fn personas(&mut self, source: &ScenarioSource<'_>) -> Option<Vec<Persona>> {
        self.each(&source.personas.0, |compiler, (id, persona)| {
            super::names::good_id(id, &mut compiler.faults);
            compiler.persona(id, persona)
        })
    }

    fn persona(&mut self, id: &Text<'_>, source: &PersonaSource<'_>) -> Option<Persona> {
        let name = self.text(source.name.as_ref());
        let chooses = self.each(&source.chooses, |compiler, chosen| {
            let beat = compiler.beat_name(&chosen.beat)?;
            let choice = compiler.names.choice(beat, &chosen.choice);
            Some((beat, choice.map_err(|fault| compiler.faults.push(fault)).ok()?))
        });
        let weak_in = source.weak_in;
        Some(Persona { id: id.value.to_string(), name: name?, weak_in, chooses: chooses? })
    }
}
