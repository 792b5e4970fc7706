//! What has the keyboard: it is found again where a page or a part of one is built anew, it is in view, and it is seen.

use bevy::input_focus::tab_navigation::TabIndex;
use bevy::input_focus::{AutoFocus, FocusCause, InputFocus, InputFocusVisible};
use bevy::prelude::*;
use bevy::ui::UiSystems;
use bevy::ui_widgets::ScrollArea;

use crate::app::AppSystems;
use crate::app::awake::Awake;
use crate::app::theme::Theme;
use crate::app::theme::measure::FADE;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<LostFocus>().init_resource::<Held>().add_message::<IntoView>();
    app.add_systems(Update, (restore_focus, ring).chain().in_set(AppSystems::Show));
    app.add_systems(PostUpdate, find_again.before(UiSystems::Prepare));
    app.add_systems(PostUpdate, reveal.after(UiSystems::Layout));
}

/// A name that a button keeps when its screen is built anew, so that the focus stays where it was.
#[derive(Component, Debug, Clone, PartialEq, Eq)]
pub(crate) struct FocusName(pub(crate) String);

/// The name of what is to have the focus once it is there: what had it before its screen was built anew, or what takes
/// the place of what was pressed.
#[derive(Resource, Debug, Default)]
pub(crate) struct LostFocus(pub(crate) Option<FocusName>);

/// Gives the focus to the button of that name.
pub(crate) fn restore_focus(
    mut lost: ResMut<LostFocus>,
    mut focus: ResMut<InputFocus>,
    buttons: Query<(Entity, &FocusName), Added<FocusName>>,
) {
    if buttons.is_empty() {
        return;
    }
    if let Some(name) = lost.0.take()
        && let Some((button, _)) = buttons.iter().find(|(_, found)| **found == name)
    {
        focus.set(button, FocusCause::Navigated);
    }
}

/// What has the focus, and the name by which it is found again.
#[derive(Resource, Debug, Default)]
struct Held(Option<(Entity, FocusName)>);

/// Where a part of the page was built anew, what is called the same has the focus.
fn find_again(
    nodes: Query<(), With<Node>>,
    named: Query<(Entity, &FocusName)>,
    mut held: ResMut<Held>,
    mut focus: ResMut<InputFocus>,
) {
    let Some(focused) = focus.get() else { return };
    if let Ok((_, name)) = named.get(focused) {
        if held.0.as_ref().is_none_or(|(at, _)| *at != focused) {
            held.0 = Some((focused, name.clone()));
        }
        return;
    }
    if nodes.contains(focused) {
        return;
    }
    let gone = held.0.take().filter(|(at, _)| *at == focused);
    let again = gone.and_then(|(_, name)| named.iter().find(|(_, found)| **found == name));
    match again {
        Some((again, _)) => focus.set(again, FocusCause::Navigated),
        None => focus.clear(),
    }
}

/// How far around a button its ring reaches, and what scrolls lets be seen beyond its own edge.
pub(crate) const RING: f32 = 6.0;

/// The ring around what has the keyboard.
fn ring(
    focus: Res<InputFocus>,
    visible: Res<InputFocusVisible>,
    theme: Res<Theme>,
    buttons: Query<(Entity, Ref<TabIndex>, Has<Outline>)>,
    mut commands: Commands,
) {
    let changed = focus.is_changed() || visible.is_changed() || theme.is_changed();
    for (button, index, ringed) in &buttons {
        if !changed && !index.is_added() {
            continue;
        }
        let wanted = visible.0 && focus.get() == Some(button);
        if wanted {
            commands.entity(button).insert(Outline {
                width: px(3),
                offset: px(2),
                color: theme.focus(),
            });
        } else if ringed {
            commands.entity(button).remove::<Outline>();
        }
    }
}

/// For how many frames the page follows the focus: what is new is measured over a few.
const REVEALED: u8 = 3;

/// Asks for something that has just come to the page to be scrolled into view.
#[derive(Message, Debug, Clone, Copy)]
pub(crate) struct IntoView(pub(crate) Entity);

/// What has the focus is scrolled into view, with its ring; it stays there where the page gets another size. What has
/// it by itself, as a way on has from the start, leaves the page at its beginning.
pub(crate) fn reveal(
    mut asked: MessageReader<IntoView>,
    focus: Res<InputFocus>,
    visible: Res<InputFocusVisible>,
    by_itself: Query<Ref<AutoFocus>>,
    places: Query<(&ComputedNode, &UiGlobalTransform)>,
    mut areas: Query<(&Node, &mut ScrollPosition), With<ScrollArea>>,
    parents: Query<&ChildOf>,
    mut follows: Local<Option<Entity>>,
    mut frames: Local<u8>,
    mut size: Local<Vec2>,
    mut awake: ResMut<Awake>,
) {
    let asked = asked.read().last().map(|IntoView(what)| *what);
    if focus.is_changed() || asked.is_some() {
        let new = |at: &Entity| by_itself.get(*at).is_ok_and(|auto| auto.is_added());
        *follows = asked.or(focus.get().filter(|at| !new(at)));
        *frames = REVEALED;
    }
    let Some(followed) = *follows else { return };
    let around = parents.iter_ancestors(followed).find(|around| areas.contains(*around));
    let (Some(area), Ok((node, at))) = (around, places.get(followed)) else { return };
    let (Ok((area_node, area_at)), Ok((scrolls, mut position))) =
        (places.get(area), areas.get_mut(area))
    else {
        return;
    };
    let resized = std::mem::replace(&mut *size, area_node.size()) != area_node.size();
    if resized && visible.0 {
        *frames = REVEALED;
    }
    if *frames == 0 {
        return;
    }
    *frames -= 1;
    awake.stir();
    let scale = node.inverse_scale_factor();
    let corner = |node: &ComputedNode, at: &UiGlobalTransform| at.translation - node.size() / 2.0;
    let begins = (corner(node, at) - corner(area_node, area_at)) * scale;
    let (seen, whole) = (area_node.size() * scale, area_node.content_size() * scale);
    let most = (whole - seen).max(Vec2::ZERO);
    let by = |begins: f32, long: f32, seen: f32, clear: f32| {
        let (from, until) = (begins - clear, begins + long + clear);
        // Of what is longer than the page, its beginning is seen.
        if from < 0.0 || until - from > seen { from } else { (until - seen).max(0.0) }
    };
    if scrolls.overflow.y == OverflowAxis::Scroll {
        position.y =
            moved(position.y, by(begins.y, node.size().y * scale, seen.y, RING + FADE), most.y);
    }
    if scrolls.overflow.x == OverflowAxis::Scroll {
        position.x = moved(position.x, by(begins.x, node.size().x * scale, seen.x, RING), most.x);
    }
}

/// A place in what scrolls, moved by so much, as far as that goes.
fn moved(place: f32, by: f32, most: f32) -> f32 {
    if by == 0.0 { place } else { (place.min(most) + by).clamp(0.0, most) }
}
