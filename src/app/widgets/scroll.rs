//! A column that scrolls when it is too long, with a bar that shows where one is.

use bevy::prelude::*;
use bevy::ui_widgets::{ControlOrientation, ScrollArea, Scrollbar, ScrollbarThumb};

use crate::app::navigation::MainScroll;
use crate::app::widgets::{Pen, Ui, column, filling};

/// The width of the bar, and of the room kept for it.
const BAR: f32 = 8.0;

/// The page's scrolling column; page keys scroll it.
pub(crate) fn scroll_column(
    ui: &mut Ui<'_>,
    pen: &Pen,
    gap: f32,
    marker: impl Bundle,
    content: impl FnOnce(&mut Ui<'_>),
) {
    let frame = filling(Node {
        min_height: px(0),
        flex_direction: FlexDirection::Row,
        column_gap: px(6),
        ..default()
    });
    ui.spawn(frame).with_children(|ui| {
        let area = filling(Node {
            overflow: Overflow::scroll_y(),
            min_height: px(0),
            ..column(gap)
        });
        let target = ui
            .spawn((area, ScrollArea, MainScroll, marker))
            .with_children(content)
            .id();
        let bar = Scrollbar {
            target,
            orientation: ControlOrientation::Vertical,
            min_thumb_length: 40.0,
        };
        let thumb = ScrollbarThumb {
            border_radius: BorderRadius::all(px(BAR / 2.0)),
            border: UiRect::ZERO,
        };
        ui.spawn((
            bar,
            Node {
                width: px(BAR),
                flex_shrink: 0.0,
                ..default()
            },
        ))
        .with_child((thumb, BackgroundColor(pen.theme.line())));
    });
}
