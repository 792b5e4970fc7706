//! Which display each window is on: the room's window fills another one than the trainer's, also one that is plugged in
//! or taken away while people are in the room.

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use bevy::window::{
    Monitor, MonitorSelection, OnMonitor, PrimaryMonitor, PrimaryWindow, WindowMode,
    WindowResolution,
};

use crate::app::room::{AskRoom, DisplayChange};
use crate::app::screens::room::wall::{WallCamera, WallClosed};

/// The display that a window is on. In place of [`OnMonitor`], with which a display that is unplugged takes its windows
/// along, and with the trainer's window the whole program.
#[derive(Component, Debug)]
pub(super) struct OnDisplay(Entity);

pub(super) fn plugin(app: &mut App) {
    app.add_observer(remember_display);
}

fn remember_display(
    came: On<Insert, OnMonitor>,
    windows: Query<&OnMonitor, With<Window>>,
    mut commands: Commands,
) {
    let window = came.event_target();
    if let Ok(on) = windows.get(window) {
        commands.entity(window).insert(OnDisplay(on.0)).remove::<OnMonitor>();
    }
}

/// The displays, and which of them the trainer's window is on.
#[derive(SystemParam)]
pub(super) struct Displays<'w, 's> {
    all: Query<'w, 's, (Entity, Has<PrimaryMonitor>), With<Monitor>>,
    trainer: Query<'w, 's, &'static OnDisplay, With<PrimaryWindow>>,
}

impl Displays<'_, '_> {
    /// One that the trainer's window is not on; of several, one that is not the first of the desk.
    fn other(&self) -> Option<Entity> {
        let primary = self.all.iter().find(|(_, primary)| *primary).map(|(display, _)| display);
        let on = self.trainer.single().ok().map(|on| on.0).filter(|on| self.all.contains(*on));
        let trainers = on.or(primary);
        let others = || self.all.iter().filter(|(display, _)| Some(*display) != trainers);
        let found = others().find(|(_, primary)| !primary).or_else(|| others().next());
        found.filter(|_| trainers.is_some()).map(|(display, _)| display)
    }

    /// What fills another display than the trainer's, where there is one.
    fn mode(&self) -> WindowMode {
        match self.other() {
            Some(display) => WindowMode::BorderlessFullscreen(MonitorSelection::Entity(display)),
            None => WindowMode::Windowed,
        }
    }
}

/// Full on the projector's display where there is one; else a window that can be moved.
pub(super) fn window(title: String, displays: &Displays) -> Window {
    Window {
        title,
        name: Some("kikitori-room".to_owned()),
        resolution: WindowResolution::new(1280, 720),
        mode: displays.mode(),
        ..default()
    }
}

/// A display that is plugged in while the room is open is filled as well. Where the one it filled is gone and there is no
/// other, the room's window closes, for it would lie over the trainer's. The talk goes on either way.
pub(super) fn follow_displays(
    plugged: Query<(), Added<Monitor>>,
    mut unplugged: RemovedComponents<Monitor>,
    displays: Displays,
    cameras: Query<&WallCamera>,
    mut windows: Query<(&mut Window, Option<&OnDisplay>)>,
    mut closed: ResMut<WallClosed>,
    mut ask: MessageWriter<AskRoom>,
    mut commands: Commands,
) {
    let (came, went) = (!plugged.is_empty(), unplugged.read().count() > 0);
    let wanted = displays.mode();
    if came && *closed == WallClosed::Unplugged && wanted != WindowMode::Windowed {
        *closed = WallClosed::No;
        ask.write(AskRoom::Display(DisplayChange::Found));
        return;
    }
    let wall = cameras.single().ok().and_then(WallCamera::window);
    let Some(wall) = wall else { return };
    let Ok((mut window, on)) = windows.get_mut(wall) else { return };
    let gone = |display: Entity| !displays.all.contains(display);
    let lost = match window.mode {
        WindowMode::Windowed => false,
        // The trainer's window may have come to the display that was left.
        WindowMode::BorderlessFullscreen(MonitorSelection::Entity(display)) => {
            gone(display) || displays.other() != Some(display)
        }
        _ => on.is_some_and(|on| gone(on.0)),
    };
    if went && lost {
        if wanted == WindowMode::Windowed {
            *closed = WallClosed::Unplugged;
            commands.entity(wall).despawn();
        } else {
            window.mode = wanted;
        }
        ask.write(AskRoom::Display(DisplayChange::Lost));
    } else if came && window.mode == WindowMode::Windowed && wanted != WindowMode::Windowed {
        window.mode = wanted;
        ask.write(AskRoom::Display(DisplayChange::Found));
    }
}
