//! Words that lead to other words: underlined in a line, framed as a tag, or one below the other in a list.

use bevy::prelude::*;
use bevy::text::Underline;

use crate::app::theme::fonts::Type;
use crate::app::theme::measure::NEAR;
use crate::app::widgets::button::{ButtonColors, answer, pressable};
use crate::app::widgets::{Pen, Ui, column, filling, row};

/// What a link looks like and is called.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Link<'a> {
    /// The name by which the keyboard finds it again.
    pub(crate) name: &'a str,
    /// What a reader hears.
    pub(crate) label: &'a str,
    /// What is seen.
    pub(crate) words: &'a str,
}

/// Underlined words, as they stand in a line: as wide as they are, also where they have a line to themselves.
pub(crate) fn link<M: Message + Clone>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    kind: Type,
    color: Color,
    link: Link<'_>,
    message: M,
) {
    let node = Node { border_radius: BorderRadius::all(px(4)), ..default() };
    let colors = ButtonColors([Color::NONE, pen.theme.hovered(), pen.theme.pressed()]);
    ui.spawn(row(0.0)).with_children(|ui| {
        ui.spawn((node, BackgroundColor(Color::NONE), colors))
            .insert(pressable(link.name, link.label, message))
            .observe(answer::<M>)
            .with_child((pen.set(kind, color, link.words), Underline));
    });
}

/// A small label in a rounded frame that leads somewhere.
pub(crate) fn link_tag<M: Message + Clone>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    color: Color,
    link: Link<'_>,
    message: M,
) {
    let node = Node {
        padding: UiRect::axes(px(10), px(2)),
        border: UiRect::all(px(1)),
        border_radius: BorderRadius::MAX,
        ..default()
    };
    let colors = ButtonColors([Color::NONE, pen.theme.hovered(), pen.theme.pressed()]);
    ui.spawn((node, BackgroundColor(Color::NONE), BorderColor::all(color), colors))
        .insert(pressable(link.name, link.label, message))
        .observe(answer::<M>)
        .with_child((pen.set(Type::Small, color, link.words), Underline));
}

/// One of many, in a list: a short mark, the words, and a line below them. The chosen one is filled, bold and barred,
/// so that colour is not the only sign.
pub(crate) fn list_entry<M: Message + Clone>(
    ui: &mut Ui<'_>,
    pen: &Pen,
    mark: Option<(&str, Color)>,
    link: Link<'_>,
    below: Option<&str>,
    chosen: bool,
    message: M,
) {
    let theme = pen.theme;
    let (rest, bar, kind) = if chosen {
        (theme.mine(), theme.primary(), Type::Strong)
    } else {
        (Color::NONE, Color::NONE, Type::Body)
    };
    let node = Node {
        padding: UiRect::axes(px(10), px(4)),
        border: UiRect::left(px(4)),
        border_radius: BorderRadius::all(px(6)),
        align_items: AlignItems::FlexStart,
        flex_shrink: 0.0,
        ..row(NEAR)
    };
    let colors = ButtonColors([rest, theme.hovered(), theme.pressed()]);
    ui.spawn((node, BackgroundColor(rest), BorderColor::all(bar), colors))
        .insert(pressable(link.name, link.label, message))
        .observe(answer::<M>)
        .with_children(|ui| {
            if let Some((mark, color)) = mark {
                // Down to the words' first baseline.
                let (width, padding) = (px(26.0 * pen.zoom), UiRect::top(px(3.5 * pen.zoom)));
                ui.spawn(Node { width, padding, flex_shrink: 0.0, ..default() })
                    .with_child(pen.set(Type::Small, color, mark));
            }
            ui.spawn(filling(column(0.0))).with_children(|ui| {
                ui.spawn(pen.set(kind, theme.ink(), link.words));
                if let Some(below) = below {
                    pen.soft(ui, Type::Small, below);
                }
            });
        });
}
