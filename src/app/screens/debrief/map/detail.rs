//! What happened at the place that is picked. What nobody has heard yet is not told: it is there for the next talk.

use bevy::prelude::*;

use crate::app::a11y;
use crate::app::screens::Go;
use crate::app::screens::debrief::map::Atlas;
use crate::app::screens::debrief::map::spot::{Spot, What};
use crate::app::screens::debrief::turn::{fits, heard, said};
use crate::app::screens::debrief::turning::sentence_place;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::widgets::{Pen, Press, Side, Ui, bubble, button, column, row, space, tag};
use crate::assess::TurnReview;

pub(super) fn fill_detail(ui: &mut Ui<'_>, pen: &Pen, atlas: &Atlas, at: usize) {
    let Some(spot) = atlas.spots.get(at) else { return };
    ui.spawn(column(4.0)).with_children(|ui| {
        pen.text(ui, Type::Heading, &spot.title);
        if let What::SecondChance(_) = spot.what {
            ui.spawn(row(0.0)).with_children(|ui| {
                tag(ui, pen, pen.theme.trust(), &pen.word("talk-second-chance"));
            });
        }
        pen.soft(ui, Type::Body, &spot.standing(pen));
    });
    match spot.what {
        What::Ending(_) => ending(ui, pen, atlas, spot),
        What::Beat(_) | What::SecondChance(_) => beat(ui, pen, atlas, spot),
        What::Anywhere => {}
    }
    space(ui);
}

fn ending(ui: &mut Ui<'_>, pen: &Pen, atlas: &Atlas, spot: &Spot) {
    let (yours, reference) = (&atlas.yours.ending, &atlas.reference.ending);
    let known = yours.as_ref().filter(|_| spot.came.yours);
    match known.or(reference.as_ref().filter(|_| spot.came.reference)) {
        Some((_, text)) => pen.told(ui, Type::Said, pen.theme.ink(), text),
        None => pen.soft(ui, Type::Body, &pen.word("map-ending-unread")),
    }
}

/// Every turn of the trainee's talk here; else what the reference route heard and said.
fn beat(ui: &mut Ui<'_>, pen: &Pen, atlas: &Atlas, spot: &Spot) {
    for turn in &spot.came.turns {
        if let Some(review) = atlas.yours.turns.get(*turn) {
            yours(ui, pen, *turn, review, spot.came.turns.len() > 1);
        }
    }
    if spot.came.yours {
        return;
    }
    let there = spot.came.reference_turn.and_then(|turn| atlas.reference.turns.get(turn));
    match there {
        Some(turn) => {
            said(ui, pen, turn);
            pen.soft(ui, Type::Small, &pen.word("map-reference-said"));
            bubble(ui, pen, Side::Mine, "", Type::Body, &turn.said);
        }
        None => pen.soft(ui, Type::Body, &pen.word("map-beat-unread")),
    }
}

fn yours(ui: &mut Ui<'_>, pen: &Pen, turn: usize, review: &TurnReview, several: bool) {
    let number = pen.sentence("map-turn", &[("turn", (turn + 1).into())]);
    ui.spawn((column(NEAR), a11y::group(&number))).with_children(|ui| {
        if several {
            pen.soft(ui, Type::Small, &number);
        }
        said(ui, pen, review);
        bubble(ui, pen, Side::Mine, &pen.word("talk-you"), Type::Body, &review.said);
        heard(ui, pen, Type::Body, true, &review.reply);
        ui.spawn(column(NEAR)).with_children(|ui| {
            // What belongs to the words above stands close below them.
            ui.spawn(Node { height: px(0), ..default() });
            sentence_place(ui, turn);
        });
        if !review.ratings.is_empty() {
            fits(ui, pen, review);
        }
        ui.spawn(Node { padding: UiRect::top(px(GAP - NEAR)), ..row(0.0) }).with_children(|ui| {
            let again = pen.word("debrief-again-here");
            button(ui, pen, Press::Plain, &format!("map-again-{turn}"), &again, Go::Again(turn));
        });
    });
}
