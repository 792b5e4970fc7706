//! The simple pages of the wall: a few sentences, each as large as all of them fit.

use bevy::prelude::*;

use crate::app::screens::room::brush::{Brush, column, filling, head};
use crate::app::screens::room::fit::{Block, SMALLEST, fit, length};
use crate::app::widgets::Ui;

pub(super) fn centred(ui: &mut Ui<'_>, brush: &Brush, lines: &[(f32, &str)]) {
    let node = Node { align_items: AlignItems::Center, width: percent(100), ..column(3.0) };
    ui.spawn(node).with_children(|ui| {
        for (at, (size, words)) in lines.iter().enumerate() {
            let color = if at == 0 { brush.theme.ink() } else { brush.theme.ink_soft() };
            brush.text(ui, at == 0, at == 0, size * brush.zoom, color, words);
        }
    });
}

/// Texts below one another in one size, each with whether it is bold and its share of that size.
pub(super) fn stack(
    ui: &mut Ui<'_>,
    brush: &Brush,
    high: f32,
    texts: &[(bool, f32, &str)],
    most: f32,
) {
    const BETWEEN: f32 = 3.5;
    let blocks: Vec<Block> =
        texts.iter().map(|(_, share, text)| Block::new(text, brush.inner(), *share)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a few texts")]
    let between = BETWEEN * texts.len().saturating_sub(1) as f32;
    let size = fit(&blocks, between, high, most * brush.zoom);
    let node =
        Node { height: vh(high), justify_content: JustifyContent::Center, ..column(BETWEEN) };
    ui.spawn(node).with_children(|ui| {
        for (bold, share, text) in texts {
            brush.text(ui, true, *bold, size * share, brush.theme.ink(), text);
        }
    });
}

pub(super) fn titled(ui: &mut Ui<'_>, brush: &Brush, high: f32, title: &str, texts: &[&str]) {
    let mut all = vec![(true, 1.3, title)];
    all.extend(texts.iter().map(|text| (false, 1.0, *text)));
    stack(ui, brush, high, &all, 7.2);
}

pub(super) fn opening(ui: &mut Ui<'_>, brush: &Brush, title: &str, minutes: u16) {
    let args = [("minutes", i64::from(minutes).into()), ("title", title.into())];
    let about = brush.sentence("room-opening-minutes", &args);
    let node = Node { align_items: AlignItems::Center, width: percent(100), ..column(4.0) };
    ui.spawn(node).with_children(|ui| {
        let size = (brush.inner() / (length(&brush.word("room-opening-title")) + 1.0)).min(9.0);
        brush.text(ui, true, true, size, brush.theme.ink(), &brush.word("room-opening-title"));
        ui.spawn(Node { align_items: AlignItems::Center, ..column(1.5) }).with_children(|ui| {
            for key in ["room-opening-safe", "room-opening-out"] {
                brush.plain(ui, (5.0 * brush.zoom).min(5.6), &brush.word(key));
            }
        });
        brush.soft(ui, brush.least().min(5.0), &about);
    });
}

/// Letters of every size that will be seen, to try the projector with.
pub(super) fn pattern(ui: &mut Ui<'_>, brush: &Brush) {
    let corners = Node {
        position_type: PositionType::Absolute,
        left: vh(1.5),
        right: vh(1.5),
        top: vh(1.5),
        bottom: vh(1.5),
        border: UiRect::all(vh(0.4)),
        ..default()
    };
    ui.spawn((corners, BorderColor::all(brush.theme.primary())));
    let middle = Node {
        height: percent(100),
        width: percent(100),
        justify_content: JustifyContent::Center,
        align_items: AlignItems::Center,
        ..column(5.0)
    };
    ui.spawn(middle).with_children(|ui| {
        brush.text(ui, true, true, 8.5, brush.theme.ink(), &brush.word("room-pattern"));
        brush.text(
            ui,
            false,
            false,
            SMALLEST,
            brush.theme.ink(),
            &brush.word("room-pattern-small"),
        );
        ui.spawn(brush.row(2.0)).with_children(|ui| {
            let theme = brush.theme;
            for color in [
                theme.ink(),
                theme.ink_soft(),
                theme.primary(),
                theme.anger(),
                theme.trust(),
                theme.cue(),
            ] {
                let node = Node {
                    width: vh(9.0),
                    height: vh(6.0),
                    border_radius: BorderRadius::all(vh(1.0)),
                    ..default()
                };
                ui.spawn((node, BackgroundColor(color)));
            }
        });
        brush.soft(ui, SMALLEST, &brush.word("room-pattern-how"));
        if cfg!(feature = "sound") {
            brush.soft(ui, SMALLEST, &brush.word("room-pattern-sound"));
        }
    });
}

/// What to keep and what to change, side by side.
pub(super) fn plus_delta(ui: &mut Ui<'_>, brush: &Brush, high: f32) {
    const PAD: f32 = 4.0;
    const BESIDE: f32 = 4.0;
    let parts = [("room-plus", "room-ask-plus"), ("room-delta", "room-ask-delta")];
    head(ui, brush, &brush.word("room-plus-delta"));
    let width = (brush.inner() - BESIDE) / 2.0 - 2.0 * PAD;
    let sized = |(name, ask): (&str, &str)| {
        let blocks =
            [Block::new(&brush.word(name), width, 1.25), Block::new(&brush.word(ask), width, 1.0)];
        fit(&blocks, 2.0 * PAD + 3.0, high - 3.0, 7.0 * brush.zoom)
    };
    let size = parts.into_iter().map(sized).fold(f32::MAX, f32::min);
    // Two sheets, as on a flip chart; the ring at the foot keeps clear of them.
    ui.spawn(Node { height: vh(high - 3.0), ..brush.row(BESIDE) }).with_children(|ui| {
        for (name, ask) in parts {
            let sheet = Node {
                padding: UiRect::axes(vh(brush.whole(PAD)), vh(PAD)),
                border: UiRect::all(vh(0.2)),
                border_radius: BorderRadius::all(vh(2.5)),
                ..filling(column(3.0))
            };
            let look =
                (BackgroundColor(brush.theme.raised()), BorderColor::all(brush.theme.line()));
            ui.spawn((sheet, look)).with_children(|ui| {
                let color = brush.theme.primary();
                brush.text(ui, true, true, size * 1.25, color, &brush.word(name));
                brush.plain(ui, size, &brush.word(ask));
            });
        }
    });
}
