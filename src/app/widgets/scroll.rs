//! A column that scrolls when it is too long, with a bar that shows where one is, and soft edges where it goes on.

use bevy::prelude::*;
use bevy::ui::UiSystems;
use bevy::ui_widgets::{ControlOrientation, ScrollArea, Scrollbar, ScrollbarThumb};

use crate::app::awake::Awake;
use crate::app::focus::RING;
use crate::app::navigation::MainScroll;
use crate::app::theme::measure::{FADE, ROUND};
use crate::app::widgets::{Pen, Ui, column, filling};

/// The width of the bar, and of the room kept for it.
const BAR: f32 = 8.0;
/// Between the bar and what scrolls.
const BESIDE: f32 = 6.0;

/// How far the right edge of what scrolls stands off that of the page; what is below it keeps the same edge.
pub(crate) const SCROLL_EDGE: f32 = BAR + BESIDE;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PostUpdate, (hide_idle_bars, fade).after(UiSystems::Layout));
}

/// Softens an edge of what scrolls, on its ground.
#[derive(Component, Debug)]
struct Fade {
    of: Entity,
    edge: Edge,
    ground: Option<(Entity, Color)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    Top,
    Bottom,
}

/// The page's scrolling column; page keys scroll it.
pub(crate) fn scroll_column(
    ui: &mut Ui<'_>,
    pen: &Pen,
    gap: f32,
    marker: impl Bundle,
    content: impl FnOnce(&mut Ui<'_>),
) {
    scroll_list(ui, pen, gap, (MainScroll, marker), content);
}

/// A column beside the page's own, which page keys leave alone.
pub(crate) fn scroll_list(
    ui: &mut Ui<'_>,
    pen: &Pen,
    gap: f32,
    marker: impl Bundle,
    content: impl FnOnce(&mut Ui<'_>),
) {
    let frame = Node {
        min_height: px(0),
        flex_direction: FlexDirection::Row,
        column_gap: px(BESIDE),
        ..default()
    };
    ui.spawn(filling(frame)).with_children(|ui| {
        let area = filling(Node { overflow: Overflow::scroll_y(), ..scrolling(gap) });
        let target = ui.spawn((area, ScrollArea, marker)).with_children(content).id();
        fades(ui, target);
        bar_beside(ui, pen, target);
    });
}

/// A box as high as what is in it, or as there is room for; then it scrolls.
pub(crate) fn scroll_box(ui: &mut Ui<'_>, pen: &Pen, content: impl FnOnce(&mut Ui<'_>)) {
    let frame = Node {
        min_height: px(0),
        flex_direction: FlexDirection::Row,
        column_gap: px(BESIDE),
        ..default()
    };
    ui.spawn(frame).with_children(|ui| {
        let area = Node { flex_grow: 1.0, overflow: Overflow::scroll_y(), ..scrolling(0.0) };
        let target = ui.spawn((area, ScrollArea, MainScroll)).with_children(content).id();
        fades(ui, target);
        bar_beside(ui, pen, target);
    });
}

/// Something that may be larger than its frame both ways, with a bar for each.
pub(crate) fn scroll_plane(
    ui: &mut Ui<'_>,
    pen: &Pen,
    marker: impl Bundle,
    content: impl FnOnce(&mut Ui<'_>),
) {
    let frame = Node { min_height: px(0), column_gap: px(BESIDE), ..default() };
    ui.spawn(filling(frame)).with_children(|ui| {
        let mut target = Entity::PLACEHOLDER;
        let above = filling(Node { min_height: px(0), ..column(BESIDE) });
        ui.spawn(above).with_children(|ui| {
            let area = filling(Node { overflow: Overflow::scroll(), ..scrolling(0.0) });
            target = ui.spawn((area, ScrollArea, marker)).with_children(content).id();
            let node = Node { height: px(BAR), flex_shrink: 0.0, ..default() };
            bar(ui, pen, target, ControlOrientation::Horizontal, node);
        });
        bar_beside(ui, pen, target);
    });
}

/// What scrolls in its frame. The ring around what stands at the edge is whole.
fn scrolling(gap: f32) -> Node {
    let ring = OverflowClipMargin::padding_box().with_margin(RING);
    Node { overflow_clip_margin: ring, min_height: px(0), ..column(gap) }
}

fn bar_beside(ui: &mut Ui<'_>, pen: &Pen, target: Entity) {
    let node = Node { width: px(BAR), flex_shrink: 0.0, ..default() };
    bar(ui, pen, target, ControlOrientation::Vertical, node);
}

fn bar(ui: &mut Ui<'_>, pen: &Pen, target: Entity, orientation: ControlOrientation, node: Node) {
    let bar = Scrollbar { target, orientation, min_thumb_length: 40.0 };
    let thumb =
        ScrollbarThumb { border_radius: BorderRadius::all(px(BAR / 2.0)), border: UiRect::ZERO };
    ui.spawn((bar, node)).with_child((thumb, BackgroundColor(pen.theme.line())));
}

/// Both edges, upon what scrolls and its ring.
fn fades(ui: &mut Ui<'_>, of: Entity) {
    for edge in [Edge::Top, Edge::Bottom] {
        let node = Node { position_type: PositionType::Absolute, ..default() };
        let fade = Fade { of, edge, ground: None };
        ui.spawn((fade, node, Visibility::Hidden, Pickable::IGNORE));
    }
}

/// What goes on beyond an edge fades into its ground there; where nothing does, nothing fades.
fn fade(
    mut fades: Query<(Entity, &mut Fade, &mut Node, &mut Visibility)>,
    areas: Query<(&ComputedNode, &ScrollPosition)>,
    grounds: Query<&BackgroundColor>,
    parents: Query<&ChildOf>,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    for (entity, mut fade, mut node, mut visibility) in &mut fades {
        let Ok((area, position)) = areas.get(fade.of) else { continue };
        let beyond = (area.content_size().y - area.size().y) * area.inverse_scale_factor();
        let goes_on = match fade.edge {
            Edge::Top => position.y.min(beyond),
            Edge::Bottom => beyond - position.y,
        } > 1.0;
        let wanted = if goes_on { Visibility::Inherited } else { Visibility::Hidden };
        if visibility.set_if_neq(wanted) {
            awake.stir();
        }
        let colored = |at: Entity| Some((at, grounds.get(at).ok()?.0));
        let mut around = std::iter::once(fade.of).chain(parents.iter_ancestors(fade.of));
        let ground = around.find_map(|at| colored(at).filter(|(_, color)| color.alpha() > 0.99));
        let (true, Some((holder, color))) = (fade.ground != ground, ground) else { continue };
        fade.ground = ground;
        *node = fading(fade.edge, holder == fade.of);
        let way = match fade.edge {
            Edge::Top => LinearGradient::TO_BOTTOM,
            Edge::Bottom => LinearGradient::TO_TOP,
        };
        let stops = vec![ColorStop::auto(color), ColorStop::auto(color.with_alpha(0.0))];
        commands.entity(entity).insert(BackgroundGradient::from(LinearGradient::new(way, stops)));
        awake.stir();
    }
}

/// Where an edge fades. What has a ground of its own ends within its frame; on another's, a ring reaches beyond.
fn fading(edge: Edge, own_ground: bool) -> Node {
    let off = if own_ground { 1.0 } else { -RING };
    let node = Node {
        position_type: PositionType::Absolute,
        left: px(off),
        right: px(SCROLL_EDGE + off),
        height: px(FADE - off.min(0.0)),
        ..default()
    };
    // A frame's corners stay round.
    let round = px(if own_ground { ROUND - 1.0 } else { 0.0 });
    match edge {
        Edge::Top => Node { top: px(off), border_radius: BorderRadius::top(round), ..node },
        Edge::Bottom => {
            Node { bottom: px(off), border_radius: BorderRadius::bottom(round), ..node }
        }
    }
}

/// A bar that could not scroll anything is not seen.
fn hide_idle_bars(
    mut bars: Query<(&Scrollbar, &mut Visibility)>,
    areas: Query<&ComputedNode>,
    mut awake: ResMut<Awake>,
) {
    for (bar, mut visibility) in &mut bars {
        let Ok(area) = areas.get(bar.target) else {
            continue;
        };
        let beyond = area.content_size() - area.size();
        let needed = 1.0
            < match bar.orientation {
                ControlOrientation::Vertical => beyond.y,
                ControlOrientation::Horizontal => beyond.x,
            };
        let wanted = if needed { Visibility::Inherited } else { Visibility::Hidden };
        if visibility.set_if_neq(wanted) {
            awake.stir();
        }
    }
}
