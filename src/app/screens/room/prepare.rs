//! Preparing a room: how it goes about each beat, and the trainer's own questions.

use bevy::prelude::*;

use crate::app::a11y;
use crate::app::room::KeptRooms;
use crate::app::screens::room::draft::{Choose, Draft};
use crate::app::screens::room::notes::of_author;
use crate::app::screens::room::setup::titled;
use crate::app::screens::{Screen, Shelves, page, pen};
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR};
use crate::app::widgets::{
    Pen, Ui, card, column, filling, row, scroll_column, segment, text_field, wrapping_row,
};
use crate::room::{Pace, Plan};
use crate::scenario::{BeatIdx, Scenario};

pub(super) fn spawn_prepare_screen(
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    shelves: Res<Shelves>,
    kept: Res<KeptRooms>,
    mut draft: ResMut<Draft>,
    mut commands: Commands,
) {
    let pen = pen(&theme, &chosen);
    let Some(scenario) = draft.scenario(&shelves) else { return };
    draft.recall(&scenario, &kept, &chosen);
    let plan = draft.plan(&scenario);
    commands.spawn(page(Screen::RoomPrepare, &theme)).with_children(|ui| {
        titled(ui, &pen, scenario.title.get(pen.lang), &pen.word("room-prepare-about"));
        scroll_column(ui, &pen, GAP, (), |ui| {
            for (at, beat) in (0..).map(BeatIdx).zip(&scenario.beats) {
                if !beat.is_second_chance() {
                    beat_card(ui, &pen, &scenario, &plan, at);
                }
            }
        });
    });
}

fn beat_card(ui: &mut Ui<'_>, pen: &Pen, scenario: &Scenario, plan: &Plan, at: BeatIdx) {
    let beat = scenario.beat(at);
    let pace = plan.pace_in(scenario, at);
    let group = a11y::group(scenario.beat(at).title.get(pen.lang));
    ui.spawn((card(pen), group)).with_children(|ui| {
        ui.spawn(wrapping_row(FAR)).with_children(|ui| {
            ui.spawn(Node { min_width: px(320.0 * pen.zoom), ..filling(column(2.0)) })
                .with_children(|ui| {
                    pen.text(ui, Type::Strong, beat.title.get(pen.lang));
                    if let Some(line) =
                        beat.lines.iter().last().and_then(|line| line.variants.iter().last())
                    {
                        pen.soft(ui, Type::Small, line.1.get(pen.lang));
                    }
                });
            ui.spawn(Node { flex_shrink: 0.0, ..row(NEAR) }).with_children(|ui| {
                for (other, code) in
                    [(Pace::Quick, "quick"), (Pace::Deep, "deep"), (Pace::Hidden, "hidden")]
                {
                    if other == Pace::Deep && !beat.is_rated() {
                        continue;
                    }
                    let word = pen.word(&format!("room-pace-{code}"));
                    // Who only hears the page hears which beat it is.
                    let name = format!("{}-{code}", beat.id);
                    segment(ui, pen, &name, &word, other == pace, Choose::Pace(at, other));
                }
            });
        });
        if let Some(note) = beat.facilitator.as_ref().filter(|_| pace != Pace::Hidden) {
            of_author(ui, pen, note);
        }
        if pace == Pace::Deep {
            if beat.facilitator.is_none() {
                pen.text(ui, Type::Body, &pen.word("room-ask-pairs"));
            }
            let own = plan.questions.get(&at).cloned().unwrap_or_default();
            pen.soft(ui, Type::Small, &pen.word("room-prepare-question"));
            let label = pen.word("room-prepare-question");
            text_field(ui, pen, &format!("{}-question", beat.id), &label, &own, move |words| {
                Choose::Question(at, words)
            });
        }
    });
}
