//! Two talks side by side, from the turn at which one left the other.

use bevy::prelude::*;

use crate::app::a11y;
use crate::app::screens::debrief::turn::heard;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR};
use crate::app::widgets::{Pen, Side, Ui, bubble, card, column, filling, heading, row};
use crate::assess::Debrief;
use crate::rubric::Skill;

/// The first talk at the left, the one that left it at the right.
pub(super) fn side_by_side(
    ui: &mut Ui<'_>,
    pen: &Pen,
    fork: usize,
    first: &Debrief,
    second: &Debrief,
) {
    ui.spawn(card(pen)).with_children(|ui| {
        heading(ui, pen, "debrief-beside");
        let from = [("turn", (fork + 1).into())];
        pen.soft(ui, Type::Body, &pen.sentence("debrief-beside-from", &from));
        let first = Column { key: "debrief-beside-first", debrief: first };
        let second = Column { key: "debrief-beside-second", debrief: second };
        columns(ui, pen, [first, second], fork, false);
    });
}

/// One of two talks, and the key of its name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column<'a> {
    pub(super) key: &'static str,
    pub(super) debrief: &'a Debrief,
}

/// Text larger than this needs the whole width for each talk, one below the other.
const WIDE_ZOOM: f32 = 1.3;

/// Two talks from a turn on; with what led to each decision, if they are to be read without having heard it.
pub(super) fn columns(
    ui: &mut Ui<'_>,
    pen: &Pen,
    both: [Column<'_>; 2],
    from: usize,
    with_lines: bool,
) {
    if pen.zoom > WIDE_ZOOM {
        for one in both {
            let talk = Node { margin: UiRect::top(px(NEAR)), ..column(GAP) };
            ui.spawn((talk, a11y::group(&pen.word(one.key)))).with_children(|ui| {
                head(ui, pen, one);
                for at in from..one.debrief.turns.len() {
                    exchange(ui, pen, one, at, with_lines);
                }
            });
        }
        return;
    }
    level(ui, pen, both, |ui, one| head(ui, pen, one));
    let turns = both.map(|one| one.debrief.turns.len());
    for at in from..turns[0].max(turns[1]) {
        level(ui, pen, both, |ui, one| exchange(ui, pen, one, at, with_lines));
    }
}

/// The same part of both talks, level with each other.
fn level(
    ui: &mut Ui<'_>,
    pen: &Pen,
    both: [Column<'_>; 2],
    part: impl Fn(&mut Ui<'_>, Column<'_>),
) {
    let line =
        Node { align_items: AlignItems::FlexStart, margin: UiRect::top(px(NEAR)), ..row(FAR) };
    ui.spawn(line).with_children(|ui| {
        for one in both {
            // Who only hears the page hears whose turn it is.
            ui.spawn((filling(column(0.0)), a11y::group(&pen.word(one.key))))
                .with_children(|ui| part(ui, one));
        }
    });
}

/// What a talk is called, and what it came to.
fn head(ui: &mut Ui<'_>, pen: &Pen, one: Column<'_>) {
    let points = Skill::ALL.map(|skill| {
        let name = pen.word(&format!("skill-{}", skill.code()));
        format!("{name} {}", one.debrief.card.score(skill).points)
    });
    ui.spawn(column(NEAR)).with_children(|ui| {
        pen.text(ui, Type::Strong, &pen.word(one.key));
        if let Some((title, _)) = &one.debrief.ending {
            pen.text(ui, Type::Body, title);
        }
        pen.soft(ui, Type::Small, &points.join("   "));
    });
}

/// One of its turns, counted from 0, if it has so many.
fn exchange(ui: &mut Ui<'_>, pen: &Pen, one: Column<'_>, at: usize, with_lines: bool) {
    let Some(turn) = one.debrief.turns.get(at) else { return };
    let number = at + 1;
    ui.spawn(column(NEAR)).with_children(|ui| {
        pen.soft(ui, Type::Small, &format!("{number}. {}", turn.title));
        if with_lines {
            heard(ui, pen, Type::Body, false, &turn.lines);
        }
        bubble(ui, pen, Side::Mine, "", Type::Body, &turn.said);
        heard(ui, pen, Type::Body, false, &turn.reply);
    });
}
