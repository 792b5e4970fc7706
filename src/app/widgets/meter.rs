//! Bars with a number and a word, so that colour is never the only sign.

use bevy::prelude::*;

use crate::app::a11y;
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::NEAR;
use crate::app::widgets::{Pen, Ui, column, wrapping_row};
use crate::scenario::Gauges;

/// A gauge of the customer: its name, what its value means, and the bar.
pub(crate) fn gauge(ui: &mut Ui<'_>, pen: &Pen, code: &str, value: u8, color: Color) {
    let name = pen.word(&format!("gauge-{code}"));
    let step = match (code, value) {
        (_, 0..=1) => 1,
        (_, 2..=3) => 2,
        (_, 4..=5) => 3,
        (_, 6..=7) => 4,
        (_, 8..) => 5,
    };
    let meaning = pen.word(&format!("gauge-{code}-{step}"));
    let access =
        a11y::meter(&format!("{name}: {meaning}"), f64::from(value), f64::from(Gauges::MAX));
    ui.spawn((column(4.0), access)).with_children(|ui| {
        ui.spawn(Node { justify_content: JustifyContent::SpaceBetween, ..wrapping_row(NEAR) })
            .with_children(|ui| {
                pen.text(ui, Type::Small, &name);
                pen.soft(ui, Type::Small, &format!("{meaning}  {value}"));
            });
        bar(ui, pen, f32::from(value) / f32::from(Gauges::MAX), color, 10.0);
    });
}

/// A gauge of the scenario's own: its name, its value, and the bar.
pub(crate) fn own_gauge(ui: &mut Ui<'_>, pen: &Pen, name: &str, value: u8) {
    let access = a11y::meter(name, f64::from(value), f64::from(Gauges::MAX));
    ui.spawn((column(4.0), access)).with_children(|ui| {
        ui.spawn(Node { justify_content: JustifyContent::SpaceBetween, ..wrapping_row(NEAR) })
            .with_children(|ui| {
                pen.text(ui, Type::Small, name);
                pen.soft(ui, Type::Small, &value.to_string());
            });
        let share = f32::from(value) / f32::from(Gauges::MAX);
        bar(ui, pen, share, pen.theme.ink_soft(), 10.0);
    });
}

/// A score of 0..=100 with the cuts between levels marked; hatched lightly where there is too little to go by.
pub(crate) fn score_bar(ui: &mut Ui<'_>, pen: &Pen, points: u8, color: Color, certain: bool) {
    let color = if certain { color } else { color.with_alpha(0.35) };
    bar(ui, pen, f32::from(points) / 100.0, color, 14.0);
    ticks(ui, pen, &[50.0, 75.0, 90.0]);
}

/// A share in per cent, with a mark at the most that it may be.
pub(crate) fn share_bar(ui: &mut Ui<'_>, pen: &Pen, percent: u32, max: u32, color: Color) {
    let share = |percent: u32| f32::from(u16::try_from(percent).unwrap_or(100)) / 100.0;
    bar(ui, pen, share(percent), color, 14.0);
    ticks(ui, pen, &[share(max) * 100.0]);
}

/// Marks below a bar, at these places in per cent.
fn ticks(ui: &mut Ui<'_>, pen: &Pen, places: &[f32]) {
    ui.spawn(Node { height: px(5), ..default() }).with_children(|ui| {
        for place in places {
            let tick = Node {
                position_type: PositionType::Absolute,
                left: percent(*place),
                width: px(2),
                height: px(5),
                ..default()
            };
            ui.spawn((tick, BackgroundColor(pen.theme.ink_soft())));
        }
    });
}

/// A thin bar that says how much there is of something, beside words that say the same. Gives its filled part.
pub(crate) fn thin_bar(ui: &mut Ui<'_>, pen: &Pen, share: f32, color: Color) -> Entity {
    bar(ui, pen, share, color, 4.0)
}

fn bar(ui: &mut Ui<'_>, pen: &Pen, share: f32, color: Color, height: f32) -> Entity {
    let round = BorderRadius::all(px(height / 2.0));
    let groove = Node {
        width: percent(100),
        height: px(height),
        border_radius: round,
        overflow: Overflow::clip(),
        ..default()
    };
    let fill = Node {
        width: percent(share * 100.0),
        height: percent(100),
        border_radius: round,
        ..default()
    };
    let mut filled = Entity::PLACEHOLDER;
    ui.spawn((groove, BackgroundColor(pen.theme.groove())))
        .with_children(|ui| filled = ui.spawn((fill, BackgroundColor(color))).id());
    filled
}
