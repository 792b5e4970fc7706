//! Moving without a mouse: Tab and arrows go from button to button, and pages scroll.

use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input_focus::tab_navigation::{NavAction, TabGroup, TabNavigation, TabNavigationPlugin};
use bevy::input_focus::{FocusCause, InputFocus, InputFocusVisible};
use bevy::prelude::*;
use bevy::text::EditableText;

use crate::app::AppSystems;
use crate::app::focus::LostFocus;

/// How far an arrow key or a page key scrolls, as a share of what is seen.
const PAGE: f32 = 0.85;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(TabNavigationPlugin);
    app.add_systems(
        Update,
        (hold, move_by_arrows, scroll_by_keys).chain().in_set(AppSystems::ReadInput),
    );
}

/// The group that all of a screen's buttons are in.
pub(crate) fn tab_group() -> TabGroup {
    TabGroup::new(0)
}

/// The part of the page that page keys scroll.
#[derive(Component, Debug, Clone, Copy)]
pub(crate) struct MainScroll;

/// Where something stands among others in a picture: there, arrows go where they point.
#[derive(Component, Debug, Clone, Copy)]
pub(crate) struct Placed(pub(crate) Vec2);

/// Up and left go back, down and right go on, as Tab does; in a field, left and right are the cursor's.
fn move_by_arrows(
    mut keys: MessageReader<KeyboardInput>,
    nav: TabNavigation,
    fields: Query<(), With<EditableText>>,
    placed: Query<(Entity, &Placed)>,
    mut focus: ResMut<InputFocus>,
    mut visible: ResMut<InputFocusVisible>,
) {
    for key in keys.read().filter(|key| key.state.is_pressed()) {
        if let (Some((_, here)), Some(way)) =
            (focus.get().and_then(|entity| placed.get(entity).ok()), pointed(&key.logical_key))
        {
            if let Some(next) = next_to(here.0, way, placed.iter()) {
                focus.set(next, FocusCause::Navigated);
            }
            visible.0 = true;
            continue;
        }
        let typing = focus.get().is_some_and(|entity| fields.contains(entity));
        let way = match key.logical_key {
            Key::ArrowRight | Key::ArrowLeft if typing => continue,
            Key::ArrowDown | Key::ArrowRight => NavAction::Next,
            Key::ArrowUp | Key::ArrowLeft => NavAction::Previous,
            _ => continue,
        };
        if let Ok(next) = nav.navigate(&focus, way) {
            focus.set(next, FocusCause::Navigated);
            visible.0 = true;
        }
    }
}

/// Where an arrow points.
fn pointed(key: &Key) -> Option<Vec2> {
    match key {
        Key::ArrowUp => Some(Vec2::NEG_Y),
        Key::ArrowDown => Some(Vec2::Y),
        Key::ArrowLeft => Some(Vec2::NEG_X),
        Key::ArrowRight => Some(Vec2::X),
        _ => None,
    }
}

/// What is next that way: rather a little further than far aside.
fn next_to<'a>(
    here: Vec2,
    way: Vec2,
    all: impl Iterator<Item = (Entity, &'a Placed)>,
) -> Option<Entity> {
    let far = |place: Vec2| {
        let (ahead, aside) = ((place - here).dot(way), (place - here).perp_dot(way).abs());
        (ahead > 1.0 && ahead * 2.0 > aside).then_some(ahead + 2.0 * aside)
    };
    let reached = all.filter_map(|(entity, placed)| Some((far(placed.0)?, entity)));
    reached.min_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, entity)| entity)
}

/// Page keys scroll the page; where something lies over it, what lies there.
fn scroll_by_keys(
    mut keys: MessageReader<KeyboardInput>,
    mut areas: Query<(Entity, &ComputedNode, &mut ScrollPosition), With<MainScroll>>,
    groups: Query<&TabGroup>,
    parents: Query<&ChildOf>,
    focus: Res<InputFocus>,
    fields: Query<(), With<EditableText>>,
) {
    let over = |area: Entity| {
        parents.iter_ancestors(area).any(|at| groups.get(at).is_ok_and(|group| group.modal))
    };
    let covered = areas.iter().any(|(area, ..)| over(area));
    let typing = focus.get().is_some_and(|entity| fields.contains(entity));
    for key in keys.read().filter(|key| key.state.is_pressed()) {
        for (_, node, mut position) in areas.iter_mut().filter(|(area, ..)| over(*area) == covered)
        {
            let seen = node.size().y * node.inverse_scale_factor();
            let whole = node.content_size().y * node.inverse_scale_factor();
            let to = match key.logical_key {
                Key::PageDown => position.y + seen * PAGE,
                Key::PageUp => position.y - seen * PAGE,
                Key::Home | Key::End if typing => continue,
                Key::Home => 0.0,
                Key::End => whole,
                _ => continue,
            };
            position.y = to.clamp(0.0, (whole - seen).max(0.0));
        }
    }
}

/// What lies over the page keeps the keyboard, also where a click beside its buttons has taken it away.
fn hold(
    groups: Query<(Entity, &TabGroup)>,
    parents: Query<&ChildOf>,
    nav: TabNavigation,
    lost: Res<LostFocus>,
    mut focus: ResMut<InputFocus>,
) {
    let Some((over, _)) = groups.iter().find(|(_, group)| group.modal) else {
        return;
    };
    let inside = |entity: Entity| parents.iter_ancestors(entity).any(|around| around == over);
    if lost.0.is_none()
        && !focus.get().is_some_and(inside)
        && let Ok(first) = nav.initialize(over, NavAction::First)
    {
        focus.set(first, FocusCause::Navigated);
    }
}
