//! Both votes side by side, as bars with their numbers, in the room's window.

use bevy::prelude::*;

use crate::app::screens::room::brush::{Brush, column, filling, row};
use crate::app::screens::room::fit::SMALLEST;
use crate::app::widgets::Ui;
use crate::room::{Chart, OptionView};

/// A chart for each vote that was taken; without a mark on any option.
pub(super) fn charts(
    ui: &mut Ui<'_>,
    brush: &Brush,
    high: f32,
    options: &[OptionView],
    chart: Option<&Chart>,
) {
    let Some(chart) = chart else {
        return brush.text(
            ui,
            false,
            false,
            brush.least(),
            brush.theme.ink_soft(),
            &brush.word("room-no-votes"),
        );
    };
    let most = f32::from(chart.most().max(1));
    let votes = [("room-first", Some(&chart.first)), ("room-second", chart.second.as_ref())];
    ui.spawn(row(6.0)).with_children(|ui| {
        for (key, counts) in votes {
            let Some(counts) = counts else { continue };
            ui.spawn(filling(column(1.5))).with_children(|ui| {
                let moved = if key == "room-second" { chart.moved() } else { None };
                bars(ui, brush, high - 12.0, options, (counts, moved.as_deref()), most);
                let name = Node { align_items: AlignItems::Center, ..column(0.0) };
                ui.spawn(name).with_children(|ui| {
                    brush.text(
                        ui,
                        false,
                        false,
                        SMALLEST,
                        brush.theme.ink_soft(),
                        &brush.word(key),
                    );
                });
            });
        }
    });
}

/// A bar for each option, with its number above and its letter below.
fn bars(
    ui: &mut Ui<'_>,
    brush: &Brush,
    high: f32,
    options: &[OptionView],
    (counts, moved): (&[u16], Option<&[i32]>),
    most: f32,
) {
    let size = 5.0_f32.min(high * 0.12);
    // Above the bar its number and what it won or lost, below it its letter.
    let tall = (high - size * 4.9).max(4.0);
    let node = Node { height: vh(high), align_items: AlignItems::FlexEnd, ..row(1.0) };
    ui.spawn(node).with_children(|ui| {
        for (at, (option, count)) in options.iter().zip(counts).enumerate() {
            let each = Node { align_items: AlignItems::Center, ..column(0.6) };
            ui.spawn(filling(each)).with_children(|ui| {
                if let Some(moved) =
                    moved.and_then(|moved| moved.get(at)).filter(|moved| **moved != 0)
                {
                    let moved = format!("{moved:+}").replace('-', "−");
                    brush.number(ui, SMALLEST, brush.theme.ink_soft(), &moved);
                }
                brush.bold_number(ui, size, &count.to_string());
                let bar = Node {
                    width: percent(78),
                    height: vh((f32::from(*count) / most * tall).max(0.6)),
                    border_radius: BorderRadius::top(vh(1.0)),
                    ..default()
                };
                ui.spawn((bar, BackgroundColor(brush.theme.primary())));
                brush.text(ui, true, true, size, brush.theme.ink(), &option.letter.to_string());
            });
        }
    });
}
