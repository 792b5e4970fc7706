//! The room's window: a page of few words, as large as they fit, with nothing around them.

use bevy::camera::RenderTarget;
use bevy::prelude::*;
use bevy::window::WindowRef;

use crate::app::awake::Awake;
use crate::app::face::Faces;
use crate::app::room::{ActiveRoom, RoomChanged, Wall};
use crate::app::screens::Screen;
use crate::app::screens::room::brush::Brush;
use crate::app::screens::room::displays::{Displays, window};
use crate::app::screens::room::draft::Draft;
use crate::app::screens::room::paint::{paint, ring_of};
use crate::lang::words::say;
use crate::room::RoomView;

/// What the room's window is drawn on, where it is no window: a test's picture.
#[derive(Resource, Debug, Clone, Default)]
pub struct WallTarget(pub Option<RenderTarget>);

/// The camera of the room's window, and the window where there is one.
#[derive(Component, Debug)]
pub(super) struct WallCamera(Option<Entity>);

impl WallCamera {
    /// The window, where there is one.
    pub(super) fn window(&self) -> Option<Entity> {
        self.0
    }
}

/// The page of the room's window.
#[derive(Component, Debug)]
pub(super) struct WallPage;

/// What shows the seconds that are left: the number, and the ring around it.
#[derive(Component, Debug)]
pub(super) struct WallSeconds;
#[derive(Component, Debug)]
pub(super) struct WallRing;

/// Whether the room's window is closed. It stays so until it is asked for, or until there is a display for it again.
#[derive(Resource, Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum WallClosed {
    #[default]
    No,
    ByHand,
    /// The display that it filled is gone, and here it would lie over the trainer's.
    Unplugged,
}

/// Opens the window when a room or the test pattern is there, and takes it away after them. The camera stays and sleeps.
pub(super) fn keep_window(
    screen: Res<State<Screen>>,
    draft: Res<Draft>,
    target: Res<WallTarget>,
    mut closed: ResMut<WallClosed>,
    mut cameras: Query<(&mut WallCamera, &mut Camera, &mut RenderTarget, &mut Projection)>,
    windows: Query<(), With<Window>>,
    displays: Displays,
    pages: Query<Entity, With<WallPage>>,
    mut changed: MessageWriter<RoomChanged>,
    mut commands: Commands,
) {
    let setting_up = matches!(*screen.get(), Screen::RoomSetup | Screen::RoomPrepare);
    let wanted = *screen.get() == Screen::Room || (setting_up && draft.pattern);
    if !wanted {
        *closed = WallClosed::No;
    }
    let Ok((mut wall, mut camera, mut drawn_on, mut projection)) = cameras.single_mut() else {
        let asleep = Camera { order: 1, is_active: false, ..default() };
        commands.spawn((
            Camera2d,
            RenderTarget::None { size: UVec2::ONE },
            Msaa::Off,
            WallCamera(None),
            asleep,
        ));
        return;
    };
    let gone = wall.0.is_some_and(|window| !windows.contains(window));
    if gone && camera.is_active && *closed == WallClosed::No {
        *closed = WallClosed::ByHand;
    }
    if camera.is_active && (gone || !wanted) {
        camera.is_active = false;
        pages.iter().for_each(|page| commands.entity(page).despawn());
        if let Some(window) = wall.0.take().filter(|window| windows.contains(*window)) {
            commands.entity(window).despawn();
        }
        changed.write(RoomChanged);
    } else if !camera.is_active && wanted && *closed == WallClosed::No {
        camera.is_active = true;
        // It measures what it draws on only when something about it has changed.
        projection.set_changed();
        *drawn_on = target.0.clone().unwrap_or_else(|| {
            let title = say(draft.room_lang, "room-window-title");
            let window = commands.spawn(window(title, &displays)).id();
            wall.0 = Some(window);
            RenderTarget::Window(WindowRef::Entity(window))
        });
        changed.write(RoomChanged);
    }
}

/// Builds the page anew whenever what is shown, or the window's form, has changed.
pub(super) fn show_wall(
    mut changed: MessageReader<RoomChanged>,
    active: Option<Res<ActiveRoom>>,
    screen: Res<State<Screen>>,
    draft: Res<Draft>,
    cameras: Query<(Entity, Ref<Camera>), With<WallCamera>>,
    pages: Query<Entity, With<WallPage>>,
    mut faces: Faces,
    mut form: Local<Vec2>,
    mut awake: ResMut<Awake>,
    mut commands: Commands,
) {
    let asked = changed.read().count() > 0;
    let Ok((camera, seen)) = cameras.single() else { return };
    if !seen.is_active {
        return;
    }
    let size = seen.logical_viewport_size().unwrap_or(Vec2::new(1280.0, 720.0));
    let same = (size - *form).abs().max_element() < 0.5 && !seen.is_added();
    if (!asked && same && !pages.is_empty()) || size.min_element() < 1.0 {
        return;
    }
    *form = size;
    pages.iter().for_each(|page| commands.entity(page).despawn());
    awake.stir();
    let in_room = *screen.get() == Screen::Room;
    let active = active.filter(|_| in_room);
    let theme = active.as_ref().map_or_else(|| Wall::default().theme(), |at| at.wall().theme());
    let lang = active.as_ref().map_or(draft.room_lang, |active| active.langs().0);
    let zoom = active.as_ref().map_or(1.0, |active| active.wall().zoom());
    let (width, point) = (100.0 * size.x / size.y, 100.0 / size.y);
    let brush = Brush { theme, lang, zoom, width, point };
    let view = active.as_ref().map(|active| active.shown());
    let held = active.as_ref().is_some_and(|active| active.wall().held.is_some());
    let time = active.as_ref().filter(|_| !held).and_then(|active| active.time_left());
    let black = matches!(view, Some(RoomView::Black));
    let face = match &view {
        Some(RoomView::Line { face: Some(look), .. }) => Some(faces.neutral(*look, &theme)),
        _ => None,
    };
    let ground = if black { Color::BLACK } else { theme.paper() };
    let node = Node { width: vw(100), height: vh(100), overflow: Overflow::clip(), ..default() };
    commands
        .spawn((WallPage, UiTargetCamera(camera), node, BackgroundColor(ground)))
        .with_children(|ui| paint(ui, &brush, view.as_ref(), time, face));
}

/// The seconds pass in place.
pub(super) fn show_seconds(
    active: Option<Res<ActiveRoom>>,
    mut words: Query<&mut Text, With<WallSeconds>>,
    mut rings: Query<&mut BackgroundGradient, With<WallRing>>,
    mut awake: ResMut<Awake>,
) {
    let Some(active) = active else { return };
    let Some(time) = active.time_left() else { return };
    let shown = time.0.to_string();
    let mut passed = false;
    for mut text in &mut words {
        if text.0 != shown {
            text.0.clone_from(&shown);
            passed = true;
        }
    }
    if passed {
        let theme = active.wall().theme();
        rings.iter_mut().for_each(|mut ring| *ring = ring_of(&theme, time));
        awake.stir();
    }
}
