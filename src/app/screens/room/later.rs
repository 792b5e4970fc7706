//! What is painted once the talk is over: the sheet, what was never told, and the look back.

use bevy::prelude::*;

use crate::app::screens::room::brush::{Brush, HEAD, column, filling, head};
use crate::app::screens::room::chart::charts;
use crate::app::screens::room::fit::{Block, fit, length};
use crate::app::widgets::Ui;
use crate::room::{OptionView, RouteStep};
use crate::session::LineView;

pub(super) fn sheet(ui: &mut Ui<'_>, brush: &Brush, high: f32, entries: &[(String, bool)]) {
    head(ui, brush, &brush.word("room-sheet-title"));
    let width = (brush.inner() - 6.0) / 2.0 - 7.0;
    let half = entries.len().div_ceil(2);
    let blocks = |part: &[(String, bool)]| {
        part.iter().map(|(text, _)| (text.clone(), width)).collect::<Vec<_>>()
    };
    let sides = [blocks(&entries[..half]), blocks(&entries[half..])];
    let sized = |side: &Vec<(String, f32)>| {
        let blocks: Vec<Block> =
            side.iter().map(|(text, width)| Block::new(text, *width, 1.0)).collect();
        #[expect(clippy::cast_precision_loss, reason = "a few entries")]
        fit(&blocks, 1.5 * side.len() as f32, high - HEAD, 5.0 * brush.zoom)
    };
    let size = sides.iter().map(sized).fold(5.0 * brush.zoom, f32::min);
    ui.spawn(brush.row(6.0)).with_children(|ui| {
        for (side, part) in [&entries[..half], &entries[half..]].into_iter().enumerate() {
            ui.spawn(filling(column(1.5))).with_children(|ui| {
                for (at, (text, ticked)) in part.iter().enumerate() {
                    let number = (side * half + at + 1).to_string();
                    let shown = if *ticked { format!("● {number}") } else { number };
                    ui.spawn(brush.row(2.0)).with_children(|ui| {
                        let node =
                            Node { width: vh(brush.whole(7.0)), flex_shrink: 0.0, ..default() };
                        ui.spawn(node).with_children(|ui| {
                            brush.text(ui, false, true, size, brush.theme.primary(), &shown);
                        });
                        ui.spawn(filling(column(0.0)))
                            .with_children(|ui| brush.plain(ui, size, text));
                    });
                }
            });
        }
    });
}

pub(super) fn untold(ui: &mut Ui<'_>, brush: &Brush, high: f32, facts: &[(String, String)]) {
    head(ui, brush, &brush.word("room-untold"));
    if facts.is_empty() {
        return brush.voice(ui, 6.0, &brush.word("room-untold-none"));
    }
    let opens: Vec<String> = facts
        .iter()
        .map(|(_, how)| brush.sentence("room-untold-opens", &[("how", how.clone().into())]))
        .collect();
    let texts = |with: bool| -> Vec<(String, bool)> {
        let pair = |(at, (fact, _)): (usize, &(String, String))| {
            let how = with.then(|| (opens[at].clone(), true));
            std::iter::once((fact.clone(), false)).chain(how).collect::<Vec<_>>()
        };
        facts.iter().enumerate().flat_map(pair).collect()
    };
    let sized = |texts: &[(String, bool)]| {
        let blocks: Vec<Block> =
            texts.iter().map(|(text, _)| Block::new(text, brush.inner(), 1.0)).collect();
        #[expect(clippy::cast_precision_loss, reason = "a few facts")]
        fit(&blocks, 2.0 * texts.len() as f32, high - HEAD, 6.0 * brush.zoom)
    };
    // What would have opened it is said as well where there is room.
    let all = texts(true);
    let (texts, size) = match sized(&all) {
        size if size >= brush.least() * 0.85 => (all, size),
        _ => {
            let few = texts(false);
            let size = sized(&few);
            (few, size)
        }
    };
    ui.spawn(column(2.0)).with_children(|ui| {
        for (text, soft) in &texts {
            let color = if *soft { brush.theme.ink_soft() } else { brush.theme.ink() };
            brush.text(ui, true, !soft, size, color, text);
        }
    });
}

/// The line and the question at the left, how the room voted at the right.
pub(super) fn analyse(
    ui: &mut Ui<'_>,
    brush: &Brush,
    high: f32,
    line: Option<&LineView>,
    question: &str,
    (options, chart): (&[OptionView], Option<&crate::room::Chart>),
) {
    let width = (brush.inner() - 6.0) * 0.58;
    let line = line.map(|line| line.text.as_str()).unwrap_or_default();
    let blocks = [Block::new(line, width, 0.9), Block::new(question, width, 1.0)];
    let size = fit(&blocks, 5.0, high, 6.0 * brush.zoom);
    let slim = Brush { width: brush.width - width - 6.0, ..*brush };
    ui.spawn(Node { align_items: AlignItems::Center, ..brush.row(6.0) }).with_children(|ui| {
        ui.spawn(Node { width: vh(brush.whole(width)), ..column(4.0) }).with_children(|ui| {
            brush.text(ui, true, false, size * 0.9, brush.theme.ink_soft(), line);
            brush.text(ui, true, true, size, brush.theme.ink(), question);
        });
        ui.spawn(filling(column(0.0))).with_children(|ui| charts(ui, &slim, high, options, chart));
    });
}

/// What was said, a line each, with a mark where another way was looked at.
pub(super) fn route(ui: &mut Ui<'_>, brush: &Brush, high: f32, steps: &[RouteStep]) {
    head(ui, brush, &brush.word("room-route"));
    #[expect(clippy::cast_precision_loss, reason = "a talk has a few dozen steps")]
    let size = ((high - HEAD) / (steps.len().max(1) as f32 * 1.42)).min(5.2 * brush.zoom);
    let most = brush.inner() / size - 5.5;
    ui.spawn(column(0.0)).with_children(|ui| {
        for (at, step) in steps.iter().enumerate() {
            ui.spawn(brush.row(1.5)).with_children(|ui| {
                let node =
                    Node { width: vh(brush.whole(size * 2.0)), flex_shrink: 0.0, ..default() };
                ui.spawn(node).with_children(|ui| {
                    brush.text(ui, false, true, size, brush.theme.primary(), &(at + 1).to_string());
                });
                let color = if step.told { brush.theme.ink_soft() } else { brush.theme.ink() };
                let peeked = if step.peeked.is_empty() { "" } else { " ▼" };
                let words = format!("{}{peeked}", first_of(&step.said, most));
                brush.text(ui, true, false, size, color, &words);
            });
        }
    });
}

/// As much of a text as fits into one line, with the sign that it goes on.
fn first_of(text: &str, most: f32) -> String {
    let mut cut = String::new();
    for c in text.chars() {
        if length(&cut) > most - 1.5 {
            cut.push('…');
            return cut;
        }
        cut.push(c);
    }
    cut
}
