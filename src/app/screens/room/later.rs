//! What is painted once the talk is over: the sheet, what was never told, and the look back.

use bevy::prelude::*;

use crate::app::screens::room::brush::{Brush, HEAD, column, filling, head};
use crate::app::screens::room::chart::charts;
use crate::app::screens::room::fit::{Block, LEADING, SMALLEST, fit, last_of};
use crate::app::widgets::Ui;
use crate::room::OptionView;
use crate::session::LineView;

pub(super) fn sheet(ui: &mut Ui<'_>, brush: &Brush, high: f32, entries: &[(String, bool)]) {
    head(ui, brush, &brush.word("room-sheet-title"));
    let width = (brush.inner() - 6.0) / 2.0 - TICK - 2.0;
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
                    ui.spawn(brush.row(2.0)).with_children(|ui| {
                        tick(ui, brush, size, &number, *ticked);
                        ui.spawn(filling(column(0.0)))
                            .with_children(|ui| brush.plain(ui, size, text));
                    });
                }
            });
        }
    });
}

/// The width of an entry's number in its frame.
const TICK: f32 = 12.0;

/// An entry's number in a frame, which is filled once it is ticked.
fn tick(ui: &mut Ui<'_>, brush: &Brush, size: f32, number: &str, ticked: bool) {
    let theme = brush.theme;
    let letters = (size * 0.9).max(SMALLEST.min(size));
    // As high as the line of its number, in the middle of the first line beside it, however many follow.
    let frame = Node {
        align_self: AlignSelf::Start,
        width: vh(brush.whole(TICK)),
        min_height: vh(letters * LEADING),
        margin: UiRect::top(vh((size - letters) * LEADING / 2.0)),
        border: UiRect::all(vh(0.3)),
        border_radius: BorderRadius::all(vh(1.2)),
        justify_content: JustifyContent::Center,
        align_items: AlignItems::Center,
        flex_shrink: 0.0,
        ..default()
    };
    let (ground, ink) = if ticked {
        (theme.primary(), theme.on_primary())
    } else {
        (theme.raised(), theme.primary())
    };
    let words = if ticked { format!("● {number}") } else { number.to_owned() };
    ui.spawn((frame, BackgroundColor(ground), BorderColor::all(theme.primary())))
        .with_children(|ui| brush.number(ui, letters, ink, &words));
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
        size if size >= brush.least() => (all, size),
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
    // Two charts beside each other need half of the wall.
    let voted_twice = chart.is_some_and(|chart| chart.second.is_some());
    let width = (brush.inner() - 6.0) * if voted_twice { 0.5 } else { 0.58 };
    let line = line.map(|line| line.text.as_str()).unwrap_or_default();
    let sized = |line: &str| {
        let blocks = [Block::new(line, width, 1.0), Block::new(question, width, 1.0)];
        fit(&blocks, 5.0, high, 6.0 * brush.zoom)
    };
    // Of a long speech its last sentences are what the vote was about.
    let line = last_of(line, |line| sized(line) >= brush.least());
    let size = sized(&line);
    let slim = brush.slimmer(width + 6.0);
    ui.spawn(Node { align_items: AlignItems::Center, ..brush.row(6.0) }).with_children(|ui| {
        ui.spawn(Node { width: vh(brush.whole(width)), ..column(4.0) }).with_children(|ui| {
            brush.text(ui, true, false, size, brush.theme.ink_soft(), &line);
            brush.text(ui, true, true, size, brush.theme.ink(), question);
        });
        ui.spawn(filling(column(0.0))).with_children(|ui| charts(ui, &slim, high, options, chart));
    });
}
