//! What lies over the trainer's page: the cheat sheet, and the question before the room is closed.

use bevy::input_focus::tab_navigation::TabGroup;
use bevy::prelude::*;

use crate::app::a11y;
use crate::app::screens::room::keys::{Lay, Over};
use crate::app::screens::{Go, Screen};
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{FAR, GAP, PAGE};
use crate::app::widgets::{Pen, Press, Ui, button, card, column, filling, row, wrapping_row};
use crate::room::{KEYS, RULES};

/// What dims the page below, in either theme.
const VEIL: Color = Color::srgba(0.05, 0.04, 0.07, 0.62);

/// What lies over the page; gives what has the keyboard first.
pub(super) fn lay_over(ui: &mut Ui<'_>, pen: &Pen, over: Over) -> Option<Entity> {
    if over == Over::Nothing {
        return None;
    }
    let veil = Node {
        position_type: PositionType::Absolute,
        left: px(-PAGE),
        right: px(-PAGE),
        top: px(-PAGE),
        bottom: px(-PAGE),
        justify_content: JustifyContent::Center,
        align_items: AlignItems::Center,
        ..default()
    };
    let name = if over == Over::Keys { "room-sheet-keys" } else { "room-leave-question" };
    let mut first = None;
    ui.spawn((
        veil,
        BackgroundColor(VEIL),
        TabGroup::modal(),
        GlobalZIndex(10),
        a11y::dialog(&pen.word(name)),
    ))
    .with_children(|ui| {
        ui.spawn(card(pen)).with_children(|ui| {
            first = Some(if over == Over::Keys { cheat_sheet(ui, pen) } else { leave(ui, pen) });
        });
    });
    first
}

fn cheat_sheet(ui: &mut Ui<'_>, pen: &Pen) -> Entity {
    pen.text(ui, Type::Heading, &pen.word("room-sheet-keys"));
    pen.soft(ui, Type::Small, &pen.word("room-sheet-keys.about"));
    let half = KEYS.len().div_ceil(2);
    ui.spawn(Node { align_items: AlignItems::FlexStart, ..row(FAR) }).with_children(|ui| {
        for part in [&KEYS[..half], &KEYS[half..]] {
            ui.spawn(Node { width: px(440.0 * pen.zoom.min(1.2)), ..column(3.0) }).with_children(
                |ui| {
                    for (key, words) in part {
                        ui.spawn(row(GAP)).with_children(|ui| {
                            ui.spawn(Node {
                                width: px(64.0 * pen.zoom),
                                flex_shrink: 0.0,
                                ..default()
                            })
                            .with_child(pen.set(
                                Type::Strong,
                                pen.theme.primary(),
                                key,
                            ));
                            ui.spawn(filling(column(0.0)))
                                .with_children(|ui| pen.text(ui, Type::Small, &pen.word(words)));
                        });
                    }
                },
            );
        }
    });
    for rule in RULES {
        ui.spawn(Node { max_width: px(900), ..column(0.0) })
            .with_children(|ui| pen.soft(ui, Type::Small, &pen.word(rule)));
    }
    button(ui, pen, Press::Primary, "close-keys", &pen.word("talk-close"), Lay(Over::Nothing))
}

fn leave(ui: &mut Ui<'_>, pen: &Pen) -> Entity {
    pen.text(ui, Type::Heading, &pen.word("room-leave-question"));
    ui.spawn(Node {
        max_width: px(460.0 * pen.zoom),
        padding: UiRect::bottom(px(GAP)),
        ..column(0.0)
    })
    .with_children(|ui| pen.soft(ui, Type::Body, &pen.word("room-leave-comfort")));
    let mut stay = Entity::PLACEHOLDER;
    ui.spawn(wrapping_row(GAP)).with_children(|ui| {
        stay = button(ui, pen, Press::Primary, "stay", &pen.word("room-stay"), Lay(Over::Nothing));
        button(ui, pen, Press::Plain, "leave", &pen.word("room-leave"), Go::To(Screen::RoomSetup));
    });
    stay
}
