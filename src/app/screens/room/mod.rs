//! The trainer's room: setting it up, the trainer's window, and the window that the room sees.

mod beat;
mod brush;
mod chart;
mod displays;
mod draft;
mod fit;
mod keys;
mod later;
mod notes;
mod over;
mod pages;
mod paint;
mod prepare;
mod route;
mod scene;
mod setup;
mod strip;
mod trainer;
mod wall;

use bevy::prelude::*;

use crate::app::AppSystems;
use crate::app::screens::Screen;

pub use wall::WallTarget;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(displays::plugin);
    app.init_resource::<draft::Draft>()
        .init_resource::<wall::WallClosed>()
        .init_resource::<keys::Over>();
    app.add_message::<draft::Choose>().add_message::<keys::Lay>();
    app.add_systems(OnEnter(Screen::RoomSetup), setup::spawn_setup_screen);
    app.add_systems(OnEnter(Screen::RoomPrepare), prepare::spawn_prepare_screen);
    app.add_systems(OnEnter(Screen::Room), trainer::spawn_room_screen);
    app.add_systems(OnExit(Screen::Room), keys::leave);
    app.add_systems(Update, (keys::by_key, keys::write_line).chain().in_set(AppSystems::ReadInput));
    app.add_systems(Update, draft::choose.in_set(AppSystems::Step));
    let trainer = (keys::lay, trainer::show_room, strip::show_time).chain();
    app.add_systems(Update, trainer.in_set(AppSystems::Show).run_if(in_state(Screen::Room)));
    let wall = (wall::keep_window, displays::follow_displays, wall::show_wall, wall::show_seconds);
    app.add_systems(Update, wall.chain().in_set(AppSystems::Show));
}
