//! Moving without a mouse: Tab and arrows go from button to button, pages scroll, and the focus is seen.

use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input_focus::tab_navigation::{
    NavAction, TabGroup, TabIndex, TabNavigation, TabNavigationPlugin,
};
use bevy::input_focus::{FocusCause, InputFocus, InputFocusVisible};
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::ui_widgets::{ScrollArea, ScrollIntoView};

use crate::app::AppSystems;
use crate::app::theme::Theme;

/// How far an arrow key or a page key scrolls, as a share of what is seen.
const PAGE: f32 = 0.85;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(TabNavigationPlugin);
    app.add_systems(Update, (move_by_arrows, scroll_by_keys).in_set(AppSystems::ReadInput));
    app.add_systems(Update, (restore_focus, ring, reveal).chain().in_set(AppSystems::Show));
}

/// The group that all of a screen's buttons are in.
pub(crate) fn tab_group() -> TabGroup {
    TabGroup::new(0)
}

/// A name that a button keeps when its screen is built anew, so that the focus stays where it was.
#[derive(Component, Debug, Clone, PartialEq, Eq)]
pub(crate) struct FocusName(pub(crate) String);

/// The part of the page that page keys scroll.
#[derive(Component, Debug, Clone, Copy)]
pub(crate) struct MainScroll;

/// Up and left go back, down and right go on, as Tab does.
fn move_by_arrows(
    mut keys: MessageReader<KeyboardInput>,
    nav: TabNavigation,
    fields: Query<(), With<EditableText>>,
    mut focus: ResMut<InputFocus>,
    mut visible: ResMut<InputFocusVisible>,
) {
    for key in keys.read().filter(|key| key.state.is_pressed()) {
        let way = match key.logical_key {
            Key::ArrowDown => NavAction::Next,
            Key::ArrowUp => NavAction::Previous,
            // In a line that is typed they move from sign to sign.
            Key::ArrowRight | Key::ArrowLeft
                if focus.get().is_some_and(|field| fields.contains(field)) =>
            {
                continue;
            }
            Key::ArrowRight => NavAction::Next,
            Key::ArrowLeft => NavAction::Previous,
            _ => continue,
        };
        if let Ok(next) = nav.navigate(&focus, way) {
            focus.set(next, FocusCause::Navigated);
            visible.0 = true;
        }
    }
}

fn scroll_by_keys(
    mut keys: MessageReader<KeyboardInput>,
    mut areas: Query<(&ComputedNode, &mut ScrollPosition), With<MainScroll>>,
) {
    for key in keys.read().filter(|key| key.state.is_pressed()) {
        for (node, mut position) in &mut areas {
            let seen = node.size().y * node.inverse_scale_factor();
            let whole = node.content_size().y * node.inverse_scale_factor();
            let to = match key.logical_key {
                Key::PageDown => position.y + seen * PAGE,
                Key::PageUp => position.y - seen * PAGE,
                Key::Home => 0.0,
                Key::End => whole,
                _ => continue,
            };
            position.y = to.clamp(0.0, (whole - seen).max(0.0));
        }
    }
}

/// The name of what had the focus before its screen was built anew.
#[derive(Resource, Debug, Default)]
pub(crate) struct LostFocus(pub(crate) Option<FocusName>);

/// Gives the focus back to the button of the same name.
fn restore_focus(
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

/// What has the focus is scrolled into view.
fn reveal(
    focus: Res<InputFocus>,
    areas: Query<(), With<ScrollArea>>,
    parents: Query<&ChildOf>,
    mut commands: Commands,
) {
    if !focus.is_changed() {
        return;
    }
    if let Some(entity) = focus.get()
        && parents.iter_ancestors(entity).any(|parent| areas.contains(parent))
    {
        commands.trigger(ScrollIntoView { entity });
    }
}
