//! The door: what this is, and the way in.

use bevy::prelude::*;

use crate::app::face::{Faces, portrait};
use crate::app::screens::overlay::{Lay, Overlay};
use crate::app::screens::{Go, Screen, Shelves, page, pen};
use crate::app::settings::Chosen;
use crate::app::theme::Theme;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, NEAR};
use crate::app::widgets::{Pen, Press, Side, Ui, bubble, button, column, filling, row, space};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Home), spawn_home_screen);
}

fn spawn_home_screen(
    theme: Res<Theme>,
    chosen: Res<Chosen>,
    shelves: Res<Shelves>,
    mut faces: Faces,
    mut commands: Commands,
) {
    let pen = pen(&theme, &chosen);
    commands.spawn(page(Screen::Home, &theme)).with_children(|ui| {
        ui.spawn(filling(row(FAR * 2.0))).with_children(|ui| {
            ui.spawn(filling(Node {
                justify_content: JustifyContent::Center,
                padding: UiRect::left(px(40)),
                ..column(NEAR)
            }))
            .with_children(|ui| words_and_ways(ui, &pen));
            ui.spawn(Node { padding: UiRect::right(px(20)), ..column(FAR) })
                .with_children(|ui| people(ui, &pen, &shelves, &mut faces));
        });
    });
}

fn words_and_ways(ui: &mut Ui<'_>, pen: &Pen) {
    ui.spawn(Node {
        align_items: AlignItems::Baseline,
        flex_wrap: FlexWrap::Wrap,
        ..row(GAP + 4.0)
    })
    .with_children(|ui| {
        pen.text(ui, Type::Display, &pen.word("home-name"));
        pen.soft(ui, Type::Heading, &pen.word("home-other-name"));
    });
    ui.spawn(Node { max_width: px(520.0 * pen.zoom), ..column(0.0) })
        .with_children(|ui| pen.soft(ui, Type::Voice, &pen.word("home-promise")));
    space(ui);
    ui.spawn(Node { width: px(260.0 * pen.zoom), ..column(GAP) }).with_children(|ui| {
        button(
            ui,
            pen,
            Press::Primary,
            "practise",
            &pen.word("home-practise"),
            Go::To(Screen::Library),
        );
        let handbook = format!("{} (H)", pen.word("handbook-title"));
        button(ui, pen, Press::Plain, "handbook", &handbook, Lay(Overlay::Handbook));
        button(
            ui,
            pen,
            Press::Plain,
            "settings",
            &pen.word("home-settings"),
            Go::To(Screen::Settings),
        );
        button(ui, pen, Press::Quiet, "quit", &pen.word("home-quit"), Go::Quit);
    });
}

/// The people one will meet, each with the name of what it is about: a conversation before it begins.
fn people(ui: &mut Ui<'_>, pen: &Pen, shelves: &Shelves, faces: &mut Faces) {
    for (at, shelf) in shelves.0.shelves.iter().take(2).enumerate() {
        let customer = shelf.scenario.speaker(shelf.scenario.customer);
        let Some(look) = customer.look else { continue };
        let direction = if at % 2 == 0 { FlexDirection::Row } else { FlexDirection::RowReverse };
        ui.spawn(Node { flex_direction: direction, ..row(GAP) }).with_children(|ui| {
            portrait(ui, faces.resting(look), customer.name.get(pen.lang), 176.0, 212.0);
            ui.spawn(Node { width: px(220), align_items: AlignItems::Stretch, ..column(0.0) })
                .with_children(|ui| {
                    let side = if at % 2 == 0 { Side::Theirs } else { Side::Mine };
                    bubble(
                        ui,
                        pen,
                        side,
                        customer.name.get(pen.lang),
                        Type::Said,
                        shelf.scenario.title.get(pen.lang),
                    );
                });
        });
    }
}
