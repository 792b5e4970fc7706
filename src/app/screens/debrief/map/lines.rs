//! The ways of the map: level and upright bars that meet at corners, a dashed one with gaps.
//!
//! Bars are never turned: what is turned cannot be cut off where the map's frame ends.

use bevy::prelude::*;

use crate::app::widgets::Ui;
use crate::graph::Stroke;

/// How a line looks, in the units of what it is drawn on.
#[derive(Debug, Clone, Copy)]
pub(in crate::app::screens) struct Look {
    pub(in crate::app::screens) color: Color,
    pub(in crate::app::screens) thick: f32,
    /// How long the dashes are, and the gaps between; nothing for a line without gaps.
    pub(in crate::app::screens) dashes: Option<(f32, f32)>,
    /// How long its head is.
    pub(in crate::app::screens) head: f32,
    /// What one unit is, and how fine a thing can be drawn in it.
    pub(in crate::app::screens) unit: (fn(f32) -> Val, f32),
}

/// How far the level stretches of neighbouring lines are moved apart, so that they can be told from each other.
const LIFT: f32 = 5.0;

/// The corners of the `nth` line, `zoom` times as large and moved aside by `aside` where another runs beside it.
pub(in crate::app::screens) fn corners(
    strokes: &[Stroke],
    nth: usize,
    zoom: f32,
    aside: f32,
) -> Vec<Vec2> {
    let lift = [0.0, LIFT, -LIFT][nth % 3];
    let mut corners: Vec<Vec2> = Vec::new();
    for stroke in strokes {
        match *stroke {
            Stroke::From(x, y) | Stroke::To(x, y) => corners.push(at(x, y)),
            Stroke::Curve([leaving, arriving, end]) => {
                // Between two rows a curve is upright at both ends: it goes across half-way. Others are turns.
                let across = leaving.1 == arriving.1 && leaving.0 != arriving.0;
                let lift = Vec2::new(0.0, if across { lift } else { 0.0 });
                corners
                    .extend([at(leaving.0, leaving.1) + lift, at(arriving.0, arriving.1) + lift]);
                corners.push(at(end.0, end.1));
            }
        }
    }
    let (first, last) = (corners.first().copied(), corners.last().copied());
    let across = last.unwrap_or_default() - first.unwrap_or_default();
    let aside = Vec2::new(if across.y == 0.0 { 0.0 } else { aside }, -aside * sign(across.x));
    corners.iter().map(|corner| (*corner + aside) * zoom).collect()
}

fn sign(value: f32) -> f32 {
    if value == 0.0 { 0.0 } else { value.signum() }
}

#[expect(clippy::cast_precision_loss, reason = "a picture is some thousand units large")]
fn at(x: i32, y: i32) -> Vec2 {
    Vec2::new(x as f32, y as f32)
}

/// Draws a line with its head.
pub(in crate::app::screens) fn draw(ui: &mut Ui<'_>, corners: &[Vec2], look: Look) {
    let mut gone = 0.0;
    for pair in corners.windows(2).filter(|pair| pair[0] != pair[1]) {
        let (from, to) = (pair[0], pair[1]);
        match look.dashes {
            None => bar(ui, from, to, look),
            Some((dash, gap)) => {
                for (begins, ends) in dashes(gone, from.distance(to), dash, gap) {
                    let along = |at: f32| from.lerp(to, at / from.distance(to));
                    bar(ui, along(begins), along(ends), look);
                }
            }
        }
        gone += from.distance(to);
    }
    let last = corners.windows(2).rev().find(|pair| pair[0] != pair[1]);
    if let Some(way) = last.and_then(|pair| (pair[1] - pair[0]).try_normalize()) {
        head(ui, corners.last().copied().unwrap_or_default(), way, look);
    }
}

/// The dashes on a stretch, from its beginning, of a line that has come so far before it.
fn dashes(gone: f32, length: f32, dash: f32, gap: f32) -> Vec<(f32, f32)> {
    let mut found = Vec::new();
    let mut begins = -(gone % (dash + gap));
    while begins < length {
        let ends = (begins + dash).min(length);
        if ends > 0.0 {
            found.push((begins.max(0.0), ends));
        }
        begins += dash + gap;
    }
    found
}

/// A level or upright bar, a little longer than its stretch so that two of them fill their corner.
fn bar(ui: &mut Ui<'_>, from: Vec2, to: Vec2, look: Look) {
    let half = look.thick / 2.0;
    let beyond = if look.dashes.is_some() { 0.0 } else { half };
    let way = (to - from).normalize_or_zero().abs();
    let room = way * beyond + Vec2::new(way.y, way.x) * half;
    let (least, most) = (from.min(to) - room, from.max(to) + room);
    block(ui, least, most - least, half, look);
}

/// The head: bars across the way, each shorter than the one before.
fn head(ui: &mut Ui<'_>, end: Vec2, way: Vec2, look: Look) {
    let (mut back, fine) = (look.head, look.unit.1);
    while back > 0.0 {
        let half = back * 0.55;
        let (near, far) = (end - way * (back - fine).max(0.0), end - way * back);
        let room = Vec2::new(way.y, way.x).abs() * half;
        let (least, most) = (near.min(far) - room, near.max(far) + room);
        block(ui, least, most - least, 0.0, look);
        back -= fine;
    }
}

fn block(ui: &mut Ui<'_>, at: Vec2, size: Vec2, round: f32, look: Look) {
    let unit = look.unit.0;
    let node = Node {
        position_type: PositionType::Absolute,
        left: unit(at.x),
        top: unit(at.y),
        width: unit(size.x),
        height: unit(size.y),
        border_radius: BorderRadius::all(unit(round)),
        ..default()
    };
    ui.spawn((node, BackgroundColor(look.color), Pickable::IGNORE));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_level_or_upright_and_ends_where_it_leads() {
        let strokes = [
            Stroke::From(10, 0),
            Stroke::To(10, 20),
            Stroke::Curve([(10, 40), (90, 40), (90, 60)]),
            Stroke::To(90, 80),
        ];
        for (nth, aside) in [(0, 0.0), (1, 0.0), (2, 3.0)] {
            let corners = corners(&strokes, nth, 2.0, aside);
            assert_eq!(corners.first(), Some(&Vec2::new(20.0 + 2.0 * aside, -2.0 * aside)));
            assert_eq!(corners.last(), Some(&Vec2::new(180.0 + 2.0 * aside, 160.0 - 2.0 * aside)));
            let straight = |pair: &[Vec2]| pair[0].x == pair[1].x || pair[0].y == pair[1].y;
            assert!(corners.windows(2).all(straight), "{corners:?}");
        }
    }

    #[test]
    fn dashes_go_on_around_a_corner() {
        assert_eq!(dashes(0.0, 20.0, 8.0, 6.0), [(0.0, 8.0), (14.0, 20.0)]);
        assert_eq!(dashes(20.0, 10.0, 8.0, 6.0), [(0.0, 2.0), (8.0, 10.0)]);
    }
}
