//! The window itself: how large it is, how large its page is drawn, and when it is drawn at all.

use std::process::ExitCode;
use std::time::Duration;

use bevy::app::TerminalCtrlCHandlerPlugin;
use bevy::camera::RenderTarget;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::window::{ExitCondition, WindowResolution};
use bevy::winit::{UpdateMode, WinitSettings};

use crate::app::awake::Awake;
use crate::app::{AppPlugin, Browser, Options, set_up};

/// The page that everything is measured on; it is drawn larger in a larger window.
const PAGE: Vec2 = Vec2::new(1280.0, 720.0);

/// What is worth a line on the error stream: warnings, but for those that only say how the machine is made.
const LOGGED: &str = "warn,bevy_render=error,winit=error,wgpu=error,calloop=error";

/// The smallest window, and how far a page may shrink to fit one.
const SMALLEST: Vec2 = Vec2::new(960.0, 540.0);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PageTarget>();
    app.add_systems(Startup, open_page);
    app.add_systems(First, fit_page);
    app.add_systems(Last, keep_pace.run_if(resource_exists::<Rest>));
}

/// What the page is drawn on: the window, or a test's picture.
#[derive(Resource, Debug, Clone, Default)]
pub struct PageTarget(pub RenderTarget);

/// How long nothing is drawn while nothing happens.
#[derive(Resource, Debug, Clone, Copy)]
struct Rest(Duration);

/// Opens the window and runs until it is closed.
pub fn run(options: Options) -> ExitCode {
    let mut app = App::new();
    let window = Window {
        title: "kikitori".to_owned(),
        name: Some("kikitori".to_owned()),
        resolution: WindowResolution::new(1280, 720),
        resize_constraints: WindowResizeConstraints {
            min_width: SMALLEST.x,
            min_height: SMALLEST.y,
            ..default()
        },
        ..default()
    };
    let plugins = DefaultPlugins
        .build()
        // It would wait for the next frame, which in a still window is the next key; the system's own way is at once.
        .disable::<TerminalCtrlCHandlerPlugin>()
        .set(LogPlugin { filter: LOGGED.to_owned(), ..default() })
        .set(WindowPlugin {
            primary_window: Some(window),
            exit_condition: ExitCondition::OnPrimaryClosed,
            ..default()
        });
    app.add_plugins(plugins);
    // Nothing is drawn unless something happens; `awake` asks for the frames that a change needs.
    let never = Duration::from_secs(60 * 60);
    // An author's file is looked at, and its news are shown without a key being pressed.
    let wait = if options.edited.is_some() { crate::app::author::GLANCE } else { never };
    app.insert_resource(Rest(wait));
    app.insert_resource(WinitSettings {
        focused_mode: UpdateMode::reactive(wait),
        unfocused_mode: UpdateMode::reactive_low_power(wait),
    });
    app.set_error_handler(bevy::ecs::error::warn);
    set_up(&mut app, options);
    app.insert_resource(Browser::of_system());
    app.add_plugins(AppPlugin);
    match app.run() {
        AppExit::Success => ExitCode::SUCCESS,
        AppExit::Error(code) => ExitCode::from(code.get()),
    }
}

fn open_page(target: Res<PageTarget>, mut commands: Commands) {
    commands.spawn((Camera2d, target.0.clone(), Msaa::Off, IsDefaultUiCamera));
}

/// The page keeps its proportions to the window, so that a full screen is as full as a small one.
fn fit_page(
    cameras: Query<&Camera, (Changed<Camera>, With<IsDefaultUiCamera>)>,
    mut scale: ResMut<UiScale>,
) {
    for camera in &cameras {
        let Some(size) = camera.logical_viewport_size().filter(|size| size.min_element() > 0.0)
        else {
            continue;
        };
        let fitted = (size / PAGE).min_element().max((SMALLEST / PAGE).min_element());
        if (scale.0 - fitted).abs() > 0.001 {
            scale.0 = fitted;
        }
    }
}

/// While seconds are counted, a frame comes every second; the mode changes only when that begins or ends.
fn keep_pace(awake: Res<Awake>, rest: Res<Rest>, mut settings: ResMut<WinitSettings>) {
    let wait = if awake.ticks() { rest.0.min(Duration::from_secs(1)) } else { rest.0 };
    let mode = UpdateMode::reactive(wait);
    if settings.focused_mode != mode {
        settings.focused_mode = mode;
    }
}
