//! The picture itself: acts, ways, then the places, each a button.

use bevy::input_focus::tab_navigation::TabIndex;
use bevy::prelude::*;
use bevy::text::Justify;

use crate::app::a11y;
use crate::app::navigation::Placed;
use crate::app::screens::debrief::map::lines::{Look, corners, draw as draw_line};
use crate::app::screens::debrief::map::names::names;
use crate::app::screens::debrief::map::spot::{Spot, What, turns};
use crate::app::screens::debrief::map::{Around, Pick, Place};
use crate::app::screens::debrief::turning::{Awaits, Waiting, diamond};
use crate::app::theme::fonts::Type;
use crate::app::theme::measure::{GAP, NEAR};
use crate::app::widgets::{Pen, Ui, column, press_area, row, wrapping_row};
use crate::graph::{Graph, Map, Rect, Size, wrap};

/// The widths of a beat's box and of an ending's, in units of the page where text is 100 %.
const BEAT: i32 = 168;
const ENDING: i32 = 104;
/// Between a box's edge and its words.
const BESIDE: i32 = 8;
const ABOVE: i32 = 12;
/// The size of the words, and the height of a line of them.
const WORDS: i32 = 14;
const LINE: i32 = 21;
const LINES_MAX: usize = 4;
/// Around the picture, for the signs and frames that stand off the outermost boxes.
const MARGIN: f32 = 16.0;
/// What lines are measured in here.
const UNIT: (fn(f32) -> Val, f32) = (Val::Px, 1.0);
/// How far either of two routes on one way stands off its middle.
const APART: f32 = 5.5;

/// The words in a box, in lines, and how large the box is.
fn words(pen: &Pen, spot: &Spot) -> (Vec<String>, Size) {
    let width = match spot.what {
        What::Beat(_) | What::SecondChance(_) => BEAT,
        What::Ending(_) | What::Anywhere => ENDING,
    };
    let mut lines = wrap(&spot.title, WORDS, width - 2 * BESIDE, LINES_MAX);
    if let What::SecondChance(_) = spot.what {
        let second = pen.word("talk-second-chance");
        lines.extend(wrap(&second, WORDS, width - 2 * BESIDE, 1));
    }
    let count = i32::try_from(lines.len()).unwrap_or(1);
    (lines, Size { width, height: count * LINE + 2 * ABOVE })
}

/// Everything; gives the button of the place that is picked.
pub(super) fn draw(
    ui: &mut Ui<'_>,
    pen: &Pen,
    graph: &Graph,
    spots: &[Spot],
    picked: usize,
) -> Entity {
    let (words, sizes): (Vec<_>, Vec<_>) = spots.iter().map(|spot| words(pen, spot)).unzip();
    let map = graph.map(&sizes);
    let whole = scaled(pen, Rect { x: 0, y: 0, width: map.size.width, height: map.size.height });
    let canvas = Node {
        width: px(whole.width()),
        height: px(whole.height()),
        margin: UiRect::axes(auto(), px(MARGIN * pen.zoom)),
        flex_shrink: 0.0,
        ..default()
    };
    let margin = MARGIN * pen.zoom;
    let around = Node {
        min_width: px(whole.width() + 2.0 * margin),
        padding: UiRect::horizontal(px(margin)),
        flex_shrink: 0.0,
        ..column(0.0)
    };
    let mut first = Entity::PLACEHOLDER;
    ui.spawn(around).with_children(|ui| {
        ui.spawn((canvas, a11y::group(&pen.word("map-label")))).with_children(|ui| {
            let acts = acts(pen, graph, &map);
            bands(ui, pen, &acts);
            ways(ui, pen, graph, &map);
            names(ui, pen, &acts);
            // From top to bottom, as they are read aloud.
            let mut order: Vec<usize> = (0..spots.len()).collect();
            order.sort_by_key(|at| (map.boxes[*at].centre(), map.boxes[*at].x));
            for at in order {
                let place = place(ui, pen, at, &spots[at], &words[at], map.boxes[at], picked);
                if at == picked {
                    first = place;
                }
            }
        });
    });
    first
}

#[expect(clippy::cast_precision_loss, reason = "a picture is some thousand units large")]
fn scaled(pen: &Pen, rect: Rect) -> bevy::math::Rect {
    let at = |x: i32, y: i32| Vec2::new(x as f32, y as f32) * pen.zoom;
    bevy::math::Rect::from_corners(at(rect.x, rect.y), at(rect.right(), rect.bottom()))
}

/// A node that stands at a place of the picture.
pub(super) fn standing(at: bevy::math::Rect, node: Node) -> Node {
    Node {
        position_type: PositionType::Absolute,
        left: px(at.min.x),
        top: px(at.min.y),
        width: px(at.width()),
        height: px(at.height()),
        ..node
    }
}

/// The acts that have a place on the picture, one below the other: their names, and where they are.
fn acts<'g>(pen: &Pen, graph: &'g Graph, map: &Map) -> Vec<(&'g str, bevy::math::Rect)> {
    let all = graph.groups.iter().zip(&map.bands).filter(|(_, band)| band.height > 0);
    all.map(|(name, band)| (name.as_str(), scaled(pen, *band))).collect()
}

fn bands(ui: &mut Ui<'_>, pen: &Pen, acts: &[(&str, bevy::math::Rect)]) {
    for (_, band) in acts {
        let node = Node { border_radius: BorderRadius::all(px(14.0 * pen.zoom)), ..column(0.0) };
        ui.spawn((standing(*band, node), BackgroundColor(pen.theme.panel())));
    }
}

/// Every way there is, then the reference route's, then the trainee's: where both go, side by side.
fn ways(ui: &mut Ui<'_>, pen: &Pen, graph: &Graph, map: &Map) {
    let each = || graph.edges.iter().zip(&map.lines).enumerate();
    for (nth, (_, line)) in each().filter(|(_, (edge, _))| edge.steps.is_empty() && !edge.reference)
    {
        draw_line(ui, &corners(line, nth, pen.zoom, 0.0), other_way(pen));
    }
    for (nth, (edge, line)) in each().filter(|(_, (edge, _))| edge.reference) {
        let aside = if edge.steps.is_empty() { 0.0 } else { APART };
        draw_line(ui, &corners(line, nth, pen.zoom, aside), reference_way(pen));
    }
    for (nth, (edge, line)) in each().filter(|(_, (edge, _))| !edge.steps.is_empty()) {
        let aside = if edge.reference { -APART } else { 0.0 };
        draw_line(ui, &corners(line, nth, pen.zoom, aside), your_way(pen));
    }
}

fn your_way(pen: &Pen) -> Look {
    let zoom = pen.zoom;
    let (thick, head) = (5.0 * zoom, 11.0 * zoom);
    Look { color: pen.theme.primary(), thick, dashes: None, head, unit: UNIT }
}

fn reference_way(pen: &Pen) -> Look {
    let (zoom, color) = (pen.zoom, pen.theme.reference());
    let (thick, head) = (3.0 * zoom, 9.0 * zoom);
    Look { color, thick, dashes: Some((8.0 * zoom, 6.0 * zoom)), head, unit: UNIT }
}

fn other_way(pen: &Pen) -> Look {
    let color = pen.theme.ink_soft().mix(&pen.theme.paper(), 0.35);
    let (thick, head) = (1.5 * pen.zoom, 8.0 * pen.zoom);
    Look { color, thick, dashes: None, head, unit: UNIT }
}

/// A place of the map: a button, but for where nothing can be said.
fn place(
    ui: &mut Ui<'_>,
    pen: &Pen,
    at: usize,
    spot: &Spot,
    lines: &[String],
    rect: Rect,
    picked: usize,
) -> Entity {
    let (theme, zoom) = (pen.theme, pen.zoom);
    let rect = scaled(pen, rect);
    let (edge, thick, ground) = match (spot.came.yours, spot.came.reference) {
        (true, _) => (theme.primary(), 3.0, theme.mine()),
        (false, true) => (theme.reference(), 2.0, theme.raised()),
        (false, false) => (theme.ink_soft(), 1.0, theme.raised()),
    };
    let round = match spot.what {
        What::Beat(_) => BorderRadius::all(px(10.0 * zoom)),
        What::SecondChance(_) => BorderRadius::all(px(22.0 * zoom)),
        What::Ending(_) | What::Anywhere => BorderRadius::MAX,
    };
    let node = Node {
        border: UiRect::all(px(thick * zoom)),
        border_radius: round,
        justify_content: JustifyContent::Center,
        align_items: AlignItems::Center,
        ..standing(rect, column(0.0))
    };
    if spot.what == What::Anywhere {
        return ui
            .spawn((node, BorderColor::all(theme.line())))
            .with_children(|ui| set(ui, pen, theme.ink_soft(), lines))
            .id();
    }
    let label = spot.label(pen);
    let extra = (
        Place(at),
        Placed(rect.center()),
        TabIndex(if at == picked { 0 } else { -1 }),
        BorderColor::all(edge),
        Awaits { turns: spot.came.turns.clone(), kind: Waiting::Label },
    );
    press_area(ui, pen, (node, ground), &format!("place-{at}"), &label, Pick(at), extra, |ui| {
        frame(ui, pen, at, thick, round, picked);
        signs(ui, pen, spot, thick);
        set(ui, pen, theme.ink(), lines);
    })
}

/// Lines as they were broken when the box was measured.
fn set(ui: &mut Ui<'_>, pen: &Pen, color: Color, lines: &[String]) {
    let layout = TextLayout { justify: Justify::Center, linebreak: LineBreak::NoWrap };
    ui.spawn(pen.set(Type::Small, color, &lines.join("\n"))).insert(layout);
}

/// Around the place that is picked.
fn frame(ui: &mut Ui<'_>, pen: &Pen, at: usize, thick: f32, round: BorderRadius, picked: usize) {
    let off = px(-(thick + 5.0) * pen.zoom);
    let node = Node {
        position_type: PositionType::Absolute,
        left: off,
        right: off,
        top: off,
        bottom: off,
        border: UiRect::all(px(2.0 * pen.zoom)),
        border_radius: round,
        ..default()
    };
    let seen = if at == picked { Visibility::Inherited } else { Visibility::Hidden };
    ui.spawn((Around(at), node, BorderColor::all(pen.theme.ink()), seen, Pickable::IGNORE));
}

/// On the upper edge: the turns of the trainee's talk, the reference route's star, and the turning point's sign.
fn signs(ui: &mut Ui<'_>, pen: &Pen, spot: &Spot, thick: f32) {
    let node = Node {
        position_type: PositionType::Absolute,
        left: px(8.0 * pen.zoom),
        top: px(-(11.0 + thick) * pen.zoom),
        height: px(22.0 * pen.zoom),
        ..row(5.0 * pen.zoom)
    };
    let sign = Awaits { turns: spot.came.turns.clone(), kind: Waiting::Sign };
    ui.spawn((node, sign, Pickable::IGNORE)).with_children(|ui| {
        if !spot.came.turns.is_empty() {
            number(ui, pen, &turns(&spot.came.turns));
        }
        if spot.came.reference {
            star(ui, pen);
        }
    });
}

fn number(ui: &mut Ui<'_>, pen: &Pen, words: &str) {
    let node = Node {
        min_width: px(22.0 * pen.zoom),
        padding: UiRect::horizontal(px(6.0 * pen.zoom)),
        justify_content: JustifyContent::Center,
        border_radius: BorderRadius::MAX,
        flex_shrink: 0.0,
        ..default()
    };
    ui.spawn((node, BackgroundColor(pen.theme.primary())))
        .with_children(|ui| set(ui, pen, pen.theme.on_primary(), &[words.to_owned()]));
}

fn star(ui: &mut Ui<'_>, pen: &Pen) {
    let node = Node {
        width: px(22.0 * pen.zoom),
        justify_content: JustifyContent::Center,
        border_radius: BorderRadius::MAX,
        flex_shrink: 0.0,
        ..default()
    };
    ui.spawn((node, BackgroundColor(pen.theme.raised()))).with_child(pen.set(
        Type::Small,
        pen.theme.reference(),
        "★",
    ));
}

/// What the lines and signs are, and how to go around.
pub(super) fn legend(ui: &mut Ui<'_>, pen: &Pen) {
    ui.spawn(Node { flex_shrink: 0.0, ..column(NEAR) }).with_children(|ui| {
        pen.soft(ui, Type::Small, &pen.word("map-how"));
        ui.spawn(wrapping_row(GAP)).with_children(|ui| {
            named(ui, pen, "map-yours", |ui| {
                sample(ui, pen, your_way(pen));
                number(ui, pen, "1");
            });
            named(ui, pen, "map-reference", |ui| {
                sample(ui, pen, reference_way(pen));
                star(ui, pen);
            });
            named(ui, pen, "debrief-curve-turning", |ui| diamond(ui, pen));
        });
    });
}

fn named(ui: &mut Ui<'_>, pen: &Pen, key: &str, sign: impl FnOnce(&mut Ui<'_>)) {
    ui.spawn(row(NEAR)).with_children(|ui| {
        sign(ui);
        pen.soft(ui, Type::Small, &pen.word(key));
    });
}

fn sample(ui: &mut Ui<'_>, pen: &Pen, look: Look) {
    let (wide, high) = (36.0 * pen.zoom, 14.0 * pen.zoom);
    let node = Node { width: px(wide), height: px(high), flex_shrink: 0.0, ..default() };
    let ends = [Vec2::new(0.0, high / 2.0), Vec2::new(wide, high / 2.0)];
    ui.spawn(node).with_children(|ui| draw_line(ui, &ends, look));
}
