//! Small drawn marks that name a channel at a glance, beside the word that says the same.

use bevy::prelude::*;

use crate::app::theme::fonts::Type;
use crate::app::widgets::{Pen, Ui, row};
use crate::scenario::Channel;

/// How wide and high a mark is.
const SIZE: f32 = 18.0;

/// A small label in a rounded frame, with the mark of a channel before its word.
pub(crate) fn channel_tag(ui: &mut Ui<'_>, pen: &Pen, channel: Channel) {
    let color = pen.theme.ink_soft();
    let frame = Node {
        padding: UiRect::axes(px(10), px(2)),
        border: UiRect::all(px(1)),
        border_radius: BorderRadius::MAX,
        flex_shrink: 0.0,
        ..row(6.0)
    };
    ui.spawn((frame, BorderColor::all(color))).with_children(|ui| {
        mark(ui, pen, channel, color);
        let word = pen.word(&format!("channel-{}", channel.code()));
        ui.spawn(pen.set(Type::Small, color, &word));
    });
}

/// One stroke or spot of a mark, in units of its size from the upper left corner.
#[derive(Debug, Clone, Copy)]
struct Part {
    at: Vec2,
    size: Vec2,
    /// How round its corners are, as a share of its smaller side.
    round: f32,
    /// How wide its outline is; filled, if nothing.
    outline: Option<f32>,
    /// By how much it is turned, in degrees.
    turned: f32,
}

impl Part {
    const fn spot(x: f32, y: f32, width: f32, height: f32, round: f32) -> Self {
        let (at, size) = (Vec2::new(x, y), Vec2::new(width, height));
        Self { at, size, round, outline: None, turned: 0.0 }
    }

    const fn ring(x: f32, y: f32, width: f32, height: f32, round: f32) -> Self {
        Self { outline: Some(0.1), ..Self::spot(x, y, width, height, round) }
    }

    const fn turned(self, degrees: f32) -> Self {
        Self { turned: degrees, ..self }
    }
}

/// A handset, a door, a bell on a counter, a bubble with dots, an envelope, and two heads together.
fn parts(channel: Channel) -> &'static [Part] {
    const PHONE: &[Part] = &[
        Part::spot(0.02, 0.22, 0.96, 0.24, 0.5),
        Part::spot(0.02, 0.26, 0.3, 0.5, 0.3),
        Part::spot(0.68, 0.26, 0.3, 0.5, 0.3),
    ];
    const VISIT: &[Part] =
        &[Part::ring(0.2, 0.04, 0.6, 0.92, 0.1), Part::spot(0.58, 0.46, 0.12, 0.12, 0.5)];
    const COUNTER: &[Part] = &[
        Part::spot(0.44, 0.14, 0.12, 0.14, 0.5),
        Part::spot(0.22, 0.28, 0.56, 0.3, 0.45),
        Part::spot(0.02, 0.68, 0.96, 0.16, 0.3),
    ];
    const CHAT: &[Part] = &[
        Part::ring(0.02, 0.12, 0.96, 0.66, 0.4),
        Part::spot(0.16, 0.7, 0.18, 0.18, 0.2).turned(45.0),
        Part::spot(0.24, 0.38, 0.13, 0.13, 0.5),
        Part::spot(0.44, 0.38, 0.13, 0.13, 0.5),
        Part::spot(0.64, 0.38, 0.13, 0.13, 0.5),
    ];
    const MAIL: &[Part] = &[
        Part::ring(0.0, 0.14, 1.0, 0.72, 0.12),
        Part::spot(0.04, 0.36, 0.52, 0.1, 0.5).turned(32.0),
        Part::spot(0.44, 0.36, 0.52, 0.1, 0.5).turned(-32.0),
    ];
    const INTERNAL: &[Part] = &[
        Part::spot(0.12, 0.12, 0.32, 0.32, 0.5),
        Part::spot(0.56, 0.12, 0.32, 0.32, 0.5),
        Part::spot(0.02, 0.52, 0.46, 0.36, 0.45),
        Part::spot(0.52, 0.52, 0.46, 0.36, 0.45),
    ];
    match channel {
        Channel::Phone => PHONE,
        Channel::Visit => VISIT,
        Channel::Counter => COUNTER,
        Channel::Chat => CHAT,
        Channel::Mail => MAIL,
        Channel::Internal => INTERNAL,
    }
}

fn mark(ui: &mut Ui<'_>, pen: &Pen, channel: Channel, color: Color) {
    let size = SIZE * pen.zoom;
    let box_ = Node { width: px(size), height: px(size), flex_shrink: 0.0, ..default() };
    ui.spawn(box_).with_children(|ui| {
        for part in parts(channel) {
            let node = Node {
                position_type: PositionType::Absolute,
                left: px(part.at.x * size),
                top: px(part.at.y * size),
                width: px(part.size.x * size),
                height: px(part.size.y * size),
                border: UiRect::all(px(part.outline.unwrap_or_default() * size)),
                border_radius: BorderRadius::all(px(part.size.min_element() * part.round * size)),
                ..default()
            };
            let ground = if part.outline.is_some() { Color::NONE } else { color };
            let turned = UiTransform::from_rotation(Rot2::degrees(part.turned));
            ui.spawn((node, BackgroundColor(ground), BorderColor::all(color), turned));
        }
    });
}
