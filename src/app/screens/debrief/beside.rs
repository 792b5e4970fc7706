//! Two talks side by side, from the turn at which one left the other.

use bevy::prelude::*;

use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::widgets::{
    Pen, Side, Ui, bubble, card, column, filling, heading, narration, wrapping_row,
};
use crate::assess::{Debrief, TurnReview};
use crate::rubric::Skill;
use crate::scenario::Role;

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
        ui.spawn(Node { align_items: AlignItems::FlexStart, ..wrapping_row(GAP) }).with_children(
            |ui| {
                for (key, debrief) in
                    [("debrief-beside-first", first), ("debrief-beside-second", second)]
                {
                    ui.spawn(Node { min_width: px(400.0 * pen.zoom), ..filling(column(NEAR)) })
                        .with_children(|ui| one(ui, pen, key, debrief, fork));
                }
            },
        );
    });
}

fn one(ui: &mut Ui<'_>, pen: &Pen, key: &str, debrief: &Debrief, fork: usize) {
    pen.text(ui, Type::Strong, &pen.word(key));
    if let Some((title, _)) = &debrief.ending {
        pen.text(ui, Type::Body, title);
    }
    let points = Skill::ALL.map(|skill| {
        let name = pen.word(&format!("skill-{}", skill.code()));
        format!("{name} {}", debrief.card.score(skill).points)
    });
    pen.soft(ui, Type::Small, &points.join("   "));
    for (at, turn) in debrief.turns.iter().enumerate().skip(fork) {
        exchange(ui, pen, at + 1, turn);
    }
}

fn exchange(ui: &mut Ui<'_>, pen: &Pen, number: usize, turn: &TurnReview) {
    ui.spawn(Node { margin: UiRect::top(px(NEAR)), ..column(NEAR) }).with_children(|ui| {
        pen.soft(ui, Type::Small, &format!("{number}. {}", turn.title));
        bubble(ui, pen, Side::Mine, "", Type::Body, &turn.said);
        for line in &turn.reply {
            match line.role {
                Role::Narrator => narration(ui, pen, &line.text),
                Role::Customer | Role::Colleague | Role::Trainee => {
                    bubble(ui, pen, Side::Theirs, "", Type::Body, &line.text);
                }
            }
        }
    });
}
