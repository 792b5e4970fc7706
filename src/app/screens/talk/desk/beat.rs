//! What is written for trainers at the beat that stands: its phase, what pulls, when each choice would be best, the notes.

use bevy::prelude::*;

use crate::app::session::ActiveSession;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::widgets::{Pen, Ui, card, column, item, tag, wrapping_row};
use crate::lang::Localized;
use crate::scenario::{Beat, Choice, ChoiceIdx, FacilitatorNote};

/// The beat, and what its facilitator is told.
pub(super) fn beat_cards(ui: &mut Ui<'_>, pen: &Pen, active: &ActiveSession) {
    let Some(at) = active.talk().beat() else {
        return;
    };
    let beat = active.scenario().beat(at);
    ui.spawn(card(pen)).with_children(|ui| {
        pen.text(ui, Type::Strong, beat.title.get(pen.lang));
        if let Some(phase) = beat.phase {
            let phase = pen.word(&format!("phase-{}", phase.code()));
            pen.soft(ui, Type::Small, &pen.sentence("author-phase", &[("phase", phase.into())]));
        }
        if let Some(seconds) = beat.seconds {
            let count = [("count", i64::from(seconds).into())];
            pen.soft(ui, Type::Small, &pen.sentence("author-seconds", &count));
        }
        if let Some(pull) = &beat.pull {
            let of = pen.word(&format!("pull-{}", pull.of.code()));
            let label = pen.sentence("author-pull", &[("of", of.into())]);
            let voice = [("words", pull.voice.get(pen.lang).into())];
            labelled(ui, pen, &label, &pen.sentence("quoted", &voice));
        }
        choices(ui, pen, beat, &active.talk().shown_choices());
    });
    if let Some(notes) = &beat.facilitator {
        facilitator(ui, pen, notes);
    }
}

/// When each choice would be best, in the order and with the numbers under which they are shown beside it.
fn choices(ui: &mut Ui<'_>, pen: &Pen, beat: &Beat, shown: &[ChoiceIdx]) {
    let hidden = (0..).map(ChoiceIdx).take(beat.choices.len()).filter(|at| !shown.contains(at));
    for (place, at) in shown.iter().copied().chain(hidden).enumerate() {
        let choice = &beat.choices[at.at()];
        let number = (place < shown.len()).then_some(place + 1);
        // A topic is best at no moment of its own.
        if !beat.rates.is_empty() {
            best_when(ui, pen, number, choice, at == beat.key);
        }
    }
}

fn best_when(ui: &mut Ui<'_>, pen: &Pen, number: Option<usize>, choice: &Choice, is_key: bool) {
    ui.spawn(column(2.0)).with_children(|ui| {
        ui.spawn(wrapping_row(NEAR)).with_children(|ui| {
            let number = number.map_or_else(|| "–".to_owned(), |number| number.to_string());
            pen.text(ui, Type::Strong, &format!("{number}. {}", choice.id));
            let marks = [("author-key", is_key), ("author-silence", choice.silence)];
            for (key, _) in marks.into_iter().filter(|(_, holds)| *holds) {
                tag(ui, pen, pen.theme.primary(), &pen.word(key));
            }
        });
        let words = [("words", choice.best_when.get(pen.lang).into())];
        pen.soft(ui, Type::Small, &pen.sentence("author-best-when", &words));
    });
}

/// What a trainer needs where a room stops.
fn facilitator(ui: &mut Ui<'_>, pen: &Pen, notes: &FacilitatorNote) {
    let minutes = [("minutes", i64::from(notes.minutes).into())];
    let fill = |ui: &mut Ui<'_>| {
        pen.text(ui, Type::Strong, &pen.sentence("author-notes", &minutes));
        note(ui, pen, "author-question", &notes.question);
        ui.spawn(column(4.0)).with_children(|ui| {
            pen.soft(ui, Type::Small, &pen.word("author-listen-for"));
            for words in &notes.listen_for {
                item(ui, pen, words.get(pen.lang));
            }
        });
        for (reason, back) in &notes.reasons {
            ui.spawn(column(4.0)).with_children(|ui| {
                note(ui, pen, "author-reason", reason);
                note(ui, pen, "author-ask-back", back);
            });
        }
        note(ui, pen, "author-if-silent", &notes.if_silent);
        note(ui, pen, "author-move-on", &notes.move_on);
        note(ui, pen, "author-principle", &notes.principle);
    };
    // Questions and answers in one column need more air between them than within.
    ui.spawn(card(pen)).with_children(|ui| _ = ui.spawn(column(GAP)).with_children(fill));
}

fn note(ui: &mut Ui<'_>, pen: &Pen, key: &str, words: &Localized) {
    labelled(ui, pen, &pen.word(key), words.get(pen.lang));
}

/// A small label, and the words below it.
fn labelled(ui: &mut Ui<'_>, pen: &Pen, label: &str, words: &str) {
    ui.spawn(column(2.0)).with_children(|ui| {
        pen.soft(ui, Type::Small, label);
        pen.text(ui, Type::Body, words);
    });
}
