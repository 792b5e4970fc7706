//! Two talks side by side, from the turn at which one left the other.

use bevy::prelude::*;

use crate::app::screens::debrief::turn::heard;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::widgets::{Pen, Side, Ui, bubble, card, column, filling, heading, wrapping_row};
use crate::assess::{Debrief, TurnReview};
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

/// Two talks from a turn on; with what led to each decision, if they are to be read without having heard it.
pub(super) fn columns(
    ui: &mut Ui<'_>,
    pen: &Pen,
    both: [Column<'_>; 2],
    from: usize,
    with_lines: bool,
) {
    ui.spawn(Node { align_items: AlignItems::FlexStart, ..wrapping_row(GAP) }).with_children(
        |ui| {
            for one in both {
                ui.spawn(Node { min_width: px(400.0 * pen.zoom), ..filling(column(NEAR)) })
                    .with_children(|ui| talk(ui, pen, one, from, with_lines));
            }
        },
    );
}

fn talk(ui: &mut Ui<'_>, pen: &Pen, one: Column<'_>, from: usize, with_lines: bool) {
    let debrief = one.debrief;
    pen.text(ui, Type::Strong, &pen.word(one.key));
    if let Some((title, _)) = &debrief.ending {
        pen.text(ui, Type::Body, title);
    }
    let points = Skill::ALL.map(|skill| {
        let name = pen.word(&format!("skill-{}", skill.code()));
        format!("{name} {}", debrief.card.score(skill).points)
    });
    pen.soft(ui, Type::Small, &points.join("   "));
    for (at, turn) in debrief.turns.iter().enumerate().skip(from) {
        exchange(ui, pen, at + 1, turn, with_lines);
    }
}

fn exchange(ui: &mut Ui<'_>, pen: &Pen, number: usize, turn: &TurnReview, with_lines: bool) {
    ui.spawn(Node { margin: UiRect::top(px(NEAR)), ..column(NEAR) }).with_children(|ui| {
        pen.soft(ui, Type::Small, &format!("{number}. {}", turn.title));
        if with_lines {
            heard(ui, pen, Type::Body, false, &turn.lines);
        }
        bubble(ui, pen, Side::Mine, "", Type::Body, &turn.said);
        heard(ui, pen, Type::Body, false, &turn.reply);
    });
}
