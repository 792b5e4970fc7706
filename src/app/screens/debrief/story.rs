//! What became of promises, guesses and secrets, what the trainee said she was there for, and the hand-over sheet read against what was heard.

use bevy::prelude::*;

use crate::app::theme::fonts::Type;
use crate::app::theme::measure::NEAR;
use crate::app::widgets::{Pen, Ui, card, column, filling, heading, item, row, tag};
use crate::assess::{AimReview, Debrief, EntryReview, FactView, Verdict};
use crate::session::PromiseView;

/// All of it, as far as the story has it.
pub(super) fn look_back(ui: &mut Ui<'_>, pen: &Pen, debrief: &Debrief) {
    aims(ui, pen, &debrief.aims);
    facts(ui, pen, "debrief-guessed", &debrief.guessed);
    facts(ui, pen, "debrief-leaked", &debrief.leaked);
    promises(ui, pen, &debrief.promises);
    sheet(ui, pen, &debrief.sheet);
}

fn facts(ui: &mut Ui<'_>, pen: &Pen, key: &str, facts: &[FactView]) {
    if facts.is_empty() {
        return;
    }
    ui.spawn(card(pen)).with_children(|ui| {
        heading(ui, pen, key);
        for fact in facts {
            item(ui, pen, &fact.text);
        }
    });
}

/// What the trainee said, and below it what her choices say to that.
fn aims(ui: &mut Ui<'_>, pen: &Pen, aims: &[AimReview]) {
    for aim in aims {
        ui.spawn(card(pen)).with_children(|ui| {
            heading(ui, pen, "debrief-aims");
            for (at, words) in aim.sentences(pen.lang).iter().enumerate() {
                let kind = if at == 0 { Type::Strong } else { Type::Body };
                pen.told(ui, kind, pen.theme.ink(), words);
            }
        });
    }
}

fn promises(ui: &mut Ui<'_>, pen: &Pen, promises: &[PromiseView]) {
    if promises.is_empty() {
        return;
    }
    ui.spawn(card(pen)).with_children(|ui| {
        heading(ui, pen, "debrief-promises");
        for promise in promises {
            item(ui, pen, &promise.words(pen.lang));
        }
    });
}

fn sheet(ui: &mut Ui<'_>, pen: &Pen, sheet: &[EntryReview]) {
    if sheet.is_empty() {
        return;
    }
    ui.spawn(card(pen)).with_children(|ui| {
        heading(ui, pen, "sheet-title");
        let of =
            |kind: fn(Verdict) -> bool| sheet.iter().filter(|entry| kind(entry.verdict)).count();
        let right = of(|verdict| verdict == Verdict::Right);
        let belonged = right + of(|verdict| verdict == Verdict::Missed);
        let wrong = of(|verdict| matches!(verdict, Verdict::Wrong(_)));
        let counts =
            [("right", right.into()), ("belonged", belonged.into()), ("wrong", wrong.into())];
        pen.soft(ui, Type::Body, &pen.sentence("sheet-read", &counts));
        for entry in sheet.iter().filter(|entry| entry.verdict != Verdict::LeftOut) {
            judged(ui, pen, entry);
        }
    });
}

/// An entry, behind what is to be said of it.
fn judged(ui: &mut Ui<'_>, pen: &Pen, entry: &EntryReview) {
    let color = match entry.verdict {
        Verdict::Right => pen.theme.trust(),
        Verdict::Missed | Verdict::Wrong(_) | Verdict::LeftOut => pen.theme.anger(),
    };
    let verdict = pen.word(&format!("sheet-verdict-{}", entry.verdict.code()));
    let text = pen.readable(Type::Body, pen.theme.ink(), &entry.text);
    ui.spawn(Node { align_items: AlignItems::FlexStart, ..row(NEAR) }).with_children(|ui| {
        tag(ui, pen, color, &verdict);
        ui.spawn(filling(column(0.0))).with_child(text);
    });
}
