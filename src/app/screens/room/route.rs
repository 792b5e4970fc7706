//! The way that the room took, on the scenario's graph, and the names of the moments it spent its time at.

use bevy::prelude::*;

use crate::app::screens::debrief::map::lines::{Look, corners, draw};
use crate::app::screens::room::brush::{Brush, HEAD, column, filling, head, row};
use crate::app::screens::room::fit::{LEADING, SMALLEST, first_of};
use crate::app::widgets::Ui;
use crate::room::{PlaceKind, RouteMap, RoutePlace, RouteStep, RouteWay};

/// What lines are measured in here.
const UNIT: (fn(f32) -> Val, f32) = (Val::Vh, 0.15);
/// What is left free around the map.
const FREE: f32 = 2.0;
/// How long the sign is that another way was looked at.
const LOOKED: f32 = 6.0;

pub(super) fn route(
    ui: &mut Ui<'_>,
    brush: &Brush,
    high: f32,
    map: &RouteMap,
    steps: &[RouteStep],
    ending: &str,
) {
    // The legend stands beside the head, so that a line more of names has its place.
    ui.spawn(row(0.0)).with_children(|ui| {
        ui.spawn(filling(column(0.0)))
            .with_children(|ui| head(ui, brush, &brush.word("room-route")));
        legend(ui, brush);
    });
    let (left, line) = (high - HEAD, brush.least() * LEADING);
    let (whole, scale) = scaled(brush, map, left - 2.0 * line);
    ui.spawn(Node { height: vh(left), ..column(0.0) }).with_children(|ui| {
        picture(ui, brush, map, whole, scale);
        names(ui, brush, ((left - whole.y) / line).floor(), steps, ending);
    });
}

/// How large the map is and one of its units, where it may be so high. It goes from left to right, as the wall is wide.
#[expect(clippy::cast_precision_loss, reason = "a picture is some thousand units large")]
fn scaled(brush: &Brush, map: &RouteMap, high: f32) -> (Vec2, f32) {
    let (long, wide) = (map.size.height.max(1) as f32, map.size.width.max(1) as f32);
    let scale = (brush.inner() / long).min((high - 2.0 * FREE) / wide);
    (Vec2::new(long, wide) * scale + Vec2::new(0.0, 2.0 * FREE), scale)
}

fn picture(ui: &mut Ui<'_>, brush: &Brush, map: &RouteMap, whole: Vec2, scale: f32) {
    let canvas = Node { width: vh(whole.x), height: vh(whole.y), flex_shrink: 0.0, ..default() };
    ui.spawn(canvas).with_children(|ui| {
        // What the room went lies over what it did not.
        for rank in 0..3 {
            for (nth, way) in map.ways.iter().enumerate().filter(|(_, way)| rank == rank_of(way)) {
                let corners = corners(&way.strokes, nth, scale, 0.0);
                let turned = corners.iter().map(|at| Vec2::new(at.y, at.x + FREE));
                draw(ui, &turned.collect::<Vec<_>>(), look(brush, rank));
            }
        }
        map.places.iter().for_each(|place| stand(ui, brush, place, scale));
    });
}

/// 0 for a way that was left alone, 1 for one looked along, 2 for one that was gone.
fn rank_of(way: &RouteWay) -> u8 {
    match (way.taken, way.peeked) {
        (true, _) => 2,
        (false, true) => 1,
        (false, false) => 0,
    }
}

fn look(brush: &Brush, rank: u8) -> Look {
    let theme = brush.theme;
    let (color, thick, dashes) = match rank {
        2 => (theme.primary(), 0.9, None),
        1 => (theme.anger(), 0.5, Some((1.2, 0.8))),
        _ => (theme.ink_soft().mix(&theme.paper(), 0.55), 0.2, None),
    };
    let head = if rank == 0 { 0.9 } else { 1.6 };
    Look { color, thick, dashes, head, unit: UNIT }
}

/// A place: filled with the number of its turn where the room was, framed where it looked, pale elsewhere.
#[expect(clippy::cast_precision_loss, reason = "a picture is some thousand units large")]
fn stand(ui: &mut Ui<'_>, brush: &Brush, place: &RoutePlace, scale: f32) {
    let theme = brush.theme;
    let (long, wide) = (place.at.height as f32 * scale, place.at.width as f32 * scale);
    let round = match place.kind {
        PlaceKind::Beat => BorderRadius::all(vh(long * 0.2)),
        PlaceKind::SecondChance | PlaceKind::Ending => BorderRadius::MAX,
    };
    let (ground, edge, thick) = match (place.came, place.peeked) {
        (true, _) => (theme.primary(), theme.primary(), 0.4),
        (false, true) => (theme.raised(), theme.anger(), 0.6),
        (false, false) => (theme.raised(), theme.ink_soft().mix(&theme.paper(), 0.55), 0.25),
    };
    let node = Node {
        position_type: PositionType::Absolute,
        left: vh(place.at.y as f32 * scale),
        top: vh(place.at.x as f32 * scale + FREE),
        width: vh(long),
        height: vh(wide),
        border: UiRect::all(vh(thick)),
        border_radius: round,
        justify_content: JustifyContent::Center,
        align_items: AlignItems::Center,
        ..default()
    };
    ui.spawn((node, BackgroundColor(ground), BorderColor::all(edge))).with_children(|ui| {
        // A number that nobody could read is no number.
        if let Some(turn) = place.turns.first().filter(|_| wide >= SMALLEST * 1.2) {
            brush.text(ui, false, true, SMALLEST, theme.on_primary(), &turn.to_string());
        }
    });
}

/// A short piece of a way, as a sign for it.
fn sample(ui: &mut Ui<'_>, brush: &Brush, rank: u8, long: f32) {
    let node = Node { width: vh(long), height: vh(2.0), flex_shrink: 0.0, ..default() };
    ui.spawn(node).with_children(|ui| {
        draw(ui, &[Vec2::new(0.0, 1.0), Vec2::new(long, 1.0)], look(brush, rank));
    });
}

fn legend(ui: &mut Ui<'_>, brush: &Brush) {
    let high = SMALLEST * LEADING;
    let row = Node {
        height: vh(high),
        align_items: AlignItems::Center,
        flex_shrink: 0.0,
        ..brush.row(2.0)
    };
    ui.spawn(row).with_children(|ui| {
        for (rank, key) in [(2, "room-route-ours"), (1, "room-route-peeked")] {
            ui.spawn(Node { width: vh(3.0), ..default() });
            sample(ui, brush, rank, 9.0);
            brush.soft(ui, SMALLEST, &brush.word(key));
        }
    });
}

/// The names of what was voted on twice or looked at, as many as there is room for, in two columns; and the ending.
fn names(ui: &mut Ui<'_>, brush: &Brush, rows: f32, steps: &[RouteStep], ending: &str) {
    const BESIDE: f32 = 5.0;
    let size = brush.least();
    let wide = (brush.inner() - BESIDE) / 2.0 - size * 2.2;
    let most = |peeked: bool| if peeked { (wide - LOOKED - 2.0) / size } else { wide / size };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few rows")]
    let room = (rows.max(1.0) as usize * 2).saturating_sub(1);
    let mut shown: Vec<(usize, &RouteStep)> = (1..).zip(steps).collect();
    shown.sort_by_key(|(at, step)| (!step.talked_over, step.peeked.is_empty(), *at));
    shown.truncate(room);
    shown.sort_by_key(|(at, _)| *at);
    let numbered =
        shown.iter().map(|(at, step)| (at.to_string(), &*step.title, !step.peeked.is_empty()));
    let ended = (!ending.is_empty()).then(|| ("→".to_owned(), ending, false));
    let all: Vec<(String, &str, bool)> = numbered.chain(ended).collect();
    ui.spawn(brush.row(BESIDE)).with_children(|ui| {
        for part in all.chunks(all.len().div_ceil(2).max(1)) {
            ui.spawn(filling(column(0.0))).with_children(|ui| {
                for (number, title, peeked) in part {
                    name(ui, brush, number, &first_of(title, most(*peeked)), *peeked);
                }
            });
        }
    });
}

/// A number and a name, with a sign behind them where another way was looked at.
fn name(ui: &mut Ui<'_>, brush: &Brush, number: &str, title: &str, peeked: bool) {
    let size = brush.least();
    let line = Node { align_items: AlignItems::Center, ..brush.row(0.0) };
    ui.spawn(line).with_children(|ui| {
        let node = Node { width: vh(brush.whole(size * 2.2)), flex_shrink: 0.0, ..default() };
        ui.spawn(node).with_children(|ui| {
            brush.text(ui, true, true, size, brush.theme.primary(), number);
        });
        brush.text(ui, true, false, size, brush.theme.ink(), title);
        if peeked {
            ui.spawn(Node { width: vh(2.0), flex_shrink: 0.0, ..default() });
            sample(ui, brush, 1, LOOKED);
        }
    });
}
